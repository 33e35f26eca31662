## 一覧
accounts-table = アカウント一覧
accounts-level = レベル
accounts-name = 名前
accounts-score = スコア
accounts-change = 増減
accounts-course = 推移
accounts-yes = はい
accounts-no = いいえ
accounts-total = { $all }件中 { $selected }件
accounts-total-all = 全{ $all }件
accounts-revenue = 売上 { $amount }
accounts-sort-by = 並べ替え
accounts-sort-turn = 順序を逆にする

## 絞り込み
accounts-filters = アカウントの絞り込み
accounts-search = 名前またはID
accounts-levels = レベル
accounts-movement = 比較スナップショットからのレベル移動
accounts-moved-up = 上昇
accounts-moved-down = 下降
accounts-facet-chosen = { $column }：{ $values }
accounts-facet-more = 多い順に一部の値だけを表示しています。ほかの値は「条件」で指定できます。
accounts-facet-none = 指定を解除
accounts-condition = 条件
accounts-condition-column = 列
accounts-condition-operator = 比較
accounts-condition-value = 値
accounts-condition-add = 条件を追加
accounts-condition-formula = または数式で
accounts-condition-formula-example = ログイン数 / 席数 < 30% AND score < 50
accounts-condition-formula-add = 数式を追加
accounts-condition-remove = 条件を外す：{ $condition }
accounts-value-number = 数値を入力してください（例：1,000）。
accounts-value-date = 日付を選んでください。
accounts-value-text = 文字を入力してください。
accounts-no-columns = このスナップショットには列がありません。
accounts-clear = 絞り込みを解除
accounts-op-equal = 等しい
    .said = { $column } = { $value }
accounts-op-not-equal = 等しくない
    .said = { $column } ≠ { $value }
accounts-op-less = より小さい
    .said = { $column } < { $value }
accounts-op-at-most = 以下
    .said = { $column } ≤ { $value }
accounts-op-greater = より大きい
    .said = { $column } > { $value }
accounts-op-at-least = 以上
    .said = { $column } ≥ { $value }
accounts-op-since = 以降
    .said = { $column }：{ $value }以降
accounts-op-until = 以前
    .said = { $column }：{ $value }以前
accounts-op-contains = 含む
    .said = { $column }：「{ $value }」を含む
accounts-op-yes = はい
    .said = { $column }：はい
accounts-op-no = いいえ
    .said = { $column }：いいえ
accounts-op-absent = 値なし
    .said = { $column }：値なし
accounts-op-present = 値あり
    .said = { $column }：値あり
accounts-one-of = { $column }：{ $values }
accounts-not = （{ $condition }）以外
accounts-and = { " かつ " }
accounts-or = { " または " }

## 保存した絞り込み
accounts-saved = 保存した絞り込み
accounts-saved-none = 保存した絞り込みはまだありません。
accounts-save-name = この絞り込みの名前
accounts-save = 保存
accounts-save-nothing = レベルや条件で絞り込むと、名前を付けて保存できます。
accounts-saved-rename = 絞り込み「{ $name }」の名前を変える
accounts-saved-delete = 絞り込み「{ $name }」を削除

## 列
accounts-columns = 列
accounts-columns-hint = レベル・名前・スコア・増減・推移のあとに表示する列です。
accounts-column-earlier = { $column }を前へ移動

## 表示するものがないとき
accounts-no-data = アカウントはまだありません。1行が1アカウントのファイルを取り込むと、ここに一覧が表示されます。
accounts-to-data = ファイルを取り込む
accounts-sample = サンプルで試す
accounts-no-scorecard = スコアカードがまだないため、スコアとレベルは表示されません。
accounts-to-score = スコアカードを作る
accounts-no-match = 条件に合うアカウントはありません。

## アカウント詳細
accounts-loading = 読み込み中…
accounts-not-there = このスナップショットにアカウント { $id } はありません。
accounts-previous = 前のアカウント
accounts-next = 次のアカウント
accounts-id = ID { $id }
accounts-higher-is-healthier = 高いほど健全です。
accounts-coverage = カバー率 { $coverage }
accounts-coverage-low = カバー率が { $coverage } で、必要な { $minimum } に届かないため、スコアはありません。
accounts-no-card = このアカウントに当てはまるスコアカードがありません。
accounts-why = なぜ { $score } 点か
accounts-why-none = なぜスコアがないか
accounts-why-hint = 「{ $card }」による各指標の得点 × 重み。バーの淡い部分は伸びしろです。
accounts-of-most = { $given } / { $most }
accounts-check = { $condition }：{ $answer }
accounts-how = { $value } → { $points }点 × { $weight }
accounts-how-absent = { $points }点 × { $weight }
accounts-unnamed = 名称未設定
accounts-days = { $n }日
accounts-absent-skip = 値なし：この指標を除き、ほかの指標の重みで計算しました。
accounts-absent-worst = 値なし：0点として計算しました。
accounts-absent-neutral = 値なし：50点として計算しました。
accounts-absent-last = { $n ->
    [1] 値なし：1つ前のスナップショットの値で計算しました。
   *[other] 値なし：{ $n }回前までのうち直近の値で計算しました。
}
accounts-absent-none = { $n ->
    [1] 値なし：1つ前のスナップショットにも値がないため、除きました。
   *[other] 値なし：{ $n }回前まで値がないため、除きました。
}
accounts-since = { $date }からの変化
accounts-since-none = { $date }時点のスコアがないため、比較できません。
accounts-since-hint = 各指標による増減。どちらの日付も現在のスコアカードで計算しています。
accounts-since-still = 残り{ $n }指標は増減なし
accounts-since-total = 合計 { $change }
accounts-history = 履歴
accounts-history-label = スコアの推移：{ $first_date } { $first }点 → { $last_date } { $last }点
accounts-as-table = 表で見る
accounts-date = 日付
accounts-raw = ファイルの値
accounts-column = 列
accounts-now = 現在
accounts-before = { $date }

## 書き出し
accounts-export = 書き出し
accounts-export-title = アカウントの書き出し
accounts-export-what = 一覧の{ $n }件を、並び順のままCSVに書き出します。
accounts-export-columns = 列
accounts-export-encoding = 文字コード
accounts-export-utf8 = UTF-8（BOM付き。現在の表計算ソフト向け）
accounts-export-cp932 = Shift_JIS（CP932。従来の国内ツール向け）
accounts-export-split = ファイル
accounts-export-whole = 1ファイル
accounts-export-by-rows = 行数で分割
accounts-export-rows = 1ファイルの行数
accounts-export-by-megabytes = サイズで分割
accounts-export-megabytes = 1ファイルのメガバイト数
accounts-export-name = ファイル名
accounts-file = アカウント一覧
accounts-file-all = 全件
accounts-file-unscored = スコアなし
accounts-file-up = 上昇
accounts-file-down = 下降
accounts-file-selection = 絞り込み
accounts-export-guard = 表計算ソフトが数式として実行しうる文字列には、先頭にアポストロフィを付けます。
accounts-export-run = 書き出す
accounts-export-working = { $n }件を書き出しています…
accounts-export-done = { $rows }行を{ $parts }ファイルに書き出しました。
accounts-export-part = { $file }をもう一度ダウンロード
accounts-export-again = 設定に戻る
accounts-export-lost = Shift_JISで表せない文字が{ $n }個あります
accounts-export-lost-hint = 代わりの文字で書き出しました。そのまま残すにはUTF-8で書き出してください。
accounts-export-lost-list = 表せない文字の一覧
accounts-export-lost-row = 行
accounts-export-lost-character = 文字
accounts-coverage-column = カバー率
