//! One PostgreSQL connection and the runtime that drives it.
//!
//! Every wait is under the client's own time-out. On expiry the connection is dropped, because
//! nobody knows what the server is still doing on it.

use std::{
    collections::HashMap,
    future::Future,
    pin::Pin,
    sync::{Arc, atomic::AtomicBool},
    task::Poll,
    time::Duration,
};

use futures_util::{
    TryStreamExt,
    future::{MaybeDone, join, maybe_done, poll_fn},
    pin_mut,
};
use tokio::{runtime::Runtime, task::JoinHandle};
use tokio_postgres::{Client, Config, NoTls, Statement};

use crate::{
    Engine, Error, Result, Row, Stmt, Value,
    pg::{Fault, types, types::Param},
    row::Cells,
    stats::Counters,
    value::{ByPlace, Text, place},
    words,
};

/// Composed texts kept prepared before all of them are dropped.
const COMPOSED: usize = 128;

/// What a connection is for.
#[derive(Clone)]
pub(crate) struct Lane {
    pub(crate) config: Arc<Config>,
    /// Said once per connection, before anything else.
    pub(crate) hello: &'static str,
    /// The longest wait for one answer.
    pub(crate) limit: Duration,
    pub(crate) counters: Arc<Counters>,
}

struct Wire {
    client: Client,
    driver: JoinHandle<()>,
    fixed: ByPlace<Statement>,
    composed: HashMap<String, Statement>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Each statement is its own transaction.
    Free,
    /// BEGIN goes out with the first statement.
    Due,
    /// Inside a transaction.
    Open,
}

/// A connection owned by one thread; made when first needed, made again when lost.
pub(crate) struct Link {
    runtime: Runtime,
    lane: Lane,
    wire: Option<Wire>,
    phase: Phase,
    connected_before: bool,
    /// What went wrong in this run, whatever the closure made of it.
    pub(crate) fault: Option<Fault>,
}

