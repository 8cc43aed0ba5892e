//! Migrations: forward only, recorded, all pending ones in one transaction, and safe when several
//! nodes start at once. Release N−1 runs on schema N: expand first, contract a release later.

use std::{collections::BTreeMap, time::Duration};

use sha2::{Digest, Sha256};

use crate::{
    Engine, Error, Read, Result, Settings, Stmt, Tx, Value,
    db::{LaneKind, pg_lane, sqlite_link},
    ddl::{self, Class, Table},
    pg,
    read::Conn,
    stats::Counters,
    words,
};

/// What PostgreSQL says when another node makes the same table at the same moment: the key of a
/// catalogue row, the table, or its row type exists already.
const SEEN_ELSEWHERE: [&str; 3] = ["23505", "42P07", "42710"];

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Number within its slice: 1, 2, 3 …
    pub id: u32,
    /// The slice whose tables these are.
    pub slice: &'static str,
    /// The statements, separated by `;`. Types are text, bigint, double precision and bytea; every
    /// CREATE TABLE has its note before it ([`ddl::Table`]).
    pub sql: &'static str,
}

/// Store's own tables.
pub const SCHEMA: Migration = Migration { id: 1, slice: "store", sql: include_str!("schema.sql") };

/// How business tables are laid out on PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// As written; distributed where the Citus extension is there.
    Plain,
    /// In [`ddl::PARTITIONS`] partitions by district, so that PostgreSQL itself refuses a key
    /// without it (test databases).
    Partitioned,
}

const RECORD: &str = "CREATE TABLE IF NOT EXISTS migration (
  slice text NOT NULL, id bigint NOT NULL, digest text NOT NULL, at bigint NOT NULL,
  PRIMARY KEY (slice, id))";
const DONE: Stmt = Stmt::new("migration.list", "SELECT slice, id, digest FROM migration");
const ADD: Stmt =
    Stmt::new("migration.add", "INSERT INTO migration (slice, id, digest, at) VALUES ($1, $2, $3, $4)");
const CITUS: Stmt = Stmt::new("migration.citus", "SELECT count(*) FROM pg_extension WHERE extname = 'citus'");

/// A migration may wait for another node's, and may have much to do.
const PATIENCE: Duration = Duration::from_secs(900);

/// Brings the database up to date over a connection of its own; answers how many ran.
pub(crate) fn run(settings: &Settings, migrations: &[Migration], layout: Layout) -> Result<usize> {
    let mut settings = settings.clone();
    settings.statement_timeout = PATIENCE;
    let counters = std::sync::Arc::new(Counters::default());
    let sqlite = settings.url.starts_with("sqlite:");
    let conn = if sqlite {
        let link = sqlite_link(LaneKind::Write, &settings)?;
        link.conn.busy_timeout(PATIENCE).map_err(|e| crate::sqlite::fault("busy_timeout", &e))?;
        Conn::Sqlite(Box::new(link))
    } else {
        Conn::Pg(Box::new(pg::Link::new(pg_lane(LaneKind::Write, &settings, &counters)?)?))
    };
    let mut tx = Tx::new(Read::new(conn, settings.clock.clone(), counters));
    let engine = if sqlite { Engine::Sqlite } else { Engine::Postgres };
    let mut all = vec![SCHEMA];
    all.extend_from_slice(migrations);
    for attempt in 0.. {
        match once(&mut tx, engine, &all, layout) {
            // Two nodes made the record table at the same moment: one of them tries again.
            Err(Error::Engine(e)) if attempt < 5 && SEEN_ELSEWHERE.iter().any(|code| e.contains(code)) => {}
            other => return other,
        }
    }
    Err(Error::Retry("migrating".into()))
}

fn once(tx: &mut Tx, engine: Engine, all: &[Migration], layout: Layout) -> Result<usize> {
    begin(tx)?;
    let done = pending(tx, all).and_then(|todo| {
        let citus = engine == Engine::Postgres && tx.one(&CITUS, &[], |row| row.int(0))? > 0;
        for migration in &todo {
            apply(tx, engine, migration, layout, citus)
                .map_err(|e| Error::Engine(format!("migration {} {}: {e}", migration.slice, migration.id)))?;
        }
        Ok(todo.len())
    });
    end(tx, done.is_ok())?;
    done
}

