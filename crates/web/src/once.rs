//! One key, one effect: a command runs once and its answer is given again to whoever repeats it.

use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use wangge_base::District;
use wangge_store::{Error, Result, Stmt, Tx, Value, idem};

use crate::IdemKey;

/// SHA-256 over who commands what: the same key from somebody else, or with another body, is a
/// conflict (409) and never shows the first one's answer.
pub fn digest(who: &str, verb: &str, body: &impl Serialize) -> [u8; 32] {
    let mut sha = Sha256::new();
    for part in [who.as_bytes(), verb.as_bytes(), &serde_json::to_vec(body).unwrap_or_default()] {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part);
    }
    sha.finalize().into()
}

/// Runs `work` unless the key has been used, and stores its answer in the same transaction. Call it
/// first in the closure; `digest` comes from [`digest`].
pub fn once<T: Serialize + DeserializeOwned>(
    tx: &mut Tx,
    district: &District,
    key: &IdemKey,
    digest: &[u8; 32],
    work: impl FnOnce(&mut Tx) -> Result<T>,
) -> Result<T> {
    once_with(tx, district, key, digest, Vec::new(), |tx, _| work(tx))
}

/// The same; `also` is read in the same round trip as the key, and its answers are handed to `work`.
pub fn once_with<T: Serialize + DeserializeOwned>(
    tx: &mut Tx,
    district: &District,
    key: &IdemKey,
    digest: &[u8; 32],
    also: Vec<(&Stmt, Vec<Value>)>,
    work: impl FnOnce(&mut Tx, idem::Rows) -> Result<T>,
) -> Result<T> {
    let broken = |e: serde_json::Error| Error::Engine(format!("stored answer of a command: {e}"));
    let (stored, rows) = idem::begin_with(tx, district, &key.0, digest, also)?;
    if let Some(stored) = stored {
        return serde_json::from_str(&stored).map_err(broken);
    }
    let answer = work(tx, rows)?;
    let text = serde_json::to_string(&answer).map_err(broken)?;
    idem::done(tx, district, &key.0, digest, &text);
    Ok(answer)
}
