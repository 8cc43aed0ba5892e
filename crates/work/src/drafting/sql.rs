//! Statements of drafting, row ↔ struct.

use wangge_base::Ref;
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Draft, DraftState, Remark, Stance};

/// Tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "drafting",
    sql: "
-- table: drafting  class: business  retention: forever  personal: none
CREATE TABLE drafting (
  district text NOT NULL, id text NOT NULL, version bigint NOT NULL, state text NOT NULL, title text NOT NULL,
  area text NOT NULL, items text NOT NULL, round bigint NOT NULL, due bigint NOT NULL, proposal text,
  created bigint NOT NULL, updated bigint NOT NULL, head bytea NOT NULL,
  PRIMARY KEY (district, id)
);

-- table: drafting_remark  class: business  retention: forever  personal: text(free)
CREATE TABLE drafting_remark (
  district text NOT NULL, drafting_id text NOT NULL, no bigint NOT NULL, round bigint NOT NULL, town text NOT NULL,
  code text, stance text NOT NULL, text text NOT NULL, at bigint NOT NULL, adopted bigint, answer text NOT NULL,
  PRIMARY KEY (district, drafting_id, no)
);
",
}];

macro_rules! columns {
    () => {
        "district, id, version, state, title, area, items, round, due, proposal, created, updated, head"
    };
}

/// A new draft.
pub const INSERT: Stmt = Stmt::new(
    "drafting.insert",
    "INSERT INTO drafting (district, id, version, state, items, round, due, proposal, updated, head, title, area, \
     created) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
/// The guarded write of everything that can change.
pub const SAVE: Stmt = Stmt::new(
    "drafting.save",
    "UPDATE drafting SET version = version + 1, state = $4, items = $5, round = $6, due = $7, proposal = $8, \
     updated = $9, head = $10 WHERE district = $1 AND id = $2 AND version = $3",
);
/// One draft.
pub const LOAD: Stmt = Stmt::new(
    "drafting.load",
    concat!("SELECT ", columns!(), " FROM drafting WHERE district = $1 AND id = $2"),
);
/// Drafts, newest first.
pub const LIST: Stmt = Stmt::new(
    "drafting.list",
    concat!(
        "SELECT ",
        columns!(),
        " FROM drafting WHERE district = $1 AND id < $2 ORDER BY id DESC LIMIT $3"
    ),
);
/// What towns said.
pub const REMARKS: Stmt = Stmt::new(
    "drafting.remarks",
    "SELECT no, round, town, code, stance, text, at, adopted, answer FROM drafting_remark \
     WHERE district = $1 AND drafting_id = $2 ORDER BY no",
);
/// A remark made or answered.
pub const PUT_REMARK: Stmt = Stmt::new(
    "drafting.put_remark",
    "INSERT INTO drafting_remark (district, drafting_id, no, round, town, code, stance, text, at, adopted, answer) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (district, drafting_id, no) DO UPDATE SET \
     adopted = excluded.adopted, answer = excluded.answer",
);
/// Identity, version, state and head of drafts, from an id on: for verification.
pub const HEADS: Stmt = Stmt::new(
    "drafting.heads",
    "SELECT id, version, state, head FROM drafting WHERE district = $1 AND id > $2 ORDER BY id LIMIT $3",
);

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&INSERT, &SAVE, &LOAD, &LIST, &REMARKS, &PUT_REMARK, &HEADS];

fn broken(column: &'static str) -> Error {
    Error::Inconsistency { table: "drafting", column, row: String::new() }
}

/// A row of [`LOAD`] and [`LIST`].
pub fn draft(row: &Row<'_>) -> Result<Draft> {
    Ok(Draft {
        at: Ref::new(row.parse(0)?, row.parse(1)?),
        version: row.int(2)?,
        state: DraftState::from_word(row.str(3)?).ok_or_else(|| broken("state"))?,
        title: row.text(4)?,
        area: row.parse(5)?,
        items: serde_json::from_str(row.str(6)?).ok().ok_or_else(|| broken("items"))?,
        round: row.int(7)?,
        due: row.at(8)?,
        proposal: row.opt_parse(9)?,
        created: row.at(10)?,
        updated: row.at(11)?,
        head: row.blob(12)?.try_into().map_err(|_long: Vec<u8>| broken("head"))?,
    })
}

/// Parameters of [`SAVE`] against version `before`; the first of [`INSERT`] as well.
pub fn save(it: &Draft, before: i64) -> Result<Vec<Value>> {
    let items = serde_json::to_string(&it.items).map_err(|why| Error::Engine(why.to_string()))?;
    Ok(vec![
        (&it.at.district).into(),
        it.at.id.into(),
        before.into(),
        it.state.word().into(),
        items.into(),
        it.round.into(),
        it.due.into(),
        it.proposal.as_ref().into(),
        it.updated.into(),
        it.head.into(),
    ])
}

/// Parameters of [`INSERT`].
pub fn insert(it: &Draft) -> Result<Vec<Value>> {
    let mut row = save(it, it.version)?;
    row.extend([(&it.title).into(), (&it.area).into(), it.created.into()]);
    Ok(row)
}

/// A row of [`REMARKS`].
pub fn remark(row: &Row<'_>) -> Result<Remark> {
    Ok(Remark {
        no: row.int(0)?,
        round: row.int(1)?,
        town: row.parse(2)?,
        code: row.opt_parse(3)?,
        stance: Stance::from_word(row.str(4)?).ok_or_else(|| broken("stance"))?,
        text: row.text(5)?,
        at: row.at(6)?,
        adopted: row.opt_int(7)?.map(|n| n != 0),
        answer: row.text(8)?,
    })
}

/// Parameters of [`PUT_REMARK`].
pub fn put_remark(at: &Ref<Draft>, it: &Remark) -> Vec<Value> {
    vec![
        (&at.district).into(),
        at.id.into(),
        it.no.into(),
        it.round.into(),
        (&it.town).into(),
        it.code.as_ref().into(),
        it.stance.word().into(),
        (&it.text).into(),
        it.at.into(),
        it.adopted.into(),
        (&it.answer).into(),
    ]
}
