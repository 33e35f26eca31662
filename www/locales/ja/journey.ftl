# ジャーニー：ある顧客層がたどる道のり
journey-empty = ある顧客層の道のりを描きましょう。ステージを列に、行動・接点・感情・課題を行に並べます。
journey-own = このワークスペースのジャーニー
journey-new = 新しいジャーニー
journey-new-line = 始めるステージの型を選びます。ステージもレーンも後から変えられます。
journey-all = すべてのジャーニー
journey-name = ジャーニーの名前
journey-delete = ジャーニーを削除
journey-keys = マスに入力してEnterで次の付箋へ。リストの貼り付けもできます。矢印キーでマスからマスへ移動できます。キーの一覧は「?」で表示します。
journey-stages = ステージ
journey-whole = ジャーニー全体
journey-lanes = レーン
journey-stage-n = ステージ{ $n }
journey-stage-given = { $stage }（型の名前）
journey-stage-add = ステージを追加
journey-lane-add = レーンを追加…
journey-checkpoints-n = チェックポイント{ $n }件
journey-kind-stage = ステージ
journey-kind-lane = レーン
journey-kind-checkpoint = チェックポイント

# 型とステージ
journey-preset-lifecycle = 認知から推奨・発信まで
journey-preset-lifecycle-description = 契約の前から、成功した後の紹介・発信まで、顧客の道のり全体。
journey-preset-growth = プリセールスから拡大まで
journey-preset-growth-description = カスタマーサクセスが受け持つ道のり。
journey-preset-own = 白紙のジャーニー
journey-preset-own-description = 3つのステージと基本のレーンから始めます。
journey-stage-aware = 認知
journey-stage-consider = 検討
journey-stage-start = 導入
journey-stage-use = 活用
journey-stage-succeed = 成功
journey-stage-love = 愛着
journey-stage-refer = 紹介
journey-stage-publish = 発信
journey-stage-pre-sales = プリセールス
journey-stage-onboarding = オンボーディング
journey-stage-adoption = 定着
journey-stage-growth = 拡大
journey-stage-first = 1つ目のステージ
journey-stage-then = 2つ目のステージ
journey-stage-last = 3つ目のステージ

# レーン
journey-lane-steps = 行動
journey-lane-steps-ask = 顧客はここで何をしますか？
journey-lane-touchpoints = タッチポイント
journey-lane-touchpoints-ask = どこで、どのチャネルで接しますか？
journey-lane-as-is = 現状
journey-lane-as-is-ask = 今はどうなっていますか？
journey-lane-to-be = あるべき姿
journey-lane-to-be-ask = どうなっていてほしいですか？
journey-lane-pains = ペイン
journey-lane-pains-ask = 何につまずいていますか？
journey-lane-gains = ゲイン
journey-lane-gains-ask = 何を期待していますか？
journey-lane-perception = パーセプションチェンジ
journey-lane-perception-ask = 認識は何から何へ変わりますか？
journey-lane-content = コンテンツ
journey-lane-content-ask = 何を読み、見て、聞きますか？
journey-lane-owner = 担当
journey-lane-owner-ask = 誰が受け持ちますか？
journey-lane-emotion = 感情
journey-lane-emotion-ask = どう感じていますか？どう感じてほしいですか？
journey-lane-own = 自由なレーン
journey-touch-high = ハイタッチ
journey-touch-low = ロータッチ
journey-touch-tech = テックタッチ
journey-touch-community = コミュニティ

# 感情
journey-feels = 現状
journey-shall-feel = あるべき姿
journey-felt = 感情（−100〜+100）
journey-felt-in = { $curve }：{ $stage }
journey-felt-none = 未入力

# 詳細
journey-called = 名前
journey-note = メモ
journey-note-hint = その他
journey-stage-earlier = 前へ
journey-stage-later = 後へ
journey-stage-after = 次にステージを追加
journey-stage-split = 分割
journey-stage-second = { $stage }（2）
journey-stage-merge = 次のステージと統合
journey-stage-remove = ステージを削除
journey-lane-copy = レーンを複写…
journey-lane-up = 上へ
journey-lane-down = 下へ
journey-lane-remove = レーンを削除
journey-span = またがるステージの数
journey-touch = タッチ
journey-touch-none = 未設定
journey-channel = チャネル
journey-channel-hint = 電話、メール、製品内…
journey-before = 変化前の認識
journey-before-hint = 変化後の認識は付箋の本文に書きます

# サンプル：条件はサンプルの列名で書く
journey-sample-customers = 初めての契約・1部署から
journey-sample-success = 毎週使われ、月次報告がこれだけで作れている
journey-sample-entry-onboarding = 契約席数 > 0
journey-sample-entry-adoption = 初期設定完了 AND 利用ユーザー数 >= 0.3 * 契約席数
journey-sample-entry-growth = 初期設定完了 AND 利用ユーザー数 >= 0.6 * 契約席数
journey-sample-check-set-up = 初期設定が完了
journey-sample-check-set-up-condition = 初期設定完了
journey-sample-check-third = 席数の3分の1が利用
journey-sample-check-third-condition = 利用ユーザー数 >= 契約席数 / 3
journey-sample-check-weekly = 1週間以内に利用
journey-sample-check-weekly-condition = 最終ログインからの日数 < 7
journey-sample-check-reports = レポートが読まれている
journey-sample-check-reports-condition = レポート閲覧数 >= 利用ユーザー数
journey-sample-compare = 2社と比べて検討する
journey-sample-import = 利用者の名簿を取り込む
journey-sample-own-reports = 自分たちでレポートを作る
journey-sample-departments = 他部署から使いたいと言われる
journey-sample-demo = 自社データでのデモ
journey-sample-demo-channel = Web会議
journey-sample-kick-off = キックオフと毎週の確認
journey-sample-kick-off-channel = 電話
journey-sample-meeting = 管理者どうしの交流会
journey-sample-meeting-channel = 会場とオンライン
journey-sample-no-time = 設定に手が回らない
journey-sample-alone = 管理者が1人で、相談相手がいない
journey-sample-friday = 金曜の報告がこれで済む
journey-sample-friday-before = また新しいツールか
journey-sample-afternoon = 半日で一緒に設定を終える
journey-sample-guide = 10分で最初のレポートを作る手引き
journey-sample-team = カスタマーサクセス
