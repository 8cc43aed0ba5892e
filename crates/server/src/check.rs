//! `wangge check`: looks at the installation and says what is in order, what is doubtful and what is
//! wrong. It changes nothing.

use std::{os::unix::fs::PermissionsExt as _, path::Path};

use wangge_store::{Db, Engine};

use crate::config::Config;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// In order.
    Good,
    /// Doubtful: works, but look.
    Doubtful,
    /// Wrong: mend it before serving.
    Wrong,
}

/// One thing looked at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How bad.
    pub weight: Weight,
    /// What, in words.
    pub text: String,
}

fn say(weight: Weight, text: impl Into<String>) -> Finding {
    Finding { weight, text: text.into() }
}

/// Everything that can be seen without a database.
pub fn offline(config: &Config) -> Vec<Finding> {
    let mut all = vec![keys(&config.key_file()), files(config), exposure(config)];
    if !config.bus.url.is_empty() {
        all.push(say(Weight::Doubtful, "BUS_URL: this release has no bus; polling is used and suffices"));
    }
    if !config.city.data.is_dir() {
        all.push(say(
            Weight::Doubtful,
            format!("city.data: {} is not a directory (needed for imports only)", config.city.data.display()),
        ));
    }
    all
}

fn keys(file: &Path) -> Finding {
    match std::fs::metadata(file) {
        Err(_) => say(Weight::Good, format!("keys: {} will be made at first start", file.display())),
        Ok(seen) if seen.permissions().mode() & 0o077 != 0 => {
            say(Weight::Wrong, format!("keys: others can read {0}; run: chmod 600 {0}", file.display()))
        }
        Ok(_) => match wangge_store::seal::Keys::load_or_create(file) {
            Ok(_) => say(Weight::Good, format!("keys: {} is there, for its owner only", file.display())),
            Err(error) => say(Weight::Wrong, format!("keys: {error}")),
        },
    }
}

fn files(config: &Config) -> Finding {
    let dir = config.files_dir();
    if config.on_postgres() && !config.files.shared {
        return say(
            Weight::Wrong,
            format!(
                "files: with PostgreSQL several nodes may serve; let all share {} and set files.shared = true",
                dir.display()
            ),
        );
    }
    if !dir.exists() {
        return say(Weight::Good, format!("files: {} will be made", dir.display()));
    }
    let probe = dir.join(".wangge-check");
    match std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe)) {
        Ok(()) => say(Weight::Good, format!("files: {} can be written", dir.display())),
        Err(error) => say(Weight::Wrong, format!("files: {} cannot be written: {error}", dir.display())),
    }
}

fn exposure(config: &Config) -> Finding {
    let outside = config.server.listen.parse::<std::net::SocketAddr>().is_ok_and(|a| !a.ip().is_loopback());
    let plain = !config.server.public_url.starts_with("https://");
    if outside && plain {
        return say(
            Weight::Doubtful,
            "server: listens beyond this machine while public_url is not https: cookies travel in the clear",
        );
    }
    say(Weight::Good, format!("server: will listen on {}", config.server.listen))
}

/// What the database says; `known` is how many migrations this program has.
pub async fn online(db: &Db, pending: wangge_store::Result<usize>) -> Vec<Finding> {
    let engine = match db.engine() {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    if let Err(error) = db.ping().await {
        return vec![say(Weight::Wrong, format!("database: {engine} does not answer: {error}"))];
    }
    let mut all = vec![say(Weight::Good, format!("database: {engine} answers"))];
    all.push(match db.skew().await {
        Ok(off) if off.abs() > 2_000_000 => say(
            Weight::Wrong,
            format!("clock: {} ms off the database's; this node will do no background work", off / 1000),
        ),
        Ok(off) => say(Weight::Good, format!("clock: {} ms off the database's", off / 1000)),
        Err(error) => say(Weight::Wrong, format!("clock: {error}")),
    });
    all.push(match pending {
        Ok(0) => say(Weight::Good, "schema: up to date"),
        Ok(n) => say(
            Weight::Doubtful,
            format!("schema: {n} migrations wait; `wangge migrate` or the start runs them"),
        ),
        Err(error) => say(Weight::Wrong, format!("schema: {error}")),
    });
    all
}

/// The findings for a person, and whether something is wrong.
pub fn words(findings: &[Finding]) -> (String, bool) {
    let mut out = String::new();
    for one in findings {
        let mark = match one.weight {
            Weight::Good => "  好 good    ",
            Weight::Doubtful => "  疑 doubtful",
            Weight::Wrong => "  错 wrong   ",
        };
        out += &format!("{mark}  {}\n", one.text);
    }
    (out, findings.iter().any(|f| f.weight == Weight::Wrong))
}
