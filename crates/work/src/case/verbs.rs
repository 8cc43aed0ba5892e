//! How a step is taken: load → may → next → save → emit, in one transaction, once per key.

mod reading;

use serde::{Deserialize, Serialize};
use wangge_base::{
    Actor, Board, Channel, Colour, Coord, District, Id, Instant, Level, Ref, Refusal, Role, Seat, UnitCode,
};
use wangge_realm::{
    access::{self, Compartment, Subject, Verb},
    account::Holding,
    file, notice,
};
use wangge_store::{Error, Event, Read, Result, Tx, Value};
use wangge_web::once;

use super::{
    Action, Call, Case, Place, Report, Request, State,
    flow::{self, Centres, Move, Relation, View, Whom},
    sql,
};
use crate::{
    Command, World,
    matter::{self, Matter},
    number, step,
};

pub use reading::*;

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
}

/// Reports something: any channel, with or without an account.
///
/// # Errors
/// Refuses wrong input, a place outside the city, a matter without an effective entry.
pub fn report(tx: &mut Tx, world: &World, actor: &Actor, cmd: &Command<Report>) -> Result<Receipt> {
    let input = &cmd.body;
    check(input)?;
    let channel = channel(actor, input)?;
    let (district, place) = place(world, actor, input)?;
    let home = district.clone();
    once(tx, &home, &cmd.key, &cmd.digest, |tx| take_in(tx, world, actor, input, channel, district, place))
}

fn take_in(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    input: &Report,
    channel: Channel,
    district: District,
    place: Place,
) -> Result<Receipt> {
    let matter = input.matter.as_ref().map(|code| world.matters.effective(code, tx.now())).transpose()?;
    let answers = match (&matter, &input.answers) {
        (Some(matter), Some(given)) => Some(answered(matter, given)?),
        _ => None,
    };
    let text = input.text.trim().to_owned();
    let mut case = blank(tx, world, district, place, channel, text);
    case.reporter = if channel.is_public() { None } else { actor.person().map(str::to_owned) };
    case.named = input.named;
    let hashes = link_files(tx, &case.at, &input.files, actor)?;
    let payload = with_hashes(&ReportStep { report: input, number: &case.number }, hashes)?;
    let (case, mv) = first(tx, world, case, matter.as_deref(), input.solved.is_some(), actor)?;
    let follow = if channel.is_public() { Some(add_reporter(tx, world, &case, input)?) } else { None };
    let sample = case.state == State::Closed && tx.random::<1>()[0] < 13; // about one in twenty
    let case = create(
        tx,
        world,
        case,
        mv,
        Taken { word: "report", payload, actor, happened: input.happened },
        answers.as_deref(),
        sample,
    )?;
    Ok(receipt(&case, follow))
}

/// What the timeline keeps of a report: everything but the sealed name and phone.
#[derive(Serialize)]
struct ReportStep<'a> {
    #[serde(serialize_with = "without_person", flatten)]
    report: &'a Report,
    number: &'a str,
}

fn without_person<S: serde::Serializer>(report: &&Report, to: S) -> std::result::Result<S::Ok, S::Error> {
    Report { name: None, phone: None, ..(*report).clone() }.serialize(to)
}

fn check(input: &Report) -> Result<(), Refusal> {
    let letters = input.text.trim().chars().count();
    if !(2..=2_000).contains(&letters) {
        return Err(Refusal::invalid(
            "text",
            "请用2到2000字说明情况",
            "Describe it in 2 to 2,000 characters",
        ));
    }
    if input.place.chars().count() > 200 {
        return Err(Refusal::invalid("place", "地址不超过200字", "The place takes at most 200 characters"));
    }
    if input.files.len() > 9 {
        return Err(Refusal::invalid("files", "最多9个附件", "At most nine files"));
    }
    if input.name.as_ref().is_some_and(|n| n.chars().count() > 60) {
        return Err(Refusal::invalid("name", "姓名不超过60字", "The name takes at most 60 characters"));
    }
    let phone_ok = |p: &String| {
        (5..=20).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit() || b"+- ".contains(&b))
    };
    if !input.phone.as_ref().is_none_or(phone_ok) {
        return Err(Refusal::invalid(
            "phone",
            "电话号码只含数字、空格、+和-",
            "A telephone number has digits, spaces, + and - only",
        ));
    }
    Ok(())
}

