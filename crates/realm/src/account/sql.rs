//! Tables and statements of accounts, posts held and rosters.

use wangge_base::{Board, Capacity, Id, Ref, Role, Seat};
use wangge_store::{Error, Migration, Result, Row, Stmt};

use super::{Account, Duty, Holding};

/// The tables. `login` is a reference table: a name is unique in the whole city and leads to its
/// account's home.
pub const MIGRATIONS: &[Migration] = &[FIRST, ONE_TIME];

/// A password that somebody else chose opens one thing only: choosing another.
const ONE_TIME: Migration = Migration {
    id: 2,
    slice: "account",
    sql: "ALTER TABLE login ADD COLUMN one_time bigint NOT NULL DEFAULT 0",
};

const FIRST: Migration = Migration {
    id: 1,
    slice: "account",
    sql: "
-- table: account  class: business  retention: employment+3y  personal: called,name(sealed),phone(sealed)
CREATE TABLE account (
  district text NOT NULL, id text NOT NULL, called text NOT NULL, name bytea, phone bytea,
  home_unit text NOT NULL, created bigint NOT NULL, created_by text NOT NULL, closed bigint,
  PRIMARY KEY (district, id)
);
CREATE INDEX account_unit ON account (district, home_unit, id);
-- table: login  class: reference  retention: employment  personal: name
CREATE TABLE login (
  name text NOT NULL, account text NOT NULL, hash text NOT NULL, changed bigint NOT NULL,
  PRIMARY KEY (name)
);
CREATE INDEX login_account ON login (account);
-- table: holding  class: business  retention: employment+3y  personal: none
CREATE TABLE holding (
  district text NOT NULL, id text NOT NULL, account text NOT NULL, unit text NOT NULL, post text NOT NULL,
  role text NOT NULL, board text NOT NULL, capacity text NOT NULL, home_unit text, starts bigint NOT NULL,
  ends bigint, granted_by text NOT NULL, granted_at bigint NOT NULL, ended_by text, ended_at bigint,
  PRIMARY KEY (district, id)
);
CREATE INDEX holding_account ON holding (district, account);
CREATE INDEX holding_seat ON holding (district, unit, post);
-- table: roster  class: business  retention: 2y  personal: none
CREATE TABLE roster (
  district text NOT NULL, unit text NOT NULL, post text NOT NULL, starts bigint NOT NULL,
  account text NOT NULL, ends bigint NOT NULL, set_by text NOT NULL, set_at bigint NOT NULL,
  PRIMARY KEY (district, unit, post, starts, account)
);
",
};

pub(super) const LOGIN_ADD: Stmt = Stmt::new(
    "login.add",
    "INSERT INTO login (name, account, hash, changed) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING",
);
pub(crate) const LOGIN_DROP: Stmt = Stmt::new("login.drop", "DELETE FROM login WHERE account = $1");

