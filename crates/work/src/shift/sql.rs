//! Statements of the shift hand-over.

use wangge_base::Ref;
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Pressing, Shift, Signed};

/// Tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "shift",
    sql: "
-- table: shift  class: business  retention: 2y  personal: note(free), promises(free), gone(free)
CREATE TABLE shift (
  district text NOT NULL, id text NOT NULL, unit text NOT NULL, note text NOT NULL, promises text NOT NULL,
  gone text NOT NULL, cases text NOT NULL, left_by text NOT NULL, left_called text NOT NULL,
  left_at bigint NOT NULL, taken_by text, taken_called text, taken_at bigint,
  PRIMARY KEY (district, id)
);
CREATE INDEX shift_unit ON shift (district, unit, id);
",
}];

/// A shift is handed over.
pub const INSERT: Stmt = Stmt::new(
    "shift.insert",
    "INSERT INTO shift (district, id, unit, note, promises, gone, cases, left_by, left_called, left_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
/// One shift.
pub const GET: Stmt = Stmt::new(
    "shift.get",
    "SELECT district, id, unit, note, promises, gone, cases, left_by, left_called, left_at, taken_by, \
     taken_called, taken_at FROM shift WHERE district = $1 AND id = $2",
);
/// The latest of a unit.
pub const LATEST: Stmt = Stmt::new(
    "shift.latest",
    "SELECT district, id, unit, note, promises, gone, cases, left_by, left_called, left_at, taken_by, \
     taken_called, taken_at FROM shift WHERE district = $1 AND unit = $2 ORDER BY id DESC LIMIT $3",
);
/// Somebody takes over, unless somebody did.
pub const SIGN: Stmt = Stmt::new(
    "shift.sign",
    "UPDATE shift SET taken_by = $3, taken_called = $4, taken_at = $5 \
     WHERE district = $1 AND id = $2 AND taken_by IS NULL",
);
/// Open cases of a unit that are red or over their limit at `$3`, by deadline.
pub const PRESSING: Stmt = Stmt::new(
    "shift.pressing",
    "SELECT id, number, colour FROM case_file WHERE district = $1 AND open = 1 \
     AND (town = $2 OR village = $2 OR area = $2 OR seat_unit = $2) AND (colour = 'red' OR due < $3) \
     ORDER BY due, id LIMIT $4",
);

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&INSERT, &GET, &LATEST, &SIGN, &PRESSING];

fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, i: usize, column: &'static str) -> Result<T> {
    serde_json::from_str(row.str(i)?).map_err(|why| Error::Inconsistency {
        table: "shift",
        column,
        row: why.to_string(),
    })
}

fn signed(row: &Row<'_>, i: usize) -> Result<Option<Signed>> {
    Ok(match (row.opt_text(i)?, row.opt_text(i + 1)?, row.opt_at(i + 2)?) {
        (Some(account), Some(called), Some(at)) => Some(Signed { account, called, at }),
        _ => None,
    })
}

/// A row of [`GET`] and [`LATEST`].
pub fn shift(row: &Row<'_>) -> Result<Shift> {
    let broken = || Error::Inconsistency { table: "shift", column: "left_by", row: String::new() };
    Ok(Shift {
        at: Ref::new(row.parse(0)?, row.parse(1)?),
        unit: row.parse(2)?,
        note: row.text(3)?,
        promises: json(row, 4, "promises")?,
        out: json(row, 5, "gone")?,
        cases: json(row, 6, "cases")?,
        left: signed(row, 7)?.ok_or_else(broken)?,
        taken: signed(row, 10)?,
    })
}

/// Parameters of [`INSERT`].
pub fn insert(it: &Shift) -> Result<Vec<Value>> {
    let text = |value: serde_json::Result<String>| value.map_err(|e| Error::Engine(e.to_string()));
    Ok(vec![
        (&it.at.district).into(),
        it.at.id.into(),
        (&it.unit).into(),
        it.note.as_str().into(),
        text(serde_json::to_string(&it.promises))?.into(),
        text(serde_json::to_string(&it.out))?.into(),
        text(serde_json::to_string::<Vec<Pressing>>(&it.cases))?.into(),
        it.left.account.as_str().into(),
        it.left.called.as_str().into(),
        it.left.at.into(),
    ])
}
