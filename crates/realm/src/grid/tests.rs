//! Shapes: their bytes, their law, and finding a point among them.

use proptest::prelude::*;
use wangge_base::{Coord, Level, UnitCode};

use super::{Corner, Grids, NEAR, NewShape, corner, decode, encode, flow};
use crate::unit::{NewUnit, UnitKind};

fn code(n: usize) -> UnitCode {
    format!("500107003003{n:03}").parse().expect("a code")
}

fn shape(n: usize, rings: Vec<Vec<Corner>>) -> NewShape {
    NewShape { line: n as i64, code: code(n), village: None, rings }
}

fn grid_unit(n: usize) -> NewUnit {
    let village: UnitCode = "500107003003".parse().expect("a code");
    NewUnit {
        line: n as i64,
        code: code(n),
        level: Level::Grid,
        kind: UnitKind::Grid,
        parent: Some(village.clone()),
        stat_parent: Some(village),
        name: format!("第{n}网格"),
        name_en: String::new(),
        at: None,
        calendar: None,
        households: None,
        people: None,
        valid_from: None,
        valid_to: None,
        aliases: Vec::new(),
    }
}

const O: Corner = [1_065_000_000, 295_000_000];

fn ring(points: &[(i32, i32)]) -> Vec<Corner> {
    points.iter().map(|(x, y)| [O[0] + x * 1_000, O[1] + y * 1_000]).collect()
}

fn square(x: i32, y: i32, side: i32) -> Vec<Corner> {
    ring(&[(x, y), (x + side, y), (x + side, y + side), (x, y + side)])
}

#[test]
fn what_is_no_polygon_is_refused() {
    let fine = |rings: &[Vec<Corner>]| flow::sound(rings).map_err(|(_, en)| en);
    assert_eq!(fine(&[square(0, 0, 10)]), Ok(()));
    assert_eq!(fine(&[square(0, 0, 10), square(2, 2, 3)]), Ok(()), "a hole");
    assert!(fine(&[ring(&[(0, 0), (5, 9), (9, 0), (0, 6), (9, 6)])]).is_err(), "a star");
    let said = |rings: &[Vec<Corner>]| fine(rings).expect_err("must be refused");
    assert!(said(&[]).contains("no polygon"));
    assert!(said(&[ring(&[(0, 0), (1, 1)])]).contains("fewer than three"));
    assert!(said(&[ring(&[(0, 0), (10, 10), (10, 0), (0, 10)])]).contains("crosses"), "a bow tie");
    assert!(said(&[ring(&[(0, 0), (10, 0), (10, 10), (5, 0), (0, 10)])]).contains("touches"));
    assert!(said(&[ring(&[(0, 0), (10, 0), (20, 0), (10, 0), (10, 10)])]).contains("crosses"), "a spike");
    assert!(said(&[square(0, 0, 10), square(20, 0, 3)]).contains("hole"));
    assert!(said(&[square(0, 0, 10), square(8, 8, 5)]).contains("crosses"), "a hole across the border");
    assert!(said(&[vec![O, [O[0] + 3, O[1]], [O[0], O[1] + 3]]]).contains("area"));
    assert!(said(&[vec![O, [O[0] + 90_000_000, O[1]], [O[0], O[1] + 3]]]).contains("5 degrees"));
    assert!(said(&[vec![[2_000_000_000, 0], [2_000_000_100, 0], [2_000_000_000, 100]]]).contains("earth"));
}

#[test]
fn neighbours_share_borders_but_no_ground() {
    let units: Vec<NewUnit> = (1..=4).map(grid_unit).collect();
    let told = |shapes: &[NewShape]| {
        let mut faults = Vec::new();
        let area = flow::check(shapes, &units, &mut faults);
        (area, faults.into_iter().map(|f| (f.line, f.grave, f.en)).collect::<Vec<_>>())
    };
    let good = [
        shape(1, vec![square(0, 0, 10)]),
        shape(2, vec![square(10, 0, 10)]),
        shape(3, vec![square(0, 10, 20), square(5, 15, 5)]),
        shape(4, vec![square(5, 15, 5)]),
    ];
    let (area, faults) = told(&good);
    assert_eq!(faults, []);
    assert!((area - 600.0 * 0.000_107_9).abs() < 0.001, "{area}");
    let over = |n: usize, ring: Vec<Corner>| {
        let mut all = good.to_vec();
        all[n - 1].rings = vec![ring];
        told(&all).1
    };
    assert!(
        over(2, square(9, 0, 10)).iter().any(|f| f.0 == 1 && f.2.contains("overlaps grid 500107003003002"))
    );
    assert!(over(2, square(0, 0, 10)).iter().any(|f| f.2.contains("overlaps")), "the same ground twice");
    assert!(over(2, square(2, 2, 3)).iter().any(|f| f.2.contains("overlaps")), "one inside another");
    let astray = over(2, square(9_000, 0, 10));
    assert!(astray.iter().any(|f| !f.1 && f.2.contains("far from")), "{astray:?}");
    assert!(told(&good[..3]).1[0].2.contains("no shape"));
    let mut twice = good.to_vec();
    twice[3].code = code(1);
    assert_eq!(told(&twice).1.iter().filter(|f| f.2.contains("same grid")).count(), 1);
}

