//! Reading and writing of what one area of the product alone asks for and is told: as functions of their own, so that a
//! build that is split can leave them to the part of that area. For fields, as `#[serde(with = "apart")]`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[inline(never)]
pub(super) fn serialize<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    value.serialize(to)
}

#[inline(never)]
pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<T, D::Error> {
    T::deserialize(from)
}
