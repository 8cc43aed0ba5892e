//! Identifiers. An [`Id`] is unique inside its home district; a [`Ref`] is the pair
//! `district.id` in one string and is the only handle that leaves the server.

use std::{fmt, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{District, Instant, Refusal};

/// UUIDv7 of a thing of kind `T`, written as 32 lower-case hex digits: in the database, in JSON and
/// in logs alike.
pub struct Id<T>(Uuid, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// A new id for the instant `at`, with 74 bits from `entropy` (make it from the system's
    /// generator; tests may pass what they like).
    pub fn new(at: Instant, entropy: [u8; 10]) -> Self {
        let millis = at.micros().max(0).unsigned_abs() / 1_000;
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &entropy).into_uuid(), PhantomData)
    }

    /// The id that these 16 bytes are: of something worked out, not made anew.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes), PhantomData)
    }

    /// The id as another kind; for generic code such as timelines that store any subject.
    pub fn cast<U>(self) -> Id<U> {
        Id(self.0, PhantomData)
    }

    /// The 16 bytes.
    pub fn bytes(&self) -> [u8; 16] {
        *self.0.as_bytes()
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> FromStr for Id<T> {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let well_formed = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        match Uuid::try_parse(text) {
            Ok(id) if well_formed => Ok(Self(id, PhantomData)),
            _ => Err(Refusal::invalid("id", "编号应为32位小写十六进制", "An id is 32 lower-case hex digits")),
        }
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(|e: Refusal| serde::de::Error::custom(e.en))
    }
}

/// A handle valid in the whole system: home district and id, written `500107.0198…`.
pub struct Ref<T> {
    /// The home shard: every statement about the thing is keyed by it.
    pub district: District,
    /// The id inside the district.
    pub id: Id<T>,
}

impl<T> Ref<T> {
    /// Pairs a district with an id.
    pub fn new(district: District, id: Id<T>) -> Self {
        Self { district, id }
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self { district: self.district.clone(), id: self.id }
    }
}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.district == other.district
    }
}
impl<T> Eq for Ref<T> {}
impl<T> std::hash::Hash for Ref<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}
impl<T> fmt::Display for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.district, self.id)
    }
}
impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> FromStr for Ref<T> {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let (district, id) = text.rsplit_once('.').ok_or_else(|| {
            Refusal::invalid("ref", "引用应为“区县代码.编号”", "A reference reads district.id")
        })?;
        Ok(Self { district: district.parse()?, id: id.parse()? })
    }
}
impl<T> Serialize for Ref<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(|e: Refusal| serde::de::Error::custom(e.en))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_reads_back() {
        let id: Id<()> = Id::new(Instant::from_micros(1_767_225_600_000_000), [7; 10]);
        let whole = Ref::new("500107~d7".parse().expect("district"), id);
        assert_eq!(whole.to_string().parse::<Ref<()>>().expect("ref"), whole);
        assert!("500107".parse::<Ref<()>>().is_err());
        assert!("500107.XYZ".parse::<Ref<()>>().is_err());
    }
}
