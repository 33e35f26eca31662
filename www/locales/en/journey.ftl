# Journey: maps of the way that a kind of customer goes
journey-empty = Draw the way of one kind of customer: stages as columns, and below them what they do, meet, feel and need.
journey-own = Your journeys
journey-new = New journey
journey-new-line = Choose the stages to begin with. They and the lanes can be changed later.
journey-all = All journeys
journey-name = Name of the journey
journey-delete = Delete journey
journey-keys = Type in a cell and press Enter for the next note, or paste a list. Arrow keys walk from cell to cell; every key is listed under ?.
journey-stages = Stages
journey-whole = The whole journey
journey-lanes = Lanes
journey-stage-n = Stage { $n }
journey-stage-given = { $stage } (from the preset)
journey-stage-add = Add a stage
journey-lane-add = Add a lane…
journey-checkpoints-n = { $n ->
    [one] { $n } checkpoint
   *[other] { $n } checkpoints
}
journey-kind-stage = Stage
journey-kind-lane = Lane
journey-kind-checkpoint = Checkpoint

# Presets and their stages
journey-preset-lifecycle = From first hearing of us to telling others
journey-preset-lifecycle-description = The whole way of a customer, also what comes before the contract and after success.
journey-preset-growth = From the contract to growth
journey-preset-growth-description = The way that customer success looks after.
journey-preset-own = Blank journey
journey-preset-own-description = Three stages and a few lanes to begin with.
journey-stage-aware = Aware
journey-stage-consider = Consider
journey-stage-start = Start
journey-stage-use = Use
journey-stage-succeed = Succeed
journey-stage-love = Love
journey-stage-refer = Refer
journey-stage-publish = Publish
journey-stage-pre-sales = Pre-sales
journey-stage-onboarding = Onboarding
journey-stage-adoption = Adoption
journey-stage-growth = Growth
journey-stage-first = First stage
journey-stage-then = Second stage
journey-stage-last = Third stage

# Lanes
journey-lane-steps = Steps
journey-lane-steps-ask = What does the customer do here?
journey-lane-touchpoints = Touchpoints
journey-lane-touchpoints-ask = Where do they meet us, over which channel?
journey-lane-as-is = As is
journey-lane-as-is-ask = How does it go today?
journey-lane-to-be = To be
journey-lane-to-be-ask = How should it go?
journey-lane-pains = Pains
journey-lane-pains-ask = What gets in their way?
journey-lane-gains = Gains
journey-lane-gains-ask = What do they hope for?
journey-lane-perception = Perception change
journey-lane-perception-ask = What do they think before → after?
journey-lane-content = Content
journey-lane-content-ask = What is there to read, see or hear?
journey-lane-owner = Owner
journey-lane-owner-ask = Who looks after it?
journey-lane-emotion = Emotion
journey-lane-emotion-ask = How do they feel, and how should they?
journey-lane-own = Own lane
journey-touch-high = High touch
journey-touch-low = Low touch
journey-touch-tech = Tech touch
journey-touch-community = Community

# How customers feel
journey-feels = As is
journey-shall-feel = To be
journey-felt = Emotion (−100 to +100)
journey-felt-in = { $curve }: { $stage }
journey-felt-none = not said

# What is looked at
journey-called = Name
journey-note = Note
journey-note-hint = Anything else
journey-stage-earlier = Earlier
journey-stage-later = Later
journey-stage-after = Add a stage after it
journey-stage-split = Split
journey-stage-second = { $stage } (2)
journey-stage-merge = Merge with the next
journey-stage-remove = Delete stage
journey-lane-copy = Copy the lane to…
journey-lane-up = Up
journey-lane-down = Down
journey-lane-remove = Delete lane
journey-span = Over so many stages
journey-touch = Touch
journey-touch-none = Not said yet
journey-channel = Channel
journey-channel-hint = Phone, e-mail, in the product…
journey-before = What they think before
journey-before-hint = What they think after is the note itself

# The sample: conditions name the sample's columns
journey-sample-customers = First contract, one department
journey-sample-success = Colleagues use it every week, and the monthly report is made with it
journey-sample-entry-onboarding = Seats > 0
journey-sample-entry-adoption = [Onboarding completed] AND [Active users] >= 0.3 * Seats
journey-sample-entry-growth = [Onboarding completed] AND [Active users] >= 0.6 * Seats
journey-sample-check-set-up = Set-up finished
journey-sample-check-set-up-condition = [Onboarding completed]
journey-sample-check-third = A third of the seats in use
journey-sample-check-third-condition = [Active users] >= Seats / 3
journey-sample-check-weekly = Used within the last week
journey-sample-check-weekly-condition = [Days since last login] < 7
journey-sample-check-reports = Reports are read
journey-sample-check-reports-condition = [Report views] >= [Active users]
journey-sample-compare = Compares us with two others
journey-sample-import = Brings in the list of colleagues
journey-sample-own-reports = Builds reports of their own
journey-sample-departments = Other departments ask for it
journey-sample-demo = Demo with their own figures
journey-sample-demo-channel = Web meeting
journey-sample-kick-off = Kick-off, then a check every week
journey-sample-kick-off-channel = Phone
journey-sample-meeting = Meeting of administrators
journey-sample-meeting-channel = On site and online
journey-sample-no-time = Nobody has time for the set-up
journey-sample-alone = The administrator has nobody to ask
journey-sample-friday = This saves me the Friday report
journey-sample-friday-before = One more tool to learn
journey-sample-afternoon = Set up together in one afternoon
journey-sample-guide = Guide: the first report in ten minutes
journey-sample-team = Customer success
