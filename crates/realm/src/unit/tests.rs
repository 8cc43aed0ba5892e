//! The tree, its law, and the life of an edition on both engines.

use axum::http::Method;
use serde_json::json;
use wangge_base::{Board, Clock, Coord, Datum, District, Instant, Level, Role, UnitCode};
use wangge_store::{Error, testdb};

use super::{
    EditionState, NewUnit, Post, UnitKind, Units,
    flow::{self, Band},
    load, stamp,
    verbs::{self, Import},
};
use crate::{
    grid::{self, NewShape, verbs::Part},
    testkit::{self, Browser},
};

fn code(text: &str) -> UnitCode {
    text.parse().expect("a code")
}

fn unit(line: i64, own: &str, kind: UnitKind, parent: &str, stat: &str, name: &str) -> NewUnit {
    let level = match kind {
        UnitKind::City => Level::City,
        UnitKind::Town => Level::Town,
        UnitKind::Village => Level::Village,
        UnitKind::Grid => Level::Grid,
        _ => Level::District,
    };
    let opt = |text: &str| (!text.is_empty()).then(|| code(text));
    NewUnit {
        line,
        code: code(own),
        level,
        kind,
        parent: opt(parent),
        stat_parent: opt(stat),
        name: name.into(),
        name_en: String::new(),
        at: (kind == UnitKind::Village).then_some(Coord { lon: 106.505, lat: 29.505 }),
        calendar: None,
        households: None,
        people: None,
        valid_from: None,
        valid_to: None,
        aliases: Vec::new(),
    }
}

/// Two towns of 九龙坡, one of which belongs to a zone; a village with four square grids.
fn small() -> Vec<NewUnit> {
    use UnitKind::{City, Department, District, Grid, Town, Village, Zone};
    let mut rows = vec![
        unit(2, "50", City, "", "", "重庆市"),
        unit(3, "500107", District, "50", "50", "九龙坡区"),
        unit(4, "50-GX", Zone, "50", "", "高新区"),
        unit(5, "500107-Q-CG", Department, "500107", "500107", "区城市管理局"),
        unit(6, "500107003", Town, "500107", "500107", "谢家湾街道"),
        unit(7, "500107104", Town, "50-GX", "500107", "金凤镇"),
        unit(8, "500107003003", Village, "500107003", "500107003", "民主村社区"),
        unit(9, "500107104200", Village, "500107104", "500107104", "双龙村"),
    ];
    for i in 1..=4 {
        let own = format!("50010700300300{i}");
        let mut grid = unit(9 + i, &own, Grid, "500107003003", "500107003003", &format!("第{i}网格"));
        (grid.households, grid.people) = (Some(300), Some(800));
        rows.push(grid);
    }
    rows[8].aliases = vec![("cg".into(), "CG-01".into()), ("xf".into(), "XF-9".into())];
    rows[4].calendar = Some("duty".into());
    rows
}

/// A square of 0.01° in column `x` and row `y` of a lattice near 谢家湾.
fn square(x: u32, y: u32) -> Vec<Coord> {
    let (lon, lat) = (106.50 + 0.01 * f64::from(x), 29.50 + 0.01 * f64::from(y));
    [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)]
        .iter()
        .map(|(dx, dy)| Coord { lon: lon + dx, lat: lat + dy })
        .collect()
}

fn shapes() -> Vec<NewShape> {
    (0..4u32)
        .map(|i| {
            let own = code(&format!("50010700300300{}", i + 1));
            NewShape::of(i64::from(i) + 1, own, None, &[square(i % 2, i / 2)])
        })
        .collect()
}

fn import(units: Option<Vec<NewUnit>>, shapes: Option<Vec<NewShape>>) -> Import {
    Import { name: "test".into(), units, shapes, dry_run: false, band: Band::default() }
}

fn migrations() -> Vec<wangge_store::Migration> {
    [super::sql::MIGRATIONS, grid::sql::MIGRATIONS].concat()
}

