//! Buildings and points: imported with a report of bad rows, found by place and name, people only as counts of five
//! and more.

use reqwest::Method;
use serde_json::{Value, json};
use wangge_base::Coord;
use wangge_demo::people::PASSWORD;
use wangge_realm::{premises, resident, tile::flow::Address};
use wangge_server::import::{Job, Progress, Report};

use crate::{
    city::{self, City, fresh_dir},
    raw::Raw,
};

const GRID: &str = "500107003003001";

/// A building in the middle of GRID, put there without a file; answers its reference.
pub async fn a_building(city: &City) -> String {
    let realm = &city.house().work.realm;
    let at = Coord { lon: 106.505, lat: 29.505 };
    let site = premises::flow::site(&realm.units(), &realm.grids(), at).expect("in the city");
    let of = premises::NewBuilding {
        code: "L-1".into(),
        name: "1栋".into(),
        address: String::new(),
        at,
        storeys: 6,
        entrances: 1,
        units_per_storey: 2,
        lifts: 0,
        charging_places: 0,
        vacancies: 0,
        people: None,
        hazards: Vec::new(),
    };
    let within = premises::verbs::Within::Grid(site.district.clone(), site.grid.clone());
    let all = vec![(site, of)];
    city.house().db().write(move |tx| premises::verbs::put_buildings(tx, &all)).await.expect("written");
    let found = city.house().db().read(move |r| premises::verbs::buildings(r, &within, None, "", 1)).await;
    format!("500107.{}", found.expect("read")[0].id)
}

/// Somebody who lives in a building; answers the reference.
pub async fn a_resident(city: &City, building: &str) -> String {
    let keys = city.house().work.realm.app.keys().clone();
    let of = resident::NewResident {
        code: "R-1".into(),
        building: building.parse().expect("a building"),
        storey: 1,
        flat: "101".into(),
        name: "何示例".into(),
        phone: Some("13800005671".into()),
        roles: Vec::new(),
        gone: false,
    };
    let district = of.building.district.clone();
    let put = city.house().db().write(move |tx| {
        resident::verbs::put(tx, &keys, std::slice::from_ref(&of))?;
        resident::verbs::id_of(tx, &of.building.district, &of.code)
    });
    let id = put.await.expect("written").expect("somebody");
    format!("{district}.{id}")
}

async fn import(city: &City, name: &str, text: &str) -> Result<(), String> {
    let dir = fresh_dir();
    let file = dir.join(name);
    std::fs::write(&file, text).expect("a file");
    let (mut report, mut progress) = (Report::default(), Progress::silent());
    let mut job = Job { house: city.house(), dry_run: false, report: &mut report, progress: &mut progress };
    let done =
        if name.starts_with("buildings") { job.buildings(&file).await } else { job.points(&file).await };
    drop(std::fs::remove_dir_all(dir));
    match done.expect("reads") {
        Some(_) => Ok(()),
        None => Err(report.table()),
    }
}

const HEADER: &str = "code,name,address,lon,lat,storeys,entrances,units_per_storey,lifts,charging_places,vacancies,people,hazards";

