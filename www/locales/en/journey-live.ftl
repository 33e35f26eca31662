# Journey: what the accounts of the snapshots say about it
journey-live-title = Where the accounts stand
journey-live-no-data = Import data, and you see here how many accounts stand at which stage.
journey-live-empty = Give a stage its entry condition, and you see here how many accounts stand where.
journey-live-show = { $n ->
    [one] Show the { $n } account: { $of }
   *[other] Show the { $n } accounts: { $of }
}
journey-live-unmeasured = Set the entry condition
journey-live-none = At no stage
journey-live-none-line = No entry condition holds.
journey-live-unknown = Cannot be told
journey-live-unknown-line = Their conditions look at something absent.
journey-live-outside = Elsewhere (new, gone, or of another kind)
journey-live-accounts = Accounts of this kind
journey-live-of = of { $n } in the snapshot
journey-live-others = and { $n } of other kinds or of which that cannot be told ({ $unsure })
journey-live-only-compared = (in the compared snapshot only)
journey-live-came = { $share } came here
journey-live-meets = Meet the condition itself: { $n } ({ $share })
journey-live-met = on target
journey-live-missing = { $points } under target
journey-live-went-on = { $share } went on
journey-live-days = { $n ->
    [one] median { $n } day
   *[other] median { $n } days
}
journey-live-days-more = more than { $n } days
journey-live-since-start = { $n ->
    [one] half started at most { $n } day ago
   *[other] half started at most { $n } days ago
}
journey-live-here = stand here
journey-live-by-level = By level
journey-live-standing = Stand here
journey-live-doubtful = Of these or of earlier stages, condition cannot be told
journey-live-now = Now
journey-live-before = In the compared snapshot
journey-live-from = Came from: { $place }
journey-live-to = Went to: { $place }
journey-live-reached = Came here
journey-live-passed = Stand at a later stage
journey-live-target = Target
journey-live-gap = Gap to the target
journey-live-long-since = Stood here before anybody looked
journey-live-snapshots = Snapshots
journey-live-seen-passing = Seen passing
journey-live-waiting = Not passed when last seen
journey-live-longest = Watched at most so many days
journey-live-started-before = Started before the first snapshot
journey-live-no-start = Without a start date
journey-live-pass = { $share } pass
journey-live-check-passed = passed
journey-live-check-failed = did not
journey-live-check-unknown = cannot be told
journey-live-share-of = { $share } ({ $n } of { $of })
journey-live-stayed-passed = Stayed, of those that passed
journey-live-stayed-failed = Stayed, of those that did not
journey-live-lift = Lift
journey-live-lift-n = lift { $lift } ({ $interval })
journey-live-lift-none = No reliable difference: the interval holds 1.
journey-live-lift-more = Who passes stays more often.
journey-live-lift-less = Who passes stays less often.
journey-live-association = Condition and outcome are of the same snapshot: an association, not a prediction.
journey-live-no-outcome = Lift needs an outcome column with both outcomes.
journey-live-no-lift = no lift: nobody to compare with
journey-verdict-all-pass = Nearly all pass: it tells nobody apart.
journey-verdict-not-passed = Most successful accounts do not pass it.

# How the figures come about
journey-why-standing = Accounts of this kind for which this stage’s entry condition holds and that of no later stage does ÷ all accounts of this kind.
journey-why-moved = Accounts here in the snapshot on show − in the compared one, with where they came from and went to.
journey-why-reached = Accounts that stand here or at a later stage ÷ all accounts of this kind.
journey-why-passed = Accounts that stand at a later stage ÷ accounts that came here. A stage that was left out counts as passed.
journey-why-pace = Days from the first snapshot in which an account stands here to the first in which it stands further on. Those still here are counted as far as they have come.
journey-why-kaplan-meier = Median of the survival curve (Kaplan and Meier, 1958)
journey-why-check = Accounts that passed ÷ accounts that passed or did not, of those that came to this stage.
journey-why-check-all = Accounts that passed ÷ accounts that passed or did not, of all of this kind: the stage has no entry condition.
journey-why-lift = Renewal rate of those that passed ÷ of those that did not. Condition and outcome are of one snapshot: this is association, not prediction.
journey-why-lift-later = Renewal rate of those that passed ÷ of those that did not. The condition is as of this snapshot, the outcome came later.
journey-why-mover = 95 % interval put together from Wilson’s intervals of both rates (MOVER; Donner and Zou, 2012)
journey-why-onboarding = Accounts that passed all of these checkpoints ÷ accounts of which that can be told.
journey-why-success = Accounts that meet the condition of success ÷ accounts of which that can be told.
journey-why-value = Days from the start date to the first snapshot in which all of these checkpoints hold, of the accounts that started since the first snapshot. Those still on the way are counted as far as they have come.

