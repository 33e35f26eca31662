## データ：スナップショット、列、品質、取り込みウィザード

data-list-separator = 、
data-empty = 1時点につき1ファイル、1行に1顧客。利用状況・プラン・金額など、手元のCSVをそのまま置いてください。1ファイルが1つのスナップショットになります。
data-choose-files = ファイルを選ぶ
data-try-sample = サンプルで試す
data-add-files = ファイルを追加

## 列の役割

data-role-account-id = アカウントID
data-role-name = アカウント名
data-role-segment = セグメント
data-role-start-date = 利用開始日
data-role-revenue = 売上
data-role-owner = 担当者
data-role-outcome = 成果
data-role-outcome-date = 成果の日付
data-role-snapshot-date = 基準日
data-role-measure-input = 指標の材料
data-role-other = その他

## 列の型

data-type-text = 文字列
data-type-integer = 整数
data-type-decimal = 小数
data-type-boolean = はい/いいえ
data-type-date = 日付
data-type-automatic = { $type }（自動）

## 文字コードと区切り文字

data-encoding-utf8 = UTF-8
data-encoding-utf16le = UTF-16 LE
data-encoding-utf16be = UTF-16 BE
data-encoding-shift-jis = Shift_JIS（CP932）
data-encoding-euc-jp = EUC-JP
data-encoding-windows-1252 = Windows-1252（西欧）
data-delimiter-comma = カンマ( , )
data-delimiter-semicolon = セミコロン( ; )
data-delimiter-tab = タブ
data-delimiter-pipe = 縦棒( | )

## 読み取れなかったもの

data-diagnostic-too-many-fields = 項目が列より多いため、行を除外
data-diagnostic-too-few-fields = 項目が列より少ないため、不足分は値なし
data-diagnostic-text-after-quote = 閉じ引用符の後に文字があるため、行を除外
data-diagnostic-unclosed-quote = 引用符が閉じていないため、行を除外
data-diagnostic-bare-quote = 引用符が途中にあるため、そのまま読み取り
data-diagnostic-nul-removed = NUL文字を除去
data-diagnostic-invalid-characters = 文字コードに合わないため、�に置き換え
data-diagnostic-not-an-integer = 整数でないため、値なし
data-diagnostic-not-a-decimal = 数値でないため、値なし
data-diagnostic-not-a-boolean = はい/いいえと読めないため、値なし
data-diagnostic-not-a-date = 日付と読めないため、値なし
data-diagnostic-other-unit = 列の他の値と単位が違うため、値なし
data-diagnostic-no-account-id = アカウントIDがないため、行を除外
data-diagnostic-above-table = 列名より上の行のため、データとして扱わない
data-diagnostic-repeated-id = 前の行とアカウントIDが重複（先の行を採用）のため、行を除外
data-diagnostic-record-too-long = 改行がないまま8 MiBを超えるため、行を除外

## 取り込みウィザード

data-wizard = ファイルの取り込み
data-wizard-replace = { $date }のスナップショットを差し替え
data-wizard-private = ファイルはこのPCの中だけで読み取り、どこにも送信しません。
data-import = { $count }ファイルを取り込む（{ $size }）
data-add-more = ファイルを追加
data-files = 取り込むファイル
data-looking = ファイルを確認しています…
data-change = 読み取り方を変更
data-leave-out = { $file }を対象から外す
data-leave-out-short = 対象から外す
data-leave-out-this = このファイルを取り込まない
data-snapshot-date = 基準日
data-date-from-name = ファイル名から
data-date-from-column = 列「{ $column }」から
data-date-latest-of = 列「{ $column }」の最も新しい日付（全行をこの基準日として取り込みます）
data-date-latest-so-far = 列「{ $column }」の先頭{ $rows }行で最も新しい日付（取り込み時に全行を読み、最も新しい日付を基準日にします）
data-date-replaced = 差し替え元と同じ日付
data-date-today = ファイルから判断できないため今日の日付
data-role-is = { $role } = { $column }
data-remembered = 前回と同じ読み取り方：{ $columns }列{ $named ->
        [0] { "" }
       *[other] 、{ $roles }
    }
