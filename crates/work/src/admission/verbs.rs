//! How a step is taken: load → may → next → save → publish → emit, in one transaction of the home `city`.

mod bringing;
mod proposing;
mod reading;
mod restoring;
mod sweeping;
mod weighing;

use serde::{Deserialize, Serialize};
use wangge_base::{Actor, District, Instant, Ref, Refusal, Role, Seat, UnitCode};
use wangge_realm::{
    access::{self, Subject, Verb},
    unit::UnitKind,
};
use wangge_store::{Error, Event, Read, Result, Tx, Value};
use wangge_web::once;

use super::{
    AdmissionAction as Action, AdmissionState, Burden, Objection, Opinion, Proposal, ProposalContent,
    ProposalSort, PublishedVersion,
    flow::{self, Known, Move, Relation, View},
    sql,
};
use crate::{
    Command, World, matter, step,
    tell::{self, Told, Whom},
};

pub use bringing::{Coming, bring, coming};
pub use proposing::{Propose, propose, propose_as};
pub use reading::{ProposalRow, ProposalSheet, list, sheet};
pub use restoring::{restorable, restore};
pub use sweeping::{outlive, remind_of_campaigns, retire_unused, sweep, unused};
pub use weighing::weigh;

/// What the sender gets back, and gets back again when it repeats the key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AdmissionReceipt {
    /// The proposal.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Proposal>,
    /// Its number.
    pub number: String,
    /// Its version after the step.
    pub version: i64,
    /// Its state after the step.
    pub state: AdmissionState,
}

/// A proposal with all that the law looks at.
pub struct File {
    /// The row.
    pub it: Proposal,
    /// Opinions of every pass.
    pub opinions: Vec<Opinion>,
    /// Objections.
    pub objections: Vec<Objection>,
}

fn receipt(it: &Proposal) -> AdmissionReceipt {
    AdmissionReceipt { at: it.at.clone(), number: it.number.clone(), version: it.version, state: it.state }
}

fn payload<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| Error::Engine(why.to_string()))
}

/// Loads a proposal with its opinions and objections, in one round trip.
///
/// # Errors
/// `NotFound` when there is none.
pub fn load(read: &mut Read, at: &Ref<Proposal>) -> Result<File> {
    let key = || -> Vec<Value> { vec![(&at.district).into(), at.id.into()] };
    let rows = read.many(&[(&sql::LOAD, key()), (&sql::OPINIONS, key()), (&sql::OBJECTIONS, key())])?;
    let [found, opinions, objections] = rows.as_slice() else {
        return Err(Error::Engine("three statements, three answers".into()));
    };
    let row = found.first().ok_or_else(|| {
        Refusal::not_found(
            "没有这项准入申请,或您无权查看",
            "There is no such proposal, or you may not see it",
        )
    })?;
    Ok(File {
        it: sql::proposal(row)?,
        opinions: opinions.iter().map(sql::opinion).collect::<Result<_>>()?,
        objections: objections.iter().map(sql::objection).collect::<Result<_>>()?,
    })
}

/// The proposal as the table of rights sees it.
pub fn subject(file: &File) -> Subject {
    let it = &file.it;
    let asked = file.opinions.iter().filter(|o| o.pass == it.pass);
    Subject {
        town: it.town.clone(),
        compartment: sql::compartment(it),
        called: asked.map(|o| Seat { unit: o.unit.clone(), post: None }).collect(),
        reporter: it.applicant.clone(),
        ..Subject::of(it.at.district.clone(), it.area.clone())
    }
}

/// The seat that holds a stage: the post of that role at the unit, whichever code the city gave it.
pub(super) fn seat(world: &World, it: &Proposal, state: AdmissionState) -> Seat {
    let root = world.units.root();
    let (unit, role) = match (state, flow::body(it.door, state)) {
        (AdmissionState::Upper, _) => (root, Role::ListOfficer),
        (_, Some(flow::Body::Area)) => (&it.area, Role::Commander),
        (_, Some(flow::Body::City)) => (root, Role::Commander),
        (_, None) => (&it.area, Role::ListOfficer),
    };
    seat_of(world, unit, role)
}

