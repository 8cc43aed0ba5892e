//! The map through HTTP: the ground for everybody, single cases for whoever may read them.

use std::collections::BTreeMap;

use reqwest::{Method, header::HeaderMap};
use serde_json::json;
use wangge_base::Coord;
use wangge_demo::people::PASSWORD;
use wangge_realm::tile::flow::Address;
use wangge_server::import::{Job, Progress, Report};
use wangge_store::Engine;

use crate::{
    city::{self, City, fresh_dir},
    raw::Raw,
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
/// In the middle of GRID.
const HERE: Coord = Coord { lon: 106.505, lat: 29.505 };

/// A tile as a map reads it: the features of each layer, as id and tags.
type Layers = BTreeMap<String, Vec<(Option<u64>, BTreeMap<String, String>)>>;

/// The fields of a message of protocol buffers: number, and varint or bytes.
fn fields(mut bytes: &[u8]) -> Vec<(u64, u64, &[u8])> {
    fn varint(bytes: &mut &[u8]) -> u64 {
        let (mut n, mut shift) = (0, 0);
        loop {
            let (first, rest) = bytes.split_first().expect("a whole varint");
            *bytes = rest;
            n |= u64::from(first & 0x7f) << shift;
            shift += 7;
            if first & 0x80 == 0 {
                return n;
            }
        }
    }
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let key = varint(&mut bytes);
        let n = varint(&mut bytes);
        match key & 7 {
            0 => all.push((key >> 3, n, &[][..])),
            2 => {
                let (own, rest) = bytes.split_at(usize::try_from(n).expect("a length"));
                bytes = rest;
                all.push((key >> 3, n, own));
            }
            other => panic!("wire type {other} has no place in a tile"),
        }
    }
    all
}

fn read(tile: &[u8]) -> Layers {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let mut layers = Layers::new();
    for (_, _, layer) in fields(tile) {
        let of = |number: u64| fields(layer).into_iter().filter(move |(n, ..)| *n == number);
        let keys: Vec<String> = of(3).map(|(_, _, key)| text(key)).collect();
        let values: Vec<String> = of(4)
            .map(|(_, _, value)| match fields(value)[0] {
                (1, _, own) => text(own),
                (_, n, _) => n.to_string(),
            })
            .collect();
        assert_eq!(of(15).next().expect("a version").1, 2);
        let feature = |(_, _, feature): (u64, u64, &[u8])| {
            let parts = fields(feature);
            let tags = parts.iter().find(|(n, ..)| *n == 2).map_or(&[][..], |part| part.2);
            assert!(parts.iter().any(|(n, _, own)| *n == 4 && !own.is_empty()), "a feature without a shape");
            let tags = tags
                .chunks(2)
                .map(|pair| (keys[usize::from(pair[0])].clone(), values[usize::from(pair[1])].clone()));
            (parts.iter().find(|(n, ..)| *n == 1).map(|part| part.1), tags.collect())
        };
        layers.insert(text(of(1).next().expect("a name").2), of(2).map(feature).collect());
    }
    layers
}

