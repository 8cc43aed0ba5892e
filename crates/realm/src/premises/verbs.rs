//! Putting buildings and points; looking for them.

use std::collections::BTreeSet;

use wangge_base::{Coord, District, Ref, Refusal, UnitCode};
use wangge_store::{Read, Result, Tx, Value};

use super::{Building, NewBuilding, NewPoint, Point, PointKind, Site, sql};
use crate::{grid::Grids, unit::Units};

/// Adds buildings of one district, or changes those whose code is known.
pub fn put_buildings(tx: &mut Tx, all: &[(Site, NewBuilding)]) -> Result<()> {
    let mut rows = Vec::with_capacity(all.len());
    for (site, of) in all {
        let one = Building { id: tx.new_id(), site: site.clone(), of: of.clone() };
        rows.push((&sql::PUT_BUILDING, sql::put_building(&one)));
    }
    tx.batch(rows)?;
    Ok(())
}

/// Adds points of one district, or changes those whose code is known.
pub fn put_points(tx: &mut Tx, all: &[(Site, NewPoint)]) -> Result<()> {
    let row = |(site, of): &(Site, NewPoint)| {
        (&sql::PUT_POINT, sql::put_point(&Point { site: site.clone(), of: of.clone() }))
    };
    tx.batch(all.iter().map(row).collect())?;
    Ok(())
}

/// One building.
///
/// # Errors
/// `NotFound` when there is none of that reference.
pub fn building(r: &mut Read, at: &Ref<Building>) -> Result<Building> {
    let key = [(&at.district).into(), at.id.into()];
    let found = r.opt(&sql::BUILDING, &key, |row| sql::building(&at.district, row))?;
    Ok(found.ok_or_else(|| Refusal::not_found("没有这栋楼", "There is no such building"))?)
}

/// The building of a code in its list, if there is one.
pub fn by_code(r: &mut Read, district: &District, code: &str) -> Result<Option<Building>> {
    r.opt(&sql::BY_CODE, &[district.into(), code.into()], |row| sql::building(district, row))
}

/// Whether there is a point of this code.
pub fn is_point(r: &mut Read, district: &District, code: &str) -> Result<bool> {
    Ok(r.opt(&sql::IS_POINT, &[district.into(), code.into()], |row| row.int(0))?.is_some())
}

/// Where to look.
#[derive(Clone, Debug)]
pub enum Within {
    /// In a grid.
    Grid(District, UnitCode),
    /// In a village or community.
    Village(District, UnitCode),
    /// Anywhere in these home shards.
    Districts(BTreeSet<District>),
    /// In a box, in these home shards.
    Box(BTreeSet<District>, Coord, Coord),
}

/// Home shards around a box.
pub fn districts(units: &Units, grids: &Grids, low: Coord, high: Coord) -> BTreeSet<District> {
    // What lies by the river belongs to the nearest grid.
    let astray = 0.04;
    let low = Coord { lon: low.lon - astray, lat: low.lat - astray };
    let high = Coord { lon: high.lon + astray, lat: high.lat + astray };
    grids.in_box(low, high, usize::MAX).iter().filter_map(|grid| units.shard(grid)).collect()
}

/// Buildings, by name where words are given, at most `most`. Those of a grid, a village or by name alone come by code,
/// after the code given; those of a box come by place.
pub fn buildings(
    r: &mut Read,
    within: &Within,
    words: Option<&str>,
    after: &str,
    most: i64,
) -> Result<Vec<Building>> {
    // The signs of the pattern stand for themselves: nobody's building is called %.
    let like: Value = format!("%{}%", words.unwrap_or_default().replace(['%', '_'], "")).into();
    let mut all = match within {
        Within::Grid(district, unit) => {
            let params = [district.into(), unit.into(), like, after.into(), most.into()];
            r.query(&sql::BY_GRID, &params, |row| sql::building(district, row))?
        }
        Within::Village(district, unit) => {
            let params = [district.into(), unit.into(), like, after.into(), most.into()];
            r.query(&sql::BY_VILLAGE, &params, |row| sql::building(district, row))?
        }
        Within::Districts(districts) => {
            let mut all = Vec::new();
            for district in districts {
                let params = [district.into(), like.clone(), after.into(), most.into()];
                all.extend(r.query(&sql::BY_NAME, &params, |row| sql::building(district, row))?);
            }
            all.sort_by(|a, b| a.of.code.cmp(&b.of.code));
            all
        }
        Within::Box(districts, low, high) => {
            let mut all = Vec::new();
            for district in districts {
                let [south, north, west, east] = [low.lat, high.lat, low.lon, high.lon].map(Value::from);
                let params = [district.into(), south, north, west, east, like.clone(), most.into()];
                all.extend(r.query(&sql::IN_BOX, &params, |row| sql::building(district, row))?);
            }
            all
        }
    };
    all.truncate(usize::try_from(most).unwrap_or(0));
    Ok(all)
}

/// Points in a box, of one kind if given, at most `most`.
pub fn points(
    r: &mut Read,
    districts: &BTreeSet<District>,
    (low, high): (Coord, Coord),
    kind: Option<PointKind>,
    most: i64,
) -> Result<Vec<Point>> {
    let mut all = Vec::new();
    for district in districts {
        let [south, north, west, east] = [low.lat, high.lat, low.lon, high.lon].map(Value::from);
        let mut params = vec![district.into(), south, north, west, east];
        let stmt = match kind {
            Some(kind) => {
                params.push(kind.word().into());
                &sql::POINTS_OF
            }
            None => &sql::POINTS,
        };
        params.push(most.into());
        all.extend(r.query(stmt, &params, |row| sql::point(district, row))?);
    }
    all.truncate(usize::try_from(most).unwrap_or(0));
    Ok(all)
}
