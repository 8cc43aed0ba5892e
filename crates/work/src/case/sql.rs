//! Statements of the case, and its rows. `case_file` stands under the alias `c`, calls under `k`,
//! so that the access filter fits every list.

mod forgetting;
mod guests;
mod list;
pub mod round;
mod tables;

use wangge_base::{District, Id, PostCode, Ref, Seat, UnitCode};
use wangge_realm::access::Compartment;
use wangge_store::{Error, Result, Row, Stmt, Value};

use super::{
    Call, CallKind, CallState, Case, Grade, Link, LinkState, Outcome, Place, Request, RequestKind,
    RequestState, State,
};

pub use forgetting::*;
pub use guests::*;
pub use list::{Sought, Wanted, list, rulings};
pub use tables::MIGRATIONS;

macro_rules! columns {
    () => {
        "c.district, c.id, c.number, c.version, c.state, c.before, c.level, c.climbed, c.colour, c.channel, \
         c.edition, c.area, c.town, c.village, c.grid, c.lon, c.lat, c.place, c.board, c.matter, \
         c.matter_version, c.compartment, c.text, c.reporter, c.named, c.seat_unit, c.seat_post, \
         c.handler_unit, c.handler_post, c.hands, c.binding, c.returns, c.reworks, c.reopens, c.supervised, \
         c.clocks, c.merged_into, c.parent, c.outcome, c.satisfied, c.suspended_at, c.created, c.updated, \
         c.closed, c.head, c.supporters, c.origin, c.joined_to, c.told, c.guests"
    };
}

/// The columns that [`case`] reads, for composed lists.
pub const COLUMNS: &str = columns!();

