//! Counters of what the engine was asked to do: for the bench, the metrics page and tests.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Running counters; cheap, never reset.
#[derive(Default)]
pub(crate) struct Counters {
    pub(crate) statements: AtomicU64,
    pub(crate) round_trips: AtomicU64,
    pub(crate) commits: AtomicU64,
    pub(crate) batched_jobs: AtomicU64,
    pub(crate) largest_batch: AtomicU64,
    pub(crate) refused: AtomicU64,
    pub(crate) retries: AtomicU64,
    pub(crate) overruns: AtomicU64,
    pub(crate) panics: AtomicU64,
    pub(crate) timeouts: AtomicU64,
    pub(crate) reconnects: AtomicU64,
    pub(crate) queue_full: AtomicU64,
}

/// What was done since the start of the process. Counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Statements executed, without BEGIN, SAVEPOINT and COMMIT.
    pub statements: u64,
    /// Times a thread waited for the PostgreSQL server; 0 on SQLite.
    pub round_trips: u64,
    /// Transactions committed.
    pub commits: u64,
    /// Write closures that were answered by those commits.
    pub jobs: u64,
    /// The largest number of closures in one commit.
    pub largest_batch: u64,
    /// Closures that ended in a refusal or an error of their own.
    pub refused: u64,
    /// Closures run again: serialization, deadlock, key conflict, lost connection, interrupted batch.
    pub retries: u64,
    /// Closures interrupted for overrunning their budget.
    pub overruns: u64,
    /// Closures that panicked.
    pub panics: u64,
    /// Statements given up by the client's time-out.
    pub timeouts: u64,
    /// Connections made after the first of each thread.
    pub reconnects: u64,
    /// Calls turned away because the queue was full.
    pub queue_full: u64,
}

impl Counters {
    pub(crate) fn add(counter: &AtomicU64, n: u64) {
        counter.fetch_add(n, Relaxed);
    }

    pub(crate) fn read(&self) -> Stats {
        Stats {
            statements: self.statements.load(Relaxed),
            round_trips: self.round_trips.load(Relaxed),
            commits: self.commits.load(Relaxed),
            jobs: self.batched_jobs.load(Relaxed),
            largest_batch: self.largest_batch.load(Relaxed),
            refused: self.refused.load(Relaxed),
            retries: self.retries.load(Relaxed),
            overruns: self.overruns.load(Relaxed),
            panics: self.panics.load(Relaxed),
            timeouts: self.timeouts.load(Relaxed),
            reconnects: self.reconnects.load(Relaxed),
            queue_full: self.queue_full.load(Relaxed),
        }
    }
}
