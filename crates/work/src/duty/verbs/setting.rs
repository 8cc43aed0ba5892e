//! Triggers (根据辖区实际情况动态推送) and who is away.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Holder, Ref, Refusal, UnitCode, civil_date, days_since_epoch};
use wangge_realm::{
    access::{self, Subject, Verb},
    account::{self, Holding},
    place_of, shards_of,
};
use wangge_store::{Event, Read, Result, Tx};

use super::{bare, ground, listing::ceiling_of, subject, today};
use crate::{
    World, admission,
    duty::{
        Day, Object, Trigger,
        flow::{
            ceiling::{self, GivesWay},
            plan,
        },
        sql,
    },
    matter::TriggerKind,
    tell::{self, Told, Whom},
};

/// What sets duties off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTrigger {
    /// What happened.
    pub on: TriggerKind,
    /// How much was measured, in the unit of what is measured (°C, mm in 24 h, m, Beaufort).
    #[serde(default)]
    pub measure: Option<f64>,
    /// Where: a town, village or grid.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// Code of the building, where it is one.
    #[serde(default)]
    pub building: Option<String>,
    /// The last day, at most 31 days ahead.
    #[schema(value_type = String, format = Date)]
    pub until: Date,
    /// What is known of it, 2 to 200 characters.
    pub note: String,
}

/// A trigger, and what it asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TriggerView {
    /// Its reference.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Trigger>,
    /// What happened.
    pub on: TriggerKind,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<f64>,
    /// In words.
    pub note: String,
    /// First day.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// Last day.
    #[schema(value_type = String, format = Date)]
    pub until: Date,
    /// What it asks for today, by matter: only admitted matters answer to it.
    pub asks: Vec<Asked>,
    /// What gives way where the week comes over the ceiling of the grid list; nothing while it does not.
    pub gives_way: Vec<GaveWay>,
    /// The week of the grids that it reaches, by community: never a single grid, which is a person.
    pub weeks: Vec<TriggerWeek>,
}

/// Stops of one matter that give way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = DutyGaveWay)]
pub struct GaveWay {
    /// The matter.
    #[schema(value_type = String)]
    pub matter: wangge_base::MatterCode,
    /// Its name.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// How: done later, or left to lapse.
    pub way: GivesWay,
    /// How many stops.
    pub count: i64,
    /// Minutes, an estimate.
    pub minutes: i64,
}

/// The seven days from today on, of the grids of a community that something was set off in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DutyTriggerWeek)]
pub struct TriggerWeek {
    /// The community.
    #[schema(value_type = String)]
    pub place: UnitCode,
    /// How many grids are reached.
    pub grids: i64,
    /// Minutes of what is open and of what comes onto the lists.
    pub minutes: i64,
    /// Of these: of what was set off.
    pub triggered: i64,
    /// What the lists may cost.
    pub ceiling: i64,
    /// How many grids came over the ceiling.
    pub passed: i64,
    /// How many stay over it with everything given up that may be: it is done all the same, and the list office is told.
    pub over: i64,
}

/// Duties of one matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = DutyAsked)]
pub struct Asked {
    /// The matter.
    #[schema(value_type = String)]
    pub matter: wangge_base::MatterCode,
    /// Its name.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// At how many objects.
    pub count: i64,
    /// Minutes, an estimate.
    pub minutes: i64,
}

fn town_of(it: &Subject) -> Result<UnitCode> {
    it.town.clone().ok_or_else(|| {
        Refusal::invalid("unit", "请选择镇街、村社区或网格", "Choose a town, a village or a grid").into()
    })
}

