//! The list of a day as stops on a walk, and the week.

use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Coord, District, Holder, Instant, Ref, Refusal, UnitCode, civil_date};
use wangge_realm::access::{self, Verb};
use wangge_store::{Read, Result};

use super::{bare, ground, holding_of, object, shown, subject, today};
use crate::{
    World,
    burden::{self, verbs::Load},
    duty::{
        Day, DutyState, Found, HandOver, Move, OPEN, Object, Plain, Seen, Skip, SkipReason, Tick, Touched,
        Trigger,
        flow::{
            self, Relation, View,
            ceiling::{self, GivesWay, Week},
            plan::{self, Listed},
            walk,
        },
        sql,
    },
    matter::{Evidence, Matter, ObjectKind, TriggerKind},
};

/// The duties of a grid on a day, as stops on a walk.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DutyDay {
    /// The day.
    #[schema(value_type = String, format = Date)]
    pub day: Date,
    /// The grid.
    #[schema(value_type = String)]
    pub grid: UnitCode,
    /// Its village or community.
    #[schema(value_type = String)]
    pub village: UnitCode,
    /// Whether somebody works the grid that day; if not, its stops are the community's to look after.
    pub covered: bool,
    /// Minutes of what is still open, together.
    pub minutes: i64,
    /// Minutes are estimates of the lists, not measured.
    pub estimate: bool,
    /// What the list costs in the community, on average of the year; absent before the first night.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub burden: Option<Load>,
    /// While something set off stands on the list: the seven days from this one on against what the list may cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<DutyWeek>,
    /// The stops, in the order of the walk; what is settled comes last.
    pub stops: Vec<DutyStop>,
}

/// Seven days of a grid against the ceiling of its list. Planned minutes, estimates; never what somebody did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct DutyWeek {
    /// Minutes of what is open and of what comes onto the list.
    pub minutes: i64,
    /// Of these: of what was set off.
    pub triggered: i64,
    /// What the list may cost: minutes per person and week, times the people of the grid.
    pub ceiling: i64,
    /// Minutes left when all has given way that may: rows say `gives_way`.
    pub left: i64,
    /// Still over the ceiling then: it is done all the same, and the list office knows.
    pub over: bool,
}

impl From<&Week> for DutyWeek {
    fn from(it: &Week) -> Self {
        let Week { minutes, triggered, ceiling, left, .. } = *it;
        Self { minutes, triggered, ceiling, left, over: it.over() }
    }
}

/// What is done at one door in one go.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DutyStop {
    /// Code of the building.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// Door.
    pub door: String,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<Coord>,
    /// Metres from the stop before, as the crow flies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metres: Option<i64>,
    /// Minutes of what is still open here.
    pub minutes: i64,
    /// What is to be done here.
    pub duties: Vec<DutyRow>,
}

/// One duty at one object. Object, matter and nominal day together name it when it is ticked.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DutyRow {
    /// The object.
    #[schema(value_type = String)]
    pub object: Ref<Object>,
    /// The matter.
    #[schema(value_type = String)]
    pub matter: wangge_base::MatterCode,
    /// The day the rule names.
    #[schema(value_type = String, format = Date)]
    pub nominal: Date,
    /// Its name.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// What the object is.
    pub kind: ObjectKind,
    /// Name of the object; of a person 曾**.
    pub label: String,
    /// The day on which it came onto the list.
    #[schema(value_type = String, format = Date)]
    pub opens: Date,
    /// The last day on which it may be done; for what carries over, the last on which it should have been.
    #[schema(value_type = String, format = Date)]
    pub last: Date,
    /// Where it stands.
    pub state: DutyState,
    /// It was missed and carries over: nobody is blamed.
    pub carried: bool,
    /// Minutes, an estimate.
    pub minutes: u32,
    /// The most that is asked for.
    pub evidence: Evidence,
    /// Fields to be filled in, with what is known already.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<KnownField>,
    /// What set it off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<SetOff>,
    /// It gives way to what was set off: it may be done later, or left to lapse; nobody is blamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gives_way: Option<GivesWay>,
    /// The day it was moved to.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<Date>,
    /// Why it was skipped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<SkipReason>,
    /// What was said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The case it became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// Whether the post being used keeps it: taken, or handed to it.
    pub mine: bool,
    /// Until when the tick can be undone.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo_until: Option<Instant>,
    /// What may be done now: words of `tick`.
    pub may: Vec<&'static str>,
}

