//! Statements of the catalogue, row ↔ struct.

use wangge_base::Instant;
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Entry, Matter};

/// Tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "matter",
    sql: "
-- table: matter  class: reference  retention: forever  personal: none
CREATE TABLE matter (
  code text NOT NULL,
  version bigint NOT NULL,
  body text NOT NULL,
  effective_from bigint NOT NULL,
  effective_to bigint,
  published bigint NOT NULL,
  PRIMARY KEY (code, version)
);",
}];

/// Every version of every entry.
pub const ALL: Stmt = Stmt::new(
    "matter.all",
    "SELECT version, effective_from, effective_to, body, published FROM matter ORDER BY code, version",
);
/// Changes with every publication; rows are never updated or deleted.
pub const STAMP: Stmt = Stmt::new("matter.stamp", "SELECT count(*) FROM matter");
/// One more version.
pub const INSERT: Stmt = Stmt::new(
    "matter.insert",
    "INSERT INTO matter (code, version, body, effective_from, effective_to, published)
     VALUES ($1, $2, $3, $4, $5, $6)",
);

/// Reads a row of [`ALL`].
pub fn matter(row: &Row) -> Result<Matter> {
    let (version, body) = (row.int(0)?, row.text(3)?);
    let entry: Entry = serde_json::from_str(&body).map_err(|e| {
        tracing::error!(error = %e, version, "a stored matter cannot be read");
        Error::Inconsistency { table: "matter", column: "body", row: format!("version {version}: {e}") }
    })?;
    Ok(Matter {
        version,
        effective_from: row.at(1)?,
        effective_to: row.opt_at(2)?,
        published: row.at(4)?,
        entry,
    })
}

/// The parameters of [`INSERT`].
pub fn values(matter: &Matter, body: String, published: Instant) -> Vec<Value> {
    vec![
        (&matter.code).into(),
        matter.version.into(),
        body.into(),
        matter.effective_from.into(),
        matter.effective_to.into(),
        published.into(),
    ]
}

/// Every statement with sample values, for the tests that prepare and explain them.
pub fn statements() -> Vec<(&'static Stmt, Vec<Value>)> {
    let (zero, text) = (|| Value::from(0_i64), || Value::from("M-PF-01"));
    let insert = vec![text(), zero(), text(), zero(), Value::Null, zero()];
    vec![(&ALL, Vec::new()), (&STAMP, Vec::new()), (&INSERT, insert)]
}

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&ALL, &STAMP, &INSERT];
