## KPI: start
kpi-empty = Draw what your goal is made of first; bind it to data later. Choose a tree to start from: everything in it can be changed.
kpi-sample = Try it with the sample
kpi-new-tree = New tree…
kpi-new-tree-title = New tree
kpi-new-tree-hint = It is added beside the trees that are there.

## KPI: head
kpi-tree = KPI tree
kpi-tree-name = Name of the tree
kpi-views = How the tree is shown
kpi-view-outline = Outline
kpi-view-picture = Picture
kpi-view-monitor = Monitor
kpi-monitor-way = From the goal to here
kpi-monitor-parts = What it is made of
kpi-details = Details
kpi-unfold-all = Unfold all
kpi-fold-all = Fold to the first level
kpi-turn-down = Draw top-down
kpi-turn-right = Draw left to right
kpi-delete-tree = Delete this tree

## KPI: outline
kpi-outline = KPI tree as an outline
kpi-tools = Edit the tree
kpi-up = Move up
kpi-down = Move down
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
kpi-target-higher = Met at { $target } or more.
kpi-target-lower = Met at { $target } or less.
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

## KPI: how it is known
kpi-known-formula = Formula over KPIs
kpi-known-accounts = Over accounts
kpi-known-hint = Drawn first, bound to data later.
kpi-formula = Formula
kpi-formula-nodes = New members + existing members
kpi-formula-accounts = AVERAGE(score)
kpi-value-now = Value now
kpi-gap = Gap to target
kpi-if-value = What if: value
kpi-if-gap = What if: gap to target
kpi-if-change = What if: change from now
kpi-assumed = What-if figures
kpi-came-unknown = Nothing says yet how this figure is known.
kpi-came-typed = Typed in by hand: the figure for the date of the snapshot counts.
kpi-came-formula = From other KPIs: { $formula }
kpi-came-accounts = Over all accounts of the snapshot: { $formula }
kpi-came-accounts-count = Accounts in the snapshot
kpi-came-real = As it is
kpi-came-assumed = As assumed
kpi-came-before = Before
kpi-came-as-of = As of { $date }
kpi-came-gap = Value − target. On the wrong side of the target by at most { $near } of it counts as near.
kpi-came-of-target = As a share of the target
kpi-came-of-before = As a share of the earlier value
kpi-came-change = Value now − value at the compared snapshot.
kpi-came-change-assumed = Value under what is assumed − value as it is.
kpi-suggestions = Often used
kpi-suggest-churn = Churn rate
kpi-suggest-count = Number of accounts
kpi-suggest-score = Mean score
kpi-suggest-level = Share at { $level }
kpi-suggest-sum = Sum of { $column }
kpi-suggest-rate = Share of { $column }
kpi-suggest-mean = Mean of { $column }
kpi-typed-date = Date
kpi-typed-clear = No value on { $date }
kpi-typed-add = Add the date
kpi-typed-hint = Paste a column, or dates with values, from a spreadsheet.
kpi-problem-accounts = { $name } works only over accounts. Make it a KPI of its own that is known over accounts, and use that one here.
kpi-problem-not-a-number = A KPI is a number, but this is { $type }.
kpi-problem-cycle = The formulas lead back to themselves: { $way }

## KPI: picture
kpi-card-target = target { $target }
kpi-legend = Solid lines are parts of a formula (+ − × ÷, f for any other); dashed ones are influences: ? hypothesis, ≈ correlated, ✓ verified. Arrow keys go along the lines, Space folds, + and − zoom.
kpi-search = Find a KPI
kpi-found = { $n ->
    [one] { $n } found
   *[other] { $n } found
}
kpi-branch = Only this branch
kpi-branch-all = The whole tree
kpi-zoom-in = Larger
kpi-zoom-out = Smaller
kpi-zoom-fit = Fit
kpi-full = Full screen
kpi-problem-not-one = This gives a value for each account. Put an aggregate such as SUM or AVERAGE around it.