/// Sets duties off.
///
/// # Errors
/// `Invalid` by field, `NotAllowed` when no admitted matter answers to it, `Forbidden` elsewhere.
pub fn set_off(tx: &mut Tx, world: &World, holder: &Holder, it: &NewTrigger) -> Result<TriggerView> {
    let place = place_of(&world.units, &it.unit)?;
    access::may(holder, Verb::DutyTrigger, &place)?;
    let town = town_of(&place)?;
    let (from, to) = (today(world, tx), days_since_epoch(it.until));
    if !(from..from + 31).contains(&to) {
        return Err(
            Refusal::invalid("until", "截止日期为今天起31天内", "It ends within 31 days from today").into()
        );
    }
    if !(2..=200).contains(&it.note.trim().chars().count()) {
        return Err(Refusal::invalid(
            "note",
            "请用2至200个字说明情况",
            "Say what is known in 2 to 200 characters",
        )
        .into());
    }
    if it.measure.is_some_and(|m| !m.is_finite() || m.abs() > 1e6) {
        return Err(
            Refusal::invalid("measure", "数值超出合理范围", "A number beyond what is possible").into()
        );
    }
    let trigger = Trigger {
        at: Ref::new(place.district.clone(), tx.new_id()),
        on: it.on,
        measure: it.measure,
        town,
        village: place.village.clone(),
        grid: place.grid.clone(),
        building: it.building.clone(),
        from,
        to,
        called_off: false,
        note: it.note.trim().to_owned(),
        started: tx.now(),
    };
    let key = [(&trigger.at.district).into(), (&trigger.town).into(), from.into()];
    let running = tx.query(&sql::RUNNING, &key, |row| sql::trigger(&trigger.at.district, row))?;
    let same = |one: &Trigger| {
        one.on == trigger.on
            && one.village == trigger.village
            && one.grid == trigger.grid
            && one.building == trigger.building
    };
    if running.iter().any(same) {
        return Err(Refusal::not_allowed(
            "duty.running",
            "这里已有同类触发在执行;如情况有变,请先结束原来的",
            "The same is running here already: call it off first if things have changed",
        )
        .into());
    }
    let view = view(tx, world, &trigger, &running, from)?;
    if view.asks.is_empty() {
        return Err(Refusal::not_allowed(
            "duty.no_answer",
            "没有已准入的事项由此触发,或范围内没有对象;如确需安排,请向清单管理岗申请准入",
            "No admitted matter answers to this, or nothing of its kind is in reach; if it is needed, apply for admission",
        )
        .into());
    }
    tx.exec(&sql::START, &sql::start(&trigger, &holder.person))?;
    emit(tx, world, &trigger, "duty.triggered");
    warn(tx, world, &place.area, &trigger, &view)?;
    Ok(view)
}

/// The centre of the town hears it, and everybody who sees the duties of the place named.
fn emit(tx: &mut Tx, world: &World, trigger: &Trigger, kind: &'static str) {
    let named = [Some(&trigger.town), trigger.village.as_ref(), trigger.grid.as_ref()];
    let mut scope: Vec<String> = named.into_iter().flatten().map(ToString::to_string).collect();
    let mut below: Vec<_> = scope.last().and_then(|code| world.units.get(code)).into_iter().collect();
    while let Some(unit) = below.pop() {
        for child in unit.children() {
            scope.push(child.code_str().to_owned());
            below.push(child);
        }
    }
    tx.emit(Event {
        district: trigger.at.district.clone(),
        kind,
        subject: trigger.at.to_string(),
        scope,
        data: serde_json::json!({ "on": trigger.on.word() }),
    });
}

fn add(all: &mut Vec<Asked>, matter: &crate::matter::Matter) {
    let minutes = i64::from(matter.minutes);
    match all.iter_mut().find(|one| one.matter == matter.code) {
        Some(one) => (one.count, one.minutes) = (one.count + 1, one.minutes + minutes),
        None => all.push(Asked {
            matter: matter.code.clone(),
            name_zh: matter.name_zh.clone(),
            name_en: matter.name_en.clone(),
            count: 1,
            minutes,
        }),
    }
}

