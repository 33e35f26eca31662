//! Scorecards to start from. A template is data: message keys, and what its dimensions are about.

use crate::topic::Topic;

/// A scorecard to start from. Texts are the UI's: every key is the id of a message.
#[derive(Debug)]
pub struct Template {
    /// The message key of its name, such as `template-dear`; that key with `-description` says what
    /// it is for.
    pub key: &'static str,
    /// Its dimensions, in the order shown.
    pub slots: &'static [TemplateSlot],
    /// Whether measures are proposed as checks (done or not) instead of scales.
    pub(crate) checks: bool,
}

/// A dimension of a template.
#[derive(Debug)]
pub struct TemplateSlot {
    /// The message key of its name, such as `template-dear-deployment`.
    pub key: &'static str,
    /// Its weight among the dimensions.
    pub weight: f64,
    /// At most so many measures are proposed for it.
    pub(crate) most: usize,
    /// What its measures are about, the most telling first.
    pub(crate) topics: &'static [Topic],
    /// What may stand in when there is no column about any of these.
    pub(crate) or_else: &'static [Topic],
}

const fn slot(
    key: &'static str,
    topics: &'static [Topic],
    or_else: &'static [Topic],
) -> TemplateSlot {
    TemplateSlot { key, weight: 25.0, most: 4, topics, or_else }
}

const fn kana(key: &'static str) -> TemplateSlot {
    TemplateSlot { key, weight: 20.0, most: 0, topics: &[], or_else: &[] }
}

use Topic::{
    ActiveUsers, Arrears, Commitment, Features, Frequency, Licences, Recency, Sentiment, Setup,
    Tenure, Trend, Trouble, Usage, Value,
};

static TEMPLATES: &[Template] = &[
    Template {
        key: "template-dear",
        checks: false,
        slots: &[
            slot(
                "template-dear-deployment",
                &[ActiveUsers, Licences, Setup],
                &[Commitment, Tenure, Frequency],
            ),
            slot(
                "template-dear-engagement",
                &[Usage, Recency, Trend, Trouble, Frequency],
                &[Sentiment, Tenure, Commitment],
            ),
            slot("template-dear-adoption", &[Features], &[Frequency, Usage, Trend, Tenure]),
            slot("template-dear-roi", &[Value, Sentiment, Arrears], &[Tenure, Commitment, Trend]),
        ],
    },
    Template {
        key: "template-ams",
        checks: false,
        slots: &[
            slot(
                "template-ams-adoption",
                &[ActiveUsers, Usage, Recency, Setup],
                &[Frequency, Features, Licences],
            ),
            slot(
                "template-ams-maturity",
                &[Features, Frequency, Trend, Tenure],
                &[Commitment, Value, Setup],
            ),
            slot("template-ams-sentiment", &[Sentiment, Trouble], &[Arrears, Commitment]),
        ],
    },
    Template {
        key: "template-checks",
        checks: true,
        slots: &[TemplateSlot {
            key: "template-checks-list",
            weight: 100.0,
            most: 8,
            topics: &[
                Setup,
                Usage,
                Recency,
                Features,
                Sentiment,
                Trouble,
                Frequency,
                ActiveUsers,
                Arrears,
            ],
            or_else: &[Tenure, Commitment, Value],
        }],
    },
    Template {
        key: "template-onboarding",
        checks: false,
        slots: &[
            slot("template-onboarding-setup", &[Setup, Licences], &[Commitment, Tenure]),
            slot(
                "template-onboarding-first-use",
                &[ActiveUsers, Usage, Recency],
                &[Frequency, Trend],
            ),
            slot(
                "template-onboarding-first-value",
                &[Features, Sentiment, Trouble],
                &[Value, Frequency],
            ),
        ],
    },
    Template {
        key: "template-kana",
        checks: false,
        slots: &[
            kana("template-kana-a"),
            kana("template-kana-i"),
            kana("template-kana-u"),
            kana("template-kana-e"),
            kana("template-kana-o"),
        ],
    },
    Template { key: "template-blank", checks: false, slots: &[] },
];

/// All templates, in the order shown: DEAR (Deployment, Engagement, Adoption, ROI);
/// adoption–maturity–sentiment; a list of checks; onboarding; five slots あ・い・う・え・お, whose names
/// the user fills in and which therefore get no proposals; blank.
#[must_use]
pub fn templates() -> &'static [Template] {
    TEMPLATES
}

/// The template with that key.
#[must_use]
pub fn template(key: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|t| t.key == key)
}
