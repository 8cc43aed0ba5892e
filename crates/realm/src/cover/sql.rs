//! Tables and statements of covers.

use wangge_base::{Id, Ref};
use wangge_store::{Error, Migration, Result, Row, Stmt};

use super::{Cover, CoverState};

/// The tables. Away and deputy are at home in the same district as the cover.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "cover",
    sql: "
-- table: cover  class: business  retention: 2y  personal: none
CREATE TABLE cover (
  district text NOT NULL, id text NOT NULL, holding text NOT NULL, away text NOT NULL, unit text NOT NULL,
  post text NOT NULL, deputy text NOT NULL, starts bigint NOT NULL, ends bigint NOT NULL, state text NOT NULL,
  deputy_holding text, asked bigint NOT NULL, answered bigint, ended_by text,
  PRIMARY KEY (district, id)
);
CREATE INDEX cover_away ON cover (district, away, ends);
CREATE INDEX cover_deputy ON cover (district, deputy, ends);
CREATE INDEX cover_unit ON cover (district, unit, ends);
",
}];

macro_rules! columns {
    () => {
        "SELECT district, id, holding, away, unit, post, deputy, starts, ends, state, deputy_holding FROM cover "
    };
}

pub(super) const ADD: Stmt = Stmt::new(
    "cover.add",
    "INSERT INTO cover (district, id, holding, away, unit, post, deputy, starts, ends, state, asked) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'asked', $10)",
);
pub(super) const GET: Stmt = Stmt::new("cover.get", concat!(columns!(), "WHERE district = $1 AND id = $2"));
/// Covers of a holding that stand in a period.
pub(super) const OVERLAPS: Stmt = Stmt::new(
    "cover.overlaps",
    concat!(
        columns!(),
        "WHERE district = $1 AND holding = $2 AND state IN ('asked', 'accepted') AND starts < $4 AND ends > $3 \
         ORDER BY starts LIMIT 1"
    ),
);
/// Whether a holding is one that a deputy got by a cover.
pub(super) const IS_COVER: Stmt = Stmt::new(
    "cover.is_cover",
    "SELECT count(*) FROM cover WHERE district = $1 AND deputy = $2 AND deputy_holding = $3",
);
/// What a person is covered in and covers, not longer over than `$3`, the latest first.
pub(super) const MINE: Stmt = Stmt::new(
    "cover.mine",
    concat!(
        columns!(),
        "WHERE district = $1 AND (away = $2 OR deputy = $2) AND ends > $3 ORDER BY starts DESC, id LIMIT 40"
    ),
);
/// The covers of a unit that stand or will, the earliest first.
pub(super) const OF_UNIT: Stmt = Stmt::new(
    "cover.of_unit",
    concat!(
        columns!(),
        "WHERE district = $1 AND unit = $2 AND ends > $3 AND state IN ('asked', 'accepted') \
         ORDER BY starts, id LIMIT 200"
    ),
);
/// The colleague has answered, once.
pub(super) const ANSWER: Stmt = Stmt::new(
    "cover.answer",
    "UPDATE cover SET state = $3, deputy_holding = $4, answered = $5 \
     WHERE district = $1 AND id = $2 AND state = 'asked'",
);
/// Ended before its time.
pub(super) const END: Stmt = Stmt::new(
    "cover.end",
    "UPDATE cover SET state = 'ended', ended_by = $3, ends = CASE WHEN ends > $4 THEN $4 ELSE ends END \
     WHERE district = $1 AND id = $2 AND state IN ('asked', 'accepted')",
);
pub(crate) const FORGET: Stmt =
    Stmt::new("cover.forget", "DELETE FROM cover WHERE district = $1 AND ends < $2");

/// Every statement of the slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&ADD, &GET, &OVERLAPS, &IS_COVER, &MINE, &OF_UNIT, &ANSWER, &END, &FORGET];

pub(super) fn cover(row: &Row) -> Result<Cover> {
    let id: Id<Cover> = row.parse(1)?;
    let wrong = || Error::Inconsistency { table: "cover", column: "state", row: id.to_string() };
    let at = Ref::new(row.parse(0)?, id);
    Ok(Cover {
        holding: Ref::new(at.district.clone(), row.parse(2)?),
        away: row.parse(3)?,
        unit: row.parse(4)?,
        post: row.parse(5)?,
        deputy: row.parse(6)?,
        starts: row.at(7)?,
        ends: row.at(8)?,
        state: CoverState::from_word(row.str(9)?).ok_or_else(wrong)?,
        deputy_holding: row.opt_parse::<Id<_>>(10)?.map(|id| Ref::new(at.district.clone(), id)),
        at,
    })
}
