//! Statements of off-list reports, row ↔ struct.

use wangge_base::Ref;
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Offlist, OfflistOutcome, OfflistState, OfflistTopic, OfflistWay};

/// Tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "offlist",
    sql: "
-- table: offlist  class: business  retention: 2y  personal: person(sealed), text(free), worker(keyed hash)
CREATE TABLE offlist (
  district text NOT NULL, id text NOT NULL, number text NOT NULL, version bigint NOT NULL, state text NOT NULL,
  topic text NOT NULL, way text, issuer text, area text NOT NULL, text text NOT NULL, worker bytea NOT NULL,
  person bytea, outcome text, answer text NOT NULL, clocks text NOT NULL, created bigint NOT NULL,
  updated bigint NOT NULL, wake bigint, head bytea NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX offlist_worker ON offlist (district, worker, id);
CREATE INDEX offlist_area ON offlist (district, area, id);
CREATE INDEX offlist_wake ON offlist (district, wake) WHERE wake IS NOT NULL;
",
}];

macro_rules! columns {
    () => {
        "district, id, number, version, state, topic, way, issuer, area, text, worker, person, outcome, answer, \
         clocks, created, updated, head"
    };
}

/// A new report.
pub const INSERT: Stmt = Stmt::new(
    "offlist.insert",
    "INSERT INTO offlist (district, id, version, state, outcome, answer, clocks, updated, wake, head, number, topic, \
     way, issuer, area, text, worker, person, created) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
);
/// The guarded write of everything that can change.
pub const SAVE: Stmt = Stmt::new(
    "offlist.save",
    "UPDATE offlist SET version = version + 1, state = $4, outcome = $5, answer = $6, clocks = $7, updated = $8, \
     wake = $9, head = $10 WHERE district = $1 AND id = $2 AND version = $3",
);
/// One report.
pub const LOAD: Stmt = Stmt::new(
    "offlist.load",
    concat!("SELECT ", columns!(), " FROM offlist WHERE district = $1 AND id = $2"),
);
/// A worker's own, newest first.
pub const MINE: Stmt = Stmt::new(
    "offlist.mine",
    concat!(
        "SELECT ",
        columns!(),
        " FROM offlist WHERE district = $1 AND worker = $2 AND id < $3 ORDER BY id DESC LIMIT $4"
    ),
);
/// Those of an area, newest first; all of the district when the area is empty.
pub const OF_AREA: Stmt = Stmt::new(
    "offlist.of_area",
    concat!(
        "SELECT ",
        columns!(),
        " FROM offlist WHERE district = $1 AND ($2 = '' OR area = $2) AND id < $3 ORDER BY id DESC LIMIT $4"
    ),
);
/// How many reports name each unit, since `$3`.
pub const COUNTS: Stmt = Stmt::new(
    "offlist.counts",
    "SELECT issuer, topic, count(*) FROM offlist WHERE district = $1 AND ($2 = '' OR area = $2) AND created >= $3 \
     AND issuer IS NOT NULL AND state <> 'dropped' GROUP BY issuer, topic ORDER BY issuer, topic",
);
/// Reports whose clock has something to say.
pub const AWAKE: Stmt = Stmt::new(
    "offlist.awake",
    "SELECT id FROM offlist WHERE district = $1 AND wake IS NOT NULL AND wake <= $2 ORDER BY wake LIMIT $3",
);
/// Identity, version, state and head of reports, from an id on: for verification.
pub const HEADS: Stmt = Stmt::new(
    "offlist.heads",
    "SELECT id, version, state, head FROM offlist WHERE district = $1 AND id > $2 ORDER BY id LIMIT $3",
);

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&INSERT, &SAVE, &LOAD, &MINE, &OF_AREA, &COUNTS, &AWAKE, &HEADS];

/// A row of [`LOAD`] and of lists.
pub fn report(row: &Row<'_>) -> Result<Offlist> {
    let broken = |column| Error::Inconsistency { table: "offlist", column, row: String::new() };
    Ok(Offlist {
        at: Ref::new(row.parse(0)?, row.parse(1)?),
        number: row.text(2)?,
        version: row.int(3)?,
        state: OfflistState::from_word(row.str(4)?).ok_or_else(|| broken("state"))?,
        topic: OfflistTopic::from_word(row.str(5)?).ok_or_else(|| broken("topic"))?,
        way: row.opt_str(6)?.map(|w| OfflistWay::from_word(w).ok_or_else(|| broken("way"))).transpose()?,
        issuer: row.opt_parse(7)?,
        area: row.parse(8)?,
        text: row.text(9)?,
        worker: row.blob(10)?,
        person: row.opt_blob(11)?,
        outcome: row
            .opt_str(12)?
            .map(|w| OfflistOutcome::from_word(w).ok_or_else(|| broken("outcome")))
            .transpose()?,
        answer: row.text(13)?,
        clocks: serde_json::from_str(row.str(14)?).ok().ok_or_else(|| broken("clocks"))?,
        created: row.at(15)?,
        updated: row.at(16)?,
        head: row.blob(17)?.try_into().map_err(|_long: Vec<u8>| broken("head"))?,
    })
}

/// Parameters of [`SAVE`] against version `before`; the first of [`INSERT`] as well.
pub fn save(it: &Offlist, before: i64) -> Result<Vec<Value>> {
    let clocks = serde_json::to_string(&it.clocks).map_err(|why| Error::Engine(why.to_string()))?;
    Ok(vec![
        (&it.at.district).into(),
        it.at.id.into(),
        before.into(),
        it.state.word().into(),
        it.outcome.map(OfflistOutcome::word).into(),
        (&it.answer).into(),
        clocks.into(),
        it.updated.into(),
        crate::deadline::wake(&it.clocks).into(),
        it.head.into(),
    ])
}

/// Parameters of [`INSERT`].
pub fn insert(it: &Offlist) -> Result<Vec<Value>> {
    let mut row = save(it, it.version)?;
    row.extend([
        (&it.number).into(),
        it.topic.word().into(),
        it.way.map(OfflistWay::word).into(),
        it.issuer.as_ref().into(),
        (&it.area).into(),
        (&it.text).into(),
        it.worker.clone().into(),
        it.person.clone().into(),
        it.created.into(),
    ]);
    Ok(row)
}