/// The post of `role` at `unit`; the whole unit when it has none.
pub(crate) fn seat_of(world: &World, unit: &UnitCode, role: Role) -> Seat {
    let kind = world.units.get(unit.as_str()).map(|u| match u.kind() {
        UnitKind::Zone => UnitKind::District,
        other => other,
    });
    let post = kind.and_then(|kind| world.units.posts(kind).find(|p| p.role == role).map(|p| p.code.clone()));
    Seat { unit: unit.clone(), post }
}

/// Runs `ask` on the view that `actor` has of `file`.
pub fn with_view<T>(
    world: &World,
    actor: &Actor,
    file: &File,
    price: Option<&Burden>,
    now: Instant,
    ask: impl FnOnce(&View<'_>) -> T,
) -> T {
    let it = &file.it;
    let calendar = world.calendars.get(None).clone();
    let known =
        Known { matters: &world.matters, units: &world.units, calendar: &calendar, area: &it.area, now };
    let seats = |state: AdmissionState| seat(world, it, state);
    let hours = |unit: &UnitCode| world.hours(unit);
    ask(&View {
        it,
        opinions: &file.opinions,
        objections: &file.objections,
        price,
        known: &known,
        relation: Relation::of(it, &file.opinions, actor, world.units.root()),
        seats: &seats,
        hours: &hours,
        outlived: outlived(world, it, now),
    })
}

/// Whether nothing that a proposal published counts any more, or will.
fn outlived(world: &World, it: &Proposal, now: Instant) -> bool {
    let lives = |v: &PublishedVersion| {
        let newest = world.matters.versions(&v.code).iter().rev().find(|m| m.effective_from <= now);
        let counts = newest.is_some_and(|m| m.version == v.version && m.effective_to.is_none_or(|t| now < t));
        let will = world.matters.version(&v.code, v.version).is_ok_and(|m| m.effective_from > now);
        counts || will
    };
    !it.published.iter().any(lives)
}

/// Does something to a proposal; `price` is what it costs, worked out before.
///
/// # Errors
/// `Stale` when somebody was faster, `NotAllowed` or `Forbidden` as the law says.
pub fn act(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    at: &Ref<Proposal>,
    price: Option<&Burden>,
    cmd: &Command<Action>,
) -> Result<AdmissionReceipt> {
    once::once(tx, &at.district, &cmd.key, &cmd.digest, |tx| {
        let action = &cmd.body;
        if !action.is_commutative() && cmd.version.is_none() {
            return Err(Refusal::invalid(
                "version",
                "请带上所见申请的版本号",
                "Send the version of the proposal that you saw",
            )
            .into());
        }
        for _ in 0..RETRIES {
            let file = load(tx, at)?;
            permit(actor, action, &file)?;
            if !action.is_commutative() && cmd.version != Some(file.it.version) {
                return Err(Refusal::stale(file.it.version).into());
            }
            match take(tx, world, actor, file, price, action)? {
                Ok(it) => return Ok(receipt(&it)),
                Err(current) if !action.is_commutative() => return Err(Refusal::stale(current).into()),
                Err(_) => {}
            }
        }
        Err(Error::Retry("others kept changing this proposal".into()))
    })
}

/// How often a commutative action is taken anew when others were faster.
const RETRIES: usize = 5;

fn permit(actor: &Actor, action: &Action, file: &File) -> Result<()> {
    let Some(holder) = actor.holder() else { return Ok(()) };
    let it = subject(file);
    if access::may(holder, Verb::AdmissionRead, &it).is_err() {
        return Err(unseen().into());
    }
    let verb = if matches!(action, Action::Object(_)) { Verb::AdmissionObject } else { Verb::AdmissionAct };
    Ok(access::may(holder, verb, &it)?)
}

fn unseen() -> Refusal {
    Refusal::not_found("没有这项准入申请,或您无权查看", "There is no such proposal, or you may not see it")
}

/// Takes one step; `Err(version)` inside when somebody was faster.
fn take(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    file: File,
    price: Option<&Burden>,
    action: &Action,
) -> Result<std::result::Result<Proposal, i64>> {
    let now = tx.now();
    let mut mv = with_view(world, actor, &file, price, now, |view| flow::next(view, action, actor, now))?;
    if mv.publish {
        publish(tx, world, &mut mv.it)?;
    }
    let before = file.it.version;
    let mut it = mv.it.clone();
    it.version = before + 1;
    it.updated = now;
    let row = next_step(tx, &mut it, Some(file.it.head), actor, action.word(), payload(action)?);
    if tx.exec(&sql::SAVE, &sql::save(&it, before)?)? == 0 {
        return Ok(Err(load(tx, &file.it.at)?.it.version));
    }
    tx.later(&step::INSERT, row);
    follow_up(tx, world, &it, &mv)?;
    Ok(Ok(it))
}

fn next_step(
    tx: &mut Tx,
    it: &mut Proposal,
    previous: Option<[u8; 32]>,
    actor: &Actor,
    word: &str,
    payload: String,
) -> Vec<Value> {
    let subject = it.at.id.to_string();
    let taken = step::Taken {
        district: &it.at.district,
        subject: &subject,
        n: it.version,
        happened: None,
        actor,
        action: word,
        state: it.state.word(),
        payload,
    };
    let (hash, row) = step::next(tx, previous, taken);
    it.head = hash;
    row
}

/// Publishes what was approved: new versions from its day on, and ends of what is retired.
fn publish(tx: &mut Tx, world: &World, it: &mut Proposal) -> Result<()> {
    let now = tx.now();
    let calendar = world.calendars.get(None);
    let wanted = it.content.from.filter(|day| *day > calendar.date(now)).map(|day| calendar.start_of(day));
    let next_day = calendar.date(now).tomorrow().map_or(now, |day| calendar.start_of(day));
    let from = wanted.unwrap_or(next_day);
    let entries: Vec<_> = it.content.items.iter().filter_map(|i| i.entry.as_deref().cloned()).collect();
    let gone: Vec<_> =
        it.content.items.iter().filter(|i| i.sort == ProposalSort::Retire).map(|i| i.code.clone()).collect();
    let published = matter::publish(tx, &entries, from, calendar)?;
    let mut versions = published.new;
    versions.extend(matter::verbs::end(tx, &gone, from)?);
    it.published = versions.into_iter().map(|(code, version)| PublishedVersion { code, version }).collect();
    it.counts_from = Some(from);
    Ok(())
}

/// Child rows, notices and the event: rows of the same transaction.
fn follow_up(tx: &mut Tx, world: &World, it: &Proposal, mv: &Move) -> Result<()> {
    for one in &mv.opinions {
        tx.later(&sql::PUT_OPINION, sql::put_opinion(&it.at, one));
    }
    for one in &mv.objections {
        tx.later(&sql::PUT_OBJECTION, sql::put_objection(&it.at, one));
    }
    for one in &mv.tell {
        let to = match (&one.to, &it.applicant) {
            (Some(seat), _) => Whom::Seat(seat.clone()),
            (None, Some(person)) => match person.parse() {
                Ok(person) => Whom::Person(person),
                Err(_) => continue,
            },
            (None, None) => continue,
        };
        let told = Told {
            to,
            kind: "admission".into(),
            subject: it.at.to_string(),
            zh: one.zh.clone(),
            en: one.en.clone(),
            due: crate::deadline::due(&it.clocks),
        };
        tell::tell(tx, world, &it.at.district, &told)?;
    }
    tx.emit(Event {
        district: it.at.district.clone(),
        kind: "admission.step",
        subject: it.at.to_string(),
        scope: vec![it.area.to_string(), it.unit.to_string()],
        data: serde_json::json!({ "version": it.version, "state": it.state.word() }),
    });
    Ok(())
}
