## スコアカードのテンプレート
template-dear = DEAR
template-ams = 活用・成熟・満足
template-checks = チェックリスト
template-onboarding = オンボーディング
template-kana = あいうえお
template-blank = 空のカード
