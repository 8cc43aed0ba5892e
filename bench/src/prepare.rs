//! The databases that are measured: the city settled once per engine, then copied and filled with cases.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    time::Instant as Moment,
};

use futures_util::SinkExt as _;
use rusqlite::Connection;
use tokio_postgres::Client;
use wangge_base::{Clock, Instant};
use wangge_realm::unit::Units;
use wangge_server::trouble::{Doing, Outcome, Trouble};
use wangge_store::{Engine, Value};

use crate::{
    bulk::Cases,
    city,
    raw::{pg, sqlite},
};

/// One engine with its place.
#[derive(Clone, Debug)]
pub struct Place {
    /// The engine.
    pub engine: Engine,
    /// Where everything is kept.
    pub dir: PathBuf,
    /// A database on the PostgreSQL server, to connect to first.
    pub server: String,
}

impl Place {
    /// Name for people and files.
    pub fn word(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgres",
        }
    }
    /// Directory of a stage (`base`, or a number of cases).
    pub fn home(&self, stage: &str) -> PathBuf {
        self.dir.join(format!("{}-{stage}", self.word()))
    }
    /// The embedded database of a stage.
    pub fn file(&self, stage: &str) -> PathBuf {
        self.home(stage).join("wangge.db")
    }
    /// How the server opens it.
    pub fn url(&self, stage: &str) -> Outcome<String> {
        match self.engine {
            Engine::Sqlite => Ok(format!("sqlite:{}", self.file(stage).display())),
            Engine::Postgres => {
                let (before, options) = self.server.split_once('?').unwrap_or((&self.server, ""));
                let (host, _) = before
                    .rsplit_once('/')
                    .filter(|(host, _)| host.contains("://") && !host.ends_with('/'))
                    .ok_or_else(|| Trouble::new("the PostgreSQL address must name a database"))?;
                let options = if options.is_empty() { String::new() } else { format!("?{options}") };
                Ok(format!("{host}/{}{options}", database(stage)))
            }
        }
    }
    fn marker(&self, stage: &str) -> PathBuf {
        self.home(stage).join("prepared")
    }
}

fn database(stage: &str) -> String {
    format!("wangge_bench_{stage}")
}

/// How long a database took to make.
pub type Took = f64;

/// Makes the databases of `sizes` unless they are there and `keep` says to use them.
pub async fn prepare(place: &Place, sizes: &[usize], keep: bool) -> Outcome<Vec<Took>> {
    let mut took = Vec::new();
    let there = |stage: &str| keep && place.marker(stage).exists();
    if sizes.iter().any(|n| !there(&n.to_string())) {
        settled(place, keep).await?;
    }
    for size in sizes {
        let stage = size.to_string();
        let begun = Moment::now();
        if !there(&stage) {
            eprintln!("{}: {size} cases", place.word());
            copy(place, &stage).await?;
            let house = city::open(&place.home(&stage), &place.url(&stage)?).await?;
            let units = house.work.realm.units();
            drop(house);
            fill(place, &stage, &units, *size).await?;
            count(place, &stage).await?;
            mark(place, &stage)?;
        }
        took.push(begun.elapsed().as_secs_f64());
    }
    Ok(took)
}

/// Settles the city without cases, unless it is there and `keep` says to use it.
pub async fn settled(place: &Place, keep: bool) -> Outcome {
    if keep && place.marker("base").exists() {
        return Ok(());
    }
    empty(place, "base").await?;
    city::settle(&place.home("base"), &place.url("base")?).await?;
    mark(place, "base")
}

/// Counts what was loaded past the events.
async fn count(place: &Place, stage: &str) -> Outcome {
    let house = city::open(&place.home(stage), &place.url(stage)?).await?;
    let units = house.work.realm.units();
    for district in units.shards_under(units.root()) {
        wangge_work::count::jobs::mend(house.db(), &district).await.doing("counting")?;
    }
    Ok(())
}

