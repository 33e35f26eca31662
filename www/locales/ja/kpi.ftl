## KPI：はじめに
kpi-empty = まずゴールの内訳を描き、データはあとから結びつけます。出発点にするツリーを選んでください。中身はすべて変更できます。
kpi-sample = サンプルで試す
kpi-new-tree = 新しいツリー…
kpi-new-tree-hint = いまあるツリーとは別に追加されます。

## KPI：見出し
kpi-tree = KPIツリー
kpi-tree-name = ツリーの名前
kpi-unfold-all = すべて開く
kpi-fold-all = 第1階層までたたむ
kpi-print = 印刷…
kpi-delete-tree = このツリーを削除

## KPI：アウトライン
kpi-outline = KPIツリーのアウトライン
kpi-tools = ツリーの編集
kpi-add = 追加
kpi-add-child = 下に追加
kpi-indent = 字下げ
kpi-outdent = 字上げ
kpi-up = 上へ移動
kpi-down = 下へ移動
kpi-rename = 名前を変更
kpi-delete = 配下ごと削除
kpi-drag = ドラッグして移動
kpi-fold = たたむ
kpi-unfold = 開く
kpi-rename-clash = 名前を変更できません。この名前にすると、式が別のKPIを指すようになります。
kpi-wrong = 式に誤りがあります
kpi-nameless = 名前なし
kpi-keys-walk = Enterで追加、文字を入力すると名前を変更、← →でたたむ・開く。Tabでアウトラインの外へ移ります。
kpi-keys-write = Enterで次を追加、Tabで字下げ、Shift+Tabで字上げ、Escで入力を終了。そのあとTabでアウトラインの外へ移ります。
kpi-name = 名前
kpi-value = 値
kpi-target = 目標
kpi-status = 状況
kpi-change = 増減
kpi-course = 推移
kpi-known = 値の出し方
kpi-known-unknown = 未設定
kpi-known-typed = 手入力

## KPI：数値
kpi-status-met = 達成
kpi-status-near = あと少し
kpi-status-missed = 未達
kpi-status-no-target = 目標なし
kpi-status-no-value = 値なし
kpi-with-unit = { $n } { $unit }
kpi-days = { $n }日
kpi-points = { $n }pt

## KPI：インスペクター
kpi-direction = 良い方向
kpi-direction-higher = 大きいほど良い
kpi-direction-lower = 小さいほど良い
kpi-target-clear = 目標をなくす
kpi-unit = 単位
kpi-unit-count = 件数・人数
kpi-unit-ratio = 比（そのまま）
kpi-unit-percent = パーセント
kpi-unit-money = 金額
kpi-unit-days = 日数
kpi-unit-points = 点
kpi-unit-other = その他…
kpi-unit-own = 単位の名前
kpi-is-goal = ここがゴール（KGI）です。下のすべてがこれを動かします。
kpi-is-component = 構成要素です。「{ $parent }」の式で使われています。
kpi-evidence = 「{ $parent }」を動かすと考える根拠
kpi-evidence-hypothesis = 仮説：そう考えている
kpi-evidence-correlated = 相関：一緒に動くことを確認した
kpi-evidence-verified = 検証済み：変えたら、もう一方も動いた
kpi-owner = 担当者
kpi-note = メモ
