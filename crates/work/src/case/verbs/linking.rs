//! Carrying a link over the border of a district and its answer back. Each side is one transaction in
//! its own district; what they say to each other goes through the outbox and may arrive twice: the case
//! over there has an id that follows from the link, and an answered link is not answered again.

use wangge_base::{Actor, Channel, District, Ref, Refusal, UnitCode};
use wangge_realm::access::Compartment;
use wangge_store::{Db, Error, Event, Read, Result, Tx, outbox};

use super::{
    Taken, create, joining, load, payload,
    reporting::{blank, first, secret_id},
    take,
};
use crate::{
    World,
    case::{Action, Answered, Case, Link, LinkState, Place, Recalled, State, sql},
    step,
};

/// The kind of the events that links travel by: they stay inside the server.
pub const LINK_EVENT: &str = "link";

/// The case that link `no` of `from` opens in `district`.
pub(super) fn other(world: &World, from: &Ref<Case>, no: i64, district: District) -> Ref<Case> {
    Ref::new(district, secret_id(world, "case.link", &format!("{from}/{no}")))
}

/// The district that is asked, when another one is.
pub(super) fn abroad(world: &World, case: &Case, action: &Action) -> Result<Option<District>> {
    let Action::Refer(asked) = action else { return Ok(None) };
    let home = world.units.shard(&asked.to).filter(|d| *d != case.at.district && *d != District::city());
    let found = home.filter(|_| world.units.exists(&asked.to));
    found.map(Some).ok_or_else(|| {
        let (zh, en) = (
            "请选择其他区县的单位;本区县的单位请派遣、吹哨或邀请协办",
            "Choose a unit of another district; those of this one are dispatched to, called or invited",
        );
        Refusal::invalid("to", zh, en).into()
    })
}

/// Sends links on their way: the outbox tells whoever carries them.
pub(super) fn send(tx: &mut Tx, at: &Ref<Case>) {
    emit(tx, at, serde_json::Value::Null);
}

fn emit(tx: &mut Tx, at: &Ref<Case>, data: serde_json::Value) {
    let (district, subject) = (at.district.clone(), at.to_string());
    tx.emit(Event { district, kind: LINK_EVENT, subject, scope: Vec::new(), data });
}

/// Sends what a step of a case means to others over the border, if it means anything.
pub(super) fn after(tx: &mut Tx, action: &Action, before: &Case, after: &Case) {
    match (&before.joined_to, &after.joined_to) {
        (Some(left), None) => return emit(tx, &after.at, serde_json::json!({ "left": left })),
        (None, Some(_)) => return send(tx, &after.at),
        _ => {}
    }
    let ended = before.state.is_open() && !after.state.is_open();
    let awaited = after.origin.is_some() || after.guests > 0;
    if matches!(action, Action::Refer(_) | Action::Recall(_)) || awaited && ended {
        send(tx, &after.at);
    }
}

/// Carries what `events` of one district say about links to the districts concerned. May be repeated,
/// at any point, without harm.
///
/// # Errors
/// What keeps it from reading or writing; the events are then carried again.
pub async fn carry_links(db: &Db, world: &World, events: &[outbox::Told]) -> Result<()> {
    for event in events.iter().filter(|e| e.kind == LINK_EVENT) {
        let Ok(at) = event.subject.parse::<Ref<Case>>() else { continue };
        joining::carry(db, world, &at, &event.data).await?;
        let from = at.clone();
        let (case, links) = db
            .read(move |r| {
                let file = load(r, &from)?;
                Ok((file.case, file.links))
            })
            .await?;
        for link in links {
            let (no, was) = (link.no, link.state);
            carry(db, world, &case, link).await?;
            // Recalled while it was being opened: whoever carried that may have come too early.
            let at = case.at.clone();
            let now = db.read(move |r| Ok(load(r, &at)?.links)).await?;
            if let Some(link) = now.into_iter().find(|l| l.no == no && l.state != was) {
                carry(db, world, &case, link).await?;
            }
        }
        if let Some(origin) = case.origin.clone().filter(|_| !case.state.is_open()) {
            let (world, case) = (world.clone(), case);
            let note = db.read(move |r| last_words(r, &case).map(|note| (case.clone(), note))).await?;
            db.write(move |tx| answer(tx, &world, &origin, &note.0, &note.1)).await?;
        }
    }
    Ok(())
}

