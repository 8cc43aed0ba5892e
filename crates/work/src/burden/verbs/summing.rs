//! What each community and town bears by, summed once a night: a price is a plan for a year, everybody who takes part
//! in an admission sees the same numbers all day, and no counter is written to whenever an object moves.

use std::collections::{BTreeMap, HashMap};

use wangge_base::{District, MatterCode, Role, UnitCode, days_since_epoch};
use wangge_realm::unit::UnitKind;
use wangge_store::{Read, Result, Tx};

use super::{many, today};
use crate::{
    World,
    burden::{sql, sql::Summed},
    duty::{self, flow::plan::Sums},
    matter::ObjectKind,
};

/// Whether the district has not been summed today.
pub fn is_due(r: &mut Read, world: &World, district: &District) -> Result<bool> {
    let day = today(world, r.now()).to_string();
    Ok(r.one(&sql::SUMMED, &[district.into()], |row| row.text(0))? < day)
}

/// Sums a district anew; answers how many communities and towns it has.
pub fn sum(tx: &mut Tx, world: &World, district: &District) -> Result<u64> {
    let now = tx.now();
    let mut staff = HashMap::<UnitCode, (u32, u32)>::new();
    for (unit, role, n) in tx.query(&sql::STAFF, &[district.into(), now.into()], |row| {
        Ok((row.parse::<UnitCode>(0)?, row.text(1)?, sql::count(row, 2)?))
    })? {
        let (workers, officers) = staff.entry(unit).or_default();
        match Role::from_word(&role) {
            Some(Role::GridWorker) => *workers += n,
            Some(
                Role::VillageAdmin
                | Role::TownPost
                | Role::EnterpriseOfficer
                | Role::Mediator
                | Role::LawOfficer
                | Role::LegalReviewer,
            ) => *officers += n,
            _ => {}
        }
    }
    let mut objects = objects(tx, world, district)?;
    let day = today(world, now).to_string();
    let mut rows = Vec::new();
    for unit in world.units.all().filter(|u| u.is_in_use() && u.district() == district) {
        if !matches!(unit.kind(), UnitKind::Village | UnitKind::Town) {
            continue;
        }
        let code = unit.code();
        let grids: Vec<UnitCode> = unit
            .children()
            .filter(|u| u.kind() == UnitKind::Grid && u.is_in_use())
            .map(|u| u.code())
            .collect();
        let mut here = objects.remove(&code).unwrap_or_default();
        if !grids.is_empty() {
            here.insert(ObjectKind::Grid, many(grids.len()));
        }
        let it = Summed {
            workers: grids.iter().filter_map(|grid| staff.get(grid)).map(|(workers, _)| workers).sum(),
            officers: staff.get(&code).map_or(0, |(_, officers)| *officers),
            grids: many(grids.len()),
            objects: here,
            at: now,
            unit: code,
        };
        rows.push((&sql::PUT_GROUND, sql::put_ground(district, &it, &day)?));
    }
    let count = rows.len() as u64;
    tx.batch(rows)?;
    tx.exec(&sql::DROP_GROUND, &[district.into(), now.into()])?;
    Ok(count)
}

/// How many objects of each kind every community has.
fn objects(
    r: &mut Read,
    world: &World,
    district: &District,
) -> Result<BTreeMap<UnitCode, BTreeMap<ObjectKind, u32>>> {
    let day = days_since_epoch(today(world, r.now()));
    let mut all = BTreeMap::<UnitCode, BTreeMap<ObjectKind, u32>>::new();
    for it in duty::verbs::object_counts(r, district, day)? {
        all.entry(it.village).or_default().insert(it.kind, u32::try_from(it.count).unwrap_or(u32::MAX));
    }
    Ok(all)
}

/// The sums of a closed day of a district: what the grids closed it with, together.
#[derive(Clone, Debug)]
pub struct Added {
    day: i64,
    sums: BTreeMap<MatterCode, Sums>,
}

/// The first closed day that was not added up yet; `None`: all were. A closed day never changes.
pub fn to_add(r: &mut Read, district: &District) -> Result<Option<Added>> {
    let through = r.one(&sql::DONE_THROUGH, &[district.into()], |row| row.int(0))?;
    let day = r.one(&sql::NEXT_CLOSED, &[district.into(), through.into()], |row| row.int(0))?;
    // A day of which some grids are still to be closed waits.
    if day == 0 || day > duty::verbs::closed_through(r, district)? {
        return Ok(None);
    }
    let grids =
        r.query(&sql::CLOSED_ON, &[district.into(), day.into()], |row| duty::sql::sums(row.str(0)?))?;
    let mut sums = BTreeMap::<MatterCode, Sums>::new();
    for (matter, one) in grids.into_iter().flatten() {
        *sums.entry(matter).or_default() += one;
    }
    Ok(Some(Added { day, sums }))
}

/// Writes the sums of a day down, once.
pub fn add(tx: &mut Tx, district: &District, it: &Added) -> Result<u64> {
    let row = |matter: &str, planned: i64, done: i64| {
        (&sql::PUT_DONE, vec![district.into(), matter.into(), it.day.into(), planned.into(), done.into()])
    };
    let mut rows: Vec<_> = it.sums.iter().map(|(code, s)| row(code.as_str(), s.planned, s.done)).collect();
    rows.push(row("", 0, 0));
    Ok(tx.batch(rows)?.iter().sum())
}
