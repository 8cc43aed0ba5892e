//! Tables and statements of shapes.

use wangge_base::{District, Ref};
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{NewShape, PlanKind, PlanState, decode, encode, verbs::Planned};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "grid",
    sql: "
-- table: grid_shape  class: reference  retention: forever  personal: none
CREATE TABLE grid_shape (
  edition bigint NOT NULL, code text NOT NULL, line bigint NOT NULL, shape bytea NOT NULL,
  PRIMARY KEY (edition, code)
);
",
}, Migration {
    id: 2,
    slice: "grid",
    sql: "
-- table: grid_plan  class: business  retention: forever  personal: none
CREATE TABLE grid_plan (
  district text NOT NULL, id text NOT NULL, village text NOT NULL, kind text NOT NULL, state text NOT NULL,
  due bigint NOT NULL, grids text NOT NULL, parts text NOT NULL, by_account text NOT NULL, by_called text NOT NULL,
  created bigint NOT NULL, ended bigint, why_zh text, why_en text,
  PRIMARY KEY (district, id)
);
CREATE INDEX grid_plan_due ON grid_plan (district, state, due);
CREATE INDEX grid_plan_village ON grid_plan (district, village, due);
",
}, Migration {
    id: 3,
    slice: "grid",
    sql: "
ALTER TABLE grid_plan ADD COLUMN reason text;
",
}];

pub(super) const SHAPES: Stmt =
    Stmt::new("shape.all", "SELECT line, code, shape FROM grid_shape WHERE edition = $1 ORDER BY code");
pub(super) const INSERT: Stmt = Stmt::new(
    "shape.insert",
    "INSERT INTO grid_shape (edition, line, code, shape) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (edition, code) DO NOTHING",
);
pub(super) const LINE_OF: Stmt =
    Stmt::new("shape.line", "SELECT line FROM grid_shape WHERE edition = $1 AND code = $2");
pub(crate) const DROP: Stmt = Stmt::new(
    "shape.drop",
    "DELETE FROM grid_shape WHERE edition = $1 AND code > $2 AND code <= $3 \
     AND EXISTS (SELECT 1 FROM geo_edition e WHERE e.id = $1 AND e.state = 'staged')",
);

macro_rules! plan {
    ($rest:literal) => {
        concat!(
            "SELECT id, village, kind, state, due, grids, parts, by_account, by_called, created, ended, why_zh, why_en, \
             reason FROM grid_plan WHERE district = $1 AND ",
            $rest
        )
    };
}
pub(super) const PLAN: Stmt = Stmt::new(
    "plan.insert",
    "INSERT INTO grid_plan (district, id, village, kind, state, due, grids, parts, by_account, by_called, created, \
     ended, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
pub(super) const PLAN_GET: Stmt = Stmt::new("plan.get", plan!("id = $2"));
pub(super) const PLANS: Stmt =
    Stmt::new("plan.of_village", plan!("village = $2 ORDER BY due DESC, id DESC LIMIT $3"));
pub(super) const PLANS_DUE: Stmt = Stmt::new(
    "plan.due",
    "SELECT id FROM grid_plan WHERE district = $1 AND state = 'upcoming' AND due <= $2 ORDER BY due, id LIMIT 20",
);
/// Ends an open plan, once.
pub(super) const PLAN_END: Stmt = Stmt::new(
    "plan.end",
    "UPDATE grid_plan SET state = $3, ended = $4, why_zh = $5, why_en = $6 \
     WHERE district = $1 AND id = $2 AND state = 'upcoming'",
);

/// Every statement, for the test that prepares them on both engines.
pub const STATEMENTS: &[&Stmt] =
    &[&SHAPES, &INSERT, &LINE_OF, &DROP, &PLAN, &PLAN_GET, &PLANS, &PLANS_DUE, &PLAN_END];

fn broken(column: &'static str) -> impl Fn(String) -> Error {
    move |row| Error::Inconsistency { table: "grid_plan", column, row }
}

/// A row of the statements that read plans of `district`.
pub(super) fn planned(district: &District, row: &Row<'_>) -> Result<Planned> {
    let (kind, state) = (row.text(2)?, row.text(3)?);
    Ok(Planned {
        at: Ref::new(district.clone(), row.parse(0)?),
        village: row.parse(1)?,
        kind: PlanKind::from_word(&kind).ok_or_else(|| broken("kind")(kind))?,
        state: PlanState::from_word(&state).ok_or_else(|| broken("state")(state))?,
        due: row.at(4)?,
        grids: serde_json::from_str(row.str(5)?).map_err(|e| broken("grids")(e.to_string()))?,
        parts: serde_json::from_str(row.str(6)?).map_err(|e| broken("parts")(e.to_string()))?,
        by: row.text(7)?,
        called: row.text(8)?,
        created: row.at(9)?,
        ended: row.opt_at(10)?,
        why: row.opt_text(11)?.zip(row.opt_text(12)?),
        reason: row.opt_text(13)?,
    })
}

/// The parameters of [`PLAN`].
pub(super) fn plan_values(it: &Planned) -> Result<Vec<Value>> {
    let text = |value: serde_json::Result<String>| value.map_err(|e| Error::Engine(e.to_string()));
    Ok(vec![
        (&it.at.district).into(),
        it.at.id.into(),
        (&it.village).into(),
        it.kind.word().into(),
        it.state.word().into(),
        it.due.into(),
        text(serde_json::to_string(&it.grids))?.into(),
        text(serde_json::to_string(&it.parts))?.into(),
        it.by.as_str().into(),
        it.called.as_str().into(),
        it.created.into(),
        it.ended.into(),
        it.reason.as_deref().into(),
    ])
}

/// Reads a row of [`SHAPES`]; unreadable bytes give a shape without rings, which no check passes.
pub(super) fn shape(row: &Row) -> Result<NewShape> {
    let mut rings = vec![Vec::new()];
    let read = decode(row.opt_bytes(2)?.unwrap_or_default(), |corner, last| {
        if let Some(ring) = rings.last_mut() {
            ring.push(corner);
        }
        if last {
            rings.push(Vec::new());
        }
    });
    rings.pop();
    if read.is_none() {
        rings.clear();
    }
    Ok(NewShape { line: row.int(0)?, code: row.parse(1)?, village: None, rings })
}

/// The parameters of [`INSERT`].
pub(super) fn values(edition: i64, shape: &NewShape) -> Vec<Value> {
    vec![edition.into(), shape.line.into(), (&shape.code).into(), encode(&shape.rings).into()]
}