data-read-as = { $columns }列{ $named ->
        [0] { "" }
       *[other] 、{ $roles }
    }
data-check-not-text = テキストではなく、表計算ブックか圧縮ファイルのようです。表をCSVで保存し、そのファイルを選んでください。
data-check-read-only = このワークスペースは別のタブで編集中です。取り込むには、このタブに編集を引き継いでください。
data-check-empty = 中身が空のファイルです。書き出しが完了しているか確認し、もう一度選んでください。
data-check-no-rows = 見出し行だけで、データの行がありません。書き出しが完了しているか確認してください。
data-check-no-row-fits = 見出しより下の{ $rows }行は、どれも読み取れません。{ $line }行目：{ $why }。区切り文字か表の始まる行を選び直すか、ファイルを直してください。
data-check-no-account-id = アカウントIDの列がありません。顧客を一意に表す列に、この役割を割り当ててください。
data-check-no-date = このファイルがいつ時点のものか、日付を入力してください。
data-check-same-date = 「{ $file }」も{ $date }時点です。どちらかの日付を変えるか、対象から外してください。
data-check-date-taken = { $date }のスナップショット（{ $accounts }アカウント）がすでにあります。両方を残すなら日付を変え、そうでなければ次を選んでください。
data-check-date-of-another = { $date }には別のスナップショットがすでにあります。ほかの日付にするか、いったん閉じてそのスナップショットを差し替えてください。
data-check-replace = このファイルで差し替える
data-check-one-column = 列が1つしかありません。区切り文字が違う可能性があります。
data-check-lines-above = 先頭の{ $lines }行を、表より上のタイトルなどとみなします。データの行としては読み取らず、「品質」に一覧を残します。
data-check-uncertain-encoding = 文字コードの候補が複数あります。プレビューを見て、正しく読めるものを選んでください。
data-check-ambiguous-dates = 「{ $column }」は、どちらが月でどちらが日か判断できません。
data-check-ambiguous-numbers = 「{ $column }」は、「,」と「.」が小数点か桁区切りか判断できません。
data-check-decimal-commas = 「{ $column }」の「,」は小数点として読みます（「1,5」は 1.5）。複数の値を並べた列の場合は、型を「文字列」にしてください。
data-decimal-mark = 小数点の記号
data-decimal-point = 小数点は「.」（1,234.5）
data-decimal-comma = 小数点は「,」（1.234,5）
data-date-order = 月と日の順序
data-dates-month-first = 月が先（5/1は5月1日）
data-dates-day-first = 日が先（5/1は1月5日）
data-details = 「{ $file }」の読み取り方
data-same-columns = 役割と型は、列が同じ他の{ $count }ファイルにも適用されます。
data-encoding = 文字コード
data-delimiter = 区切り文字
data-above = 表の始まる行
data-above-line = { $line }行目：{ $text }
data-above-blank = { $line }行目：（空行）
data-header = 表の1行目
data-header-yes = 列名
data-header-no = データ
data-outcome-meaning = { $column }の「はい」の意味
data-outcome-churned = 解約・退会
data-outcome-renewed = 更新・継続
data-outcome-yes-churned = 1 /「はい」は解約・退会
data-outcome-yes-renewed = 1 /「はい」は更新・継続
data-preview = ファイルの先頭行
data-role-of = { $column }の役割
data-type-of = { $column }の型
data-reading = 読み取り中
data-storing = ブラウザに保存中
data-rows-so-far = 行
data-done-of = { $done } / { $total }
data-cancel-leaves = キャンセルしても、ワークスペースは元のままです。
data-import-done = { $rows }行を読み取りました。除外した行はありません。
data-import-done-rejected = { $rows }行を読み取り、{ $rejected }行を除外しました。除外した行は「品質」で確認できます。

## スナップショット

