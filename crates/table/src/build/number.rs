//! Integer and decimal columns. Integers are stored in the narrowest width so far and widen in
//! place, to decimals as well.

use super::{
    Block, Fit, MISFITS_OF_NUMBERS, Verdict,
    integers::{ABSENT, extend},
    marks::Marks,
    odd::{CODE, Odd, forced},
};
use crate::{
    ColumnData, ColumnPlan, ColumnType, DecimalMark, Integers, Unit,
    diagnostic::DiagnosticKind,
    parse::{
        self, eight, mark,
        number::{self, NotNumber, Number},
    },
};

#[derive(Clone, Debug)]
pub(crate) struct NumberBuilder {
    settled: bool,
    /// The user demands whole numbers.
    only_integers: bool,
    fit: Fit,
    unit: Option<Unit>,
    marks: Marks,
    /// A code is among the numbers.
    code: bool,
    values: Values,
    /// How many rows there will be, if that was said.
    expected: usize,
    /// The integers of the block at hand.
    block: Vec<i64>,
}

#[derive(Clone, Debug)]
enum Values {
    Integers(Integers),
    Decimals(Vec<f64>),
}

impl NumberBuilder {
    /// `settled` keeps the type, `mark_may_change` is whether the cells decide on the decimal mark, and
    /// `beside_commas` whether commas stand between the fields.
    pub(crate) fn new(
        plan: &ColumnPlan,
        settled: bool,
        mark_may_change: bool,
        beside_commas: bool,
    ) -> Self {
        let integer = plan.read_as() == ColumnType::Integer;
        Self {
            settled,
            only_integers: plan.column_type == Some(ColumnType::Integer),
            fit: Fit::default(),
            unit: plan.unit,
            marks: Marks::new(plan.decimal, mark_may_change, beside_commas, settled),
            code: false,
            values: if integer {
                Values::Integers(Integers::I8(Vec::new()))
            } else {
                Values::Decimals(Vec::new())
            },
            expected: 0,
            block: Vec::new(),
        }
    }

    pub(crate) fn unit(&self) -> Option<Unit> {
        self.unit
    }

    pub(crate) fn decimal(&self) -> DecimalMark {
        self.marks.decimal
    }

    pub(crate) fn expect_rows(&mut self, rows: usize) {
        self.expected = rows;
        match &mut self.values {
            Values::Integers(Integers::I8(v)) => v.reserve(rows),
            Values::Integers(_) => {}
            Values::Decimals(v) => v.reserve(rows),
        }
    }

    pub(crate) fn append(&mut self, column: usize, block: &mut Block<'_>) {
        if self.fit.doomed {
            return;
        }
        if matches!(self.values, Values::Integers(_)) && !self.append_integers(column, block) {
            self.widen_to_decimals();
        }
        if matches!(self.values, Values::Decimals(_)) {
            self.append_decimals(column, block);
        }
        self.fit.look_ahead(self.settled);
    }

    /// Takes in the block as integers; `false`, with nothing taken in, when a decimal is in it.
    fn append_integers(&mut self, column: usize, block: &mut Block<'_>) -> bool {
        let mut values = std::mem::take(&mut self.block);
        values.clear();
        let mut least = 0;
        let mut greatest = 0;
        let mut odd = Vec::new();
        let mut absent = 0;
        let mut clean = Vec::new();
        block.index.each_span(column, |row, span| {
            let value =
                span.plain().and_then(|(start, end)| eight::integer(block.bytes, start, end));
            if let Some(value) = value {
                least = value.min(least);
                greatest = value.max(greatest);
                values.push(value);
                return;
            }
            let bytes = span.text(block.bytes, &mut clean);
            if let Some(value) = number::fast_integer(bytes) {
                least = value.min(least);
                greatest = value.max(greatest);
                values.push(value);
            } else {
                values.push(ABSENT);
                if bytes.is_empty() {
                    absent += 1;
                } else {
                    odd.push(row);
                }
            }
        });
        let mut misfits = Vec::new();
        let mut unit = self.unit;
        let told = self.marks;
        for row in odd {
            let bytes = block.index.cell(block.bytes, row, column, &mut clean);
            match self.odd(bytes, &mut unit) {
                Odd::Absent => absent += 1,
                Odd::Value(Number::Integer(value)) => {
                    least = value.min(least);
                    greatest = value.max(greatest);
                    values[row] = value;
                }
                Odd::Value(Number::Decimal(_)) if !self.only_integers => {
                    self.block = values;
                    // the block is read once more
                    self.marks = told;
                    return false;
                }
                Odd::Value(Number::Decimal(_)) => {
                    misfits.push((row, DiagnosticKind::NotAnInteger));
                }
                Odd::Misfit(kind) => misfits.push((row, kind)),
            }
        }
        self.unit = unit;
        self.fit.present += values.len() as u64 - absent;
        self.report(column, block, &misfits, DiagnosticKind::NotAnInteger);
        if let Values::Integers(all) = &mut self.values {
            extend(all, &values, least, greatest, self.expected);
        }
        self.block = values;
        true
    }

