//! Writing, reading and checking the trail.

use serde_json::json;
use wangge_base::{District, Holder, Refusal};
use wangge_store::{Error, Read, Result, Row, Tx, Value, chain};

use super::{Entry, Kind, sql};

/// Adds a line to the district's chain, in the caller's transaction. `actor` is an account
/// reference, `setup`, or empty when nobody was logged in. `facts` must hold no personal data.
pub fn write(
    tx: &mut Tx,
    district: &District,
    actor: &str,
    kind: Kind,
    subject: &str,
    facts: &serde_json::Value,
) -> Result<()> {
    let zero = [0_u8; 32];
    let (n, before) =
        tx.one(&sql::NEXT, &[district.into(), zero.into()], |row| Ok((row.int(0)?, hash_of(row, 1)?)))?;
    let (at, salt) = (tx.now(), tx.random::<16>());
    let payload = facts.to_string();
    let entry = chain::Entry {
        district: district.as_str(),
        subject,
        n,
        at,
        happened: None,
        actor,
        kind: kind.word(),
        state: "",
        version: 0,
        payload: &payload,
    };
    let link = chain::append((n > 1).then_some(&before), &entry, &salt);
    let row: Vec<Value> = vec![
        district.into(),
        n.into(),
        at.into(),
        actor.into(),
        kind.word().into(),
        subject.into(),
        payload.as_str().into(),
        salt.into(),
        link.digest.into(),
        link.hash.into(),
    ];
    tx.batch(vec![(&sql::ADD, row), (&sql::HEAD, vec![district.into(), link.hash.into()])])?;
    Ok(())
}

fn hash_of(row: &Row, column: usize) -> Result<[u8; 32]> {
    <[u8; 32]>::try_from(row.blob(column)?.as_slice()).ok().ok_or_else(|| Error::Inconsistency {
        table: "audit",
        column: "hash",
        row: "head".into(),
    })
}

/// Writes down that `holder` uncovers `what` of `subject`, because of `reason` (at least four
/// characters). Do it in the transaction that reads what is uncovered.
pub fn reveal(
    tx: &mut Tx,
    district: &District,
    holder: &Holder,
    subject: &str,
    what: &[&str],
    reason: &str,
) -> Result<()> {
    let reason = stated(reason)?;
    let facts = json!({
        "what": what, "reason": reason, "called": holder.called, "unit": holder.unit, "post": holder.post,
    });
    write(tx, district, &holder.person, Kind::Revealed, subject, &facts)
}

/// A reason as it is written down.
fn stated(reason: &str) -> Result<&str, Refusal> {
    let reason = reason.trim();
    if (4..=200).contains(&reason.chars().count()) {
        return Ok(reason);
    }
    Err(Refusal::invalid(
        "reason",
        "请用4至200个字写明查看理由;查看会留痕,当事人可以查到",
        "Give the reason in 4 to 200 characters; it is recorded, and the person concerned can see it",
    ))
}

/// Writes down that `holder` looked at or uncovered personal data of `subject` because of a piece of work, with its
/// reference and a reason (at least four characters); `facts` says what was seen, and nothing of a person.
pub fn look(
    tx: &mut Tx,
    district: &District,
    holder: &Holder,
    kind: Kind,
    subject: &str,
    (work, reason): (&str, &str),
    facts: &serde_json::Value,
) -> Result<()> {
    let reason = stated(reason)?;
    let mut told = json!({
        "work": work, "reason": reason, "called": holder.called, "unit": holder.unit, "post": holder.post,
    });
    if let (Some(told), Some(facts)) = (told.as_object_mut(), facts.as_object()) {
        told.extend(facts.clone());
    }
    write(tx, district, &holder.person, kind, subject, &told)
}

/// Lines of one district, newest first, before number `before` (none: from the newest); of one
/// subject if named.
pub fn entries(
    r: &mut Read,
    district: &District,
    subject: Option<&str>,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Entry>> {
    let mut values: Vec<Value> = vec![district.into(), before.unwrap_or(i64::MAX).into(), limit.into()];
    match subject {
        None => r.query(&sql::LIST, &values, sql::entry),
        Some(subject) => {
            values.push(subject.into());
            r.query(&sql::OF_SUBJECT, &values, sql::entry)
        }
    }
}

/// Who looked at a subject's data or took it out, newest first: for the person concerned.
pub fn looks(
    r: &mut Read,
    district: &District,
    subject: &str,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Entry>> {
    let before = before.unwrap_or(i64::MAX);
    r.query(&sql::LOOKS, &[district.into(), before.into(), limit.into(), subject.into()], sql::entry)
}

struct Line {
    entry: Entry,
    salt: Option<[u8; 16]>,
    digest: [u8; 32],
    hash: [u8; 32],
}

fn line(row: &Row) -> Result<Line> {
    let salt = row.opt_blob(7)?.and_then(|salt| salt.as_slice().try_into().ok());
    Ok(Line { entry: sql::entry(row)?, salt, digest: hash_of(row, 8)?, hash: hash_of(row, 9)? })
}

/// Checks a district's chain from its first line to its head. Answers the number of lines; the
/// inner error says where it is broken. For the report lane: reads the whole trail of the district.
pub fn verify(r: &mut Read, district: &District) -> Result<std::result::Result<i64, chain::Broken>> {
    let lines = r.query(&sql::ALL, &[district.into()], line)?;
    let head = r.opt(&sql::HEAD_GET, &[district.into()], |row| Ok((row.int(0)?, hash_of(row, 1)?)))?;
    let steps = lines.iter().map(|line| chain::Stored {
        entry: chain::Entry {
            district: line.entry.district.as_str(),
            subject: &line.entry.subject,
            n: line.entry.n,
            at: line.entry.at,
            happened: None,
            actor: &line.entry.actor,
            kind: line.entry.kind.word(),
            state: "",
            version: 0,
            payload: &line.entry.facts,
        },
        salt: line.salt,
        digest: line.digest,
        hash: line.hash,
    });
    Ok(match chain::verify(steps) {
        Err(broken) => Err(broken),
        Ok(last) => match (last.map(|l| (l.n, l.hash)), head) {
            (None, None) => Ok(0),
            (Some(last), Some(head)) if last == head => Ok(last.0),
            // Lines were cut off at the end, or the head was changed.
            (last, head) => Err(chain::Broken::Number {
                expected: head.map_or(0, |h| h.0),
                found: last.map_or(0, |l| l.0),
            }),
        },
    })
}
