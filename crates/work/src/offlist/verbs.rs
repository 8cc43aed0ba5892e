//! Reporting, answering, and reading what was reported.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Actor, District, Holder, Id, Instant, Page, Ref, Refusal, Role, Seat, UnitCode};
use wangge_realm::{
    access::{self, Subject, Verb},
    audit, place_of, shards_of,
};
use wangge_store::{Error, Event, Read, Result, Tx, Value};
use wangge_web::once;

use super::{
    Offlist, OfflistAction as Action, OfflistNew, OfflistOutcome, OfflistState, OfflistTopic, OfflistWay,
    flow::{self, Relation},
    sql,
};
use crate::{
    Command, World,
    admission::verbs::seat_of,
    case::verbs::StepView,
    number, step,
    tell::{self, Told, Whom},
};

/// What the sender gets back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OfflistReceipt {
    /// The report.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Offlist>,
    /// Its number.
    pub number: String,
    /// Its version after the step.
    pub version: i64,
    /// Its state after the step.
    pub state: OfflistState,
    /// By when the office answers.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due: Option<Instant>,
}

/// A report as the list office and the worker who made it see it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfflistRow {
    /// What the sender got back.
    #[serde(flatten)]
    pub receipt: OfflistReceipt,
    /// What it is.
    pub topic: OfflistTopic,
    /// How it came.
    pub way: Option<OfflistWay>,
    /// The unit that demands it.
    #[schema(value_type = Option<String>)]
    pub issuer: Option<UnitCode>,
    /// Its name.
    pub issuer_zh: Option<String>,
    /// The worker's words.
    pub text: String,
    /// Whether the worker may be asked back.
    pub may_ask: bool,
    /// How it was answered.
    pub outcome: Option<OfflistOutcome>,
    /// What the office said last.
    pub answer: String,
    /// Whether the answer is late.
    pub overdue: bool,
    /// When it came in.
    #[schema(value_type = String, format = DateTime)]
    pub created: Instant,
    /// Kinds of action that the reader may take now.
    pub allowed: Vec<&'static str>,
}

/// A report with its timeline.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfflistSheet {
    /// The row.
    #[serde(flatten)]
    pub row: OfflistRow,
    /// The timeline; whoever reported is 报告人.
    pub timeline: Vec<StepView>,
}

/// How often a unit was named; never less than five.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct OfflistCount {
    /// The unit.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// Its name.
    pub unit_zh: String,
    /// What was reported.
    pub topic: OfflistTopic,
    /// How often.
    pub count: i64,
}

/// Who reported, when that was allowed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OfflistPerson {
    /// The account.
    pub account: String,
    /// The name among colleagues.
    pub called: String,
}

/// The keyed hash by which a worker's own reports are found.
pub fn worker(world: &World, person: &str) -> Vec<u8> {
    world.keys.blind("offlist.worker", person).to_vec()
}

/// A name for the sender of a command that says nothing to whoever reads the database.
pub fn sender(world: &World, person: &str) -> String {
    worker(world, person).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn office(world: &World, area: &UnitCode) -> Seat {
    seat_of(world, area, Role::ListOfficer)
}

fn receipt(it: &Offlist) -> OfflistReceipt {
    OfflistReceipt {
        at: it.at.clone(),
        number: it.number.clone(),
        version: it.version,
        state: it.state,
        due: crate::deadline::due(&it.clocks),
    }
}

fn payload<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| Error::Engine(why.to_string()))
}

