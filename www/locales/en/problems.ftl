## What went wrong: what and where; `.todo` is what to do. Nothing was changed, whichever it is.
problem-cancelled = Cancelled.
    .todo = Nothing was changed.
problem-no-snapshot = That snapshot is not here any more.
    .todo = Choose another date at the top.
problem-no-node = That KPI is not in the tree any more.
    .todo = Choose another KPI.
problem-no-measure = That measure is not in the scorecard any more.
    .todo = Choose another measure.
problem-no-column = No snapshot has a column “{ $column }”.
    .todo = Check the column’s name under Data, or choose another column.
problem-empty-file = “{ $file }” has no rows.
    .todo = Check that the export finished, then drop the file again.
problem-no-account-id = “{ $file }” has no column for the account ID.
    .todo = Give one column the role “Account ID”.
problem-duplicate-ids = “{ $file }” has { $count ->
        [one] { $count } row
       *[other] { $count } rows
    } with an account ID that was there before: { $examples }.
    .todo = Choose another column as the account ID, or keep one row per account.
problem-date-taken = There already is a snapshot of { $date }.
    .todo = Choose another date, or replace that snapshot under Data.
problem-unreadable = “{ $file }” cannot be read: { $reason }
    .todo = It may have been moved or changed. Choose the file again.
problem-bad-workspace-file = This is not a workspace file, or it is damaged: { $why }
    .todo = Choose a file that ends in .sodachi, or export it again where it came from.
problem-workspace-too-large = The workspace is too large for a file: more than 1 GB packed, 2 GB in all, 1 GB in a column or 256 MB of notes and scorecards.
    .todo = Nothing was written, as such a file could not be opened again. Delete snapshots that are not needed any more, then save it once more.
problem-too-new = This was written by a newer Sodachi (form { $version }).
    .todo = Reload the page to get the newest version, then try again.
problem-storage = The browser’s database refused: { $reason }
    .todo = Export the workspace to a file to be safe, then reload the page.
problem-quota-full = There is no space left in this browser’s profile.
    .todo = Export the workspace to a file, then delete old snapshots or free disk space.
problem-formula-wrong = The formula “{ $formula }” cannot be evaluated here.
    .todo = Look for misspelt names and missing signs, or remove the condition.
problem-no-outcome = No outcome is known for these accounts.
    .todo = Give a column such as “churned” or “renewed” the role “Outcome” under Data.
problem-not-open = The data of this workspace is not loaded.
    .todo = Nothing was changed. Load it again, or reload the page.
problem-worker-stopped = The calculation stopped unexpectedly and was started again.
    .todo = Nothing saved is lost. Please try once more.
problem-worker-fails = The calculation keeps failing and is not started any more.
    .todo = Nothing saved is lost. Reload the page; if it fails again, close other tabs and programs (memory may be short) and leave out what it was doing last, such as the file that was being read.
problem-internal = Something in Sodachi itself went wrong: { $details }
    .todo = Nothing was changed. Please reload the page and try again.

## What the document does not take
edit-refused = The change was not made.
edit-no-such-element = This is no longer there. Nothing was changed.
edit-no-such-link = This link is no longer there. Nothing was changed.
edit-id-taken = Something with this id is there already. Nothing was changed; reload the page and try again.
edit-id-out-of-range = The workspace has no ids left. Export it and import it as a new one.
edit-not-one-subtree = Only one item with all below it can be added at once. Nothing was changed.
edit-stray-link = A link leads to something that is not there. Nothing was changed.
edit-wrong-parent = This cannot be a part of that. Measures go into dimensions, dimensions into scorecards, KPIs into a KPI tree.
edit-cycle = Nothing can be a part of itself. Choose another place.
edit-kind-changed = This would become something of another kind. Add a new one instead.
edit-rank-taken = Something stands in this place already. Try again.
edit-bad-rank = This place cannot be reached. Nothing was changed; reload the page and try again.
edit-too-deep = Conditions cannot be nested this deep. Split them up.
edit-tree-too-deep = A tree has at most 64 levels. Choose a place higher up.
edit-last-card-filtered = The last scorecard is for all other accounts and takes no condition. Add the segment’s card before it.
edit-link-to-self = Nothing can be linked to itself.
edit-link-twice = These two are linked already.
edit-range-weight = A weight is a number of 0 or more.
edit-range-minimum-coverage = The least coverage lies between 0% and 100%.
edit-range-linear-end = Worst and best are numbers.
edit-range-band-from = Thresholds rise from one row to the next.
edit-range-points = Points lie between 0 and 100.
edit-range-snapshots = Look back at least one snapshot.
edit-range-literal = Enter a number to compare with.
edit-range-cuts = Cut points lie between 0 and 100 and rise from one level to the next.
edit-range-level-names = Every level has one name; there are 2 to 7 levels.
edit-range-hysteresis = The margin lies between 0 and 100 points.
edit-range-target = A target is a number.
edit-range-typed = Typed figures are numbers, one for each date.
edit-range-assumption = Assumptions are numbers, one for each KPI. The low end is not above the middle, the high end not below it.
edit-range-formula = A formula is at most 20,000 bytes long.
edit-range-role = A derived column can be a segment, a measure input or other.
edit-range-name = A column needs a name.
edit-range-layout = The blocks of a canvas must be rectangles in a grid of at most 24 by 24.
edit-range-area = A block of the canvas is not named as blocks are.
edit-range-colour = Notes have six colours.
edit-range-note-date = The date of a note must be in the years 1 to 9999.

## Why a document cannot be opened, as the end of a sentence
open-unreadable = its contents are damaged
open-newer = it was written by a newer Sodachi
open-version = it has no version that Sodachi knows
open-invalid = its contents contradict each other

## Why a workspace file or a snapshot in it is refused, as the end of a sentence
workspace-file-same-date = two snapshots have the same date
workspace-file-same-column = two columns of a snapshot have the same name
workspace-file-bad-date = the date of a snapshot is not in the years 1 to 9999