#[tokio::test]
async fn buildings_are_imported_whole_and_found_by_place_and_name() {
    for city in city::each().await {
        let bad = format!(
            "{HEADER}\nL-1,1栋,,106.505,29.505,6,1,2,0,0,99,,\nL-1,2栋,,120.0,20.0,6,1,2,0,0,0,,\n,3栋,,,,6,1,2,0,0,0,,\n"
        );
        let told = import(&city, "buildings.csv", &bad).await.expect_err("three bad rows");
        for part in ["vacancies", "编码重复", "不在本市", "没有坐标"] {
            assert!(told.contains(part), "{part} in\n{told}");
        }
        let worker = Raw::log_in(&city.base(), &format!("{}-wg-01", GRID), PASSWORD).await;
        let list = async |query: &str| {
            worker.get(&format!("/api/v1/buildings?{query}")).await.json()["items"].clone()
        };
        assert_eq!(list(&format!("grid={GRID}")).await, json!([]), "nothing is half imported");

        let good = format!(
            "{HEADER}\nL-1,1栋,示例路1号,106.505,29.505,18,2,4,4,10,6,380,飞线充电;楼道堆物\nL-2,2栋,,106.5052,29.505,6,1,2,0,0,0,4,\n"
        );
        for _ in 0..2 {
            import(&city, "buildings.csv", &good).await.expect("good rows");
        }
        let all = list(&format!("grid={GRID}")).await;
        assert_eq!(all.as_array().map(Vec::len), Some(2), "the second time changes, it does not add: {all}");
        assert_eq!(list("village=500107003003&q=1栋").await.as_array().map(Vec::len), Some(1));
        assert_eq!(list("bbox=106.5051,29.504,106.506,29.506").await[0]["name"], "2栋");
        assert_eq!(list("bbox=106.4,29.4,106.404,29.404").await, json!([]));

        let points = "code,name,kind,lon,lat,building\nP-1,消火栓1,hydrant,106.5051,29.505,L-1\nP-2,学校,school,106.508,29.508,\n";
        import(&city, "points.csv", points).await.expect("good points");
        let told = import(&city, "points.csv", "code,name,kind,lon,lat\nP-3,x,palace,106.505,29.505\n").await;
        assert!(told.expect_err("a kind that is none").contains("fire_lane"));
        let sheet = |row: &Value| format!("/api/v1/buildings/{}", row["ref"].as_str().expect("a reference"));
        let first = worker.get(&sheet(&all[0])).await.json();
        assert_eq!(
            (&first["flats"], &first["people"], &first["hazards"]),
            (&json!(144), &json!(380), &json!(["飞线充电", "楼道堆物"]))
        );
        assert_eq!(first["points"].as_array().expect("points").len(), 1, "within 40 m: {first}");
        let second = worker.get(&sheet(&all[1])).await.json();
        assert_eq!(second["people"], Value::Null, "four people are nobody's business");
        assert_eq!((&first["open"], &first["cases"]), (&json!(0), &json!([])));
        let point = json!({ "lon": 106.505, "lat": 29.505 });
        let report = json!({ "text": "楼道灯不亮", "point": point });
        let receipt = worker.json(Method::POST, "/api/v1/cases", &report).await.json();
        let first = worker.get(&sheet(&all[0])).await.json();
        assert_eq!((&first["open"], &first["cases"][0]["ref"]), (&json!(1), &receipt["ref"]));
        let elsewhere = Raw::log_in(&city.base(), "500105003-zh-04", PASSWORD).await;
        assert_eq!(elsewhere.get(&sheet(&all[0])).await.json()["open"], 0, "cases by right only");
        let page = worker.get(&format!("/api/v1/buildings?grid={GRID}&limit=1")).await.json();
        assert_eq!(page["items"][0]["code"], "L-1");
        let next = page["next"].as_str().expect("a mark");
        let page = worker.get(&format!("/api/v1/buildings?grid={GRID}&limit=1&after={next}")).await.json();
        assert_eq!((&page["items"][0]["code"], &page["next"]), (&json!("L-2"), &Value::Null));
        assert_eq!(list("q=2栋").await.as_array().map(Vec::len), Some(1), "by name alone");
        let near = worker.get("/api/v1/points?bbox=106.5,29.5,106.51,29.51&kind=school").await.json();
        assert_eq!(near[0]["code"], "P-2");
        for wrong in ["", "q=", "grid=x&village=y", "bbox=1,2,3", "bbox=106,29,108,30"] {
            assert_eq!(worker.get(&format!("/api/v1/buildings?{wrong}")).await.status, 422, "{wrong}");
        }

        let tile = Address::of(17, Coord { lon: 106.505, lat: 29.505 });
        let path = |z: u8, x: u32, y: u32| format!("/tiles/premises/{z}/{x}/{y}.mvt");
        let stranger = Raw::anonymous(&city.base());
        let shown = stranger.request(Method::GET, &path(17, tile.x, tile.y)).send().await.expect("answers");
        assert_eq!(
            (shown.status().as_u16(), &shown.headers()["content-type"]),
            (200, &"application/vnd.mapbox-vector-tile".parse().expect("a value"))
        );
        let bytes = String::from_utf8_lossy(&shown.bytes().await.expect("the tile")).into_owned();
        for word in ["building", "1栋", "point", "hydrant"] {
            assert!(bytes.contains(word), "{word}");
        }
        assert!(!bytes.contains("飞线充电"), "hazards are for whoever holds a post");
        assert_eq!(stranger.get(&path(14, tile.x >> 3, tile.y >> 3)).await.status, 422);
        city.end().await;
    }
}