/// A new case: what can change as in [`SAVE`], in the same order, then what never does.
pub const INSERT: Stmt = Stmt::new(
    "case.insert",
    "INSERT INTO case_file (district, id, version, state, before, level, climbed, colour, board, matter, \
     matter_version, compartment, text, named, seat_unit, seat_post, handler_unit, handler_post, hands, binding, \
     returns, reworks, reopens, supervised, clocks, merged_into, outcome, satisfied, suspended_at, updated, closed, \
     head, open, due, wake, provisional, joined_to, told, guests, number, channel, edition, area, town, village, grid, lon, lat, place, \
     reporter, parent, created, answers, sample, origin) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
     $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, \
     $43, $44, $45, $46, $47, $48, $49, $50, $51, $52, $53, $54, $55)",
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
     provisional = $36, joined_to = $37, told = $38, guests = $39 \
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
/// Open cases of the open compartment within south, north, west, east. Few stand in so small a box;
/// the limit only bounds a mishap.
pub const NEAR: Stmt = Stmt::new(
    "case.near",
    concat!(
        "SELECT ",
        columns!(),
        " FROM case_file c WHERE c.district = $1 AND c.open = 1 AND c.compartment = 'open' AND c.lat IS NOT NULL \
         AND c.lat BETWEEN $2 AND $3 AND c.lon BETWEEN $4 AND $5 LIMIT 500"
    ),
);
/// "Me too": new, or there again after it was taken back. No row: it stands already.
pub const PUT_SUPPORTER: Stmt = Stmt::new(
    "case.put_supporter",
    "INSERT INTO case_supporter (district, case_id, id, token_hash, account, name, phone, at, withdrawn) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL) \
     ON CONFLICT (district, case_id, id) DO UPDATE SET name = excluded.name, phone = excluded.phone, \
     at = excluded.at, withdrawn = NULL WHERE case_supporter.withdrawn IS NOT NULL",
);
/// "Me too", taken back: the name and number left with it are forgotten. No row: it was already.
pub const WITHDRAW_SUPPORTER: Stmt = Stmt::new(
    "case.withdraw_supporter",
    "UPDATE case_supporter SET withdrawn = $4, name = NULL, phone = NULL \
     WHERE district = $1 AND case_id = $2 AND id = $3 AND withdrawn IS NULL",
);
/// The "me too" that a token belongs to.
pub const SUPPORTER_BY_TOKEN: Stmt = Stmt::new(
    "case.supporter_by_token",
    "SELECT case_id, id, withdrawn FROM case_supporter WHERE district = $1 AND token_hash = $2",
);
/// The sealed contacts that supporters of a case left.
pub const SUPPORTERS: Stmt = Stmt::new(
    "case.supporters",
    "SELECT id, name, phone FROM case_supporter WHERE district = $1 AND case_id = $2 AND withdrawn IS NULL \
     AND (name IS NOT NULL OR phone IS NOT NULL) ORDER BY at, id LIMIT 200",
);
/// Counts supporters in or out. It waits for whoever is writing the row and leaves its version alone:
/// two who add themselves at once never disturb each other, nor anybody who acts.
pub const COUNT: Stmt = Stmt::new(
    "case.count",
    "UPDATE case_file SET supporters = supporters + $3 WHERE district = $1 AND id = $2",
);
/// The same for a case that others are being merged into: it must not live on in another by now.
pub const COUNT_HEAD: Stmt = Stmt::new(
    "case.count_head",
    "UPDATE case_file SET supporters = supporters + $3 WHERE district = $1 AND id = $2 \
     AND merged_into IS NULL AND joined_to IS NULL",
);
/// The count, and where a case lives on.
pub const COUNTED: Stmt = Stmt::new(
    "case.counted",
    "SELECT supporters, merged_into, joined_to FROM case_file WHERE district = $1 AND id = $2",
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
/// Everything asked of other districts.
pub const LINKS: Stmt = Stmt::new(
    "case.links",
    "SELECT no, unit, matter, text, state, other, note, asked, ended FROM case_link \
     WHERE district = $1 AND case_id = $2 ORDER BY no",
);
/// A link opened or ended.
pub const PUT_LINK: Stmt = Stmt::new(
    "case.put_link",
    "INSERT INTO case_link (district, case_id, no, unit, matter, text, state, other, note, asked, ended) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
     ON CONFLICT (district, case_id, no) DO UPDATE SET state = excluded.state, note = excluded.note, \
     ended = excluded.ended",
);
/// A ruling, published.
pub const INSERT_PRECEDENT: Stmt = Stmt::new(
    "case.insert_precedent",
    "INSERT INTO precedent (district, id, case_id, matter, question, to_unit, to_post, reason, ruled) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
/// Every case with its last hash, for `wangge verify`.
pub const HEADS: Stmt = Stmt::new(
    "case.heads",
    "SELECT id, version, state, head FROM case_file WHERE district = $1 AND id > $2 ORDER BY id LIMIT $3",
);

/// The words of a case, for the search by text. Written twice they are found once, and forgotten together.
pub const INSERT_WORDS: Stmt =
    Stmt::new("case.insert_words", "INSERT INTO case_words (district, case_id, words) VALUES ($1, $2, $3)");

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
    &NEAR,
    &PUT_SUPPORTER,
    &WITHDRAW_SUPPORTER,
    &SUPPORTER_BY_TOKEN,
    &SUPPORTERS,
    &COUNT,
    &COUNT_HEAD,
    &COUNTED,
    &CALLS,
    &PUT_CALL,
    &SET_POINT,
    &FORGET_POINTS,
    &REQUESTS,
    &PUT_REQUEST,
    &LINKS,
    &PUT_LINK,
    &INSERT_PRECEDENT,
    &HEADS,
    &INSERT_WORDS,
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
        state: word(row, 4, "state", State::from_word)?,
        before: opt_word(row, 5, "before", State::from_word)?,
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
        outcome: opt_word(row, 38, "outcome", Outcome::from_word)?,
        satisfied: row.opt_int(39)?.map(|n| n == 1),
        suspended_at: row.opt_at(40)?,
        created: row.at(41)?,
        updated: row.at(42)?,
        closed: row.opt_at(43)?,
        head: hash(row, 44)?,
        supporters: row.int(45)?,
        origin: row.opt_parse(46)?,
        joined_to: row.opt_parse(47)?,
        told: row.int(48)?,
        guests: row.int(49)?,
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
    let mut values = save(case, case.version)?;
    values.extend([
        (&case.number).into(),
        case.channel.word().into(),
        place.edition.into(),
        (&place.area).into(),
        (&place.town).into(),
        (&place.village).into(),
        (&place.grid).into(),
        place.point.map(|p| p.lon).into(),
        place.point.map(|p| p.lat).into(),
        (&place.words).into(),
        case.reporter.as_deref().into(),
        case.parent.into(),
        case.created.into(),
        answers.into(),
        sample.into(),
        case.origin.as_ref().map(Ref::to_string).into(),
    ]);
    Ok(values)
}

/// Parameters of [`SAVE`]: `case` after the step, `version` before it.
pub fn save(case: &Case, version: i64) -> Result<Vec<Value>> {
    Ok(vec![
        (&case.at.district).into(),
        case.at.id.into(),
        version.into(),
        case.state.word().into(),
        case.before.map(State::word).into(),
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
        case.outcome.map(Outcome::word).into(),
        case.satisfied.into(),
        case.suspended_at.into(),
        case.updated.into(),
        case.closed.into(),
        case.head.into(),
        case.state.is_open().into(),
        due(case).into(),
        crate::deadline::wake(&case.clocks).into(),
        provisional(case).into(),
        case.joined_to.as_ref().map(Ref::to_string).into(),
        case.told.into(),
        case.guests.into(),
    ])
}

/// A row of [`CALLS`].
pub fn call(row: &Row<'_>) -> Result<Call> {
    Ok(Call {
        no: row.int(0)?,
        seat: seat(row, 1)?,
        kind: word(row, 3, "call.kind", CallKind::from_word)?,
        state: word(row, 4, "call.state", CallState::from_word)?,
        called: row.at(5)?,
        due: row.at(6)?,
        arrived: row.opt_at(7)?,
        ended: row.opt_at(8)?,
        note: row.text(9)?,
        grade: opt_word(row, 10, "call.grade", Grade::from_word)?,
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
        call.grade.map(Grade::word).into(),
        call.objection.as_deref().into(),
    ]
}

/// A row of [`REQUESTS`].
pub fn request(row: &Row<'_>) -> Result<Request> {
    Ok(Request {
        no: row.int(0)?,
        kind: word(row, 1, "request.kind", RequestKind::from_word)?,
        state: word(row, 2, "request.state", RequestState::from_word)?,
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

/// A row of [`LINKS`].
pub fn link(row: &Row<'_>) -> Result<Link> {
    Ok(Link {
        no: row.int(0)?,
        unit: row.parse(1)?,
        matter: row.opt_parse(2)?,
        text: row.text(3)?,
        state: word(row, 4, "link.state", LinkState::from_word)?,
        other: row.opt_parse(5)?,
        note: row.text(6)?,
        asked: row.at(7)?,
        ended: row.opt_at(8)?,
    })
}

/// Parameters of [`PUT_LINK`].
pub fn put_link(at: &Ref<Case>, link: &Link) -> Vec<Value> {
    vec![
        (&at.district).into(),
        at.id.into(),
        link.no.into(),
        (&link.unit).into(),
        link.matter.as_ref().into(),
        (&link.text).into(),
        link.state.word().into(),
        link.other.as_ref().map(Ref::to_string).into(),
        (&link.note).into(),
        link.asked.into(),
        link.ended.into(),
    ]
}

/// The id in the first column.
pub fn id(row: &Row<'_>) -> Result<Id<Case>> {
    row.parse(0)
}