pub(super) const ACCOUNT_ADD: Stmt = Stmt::new(
    "account.add",
    "INSERT INTO account (district, id, called, name, phone, home_unit, created, created_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);
pub(super) const ACCOUNT_GET: Stmt = Stmt::new(
    "account.get",
    "SELECT district, id, called, home_unit, closed FROM account WHERE district = $1 AND id = $2",
);
pub(super) const ACCOUNT_OF_LOGIN: Stmt =
    Stmt::new("account.of_login", "SELECT account FROM login WHERE name = $1");
pub(super) const LOGIN_OF: Stmt =
    Stmt::new("login.of", "SELECT name, one_time FROM login WHERE account = $1");
pub(super) const ACCOUNT_CLOSE: Stmt = Stmt::new(
    "account.close",
    "UPDATE account SET closed = $3 WHERE district = $1 AND id = $2 AND closed IS NULL",
);
/// Accounts at home in a unit, or holding a post of it now.
pub(super) const ACCOUNT_LIST: Stmt = Stmt::new(
    "account.list",
    "SELECT a.district, a.id, a.called, a.home_unit, a.closed FROM account a \
     WHERE a.district = $1 AND a.id > $4 AND a.closed IS NULL AND (a.home_unit = $2 OR EXISTS (\
       SELECT 1 FROM holding h WHERE h.district = $1 AND h.account = a.id AND h.unit = $2 \
       AND h.starts <= $3 AND (h.ends IS NULL OR h.ends > $3))) \
     ORDER BY a.id LIMIT $5",
);

pub(super) const HOLDING_ADD: Stmt = Stmt::new(
    "holding.add",
    "INSERT INTO holding (district, id, account, unit, post, role, board, capacity, home_unit, starts, ends, \
     granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
pub(super) const HOLDING_GET: Stmt = Stmt::new(
    "holding.get",
    "SELECT district, id, account, unit, post, role, board, capacity, home_unit, starts, ends, granted_by \
     FROM holding WHERE district = $1 AND id = $2",
);
pub(super) const HOLDING_OF_ACCOUNT: Stmt = Stmt::new(
    "holding.of_account",
    "SELECT district, id, account, unit, post, role, board, capacity, home_unit, starts, ends, granted_by \
     FROM holding WHERE district = $1 AND account = $2 AND (ends IS NULL OR ends > $3) ORDER BY starts, id",
);
pub(super) const HOLDING_OF_UNIT: Stmt = Stmt::new(
    "holding.of_unit",
    "SELECT district, id, account, unit, post, role, board, capacity, home_unit, starts, ends, granted_by \
     FROM holding WHERE district = $1 AND unit = $2 AND starts <= $3 AND (ends IS NULL OR ends > $3) \
     ORDER BY post, starts, id",
);
pub(super) const HOLDING_OF_SEAT: Stmt = Stmt::new(
    "holding.of_seat",
    "SELECT district, id, account, unit, post, role, board, capacity, home_unit, starts, ends, granted_by \
     FROM holding WHERE district = $1 AND unit = $2 AND post = $4 AND starts <= $3 \
     AND (ends IS NULL OR ends > $3) ORDER BY starts, id",
);
/// When a person held, holds and will hold one post of a unit, oldest first.
pub(super) const HOLDING_PERIODS: Stmt = Stmt::new(
    "holding.periods",
    "SELECT starts, ends FROM holding WHERE district = $1 AND account = $2 AND unit = $3 AND post = $4 \
     ORDER BY starts, id",
);
pub(super) const HOLDING_END: Stmt = Stmt::new(
    "holding.end",
    "UPDATE holding SET ends = $3, ended_by = $4, ended_at = $3 \
     WHERE district = $1 AND id = $2 AND (ends IS NULL OR ends > $3)",
);

pub(super) const ROSTER_CLEAR: Stmt = Stmt::new(
    "roster.clear",
    "DELETE FROM roster WHERE district = $1 AND unit = $2 AND post = $3 AND starts < $5 AND ends > $4",
);
pub(super) const ROSTER_ADD: Stmt = Stmt::new(
    "roster.add",
    "INSERT INTO roster (district, unit, post, starts, account, ends, set_by, set_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (district, unit, post, starts, account) \
     DO UPDATE SET ends = excluded.ends, set_by = excluded.set_by, set_at = excluded.set_at",
);
pub(super) const ROSTER_LIST: Stmt = Stmt::new(
    "roster.list",
    "SELECT unit, post, account, starts, ends FROM roster WHERE district = $1 AND unit = $2 \
     AND starts < $4 AND ends > $3 ORDER BY starts, post, account LIMIT 1000",
);
/// Who is on duty: whoever is rostered, or the colleague who covers for him.
pub(super) const ROSTER_NOW: Stmt = Stmt::new(
    "roster.now",
    "SELECT r.unit, r.post, COALESCE(c.deputy, r.account), r.starts, r.ends FROM roster r \
     LEFT JOIN cover c ON c.district = $1 AND c.away = r.account AND c.unit = r.unit AND c.post = r.post \
     AND c.state = 'accepted' AND c.starts <= $3 AND c.ends > $3 \
     WHERE r.district = $1 AND r.unit = $2 AND r.starts <= $3 AND r.ends > $3 \
     ORDER BY r.starts DESC, r.post, r.account LIMIT 100",
);
pub(crate) const ROSTER_FORGET: Stmt =
    Stmt::new("roster.forget", "DELETE FROM roster WHERE district = $1 AND ends < $2");

/// Every statement of the slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[
    &LOGIN_ADD,
    &LOGIN_DROP,
    &LOGIN_OF,
    &ACCOUNT_ADD,
    &ACCOUNT_GET,
    &ACCOUNT_OF_LOGIN,
    &ACCOUNT_CLOSE,
    &ACCOUNT_LIST,
    &HOLDING_ADD,
    &HOLDING_GET,
    &HOLDING_OF_ACCOUNT,
    &HOLDING_OF_UNIT,
    &HOLDING_OF_SEAT,
    &HOLDING_PERIODS,
    &HOLDING_END,
    &ROSTER_CLEAR,
    &ROSTER_ADD,
    &ROSTER_LIST,
    &ROSTER_NOW,
    &ROSTER_FORGET,
];

pub(super) fn account(row: &Row) -> Result<Account> {
    Ok(Account {
        at: Ref::new(row.parse(0)?, row.parse(1)?),
        called: row.text(2)?,
        home_unit: row.parse(3)?,
        closed: row.opt_at(4)?,
    })
}

pub(crate) fn holding(row: &Row) -> Result<Holding> {
    let id: Id<Holding> = row.parse(1)?;
    let wrong = |column| Error::Inconsistency { table: "holding", column, row: id.to_string() };
    Ok(Holding {
        at: Ref::new(row.parse(0)?, id),
        account: row.parse(2)?,
        unit: row.parse(3)?,
        post: row.parse(4)?,
        role: Role::from_word(&row.text(5)?).ok_or_else(|| wrong("role"))?,
        board: Board::from_word(&row.text(6)?).ok_or_else(|| wrong("board"))?,
        capacity: Capacity::from_word(&row.text(7)?).ok_or_else(|| wrong("capacity"))?,
        home_unit: row.opt_parse(8)?,
        starts: row.at(9)?,
        ends: row.opt_at(10)?,
        granted_by: row.text(11)?,
    })
}

pub(super) fn duty(row: &Row) -> Result<Duty> {
    Ok(Duty {
        seat: Seat { unit: row.parse(0)?, post: Some(row.parse(1)?) },
        account: row.parse(2)?,
        starts: row.at(3)?,
        ends: row.at(4)?,
    })
}
