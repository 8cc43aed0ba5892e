//! A change of grids for a day that is named: planned, told to those concerned, taken back until then, done by the
//! clock of whichever node comes first.

use serde_json::json;
use wangge_base::{Colour, District, Holder, Id, Instant, Ref, Refusal, Seat, UnitCode};
use wangge_store::{Event, Read, Result, Tx, Value};

use super::{Part, change, check, scope};
use crate::{
    grid::{Grids, Plan, PlanKind, PlanState, part_field, sql},
    notice,
    unit::Units,
};

/// Plans of a village looked back on.
const BACK: i64 = 50;
/// Nobody plans further ahead, days.
const AHEAD: i64 = 366;

/// A plan as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// Its reference, in the home shard of the village.
    pub at: Ref<Plan>,
    /// The village or community.
    pub village: UnitCode,
    /// What kind of change.
    pub kind: PlanKind,
    /// Where it stands.
    pub state: PlanState,
    /// From when on it counts.
    pub due: Instant,
    /// The grids that end.
    pub grids: Vec<UnitCode>,
    /// The grids that begin.
    pub parts: Vec<Part>,
    /// The account that planned it.
    pub by: String,
    /// Its name among colleagues.
    pub called: String,
    /// When it was planned.
    pub created: Instant,
    /// Why, in the words of whoever planned it.
    pub reason: Option<String>,
    /// When it was done, taken back or found impossible.
    pub ended: Option<Instant>,
    /// Why it could not be done, Chinese and English.
    pub why: Option<(String, String)>,
}

/// Plans a change for `due`, or does it at once where that is now. Those concerned are told.
///
/// # Errors
/// As [`check`]; `NotAllowed` while another plan for one of the grids is open.
pub fn plan(
    tx: &mut Tx,
    (units, grids): (&Units, &Grids),
    holder: &Holder,
    codes: &[UnitCode],
    parts: &[Part],
    (due, reason): (Option<Instant>, Option<&str>),
    zone: &str,
) -> Result<Planned> {
    let now = tx.now();
    let kind = check(tx, units, grids, codes, parts)?;
    let here = codes.first().and_then(|code| units.get(code.as_str()));
    let (Some(here), Some(village)) = (here, here.and_then(|grid| grid.parent())) else {
        return Err(Refusal::stale(units.version()).into());
    };
    let (district, village) = (here.district().clone(), village.code());
    free(tx, &district, &village, codes, parts)?;
    let due = due.filter(|due| *due > now).unwrap_or(now);
    if due > now.plus_minutes(AHEAD * 24 * 60) {
        return Err(Refusal::invalid(
            "effective",
            "生效时间最迟为一年之内",
            "A change is planned for a day within a year",
        )
        .into());
    }
    let mut it = Planned {
        at: Ref::new(district, tx.new_id()),
        village,
        kind,
        state: PlanState::Upcoming,
        due,
        grids: codes.to_vec(),
        parts: parts.to_vec(),
        by: holder.person.clone(),
        called: holder.called.clone(),
        created: now,
        reason: reason.map(str::to_owned),
        ended: None,
        why: None,
    };
    if due == now {
        change(tx, units, grids, codes, parts)?;
        (it.state, it.ended) = (PlanState::Done, Some(now));
    }
    tx.exec(&sql::PLAN, &sql::plan_values(&it)?)?;
    let (zh, en) = match it.state {
        PlanState::Upcoming => ("将于{}起调整", "will change on {}"),
        _ => ("已于{}调整", "changed on {}"),
    };
    tell(tx, units, &it, &local(due, zone), (zh, en))?;
    Ok(it)
}

/// That no open plan has anything to do with these grids and codes.
fn free(
    r: &mut Read,
    district: &District,
    village: &UnitCode,
    codes: &[UnitCode],
    parts: &[Part],
) -> Result<()> {
    for other in planned(r, district, village)?.iter().filter(|plan| plan.state == PlanState::Upcoming) {
        if let Some(code) = codes.iter().find(|code| other.grids.contains(code)) {
            return Err(Refusal::not_allowed(
                "grid.planned",
                format!("网格{code}已有待生效的方案,请先撤销那一个"),
                format!("A change of grid {code} is planned already; take that plan back first"),
            )
            .into());
        }
        let taken = |part: &Part| other.parts.iter().any(|theirs| theirs.code == part.code);
        if let Some(i) = parts.iter().position(taken) {
            let (zh, en) = (
                format!("代码{}已在另一个待生效的方案里使用,请换一个", parts[i].code),
                format!("{} is used by another plan; choose another", parts[i].code),
            );
            return Err(Refusal::invalid(&part_field(i, "code"), zh, en).into());
        }
    }
    Ok(())
}

/// Open plans and the latest others of a village, by the moment they count from, latest first.
pub fn planned(r: &mut Read, district: &District, village: &UnitCode) -> Result<Vec<Planned>> {
    r.query(&sql::PLANS, &[district.into(), village.into(), BACK.into()], |row| sql::planned(district, row))
}

/// One plan.
///
/// # Errors
/// `NotFound` when there is none.
pub fn one(r: &mut Read, at: &Ref<Plan>) -> Result<Planned> {
    let found =
        r.opt(&sql::PLAN_GET, &[(&at.district).into(), at.id.into()], |row| sql::planned(&at.district, row))?;
    Ok(found.ok_or_else(|| Refusal::not_found("没有这个方案", "There is no such plan"))?)
}