fn mark(place: &Place, stage: &str) -> Outcome {
    fs::write(place.marker(stage), "").doing("noting what is prepared")
}

async fn admin(place: &Place, statements: &[String]) -> Outcome {
    let (client, driver) = pg::connect(&place.server).await?;
    for sql in statements {
        client.batch_execute(sql).await.doing(sql)?;
    }
    drop(client);
    driver.await.doing("leaving PostgreSQL")
}

async fn empty(place: &Place, stage: &str) -> Outcome {
    let home = place.home(stage);
    if home.exists() {
        fs::remove_dir_all(&home).doing("removing an old database")?;
    }
    fs::create_dir_all(&home).doing("making a directory")?;
    if place.engine == Engine::Postgres {
        let name = database(stage);
        let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        admin(place, &[drop, format!("CREATE DATABASE {name}")]).await?;
    }
    Ok(())
}

/// A copy of the settled city, keys and all.
async fn copy(place: &Place, stage: &str) -> Outcome {
    let (from, to) = (place.home("base"), place.home(stage));
    empty(place, stage).await?;
    for entry in fs::read_dir(&from).doing("copying the city")?.flatten() {
        let name = entry.file_name();
        if name.to_string_lossy().contains("key") && entry.path().is_file() {
            fs::copy(entry.path(), to.join(&name)).doing("copying the city")?;
        }
    }
    match place.engine {
        Engine::Sqlite => {
            // Not the file as it lies there: connections of the settling may still be moving the log into it.
            let doing = "copying the city";
            let settled = Connection::open(place.file("base")).doing(doing)?;
            let copy = place.file(stage);
            settled.execute("VACUUM INTO ?1", [copy.to_string_lossy()]).doing(doing).map(drop)
        }
        Engine::Postgres => {
            let (name, base) = (database(stage), database("base"));
            // A template may have no connections; those of the settling end a moment later.
            let leave =
                format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{base}'");
            let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            let make = format!("CREATE DATABASE {name} TEMPLATE {base}");
            admin(place, &[leave, drop, make]).await
        }
    }
}

async fn fill(place: &Place, stage: &str, units: &Units, size: usize) -> Outcome {
    let now = Clock::system().now();
    match place.engine {
        Engine::Sqlite => fill_sqlite(&place.file(stage), units, size, now),
        Engine::Postgres => fill_pg(&place.url(stage)?, units, size, now).await,
    }
}

const COLUMNS: [&str; 2] = ["case.insert", "step.insert"];

fn fill_sqlite(file: &Path, units: &Units, size: usize, now: Instant) -> Outcome {
    let conn = Connection::open(file).doing("opening SQLite")?;
    let doing = "filling SQLite";
    conn.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144;")
        .doing(doing)?;
    let sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'case_file' AND sql IS NOT NULL";
    let indexes: Vec<(String, String)> = {
        let mut statement = conn.prepare(sql).doing(doing)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).doing(doing)?;
        rows.collect::<Result<_, _>>().doing(doing)?
    };
    conn.execute_batch("BEGIN").doing(doing)?;
    for (name, _) in &indexes {
        conn.execute_batch(&format!("DROP INDEX {name}")).doing(doing)?;
    }
    let texts = crate::raw::Texts::new();
    let mut statements = Vec::new();
    for name in COLUMNS {
        statements.push(conn.prepare(&sqlite::by_number(texts.get(name)?)).doing(doing)?);
    }
    let mut cases = Cases::new(units, size, now);
    while let Some(rows) = cases.next()? {
        for (statement, row) in statements.iter_mut().zip(rows) {
            for (i, value) in row.iter().enumerate() {
                statement.raw_bind_parameter(i + 1, value).doing(doing)?;
            }
            statement.raw_execute().doing(doing)?;
        }
    }
    drop(statements);
    for (_, sql) in &indexes {
        conn.execute_batch(sql).doing(doing)?;
    }
    conn.execute_batch("COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous=FULL;")
        .doing(doing)
}