/// Takes a report.
///
/// # Errors
/// `Forbidden` for a post that has no such button; a unit that does not exist.
pub fn report(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    home: &District,
    cmd: &Command<OfflistNew>,
) -> Result<OfflistReceipt> {
    once::once(tx, home, &cmd.key, &cmd.digest, |tx| {
        let (new, now) = (&cmd.body, tx.now());
        let place = place_of(&world.units, &holder.unit)?;
        access::may(holder, Verb::OfflistReport, &place)?;
        flow::taken(new)?;
        if new.issuer.as_ref().is_some_and(|unit| !world.units.exists(unit)) {
            return Err(Refusal::invalid("issuer", "没有这个单位", "There is no such unit").into());
        }
        let at = Ref::new(home.clone(), tx.new_id::<Offlist>());
        let person = OfflistPerson { account: holder.person.clone(), called: holder.called.clone() };
        let sealed = |text: &str| world.keys.seal("offlist", &at.to_string(), "person", text.as_bytes());
        let seat = office(world, &place.area);
        let calendar = world.calendars.get(None);
        let date = calendar.date(now).strftime("%Y%m%d").to_string();
        let mut it = Offlist {
            number: number::number(&date, tx.random()),
            version: 1,
            state: OfflistState::Open,
            topic: new.topic,
            way: new.way,
            issuer: new.issuer.clone(),
            area: place.area,
            text: new.text.trim().to_owned(),
            worker: worker(world, &holder.person),
            person: if new.may_ask { Some(sealed(&payload(&person)?)?) } else { None },
            outcome: None,
            answer: String::new(),
            clocks: vec![flow::clock(new.topic, &seat, now, &world.hours(&seat.unit))],
            created: now,
            updated: now,
            head: [0; 32],
            at,
        };
        // The worker stands on the timeline as a reporter, never by account, post or unit.
        let row = next_step(tx, &mut it, None, &Actor::Citizen, "report", payload(new)?);
        tx.exec(&sql::INSERT, &sql::insert(&it)?)?;
        tx.later(&step::INSERT, row);
        tell_office(
            tx,
            world,
            &it,
            (
                "有一条新的清单外任务或形式主义反映,请答复",
                "There is a new report of off-list work or formalism: please answer it",
            ),
        )?;
        announce(tx, &it);
        Ok(receipt(&it))
    })
}

