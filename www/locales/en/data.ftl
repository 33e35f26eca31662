## Data: snapshots, columns, quality, and the wizard that imports files

data-list-separator = { ", " }
data-empty = Drop one file per date, one row per customer: usage, plan, revenue, whatever you have. Every file becomes a snapshot.
data-choose-files = Choose files
data-try-sample = Try the sample
data-add-files = Add files

## Roles of columns

data-role-account-id = Account ID
data-role-name = Account name
data-role-segment = Segment
data-role-start-date = Start date
data-role-revenue = Revenue
data-role-owner = Owner
data-role-outcome = Outcome
data-role-outcome-date = Outcome date
data-role-snapshot-date = Snapshot date
data-role-measure-input = Measure input
data-role-other = Other

## Types of columns

data-type-text = Text
data-type-integer = Whole number
data-type-decimal = Decimal
data-type-boolean = Yes/no
data-type-date = Date
data-type-automatic = { $type } (auto)

## Encodings and delimiters

data-encoding-utf8 = UTF-8
data-encoding-utf16le = UTF-16 LE
data-encoding-utf16be = UTF-16 BE
data-encoding-shift-jis = Shift_JIS (CP932)
data-encoding-euc-jp = EUC-JP
data-encoding-windows-1252 = Windows-1252 (Western)
data-delimiter-comma = Comma ( , )
data-delimiter-semicolon = Semicolon ( ; )
data-delimiter-tab = Tab
data-delimiter-pipe = Pipe ( | )

## What could not be read

data-diagnostic-too-many-fields = More fields than columns; row not read
data-diagnostic-too-few-fields = Fewer fields than columns; the missing cells are absent
data-diagnostic-text-after-quote = Text after a closing quote; row not read
data-diagnostic-unclosed-quote = Quote never closed; row not read
data-diagnostic-bare-quote = Quote inside an unquoted field; kept as it is
data-diagnostic-nul-removed = NUL bytes taken out
data-diagnostic-invalid-characters = Not valid in this encoding; replaced by �
data-diagnostic-not-an-integer = Not a whole number; absent
data-diagnostic-not-a-decimal = Not a number; absent
data-diagnostic-not-a-boolean = Neither yes nor no; absent
data-diagnostic-not-a-date = Not a date; absent
data-diagnostic-other-unit = Another unit than the rest of the column; absent
data-diagnostic-no-account-id = No account ID; row not read
data-diagnostic-above-table = Above the column names; not a row
data-diagnostic-repeated-id = Account ID of an earlier row, which is the one kept; row not read
data-diagnostic-record-too-long = Longer than 8 MiB without a line break; not read

## The wizard

data-wizard = Import files
data-wizard-replace = Replace the snapshot of { $date }
data-wizard-private = The files are read on this computer and sent nowhere.
data-import = { $count ->
        [one] Import { $count } file ({ $size })
       *[other] Import { $count } files ({ $size })
    }
data-add-more = Add another file
data-files = Files to import
data-looking = Looking at the file…
data-change = Change how they are read
data-leave-out = Leave out { $file }
data-leave-out-short = Leave out
data-leave-out-this = Leave this file out
data-snapshot-date = Snapshot date
data-date-from-name = from the file name
data-date-from-column = from column “{ $column }”
data-date-latest-of = the latest date in column “{ $column }”; all rows go into this snapshot
data-date-latest-so-far = the latest date in column “{ $column }” among the first { $rows } rows; when the whole file has been read, its latest date counts
data-date-replaced = as the snapshot it replaces
data-date-today = today, as the file does not say
data-role-is = { $role } = { $column }
data-remembered = Read like last time: { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    }{ $named ->
        [0] { "" }
       *[other] { ", " }{ $roles }
    }
data-read-as = { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    }{ $named ->
        [0] { "" }
       *[other] { ", " }{ $roles }
    }
data-check-not-text = This is a workbook or an archive, not text. Save its table as CSV, then choose that file.
data-check-read-only = Another tab is writing to this workspace. Take over editing in this tab to import.
data-check-empty = There is nothing in this file. Check that the export finished, then choose it again.
data-check-no-rows = There is a header but no row below it. Check that the export finished.
data-check-no-row-fits = { $rows ->
        [one] The row below the header cannot be read.
       *[other] None of the { $rows } rows below the header can be read.
    } Line { $line }: { $why }. Choose another delimiter or another first line, or mend the file.
data-check-no-account-id = No column is the account ID. Give that role to the column that identifies each customer.
data-check-no-date = Enter the date that this file shows.
data-check-same-date = “{ $file }” has the same date, { $date }. Change one of them, or leave one out.
data-check-date-taken = There already is a snapshot of { $date } with { $accounts ->
        [one] { $accounts } account
       *[other] { $accounts } accounts
    }. Change the date to keep both, or:
data-check-date-of-another = Another snapshot has the date { $date } already. Choose another date, or close this and replace that snapshot instead.
data-check-replace = Replace that snapshot with this file
data-check-one-column = There is only one column. Is another delimiter right?
data-check-lines-above = { $lines ->
        [one] The first line is
       *[other] The first { $lines } lines are
    } taken as a title above the table: not read as rows, but listed under Quality.
