//! Statements of the case, and its rows. `case_file` stands under the alias `c`, calls under `k`,
//! so that the access filter fits every list.

pub mod round;

use wangge_base::{District, Id, PostCode, Ref, Seat, UnitCode};
use wangge_realm::access::Compartment;
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Call, Case, Place, Request};

/// The tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "case",
    sql: "
-- table: case_file  class: business  retention: case+5y  personal: text(free), place(free)
CREATE TABLE case_file (
  district text NOT NULL, id text NOT NULL, number text NOT NULL, version bigint NOT NULL,
  state text NOT NULL, before text, level bigint NOT NULL, climbed bigint NOT NULL, colour text NOT NULL,
  channel text NOT NULL, edition bigint NOT NULL, area text NOT NULL, town text NOT NULL,
  village text NOT NULL, grid text NOT NULL, lon double precision, lat double precision, place text NOT NULL,
  board text NOT NULL, matter text, matter_version bigint, compartment text NOT NULL, text text NOT NULL,
  reporter text, named bigint NOT NULL, seat_unit text NOT NULL, seat_post text, handler_unit text,
  handler_post text, hands text NOT NULL, binding bigint NOT NULL, returns bigint NOT NULL,
  reworks bigint NOT NULL, reopens bigint NOT NULL, supervised bigint NOT NULL, clocks text NOT NULL,
  merged_into text, parent text, outcome text, satisfied bigint, suspended_at bigint, created bigint NOT NULL,
  updated bigint NOT NULL, closed bigint, head bytea NOT NULL,
  open bigint NOT NULL, due bigint NOT NULL, wake bigint, provisional bigint NOT NULL,
  answers text, sample bigint NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX case_number ON case_file (district, number);
CREATE INDEX case_queue ON case_file (district, due, id) WHERE open = 1;
CREATE INDEX case_town_queue ON case_file (district, town, due, id) WHERE open = 1;
CREATE INDEX case_seat_queue ON case_file (district, seat_unit, due, id) WHERE open = 1;
CREATE INDEX case_town ON case_file (district, town, id);
CREATE INDEX case_wake ON case_file (district, wake) WHERE wake IS NOT NULL;
CREATE INDEX case_provisional ON case_file (district, id) WHERE provisional = 1;
CREATE INDEX case_sample ON case_file (district, id) WHERE sample = 1;
CREATE INDEX case_parent ON case_file (district, parent) WHERE parent IS NOT NULL;
CREATE INDEX case_merged ON case_file (district, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX case_reporter_account ON case_file (district, reporter, id) WHERE reporter IS NOT NULL;

-- table: case_reporter  class: business  retention: case+1y  personal: name(sealed), phone(sealed)
CREATE TABLE case_reporter (
  district text NOT NULL, case_id text NOT NULL, no bigint NOT NULL, token_hash bytea NOT NULL,
  name bytea, phone bytea, created bigint NOT NULL,
  PRIMARY KEY (district, case_id, no)
);
CREATE UNIQUE INDEX case_reporter_token ON case_reporter (district, token_hash);

-- table: case_call  class: business  retention: case+5y  personal: lon(until closure), lat(until closure)
CREATE TABLE case_call (
  district text NOT NULL, case_id text NOT NULL, no bigint NOT NULL, unit text NOT NULL, post text,
  kind text NOT NULL, state text NOT NULL, called bigint NOT NULL, due bigint NOT NULL, arrived bigint,
  ended bigint, note text NOT NULL, grade text, objection text, lon double precision, lat double precision,
  PRIMARY KEY (district, case_id, no)
);
CREATE INDEX case_call_unit ON case_call (district, unit, state);

-- table: case_request  class: business  retention: case+5y  personal: none
CREATE TABLE case_request (
  district text NOT NULL, case_id text NOT NULL, no bigint NOT NULL, kind text NOT NULL, state text NOT NULL,
  reason text NOT NULL, until bigint, asked_by text NOT NULL, asked_unit text NOT NULL, asked_post text,
  asked bigint NOT NULL,
  PRIMARY KEY (district, case_id, no)
);

-- table: precedent  class: business  retention: permanent  personal: none
CREATE TABLE precedent (
  district text NOT NULL, id text NOT NULL, case_id text NOT NULL, matter text, question text NOT NULL,
  to_unit text NOT NULL, to_post text, reason text NOT NULL, ruled bigint NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX precedent_matter ON precedent (district, matter, id);

-- table: case_word  class: business  retention: case+5y  personal: none
CREATE TABLE case_word (
  district text NOT NULL, word text NOT NULL, case_id text NOT NULL,
  PRIMARY KEY (district, word, case_id)
);
",
}];

macro_rules! columns {
    () => {
        "c.district, c.id, c.number, c.version, c.state, c.before, c.level, c.climbed, c.colour, c.channel, \
         c.edition, c.area, c.town, c.village, c.grid, c.lon, c.lat, c.place, c.board, c.matter, \
         c.matter_version, c.compartment, c.text, c.reporter, c.named, c.seat_unit, c.seat_post, \
         c.handler_unit, c.handler_post, c.hands, c.binding, c.returns, c.reworks, c.reopens, c.supervised, \
         c.clocks, c.merged_into, c.parent, c.outcome, c.satisfied, c.suspended_at, c.created, c.updated, \
         c.closed, c.head"
    };
}

/// The columns that [`case`] reads, for composed lists.
pub const COLUMNS: &str = columns!();

/// A new case.
pub const INSERT: Stmt = Stmt::new(
    "case.insert",
    "INSERT INTO case_file (district, id, number, version, state, before, level, climbed, colour, channel, \
     edition, area, town, village, grid, lon, lat, place, board, matter, matter_version, compartment, text, \
     reporter, named, seat_unit, seat_post, handler_unit, handler_post, hands, binding, returns, reworks, \
     reopens, supervised, clocks, merged_into, parent, outcome, satisfied, suspended_at, created, updated, \
     closed, head, open, due, wake, answers, sample, provisional) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
     $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, \
     $43, $44, $45, $46, $47, $48, $49, $50, $51)",
);
/// One case by id.
pub const LOAD: Stmt = Stmt::new(
    "case.load",
    concat!("SELECT ", columns!(), " FROM case_file c WHERE c.district = $1 AND c.id = $2"),
);
/// One case by its number.
pub const BY_NUMBER: Stmt = Stmt::new(
    "case.by_number",
    concat!("SELECT ", columns!(), " FROM case_file c WHERE c.district = $1 AND c.number = $2"),
);
/// The guarded write of everything that can change.
pub const SAVE: Stmt = Stmt::new(
    "case.save",
    "UPDATE case_file SET version = version + 1, state = $4, before = $5, level = $6, climbed = $7, colour = $8, \
     board = $9, matter = $10, matter_version = $11, compartment = $12, text = $13, named = $14, seat_unit = $15, \
     seat_post = $16, handler_unit = $17, handler_post = $18, hands = $19, binding = $20, returns = $21, \
     reworks = $22, reopens = $23, supervised = $24, clocks = $25, merged_into = $26, outcome = $27, \
     satisfied = $28, suspended_at = $29, updated = $30, closed = $31, head = $32, open = $33, due = $34, wake = $35, \
     provisional = $36 \
     WHERE district = $1 AND id = $2 AND version = $3",
);
/// Answers to the matter's questions.
pub const SET_ANSWERS: Stmt =
    Stmt::new("case.set_answers", "UPDATE case_file SET answers = $3 WHERE district = $1 AND id = $2");
