//! Leases on work: one worker per (district, consumer), told apart by a fencing number.
//!
//! A lease only saves work. What makes it right is that the cursor moves by compare-and-set under
//! the fence, in the transaction of the effects: a worker that lost its lease cannot commit.

use wangge_base::{District, Instant};

use crate::{Error, Read, Result, Row, Stmt, Tx, Value};

/// A message that failed this often is parked and passed over.
pub const FAILS: i64 = 8;

const FIND: Stmt = Stmt::new(
    "lease.find",
    "SELECT holder, fence, expires, position FROM lease WHERE district = $1 AND consumer = $2",
);
const FIRST: Stmt = Stmt::new(
    "lease.first",
    "INSERT INTO lease (district, consumer, holder, fence, expires, position)
     VALUES ($1, $2, $3, 1, $4, 0) ON CONFLICT (district, consumer) DO NOTHING",
);
const TAKE: Stmt = Stmt::new(
    "lease.take",
    "UPDATE lease SET holder = $3, fence = fence + 1, expires = $4
     WHERE district = $1 AND consumer = $2 AND fence = $5",
);
const RENEW: Stmt = Stmt::new(
    "lease.renew",
    "UPDATE lease SET expires = $3 WHERE district = $1 AND consumer = $2 AND fence = $4",
);
const ADVANCE: Stmt = Stmt::new(
    "lease.advance",
    "UPDATE lease SET position = $3
     WHERE district = $1 AND consumer = $2 AND fence = $4 AND position = $5",
);
const LEAST: Stmt = Stmt::new(
    "lease.least",
    "SELECT min(position) FROM lease WHERE district = $1 AND consumer NOT LIKE 'job.%'",
);
const POSITION: Stmt =
    Stmt::new("lease.position", "SELECT position FROM lease WHERE district = $1 AND consumer = $2");
const FAIL: Stmt = Stmt::new(
    "parked.fail",
    "INSERT INTO parked (district, consumer, n, fails, parked, error, at) VALUES ($1, $2, $3, 1, 0, $4, $5)
     ON CONFLICT (district, consumer, n)
     DO UPDATE SET fails = parked.fails + 1, error = excluded.error, at = excluded.at",
);
const FAILED: Stmt =
    Stmt::new("parked.fails", "SELECT fails FROM parked WHERE district = $1 AND consumer = $2 AND n = $3");
const PARK: Stmt =
    Stmt::new("parked.park", "UPDATE parked SET parked = 1 WHERE district = $1 AND consumer = $2 AND n = $3");
const LIST: Stmt = Stmt::new(
    "parked.list",
    "SELECT consumer, n, fails, error, at FROM parked WHERE district = $1 AND parked = 1
     ORDER BY at DESC LIMIT $2",
);

pub(crate) fn statements() -> Vec<(&'static Stmt, Vec<Value>)> {
    let key = || vec![Value::from("500107"), Value::from("counters")];
    let with = |more: Vec<Value>| key().into_iter().chain(more).collect::<Vec<_>>();
    vec![
        (&FIND, key()),
        (&FIRST, with(vec!["node".into(), 1.into()])),
        (&TAKE, with(vec!["node".into(), 1.into(), 1.into()])),
        (&RENEW, with(vec![1.into(), 1.into()])),
        (&ADVANCE, with(vec![1.into(), 1.into(), 0.into()])),
        (&LEAST, vec!["500107".into()]),
        (&POSITION, key()),
        (&FAIL, with(vec![1.into(), "error".into(), 1.into()])),
        (&FAILED, with(vec![1.into()])),
        (&PARK, with(vec![1.into()])),
        (&LIST, vec!["500107".into(), 10.into()]),
    ]
}

/// The right to do one consumer's work in one district, for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// The district.
    pub district: District,
    /// The consumer, e.g. `counters` or `sla`.
    pub consumer: String,
    /// Rises with every change of hands.
    pub fence: i64,
    /// Number of the last event (or whatever the consumer counts) that is done.
    pub position: i64,
    /// When somebody else may take over.
    pub expires: Instant,
}

/// What becomes of a message that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is tried again later.
    Retry,
    /// It failed [`FAILS`] times: set aside, visible to the operator; the cursor passed it.
    Parked,
}

/// A message set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked {
    /// Whose message.
    pub consumer: String,
    /// Its number.
    pub n: i64,
    /// How often it failed.
    pub fails: i64,
    /// The last error.
    pub error: String,
    /// When it last failed.
    pub at: Instant,
}