/// A field, and what is known of it: it is never typed again.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct KnownField {
    /// Its name in the pool.
    pub field: String,
    /// What is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// What set a duty off.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SetOff {
    /// The trigger.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Trigger>,
    /// What happened.
    pub on: TriggerKind,
    /// In words.
    pub note: String,
    /// Its last day.
    #[schema(value_type = String, format = Date)]
    pub until: Date,
}

/// Days that can be looked at: a week back, and as far ahead as rules are laid out with any sense.
fn in_reach(day: Day, today: Day) -> Result<(), Refusal> {
    if (today - 7..=today + 62).contains(&day) {
        return Ok(());
    }
    Err(Refusal::invalid(
        "day",
        "只能查看前7天至后62天",
        "Days from a week ago to two months ahead can be looked at",
    ))
}

/// What a list is made from, read in one round trip.
struct Facts {
    objects: Vec<Object>,
    rows: Vec<Touched>,
    triggers: Vec<Trigger>,
    kept: Vec<Touched>,
    covered: bool,
    workers: usize,
}

fn facts(
    r: &mut Read,
    world: &World,
    holder: &Holder,
    grid: &super::Place,
    district: &District,
    day: Day,
) -> Result<Facts> {
    let of_grid = || vec![district.into(), (&grid.grid).into(), day.into()];
    let span = [world.duties.start(day).into(), world.duties.start(day + 1).into()];
    let mut holders = vec![district.into(), (&grid.grid).into()];
    holders.extend(span);
    let asked = [
        (&sql::IN_GRID, of_grid()),
        (&sql::OF_GRID, of_grid()),
        (&sql::RUNNING, vec![district.into(), (&grid.town).into(), day.into()]),
        (&sql::OF_KEEPER, vec![district.into(), holding_of(holder).into(), day.into()]),
        (&sql::HOLDERS, holders),
        (&sql::AWAY_ON, of_grid()),
    ];
    let answers = r.many(&asked)?;
    let [objects, rows, triggers, kept, holders, away] = &answers[..] else {
        return Err(wangge_store::Error::Engine("six statements, six answers".into()));
    };
    let away: Vec<String> = away.iter().map(|row| row.text(0)).collect::<Result<_>>()?;
    let holders: Vec<String> = holders.iter().map(|row| row.text(0)).collect::<Result<_>>()?;
    Ok(Facts {
        objects: objects.iter().map(|row| sql::object(district, row)).collect::<Result<_>>()?,
        rows: rows.iter().map(sql::touched).collect::<Result<_>>()?,
        triggers: triggers.iter().map(|row| sql::trigger(district, row)).collect::<Result<_>>()?,
        kept: kept.iter().map(sql::touched).collect::<Result<_>>()?,
        covered: holders.iter().any(|id| !away.iter().any(|one| bare(one) == id)),
        workers: holders.len(),
    })
}

/// The list of a grid on a day, with what colleagues handed to the post being used.
///
/// # Errors
/// `Forbidden` for another grid or community, `Invalid` for a day out of reach.
pub fn day_list(
    r: &mut Read,
    world: &World,
    holder: &Holder,
    grid: &UnitCode,
    day: Option<Day>,
) -> Result<DutyDay> {
    let (district, place) = ground(world, grid)?;
    access::may(holder, Verb::DutySee, &subject(&district, &place, true, None))?;
    let now_day = today(world, r);
    let day = day.unwrap_or(now_day);
    in_reach(day, now_day)?;
    let facts = facts(r, world, holder, &place, &district, day)?;
    let dues = world.duties.dues(day, &facts.triggers);
    let listed = plan::list(&world.duties, &dues, &facts.triggers, &facts.objects, &facts.rows, day);
    let week = if listed.iter().any(|it| it.trigger.is_some()) {
        let stops = plan::ahead(&world.duties, &facts.triggers, &facts.objects, &facts.rows, day);
        Some(ceiling::week(&stops, day, ceiling_of(r, facts.workers)?))
    } else {
        None
    };
    let scene = Scene { world, holder, today: now_day, now: r.now(), week: week.as_ref() };
    let mut rows = Vec::with_capacity(listed.len());
    for it in &listed {
        rows.push((scene.row(it, &facts.triggers)?, it.object));
    }
    // What this post keeps of other grids stands on its own list too.
    let mut others = Vec::new();
    for row in facts.kept.iter().filter(|row| row.state.is_open() && row.place.grid != *grid) {
        let at = Ref::new(district.clone(), row.of.object);
        others.push((object(r, &at, day)?, row));
    }
    others.retain(|(object, row)| object.to > day && world.duties.in_force(&row.of.matter, day));
    for (object, row) in &others {
        let Some(matter) = world.duties.version(&row.of.matter, row.version) else { continue };
        let it = Listed {
            object,
            matter: matter.clone(),
            of: row.of.clone(),
            opens: row.of.nominal,
            last: if row.last == OPEN { now_day - 1 } else { row.last },
            state: row.state,
            row: Some(row),
            carried: row.last == OPEN,
            trigger: None,
        };
        rows.push((scene.row(&it, &[])?, object));
    }
    let (stops, village) = (stops(world, rows)?, place.village);
    Ok(DutyDay {
        day: civil_date(day),
        grid: grid.clone(),
        village: village.clone(),
        covered: facts.covered,
        minutes: stops.iter().map(|stop| stop.minutes).sum(),
        estimate: true,
        burden: burden::verbs::current(r, world, &village)?,
        week: week.as_ref().map(DutyWeek::from),
        stops,
    })
}

