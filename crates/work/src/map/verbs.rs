//! Reading the cases of a tile.

use std::collections::BTreeSet;

use wangge_base::{Coord, District, Instant, Ref, UnitCode};
use wangge_realm::{Moved, access::Filter, resident::Errand};
use wangge_store::{Read, Result};

use super::{MOST, Spot, Wanted, sql};
use crate::{
    World,
    case::{self, Case},
};

/// How far outside of its grid a case may lie, degrees: a phone by the river is off by up to 3 km.
const ASTRAY: f64 = 0.04;

/// Home shards whose cases may lie in a box: those of the grids in and around it.
pub fn districts(world: &World, wanted: &Wanted) -> BTreeSet<District> {
    let low = Coord { lon: wanted.low.lon - ASTRAY, lat: wanted.low.lat - ASTRAY };
    let high = Coord { lon: wanted.high.lon + ASTRAY, lat: wanted.high.lat + ASTRAY };
    let grids = world.grids.in_box(low, high, usize::MAX);
    grids.iter().filter_map(|grid| world.units.shard(grid)).collect()
}

/// What is open in a grid: its cases.
pub fn open_in(read: &mut Read, district: &District, grid: &UnitCode) -> Result<Vec<Moved>> {
    let n = read.one(&sql::OPEN_IN, &[district.into(), grid.into()], |row| row.int(0))?;
    Ok(vec![Moved { what: "cases".into(), n }])
}

/// A case as a reason to look at who lives in a building; `None` when `work` names none.
pub fn errand(read: &mut Read, work: &str) -> Result<Option<Errand>> {
    let Ok(at) = work.parse::<Ref<Case>>() else { return Ok(None) };
    let Some(subject) = case::verbs::subject_of(read, work)? else { return Ok(None) };
    let key = [(&at.district).into(), at.id.into()];
    let found =
        read.opt(&sql::WHERE, &key, |row| Ok((row.opt_real(0)?, row.opt_real(1)?, row.int(2)? == 1)))?;
    Ok(found.map(|(lon, lat, open)| Errand {
        subject,
        point: lon.zip(lat).map(|(lon, lat)| Coord { lon, lat }),
        open,
    }))
}

/// The open cases in a box that `right` covers, at most [`MOST`], and whether there are more.
pub fn spots(
    read: &mut Read,
    world: &World,
    right: &Filter,
    wanted: &Wanted,
    now: Instant,
) -> Result<(Vec<Spot>, bool)> {
    let near = districts(world, wanted);
    let (text, params) = sql::spots(wanted, right);
    let mut found = Vec::new();
    for district in right.districts.iter().filter(|one| near.contains(one)) {
        let mut bound = vec![district.into()];
        bound.extend_from_slice(&params);
        found.extend(read.dynamic("map.spots", &text, &bound, |row| {
            Ok(Spot {
                at: Ref::<Case>::new(district.clone(), row.parse(0)?).to_string(),
                number: row.text(1)?,
                state: row.text(2)?,
                colour: row.text(3)?,
                board: row.text(4)?,
                matter: row.opt_text(5)?,
                overdue: row.int(6)? <= now.micros(),
                point: Coord { lon: row.real(7)?, lat: row.real(8)? },
            })
        })?);
    }
    let more = found.len() > MOST;
    found.truncate(MOST);
    Ok((found, more))
}
