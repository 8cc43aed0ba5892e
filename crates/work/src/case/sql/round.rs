//! The clock's own rows: when it last completed a round, and what waits to be told in one digest.

use wangge_base::{District, Instant, Ref, Seat};
use wangge_realm::notice::To;
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use crate::case::Case;

/// The tables. `n` moves with every transaction of a catching-up, so that two nodes never do it at
/// once; absent parts of an addressee are empty texts.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "clock",
    sql: "
-- table: clock_round  class: business  retention: forever  personal: none
CREATE TABLE clock_round (
  district text NOT NULL, at bigint NOT NULL, catching bigint NOT NULL, n bigint NOT NULL,
  PRIMARY KEY (district)
);
-- table: clock_folded  class: business  retention: until told  personal: none
CREATE TABLE clock_folded (
  district text NOT NULL, unit text NOT NULL, post text NOT NULL, account text NOT NULL, case_id text NOT NULL,
  orange bigint NOT NULL, due bigint,
  PRIMARY KEY (district, unit, post, account, case_id)
);
",
}];

/// The last completed round.
pub const LAST: Stmt = Stmt::new("clock.last", "SELECT at, catching, n FROM clock_round WHERE district = $1");
/// A round was completed at `$2`.
pub const COMPLETED: Stmt = Stmt::new(
    "clock.completed",
    "INSERT INTO clock_round (district, at, catching, n) VALUES ($1, $2, 0, 0)
     ON CONFLICT (district) DO UPDATE SET at = excluded.at WHERE clock_round.catching = 0",
);
/// Goes on catching up (`$4` = 1), or ends it.
pub const CATCH_UP: Stmt = Stmt::new(
    "clock.catch_up",
    "UPDATE clock_round SET n = n + 1, at = $3, catching = $4 WHERE district = $1 AND n = $2",
);
/// Puts a case aside for an addressee's digest.
pub const FOLD: Stmt = Stmt::new(
    "clock.fold",
    "INSERT INTO clock_folded (district, unit, post, account, case_id, orange, due)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (district, unit, post, account, case_id)
     DO UPDATE SET orange = CASE WHEN excluded.orange = 1 THEN 1 ELSE clock_folded.orange END, due = excluded.due",
);
/// The first `$2` addressees with what waits for them.
pub const FOLDED: Stmt = Stmt::new(
    "clock.folded",
    "SELECT unit, post, account, count(*), max(orange), min(due) FROM clock_folded WHERE district = $1
     GROUP BY unit, post, account ORDER BY unit, post, account LIMIT $2",
);
/// The cases of one addressee, the most pressing first.
pub const REFS: Stmt = Stmt::new(
    "clock.refs",
    "SELECT case_id FROM clock_folded WHERE district = $1 AND unit = $2 AND post = $3 AND account = $4
     ORDER BY orange DESC, due, case_id LIMIT $5",
);
/// One addressee has been told.
pub const TOLD: Stmt = Stmt::new(
    "clock.told",
    "DELETE FROM clock_folded WHERE district = $1 AND unit = $2 AND post = $3 AND account = $4",
);

/// Every statement of this file, for the test that prepares and explains them.
pub const STATEMENTS: &[&Stmt] = &[&LAST, &COMPLETED, &CATCH_UP, &FOLD, &FOLDED, &REFS, &TOLD];

/// A row of [`LAST`].
pub struct Round {
    /// When a round was last completed, to five minutes.
    pub at: Instant,
    /// The clock is catching up.
    pub catching: bool,
    /// Guard of [`CATCH_UP`].
    pub n: i64,
}

/// Reads a row of [`LAST`].
pub fn round(row: &Row<'_>) -> Result<Round> {
    Ok(Round { at: row.at(0)?, catching: row.bool(1)?, n: row.int(2)? })
}

/// A row of [`FOLDED`].
pub struct Folded {
    /// For whom.
    pub to: To,
    /// How many cases.
    pub count: i64,
    /// One of them is orange, and rings.
    pub orange: bool,
    /// The earliest limit among them.
    pub due: Option<Instant>,
}

/// Reads a row of [`FOLDED`].
pub fn folded(row: &Row<'_>) -> Result<Folded> {
    let (unit, post, account) = (row.text(0)?, row.text(1)?, row.text(2)?);
    let broken = || Error::Inconsistency { table: "clock_folded", column: "unit", row: unit.clone() };
    let to = if account.is_empty() {
        let post = if post.is_empty() { None } else { Some(post.parse().map_err(|_bad| broken())?) };
        To::Seat(Seat { unit: unit.parse().map_err(|_bad| broken())?, post })
    } else {
        To::Person(account.parse().map_err(|_bad| broken())?)
    };
    Ok(Folded { to, count: row.int(3)?, orange: row.bool(4)?, due: row.opt_at(5)? })
}

/// District and addressee: the first parameters of [`REFS`] and [`TOLD`].
pub fn key(district: &District, to: &To) -> Vec<Value> {
    let (unit, post, account) = match to {
        To::Seat(seat) => (
            seat.unit.to_string(),
            seat.post.as_ref().map(ToString::to_string).unwrap_or_default(),
            String::new(),
        ),
        To::Person(account) => (String::new(), String::new(), account.to_string()),
    };
    vec![district.into(), unit.into(), post.into(), account.into()]
}

/// Parameters of [`FOLD`].
pub fn fold(at: &Ref<Case>, to: &To, orange: bool, due: Option<Instant>) -> Vec<Value> {
    let mut values = key(&at.district, to);
    values.extend([at.id.into(), orange.into(), due.into()]);
    values
}
