//! A real database per test, cheap by template, dropped afterwards.
//!
//! SQLite: a copy of a migrated file. PostgreSQL: `CREATE DATABASE … TEMPLATE` on the server of
//! `TEST_DATABASE_URL` (see `scripts/pg`), with business tables in four partitions by district, so
//! that PostgreSQL itself refuses a key without it.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    time::Duration,
};

use sha2::{Digest, Sha256};
use tokio_postgres::{Config, NoTls};
use wangge_base::Clock;

use crate::{
    Db, Engine, Error, Migration, Result, SCHEMA, Settings,
    migrate::{self, Layout},
    sqlite,
};

/// A database of one test.
pub struct TestDb {
    db: Db,
    settings: Settings,
    home: Home,
}

enum Home {
    Dir(PathBuf),
    Server { url: String, name: String },
}

/// Changes the settings before a test database is opened.
pub type Tune<'a> = &'a dyn Fn(&mut Settings);

impl TestDb {
    /// The database.
    pub fn db(&self) -> &Db {
        &self.db
    }
    /// The settings it was opened with: a second node opens the same.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
    /// Its engine.
    pub fn engine(&self) -> Engine {
        self.db.engine()
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        match &self.home {
            // What cannot be removed is swept by the operating system.
            Home::Dir(dir) => drop(std::fs::remove_dir_all(dir)),
            Home::Server { url, name } => {
                let sql = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                if let Err(e) = server(url, &[&sql]) {
                    tracing::warn!(error = %e, name, "a test database was not dropped");
                }
            }
        }
    }
}

/// The server for test databases: `TEST_DATABASE_URL`.
pub fn server_url() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "only tests ask, and this is their one setting")]
    std::env::var("TEST_DATABASE_URL").ok().filter(|url| !url.is_empty())
}

/// Both engines; without a server SQLite alone, and loudly so.
pub fn each(migrations: &[Migration], clock: &Clock) -> Result<Vec<TestDb>> {
    let mut all = vec![sqlite(migrations, clock)?];
    if server_url().is_some() {
        all.push(postgres(migrations, clock)?);
    } else {
        eprintln!("*** TEST_DATABASE_URL is not set: PostgreSQL IS NOT TESTED. See scripts/pg. ***");
    }
    Ok(all)
}

/// A fresh SQLite database with `migrations` applied.
pub fn sqlite(migrations: &[Migration], clock: &Clock) -> Result<TestDb> {
    sqlite_with(migrations, clock, &|_| {})
}

/// The same, opened with other settings.
pub fn sqlite_with(migrations: &[Migration], clock: &Clock, tune: Tune<'_>) -> Result<TestDb> {
    let templates = std::env::temp_dir().join("wangge-test");
    std::fs::create_dir_all(&templates).map_err(|e| io(&templates, &e))?;
    let template = templates.join(format!("{}.sqlite", digest(migrations, "sqlite")));
    if !template.exists() {
        sweep_dirs(&templates);
        let draft = templates.join(format!("{}.draft", tag()?));
        migrate::run(&Settings::new(url_of(&draft), clock.clone()), migrations, Layout::Plain)?;
        // Another process may have been faster; its file is as good.
        std::fs::rename(&draft, &template).map_err(|e| io(&template, &e))?;
    }
    let dir = own_dir()?;
    let file = dir.join("test.sqlite");
    std::fs::copy(&template, &file).map_err(|e| io(&file, &e))?;
    let mut settings = Settings::new(url_of(&file), clock.clone());
    settings.readers = 2;
    tune(&mut settings);
    let db = Db::open(&settings)?;
    Ok(TestDb { db, settings, home: Home::Dir(dir) })
}

/// A fresh PostgreSQL database with `migrations` applied, business tables partitioned.
pub fn postgres(migrations: &[Migration], clock: &Clock) -> Result<TestDb> {
    postgres_with(migrations, clock, &|_| {})
}

/// The same, opened with other settings.
pub fn postgres_with(migrations: &[Migration], clock: &Clock, tune: Tune<'_>) -> Result<TestDb> {
    let url = server_url().ok_or_else(|| {
        Error::Engine("TEST_DATABASE_URL is not set: start a server with scripts/pg start".into())
    })?;
    let template = format!("wg_t_{}", digest(migrations, "partitioned"));
    let name = format!("wg_{}_{}", std::process::id(), tag()?);
    let create = format!("CREATE DATABASE {name} TEMPLATE {template}");
    if server(&url, &[&create]).is_err() {
        make_template(&url, &template, migrations, clock)?;
        server(&url, &[&create])?;
    }
    let mut settings = Settings::new(on_database(&url, &name)?, clock.clone());
    (settings.readers, settings.writers, settings.reporters) = (2, 4, 1);
    tune(&mut settings);
    let db = Db::open(&settings)?;
    Ok(TestDb { db, settings, home: Home::Server { url, name } })
}