/// Answers to the matter's questions, read.
pub const ANSWERS: Stmt =
    Stmt::new("case.answers", "SELECT answers FROM case_file WHERE district = $1 AND id = $2");
/// How many parts are still open.
pub const OPEN_PARTS: Stmt = Stmt::new(
    "case.open_parts",
    "SELECT count(*) FROM case_file WHERE district = $1 AND parent = $2 AND open = 1",
);
/// Parts of a case, and the cases merged into it.
pub const PARTS: Stmt = Stmt::new(
    "case.parts",
    concat!(
        "SELECT ",
        columns!(),
        " FROM case_file c WHERE c.district = $1 AND c.parent = $2 ORDER BY c.id LIMIT 50"
    ),
);
/// The cases merged into a case.
pub const MERGED: Stmt = Stmt::new(
    "case.merged",
    concat!(
        "SELECT ",
        columns!(),
        " FROM case_file c WHERE c.district = $1 AND c.merged_into = $2 ORDER BY c.id LIMIT 200"
    ),
);
/// Cases whose clock has something to say.
pub const AWAKE: Stmt = Stmt::new(
    "case.awake",
    "SELECT id FROM case_file WHERE district = $1 AND wake IS NOT NULL AND wake <= $2 ORDER BY wake LIMIT $3",
);
/// Cases with a limit that only assumes the holidays of its year, from id `$2` on.
pub const PROVISIONAL: Stmt = Stmt::new(
    "case.provisional",
    "SELECT id FROM case_file WHERE district = $1 AND provisional = 1 AND id > $2 ORDER BY id LIMIT $3",
);
/// How many open cases a post holds: work that needs a successor when the post is left.
pub const HELD: Stmt = Stmt::new(
    "case.held",
    "SELECT count(*) FROM case_file WHERE district = $1 AND seat_unit = $2 AND seat_post = $3 AND open = 1",
);
/// A new reporter.
pub const INSERT_REPORTER: Stmt = Stmt::new(
    "case.insert_reporter",
    "INSERT INTO case_reporter (district, case_id, no, token_hash, name, phone, created) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
/// The case that a follow token belongs to.
pub const BY_TOKEN: Stmt = Stmt::new(
    "case.by_token",
    "SELECT case_id, no FROM case_reporter WHERE district = $1 AND token_hash = $2",
);
/// The sealed name and phone of a case's reporters.
pub const REPORTERS: Stmt = Stmt::new(
    "case.reporters",
    "SELECT no, name, phone, created FROM case_reporter WHERE district = $1 AND case_id = $2 ORDER BY no",
);
/// Everybody called.
pub const CALLS: Stmt = Stmt::new(
    "case.calls",
    "SELECT no, unit, post, kind, state, called, due, arrived, ended, note, grade, objection FROM case_call \
     WHERE district = $1 AND case_id = $2 ORDER BY no",
);
/// A call opened or changed.
pub const PUT_CALL: Stmt = Stmt::new(
    "case.put_call",
    "INSERT INTO case_call (district, case_id, no, unit, post, kind, state, called, due, arrived, ended, note, \
     grade, objection) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
     ON CONFLICT (district, case_id, no) DO UPDATE SET state = excluded.state, due = excluded.due, \
     arrived = excluded.arrived, ended = excluded.ended, note = excluded.note, grade = excluded.grade, \
     objection = excluded.objection",
);
/// Where somebody arrived: one point at the tap.
pub const SET_POINT: Stmt = Stmt::new(
    "case.set_point",
    "UPDATE case_call SET lon = $4, lat = $5 WHERE district = $1 AND case_id = $2 AND no = $3",
);
/// The points of arrivals are deleted when the case is closed.
pub const FORGET_POINTS: Stmt = Stmt::new(
    "case.forget_points",
    "UPDATE case_call SET lon = NULL, lat = NULL WHERE district = $1 AND case_id = $2",
);
/// Everything asked.
pub const REQUESTS: Stmt = Stmt::new(
    "case.requests",
    "SELECT no, kind, state, reason, until, asked_by, asked_unit, asked_post, asked FROM case_request \
     WHERE district = $1 AND case_id = $2 ORDER BY no",
);
/// A request opened or decided.
pub const PUT_REQUEST: Stmt = Stmt::new(
    "case.put_request",
    "INSERT INTO case_request (district, case_id, no, kind, state, reason, until, asked_by, asked_unit, asked_post, \
     asked) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
     ON CONFLICT (district, case_id, no) DO UPDATE SET state = excluded.state",
);
/// A ruling, published.
pub const INSERT_PRECEDENT: Stmt = Stmt::new(
    "case.insert_precedent",
    "INSERT INTO precedent (district, id, case_id, matter, question, to_unit, to_post, reason, ruled) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
/// Rulings on a matter, newest first.
pub const PRECEDENTS: Stmt = Stmt::new(
    "case.precedents",
    "SELECT id, case_id, matter, question, to_unit, to_post, reason, ruled FROM precedent \
     WHERE district = $1 AND matter = $2 AND id < $3 ORDER BY id DESC LIMIT $4",
);
/// All rulings, newest first.
pub const ALL_PRECEDENTS: Stmt = Stmt::new(
    "case.all_precedents",
    "SELECT id, case_id, matter, question, to_unit, to_post, reason, ruled FROM precedent \
     WHERE district = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
);
/// Every case with its last hash, for `wangge verify`.
pub const HEADS: Stmt = Stmt::new(
    "case.heads",
    "SELECT id, version, state, head FROM case_file WHERE district = $1 AND id > $2 ORDER BY id LIMIT $3",
);

/// A word of a case, for the search by text.
pub const INSERT_WORD: Stmt = Stmt::new(
    "case.insert_word",
    "INSERT INTO case_word (district, word, case_id) VALUES ($1, $2, $3) ON CONFLICT (district, word, case_id) DO NOTHING",
);

/// Every statement of this slice, for the test that prepares and explains them.
pub const STATEMENTS: &[&Stmt] = &[
    &INSERT,
    &LOAD,
    &BY_NUMBER,
    &SAVE,
    &SET_ANSWERS,
    &ANSWERS,
    &OPEN_PARTS,
    &PARTS,
    &MERGED,
    &AWAKE,
    &PROVISIONAL,
    &HELD,
    &INSERT_REPORTER,
    &BY_TOKEN,
    &REPORTERS,
    &CALLS,
    &PUT_CALL,
    &SET_POINT,
    &FORGET_POINTS,
    &REQUESTS,
    &PUT_REQUEST,
    &INSERT_PRECEDENT,
    &PRECEDENTS,
    &ALL_PRECEDENTS,
    &HEADS,
    &INSERT_WORD,
];

fn word<T>(row: &Row<'_>, i: usize, column: &'static str, read: fn(&str) -> Option<T>) -> Result<T> {
    let text = row.str(i)?;
    read(text).ok_or_else(|| Error::Inconsistency { table: "case_file", column, row: text.to_owned() })
}

fn opt_word<T>(
    row: &Row<'_>,
    i: usize,
    column: &'static str,
    read: fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    if row.opt_str(i)?.is_none() { Ok(None) } else { word(row, i, column, read).map(Some) }
}

fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, i: usize, column: &'static str) -> Result<T> {
    serde_json::from_str(row.str(i)?).map_err(|why| Error::Inconsistency {
        table: "case_file",
        column,
        row: why.to_string(),
    })
}

fn level(row: &Row<'_>, i: usize) -> Result<wangge_base::Level> {
    let n = row.int(i)?;
    wangge_base::Level::from_number(n).ok_or_else(|| Error::Inconsistency {
        table: "case_file",
        column: "level",
        row: n.to_string(),
    })
}

fn seat(row: &Row<'_>, unit: usize) -> Result<Seat> {
    Ok(Seat { unit: row.parse(unit)?, post: row.opt_parse(unit + 1)? })
}

fn hash(row: &Row<'_>, i: usize) -> Result<[u8; 32]> {
    let bytes = row.blob(i)?;
    <[u8; 32]>::try_from(bytes.as_slice()).map_err(|why| Error::Inconsistency {
        table: "case_file",
        column: "head",
        row: why.to_string(),
    })
}

/// A row of [`COLUMNS`]. `open_parts` is counted apart.
pub fn case(row: &Row<'_>) -> Result<Case> {
    let point = match (row.opt_real(15)?, row.opt_real(16)?) {
        (Some(lon), Some(lat)) => Some(wangge_base::Coord { lon, lat }),
        _ => None,
    };
    let matter = match (row.opt_parse(19)?, row.opt_int(20)?) {
        (Some(code), Some(version)) => Some((code, version)),
        _ => None,
    };
    let handler = match row.opt_parse::<UnitCode>(27)? {
        Some(unit) => Some(Seat { unit, post: row.opt_parse::<PostCode>(28)? }),
        None => None,
    };
    Ok(Case {
        at: Ref::new(row.parse::<District>(0)?, row.parse(1)?),
        number: row.text(2)?,
        version: row.int(3)?,
        state: word(row, 4, "state", super::State::from_word)?,
        before: opt_word(row, 5, "before", super::State::from_word)?,
        level: level(row, 6)?,
        climbed: level(row, 7)?,
        colour: word(row, 8, "colour", wangge_base::Colour::from_word)?,
        channel: word(row, 9, "channel", wangge_base::Channel::from_word)?,
        place: Place {
            point,
            words: row.text(17)?,
            edition: row.int(10)?,
            area: row.parse(11)?,
            town: row.parse(12)?,
            village: row.parse(13)?,
            grid: row.parse(14)?,
        },
        board: word(row, 18, "board", wangge_base::Board::from_word)?,
        matter,
        compartment: word(row, 21, "compartment", Compartment::from_word)?,
        text: row.text(22)?,
        reporter: row.opt_text(23)?,
        named: row.bool(24)?,
        seat: seat(row, 25)?,
        handler,
        hands: json(row, 29, "hands")?,
        binding: row.bool(30)?,
        returns: row.int(31)?,
        reworks: row.int(32)?,
        reopens: row.int(33)?,
        supervised: row.bool(34)?,
        clocks: json(row, 35, "clocks")?,
        merged_into: row.opt_parse(36)?,
        parent: row.opt_parse(37)?,
        open_parts: 0,
        outcome: opt_word(row, 38, "outcome", super::Outcome::from_word)?,
        satisfied: row.opt_int(39)?.map(|n| n == 1),
        suspended_at: row.opt_at(40)?,
        created: row.at(41)?,
        updated: row.at(42)?,
        closed: row.opt_at(43)?,
        head: hash(row, 44)?,
    })
}

fn text_of<T: serde::Serialize>(value: &T) -> Result<Value> {
    serde_json::to_string(value).map(Value::from).map_err(|why| Error::Engine(why.to_string()))
}

fn due(case: &Case) -> i64 {
    crate::deadline::due(&case.clocks).map_or(i64::MAX, |at| at.micros())
}

fn provisional(case: &Case) -> bool {
    case.clocks.iter().any(|d| d.provisional)
}

/// Parameters of [`INSERT`]. `sample`: picked for a later look, when solved on the spot.
pub fn insert(case: &Case, answers: Option<&str>, sample: bool) -> Result<Vec<Value>> {
    let place = &case.place;
    Ok(vec![
        (&case.at.district).into(),
        case.at.id.into(),
        (&case.number).into(),
        case.version.into(),
        case.state.word().into(),
        case.before.map(super::State::word).into(),
        case.level.into(),
        case.climbed.into(),
        case.colour.word().into(),
        case.channel.word().into(),
        place.edition.into(),
        (&place.area).into(),
        (&place.town).into(),
        (&place.village).into(),
        (&place.grid).into(),
        place.point.map(|p| p.lon).into(),
        place.point.map(|p| p.lat).into(),
        (&place.words).into(),
        case.board.word().into(),
        case.matter.as_ref().map(|m| &m.0).into(),
        case.matter.as_ref().map(|m| m.1).into(),
        case.compartment.word().into(),
        (&case.text).into(),
        case.reporter.as_deref().into(),
        case.named.into(),
        (&case.seat.unit).into(),
        case.seat.post.as_ref().into(),
        case.handler.as_ref().map(|s| &s.unit).into(),
        case.handler.as_ref().and_then(|s| s.post.as_ref()).into(),
        text_of(&case.hands)?,
        case.binding.into(),
        case.returns.into(),
        case.reworks.into(),
        case.reopens.into(),
        case.supervised.into(),
        text_of(&case.clocks)?,
        case.merged_into.into(),
        case.parent.into(),
        case.outcome.map(super::Outcome::word).into(),
        case.satisfied.into(),
        case.suspended_at.into(),
        case.created.into(),
        case.updated.into(),
        case.closed.into(),
        case.head.into(),
        case.state.is_open().into(),
        due(case).into(),
        crate::deadline::wake(&case.clocks).into(),
        answers.into(),
        sample.into(),
        provisional(case).into(),
    ])
}

/// Parameters of [`SAVE`]: `case` after the step, `version` before it.
pub fn save(case: &Case, version: i64) -> Result<Vec<Value>> {
    Ok(vec![
        (&case.at.district).into(),
        case.at.id.into(),
        version.into(),
        case.state.word().into(),
        case.before.map(super::State::word).into(),
        case.level.into(),
        case.climbed.into(),
        case.colour.word().into(),
        case.board.word().into(),
        case.matter.as_ref().map(|m| &m.0).into(),
        case.matter.as_ref().map(|m| m.1).into(),
        case.compartment.word().into(),
        (&case.text).into(),
        case.named.into(),
        (&case.seat.unit).into(),
        case.seat.post.as_ref().into(),
        case.handler.as_ref().map(|s| &s.unit).into(),
        case.handler.as_ref().and_then(|s| s.post.as_ref()).into(),
        text_of(&case.hands)?,
        case.binding.into(),
        case.returns.into(),
        case.reworks.into(),
        case.reopens.into(),
        case.supervised.into(),
        text_of(&case.clocks)?,
        case.merged_into.into(),
        case.outcome.map(super::Outcome::word).into(),
        case.satisfied.into(),
        case.suspended_at.into(),
        case.updated.into(),
        case.closed.into(),
        case.head.into(),
        case.state.is_open().into(),
        due(case).into(),
        crate::deadline::wake(&case.clocks).into(),
        provisional(case).into(),
    ])
}

/// A row of [`CALLS`].
pub fn call(row: &Row<'_>) -> Result<Call> {
    Ok(Call {
        no: row.int(0)?,
        seat: seat(row, 1)?,
        kind: word(row, 3, "call.kind", super::CallKind::from_word)?,
        state: word(row, 4, "call.state", super::CallState::from_word)?,
        called: row.at(5)?,
        due: row.at(6)?,
        arrived: row.opt_at(7)?,
        ended: row.opt_at(8)?,
        note: row.text(9)?,
        grade: opt_word(row, 10, "call.grade", super::Grade::from_word)?,
        objection: row.opt_text(11)?,
    })
}

/// Parameters of [`PUT_CALL`].
pub fn put_call(at: &Ref<Case>, call: &Call) -> Vec<Value> {
    vec![
        (&at.district).into(),
        at.id.into(),
        call.no.into(),
        (&call.seat.unit).into(),
        call.seat.post.as_ref().into(),
        call.kind.word().into(),
        call.state.word().into(),
        call.called.into(),
        call.due.into(),
        call.arrived.into(),
        call.ended.into(),
        (&call.note).into(),
        call.grade.map(super::Grade::word).into(),
        call.objection.as_deref().into(),
    ]
}

/// A row of [`REQUESTS`].
pub fn request(row: &Row<'_>) -> Result<Request> {
    Ok(Request {
        no: row.int(0)?,
        kind: word(row, 1, "request.kind", super::RequestKind::from_word)?,
        state: word(row, 2, "request.state", super::RequestState::from_word)?,
        reason: row.text(3)?,
        until: row.opt_at(4)?,
        asked_by: row.text(5)?,
        asked_from: seat(row, 6)?,
        asked: row.at(8)?,
    })
}

/// Parameters of [`PUT_REQUEST`].
pub fn put_request(at: &Ref<Case>, request: &Request) -> Vec<Value> {
    vec![
        (&at.district).into(),
        at.id.into(),
        request.no.into(),
        request.kind.word().into(),
        request.state.word().into(),
        (&request.reason).into(),
        request.until.into(),
        (&request.asked_by).into(),
        (&request.asked_from.unit).into(),
        request.asked_from.post.as_ref().into(),
        request.asked.into(),
    ]
}

/// The id in the first column.
pub fn id(row: &Row<'_>) -> Result<Id<Case>> {
    row.parse(0)
}

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only open, or only ended cases.
    pub open: Option<bool>,
    /// Only this stage.
    pub state: Option<super::State>,
    /// Only this matter.
    pub matter: Option<wangge_base::MatterCode>,
    /// Only this unit and what is below it, with its level.
    pub unit: Option<(wangge_base::Level, UnitCode)>,
    /// Only what is due before.
    pub due_before: Option<wangge_base::Instant>,
    /// Only what has climbed above its level.
    pub climbed: bool,
    /// Only what this seat holds.
    pub seat: Option<Seat>,
    /// Only what this unit is called to and has not finished.
    pub called: Option<UnitCode>,
    /// Only what was solved on the spot and drawn for a later look.
    pub sample: bool,
    /// Only within west, south, east, north (WGS-84 degrees).
    pub bounds: Option<[f64; 4]>,
    /// Only the cases in which all of these words occur.
    pub words: Vec<String>,
    /// By deadline (open cases only) instead of newest first.
    pub by_due: bool,
    /// Where the page before ended.
    pub after: Option<wangge_base::Cursor>,
    /// Rows wanted.
    pub limit: i64,
}

