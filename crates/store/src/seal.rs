//! Sealed columns: AES-256-GCM, bound to table, row and column, under keys that live outside the
//! database. A blind index with its own key allows exact look-up without opening anything.
//!
//! A sealed value reads `version (1) | key id (2) | nonce (12) | text and tag`. Keys rotate lazily:
//! new values take the newest key, old ones stay readable, and [`Keys::stale`] says which to seal
//! again when they are written anyway.

use std::{
    fmt,
    io::{ErrorKind, Write},
    path::Path,
    sync::Arc,
};

use aes_gcm::{
    Aes256Gcm, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{Error, Result};

const VERSION: u8 = 1;
const HEAD: usize = 1 + 2;
const NONCE: usize = 12;
const TITLE: &str =
    "# wangge keys 1. Keep it apart from the database and its backups; without it sealed columns are lost.";

type Secret = Zeroizing<[u8; 32]>;

/// The keys of a deployment. Cheap to clone.
#[derive(Clone)]
pub struct Keys(Arc<Ring>);

struct Ring {
    /// By id, ascending; the last seals.
    seal: Vec<(u16, Aes256Gcm)>,
    blind: Secret,
    sign: Secret,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<u16> = self.0.seal.iter().map(|(id, _)| *id).collect();
        f.debug_struct("Keys").field("seal", &ids).finish_non_exhaustive()
    }
}

impl Keys {
    /// Reads the key file, making it (readable by its owner only) if it is not there. Several nodes
    /// starting at once on one directory agree on one file.
    pub fn load_or_create(path: &Path) -> Result<Self> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&Zeroizing::new(text)),
            Err(e) if e.kind() == ErrorKind::NotFound => {
                let text = Zeroizing::new(format!(
                    "{TITLE}\nseal 1 {}\nblind {}\nsign {}\n",
                    *fresh()?,
                    *fresh()?,
                    *fresh()?
                ));
                write_new(path, &text, Place::IfAbsent)?;
                let text = std::fs::read_to_string(path).map_err(|e| trouble(path, &e))?;
                Self::parse(&Zeroizing::new(text))
            }
            Err(e) => Err(trouble(path, &e)),
        }
    }

    /// Adds a new sealing key to the file and answers the keys with it. Old values stay readable.
    pub fn rotate(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).map_err(|e| trouble(path, &e))?;
        let text = Zeroizing::new(text);
        let last = Self::parse(&text)?.0.seal.last().map_or(0, |(id, _)| *id);
        let id = last.checked_add(1).ok_or_else(|| Error::Engine("too many keys".into()))?;
        let more = Zeroizing::new(format!("{}\nseal {id} {}\n", text.trim_end(), *fresh()?));
        write_new(path, &more, Place::Replace)?;
        Self::parse(&more)
    }

    /// Keys derived from nothing secret, the same every time: for tests and nothing else.
    pub fn for_tests() -> Self {
        let mut ring =
            Ring { seal: Vec::new(), blind: Zeroizing::new([2; 32]), sign: Zeroizing::new([3; 32]) };
        ring.seal.push((1, Aes256Gcm::new(&[1; 32].into())));
        Self(Arc::new(ring))
    }

    /// Reads the text of a key file: lines `seal N KEY`, `blind KEY`, `sign KEY`, keys of 32 bytes
    /// in base64.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = |what: String| Error::Engine(format!("key file: {what}"));
        let key = |text: Option<&str>| -> Result<Secret> {
            let bytes = Zeroizing::new(
                BASE64_STANDARD
                    .decode(text.unwrap_or_default())
                    .ok()
                    .ok_or_else(|| wrong("a key is not base64".into()))?,
            );
            let bytes = <[u8; 32]>::try_from(bytes.as_slice()).ok();
            bytes.map(Zeroizing::new).ok_or_else(|| wrong("a key is not 32 bytes long".into()))
        };
        let (mut seal, mut blind, mut sign) = (Vec::<(u16, Aes256Gcm)>::new(), None, None);
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let mut words = line.split_whitespace();
            match words.next() {
                Some("seal") => {
                    let id: Option<u16> = words.next().and_then(|id| id.parse().ok());
                    let id = id.ok_or_else(|| wrong("a sealing key has no number".into()))?;
                    if seal.last().is_some_and(|(last, _)| *last >= id) {
                        return Err(wrong("sealing keys do not ascend".into()));
                    }
                    let key = key(words.next())?;
                    seal.push((id, Aes256Gcm::new(&(*key).into())));
                }
                Some("blind") => blind = Some(key(words.next())?),
                Some("sign") => sign = Some(key(words.next())?),
                _ => return Err(wrong("a line is not understood".into())),
            }
        }
        match (seal.is_empty(), blind, sign) {
            (false, Some(blind), Some(sign)) => Ok(Self(Arc::new(Ring { seal, blind, sign }))),
            _ => Err(wrong("a key is missing".into())),
        }
    }

    /// Seals `text` for one cell: it opens only at this table, row and column.
    pub fn seal(&self, table: &str, row: &str, column: &str, text: &[u8]) -> Result<Vec<u8>> {
        let failed = || Error::Engine(format!("cannot seal {table}.{column}"));
        let (id, cipher) = self.0.seal.last().ok_or_else(failed)?;
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(|e| Error::Engine(format!("no entropy: {e}")))?;
        let aad = aad(table, row, column);
        let sealed = cipher.encrypt(&Nonce::from(nonce), Payload { msg: text, aad: &aad });
        let sealed = sealed.ok().ok_or_else(failed)?;
        let mut out = Vec::with_capacity(HEAD + NONCE + sealed.len());
        out.push(VERSION);
        out.extend_from_slice(&id.to_be_bytes());
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// Opens what was sealed for this cell; anything else is an error.
    pub fn open(
        &self,
        table: &'static str,
        row: &str,
        column: &'static str,
        sealed: &[u8],
    ) -> Result<Vec<u8>> {
        let broken = || Error::Inconsistency { table, column, row: row.to_owned() };
        let id = key_id(sealed).ok_or_else(broken)?;
        let (_, cipher) = self.0.seal.iter().find(|(k, _)| *k == id).ok_or_else(|| {
            Error::Engine(format!("{table}.{column} is sealed with key {id}, which the key file has not"))
        })?;
        let (nonce, text) = sealed[HEAD..].split_at_checked(NONCE).ok_or_else(broken)?;
        let nonce = <[u8; NONCE]>::try_from(nonce).ok().ok_or_else(broken)?;
        let aad = aad(table, row, column);
        cipher.decrypt(&Nonce::from(nonce), Payload { msg: text, aad: &aad }).ok().ok_or_else(broken)
    }

    /// Opens a sealed text.
    pub fn open_text(
        &self,
        table: &'static str,
        row: &str,
        column: &'static str,
        sealed: &[u8],
    ) -> Result<String> {
        String::from_utf8(self.open(table, row, column, sealed)?).ok().ok_or_else(|| Error::Inconsistency {
            table,
            column,
            row: row.to_owned(),
        })
    }

    /// Sealed with an older key than the newest: seal it again when it is written next.
    pub fn stale(&self, sealed: &[u8]) -> bool {
        key_id(sealed) != self.0.seal.last().map(|(id, _)| *id)
    }

    /// Blind index of a text for exact look-up: HMAC-SHA-256 under a key of its own, apart for each
    /// `index`. Bring the text into one form first (digits of a phone number, upper case).
    pub fn blind(&self, index: &str, text: &str) -> [u8; 32] {
        mac(&self.0.blind, &[index.as_bytes(), text.as_bytes()])
    }

    /// Signs the day's chain heads and exports, apart for each `purpose`.
    pub fn sign(&self, purpose: &str, bytes: &[u8]) -> [u8; 32] {
        mac(&self.0.sign, &[purpose.as_bytes(), bytes])
    }
}