/// The migrations that have not run yet; refuses one whose text changed after it ran.
fn pending(tx: &mut Tx, all: &[Migration]) -> Result<Vec<Migration>> {
    let done: BTreeMap<(String, i64), String> =
        tx.query(&DONE, &[], |row| Ok(((row.text(0)?, row.int(1)?), row.text(2)?)))?.into_iter().collect();
    let mut todo: Vec<Migration> = Vec::new();
    for migration in all {
        match done.get(&(migration.slice.to_owned(), migration.id.into())) {
            None if todo.iter().any(|m| m.slice == migration.slice && m.id == migration.id) => {
                return Err(Error::Engine(format!("migration {} {} twice", migration.slice, migration.id)));
            }
            None => todo.push(*migration),
            Some(digest) if *digest == digest_of(migration) => {}
            Some(_) => {
                return Err(Error::Engine(format!(
                    "migration {} {} was changed after it had run: add a new one instead",
                    migration.slice, migration.id
                )));
            }
        }
    }
    Ok(todo)
}

fn digest_of(migration: &Migration) -> String {
    Sha256::digest(migration.sql.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

fn apply(tx: &mut Tx, engine: Engine, m: &Migration, layout: Layout, citus: bool) -> Result<()> {
    let notes = ddl::tables(m.sql)?;
    for statement in ddl::statements(m.sql) {
        let note = ddl::created_table(&statement).and_then(|t| notes.iter().find(|n| n.name == t));
        match note {
            Some(Table { name, class: Class::Words, .. }) if engine == Engine::Sqlite => {
                let id = ddl::id_of_words(&statement).unwrap_or_default();
                plain(tx, &words::virtual_table(name, id))?;
            }
            Some(note)
                if engine == Engine::Postgres && matches!(note.class, Class::Business | Class::Words) =>
            {
                if layout == Layout::Partitioned {
                    for part in ddl::partitioned(&note.name, &statement) {
                        plain(tx, &part)?;
                    }
                } else {
                    plain(tx, &statement)?;
                    if citus {
                        plain(tx, &format!("SELECT create_distributed_table('{}', 'district')", note.name))?;
                    }
                }
                if note.class == Class::Words {
                    plain(tx, &words::index(&note.name))?;
                }
            }
            Some(note) if citus && note.class == Class::Reference => {
                plain(tx, &statement)?;
                plain(tx, &format!("SELECT create_reference_table('{}')", note.name))?;
            }
            _ => plain(tx, &statement)?,
        }
    }
    let now = tx.now();
    let row = [Value::from(m.slice), m.id.into(), digest_of(m).into(), now.into()];
    tx.exec(&ADD, &row).map(drop)
}

/// Opens the transaction and takes the lock under which only one node migrates.
fn begin(tx: &mut Tx) -> Result<()> {
    if let Conn::Pg(link) = &mut tx.conn {
        link.connect().map_err(|fault| fault.error())?;
        link.start(false);
        link.plain(RECORD)?;
        link.start(true);
        return link.plain("LOCK TABLE migration IN SHARE ROW EXCLUSIVE MODE");
    }
    plain(tx, "BEGIN IMMEDIATE")?;
    plain(tx, RECORD)
}

fn end(tx: &mut Tx, commit: bool) -> Result<()> {
    match &mut tx.conn {
        Conn::Pg(link) if commit => link.commit(&[], &std::sync::atomic::AtomicBool::new(false)),
        Conn::Pg(link) => {
            link.roll_back();
            Ok(())
        }
        Conn::Sqlite(_) => plain(tx, if commit { "COMMIT" } else { "ROLLBACK" }),
    }
}

fn plain(tx: &mut Tx, sql: &str) -> Result<()> {
    match &mut tx.conn {
        Conn::Sqlite(link) => link.conn.execute_batch(sql).map_err(|e| crate::sqlite::fault(sql, &e)),
        Conn::Pg(link) => link.plain(sql),
    }
}
