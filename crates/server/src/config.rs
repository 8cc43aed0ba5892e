//! The settings of a node: one table of them, read once at start from defaults, one TOML file and the
//! environment, in this order. This is the only module that reads the environment.
//!
//! docs/config.md and `wangge config --example` are written from [`SETTINGS`]; a test compares them.

mod settings;

use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::{Table, Value};
use wangge_base::Limit;
use wangge_realm::unit::flow::Band;
use wangge_web::{Network, Settings, limit::Rates};
use wangge_work::case::flow::Defaults;

pub use settings::{SETTINGS, Setting};

use crate::trouble::{Doing, Outcome, Trouble};

/// The settings in force.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Base of the relative paths.
    pub dir: PathBuf,
    /// The city.
    pub city: City,
    /// The listener and its limits.
    pub server: Server,
    /// Limits of the public.
    pub rate: Rate,
    /// Limits of the flow where a matter states none.
    pub limit: FlowLimits,
    /// Log-in sessions.
    pub session: Session,
    /// The map.
    pub map: Map,
    /// The engine.
    pub database: Database,
    /// The bus.
    pub bus: Bus,
    /// Uploaded files.
    pub files: Files,
    /// Keys.
    pub keys: Keys,
    /// Background work.
    pub jobs: Jobs,
    /// Log.
    pub log: Log,
    /// Demo.
    pub demo: Demo,
}

/// `[city]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// Code of the city unit.
    pub code: String,
    /// Its name, Chinese.
    pub name: String,
    /// Its name, English.
    pub name_en: String,
    /// IANA time zone.
    pub time_zone: String,
    /// Directory of configuration and sources.
    pub data: PathBuf,
    /// Fewest and most households of a grid, `50-800`.
    pub grid_households: String,
    /// Fewest and most people of a grid, `100-3000`.
    pub grid_people: String,
}

/// `[server]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Address to bind.
    pub listen: String,
    /// Base URL for people; empty: from `listen`.
    pub public_url: String,
    /// Largest body, KiB.
    pub body_kib: usize,
    /// Largest file, MiB.
    pub file_mib: usize,
    /// Longest request, seconds.
    pub request_seconds: u64,
    /// Networks of the proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<Network>,
    /// Seconds for running requests at shutdown.
    pub drain_seconds: u64,
    /// Directory of built screens; empty: those inside the binary.
    pub ui_dir: PathBuf,
}

/// `[rate]`, per minute and source address.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Anonymous writes.
    pub anonymous_writes: u32,
    /// Anonymous reads.
    pub anonymous_reads: u32,
    /// Log-ins tried.
    pub logins: u32,
}

/// `[limit]`: `30min`, `4wh` working hours, `24h`, `2wd` working days, `3cd` calendar days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlowLimits {
    /// Verification on site.
    pub verify: Limit,
    /// Filing and dispatching.
    pub dispatch: Limit,
    /// Reporting in.
    pub report_in: Limit,
    /// Handling.
    pub handle: Limit,
    /// Checking.
    pub check: Limit,
    /// Closing, and decisions on requests.
    pub close: Limit,
    /// Overdue until the next level steps in.
    pub climb: Limit,
    /// The same for red and orange tickets.
    pub climb_urgent: Limit,
}

/// `[session]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Hours without use.
    pub idle_hours: i64,
    /// Days in all.
    pub days: i64,
}

/// `[map]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// What must stand beside the outlines, Chinese.
    pub note_zh: String,
    /// The same in English.
    pub note_en: String,
    /// Browser key of 天地图, or empty.
    pub tianditu_key: String,
    /// A PMTiles file, or empty.
    pub pmtiles: PathBuf,
    /// Address of raster tiles, or empty.
    pub imagery: String,
    /// Whom to name for the PMTiles file or the images.
    pub attribution: String,
}

/// `[database]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// PostgreSQL, or empty for SQLite.
    pub url: String,
    /// Writing connections on PostgreSQL.
    pub writers: usize,
    /// Reading threads.
    pub readers: usize,
    /// Statement time-out on PostgreSQL, ms.
    pub statement_ms: u64,
}

