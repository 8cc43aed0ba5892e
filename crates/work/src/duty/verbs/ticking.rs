//! One tap: what somebody does about a stop, once, in one transaction.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Actor, Holder, Instant, MatterCode, Ref, Refusal, UnitCode, days_since_epoch};
use wangge_realm::{
    access::{self, Verb},
    account::{self, Holding},
    file, notice,
};
use wangge_store::{Error, Event, Read, Result, Tx};
use wangge_web::{IdemKey, once};

use super::{closed_through, holding_of, object, relation, subject, today};
use crate::{
    Command, World,
    case::{self, Report},
    duty::{
        Day, Duty, DutyState, OPEN, Object, Occurrence, Tick, Touched, Trigger,
        flow::{self, View, plan},
        sql,
    },
    matter::Matter,
};

/// How often a tick is tried anew when somebody else was faster.
const RETRIES: usize = 3;

/// A tick as a phone sends it: with a key of its own, so that sending it twice does it once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TickOne {
    /// Idempotency key of this tick, 8 to 60 visible characters.
    pub key: String,
    /// The object.
    #[schema(value_type = String)]
    pub object: Ref<Object>,
    /// The matter.
    #[schema(value_type = String)]
    pub matter: MatterCode,
    /// The day the rule names.
    #[schema(value_type = String, format = Date)]
    pub nominal: Date,
    /// The trigger that set it off, if the list names one.
    #[schema(value_type = Option<String>)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Ref<Trigger>>,
    /// When it happened, by the phone: shown, and an excuse for coming in late; never decisive.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(default)]
    pub happened: Option<Instant>,
    /// What is done.
    #[serde(flatten)]
    pub tick: Tick,
}

/// Where the stop stands after a tick.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Ticked {
    /// Where it stands.
    pub state: DutyState,
    /// The case it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
}

/// Ticks.
///
/// # Errors
/// As the law says; `NotFound` for what is not on any list; `Forbidden` outside one's grid.
pub fn tick(tx: &mut Tx, world: &World, actor: &Actor, one: &TickOne) -> Result<Ticked> {
    let holder = actor.holder().ok_or_else(|| access::refuse(Verb::DutyDo))?;
    if !(8..=60).contains(&one.key.len()) || !one.key.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(Refusal::invalid(
            "key",
            "幂等键为8至60个可见字符",
            "A key has 8 to 60 visible characters",
        )
        .into());
    }
    let digest = wangge_web::digest(&holder.person, "duty.tick", one);
    let key = IdemKey(one.key.clone());
    once(tx, &one.object.district, &key, &digest, |tx| {
        for _ in 0..RETRIES {
            if let Some(done) = take(tx, world, holder, actor, one)? {
                return Ok(done);
            }
        }
        Err(Error::Retry("others kept ticking this stop".into()))
    })
}

/// An occurrence with what the law looks at.
struct Stop {
    object: Object,
    matter: std::sync::Arc<Matter>,
    row: Option<Touched>,
    opens: Day,
    last: Day,
}

/// The occurrence, if it is on a list of today or was on one of the last days.
fn load(r: &mut Read, world: &World, at: &Ref<Object>, of: &Occurrence, today: Day) -> Result<Stop> {
    let not_found = || {
        Refusal::not_found(
            "清单上没有这一项:规则或对象可能已变更,请刷新今天的列表",
            "It is not on the list: its rule or object may have changed. Refresh today's list",
        )
    };
    let it = object(r, at, today)?;
    let key =
        [(&at.district).into(), of.object.into(), (&of.matter).into(), of.nominal.into(), sql::set_off(of)];
    let row = r.opt(&sql::ONE, &key, sql::touched)?;
    let triggers: Vec<Trigger> = match of.trigger {
        None => Vec::new(),
        Some(id) => {
            let key = [(&at.district).into(), id.into()];
            r.query(&sql::TRIGGER, &key, |row| sql::trigger(&at.district, row))?
        }
    };
    // Today's list first, then those of the days before: what was done offline comes in late.
    let one = std::slice::from_ref(&it);
    for day in (today - flow::LATE..=today).rev() {
        let dues = world.duties.dues(day, &triggers);
        let found =
            plan::list(&world.duties, &dues, &triggers, one, &[], day).into_iter().find(|l| l.of == *of);
        if let Some(found) = found {
            let (matter, opens, last) = (found.matter.clone(), found.opens, found.last);
            return Ok(Stop { matter, row, opens, last, object: it });
        }
    }
    // What carries over, or was touched, is known by its row.
    let row = row.ok_or_else(not_found)?;
    let matter = world.duties.version(&of.matter, row.version).ok_or_else(not_found)?.clone();
    let (opens, last) = (of.nominal, if row.last == OPEN { today - 1 } else { row.last });
    Ok(Stop { object: it, matter, row: Some(row), opens, last })
}

