# Strategy: canvases and their notes
strategy-empty = Put on a canvas what the team knows and wants: notes are typed straight into its blocks.
strategy-own = Your canvases
strategy-new = New canvas
strategy-new-line = Choose a form. Its blocks can be renamed later; nothing else depends on it.
strategy-group-business = How the business works
strategy-group-context = The field we are in
strategy-group-customer = Customers
strategy-group-direction = Where we are going
strategy-group-own = Your own
strategy-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
strategy-all = All canvases
strategy-name = Name of the canvas
strategy-delete = Delete canvas
strategy-details = Details
strategy-details-none = Select a note to see how sure it is, who said so, and when.
strategy-note-text = Text of the note
strategy-add = Add a note
strategy-add-to = Add a note to “{ $block }”
strategy-cell = { $column }: { $row }
strategy-votes = { $n ->
    [one] { $n } vote
   *[other] { $n } votes
}
strategy-links = { $n ->
    [one] { $n } link
   *[other] { $n } links
}
strategy-keys = Type and press Enter for the next note, or paste a list. Every key of this screen is listed under ?.
strategy-tools = Notes
strategy-search = Search notes
strategy-found = { $n } found
strategy-colours = Colour
strategy-colour = Colour: { $meaning }
strategy-colour-0 = Plain
strategy-colour-1 = Question
strategy-colour-2 = Strength
strategy-colour-3 = Problem
strategy-colour-4 = Fact
strategy-colour-5 = Decided
strategy-vote-less = Take back a vote
strategy-vote-more = Vote
strategy-up = Up
strategy-down = Down
strategy-move-to = Move to…
strategy-merge = Merge into one note
strategy-merge-duplicates = Merge duplicates ({ $n })
strategy-selected = { $n } selected
strategy-standing = Standing
strategy-standing-assumed = Assumed
strategy-standing-assumed-line = Somebody thinks so. Ask a customer, or look at the data.
strategy-standing-observed = Observed
strategy-standing-observed-line = Somebody saw or heard it.
strategy-standing-measured = Measured
strategy-standing-measured-line = There is a figure for it.
strategy-source = Source
strategy-source-hint = Interview, report, system…
strategy-date = Date
strategy-vrio-open = –
strategy-vrio-disadvantage = Competitive disadvantage
strategy-vrio-parity = On a par
strategy-vrio-temporary = Advantage for a time
strategy-vrio-unused = Advantage not made use of
strategy-vrio-sustained = Lasting advantage
strategy-win-open = –
strategy-win-gives-only = Gives, gets nothing
strategy-win-gets-only = Gets, gives nothing
strategy-win-both = Both win

# The golden thread
strategy-nameless = (no name)
strategy-kind-kpi = KPI
strategy-kind-measure = Measure
strategy-kind-dimension = Dimension
strategy-kind-scorecard = Scorecard
strategy-offers = Link to
strategy-thread-up = What bears on it
strategy-thread-down = What it bears on
strategy-thread-none = Nothing yet.
strategy-thread-hint = Type @ in a note to link it with a note, KPI, measure or dimension.
strategy-link-kind = Kind of link
strategy-link-addresses = answers
strategy-link-evidences = shows
strategy-link-measures = measures
strategy-link-drives = drives
strategy-link-targets = is meant to change
strategy-link-turn = Turn the link round
strategy-link-remove = Remove the link
strategy-gaps = Gaps in the thread
strategy-gaps-none = No gaps: every pain is answered, every goal and strategy has its figure.
strategy-gap-pain = { $n ->
    [one] { $n } pain that nothing answers
   *[other] { $n } pains that nothing answers
}
strategy-gap-pain-action = Link what eases them: write @ in its note.
strategy-gap-goal = { $n ->
    [one] { $n } goal that nothing measures
   *[other] { $n } goals that nothing measures
}
strategy-gap-goal-action = Link a measure or KPI that tells whether they are reached.
strategy-gap-strategy = { $n ->
    [one] { $n } strategy without a figure
   *[other] { $n } strategies without a figure
}
strategy-gap-strategy-action = Link the KPI or measure that they are meant to change.
strategy-gap-kpi = { $n ->
    [one] { $n } KPI without data
   *[other] { $n } KPIs without data
}
strategy-gap-kpi-action = Say how they are known: type figures, or write a formula.
strategy-gap-measure = { $n ->
    [one] { $n } measure without a column
   *[other] { $n } measures without a column
}
strategy-gap-measure-action = Choose a column or write a formula.
strategy-gap-stage = { $n ->
    [one] { $n } stage without a touchpoint
   *[other] { $n } stages without a touchpoint
}
strategy-gap-stage-action = Write where customers meet you in it.
strategy-gap-checkpoint = { $n ->
    [one] { $n } checkpoint without a condition
   *[other] { $n } checkpoints without a condition
}
strategy-gap-checkpoint-action = Write which accounts have passed.

# What a canvas is made of
strategy-setup = Set up blocks and colours
strategy-blocks = Blocks
strategy-block-new = New block
strategy-block-add = Add a block
strategy-block-name = Name of the block
strategy-block-up = “{ $block }” earlier
strategy-block-down = “{ $block }” later
strategy-block-remove = Delete “{ $block }” with its notes
strategy-columns = Blocks side by side
strategy-legend = What the colours mean
strategy-colour-n = Meaning of colour { $n }

# Out of the tool
strategy-csv-canvas = Canvas
strategy-csv-block = Block
strategy-csv-note = Note
strategy-csv-votes = Votes
strategy-csv-links = Linked with

# The sample
strategy-sample-job-start = Get new teams working within a month
strategy-sample-job-report = Show the management what the tool brings
strategy-sample-pain-slow = It takes three months until a team uses it every week
strategy-sample-pain-alone = The one administrator has nobody to ask
strategy-sample-gain = Colleagues ask for more seats by themselves
strategy-sample-product = SaaS with a plan for each size of team
strategy-sample-reliever = Onboarding in 30 days, with a check each week
strategy-sample-creator = A monthly page of results to hand on
strategy-sample-community = Meetings of administrators in the same line of business
strategy-copy = Duplicate
strategy-copy-of = { $name } (copy)