fn clock() -> Clock {
    Clock::manual(Instant::from_micros(1_767_225_600_000_000))
}

#[test]
fn a_body_is_called_by_its_place_once() {
    for (place, body, title) in [
        ("九龙坡区", "区城市管理局", "九龙坡区城市管理局"),
        ("城口县", "县城市管理局", "城口县城市管理局"),
        ("城口县", "区公安分局", "城口县公安分局"),
        ("石柱土家族自治县", "县委组织部", "石柱土家族自治县委组织部"),
        ("两江新区", "区应急管理局", "两江新区应急管理局"),
        ("重庆高新区", "区消防救援支队", "重庆高新区消防救援支队"),
        ("重庆市", "市公安局", "重庆市公安局"),
        ("重庆市", "市政府办公室", "重庆市政府办公室"),
        ("谢家湾街道", "街道办事处", "谢家湾街道办事处"),
        ("金凤镇", "镇应急办", "金凤镇应急办"),
        // A name that says it already, in full or in short.
        ("九龙坡区", "九龙坡区公安分局", "九龙坡区公安分局"),
        ("石柱土家族自治县", "石柱县城市管理局", "石柱县城市管理局"),
        ("九龙坡区", "重庆市九龙坡区公安分局", "重庆市九龙坡区公安分局"),
        // Words that only begin like it.
        ("九龙坡区", "区块链产业办公室", "九龙坡区区块链产业办公室"),
        ("九龙坡区", "综治中心", "九龙坡区综治中心"),
        ("重庆市", "市场监督管理局", "重庆市市场监督管理局"),
        ("重庆市", "市政管理局", "重庆市市政管理局"),
        ("忠县", "县水利局", "忠县水利局"),
        ("", "区城市管理局", "区城市管理局"),
    ] {
        assert_eq!(super::flow::titled(place, body), title, "{place} {body}");
    }
}

#[test]
fn a_place_is_told_by_its_name_and_by_its_code_where_the_name_repeats() {
    let mut rows = small();
    rows.extend([
        unit(20, "500105", UnitKind::District, "50", "50", "江北区"),
        unit(21, "500105009", UnitKind::Town, "500105", "500105", "金凤镇"),
    ]);
    let units = Units::of(&rows, Vec::new()).expect("a tree");
    assert_eq!(units.told(&code("500107003003")), "谢家湾街道民主村社区");
    assert_eq!(units.told(&code("500107104")), "金凤镇(500107104)");
    assert_eq!(units.told(&code("500105009")), "金凤镇(500105009)");
    assert_eq!(units.told(&code("500199")), "500199", "no such unit");
}

