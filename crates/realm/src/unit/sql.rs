//! Tables and statements of editions, units and posts; row ↔ struct.

use wangge_base::{Board, Coord, Level, Role};
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{NewUnit, Post, UnitKind};

/// The tables. Reference tables: the same on every shard.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "unit",
    sql: "
-- table: geo_edition  class: reference  retention: forever  personal: none
CREATE TABLE geo_edition (
  id bigint NOT NULL, name text NOT NULL, state text NOT NULL, revision bigint NOT NULL,
  checked bigint NOT NULL, units bigint NOT NULL, grids bigint NOT NULL, created bigint NOT NULL,
  activated bigint, retired bigint, PRIMARY KEY (id)
);
-- The one row that says which edition is in force; its version moves with every change inside it.
-- table: geo_active  class: reference  retention: forever  personal: none
CREATE TABLE geo_active (
  one bigint NOT NULL, edition bigint NOT NULL, version bigint NOT NULL, at bigint NOT NULL,
  PRIMARY KEY (one)
);
-- table: unit  class: reference  retention: forever  personal: none
CREATE TABLE unit (
  edition bigint NOT NULL, code text NOT NULL, line bigint NOT NULL, level bigint NOT NULL,
  kind text NOT NULL, parent text, stat_parent text, name text NOT NULL, name_en text NOT NULL,
  lon double precision, lat double precision, calendar text, households bigint, people bigint,
  valid_from bigint, valid_to bigint, PRIMARY KEY (edition, code)
);
CREATE INDEX unit_code ON unit (code, edition);
-- table: unit_alias  class: reference  retention: forever  personal: none
CREATE TABLE unit_alias (
  edition bigint NOT NULL, scheme text NOT NULL, alias text NOT NULL, unit text NOT NULL,
  line bigint NOT NULL, PRIMARY KEY (edition, scheme, alias)
);
CREATE INDEX unit_alias_unit ON unit_alias (edition, unit);
-- table: unit_governor  class: reference  retention: forever  personal: none
CREATE TABLE unit_governor (
  unit text NOT NULL, parent text NOT NULL, valid_from bigint NOT NULL, valid_to bigint,
  PRIMARY KEY (unit, valid_from)
);
-- table: unit_lineage  class: reference  retention: forever  personal: none
CREATE TABLE unit_lineage (
  edition bigint NOT NULL, old text NOT NULL, new text NOT NULL, kind text NOT NULL, at bigint NOT NULL,
  PRIMARY KEY (edition, old, new)
);
-- table: post  class: reference  retention: forever  personal: none
CREATE TABLE post (
  code text NOT NULL, kind text NOT NULL, board text NOT NULL, name text NOT NULL, name_en text NOT NULL,
  role text NOT NULL, staffed text NOT NULL, formed_from text NOT NULL, deputy text, not_same text,
  PRIMARY KEY (code)
);
",
}];

pub(super) const ACTIVE: Stmt =
    Stmt::new("geo.active", "SELECT edition, version FROM geo_active WHERE one = 1");
pub(super) const FIRST_ACTIVE: Stmt = Stmt::new(
    "geo.first_active",
    "INSERT INTO geo_active (one, edition, version, at) VALUES (1, 0, 0, $1) ON CONFLICT (one) DO NOTHING",
);
pub(super) const SET_ACTIVE: Stmt = Stmt::new(
    "geo.set_active",
    "UPDATE geo_active SET edition = $1, version = version + 1, at = $2 WHERE one = 1",
);
/// Guarded by the edition that the caller saw.
pub(crate) const TOUCH: Stmt = Stmt::new(
    "geo.touch",
    "UPDATE geo_active SET version = version + 1, at = $2 WHERE one = 1 AND edition = $1",
);

pub(super) const LAST_EDITION: Stmt =
    Stmt::new("edition.last", "SELECT coalesce(max(id), 0) FROM geo_edition");