fn take(tx: &mut Tx, world: &World, holder: &Holder, actor: &Actor, one: &TickOne) -> Result<Option<Ticked>> {
    let (now, today) = (tx.now(), today(world, tx));
    let of = Occurrence {
        matter: one.matter.clone(),
        object: one.object.id,
        nominal: days_since_epoch(one.nominal),
        trigger: one.trigger.as_ref().map(|trigger| trigger.id),
    };
    let stop = load(tx, world, &one.object, &of, today)?;
    let district = &one.object.district;
    let Stop { object: it, matter, row, .. } = &stop;
    let keeper = row.as_ref().and_then(|row| row.keeper_unit.as_ref());
    access::may(holder, Verb::DutyDo, &subject(district, &it.place, it.kind.is_person(), keeper))?;
    if !world.duties.in_force(&of.matter, today) || it.to <= today {
        return Err(Refusal::not_allowed(
            "duty.fell_away",
            "事项已停止执行,或对象已不在,这一项不用再办",
            "Its entry has ended or the object is gone: nobody has to do it any more",
        )
        .into());
    }
    // A phone whose clock runs ahead did it now.
    let happened = one.happened.filter(|at| *at <= now);
    let carried = row.as_ref().is_some_and(|row| row.last == OPEN);
    let view = View {
        matter,
        state: row.as_ref().map_or(DutyState::Planned, |row| row.state),
        row: row.as_ref(),
        opens: stop.opens,
        last: stop.last,
        carried,
        today,
        closed: closed_through(tx, district)?,
        happened: happened.map_or(today, |at| world.duties.day(at)),
        by: relation(holder, &it.place, row.as_ref()),
    };
    let mv = flow::next(&view, &one.tick, now)?;
    let before = row.as_ref().map(|row| row.revision);
    let mut made = Touched {
        id: row.as_ref().map_or_else(|| tx.new_id::<Duty>(), |row| row.id),
        of,
        version: matter.version,
        last: mv.last,
        place: it.place.clone(),
        state: mv.state,
        before: view.state,
        day: today,
        touched: now,
        happened,
        minutes: i64::from(matter.minutes),
        late: mv.late,
        note: String::new(),
        reason: None,
        case: row.as_ref().and_then(|row| row.case.clone()),
        actor: holding_of(holder).to_owned(),
        keeper: row.as_ref().and_then(|row| row.keeper.clone()).filter(|_| !mv.frees),
        keeper_unit: keeper.cloned().filter(|_| !mv.frees),
        moved_to: mv.moved_to,
        revision: before.unwrap_or(0) + 1,
    };
    if mv.keeps {
        made.keeper = Some(holding_of(holder).to_owned());
        made.keeper_unit = Some(holder.unit.clone());
    }
    let told = say(tx, world, actor, holder, one, it, &mut made)?;
    let written = match before {
        None => tx.exec(&sql::INSERT, &sql::insert(district, &made))?,
        Some(before) => tx.exec(&sql::SAVE, &sql::save(district, &made, before))?,
    };
    if written == 0 {
        // Somebody was faster. A case that was opened meanwhile cannot be taken back here: the whole tick is retried.
        return if told { Err(Error::Retry("another tick was faster".into())) } else { Ok(None) };
    }
    tx.emit(Event {
        district: district.clone(),
        kind: "duty.step",
        subject: Ref::new(district.clone(), made.id).to_string(),
        scope: [&it.place.village, &it.place.grid].map(ToString::to_string).into(),
        data: serde_json::json!({ "state": made.state.word() }),
    });
    Ok(Some(Ticked { state: made.state, case: made.case }))
}

