//! Stops in the order of a sensible walk. Pure, and the same for the same stops.

use std::collections::BTreeMap;

use wangge_base::Coord;

/// Beyond this many stops the walk goes by building only: nobody makes that many in a day.
const MOST: usize = 400;

/// What is at one door: the duties in `of` are done in one go.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Building, empty where none.
    pub building: String,
    /// Door, empty where none.
    pub door: String,
    /// Where.
    pub point: Option<Coord>,
    /// Positions in the list that was given.
    pub of: Vec<usize>,
}

/// One thing to be done somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Building, empty where none.
    pub building: String,
    /// Door, empty where none: then the object stands for itself.
    pub door: String,
    /// The object.
    pub object: String,
    /// Where.
    pub point: Option<Coord>,
}

/// Puts what is at one door together, and the stops in order: from the most south-western one always to the nearest
/// that is left; what has no point comes last, by building and door.
pub fn stops(items: &[Item]) -> Vec<Stop> {
    let mut doors: BTreeMap<(&str, &str, &str), Stop> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        let alone = if item.door.is_empty() { item.object.as_str() } else { "" };
        let stop = doors.entry((&item.building, &item.door, alone)).or_insert_with(|| Stop {
            building: item.building.clone(),
            door: item.door.clone(),
            point: item.point,
            of: Vec::new(),
        });
        stop.point = stop.point.or(item.point);
        stop.of.push(at);
    }
    let (mut left, rest): (Vec<Stop>, Vec<Stop>) = doors.into_values().partition(|stop| stop.point.is_some());
    if left.len() > MOST {
        left.extend(rest);
        return left;
    }
    let mut walk: Vec<Stop> = Vec::with_capacity(left.len() + rest.len());
    let mut here: Option<Coord> = None;
    while !left.is_empty() {
        let far = |stop: &Stop| match (stop.point, here) {
            (Some(to), Some(from)) => square(from, to),
            (Some(to), None) => to.lon + to.lat,
            (None, _) => f64::MAX,
        };
        // The first of equals: within a building by door, as the map gave them.
        let nearest = (0..left.len()).min_by(|a, b| far(&left[*a]).total_cmp(&far(&left[*b]))).unwrap_or(0);
        let stop = left.remove(nearest);
        here = stop.point;
        walk.push(stop);
    }
    walk.extend(rest);
    walk
}

/// Square of the distance on the plane around `a`, in degrees of latitude.
fn square(a: Coord, b: Coord) -> f64 {
    let (dx, dy) = ((b.lon - a.lon) * a.lat.to_radians().cos(), b.lat - a.lat);
    dx * dx + dy * dy
}

/// Metres between two points.
pub fn metres(a: Coord, b: Coord) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "metres within a city")]
    let metres = (square(a, b).sqrt() * 110_950.0).round() as i64;
    metres
}
