# Review
strategy-review-due = { $n ->
    [0] Nothing to review
   *[other] { $n } to review
}
strategy-review-line = Canvases, KPI trees and journeys that nobody has looked at for longer than their rhythm.
strategy-review-is-due = Review is due.
strategy-review-last = Last reviewed { $date }
strategy-review-not-yet = Not reviewed yet
strategy-review-done = Reviewed today
strategy-review-done-of = “{ $name }”: reviewed today
strategy-review-rhythm = Rhythm of “{ $name }”
strategy-review-days = every { $n } days
strategy-review-quarter = every quarter
strategy-review-never = never
strategy-gap-absent = { $n ->
    [one] { $n } KPI whose formula gives no figure
   *[other] { $n } KPIs whose formula gives no figure
}
strategy-gap-absent-action = Look at the formula; it may need an earlier snapshot.
strategy-gap-still = { $n ->
    [one] { $n } KPI that is not seen to move with the goal
   *[other] { $n } KPIs that are not seen to move with the goal
}
strategy-gap-still-action = Look at the relation in the KPI screen; watch something else if it stays so.

# The whole thread
thread-title = The whole thread
thread-none = Nothing is joined yet: write @ in a note to link it.
thread-hint = Choose something to see what leads to it and what it leads to. Arrow keys go along the links.
thread-open = Open
thread-only = Only this thread
thread-gap = something is missing
thread-list = As a list
thread-column-need = Needs
thread-column-answer = Answers
thread-column-touch = Stages and touchpoints
thread-column-checkpoint = Checkpoints
thread-column-measure = Measures
thread-column-score = Score
thread-column-kpi = KPIs
thread-column-goal = KGI
