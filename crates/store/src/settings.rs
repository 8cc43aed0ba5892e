//! How to open a database.

use std::{fmt, sync::Arc, time::Duration};

use wangge_base::Clock;

/// Which engine is behind a [`crate::Db`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite inside the process.
    Sqlite,
    /// PostgreSQL, or Citus.
    Postgres,
}

/// How to open a database. Start from [`Settings::new`].
#[derive(Clone)]
pub struct Settings {
    /// `sqlite:PATH`, or `postgres://user@a:5432,b:5432/name` (several hosts: the one that takes
    /// writes is found at every connection).
    pub url: String,
    /// Threads, and on PostgreSQL connections, for reads.
    pub readers: usize,
    /// Threads and connections for writes on PostgreSQL. SQLite has one writer.
    pub writers: usize,
    /// Threads for reports.
    pub reporters: usize,
    /// The longest wait for a statement's answer. On PostgreSQL the client gives up and drops the
    /// connection; on SQLite a read closure is interrupted.
    pub statement_timeout: Duration,
    /// The same for the report lane.
    pub report_timeout: Duration,
    /// The time a write closure may take on SQLite, where all others wait for it.
    pub write_budget: Duration,
    /// Calls that may wait for a lane before further ones are turned away with
    /// [`crate::Error::Retry`].
    pub queue: usize,
    /// Where `now` comes from.
    pub clock: Clock,
    /// Makes things go wrong, for tests; nothing by default.
    pub faults: Faults,
}

impl Settings {
    /// The defaults for `url`.
    pub fn new(url: impl Into<String>, clock: Clock) -> Self {
        let url = url.into();
        let postgres = !url.starts_with("sqlite:");
        Self {
            url,
            readers: if postgres { 8 } else { 4 },
            writers: 16,
            reporters: if postgres { 2 } else { 1 },
            statement_timeout: Duration::from_secs(5),
            report_timeout: Duration::from_secs(60),
            write_budget: Duration::from_millis(50),
            queue: 4096,
            clock,
            faults: Faults::default(),
        }
    }
}

/// Faults for tests: a full disk, a COMMIT that fails.
#[derive(Clone, Default)]
pub struct Faults {
    /// Asked right before every COMMIT of a write; `true` turns it into a failure.
    pub veto: Option<Arc<dyn Fn() -> bool + Send + Sync>>,
    /// SQLite: pages the file may have before the disk counts as full.
    pub max_pages: Option<u32>,
}

impl Faults {
    pub(crate) fn vetoed(&self) -> bool {
        self.veto.as_ref().is_some_and(|veto| veto())
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Faults")
            .field("veto", &self.veto.is_some())
            .field("max_pages", &self.max_pages)
            .finish()
    }
}
