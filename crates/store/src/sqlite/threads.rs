//! The writer thread with its group commit, and the reader threads.
//!
//! A batch is one transaction with a savepoint per job. Savepoints do not isolate everything: an
//! interrupt, a full disk or an I/O error may end the whole transaction, so after every error the
//! writer asks SQLite whether the batch still stands.

use std::time::{Duration, Instant as Moment};

use crate::{
    Error, Result, Tx,
    job::{Job, Jobs},
    read::Conn,
    sqlite::Link,
    stats::Counters,
};

/// Jobs taken into one commit at most.
const BATCH: usize = 128;
/// A batch that has run this long is committed with what it has.
const BATCH_TIME: Duration = Duration::from_millis(25);
/// An overrunning job is run once more, alone, with this many budgets.
const ALONE: u32 = 20;

enum Round {
    /// The first `n` jobs have their outcome; those set aside are marked `None`.
    Committed(Vec<Option<Result<()>>>),
    /// The job at this place was interrupted and took the transaction with it.
    Interrupted(usize),
    /// The transaction is gone; nobody is acknowledged.
    Gone(String),
}

fn link(tx: &mut Tx) -> Result<&mut Link> {
    match &mut tx.conn {
        Conn::Sqlite(link) => Ok(link),
        Conn::Pg(_) => Err(Error::Engine("not an SQLite thread".into())),
    }
}

/// Serves the write lane until the last [`crate::Db`] is dropped.
pub(crate) fn write_lane(mut tx: Tx, jobs: &Jobs, budget: Duration) {
    let mut waiting: Vec<Box<dyn Job>> = Vec::with_capacity(BATCH);
    loop {
        if waiting.is_empty() {
            match jobs.recv() {
                Ok(job) => waiting.push(job),
                Err(flume::RecvError::Disconnected) => return,
            }
        }
        while waiting.len() < BATCH
            && let Ok(job) = jobs.try_recv()
        {
            waiting.push(job);
        }
        serve(&mut tx, &mut waiting, budget);
    }
}

/// Commits a first part of `waiting` and answers it.
fn serve(tx: &mut Tx, waiting: &mut Vec<Box<dyn Job>>, budget: Duration) {
    let mut slow = Vec::new();
    while !waiting.is_empty() {
        match round(tx, waiting, budget) {
            Round::Committed(outcomes) => {
                let count = outcomes.len();
                for (job, outcome) in waiting.drain(..count).zip(outcomes) {
                    match outcome {
                        Some(outcome) => job.settle(outcome),
                        None => slow.push(job),
                    }
                }
                break;
            }
            Round::Interrupted(at) => {
                slow.push(waiting.remove(at));
                Counters::add(&tx.counters.retries, waiting.len() as u64);
            }
            Round::Gone(why) => {
                tracing::error!(
                    why,
                    jobs = waiting.len(),
                    "a batch was not committed; nobody is acknowledged"
                );
                for job in waiting.drain(..) {
                    job.settle(Err(Error::Retry(why.clone())));
                }
            }
        }
    }
    for job in slow {
        alone(tx, job, budget.saturating_mul(ALONE));
    }
}

/// One transaction over the first jobs of `waiting`.
fn round(tx: &mut Tx, waiting: &mut [Box<dyn Job>], budget: Duration) -> Round {
    let start = Moment::now();
    if let Err(e) = control(tx, "BEGIN IMMEDIATE") {
        return Round::Gone(e.to_string());
    }
    let mut outcomes = Vec::with_capacity(waiting.len());
    for (at, job) in waiting.iter_mut().enumerate() {
        if at > 0 && start.elapsed() > BATCH_TIME {
            break;
        }
        let outcome = inside(tx, job.as_mut(), budget);
        let standing = link(tx).is_ok_and(|l| !l.conn.is_autocommit());
        match outcome {
            Inside::Done(outcome) if standing => outcomes.push(Some(outcome)),
            Inside::Overrun if standing => outcomes.push(None),
            Inside::Overrun => return Round::Interrupted(at),
            Inside::Done(Ok(())) => return Round::Gone("the transaction ended early".into()),
            Inside::Done(Err(e)) => return Round::Gone(e.to_string()),
            Inside::Broken(e) => {
                roll_back(tx);
                return Round::Gone(e.to_string());
            }
        }
    }
    match control(tx, "COMMIT") {
        Ok(()) => {
            let done = outcomes.iter().filter(|o| matches!(o, Some(Ok(())))).count() as u64;
            let refused = outcomes.iter().filter(|o| matches!(o, Some(Err(_)))).count() as u64;
            Counters::add(&tx.counters.commits, 1);
            Counters::add(&tx.counters.batched_jobs, done);
            Counters::add(&tx.counters.refused, refused);
            tx.counters.largest_batch.fetch_max(done, std::sync::atomic::Ordering::Relaxed);
            Round::Committed(outcomes)
        }
        Err(e) => {
            roll_back(tx);
            Round::Gone(e.to_string())
        }
    }
}

