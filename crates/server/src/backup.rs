//! Backup and restore: the database first, then the files it names, then a list of hashes that says
//! the backup is whole. Keys are never part of it.

use std::{
    collections::BTreeMap,
    io::Read as _,
    path::{Path, PathBuf},
    process::Command,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use wangge_store::Db;

use crate::{
    config::Config,
    trouble::{Doing, Outcome, Trouble},
};

const LIST: &str = "backup.json";
const EMBEDDED: &str = "database.sqlite";
const DUMPED: &str = "database.pgdump";

/// What a backup consists of; written last, so that a broken-off backup has none.
#[derive(Serialize, Deserialize)]
struct List {
    /// Version of the program that wrote it.
    version: String,
    /// Moment of the copy of the database.
    at: wangge_base::Instant,
    /// Path below the backup → SHA-256 in hex.
    files: BTreeMap<String, String>,
}

/// Writes a backup into `dir`, which must not exist or be empty. Answers what it holds, in words.
///
/// # Errors
/// A directory in use, a full disk, a database that cannot be read.
pub async fn backup(config: &Config, db: &Db, dir: &Path) -> Outcome<String> {
    must_be_empty(dir)?;
    std::fs::create_dir_all(dir).doing(format!("making {}", dir.display()))?;
    let at = db.clock().now();
    if config.on_postgres() {
        let target = dir.join(DUMPED);
        let mut dump = tool("pg_dump", &config.database.url)?;
        run(dump.args(["--format=custom", "--no-owner", "--no-privileges"]).arg("--file").arg(&target))?;
    } else {
        db.backup_to(&dir.join(EMBEDDED)).await.doing("copying the database")?;
    }
    let mut files = BTreeMap::new();
    let from = config.files_dir();
    for path in below(&from)? {
        copy(&from.join(&path), &dir.join("files").join(&path))?;
    }
    for path in below(dir)? {
        files.insert(path.to_string_lossy().replace('\\', "/"), hash(&dir.join(&path))?);
    }
    let count = files.len();
    let list = List { version: env!("CARGO_PKG_VERSION").to_owned(), at, files };
    let text = serde_json::to_string_pretty(&list).doing("writing the list")?;
    std::fs::write(dir.join(LIST), text).doing("writing the list")?;
    Ok(format!(
        "{count} 个文件已备份到 {0},数据库时刻 {at}。密钥文件不在其中,请另行保管。\n\
         {count} files in {0}, the database as of {at}. The key file {1} is not among them: keep it elsewhere.",
        dir.display(),
        config.key_file().display(),
    ))
}

/// Brings a backup back into an empty installation, after checking every hash.
///
/// # Errors
/// A backup that is not whole, an installation that is not empty.
pub fn restore(config: &Config, dir: &Path) -> Outcome<String> {
    let text = std::fs::read_to_string(dir.join(LIST))
        .doing(format!("reading {LIST} in {} (a backup that broke off has none)", dir.display()))?;
    let list: List = serde_json::from_str(&text).doing(format!("reading {LIST}"))?;
    for (path, expected) in &list.files {
        if Path::new(path).components().any(|c| !matches!(c, std::path::Component::Normal(_))) {
            return Err(Trouble::new(format!("{LIST} names {path}, outside the backup")));
        }
        if hash(&dir.join(path))? != *expected {
            return Err(Trouble::new(format!("{path} is not what was backed up; nothing was restored")));
        }
    }
    let dumped = list.files.contains_key(DUMPED);
    if dumped != config.on_postgres() {
        return Err(Trouble::new(if dumped {
            "this backup is of PostgreSQL: set DATABASE_URL to an empty database"
        } else {
            "this backup is of the embedded engine: unset DATABASE_URL"
        }));
    }
    must_be_empty(&config.files_dir())?;
    if !dumped && config.database_file().exists() {
        return Err(Trouble::new(format!("{} is already there", config.database_file().display())));
    }
    std::fs::create_dir_all(&config.dir).doing(format!("making {}", config.dir.display()))?;
    for path in list.files.keys() {
        if let Some(inside) = path.strip_prefix("files/") {
            copy(&dir.join(path), &config.files_dir().join(inside))?;
        }
    }
    if dumped {
        let mut back = tool("pg_restore", &config.database.url)?;
        run(back
            .args(["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"])
            .arg(dir.join(DUMPED)))?;
    } else {
        // The database last and under its name at once: a restore that broke off can be repeated.
        let beside = config.dir.join("restoring.db");
        copy(&dir.join(EMBEDDED), &beside)?;
        std::fs::rename(&beside, config.database_file()).doing("putting the database in place")?;
    }
    Ok(format!(
        "已恢复 {0} 时刻的数据。请放回密钥文件 {1},再运行 wangge check 与 wangge verify。\n\
         Restored as of {0}. Put the key file back at {1}, then run `wangge check` and `wangge verify`.",
        list.at,
        config.key_file().display(),
    ))
}

fn must_be_empty(dir: &Path) -> Outcome {
    let used = std::fs::read_dir(dir).is_ok_and(|inside| inside.count() > 0);
    if used { Err(Trouble::new(format!("{} is not empty", dir.display()))) } else { Ok(()) }
}

/// Paths of the files below `dir`, relative to it, sorted.
fn below(dir: &Path) -> Outcome<Vec<PathBuf>> {
    let (mut found, mut open) = (Vec::new(), vec![dir.to_path_buf()]);
    while let Some(next) = open.pop() {
        if !next.exists() {
            continue;
        }
        for entry in std::fs::read_dir(&next).doing(format!("reading {}", next.display()))? {
            let path = entry.doing("reading a directory")?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(dir).doing("naming a file")?.to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    if let Some(parent) = to.parent() {
        std::fs::create_dir_all(parent).doing(format!("making {}", parent.display()))?;
    }
    std::fs::copy(from, to).doing(format!("copying {} to {}", from.display(), to.display())).map(drop)
}

fn hash(path: &Path) -> Outcome<String> {
    let mut file = std::fs::File::open(path).doing(format!("opening {}", path.display()))?;
    let (mut sum, mut part) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut part).doing(format!("reading {}", path.display()))? {
            0 => break,
            n => sum.update(&part[..n]),
        }
    }
    Ok(sum.finalize().iter().map(|b| format!("{b:02x}")).collect())
}

/// A PostgreSQL tool pointed at `url`; the password goes through the environment, where other users
/// of the machine cannot read it.
fn tool(name: &str, url: &str) -> Outcome<Command> {
    let (url, password) = without_password(url);
    let mut command = Command::new(name);
    command.arg(format!("--dbname={url}"));
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    Ok(command)
}

fn run(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let done = command.output().doing(format!("starting {name} (is the PostgreSQL client installed?)"))?;
    if done.status.success() {
        return Ok(());
    }
    Err(Trouble::new(format!("{name} failed: {}", String::from_utf8_lossy(&done.stderr).trim())))
}

/// Splits the password off a `postgres://user:password@host/name`.
fn without_password(url: &str) -> (String, Option<String>) {
    let split = url.split_once("://").and_then(|(scheme, rest)| {
        let (login, place) = rest.split_once('@')?;
        let (user, password) = login.split_once(':')?;
        Some((format!("{scheme}://{user}@{place}"), unescape(password)))
    });
    match split {
        Some((url, password)) => (url, Some(password)),
        None => (url.to_owned(), None),
    }
}

fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut i) = (Vec::new(), 0);
    while i < bytes.len() {
        let escaped = (bytes[i] == b'%')
            .then(|| text.get(i + 1..i + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok()))
            .flatten();
        match escaped {
            Some(byte) => (out.push(byte), i += 3),
            None => (out.push(bytes[i]), i += 1),
        };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_does_not_stand_on_the_command_line() {
        let (url, password) = without_password("postgres://u:p%40s@a:1,b:2/wangge?x=y");
        assert_eq!((url.as_str(), password.as_deref()), ("postgres://u@a:1,b:2/wangge?x=y", Some("p@s")));
        assert_eq!(without_password("postgres://u@a/w").1, None);
    }
}