/// What the grid list may cost a grid with so many workers; an empty post counts as one.
pub(super) fn ceiling_of(r: &mut Read, workers: usize) -> Result<i64> {
    let now = r.now();
    let each = burden::verbs::terms_at(r, now)?.terms.ceiling(crate::matter::Tier::Grid);
    Ok(i64::from(each) * i64::try_from(workers.max(1)).unwrap_or(1))
}

/// Rows put together at their doors, in the order of the walk: what is open first.
fn stops(world: &World, rows: Vec<(DutyRow, &Object)>) -> Result<Vec<DutyStop>> {
    let (open, settled): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(row, _)| row.state.is_open());
    let mut all = Vec::new();
    for part in [open, settled] {
        let mut items = Vec::with_capacity(part.len());
        for (row, object) in &part {
            let (_, door) = shown(world, object)?;
            items.push(walk::Item {
                building: object.building.clone().unwrap_or_default(),
                door,
                object: row.object.id.to_string(),
                point: object.point,
            });
        }
        let mut part: Vec<Option<DutyRow>> = part.into_iter().map(|(row, _)| Some(row)).collect();
        let mut before: Option<Coord> = None;
        for stop in walk::stops(&items) {
            let duties: Vec<DutyRow> = stop.of.iter().filter_map(|at| part.get_mut(*at)?.take()).collect();
            let metres = before.zip(stop.point).map(|(from, to)| walk::metres(from, to));
            before = stop.point.or(before);
            let open = duties.iter().filter(|d| d.state.is_open());
            all.push(DutyStop {
                building: Some(stop.building).filter(|code| !code.is_empty()),
                door: stop.door,
                point: stop.point,
                metres,
                minutes: open.map(|d| i64::from(d.minutes)).sum(),
                duties,
            });
        }
    }
    Ok(all)
}

/// One tick of each kind, to ask the law what it would say.
pub(super) fn samples(day: Day) -> [Tick; 10] {
    let seen = |n: usize| Seen { note: "有".into(), files: vec![String::new(); n] };
    [
        Tick::Done(seen(0)),
        Tick::NothingFound(Seen::default()),
        Tick::Found(Found { text: "发现".into(), case_matter: None, files: Vec::new() }),
        Tick::Skip(Skip { reason: SkipReason::NobodyHome, note: String::new() }),
        Tick::Move(Move { to: civil_date(day + 1) }),
        Tick::HandOver(HandOver { to: String::new() }),
        Tick::Offer(Plain {}),
        Tick::Take(Plain {}),
        Tick::GiveBack(Plain {}),
        Tick::Undo(Plain {}),
    ]
}

/// How somebody stands to a stop.
pub(super) fn relation(holder: &Holder, place: &super::Place, row: Option<&Touched>) -> Relation {
    let of_grid = holder.unit == place.grid && holder.role == wangge_base::Role::GridWorker;
    Relation {
        of_grid: of_grid || holder.unit == place.village,
        helper: holder.unit == place.grid && holder.role == wangge_base::Role::Volunteer,
        keeper: row.is_some_and(|row| row.keeper.as_deref() == Some(holding_of(holder))),
        actor: row.is_some_and(|row| row.actor == holding_of(holder)),
    }
}

struct Scene<'a> {
    world: &'a World,
    holder: &'a Holder,
    today: Day,
    now: Instant,
    week: Option<&'a Week>,
}