/// A composed list in one district: `$1` is the district, then the parameters returned. `access` is
/// the rendered filter of rights; its placeholders come right after `$1`.
pub fn list(wanted: &Wanted, access: &wangge_realm::access::Filter) -> (String, Vec<Value>) {
    let mut params: Vec<Value> = access.params.clone();
    let mut sql = format!("SELECT {COLUMNS} FROM case_file c WHERE c.district = $1 AND {}", access.sql(2));
    let mut also = |condition: &str, values: Vec<Value>| {
        // `?` stands for the next placeholder.
        let mut parts = condition.split('?');
        sql.push_str(" AND ");
        sql.push_str(parts.next().unwrap_or_default());
        for (value, part) in values.into_iter().zip(parts) {
            params.push(value);
            sql.push_str(&format!("${}{part}", params.len() + 1));
        }
    };
    match wanted.open {
        Some(true) => also("c.open = 1", vec![]),
        Some(false) => also("c.open = 0", vec![]),
        None if wanted.by_due => also("c.open = 1", vec![]),
        None => {}
    }
    if let Some(state) = wanted.state {
        also("c.state = ?", vec![state.word().into()]);
    }
    if let Some(matter) = &wanted.matter {
        also("c.matter = ?", vec![matter.into()]);
    }
    if let Some((level, unit)) = &wanted.unit {
        use wangge_base::Level;
        match level {
            Level::City => {}
            Level::District => also("c.area = ?", vec![unit.into()]),
            Level::Town => also("c.town = ?", vec![unit.into()]),
            Level::Village => also("c.village = ?", vec![unit.into()]),
            Level::Grid => also("c.grid = ?", vec![unit.into()]),
        }
    }
    if let Some(at) = wanted.due_before {
        also("c.open = 1 AND c.due < ?", vec![at.into()]);
    }
    if wanted.climbed {
        also("c.open = 1 AND c.climbed < c.level", vec![]);
    }
    if wanted.sample {
        also("c.sample = 1", vec![]);
    }
    if let Some(seat) = &wanted.seat {
        also("c.open = 1 AND c.seat_unit = ?", vec![(&seat.unit).into()]);
        if let Some(post) = &seat.post {
            also("(c.seat_post IS NULL OR c.seat_post = ?)", vec![post.into()]);
        }
    }
    if let Some(unit) = &wanted.called {
        also(
            "EXISTS (SELECT 1 FROM case_call k WHERE k.district = c.district AND k.case_id = c.id AND k.unit = ? \
             AND k.state IN ('called', 'arrived'))",
            vec![unit.into()],
        );
    }
    if let Some([west, south, east, north]) = wanted.bounds {
        also(
            "c.lon BETWEEN ? AND ? AND c.lat BETWEEN ? AND ?",
            vec![west.into(), east.into(), south.into(), north.into()],
        );
    }
    for word in &wanted.words {
        also(
            "EXISTS (SELECT 1 FROM case_word w WHERE w.district = c.district AND w.word = ? AND w.case_id = c.id)",
            vec![word.as_str().into()],
        );
    }
    if wanted.by_due {
        if let Some(after) = &wanted.after {
            also(
                "(c.due > ? OR c.due = ? AND c.id > ?)",
                vec![after.key.into(), after.key.into(), after.id.as_str().into()],
            );
        }
        sql.push_str(" ORDER BY c.due, c.id");
    } else {
        if let Some(after) = &wanted.after {
            also("c.id < ?", vec![after.id.as_str().into()]);
        }
        sql.push_str(" ORDER BY c.id DESC");
    }
    params.push(wanted.limit.into());
    sql.push_str(&format!(" LIMIT ${}", params.len() + 1));
    (sql, params)
}