/// What `trigger` asks for on a day in its town, and what gives way to it and to the others that run there.
fn view(
    r: &mut Read,
    world: &World,
    trigger: &Trigger,
    running: &[Trigger],
    day: Day,
) -> Result<TriggerView> {
    let district = &trigger.at.district;
    let town = world.units.get(trigger.town.as_str());
    let grids: Vec<(UnitCode, UnitCode)> = town
        .into_iter()
        .flat_map(|town| town.children())
        .flat_map(|village| village.children().map(move |grid| (village.code(), grid)))
        .filter(|(_, grid)| grid.is_in_use())
        .map(|(village, grid)| (village, grid.code()))
        .collect();
    let key = |grid: &UnitCode| vec![district.into(), grid.into(), day.into()];
    let asked: Vec<_> = grids.iter().map(|(_, grid)| (&sql::IN_GRID, key(grid))).collect();
    let of_grids = r.many(&asked)?;
    let (one, dues) = (std::slice::from_ref(trigger), world.duties.dues(day, std::slice::from_ref(trigger)));
    let (mut asks, mut reached) = (Vec::new(), Vec::new());
    for ((village, grid), rows) in grids.iter().zip(&of_grids) {
        let objects = rows.iter().map(|row| sql::object(district, row)).collect::<Result<Vec<Object>>>()?;
        let all = plan::list(&world.duties, &dues, one, &objects, &[], day);
        let of_trigger: Vec<_> = all.iter().filter(|one| one.trigger.is_some()).collect();
        of_trigger.iter().for_each(|one| add(&mut asks, &one.matter));
        if !of_trigger.is_empty() {
            reached.push((village, grid, objects));
        }
    }
    let span = [world.duties.start(day), world.duties.start(day + 1)];
    let asked: Vec<_> = reached
        .iter()
        .flat_map(|(_, grid, _)| {
            let mut holders = vec![district.into(), (*grid).into()];
            holders.extend(span.map(Into::into));
            [(&sql::OF_GRID, key(grid)), (&sql::HOLDERS, holders)]
        })
        .collect();
    let answers = r.many(&asked)?;
    let mut all: Vec<Trigger> = running.iter().filter(|one| one.at != trigger.at).cloned().collect();
    all.push(trigger.clone());
    let (mut weeks, mut gave) = (BTreeMap::new(), BTreeMap::new());
    for ((village, _, objects), pair) in reached.iter().zip(answers.chunks(2)) {
        let [rows, holders] = pair else { continue };
        let rows = rows.iter().map(sql::touched).collect::<Result<Vec<_>>>()?;
        let stops = plan::ahead(&world.duties, &all, objects, &rows, day);
        let week = ceiling::week(&stops, day, ceiling_of(r, holders.len())?);
        for stop in &stops {
            if let Some(way) = week.gives_way.get(&stop.of) {
                let at = gave.entry((stop.matter.code.clone(), way.word())).or_insert_with(|| GaveWay {
                    matter: stop.matter.code.clone(),
                    name_zh: stop.matter.name_zh.clone(),
                    name_en: stop.matter.name_en.clone(),
                    way: *way,
                    count: 0,
                    minutes: 0,
                });
                (at.count, at.minutes) = (at.count + 1, at.minutes + i64::from(stop.matter.minutes));
            }
        }
        let at = weeks.entry((*village).clone()).or_insert_with(|| TriggerWeek {
            place: (*village).clone(),
            grids: 0,
            minutes: 0,
            triggered: 0,
            ceiling: 0,
            passed: 0,
            over: 0,
        });
        at.grids += 1;
        at.minutes += week.minutes;
        at.triggered += week.triggered;
        at.ceiling += week.ceiling;
        at.passed += i64::from(week.passed());
        at.over += i64::from(week.over());
    }
    Ok(TriggerView {
        at: trigger.at.clone(),
        on: trigger.on,
        measure: trigger.measure,
        note: trigger.note.clone(),
        from: civil_date(trigger.from),
        until: civil_date(trigger.to),
        asks,
        gives_way: gave.into_values().collect(),
        weeks: weeks.into_values().collect(),
    })
}

/// Tells the list office of the district or zone that grids stay over the ceiling.
fn warn(tx: &mut Tx, world: &World, area: &UnitCode, trigger: &Trigger, view: &TriggerView) -> Result<()> {
    let over: i64 = view.weeks.iter().map(|week| week.over).sum();
    if over == 0 {
        return Ok(());
    }
    let title = world.units.get(trigger.town.as_str()).map(|town| town.title()).unwrap_or_default();
    let told = Told {
        to: Whom::Seat(admission::verbs::seat_of(world, area, wangge_base::Role::ListOfficer)),
        kind: "duty".into(),
        subject: trigger.at.to_string(),
        zh: format!(
            "{title}:“{}”触发的任务使{over}个网格超过每周上限,可让位的都已让位;请关注并协调人手",
            trigger.note
        ),
        en: format!(
            "{title}: what “{}” set off takes {over} grids over the week's ceiling with all given up that may be; please look for help",
            trigger.note
        ),
        due: None,
    };
    tell::tell(tx, world, &trigger.at.district, &told)
}

/// The triggers that run today in the town of a unit, with what they ask for.
///
/// # Errors
/// `Forbidden` elsewhere.
pub fn running(r: &mut Read, world: &World, holder: &Holder, unit: &UnitCode) -> Result<Vec<TriggerView>> {
    let place = place_of(&world.units, unit)?;
    if holder.unit != *unit {
        access::may(holder, Verb::StatsRead, &place)?;
    }
    let (town, day) = (town_of(&place)?, today(world, r));
    let key = [(&place.district).into(), (&town).into(), day.into()];
    let all = r.query(&sql::RUNNING, &key, |row| sql::trigger(&place.district, row))?;
    all.iter().map(|trigger| view(r, world, trigger, &all, day)).collect()
}

