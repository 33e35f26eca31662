## Words that more than one screen uses
product-name = Sodachi
areas = Areas
area-start = Start
area-data = Data
area-strategy = Strategy
area-journey = Journey
area-score = Score
area-accounts = Accounts
area-kpi = KPI
history-title = History and versions
level-none = No score
close = Close
cancel = Cancel
number-not-a-number = Enter a number, such as 12.5.
number-limited = Must be from { $min } to { $max }; set to the nearest.
inspector-width = Width of the inspector
more = More
undo = Undo
redo = Redo
dismiss = Dismiss

## Languages, each in its own words
language-english = English
language-japanese = 日本語
language-failed = The texts of the other language could not be loaded.
language-failed-action = Check the connection, then try again.

## A figure explained
explain-hint = How this figure came about
