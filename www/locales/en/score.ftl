## Templates of scorecards
template-dear = DEAR
template-dear-description = Deployment, engagement, adoption and ROI: for a product with seats and features.
template-dear-deployment = Deployment
template-dear-engagement = Engagement
template-dear-adoption = Adoption
template-dear-roi = ROI
template-ams = Adoption, maturity, sentiment
template-ams-description = How widely it is used, how deeply, and how customers feel about it.
template-ams-adoption = Adoption
template-ams-maturity = Maturity
template-ams-sentiment = Sentiment
template-checks = Checklist
template-checks-description = Done or not done: a short list of what healthy customers have behind them.
template-checks-list = Checks
template-onboarding = Onboarding
template-onboarding-description = Setup, first use, first value: for the first months of a customer.
template-onboarding-setup = Setup
template-onboarding-first-use = First use
template-onboarding-first-value = First value
template-kana = Five questions
template-kana-description = Five empty dimensions あ・い・う・え・お: name them with the team, then add measures.
template-kana-a = あ
template-kana-i = い
template-kana-u = う
template-kana-e = え
template-kana-o = お
template-blank = Blank
template-blank-description = Start from nothing and add dimensions and measures yourself.
measure-active-users = Active users
measure-setup = Setup finished
measure-usage = Logins
measure-recency = Days since last use
measure-trend = Change in use
measure-trouble = Support requests
measure-frequency = Active days
measure-features = Features used
measure-value = Value achieved
measure-sentiment = Satisfaction
measure-arrears = Overdue payments
measure-tenure = Tenure

## Screen
score-higher-healthier = 0 to 100: higher is healthier.
score-loading = Working it out …
score-empty-data = A score is made of columns: import a file first.
score-empty-data-action = Import data
score-empty-card = Choose a scorecard to start from. Its measures are matched to your columns, and you can change everything.
score-empty-both = Draw up the scorecard first: choose one to start from. Its measures say “no column yet”, and are matched to your columns as soon as there is data.
score-data-first = Or bring the data first
score-match-some = { $found ->
    [one] { $count ->
        [one] A measure has no column yet, and a column fits.
       *[other] { $count } measures have no column yet. A column fits one of them.
    }
   *[other] { $count } measures have no column yet. Columns fit { $found } of them.
}
score-match-pair = { $measure }: { $column }
score-match-take = { $count ->
    [one] Match it
   *[other] Match { $count } measures
}
score-match-none = { $count ->
    [one] A measure has no column, and nothing in the data fits it. It lowers the coverage of every account.
   *[other] { $count } measures have no column, and nothing in the data fits them. They lower the coverage of every account.
}
score-match-remove = { $count ->
    [one] Do without it
   *[other] Do without these { $count }
}
score-new-card = New scorecard …
score-new-card-title = New scorecard
score-new-card-hint = Takes the place of the present scorecards. Undo brings them back.
score-card = Scorecard
score-dimension = Dimension
score-measure = Measure

## Figures
score-scored = Scored
score-of-accounts = of { $count } accounts
score-all-scored = every account has a score
score-unscored = { $count ->
    [one] 1 account has too little data for a score
   *[other] { $count } accounts have too little data for a score
}
score-unmeasured = the scorecard has no measures yet
score-mean = Mean score
score-of-hundred = of 100
score-mean-change = { $change } since { $date }
score-nothing-compared = no earlier snapshot to compare with
score-levels = Levels
score-auc = Tells who stays (AUC)
score-auc-interval = 95% interval { $low }–{ $high }
score-short-no-outcome = no outcome column: say in Data which column tells who churned
score-short-no-scores = no scores to hold against the outcome
score-short-leak = one measure nearly gives the outcome away
score-short-no-signal = no reliable signal
score-short-few = { $count ->
    [one] only { $count } case of one outcome
   *[other] only { $count } cases of one outcome
}
score-short-not-monotone = a higher level churns more than the one below
score-short-association = association, not prediction
score-short-prediction = prediction of later outcomes: 0.5 is chance, 1 is perfect