/// Calls a trigger off: today is its last day, and what is left of it falls away.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub fn call_off(tx: &mut Tx, world: &World, holder: &Holder, at: &Ref<Trigger>) -> Result<()> {
    let key = [(&at.district).into(), at.id.into()];
    let found = tx.opt(&sql::TRIGGER, &key, |row| sql::trigger(&at.district, row))?;
    let trigger = found.ok_or_else(|| Refusal::not_found("没有这个触发", "There is no such trigger"))?;
    let unit = trigger.grid.as_ref().or(trigger.village.as_ref()).unwrap_or(&trigger.town);
    access::may(holder, Verb::DutyTrigger, &place_of(&world.units, unit)?)?;
    let day = today(world, tx);
    let row = [(&at.district).into(), at.id.into(), day.into(), holder.person.as_str().into()];
    tx.exec(&sql::CALL_OFF, &row)?;
    emit(tx, world, &trigger, "duty.called_off");
    Ok(())
}

/// Somebody will not be there: from and to, never why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAway {
    /// The holding of a grid worker; the post being used when absent.
    #[serde(default)]
    pub holding: Option<String>,
    /// First day away.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// Last day away.
    #[schema(value_type = String, format = Date)]
    pub to: Date,
}

/// Says that somebody will be away. What was said of the same days before stays; being back is said by
/// [`back`].
///
/// # Errors
/// `Invalid` by field; `Forbidden` for somebody else than oneself outside the community.
pub fn away(tx: &mut Tx, world: &World, holder: &Holder, it: &NewAway) -> Result<()> {
    let held = hers(tx, world, holder, it.holding.as_deref())?;
    let (from, to, today) = (days_since_epoch(it.from), days_since_epoch(it.to), today(world, tx));
    if from < today || to < from || to > today + 366 {
        return Err(Refusal::invalid(
            "from",
            "请选择今天以后一年以内的日子",
            "Choose days from today on, within a year",
        )
        .into());
    }
    let (now, id) = (tx.now(), tx.new_id::<NewAway>());
    let row = [
        (&held.at.district).into(),
        id.into(),
        held.at.to_string().into(),
        (&held.unit).into(),
        from.into(),
        to.into(),
        now.into(),
        holder.person.as_str().into(),
    ];
    tx.exec(&sql::AWAY, &row)?;
    Ok(())
}

/// Somebody is back from today on.
///
/// # Errors
/// As [`away`].
pub fn back(tx: &mut Tx, world: &World, holder: &Holder, holding: Option<&str>) -> Result<()> {
    let held = hers(tx, world, holder, holding)?;
    let day = today(world, tx);
    let row = [
        (&held.at.district).into(),
        (&held.unit).into(),
        held.at.to_string().into(),
        (day - 1).into(),
        day.into(),
    ];
    tx.exec(&sql::BACK, &row)?;
    Ok(())
}

fn hers(tx: &mut Tx, world: &World, holder: &Holder, holding: Option<&str>) -> Result<Holding> {
    let at: Ref<Holding> = holding.unwrap_or(&holder.holding).parse()?;
    let held = account::holding(tx, &at)?;
    if held.role != wangge_base::Role::GridWorker {
        return Err(
            Refusal::invalid("holding", "请选择网格员的岗位", "Choose the post of a grid worker").into()
        );
    }
    let (district, place) = ground(world, &held.unit)?;
    if held.at.to_string() != holder.holding {
        access::may(holder, Verb::DutyKeep, &subject(&district, &place, false, None))?;
    }
    Ok(held)
}

/// Grids of a village without anybody on a day: their stops are the community's to look after.
pub fn uncovered(r: &mut Read, world: &World, village: &UnitCode, day: Day) -> Result<Vec<UnitCode>> {
    let Some(unit) = world.units.get(village.as_str()) else { return Ok(Vec::new()) };
    let Some(district) = shards_of(&world.units, village).into_iter().next() else { return Ok(Vec::new()) };
    let grids: Vec<UnitCode> = unit.children().filter(|g| g.is_in_use()).map(|g| g.code()).collect();
    let (start, end) = (world.duties.start(day), world.duties.start(day + 1));
    let mut asked = Vec::new();
    for grid in &grids {
        asked.push((&sql::HOLDERS, vec![(&district).into(), grid.into(), start.into(), end.into()]));
        asked.push((&sql::AWAY_ON, vec![(&district).into(), grid.into(), day.into()]));
    }
    let answers = r.many(&asked)?;
    let mut bare_of = Vec::new();
    for (grid, pair) in grids.into_iter().zip(answers.chunks(2)) {
        let [holders, away] = pair else { continue };
        let away: Vec<String> = away.iter().map(|row| row.text(0)).collect::<Result<_>>()?;
        let there = holders
            .iter()
            .map(|row| row.text(0))
            .collect::<Result<Vec<_>>>()?
            .iter()
            .any(|id| !away.iter().any(|one| bare(one) == id));
        if !there {
            bare_of.push(grid);
        }
    }
    Ok(bare_of)
}