    fn append_decimals(&mut self, column: usize, block: &mut Block<'_>) {
        let Values::Decimals(mut values) =
            std::mem::replace(&mut self.values, Values::Decimals(Vec::new()))
        else {
            return;
        };
        let before = values.len();
        let mut odd = Vec::new();
        let mut absent = 0;
        let mut clean = Vec::new();
        let point = self.marks.decimal == DecimalMark::Point;
        let mut only_comma = 0;
        let mut code_with_point = self.marks.code_with_point || !self.marks.beside_commas;
        let mut no_pair = self.marks.no_pair || !self.marks.beside_commas;
        let is_group = |bytes: &[u8]| bytes.len() > 4 && bytes[bytes.len() - 4] == b',';
        block.index.each_span(column, |row, span| {
            let plain = span.plain();
            let value = match plain {
                Some((start, end)) if point => eight::decimal(block.bytes, start, end),
                _ => None,
            };
            if let Some(value) = value {
                values.push(value);
                return;
            }
            let bytes = span.text(block.bytes, &mut clean);
            let value = if point {
                number::fast_decimal(bytes)
            } else if let Some((value, told)) = mark::fast_comma(bytes) {
                only_comma += u64::from(told);
                // asked until one is found
                code_with_point =
                    code_with_point || told && is_group(bytes) && mark::is_code_with_point(bytes);
                no_pair = no_pair || told && !mark::is_pair(bytes);
                Some(value)
            } else {
                number::fast_integer(bytes).map(|value| value as f64)
            };
            if let Some(value) = value {
                values.push(value);
            } else {
                values.push(f64::NAN);
                if bytes.is_empty() {
                    absent += 1;
                } else {
                    odd.push(row);
                }
            }
        });
        let mut misfits = Vec::new();
        let mut unit = self.unit;
        for row in odd {
            let bytes = block.index.cell(block.bytes, row, column, &mut clean);
            match self.odd(bytes, &mut unit) {
                Odd::Absent => absent += 1,
                Odd::Value(Number::Integer(value)) => values[before + row] = value as f64,
                Odd::Value(Number::Decimal(value)) => values[before + row] = value,
                Odd::Misfit(kind) => misfits.push((row, kind)),
            }
        }
        self.unit = unit;
        self.marks.only_comma += only_comma;
        self.marks.code_with_point = code_with_point;
        self.marks.no_pair |= no_pair;
        self.fit.present += (values.len() - before) as u64 - absent;
        self.values = Values::Decimals(values);
        self.report(column, block, &misfits, DiagnosticKind::NotADecimal);
    }

    /// What a cell is that the fast path did not read.
    fn odd(&mut self, bytes: &[u8], unit: &mut Option<Unit>) -> Odd {
        let bytes = parse::trim(bytes);
        if bytes.is_empty() || parse::is_absent_word(bytes) {
            return Odd::Absent;
        }
        let read = mark::patient(bytes, self.marks.decimal);
        let comma = self.marks.tells_comma(bytes, read.is_ok());
        match read {
            Ok((value, its)) => {
                if let (Some(its), Some(ours)) = (its, *unit)
                    && its != ours
                {
                    return Odd::Misfit(DiagnosticKind::OtherUnit);
                }
                *unit = unit.or(its);
                Odd::Value(value)
            }
            Err(NotNumber::LeadingZero) if self.settled => forced(bytes, self.marks.decimal),
            Err(NotNumber::LeadingZero | NotNumber::TooManyDigits) if !self.settled => {
                self.marks.code_with_point |= comma;
                // "0,500" is no code where a decimal comma makes it a number
                Odd::Misfit(if comma { DiagnosticKind::NotADecimal } else { CODE })
            }
            Err(_) => Odd::Misfit(DiagnosticKind::NotADecimal),
        }
    }

    fn report(
        &mut self,
        column: usize,
        block: &mut Block<'_>,
        misfits: &[(usize, DiagnosticKind)],
        kind: DiagnosticKind,
    ) {
        self.fit.misfits += misfits.len() as u64;
        // a code among the numbers: all of the column must stay text
        if !self.settled && misfits.iter().any(|(_, k)| *k == CODE) {
            self.fit.doomed = true;
            self.code = true;
            return;
        }
        for &(row, its) in misfits {
            let other = its == DiagnosticKind::OtherUnit;
            block.misfit(row, column, if other { its } else { kind });
        }
    }

    fn widen_to_decimals(&mut self) {
        let Values::Integers(all) = &self.values else { return };
        let data = ColumnData::Integer(all.clone());
        let mut decimals = Vec::with_capacity(data.len().max(self.expected));
        decimals.resize(data.len(), 0.0);
        data.numbers(0..data.len(), &mut decimals);
        self.values = Values::Decimals(decimals);
    }

    pub(crate) fn verdict(&mut self) -> Verdict {
        if self.code {
            return Verdict::text();
        }
        let column_type = match self.values {
            Values::Integers(_) => ColumnType::Integer,
            Values::Decimals(_) => ColumnType::Decimal,
        };
        let fit = self.fit;
        let fails = |misfits| Fit { misfits, ..fit }.fails(MISFITS_OF_NUMBERS);
        if let Some(other) = self.marks.verdict(column_type, fit.misfits, fails) {
            return other;
        }
        if !self.settled && fails(fit.misfits) {
            return Verdict::text();
        }
        Verdict::Keep
    }

    pub(crate) fn finish(self) -> ColumnData {
        match self.values {
            Values::Integers(all) => ColumnData::Integer(all),
            Values::Decimals(all) => ColumnData::Decimal(all),
        }
    }
}
