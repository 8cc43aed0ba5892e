//! SQLite through rusqlite alone. One connection writes, and commits once for all who wait, as the system
//! does; reads run on as many connections as the system has readers.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant as Moment},
};

use rusqlite::Connection;
use wangge_base::Clock;
use wangge_server::trouble::{Doing, Outcome, Trouble};
use wangge_store::Value;

use super::{Call, RawSample, Stock, Texts, Worker};
use crate::http::Op;

/// Opens a file as durably as the system does.
pub fn open(path: &Path) -> Outcome<Connection> {
    let conn = Connection::open(path).doing("opening SQLite")?;
    conn.busy_timeout(Duration::from_secs(5)).doing("opening SQLite")?;
    conn.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;
         PRAGMA wal_autocheckpoint=2000; PRAGMA journal_size_limit=67108864;",
    )
    .doing("opening SQLite")?;
    conn.set_prepared_statement_cache_capacity(512);
    Ok(conn)
}

/// `$n` as SQLite numbers it.
pub fn by_number(sql: &str) -> String {
    sql.replace('$', "?")
}

/// A connection with the texts.
pub struct Speaker {
    /// The connection.
    pub conn: Connection,
    texts: std::collections::HashMap<&'static str, String>,
}

impl Speaker {
    /// Opens one.
    pub fn new(path: &Path) -> Outcome<Self> {
        let all = Texts::new();
        let mut texts = std::collections::HashMap::new();
        for name in super::NAMES {
            texts.insert(*name, by_number(all.get(name)?));
        }
        Ok(Self { conn: open(path)?, texts })
    }

    /// Runs one statement and reads all its rows; answers how many rows came or were changed.
    pub fn call(&self, (name, values): &Call) -> Outcome<usize> {
        self.text(&self.texts[name], values).doing(*name)
    }

    fn text(&self, sql: &str, values: &[Value]) -> rusqlite::Result<usize> {
        let mut statement = self.conn.prepare_cached(sql)?;
        for (i, value) in values.iter().enumerate() {
            statement.raw_bind_parameter(i + 1, value)?;
        }
        if statement.column_count() == 0 {
            return statement.raw_execute();
        }
        let width = statement.column_count();
        let mut rows = statement.raw_query();
        let mut count = 0;
        while let Some(row) = rows.next()? {
            for i in 0..width {
                std::hint::black_box(row.get_ref(i)?);
            }
            count += 1;
        }
        Ok(count)
    }

    /// Control statements.
    pub fn control(&self, sql: &str) -> Outcome {
        self.conn.prepare_cached(sql).and_then(|mut s| s.raw_execute()).map(drop).doing(sql)
    }

    fn once(&self, op: Op, worker: &mut Worker) -> Outcome {
        match op {
            Op::Create => {
                let (find, rest) = worker.create();
                self.call(&find)?;
                rest.iter().try_for_each(|call| self.call(call).map(drop))
            }
            Op::Act => {
                let (reads, save, rest) = worker.act(Clock::system().now())?;
                reads.iter().try_for_each(|call| self.call(call).map(drop))?;
                if self.call(&save)? != 1 {
                    return Err(Trouble::new("the raw guard did not hold"));
                }
                rest.iter().try_for_each(|call| self.call(call).map(drop))
            }
            Op::List => {
                let (text, values) = worker.list();
                self.text(&by_number(text), values).map(drop).doing("a raw list")
            }
            Op::Sheet => worker.sheet().iter().try_for_each(|call| self.call(call).map(drop)),
        }
    }

    /// Works until `end`; answers what was done after `begin`. A write commits `batch` of them at once.
    fn work(
        &self,
        op: Op,
        worker: &mut Worker,
        batch: usize,
        (begin, end): (Moment, Moment),
    ) -> Outcome<u64> {
        let mut ops = 0;
        loop {
            let mut done = 1;
            if super::writes(op) {
                self.control("BEGIN IMMEDIATE")?;
                for _ in 0..batch {
                    self.once(op, worker)?;
                }
                self.control("COMMIT")?;
                done = batch as u64;
            } else {
                self.once(op, worker)?;
            }
            let now = Moment::now();
            if now > end {
                return Ok(ops);
            }
            if now > begin {
                ops += done;
            }
        }
    }
}

/// Writes until the write-ahead log has its full size and is used again from its beginning, as in a server
/// that has run for a while.
pub fn grow(speaker: &Speaker, worker: &mut Worker) -> Outcome {
    for _ in 0..4 {
        speaker.control("BEGIN IMMEDIATE")?;
        for _ in 0..150 {
            speaker.once(Op::Create, worker)?;
        }
        speaker.control("COMMIT")?;
    }
    Ok(())
}

/// Runs `op` for `clients` that wait; `edge` is called at the beginning and at the end.
pub fn run(
    path: &Path,
    stock: &Arc<Stock>,
    op: Op,
    clients: usize,
    readers: usize,
    (warm, time): (Duration, Duration),
    mut edge: impl FnMut(),
) -> Outcome<RawSample> {
    let threads = if super::writes(op) { 1 } else { clients.min(readers) };
    // Held open to the end: the last connection to leave removes the log.
    let keeper = Speaker::new(path)?;
    if super::writes(op) {
        grow(&keeper, &mut Worker::new(stock, 0, 1, Clock::system().now())?)?;
    }
    let begin = Moment::now() + warm;
    let end = begin + time;
    let now = Clock::system().now();
    let mut running = Vec::new();
    for at in 0..threads {
        let (path, mut worker): (PathBuf, _) = (path.to_owned(), Worker::new(stock, at, threads, now)?);
        running.push(std::thread::spawn(move || {
            Speaker::new(&path)?.work(op, &mut worker, clients, (begin, end))
        }));
    }
    std::thread::sleep(begin.saturating_duration_since(Moment::now()));
    edge();
    std::thread::sleep(end.saturating_duration_since(Moment::now()));
    edge();
    let mut ops = 0;
    for one in running {
        ops += one.join().map_err(|_panic| Trouble::new("a raw thread panicked"))??;
    }
    drop(keeper);
    Ok(RawSample { ops, seconds: time.as_secs_f64() })
}
