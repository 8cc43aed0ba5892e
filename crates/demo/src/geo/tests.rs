//! The whole city, made once: real counts, exact tiling, every seat in its own town.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::{Path, PathBuf},
    sync::LazyLock,
};

use super::{
    City, generate,
    plane::{P, area2, inside, meet, sides, square_metres},
    sources::Sources,
    write,
};

fn city_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/city/50")
}

/// The city, or nothing where the packages have not been fetched.
static CITY: LazyLock<Option<City>> = LazyLock::new(|| match Sources::read(&city_dir()) {
    Ok(sources) => {
        let before = std::time::Instant::now();
        let city = generate(&sources).expect("the city comes out");
        eprintln!("generated in {:.2?}", before.elapsed());
        Some(city)
    }
    Err(e) => {
        eprintln!("SKIPPED: {e}");
        None
    }
});

#[test]
fn the_city_is_whole() {
    let Some(city) = &*CITY else { return };
    counts(city);
    quotas(city);
    tiling(city);
    simple_rings(city);
    seats(city);
    twice_the_same(city);
}

/// A second run, through the files, gives the same to the bit; a third finds nothing to do.
fn twice_the_same(city: &City) {
    let out = std::env::temp_dir().join(format!("wangge-geo-{}", std::process::id()));
    let made = write::prepare(&city_dir(), &out).expect("prepared");
    assert!(made.fresh);
    let units = std::fs::read_to_string(&made.units).expect("units.csv");
    assert!(units == write::units_csv(city).expect("csv"), "two runs differ in their units");
    let packed = std::fs::File::open(&made.grids).expect("grids.geojson.zst");
    let grids = zstd::decode_all(packed).expect("zstd");
    assert!(grids == write::grids_geojson(city).as_bytes(), "two runs differ in their grids");
    assert!(!write::prepare(&city_dir(), &out).expect("prepared").fresh);
    std::fs::remove_dir_all(&out).expect("removed");
}

fn counts(city: &City) {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in &city.units {
        *kinds.entry(unit.kind).or_default() += 1;
    }
    let expected = [
        ("city", 1),
        ("department", 41 * 25),
        ("district", 38),
        ("grid", 62_000),
        ("section", 2),
        ("town", 1_031),
        ("village", 11_270),
        ("zone", 3),
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(city.grids.len(), 62_000);
    let mut seen = HashSet::new();
    for unit in &city.units {
        assert!(unit.parent.is_empty() || seen.contains(unit.parent.as_str()), "{unit:?}");
        assert!(seen.insert(unit.code.as_str()), "{} twice", unit.code);
    }
    let named = |code: &str| city.units.iter().find(|u| u.code == code).map(|u| u.name.as_str());
    assert_eq!(named("500107003003"), Some("民主村社区"));
    assert_eq!(named("500105003004"), Some("桂花园社区"));
    assert!(named("500105003004003").is_some(), "the grid of persona P-01");
    assert!(city.units.iter().filter(|u| u.name == "双龙村").count() >= 20, "names repeat");
    let zoned = city.units.iter().filter(|u| u.kind == "town" && u.parent.starts_with("50-"));
    assert_eq!(zoned.count(), 31);
}

fn quotas(city: &City) {
    let mut of: HashMap<&str, usize> = HashMap::new();
    for (code, _) in &city.grids {
        *of.entry(&code[..12]).or_default() += 1;
    }
    let mut counts: Vec<usize> = of.values().copied().collect();
    counts.sort_unstable();
    assert!(counts[0] >= 2 && counts[counts.len() - 1] <= 12);
    assert_eq!(counts[counts.len() / 2], 5, "the median");
    let streets: HashSet<&str> = city
        .units
        .iter()
        .filter(|u| u.kind == "town" && u.name.ends_with("街道"))
        .map(|u| u.code.as_str())
        .collect();
    let mean = |street: bool| {
        let of: Vec<usize> =
            of.iter().filter(|(v, _)| streets.contains(&v[..9]) == street).map(|(_, n)| *n).collect();
        of.iter().sum::<usize>() as f64 / of.len() as f64
    };
    assert!(mean(true) > mean(false) + 1.0, "streets {} country {}", mean(true), mean(false));
}

/// No gap and no overlap, exactly: every side of a grid is a side of its neighbour the other way
/// round, or of the city's rim; and the areas add up.
fn tiling(city: &City) {
    let mut open: HashSet<(P, P)> = HashSet::new();
    for (code, ring) in &city.grids {
        for (a, b) in sides(ring) {
            if !open.remove(&(b, a)) {
                assert!(open.insert((a, b)), "{code} shares a side in the same direction: {a:?} {b:?}");
            }
        }
    }
    let mut from: HashMap<P, P> = HashMap::new();
    for (a, b) in &open {
        assert!(from.insert(*a, *b).is_none(), "the rim forks at {a:?}");
    }
    let start = *from.keys().min().expect("a rim");
    let (mut at, mut steps) = (start, 0);
    loop {
        at = from[&at];
        steps += 1;
        if at == start {
            break;
        }
    }
    assert_eq!(steps, from.len(), "the rim is one ring");
    let mut areas: HashMap<&str, i64> = HashMap::new();
    for (code, ring) in &city.grids {
        *areas.entry(&code[..6]).or_default() += area2(ring);
    }
    let mut total = 0.0;
    for (code, ring) in &city.districts {
        let (whole, sum) = (area2(ring) as f64, areas[code.as_str()] as f64);
        // Cuts rounded to the lattice bend the outer rim by centimetres.
        assert!((whole - sum).abs() / whole < 2e-5, "{code}: {whole} against {sum}");
        total += square_metres(ring) / 1e6;
    }
    assert!((82_000.0..83_000.0).contains(&total), "{total} km²");
}

fn simple_rings(city: &City) {
    let mut smallest = f64::INFINITY;
    let mut corners = 0;
    for (code, ring) in &city.grids {
        assert!(area2(ring) > 0, "{code} turns the wrong way");
        smallest = smallest.min(square_metres(ring));
        corners += ring.len();
        let n = ring.len();
        for i in 0..n {
            for j in i + 2..n {
                if (i, j) != (0, n - 1) {
                    assert!(
                        !meet(ring[i], ring[i + 1], ring[j], ring[(j + 1) % n]),
                        "{code} crosses itself: {ring:?}"
                    );
                }
            }
        }
    }
    assert!(smallest > 500.0, "{smallest} m²");
    eprintln!("{corners} corners, smallest grid {smallest:.0} m²");
}

fn seats(city: &City) {
    let mut by_town: HashMap<&str, Vec<&Vec<P>>> = HashMap::new();
    for (code, ring) in &city.grids {
        by_town.entry(&code[..9]).or_default().push(ring);
    }
    let real = Sources::read(&city_dir()).expect("sources").seats;
    let (mut towns, mut moved) = (0, 0);
    for unit in city.units.iter().filter(|u| u.kind == "town") {
        let seat = unit.at.expect("every town has a seat");
        let home = by_town[unit.code.as_str()].iter().filter(|ring| inside(seat, ring)).count();
        assert_eq!(home, 1, "{} {}: seat not in its own town", unit.code, unit.name);
        towns += 1;
        moved += usize::from(real.get(&unit.code).is_some_and(|real| *real != seat));
    }
    assert_eq!(towns, 1_031);
    assert!(moved <= 6, "{moved} real seats were moved");
    eprintln!("{} real seats, {moved} moved", real.len());
}