#[test]
fn the_tree_answers() {
    let post = Post {
        code: "ZH-04".parse().expect("post"),
        kind: UnitKind::Town,
        board: Board::Centre,
        name: "调度岗".into(),
        name_en: "Dispatch".into(),
        role: Role::DutyOfficer,
        staffed: "24h".into(),
        formed_from: String::new(),
        deputy: None,
        must_not_be_same_as: None,
    };
    let units = Units::of(&small(), vec![post]).expect("a tree");
    assert_eq!(units.root(), &code("50"));
    let grid = units.get("500107003003002").expect("a grid");
    assert_eq!(grid.title(), "谢家湾街道民主村社区第2网格");
    let path: Vec<&str> = grid.upward().map(|u| u.code_str()).collect();
    assert_eq!(path, ["500107003003002", "500107003003", "500107003", "500107", "50"]);
    let home = units.home(&grid.code()).expect("a home");
    assert_eq!((home.district.as_str(), home.area.as_str()), ("500107", "500107"));
    assert_eq!(units.home(&code("500107003003")), None, "a village is no grid");
    // A zone governs, the statistical code stays.
    let town = units.get("500107104").expect("a town");
    assert_eq!(town.parent().map(|u| u.code()), Some(code("50-GX")));
    assert_eq!(town.district().as_str(), "500107");
    assert_eq!(units.shard(&code("50-GX")), Some(District::city()));
    assert_eq!(units.shards_under(&code("50-GX")), ["500107".parse::<District>().expect("district")]);
    let drill: District = "500107~d7".parse().expect("district");
    assert_eq!(units.district_unit(&drill), Some(code("500107")));
    assert_eq!(units.calendars_of(&code("500107003003002")).collect::<Vec<_>>(), ["duty"]);
    assert_eq!(units.get("500107003003").expect("village").children().count(), 4);
    assert_eq!(units.get("500107-Q-CG").expect("a department").title(), "九龙坡区城市管理局");
    let names = |q: &str| units.search(q, None, 9).iter().map(|u| u.title()).collect::<Vec<_>>();
    assert_eq!(names("双龙"), ["金凤镇双龙村"]);
    assert_eq!(names("500107003003001"), ["谢家湾街道民主村社区第1网格"]);
    assert!(names("第1网格").is_empty() && names(" ").is_empty());
    assert_eq!(units.post(&"ZH-04".parse().expect("post")).map(|p| p.role), Some(Role::DutyOfficer));
    assert_eq!(units.posts(UnitKind::Grid).count(), 0);
}

/// What the check says to the small city after `spoil`.
fn faults(spoil: impl Fn(&mut Vec<NewUnit>)) -> Vec<(i64, &'static str, bool)> {
    let before = Units::of(&small(), Vec::new()).expect("a tree");
    let mut rows = small();
    spoil(&mut rows);
    let found = flow::check(&rows, &before, &Band::default());
    found.into_iter().map(|f| (f.line, f.field, f.grave)).collect()
}

#[test]
fn a_wrong_tree_is_told_by_row() {
    assert_eq!(faults(|_| {}), []);
    assert_eq!(
        faults(|r| r[7].parent = Some(code("500107999"))),
        [(9, "parent", true), (9, "stat_parent", true)]
    );
    assert_eq!(faults(|r| r[4].parent = Some(code("50"))), [(6, "parent", true)]);
    assert_eq!(faults(|r| r[6].level = Level::Town), [(8, "level", true)]);
    assert_eq!(faults(|r| r[7].name = " ".into()), [(9, "name", true)]);
    assert_eq!(faults(|r| r[9].code = r[8].code.clone()), [(11, "code", true)]);
    assert_eq!(faults(|r| r[9].people = Some(9_000)), [(11, "people", false)], "a hint only");
    assert_eq!(faults(|r| r[9].people = Some(-1)), [(11, "people", true)]);
    assert_eq!(faults(|r| r[9].aliases = vec![("cg".into(), "CG-01".into())]), [(11, "aliases", true)]);
    assert_eq!(faults(|r| r[0].kind = UnitKind::Town).iter().filter(|f| f.1 == "kind").count(), 1);
    // The code of a village is not free for a grid.
    let reuse = faults(|r| {
        r[7].kind = UnitKind::Grid;
        r[7].level = Level::Grid;
        (r[7].parent, r[7].stat_parent) = (Some(code("500107003003")), Some(code("500107003003")));
    });
    assert_eq!(reuse, [(9, "code", true)]);
}

