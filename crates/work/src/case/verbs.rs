//! How a step is taken: load → may → next → save → emit, in one transaction, once per key.

mod erasing;
mod following;
mod joining;
mod linking;
mod listing;
mod reading;
mod reporting;
mod ruling;
mod supporting;
mod sweeping;

use serde::{Deserialize, Serialize};
use wangge_base::{Actor, Channel, Colour, Coord, District, Id, Instant, Ref, Refusal, Seat, UnitCode};
use wangge_realm::{
    access::{self, Subject, Verb},
    account::Holding,
    file, notice,
};
use wangge_store::{Error, Event, Read, Result, Row, Stmt, Tx, Value, idem::Rows};
use wangge_web::once_with;

use super::{
    Action, Call, Case, Link, Place, Request, State,
    flow::{self, Centres, Move, Relation, Tell, View, Whom},
    sql,
};
use crate::{
    Command, World,
    matter::{self, Matter},
    step,
};

pub use erasing::*;
pub use following::*;
pub use linking::{LINK_EVENT, carry_links};
pub use listing::*;
pub use reading::*;
use reporting::{blank, first};
pub use reporting::{follow_token, report};
pub use ruling::*;
pub use supporting::*;
pub use sweeping::{rearm, sweep};

/// The kind of the events that say that a case took a step.
pub const STEP_EVENT: &str = "case.step";

/// What the sender gets back, and gets back again when it repeats the key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Receipt {
    /// The case.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Case>,
    /// Its number.
    pub number: String,
    /// Its version after the step.
    pub version: i64,
    /// Its state after the step.
    pub state: State,
    /// For a report by the public: the token to follow it by, without an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow: Option<String>,
}

/// Marks the token by which a case is followed.
pub struct Follow;

/// A case with all that the law looks at.
pub struct File {
    /// The row.
    pub case: Case,
    /// Everybody called.
    pub calls: Vec<Call>,
    /// Everything asked.
    pub requests: Vec<Request>,
    /// Everything asked of other districts.
    pub links: Vec<Link>,
}

fn answered(matter: &Matter, given: &serde_json::Value) -> Result<String> {
    matter::answers(matter, given)?;
    payload(given)
}

fn payload<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| Error::Engine(why.to_string()))
}

/// What is about to be written on the timeline.
struct Taken<'a> {
    word: &'a str,
    payload: String,
    actor: &'a Actor,
    happened: Option<Instant>,
}

fn create(
    tx: &mut Tx,
    world: &World,
    blank: Case,
    mv: Move,
    taken: Taken<'_>,
    answers: Option<&str>,
    sample: bool,
) -> Result<Case> {
    let mut case = Case { parent: blank.parent, ..mv.case.clone() };
    case.version = 1;
    let row = next_step(tx, &mut case, None, taken);
    tx.later(&step::INSERT, row);
    tx.later(&sql::INSERT, sql::insert(&case, answers, sample)?);
    follow_up(tx, world, &case, &mv)?;
    Ok(case)
}

/// Sets the case's head to its next step; the row is to be queued once the guard has held.
fn next_step(tx: &mut Tx, case: &mut Case, previous: Option<[u8; 32]>, taken: Taken<'_>) -> Vec<Value> {
    let subject = case.at.id.to_string();
    let it = step::Taken {
        district: &case.at.district,
        subject: &subject,
        n: case.version,
        happened: taken.happened,
        actor: taken.actor,
        action: taken.word,
        state: case.state.word(),
        payload: taken.payload,
    };
    let (hash, row) = step::next(tx, previous, it);
    case.head = hash;
    row
}

/// Links uploaded files to the case, so that whoever may read it may see them; answers their hashes,
/// which belong on the timeline.
fn link_files(tx: &mut Tx, at: &Ref<Case>, files: &[String], actor: &Actor) -> Result<Vec<String>> {
    let subject = Ref::new(at.district.clone(), at.id.cast());
    files.iter().map(|one| Ok(file::link(tx, &one.parse()?, &subject, actor.person())?.sha256)).collect()
}

/// What the timeline keeps: the action or report as JSON, and the hashes of its files.
fn with_hashes<T: Serialize>(what: &T, hashes: Vec<String>) -> Result<String> {
    let mut value = serde_json::to_value(what).map_err(|why| Error::Engine(why.to_string()))?;
    if !hashes.is_empty() {
        value["sha256"] = hashes.into();
    }
    payload(&value)
}

