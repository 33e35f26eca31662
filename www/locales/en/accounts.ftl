## Table
accounts-table = Accounts
accounts-level = Level
accounts-name = Name
accounts-score = Score
accounts-change = Change
accounts-course = Course
accounts-yes = yes
accounts-no = no
accounts-total = { $selected } of { $all ->
    [one] { $all } account
   *[other] { $all } accounts
}
accounts-total-all = { $all ->
    [one] { $all } account
   *[other] All { $all } accounts
}
accounts-revenue = revenue { $amount }
accounts-sort-by = Sort by
accounts-sort-turn = Turn the order around

## Filters
accounts-filters = Filter the accounts
accounts-search = Name or ID
accounts-levels = Levels
accounts-movement = Movement since the compared snapshot
accounts-moved-up = Moved up
accounts-moved-down = Moved down
accounts-facet-chosen = { $column }: { $values }
accounts-facet-more = Only the most frequent values are listed; use a condition for the others.
accounts-facet-none = Any value
accounts-condition = Condition
accounts-condition-column = Column
accounts-condition-operator = Comparison
accounts-condition-value = Value
accounts-condition-add = Add condition
accounts-condition-formula = Or a formula
accounts-condition-formula-example = logins / seats < 30% AND score < 50
accounts-condition-formula-add = Add formula
accounts-condition-remove = Remove condition: { $condition }
accounts-value-number = Enter a number, such as 1,000.
accounts-value-date = Choose a date.
accounts-value-text = Enter the text to look for.
accounts-no-columns = This snapshot has no columns.
accounts-clear = Clear filters
accounts-op-equal = is
    .said = { $column } = { $value }
accounts-op-not-equal = is not
    .said = { $column } ≠ { $value }
accounts-op-less = less than
    .said = { $column } < { $value }
accounts-op-at-most = at most
    .said = { $column } ≤ { $value }
accounts-op-greater = more than
    .said = { $column } > { $value }
accounts-op-at-least = at least
    .said = { $column } ≥ { $value }
accounts-op-since = on or after
    .said = { $column } from { $value }
accounts-op-until = on or before
    .said = { $column } until { $value }
accounts-op-contains = contains
    .said = { $column } contains “{ $value }”
accounts-op-yes = is yes
    .said = { $column }: yes
accounts-op-no = is no
    .said = { $column }: no
accounts-op-absent = has no value
    .said = { $column } has no value
accounts-op-present = has a value
    .said = { $column } has a value
accounts-one-of = { $column }: { $values }
accounts-not = not ({ $condition })
accounts-and = { " and " }
accounts-or = { " or " }

## Saved filters
accounts-saved = Saved filters
accounts-saved-none = No filter is kept yet.
accounts-save-name = Name for this filter
accounts-save = Save
accounts-save-nothing = Choose levels or conditions first, then keep them under a name.
accounts-saved-rename = Rename the filter “{ $name }”
accounts-saved-delete = Delete the filter “{ $name }”

## Columns
accounts-columns = Columns
accounts-columns-hint = Shown after level, name, score, change and course.
accounts-column-earlier = Move { $column } forward

## Where there is nothing to list
accounts-no-data = There are no accounts yet. Add a file with one row per account, and they are listed here.
accounts-to-data = Add files
accounts-sample = Try the sample
accounts-no-scorecard = There is no scorecard yet, so accounts have no score and no level.
accounts-to-score = Make a scorecard
accounts-no-match = No account fits these filters.

## One account
accounts-loading = Loading…
accounts-not-there = Account { $id } is not in this snapshot.
accounts-previous = Previous account
accounts-next = Next account
accounts-id = ID { $id }
accounts-higher-is-healthier = Higher is healthier.
accounts-coverage = Values for { $coverage } of the weight.
accounts-coverage-low = No score: values for only { $coverage } of the weight; at least { $minimum } is needed.
accounts-no-card = There is no scorecard for this account.
accounts-why = Why { $score }?
accounts-why-none = Why no score?
accounts-why-hint = “{ $card }”: points × weight of each measure. The pale part of a bar is what was still to be gained.
accounts-of-most = { $given } of { $most }
accounts-check = { $condition }: { $answer }
accounts-how = { $value } → { $points } points × { $weight }
accounts-how-absent = { $points } points × { $weight }
accounts-unnamed = Unnamed
accounts-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
accounts-absent-skip = No value: left out, the other measures count for more.
accounts-absent-worst = No value: counted as 0 points.
accounts-absent-neutral = No value: counted as 50 points.
accounts-absent-last = { $n ->
    [one] No value: the one of the snapshot before was taken.
   *[other] No value: the last known one was taken, at most { $n } snapshots old.
}
accounts-absent-none = { $n ->
    [one] No value, nor in the snapshot before: left out.
   *[other] No value in the last { $n } snapshots: left out.
}
accounts-since = Since { $date }
accounts-since-none = There is nothing to compare: the account had no score on { $date }.
accounts-since-hint = What each measure added or took away, both dates under today’s scorecard.
accounts-since-still = { $n ->
    [one] { $n } measure did not change the score.
   *[other] { $n } measures did not change the score.
}
accounts-since-total = Together { $change }
accounts-history = History
accounts-history-label = Score from { $first } on { $first_date } to { $last } on { $last_date }
accounts-as-table = As a table
accounts-date = Date
accounts-raw = Values in the file
accounts-column = Column
accounts-now = Now
accounts-before = { $date }

## Export
accounts-export = Export
accounts-export-title = Export accounts
accounts-export-what = { $n ->
    [one] The one account of the table, as CSV.
   *[other] The { $n } accounts of the table, in its order, as CSV.
}
accounts-export-columns = Columns
accounts-export-encoding = Encoding
accounts-export-utf8 = UTF-8 with BOM (opens in current spreadsheets)
accounts-export-cp932 = Shift_JIS (CP932, for older Japanese tools)
accounts-export-split = Files
accounts-export-whole = One file
accounts-export-by-rows = By rows, at most
accounts-export-rows = Rows per file
accounts-export-by-megabytes = By size, at most
accounts-export-megabytes = Megabytes per file
accounts-export-name = File name
accounts-file = accounts
accounts-file-all = all
accounts-file-unscored = unscored
accounts-file-up = up
accounts-file-down = down
accounts-file-selection = selection
accounts-export-guard = Text that a spreadsheet would run as a formula gets an apostrophe in front.
accounts-export-run = Export
accounts-export-working = { $n ->
    [one] Writing { $n } account…
   *[other] Writing { $n } accounts…
}
accounts-export-done = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} in { $parts ->
    [one] { $parts } file
   *[other] { $parts } files
}
accounts-export-part = Download { $file } again
accounts-export-again = Back to the choices
accounts-export-lost = { $n ->
    [one] { $n } character cannot be written in Shift_JIS
   *[other] { $n } characters cannot be written in Shift_JIS
}
accounts-export-lost-hint = A substitute stands in their place. Export as UTF-8 to keep them.
accounts-export-lost-list = Characters that cannot be written
accounts-export-lost-row = Row
accounts-export-lost-character = Character
accounts-coverage-column = Coverage