/// Why a wait did not give what was asked.
enum Bad {
    /// The server's error and, among pipelined statements, the name of the one at fault.
    Server(Option<&'static str>, tokio_postgres::Error),
    /// The parameters do not fit the statement; nothing was sent.
    Params(String),
}

impl From<tokio_postgres::Error> for Bad {
    fn from(e: tokio_postgres::Error) -> Self {
        Self::Server(None, e)
    }
}

type Reply<T> = std::result::Result<T, Bad>;

impl Link {
    pub(crate) fn new(lane: Lane) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|e| Error::Engine(format!("no runtime for a storage thread: {e}")))?;
        Ok(Self { runtime, lane, wire: None, phase: Phase::Free, connected_before: false, fault: None })
    }

    /// Connects unless connected. One attempt.
    pub(crate) fn connect(&mut self) -> std::result::Result<(), Fault> {
        if self.wire.as_ref().is_some_and(|w| !w.client.is_closed()) {
            return Ok(());
        }
        self.disconnect();
        let lane = self.lane.clone();
        let wire = self.runtime.block_on(async move {
            let wait = lane.limit.max(Duration::from_secs(3));
            let (client, connection) = tokio::time::timeout(wait, lane.config.connect(NoTls))
                .await
                .map_err(|_elapsed| Fault::Lost("no answer while connecting".into()))?
                .map_err(|e| Fault::Lost(format!("connect: {}", super::detail(&e))))?;
            let driver = tokio::runtime::Handle::current().spawn(async move {
                if let Err(e) = connection.await {
                    tracing::debug!(error = %e, "a database connection ended");
                }
            });
            if !lane.hello.is_empty() {
                tokio::time::timeout(wait, client.batch_execute(lane.hello))
                    .await
                    .map_err(|_elapsed| Fault::Lost("no answer while connecting".into()))?
                    .map_err(|e| Fault::Lost(format!("connect: {}", super::detail(&e))))?;
            }
            Ok(Wire { client, driver, fixed: ByPlace::default(), composed: HashMap::new() })
        })?;
        if self.connected_before {
            Counters::add(&self.lane.counters.reconnects, 1);
        }
        self.connected_before = true;
        self.wire = Some(wire);
        Ok(())
    }

    /// Drops the connection and makes sure that the socket is closed.
    pub(crate) fn disconnect(&mut self) {
        self.phase = Phase::Free;
        if let Some(wire) = self.wire.take() {
            drop(wire.client);
            wire.driver.abort();
            self.runtime.block_on(async {
                // An aborted driver answers with its cancellation: that is what we wait for.
                drop(wire.driver.await);
            });
        }
    }

    /// Forgets the prepared statements, after a migration changed the tables under them.
    pub(crate) fn forget(&mut self) {
        if let Some(wire) = &mut self.wire {
            wire.fixed.clear();
            wire.composed.clear();
        }
    }

    /// Starts a run: `transaction` asks for BEGIN with the first statement.
    pub(crate) fn start(&mut self, transaction: bool) {
        self.fault = None;
        self.phase = if transaction { Phase::Due } else { Phase::Free };
    }

    /// Waits for `work` under the time-out, with BEGIN in front of it if that is due.
    fn wait<T>(&mut self, name: &str, work: impl AsyncFnOnce(&mut Wire, bool) -> Reply<T>) -> Result<T> {
        if let Some(fault) = &self.fault {
            return Err(fault.error());
        }
        let begin = self.phase == Phase::Due;
        let Some(wire) = &mut self.wire else {
            let fault = Fault::Lost("not connected".into());
            self.fault = Some(fault.clone());
            return Err(fault.error());
        };
        if begin {
            self.phase = Phase::Open;
        }
        Counters::add(&self.lane.counters.round_trips, 1);
        let limit = self.lane.limit;
        let answer = self.runtime.block_on(async { tokio::time::timeout(limit, work(wire, begin)).await });
        let fault = match answer {
            Ok(Ok(value)) => return Ok(value),
            Ok(Err(Bad::Server(at, e))) => Fault::of(at.unwrap_or(name), &e, self.lane.hello.is_empty()),
            Ok(Err(Bad::Params(why))) => Fault::Wrong(why),
            Err(_elapsed) => {
                Counters::add(&self.lane.counters.timeouts, 1);
                Fault::TimedOut(format!("{name}: no answer within {} ms", limit.as_millis()))
            }
        };
        if matches!(fault, Fault::Lost(_) | Fault::TimedOut(_)) {
            self.disconnect();
        }
        let error = fault.error();
        self.fault = Some(fault);
        Err(error)
    }

    pub(crate) fn query<T>(
        &mut self,
        name: &str,
        text: Text<'_>,
        params: &[Value],
        most: usize,
        mut map: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let rows = self.wait(name, async |wire, begin| {
            let st = wire.prepared(text).await?;
            fits(name, &st, params)?;
            with_begin(begin, &wire.client, fetch(&wire.client, &st, params)).await
        })?;
        let mut out = Vec::with_capacity(rows.len().min(most));
        for row in rows.iter().take(most) {
            out.push(map(&Row(Cells::Pg(row)))?);
        }
        Ok(out)
    }

    pub(crate) fn many(&mut self, statements: &[(&Stmt, Vec<Value>)]) -> Result<Vec<Vec<Row<'static>>>> {
        let name = statements.first().map_or("many", |(s, _)| s.name);
        let answers = self.wait(name, async |wire, begin| {
            let all = wire.prepared_all(statements).await?;
            let client = &wire.client;
            let work = all.iter().zip(statements).map(|(st, (_, params))| fetch(client, st, params));
            with_begin(begin, client, in_order(work.collect())).await
        })?;
        Ok(answers
            .into_iter()
            .map(|rows| rows.into_iter().map(|row| Row(Cells::PgOwned(row))).collect())
            .collect())
    }

    pub(crate) fn exec(&mut self, stmt: &Stmt, params: &[Value]) -> Result<u64> {
        self.wait(stmt.name, async |wire, begin| {
            let st = wire.prepared(Text::Fixed(stmt.sql)).await?;
            fits(stmt.name, &st, params)?;
            with_begin(begin, &wire.client, run(&wire.client, &st, None, params)).await
        })
    }

    pub(crate) fn batch(&mut self, statements: &[(&'static Stmt, Vec<Value>)]) -> Result<Vec<u64>> {
        if statements.is_empty() {
            return Ok(Vec::new());
        }
        let name = statements[0].0.name;
        self.wait(name, async |wire, begin| {
            let all = wire.prepared_all(statements).await?;
            let client = &wire.client;
            let work = all.iter().zip(statements).map(|(st, (s, ps))| run(client, st, Some(s.name), ps));
            with_begin(begin, client, in_order(work.collect())).await
        })
    }

    /// Ends the transaction: the tail and COMMIT in one round trip. `sent` is raised once COMMIT
    /// may have reached the server: a loss after that is ambiguous.
    ///
    /// PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK and calls it a success;
    /// so the outcome is good only if every statement of the tail was.
    pub(crate) fn commit(&mut self, tail: &[(&'static Stmt, Vec<Value>)], sent: &AtomicBool) -> Result<()> {
        if self.phase == Phase::Due && tail.is_empty() {
            self.phase = Phase::Free;
            return Ok(());
        }
        let done = self.wait("commit", async |wire, begin| {
            // What does not fit must be found before COMMIT is on its way.
            let all = wire.prepared_all(tail).await?;
            let client = &wire.client;
            let work = all.iter().zip(tail).map(|(st, (s, ps))| run(client, st, Some(s.name), ps));
            sent.store(true, std::sync::atomic::Ordering::Relaxed);
            let (tail, commit) = with_begin(begin, client, async {
                Ok(join(in_order(work.collect()), client.batch_execute("COMMIT")).await)
            })
            .await?;
            tail.and(commit.map_err(Bad::from))
        });
        match done {
            Ok(()) => {
                self.phase = Phase::Free;
                Ok(())
            }
            Err(e) => {
                // An answer came, so COMMIT was answered too, and by ROLLBACK.
                if self.wire.is_some() && sent.load(std::sync::atomic::Ordering::Relaxed) {
                    sent.store(false, std::sync::atomic::Ordering::Relaxed);
                    self.phase = Phase::Free;
                }
                Err(e)
            }
        }
    }

    /// Ends an open transaction without writing. A connection that cannot even do that is dropped.
    pub(crate) fn roll_back(&mut self) {
        self.fault = None;
        if std::mem::replace(&mut self.phase, Phase::Free) == Phase::Open {
            let done =
                self.wait("rollback", async |wire, _| Ok(wire.client.batch_execute("ROLLBACK").await?));
            if let Err(e) = done {
                tracing::warn!(error = %e, "a transaction could not be rolled back; its connection is dropped");
                self.disconnect();
            }
            self.fault = None;
        }
    }

    /// Runs plain SQL outside the statement cache (migrations, test databases).
    pub(crate) fn plain(&mut self, sql: &str) -> Result<()> {
        self.wait("plain", async |wire, begin| {
            with_begin(begin, &wire.client, async { Ok(wire.client.batch_execute(sql).await?) }).await
        })
    }

    /// Prepares a text and forgets it; answers the parameter types the server inferred.
    pub(crate) fn check(&mut self, sql: &str) -> Result<()> {
        self.wait("prepare", async |wire, _| {
            Ok(wire.client.prepare(&words::said(sql, Engine::Postgres)).await.map(drop)?)
        })
    }
}

impl Wire {
    async fn prepared(&mut self, text: Text<'_>) -> Reply<Statement> {
        match text {
            Text::Fixed(sql) => {
                if let Some(st) = self.fixed.get(&place(sql)) {
                    return Ok(st.clone());
                }
                let st = self.client.prepare(&words::said(sql, Engine::Postgres)).await?;
                self.fixed.insert(place(sql), st.clone());
                Ok(st)
            }
            Text::Composed(sql) => {
                if let Some(st) = self.composed.get(sql) {
                    return Ok(st.clone());
                }
                let st = self.client.prepare(&words::said(sql, Engine::Postgres)).await?;
                if self.composed.len() >= COMPOSED {
                    self.composed.clear();
                }
                self.composed.insert(sql.to_owned(), st.clone());
                Ok(st)
            }
        }
    }

    /// Prepares what is not yet, and checks every statement's parameters.
    async fn prepared_all(&mut self, statements: &[(&Stmt, Vec<Value>)]) -> Reply<Vec<Statement>> {
        let mut out = Vec::with_capacity(statements.len());
        for (stmt, params) in statements {
            let st = self.prepared(Text::Fixed(stmt.sql)).await?;
            fits(stmt.name, &st, params)?;
            out.push(st);
        }
        Ok(out)
    }
}

/// Whether the parameters fit the types that the server inferred.
fn fits(name: &str, st: &Statement, params: &[Value]) -> Reply<()> {
    let types = st.params();
    if types.len() != params.len() {
        let (takes, given) = (types.len(), params.len());
        return Err(Bad::Params(format!("{name} takes {takes} parameters, {given} were given")));
    }
    match params.iter().zip(types).position(|(value, ty)| !types::fits(value, ty)) {
        None => Ok(()),
        Some(i) => Err(Bad::Params(format!(
            "{name}: ${} is {}, which cannot be made of {:?}",
            i + 1,
            types[i],
            params[i]
        ))),
    }
}

async fn run(client: &Client, st: &Statement, name: Option<&'static str>, params: &[Value]) -> Reply<u64> {
    client.execute_raw(st, params.iter().map(Param)).await.map_err(|e| Bad::Server(name, e))
}

async fn fetch(client: &Client, st: &Statement, params: &[Value]) -> Reply<Vec<tokio_postgres::Row>> {
    let stream = client.query_raw(st, params.iter().map(Param)).await?;
    pin_mut!(stream);
    let mut rows = Vec::new();
    while let Some(row) = stream.try_next().await? {
        rows.push(row);
    }
    Ok(rows)
}

/// Sends BEGIN first if it is due, without waiting for its answer before sending `work`.
async fn with_begin<T>(begin: bool, client: &Client, work: impl Future<Output = Reply<T>>) -> Reply<T> {
    if !begin {
        return work.await;
    }
    // `join` polls its first future first, so BEGIN is on the wire before the statement.
    let (begun, answer) = join(client.batch_execute("BEGIN"), work).await;
    begun?;
    answer
}

/// Sends all requests in their order, then gathers the answers; the first error counts. Answers
/// come in the order of the requests, so after sending only the first unanswered one is asked.
async fn in_order<F, T>(work: Vec<F>) -> Reply<Vec<T>>
where
    F: Future<Output = Reply<T>>,
{
    let mut work: Vec<Pin<Box<MaybeDone<F>>>> = work.into_iter().map(|f| Box::pin(maybe_done(f))).collect();
    let (mut sent, mut answered) = (false, 0);
    poll_fn(|cx| {
        if !std::mem::replace(&mut sent, true) {
            for one in &mut work {
                // Whether it is ready already is asked again below.
                let _sent = one.as_mut().poll(cx);
            }
        }
        while let Some(one) = work.get_mut(answered) {
            if one.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            answered += 1;
        }
        Poll::Ready(())
    })
    .await;
    work.iter_mut().filter_map(|one| one.as_mut().take_output()).collect()
}