#[tokio::test]
async fn an_edition_comes_into_force_at_once_or_not_at_all() {
    for test in testdb::each(&migrations(), &clock()).expect("databases") {
        let db = test.db();
        assert_eq!(db.read(stamp).await.expect("stamp"), (0, 0));
        let mut bad = small();
        bad[7].parent = Some(code("500107999"));
        let done =
            verbs::import(db, import(Some(bad.clone()), Some(shapes())), |_, _| {}).await.expect("import");
        assert_eq!(done.edition, None);
        assert_eq!(done.checked.faults[0].line, 9);
        assert_eq!(db.read(stamp).await.expect("stamp"), (0, 0));
        assert_eq!(db.read(verbs::editions).await.expect("editions"), [], "nothing is left of it");
        let dry = Import { dry_run: true, ..import(Some(small()), Some(shapes())) };
        let dry = verbs::import(db, dry, |_, _| {}).await.expect("dry run");
        assert!(dry.edition.is_none() && dry.checked.is_good());
        assert_eq!(db.read(stamp).await.expect("stamp"), (0, 0));

        let done = verbs::import(db, import(Some(small()), Some(shapes())), |_, _| {}).await.expect("import");
        let first = done.edition.expect("in force");
        assert_eq!((done.checked.units, done.checked.grids), (12, 4));
        assert!((done.checked.area_km2 - 4.3).abs() < 0.1, "{}", done.checked.area_km2);
        let units = db.read(load).await.expect("units");
        assert_eq!((units.edition(), units.len()), (first, 12));

        // The next edition: other borders, three grids. The first stays.
        let mut three = shapes();
        three.truncate(3);
        let done = verbs::import(db, import(None, Some(three)), |_, _| {}).await.expect("import");
        let second = done.edition.expect("in force");
        let units = db.read(load).await.expect("units");
        assert!(units.edition() == second && units.len() == 11);
        let old_name = db.read(move |r| verbs::by_alias(r, second, "cg", "CG-01")).await.expect("alias");
        assert_eq!(old_name, Some(code("500107003003001")), "aliases are carried over");
        let states: Vec<EditionState> =
            db.read(verbs::editions).await.expect("editions").iter().map(|e| e.state).collect();
        assert_eq!(states, [EditionState::Active, EditionState::Retired]);
        let no = db.write(move |tx| verbs::stage(tx, first, &small()[..1])).await;
        assert!(matches!(no, Err(Error::Refused(no)) if no.code == "edition.not_staged"));
    }
}

#[tokio::test]
async fn an_unchecked_or_changed_edition_is_not_activated() {
    for test in testdb::each(&migrations(), &clock()).expect("databases") {
        let db = test.db();
        let id = db.write(|tx| verbs::open(tx, "by hand")).await.expect("open");
        let all = small();
        assert!(db.write(move |tx| verbs::stage(tx, id, &all[..6])).await.expect("stage").is_empty());
        let refused = |no: Result<(), Error>| {
            assert!(matches!(no, Err(Error::Refused(no)) if no.code == "edition.not_checked"));
        };
        refused(db.write(move |tx| verbs::activate(tx, id)).await);
        assert!(verbs::check(db, id, Band::default()).await.expect("check").is_good());
        // Staging the same again is harmless, but the check no longer counts.
        let again = db.write(move |tx| verbs::stage(tx, id, &small()[..6])).await.expect("stage");
        assert!(again.is_empty());
        let mut other = small()[3].clone();
        other.line = 99;
        let twice =
            db.write(move |tx| verbs::stage(tx, id, std::slice::from_ref(&other))).await.expect("stage");
        assert_eq!(twice[0].line, 99, "a second row of the same code");
        refused(db.write(move |tx| verbs::activate(tx, id)).await);
        assert!(verbs::check(db, id, Band::default()).await.expect("check").is_good());
        db.write(move |tx| verbs::activate(tx, id)).await.expect("activate");
        db.write(move |tx| verbs::activate(tx, id)).await.expect("activating it again changes nothing");
        assert_eq!(db.read(stamp).await.expect("stamp"), (id, 1));
    }
}