enum Inside {
    /// Ran to its end; on an error its savepoint is rolled back.
    Done(Result<()>),
    /// Used up its time; its savepoint is rolled back if the transaction still stands.
    Overrun,
    /// The savepoint itself failed.
    Broken(Error),
}

/// One job inside its savepoint.
fn inside(tx: &mut Tx, job: &mut dyn Job, budget: Duration) -> Inside {
    if let Err(e) = control(tx, "SAVEPOINT job") {
        return Inside::Broken(e);
    }
    let Ok(alarm) = link(tx).map(|l| l.alarm.clone()) else {
        return Inside::Broken(Error::Engine("not an SQLite thread".into()));
    };
    alarm.set(budget);
    let outcome = job.run(tx).and_then(|()| tx.finish_inside());
    alarm.clear();
    if outcome.is_err() {
        let overran = alarm.rang();
        if overran {
            Counters::add(&tx.counters.overruns, 1);
        }
        if link(tx).is_ok_and(|l| !l.conn.is_autocommit())
            && let Err(e) = control(tx, "ROLLBACK TO job").and_then(|()| control(tx, "RELEASE job"))
        {
            return Inside::Broken(e);
        }
        return if overran { Inside::Overrun } else { Inside::Done(outcome) };
    }
    match control(tx, "RELEASE job") {
        Ok(()) => Inside::Done(Ok(())),
        Err(e) => Inside::Broken(e),
    }
}

/// Runs an overrunning job once more, by itself, with a larger budget.
fn alone(tx: &mut Tx, job: Box<dyn Job>, budget: Duration) {
    let mut one = [job];
    let outcome = match round(tx, &mut one, budget) {
        Round::Committed(mut outcomes) => outcomes.pop().flatten(),
        Round::Interrupted(_) => None,
        Round::Gone(why) => Some(Err(Error::Retry(why))),
    };
    let [job] = one;
    job.settle(outcome.unwrap_or_else(|| {
        tracing::error!(budget_ms = budget.as_millis(), "a write closure overran even alone; it is refused");
        Err(Error::Engine("the work takes too long for one transaction; nothing was written".into()))
    }));
}

fn control(tx: &mut Tx, sql: &'static str) -> Result<()> {
    link(tx)?.control(sql)
}

fn roll_back(tx: &mut Tx) {
    if link(tx).is_ok_and(|l| !l.conn.is_autocommit())
        && let Err(e) = control(tx, "ROLLBACK")
    {
        tracing::error!(error = %e, "ROLLBACK failed");
    }
}

/// Serves a read lane: one snapshot per closure, `limit` for each.
pub(crate) fn read_lane(mut tx: Tx, jobs: &Jobs, limit: Duration) {
    while let Ok(mut job) = jobs.recv() {
        if job.abandoned() {
            continue;
        }
        if let Err(e) = control(&mut tx, "BEGIN") {
            job.settle(Err(e));
            continue;
        }
        if let Ok(link) = link(&mut tx) {
            link.alarm.set(limit);
        }
        let outcome = job.run(&mut tx);
        if let Ok(link) = link(&mut tx) {
            link.alarm.clear();
        }
        job.settle(outcome);
        if let Err(e) = control(&mut tx, "COMMIT") {
            tracing::warn!(error = %e, "a read snapshot did not end");
            roll_back(&mut tx);
        }
    }
}