## Warnings
score-warning-few = { $count ->
    [one] Only { $count } account has one of the two outcomes. Under 100, every figure here is a rough guess.
   *[other] Only { $count } accounts have one of the two outcomes. Under 100, every figure here is a rough guess.
}
score-warning-leak = “{ $measure }” alone tells the outcome almost perfectly. Check that it was known before the outcome and is not another word for it.
score-warning-no-signal = No reliable signal: the interval of the AUC holds 0.5, so the score may tell no more than chance.
score-warning-not-monotone = A higher level churns more than the one below it. Move a cut, or look at the measures.
score-warning-association = Association, not prediction: usage and outcome come from the same snapshot. With snapshots from before the outcome this becomes a test.

## Distribution and levels
score-distribution = Distribution
score-axis = score (higher is healthier)
score-outline-note = Bars: now. Outline: { $date }.
score-cuts-note = Drag a cut, or use its arrow keys.
score-cut = Cut between { $below } and { $above }
score-distribution-summary = Distribution of { $scored } scores, mean { $mean }. Accounts per level: { $levels }.
score-levels-table = Levels
score-level = Level
score-from = From
score-accounts = Accounts
score-share = Share
score-change = Change
score-level-name = Name of { $level }
score-level-unnamed = name
score-level-count = Levels
score-cut-by = Set cuts by
score-cut-quantile = Equal counts
score-cut-outcome = By outcome
score-hysteresis = Hysteresis
score-hysteresis-hint = A level changes only once the score is this many points past the cut
score-points-unit = pt

## Outcome
score-outcome = Outcome per level
score-no-outcome = There is no outcome to hold the levels against.
score-no-outcome-action = Choose the column that says who churned
score-outcome-table = Share of accounts that churned, per level
score-churned = Churned
score-churned-of = Of known
score-churned-count = { $churned } of { $known }
score-interval-note = Whiskers: 95% interval (Wilson).
score-lift = The lowest tenth of scores churns { $lift } times as often as all.
score-verdict-falls = Churn falls from level to level, as it should.
score-verdict-rises = { $above } churns more than { $below }: the levels are out of order.
score-verdict-too-few = Too few levels with a known outcome to compare.

score-calibration = Calibration
score-calibration-note = The scores in ten equal groups, lowest first. In a score that can be trusted, churn falls from left to right; whiskers: 95% interval (Wilson).
score-calibration-none = No account has both a score and a known outcome yet.
score-calibration-summary = Share that churned per tenth of the scores, lowest scores first, with 95% intervals. The table below has the numbers.
score-calibration-all = all: { $share }
score-calibration-axis = mean score of each tenth
score-calibration-table = As a table
score-calibration-tenth = Tenth

## Levers
score-levers = Levers
score-levers-note = Measures by what they could do for the accounts of a level: how low they are, weighted by what they would add to the score.
score-levers-movers = Measures in which accounts that moved up differ from those that did not come first.
score-levers-no-movers = With an earlier snapshot to compare with, it also counts in which measures accounts that moved up differ.
score-levers-none = No account has a level yet, so there is nothing to lift: give the measures columns and weights first.
score-lever-lift = Could add
score-lever-mean = Mean points
score-lever-movers = Movers differ by