#[tokio::test]
async fn a_town_changes_hands_and_keeps_its_shard() {
    for test in testdb::each(&migrations(), &clock()).expect("databases") {
        let db = test.db();
        verbs::import(db, import(Some(small()), None), |_, _| {}).await.expect("import");
        let before = db.clock().now();
        db.clock().advance_minutes(60);
        let move_to = |to: &'static str| {
            let db = db.clone();
            async move {
                let units = db.read(load).await.expect("units");
                db.write(move |tx| verbs::govern(tx, &units, &code("500107003"), &code(to))).await
            }
        };
        move_to("50-GX").await.expect("to the zone");
        let units = db.read(load).await.expect("units");
        let town = units.get("500107003").expect("the town");
        assert_eq!(town.parent().map(|u| u.code()), Some(code("50-GX")));
        assert_eq!(units.governor(&code("500107003"), before), Some(code("500107")), "as it was");
        assert_eq!(town.district().as_str(), "500107");
        db.clock().advance_minutes(60);
        move_to("500107").await.expect("and back");
        let units = db.read(load).await.expect("units");
        assert_eq!(units.get("500107003").and_then(|t| t.parent()).map(|u| u.code()), Some(code("500107")));
        assert!(move_to("500107104").await.is_err(), "not to another town");
    }
}

#[tokio::test]
async fn grids_split_and_merge_with_their_lineage() {
    for test in testdb::each(&migrations(), &clock()).expect("databases") {
        let db = test.db();
        verbs::import(db, import(Some(small()), Some(shapes())), |_, _| {}).await.expect("import");
        let (units, grids) = read_both(db).await;
        let part = |own: &str, rings: &[Vec<Coord>]| Part {
            code: code(own),
            name: format!("第{own}网格"),
            rings: NewShape::of(0, code(own), None, rings).rings,
            households: None,
            people: None,
        };
        let at = |x: f64, y: f64| Coord { lon: 106.50 + x, lat: 29.50 + y };
        let west = vec![at(0.0, 0.0), at(0.004, 0.0), at(0.004, 0.01), at(0.0, 0.01), at(0.0, 0.0)];
        let east = vec![at(0.004, 0.0), at(0.01, 0.0), at(0.01, 0.01), at(0.004, 0.01), at(0.004, 0.0)];
        let parts = vec![part("500107003003011", &[west]), part("500107003003012", &[east])];
        let (u, g, some) = (units.clone(), grids.clone(), vec![parts[0].clone(); 2]);
        let no = db.write(move |tx| grid::verbs::change(tx, &u, &g, &[code("500107003003001")], &some)).await;
        assert!(no.is_err(), "parts that do not cover the grid, or lie over each other");
        let (u, g) = (units.clone(), grids.clone());
        db.write(move |tx| grid::verbs::change(tx, &u, &g, &[code("500107003003001")], &parts))
            .await
            .expect("split");

        let (units, grids) = read_both(db).await;
        assert!(!units.exists(&code("500107003003001")) && units.get("500107003003001").is_some());
        assert_eq!(grids.len(), 5);
        let found = grids.locate(at(0.002, 0.005)).expect("located");
        assert_eq!((found.grid, found.inside), (code("500107003003011"), true));
        let edition = units.edition();
        let alias = db.read(move |r| verbs::by_alias(r, edition, "cg", "CG-01")).await.expect("alias");
        assert_eq!(alias, Some(code("500107003003011")));

        let into = Part { rings: Vec::new(), ..part("500107003003020", &[]) };
        let codes = [code("500107003003012"), code("500107003003002")];
        let (u, g) = (units.clone(), grids.clone());
        db.write(move |tx| grid::verbs::change(tx, &u, &g, &codes, std::slice::from_ref(&into)))
            .await
            .expect("merge");
        let (units, grids) = read_both(db).await;
        assert_eq!((grids.len(), units.get("500107003003020").and_then(|g| g.people())), (4, None));
        let rings = grids.rings(&code("500107003003020")).expect("a shape");
        assert!((grid::flow::square_metres(&rings) / 1e6 - 1.6 * 1.075).abs() < 0.02);
        let lineage =
            db.read(move |r| verbs::lineage(r, edition, &code("500107003003012"))).await.expect("lineage");
        let told: Vec<(&str, &str, &str)> =
            lineage.iter().map(|d| (d.kind.as_str(), d.old.as_str(), d.new.as_str())).collect();
        assert_eq!(
            told,
            [
                ("split", "500107003003001", "500107003003012"),
                ("merge", "500107003003012", "500107003003020")
            ]
        );
        // Corner to corner is not side by side; an old code is not free.
        let apart = [code("500107003003011"), code("500107003003004")];
        let into = Part { rings: Vec::new(), ..part("500107003003021", &[]) };
        let (u, g, i) = (units.clone(), grids.clone(), into.clone());
        assert!(
            db.write(move |tx| grid::verbs::change(tx, &u, &g, &apart, std::slice::from_ref(&i)))
                .await
                .is_err()
        );
        let side_by_side = [code("500107003003003"), code("500107003003004")];
        let reused = Part { code: code("500107003003001"), ..into };
        let (u, g) = (units.clone(), grids.clone());
        assert!(
            db.write(move |tx| grid::verbs::change(tx, &u, &g, &side_by_side, std::slice::from_ref(&reused)))
                .await
                .is_err()
        );
        // The ended grid's code stays taken in every later edition.
        let done = verbs::import(db, import(Some(small()), Some(shapes())), |_, _| {}).await.expect("import");
        assert!(done.edition.is_none() && done.checked.faults.iter().any(|f| f.field == "code"));
    }
}