/// What the tick says besides: note, reason, files, the colleague, the case. Answers whether anything was written.
fn say(
    tx: &mut Tx,
    world: &World,
    actor: &Actor,
    holder: &Holder,
    one: &TickOne,
    it: &Object,
    made: &mut Touched,
) -> Result<bool> {
    let district = &one.object.district;
    match &one.tick {
        Tick::Done(seen) | Tick::NothingFound(seen) => {
            made.note = seen.note.trim().to_owned();
            let at = Ref::new(district.clone(), made.id.cast());
            for file in &seen.files {
                file::link(tx, &file.parse()?, &at, actor.person())?;
            }
            Ok(!seen.files.is_empty())
        }
        Tick::Skip(skip) => {
            (made.note, made.reason) = (skip.note.trim().to_owned(), Some(skip.reason));
            Ok(false)
        }
        Tick::HandOver(to) => {
            let held = colleague(tx, world, holder, &to.to, &made.place.village)?;
            (made.keeper, made.keeper_unit) = (Some(held.at.to_string()), Some(held.unit.clone()));
            let new = notice::New {
                to: notice::To::Person(held.person()),
                kind: "duty",
                colour: wangge_base::Colour::Blue,
                subject: &one.object.to_string(),
                zh: &format!("{}请您接一项任务,请在今天的列表里接下或退回", holder.called),
                en: &format!("{} hands you a stop: take it or give it back on today's list", holder.called),
                due: None,
                visible_from: None,
                drill: district.is_drill(),
            };
            notice::send(tx, district, &new)?;
            Ok(true)
        }
        Tick::Found(found) => {
            let point = it.point.filter(|at| {
                world.grids.locate(*at).is_ok_and(|l| world.units.shard(&l.grid).as_ref() == Some(district))
            });
            let report = Report {
                text: found.text.trim().to_owned(),
                point,
                datum: wangge_base::Datum::default(),
                // The place of a case is read by many: a person's door is not in it.
                place: if it.kind.is_person() {
                    it.building.clone().unwrap_or_default()
                } else {
                    format!("{} {}", it.label, it.door).trim().to_owned()
                },
                grid: Some(it.place.grid.clone()),
                matter: found.case_matter.clone(),
                answers: None,
                channel: None,
                happened: made.happened,
                files: found.files.clone(),
                name: None,
                phone: None,
                named: false,
                solved: None,
            };
            let cmd = Command::new(IdemKey(format!("{}.c", one.key)), &holder.person, "report", report);
            let receipt = case::verbs::report(tx, world, actor, &cmd)?;
            made.case = Some(receipt.at.to_string());
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// The holding of a colleague who works a grid of this village now.
fn colleague(tx: &mut Tx, world: &World, holder: &Holder, text: &str, village: &UnitCode) -> Result<Holding> {
    let no = || {
        Refusal::invalid(
            "to",
            "请选择本村(社区)的同事",
            "Choose a colleague who works a grid of the same community",
        )
    };
    let at: Ref<Holding> = text.parse().ok().ok_or_else(no)?;
    let held = account::holding(tx, &at).map_err(|_unknown| no())?;
    let up = world.units.get(held.unit.as_str()).and_then(|unit| unit.parent());
    let hers = up.is_some_and(|up| up.code() == *village) && held.role == wangge_base::Role::GridWorker;
    if !hers || !held.holds_at(tx.now()) || text == holder.holding {
        return Err(no().into());
    }
    Ok(held)
}