## How a figure came about
score-why-scored = An account has a score when the measures known of it carry at least the minimum coverage of the weight of its scorecard. The others have no score, which is not a score of 0.
score-why-accounts = Accounts in the snapshot
score-why-unscored = Too little data
score-why-minimum = Minimum coverage, { $card }
score-why-up = Accounts with a level in both snapshots, now at a higher one.
score-why-down = Accounts with a level in both snapshots, now at a lower one.
score-why-same = Accounts with a level in both snapshots, at the same one.
score-why-new = Accounts that are not in the compared snapshot, by where they are now.
score-why-gone = Accounts of the compared snapshot that are not there any more, by where they were.
score-why-moved-sum = In all
score-why-mean = Mean = sum of scores ÷ scored accounts. A score is Σ weight × points ÷ Σ weight over the measures that are present: first within each dimension, then over dimensions.
score-why-sum = Sum of scores
score-why-mean-before = Mean before
score-why-level = Scores from { $low } to under { $high }. The lower bound belongs to the level.
score-why-level-margin = An account that had another level in the snapshot before changes only once its score is { $points } points past the cut.
score-why-level-top = Scores from { $low } up to 100. The lower bound belongs to the level.
score-why-before = Accounts before
score-why-revenue = Their revenue
score-why-auc = The chance that an account that stayed has a higher score than one that churned; equal scores count half. 0.5 is chance, 1 is perfect.
score-why-stayed = Stayed, with a score
score-why-churned = Churned, with a score
score-why-auc-value = AUC
score-why-interval = 95% interval
score-why-delong = Interval: DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988); computed as in Sun and Xu (2014).
score-why-rate = Churn rate = churned ÷ accounts with a score and a known outcome.
score-why-known = With a known outcome
score-why-unknown = Outcome not known
score-why-wilson = Interval: Wilson score interval, JASA 22 (1927).
score-why-lift-title = Lift of the lowest tenth
score-why-lift = Churn rate of the tenth with the lowest scores ÷ churn rate of all with a score. Equal scores at the edge of the tenth count in proportion.
score-why-lowest = Churn, lowest tenth
score-why-all = Churn, all
score-why-lever = Could add = weight in the whole score × (100 − mean points of the level’s accounts). The order is that × the difference of the movers ÷ 100, or that alone where no difference is known. Movers: accounts of the level that rose, against those that did not; 20 of each at least.
score-why-priority = Order by

## Movement
score-movement = Movement
score-movement-since = Movement since { $date }
score-movement-none = Import a second snapshot to see who moved.
score-movement-note = Both snapshots are scored with the scorecard as it is now, so only customers move.
score-movement-matrix = From which level to which
score-from-to = From ↓ to →
score-up = Up
score-down = Down
score-same = Same
score-new = New
score-gone = Gone
score-place-new = not there
score-place-gone = gone

## Scorecard tree
score-all-accounts = for all accounts
score-all-others = for all others
score-accounts-count = { $count ->
    [one] 1 account
   *[other] { $count } accounts
}
score-add-segment-card = For a segment …
score-new-segment-card = Segment card
score-add-dimension = Add a dimension
score-new-dimension = New dimension
score-add-measure = Add a measure
score-add-measure-to = Add a measure to { $dimension }
score-no-measures = No measures yet: add one with +.
score-new-measure = New measure
score-weight = Weight
score-weight-of = Weight of { $name }
score-weight-hint = Only ratios count: a weight of 20 beside 10 counts double.
score-share-hint = What it weighs in the whole score
score-no-input = no column yet
score-relation-none = no relation (AUC { $auc })
score-relation-weak = weak relation (AUC { $auc })
score-relation-moderate = moderate relation (AUC { $auc })
score-relation-strong = strong relation (AUC { $auc })
score-relation-against = runs against (AUC { $auc })
score-relation-unknown = outcome not known
score-coverage-of = { $share } present
score-coverage-hint = Share of accounts with a value