fn next_step(
    tx: &mut Tx,
    it: &mut Offlist,
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

fn tell_office(tx: &mut Tx, world: &World, it: &Offlist, (zh, en): (&str, &str)) -> Result<()> {
    let told = Told {
        to: Whom::Seat(office(world, &it.area)),
        kind: "offlist".into(),
        subject: it.at.to_string(),
        zh: zh.into(),
        en: en.into(),
        due: crate::deadline::due(&it.clocks),
    };
    tell::tell(tx, world, &it.at.district, &told)
}

fn announce(tx: &mut Tx, it: &Offlist) {
    tx.emit(Event {
        district: it.at.district.clone(),
        kind: "offlist.step",
        subject: it.at.to_string(),
        scope: Vec::new(),
        data: serde_json::json!({ "version": it.version }),
    });
}

fn load(read: &mut Read, at: &Ref<Offlist>) -> Result<Offlist> {
    let found = read.opt(&sql::LOAD, &[(&at.district).into(), at.id.into()], sql::report)?;
    found.ok_or_else(|| unseen().into())
}

fn unseen() -> Refusal {
    Refusal::not_found("没有这条反映,或您无权查看", "There is no such report, or it is not for you")
}

fn relation(world: &World, holder: &Holder, it: &Offlist) -> Result<Relation, Refusal> {
    let subject = Subject::of(it.at.district.clone(), it.area.clone());
    let relation = Relation {
        worker: it.worker == worker(world, &holder.person),
        office: access::may(holder, Verb::OfflistAct, &subject).is_ok(),
    };
    if relation.worker || relation.office { Ok(relation) } else { Err(unseen()) }
}

/// Does something to a report.
///
/// # Errors
/// `Stale` when somebody was faster; `NotFound` for everybody but the list office and the worker.
pub fn act(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    at: &Ref<Offlist>,
    cmd: &Command<Action>,
) -> Result<OfflistReceipt> {
    once::once(tx, &at.district, &cmd.key, &cmd.digest, |tx| {
        let it = load(tx, at)?;
        let relation = relation(world, holder, &it)?;
        if cmd.version.is_some_and(|seen| seen != it.version) {
            return Err(Refusal::stale(it.version).into());
        }
        let by_worker = relation.worker && matches!(cmd.body, Action::Add(_) | Action::Drop(_));
        let actor = if by_worker { Actor::Citizen } else { Actor::Holder(Box::new(holder.clone())) };
        match take(tx, world, relation, &actor, it, &cmd.body)? {
            Ok(it) => Ok(receipt(&it)),
            Err(current) => Err(Refusal::stale(current).into()),
        }
    })
}

fn take(
    tx: &mut Tx,
    world: &World,
    relation: Relation,
    actor: &Actor,
    it: Offlist,
    action: &Action,
) -> Result<std::result::Result<Offlist, i64>> {
    let now = tx.now();
    let seat = office(world, &it.area);
    let hours = world.hours(&seat.unit);
    let m = flow::next(&it, relation, action, actor, (&seat, &hours), now)?;
    let before = it.version;
    let mut after = m.it.clone();
    after.version = before + 1;
    after.updated = now;
    let row = next_step(tx, &mut after, Some(it.head), actor, action.word(), payload(action)?);
    if tx.exec(&sql::SAVE, &sql::save(&after, before)?)? == 0 {
        return Ok(Err(load(tx, &it.at)?.version));
    }
    tx.later(&step::INSERT, row);
    if let (Some((zh, en)), Some(issuer)) = (m.withdraw, &after.issuer) {
        // The issuing unit hears of the task, not of the report.
        let to = Whom::Seat(Seat { unit: issuer.clone(), post: None });
        let told = Told { to, kind: "offlist".into(), subject: String::new(), zh, en, due: None };
        tell::tell(tx, world, &after.at.district, &told)?;
    }
    if let Some(words) = m.office {
        tell_office(tx, world, &after, words)?;
    }
    announce(tx, &after);
    Ok(Ok(after))
}

fn row(world: &World, it: &Offlist, relation: Relation, now: Instant) -> OfflistRow {
    let receipt = receipt(it);
    OfflistRow {
        overdue: receipt.due.is_some_and(|at| at <= now),
        receipt,
        topic: it.topic,
        way: it.way,
        issuer: it.issuer.clone(),
        issuer_zh: it.issuer.as_ref().and_then(|unit| Some(world.units.get(unit.as_str())?.title())),
        text: it.text.clone(),
        may_ask: it.person.is_some(),
        outcome: it.outcome,
        answer: it.answer.clone(),
        created: it.created,
        allowed: flow::allowed(it, relation),
    }
}

/// The worker's own reports, newest first.
///
/// # Errors
/// What keeps it from reading.
pub fn mine(
    read: &mut Read,
    world: &World,
    holder: &Holder,
    home: &District,
    before: &str,
    limit: i64,
) -> Result<Page<OfflistRow>> {
    let values = [home.into(), worker(world, &holder.person).into(), before.into(), (limit + 1).into()];
    let found = read.query(&sql::MINE, &values, sql::report)?;
    Ok(page(read.now(), world, found, limit, |_| Relation { worker: true, office: false }))
}

/// The districts and the area that a list office sees: one, or all of the city.
fn reach(world: &World, holder: &Holder) -> Result<(Vec<District>, String), Refusal> {
    if access::rules(holder.role, Verb::OfflistAct).is_empty() {
        return Err(access::refuse(Verb::OfflistAct));
    }
    let city = holder.home == District::city() && holder.unit == *world.units.root();
    let area = if city { String::new() } else { holder.unit.to_string() };
    Ok((shards_of(&world.units, &holder.unit), area))
}

/// What was reported, for the list office, newest first.
///
/// # Errors
/// `Forbidden` for everybody else.
pub fn list(
    read: &mut Read,
    world: &World,
    holder: &Holder,
    before: &str,
    limit: i64,
) -> Result<Page<OfflistRow>> {
    let (districts, area) = reach(world, holder)?;
    let mut found = Vec::new();
    for district in &districts {
        let values = [district.into(), area.as_str().into(), before.into(), (limit + 1).into()];
        found.extend(read.query(&sql::OF_AREA, &values, sql::report)?);
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.at.id));
    let own = worker(world, &holder.person);
    Ok(page(read.now(), world, found, limit, |it| Relation { worker: it.worker == own, office: true }))
}

fn page(
    now: Instant,
    world: &World,
    mut found: Vec<Offlist>,
    limit: i64,
    relation: impl Fn(&Offlist) -> Relation,
) -> Page<OfflistRow> {
    let limit = usize::try_from(limit).unwrap_or(20);
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|it| it.at.id.to_string());
    Page { items: found.iter().map(|it| row(world, it, relation(it), now)).collect(), next }
}

