## スタート画面
start-line = 利用データを置くだけで、
    .between = { "" }
    .rest = いま向き合うべき顧客がわかります。
start-lead = 数十万アカウントのヘルススコアとレベル、その理由まで。このブラウザの中だけで完結します。
start-continue = 続きから：{ $date }時点の{ $n }アカウント
start-files = 手元のファイルで
start-files-line = 1行1アカウントのCSV・TSV。1ファイルが1時点です。複数置くと、動いた顧客が見えます。
start-choose = ファイルを選ぶ
start-sample = サンプルで
start-sample-line = 架空のSaaS企業、12週分のデータ。まず触ってみたい方に。
start-sample-small = { $n }アカウントで試す
start-sample-large = { $n }でも試せます
start-card = スコアカードから
start-card-line = DEARなどのテンプレートから。データがそろう前に、健全さの定義を決められます。
start-card-go = テンプレートを選ぶ
start-canvas-go = キャンバスから始める
start-private = データはこのPCの外に出ません。
start-private-check = 確かめる方法
picture-level-1 = すぐに対応
picture-level-2 = 要注意
picture-level-3 = 順調
picture-level-4 = 活用が定着

## データはこのPCの外に出ません
privacy-title = データはこのPCの外に出ません
privacy-lead = ファイルの読み込みも保存も計算も、このブラウザの中だけで行います。データを受け取るサーバーも、ログインするアカウントも、アクセス解析もありません。ご自身で確かめられます。
privacy-now = このページを開いてから
privacy-requests = ブラウザが取得したファイルは{ $all }件。{ $foreign ->
    [0] すべて { $origin } にあるSodachi自身の部品で、ほかの宛先との通信はありません。
   *[other] そのうち{ $foreign }件は { $origin } 以外からです。Sodachiによるものではなく、ブラウザの拡張機能の可能性があります。
}
privacy-again = 数え直す
privacy-see = ご自身で確かめるには
privacy-see-open = ブラウザの開発者ツール（F12、Macでは ⌥⌘I）を開き、「ネットワーク」を選びます。
privacy-see-drop = このウィンドウにファイルを置き、スコアを見て、書き出してみてください。
privacy-see-look = 通信の一覧に、データを送るリクエストは現れません。そもそも存在しないからです。
privacy-see-offline = ネットワークを切っても構いません。すべてそのまま使えます。
privacy-offline = ネットワークがないとき
    .kept = プログラムはこのブラウザに保存済みです。ネットワークがなくても、このページを開いて使えます。確かめるには、ネットワークを切ってからページを再読み込みしてください。データごと元どおりに表示されます。
    .open = プログラムはまだこのブラウザに保存されていません。開いている間はネットワークなしでも使えますが、開き直すときにはネットワークが必要です。安全な接続（https）で、プライベートウィンドウ以外なら、初回の表示から数秒で保存されます。「数え直す」を押すとここに反映されます。
    .what = 保存するのはプログラム自身のファイルだけで、取得先はこのサイトのみです。ネットワークがあるときは、ページを開くたびに新しい版がないかをこのサイトに確かめます。ほかには何も問い合わせません。
privacy-policy = ブラウザがこのページに許していること
privacy-policy-line = このページ自身に書かれた規則で、ブラウザが強制します。コードが何を試みても、接続先はこのサイト自身に限られます。
privacy-where = データの保存場所と削除の方法
privacy-where-line = このPCの、このブラウザのデータベース（IndexedDB）に、このサイトのデータとして保存されます。ほかのサイトからは読めません。同じブラウザプロファイルを使う人からは読めます。
privacy-where-delete = ブラウザの設定でこのサイトのデータを削除すると、すべて消えます。「データ」でスナップショットを削除すると、そのスナップショットが消えます。
privacy-back = スタートへ戻る
