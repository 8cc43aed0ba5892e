//! Coverage by place and time: what was seen, what falls behind, what has not been seen for long. Never by person.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Holder, MatterCode, Ref, Refusal, UnitCode, civil_date};
use wangge_realm::{
    access::{self, Verb},
    place_of,
    unit::UnitKind,
};
use wangge_store::{Read, Result};

use super::{ground, object, shown, today, uncovered};
use crate::{
    World,
    duty::{Day, Object, flow::plan::Sums, sql},
    matter::ObjectKind,
};

/// Most objects named that were not seen for long.
const UNSEEN: usize = 50;

/// Coverage of a community or town.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Coverage {
    /// The unit.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// The first day counted.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// The last closed day: nothing later is counted.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<Date>,
    /// By place and matter, what falls behind most first.
    pub rows: Vec<CoverageRow>,
    /// Grids that nobody works today: their stops are the community's to look after. For a community.
    #[schema(value_type = Vec<String>)]
    pub uncovered: Vec<UnitCode>,
    /// What has not been seen for longest. For a community.
    pub unseen: Vec<Unseen>,
}

/// What became of the duties of one matter at one place.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CoverageRow {
    /// The place: a grid of the community, a village of the town.
    #[schema(value_type = String)]
    pub place: UnitCode,
    /// The matter.
    #[schema(value_type = String)]
    pub matter: MatterCode,
    /// Its name.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// Came onto the list.
    pub planned: i64,
    /// Was done, late ones and "nothing found" included.
    pub done: i64,
    /// Of these: nothing was found, an equal answer.
    pub nothing_found: i64,
    /// Of these: became a case.
    pub found: i64,
    /// Of these: after its days were over.
    pub late: i64,
    /// Was skipped with a reason.
    pub skipped: i64,
    /// Its days went by.
    pub missed: i64,
    /// Fell away.
    pub fell: i64,
    /// Minutes of what was done, an estimate.
    pub minutes: i64,
}

/// An object that has not been seen for long.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Unseen {
    /// The object.
    #[schema(value_type = String)]
    pub object: Ref<Object>,
    /// What it is.
    pub kind: ObjectKind,
    /// Name; of a person 曾**.
    pub label: String,
    /// Its grid.
    #[schema(value_type = String)]
    pub grid: UnitCode,
    /// When it was seen last; never, if absent.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<Date>,
}

/// Coverage of a community or town over the last `days` closed days.
///
/// # Errors
/// `Forbidden` elsewhere; `Invalid` for another kind of unit or too many days.
pub fn coverage(
    r: &mut Read,
    world: &World,
    holder: &Holder,
    unit: &UnitCode,
    days: i64,
) -> Result<Coverage> {
    let place = place_of(&world.units, unit)?;
    access::may(holder, Verb::StatsRead, &place)?;
    if !(1..=92).contains(&days) {
        return Err(Refusal::invalid("days", "天数为1至92", "1 to 92 days").into());
    }
    let kind = world.units.get(unit.as_str()).map(|unit| unit.kind());
    let (stmt, of_village) = match kind {
        Some(UnitKind::Village) => (&sql::CLOSED_OF_VILLAGE, true),
        Some(UnitKind::Town) => (&sql::CLOSED_OF_TOWN, false),
        _ => return Err(Refusal::invalid("unit", "请选择镇街或村社区", "Choose a town or a village").into()),
    };
    let (district, today) = (&place.district, today(world, r));
    let from = today - days;
    let mut sums: BTreeMap<(UnitCode, MatterCode), Sums> = BTreeMap::new();
    let mut through: Option<Day> = None;
    let closed = r.query(stmt, &[district.into(), unit.into(), from.into()], |row| {
        Ok((row.parse(0)?, row.parse(1)?, row.int(2)?, sql::sums(row.str(4)?)?))
    })?;
    for (grid, village, day, by_matter) in closed {
        through = through.max(Some(day));
        let here: UnitCode = if of_village { grid } else { village };
        for (matter, one) in by_matter {
            *sums.entry((here.clone(), matter)).or_default() += one;
        }
    }
    let mut rows: Vec<CoverageRow> = sums
        .into_iter()
        .map(|((place, matter), it)| {
            let names = world.matters.versions(&matter).last();
            CoverageRow {
                place,
                name_zh: names.map(|m| m.name_zh.clone()).unwrap_or_default(),
                name_en: names.map(|m| m.name_en.clone()).unwrap_or_default(),
                matter,
                planned: it.planned,
                done: it.done,
                nothing_found: it.nothing_found,
                found: it.found,
                late: it.late,
                skipped: it.skipped,
                missed: it.missed,
                fell: it.fell,
                minutes: it.minutes,
            }
        })
        .collect();
    rows.sort_by_key(|row| (row.late - row.missed, row.place.clone(), row.matter.clone()));
    let (uncovered, unseen) = if of_village {
        (uncovered(r, world, unit, today)?, unseen(r, world, district, unit, today)?)
    } else {
        (Vec::new(), Vec::new())
    };
    Ok(Coverage {
        unit: unit.clone(),
        from: civil_date(from),
        through: through.map(civil_date),
        rows,
        uncovered,
        unseen,
    })
}

fn unseen(
    r: &mut Read,
    world: &World,
    district: &wangge_base::District,
    village: &UnitCode,
    today: Day,
) -> Result<Vec<Unseen>> {
    let kinds = world.duties.kinds(today);
    let key = [district.into(), village.into(), today.into()];
    let mut all: Vec<(wangge_base::Id<Object>, Option<Day>)> =
        r.query(&sql::UNSEEN, &key, |row| Ok((row.parse(0)?, row.opt_int(1)?)))?;
    all.sort_by_key(|(id, seen)| (*seen, *id));
    let mut named = Vec::new();
    for (id, seen) in all {
        if named.len() == UNSEEN {
            break;
        }
        let it = object(r, &Ref::new(district.clone(), id), today)?;
        if !kinds.contains(&it.kind) {
            continue;
        }
        let (label, _) = shown(world, &it)?;
        named.push(Unseen {
            object: it.at,
            kind: it.kind,
            label,
            grid: it.place.grid,
            seen: seen.map(civil_date),
        });
    }
    Ok(named)
}

/// Minutes and number of what was done, per matter, in a village since a day: what the burden meter holds its
/// estimates against. No account is in it.
pub fn minutes_of(
    r: &mut Read,
    world: &World,
    grid: &UnitCode,
    from: Day,
) -> Result<BTreeMap<MatterCode, Sums>> {
    let (district, place) = ground(world, grid)?;
    let key = [(&district).into(), (&place.village).into(), from.into()];
    let all = r.query(&sql::CLOSED_OF_VILLAGE, &key, |row| sql::sums(row.str(4)?))?;
    Ok(all.into_iter().flatten().fold(BTreeMap::new(), |mut sums, (matter, one)| {
        *sums.entry(matter).or_insert_with(Sums::default) += one;
        sums
    }))
}
