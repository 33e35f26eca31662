## KPI: start
kpi-empty = Draw what your goal is made of first; bind it to data later. Choose a tree to start from: everything in it can be changed.
kpi-sample = Try it with the sample
kpi-new-tree = New tree…
kpi-new-tree-hint = It is added beside the trees that are there.

## KPI: head
kpi-tree = KPI tree
kpi-tree-name = Name of the tree
kpi-unfold-all = Unfold all
kpi-fold-all = Fold to the first level
kpi-print = Print…
kpi-delete-tree = Delete this tree

## KPI: outline
kpi-outline = KPI tree as an outline
kpi-tools = Edit the tree
kpi-add = Add
kpi-add-child = Add below
kpi-indent = Indent
kpi-outdent = Outdent
kpi-up = Move up
kpi-down = Move down
kpi-rename = Rename
kpi-delete = Delete with all below
kpi-drag = Drag to move
kpi-fold = Fold
kpi-unfold = Unfold
kpi-rename-clash = Not renamed: a formula would then mean another KPI by this name.
kpi-wrong = Something is wrong with its formula
kpi-nameless = Without a name
kpi-keys-walk = Enter adds a KPI, typing renames, ← → fold and unfold, Tab leaves the outline.
kpi-keys-write = Enter adds the next KPI, Tab indents, Shift Tab outdents, Esc ends writing; Tab then leaves the outline.
kpi-name = Name
kpi-value = Value
kpi-target = Target
kpi-status = Status
kpi-change = Change
kpi-course = Course
kpi-known = How it is known
kpi-known-unknown = Not yet
kpi-known-typed = Typed

## KPI: figures
kpi-status-met = Met
kpi-status-near = Near
kpi-status-missed = Missed
kpi-status-no-target = No target
kpi-status-no-value = No value
kpi-with-unit = { $n } { $unit }
kpi-days = { $n } d
kpi-points = { $n } pt

## KPI: inspector
kpi-direction = Which way is better
kpi-direction-higher = The more the better
kpi-direction-lower = The less the better
kpi-target-clear = No target
kpi-unit = Unit
kpi-unit-count = Count
kpi-unit-ratio = Ratio
kpi-unit-percent = Per cent
kpi-unit-money = Money
kpi-unit-days = Days
kpi-unit-points = Points
kpi-unit-other = Another…
kpi-unit-own = Name of the unit
kpi-is-goal = This is the goal: everything below drives it.
kpi-is-component = A component: the formula of { $parent } uses it.
kpi-evidence = Why it moves { $parent }
kpi-evidence-hypothesis = Hypothesis: believed
kpi-evidence-correlated = Correlated: they were seen to move together
kpi-evidence-verified = Verified: one was changed, the other followed
kpi-owner = Owner
kpi-note = Note