/// Claims the work for `node` for `seconds`: `None` while somebody else holds it. A node that holds
/// it already gets it again under a new fence. Do not call it while [`crate::Db::skew`] is beyond
/// two seconds.
pub fn claim(
    tx: &mut Tx,
    district: &District,
    consumer: &str,
    node: &str,
    seconds: i64,
) -> Result<Option<Lease>> {
    let now = tx.now();
    let expires = now.plus_seconds(seconds);
    let lease = |fence, position| {
        Some(Lease { district: district.clone(), consumer: consumer.to_owned(), fence, position, expires })
    };
    let key = [district.into(), consumer.into()];
    let found = tx.opt(&FIND, &key, |row| Ok((row.text(0)?, row.int(1)?, row.at(2)?, row.int(3)?)))?;
    let Some((holder, fence, until, position)) = found else {
        let first = [district.into(), consumer.into(), node.into(), expires.into()];
        return Ok(if tx.exec(&FIRST, &first)? == 1 { lease(1, 0) } else { None });
    };
    if holder != node && until > now {
        return Ok(None);
    }
    let take = [district.into(), consumer.into(), node.into(), expires.into(), fence.into()];
    Ok(if tx.exec(&TAKE, &take)? == 1 { lease(fence + 1, position) } else { None })
}

/// Holds on for another `seconds`. A lease that has changed hands is [`Error::Retry`].
pub fn renew(tx: &mut Tx, lease: &mut Lease, seconds: i64) -> Result<()> {
    let expires = tx.now().plus_seconds(seconds);
    let params =
        [(&lease.district).into(), lease.consumer.as_str().into(), expires.into(), lease.fence.into()];
    held(tx.exec(&RENEW, &params)?, lease)?;
    lease.expires = expires;
    Ok(())
}

/// Lets go, so that another node may go on at once.
pub fn release(tx: &mut Tx, lease: &Lease) -> Result<()> {
    let params = [(&lease.district).into(), lease.consumer.as_str().into(), 0.into(), lease.fence.into()];
    tx.exec(&RENEW, &params).map(drop)
}

/// Moves the cursor from `lease.position` to `to`, in the transaction of the effects. If the lease
/// has changed hands or the cursor was moved, this is [`Error::Retry`] and the effects are undone.
pub fn advance(tx: &mut Tx, lease: &Lease, to: i64) -> Result<()> {
    let params = [
        (&lease.district).into(),
        lease.consumer.as_str().into(),
        to.into(),
        lease.fence.into(),
        lease.position.into(),
    ];
    held(tx.exec(&ADVANCE, &params)?, lease)
}

fn held(rows: u64, lease: &Lease) -> Result<()> {
    if rows == 1 {
        return Ok(());
    }
    Err(Error::Retry(format!(
        "the lease of {} in {} has changed hands (fence {})",
        lease.consumer, lease.district, lease.fence
    )))
}

/// Records that message `n`, the one after `lease.position`, failed. After [`FAILS`] times it is
/// parked and the cursor passes it.
pub fn fail(tx: &mut Tx, lease: &Lease, n: i64, error: &str) -> Result<Fate> {
    let now = tx.now();
    let key = || [Value::from(&lease.district), lease.consumer.as_str().into(), n.into()];
    let [district, consumer, number] = key();
    let short: String = error.chars().take(500).collect();
    tx.exec(&FAIL, &[district, consumer, number, short.into(), now.into()])?;
    if tx.one(&FAILED, &key(), |row| row.int(0))? < FAILS {
        return Ok(Fate::Retry);
    }
    tx.exec(&PARK, &key())?;
    advance(tx, lease, n)?;
    Ok(Fate::Parked)
}

/// The messages set aside in a district, latest first.
pub fn parked(r: &mut Read, district: &District, limit: i64) -> Result<Vec<Parked>> {
    r.query(&LIST, &[district.into(), limit.into()], |row: &Row| {
        Ok(Parked {
            consumer: row.text(0)?,
            n: row.int(1)?,
            fails: row.int(2)?,
            error: row.text(3)?,
            at: row.at(4)?,
        })
    })
}

/// Number of the last event that a consumer has done in a district; 0 before its first.
pub fn position(r: &mut Read, district: &District, consumer: &str) -> Result<i64> {
    Ok(r.opt(&POSITION, &[district.into(), consumer.into()], |row| row.int(0))?.unwrap_or(0))
}

/// The least cursor of a district's consumers; `None` if it has none. Nothing after it may be
/// pruned from the outbox. Leases named `job.…` are for work that reads no events: they do not count.
pub fn least(r: &mut Read, district: &District) -> Result<Option<i64>> {
    r.one(&LEAST, &[district.into()], |row| row.opt_int(0))
}
