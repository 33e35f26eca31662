//! The columns of the sample.

use crate::Language;
use table::Role;

/// A column of the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// "A-000123"
    AccountId,
    /// A made-up company.
    Company,
    /// Starter, Standard, Enterprise.
    Plan,
    /// Ten of them.
    Industry,
    /// Small, Medium, Large.
    Size,
    /// Six of them.
    Region,
    /// Who looks after it; absent for the starter plan, which nobody does.
    Owner,
    /// When the first contract began.
    Start,
    /// When the present contract ends.
    Renewal,
    /// Monthly recurring revenue, US dollars or yen.
    Mrr,
    /// Contracted seats.
    Seats,
    /// Users active within the last 7 days.
    ActiveUsers,
    /// Logins within the last 7 days.
    Logins,
    /// Days since anyone logged in.
    IdleDays,
    /// Of 20 features, how many were used within the last 7 days.
    Features,
    /// Reports opened within the last 7 days.
    Reports,
    /// Support tickets within the last 28 days.
    Tickets,
    /// The last answer, 0–10; most never answered.
    Nps,
    /// Whether the set-up was finished.
    Onboarded,
    /// Per cent; looks good on everyone and foretells nothing.
    EmailOpenRate,
    /// What was decided about the coming renewal; absent until it is.
    Decision,
    /// When it was decided.
    DecisionDate,
}

impl Field {
    /// All columns, in order.
    pub const ALL: [Self; 22] = [
        Self::AccountId,
        Self::Company,
        Self::Plan,
        Self::Industry,
        Self::Size,
        Self::Region,
        Self::Owner,
        Self::Start,
        Self::Renewal,
        Self::Mrr,
        Self::Seats,
        Self::ActiveUsers,
        Self::Logins,
        Self::IdleDays,
        Self::Features,
        Self::Reports,
        Self::Tickets,
        Self::Nps,
        Self::Onboarded,
        Self::EmailOpenRate,
        Self::Decision,
        Self::DecisionDate,
    ];

    /// The header.
    #[must_use]
    pub fn header(self, language: Language) -> &'static str {
        let (english, japanese) = match self {
            Self::AccountId => ("Account ID", "顧客ID"),
            Self::Company => ("Company", "会社名"),
            Self::Plan => ("Plan", "プラン"),
            Self::Industry => ("Industry", "業種"),
            Self::Size => ("Company size", "企業規模"),
            Self::Region => ("Region", "地域"),
            Self::Owner => ("CSM", "担当"),
            Self::Start => ("Contract start", "契約開始日"),
            Self::Renewal => ("Renewal date", "更新日"),
            Self::Mrr => ("MRR (USD)", "月額（円）"),
            Self::Seats => ("Seats", "契約席数"),
            Self::ActiveUsers => ("Active users", "利用ユーザー数"),
            Self::Logins => ("Weekly logins", "週間ログイン数"),
            Self::IdleDays => ("Days since last login", "最終ログインからの日数"),
            Self::Features => ("Features used", "利用機能数"),
            Self::Reports => ("Report views", "レポート閲覧数"),
            Self::Tickets => ("Tickets (28 days)", "問い合わせ件数"),
            Self::Nps => ("NPS", "NPS"),
            Self::Onboarded => ("Onboarding completed", "初期設定完了"),
            Self::EmailOpenRate => ("Email open rate (%)", "メール開封率（%）"),
            Self::Decision => ("Renewal decision", "更新判断"),
            Self::DecisionDate => ("Decided on", "判断日"),
        };
        match language {
            Language::English => english,
            Language::Japanese => japanese,
        }
    }

    /// What it is for.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::AccountId => Role::AccountId,
            Self::Company => Role::Name,
            Self::Plan | Self::Industry | Self::Size | Self::Region => Role::Segment,
            Self::Owner => Role::Owner,
            Self::Start => Role::StartDate,
            Self::Renewal => Role::Other,
            Self::Mrr => Role::Revenue,
            Self::Decision => Role::Outcome,
            Self::DecisionDate => Role::OutcomeDate,
            _ => Role::MeasureInput,
        }
    }
}