fn channel(actor: &Actor, input: &Report) -> Result<Channel, Refusal> {
    let own = match actor {
        Actor::Citizen => Channel::Citizen,
        Actor::Device(_) => Channel::Device,
        Actor::Clock => Channel::Desk,
        Actor::Holder(h) if matches!(h.role, Role::GridWorker | Role::Volunteer | Role::VillageAdmin) => {
            Channel::Field
        }
        Actor::Holder(_) => Channel::Desk,
    };
    let Some(given) = input.channel else { return Ok(own) };
    let speaks_for_others = matches!(actor, Actor::Holder(_));
    if given == own || speaks_for_others && given != Channel::Device {
        return Ok(given);
    }
    Err(Refusal::invalid("channel", "不能以该渠道上报", "You cannot report through that channel"))
}

/// The units of the place: from the point, else from the grid, else from the reporter's own grid.
fn place(world: &World, actor: &Actor, input: &Report) -> Result<(District, Place), Refusal> {
    let point = match input.point {
        None => None,
        Some(p) => Some(input.datum.to_wgs84(Coord::new(p.lon, p.lat)?)),
    };
    let grid = match (point, &input.grid) {
        (Some(point), _) => world.grids.locate(point)?.grid,
        (None, Some(grid)) => grid.clone(),
        (None, None) => match actor.holder() {
            Some(h) if world.units.level(&h.unit) == Some(Level::Grid) => h.unit.clone(),
            _ => {
                return Err(Refusal::invalid(
                    "point",
                    "请在地图上选点,或选择网格",
                    "Choose a point on the map, or a grid",
                ));
            }
        },
    };
    let home = world.units.home(&grid).ok_or_else(|| {
        Refusal::invalid("grid", "没有这个网格,或已停用", "There is no such grid, or it is no longer in use")
    })?;
    let place = Place {
        point,
        words: input.place.trim().to_owned(),
        edition: world.units.edition(),
        area: home.area,
        town: home.town,
        village: home.village,
        grid,
    };
    Ok((home.district, place))
}

fn answered(matter: &Matter, given: &serde_json::Value) -> Result<String> {
    matter::answers(matter, given)?;
    payload(given)
}

fn payload<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| Error::Engine(why.to_string()))
}

/// A case before its first step.
fn blank(
    tx: &mut Tx,
    world: &World,
    district: District,
    place: Place,
    channel: Channel,
    text: String,
) -> Case {
    let now = tx.now();
    let city = world.hours(&place.area);
    let seat = Seat { unit: place.town.clone(), post: None };
    Case {
        at: Ref::new(district, tx.new_id()),
        number: number::number(&city.date(now).strftime("%Y%m%d").to_string(), tx.random()),
        version: 0,
        state: State::Reported,
        before: None,
        level: Level::Town,
        climbed: Level::Town,
        colour: Colour::Blue,
        channel,
        place,
        board: Board::Centre,
        matter: None,
        compartment: Compartment::Open,
        text,
        reporter: None,
        named: false,
        seat,
        handler: None,
        hands: Vec::new(),
        binding: false,
        returns: 0,
        reworks: 0,
        reopens: 0,
        supervised: false,
        clocks: Vec::new(),
        merged_into: None,
        parent: None,
        open_parts: 0,
        outcome: None,
        satisfied: None,
        suspended_at: None,
        created: now,
        updated: now,
        closed: None,
        head: [0; 32],
    }
}

