//! Events: written in the transaction that made them true, numbered without gaps and in the order
//! of commit within their district, read by cursor.
//!
//! A reader keeps one number per district, the [`Vector`]; its text is the SSE event id. Waking up
//! late, twice or after a restart misses nothing: polling [`after`] alone suffices.

use std::{collections::BTreeMap, fmt, str::FromStr};

use wangge_base::{District, Instant, Refusal};

use crate::{Error, Read, Result, Row, Stmt, Tx, Value};

/// Something that happened, to be told to whom it concerns. It carries references only: whoever
/// reads it asks for the facts, under his own rights.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Home district of the subject.
    pub district: District,
    /// What happened, e.g. `case.dispatched`.
    pub kind: &'static str,
    /// The `Ref` of what it happened to.
    pub subject: String,
    /// Codes of the units concerned: area, town, village, grid, holder.
    pub scope: Vec<String>,
    /// Small facts for consumers (state, board, colour); no personal data.
    pub data: serde_json::Value,
}

/// An event as read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Home district.
    pub district: District,
    /// Its number there: 1, 2, 3 … in the order of commit.
    pub n: i64,
    /// When its transaction ran.
    pub at: Instant,
    /// What happened.
    pub kind: String,
    /// To what.
    pub subject: String,
    /// Units concerned.
    pub scope: Vec<String>,
    /// Small facts.
    pub data: serde_json::Value,
}

const HEAD: Stmt = Stmt::new(
    "outbox.head",
    "INSERT INTO stream_head (district, n, pruned) VALUES ($1, $2, 0)
     ON CONFLICT (district) DO UPDATE SET n = stream_head.n + excluded.n",
);
const INSERT: Stmt = Stmt::new(
    "outbox.insert",
    "INSERT INTO outbox (district, n, at, kind, subject, scope, data)
     SELECT district, n - $2, CAST($3 AS bigint), $4, $5, $6, $7 FROM stream_head WHERE district = $1",
);
const HEADS: Stmt = Stmt::new("outbox.heads", "SELECT district, n, pruned FROM stream_head");
const ONE_HEAD: Stmt = Stmt::new("outbox.one_head", "SELECT n, pruned FROM stream_head WHERE district = $1");
const AFTER: Stmt = Stmt::new(
    "outbox.after",
    "SELECT n, at, kind, subject, scope, data FROM outbox
     WHERE district = $1 AND n > $2 ORDER BY n LIMIT $3",
);
const OF_KIND: Stmt = Stmt::new(
    "outbox.of_kind",
    "SELECT n, at, kind, subject, scope, data FROM outbox
     WHERE district = $1 AND n > $2 AND n <= $3 AND kind = $4 ORDER BY n LIMIT $5",
);
const LAST_BEFORE: Stmt = Stmt::new(
    "outbox.last_before",
    "SELECT n FROM outbox WHERE district = $1 AND n > $2 AND n <= $3 AND at < $4 ORDER BY n DESC LIMIT 1",
);
const PRUNED: Stmt =
    Stmt::new("outbox.pruned", "UPDATE stream_head SET pruned = $2 WHERE district = $1 AND pruned = $3");
const DELETE: Stmt =
    Stmt::new("outbox.delete", "DELETE FROM outbox WHERE district = $1 AND n > $2 AND n <= $3");

/// The statements of this module with sample values, for the statements test. [`HEADS`] alone may
/// touch every shard: it is the tailer's, and no decision rests on it (DESIGN 4, rule 6).
pub(crate) fn statements() -> Vec<(&'static Stmt, Vec<Value>)> {
    let d = || Value::from("500107");
    vec![
        (&HEAD, vec![d(), 1.into()]),
        (&INSERT, vec![d(), 0.into(), 1.into(), "k".into(), "s".into(), "[]".into(), "{}".into()]),
        (&HEADS, vec![]),
        (&ONE_HEAD, vec![d()]),
        (&AFTER, vec![d(), 0.into(), 10.into()]),
        (&OF_KIND, vec![d(), 0.into(), 9.into(), "k".into(), 10.into()]),
        (&LAST_BEFORE, vec![d(), 0.into(), 9.into(), 1.into()]),
        (&PRUNED, vec![d(), 1.into(), 0.into()]),
        (&DELETE, vec![d(), 0.into(), 1.into()]),
    ]
}