pub(super) const NEW_EDITION: Stmt = Stmt::new(
    "edition.insert",
    "INSERT INTO geo_edition (id, name, state, revision, checked, units, grids, created) \
     VALUES ($1, $2, 'staged', 0, -1, 0, 0, $3) ON CONFLICT (id) DO NOTHING",
);
/// Staging changes the revision, so an earlier check no longer counts.
pub(crate) const STAGED_MORE: Stmt = Stmt::new(
    "edition.staged_more",
    "UPDATE geo_edition SET revision = revision + 1 WHERE id = $1 AND state = 'staged'",
);
pub(super) const EDITION: Stmt = Stmt::new(
    "edition.get",
    "SELECT id, name, state, revision, checked, units, grids, created, activated, retired \
     FROM geo_edition WHERE id = $1",
);
pub(super) const EDITIONS: Stmt = Stmt::new(
    "edition.all",
    "SELECT id, name, state, revision, checked, units, grids, created, activated, retired \
     FROM geo_edition ORDER BY id DESC LIMIT 100",
);
pub(super) const CHECKED: Stmt = Stmt::new(
    "edition.checked",
    "UPDATE geo_edition SET checked = $2, units = $3, grids = $4 \
     WHERE id = $1 AND revision = $2 AND state = 'staged'",
);
pub(super) const ACTIVATE: Stmt = Stmt::new(
    "edition.activate",
    "UPDATE geo_edition SET state = 'active', activated = $2 \
     WHERE id = $1 AND state = 'staged' AND checked = revision",
);
pub(super) const RETIRE: Stmt = Stmt::new(
    "edition.retire",
    "UPDATE geo_edition SET state = 'retired', retired = $2 WHERE state = 'active' AND id <> $1",
);
pub(super) const DROP_EDITION: Stmt =
    Stmt::new("edition.drop", "DELETE FROM geo_edition WHERE id = $1 AND state = 'staged'");

pub(super) const UNITS: Stmt = Stmt::new(
    "unit.all",
    "SELECT line, code, level, kind, parent, stat_parent, name, name_en, lon, lat, calendar, households, \
     people, valid_from, valid_to FROM unit WHERE edition = $1 ORDER BY code",
);
pub(crate) const INSERT_UNIT: Stmt = Stmt::new(
    "unit.insert",
    "INSERT INTO unit (edition, line, code, level, kind, parent, stat_parent, name, name_en, lon, lat, \
     calendar, households, people, valid_from, valid_to) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
     ON CONFLICT (edition, code) DO NOTHING",
);
pub(super) const LINE_OF: Stmt =
    Stmt::new("unit.line", "SELECT line FROM unit WHERE edition = $1 AND code = $2");
pub(super) const INSERT_ALIAS: Stmt = Stmt::new(
    "unit.alias",
    "INSERT INTO unit_alias (edition, scheme, alias, unit, line) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (edition, scheme, alias) DO NOTHING",
);
pub(super) const ALIAS_LINE: Stmt = Stmt::new(
    "unit.alias_line",
    "SELECT line, unit FROM unit_alias WHERE edition = $1 AND scheme = $2 AND alias = $3",
);
pub(super) const ALL_ALIASES: Stmt = Stmt::new(
    "unit.all_aliases",
    "SELECT unit, scheme, alias FROM unit_alias WHERE edition = $1 ORDER BY unit, scheme, alias",
);
pub(super) const ALIASES: Stmt = Stmt::new(
    "unit.aliases",
    "SELECT scheme, alias FROM unit_alias WHERE edition = $1 AND unit = $2 ORDER BY scheme, alias",
);
pub(super) const BY_ALIAS: Stmt = Stmt::new(
    "unit.by_alias",
    "SELECT unit FROM unit_alias WHERE edition = $1 AND scheme = $2 AND alias = $3",
);
/// Whether a code was ever used, in any edition.
pub(crate) const EVER: Stmt = Stmt::new("unit.ever", "SELECT 1 FROM unit WHERE code = $1 LIMIT 1");
pub(crate) const END_UNIT: Stmt = Stmt::new(
    "unit.end",
    "UPDATE unit SET valid_to = $3 WHERE edition = $1 AND code = $2 AND valid_to IS NULL",
);
pub(crate) const MOVE_ALIASES: Stmt =
    Stmt::new("unit.move_aliases", "UPDATE unit_alias SET unit = $3 WHERE edition = $1 AND unit = $2");
