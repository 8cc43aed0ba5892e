//! Buildings and points of the demo's communities: invented (示例), within the grids as generated, the same every
//! time.

use std::fmt::Write as _;

use wangge_base::Coord;

use crate::geo::quota::chance;

/// Buildings of one grid.
const BUILDINGS: usize = 12;
const HAZARDS: [&str; 4] =
    ["飞线充电(示例)", "消防通道易被占(示例)", "外墙有脱落风险(示例)", "楼道堆物(示例)"];
/// Kind, name and how many of it a grid has.
const POINTS: [(&str, &str, usize); 9] = [
    ("fire_lane", "消防通道", 2),
    ("hydrant", "消火栓", 2),
    ("shop", "便民商铺", 3),
    ("charging", "充电点", 1),
    ("lift", "加装电梯", 1),
    ("aed", "AED", 1),
    ("shelter", "应急避难场所", 1),
    ("school", "小学", 1),
    ("gauge", "水位尺", 1),
];

/// Surnames of the invented people that somebody looks after.
const SURNAMES: [&str; 8] = ["曾", "谭", "邓", "夏", "肖", "袁", "冉", "向"];
/// Kind, name and how many of it a grid has, beside what its points are.
const OBJECTS: [(&str, &str, usize); 4] =
    [("elder", "奶奶", 4), ("elder", "爷爷", 3), ("child", "同学", 2), ("firm", "企业", 1)];

/// The file of what duties are done at, as `wangge import objects` reads it: invented people (示例) in the buildings of
/// [`files`], and the points that are walked past.
pub fn objects(grids: &[(String, Vec<Coord>)]) -> String {
    let mut out = String::from("code,kind,name,door,building,lon,lat,example\n");
    for (grid, border) in grids {
        for (kind, name, most) in OBJECTS {
            for n in 1..=most {
                let code = format!("{grid}-{kind}-{name}-{n}");
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
                let pick = |salt: u64, many: usize| (many as f64 * chance(&code, salt)) as usize % many;
                let (house, surname) = (pick(31, BUILDINGS) + 1, SURNAMES[pick(32, SURNAMES.len())]);
                let building = format!("{grid}-L{house:02}");
                let Some(at) = inside(border, &building) else { continue };
                let (called, door) = if kind == "firm" {
                    (format!("{name}{n}(示例)"), String::new())
                } else {
                    (format!("{surname}{name}"), format!("{house}栋{}-{}", pick(33, 6) + 1, pick(34, 4) + 1))
                };
                let _infallible = writeln!(
                    out,
                    "{code},{kind},{called},{door},{building},{:.6},{:.6},示例",
                    at.lon, at.lat
                );
            }
        }
        for (kind, name, most) in POINTS {
            let of = match kind {
                "fire_lane" | "shop" | "school" | "charging" => kind,
                "gauge" => "river",
                _ => continue,
            };
            for n in 1..=most {
                let code = format!("{grid}-{kind}-{n}");
                if matches!(kind, "school" | "gauge") && chance(&code, 21) > 0.35 {
                    continue;
                }
                let Some(at) = inside(border, &code) else { continue };
                let _infallible =
                    writeln!(out, "{code},{of},{name}{n}(示例),,,{:.6},{:.6},示例", at.lon, at.lat);
            }
        }
        for n in 1..=BUILDINGS {
            let code = format!("{grid}-L{n:02}");
            let Some(at) = inside(border, &code) else { continue };
            let _infallible = writeln!(out, "{code},building,{n}栋,,{code},{:.6},{:.6},示例", at.lon, at.lat);
        }
    }
    out
}

