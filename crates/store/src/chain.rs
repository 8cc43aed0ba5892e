//! The hash chain of timelines and of the audit (DESIGN 5). Pure: rows in, hashes out.
//!
//! A link's hash covers the hash before it, what was done and by whom, and a salted digest of the
//! payload. Erasing personal data removes payload and salt and leaves the digest, so the chain
//! still holds; without the salt the digest does not betray what was erased.

use sha2::{Digest, Sha256};
use wangge_base::Instant;

/// One step as it is hashed. Every text is hashed byte for byte: store exactly these.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Home district of the subject.
    pub district: &'a str,
    /// Id of the subject (the case, or the audit stream).
    pub subject: &'a str,
    /// Number of the step: 1, 2, 3 …
    pub n: i64,
    /// When the server took it; decides limits and order.
    pub at: Instant,
    /// When it happened, as the phone claims; shown, may excuse.
    pub happened: Option<Instant>,
    /// Who acted, as stored.
    pub actor: &'a str,
    /// Kind of the action.
    pub kind: &'a str,
    /// State after the step.
    pub state: &'a str,
    /// Version of the subject after the step.
    pub version: i64,
    /// The exact text that is stored.
    pub payload: &'a str,
}

/// What is stored beside a step: its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Number of the step.
    pub n: i64,
    /// SHA-256 over salt and payload.
    pub digest: [u8; 32],
    /// SHA-256 over everything; the next link covers it.
    pub hash: [u8; 32],
}

/// A step as read back for verification.
#[derive(Clone, Copy, Debug)]
pub struct Stored<'a> {
    /// The step; the payload is ignored if the salt is gone.
    pub entry: Entry<'a>,
    /// `None`: payload and salt were erased, and the digest stands for them.
    pub salt: Option<[u8; 16]>,
    /// The stored digest.
    pub digest: [u8; 32],
    /// The stored hash.
    pub hash: [u8; 32],
}

/// Where a chain is broken, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A step is missing, doubled or out of order.
    #[error("step {found} stands where step {expected} should")]
    Number {
        /// The number due.
        expected: i64,
        /// The number found.
        found: i64,
    },
    /// The payload is not the one that was recorded.
    #[error("the payload of step {0} was changed")]
    Payload(i64),
    /// A field, or the order, is not the one that was recorded.
    #[error("step {0} was changed")]
    Hash(i64),
}

fn field(to: &mut Sha256, bytes: &[u8]) {
    to.update((bytes.len() as u64).to_be_bytes());
    to.update(bytes);
}

/// Salted digest of a payload.
pub fn digest(payload: &str, salt: &[u8; 16]) -> [u8; 32] {
    let mut sha = Sha256::new();
    field(&mut sha, b"wangge.payload.1");
    field(&mut sha, salt);
    field(&mut sha, payload.as_bytes());
    sha.finalize().into()
}

fn hash(before: &[u8; 32], entry: &Entry<'_>, digest: &[u8; 32]) -> [u8; 32] {
    let mut sha = Sha256::new();
    field(&mut sha, b"wangge.step.1");
    field(&mut sha, before);
    field(&mut sha, entry.district.as_bytes());
    field(&mut sha, entry.subject.as_bytes());
    field(&mut sha, &entry.n.to_be_bytes());
    field(&mut sha, &entry.at.micros().to_be_bytes());
    match entry.happened {
        Some(at) => field(&mut sha, &at.micros().to_be_bytes()),
        None => field(&mut sha, b""),
    }
    field(&mut sha, entry.actor.as_bytes());
    field(&mut sha, entry.kind.as_bytes());
    field(&mut sha, entry.state.as_bytes());
    field(&mut sha, &entry.version.to_be_bytes());
    field(&mut sha, digest);
    sha.finalize().into()
}

/// The link of the next step; `before` is the hash of the last one, `None` at the beginning. Take the salt
/// from [`crate::Tx::random`].
pub fn append(before: Option<&[u8; 32]>, entry: &Entry<'_>, salt: &[u8; 16]) -> Link {
    let digest = digest(entry.payload, salt);
    let before = before.copied().unwrap_or_default();
    Link { n: entry.n, digest, hash: hash(&before, entry, &digest) }
}

/// Checks a whole chain from its first step: numbers, payloads, hashes. Answers the last link,
/// `None` for an empty chain.
pub fn verify<'a>(steps: impl IntoIterator<Item = Stored<'a>>) -> Result<Option<Link>, Broken> {
    let mut last: Option<Link> = None;
    for step in steps {
        let expected = last.as_ref().map_or(1, |l| l.n + 1);
        let n = step.entry.n;
        if n != expected {
            return Err(Broken::Number { expected, found: n });
        }
        if step.salt.is_some_and(|salt| digest(step.entry.payload, &salt) != step.digest) {
            return Err(Broken::Payload(n));
        }
        let before = last.as_ref().map_or([0; 32], |l| l.hash);
        if hash(&before, &step.entry, &step.digest) != step.hash {
            return Err(Broken::Hash(n));
        }
        last = Some(Link { n, digest: step.digest, hash: step.hash });
    }
    Ok(last)
}