# Conditions that cannot be used
journey-part-kind = Which accounts are meant:
journey-part-success = Condition of success:
journey-part-entry = Entry condition of { $stage }:
journey-part-checkpoint = Checkpoint { $n } of { $stage }:

# Findings
journey-findings = What stands out
journey-findings-n = { $n ->
    [one] { $n } thing stands out
   *[other] { $n } things stand out
}
journey-findings-none = Nothing stands out.
journey-finding-show = Show
journey-finding-add-content = Add content
journey-content-for = Content for: { $pain }
journey-finding-no-touchpoint = { $stage }: customers meet us nowhere here ({ $standing } accounts stand here).
journey-finding-no-touchpoint-action = Add a touchpoint, or let one of another stage reach over this one.
journey-finding-one-to-one = { $stage }: “{ $pain }” stands where { $standing } accounts are ({ $share } of this kind), and is met one to one: “{ $touchpoint }”.
journey-finding-one-to-one-action = Make content of the answer: it reaches them all, and people keep their time for what is special.
journey-finding-too-many = { $stage }: “{ $touchpoint }” is high touch, but the { $n } accounts here with an owner have { $of } owners: { $share } accounts each.
journey-finding-too-many-action = One person can hold about 50 one to one. Move part of it to low or tech touch.
journey-finding-low-revenue = { $stage }: “{ $touchpoint }” is high touch, but { $n } of { $of } accounts here ({ $share }) bring less than the middle account of all.
journey-finding-low-revenue-action = Keep one to one for the accounts that bring most; reach the others by low or tech touch.
journey-finding-no-people = { $stage }: nothing but touch without people (“{ $touchpoint }”), but { $n } of { $of } accounts here ({ $share }) bring as much as the middle account of all, or more.
journey-finding-no-people-action = Add a touchpoint where a person meets the larger accounts.
journey-finding-all-pass = { $stage }: { $share } pass “{ $checkpoint }” ({ $n } of { $of }); { $lift }.
journey-finding-all-pass-action = It tells nobody apart. Raise the bar, or take another condition.
journey-finding-not-passed = { $stage }: of the accounts that stayed only { $successful } passed “{ $checkpoint }” ({ $share } of all here); { $lift }.
journey-finding-not-passed-action = Most that stay have not done it, so it is no milestone of theirs. Lower the bar, or look at what they did instead.

# Success definition
journey-kind = Who it is for
journey-customers = Kind of customer
journey-customers-hint = such as: first contract, under 50 seats
journey-accounts = Which accounts that are
journey-accounts-hint = all accounts
journey-success = What success is for them
journey-success-words = In words
journey-success-words-hint = such as: the monthly report is made with us alone
journey-succeeds = As a condition
journey-succeeds-hint = such as: level >= 3
journey-success-share = { $share } have success
journey-way = Checkpoints on the way
journey-way-checkpoint = Checkpoint
journey-way-passing = Pass
journey-onboarding = Onboarding
journey-onboarding-none = Mark a few checkpoints as onboarding: how many accounts complete it, and how fast, follows from them.
journey-onboarding-no-figure = All of these checkpoints need a condition that can be used.
journey-onboarding-rate = { $share } complete
journey-onboarding-not = onboarding not completed
journey-onboarding-missing = have not completed it
journey-value = Time to value:
journey-value-of = of { $n } accounts that started since the first snapshot; { $waiting } are still on the way
journey-value-waiting = Time to value: working it out…
journey-live-stopped = How long it takes was not worked out.
journey-live-again = Work it out
journey-value-one = Time to value needs several snapshots.
journey-value-nobody = Time to value: no account of this kind started since the first snapshot ({ $before } started before, { $none } have no start date).
journey-review = Review
journey-review-rhythm = Look at it again
journey-review-never = no rhythm
journey-review-days = every { $n } days
journey-reviewed = Last looked at: { $date }
journey-reviewed-never = Not looked at yet
journey-review-due = It is time to look at this again.
journey-review-done = Looked at today

# A stage and its checkpoints
journey-stage-name = Name of the stage
journey-entry = An account has come here when
journey-stage-target = Share meant to come here
journey-checkpoints = Checkpoints
journey-checkpoints-line = What have successful customers done here? Each checkpoint is a condition that accounts pass or not.
journey-checkpoint-add = Add a checkpoint
journey-checkpoint-name = Checkpoint
journey-checkpoint-delete = Delete the checkpoint
journey-checkpoint-condition = An account has passed when
journey-checkpoint-target = Share meant to pass
journey-checkpoint-onboarding = Part of onboarding