/// Applies the law's beginning to a blank case.
fn first(
    tx: &mut Tx,
    world: &World,
    case: Case,
    matter: Option<&Matter>,
    solved: bool,
    actor: &Actor,
) -> Result<(Case, Move)> {
    let centres = centres(world, &case.place);
    let relation = Relation::of(&case, &[], &centres, actor, false);
    let hours = |unit: &UnitCode| world.hours(unit);
    let view = View {
        case: &case,
        matter,
        proposed: None,
        target: None,
        calls: &[],
        requests: &[],
        routes: &[],
        centres: &centres,
        hours: &hours,
        defaults: &world.defaults,
        relation: &relation,
    };
    let mv = flow::begin(&view, solved, actor, tx.now())?;
    Ok((case, mv))
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

/// The follow token of reporter `no`, and what the database keeps of it. The token can be worked
/// out again from the key, so a repeated report returns the same one and none is stored.
pub fn follow_token(world: &World, case: &Ref<Case>, no: i64) -> (Ref<Follow>, Vec<u8>) {
    let secret = world.keys.blind("case.follow", &format!("{case}/{no}"));
    let mut id = String::with_capacity(32);
    for byte in &secret[..16] {
        id.push_str(&format!("{byte:02x}"));
    }
    // 16 bytes always read back as an id; the case's own id never stands in for a token.
    let id = id.parse().unwrap_or_else(|_| case.id.cast());
    let token = Ref::new(case.district.clone(), id);
    let hash = world.keys.blind("case.follow.hash", &token.to_string()).to_vec();
    (token, hash)
}

fn add_reporter(tx: &mut Tx, world: &World, case: &Case, input: &Report) -> Result<String> {
    let (token, hash) = follow_token(world, &case.at, 1);
    let row = format!("{}/1", case.at);
    let seal = |column: &str, text: &Option<String>| {
        text.as_deref()
            .filter(|t| !t.trim().is_empty())
            .map(|t| world.keys.seal("case_reporter", &row, column, t.trim().as_bytes()))
            .transpose()
    };
    let (name, phone) = (seal("name", &input.name)?, seal("phone", &input.phone)?);
    let at = &case.at;
    tx.later(
        &sql::INSERT_REPORTER,
        vec![
            (&at.district).into(),
            at.id.into(),
            1_i64.into(),
            hash.into(),
            name.into(),
            phone.into(),
            case.created.into(),
        ],
    );
    Ok(token.to_string())
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
    once(tx, &at.district, &cmd.key, &cmd.digest, |tx| act_once(tx, world, actor, by_token, at, cmd))
}

fn act_once(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    by_token: bool,
    at: &Ref<Case>,
    cmd: &Command<Action>,
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
    for _ in 0..RETRIES {
        let file = load(tx, at)?;
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
        None if by_token || *actor == Actor::Clock => Ok(()),
        None => Err(access::refuse(Verb::CaseAct).into()),
    }
}

/// The case as the table of rights sees it.
pub fn subject(file: &File) -> Subject {
    let case = &file.case;
    Subject {
        town: Some(case.place.town.clone()),
        village: Some(case.place.village.clone()),
        grid: Some(case.place.grid.clone()),
        board: Some(case.board),
        matter: case.matter.as_ref().map(|m| m.0.clone()),
        compartment: case.compartment,
        seat: Some(case.seat.clone()),
        called: file.calls.iter().map(|c| c.seat.clone()).collect(),
        reporter: case.reporter.clone(),
        ..Subject::of(case.at.district.clone(), case.place.area.clone())
    }
}

/// Loads a case with its calls and requests, in one round trip.
pub fn load(read: &mut Read, at: &Ref<Case>) -> Result<File> {
    let key = || vec![(&at.district).into(), at.id.into()];
    let rows = read.many(&[
        (&sql::LOAD, key()),
        (&sql::CALLS, key()),
        (&sql::REQUESTS, key()),
        (&sql::OPEN_PARTS, key()),
    ])?;
    let [cases, calls, requests, parts] = rows.as_slice() else {
        return Err(Error::Engine("four statements, four answers".into()));
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

/// Who may be charged with work of `matter` at `place`.
pub fn routes(world: &World, at: &Ref<Case>, place: &Place, matter: Option<&Matter>) -> Vec<Seat> {
    let whole = |unit: UnitCode| Seat { unit, post: None };
    let mut seats = vec![whole(place.village.clone()), whole(place.grid.clone())];
    let Some(matter) = matter else { return seats };
    let posts = std::iter::once(&matter.lead_post).chain(&matter.assist_posts);
    let mut named: Vec<Seat> =
        posts.map(|post| Seat { unit: place.town.clone(), post: Some(post.clone()) }).collect();
    if let Some(district) = world.units.district_unit(&at.district) {
        named.extend(matter.lead_department_in(&district).map(whole));
        named.extend(matter.assist_departments_in(&district).into_iter().map(whole));
    }
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
    let hours = |unit: &UnitCode| world.hours(unit);
    Ok(ask(&View {
        case,
        matter: matter.as_deref(),
        proposed: named.0,
        target: named.1,
        calls: &file.calls,
        requests: &file.requests,
        routes: &routes,
        centres: &centres,
        hours: &hours,
        defaults: &world.defaults,
        relation: &relation,
    }))
}

/// Takes one step; `Err(version)` inside when somebody was faster.
fn take(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    by_token: bool,
    file: File,
    action: &Action,
    happened: Option<Instant>,
) -> Result<Result<Case, i64>> {
    let now = tx.now();
    let code = match action {
        Action::File(a) => Some(&a.matter),
        Action::Split(a) => Some(&a.matter),
        Action::Resolve(a) => a.matter.as_ref(),
        _ => None,
    };
    let proposed = code.map(|code| world.matters.effective(code, now)).transpose()?;
    let target = match action {
        Action::Merge(a) if a.into.district == file.case.at.district => Some(load(tx, &a.into)?.case),
        _ => None,
    };
    for unit in named_units(action) {
        if !world.units.exists(unit) || !world.units.reaches(unit, &file.case.at.district) {
            return Err(Refusal::invalid(
                "to",
                format!("没有单位{unit},或不在本区县"),
                format!("There is no unit {unit} in this district"),
            )
            .into());
        }
    }
    let mv = with_view(world, actor, by_token, &file, (proposed.as_deref(), target.as_ref()), |view| {
        flow::next(view, action, actor, now)
    })??;
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
    if let Action::File(a) = action {
        if let (Some(given), Some(matter)) = (&a.answers, &proposed) {
            tx.later(
                &sql::SET_ANSWERS,
                vec![(&case.at.district).into(), case.at.id.into(), answered(matter, given)?.into()],
            );
        }
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
    follow_up(tx, world, &case, &mv)?;
    Ok(Ok(case))
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
    let now = tx.now();
    let subject = case.at.to_string();
    for tell in &mv.tell {
        let to = match &tell.to {
            Whom::Seat(seat) => notice::To::Seat(seat.clone()),
            Whom::Reporter => match case.reporter.as_deref().and_then(|account| account.parse().ok()) {
                Some(account) => notice::To::Person(account),
                None => continue, // follows the case by token
            },
        };
        // Ordinary notices wait for the next office hour of whoever they are for.
        let visible_from = match &tell.to {
            Whom::Seat(seat) if !tell.ring => world.hours(&seat.unit).next_office(now),
            Whom::Seat(_) | Whom::Reporter => now,
        };
        // Only what lands on a seat rings; what is merely told of a red case does not.
        let colour = if tell.ring { case.colour } else { Colour::Blue };
        let new = notice::New {
            to,
            kind: "case",
            colour,
            subject: &subject,
            zh: &tell.zh,
            en: &tell.en,
            due: crate::deadline::due(&case.clocks),
            visible_from: Some(visible_from),
            drill: case.at.district.is_drill(),
        };
        notice::send(tx, &case.at.district, &new)?;
    }
    let place = &case.place;
    let mut scope: Vec<String> = [&place.area, &place.town, &place.village, &place.grid, &case.seat.unit]
        .map(|u| u.to_string())
        .into();
    scope.extend(mv.calls.iter().map(|c| c.seat.unit.to_string()));
    scope.dedup();
    tx.emit(Event {
        district: case.at.district.clone(),
        kind: "case.step",
        subject,
        scope,
        data: serde_json::json!({ "version": case.version, "state": case.state.word(), "compartment": case.compartment.word() }),
    });
    Ok(())
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

/// The case that a follow token belongs to.
///
/// # Errors
/// `NotFound` when the token fits none.
pub fn by_token(read: &mut Read, world: &World, token: &Ref<Follow>) -> Result<Ref<Case>> {
    let hash = world.keys.blind("case.follow.hash", &token.to_string()).to_vec();
    read.opt(&sql::BY_TOKEN, &[(&token.district).into(), hash.into()], |row| {
        Ok(Ref::new(token.district.clone(), row.parse(0)?))
    })?
    .ok_or_else(|| {
        Refusal::not_found("查询码无效,请核对", "This follow code is not valid: please check it").into()
    })
}

/// Lets the clock act on up to `most` cases of a district whose time has come; returns how many
/// steps it took.
pub fn sweep(tx: &mut Tx, world: &World, district: &District, most: i64) -> Result<usize> {
    let now = tx.now();
    let awake = tx.query(&sql::AWAKE, &[district.into(), now.into(), most.into()], sql::id)?;
    let mut steps = 0;
    for id in awake {
        let file = load(tx, &Ref::new(district.clone(), id))?;
        let Some(action) = flow::due(&file.case, now) else { continue };
        if take(tx, world, &Actor::Clock, false, file, &action, None)?.is_ok() {
            steps += 1;
        }
    }
    Ok(steps)
}

/// Computes provisional limits of up to `most` cases again, from id `after` on; returns the last id
/// looked at, `None` when there are no more.
pub fn rearm(
    tx: &mut Tx,
    world: &World,
    district: &District,
    after: &str,
    most: i64,
) -> Result<Option<String>> {
    let found = tx.query(&sql::PROVISIONAL, &[district.into(), after.into(), most.into()], sql::id)?;
    for id in &found {
        let file = load(tx, &Ref::new(district.clone(), *id))?;
        let action = Action::Rearm(super::Rearm {});
        match take(tx, world, &Actor::Clock, false, file, &action, None) {
            // Nothing new is known about its year, or somebody was faster: the next round looks again.
            Ok(_) | Err(Error::Refused(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(found.last().map(Id::to_string))
}
