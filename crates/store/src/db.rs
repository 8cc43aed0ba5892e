//! The handle on a database: lanes of threads that own their connections.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use tokio_postgres::config::TargetSessionAttrs;
use wangge_base::Clock;

use crate::{
    Engine, Error, Migration, Read, Result, Settings, Stats, Stmt, Tx, Value,
    job::{Job, Jobs, Task},
    migrate::{self, Layout},
    pg,
    read::Conn,
    sqlite,
    stats::Counters,
};

/// A database. Cheap to clone; the threads end when the last clone is dropped.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: Engine,
    settings: Settings,
    counters: Arc<Counters>,
    reads: flume::Sender<Box<dyn Job>>,
    reports: flume::Sender<Box<dyn Job>>,
    writes: flume::Sender<Box<dyn Job>>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("engine", &self.0.engine).finish_non_exhaustive()
    }
}

#[derive(Clone, Copy)]
pub(crate) enum LaneKind {
    Read,
    Report,
    Write,
}

impl Db {
    /// Opens the database. SQLite: the file is made if it is not there. PostgreSQL: connections are
    /// made when first needed; ask [`Db::ping`] whether it answers.
    pub fn open(settings: &Settings) -> Result<Self> {
        let engine = if settings.url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres };
        let counters = Arc::new(Counters::default());
        let (writes, write_jobs) = flume::bounded(settings.queue.max(1));
        let (reads, read_jobs) = flume::bounded(settings.queue.max(1));
        let (reports, report_jobs) = flume::bounded(settings.queue.max(1));
        let writers = if engine == Engine::Sqlite { 1 } else { settings.writers.max(1) };
        for (kind, jobs, threads) in [
            (LaneKind::Write, write_jobs, writers),
            (LaneKind::Read, read_jobs, settings.readers.max(1)),
            (LaneKind::Report, report_jobs, settings.reporters.max(1)),
        ] {
            for _ in 0..threads {
                start(engine, kind, settings, &counters, jobs.clone())?;
            }
        }
        Ok(Self(Arc::new(Inner { engine, settings: settings.clone(), counters, reads, reports, writes })))
    }

    /// Where `now` comes from.
    pub fn clock(&self) -> &Clock {
        &self.0.settings.clock
    }

    /// The engine.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// What the engine was asked to do so far.
    pub fn stats(&self) -> Stats {
        self.0.counters.read()
    }

    /// Runs `work` on a reading connection. It may be run again after a lost connection.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        F: Fn(&mut Read) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        self.ask(&self.0.reads, move |tx| work(tx)).await
    }

    /// Runs `work` on the slow lane: exports, rollups, backups. It never delays [`Db::read`].
    pub async fn report<T, F>(&self, work: F) -> Result<T>
    where
        F: Fn(&mut Read) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        self.ask(&self.0.reports, move |tx| work(tx)).await
    }

    /// Runs `work` in one transaction and answers after COMMIT. It may be run several times, so it
    /// must have no effects but through [`Tx`]; what it captures is cloned inside.
    ///
    /// Dropping the future does not stop it: the thread finishes the work and discards the answer.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        F: Fn(&mut Tx) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        self.ask(&self.0.writes, work).await
    }

    async fn ask<T, F>(&self, lane: &flume::Sender<Box<dyn Job>>, work: F) -> Result<T>
    where
        F: Fn(&mut Tx) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        let (job, answer) = Task::boxed(work);
        match lane.try_send(job) {
            Ok(()) => {}
            Err(flume::TrySendError::Full(_)) => {
                Counters::add(&self.0.counters.queue_full, 1);
                return Err(Error::Retry("too many calls are waiting".into()));
            }
            Err(flume::TrySendError::Disconnected(_)) => {
                return Err(Error::Engine("the storage threads have ended".into()));
            }
        }
        answer.await.unwrap_or_else(|_gone| {
            Err(Error::Ambiguous("the storage thread ended before it answered".into()))
        })
    }

    /// Brings the tables up to date: store's own, then `migrations` in their order. Forward only;
    /// what ran is recorded, and several nodes may start at once. Answers how many ran.
    pub async fn migrate(&self, migrations: &[Migration]) -> Result<usize> {
        let (reply, answer) = tokio::sync::oneshot::channel();
        let (settings, migrations) = (self.0.settings.clone(), migrations.to_vec());
        std::thread::Builder::new()
            .name("store-migrate".into())
            .spawn(move || drop(reply.send(migrate::run(&settings, &migrations, Layout::Plain))))
            .map_err(|e| Error::Engine(format!("no thread to migrate in: {e}")))?;
        answer.await.unwrap_or_else(|_gone| Err(Error::Engine("the migration panicked".into())))
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        const PING: Stmt = Stmt::new("ping", "SELECT 1");
        self.read(|r| r.one(&PING, &[], |row| row.int(0))).await.map(drop)
    }

    /// How far the database's clock is ahead of this machine's, in microseconds. A node that is
    /// more than two seconds off must not claim leases (DESIGN 4, rule 5). 0 on SQLite.
    pub async fn skew(&self) -> Result<i64> {
        const TIME: Stmt =
            Stmt::new("clock.skew", "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS bigint)");
        if self.0.engine == Engine::Sqlite {
            return Ok(0);
        }
        self.read(|r| {
            let before = Clock::system().now().micros();
            let there = r.one(&TIME, &[], |row| row.int(0))?;
            let after = Clock::system().now().micros();
            Ok(there - (before + (after - before) / 2))
        })
        .await
    }

    /// Prepares a text on this engine: says whether its names and types are right.
    pub async fn prepare_check(&self, sql: &str) -> Result<()> {
        let sql = sql.to_owned();
        self.report(move |r| match &mut r.conn {
            Conn::Sqlite(link) => {
                let text = sqlite::translated(&sql);
                link.conn.prepare(&text).map(drop).map_err(|e| sqlite::fault("prepare", &e))
            }
            Conn::Pg(link) => link.check(&sql),
        })
        .await
    }

    /// The plan for a statement with these sample values, planned for exactly them
    /// (`plan_cache_mode=force_custom_plan`): one line per row of EXPLAIN. A statement on business
    /// tables must name one partition of each.
    pub async fn explain(&self, stmt: &'static Stmt, sample: &[Value]) -> Result<String> {
        let sample = sample.to_vec();
        self.report(move |r| {
            let (word, column) = match r.conn {
                Conn::Sqlite(_) => ("EXPLAIN QUERY PLAN", 3),
                Conn::Pg(_) => ("EXPLAIN", 0),
            };
            let sql = format!("{word} {}", stmt.sql);
            Ok(r.dynamic(stmt.name, &sql, &sample, |row| row.text(column))?.join("\n"))
        })
        .await
    }

    /// Copies an SQLite database into a new file while it is in use: one consistent moment.
    /// PostgreSQL is backed up with its own tools.
    pub async fn backup_to(&self, path: &Path) -> Result<()> {
        let path: PathBuf = path.to_owned();
        self.report(move |r| match &r.conn {
            Conn::Sqlite(link) => {
                link.alarm.clear();
                sqlite::copy(&link.conn, &path)
            }
            Conn::Pg(_) => Err(Error::Engine("PostgreSQL is backed up with pg_basebackup or pg_dump".into())),
        })
        .await
    }
}

