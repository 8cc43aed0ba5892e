//! The geography at full size: 62,000 grids imported, checked, activated, loaded and searched.
//!
//! The reference subdivision lies outside the project (it may not go into it): `WANGGE_SHARED`, else
//! `../shared` beside the workspace. The generated city needs the packages of
//! `data/city/50/sources`. Where they are missing the tests say so loudly and skip.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    time::{Duration, Instant as Watch},
};

use wangge_base::{Clock, Coord, Instant, Level, UnitCode};
use wangge_realm::{
    grid::{self, Grids, NewShape, STEPS},
    unit::{
        self, NewUnit, UnitKind, Units,
        flow::Band,
        verbs::{self, Import},
    },
};
use wangge_store::{Db, testdb};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn code(text: &str) -> UnitCode {
    text.parse().expect("a code")
}

fn row(line: usize, own: &str, level: Level, kind: UnitKind, parent: &str) -> NewUnit {
    let up = (!parent.is_empty()).then(|| code(parent));
    NewUnit {
        line: line as i64,
        code: code(own),
        level,
        kind,
        parent: up.clone(),
        stat_parent: up,
        name: own.into(),
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

/// The tree that statistical codes spell out: 2, 6, 9, 12 and 15 digits.
fn tree(shapes: &[NewShape]) -> Vec<NewUnit> {
    let levels = [
        (2, Level::City, UnitKind::City),
        (6, Level::District, UnitKind::District),
        (9, Level::Town, UnitKind::Town),
        (12, Level::Village, UnitKind::Village),
        (15, Level::Grid, UnitKind::Grid),
    ];
    let mut rows = Vec::new();
    for (i, (digits, level, kind)) in levels.into_iter().enumerate() {
        let codes: BTreeSet<&str> = shapes.iter().map(|shape| &shape.code.as_str()[..digits]).collect();
        for own in codes {
            let parent = if i == 0 { "" } else { &own[..levels[i - 1].0] };
            rows.push(row(rows.len() + 2, own, level, kind, parent));
        }
    }
    rows
}

#[derive(serde::Deserialize)]
struct Collection {
    features: Vec<Feature>,
}
#[derive(serde::Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}
#[derive(serde::Deserialize)]
struct Properties {
    code: String,
}
#[derive(serde::Deserialize)]
struct Geometry {
    coordinates: Vec<Vec<(f64, f64)>>,
}

fn reference() -> Option<Vec<NewShape>> {
    #[expect(clippy::disallowed_methods, reason = "where the shared data lies is this test's one setting")]
    let shared = std::env::var_os("WANGGE_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let file = shared.join("data/chongqing/grids_reference.geojson.zst");
    let Ok(packed) = std::fs::File::open(&file) else {
        eprintln!("*** SKIPPED: {} is not there. The import is NOT tested at full size. ***", file.display());
        return None;
    };
    let text = zstd::decode_all(packed).expect("zstd");
    let read: Collection = serde_json::from_slice(&text).expect("GeoJSON");
    let shape = |(i, f): (usize, Feature)| {
        let rings: Vec<Vec<Coord>> = f
            .geometry
            .coordinates
            .iter()
            .map(|ring| ring.iter().map(|(lon, lat)| Coord { lon: *lon, lat: *lat }).collect())
            .collect();
        NewShape::of(i as i64 + 1, code(&f.properties.code), None, &rings)
    };
    Some(read.features.into_iter().enumerate().map(shape).collect())
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> (T, Duration) {
    let watch = Watch::now();
    let done = work();
    eprintln!("{what}: {:.0?}", watch.elapsed());
    (done, watch.elapsed())
}

async fn take_in(db: &Db, units: Vec<NewUnit>, shapes: Vec<NewShape>) -> verbs::Imported {
    let (watch, mut last) = (Watch::now(), Duration::ZERO);
    let told = std::sync::Mutex::new(&mut last);
    let what = Import {
        name: "full size".into(),
        units: Some(units),
        shapes: Some(shapes),
        dry_run: false,
        band: Band::default(),
    };
    let done = verbs::import(db, what, |_, _| {
        if let Ok(mut last) = told.lock() {
            **last = watch.elapsed();
        }
    });
    let done = done.await.expect("imported");
    eprintln!("import: {:.1?}, of which staging {last:.1?}", watch.elapsed());
    done
}

async fn load(db: &Db) -> (Units, Grids) {
    let watch = Watch::now();
    let loaded = db.report(|r| {
        let watch = Watch::now();
        let units = unit::load(r)?;
        let took = watch.elapsed();
        let grids = grid::load(r, &units)?;
        Ok((units, grids, took))
    });
    let (units, grids, took) = loaded.await.expect("loaded");
    eprintln!(
        "load: units {took:.0?} ({:.1} MB), grids {:.0?} ({:.1} MB)",
        units.bytes() as f64 / 1e6,
        watch.elapsed() - took,
        grids.bytes() as f64 / 1e6
    );
    // Generous: the machine may be busy with other tests.
    assert!(watch.elapsed() < Duration::from_secs(8), "loading takes {:?}", watch.elapsed());
    (units, grids)
}

/// Finds a point inside each of the shapes; answers microseconds a look-up.
fn look_up(grids: &Grids, shapes: &[NewShape]) -> f64 {
    let points: Vec<(Coord, &UnitCode)> = shapes
        .iter()
        .filter_map(|shape| Some((grid::coord(grid::flow::label(&shape.rings)?), &shape.code)))
        .collect();
    let watch = Watch::now();
    for (at, code) in &points {
        let found = grids.locate(*at).expect("inside the city");
        assert!(found.inside && found.grid == **code, "{at:?} lies in {found:?}, not in {code}");
    }
    let each = watch.elapsed().as_secs_f64() * 1e6 / points.len() as f64;
    eprintln!("{} look-ups, {each:.1} µs each", points.len());
    each
}

fn clock() -> Clock {
    Clock::manual(Instant::from_micros(1_767_225_600_000_000))
}

#[tokio::test]
async fn the_reference_subdivision_imports() {
    let (Some(shapes), _) = timed("reading", reference) else { return };
    let units = tree(&shapes);
    let counts = |level: Level| units.iter().filter(|unit| unit.level == level).count();
    assert_eq!(
        [Level::District, Level::Town, Level::Village, Level::Grid].map(counts),
        [38, 1_031, 11_270, 62_000]
    );
    for test in testdb::each(&wangge_realm::migrations(), &clock()).expect("databases") {
        eprintln!("-- {:?}", test.engine());
        let done = take_in(test.db(), units.clone(), shapes.clone()).await;
        let checked = &done.checked;
        assert!(done.edition.is_some(), "{:?}", &checked.faults[..checked.faults.len().min(5)]);
        assert_eq!((checked.units, checked.grids), (74_340, 62_000));
        assert!((checked.area_km2 - 82_420.0).abs() < 100.0, "{} km²", checked.area_km2);
        let (units, grids) = load(test.db()).await;
        assert_eq!((units.len(), grids.len()), (74_340, 62_000));
        assert!((grids.area_km2() - checked.area_km2).abs() < 0.01);
        assert!(look_up(&grids, &shapes) < 200.0, "far from 20 µs even on a busy machine");
    }
}

#[tokio::test]
async fn the_generated_city_imports() {
    let sources = match wangge_demo::geo::sources::Sources::read(&root().join("data/city/50")) {
        Ok(sources) => sources,
        Err(e) => {
            eprintln!("*** SKIPPED: {e} ***");
            return;
        }
    };
    let (city, _) = timed("generating", || wangge_demo::geo::generate(&sources).expect("a city"));
    let units: Vec<NewUnit> = city.units.iter().enumerate().map(|(i, unit)| made(i, unit)).collect();
    // The generator's lattice is ten times coarser.
    let fine = |steps: i32| steps * (STEPS / wangge_demo::geo::plane::STEPS) as i32;
    let shapes: Vec<NewShape> = city
        .grids
        .iter()
        .enumerate()
        .map(|(i, (own, ring))| NewShape {
            line: i as i64 + 1,
            code: code(own),
            village: None,
            rings: vec![ring.iter().map(|p| [fine(p.x), fine(p.y)]).collect()],
        })
        .collect();
    let test = testdb::sqlite(&wangge_realm::migrations(), &clock()).expect("a database");
    let done = take_in(test.db(), units, shapes.clone()).await;
    let checked = &done.checked;
    assert!(done.edition.is_some(), "{:?}", &checked.faults[..checked.faults.len().min(5)]);
    assert_eq!(checked.faults, [], "not even a hint");
    let (units, grids) = load(test.db()).await;
    assert_eq!(units.len(), 1 + 38 + 3 + 41 * 25 + 2 + 1_031 + 11_270 + 62_000);
    assert!(look_up(&grids, &shapes) < 200.0, "far from 20 µs even on a busy machine");
    for town in units.all().filter(|unit| unit.kind() == UnitKind::Town) {
        let found = grids.locate(town.at().expect("a seat")).expect("in the city");
        let home = units.home(&found.grid).expect("a home");
        assert_eq!(home.town, town.code(), "the seat of {town:?} lies in {}", found.grid);
    }
    for (q, title) in [("民主村社区", "谢家湾街道民主村社区"), ("桂花园社区", "石马河街道桂花园社区")]
    {
        assert!(units.search(q, None, 20).iter().any(|unit| unit.title() == title), "{title}");
    }
    assert_eq!(units.shards_under(&code("50-LJ")).len(), 2, "两江新区 spans 江北 and 渝北");
}

fn made(i: usize, unit: &wangge_demo::geo::Unit) -> NewUnit {
    let opt = |text: &str| (!text.is_empty()).then(|| code(text));
    NewUnit {
        code: code(&unit.code),
        level: Level::from_number(i64::from(unit.level)).expect("a level"),
        kind: UnitKind::from_word(unit.kind).expect("a kind"),
        parent: opt(&unit.parent),
        stat_parent: opt(&unit.stat_parent),
        name: unit.name.clone(),
        name_en: unit.name_en.clone(),
        at: unit.at.map(wangge_demo::geo::plane::P::coord),
        households: unit.households.map(i64::from),
        people: unit.people.map(i64::from),
        aliases: unit
            .aliases
            .split(';')
            .filter_map(|alias| alias.split_once(':'))
            .map(|(scheme, alias)| (scheme.to_owned(), alias.to_owned()))
            .collect(),
        ..row(i + 2, &unit.code, Level::City, UnitKind::City, "")
    }
}
