## Words that more than one screen uses
product-name = Sodachi
areas = Areas
area-start = Start
area-data = Data
area-score = Score
area-accounts = Accounts
level-none = No score