/// `[bus]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bus {
    /// Address, or empty.
    pub url: String,
}

/// `[files]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// All nodes see the same directory of files.
    pub shared: bool,
}

/// `[keys]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    /// Key file.
    pub file: PathBuf,
}

/// `[jobs]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jobs {
    /// Runs background work here.
    pub enabled: bool,
    /// Pause between rounds, ms.
    pub every_ms: u64,
}

/// `[log]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// Filter.
    pub level: String,
    /// `text` or `json`.
    pub format: String,
}

/// `[demo]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// Demo mode.
    pub on: bool,
}

impl Config {
    /// Defaults, then `file` (or `WANGGE_CONFIG`, or ./wangge.toml if it is there), then the environment.
    ///
    /// # Errors
    /// A file that cannot be read or parsed, an unknown key, a value of the wrong type.
    pub fn load(file: Option<&Path>) -> Outcome<Self> {
        Self::from_parts(&file_text(file)?, variable)
    }

    /// The settings from the text of a file and a look-up for variables; [`load`](Self::load) without
    /// the machine.
    ///
    /// # Errors
    /// As `load`.
    pub fn from_parts(file: &str, variable: impl Fn(&str) -> Option<String>) -> Outcome<Self> {
        let config: Self =
            Value::Table(merged(file, variable)?).try_into().doing("reading the configuration")?;
        config.sane()
    }

    /// The defaults with everything under `dir`, listening on a free port of loopback: for tests and
    /// the demo.
    pub fn local(dir: &Path) -> Self {
        let mut config = Self::from_parts("", |_| None).unwrap_or_else(|e| unreachable!("defaults: {e}"));
        config.dir = dir.to_path_buf();
        config.server.listen = "127.0.0.1:0".to_owned();
        config
    }

    fn sane(self) -> Outcome<Self> {
        let wrong = |key: &str, why: &str| Err(Trouble::new(format!("{key}: {why}")));
        if self.server.listen.parse::<std::net::SocketAddr>().is_err() {
            return wrong("server.listen", "must be ADDRESS:PORT, e.g. 127.0.0.1:8310");
        }
        if jiff::tz::TimeZone::get(&self.city.time_zone).is_err() {
            return wrong("city.time_zone", "is not an IANA time zone");
        }
        for (key, text) in [
            ("city.grid_households", &self.city.grid_households),
            ("city.grid_people", &self.city.grid_people),
        ] {
            if span(text).is_none() {
                return wrong(key, "must be FEWEST-MOST, e.g. 50-800");
            }
        }
        if !matches!(self.log.format.as_str(), "text" | "json") {
            return wrong("log.format", "must be text or json");
        }
        let url = &self.server.public_url;
        if !(url.is_empty() || url.starts_with("http://") || url.starts_with("https://")) {
            return wrong("server.public_url", "must begin with http:// or https://");
        }
        if !self.map.imagery.is_empty() && crate::basemap::origin(&self.map.imagery).is_none() {
            return wrong("map.imagery", "must be an https:// address with {z}, {x} and {y}");
        }
        if !self.map.tianditu_key.chars().all(|c| c.is_ascii_alphanumeric()) {
            return wrong("map.tianditu_key", "must be letters and digits only");
        }
        if self.database.readers == 0 || self.database.writers == 0 || self.server.body_kib == 0 {
            return wrong("database.readers, database.writers, server.body_kib", "must be at least 1");
        }
        Ok(self)
    }

    /// What the handlers may know; `public_url` is the address for people once it is bound.
    pub fn settings(&self, public_url: String) -> Settings {
        Settings {
            public_url,
            city_code: self.city.code.clone(),
            city_zh: self.city.name.clone(),
            city_en: self.city.name_en.clone(),
            time_zone: self.city.time_zone.clone(),
            demo: self.demo.on,
            data_dir: self.dir.clone(),
            json_limit: self.server.body_kib << 10,
            file_limit: self.server.file_mib << 20,
            trusted_proxies: self.server.trusted_proxies.clone(),
            rates: Rates {
                anonymous_writes: self.rate.anonymous_writes,
                anonymous_reads: self.rate.anonymous_reads,
                logins: self.rate.logins,
            },
            session_idle_hours: self.session.idle_hours,
            session_days: self.session.days,
            map: crate::basemap::settings(&self.map),
        }
    }

