//! Table and statements of routing rules.

use wangge_store::{Error, Migration, Result, Row, Stmt};

use super::RoutingVersion;

/// The table of this slice, in the district `city`: rows are added, never changed.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "routing",
    sql: "
-- table: routing_set  class: business  retention: forever  personal: none
CREATE TABLE routing_set (
  district text NOT NULL, version bigint NOT NULL, body text NOT NULL, starts bigint NOT NULL,
  published bigint NOT NULL, reason text NOT NULL, by_account text NOT NULL, PRIMARY KEY (district, version)
);
",
}];

/// Every version.
pub const ALL: Stmt = Stmt::new(
    "routing.all",
    "SELECT version, body, starts, published, reason FROM routing_set WHERE district = $1 ORDER BY version",
);
/// The newest version.
pub const STAMP: Stmt =
    Stmt::new("routing.stamp", "SELECT coalesce(max(version), 0) FROM routing_set WHERE district = $1");
/// One more version.
pub const INSERT: Stmt = Stmt::new(
    "routing.insert",
    "INSERT INTO routing_set (district, version, body, starts, published, reason, by_account) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&ALL, &STAMP, &INSERT];

/// A row of [`ALL`].
pub fn version(row: &Row<'_>) -> Result<RoutingVersion> {
    let broken = |why: serde_json::Error| Error::Inconsistency {
        table: "routing_set",
        column: "body",
        row: why.to_string(),
    };
    Ok(RoutingVersion {
        version: row.int(0)?,
        rules: serde_json::from_str(row.str(1)?).map_err(broken)?,
        from: Some(row.at(2)?),
        published: Some(row.at(3)?),
        reason: row.text(4)?,
    })
}
