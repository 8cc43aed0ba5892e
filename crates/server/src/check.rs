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
    if config.on_postgres() {
        all.push(line_to_database(&config.database.url));
    }
    let band = config.band();
    all.push(say(
        Weight::Good,
        format!(
            "grids: an import gives a hint outside of {}-{} households and {}-{} people",
            band.households.0, band.households.1, band.people.0, band.people.1
        ),
    ));
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

/// This release speaks to PostgreSQL in the clear: right on one machine, or on a network of its own.
fn line_to_database(url: &str) -> Finding {
    let Ok(config) = url.parse::<DatabaseUrl>() else {
        return say(Weight::Wrong, "database: the URL is not understood; it names no host");
    };
    if config.wants_tls {
        return say(
            Weight::Wrong,
            "database: sslmode asks for TLS, which this release does not speak; put a TLS proxy (PgBouncer, stunnel) \
             on this machine and name it in the URL without sslmode",
        );
    }
    if config.far {
        return say(
            Weight::Doubtful,
            "database: not on this machine and not encrypted; use a network of its own, or a TLS proxy (PgBouncer, \
             stunnel) on this machine",
        );
    }
    say(Weight::Good, "database: reached without leaving this machine")
}

/// What the line to the database is judged by.
struct DatabaseUrl {
    far: bool,
    wants_tls: bool,
}

impl std::str::FromStr for DatabaseUrl {
    type Err = ();
    fn from_str(url: &str) -> Result<Self, ()> {
        let (_, rest) = url.split_once("://").ok_or(())?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
        let hosts = place.split('/').next().unwrap_or_default();
        if hosts.is_empty() {
            return Err(());
        }
        let near = |host: &str| {
            let name = host
                .strip_prefix('[')
                .and_then(|h| h.split(']').next())
                .unwrap_or_else(|| host.split(':').next().unwrap_or_default());
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
        };
        let tls = ["require", "verify-ca", "verify-full"];
        Ok(Self {
            far: !hosts.split(',').all(near),
            wants_tls: query.split('&').any(|p| p.strip_prefix("sslmode=").is_some_and(|m| tls.contains(&m))),
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_the_database_is_judged_by_where_it_goes() {
        let weight = |url: &str| line_to_database(url).weight;
        assert_eq!(weight("postgres://u:p@127.0.0.1:5432/wangge"), Weight::Good);
        assert_eq!(weight("postgres://u@[::1]:5432/wangge"), Weight::Good);
        assert_eq!(weight("postgres://localhost/wangge"), Weight::Good);
        assert_eq!(weight("postgres://u:p%40x@a,b/wangge"), Weight::Doubtful);
        assert_eq!(weight("postgres://u@localhost,b/wangge"), Weight::Doubtful);
        assert_eq!(weight("postgres://u@localhost/wangge?sslmode=require"), Weight::Wrong);
        assert_eq!(weight("wangge"), Weight::Wrong);
    }
}
