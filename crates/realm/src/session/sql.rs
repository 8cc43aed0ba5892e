//! Tables and statements of sessions and lockouts.

use wangge_base::Ref;
use wangge_store::{Error, Migration, Result, Row, Stmt};

use super::Login;

/// The tables.
pub const MIGRATIONS: &[Migration] = &[FIRST, VIEWS];

/// A filter may hold a name that somebody typed: sealed.
const VIEWS: Migration = Migration {
    id: 2,
    slice: "session",
    sql: "
-- table: account_view  class: business  retention: employment  personal: views(sealed)
CREATE TABLE account_view (
  district text NOT NULL, account text NOT NULL, views bytea NOT NULL, changed bigint NOT NULL,
  PRIMARY KEY (district, account)
);
",
};

const FIRST: Migration = Migration {
    id: 1,
    slice: "session",
    sql: "
-- table: session  class: business  retention: expiry+30d  personal: none
CREATE TABLE session (
  district text NOT NULL, id text NOT NULL, account text NOT NULL, secret bytea NOT NULL, csrf text NOT NULL,
  created bigint NOT NULL, seen bigint NOT NULL, expires bigint NOT NULL, revoked bigint,
  PRIMARY KEY (district, id)
);
CREATE INDEX session_account ON session (district, account);
CREATE INDEX session_expires ON session (district, expires);
-- table: lockout  class: business  retention: 2d  personal: none
CREATE TABLE lockout (
  district text NOT NULL, name_key text NOT NULL, failures bigint NOT NULL, last bigint NOT NULL,
  until bigint NOT NULL,
  PRIMARY KEY (district, name_key)
);
",
};

/// Sessions of an account: how many are in force, and the latest beginning.
pub(super) const OF_ACCOUNT: Stmt = Stmt::new(
    "session.of_account",
    "SELECT COALESCE(sum(CASE WHEN revoked IS NULL AND expires > $3 AND seen > $4 THEN 1 ELSE 0 END), 0), \
     max(created) FROM session WHERE district = $1 AND account = $2",
);
pub(super) const VIEWS_OF: Stmt =
    Stmt::new("session.views", "SELECT views FROM account_view WHERE district = $1 AND account = $2");
pub(super) const PUT_VIEWS: Stmt = Stmt::new(
    "session.put_views",
    "INSERT INTO account_view (district, account, views, changed) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (district, account) DO UPDATE SET views = excluded.views, changed = excluded.changed",
);

pub(super) const LOGIN: Stmt = Stmt::new("session.login", "SELECT account, hash FROM login WHERE name = $1");
pub(super) const LOGIN_OF: Stmt =
    Stmt::new("session.login_of", "SELECT name, hash FROM login WHERE account = $1");
pub(super) const SET_HASH: Stmt = Stmt::new(
    "session.set_hash",
    "UPDATE login SET hash = $2, changed = $3, one_time = $4 WHERE account = $1",
);

pub(super) const LOCKED: Stmt =
    Stmt::new("session.locked", "SELECT until FROM lockout WHERE district = $1 AND name_key = $2");
/// Counts a failure; after a quiet day ($4) counting starts anew.
pub(super) const FAILED: Stmt = Stmt::new(
    "session.failed",
    "INSERT INTO lockout (district, name_key, failures, last, until) VALUES ($1, $2, 1, $3, 0) \
     ON CONFLICT (district, name_key) DO UPDATE SET last = excluded.last, \
     failures = CASE WHEN lockout.last < $4 THEN 1 ELSE lockout.failures + 1 END RETURNING failures",
);
pub(super) const LOCK: Stmt =
    Stmt::new("session.lock", "UPDATE lockout SET until = $3 WHERE district = $1 AND name_key = $2");
pub(super) const UNLOCK: Stmt =
    Stmt::new("session.unlock", "DELETE FROM lockout WHERE district = $1 AND name_key = $2");
pub(super) const FORGET_LOCKS: Stmt =
    Stmt::new("session.forget_locks", "DELETE FROM lockout WHERE district = $1 AND last < $2");

pub(super) const ADD: Stmt = Stmt::new(
    "session.add",
    "INSERT INTO session (district, id, account, secret, csrf, created, seen, expires) \
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7)",
);
pub(super) const GET: Stmt = Stmt::new(
    "session.get",
    "SELECT s.account, s.secret, s.csrf, s.seen, s.expires, a.called, a.home_unit, \
     COALESCE((SELECT max(l.one_time) FROM login l WHERE l.account = s.district || '.' || s.account), 0) \
     FROM session s JOIN account a ON a.district = s.district AND a.id = s.account \
     WHERE s.district = $1 AND s.id = $2 AND s.revoked IS NULL AND s.expires > $3 AND s.seen > $4 \
     AND a.closed IS NULL",
);
pub(super) const HOLDINGS: Stmt = Stmt::new(
    "session.holdings",
    "SELECT h.district, h.id, h.account, h.unit, h.post, h.role, h.board, h.capacity, h.home_unit, h.starts, \
     h.ends, h.granted_by FROM session s JOIN holding h ON h.district = s.district AND h.account = s.account \
     WHERE s.district = $1 AND s.id = $2 AND (h.ends IS NULL OR h.ends > $3) ORDER BY h.starts, h.id",
);
pub(super) const SEEN: Stmt =
    Stmt::new("session.seen", "UPDATE session SET seen = $3 WHERE district = $1 AND id = $2 AND seen < $3");
pub(super) const REVOKE: Stmt = Stmt::new(
    "session.revoke",
    "UPDATE session SET revoked = $3 WHERE district = $1 AND id = $2 AND revoked IS NULL",
);
pub(super) const REVOKE_ALL: Stmt = Stmt::new(
    "session.revoke_all",
    "UPDATE session SET revoked = $3 WHERE district = $1 AND account = $2 AND revoked IS NULL AND id <> $4",
);
pub(super) const FORGET: Stmt =
    Stmt::new("session.forget", "DELETE FROM session WHERE district = $1 AND expires < $2");

/// Every statement of the slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[
    &LOGIN,
    &LOGIN_OF,
    &OF_ACCOUNT,
    &VIEWS_OF,
    &PUT_VIEWS,
    &SET_HASH,
    &LOCKED,
    &FAILED,
    &LOCK,
    &UNLOCK,
    &FORGET_LOCKS,
    &ADD,
    &GET,
    &HOLDINGS,
    &SEEN,
    &REVOKE,
    &REVOKE_ALL,
    &FORGET,
];

pub(super) fn login(row: &Row, session: &Ref<super::Session>) -> Result<Login> {
    let secret = row.blob(1)?;
    let secret_hash = secret.as_slice().try_into().ok();
    Ok(Login {
        session: session.clone(),
        account: Ref::new(session.district.clone(), row.parse(0)?),
        csrf: row.text(2)?,
        seen: row.at(3)?,
        expires: row.at(4)?,
        called: row.text(5)?,
        home_unit: row.parse(6)?,
        must_change: row.bool(7)?,
        holdings: Vec::new(),
        secret_hash: secret_hash.ok_or_else(|| Error::Inconsistency {
            table: "session",
            column: "secret",
            row: session.to_string(),
        })?,
    })
}
