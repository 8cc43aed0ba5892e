//! Tables and statements of shapes.

use wangge_store::{Migration, Result, Row, Stmt, Value};

use super::{NewShape, decode, encode};

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

/// Every statement, for the test that prepares them on both engines.
pub const STATEMENTS: &[&Stmt] = &[&SHAPES, &INSERT, &LINE_OF, &DROP];

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
