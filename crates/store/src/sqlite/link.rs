//! One SQLite connection: texts translated once, statements cached, time watched.

use std::{
    collections::HashMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant as Moment},
};

use rusqlite::{
    CachedStatement, Connection, ErrorCode,
    types::{ToSql, ToSqlOutput, ValueRef},
};

use crate::{
    Engine, Error, Result, Row, Stmt, Value,
    row::Cells,
    settings::Faults,
    value::{ByPlace, Text, place},
    words,
};

/// Virtual machine steps between two looks at the clock: some ten microseconds.
const STEPS: i32 = 2_000;
/// Composed texts kept before the memory of them is emptied.
const COMPOSED: usize = 256;

/// Rings when a closure has used up its time.
#[derive(Clone)]
pub(crate) struct Alarm(Arc<AlarmState>);

struct AlarmState {
    start: Moment,
    /// Microseconds after `start`; 0: not set.
    deadline: AtomicU64,
    rang: AtomicBool,
}

impl Alarm {
    fn new() -> Self {
        Self(Arc::new(AlarmState {
            start: Moment::now(),
            deadline: AtomicU64::new(0),
            rang: AtomicBool::new(false),
        }))
    }
    fn micros(&self) -> u64 {
        u64::try_from(self.0.start.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
    pub(crate) fn set(&self, budget: Duration) {
        let budget = u64::try_from(budget.as_micros()).unwrap_or(u64::MAX);
        self.0.rang.store(false, Relaxed);
        self.0.deadline.store(self.micros().saturating_add(budget).max(1), Relaxed);
    }
    pub(crate) fn clear(&self) {
        self.0.deadline.store(0, Relaxed);
    }
    pub(crate) fn rang(&self) -> bool {
        self.0.rang.load(Relaxed)
    }
    /// Looks at the clock; true when the time is up.
    fn check(&self) -> bool {
        let deadline = self.0.deadline.load(Relaxed);
        if deadline == 0 || self.micros() < deadline {
            return false;
        }
        self.0.rang.store(true, Relaxed);
        true
    }
}

/// A connection owned by one thread.
pub(crate) struct Link {
    pub(crate) conn: Connection,
    pub(crate) alarm: Alarm,
    fixed: ByPlace<Box<str>>,
    composed: HashMap<String, Box<str>>,
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Real(x) => ValueRef::Real(*x),
            Self::Text(t) => ValueRef::Text(t.as_bytes()),
            Self::Blob(b) => ValueRef::Blob(b),
        }))
    }
}