/// The files of buildings and of points, as `wangge import` reads them, of grids given by code and border.
pub fn files(grids: &[(String, Vec<Coord>)]) -> (String, String) {
    let mut buildings = String::from(
        "code,name,address,lon,lat,storeys,entrances,units_per_storey,lifts,charging_places,vacancies,people,hazards,example\n",
    );
    let mut points = String::from("code,name,kind,lon,lat,building,example\n");
    for (grid, border) in grids {
        for n in 1..=BUILDINGS {
            let code = format!("{grid}-L{n:02}");
            let Some(at) = inside(border, &code) else { continue };
            let one = |salt: u64, least: u32, spread: u32| {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
                let more = (f64::from(spread) * chance(&code, salt)) as u32;
                least + more
            };
            let (storeys, entrances, each) = (one(11, 6, 27), one(12, 1, 3), one(13, 2, 4));
            let flats = storeys * entrances * each;
            let (empty, lifts) = (flats * one(14, 2, 14) / 100, if storeys > 7 { 2 * entrances } else { 0 });
            let hazard =
                if one(15, 0, 5) == 0 { HAZARDS[one(16, 0, 4) as usize % HAZARDS.len()] } else { "" };
            let _infallible = writeln!(
                buildings,
                "{code},{n}栋,示例路{}号,{:.6},{:.6},{storeys},{entrances},{each},{lifts},{},{empty},{},{hazard},示例",
                one(17, 1, 200),
                at.lon,
                at.lat,
                one(18, 0, 40),
                (flats - empty) * 24 / 10,
            );
        }
        for (kind, name, most) in POINTS {
            for n in 1..=most {
                let code = format!("{grid}-{kind}-{n}");
                // Not every grid has a school.
                if matches!(kind, "aed" | "shelter" | "school" | "gauge" | "lift") && chance(&code, 21) > 0.35
                {
                    continue;
                }
                let Some(at) = inside(border, &code) else { continue };
                let _infallible =
                    writeln!(points, "{code},{name}{n}(示例),{kind},{:.6},{:.6},,示例", at.lon, at.lat);
            }
        }
    }
    (buildings, points)
}

/// Invented residents of the first building of a grid, as `wangge import residents` reads them. No name is anybody's:
/// every given name is 示例, every number has 0000 in it.
pub fn residents(village: &str, grid: &str) -> String {
    let mut all = String::from("code,village,building,storey,flat,name,phone,roles,consent,example\n");
    let said = ["owner", "", "tenant", "owner;lone_elder", "", "owner", "tenant", ""];
    for (n, (family, roles)) in "曾何周秦冉谭向蒲".chars().zip(said).enumerate() {
        let (storey, flat) = (1 + n / 2, 1 + n % 2);
        let consent = if roles.is_empty() { "" } else { "2026-01-15" };
        let _infallible = writeln!(
            all,
            "{grid}-R{n:02},{village},{grid}-L01,{storey},{storey:02}{flat:02},{family}示例,1380000{:04},{roles},{consent},示例",
            5_670 + n
        );
    }
    all
}

/// A place inside a border, decided by a code.
fn inside(border: &[Coord], code: &str) -> Option<Coord> {
    let ends = |pick: fn(&Coord) -> f64| {
        let all = border.iter().map(pick);
        (all.clone().fold(f64::INFINITY, f64::min), all.fold(f64::NEG_INFINITY, f64::max))
    };
    let ((west, east), (south, north)) = (ends(|c| c.lon), ends(|c| c.lat));
    (0..60)
        .map(|salt| Coord {
            lon: west + (east - west) * chance(code, 100 + salt),
            lat: south + (north - south) * chance(code, 200 + salt),
        })
        .find(|at| surrounds(border, *at))
}

fn surrounds(border: &[Coord], at: Coord) -> bool {
    let sides = border.iter().zip(border.iter().cycle().skip(1));
    let crossed = sides.filter(|(a, b)| {
        (a.lat > at.lat) != (b.lat > at.lat)
            && at.lon < (b.lon - a.lon) * (at.lat - a.lat) / (b.lat - a.lat) + a.lon
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_buildings_stand_inside_their_grid() {
        let place = |lon, lat| Coord { lon, lat };
        let border = vec![place(106.5, 29.5), place(106.51, 29.5), place(106.505, 29.52)];
        let (buildings, points) = files(&[("500107003003001".to_owned(), border.clone())]);
        assert_eq!(buildings.lines().count(), 1 + BUILDINGS);
        assert!(points.lines().count() > 8);
        for line in buildings.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let at = place(cells[3].parse().expect("lon"), cells[4].parse().expect("lat"));
            assert!(surrounds(&border, at), "{line}");
        }
        assert_eq!(files(&[("500107003003001".to_owned(), border)]).0, buildings, "the same every time");
    }
}
