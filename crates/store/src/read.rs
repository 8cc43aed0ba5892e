//! The two handles closures work with: [`Read`], and [`Tx`], which can write.

use std::sync::Arc;

use wangge_base::{Clock, Id, Instant, Refusal};

use crate::{
    Error, Result, Row, Stmt, Value,
    outbox::{self, Event},
    pg, sqlite,
    stats::Counters,
    value::Text,
};

/// The connection of a thread.
pub(crate) enum Conn {
    Sqlite(Box<sqlite::Link>),
    Pg(Box<pg::Link>),
}

/// Reads. On SQLite all statements of one closure see one snapshot; on PostgreSQL each sees what
/// is committed when it starts (READ COMMITTED), so never decide on two reads without a guard.
pub struct Read {
    pub(crate) conn: Conn,
    now: Instant,
    clock: Clock,
    pub(crate) counters: Arc<Counters>,
    /// A statement failed in this run: whatever the closure makes of it, nothing is committed.
    pub(crate) failed: bool,
}

impl Read {
    pub(crate) fn new(conn: Conn, clock: Clock, counters: Arc<Counters>) -> Self {
        Self { conn, now: clock.now(), clock, counters, failed: false }
    }

    pub(crate) fn restart(&mut self) {
        self.now = self.clock.now();
        self.failed = false;
    }

    /// The present moment, the same throughout one run of the closure.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// All rows, each made into a `T`.
    pub fn query<T>(
        &mut self,
        stmt: &Stmt,
        params: &[Value],
        map: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.rows(stmt.name, Text::Fixed(stmt.sql), params, usize::MAX, map)
    }

    /// The first row, if there is one.
    pub fn opt<T>(
        &mut self,
        stmt: &Stmt,
        params: &[Value],
        map: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.rows(stmt.name, Text::Fixed(stmt.sql), params, 1, map)?.pop())
    }

    /// The first row; none is [`Error::Engine`]: use it for aggregates and for rows that must exist.
    pub fn one<T>(&mut self, stmt: &Stmt, params: &[Value], map: impl FnMut(&Row) -> Result<T>) -> Result<T> {
        self.opt(stmt, params, map)?.ok_or_else(|| Error::Engine(format!("{} answered no row", stmt.name)))
    }

    /// A composed statement, e.g. a list with optional filters. The rule for `$n` is the same; the
    /// text must come from a bounded set (it is cached), so values are always bound, never pasted.
    pub fn dynamic<T>(
        &mut self,
        name: &str,
        sql: &str,
        params: &[Value],
        map: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.rows(name, Text::Composed(sql), params, usize::MAX, map)
    }

    /// Independent statements in one round trip; answers in their order.
    pub fn many(&mut self, statements: &[(&Stmt, Vec<Value>)]) -> Result<Vec<Vec<Row<'static>>>> {
        Counters::add(&self.counters.statements, statements.len() as u64);
        let answer = statements.iter().try_for_each(|(_, params)| no_nul(params)).and_then(|()| {
            match &mut self.conn {
                Conn::Sqlite(link) => link.many(statements),
                Conn::Pg(link) => link.many(statements),
            }
        });
        self.failed |= answer.is_err();
        answer
    }

    fn rows<T>(
        &mut self,
        name: &str,
        text: Text<'_>,
        params: &[Value],
        most: usize,
        map: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        Counters::add(&self.counters.statements, 1);
        let answer = no_nul(params).and_then(|()| match &mut self.conn {
            Conn::Sqlite(link) => link.query(name, text, params, most, map),
            Conn::Pg(link) => link.query(name, text, params, most, map),
        });
        // A refusal made by `map` is the closure's own; a failed statement spoils the transaction.
        self.failed |= matches!(&answer, Err(e) if e.refusal().is_none());
        answer
    }
}

/// A transaction: reads, writes, and the events it will emit. One transaction writes one district.
///
/// A statement that fails spoils the whole transaction on both engines, even if the closure
/// swallows the error: expect conflicts with `ON CONFLICT DO NOTHING` and count rows instead.
pub struct Tx {
    read: Read,
    pub(crate) events: Vec<Event>,
    pub(crate) later: Vec<(&'static Stmt, Vec<Value>)>,
    /// The closure asked [`crate::idem`] for its key, so running it again is safe and decisive.
    pub(crate) keyed: bool,
    entropy: Entropy,
}

impl std::ops::Deref for Tx {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.read
    }
}
impl std::ops::DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.read
    }
}