pub(crate) const INSERT_LINEAGE: Stmt = Stmt::new(
    "lineage.insert",
    "INSERT INTO unit_lineage (edition, old, new, kind, at) VALUES ($1, $2, $3, $4, $5)",
);
pub(super) const LINEAGE: Stmt = Stmt::new(
    "lineage.of",
    "SELECT old, new, kind, at FROM unit_lineage WHERE edition = $1 AND (old = $2 OR new = $2) \
     ORDER BY at, old, new",
);
/// Codes of a staged edition that meant something else before, or have ended.
pub(super) const REUSED: Stmt = Stmt::new(
    "unit.reused",
    "SELECT u.line, u.code, o.edition FROM unit u JOIN unit o ON o.code = u.code AND o.edition <> u.edition \
     WHERE u.edition = $1 AND (o.kind <> u.kind OR o.valid_to IS NOT NULL \
       OR coalesce(o.stat_parent, '') <> coalesce(u.stat_parent, '')) ORDER BY u.line, o.edition LIMIT 1000",
);
pub(super) const PORTION: Stmt = Stmt::new(
    "unit.portion",
    "SELECT code FROM unit WHERE edition = $1 AND code > $2 ORDER BY code LIMIT 1 OFFSET $3",
);
pub(super) const DROP_UNITS: Stmt = Stmt::new(
    "unit.drop",
    "DELETE FROM unit WHERE edition = $1 AND code > $2 AND code <= $3 \
     AND EXISTS (SELECT 1 FROM geo_edition e WHERE e.id = $1 AND e.state = 'staged')",
);
pub(super) const DROP_ALIASES: Stmt = Stmt::new(
    "unit_alias.drop",
    "DELETE FROM unit_alias WHERE edition = $1 AND unit > $2 AND unit <= $3 \
     AND EXISTS (SELECT 1 FROM geo_edition e WHERE e.id = $1 AND e.state = 'staged')",
);

pub(super) const GOVERNED: Stmt = Stmt::new(
    "unit.governed",
    "SELECT unit, parent, valid_from, valid_to FROM unit_governor ORDER BY unit, valid_from",
);
pub(super) const END_GOVERNOR: Stmt = Stmt::new(
    "unit.end_governor",
    "UPDATE unit_governor SET valid_to = $2 WHERE unit = $1 AND valid_to IS NULL AND valid_from < $2",
);
pub(super) const HAS_GOVERNOR: Stmt =
    Stmt::new("unit.has_governor", "SELECT max(valid_from) FROM unit_governor WHERE unit = $1");
pub(super) const INSERT_GOVERNOR: Stmt = Stmt::new(
    "unit.insert_governor",
    "INSERT INTO unit_governor (unit, parent, valid_from, valid_to) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (unit, valid_from) DO NOTHING",
);

pub(super) const POSTS: Stmt = Stmt::new(
    "post.all",
    "SELECT code, kind, board, name, name_en, role, staffed, formed_from, deputy, not_same FROM post \
     ORDER BY code",
);
pub(super) const PUT_POST: Stmt = Stmt::new(
    "post.put",
    "INSERT INTO post (code, kind, board, name, name_en, role, staffed, formed_from, deputy, not_same) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (code) DO UPDATE SET \
     kind = excluded.kind, board = excluded.board, name = excluded.name, name_en = excluded.name_en, \
     role = excluded.role, staffed = excluded.staffed, formed_from = excluded.formed_from, \
     deputy = excluded.deputy, not_same = excluded.not_same",
);

