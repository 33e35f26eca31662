## The frame around every screen
skip = Skip to content
rail-fold = Show icons only
rail-widen = Show icons and words

## Snapshots on show
dates = Snapshots on show
as-of = As of
compared-with = Compared with
compared-none = Nothing earlier

## Files
drop-here = Drop the files anywhere

## Status line
status-accounts = { $n ->
    [one] { $n } account
   *[other] { $n } accounts
}
status-as-of = as of { $date }
status-snapshots = { $n ->
    [one] { $n } snapshot
   *[other] { $n } snapshots
}
status-score = Scores run from 0 to 100; higher is healthier
status-private = Nothing leaves this computer
work-reading = Reading
    .far = Reading { $done } of { $total }, { $rows } rows
work-making = Making the sample
    .far = Making the sample, { $percent }
work-storing = Saving
    .far = Saving, { $percent }
work-loading = Opening
    .far = Opening, { $percent }
work-counting = Working out figures
    .far = Working out figures, { $percent }
work-columns = Working out columns
    .far = Working out columns, { $percent }

## Theme
theme = Appearance
theme-system = Like the system
theme-light = Light
theme-dark = Dark

## Search and commands
palette-open = Search
palette-title = Search and commands
palette-hint = Find an account, go somewhere, do something
palette-nothing = Nothing matches. Try fewer letters.
palette-count = { $n ->
    [one] { $n } result
   *[other] { $n } results
}
command-go = Go to { $area }
command-import = Import files
command-sample = Try the sample with { $n } accounts
command-theme = Appearance: { $theme }
command-rail = Fold or widen the list of areas

## Keys
keys-title = Keyboard
keys-everywhere = Everywhere
keys-palette = Search and commands
keys-undo = Undo
keys-redo = Redo
keys-sheet = This sheet
keys-close = Close what is open
keys-numbers = In number fields and on sliders
keys-step = One step up or down
keys-ten-steps = Ten steps
keys-keep = Keep the number
keys-give-up = Back to the number before
keys-places = In tables and panels
keys-resize = Width of a panel, on its edge
keys-rows = Row by row
keys-open = Open the row
keys-single = Shortcuts of a single key, such as ?
keys-kpi = In the KPI tree
kpi-add = Add
kpi-add-child = Add below
kpi-indent = Indent
kpi-outdent = Outdent
keys-kpi-move = Move up or down
keys-kpi-fold = Fold and unfold
kpi-rename = Rename
keys-kpi-leave = Stop writing; Tab then leaves the outline
keys-canvas = Canvas
keys-canvas-add = Next note (while typing)
keys-canvas-write = Write a note
keys-canvas-walk = Walk over notes and blocks
keys-canvas-carry = Move notes
keys-canvas-extend = Select more
keys-canvas-colour = Colour
keys-canvas-vote = Vote, take back
strategy-remove = Delete notes
keys-journey = Journey
keys-journey-stretch = Over one stage more, less
keys-journey-felt = Emotion

## An area on its way
area-coming = Loading { $area } …
area-failed = { $area } could not be loaded.
area-failed-action = Check the connection, then try again; if Sodachi was renewed meanwhile, reload the page. Your work is kept in this browser. ({ $reason })
area-again = Try again
sample-failed = The sample could not be made: a part of Sodachi could not be loaded.
sample-failed-action = Check the connection, then try again.
