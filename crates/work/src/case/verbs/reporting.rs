//! Taking a report in: what is wrong with it, where it is, whose it is, and its first state.

use serde::Serialize;
use wangge_base::{
    Actor, Board, Channel, Colour, Coord, District, Id, Level, Ref, Refusal, Role, Seat, UnitCode,
};
use wangge_realm::access::Compartment;
use wangge_store::{Result, Tx};
use wangge_web::once;

use super::{Follow, Receipt, Taken, answered, centres, create, link_files, receipt, with_hashes};
use crate::{
    Command, World,
    case::{
        Case, Place, Report, State,
        flow::{self, Move, Relation, View},
        sql,
    },
    matter::Matter,
    number,
};

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
    contact(input.name.as_deref(), input.phone.as_deref())
}

/// What may be left as a name and a telephone number.
pub(super) fn contact(name: Option<&str>, phone: Option<&str>) -> Result<(), Refusal> {
    if name.is_some_and(|n| n.chars().count() > 60) {
        return Err(Refusal::invalid("name", "姓名不超过60字", "The name takes at most 60 characters"));
    }
    let phone_ok =
        |p: &str| (5..=20).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit() || b"+- ".contains(&b));
    if !phone.is_none_or(phone_ok) {
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
        Actor::Clock | Actor::Link(_) => Channel::Desk,
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

/// A case before its first step.
pub(super) fn blank(
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
        joined_to: None,
        told: 0,
        guests: 0,
        parent: None,
        open_parts: 0,
        supporters: 0,
        origin: None,
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
pub(super) fn first(
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
        links: &[],
        routes: &[],
        house: &[],
        centres: &centres,
        hours: &hours,
        defaults: &world.defaults,
        relation: &relation,
    };
    let mv = flow::begin(&view, solved, actor, tx.now())?;
    Ok((case, mv))
}

/// The follow token of reporter `no`, and what the database keeps of it. The token can be worked
/// out again from the key, so a repeated report returns the same one and none is stored.
pub fn follow_token(world: &World, case: &Ref<Case>, no: i64) -> (Ref<Follow>, Vec<u8>) {
    let token = Ref::new(case.district.clone(), secret_id(world, "case.follow", &format!("{case}/{no}")));
    let hash = token_hash(world, &token);
    (token, hash)
}

/// What the database keeps of a token.
pub(super) fn token_hash(world: &World, token: &Ref<Follow>) -> Vec<u8> {
    world.keys.blind("case.follow.hash", &token.to_string()).to_vec()
}

/// An id that only the holder of the keys can work out from `text`, and always finds again.
pub(super) fn secret_id<T>(world: &World, purpose: &str, text: &str) -> Id<T> {
    let secret = world.keys.blind(purpose, text);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&secret[..16]);
    Id::from_bytes(bytes)
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
