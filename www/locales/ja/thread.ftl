# 見直し
strategy-review-due = { $n ->
    [0] 見直しの時期のものはありません
   *[other] 見直しの時期：{ $n }件
}
strategy-review-line = 決めた間隔より長く見直していないキャンバス・KPIツリー・ジャーニーです。
strategy-review-is-due = 見直しの時期です。
strategy-review-last = 前回の見直し：{ $date }
strategy-review-not-yet = まだ見直していません
strategy-review-done = 今日見直した
strategy-review-done-of = 「{ $name }」を今日見直した
strategy-review-rhythm = 「{ $name }」の見直しの間隔
strategy-review-days = { $n }日ごと
strategy-review-quarter = 四半期ごと
strategy-review-never = 見直さない
strategy-gap-absent = 式があるのに値が出ないKPI：{ $n }件
strategy-gap-absent-action = 式を確かめましょう。以前のスナップショットが必要な場合もあります。
strategy-gap-still = 目標と一緒に動くと確認できないKPI：{ $n }件
strategy-gap-still-action = KPI画面で関係を確かめ、変わらなければ別の指標を検討してください。

# 全体のつながり
thread-title = 全体のつながり
thread-none = まだつながりがありません。付箋で「@」を入力するとつなげられます。
thread-hint = 1つ選ぶと、何からつながり、何につながるかが分かります。矢印キーでつながりをたどれます。
thread-open = 開く
thread-only = このつながりだけ
thread-gap = 足りないものがあります
thread-list = リストで見る
thread-column-need = ニーズ
thread-column-answer = 対応策
thread-column-touch = ステージ・接点
thread-column-checkpoint = チェックポイント
thread-column-measure = 指標
thread-column-score = スコア
thread-column-kpi = KPI
thread-column-goal = KGI