fn key_id(sealed: &[u8]) -> Option<u16> {
    match sealed {
        [VERSION, high, low, ..] => Some(u16::from_be_bytes([*high, *low])),
        _ => None,
    }
}

fn aad(table: &str, row: &str, column: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(24 + table.len() + row.len() + column.len());
    for part in [table, row, column] {
        out.extend_from_slice(&(part.len() as u64).to_be_bytes());
        out.extend_from_slice(part.as_bytes());
    }
    out
}

fn mac(key: &Secret, parts: &[&[u8]]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).expect("HMAC takes any key");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn fresh() -> Result<Zeroizing<String>> {
    let mut key: Secret = Zeroizing::new([0; 32]);
    getrandom::fill(key.as_mut_slice()).map_err(|e| Error::Engine(format!("no entropy: {e}")))?;
    Ok(Zeroizing::new(BASE64_STANDARD.encode(key.as_slice())))
}

enum Place {
    IfAbsent,
    Replace,
}

/// Writes a file that is either whole or not there, for its owner only.
fn write_new(path: &Path, text: &str, place: Place) -> Result<()> {
    let mut tag = [0; 6];
    getrandom::fill(&mut tag).map_err(|e| Error::Engine(format!("no entropy: {e}")))?;
    let tag: String = tag.iter().map(|b| format!("{b:02x}")).collect();
    let draft = path.with_extension(format!("{tag}.new"));
    let written = (|| {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&draft)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        match place {
            Place::Replace => std::fs::rename(&draft, path),
            // A link refuses to replace what another node has just made.
            Place::IfAbsent => match std::fs::hard_link(&draft, path) {
                Err(e) if e.kind() != ErrorKind::AlreadyExists => Err(e),
                _ => std::fs::remove_file(&draft),
            },
        }
    })();
    written.map_err(|e| {
        // The draft may or may not be there; the error that counts is `e`.
        drop(std::fs::remove_file(&draft));
        trouble(path, &e)
    })
}

fn trouble(path: &Path, e: &std::io::Error) -> Error {
    Error::Engine(format!("key file {}: {e}", path.display()))
}