    /// Limits of the flow where a matter states none.
    pub fn defaults(&self) -> Defaults {
        let l = &self.limit;
        Defaults {
            verify: l.verify,
            dispatch: l.dispatch,
            report_in: l.report_in,
            handle: l.handle,
            check: l.check,
            close: l.close,
            climb: l.climb,
            climb_urgent: l.climb_urgent,
        }
    }

    /// The span a grid should have; outside of it an import gives a hint.
    pub fn band(&self) -> Band {
        let usual = Band::default();
        Band {
            households: span(&self.city.grid_households).unwrap_or(usual.households),
            people: span(&self.city.grid_people).unwrap_or(usual.people),
        }
    }

    /// Path of the embedded database.
    pub fn database_file(&self) -> PathBuf {
        self.dir.join("wangge.db")
    }
    /// Directory of uploaded files.
    pub fn files_dir(&self) -> PathBuf {
        self.dir.join("files")
    }
    /// The key file.
    pub fn key_file(&self) -> PathBuf {
        self.dir.join(&self.keys.file)
    }
    /// Whether PostgreSQL is used.
    pub fn on_postgres(&self) -> bool {
        !self.database.url.is_empty()
    }
}

/// `50-800`: fewest and most.
fn span(text: &str) -> Option<(i64, i64)> {
    let (fewest, most) = text.split_once('-')?;
    let (fewest, most) = (fewest.trim().parse().ok()?, most.trim().parse().ok()?);
    (0 <= fewest && fewest <= most).then_some((fewest, most))
}

/// The one look at the environment; an empty variable counts as unset.
#[expect(clippy::disallowed_methods, reason = "this is server::config, where settings are read once")]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|text| !text.is_empty())
}

fn file_text(file: Option<&Path>) -> Outcome<String> {
    let named = file.map(Path::to_path_buf).or_else(|| variable("WANGGE_CONFIG").map(PathBuf::from));
    let usual = Path::new("wangge.toml");
    match named {
        Some(path) => std::fs::read_to_string(&path).doing(format!("reading {}", path.display())),
        None if usual.exists() => std::fs::read_to_string(usual).doing("reading wangge.toml"),
        None => Ok(String::new()),
    }
}

fn merged(file: &str, variable: impl Fn(&str) -> Option<String>) -> Outcome<Table> {
    let mut all = defaults();
    merge(&mut all, file.parse::<Table>().doing("reading the configuration file")?, "")?;
    for one in SETTINGS {
        if let (Some(text), Some(slot)) = (variable(&one.variable()), slot(&mut all, one.key)) {
            *slot = like(slot, &text).ok_or_else(|| {
                Trouble::new(format!("{}={text:?} is not a {}", one.variable(), slot.type_str()))
            })?;
        }
    }
    Ok(all)
}

fn defaults() -> Table {
    let mut all = Table::new();
    for one in SETTINGS {
        let value = format!("v = {}", one.default).parse::<Table>().ok().and_then(|mut t| t.remove("v"));
        let value = value.unwrap_or_else(|| unreachable!("default of {}", one.key));
        match one.key.split_once('.') {
            None => all.insert(one.key.to_owned(), value),
            Some((section, name)) => match all.entry(section).or_insert_with(|| Value::Table(Table::new())) {
                Value::Table(table) => table.insert(name.to_owned(), value),
                _ => unreachable!("{section} is a section"),
            },
        };
    }
    all
}

fn slot<'a>(all: &'a mut Table, key: &str) -> Option<&'a mut Value> {
    match key.split_once('.') {
        None => all.get_mut(key),
        Some((section, name)) => all.get_mut(section)?.as_table_mut()?.get_mut(name),
    }
}

