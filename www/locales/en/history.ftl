# History: what was, by day and by name
history-line = The state of the workspace before the first edit of each day is kept by itself, for the last 60 days with edits. Keep a version under a name before a decision or a workshop: named versions travel with the workspace file, the days stay in this browser.
history-name = Name of this version
history-keep = Keep a version
history-kept = Kept as “{ $name }”.
history-named = Named versions
history-named-none = None yet.
history-days = Days with edits
history-days-none = None yet: the first edit of a day begins one.
history-choose = Choose a version or a day to see what has changed.
history-forget = Delete the version “{ $name }”
history-before-day = Before { $day }
history-against = Compared with
history-now = Now
history-same = Nothing differs.
history-restore = Bring this state back
history-restored = Brought back: { $name }. Undo returns to where you were.
history-added = Added: { $n }
history-changed = Changed: { $n }
history-moved = Moved: { $n }
history-removed = Removed: { $n }
history-more = and { $n } more
history-renamed = “{ $before }” is now { $now }
history-with = { $n ->
    [one] { $what }, with { $n } part
   *[other] { $what }, with { $n } parts
}
history-link = Link from “{ $from }” to “{ $to }”
history-named-thing = { $name } ({ $what })
history-workspace-name = Name of the workspace
history-levels = Levels of the score
history-table = Names of columns, or the table of accounts
history-kind-canvas = canvas
history-kind-block = block
history-kind-column = column
history-kind-scenario = scenario
