## Templates of scorecards
template-dear = DEAR
template-ams = Adoption, maturity, sentiment
template-checks = Checklist
template-onboarding = Onboarding
template-kana = Five questions
template-blank = Blank