fn receipt(case: &Case, follow: Option<String>) -> Receipt {
    Receipt {
        at: case.at.clone(),
        number: case.number.clone(),
        version: case.version,
        state: case.state,
        follow,
    }
}

/// How many times a commutative action is taken anew when others were faster.
const RETRIES: usize = 5;

/// Does something to a case. `by_token`: the actor carries its follow token.
///
/// # Errors
/// `Stale` when somebody was faster, `NotAllowed` or `Forbidden` as the law says, `NotFound` when
/// the actor may not even know of it.
pub fn act(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    by_token: bool,
    at: &Ref<Case>,
    cmd: &Command<Action>,
) -> Result<Receipt> {
    once_with(tx, &at.district, &cmd.key, &cmd.digest, loading(at).into(), |tx, rows| {
        act_once(tx, world, actor, by_token, at, cmd, rows)
    })
}

fn act_once(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    by_token: bool,
    at: &Ref<Case>,
    cmd: &Command<Action>,
    rows: Rows,
) -> Result<Receipt> {
    let action = &cmd.body;
    let free = action.is_commutative() || actor.holder().is_none();
    if !free && cmd.version.is_none() {
        return Err(Refusal::invalid(
            "version",
            "请带上所见案件的版本号",
            "Send the version of the case that you saw",
        )
        .into());
    }
    // What came with the look for the key serves the first try.
    let mut loaded = Some(rows);
    for _ in 0..RETRIES {
        let file = match loaded.take() {
            Some(rows) => read_file(&rows)?,
            None => load(tx, at)?,
        };
        permit(actor, by_token, &file)?;
        if !action.is_commutative() && cmd.version.is_some_and(|seen| seen != file.case.version) {
            return Err(Refusal::stale(file.case.version).into());
        }
        match take(tx, world, actor, by_token, file, action, cmd.happened)? {
            Ok(case) => {
                return Ok(receipt(&case, None));
            }
            Err(current) if !free => return Err(Refusal::stale(current).into()),
            Err(_) => {}
        }
    }
    Err(Error::Retry("others kept changing this case".into()))
}

fn permit(actor: &Actor, by_token: bool, file: &File) -> Result<()> {
    match actor.holder() {
        Some(holder) => Ok(access::may(holder, Verb::CaseAct, &subject(file))?),
        // Whoever carries a link was looked at by `link::verbs`.
        None if by_token || matches!(actor, Actor::Clock | Actor::Link(_)) => Ok(()),
        None => Err(access::refuse(Verb::CaseAct).into()),
    }
}

/// The case as the table of rights sees it.
pub fn subject(file: &File) -> Subject {
    Subject { called: file.calls.iter().map(|c| c.seat.clone()).collect(), ..of_case(&file.case) }
}

/// The same without who is called: for rights that do not go by calls.
pub fn of_case(case: &Case) -> Subject {
    Subject {
        town: Some(case.place.town.clone()),
        village: Some(case.place.village.clone()),
        grid: Some(case.place.grid.clone()),
        board: Some(case.board),
        matter: case.matter.as_ref().map(|m| m.0.clone()),
        compartment: case.compartment,
        seat: Some(case.seat.clone()),
        handler: case.handler.clone(),
        reporter: case.reporter.clone(),
        ..Subject::of(case.at.district.clone(), case.place.area.clone())
    }
}

