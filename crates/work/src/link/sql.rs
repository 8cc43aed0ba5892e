//! Statements of the contractor's link.

use wangge_base::Ref;
use wangge_store::{Migration, Result, Row, Stmt, seal::Keys};

use super::Link;

/// Tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "link",
    sql: "
-- table: contractor_link  class: business  retention: case+1y  personal: name(sealed), note(free)
CREATE TABLE contractor_link (
  district text NOT NULL, id text NOT NULL, case_id text NOT NULL, token_hash bytea NOT NULL,
  name bytea NOT NULL, note text NOT NULL, until bigint NOT NULL, created bigint NOT NULL,
  created_by text NOT NULL, revoked bigint,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX contractor_link_token ON contractor_link (district, token_hash);
CREATE INDEX contractor_link_case ON contractor_link (district, case_id, id);
",
}];

/// A link is given out.
pub const INSERT: Stmt = Stmt::new(
    "link.insert",
    "INSERT INTO contractor_link (district, id, case_id, token_hash, name, note, until, created, created_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
/// The links of a case.
pub const OF_CASE: Stmt = Stmt::new(
    "link.of_case",
    "SELECT district, id, case_id, name, note, until, created, revoked FROM contractor_link \
     WHERE district = $1 AND case_id = $2 ORDER BY id LIMIT 100",
);
/// The link of a token.
pub const BY_TOKEN: Stmt = Stmt::new(
    "link.by_token",
    "SELECT district, id, case_id, name, note, until, created, revoked FROM contractor_link \
     WHERE district = $1 AND token_hash = $2",
);
/// A link is taken back.
pub const REVOKE: Stmt = Stmt::new(
    "link.revoke",
    "UPDATE contractor_link SET revoked = COALESCE(revoked, $4) WHERE district = $1 AND case_id = $2 AND id = $3",
);

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&INSERT, &OF_CASE, &BY_TOKEN, &REVOKE];

/// A row of [`OF_CASE`] and [`BY_TOKEN`].
pub fn link(row: &Row<'_>, keys: &Keys) -> Result<Link> {
    let at: Ref<Link> = Ref::new(row.parse(0)?, row.parse(1)?);
    Ok(Link {
        case: row.parse(2)?,
        name: keys.open_text("contractor_link", &at.to_string(), "name", &row.blob(3)?)?,
        note: row.text(4)?,
        until: row.at(5)?,
        created: row.at(6)?,
        revoked: row.opt_at(7)?,
        at,
    })
}