impl Tx {
    pub(crate) fn new(read: Read) -> Self {
        Self { read, events: Vec::new(), later: Vec::new(), keyed: false, entropy: Entropy::default() }
    }

    pub(crate) fn restart(&mut self) {
        self.read.restart();
        self.events.clear();
        self.later.clear();
        self.keyed = false;
    }

    /// Runs a statement; answers the number of rows it touched.
    pub fn exec(&mut self, stmt: &Stmt, params: &[Value]) -> Result<u64> {
        Counters::add(&self.counters.statements, 1);
        let answer = no_nul(params).and_then(|()| match &mut self.read.conn {
            Conn::Sqlite(link) => link.exec(stmt, params),
            Conn::Pg(link) => link.exec(stmt, params),
        });
        self.read.failed |= answer.is_err();
        answer
    }

    /// Runs statements in order, in one round trip on PostgreSQL; answers the rows each touched.
    /// Text such as a bulk load may come from anywhere: bounded sets only (see [`Read::dynamic`]).
    pub fn batch(&mut self, statements: Vec<(&'static Stmt, Vec<Value>)>) -> Result<Vec<u64>> {
        Counters::add(&self.counters.statements, statements.len() as u64);
        let fit = statements.iter().try_for_each(|(_, params)| no_nul(params));
        let answer = fit.and_then(|()| match &mut self.read.conn {
            Conn::Sqlite(link) => statements.iter().map(|(stmt, params)| link.exec(stmt, params)).collect(),
            Conn::Pg(link) => link.batch(&statements),
        });
        self.read.failed |= answer.is_err();
        answer
    }

    /// Runs a statement at the end, together with the events and COMMIT: it costs no round trip of
    /// its own. For inserts whose row count nobody reads; reads of this closure do not see it.
    pub fn later(&mut self, stmt: &'static Stmt, params: Vec<Value>) {
        self.later.push((stmt, params));
    }

    /// A new id for this transaction's moment.
    pub fn new_id<T>(&mut self) -> Id<T> {
        let now = self.now();
        Id::new(now, self.entropy.take())
    }

    /// Fresh entropy from the system, e.g. for salts and tokens.
    pub fn random<const N: usize>(&mut self) -> [u8; N] {
        self.entropy.take()
    }

    /// Records an event: numbered in its district when this transaction commits, and seen by nobody
    /// before. All events of one transaction belong to one district; otherwise it does not commit.
    pub fn emit(&mut self, event: Event) {
        self.events.push(event);
    }

    /// The statements that end the transaction: what was put off, then the district's head (the
    /// last lock taken, so it is held shortest), then the numbered events.
    pub(crate) fn tail(&mut self) -> Result<Vec<(&'static Stmt, Vec<Value>)>> {
        let mut tail = std::mem::take(&mut self.later);
        outbox::tail(&std::mem::take(&mut self.events), self.read.now, &mut tail)?;
        tail.iter().try_for_each(|(_, params)| no_nul(params))?;
        Ok(tail)
    }

    /// Ends the closure's part on SQLite: the same tail, in its savepoint.
    pub(crate) fn finish_inside(&mut self) -> Result<()> {
        for (stmt, params) in self.tail()? {
            self.exec(stmt, &params)?;
        }
        Ok(())
    }
}

/// PostgreSQL has no NUL in texts; so neither has anything here, and whoever sent one is told.
fn no_nul(params: &[Value]) -> Result<()> {
    if params.iter().any(|p| matches!(p, Value::Text(t) if t.as_bytes().contains(&0))) {
        return Err(Refusal::invalid(
            "text",
            "文字中含有无法保存的空字符,请删除后重试",
            "The text holds a NUL character, which cannot be stored; remove it and try again",
        )
        .into());
    }
    Ok(())
}

/// The system's entropy, fetched in portions.
struct Entropy {
    pool: [u8; 512],
    left: usize,
}

impl Default for Entropy {
    fn default() -> Self {
        Self { pool: [0; 512], left: 0 }
    }
}

impl Entropy {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        const { assert!(N <= 512) };
        if self.left < N {
            #[expect(clippy::expect_used, reason = "a machine without entropy must not make keys")]
            getrandom::fill(&mut self.pool).expect("the system gives entropy");
            self.left = self.pool.len();
        }
        let mut out = [0; N];
        out.copy_from_slice(&self.pool[self.left - N..self.left]);
        self.pool[self.left - N..self.left].fill(0);
        self.left -= N;
        out
    }
}