/// Appends the statements that number and write `events`. The head comes last of all locks.
pub(crate) fn tail(events: &[Event], now: Instant, to: &mut Vec<(&'static Stmt, Vec<Value>)>) -> Result<()> {
    let Some(first) = events.first() else { return Ok(()) };
    if let Some(other) = events.iter().find(|e| e.district != first.district) {
        let (here, there) = (&first.district, &other.district);
        return Err(Error::Engine(format!("one transaction writes one district, not {here} and {there}")));
    }
    let count = i64::try_from(events.len()).unwrap_or(i64::MAX);
    to.push((&HEAD, vec![(&first.district).into(), count.into()]));
    for (event, behind) in events.iter().zip((0..count).rev()) {
        let scope = serde_json::Value::from(event.scope.clone()).to_string();
        to.push((
            &INSERT,
            vec![
                (&first.district).into(),
                behind.into(),
                now.into(),
                event.kind.into(),
                event.subject.as_str().into(),
                scope.into(),
                event.data.to_string().into(),
            ],
        ));
    }
    Ok(())
}

/// How far somebody has read: the last number seen, per district.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vector(BTreeMap<District, i64>);

impl Vector {
    /// The last number seen in `district`; 0 if none.
    pub fn get(&self, district: &District) -> i64 {
        self.0.get(district).copied().unwrap_or(0)
    }
    /// Sets the last number seen.
    pub fn set(&mut self, district: District, n: i64) {
        self.0.insert(district, n);
    }
    /// The districts and their numbers, in order of district.
    pub fn iter(&self) -> impl Iterator<Item = (&District, i64)> {
        self.0.iter().map(|(d, n)| (d, *n))
    }
}

impl fmt::Display for Vector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (district, n)) in self.0.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            write!(f, "{comma}{district}:{n:x}")?;
        }
        Ok(())
    }
}

impl FromStr for Vector {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let wrong = || {
            Refusal::invalid(
                "last-event-id",
                "断点标记无效,请重新打开页面",
                "The place to resume from is not valid; open the page again",
            )
        };
        let mut vector = Self::default();
        for part in text.split(',').filter(|p| !p.is_empty()) {
            let (district, n) = part.split_once(':').ok_or_else(wrong)?;
            let n = i64::from_str_radix(n, 16).ok().filter(|n| *n >= 0).ok_or_else(wrong)?;
            if vector.0.len() >= 4096 {
                return Err(wrong());
            }
            vector.set(district.parse()?, n);
        }
        Ok(vector)
    }
}

/// What came after a cursor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// The events, by district and number.
    pub events: Vec<Told>,
    /// The cursor after them.
    pub vector: Vector,
    /// Events were missed for good: the cursor is older than what is kept, or from another life of
    /// the database. The reader drops what it knows and loads afresh; `vector` is the present.
    pub reset: bool,
    /// More is waiting: ask again at once.
    pub more: bool,
}

/// The present end of every district's stream.
pub fn heads(r: &mut Read) -> Result<Vector> {
    Ok(Vector(r.query(&HEADS, &[], |row| Ok((row.parse(0)?, row.int(1)?)))?.into_iter().collect()))
}

/// The present end of one district's stream: whatever is read after it is at least as new.
pub fn head(r: &mut Read, district: &District) -> Result<i64> {
    Ok(r.opt(&ONE_HEAD, &[district.into()], |row| row.int(0))?.unwrap_or(0))
}

