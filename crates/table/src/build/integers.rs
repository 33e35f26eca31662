//! Integers in the narrowest width so far, widened in place.

use super::widened;
use crate::Integers;

/// An absent integer of a block.
pub(super) const ABSENT: i64 = i64::MIN;

/// Appends a block of integers whose least and greatest value are given, widening first if need be.
pub(super) fn extend(
    all: &mut Integers,
    block: &[i64],
    least: i64,
    greatest: i64,
    expected: usize,
) {
    macro_rules! fits {
        ($t:ty) => {
            least > i64::from(<$t>::MIN) && greatest <= i64::from(<$t>::MAX)
        };
    }
    macro_rules! widen {
        ($v:expr, $from:ty, $to:ty) => {
            widened($v, expected, |x| if x == <$from>::MIN { <$to>::MIN } else { <$to>::from(x) })
        };
    }
    if let Integers::I8(v) = all
        && !fits!(i8)
    {
        *all = Integers::I16(widen!(v, i8, i16));
    }
    if let Integers::I16(v) = all
        && !fits!(i16)
    {
        *all = Integers::I32(widen!(v, i16, i32));
    }
    if let Integers::I32(v) = all
        && !fits!(i32)
    {
        *all = Integers::I64(widen!(v, i32, i64));
    }
    macro_rules! append {
        ($v:expr, $t:ty) => {
            $v.extend(block.iter().map(|x| if *x == ABSENT { <$t>::MIN } else { *x as $t }))
        };
    }
    match all {
        Integers::I8(v) => append!(v, i8),
        Integers::I16(v) => append!(v, i16),
        Integers::I32(v) => append!(v, i32),
        Integers::I64(v) => v.extend_from_slice(block),
    }
}