async fn fill_pg(url: &str, units: &Units, size: usize, now: Instant) -> Outcome {
    let (client, driver) = pg::connect(url).await?;
    let doing = "filling PostgreSQL";
    let sql = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'case_file' AND schemaname = 'public' \
               AND indexname NOT LIKE '%_pkey'";
    let indexes: Vec<(String, String)> =
        client.query(sql, &[]).await.doing(doing)?.iter().map(|row| (row.get(0), row.get(1))).collect();
    for (name, _) in &indexes {
        client.batch_execute(&format!("DROP INDEX {name}")).await.doing(doing)?;
    }
    let texts = crate::raw::Texts::new();
    let mut cases = Cases::new(units, size, now);
    loop {
        let mut tables = [String::new(), String::new()];
        let mut count = 0;
        while count < 20_000
            && let Some(rows) = cases.next()?
        {
            for (table, row) in tables.iter_mut().zip(rows) {
                line(table, &row);
            }
            count += 1;
        }
        if count == 0 {
            break;
        }
        for (name, lines) in COLUMNS.iter().zip(tables) {
            copy_in(&client, texts.get(name)?, lines).await?;
        }
    }
    for (_, sql) in &indexes {
        client.batch_execute(sql).await.doing(doing)?;
    }
    client.batch_execute("VACUUM ANALYZE").await.doing(doing)?;
    client.batch_execute("CHECKPOINT").await.doing(doing)?;
    drop(client);
    driver.await.doing("leaving PostgreSQL")
}

/// COPY into the table and columns that an INSERT names.
async fn copy_in(client: &Client, insert: &str, lines: String) -> Outcome {
    let doing = "copying into PostgreSQL";
    let target = insert.trim_start_matches("INSERT INTO ").split(" VALUES").next().unwrap_or_default();
    let sink = client.copy_in(&format!("COPY {target} FROM STDIN")).await.doing(doing)?;
    futures_util::pin_mut!(sink);
    sink.send(std::io::Cursor::new(lines.into_bytes())).await.doing(doing)?;
    sink.finish().await.doing(doing).map(drop)
}

/// A row in PostgreSQL's text format.
fn line(to: &mut String, row: &[Value]) {
    for (i, value) in row.iter().enumerate() {
        if i > 0 {
            to.push('\t');
        }
        // Writing to a String does not fail.
        let _ = match value {
            Value::Null => write!(to, "\\N"),
            Value::Int(n) => write!(to, "{n}"),
            Value::Real(x) => write!(to, "{x}"),
            Value::Text(t) => {
                write!(to, "{}", t.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n"))
            }
            Value::Blob(b) => {
                to.push_str("\\\\x");
                b.iter().try_for_each(|byte| write!(to, "{byte:02x}"))
            }
        };
    }
    to.push('\n');
}

/// Bytes of the database.
pub async fn bytes(place: &Place, stage: &str) -> Outcome<u64> {
    match place.engine {
        Engine::Sqlite => Ok(fs::metadata(place.file(stage)).doing("measuring the database")?.len()),
        Engine::Postgres => {
            let (client, _driver) = pg::connect(&place.server).await?;
            let sql = format!("SELECT pg_database_size('{}')", database(stage));
            let row = client.query_one(&sql, &[]).await.doing("measuring the database")?;
            Ok(u64::try_from(row.get::<_, i64>(0)).unwrap_or(0))
        }
    }
}

/// The PostgreSQL server's first process when it runs on this machine, and its version.
pub async fn postmaster(url: &str) -> Outcome<(Option<u32>, String)> {
    let (client, _driver) = pg::connect(url).await?;
    let row = client.query_one("SELECT pg_backend_pid(), version()", &[]).await.doing("asking PostgreSQL")?;
    let pid = u32::try_from(row.get::<_, i32>(0)).ok().and_then(crate::machine::parent_of);
    let version: String = row.get(1);
    Ok((pid, version.split(" on ").next().unwrap_or_default().to_owned()))
}