/// Every statement, for the test that prepares them on both engines.
pub const STATEMENTS: &[&Stmt] = &[
    &ACTIVE,
    &FIRST_ACTIVE,
    &SET_ACTIVE,
    &TOUCH,
    &LAST_EDITION,
    &NEW_EDITION,
    &STAGED_MORE,
    &EDITION,
    &EDITIONS,
    &CHECKED,
    &ACTIVATE,
    &RETIRE,
    &DROP_EDITION,
    &UNITS,
    &INSERT_UNIT,
    &LINE_OF,
    &INSERT_ALIAS,
    &ALIAS_LINE,
    &ALL_ALIASES,
    &ALIASES,
    &BY_ALIAS,
    &EVER,
    &END_UNIT,
    &MOVE_ALIASES,
    &INSERT_LINEAGE,
    &LINEAGE,
    &REUSED,
    &PORTION,
    &DROP_UNITS,
    &DROP_ALIASES,
    &GOVERNED,
    &END_GOVERNOR,
    &HAS_GOVERNOR,
    &INSERT_GOVERNOR,
    &POSTS,
    &PUT_POST,
];

fn word<T>(
    row: &Row,
    i: usize,
    table: &'static str,
    column: &'static str,
    read: fn(&str) -> Option<T>,
) -> Result<T> {
    let text = row.str(i)?;
    read(text).ok_or_else(|| Error::Inconsistency { table, column, row: text.to_owned() })
}

/// Reads a row of [`UNITS`]; aliases stand in their own table and stay empty.
pub(crate) fn unit(row: &Row) -> Result<NewUnit> {
    let level = row.int(2)?;
    let at = match (row.opt_real(8)?, row.opt_real(9)?) {
        (Some(lon), Some(lat)) => Some(Coord { lon, lat }),
        _ => None,
    };
    Ok(NewUnit {
        line: row.int(0)?,
        code: row.parse(1)?,
        level: Level::from_number(level).ok_or_else(|| Error::Inconsistency {
            table: "unit",
            column: "level",
            row: level.to_string(),
        })?,
        kind: word(row, 3, "unit", "kind", UnitKind::from_word)?,
        parent: row.opt_parse(4)?,
        stat_parent: row.opt_parse(5)?,
        name: row.text(6)?,
        name_en: row.text(7)?,
        at,
        calendar: row.opt_text(10)?,
        households: row.opt_int(11)?,
        people: row.opt_int(12)?,
        valid_from: row.opt_at(13)?,
        valid_to: row.opt_at(14)?,
        aliases: Vec::new(),
    })
}

/// The parameters of [`INSERT_UNIT`].
pub(crate) fn unit_values(edition: i64, unit: &NewUnit) -> Vec<Value> {
    vec![
        edition.into(),
        unit.line.into(),
        (&unit.code).into(),
        unit.level.into(),
        unit.kind.word().into(),
        unit.parent.as_ref().into(),
        unit.stat_parent.as_ref().into(),
        (&unit.name).into(),
        (&unit.name_en).into(),
        unit.at.map(|c| c.lon).into(),
        unit.at.map(|c| c.lat).into(),
        unit.calendar.as_deref().into(),
        unit.households.into(),
        unit.people.into(),
        unit.valid_from.into(),
        unit.valid_to.into(),
    ]
}

pub(super) fn post(row: &Row) -> Result<Post> {
    Ok(Post {
        code: row.parse(0)?,
        kind: word(row, 1, "post", "kind", UnitKind::from_word)?,
        board: word(row, 2, "post", "board", Board::from_word)?,
        name: row.text(3)?,
        name_en: row.text(4)?,
        role: word(row, 5, "post", "role", Role::from_word)?,
        staffed: row.text(6)?,
        formed_from: row.text(7)?,
        deputy: row.opt_parse(8)?,
        must_not_be_same_as: row.opt_parse(9)?,
    })
}

pub(super) fn post_values(post: &Post) -> Vec<Value> {
    vec![
        (&post.code).into(),
        post.kind.word().into(),
        post.board.word().into(),
        (&post.name).into(),
        (&post.name_en).into(),
        post.role.word().into(),
        (&post.staffed).into(),
        (&post.formed_from).into(),
        post.deputy.as_ref().into(),
        post.must_not_be_same_as.as_ref().into(),
    ]
}
