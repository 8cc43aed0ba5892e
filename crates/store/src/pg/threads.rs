//! The lanes on PostgreSQL. A thread takes one closure at a time, runs it in one transaction, and
//! runs it again where that is right.

use std::{
    sync::atomic::{AtomicBool, Ordering::Relaxed},
    time::{Duration, Instant as Moment},
};

use crate::{
    Error, Result, Tx,
    job::{Job, Jobs},
    pg::{Fault, Link},
    read::Conn,
    settings::Faults,
    stats::Counters,
};

/// Runs of one closure at most.
const RUNS: u32 = 6;
/// How long a call waits for a lost database before it is answered "not done".
const PATIENCE: Duration = Duration::from_secs(4);

fn link(tx: &mut Tx) -> Result<&mut Link> {
    match &mut tx.conn {
        Conn::Pg(link) => Ok(link),
        Conn::Sqlite(_) => Err(Error::Engine("not a PostgreSQL thread".into())),
    }
}

/// Connects, with growing pauses, for as long as a caller may be kept waiting.
fn connect(tx: &mut Tx) -> Result<()> {
    let give_up = Moment::now() + PATIENCE;
    let mut pause = Duration::from_millis(25);
    loop {
        let Err(fault) = link(tx)?.connect() else { return Ok(()) };
        if Moment::now() + pause > give_up {
            return Err(fault.error());
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_secs(1));
    }
}

enum Verdict {
    Answer(Result<()>),
    /// Nothing was written: run again.
    Again(Error),
    /// COMMIT may have been done. With a key in hand a new run finds out.
    Unknown(Error),
}

/// Serves the write lane until the last [`crate::Db`] is dropped.
pub(crate) fn write_lane(mut tx: Tx, jobs: &Jobs, faults: &Faults) {
    while let Ok(mut job) = jobs.recv() {
        let outcome = write(&mut tx, job.as_mut(), faults);
        Counters::add(if outcome.is_ok() { &tx.counters.batched_jobs } else { &tx.counters.refused }, 1);
        job.settle(outcome);
        // After the answer: the caller need not wait for the rollback of what was refused.
        if let Ok(link) = link(&mut tx) {
            link.roll_back();
        }
    }
}

fn write(tx: &mut Tx, job: &mut dyn Job, faults: &Faults) -> Result<()> {
    let mut run = 0;
    let mut unknown = false;
    loop {
        run += 1;
        if let Err(e) = connect(tx) {
            return Err(if unknown { Error::Ambiguous(e.to_string()) } else { e });
        }
        let verdict = transact(tx, job, faults);
        let last = run >= RUNS;
        match verdict {
            Verdict::Answer(outcome) => return outcome,
            Verdict::Again(e) if last && unknown => return Err(Error::Ambiguous(e.to_string())),
            Verdict::Again(e) if last => return Err(e),
            Verdict::Unknown(e) if last || !tx.keyed => return Err(Error::Ambiguous(e.to_string())),
            Verdict::Unknown(_) => unknown = true,
            Verdict::Again(_) => {}
        }
        Counters::add(&tx.counters.retries, 1);
        if run > 1 {
            std::thread::sleep(Duration::from_millis(2 << run));
        }
    }
}

/// One run of the closure in one transaction.
fn transact(tx: &mut Tx, job: &mut dyn Job, faults: &Faults) -> Verdict {
    let ran = match link(tx) {
        Ok(link) => {
            link.roll_back();
            link.start(true);
            job.run(tx)
        }
        Err(e) => Err(e),
    };
    let sent = AtomicBool::new(false);
    let ended = ran.and_then(|()| {
        let tail = tx.tail()?;
        Counters::add(&tx.counters.statements, tail.len() as u64);
        if faults.vetoed() {
            return Err(Error::Retry("COMMIT was made to fail by a test".into()));
        }
        link(tx)?.commit(&tail, &sent)
    });
    match ended {
        Ok(()) => {
            Counters::add(&tx.counters.commits, 1);
            Verdict::Answer(Ok(()))
        }
        Err(e) => judge(tx, e, sent.load(Relaxed)),
    }
}

fn judge(tx: &mut Tx, e: Error, commit_sent: bool) -> Verdict {
    let Ok(link) = link(tx) else { return Verdict::Answer(Err(e)) };
    match link.fault.take() {
        Some(Fault::Lost(_) | Fault::TimedOut(_)) if commit_sent => Verdict::Unknown(e),
        Some(Fault::Again(_) | Fault::Lost(_)) => {
            link.roll_back();
            Verdict::Again(e)
        }
        Some(Fault::Outdated(_)) => {
            link.roll_back();
            link.forget();
            Verdict::Again(e)
        }
        Some(fault @ (Fault::TimedOut(_) | Fault::Busy(_))) => Verdict::Answer(Err(fault.error())),
        Some(Fault::Wrong(_)) | None => Verdict::Answer(Err(e)),
    }
}

/// Serves a read lane. A closure whose connection was lost is run again on a new one.
pub(crate) fn read_lane(mut tx: Tx, jobs: &Jobs) {
    while let Ok(mut job) = jobs.recv() {
        if job.abandoned() {
            continue;
        }
        let mut run = 0;
        let outcome = loop {
            run += 1;
            let ran = connect(&mut tx).and_then(|()| {
                link(&mut tx)?.start(false);
                job.run(&mut tx)
            });
            let fault = link(&mut tx).ok().and_then(|l| l.fault.take());
            match fault {
                Some(Fault::Lost(_) | Fault::Again(_)) if run < 3 => {}
                Some(Fault::Outdated(_)) if run < 3 => {
                    if let Ok(link) = link(&mut tx) {
                        link.forget();
                    }
                }
                _ => break ran,
            }
            Counters::add(&tx.counters.retries, 1);
        };
        job.settle(outcome);
    }
}