async fn carry(db: &Db, world: &World, case: &Case, link: Link) -> Result<()> {
    let Some(there) = link.other.clone() else { return Ok(()) };
    let (world, case) = (world.clone(), case.clone());
    db.write(move |tx| match link.state {
        LinkState::Open => open(tx, &world, &case, &link, &there),
        LinkState::Recalled => recall(tx, &world, &there, &link.note),
        LinkState::Answered | LinkState::Refused => Ok(()),
    })
    .await
}

/// Opens the case over there, unless it is there already.
fn open(tx: &mut Tx, world: &World, case: &Case, link: &Link, there: &Ref<Case>) -> Result<()> {
    if tx.opt(&sql::LOAD, &[(&there.district).into(), there.id.into()], sql::case)?.is_some() {
        return Ok(());
    }
    let matter = link.matter.as_ref().map(|code| world.matters.effective(code, tx.now())).transpose()?;
    let place = place(world, &link.unit)?;
    let mut part = blank(tx, world, there.district.clone(), place, Channel::Desk, link.text.clone());
    part.at = there.clone();
    part.origin = Some(case.at.clone());
    let (part, mut mv) = first(tx, world, part, matter.as_deref(), false, &Actor::Clock)?;
    // What is not for everybody over here is not for everybody over there.
    mv.case.compartment = stricter(mv.case.compartment, case.compartment);
    let said = payload(&serde_json::json!({
        "action": "report", "text": link.text, "origin": case.at, "number": case.number, "unit": link.unit,
    }))?;
    let taken = Taken { word: "report", payload: said, actor: &Actor::Clock, happened: None };
    create(tx, world, part, mv, taken, None, false)?;
    Ok(())
}

const fn stricter(one: Compartment, other: Compartment) -> Compartment {
    match (one, other) {
        (Compartment::Sealed, _) | (_, Compartment::Sealed) => Compartment::Sealed,
        (Compartment::Restricted, _) | (_, Compartment::Restricted) => Compartment::Restricted,
        _ => Compartment::Open,
    }
}

/// A unit as a place: what is not said more closely is the unit itself, whose centre then decides.
fn place(world: &World, unit: &UnitCode) -> Result<Place> {
    let at = wangge_realm::place_of(&world.units, unit)?;
    let town = at.town.unwrap_or_else(|| at.area.clone());
    let village = at.village.unwrap_or_else(|| town.clone());
    let grid = at.grid.unwrap_or_else(|| village.clone());
    Ok(Place {
        point: None,
        words: String::new(),
        edition: world.units.edition(),
        area: at.area,
        town,
        village,
        grid,
    })
}

/// Ends the case over there that is no longer needed.
fn recall(tx: &mut Tx, world: &World, there: &Ref<Case>, reason: &str) -> Result<()> {
    let action = Action::Recalled(Recalled { reason: reason.to_owned() });
    by_clock(tx, world, there, &action)
}

/// Tells the case that asked how the one over there ended.
fn answer(tx: &mut Tx, world: &World, origin: &Ref<Case>, there: &Case, note: &str) -> Result<()> {
    let links = tx.query(&sql::LINKS, &[(&origin.district).into(), origin.id.into()], sql::link)?;
    let Some(link) = links.iter().find(|l| l.is_open() && l.other.as_ref() == Some(&there.at)) else {
        return Ok(());
    };
    let solved = there.state == State::Closed;
    let action = Action::Answered(Answered { link: link.no, solved, note: note.to_owned() });
    by_clock(tx, world, origin, &action)
}

/// A step by the clock; refused when it came before.
pub(super) fn by_clock(tx: &mut Tx, world: &World, at: &Ref<Case>, action: &Action) -> Result<()> {
    let file = match load(tx, at) {
        Ok(file) => file,
        Err(Error::Refused(_)) => return Ok(()), // never opened
        Err(other) => return Err(other),
    };
    match take(tx, world, &Actor::Clock, false, file, action, None) {
        Ok(Ok(_)) | Err(Error::Refused(_)) => Ok(()),
        Ok(Err(_)) => Err(Error::Retry("somebody was faster".into())),
        Err(other) => Err(other),
    }
}

/// What was said when the case ended.
pub(super) fn last_words(read: &mut Read, case: &Case) -> Result<String> {
    let subject = case.at.id.to_string();
    let last = step::timeline(read, &case.at.district, &subject, case.version - 1, 1)?.into_iter().next();
    let said = last.and_then(|s| s.payload).and_then(|p| serde_json::from_str::<serde_json::Value>(&p).ok());
    let said = said.unwrap_or_default();
    let words = ["note", "reason"].into_iter().find_map(|field| said[field].as_str());
    Ok(words.unwrap_or_default().to_owned())
}
