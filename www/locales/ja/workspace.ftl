## ワークスペース：保存、タブ、一覧、保存容量

saved-saved = 保存済み
    .hint = すべての変更はこのブラウザのデータベースに保存されています。
saved-saving = 保存中…
saved-opening = 開いています…
saved-following = 閲覧のみ
saved-not = 未保存
saved-load-again = 読み込み直す
saved-data-missing = データ未読み込み
saved-failed = { $count } 件の変更が未保存です
saved-retry = もう一度保存する

workspace-name = ワークスペースの名前
workspace-untitled = 無題のワークスペース
workspace-following = このワークスペースは別のタブで編集中です。保存された変更はこの画面にも反映されます。
workspace-take-over = このタブで編集する
workspace-refused = 変更していません。このワークスペースは別のタブで編集中です。編集を引き継いでからやり直してください。
workspace-left-over = { $count } 件の変更をワークスペースに反映できませんでした。内容は別に残してあります。
workspace-left-over-download = ダウンロード
workspace-left-over-forget = 破棄する
workspace-reload = ページを再読み込み
workspace-newer = このワークスペースは新しいバージョンの Sodachi で作成されています。ページを再読み込みして最新版でお開きください。データは変更していません。
workspace-unreadable = このワークスペースを読み取れません。データは変更していません。理由：{ $reason }

storage-quota = このサイトで使える保存容量がいっぱいです。不要なスナップショットやワークスペースを削除するか、ディスクの空きを増やしてから、もう一度お試しください。
storage-blocked = 別のタブで古いバージョンの Sodachi が開いています。そのタブを閉じてから、このページを再読み込みしてください。
storage-too-new = 別のタブで新しいバージョンの Sodachi が開いています。このページを再読み込みしてください。
storage-conflict = 別のタブでこのワークスペースが変更されました。
storage-closed = ブラウザがデータベースを閉じました。サイトデータが削除された可能性があります。ページを再読み込みしてください。
storage-missing = このワークスペースはこのブラウザにありません。
storage-other = ブラウザのデータベースでエラーが発生しました：{ $reason }

workspace-sample-name = サンプル
workspace-sample-apart = サンプルは新しいワークスペースに作成しました。元のワークスペースは変更していません。ワークスペースの一覧からいつでも開けます。
workspace-snapshots-damaged = 読み取れないスナップショットが { $count } 件あります。ほかのスナップショットは利用できます。詳しくは「データ」画面をご覧ください。
workspaces-heading = ワークスペース
workspace-new = 新規ワークスペース
workspaces-name-field = ワークスペース名
workspace-rename = 「{ $name }」の名前を変更
workspace-rename-do = 名前を変更
workspace-delete = 「{ $name }」を削除
workspace-delete-sure = 「{ $name }」を、スナップショットやスコアカードも含めてすべて削除します。元に戻すことはできません。
workspace-delete-do = 完全に削除する
workspace-cancel = キャンセル
workspace-accounts = { $count } 件のアカウント
workspace-is-open = 使用中
workspace-open-elsewhere = 処理できませんでした。このワークスペースは別のタブで開いています。先にそのタブを閉じてください。

storage-heading = 保存容量
storage-room = { $quota } のうち { $used } を使用中
storage-room-label = このブラウザで Sodachi が使用している容量
storage-persisted = ブラウザがこのデータを自動的に削除することはありません。
storage-not-persisted = ディスクの空きが少なくなると、ブラウザがこのデータを自動的に削除することがあります。ワークスペースをファイルに保存しておくか、データを保持するようブラウザに要求してください。
storage-persist = データの保持を要求する
workspace-save-file = ワークスペースをファイルに保存
workspace-read-file = ワークスペースのファイルを開く
workspace-file-saved = { $file } として保存しました。ワークスペース全体が含まれ、どのPCでも開けます。
workspace-file-saved-without = { $file } として保存しましたが、一部が含まれていません。スナップショット：{ $snapshots ->
    [none] すべて
   *[other] 読み取れない{ $snapshots }件を除くすべて
}。名前付きの版：{ $versions ->
    [none] すべて
    [all] なし（ブラウザのデータベースを読み取れませんでした）
   *[other] { $versions }件を除くすべて（読み取れないか、入りきらない古い版です）
}。それ以外はすべて含まれています。
history-full = 名前付きの版が100件あるため、残せませんでした。
history-full-action = 不要な版を削除してください。
