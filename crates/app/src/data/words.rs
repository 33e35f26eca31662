//! Message ids for what the engine names.

use crate::text::Text;
use std::rc::Rc;
use table::{
    ColumnType, DateOrder, DecimalMark, Delimiter, DiagnosticKind, Encoding, OutcomeMeaning, Role,
};
use yew::AttrValue;

/// All roles, in the order in which they are offered.
pub const ROLES: [Role; 11] = [
    Role::AccountId,
    Role::Name,
    Role::Segment,
    Role::StartDate,
    Role::Revenue,
    Role::Owner,
    Role::Outcome,
    Role::OutcomeDate,
    Role::SnapshotDate,
    Role::MeasureInput,
    Role::Other,
];

/// All types.
pub const TYPES: [ColumnType; 5] = [
    ColumnType::Text,
    ColumnType::Integer,
    ColumnType::Decimal,
    ColumnType::Boolean,
    ColumnType::Date,
];

/// Both orders of day and month.
pub const DATE_ORDERS: [DateOrder; 2] = [DateOrder::MonthFirst, DateOrder::DayFirst];

/// Both decimal marks.
pub const DECIMAL_MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];

/// Both meanings of yes in the outcome column.
pub const MEANINGS: [OutcomeMeaning; 2] =
    [OutcomeMeaning::OneIsChurned, OutcomeMeaning::OneIsRenewed];

/// The name of a role.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::AccountId => "data-role-account-id",
        Role::Name => "data-role-name",
        Role::Segment => "data-role-segment",
        Role::StartDate => "data-role-start-date",
        Role::Revenue => "data-role-revenue",
        Role::Owner => "data-role-owner",
        Role::Outcome => "data-role-outcome",
        Role::OutcomeDate => "data-role-outcome-date",
        Role::SnapshotDate => "data-role-snapshot-date",
        Role::MeasureInput => "data-role-measure-input",
        Role::Other => "data-role-other",
    }
}

/// The name of a type.
pub fn column_type(column_type: ColumnType) -> &'static str {
    match column_type {
        ColumnType::Text => "data-type-text",
        ColumnType::Integer => "data-type-integer",
        ColumnType::Decimal => "data-type-decimal",
        ColumnType::Boolean => "data-type-boolean",
        ColumnType::Date => "data-type-date",
    }
}

/// The name of an encoding.
pub fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "data-encoding-utf8",
        Encoding::Utf16Le => "data-encoding-utf16le",
        Encoding::Utf16Be => "data-encoding-utf16be",
        Encoding::ShiftJis => "data-encoding-shift-jis",
        Encoding::EucJp => "data-encoding-euc-jp",
        Encoding::Windows1252 => "data-encoding-windows-1252",
    }
}

/// The name of a delimiter.
pub fn delimiter(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => "data-delimiter-comma",
        Delimiter::Semicolon => "data-delimiter-semicolon",
        Delimiter::Tab => "data-delimiter-tab",
        Delimiter::Pipe => "data-delimiter-pipe",
    }
}

/// What an order of day and month is called.
pub fn date_order(order: DateOrder) -> &'static str {
    match order {
        DateOrder::MonthFirst => "data-dates-month-first",
        DateOrder::DayFirst => "data-dates-day-first",
    }
}

/// What a decimal mark is called.
pub fn decimal_mark(mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Point => "data-decimal-point",
        DecimalMark::Comma => "data-decimal-comma",
    }
}

/// What yes means in the outcome column.
pub fn meaning(meaning: OutcomeMeaning) -> &'static str {
    match meaning {
        OutcomeMeaning::OneIsChurned => "data-outcome-churned",
        OutcomeMeaning::OneIsRenewed => "data-outcome-renewed",
    }
}

/// The same as a whole sentence, where no label stands around it.
pub fn yes_means(meaning: OutcomeMeaning) -> &'static str {
    match meaning {
        OutcomeMeaning::OneIsChurned => "data-outcome-yes-churned",
        OutcomeMeaning::OneIsRenewed => "data-outcome-yes-renewed",
    }
}

/// What was wrong with a row or a cell, and what became of it.
pub fn diagnostic(kind: DiagnosticKind) -> &'static str {
    match kind {
        DiagnosticKind::TooManyFields => "data-diagnostic-too-many-fields",
        DiagnosticKind::TooFewFields => "data-diagnostic-too-few-fields",
        DiagnosticKind::TextAfterQuote => "data-diagnostic-text-after-quote",
        DiagnosticKind::UnclosedQuote => "data-diagnostic-unclosed-quote",
        DiagnosticKind::BareQuote => "data-diagnostic-bare-quote",
        DiagnosticKind::NulRemoved => "data-diagnostic-nul-removed",
        DiagnosticKind::InvalidCharacters => "data-diagnostic-invalid-characters",
        DiagnosticKind::NotAnInteger => "data-diagnostic-not-an-integer",
        DiagnosticKind::NotADecimal => "data-diagnostic-not-a-decimal",
        DiagnosticKind::NotABoolean => "data-diagnostic-not-a-boolean",
        DiagnosticKind::NotADate => "data-diagnostic-not-a-date",
        DiagnosticKind::OtherUnit => "data-diagnostic-other-unit",
        DiagnosticKind::NoAccountId => "data-diagnostic-no-account-id",
        DiagnosticKind::RepeatedId => "data-diagnostic-repeated-id",
        DiagnosticKind::AboveTable => "data-diagnostic-above-table",
        DiagnosticKind::RecordTooLong => "data-diagnostic-record-too-long",
    }
}

/// The words for a list of things, to choose from.
pub fn options<T: Copy>(text: &Text, all: &[T], id: fn(T) -> &'static str) -> Rc<[AttrValue]> {
    all.iter().map(|item| text.t(id(*item))).collect()
}

/// The place of a thing in a list, 0 when it is not there.
pub fn place<T: PartialEq>(all: &[T], item: &T) -> usize {
    all.iter().position(|i| i == item).unwrap_or(0)
}