/// The statements that [`read_file`] reads the answers of.
fn loading(at: &Ref<Case>) -> [(&'static Stmt, Vec<Value>); 5] {
    let key = || vec![(&at.district).into(), at.id.into()];
    [
        (&sql::LOAD, key()),
        (&sql::CALLS, key()),
        (&sql::REQUESTS, key()),
        (&sql::OPEN_PARTS, key()),
        (&sql::LINKS, key()),
    ]
}

/// Loads a case with its calls and requests, in one round trip.
pub fn load(read: &mut Read, at: &Ref<Case>) -> Result<File> {
    read_file(&read.many(&loading(at))?)
}

/// The case in the answers to [`loading`], which come first in `rows`.
fn read_file(rows: &[Vec<Row<'static>>]) -> Result<File> {
    let [cases, calls, requests, parts, links, ..] = rows else {
        return Err(Error::Engine("five statements, five answers".into()));
    };
    let Some(row) = cases.first() else {
        return Err(Refusal::not_found(
            "没有这个案件,或您无权查看",
            "There is no such case, or you may not see it",
        )
        .into());
    };
    let mut case = sql::case(row)?;
    case.open_parts = parts.first().map(|row| row.int(0)).transpose()?.unwrap_or(0);
    Ok(File {
        case,
        calls: calls.iter().map(sql::call).collect::<Result<_>>()?,
        requests: requests.iter().map(sql::request).collect::<Result<_>>()?,
        links: links.iter().map(sql::link).collect::<Result<_>>()?,
    })
}

/// The centres above a place, and its grid.
pub fn centres(world: &World, place: &Place) -> Centres {
    let seat = |unit: &UnitCode| Seat { unit: unit.clone(), post: None };
    Centres {
        grid: seat(&place.grid),
        village: seat(&place.village),
        town: seat(&place.town),
        area: seat(&place.area),
        city: seat(world.units.root()),
    }
}

/// The department of whoever governs the town; a zone that has no such body uses the district's.
pub fn body_of(world: &World, district: &District, place: &Place, short: &str) -> Option<UnitCode> {
    let own = matter::department_in(&place.area, short).filter(|unit| world.units.exists(unit));
    own.or_else(|| matter::department_in(world.units.district_unit(district).as_ref()?, short))
}

/// Who may be charged with work of `matter` at `place`.
pub fn routes(world: &World, at: &Ref<Case>, place: &Place, matter: Option<&Matter>) -> Vec<Seat> {
    let whole = |unit: UnitCode| Seat { unit, post: None };
    let mut seats = vec![whole(place.village.clone()), whole(place.grid.clone())];
    let Some(matter) = matter else { return seats };
    let posts = std::iter::once(&matter.lead_post).chain(&matter.assist_posts);
    let mut named: Vec<Seat> =
        posts.map(|post| Seat { unit: place.town.clone(), post: Some(post.clone()) }).collect();
    let body = |short: &str| body_of(world, &at.district, place, short);
    let shorts = matter.lead_department.iter().chain(&matter.assist_departments);
    named.extend(shorts.filter_map(|short| body(short)).map(whole));
    named.retain(|seat| world.units.exists(&seat.unit));
    named.append(&mut seats);
    named
}

/// Runs `ask` on the view that `actor` has of `file` for `action`.
pub fn with_view<T>(
    world: &World,
    actor: &Actor,
    by_token: bool,
    file: &File,
    named: (Option<&Matter>, Option<&Case>),
    ask: impl FnOnce(&View<'_>) -> T,
) -> Result<T> {
    let case = &file.case;
    let matter =
        case.matter.as_ref().map(|(code, version)| world.matters.version(code, *version)).transpose()?;
    let centres = centres(world, &case.place);
    let relation = Relation::of(case, &file.calls, &centres, actor, by_token);
    let routes = routes(world, &case.at, &case.place, matter.as_deref());
    let house = wangge_realm::house_of(&world.units, &case.seat.unit);
    let hours = |unit: &UnitCode| world.hours(unit);
    Ok(ask(&View {
        case,
        matter: matter.as_deref(),
        proposed: named.0,
        target: named.1,
        calls: &file.calls,
        requests: &file.requests,
        links: &file.links,
        routes: &routes,
        house: &house,
        centres: &centres,
        hours: &hours,
        defaults: &world.defaults,
        relation: &relation,
    }))
}

/// Takes one step and tells whom it concerns; `Err(version)` inside when somebody was faster.
fn take(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    by_token: bool,
    file: File,
    action: &Action,
    happened: Option<Instant>,
) -> Result<Result<Case, i64>> {
    Ok(match silently(tx, world, actor, by_token, file, action, happened)? {
        Ok((case, mv)) => {
            follow_up(tx, world, &case, &mv)?;
            Ok(case)
        }
        Err(current) => Err(current),
    })
}

/// Takes one step; what is to be told and announced is left to the caller.
fn silently(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    by_token: bool,
    file: File,
    action: &Action,
    happened: Option<Instant>,
) -> Result<Result<(Case, Move), i64>> {
    let now = tx.now();
    let code = match action {
        Action::File(a) => Some(&a.matter),
        Action::Split(a) => Some(&a.matter),
        Action::Resolve(a) => a.matter.as_ref(),
        Action::Refer(a) => a.matter.as_ref(),
        _ => None,
    };
    let proposed = code.map(|code| world.matters.effective(code, now)).transpose()?;
    if let Action::Merge(a) = action {
        joining::reachable(world, &file.case, &a.into)?;
    }
    let target = match action {
        Action::Merge(a) if a.into.district == file.case.at.district => Some(load(tx, &a.into)?.case),
        _ => None,
    };
    for unit in named_units(action) {
        // Whoever is charged or called must find it: their lists ask the shards they reach into.
        let home = world.units.shard(&file.case.place.town);
        let finds = home.is_some_and(|home| wangge_realm::shards_of(&world.units, unit).contains(&home));
        if !world.units.exists(unit) || !finds {
            return Err(Refusal::invalid(
                "to",
                format!("没有单位{unit},或不在本区县"),
                format!("There is no unit {unit} in this district"),
            )
            .into());
        }
    }
    let abroad = linking::abroad(world, &file.case, action)?;
    let mut mv = with_view(world, actor, by_token, &file, (proposed.as_deref(), target.as_ref()), |view| {
        flow::next(view, action, actor, now)
    })??;
    if let (Some(district), Some(link)) = (abroad, mv.links.first_mut()) {
        link.other = Some(linking::other(world, &file.case.at, link.no, district));
    }
    let before = file.case.version;
    let mut case = mv.case.clone();
    case.version = before + 1;
    case.updated = now;
    let hashes = link_files(tx, &case.at, action.files(), actor)?;
    let taken =
        Taken { word: action.word(), payload: with_hashes(&action.for_timeline(), hashes)?, actor, happened };
    let row = next_step(tx, &mut case, Some(file.case.head), taken);
    if tx.exec(&sql::SAVE, &sql::save(&case, before)?)? == 0 {
        return Ok(Err(load(tx, &file.case.at)?.case.version));
    }
    tx.later(&step::INSERT, row);
    record(tx, &case, &mv, action)?;
    if case.merged_into != file.case.merged_into && !supporting::carry(tx, &file.case, &case)? {
        return Err(Refusal::stale(before).into());
    }
    if let (Action::File(super::File { answers: Some(given), .. }), Some(matter)) = (action, &proposed) {
        let answers = answered(matter, given)?;
        tx.later(&sql::SET_ANSWERS, vec![(&case.at.district).into(), case.at.id.into(), answers.into()]);
    }
    if let (Action::Split(a), Some(matter)) = (action, &proposed) {
        let mut part = blank(
            tx,
            world,
            case.at.district.clone(),
            case.place.clone(),
            Channel::Desk,
            a.text.trim().to_owned(),
        );
        part.parent = Some(case.at.id);
        let (part, first) = first(tx, world, part, Some(matter), false, actor)?;
        create(
            tx,
            world,
            part,
            first,
            Taken { word: "report", payload: payload(a)?, actor, happened },
            None,
            false,
        )?;
    }
    linking::after(tx, action, &file.case, &case);
    Ok(Ok((case, mv)))
}

fn named_units(action: &Action) -> Vec<&UnitCode> {
    match action {
        Action::Dispatch(a) => vec![&a.to.unit],
        Action::Transfer(a) => vec![&a.to.unit],
        Action::Rule(a) => vec![&a.to.unit],
        Action::Whistle(a) => a.units.iter().collect(),
        Action::Invite(a) => a.seats.iter().map(|s| &s.unit).collect(),
        _ => Vec::new(),
    }
}

/// Writes the child rows of a move.
fn record(tx: &mut Tx, case: &Case, mv: &Move, action: &Action) -> Result<()> {
    let at = &case.at;
    for call in &mv.calls {
        tx.later(&sql::PUT_CALL, sql::put_call(at, call));
        if let Action::Arrive(super::Arrive { point: Some(point) }) = action {
            Coord::new(point.lon, point.lat)?;
            tx.later(
                &sql::SET_POINT,
                vec![(&at.district).into(), at.id.into(), call.no.into(), point.lon.into(), point.lat.into()],
            );
        }
    }
    for request in &mv.requests {
        tx.later(&sql::PUT_REQUEST, sql::put_request(at, request));
    }
    for link in &mv.links {
        tx.later(&sql::PUT_LINK, sql::put_link(at, link));
    }
    if mv.forget_points {
        tx.later(&sql::FORGET_POINTS, vec![(&at.district).into(), at.id.into()]);
    }
    if let Some(precedent) = &mv.precedent {
        let id: Id<flow::Precedent> = tx.new_id();
        let row = vec![
            (&at.district).into(),
            id.into(),
            at.id.into(),
            case.matter.as_ref().map(|m| &m.0).into(),
            (&precedent.question).into(),
            (&precedent.to.unit).into(),
            precedent.to.post.as_ref().into(),
            (&precedent.reason).into(),
            case.updated.into(),
        ];
        tx.later(&sql::INSERT_PRECEDENT, row);
    }
    Ok(())
}

/// Notices and the event: rows of the same transaction.
fn follow_up(tx: &mut Tx, world: &World, case: &Case, mv: &Move) -> Result<()> {
    for one in &mv.tell {
        tell(tx, world, case, one)?;
    }
    announce(tx, case, mv);
    Ok(())
}

/// To whom a notice goes; `None` for a reporter without an account, who follows the case by token.
fn addressee(case: &Case, tell: &Tell) -> Option<notice::To> {
    match &tell.to {
        Whom::Seat(seat) => Some(notice::To::Seat(seat.clone())),
        Whom::Reporter => Some(notice::To::Person(case.reporter.as_deref()?.parse().ok()?)),
    }
}

/// Only what lands on a seat rings; what is merely told of a red case does not.
fn colour(case: &Case, tell: &Tell) -> Colour {
    if tell.ring { case.colour } else { Colour::Blue }
}

fn tell(tx: &mut Tx, world: &World, case: &Case, tell: &Tell) -> Result<()> {
    let now = tx.now();
    let Some(to) = addressee(case, tell) else { return Ok(()) };
    // Ordinary notices wait for the next office hour of whoever they are for.
    let visible_from = match &tell.to {
        Whom::Seat(seat) if !tell.ring => world.hours(&seat.unit).next_office(now),
        Whom::Seat(_) | Whom::Reporter => now,
    };
    let new = notice::New {
        to,
        kind: "case",
        colour: colour(case, tell),
        subject: &case.at.to_string(),
        zh: &tell.zh,
        en: &tell.en,
        due: crate::deadline::due(&case.clocks),
        visible_from: Some(visible_from),
        drill: case.at.district.is_drill(),
    };
    notice::send(tx, &case.at.district, &new)?;
    Ok(())
}

/// Live screens hear of the step.
fn announce(tx: &mut Tx, case: &Case, mv: &Move) {
    let place = &case.place;
    let mut scope: Vec<String> = [&place.area, &place.town, &place.village, &place.grid, &case.seat.unit]
        .map(|u| u.to_string())
        .into();
    scope.extend(mv.calls.iter().map(|c| c.seat.unit.to_string()));
    scope.dedup();
    tx.emit(Event {
        district: case.at.district.clone(),
        kind: STEP_EVENT,
        subject: case.at.to_string(),
        scope,
        data: serde_json::json!({ "version": case.version, "state": case.state.word(), "compartment": case.compartment.word() }),
    });
}

/// How much open work lies with a post: it stays with the seat, so somebody has to follow before
/// its holder leaves.
pub fn open_work(read: &mut Read, district: &District, held: &Holding) -> Result<i64> {
    read.one(&sql::HELD, &[district.into(), (&held.unit).into(), (&held.post).into()], |row| row.int(0))
}

/// What a file or notice about a case is about; `None` when `subject` names no case.
pub fn subject_of(read: &mut Read, subject: &str) -> Result<Option<Subject>> {
    let Ok(at) = subject.parse::<Ref<Case>>() else { return Ok(None) };
    match load(read, &at) {
        Ok(file) => Ok(Some(self::subject(&file))),
        Err(Error::Refused(_)) => Ok(None),
        Err(other) => Err(other),
    }
}
