## KPI：はじめに
kpi-empty = まずゴールの内訳を描き、データはあとから結びつけます。出発点にするツリーを選んでください。中身はすべて変更できます。
kpi-sample = サンプルで試す
kpi-new-tree = 新しいツリー…
kpi-new-tree-hint = いまあるツリーとは別に追加されます。

## KPI：見出し
kpi-tree = KPIツリー
kpi-tree-name = ツリーの名前
kpi-views = ツリーの見せ方
kpi-view-outline = アウトライン
kpi-view-picture = ツリー図
kpi-details = 詳細
kpi-unfold-all = すべて開く
kpi-fold-all = 第1階層までたたむ
kpi-turn-down = 上から下へ描く
kpi-turn-right = 左から右へ描く
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

## KPI：値の出し方
kpi-known-formula = KPIどうしの式
kpi-known-accounts = アカウントの集計
kpi-known-hint = 先にツリーを描き、データはあとから結びつけられます。
kpi-formula = 式
kpi-formula-nodes = 新規会員数 + 既存会員数
kpi-formula-accounts = AVERAGE(score)
kpi-value-now = いまの値
kpi-suggestions = よく使う集計
kpi-suggest-count = アカウント数
kpi-suggest-score = 平均スコア
kpi-suggest-level = { $level }の割合
kpi-suggest-sum = { $column }の合計
kpi-suggest-rate = { $column }の割合
kpi-suggest-mean = { $column }の平均
kpi-typed-date = 日付
kpi-typed-clear = { $date }の値を消す
kpi-typed-add = 日付を追加
kpi-typed-hint = 表計算ソフトから、値の列または「日付と値」を貼り付けられます。
kpi-problem-accounts = { $name }はアカウントの集計でだけ使えます。集計用のKPIを別に作り、ここではその名前を使ってください。
kpi-problem-not-a-number = KPIの値は数値ですが、この式の結果は{ $type }です。
kpi-problem-cycle = 式が自分自身に戻っています：{ $way }

## KPI：ツリー図
kpi-card-target = 目標 { $target }
kpi-legend = 実線は式の一部（+ − × ÷、その他はf）、破線は影響（? 仮説、≈ 相関、✓ 検証済み）。矢印キーで線に沿って移動、スペースでたたむ、+ と − で拡大・縮小。
kpi-search = KPIを探す
kpi-found = { $n }件
kpi-branch = この枝だけ表示
kpi-branch-all = ツリー全体に戻す
kpi-zoom-in = 拡大
kpi-zoom-out = 縮小
kpi-zoom-fit = 全体
kpi-full = 全画面
kpi-problem-not-one = アカウントごとの値になっています。SUMやAVERAGEなどで集計してください。

## KPI：なぜ変わった？
kpi-loading = 計算しています…
kpi-why = なぜ変わった？　{ $name }
kpi-segment = セグメント
kpi-segment-none = 値なし
kpi-why-none = 比べる2つの時点のどちらかに値がないため、増減を説明できません。
kpi-why-same = 変化していません（{ $now }）。
kpi-why-given = この値はツリーの外から来ています。式かアカウントの集計にすると、内訳がわかります。
kpi-why-change = 「{ $name }」は { $before } から { $now } になりました（{ $change }）。
kpi-why-up = 最も押し上げたのは「{ $name }」（{ $share }）です。
kpi-why-down = 最も押し下げたのは「{ $name }」（{ $share }）です。
kpi-why-others = ほか{ $n }件の合計は { $share } です。
kpi-why-moved = 継続したアカウントで { $stayed }、新しく加わったアカウントで { $joined }、いなくなったアカウントで { $left } です。
kpi-why-rest = その他
kpi-why-depth = どこまで掘り下げるか
kpi-why-direct = 直接の内訳
kpi-why-deep = 末端まで
kpi-why-together = それぞれの寄与に分けられません。まとめて動いた結果です。
kpi-why-table = 前の値からいまの値まで
kpi-why-before = 前
kpi-why-now = いま
kpi-why-axis = 変化が小さいため、軸は0から始まっていません。
kpi-why-mix-and-rate = セグメント別：構成の変化と率の変化
kpi-why-size-and-mean = セグメント別：件数の変化と平均の変化
kpi-effect-mix = 構成
kpi-effect-rate = 率
kpi-effect-size = 件数
kpi-effect-mean = 平均
kpi-effect-total = 合計

## KPI：もし変わったら
kpi-panels = ツリーの下に表示するもの
kpi-panel-why = 変化の理由
kpi-panel-what-if = もし変わったら？
kpi-panel-relations = ゴールとの連動
kpi-what-if = もし変わったら？
kpi-what-if-reset = 実際の値に戻す
kpi-range = P10 { $low }、P50 { $middle }、P90 { $high }
kpi-levers = 動かせる値
kpi-levers-none = ほかの値のもとになる値がまだありません。末端のKPIに値を、その親に式を設定してください。
kpi-real = いま { $value }
kpi-range-button = 幅
kpi-range-hint = 値が確かでないとき、P10とP90で幅を持たせます
kpi-range-low = { $name }：P10
kpi-range-high = { $name }：P90
kpi-lever-reset = { $name }：実際の値に戻す
kpi-seek = ゴールシーク（逆算）
kpi-seek-goal = 「{ $name }」の目標
kpi-seek-lever = 動かす値
kpi-seek-run = 逆算する
kpi-sought = 「{ $lever }」が { $value } なら届きます。スライダーをその値に合わせました。
kpi-out-of-reach = 「{ $lever }」だけでは届きません。{ $low } から { $high } までです。
kpi-sought-none = どの値にしても結果が出ません。ほかに値のないKPIがあります。
kpi-tornado = 1%動かすと「{ $name }」はどれだけ動くか
kpi-tornado-none = 動かせる値が下にありません。
kpi-tornado-less = 1%減
kpi-tornado-more = 1%増
kpi-scenarios = シナリオ
kpi-scenarios-none = 上の値を動かしてから、シナリオとして残すと見比べられます。
kpi-scenario = シナリオ
kpi-scenario-name = シナリオ { $n }
kpi-scenario-keep = シナリオとして残す
kpi-scenario-take = 表示
kpi-scenario-delete = { $name }を削除

## KPI：ゴールと連動しているか
kpi-relation = 「{ $goal }」と一緒に動いている？
kpi-relation-note = 相関であり、因果ではありません。スナップショットが少ないと偶然でも強く見えるため、区間も確認してください。0〜4回ずらしたうち、最も強いものを表示しています。
kpi-relation-segment = 比べるセグメント
kpi-relation-of = 比べるもの
kpi-relation-steps = スナップショットごとの増減
kpi-relation-levels = 値そのもの
kpi-relation-r = 相関係数
kpi-relation-interval = 95%信頼区間（−1〜1）
kpi-relation-lag = 何回後か
kpi-relation-points = 点の数
kpi-relation-across = セグメント間の相関
kpi-relation-says = 読み取り
kpi-relation-clear = 一緒に動いている
kpi-relation-unclear = はっきりした関係なし
kpi-relation-few = 点が少なすぎます
kpi-relation-flat = 変化していません
kpi-relation-vain = 目標は達成、でもゴールは改善していません

## KPI：キー操作
keys-kpi = KPIツリー
keys-kpi-move = 上下に移動
keys-kpi-fold = たたむ・開く
keys-kpi-leave = 入力を終了（そのあとTabで外へ）
kpi-to-accounts = アカウント一覧で見る
