## すべての画面を囲む枠
skip = 本文へ移動
rail-fold = アイコンだけにする
rail-widen = 名前も表示する

## 表示中のスナップショット
dates = 表示するスナップショット
as-of = 時点
compared-with = 比較対象
compared-none = 以前のデータなし

## ファイル
drop-here = このウィンドウのどこにでもドロップできます

## ステータス行
status-accounts = { $n } アカウント
status-as-of = { $date }時点
status-snapshots = スナップショット { $n } 件
status-score = スコアは0～100。高いほど健全
status-private = データはこのPCの外に出ません
work-reading = 読み込み中
    .far = 読み込み中：{ $total }のうち{ $done }、{ $rows }行
work-making = サンプルを作成中
    .far = サンプルを作成中：{ $percent }
work-storing = 保存中
    .far = 保存中：{ $percent }
work-loading = 開いています
    .far = 開いています：{ $percent }
work-counting = 集計中
    .far = 集計中：{ $percent }
work-columns = 列を計算中
    .far = 列を計算中：{ $percent }

## 表示テーマ
theme = 表示テーマ
theme-system = システムに合わせる
theme-light = ライト
theme-dark = ダーク

## 検索とコマンド
palette-open = 検索
palette-title = 検索とコマンド
palette-hint = アカウント、画面、操作を検索
palette-nothing = 一致するものがありません。文字を減らしてみてください。
palette-count = { $n }件
command-go = { $area }へ移動
command-import = ファイルを取り込む
command-sample = サンプル（{ $n }アカウント）で試す
command-theme = 表示テーマ：{ $theme }
command-rail = エリア一覧の幅を切り替える

## キーボード
keys-title = キーボード操作
keys-everywhere = どの画面でも
keys-palette = 検索とコマンド
keys-undo = 元に戻す
keys-redo = やり直す
keys-sheet = この一覧
keys-close = 開いているものを閉じる
keys-numbers = 数値の欄とスライダー
keys-step = 1段階上げる・下げる
keys-ten-steps = 10段階ずつ
keys-keep = 確定
keys-give-up = 前の値に戻す
keys-places = 表とパネル
keys-resize = パネルの幅（境界の上で）
keys-rows = 1行ずつ移動
keys-open = 行を開く
keys-single = 「?」のような1文字のショートカットを使う
keys-kpi = KPIツリー
kpi-add = 追加
kpi-add-child = 下に追加
kpi-indent = 字下げ
kpi-outdent = 字上げ
keys-kpi-move = 上下に移動
keys-kpi-fold = たたむ・開く
kpi-rename = 名前を変更
keys-kpi-leave = 入力を終了（そのあとTabで外へ）
keys-canvas = キャンバス
keys-canvas-add = 次の付箋へ（入力中）
keys-canvas-write = 付箋を編集
keys-canvas-walk = 付箋と枠の間を移動
keys-canvas-carry = 付箋を動かす
keys-canvas-extend = 続けて選択
keys-canvas-colour = 色
keys-canvas-vote = 投票・取り消し
strategy-remove = 付箋を削除
keys-journey = ジャーニー
keys-journey-stretch = またがるステージを増やす・減らす
keys-journey-felt = 感情

## 読み込み中の画面
area-coming = { $area } を読み込んでいます…
area-failed = { $area } を読み込めませんでした。
area-failed-action = 接続を確かめて、もう一度お試しください。その間に Sodachi が更新された場合は、ページを再読み込みしてください。作業内容はこのブラウザに残っています。（{ $reason }）
area-again = もう一度試す
sample-failed = サンプルを作成できませんでした。Sodachi の一部を読み込めません。
sample-failed-action = 接続を確かめて、もう一度お試しください。
