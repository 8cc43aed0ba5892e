//! Tables and statements of notices.

use wangge_base::{Colour, Id, Ref, Seat};
use wangge_store::{Error, Migration, Result, Row, Stmt};

use super::{Notice, To};

/// The tables. `open` is 1 until the notice was read (ordinary) or taken (ringing): lists of what is
/// waiting stay short whatever the history.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "notice",
    sql: "
-- table: notice  class: business  retention: 180d  personal: none
CREATE TABLE notice (
  district text NOT NULL, id text NOT NULL, unit text, post text, account text, kind text NOT NULL,
  colour text NOT NULL, subject text NOT NULL, zh text NOT NULL, en text NOT NULL, ring bigint NOT NULL,
  drill bigint NOT NULL, open bigint NOT NULL, created bigint NOT NULL, visible_from bigint NOT NULL, due bigint,
  taken_by text, taken_at bigint, read_at bigint,
  PRIMARY KEY (district, id)
);
CREATE INDEX notice_seat ON notice (district, unit, open, id);
CREATE INDEX notice_person ON notice (district, account, open, id);
CREATE INDEX notice_subject ON notice (district, subject);
",
}, Migration { id: 2, slice: "notice", sql: "ALTER TABLE notice ADD COLUMN refs text" }];

pub(super) const ADD: Stmt = Stmt::new(
    "notice.add",
    "INSERT INTO notice (district, id, unit, post, account, kind, colour, subject, zh, en, ring, drill, open, \
     created, visible_from, due, refs) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $14, $15, $16)",
);
pub(super) const GET: Stmt = Stmt::new(
    "notice.get",
    "SELECT district, id, unit, post, account, kind, colour, subject, zh, en, ring, drill, created, visible_from, \
     due, taken_by, taken_at, read_at, refs FROM notice WHERE district = $1 AND id = $2",
);
/// To a seat, newest first before $5; $6 = 1: also what is not visible yet (the reader is on duty).
pub(super) const TO_SEAT: Stmt = Stmt::new(
    "notice.to_seat",
    "SELECT district, id, unit, post, account, kind, colour, subject, zh, en, ring, drill, created, visible_from, \
     due, taken_by, taken_at, read_at, refs FROM notice WHERE district = $1 AND unit = $2 \
     AND (post IS NULL OR post = $3) AND open >= $4 AND id < $5 AND ($6 = 1 OR visible_from <= $7) \
     ORDER BY id DESC LIMIT $8",
);
pub(super) const TO_PERSON: Stmt = Stmt::new(
    "notice.to_person",
    "SELECT district, id, unit, post, account, kind, colour, subject, zh, en, ring, drill, created, visible_from, \
     due, taken_by, taken_at, read_at, refs FROM notice WHERE district = $1 AND account = $2 AND open >= $3 \
     AND id < $4 AND ($5 = 1 OR visible_from <= $6) ORDER BY id DESC LIMIT $7",
);
pub(super) const TAKE: Stmt = Stmt::new(
    "notice.take",
    "UPDATE notice SET taken_by = $3, taken_at = $4, read_at = COALESCE(read_at, $4), open = 0 \
     WHERE district = $1 AND id = $2 AND taken_at IS NULL",
);
pub(super) const READ: Stmt = Stmt::new(
    "notice.read",
    "UPDATE notice SET read_at = COALESCE(read_at, $3), open = CASE WHEN ring = 1 THEN open ELSE 0 END \
     WHERE district = $1 AND id = $2",
);
/// What rings for a subject stops ringing, e.g. when the work was taken through another door.
pub(super) const SETTLE: Stmt = Stmt::new(
    "notice.settle",
    "UPDATE notice SET taken_by = $3, taken_at = $4, open = 0 WHERE district = $1 AND subject = $2 \
     AND open = 1 AND ring = 1",
);
pub(super) const FORGET: Stmt =
    Stmt::new("notice.forget", "DELETE FROM notice WHERE district = $1 AND id < $2");

/// Every statement of the slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[&ADD, &GET, &TO_SEAT, &TO_PERSON, &TAKE, &READ, &SETTLE, &FORGET];

pub(super) fn notice(row: &Row) -> Result<Notice> {
    let id: Id<Notice> = row.parse(1)?;
    let wrong = |column| Error::Inconsistency { table: "notice", column, row: id.to_string() };
    let to = match (row.opt_parse(2)?, row.opt_parse(4)?) {
        (Some(unit), None) => To::Seat(Seat { unit, post: row.opt_parse(3)? }),
        (None, Some(account)) => To::Person(account),
        _ => return Err(wrong("unit")),
    };
    Ok(Notice {
        at: Ref::new(row.parse(0)?, id),
        to,
        kind: row.text(5)?,
        colour: Colour::from_word(&row.text(6)?).ok_or_else(|| wrong("colour"))?,
        subject: row.text(7)?,
        zh: row.text(8)?,
        en: row.text(9)?,
        ring: row.bool(10)?,
        drill: row.bool(11)?,
        created: row.at(12)?,
        visible_from: row.at(13)?,
        due: row.opt_at(14)?,
        taken_by: row.opt_text(15)?,
        taken_at: row.opt_at(16)?,
        read_at: row.opt_at(17)?,
        refs: row
            .opt_str(18)?
            .map_or_else(Vec::new, |refs| refs.split_whitespace().map(str::to_owned).collect()),
    })
}
