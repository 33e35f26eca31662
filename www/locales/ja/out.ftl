# 書き出し：キャンバス・KPIツリー・ジャーニーをファイルに
out-svg = 画像で保存（SVG）
out-png = 画像で保存（PNG）
out-png-large = 大きすぎて、このブラウザではPNG画像にできません。
out-png-large-action = SVG形式で保存してください。
out-markdown = Markdownで保存
out-csv = CSVで保存
out-print = 印刷…
out-saved = 保存しました：{ $file }
out-saved-bare = 保存しました：{ $file }。付箋・ノード・つながりが1万件を超えるため、画像のみです（ここに戻して取り込むことはできません）。
out-nothing-in-picture = この画像には取り込めるものが含まれていないか、新しい版で作られています。
out-picture-many = この画像には付箋・ノード・つながりが1万件を超えて含まれており、一度に取り込める上限を超えています。
out-picture-large = 16 MBを超える画像は読み取れないため、取り込みませんでした。

# KPIツリー
out-kpi-as-of = { $workspace }・{ $date }時点
out-kpi-legend = 実線は式の一部（+ − × ÷、その他はf）。破線は影響（? 仮説、≈ 相関、✓ 検証済み）。
out-kpi-level = 階層
out-kpi-parent = 上位
out-kpi-evidence = 影響の根拠
