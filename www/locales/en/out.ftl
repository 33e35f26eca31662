# Out of the tool: canvases, KPI trees and journeys as files
out-svg = Save as picture (SVG)
out-png = Save as picture (PNG)
out-png-large = This browser cannot draw so large a picture.
out-png-large-action = Save it as picture (SVG) instead.
out-markdown = Save as Markdown
out-csv = Save as CSV
out-print = Print…
out-saved = Saved: { $file }
out-saved-bare = Saved: { $file }. With more than 10,000 notes, nodes or links it is a picture only: dropped here, it cannot be added again.
out-nothing-in-picture = This picture carries nothing of this product, or something of a newer version.
out-picture-many = This picture carries more than 10,000 notes, nodes or links, which is more than is added at once.
out-picture-large = Pictures of more than 16 MB are not read. Nothing was added.

# KPI trees
out-kpi-as-of = { $workspace } · as of { $date }
out-kpi-legend = Solid lines are parts of a formula (+ − × ÷, f for any other). Dashed lines are influences: ? hypothesis, ≈ correlated, ✓ verified.
out-kpi-level = Depth
out-kpi-parent = Under
out-kpi-evidence = Evidence
