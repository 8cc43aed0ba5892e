//! Instants and the clock. Time is a parameter everywhere: only [`Clock::system`] reads the wall.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use serde::{Deserialize, Serialize};

/// A moment: microseconds since 1970-01-01T00:00:00Z. In the database a `bigint`, in JSON an
/// RFC 3339 string in UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// From microseconds since the epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }
    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }
    /// This moment moved by `minutes` (negative: earlier).
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60_000_000)
    }
    /// This moment moved by `seconds` (negative: earlier).
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1_000_000)
    }
    /// Whole minutes from `earlier` to here, rounded down.
    pub const fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(60_000_000)
    }
    /// As a jiff timestamp.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        })
    }
}

impl From<jiff::Timestamp> for Instant {
    fn from(at: jiff::Timestamp) -> Self {
        Self(at.as_microsecond())
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}
impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(jiff::Timestamp::deserialize(from)?.into())
    }
}

/// Where "now" comes from. Cheap to clone.
#[derive(Clone)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(None)
    }
    /// A clock that stands at `start` until it is moved: for tests and the simulated day.
    pub fn manual(start: Instant) -> Self {
        Self(Some(Arc::new(AtomicI64::new(start.0))))
    }
    /// The present moment.
    pub fn now(&self) -> Instant {
        match &self.0 {
            Some(micros) => Instant(micros.load(Ordering::SeqCst)),
            #[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
            None => jiff::Timestamp::now().into(),
        }
    }
    /// Moves a manual clock forward; the system clock moves by itself.
    pub fn advance_minutes(&self, minutes: i64) {
        if let Some(micros) = &self.0 {
            micros.fetch_add(minutes * 60_000_000, Ordering::SeqCst);
        }
    }
    /// Sets a manual clock.
    pub fn set(&self, to: Instant) {
        if let Some(micros) = &self.0 {
            micros.store(to.0, Ordering::SeqCst);
        }
    }
}