struct Tile {
    status: u16,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Tile {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
    fn layers(&self) -> Layers {
        read(&self.bytes)
    }
}

async fn tile(raw: &Raw, path: &str, asking: &[(&str, &str)]) -> Tile {
    let mut request = raw.request(Method::GET, path);
    for (name, value) in asking {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.expect("answers");
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    Tile { status, headers, bytes: answer.bytes().await.expect("the whole tile").to_vec() }
}

fn at(template: &str, zoom: u8, place: Coord) -> String {
    let tile = Address::of(zoom, place);
    template
        .replace("{z}", &tile.z.to_string())
        .replace("{x}", &tile.x.to_string())
        .replace("{y}", &tile.y.to_string())
}

fn codes(layers: &Layers, layer: &str) -> Vec<String> {
    layers.get(layer).into_iter().flatten().map(|(_, tags)| tags["code"].clone()).collect()
}

#[tokio::test]
async fn everybody_sees_the_ground_and_keeps_it_until_it_changes() {
    let city = City::on(Engine::Sqlite).await;
    let raw = Raw::anonymous(&city.base());
    let map = raw.get("/api/v1/map").await.json();
    assert_eq!(map["note_zh"], "示意");
    assert_eq!(map["bbox"], json!([106.5, 29.5, 106.52, 29.56]));
    let units = map["units"].as_str().expect("a template").to_owned();

    let near = tile(&raw, &at(&units, 15, HERE), &[("accept-encoding", "identity")]).await;
    assert_eq!((near.status, near.header("content-type")), (200, "application/vnd.mapbox-vector-tile"));
    assert_eq!(near.header("cache-control"), "public, max-age=86400, immutable");
    let layers = near.layers();
    for layer in ["district", "town", "village", "grid"] {
        assert!(layers.contains_key(layer), "{layer} in {:?}", layers.keys());
    }
    assert!(codes(&layers, "grid").contains(&GRID.to_owned()));
    let (id, tags) = &layers["grid"].iter().find(|(_, tags)| tags["code"] == GRID).expect("the grid");
    assert_eq!(*id, Some(500_107_003_003_001));
    assert_eq!(
        (tags["name"].as_str(), tags["parent"].as_str(), tags["level"].as_str()),
        ("第1网格", "500107003003", "5")
    );
    let far = tile(&raw, &at(&units, 10, HERE), &[]).await.layers();
    assert_eq!(codes(&far, "district"), ["500105", "500107"]);
    assert!(far.contains_key("town") && !far.contains_key("village") && !far.contains_key("grid"));

    let packed = tile(&raw, &at(&units, 15, HERE), &[("accept-encoding", "gzip, br")]).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(packed.bytes.starts_with(&[0x1f, 0x8b]) && packed.bytes.len() < near.bytes.len());
    let again = tile(&raw, &at(&units, 15, HERE), &[("if-none-match", near.header("etag"))]).await;
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    let sea = Coord { lon: 120.0, lat: 20.0 };
    assert_eq!(tile(&raw, &at(&units, 15, sea), &[]).await.status, 204);

    let edition = map["edition"].to_string();
    let loose =
        tile(&raw, &at(&format!("/tiles/units/{edition}/{{z}}/{{x}}/{{y}}.mvt"), 15, HERE), &[]).await;
    assert_eq!((loose.status, loose.header("cache-control")), (200, "public, max-age=60"));
    for (wrong, status) in [
        (at("/tiles/units/999.1.0/{z}/{x}/{y}.mvt", 15, HERE), 404),
        (units.replace("{z}/{x}/{y}", "23/0/0"), 422),
        (units.replace("{z}/{x}/{y}", "3/8/0"), 422),
        (units.replace("{z}/{x}/{y}.mvt", "3/1/1.png"), 422),
        (units.replace("{z}/{x}/{y}", "-1/0/0"), 404),
    ] {
        let no = tile(&raw, &wrong, &[]).await;
        assert_eq!(no.status, status, "{wrong}");
        assert_eq!(no.header("content-type"), "application/problem+json", "{wrong}");
    }
    city.end().await;
}

#[tokio::test]
async fn water_is_imported_whole_and_the_tiles_get_another_address() {
    let dir = fresh_dir();
    let file = dir.join("water.geojson");
    let ring = json!([[
        [106.504, 29.504],
        [106.506, 29.504],
        [106.506, 29.506],
        [106.504, 29.506],
        [106.504, 29.504]
    ]]);
    let lake = json!({ "type": "Feature", "properties": { "name": "示例湖" }, "geometry": { "type": "Polygon", "coordinates": ring } });
    std::fs::write(&file, json!({ "type": "FeatureCollection", "features": [lake] }).to_string())
        .expect("a file");
    for city in city::each().await {
        let raw = Raw::anonymous(&city.base());
        let before = raw.get("/api/v1/map").await.json();
        assert_eq!(before["water"], false);
        for _ in 0..2 {
            let (mut report, mut progress) = (Report::default(), Progress::silent());
            let mut job =
                Job { house: city.house(), dry_run: false, report: &mut report, progress: &mut progress };
            let done = job.water(&file).await.expect("imports");
            assert!(done.is_some(), "{}", report.table());
        }
        let after = raw.get("/api/v1/map").await.json();
        assert_eq!(after["water"], true);
        assert_ne!(before["tag"], after["tag"]);
        let old = tile(&raw, &at(before["units"].as_str().expect("text"), 15, HERE), &[]).await;
        assert_eq!(old.status, 404, "an old address never shows the new map");
        let layers = tile(&raw, &at(after["units"].as_str().expect("text"), 15, HERE), &[]).await.layers();
        assert_eq!(layers["water"].len(), 1, "the second import replaced the first");
        assert_eq!(layers["water"][0].1["name"], "示例湖");
        city.end().await;
    }
    drop(std::fs::remove_dir_all(dir));
}

#[tokio::test]
async fn single_cases_show_to_whoever_may_read_them_and_close_up_only() {
    for city in city::each().await {
        let worker = city.hand(GRID, "WG-01").await;
        let point = json!({ "lon": HERE.lon, "lat": HERE.lat });
        let receipt = worker.report(json!({ "text": "消防通道被占", "point": point })).await;
        let reference = receipt["ref"].as_str().expect("a reference");
        let path = at("/tiles/cases/{z}/{x}/{y}.mvt", 16, HERE);

        let desk = Raw::log_in(&city.base(), &format!("{TOWN}-zh-04"), PASSWORD).await;
        let seen = tile(&desk, &path, &[]).await;
        assert_eq!(seen.header("cache-control"), "private, max-age=5");
        let layers = seen.layers();
        assert_eq!(layers["case"].len(), 1);
        let (_, tags) = &layers["case"][0];
        assert_eq!((tags["ref"].as_str(), tags["overdue"].as_str()), (reference, "0"));
        assert_eq!(tags["number"], receipt["number"].as_str().expect("a number"));
        let state = tags["state"].clone();
        let again = tile(&desk, &path, &[("if-none-match", seen.header("etag"))]).await;
        assert_eq!(again.status, 304);
        assert_eq!(tile(&desk, &format!("{path}?state={state}"), &[]).await.status, 200);
        assert_eq!(tile(&desk, &format!("{path}?state=in_progress"), &[]).await.status, 204);
        assert_eq!(tile(&desk, &format!("{path}?board=nonsense"), &[]).await.status, 422);

        let elsewhere = Raw::log_in(&city.base(), "500105003-zh-04", PASSWORD).await;
        assert_eq!(tile(&elsewhere, &path, &[]).await.status, 204, "another district's desk");
        assert_eq!(tile(&Raw::anonymous(&city.base()), &path, &[]).await.status, 401);
        let wide = tile(&desk, &at("/tiles/cases/{z}/{x}/{y}.mvt", 13, HERE), &[]).await;
        assert_eq!(wide.status, 422, "below zoom 14 there are only counts");

        city.pass(7 * 24 * 60).await;
        let late = tile(&desk, &path, &[]).await.layers();
        assert_eq!(late["case"][0].1["overdue"], "1");
        city.end().await;
    }
}

/// A file that lies below the map is read by ranges, and named; a key of 天地图 stands before it.
#[tokio::test]
async fn a_base_map_is_served_by_ranges_and_named() {
    let dir = fresh_dir();
    let file = dir.join("base.pmtiles");
    let bytes: Vec<u8> = b"PMTiles".iter().copied().chain(0..200).collect();
    std::fs::write(&file, &bytes).expect("a file");
    let city = City::tuned(Engine::Sqlite, |config| {
        (config.map.pmtiles, config.map.attribution) = (file.clone(), "© 示例底图".to_owned());
    })
    .await;
    let raw = Raw::anonymous(&city.base());
    let map = raw.get("/api/v1/map").await.json();
    assert_eq!(
        map["base"],
        json!({ "kind": "pmtiles", "url": "/tiles/base.pmtiles", "attribution": "© 示例底图" })
    );
    assert_eq!(map["note_zh"], "示意", "the outlines are as schematic as before");
    let some = tile(&raw, "/tiles/base.pmtiles", &[("range", "bytes=7-16")]).await;
    assert_eq!((some.status, some.header("content-range")), (206, "bytes 7-16/207"));
    assert_eq!(some.bytes, (0..10).collect::<Vec<u8>>());
    let beyond = tile(&raw, "/tiles/base.pmtiles", &[("range", "bytes=900-901")]).await;
    assert_eq!(beyond.status, 416);
    city.end().await;

    let city = City::tuned(Engine::Sqlite, |config| {
        config.map.tianditu_key = "abc123".to_owned();
        config.map.pmtiles = file.clone();
    })
    .await;
    let map = Raw::anonymous(&city.base()).get("/api/v1/map").await.json();
    assert_eq!(map["base"]["kind"], "tianditu");
    let first = map["base"]["tiles"][0].as_str().expect("an address");
    assert!(
        first.starts_with("https://t0.tianditu.gov.cn/vec_w/wmts?") && first.contains("tk=abc123"),
        "{first}"
    );
    assert!(map["base"]["labels"][0].as_str().is_some_and(|one| one.contains("/cva_w/")), "{map}");
    assert!(map["base"]["attribution"].as_str().is_some_and(|who| who.contains("天地图")), "{map}");
    assert_eq!(map["note_zh"], "示意");
    let page = Raw::anonymous(&city.base()).get("/").await;
    assert!(
        page.header("content-security-policy").contains("https://t0.tianditu.gov.cn"),
        "the page may fetch them"
    );
    city.end().await;
    let none = City::on(Engine::Sqlite).await;
    assert_eq!(Raw::anonymous(&none.base()).get("/api/v1/map").await.json().get("base"), None);
    none.end().await;
    drop(std::fs::remove_dir_all(dir));
}
