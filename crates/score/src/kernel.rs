//! The arithmetic of scoring, in blocks that stay in the first-level cache.
//!
//! There is no branch and no select in the loops, only arithmetic and bit masks: the compiler then
//! makes two-lane vector code of them, in wasm as well. (With `if`, it branches around the division
//! and stays scalar, which takes twice as long.)

use crate::weights::COVERAGE_SLACK;
use crate::{CardPoints, DimensionWeight};

/// Rows at a time.
pub(crate) const BLOCK: usize = 512;

type Block = [f64; BLOCK];

/// Stands in for a measure without points.
static ABSENT: Block = [f64::NAN; BLOCK];

/// Scores the rows from `first` on into `score` and `coverage`, which are equally long.
pub(crate) fn score_rows(
    card: &CardPoints<'_>,
    first: usize,
    score: &mut [f64],
    coverage: &mut [f32],
) {
    let (scores, score_rest) = score.as_chunks_mut::<BLOCK>();
    let (coverages, coverage_rest) = coverage.as_chunks_mut::<BLOCK>();
    let mut start = first;
    for (score, coverage) in scores.iter_mut().zip(coverages) {
        score_block(card, start, score, coverage);
        start += BLOCK;
    }
    if !score_rest.is_empty() {
        // the last rows, in columns filled up with absent values to a whole block
        let rest = score_rest.len();
        let mut columns = vec![ABSENT; card.points.len()];
        for (column, points) in columns.iter_mut().zip(card.points) {
            column[..rest].copy_from_slice(&points[start..start + rest]);
        }
        let points: Vec<&[f64]> = columns.iter().map(|c| c.as_slice()).collect();
        let (mut score, mut coverage) = ([0.0; BLOCK], [0.0; BLOCK]);
        let card = CardPoints { weights: card.weights, points: &points };
        score_block(&card, 0, &mut score, &mut coverage);
        score_rest.copy_from_slice(&score[..rest]);
        coverage_rest.copy_from_slice(&coverage[..rest]);
    }
}

/// Sums over the dimensions.
struct Totals {
    sum: Block,
    weight: Block,
    coverage: Block,
}

/// Sums over the measures of one dimension.
struct Part {
    sum: Block,
    weight: Block,
}

fn score_block(
    card: &CardPoints<'_>,
    first: usize,
    score: &mut Block,
    coverage: &mut [f32; BLOCK],
) {
    let mut totals = Totals { sum: [0.0; BLOCK], weight: [0.0; BLOCK], coverage: [0.0; BLOCK] };
    for d in &card.weights.dimensions {
        match d.measures.len() {
            0 => {}
            1 => dimension(load::<1>(card, first, d, 0), d, &mut totals),
            2 => dimension(load::<2>(card, first, d, 0), d, &mut totals),
            3 => dimension(load::<3>(card, first, d, 0), d, &mut totals),
            4 => dimension(load::<4>(card, first, d, 0), d, &mut totals),
            5..=8 => dimension(load::<8>(card, first, d, 0), d, &mut totals),
            many => {
                let mut part = Part { sum: [0.0; BLOCK], weight: [0.0; BLOCK] };
                for skip in (0..many).step_by(8) {
                    accumulate(load::<8>(card, first, d, skip), &mut part);
                }
                close(&part, d, &mut totals);
            }
        }
    }
    finish(&totals, card.weights.minimum_coverage - COVERAGE_SLACK, score);
    for (to, from) in coverage.iter_mut().zip(&totals.coverage) {
        *to = *from as f32;
    }
}

/// Columns with their weights.
type Measures<'a, const N: usize> = ([&'a Block; N], [f64; N]);

/// `N` measures of a dimension, from the `skip`-th on; absent ones of no weight where it has fewer.
fn load<'a, const N: usize>(
    card: &CardPoints<'a>,
    first: usize,
    d: &DimensionWeight,
    skip: usize,
) -> Measures<'a, N> {
    let mut columns = [&ABSENT; N];
    let mut weights = [0.0; N];
    for (i, m) in d.measures.clone().skip(skip).take(N).enumerate() {
        weights[i] = card.weights.measures[m].weight;
        let points = card.points.get(m).and_then(|p| p.get(first..)?.first_chunk());
        columns[i] = points.unwrap_or(&ABSENT);
    }
    (columns, weights)
}

/// All ones where it is so, all zeros where not.
#[inline(always)]
pub(crate) fn mask(is_so: bool) -> u64 {
    u64::from(is_so).wrapping_neg()
}

/// `x` where the mask is all ones, zero where it is all zeros.
#[inline(always)]
pub(crate) fn keep(x: f64, mask: u64) -> f64 {
    f64::from_bits(x.to_bits() & mask)
}

/// Weighted sum and weight of what is present in a row.
#[inline(always)]
fn sums<const N: usize>((columns, weights): &Measures<'_, N>, row: usize) -> (f64, f64) {
    let (mut sum, mut weight) = (0.0, 0.0);
    for (column, &w) in columns.iter().zip(weights) {
        let here = mask(!column[row].is_nan());
        sum += keep(column[row], here) * w;
        weight += keep(w, here);
    }
    (sum, weight)
}

#[inline(always)]
fn add(totals: &mut Totals, d: &DimensionWeight, row: usize, sum: f64, weight: f64) {
    let here = mask(weight > 0.0);
    totals.sum[row] += keep(sum / weight, here) * d.weight;
    totals.weight[row] += keep(d.weight, here);
    totals.coverage[row] += weight * d.coverage_unit;
}

#[inline(never)]
fn dimension<const N: usize>(measures: Measures<'_, N>, d: &DimensionWeight, totals: &mut Totals) {
    for row in 0..BLOCK {
        let (sum, weight) = sums(&measures, row);
        add(totals, d, row, sum, weight);
    }
}

#[inline(never)]
fn accumulate<const N: usize>(measures: Measures<'_, N>, part: &mut Part) {
    for row in 0..BLOCK {
        let (sum, weight) = sums(&measures, row);
        part.sum[row] += sum;
        part.weight[row] += weight;
    }
}

#[inline(never)]
fn close(part: &Part, d: &DimensionWeight, totals: &mut Totals) {
    for row in 0..BLOCK {
        add(totals, d, row, part.sum[row], part.weight[row]);
    }
}

/// The mean over the dimensions; not a number under the least coverage, nor where nothing with a
/// weight was present (0 ÷ 0).
#[inline(never)]
fn finish(totals: &Totals, least: f64, score: &mut Block) {
    for (row, score) in score.iter_mut().enumerate() {
        let mean = totals.sum[row] / totals.weight[row];
        let too_little = mask(totals.coverage[row] < least);
        *score = f64::from_bits(mean.to_bits() | too_little);
    }
}
