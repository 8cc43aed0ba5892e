//! What a building or point must be like. Pure.

use wangge_base::{Coord, Refusal, UnitCode};

use super::{NewBuilding, Site};
use crate::{grid::Grids, unit::Units};

/// Counts of people below this are not told.
pub const LEAST: i64 = 5;
/// Cases within this many metres may be about a building.
pub const AROUND: f64 = 40.0;
/// Degrees of latitude in a metre.
const DEGREE: f64 = 1.0 / 110_950.0;

/// Where a point lies: in the grid around it, or the nearest.
///
/// # Errors
/// A place that is not near any grid.
pub fn site(units: &Units, grids: &Grids, at: Coord) -> Result<Site, Refusal> {
    let grid: UnitCode = grids.locate(at)?.grid;
    let home = units
        .home(&grid)
        .ok_or_else(|| Refusal::invalid("lon", "该地点不在本市范围内", "This place is not in the city"))?;
    Ok(Site { district: home.district, village: home.village, grid })
}

/// What is not possible about a building: column, Chinese, English.
pub fn faults(of: &NewBuilding) -> Vec<(&'static str, &'static str, &'static str)> {
    let mut wrong = Vec::new();
    let mut range = |column, n: i64, most: i64| {
        if !(0..=most).contains(&n) {
            wrong.push((column, "数值超出合理范围", "a number beyond what is possible"));
        }
    };
    range("storeys", of.storeys, 200);
    range("entrances", of.entrances, 50);
    range("units_per_storey", of.units_per_storey, 100);
    range("lifts", of.lifts, 100);
    range("charging_places", of.charging_places, 10_000);
    range("vacancies", of.vacancies, flats(of));
    range("people", of.people.unwrap_or(0), 50_000);
    if of.hazards.len() > 20 || of.hazards.iter().any(|text| text.chars().count() > 100) {
        wrong.push(("hazards", "隐患最多20条,每条不超过100字", "at most 20 hazards of 100 characters"));
    }
    wrong
}

/// Flats of a building.
pub fn flats(of: &NewBuilding) -> i64 {
    of.storeys.saturating_mul(of.entrances).saturating_mul(of.units_per_storey)
}

/// The box around a building in which cases may be about it: west, south, east, north.
pub fn around(at: Coord) -> [f64; 4] {
    let (dy, dx) = (AROUND * DEGREE, AROUND * DEGREE / at.lat.to_radians().cos().max(0.1));
    let round = |d: f64| (d * 1e6).round() / 1e6;
    [at.lon - dx, at.lat - dy, at.lon + dx, at.lat + dy].map(round)
}
