//! Outlines lose no land and leave no gap at any zoom; tiles hold what their layers promise.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use proptest::prelude::*;
use wangge_base::{Coord, Level, UnitCode};

use super::{
    Ground, Waters,
    flow::{self, Address, DEEPEST, World, outline::Outline, world},
};
use crate::{
    grid::{Grids, NewShape},
    unit::{NewUnit, UnitKind, Units},
};

/// Columns and rows of grids; a town is a block of 4 × 4, a village of 2 × 2.
const SIDE: usize = 8;

fn code(text: &str) -> UnitCode {
    text.parse().expect("a code")
}

fn unit(own: &str, kind: UnitKind, level: Level, parent: &str) -> NewUnit {
    let up = (!parent.is_empty()).then(|| code(parent));
    NewUnit {
        line: 0,
        code: code(own),
        level,
        kind,
        stat_parent: up.clone(),
        parent: up,
        name: format!("{own}号"),
        name_en: String::new(),
        at: Some(Coord { lon: 106.52, lat: 29.52 }),
        calendar: None,
        households: None,
        people: None,
        valid_from: None,
        valid_to: None,
        aliases: Vec::new(),
    }
}

fn codes(column: usize, row: usize) -> [String; 4] {
    let (town, village) = ((row / 4) * 2 + column / 4, (row / 2) * 4 + column / 2);
    let district = format!("50010{}", 1 + town / 2);
    let town = format!("{district}{town:03}");
    let village = format!("{town}{village:03}");
    let grid = format!("{village}{:03}", row * SIDE + column);
    [district, town, village, grid]
}

/// A city of 64 grids whose corners are shaken, so that no border is straight.
fn city(shake: &[(f64, f64)]) -> (Units, Grids) {
    let place = |column: usize, row: usize| {
        let (dx, dy) = shake[(row * (SIDE + 1) + column) % shake.len()];
        Coord { lon: 106.5 + 0.005 * (column as f64 + 0.4 * dx), lat: 29.5 + 0.005 * (row as f64 + 0.4 * dy) }
    };
    let mut units = vec![unit("50", UnitKind::City, Level::City, "")];
    let mut seen = BTreeSet::new();
    let mut shapes = Vec::new();
    for row in 0..SIDE {
        for column in 0..SIDE {
            let [district, town, village, grid] = codes(column, row);
            for (own, kind, level, up) in [
                (&district, UnitKind::District, Level::District, "50"),
                (&town, UnitKind::Town, Level::Town, district.as_str()),
                (&village, UnitKind::Village, Level::Village, town.as_str()),
                (&grid, UnitKind::Grid, Level::Grid, village.as_str()),
            ] {
                if seen.insert(own.clone()) {
                    units.push(unit(own, kind, level, up));
                }
            }
            let ring = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map(|(x, y)| place(column + x, row + y));
            shapes.push(NewShape::of(0, code(&grid), None, &[ring.to_vec()]));
        }
    }
    (Units::of(&units, Vec::new()).expect("units"), Grids::of(&shapes))
}

fn ground(shake: &[(f64, f64)]) -> Ground {
    let (units, grids) = city(shake);
    Ground::new(units.into(), grids.into(), &Waters::default())
}

fn area(ring: &[World]) -> i128 {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    let cross =
        |(a, b): (&World, &World)| i128::from(a[0]) * i128::from(b[1]) - i128::from(b[0]) * i128::from(a[1]);
    pairs.map(cross).sum()
}

/// The places of a ring that show at a zoom.
fn shown(outline: &Outline, zoom: u8) -> Vec<Vec<World>> {
    let ring = |ring: &[super::outline::Knot]| ring.iter().filter(|k| k.from <= zoom).map(|k| k.at).collect();
    outline.rings.iter().map(|one| ring(one)).collect()
}