impl Link {
    /// Opens `path`, creating the file if need be. `cache_kib` bounds the page cache.
    pub(crate) fn open(path: &Path, writes: bool, cache_kib: u32) -> Result<Self> {
        let mut conn = Connection::open(path).map_err(|e| fault("open", &e))?;
        let alarm = Alarm::new();
        let watch = alarm.clone();
        let setup = move |conn: &mut Connection| -> rusqlite::Result<()> {
            conn.busy_timeout(Duration::from_secs(5))?;
            conn.execute_batch(&format!(
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;
                 PRAGMA trusted_schema=OFF; PRAGMA cache_size=-{cache_kib};
                 PRAGMA wal_autocheckpoint=2000; PRAGMA journal_size_limit=67108864;
                 PRAGMA secure_delete=ON; -- what is erased is overwritten, not only forgotten
                 PRAGMA query_only={};",
                u8::from(!writes)
            ))?;
            conn.set_prepared_statement_cache_capacity(512);
            let watch = watch.clone();
            conn.progress_handler(STEPS, Some(move || watch.check()))
        };
        // Turning a new file to WAL does not wait for another process that is doing the same.
        let mut tries = 0;
        while let Err(e) = setup(&mut conn) {
            tries += 1;
            if tries > 50 || e.sqlite_error_code() != Some(ErrorCode::DatabaseBusy) {
                return Err(fault("open", &e));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(Self { conn, alarm, fixed: ByPlace::default(), composed: HashMap::new() })
    }

    /// Makes things go wrong on purpose.
    pub(crate) fn inject(&mut self, faults: &Faults) -> Result<()> {
        if let Some(pages) = faults.max_pages {
            self.conn
                .execute_batch(&format!("PRAGMA max_page_count={pages}"))
                .map_err(|e| fault("max_page_count", &e))?;
        }
        if let Some(veto) = faults.veto.clone() {
            self.conn.commit_hook(Some(move || veto())).map_err(|e| fault("commit hook", &e))?;
        }
        Ok(())
    }

    /// Runs plain control statements such as BEGIN, from a small fixed set.
    pub(crate) fn control(&self, sql: &'static str) -> Result<()> {
        self.conn
            .prepare_cached(sql)
            .and_then(|mut st| st.raw_execute())
            .map(drop)
            .map_err(|e| fault(sql, &e))
    }

    pub(crate) fn query<T>(
        &mut self,
        name: &str,
        text: Text<'_>,
        params: &[Value],
        most: usize,
        mut map: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut st = self.bound(name, text, params)?;
        let mut rows = st.raw_query();
        let mut out = Vec::new();
        while out.len() < most {
            match rows.next().map_err(|e| fault(name, &e))? {
                Some(row) => out.push(map(&Row(Cells::Sqlite(row)))?),
                None => break,
            }
        }
        Ok(out)
    }

    pub(crate) fn many(&mut self, statements: &[(&Stmt, Vec<Value>)]) -> Result<Vec<Vec<Row<'static>>>> {
        statements
            .iter()
            .map(|(stmt, params)| {
                let mut st = self.bound(stmt.name, Text::Fixed(stmt.sql), params)?;
                let width = st.column_count();
                let mut rows = st.raw_query();
                let mut out = Vec::new();
                while let Some(row) = rows.next().map_err(|e| fault(stmt.name, &e))? {
                    out.push(Row(Cells::Kept(keep(row, width).map_err(|e| fault(stmt.name, &e))?)));
                }
                Ok(out)
            })
            .collect()
    }

    pub(crate) fn exec(&mut self, stmt: &Stmt, params: &[Value]) -> Result<u64> {
        let mut st = self.bound(stmt.name, Text::Fixed(stmt.sql), params)?;
        st.raw_execute().map(|n| n as u64).map_err(|e| fault(stmt.name, &e))
    }

    fn bound(&mut self, name: &str, text: Text<'_>, params: &[Value]) -> Result<CachedStatement<'_>> {
        if self.alarm.check() {
            return Err(Error::Retry(format!("{name}: the time budget is used up")));
        }
        let sql: &str = match text {
            Text::Fixed(sql) => {
                self.fixed.entry(place(sql)).or_insert_with(|| translated(sql).into_boxed_str())
            }
            Text::Composed(sql) => {
                if self.composed.len() >= COMPOSED && !self.composed.contains_key(sql) {
                    self.composed.clear();
                }
                self.composed.entry(sql.to_owned()).or_insert_with(|| translated(sql).into_boxed_str())
            }
        };
        let mut st = self.conn.prepare_cached(sql).map_err(|e| fault(name, &e))?;
        if st.parameter_count() != params.len() {
            return Err(Error::Engine(format!(
                "{name} takes {} parameters, {} were given",
                st.parameter_count(),
                params.len()
            )));
        }
        for (i, value) in params.iter().enumerate() {
            st.raw_bind_parameter(i + 1, value).map_err(|e| fault(name, &e))?;
        }
        Ok(st)
    }
}

fn keep(row: &rusqlite::Row<'_>, width: usize) -> rusqlite::Result<Vec<Value>> {
    (0..width)
        .map(|i| {
            Ok(match row.get_ref(i)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(n) => Value::Int(n),
                ValueRef::Real(x) => Value::Real(x),
                ValueRef::Text(t) => Value::Text(String::from_utf8_lossy(t).into_owned()),
                ValueRef::Blob(b) => Value::Blob(b.to_vec()),
            })
        })
        .collect()
}

/// A text of the house as SQLite understands it.
pub(crate) fn translated(sql: &str) -> String {
    by_number(&words::said(sql, Engine::Sqlite))
}

/// `$n` becomes `?n`: SQLite would number `$n` in order of appearance instead of by `n`.
fn by_number(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut quoted = false;
    let mut chars = sql.chars().peekable();
    while let Some(c) = chars.next() {
        quoted ^= c == '\'';
        let marks = c == '$' && !quoted && chars.peek().is_some_and(char::is_ascii_digit);
        out.push(if marks { '?' } else { c });
    }
    out
}

/// Copies the database into `path` in one step: writers go on, and the copy is of one moment.
pub(crate) fn copy(conn: &Connection, path: &Path) -> Result<()> {
    let mut there = Connection::open(path).map_err(|e| fault("backup", &e))?;
    let done = rusqlite::backup::Backup::new(conn, &mut there).and_then(|b| b.step(-1));
    match done.map_err(|e| fault("backup", &e))? {
        rusqlite::backup::StepResult::Done => Ok(()),
        other => Err(Error::Retry(format!("the backup did not finish: {other:?}"))),
    }
}

/// What an SQLite error means for the caller.
pub(crate) fn fault(name: &str, e: &rusqlite::Error) -> Error {
    match e.sqlite_error_code() {
        Some(
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::SystemIoFailure
            | ErrorCode::OutOfMemory
            | ErrorCode::OperationInterrupted,
        ) => Error::Retry(format!("{name}: {e}")),
        _ => Error::Engine(format!("{name}: {e}")),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_are_numbered_by_their_number() {
        let sql = super::by_number("SELECT '$1', $2 FROM t WHERE a = $1 AND b = $12");
        assert_eq!(sql, "SELECT '$1', ?2 FROM t WHERE a = ?1 AND b = ?12");
    }
}