#[test]
fn outside_the_nearest_is_given_and_far_away_nothing() {
    let grids = Grids::of(&[shape(1, vec![square(0, 0, 100)]), shape(2, vec![square(100, 0, 100)])]);
    let at = |x: f64, y: f64| Coord { lon: 106.5 + x * 1e-4, lat: 29.5 + y * 1e-4 };
    let found = grids.locate(at(150.0, 50.0)).expect("inside");
    assert_eq!((found.grid, found.inside, found.distance_m), (code(2), true, 0.0));
    // 0.001° north of the second square is 111 m.
    let found = grids.locate(at(150.0, 110.0)).expect("near");
    assert!(!found.inside && found.grid == code(2) && (found.distance_m - 110.9).abs() < 1.0, "{found:?}");
    let found = grids.locate(at(-200.0, 50.0)).expect("2 km to the west");
    assert!((1_900.0..NEAR).contains(&found.distance_m), "{found:?}");
    let no = grids.locate(at(-500.0, 50.0)).expect_err("5 km to the west");
    assert_eq!(no.code, "place.outside");
    assert!(grids.locate(Coord { lon: f64::NAN, lat: 0.0 }).is_err());
    assert!(Grids::empty().locate(at(0.0, 0.0)).is_err());
    let in_hole = Grids::of(&[shape(1, vec![square(0, 0, 100), square(40, 40, 20)])]);
    let found = in_hole.locate(at(50.0, 50.0)).expect("in the hole");
    assert!(!found.inside && found.distance_m > 90.0, "{found:?}");
    assert_eq!(in_hole.in_box(at(10.0, 10.0), at(20.0, 20.0), 9), [code(1)]);
}

#[test]
fn damaged_bytes_are_no_shape() {
    let bytes = encode(&[square(0, 0, 10), square(2, 2, 3)]);
    for end in 0..bytes.len() {
        assert!(decode(&bytes[..end], |_, _| {}).is_none(), "{end} bytes");
    }
    assert!(decode(&[bytes.as_slice(), &[0]].concat(), |_, _| {}).is_none());
    assert!(decode(&[1, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], |_, _| {}).is_none());
}

proptest! {
    #[test]
    fn bytes_read_back(rings in prop::collection::vec(
        prop::collection::vec((-1_800_000_000..=1_800_000_000, -900_000_000..=900_000_000), 0..9), 0..4))
    {
        let rings: Vec<Vec<Corner>> =
            rings.into_iter().map(|ring| ring.into_iter().map(|(x, y)| [x, y]).collect()).collect();
        let (mut read, mut open) = (Vec::new(), Vec::new());
        let whole = decode(&encode(&rings), |corner, last| {
            open.push(corner);
            if last {
                read.push(std::mem::take(&mut open));
            }
        });
        prop_assert!(whole.is_some());
        let full: Vec<Vec<Corner>> = rings.into_iter().filter(|ring| !ring.is_empty()).collect();
        prop_assert_eq!(read, full);
    }

    /// On any tiling that shares its sides, every point is in exactly one grid, and the index finds
    /// the one that a plain search finds.
    #[test]
    fn every_point_lies_in_one_grid(
        columns in prop::collection::btree_set(1..99i32, 0..6),
        rows in prop::collection::btree_set(1..99i32, 0..6),
        slant in -5..=5i32,
        points in prop::collection::vec((-0.000_5..0.010_5, -0.000_5..0.010_5), 40))
    {
        let cuts = |cuts: std::collections::BTreeSet<i32>| -> Vec<i32> {
            [0].into_iter().chain(cuts).chain([100]).collect()
        };
        let (columns, rows) = (cuts(columns), cuts(rows));
        let mut shapes = Vec::new();
        for y in rows.windows(2) {
            for x in columns.windows(2) {
                // Slanted columns: sides that no ray follows.
                let lean = |x: i32, y: i32| (x * 10 + slant * y, y * 10);
                let corners = [lean(x[0], y[0]), lean(x[1], y[0]), lean(x[1], y[1]), lean(x[0], y[1])];
                let ring = corners.iter().map(|(x, y)| [O[0] + x * 100, O[1] + y * 100]).collect();
                shapes.push(shape(shapes.len(), vec![ring]));
            }
        }
        let grids = Grids::of(&shapes);
        for (x, y) in points {
            let at = Coord { lon: 106.5 + x, lat: 29.5 + y };
            let holders: Vec<&NewShape> =
                shapes.iter().filter(|s| flow::surrounds(&s.rings[0], corner(at))).collect();
            prop_assert!(holders.len() <= 1, "{:?} lies in {}", at, holders.len());
            let found = grids.locate(at).expect("near enough");
            match holders.first() {
                Some(holder) => prop_assert_eq!((found.grid, found.inside), (holder.code.clone(), true)),
                None => prop_assert!(found.distance_m <= 700.0),
            }
        }
    }
}
