//! What is offered to volunteers and part-timers, and colleagues to hand a stop to.

use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Holder, Ref, UnitCode, civil_date};
use wangge_realm::access::{self, Verb};
use wangge_store::{Read, Result};

use super::{
    ground, holding_of,
    listing::{relation, samples},
    object, shown, subject, today,
};
use crate::{
    World,
    duty::{
        DutyState, OPEN, Object, Tick, Touched,
        flow::{self, View},
        sql,
    },
    matter::{Evidence, ObjectKind},
};

/// What is offered to volunteers and part-timers: what and in which building; no name before it is taken.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DutyOffer {
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
    /// Code of the building.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// Minutes, an estimate.
    pub minutes: u32,
    /// The last day on which it may be done.
    #[schema(value_type = String, format = Date)]
    pub last: Date,
    /// Where it stands: `offered` or `taken`.
    pub state: DutyState,
    /// Taken by the post being used: then name and door are told.
    pub mine: bool,
    /// Name, once taken; of a person 曾**.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Door, once taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub door: Option<String>,
    /// The most that is asked for.
    pub evidence: Evidence,
    /// What may be done now: words of `tick`.
    pub may: Vec<&'static str>,
}

/// What is offered in the grid of the post being used, and what it has taken.
///
/// # Errors
/// `Forbidden` for a post that takes no duties.
pub fn offers(r: &mut Read, world: &World, holder: &Holder) -> Result<Vec<DutyOffer>> {
    let (district, place) = ground(world, &holder.unit)?;
    access::may(holder, Verb::DutyDo, &subject(&district, &place, true, None))?;
    let today = today(world, r);
    let asked = [
        (&sql::OFFERED, vec![(&district).into(), (&place.grid).into(), (today - 92).into()]),
        (&sql::OF_KEEPER, vec![(&district).into(), holding_of(holder).into(), today.into()]),
    ];
    let mut rows: Vec<Touched> = Vec::new();
    for row in r.many(&asked)?.iter().flatten() {
        rows.push(sql::touched(row)?);
    }
    let mut all = Vec::new();
    for row in rows.iter().filter(|row| row.state.is_open() && row.last >= today) {
        let Some(matter) = world.duties.version(&row.of.matter, row.version) else { continue };
        let it = object(r, &Ref::new(district.clone(), row.of.object), today)?;
        if it.to <= today || !world.duties.in_force(&row.of.matter, today) {
            continue;
        }
        let (label, door) = shown(world, &it)?;
        let by = relation(holder, &row.place, Some(row));
        let mine = by.keeper && row.state == DutyState::Taken;
        let carried = row.last == OPEN;
        let last = if carried { today - 1 } else { row.last };
        let view = View {
            matter,
            state: row.state,
            row: Some(row),
            opens: row.of.nominal,
            last,
            carried,
            today,
            closed: today - 2,
            happened: today,
            by,
        };
        let now = r.now();
        let may =
            samples(today).iter().filter(|t| flow::next(&view, t, now).is_ok()).map(Tick::word).collect();
        all.push(DutyOffer {
            object: it.at.clone(),
            matter: row.of.matter.clone(),
            nominal: civil_date(row.of.nominal),
            name_zh: matter.name_zh.clone(),
            name_en: matter.name_en.clone(),
            kind: it.kind,
            building: it.building.clone(),
            minutes: matter.minutes,
            last: civil_date(last),
            state: row.state,
            mine,
            label: mine.then_some(label),
            door: mine.then_some(door),
            evidence: matter.evidence,
            may,
        });
    }
    Ok(all)
}

/// A colleague to whom a stop can be handed.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Colleague {
    /// The holding, for `hand_over`.
    pub holding: String,
    /// The name among colleagues.
    pub called: String,
    /// The grid.
    #[schema(value_type = String)]
    pub grid: UnitCode,
}

/// Who works the grids of the same community, but for the post being used.
///
/// # Errors
/// As [`day_list`].
pub fn colleagues(r: &mut Read, world: &World, holder: &Holder, grid: &UnitCode) -> Result<Vec<Colleague>> {
    let (district, place) = ground(world, grid)?;
    access::may(holder, Verb::DutySee, &subject(&district, &place, true, None))?;
    let now = r.now();
    let village = world.units.get(place.village.as_str());
    let grids: Vec<UnitCode> =
        village.into_iter().flat_map(|v| v.children()).filter(|g| g.is_in_use()).map(|g| g.code()).collect();
    let asked: Vec<_> =
        grids.iter().map(|g| (&sql::COLLEAGUES, vec![(&district).into(), g.into(), now.into()])).collect();
    let mut all = Vec::new();
    for row in r.many(&asked)?.iter().flatten() {
        let holding = format!("{district}.{}", row.text(0)?);
        if holding != holder.holding {
            all.push(Colleague { holding, grid: row.parse(1)?, called: row.text(2)? });
        }
    }
    Ok(all)
}