fn merge(into: &mut Table, from: Table, section: &str) -> Outcome {
    for (name, value) in from {
        let key = if section.is_empty() { name.clone() } else { format!("{section}.{name}") };
        match (into.get_mut(&name), value) {
            (None, _) => {
                return Err(Trouble::new(format!(
                    "{key} is not a setting; `wangge config --example` lists them"
                )));
            }
            (Some(Value::Table(deeper)), Value::Table(value)) => merge(deeper, value, &key)?,
            (Some(old), value) if old.same_type(&value) => *old = value,
            (Some(old), value) => {
                return Err(Trouble::new(format!(
                    "{key} must be a {}, not a {}",
                    old.type_str(),
                    value.type_str()
                )));
            }
        }
    }
    Ok(())
}

fn like(old: &Value, text: &str) -> Option<Value> {
    match old {
        Value::String(_) => Some(Value::String(text.to_owned())),
        Value::Integer(_) => text.parse().ok().map(Value::Integer),
        Value::Boolean(_) => text.parse().ok().map(Value::Boolean),
        Value::Array(_) => {
            Some(Value::Array(text.split(',').map(|one| Value::String(one.trim().to_owned())).collect()))
        }
        _ => None,
    }
}

/// The documented file with every default: `wangge config --example`.
pub fn example() -> String {
    let mut out = String::from(
        "# wangge.toml — every setting with its default (每项均为默认值). Environment variables win over the file.\n",
    );
    let mut section = "";
    for one in SETTINGS {
        let (of, name) = one.key.split_once('.').unwrap_or(("", one.key));
        if of != section {
            out += &format!("\n[{of}]\n");
            section = of;
        }
        out += &format!("# {}\n# {}\n{name} = {}\n", one.zh, one.en, one.default);
    }
    out
}

/// The reference docs/config.md.
pub fn reference() -> String {
    let mut out = String::from(
        "# Configuration reference\n\n\
         Generated from `server::config::SETTINGS`; `make bless` rewrites it. Order of precedence: default, \
         then one file (`--config FILE`, or `WANGGE_CONFIG`, or `./wangge.toml`), then the environment. An \
         unknown key or a value of the wrong type stops the start. `wangge config` prints what is in force, \
         secrets hidden; `wangge config --example` prints a commented file.\n\n\
         | key | variable | default | 含义 | meaning |\n|---|---|---|---|---|\n",
    );
    for one in SETTINGS {
        out += &format!(
            "| `{}` | `{}` | `{}` | {} | {} |\n",
            one.key,
            one.variable(),
            one.default,
            one.zh,
            one.en
        );
    }
    out
}

/// What is in force, secrets hidden, one `key = value` a line.
///
/// # Errors
/// As [`Config::load`].
pub fn in_force(file: Option<&Path>) -> Outcome<String> {
    let mut all = merged(&file_text(file)?, variable)?;
    let mut out = String::new();
    for one in SETTINGS {
        let value = slot(&mut all, one.key).map(|v| v.to_string()).unwrap_or_default();
        let shown = if one.is_secret() && value != "\"\"" { "(hidden)".to_owned() } else { value };
        out += &format!("{} = {shown}\n", one.key);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_defaults() {
        let vars = |name: &str| (name == "WANGGE_SERVER_FILE_MIB").then(|| "7".to_owned());
        let config = Config::from_parts("[server]\nfile_mib = 5\nbody_kib = 9", vars).expect("config");
        assert_eq!((config.server.file_mib, config.server.body_kib), (7, 9));
    }

    #[test]
    fn wrong_keys_and_types_are_named() {
        let no = |text: &str| Config::from_parts(text, |_| None).expect_err(text).to_string();
        assert!(no("[server]\nport = 1").contains("server.port is not a setting"));
        assert!(no("[server]\nlisten = 1").contains("server.listen must be a string"));
        assert!(no("[server]\nlisten = \"here\"").contains("server.listen"));
        assert!(no("[city]\ntime_zone = \"Mars\"").contains("city.time_zone"));
    }

    #[test]
    fn the_example_is_the_default() {
        assert_eq!(merged(&example(), |_| None).expect("example"), defaults());
    }
}