#[tokio::test]
async fn over_http_a_point_finds_its_grid_and_an_administrator_changes_it() {
    for test in testdb::each(&crate::migrations(), &testkit::clock()).expect("databases") {
        verbs::import(test.db(), import(Some(small()), Some(shapes())), |_, _| {}).await.expect("import");
        let realm = testkit::realm(test.db(), wangge_web::Settings::default());
        assert!(super::jobs::refresh(&realm).await.expect("refresh"));
        assert!(!super::jobs::refresh(&realm).await.expect("refresh"), "nothing new");
        let router = testkit::router(&realm);
        for (login, at, post, role) in [
            ("li", "500107003", "ZH-03", Role::DutyOfficer),
            ("admin", "500107", "GL-01", Role::SystemAdmin),
            ("chief", "50", "GL-01", Role::SystemAdmin),
        ] {
            let person = testkit::person(&realm, login, at).await;
            testkit::post(&realm, &person, at, post, role).await;
        }
        let nobody = Browser::default();
        let li = Browser::log_in(&router, "li").await;
        let get = async |who: &Browser, path: &str| {
            let (status, _, body) = who.get(&router, path).await;
            (status, body)
        };

        let (status, found) = get(&nobody, "/api/v1/places/locate?lon=106.505&lat=29.505").await;
        assert_eq!((status, found["title"].as_str()), (200, Some("九龙坡区谢家湾街道民主村社区第1网格")));
        assert_eq!(found["inside"], true);
        let shifted = Datum::Gcj02.from_wgs84(Coord { lon: 106.515, lat: 29.505 });
        let path = format!("/api/v1/places/locate?lon={}&lat={}&datum=gcj02", shifted.lon, shifted.lat);
        assert_eq!(get(&nobody, &path).await.1["grid"]["code"], "500107003003002");
        for (query, code) in [("lon=121.47&lat=31.23", "place.outside"), ("lon=181&lat=0", "input.invalid")] {
            let (status, no) = get(&nobody, &format!("/api/v1/places/locate?{query}")).await;
            assert_eq!((status, no["code"].as_str()), (422, Some(code)));
        }
        assert_eq!(get(&nobody, "/api/v1/places/locate?lon=x&lat=1").await.0, 422);
        assert_eq!(get(&nobody, "/api/v1/units/500107").await.0, 401);
        let (status, named) = get(&nobody, "/api/v1/places/search?q=%E5%8F%8C%E9%BE%99").await;
        assert_eq!((status, named[0]["title"].as_str()), (200, Some("金凤镇双龙村")));
        assert_eq!(named[0].get("people"), None, "a stranger reads names, not numbers");
        assert_eq!(get(&nobody, "/api/v1/places/search?q=%E5%8F%8C").await.0, 422);

        let (status, grid) = get(&li, "/api/v1/units/500107003003002").await;
        assert_eq!((status, grid["title"].as_str()), (200, Some("谢家湾街道民主村社区第2网格")));
        assert_eq!(grid["path"].as_array().map(Vec::len), Some(4));
        assert_eq!(get(&li, "/api/v1/units/500999").await.0, 404);
        let (_, below) = get(&li, "/api/v1/units/500107/children?kind=town").await;
        assert_eq!(below.as_array().map(Vec::len), Some(1), "the other town belongs to the zone");
        let (_, found) = get(&li, "/api/v1/units?q=%E5%8F%8C%E9%BE%99").await;
        assert_eq!(found[0]["title"], "金凤镇双龙村");
        let (_, shape) = get(&li, "/api/v1/grids/500107003003001").await;
        assert_eq!(shape["geometry"]["coordinates"][0].as_array().map(Vec::len), Some(5));
        let (_, some) = get(&li, "/api/v1/grids?bbox=106.501,29.501,106.502,29.502").await;
        assert_eq!(some["features"].as_array().map(Vec::len), Some(1));

        let ring = |x0: f64, x1: f64| json!([[[x0, 29.5], [x1, 29.5], [x1, 29.51], [x0, 29.51], [x0, 29.5]]]);
        let split = json!({"grids": ["500107003003001"], "parts": [
            {"code": "500107003003005", "name": "第5网格", "rings": ring(106.50, 106.505)},
            {"code": "500107003003006", "name": "第6网格", "rings": ring(106.505, 106.51)},
        ]});
        let path = "/api/v1/grid-plans";
        assert_eq!(li.json(&router, Method::POST, path, &split).await.0, 403);
        let admin = Browser::log_in(&router, "admin").await;
        let (status, _, no) = admin.json(&router, Method::POST, path, &split).await;
        assert_eq!((status, no["state"].as_str()), (200, Some("done")), "{no}");
        let (status, _, no) = admin.json(&router, Method::POST, path, &split).await;
        assert_eq!((status, no["code"].as_str()), (404, Some("not_found")), "it has ended");
        let (_, found) = get(&nobody, "/api/v1/places/locate?lon=106.502&lat=29.505").await;
        assert_eq!(found["grid"]["code"], "500107003003005");
        let (_, history) = get(&li, "/api/v1/units/500107003003005/history").await;
        assert_eq!(history["lineage"][0]["old"], "500107003003001");
        assert_eq!(history["aliases"][0]["alias"], "CG-01");
        let (_, by_alias) = get(&li, "/api/v1/unit-aliases?scheme=cg&alias=CG-01").await;
        assert_eq!(by_alias["code"], "500107003003005");

        let (path, to) = ("/api/v1/units/500107003/governor", json!({"parent": "50-GX"}));
        assert_eq!(
            admin.json(&router, Method::POST, path, &to).await.0,
            403,
            "a district gives nothing away"
        );
        let chief = Browser::log_in(&router, "chief").await;
        assert_eq!(chief.json(&router, Method::POST, path, &to).await.0, 204);
        let (_, town) = get(&li, "/api/v1/units/500107003").await;
        assert_eq!(
            (town["path"][1]["code"].as_str(), town["district"].as_str()),
            (Some("50-GX"), Some("500107"))
        );
        assert_eq!(get(&li, "/api/v1/editions").await.1[0]["state"], "active");
    }
}

async fn read_both(db: &wangge_store::Db) -> (std::sync::Arc<Units>, std::sync::Arc<grid::Grids>) {
    let (units, grids) = db
        .read(|r| {
            let units = load(r)?;
            let grids = grid::load(r, &units)?;
            Ok((units, grids))
        })
        .await
        .expect("both");
    (units.into(), grids.into())
}