## KPI: why did it change
kpi-loading = Working it out…
kpi-why = Why did it change? { $name }
kpi-segment = Segment
kpi-segment-none = No value
kpi-why-one = There is no snapshot before this one. Import an earlier one to see what changed.
kpi-why-none = There is no figure on one of the two dates, so there is no change to explain.
kpi-why-same = It did not change: { $now }.
kpi-why-given = This figure comes from outside the tree. Give it a formula, or know it over accounts, to see what it is made of.
kpi-why-accounts-whole = Its formula over accounts is not one sum, count, share or mean, so the change has no shares by segment. Give each part a node of its own to see them.
kpi-why-change = { $name } went from { $before } to { $now } ({ $change }).
kpi-why-up = {" "}Most upward: { $name } ({ $share }).
kpi-why-down = {" "}Most downward: { $name } ({ $share }).
kpi-why-other = {" "}{ $name }: { $share }.
kpi-why-others = {" "}{ $n } others together: { $share }.
kpi-why-moved = {" "}Accounts that stayed: { $stayed }; that joined: { $joined }; that left: { $left }.
kpi-why-rest = The others
kpi-why-all = All
kpi-why-depth = How far down
kpi-why-direct = By its parts
kpi-why-deep = Down to the leaves
kpi-why-together = They moved it only together: no part of it is due to one of them.
kpi-why-table = From the figure before to the figure now
kpi-why-before = Before
kpi-why-now = Now
kpi-why-axis = The axis does not begin at 0: the change would be too small to see.
kpi-why-mix-and-rate = By segment: mix and rate apart
kpi-why-size-and-mean = By segment: size and mean apart
kpi-effect-mix = Mix
kpi-effect-rate = Rate
kpi-effect-size = Size
kpi-effect-mean = Mean
kpi-effect-total = Together

## KPI: what if
kpi-panels = Below the tree
kpi-panel-why = Why it changed
kpi-panel-what-if = What if?
kpi-panel-relations = Tied to the goal
kpi-what-if = What if?
kpi-what-if-reset = Back to the real figures
kpi-range = P10 { $low }, P50 { $middle }, P90 { $high }
kpi-levers = Figures to move
kpi-levers-none = No figure that others follow from has a value yet. Give the leaves of the tree a figure and their parents a formula.
kpi-real = now { $value }
kpi-range-button = Range
kpi-range-hint = The figure is not certain: P10 and P90
kpi-range-low = { $name }: P10
kpi-range-high = { $name }: P90
kpi-lever-reset = { $name }: back to the real figure
kpi-seek = Goal seek
kpi-seek-goal = { $name } shall be
kpi-seek-lever = by
kpi-seek-run = Seek
kpi-sought = Reached with { $lever } at { $value }. The slider stands there now.
kpi-out-of-reach = Cannot be reached by { $lever } alone: it goes from { $low } to { $high }.
kpi-sought-none = There is no result whatever the figure: something else has no value.
kpi-tornado = What ±1 % of its value does to { $name }
kpi-tornado-none = Nothing below it has a figure that could be moved.
kpi-tornado-less = 1 % of its value less
kpi-tornado-more = 1 % of its value more
kpi-scenarios = Scenarios
kpi-scenarios-none = Move figures above, then keep them as a scenario to compare.
kpi-scenario = Scenario
kpi-scenario-name = Scenario { $n }
kpi-scenario-keep = Keep as a scenario
kpi-scenario-take = Show
kpi-scenario-delete = Delete { $name }

## KPI: does it move with the goal
kpi-relation = Does it move with { $goal }?
kpi-relation-note = Correlation, not cause. With few snapshots even a strong one may be chance: look at the interval. Of lags of 0 to 4 snapshots the strongest is shown.
kpi-relation-needs = { $n ->
        [one] There is only { $n } snapshot
       *[other] There are only { $n } snapshots
    }. To tell over time what moves with the goal takes at least { $least }; import earlier ones. Across segments it takes a column with at least { $least } of them.
kpi-relation-segment = Across
kpi-relation-of = What is compared
kpi-relation-steps = Changes from snapshot to snapshot
kpi-relation-levels = Figures themselves
kpi-relation-r = r
kpi-relation-interval = 95 % interval (−1 to 1)
kpi-relation-lag = Snapshots later
kpi-relation-points = Points
kpi-relation-across = r across segments
kpi-relation-across-n = { $n } segments
kpi-relation-across-few = { $n ->
        [one] { $n } segment
       *[other] { $n } segments
    }: too few
kpi-relation-across-flat = The same in all { $n } segments
kpi-relation-says = In words
kpi-relation-against = Moves against it
kpi-relation-clear = Moves with it
kpi-relation-unclear = No clear relation
kpi-relation-few = Too few points
kpi-relation-flat = Does not vary
kpi-relation-vain = Target met, but the goal did not improve

kpi-to-accounts = Show these accounts