/// One report, for the list office and for the worker who made it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn sheet(read: &mut Read, world: &World, holder: &Holder, at: &Ref<Offlist>) -> Result<OfflistSheet> {
    let it = load(read, at)?;
    let relation = relation(world, holder, &it)?;
    let steps = step::timeline(read, &at.district, &at.id.to_string(), 0, 200)?;
    let shown = |step: step::Step| StepView {
        n: step.n,
        at: step.at,
        happened: None,
        called: if step.unit.is_some() { "清单管理岗".into() } else { step.called },
        unit: step.unit,
        action: step.action,
        state: step.state,
        payload: step.payload.and_then(|text| serde_json::from_str(&text).ok()),
        hash: step.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    Ok(OfflistSheet {
        row: row(world, &it, relation, read.now()),
        timeline: steps.into_iter().map(shown).collect(),
    })
}

/// Who reported, when the worker allowed it; for the list office, for a reason that is kept on the audit trail.
///
/// # Errors
/// `offlist.anonymous` when the worker did not.
pub fn reveal(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    at: &Ref<Offlist>,
    reason: &str,
) -> Result<OfflistPerson> {
    let it = load(tx, at)?;
    if !relation(world, holder, &it)?.office {
        return Err(access::refuse(Verb::OfflistAct).into());
    }
    if !(2..=500).contains(&reason.trim().chars().count()) {
        return Err(Refusal::invalid(
            "reason",
            "请写明理由,2至500个字",
            "Give a reason of 2 to 500 characters",
        )
        .into());
    }
    let sealed = it.person.ok_or_else(|| {
        Refusal::not_allowed(
            "offlist.anonymous",
            "反映人没有同意被联系,系统也没有保存是谁;需要补充时可在反映下追问",
            "Whoever reported did not agree to be asked, and nothing says who it was; ask under the report instead",
        )
    })?;
    let text = world.keys.open_text("offlist", &at.to_string(), "person", &sealed)?;
    let facts = serde_json::json!({ "reason": reason.trim() });
    audit::write(tx, &at.district, &holder.person, audit::Kind::Revealed, &at.to_string(), &facts)?;
    serde_json::from_str(&text).map_err(|why| Error::Engine(why.to_string()))
}

/// How often each unit was named within a year: five and more, for the list office.
///
/// # Errors
/// `Forbidden` for everybody else.
pub fn counts(read: &mut Read, world: &World, holder: &Holder) -> Result<Vec<OfflistCount>> {
    let (districts, area) = reach(world, holder)?;
    let since = read.now().plus_minutes(-365 * 24 * 60);
    let mut all = std::collections::BTreeMap::<(UnitCode, OfflistTopic), i64>::new();
    for district in &districts {
        let values = [district.into(), area.as_str().into(), since.into()];
        let found = read.query(&sql::COUNTS, &values, |row| {
            let topic = OfflistTopic::from_word(row.str(1)?).unwrap_or(OfflistTopic::Other);
            Ok((row.parse::<UnitCode>(0)?, topic, row.int(2)?))
        })?;
        for (unit, topic, count) in found {
            *all.entry((unit, topic)).or_default() += count;
        }
    }
    let shown = all.into_iter().filter(|(_, count)| *count >= flow::LEAST_COUNT);
    Ok(shown
        .map(|((unit, topic), count)| OfflistCount {
            unit_zh: world.units.get(unit.as_str()).map_or_else(|| unit.to_string(), |u| u.title()),
            unit,
            topic,
            count,
        })
        .collect())
}

/// Lets the clock say of up to `most` reports that their answer is late; answers how many.
///
/// # Errors
/// What keeps it from reading or writing.
pub fn sweep(tx: &mut Tx, world: &World, district: &District, most: i64) -> Result<usize> {
    let now = tx.now();
    let awake: Vec<Id<Offlist>> =
        tx.query(&sql::AWAKE, &[district.into(), now.into(), most.into()], |row| row.parse(0))?;
    let nobody = Relation { worker: false, office: false };
    let mut steps = 0;
    for id in awake {
        let it = load(tx, &Ref::new(district.clone(), id))?;
        let action = Action::Overdue(super::OfflistDrop {});
        if take(tx, world, nobody, &Actor::Clock, it, &action)?.is_ok() {
            steps += 1;
        }
    }
    Ok(steps)
}