data-snapshots = スナップショット { $count }件
data-accounts = { $count }アカウント
data-rejected = 除外 { $count }行
data-as-of = 表示中
data-all-read = ファイルの全{ $records }件を読み取りました。
data-read-and-rejected = 読み取り{ $read } + 除外{ $rejected } = ファイル全体{ $records }件
data-read-and-above = 読み取り{ $read } + 除外{ $rejected } + 表より上{ $above } = ファイル全体{ $records }件
data-show-everywhere = 全画面でこの時点を表示
data-replace = ファイルで差し替え
data-change-date = 日付を変更
data-date-is-taken = この日付のスナップショットが別にあります。
data-delete = 削除
data-delete-question = { $date }のスナップショット（{ $accounts }アカウント）を削除しますか。元に戻せません。
data-delete-confirm = 完全に削除
data-keep = 残す

## 列

data-columns = 列 { $count }
data-column = 列
data-role = 役割
data-type = 型
data-id-is-fixed = アカウントIDは取り込み時に決まります。別の列にするには「差し替え」でファイルを読み直し、プレビューで列を選んでください。
data-all-reasons = すべての理由
data-values = 値
data-absent = 値なし
data-distinct = 種類数
data-misfits = 不適合
data-in-snapshots = スナップショット
data-count-of = { $count } / { $of }
data-range = { $min } – { $max }、平均 { $mean }
data-period = { $min } – { $max }
data-one-value = すべて { $min }
data-all-different = すべて異なる
data-no-values = 値なし
data-yes = はい
data-no = いいえ

## 列の名前と計算列

data-column-new = 計算列を追加
data-column-edit = 計算列
data-column-edit-of = { $column }を編集
data-column-rename = 列の名前を変更
data-column-rename-of = { $column }の名前を変更
data-column-name = 名前
data-column-name-note = 数式・条件・指標・表示の設定にも新しい名前が反映されます。ファイル側の見出しはそのままで、次回の取り込みにも影響しません。
data-column-name-taken = この名前の列が別にあります。
data-column-name-means-score = 数式ではこの語がヘルススコアを表します。別の名前にしてください。
data-column-name-in-file = 同じ名前の列がファイルにあるため、そちらを使っています。
data-column-in-file = ファイルでの見出し：{ $column }
data-column-formula = 数式
data-column-formula-example = ログイン数 / 契約席数
data-column-left = 計算していません（キャンセルされました）。
data-column-work-out = 今すぐ計算する
data-column-no-room = ここでは計算していません。アカウントとスナップショットが多く、計算列を置く場所が足りません。このスナップショットを「基準」に選ぶと計算されます。使わない計算列やスナップショットを削除しても構いません。
data-column-keeps-name = ほかでは「{ $called }」と呼んでいますが、このファイルには別の列「{ $called }」があるため、ここではどちらも元の名前のままです。一方の名前を変えるか、一方を除いたファイルに置き換えてください。
data-column-cycle = 自分自身を参照しています：{ $way }
data-column-save = 保存
data-column-delete = 削除

## 品質

data-quality = 品質
data-nothing-noted = すべての行とセルを、ファイルのとおりに読み取りました。
data-download-all = すべてCSVでダウンロード
data-counting = 集計中…
data-file = ファイル
data-line = 行番号
data-reason = 内容
data-text = ファイル内の文字列
data-pages = 一覧のページ
data-page-before = 前へ
data-page-after = 次へ
data-window = { $total }件中 { $from }–{ $to }

## 読み込めないスナップショット

data-damaged = 読み取れないスナップショット
    .what = このブラウザのデータベースに残っていますが、壊れているか、新しいバージョンで保存されたものです。ほかのスナップショットは利用できます。元のファイルがあれば、取り込み直してください。「今は残す」を選ぶと、次にこのワークスペースを開いたときにまた表示されます。
data-damaged-no-date = 日付不明
data-damaged-why = 理由：{ $reason }
data-damaged-keep = 今は残す
    .label = 今は残す：{ $date }
data-damaged-delete = 削除する
    .label = 削除する：{ $date }
