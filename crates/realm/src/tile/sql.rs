//! Tables and statements of the water.

use wangge_store::{Migration, Stmt};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        id: 1,
        slice: "tile",
        sql: "
-- table: water  class: reference  retention: forever  personal: none
CREATE TABLE water (
  version bigint NOT NULL, line bigint NOT NULL, name text NOT NULL, shape bytea NOT NULL,
  PRIMARY KEY (version, line)
);
-- The one row that says which import is in force.
-- table: water_active  class: reference  retention: forever  personal: none
CREATE TABLE water_active (one bigint NOT NULL, version bigint NOT NULL, PRIMARY KEY (one));
",
    },
    Migration {
        id: 2,
        slice: "tile",
        sql: "ALTER TABLE water ADD COLUMN accuracy bigint NOT NULL DEFAULT 0",
    },
];

pub(super) const VERSION: Stmt = Stmt::new("water.version", "SELECT version FROM water_active WHERE one = 1");
pub(super) const SHAPES: Stmt =
    Stmt::new("water.all", "SELECT name, shape, line, accuracy FROM water WHERE version = $1 ORDER BY line");
pub(super) const INSERT: Stmt = Stmt::new(
    "water.insert",
    "INSERT INTO water (version, line, name, shape, accuracy) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (version, line) DO NOTHING",
);
pub(super) const ACTIVATE: Stmt = Stmt::new(
    "water.activate",
    "INSERT INTO water_active (one, version) VALUES (1, $1) \
     ON CONFLICT (one) DO UPDATE SET version = $1 WHERE water_active.version < $1",
);
pub(super) const DROP: Stmt = Stmt::new(
    "water.drop",
    "DELETE FROM water WHERE version < $1 AND version < (SELECT version FROM water_active WHERE one = 1)",
);

/// Every statement, for the test that prepares them on both engines.
pub const STATEMENTS: &[&Stmt] = &[&VERSION, &SHAPES, &INSERT, &ACTIVATE, &DROP];
