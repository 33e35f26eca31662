//! The inputs of a program: columns of a moment, figures, and what was made before.

use super::{Run, Values};
use crate::Type;
use crate::kernel::View;
use crate::moments::fits;
use crate::program::{Input, Program, truth};
use crate::texts::ABSENT;
use std::ops::Range;
use table::{Codes, ColumnData};

/// One input over all rows of a moment.
enum Source<'a> {
    Number(f64),
    Truth(u8),
    Text(u32),
    /// Read as it lies there.
    Numbers(&'a [f64]),
    /// Made wider block by block.
    Widened(&'a ColumnData),
    Booleans(&'a [u8]),
    /// Codes of a dictionary, and what is added to them.
    Codes(&'a Codes, u32),
    Made(Values),
}

/// What was made: values of all rows, or one figure for all.
pub(super) enum Whole {
    Rows(Values),
    Number(f64),
    Truth(u8),
    Text(u32),
}

/// The inputs, with the rows of the block at hand.
pub(super) struct Bound<'a> {
    sources: Vec<Source<'a>>,
    rows: Range<usize>,
    numbers: Vec<Vec<f64>>,
    truths: Vec<Vec<u8>>,
    texts: Vec<Vec<u32>>,
}

impl<'a> Bound<'a> {
    /// What a moment does not have is absent.
    pub(super) fn new(
        run: &mut Run<'a>,
        program: &'a Program,
        made: Vec<Whole>,
        moment: usize,
    ) -> Self {
        let mut made: Vec<Option<Whole>> = made.into_iter().map(Some).collect();
        let sources: Vec<Source<'a>> = program
            .inputs
            .iter()
            .map(|input| match input {
                Input::Made(at) => match made.get_mut(*at).and_then(Option::take) {
                    Some(Whole::Rows(values)) => Source::Made(values),
                    Some(Whole::Number(n)) => Source::Number(n),
                    Some(Whole::Truth(t)) => Source::Truth(t),
                    Some(Whole::Text(code)) => Source::Text(code),
                    None => Source::Number(f64::NAN),
                },
                _ => source(run, input, moment),
            })
            .collect();
        let count = sources.len();
        Self {
            sources,
            rows: 0..0,
            numbers: vec![Vec::new(); count],
            truths: vec![Vec::new(); count],
            texts: vec![Vec::new(); count],
        }
    }

    /// Makes the rows of a block ready.
    pub(super) fn load(&mut self, rows: Range<usize>) {
        let length = rows.len();
        for (at, source) in self.sources.iter().enumerate() {
            match source {
                Source::Widened(data) => {
                    let out = &mut self.numbers[at];
                    out.resize(length, f64::NAN);
                    data.numbers(rows.clone(), out);
                }
                Source::Booleans(values) => {
                    let out = &mut self.truths[at];
                    out.clear();
                    // 0 no, 1 yes, 2 absent
                    out.extend(values[rows.clone()].iter().map(|b| match b {
                        0 => truth::FALSE,
                        1 => truth::TRUE,
                        _ => truth::UNKNOWN,
                    }));
                }
                Source::Codes(codes, base) => {
                    let out = &mut self.texts[at];
                    out.clear();
                    match codes {
                        Codes::U8(v) => widen(&v[rows.clone()], u8::MAX, *base, out),
                        Codes::U16(v) => widen(&v[rows.clone()], u16::MAX, *base, out),
                        Codes::U32(v) => widen(&v[rows.clone()], u32::MAX, *base, out),
                    }
                }
                _ => {}
            }
        }
        self.rows = rows;
    }

    pub(super) fn number(&self, input: usize) -> View<'_, f64> {
        match &self.sources[input] {
            Source::Number(n) => View::Same(*n),
            Source::Numbers(all) => View::Rows(&all[self.rows.clone()]),
            Source::Widened(_) => View::Rows(&self.numbers[input]),
            Source::Made(Values::Numbers(all)) => View::Rows(&all[self.rows.clone()]),
            _ => View::Same(f64::NAN),
        }
    }

    pub(super) fn truth(&self, input: usize) -> View<'_, u8> {
        match &self.sources[input] {
            Source::Truth(t) => View::Same(*t),
            Source::Booleans(_) => View::Rows(&self.truths[input]),
            Source::Made(Values::Truths(all)) => View::Rows(&all[self.rows.clone()]),
            _ => View::Same(truth::UNKNOWN),
        }
    }

    pub(super) fn text(&self, input: usize) -> View<'_, u32> {
        match &self.sources[input] {
            Source::Text(code) => View::Same(*code),
            Source::Codes(..) => View::Rows(&self.texts[input]),
            Source::Made(Values::Texts(all)) => View::Rows(&all[self.rows.clone()]),
            _ => View::Same(ABSENT),
        }
    }
}

fn widen<C: Copy + PartialEq + Into<u32>>(codes: &[C], absent: C, base: u32, out: &mut Vec<u32>) {
    out.extend(codes.iter().map(|&c| if c == absent { ABSENT } else { base + c.into() }));
}

fn source<'a>(run: &mut Run<'a>, input: &'a Input, moment: usize) -> Source<'a> {
    let absent = Source::Number(f64::NAN);
    let Some(at) = run.frame.moments.get(moment) else { return absent };
    let whole = |values: Option<&'a [f64]>| match values {
        Some(values) if values.len() >= at.table.rows => Source::Numbers(values),
        _ => Source::Number(f64::NAN),
    };
    match input {
        Input::Column(name, wanted) => {
            let Some(column) = at.table.column(name) else { return absent };
            if !fits(column.data.column_type(), *wanted) {
                return absent;
            }
            match (&column.data, wanted) {
                (ColumnData::Decimal(values), _) => Source::Numbers(values),
                (ColumnData::Boolean(values), Type::Boolean) => Source::Booleans(values),
                (ColumnData::Text(text), _) => match run.texts.base(&text.dictionary) {
                    Some(base) => Source::Codes(&text.codes, base),
                    None => absent,
                },
                _ => Source::Widened(&column.data),
            }
        }
        Input::Score => whole(at.scores.as_ref().map(|s| s.score)),
        Input::Level => whole(at.scores.as_ref().map(|s| s.level)),
        Input::Points(name) => {
            let points = at.scores.as_ref().map(|s| &s.points);
            let found = points.and_then(|p| p.iter().find(|(measure, _)| measure == name));
            whole(found.map(|(_, points)| *points))
        }
        Input::Today => Source::Number(f64::from(at.date.0)),
        Input::Made(_) => absent,
    }
}