/// An empty database on the test server or in a file, for tests of the migrations themselves.
pub fn empty(engine: Engine, clock: &Clock) -> Result<TestDb> {
    if engine == Engine::Sqlite {
        let dir = own_dir()?;
        let settings = Settings::new(url_of(&dir.join("test.sqlite")), clock.clone());
        return Ok(TestDb { db: Db::open(&settings)?, settings, home: Home::Dir(dir) });
    }
    let url = server_url().ok_or_else(|| Error::Engine("TEST_DATABASE_URL is not set".into()))?;
    let name = format!("wg_{}_{}", std::process::id(), tag()?);
    server(&url, &[&format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")])?;
    let settings = Settings::new(on_database(&url, &name)?, clock.clone());
    Ok(TestDb { db: Db::open(&settings)?, settings, home: Home::Server { url, name } })
}

/// Migrates a draft and gives it the template's name. Test processes race here: whoever comes
/// second throws its draft away. Databases of processes that are gone are swept on the way.
fn make_template(url: &str, template: &str, migrations: &[Migration], clock: &Clock) -> Result<()> {
    sweep(url);
    let draft = format!("wg_{}_{}", std::process::id(), tag()?);
    server(url, &[&format!("CREATE DATABASE {draft} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")])?;
    let settings = Settings::new(on_database(url, &draft)?, clock.clone());
    let made = on_a_thread(|| migrate::run(&settings, migrations, Layout::Partitioned))
        .and_then(|_| server(url, &[&format!("ALTER DATABASE {draft} RENAME TO {template}")]));
    if made.is_ok() {
        return Ok(());
    }
    let there = server(url, &[&format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")])
        .and_then(|_| server(url, &[&format!("SELECT 1 FROM pg_database WHERE datname = '{template}'")]))?;
    if there > 0 { Ok(()) } else { made.map(drop) }
}

fn sweep(url: &str) {
    let Ok(names) = on_a_thread(|| names(url)) else { return };
    for name in names {
        let pid = name.strip_prefix("wg_").and_then(|rest| rest.split('_').next());
        let Some(pid) = pid.and_then(|pid| pid.parse::<u32>().ok()) else { continue };
        if ended(pid) {
            // Somebody else may be sweeping too.
            drop(server(url, &[&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")]));
        }
    }
}

fn own_dir() -> Result<PathBuf> {
    let name = format!("{}-{}", std::process::id(), tag()?);
    let dir = std::env::temp_dir().join("wangge-test").join(name);
    std::fs::create_dir_all(&dir).map_err(|e| io(&dir, &e))?;
    Ok(dir)
}

/// Removes the directories of test processes that were killed.
fn sweep_dirs(templates: &Path) {
    let Ok(entries) = std::fs::read_dir(templates) else { return };
    for dir in entries.flatten() {
        let name = dir.file_name();
        let pid = name.to_str().and_then(|n| n.split_once('-')).and_then(|(pid, _)| pid.parse().ok());
        if pid.is_some_and(ended) {
            // Somebody else may be sweeping too.
            drop(std::fs::remove_dir_all(dir.path()));
        }
    }
}

/// Where that can be told: no process has this number any more.
fn ended(pid: u32) -> bool {
    Path::new("/proc/self").exists() && !Path::new(&format!("/proc/{pid}")).exists()
}

fn names(url: &str) -> Result<Vec<String>> {
    block_on(url, async |client| {
        let rows = client.query("SELECT datname FROM pg_database WHERE datname LIKE 'wg\\_%'", &[]).await?;
        rows.iter().map(|row| row.try_get::<_, String>(0)).collect()
    })
}

/// Runs statements on the server, each by itself; answers the rows of the last.
fn server(url: &str, statements: &[&str]) -> Result<usize> {
    on_a_thread(|| {
        block_on(url, async |client| {
            let mut rows = 0;
            for sql in statements {
                rows = client
                    .simple_query(sql)
                    .await?
                    .iter()
                    .filter(|m| matches!(m, tokio_postgres::SimpleQueryMessage::Row(_)))
                    .count();
            }
            Ok(rows)
        })
    })
}

fn block_on<T>(
    url: &str,
    work: impl AsyncFnOnce(&tokio_postgres::Client) -> Result<T, tokio_postgres::Error>,
) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| Error::Engine(e.to_string()))?;
    runtime.block_on(async {
        let config = Config::from_str(url)
            .map_err(|e| Error::Engine(format!("TEST_DATABASE_URL: {}", crate::pg::detail(&e))))?;
        let told = |e: tokio_postgres::Error| Error::Engine(crate::pg::detail(&e));
        let (client, connection) = config.connect(NoTls).await.map_err(told)?;
        let driver = tokio::runtime::Handle::current().spawn(connection);
        let done = tokio::time::timeout(Duration::from_secs(60), work(&client)).await;
        driver.abort();
        done.ok().ok_or_else(|| Error::Retry("the test server does not answer".into()))?.map_err(told)
    })
}

/// A thread of its own: tests call this from inside a runtime, where none other may be driven.
fn on_a_thread<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    std::thread::scope(|scope| {
        scope.spawn(work).join().unwrap_or_else(|_panic| Err(Error::Engine("panicked".into())))
    })
}

/// The same server, another database.
fn on_database(url: &str, name: &str) -> Result<String> {
    let (base, query) = url.split_once('?').map_or((url, None), |(b, q)| (b, Some(q)));
    let start = base.find("://").map_or(0, |i| i + 3);
    let end = base[start..].find('/').map_or(base.len(), |i| start + i);
    if start == 0 {
        return Err(Error::Engine("TEST_DATABASE_URL should read postgres://…".into()));
    }
    let query = query.map(|q| format!("?{q}")).unwrap_or_default();
    Ok(format!("{}/{name}{query}", &base[..end]))
}

fn url_of(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

fn io(path: &Path, e: &std::io::Error) -> Error {
    Error::Engine(format!("{}: {e}", path.display()))
}

fn tag() -> Result<String> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|e| Error::Engine(format!("no entropy: {e}")))?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// Names a template by all that decides what is in it.
fn digest(migrations: &[Migration], layout: &str) -> String {
    let mut sha = Sha256::new();
    sha.update(layout.as_bytes());
    sha.update(sqlite::VERSION.as_bytes());
    for m in std::iter::once(&SCHEMA).chain(migrations) {
        sha.update(format!("\0{}\0{}\0{}", m.slice, m.id, m.sql).as_bytes());
    }
    sha.finalize().iter().take(10).map(|b| format!("{b:02x}")).collect()
}