fn shaken() -> impl Strategy<Value = Vec<(f64, f64)>> {
    proptest::collection::vec((-1.0..1.0, -1.0..1.0), (SIDE + 1) * (SIDE + 1))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn outlines_cover_what_their_grids_cover(shake in shaken()) {
        let ground = ground(&shake);
        let mut grids: BTreeMap<String, i128> = BTreeMap::new();
        for row in 0..SIDE {
            for column in 0..SIDE {
                let all = codes(column, row);
                let own: i128 = super::rings(&ground.grids, &all[3]).map(|ring| area(&ring).abs()).sum();
                for up in &all[..3] {
                    *grids.entry(up.clone()).or_default() += own;
                }
            }
        }
        let outlines = ground.districts.iter().chain(&ground.towns).chain(&ground.villages);
        let mut seen = 0;
        for outline in outlines {
            let name = ground.codes[outline.unit as usize].to_string();
            let own: i128 = shown(outline, u8::MAX).iter().map(|ring| area(ring)).sum();
            prop_assert_eq!(own, grids[&name], "{}", name);
            seen += 1;
        }
        prop_assert_eq!(seen, grids.len());
    }

    #[test]
    fn simplified_neighbours_still_meet(shake in shaken(), zoom in 0..=DEEPEST) {
        let ground = ground(&shake);
        for level in [&ground.districts, &ground.towns, &ground.villages] {
            let mut sides: HashSet<(World, World)> = HashSet::new();
            for ring in level.iter().flat_map(|outline| shown(outline, zoom)) {
                let pairs = ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)).take(ring.len());
                sides.extend(pairs.filter(|(a, b)| a != b));
            }
            // What has no neighbour is the rim of the city: it closes, corner by corner.
            let rim: Vec<_> = sides.iter().filter(|(a, b)| !sides.contains(&(*b, *a))).collect();
            let from: HashSet<World> = rim.iter().map(|(a, _)| *a).collect();
            let to: HashSet<World> = rim.iter().map(|(_, b)| *b).collect();
            prop_assert_eq!(&from, &to);
            let outer = |at: &World| {
                let at = flow::earth(*at);
                let edge = 0.0021;
                at.lon < 106.5 + edge || at.lon > 106.54 - edge || at.lat < 29.5 + edge || at.lat > 29.54 - edge
            };
            prop_assert!(from.iter().all(outer), "a gap inside the city at zoom {}", zoom);
        }
    }

    #[test]
    fn what_is_cut_to_a_tile_lies_in_it(places in proptest::collection::vec((-9000..9000i32, -9000..9000i32), 3..40)) {
        let ring: Vec<[i32; 2]> = places.into_iter().map(|(x, y)| [x, y]).collect();
        let kept = flow::clip(ring);
        for place in kept {
            for v in place {
                prop_assert!((-flow::BUFFER..=flow::EXTENT + flow::BUFFER).contains(&v));
            }
        }
    }

    #[test]
    fn a_place_lies_in_the_tile_that_is_named_for_it(lon in -179.9..179.9f64, lat in -85.0..85.0f64, z in 0..=DEEPEST) {
        let at = Coord { lon, lat };
        let tile = Address::of(z, at);
        let local = tile.local(world(at));
        prop_assert!(local.iter().all(|v| (0..flow::EXTENT).contains(v)), "{local:?}");
        let (low, high) = tile.degrees(false);
        prop_assert!(low.lon <= lon + 1e-6 && lon <= high.lon + 1e-6);
        prop_assert!(low.lat <= lat + 1e-6 && lat <= high.lat + 1e-6);
    }
}

#[test]
fn an_address_beyond_the_world_is_refused() {
    assert!(Address::new(0, 0, 0).is_ok());
    assert!(Address::new(22, (1 << 22) - 1, 0).is_ok());
    for (z, x, y) in [(23, 0, 0), (0, 1, 0), (3, 0, 8), (u32::MAX, 0, 0)] {
        assert!(Address::new(z, x, y).is_err(), "{z}/{x}/{y}");
    }
}

#[test]
fn tiles_made_last_are_kept_within_bounds_and_never_across_versions() {
    let mut made = super::Made::default();
    let big: std::sync::Arc<[u8]> = vec![0; super::KEEP / 8].into();
    for x in 0..100 {
        made.put("1.1.0", Address { z: 20, x, y: 0 }, big.clone());
        let held: usize = made.young.values().chain(made.old.values()).map(|tile| tile.len()).sum();
        assert!(held <= super::KEEP, "{held}");
    }
    let last = Address { z: 20, x: 99, y: 0 };
    assert!(made.get("1.1.0", last).is_some());
    assert!(made.get("1.2.0", last).is_none(), "another version draws anew");
    made.put("1.2.0", last, big);
    assert!(made.get("1.1.0", last).is_none());
}
