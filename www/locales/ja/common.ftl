## 複数の画面で使う言葉
product-name = 育ち Sodachi
areas = エリア
area-start = スタート
area-data = データ
area-score = スコア
area-accounts = アカウント
level-none = スコアなし
