//! Idempotency: one key, one effect. The answer is stored in the transaction that earned it.
//!
//! Two transactions with one key cannot both commit: the loser waits for the winner's row, runs
//! again and finds the stored answer. That is also how a lost COMMIT is decided.

use wangge_base::{District, Instant, Kind, Refusal};

use crate::{Result, Row, Stmt, Tx, Value};

const FIND: Stmt =
    Stmt::new("idem.find", "SELECT digest, answer FROM idem WHERE district = $1 AND idem_key = $2");
const INSERT: Stmt = Stmt::new(
    "idem.insert",
    "INSERT INTO idem (district, idem_key, digest, answer, at) VALUES ($1, $2, $3, $4, $5)",
);
const PRUNE: Stmt = Stmt::new(
    "idem.prune",
    "DELETE FROM idem WHERE district = $1 AND idem_key IN
     (SELECT idem_key FROM idem WHERE district = $1 AND at < $2 ORDER BY at LIMIT $3)",
);

pub(crate) fn statements() -> Vec<(&'static Stmt, Vec<Value>)> {
    let d = || Value::from("500107");
    vec![
        (&FIND, vec![d(), "k".into()]),
        (&INSERT, vec![d(), "k".into(), [0; 32].into(), "{}".into(), 1.into()]),
        (&PRUNE, vec![d(), 1.into(), 10.into()]),
    ]
}

/// Asks whether `key` was used: the stored answer if so, `None` if the work is still to be done.
/// Call it first in the transaction: on PostgreSQL it travels with BEGIN. `digest` is SHA-256 of
/// the command; another digest under the same key is refused with `idem.conflict` (409).
pub fn begin(tx: &mut Tx, district: &District, key: &str, digest: &[u8; 32]) -> Result<Option<String>> {
    Ok(begin_with(tx, district, key, digest, Vec::new())?.0)
}

/// What other statements answered.
pub type Rows = Vec<Vec<Row<'static>>>;

/// The same, with the answers of `also` in the same round trip: what the work will look at first.
pub fn begin_with(
    tx: &mut Tx,
    district: &District,
    key: &str,
    digest: &[u8; 32],
    mut also: Vec<(&Stmt, Vec<Value>)>,
) -> Result<(Option<String>, Rows)> {
    tx.keyed = true;
    also.push((&FIND, vec![district.into(), key.into()]));
    let mut rows = tx.many(&also)?;
    let found = rows.pop().and_then(|found| found.into_iter().next());
    match found {
        None => Ok((None, rows)),
        Some(row) if row.opt_bytes(0)? == Some(digest.as_slice()) => Ok((Some(row.text(1)?), rows)),
        Some(_) => Err(Refusal::new(
            Kind::Conflict,
            "idem.conflict",
            "这个提交编号已用于另一份内容,请刷新后重新提交",
            "This submission key was used for something else; refresh and submit again",
        )
        .into()),
    }
}

/// Stores the answer under the key; written together with COMMIT.
pub fn done(tx: &mut Tx, district: &District, key: &str, digest: &[u8; 32], answer: &str) {
    let now = tx.now();
    tx.later(&INSERT, vec![district.into(), key.into(), (*digest).into(), answer.into(), now.into()]);
}

/// Forgets a district's keys older than `before`, at most `limit` of them; answers how many.
/// Clients retry for days, not months.
pub fn prune(tx: &mut Tx, district: &District, before: Instant, limit: i64) -> Result<u64> {
    tx.exec(&PRUNE, &[district.into(), before.into(), limit.into()])
}
