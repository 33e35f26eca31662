## 複数の画面で使う言葉
product-name = 育ち Sodachi
areas = エリア
area-start = スタート
area-data = データ
area-strategy = 戦略
area-journey = ジャーニー
area-score = スコア
area-accounts = アカウント
area-kpi = KPI
history-title = 履歴と版
level-none = スコアなし
close = 閉じる
cancel = キャンセル
number-not-a-number = 12.5 のように数値を入力してください。
number-limited = { $min }～{ $max }の範囲です。最も近い値にしました。
inspector-width = インスペクターの幅
more = その他
undo = 元に戻す
redo = やり直す
dismiss = 閉じる

## Languages, each in its own words
language-english = English
language-japanese = 日本語
language-failed = もう一方の言語の表示文を読み込めませんでした。
language-failed-action = 接続を確かめて、もう一度お試しください。

## 数字の説明
explain-hint = この数字の出し方