data-check-uncertain-encoding = More than one encoding fits. Look at the preview and choose the one that reads well.
data-check-ambiguous-dates = In “{ $column }” nothing tells the day from the month.
data-check-ambiguous-numbers = In “{ $column }” nothing tells whether “,” and “.” stand before the decimals or between thousands.
data-check-decimal-commas = In “{ $column }” the comma is read as a decimal mark: “1,5” is 1.5. If these are lists, choose Text as its type.
data-decimal-mark = Decimal mark
data-decimal-point = Point before the decimals (1,234.5)
data-decimal-comma = Comma before the decimals (1.234,5)
data-date-order = Order of day and month
data-dates-month-first = Month first (5/1 is 1 May)
data-dates-day-first = Day first (5/1 is 5 January)
data-details = How “{ $file }” is read
data-same-columns = { $count ->
        [one] Roles and types also count for { $count } other file with the same columns.
       *[other] Roles and types also count for { $count } other files with the same columns.
    }
data-encoding = Encoding
data-delimiter = Delimiter
data-above = Table starts in line
data-above-line = { $line }: { $text }
data-above-blank = { $line }: (blank)
data-header = Its first row
data-header-yes = holds the column names
data-header-no = is data already
data-outcome-meaning = “Yes” in { $column } means
data-outcome-churned = churned
data-outcome-renewed = renewed or stayed
data-outcome-yes-churned = 1 / Yes means churned
data-outcome-yes-renewed = 1 / Yes means renewed
data-preview = First rows of the file
data-role-of = Role of { $column }
data-type-of = Type of { $column }
data-reading = Reading
data-storing = Saving in this browser
data-rows-so-far = rows
data-done-of = { $done } of { $total }
data-cancel-leaves = Cancelling leaves the workspace as it was.
data-import-done = Read { $rows } rows; none was rejected.
data-import-done-rejected = Read { $rows } rows and rejected { $rejected }. What was rejected is listed under Quality.

## Snapshots

data-snapshots = { $count ->
        [one] { $count } snapshot
       *[other] { $count } snapshots
    }
data-accounts = { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
data-rejected = { $count ->
        [one] { $count } row rejected
       *[other] { $count } rows rejected
    }
data-as-of = on show
data-all-read = All { $records ->
        [one] { $records } record
       *[other] { $records } records
    } of the file were read.
data-read-and-rejected = { $read } read + { $rejected } rejected = { $records ->
        [one] { $records } record
       *[other] { $records } records
    } in the file.
data-read-and-above = { $read } read + { $rejected } rejected + { $above } above the table = { $records ->
        [one] { $records } record
       *[other] { $records } records
    } in the file.
data-show-everywhere = Show in the whole product
data-replace = Replace with a file
data-change-date = Change date
data-date-is-taken = Another snapshot has this date.
data-delete = Delete
data-delete-question = Delete the snapshot of { $date } with { $accounts ->
        [one] { $accounts } account
       *[other] { $accounts } accounts
    }? This cannot be undone.
data-delete-confirm = Delete for good
data-keep = Keep it

## Columns

data-columns = { $count ->
        [one] { $count } column
       *[other] { $count } columns
    }
data-column = Column
data-role = Role
data-type = Type
data-id-is-fixed = The account ID is read with the file. To use another column, choose Replace and pick it in the preview.
data-all-reasons = All reasons
data-values = Values
data-absent = Absent
data-distinct = Distinct
data-misfits = Misfits
data-in-snapshots = Snapshots
data-count-of = { $count } of { $of }
data-range = { $min } – { $max }, mean { $mean }
data-period = { $min } – { $max }
data-one-value = { $min } everywhere
data-all-different = all different
data-no-values = no value
data-yes = yes
data-no = no

## A column: its name, and how a derived one is worked out

data-column-new = Add a derived column
data-column-edit = Derived column
data-column-edit-of = Edit { $column }
data-column-rename = Rename a column
data-column-rename-of = Rename { $column }
data-column-name = Name
data-column-name-note = Formulas, conditions, measures and views follow a new name. The files keep theirs: the next one is read as before.
data-column-name-taken = Another column has this name.
data-column-name-means-score = In formulas this word means the health score. Choose another name.
data-column-name-in-file = The file has a column of this name, which is used instead.
data-column-in-file = in the file: { $column }
data-column-formula = Formula
data-column-formula-example = logins / seats
data-column-left = Not worked out: you cancelled it.
data-column-work-out = Work it out now
data-column-no-room = Not worked out here: there is no room for derived columns in so many accounts and snapshots. Choose this snapshot as “as of” and it is; or delete derived columns or snapshots that you do not need.
data-column-keeps-name = Called “{ $called }” elsewhere, but this file has another column “{ $called }”: here both keep their names. Rename one of them, or leave one out of the file.
data-column-cycle = It would be made of itself: { $way }
data-column-save = Save
data-column-delete = Delete

## Quality

data-quality = Quality
data-nothing-noted = Every row and cell of the file was read as it stands.
data-download-all = Download all as CSV
data-counting = Counting…
data-file = File
data-line = Line
data-reason = What is wrong
data-text = Text in the file
data-pages = Pages of the list
data-page-before = Earlier
data-page-after = Later
data-window = { $from }–{ $to } of { $total }

## Snapshots that cannot be read

data-damaged = Snapshots that cannot be read
    .what = They lie in this browser’s database but are damaged, or were written by a newer version. All the other snapshots can be used. Whoever still has the file can import it again. What is kept for now is shown again the next time this workspace is opened.
data-damaged-no-date = Date unknown
data-damaged-why = Reason: { $reason }
data-damaged-keep = Keep for now
    .label = Keep for now: { $date }
data-damaged-delete = Delete it
    .label = Delete it: { $date }
