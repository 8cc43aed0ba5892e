//! Outlines lose no land and leave no gap at any zoom; tiles hold what their layers promise.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use proptest::prelude::*;
use wangge_base::{Coord, Level, UnitCode};

use geo::{Area as _, BooleanOps as _, Coord as Xy, LineString, Polygon};

use super::{
    Ground, Water, Waters,
    flow::{self, Address, DEEPEST, EXTENT, Local, World, outline, outline::Outline, world},
    last_zoom,
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
    fn cutting_a_ring_takes_no_ground_and_adds_none(radii in radii(3_000.0), x in 0..4096i32, y in 0..4096i32) {
        let ring: Vec<Local> = star(&radii).map(|(dx, dy)| [x + dx as i32, y + dy as i32]).collect();
        let whole = polygon(&ring);
        let (low, high) = (f64::from(-flow::BUFFER), f64::from(EXTENT + flow::BUFFER));
        let square = polygon(&[[low, low], [high, low], [high, high], [low, high]].map(|[x, y]| [x as i32, y as i32]));
        let wanted = whole.intersection(&square).unsigned_area();
        let kept = flow::twice_area(&flow::clip(ring)).unsigned_abs() as f64 / 2.0;
        // A step for every step of the border: crossings are rounded to whole ones.
        prop_assert!((kept - wanted).abs() <= 8.0 * f64::from(EXTENT), "{} for {}", kept, wanted);
    }

    /// The rules of the tile format (4.3.4.4): every ring has an area, borders run clockwise as seen and come before
    /// their holes, which run the other way; and all tiles together hold what the whole holds.
    #[test]
    fn bodies_of_water_are_whole_on_every_tile(radii in radii(0.02), island in 0.1..0.5f64, z in 9..17u8) {
        let middle = Coord { lon: 106.5, lat: 29.51 };
        let at = |(dx, dy): (f64, f64)| world(Coord { lon: middle.lon + dx, lat: middle.lat + dy });
        let border: Vec<World> = star(&radii).map(at).collect();
        let hole: Vec<World> = star(&radii).map(|(dx, dy)| at((dx * island, dy * island))).collect();
        let outline = outline::alone(0, &[border, hole]).expect("an outline");
        let (from, to) = (tile_of(z, outline.low), tile_of(z, outline.high));
        let mut sum = 0i128;
        for (x, y) in (from.x..=to.x).flat_map(|x| (from.y..=to.y).map(move |y| (x, y))) {
            let rings = outline.on(Address { z, x, y });
            for (i, ring) in rings.iter().enumerate() {
                let twice = flow::twice_area(ring);
                prop_assert!(ring.len() >= 3 && twice != 0, "a ring without an area: {:?}", ring);
                prop_assert!(i > 0 || twice > 0, "a hole before its border");
                prop_assert!(ring.iter().zip(ring.iter().cycle().skip(1)).all(|(a, b)| a != b), "a place twice: {:?}", ring);
                let inside = ring.iter().flatten().all(|v| (-flow::BUFFER..=EXTENT + flow::BUFFER).contains(v));
                prop_assert!(inside, "beyond the tile: {:?}", ring);
                sum += i128::from(flow::twice_area(&flow::within(ring.clone(), 0, EXTENT)));
            }
        }
        // Steps of the world to steps of a tile.
        let shift = 2 * (20 - u32::from(z));
        let whole: i128 = shown(&outline, z).iter().map(|ring| area(ring)).sum::<i128>() >> shift;
        let slack = 40 * i128::from(EXTENT) * i128::from(to.x - from.x + 1);
        prop_assert!((sum - whole).abs() <= slack, "{} of {} at zoom {}", sum, whole, z);
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

/// A star-shaped ring by the length of its arms, clockwise as a tile is seen.
fn star(radii: &[f64]) -> impl Iterator<Item = (f64, f64)> + '_ {
    let turn = std::f64::consts::TAU / radii.len() as f64;
    radii.iter().enumerate().map(move |(i, r)| (r * (i as f64 * turn).cos(), r * (i as f64 * turn).sin()))
}

fn radii(most: f64) -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec(most / 4.0..most, 5..40)
}

fn polygon(ring: &[Local]) -> Polygon {
    let line: LineString = ring.iter().map(|[x, y]| Xy { x: f64::from(*x), y: f64::from(*y) }).collect();
    Polygon::new(line, Vec::new())
}

fn tile_of(z: u8, at: World) -> Address {
    Address { z, x: at[0] >> (32 - z), y: at[1] >> (32 - z) }
}

#[test]
fn water_is_drawn_only_where_its_border_can_be_trusted() {
    let here = Coord { lon: 106.5, lat: 29.51 };
    let zooms = [0, 5, 250, 5_000].map(|metres| last_zoom(metres, here));
    assert_eq!(zooms, [DEEPEST, 16, 11, 6]);

    let (units, grids) = city(&[(0.0, 0.0)]);
    let lake = |accuracy, lon: f64| Water {
        name: format!("{accuracy}米"),
        rings: NewShape::of(
            0,
            code("water"),
            None,
            &[[(0.0, 0.0), (0.01, 0.0), (0.0, 0.01), (0.0, 0.0)]
                .map(|(x, y)| Coord { lon: lon + x, lat: 29.505 + y })
                .to_vec()],
        )
        .rings,
        accuracy,
    };
    let waters = Waters { version: 1, all: vec![lake(0, 106.505), lake(250, 106.506)] };
    let ground = Ground::new(units.into(), grids.into(), &waters);
    let names = |z: u8| {
        let tile = ground.tile(Address::of(z, Coord { lon: 106.507, lat: 29.507 }));
        let text = String::from_utf8_lossy(&tile).into_owned();
        ["0米", "250米"].map(|name| text.matches(name).count())
    };
    // "250米" ends like "0米".
    assert_eq!(names(11), [2, 1], "from afar both");
    assert_eq!(names(12), [1, 0], "a generalised border is no triangle over a town");
    assert_eq!(names(15), [1, 0]);
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