/// Takes a plan back before its moment. Doing so twice is doing so once.
///
/// # Errors
/// `NotAllowed` when it has been done, or was found impossible.
pub fn cancel(tx: &mut Tx, units: &Units, at: &Ref<Plan>, zone: &str) -> Result<()> {
    if close(tx, at, PlanState::Cancelled, None)? {
        let it = one(tx, at)?;
        return tell(tx, units, &it, &local(it.due, zone), ("原定{}的调整已撤销", "will not change on {}"));
    }
    match one(tx, at)?.state {
        PlanState::Cancelled => Ok(()),
        _ => Err(Refusal::not_allowed(
            "plan.over",
            "方案已执行或已失效,不能再撤销;如需改回,请另拟方案",
            "The plan has been carried out or has failed and cannot be taken back; plan another change",
        )
        .into()),
    }
}

/// Ends an open plan; false when somebody was faster.
fn close(tx: &mut Tx, at: &Ref<Plan>, state: PlanState, why: Option<(&str, &str)>) -> Result<bool> {
    let now = tx.now();
    let (zh, en) = (why.map(|w| w.0), why.map(|w| w.1));
    let values: [Value; 6] =
        [(&at.district).into(), at.id.into(), state.word().into(), now.into(), zh.into(), en.into()];
    Ok(tx.exec(&sql::PLAN_END, &values)? == 1)
}

/// Plans of a district whose moment has come, the earliest first.
pub fn due(r: &mut Read, district: &District) -> Result<Vec<Id<Plan>>> {
    let now = r.now();
    r.query(&sql::PLANS_DUE, &[district.into(), now.into()], |row| row.parse(0))
}

/// Does what a plan says. Whoever comes second finds it done; answers whether it was this call.
///
/// # Errors
/// As [`check`] and [`change`]: what was planned may have become impossible ([`block`] it), or the caller's units may
/// be older than those in force (`Stale`: load again, then repeat).
pub fn activate(tx: &mut Tx, units: &Units, grids: &Grids, at: &Ref<Plan>, zone: &str) -> Result<bool> {
    let it = one(tx, at)?;
    let now = tx.now();
    if it.state != PlanState::Upcoming || it.due > now || !close(tx, at, PlanState::Done, None)? {
        return Ok(false);
    }
    change(tx, units, grids, &it.grids, &it.parts)?;
    tell(tx, units, &it, &local(it.due, zone), ("已按方案({}起)调整", "changed as planned for {}"))?;
    Ok(true)
}

/// Puts aside a plan that has become impossible; whoever planned it is told why.
pub fn block(tx: &mut Tx, at: &Ref<Plan>, no: &Refusal) -> Result<bool> {
    // What is wrong with a field says more than that something is wrong.
    let (zh, en) = no.fields.first().map_or((&no.zh, &no.en), |field| (&field.zh, &field.en));
    if !close(tx, at, PlanState::Blocked, Some((zh, en)))? {
        return Ok(false);
    }
    let it = one(tx, at)?;
    let zh = format!("网格方案未能生效:{zh}。网格没有变动,请重新拟定方案。");
    let en = format!("A plan for grids could not take effect: {en}. Nothing has changed; plan it anew.");
    send(tx, &it, notice::To::Person(it.by.parse()?), (&zh, &en))?;
    Ok(true)
}

/// Tells whoever sits in the grids that end, in their village and its town. `{}` in the words is the moment.
fn tell(tx: &mut Tx, units: &Units, it: &Planned, at: &str, (zh, en): (&str, &str)) -> Result<()> {
    let title = units.get(it.village.as_str()).map(|unit| unit.title()).unwrap_or_default();
    let name =
        |code: &UnitCode| units.get(code.as_str()).map_or_else(|| code.to_string(), |u| u.name().to_owned());
    let old = it.grids.iter().map(name).collect::<Vec<_>>().join("、");
    let new = it.parts.iter().map(|part| part.name.trim()).collect::<Vec<_>>().join("、");
    let (why_zh, why_en) = it
        .reason
        .as_ref()
        .map_or_else(Default::default, |why| (format!("理由:{why}。"), format!(" Reason: {why}.")));
    let zh = format!("{title}{old}{}为{new}。{why_zh}已立案的事件仍记在原网格名下。", zh.replace("{}", at));
    let en = format!(
        "{title} {old} {}: {new}.{why_en} Cases filed before stay with the grid they were filed in.",
        en.replace("{}", at)
    );
    let town = units.get(it.village.as_str()).and_then(|unit| unit.parent()).map(|town| town.code());
    for unit in it.grids.iter().chain([&it.village]).chain(&town) {
        let seat = Seat { unit: unit.clone(), post: None };
        send(tx, it, notice::To::Seat(seat), (&zh, &en))?;
    }
    let here = it.grids.first().and_then(|code| units.get(code.as_str()));
    tx.emit(Event {
        district: it.at.district.clone(),
        kind: "grid.plan",
        subject: it.at.to_string(),
        scope: here.map(scope).unwrap_or_default(),
        data: json!({ "village": it.village }),
    });
    Ok(())
}

fn send(tx: &mut Tx, it: &Planned, to: notice::To, (zh, en): (&str, &str)) -> Result<()> {
    let (district, subject) = (it.at.district.clone(), it.at.to_string());
    let new = notice::New {
        to,
        kind: "grid.plan",
        colour: Colour::Blue,
        subject: &subject,
        zh,
        en,
        due: None,
        visible_from: None,
        drill: false,
    };
    notice::send(tx, &district, &new).map(drop)
}

/// A moment as a clock of the city shows it.
fn local(at: Instant, zone: &str) -> String {
    let zoned = at.timestamp().in_tz(zone);
    zoned.map_or_else(|_| at.to_string(), |there| there.strftime("%Y-%m-%d %H:%M").to_string())
}