impl Scene<'_> {
    fn row(&self, it: &Listed<'_>, triggers: &[Trigger]) -> Result<DutyRow> {
        let matter: &Matter = &it.matter;
        let (label, door) = shown(self.world, it.object)?;
        let by = relation(self.holder, &it.object.place, it.row);
        let view = View {
            matter,
            state: it.state,
            row: it.row,
            opens: it.opens,
            last: it.last,
            carried: it.carried,
            today: self.today,
            closed: self.today - 2,
            happened: self.today,
            by,
        };
        let mut may = Vec::new();
        for mut tick in samples(self.today) {
            // The law would ask for a photo; the question here is whether the tick is possible at all.
            if let (Tick::Done(seen), Evidence::PhotoAfter | Evidence::Document) =
                (&mut tick, matter.evidence)
            {
                seen.files.push(String::new());
            }
            if flow::next(&view, &tick, self.now).is_ok() {
                may.push(tick.word());
            }
        }
        let trigger = it.trigger.and_then(|at| triggers.get(at)).map(|t| SetOff {
            at: t.at.clone(),
            on: t.on,
            note: t.note.clone(),
            until: civil_date(t.to),
        });
        let known = |field: &String| KnownField {
            field: field.clone(),
            value: known(it.object, field, &label, &door),
        };
        Ok(DutyRow {
            object: it.object.at.clone(),
            matter: it.of.matter.clone(),
            nominal: civil_date(it.of.nominal),
            name_zh: matter.name_zh.clone(),
            name_en: matter.name_en.clone(),
            kind: it.object.kind,
            opens: civil_date(it.opens),
            last: civil_date(it.last),
            state: it.state,
            carried: it.carried,
            minutes: matter.minutes,
            evidence: matter.evidence,
            fields: matter.fields.iter().map(known).collect(),
            trigger,
            gives_way: self.week.and_then(|week| week.gives_way.get(&it.of).copied()),
            moved_to: it
                .row
                .and_then(|row| row.moved_to)
                .filter(|_| it.state == DutyState::Moved)
                .map(civil_date),
            reason: it.row.and_then(|row| row.reason),
            note: it.row.map(|row| row.note.clone()).unwrap_or_default(),
            case: it.row.and_then(|row| row.case.clone()),
            mine: by.keeper,
            undo_until: it
                .row
                .filter(|_| may.contains(&"undo"))
                .map(|row| row.touched.plus_minutes(flow::UNDO)),
            label,
            may,
        })
    }
}

/// What the object itself says of a field of the pool: the last word of its name.
fn known(it: &Object, field: &str, label: &str, door: &str) -> Option<String> {
    let value = match field.rsplit('.').next().unwrap_or_default() {
        "name" => label.to_owned(),
        "door" | "address" => door.to_owned(),
        "building" => it.building.clone().unwrap_or_default(),
        "grid" => it.place.grid.to_string(),
        "village" => it.place.village.to_string(),
        _ => return None,
    };
    Some(value).filter(|value| !value.is_empty())
}

/// A day of the week ahead: what comes onto the list.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DutyAhead {
    /// The day.
    #[schema(value_type = String, format = Date)]
    pub day: Date,
    /// What comes onto the list, by matter.
    pub matters: Vec<MatterAhead>,
    /// Minutes, an estimate.
    pub minutes: i64,
}

/// What comes onto the list of one matter.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct MatterAhead {
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

/// What comes onto the list of a grid in the seven days from `from` on.
///
/// # Errors
/// As [`day_list`].
pub fn week(
    r: &mut Read,
    world: &World,
    holder: &Holder,
    grid: &UnitCode,
    from: Option<Day>,
) -> Result<Vec<DutyAhead>> {
    let (district, place) = ground(world, grid)?;
    access::may(holder, Verb::DutySee, &subject(&district, &place, true, None))?;
    let today = today(world, r);
    let from = from.unwrap_or(today);
    in_reach(from, today)?;
    let mut all = Vec::with_capacity(7);
    for day in from..from + 7 {
        let key = [(&district).into(), grid.into(), day.into()];
        let objects = r.query(&sql::IN_GRID, &key, |row| sql::object(&district, row))?;
        let key = [(&district).into(), (&place.town).into(), day.into()];
        let triggers = r.query(&sql::RUNNING, &key, |row| sql::trigger(&district, row))?;
        let dues = world.duties.dues(day, &triggers);
        let mut matters: Vec<MatterAhead> = Vec::new();
        for (of, matter) in plan::opening(&dues, &triggers, &objects, day) {
            let minutes = i64::from(matter.minutes);
            match matters.iter_mut().find(|m| m.matter == of.matter) {
                Some(found) => (found.count, found.minutes) = (found.count + 1, found.minutes + minutes),
                None => matters.push(MatterAhead {
                    matter: of.matter,
                    name_zh: matter.name_zh.clone(),
                    name_en: matter.name_en.clone(),
                    count: 1,
                    minutes,
                }),
            }
        }
        let minutes = matters.iter().map(|m| m.minutes).sum();
        all.push(DutyAhead { day: civil_date(day), matters, minutes });
    }
    Ok(all)
}