## Inspector
score-name = Name
score-for-whom = For whom
score-filter-hint = The first card whose condition holds for an account is its card.
score-last-card-hint = The last card is for every account that no card before it takes, so it has no condition.
score-last-card-stays = The last card stays as long as there are others: every account needs a card.
score-minimum-coverage = Minimum coverage
score-minimum-coverage-hint = An account with less of the weight present has no score, rather than a low one.
score-card-earlier = Earlier
score-card-later = Later
score-remove-card = Remove card
score-move-up = Up
score-move-down = Down
score-remove-dimension = { $count ->
    [0] Remove
    [one] Remove with 1 measure
   *[other] Remove with { $count } measures
}
score-remove-measure = Remove
score-place = Place in the card
score-input = Input
score-input-kind = Value is
score-input-column = a column
score-input-ratio = one column over another
score-input-change = a change since earlier
score-input-days = days since a date
score-input-check = a check: yes or no
score-input-formula = a formula
score-formula = Formula
score-formula-example = logins / seats
score-column = Column
score-date-column = Date column
score-numerator = Above the line
score-denominator = Below the line
score-change-kind = Compared as
score-change-difference = difference (now − then)
score-change-ratio = ratio (now ÷ then)
score-snapshots-back = Snapshots back
score-choose-column = choose a column …
score-column-missing = { $column } (not in this snapshot)
score-points-from = From value to points
score-points = Points
score-normaliser-kind = How values become points
score-normaliser-linear = Straight line
    .hint = 0 points at the worst value, 100 at the best, a straight line between. Either may be the larger.
score-normaliser-bands = Bands
    .hint = Each value from a threshold on has its points.
score-normaliser-check = Check
    .hint = Yes (anything but 0) is 100 points, no is 0.
score-normaliser-percentile = Rank
    .hint = The share of accounts that an account is ahead of.
score-normaliser-formula = As it is
    .hint = The value is already 0 to 100 and is taken as it is.
score-fit = Fit to data
score-fit-hint = Propose worst and best from the values in this snapshot
score-worst = worst
score-best = best
score-worst-long = Worst: the value with 0 points
score-best-long = Best: the value with 100 points
score-turn-round = Turn round
score-higher-is-better = A higher value is healthier
score-within = Rank within
score-within-all = all accounts
score-bands = Bands
score-band-from = From value
score-band-below = below the first
score-band-below-points = Points below the first threshold
score-band-from-n = Threshold { $n }
score-band-points-n = Points from threshold { $n } on
score-band-remove = Remove
score-band-remove-n = Remove threshold { $n }
score-band-add = Add a threshold
score-curve-points = points
score-curve-churn = % churned
score-rates = Churn by value
score-rates-under = under { $value }
score-rates-over = { $value } and over
score-rates-value = Value
score-rates-note = Values with fewer than { $count } known outcomes are left out.
score-rates-none = No value has { $count } accounts with a known outcome, so no churn rate is shown.
score-points-spread = Accounts by points
score-no-values = No account has a value in this snapshot.
score-measure-summary = Histogram of { $present } values from { $min } to { $max }, with the points that they give.
score-absent = Without a value
score-absent-policy = Then
score-absent-skip = leave the measure out
score-absent-worst = count as worst (0)
score-absent-neutral = count as neutral (50)
score-absent-last = take the last value known
score-absent-snapshots = At most so many snapshots old
score-snapshots-unit = snapshots
score-present-of = { $present } of { $accounts } accounts have a value ({ $share }).

## Conditions
score-condition = Condition
score-condition-and = and …
score-condition-remove = Remove condition
score-condition-replace = Replace
score-comparison = Comparison
score-value = Value
score-other-values = other values, with commas
score-yes = yes
score-no = no
score-op-one-of = is one of
score-op-equal = is
score-op-not-equal = is not
score-op-less = is less than
score-op-at-most = is at most
score-op-greater = is more than
score-op-at-least = is at least
score-op-contains = contains
score-op-absent = has no value
score-words-and = {" and "}
score-words-or = {" or "}
score-words-not = not ({ $condition })
score-words-compare = { $column } { $operator } { $value }
score-words-one-of = { $column } is { $values }
score-words-nobody = no value chosen yet
score-words-absent = { $column } has no value
score-words-difference = { $column }, change over { $count ->
    [one] 1 snapshot
   *[other] { $count } snapshots
}
score-words-ratio = { $column }, now ÷ { $count ->
    [one] 1 snapshot ago
   *[other] { $count } snapshots ago
}
score-words-days-since = days since { $column }
