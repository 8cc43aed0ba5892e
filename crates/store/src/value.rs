//! What is bound to a statement, and the statement itself.

use wangge_base::{Cursor, District, Id, Instant, Level, MatterCode, PostCode, Ref, UnitCode};

/// A bound parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// NULL
    Null,
    /// bigint
    Int(i64),
    /// double precision
    Real(f64),
    /// text
    Text(String),
    /// bytea
    Blob(Vec<u8>),
}

impl From<i64> for Value {
    fn from(v: i64) -> Self {
        Self::Int(v)
    }
}
impl From<i32> for Value {
    fn from(v: i32) -> Self {
        Self::Int(v.into())
    }
}
impl From<u32> for Value {
    fn from(v: u32) -> Self {
        Self::Int(v.into())
    }
}
impl From<bool> for Value {
    fn from(v: bool) -> Self {
        Self::Int(v.into())
    }
}
impl From<f64> for Value {
    fn from(v: f64) -> Self {
        Self::Real(v)
    }
}
impl From<&str> for Value {
    fn from(v: &str) -> Self {
        Self::Text(v.to_owned())
    }
}
impl From<String> for Value {
    fn from(v: String) -> Self {
        Self::Text(v)
    }
}
impl From<&String> for Value {
    fn from(v: &String) -> Self {
        Self::Text(v.clone())
    }
}
impl From<Vec<u8>> for Value {
    fn from(v: Vec<u8>) -> Self {
        Self::Blob(v)
    }
}
impl From<&[u8]> for Value {
    fn from(v: &[u8]) -> Self {
        Self::Blob(v.to_vec())
    }
}
impl<const N: usize> From<[u8; N]> for Value {
    fn from(v: [u8; N]) -> Self {
        Self::Blob(v.to_vec())
    }
}
impl From<Instant> for Value {
    fn from(v: Instant) -> Self {
        Self::Int(v.micros())
    }
}
impl From<Level> for Value {
    fn from(v: Level) -> Self {
        Self::Int(v as i64)
    }
}
impl<T> From<Id<T>> for Value {
    fn from(v: Id<T>) -> Self {
        Self::Text(v.to_string())
    }
}
impl<T> From<&Id<T>> for Value {
    fn from(v: &Id<T>) -> Self {
        Self::Text(v.to_string())
    }
}
impl<T> From<Ref<T>> for Value {
    fn from(v: Ref<T>) -> Self {
        Self::Text(v.to_string())
    }
}
impl<T> From<&Ref<T>> for Value {
    fn from(v: &Ref<T>) -> Self {
        Self::Text(v.to_string())
    }
}
impl From<&Cursor> for Value {
    fn from(v: &Cursor) -> Self {
        Self::Text(v.to_string())
    }
}

macro_rules! codes {
    ($($name:ident),+) => {$(
        impl From<$name> for Value {
            fn from(v: $name) -> Self {
                Self::Text(v.as_str().to_owned())
            }
        }
        impl From<&$name> for Value {
            fn from(v: &$name) -> Self {
                Self::Text(v.as_str().to_owned())
            }
        }
    )+};
}
codes!(District, UnitCode, MatterCode, PostCode);

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(v: Option<T>) -> Self {
        v.map_or(Self::Null, Into::into)
    }
}

/// A statement: one text for both engines. Make it a `const`; its text is cached by address.
///
/// Placeholders are `$1 … $n`, each bound by its number, as often as it occurs. A string literal
/// in the text must not contain `$` followed by a digit.
#[derive(Clone, Copy, Debug)]
pub struct Stmt {
    /// Name for logs and tests, e.g. `case.insert`.
    pub name: &'static str,
    /// The text.
    pub sql: &'static str,
}

impl Stmt {
    /// A statement under a name.
    pub const fn new(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql }
    }
}

/// The text to run: constant (cached by address) or composed (cached by content, bounded).
#[derive(Clone, Copy)]
pub(crate) enum Text<'a> {
    Fixed(&'static str),
    Composed(&'a str),
}

/// Key of a constant text: where it lies. Two texts cannot lie at one place.
pub(crate) type Place = (usize, usize);

pub(crate) fn place(sql: &'static str) -> Place {
    (sql.as_ptr() as usize, sql.len())
}

/// Hasher for [`Place`]: addresses are distinct already, they need only be spread.
#[derive(Default, Clone, Copy)]
pub(crate) struct PlaceHasher(u64);

impl std::hash::Hasher for PlaceHasher {
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.write_usize(usize::from(*b));
        }
    }
    fn write_usize(&mut self, n: usize) {
        self.0 = (self.0.rotate_left(26) ^ n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

pub(crate) type ByPlace<T> = std::collections::HashMap<Place, T, std::hash::BuildHasherDefault<PlaceHasher>>;