/// Starts one thread of a lane.
fn start(
    engine: Engine,
    kind: LaneKind,
    settings: &Settings,
    counters: &Arc<Counters>,
    jobs: Jobs,
) -> Result<()> {
    let conn = match engine {
        Engine::Sqlite => Conn::Sqlite(Box::new(sqlite_link(kind, settings)?)),
        Engine::Postgres => Conn::Pg(Box::new(pg::Link::new(pg_lane(kind, settings, counters)?)?)),
    };
    let tx = Tx::new(Read::new(conn, settings.clock.clone(), counters.clone()));
    let limit =
        if matches!(kind, LaneKind::Report) { settings.report_timeout } else { settings.statement_timeout };
    let (budget, faults) = (settings.write_budget, settings.faults.clone());
    let name = match kind {
        LaneKind::Read => "store-read",
        LaneKind::Report => "store-report",
        LaneKind::Write => "store-write",
    };
    std::thread::Builder::new()
        .name(name.into())
        .spawn(move || match (engine, kind) {
            (Engine::Sqlite, LaneKind::Write) => sqlite::threads::write_lane(tx, &jobs, budget),
            (Engine::Sqlite, _) => sqlite::threads::read_lane(tx, &jobs, limit),
            (Engine::Postgres, LaneKind::Write) => pg::threads::write_lane(tx, &jobs, &faults),
            (Engine::Postgres, _) => pg::threads::read_lane(tx, &jobs),
        })
        .map(drop)
        .map_err(|e| Error::Engine(format!("no storage thread: {e}")))
}

pub(crate) fn sqlite_link(kind: LaneKind, settings: &Settings) -> Result<sqlite::Link> {
    let path = Path::new(settings.url.trim_start_matches("sqlite:").trim_start_matches("//"));
    let writes = matches!(kind, LaneKind::Write);
    let mut link = sqlite::Link::open(path, writes, if writes { 16_384 } else { 4_096 })?;
    if writes {
        link.inject(&settings.faults)?;
    }
    Ok(link)
}

pub(crate) fn pg_lane(kind: LaneKind, settings: &Settings, counters: &Arc<Counters>) -> Result<pg::Lane> {
    let mut config = tokio_postgres::Config::from_str(&settings.url)
        .map_err(|e| Error::Engine(format!("the database URL is not understood: {}", pg::detail(&e))))?;
    let limit = match kind {
        LaneKind::Report => settings.report_timeout,
        LaneKind::Read | LaneKind::Write => settings.statement_timeout,
    };
    // The server stops on its own a little after the client gave up, so nothing runs on unseen.
    let server = limit + Duration::from_millis(500);
    let mut options = config.get_options().map(|o| format!("{o} ")).unwrap_or_default();
    options.push_str(&format!(
        "-c statement_timeout={0} -c idle_in_transaction_session_timeout={0} \
         -c client_connection_check_interval=1000 -c default_transaction_isolation=read\\ committed",
        server.as_millis()
    ));
    // Not among the options: a read-only session would look like a standby to the search for the
    // host that takes writes.
    let hello = match kind {
        LaneKind::Write => "",
        LaneKind::Read => "SET default_transaction_read_only=on",
        LaneKind::Report => "SET default_transaction_read_only=on; SET plan_cache_mode=force_custom_plan",
    };
    config.options(options).target_session_attrs(TargetSessionAttrs::ReadWrite);
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(2));
    }
    if config.get_application_name().is_none() {
        config.application_name("wangge");
    }
    Ok(pg::Lane { config: Arc::new(config), hello, limit, counters: counters.clone() })
}
