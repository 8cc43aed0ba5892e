//! Tables and statements of the audit trail.

use wangge_store::{Error, Migration, Result, Row, Stmt};

use super::{Entry, Kind};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "audit",
    sql: "
-- table: audit  class: business  retention: 6y  personal: none
CREATE TABLE audit (
  district text NOT NULL, n bigint NOT NULL, at bigint NOT NULL, actor text NOT NULL, kind text NOT NULL,
  subject text NOT NULL, facts text NOT NULL, salt bytea, digest bytea NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (district, n)
);
CREATE INDEX audit_subject ON audit (district, subject, n);
-- table: audit_head  class: business  retention: forever  personal: none
CREATE TABLE audit_head (
  district text NOT NULL, n bigint NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (district)
);
",
}];

/// Takes the next number and locks the chain until commit; answers the hash before it.
pub(super) const NEXT: Stmt = Stmt::new(
    "audit.next",
    "INSERT INTO audit_head (district, n, hash) VALUES ($1, 1, $2) \
     ON CONFLICT (district) DO UPDATE SET n = audit_head.n + 1 RETURNING n, hash",
);
pub(super) const ADD: Stmt = Stmt::new(
    "audit.add",
    "INSERT INTO audit (district, n, at, actor, kind, subject, facts, salt, digest, hash) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
pub(super) const HEAD: Stmt = Stmt::new("audit.head", "UPDATE audit_head SET hash = $2 WHERE district = $1");
pub(super) const HEAD_GET: Stmt =
    Stmt::new("audit.head_get", "SELECT n, hash FROM audit_head WHERE district = $1");
pub(super) const LIST: Stmt = Stmt::new(
    "audit.list",
    "SELECT district, n, at, actor, kind, subject, facts FROM audit WHERE district = $1 AND n < $2 \
     ORDER BY n DESC LIMIT $3",
);
pub(super) const OF_SUBJECT: Stmt = Stmt::new(
    "audit.of_subject",
    "SELECT district, n, at, actor, kind, subject, facts FROM audit WHERE district = $1 AND subject = $4 \
     AND n < $2 ORDER BY n DESC LIMIT $3",
);
pub(super) const LOOKS: Stmt = Stmt::new(
    "audit.looks",
    "SELECT district, n, at, actor, kind, subject, facts FROM audit WHERE district = $1 AND subject = $4 \
     AND n < $2 AND kind IN ('data.looked', 'data.revealed', 'data.exported') ORDER BY n DESC LIMIT $3",
);
pub(super) const ALL: Stmt = Stmt::new(
    "audit.all",
    "SELECT district, n, at, actor, kind, subject, facts, salt, digest, hash FROM audit \
     WHERE district = $1 ORDER BY n",
);

/// Every statement of the slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&NEXT, &ADD, &HEAD, &HEAD_GET, &LIST, &OF_SUBJECT, &LOOKS, &ALL];

pub(super) fn entry(row: &Row) -> Result<Entry> {
    let (n, kind) = (row.int(1)?, row.text(4)?);
    Ok(Entry {
        district: row.parse(0)?,
        n,
        at: row.at(2)?,
        actor: row.text(3)?,
        kind: Kind::from_word(&kind).ok_or_else(|| Error::Inconsistency {
            table: "audit",
            column: "kind",
            row: n.to_string(),
        })?,
        subject: row.text(5)?,
        facts: row.text(6)?,
    })
}