/// The events after `cursor`, at most `limit` per district. One round trip when nothing is new.
pub fn after(r: &mut Read, cursor: &Vector, limit: i64) -> Result<Batch> {
    let heads = r.query(&HEADS, &[], |row| Ok((row.parse::<District>(0)?, row.int(1)?, row.int(2)?)))?;
    let lost = |(d, n, pruned): &(District, i64, i64)| cursor.get(d) < *pruned || cursor.get(d) > *n;
    let gone = cursor.iter().any(|(d, n)| n > 0 && !heads.iter().any(|(h, ..)| h == d));
    if gone || heads.iter().any(lost) {
        let vector = Vector(heads.into_iter().map(|(d, n, _)| (d, n)).collect());
        return Ok(Batch { vector, reset: true, ..Batch::default() });
    }
    let ahead: Vec<&District> = heads.iter().filter(|(d, n, _)| *n > cursor.get(d)).map(|h| &h.0).collect();
    let asked: Vec<_> =
        ahead.iter().map(|d| (&AFTER, vec![Value::from(*d), cursor.get(d).into(), limit.into()])).collect();
    let mut batch = Batch { vector: cursor.clone(), ..Batch::default() };
    if asked.is_empty() {
        return Ok(batch);
    }
    for (district, rows) in ahead.into_iter().zip(r.many(&asked)?) {
        batch.more |= rows.len() as i64 >= limit;
        for row in &rows {
            let event = told(district, row)?;
            if event.n != batch.vector.get(district) + 1 {
                // Pruned between the two statements.
                return Ok(Batch { vector: self::heads(r)?, reset: true, ..Batch::default() });
            }
            batch.vector.set(district.clone(), event.n);
            batch.events.push(event);
        }
    }
    Ok(batch)
}

/// One district's events after number `n`, for a consumer with a lease.
pub fn of(r: &mut Read, district: &District, n: i64, limit: i64) -> Result<Vec<Told>> {
    r.query(&AFTER, &[district.into(), n.into(), limit.into()], |row| told(district, row))
}

/// Those of one kind after `n` up to `to`.
pub fn of_kind(
    r: &mut Read,
    district: &District,
    (n, to): (i64, i64),
    kind: &str,
    limit: i64,
) -> Result<Vec<Told>> {
    let asked = [district.into(), n.into(), to.into(), kind.into(), limit.into()];
    r.query(&OF_KIND, &asked, |row| told(district, row))
}

fn told(district: &District, row: &Row) -> Result<Told> {
    let n = row.int(0)?;
    let broken = |column| Error::Inconsistency { table: "outbox", column, row: format!("{district} {n}") };
    Ok(Told {
        district: district.clone(),
        n,
        at: row.at(1)?,
        kind: row.text(2)?,
        subject: row.text(3)?,
        scope: serde_json::from_str(row.str(4)?).ok().ok_or_else(|| broken("scope"))?,
        data: serde_json::from_str(row.str(5)?).ok().ok_or_else(|| broken("data"))?,
    })
}

/// Removes a district's events older than `before`, at most `limit` of them, never past `keep_from`
/// (the least cursor of its consumers). Answers how many went; a reader behind them gets `reset`.
pub fn prune(tx: &mut Tx, district: &District, before: Instant, keep_from: i64, limit: i64) -> Result<u64> {
    let Some((n, pruned)) = tx.opt(&ONE_HEAD, &[district.into()], |row| Ok((row.int(0)?, row.int(1)?)))?
    else {
        return Ok(0);
    };
    let most = keep_from.min(n).min(pruned.saturating_add(limit));
    let bounds = [district.into(), pruned.into(), most.into(), before.into()];
    let Some(last) = tx.opt(&LAST_BEFORE, &bounds, |row| row.int(0))? else { return Ok(0) };
    if tx.exec(&PRUNED, &[district.into(), last.into(), pruned.into()])? == 0 {
        return Ok(0);
    }
    tx.exec(&DELETE, &[district.into(), pruned.into(), last.into()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vector_reads_back() {
        let mut vector = Vector::default();
        vector.set("500107".parse().expect("district"), 300);
        vector.set(District::city(), 7);
        assert_eq!(vector.to_string(), "500107:12c,city:7");
        assert_eq!(vector.to_string().parse::<Vector>().expect("vector"), vector);
        assert_eq!("".parse::<Vector>().expect("empty"), Vector::default());
        assert!("500107".parse::<Vector>().is_err());
        assert!("500107:-1".parse::<Vector>().is_err());
    }
}
