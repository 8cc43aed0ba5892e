//! What the lists cost: prices before admission, communities, offered minutes, ceilings, estimate against measurement.

use serde_json::{Value, json};
use wangge_base::{Instant, MatterCode};
use wangge_work::{burden::jobs, duty, matter};

use crate::{
    city::{self, City, key},
    raw::Raw,
};

const TOWN: &str = "500107003";
const VILLAGE: &str = "500107003003";
const GRIDS: [&str; 4] = ["500107003003001", "500107003003002", "500107003004001", "500107003004002"];

/// An entry that is done once a week in every grid as a whole, 30 minutes each.
pub fn entry(code: &str) -> Value {
    json!({
        "code": code, "tier": "grid", "board": "PF", "name_zh": "巡看一遍", "name_en": "Look round", "kind": "duty",
        "level": "grid", "lead_post": "PF-03", "urgency": "ordinary", "privacy": "open", "evidence": "none",
        "minutes": 30, "fields": ["unit.grid", "calendar.date", "mood"],
        "duty": { "object": "grid", "recurrence": "FREQ=WEEKLY;BYDAY=TU" },
    })
}

/// Sums what communities bear by, as the night does.
pub async fn summed(city: &City) {
    let world = city.house().work.world();
    for district in ["500107", "500105"] {
        let district = district.parse().expect("district");
        jobs::sum(city.house().db(), &world, &district).await.expect("sums");
    }
}

/// Puts entries into force from now on.
pub async fn admit(city: &City, entries: &[Value]) {
    let read = |e: &Value| serde_json::from_value(e.clone()).expect("an entry");
    let entries: Vec<matter::Entry> = entries.iter().map(read).collect();
    let calendar = city.house().work.world().calendars.get(None).clone();
    let publish = move |tx: &mut wangge_store::Tx| {
        let now = tx.now();
        matter::publish(tx, &entries, now, &calendar)
    };
    city.house().db().write(publish).await.expect("publishes");
    city.house().work.refresh().await.expect("refreshes");
}

#[tokio::test]
async fn an_entry_is_priced_before_anybody_decides_and_nothing_is_written() {
    for city in city::each().await {
        let desk = Raw::seated(&city, TOWN, "ZH-04").await;
        let ask = json!({ "entry": entry("M-PF-90") });
        let (status, no) = desk.post("/api/v1/burden/price", &ask).await;
        assert_eq!((status, &no["code"]), (409, &json!("burden.not_summed")), "{no}");
        summed(&city).await;
        let (status, sheet) = desk.post("/api/v1/burden/price", &ask).await;
        assert_eq!(status, 200, "{sheet}");
        let price = &sheet["price"];
        // Twelve grids in six communities; 52 Tuesdays, none lost to a holiday that moves it to the next workday.
        assert_eq!((&price["objects"], &price["places"]), (&json!(12), &json!(6)), "{sheet}");
        let times = price["times"].as_u64().expect("times");
        assert!((50..=52).contains(&times), "{times}");
        assert_eq!(price["year"], json!(30 * times * 12));
        assert_eq!((&price["measure"], &price["verdict"]), (&json!("estimate"), &json!("fits")));
        assert_eq!(price["saved_entries"], json!(2 * times * 12));
        assert_eq!(price["fields"][2], json!({ "name": "mood" }));
        // Nobody works in the neighbour town: its posts are counted, and said to be empty.
        let worst = price["worst"].as_array().expect("places");
        let vacant = worst.iter().filter(|p| p["vacant"] == json!(true)).count();
        assert_eq!(vacant, 2, "{price}");
        // Too often: every day for four hours and more.
        let mut heavy = entry("M-PF-90");
        (heavy["minutes"], heavy["duty"]["recurrence"]) = (json!(400), json!("FREQ=DAILY"));
        heavy["duty"]["on_day_off"] = json!("skip");
        let (_, refused) = desk.post("/api/v1/burden/price", &json!({ "entry": heavy })).await;
        assert_eq!(refused["price"]["verdict"], json!("refused"), "{refused}");
        assert!(refused["zh"].as_str().is_some_and(|zh| zh.contains("上限")), "{refused}");
        // A swap with what is on no list, a rule that is none.
        let bad = json!({ "entry": entry("M-PF-90"), "give_up": ["M-ZZ-99"] });
        assert_eq!(desk.post("/api/v1/burden/price", &bad).await.0, 422);
        let mut bad = entry("M-PF-90");
        bad["duty"]["recurrence"] = json!("FREQ=WEEKLY;COUNT=3");
        assert_eq!(desk.post("/api/v1/burden/price", &json!({ "entry": bad })).await.0, 422);
        let worker = Raw::seated(&city, GRIDS[0], "WG-01").await;
        assert_eq!(worker.post("/api/v1/burden/price", &ask).await.0, 403);
        let matters = city.house().work.world().matters;
        let code: MatterCode = "M-PF-90".parse().expect("code");
        assert!(matters.versions(&code).is_empty(), "a price admits nothing");
        city.end().await;
    }
}

#[tokio::test]
async fn places_add_up_overlaps_are_found_and_ceilings_are_dated() {
    for city in city::each().await {
        let mut second = entry("M-PF-91");
        second["duty"]["window"] = json!(3);
        second["duty"]["recurrence"] = json!("FREQ=WEEKLY;BYDAY=MO");
        admit(&city, &[entry("M-PF-90"), second]).await;
        summed(&city).await;
        let desk = Raw::seated(&city, TOWN, "ZH-04").await;
        let sheet = desk.get(&format!("/api/v1/burden?unit={TOWN}")).await.json();
        let line = |code: &str| {
            let lines = sheet["lines"].as_array().expect("lines").iter();
            lines.into_iter().find(|l| l["code"] == code).cloned().expect("the entry")
        };
        let (one, two) = (line("M-PF-90"), line("M-PF-91"));
        assert_eq!((&one["objects"], &sheet["total"]["staff"]), (&json!(4), &json!(4)), "{sheet}");
        let places = sheet["places"].as_array().expect("places");
        assert_eq!(places.len(), 2, "{sheet}");
        let staff: u64 = places.iter().map(|p| p["staff"].as_u64().expect("staff")).sum();
        assert_eq!(json!(staff), sheet["total"]["staff"]);
        let each = one["each"].as_f64().expect("minutes") + two["each"].as_f64().expect("minutes");
        assert!((sheet["total"]["each"].as_f64().expect("minutes") - each).abs() < 0.2, "{sheet}");
        // A grid is a person: never by itself.
        let secretary = Raw::seated(&city, VILLAGE, "SQ-01").await;
        let here = secretary.get("/api/v1/burden").await.json();
        assert_eq!((&here["places"], &here["total"]["staff"]), (&json!([]), &json!(2)), "{here}");
        let worker = Raw::seated(&city, GRIDS[0], "WG-01").await;
        assert_eq!(worker.get("/api/v1/burden").await.status, 422);
        assert_eq!(worker.get(&format!("/api/v1/burden?unit={TOWN}")).await.status, 403);
        // Monday to Wednesday meets every Tuesday.
        let found = desk.get(&format!("/api/v1/burden/overlaps?unit={TOWN}")).await.json();
        let pair = &found["items"][0];
        assert_eq!((&pair["code"], &pair["with"]["code"]), (&json!("M-PF-91"), &json!("M-PF-90")), "{found}");
        assert!(pair["with"]["visits"].as_u64().expect("visits") >= 48, "{found}");
        assert_eq!(pair["with"]["doors"], json!(4));
        assert_eq!(pair["with"]["fields"], json!(["unit.grid", "calendar.date", "mood"]));

        ceilings(&city, &desk).await;
        city.end().await;
    }
}

async fn ceilings(city: &City, desk: &Raw) {
    let office = Raw::seated(city, "50", "SZ-02").await;
    let new = json!({ "terms": { "grid": 40, "village": 600, "town": 600, "way": 10, "example": "示例" } });
    let (status, preview) = office.post("/api/v1/burden/terms/preview", &new).await;
    assert_eq!(status, 200, "{preview}");
    assert_eq!(preview["changes"], json!([{ "field": "grid", "before": 1200, "after": 40 }]));
    let over = |sheet: &Value| sheet.as_array().expect("lists").iter().find(|o| o["tier"] == "grid").cloned();
    assert_eq!(over(&preview["over_before"]).expect("grid")["places"], json!(0));
    assert_eq!(over(&preview["over_after"]).expect("grid")["places"], json!(6), "{preview}");
    assert_eq!(desk.post("/api/v1/burden/terms", &new).await.0, 403);
    let client = &city.hand("50", "SZ-02").await.client;
    let same = key();
    let first = client.post("/api/v1/burden/terms", Some(&same), &new).await.expect("published");
    let again = client.post("/api/v1/burden/terms", Some(&same), &new).await.expect("the same answer");
    assert_eq!((&first, &first["version"]), (&again, &json!(1)));
    let sheet = desk.get(&format!("/api/v1/burden?unit={TOWN}")).await.json();
    assert_eq!((&sheet["ceiling"], &sheet["total"]["over"]), (&json!(40), &json!(2)), "{sheet}");
    // Later terms wait for their day; those before the newest cannot be slipped in.
    let later = json!({ "terms": new["terms"], "from": "2026-07-01T00:00:00Z" });
    assert_eq!(office.post("/api/v1/burden/terms", &later).await.0, 201);
    assert_eq!(office.post("/api/v1/burden/terms", &new).await.0, 422);
    let past = json!({ "terms": new["terms"], "from": "2026-05-01T00:00:00Z" });
    assert_eq!(office.post("/api/v1/burden/terms", &past).await.0, 422);
    let none = json!({ "terms": { "grid": 0, "village": 600, "town": 600, "way": 10 } });
    assert_eq!(office.post("/api/v1/burden/terms", &none).await.0, 422);
    city.clock.advance_minutes(40 * 24 * 60);
    let (status, back) = office.post("/api/v1/burden/terms/0/restore", &json!({})).await;
    assert_eq!((status, &back["version"], &back["terms"]["grid"]), (201, &json!(3), &json!(1200)), "{back}");
    assert_eq!(office.post("/api/v1/burden/terms/9/restore", &json!({})).await.0, 404);
    let history = desk.get("/api/v1/burden/terms").await.json();
    let versions: Vec<_> =
        history["items"].as_array().expect("versions").iter().map(|v| &v["version"]).collect();
    assert_eq!(versions, [3, 2, 1, 0].map(|n| json!(n)).iter().collect::<Vec<_>>());
}

/// Everything that is kept of offered minutes.
async fn kept(city: &City) -> Vec<Vec<String>> {
    const ALL: wangge_store::Stmt = wangge_store::Stmt::new(
        "test.samples",
        "SELECT id, matter, month, day, minutes FROM burden_sample WHERE district = $1",
    );
    let read = |r: &mut wangge_store::Read| {
        r.query(&ALL, &["500107".into()], |row| {
            Ok(vec![row.text(0)?, row.text(1)?, row.text(2)?, row.text(3)?, row.int(4)?.to_string()])
        })
    };
    city.house().db().read(read).await.expect("reads")
}

#[tokio::test]
async fn minutes_are_offered_without_who_and_count_from_twenty_on() {
    for city in city::each().await {
        let worker = Raw::seated(&city, GRIDS[0], "WG-01").await;
        let offer = |minutes: u32| json!({ "matter": "M-MS-06", "minutes": minutes });
        let (status, offered) = worker.post("/api/v1/burden/samples", &offer(10)).await;
        assert_eq!((status, &offered), (201, &json!({ "month": "2026-06", "least": 20 })));
        // Once a month for each matter: the last word counts, and nobody floods it.
        for minutes in [11, 12, 13] {
            assert_eq!(worker.post("/api/v1/burden/samples", &offer(minutes)).await.0, 201);
        }
        let rows = kept(&city).await;
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert_eq!(rows[0][1..], ["M-MS-06", "2026-06", "2026-06-01", "13"]);
        assert_eq!(rows[0][0].len(), 64, "a hash");
        assert_eq!(worker.post("/api/v1/burden/samples", &offer(0)).await.0, 422);
        assert_eq!(worker.post("/api/v1/burden/samples", &offer(481)).await.0, 422);
        let none = json!({ "matter": "M-ZZ-99", "minutes": 5 });
        assert_eq!(worker.post("/api/v1/burden/samples", &none).await.0, 409);
        let desk = Raw::seated(&city, TOWN, "ZH-04").await;
        assert_eq!(desk.post("/api/v1/burden/samples", &offer(5)).await.0, 403, "whoever does not do it");

        crowd(&city, 18).await;
        city.clock.advance_minutes(24 * 60);
        let shown = async || desk.get("/api/v1/burden/samples").await.json()["items"].clone();
        assert_eq!(shown().await, json!([]), "nineteen are not shown");
        let other = Raw::seated(&city, GRIDS[1], "WG-01").await;
        assert_eq!(other.post("/api/v1/burden/samples", &offer(20)).await.0, 201);
        assert_eq!(shown().await, json!([]), "nor is the twentieth on its day");
        city.clock.advance_minutes(24 * 60);
        let twenty = json!([{ "code": "M-MS-06", "month": "2026-06", "workers": 20, "minutes": 60 }]);
        assert_eq!(shown().await, twenty);

        measured(&city).await;
        over(&city, &worker).await;
        city.end().await;
    }
}

/// Others who offered an hour each.
async fn crowd(city: &City, many: usize) {
    const PUT: wangge_store::Stmt = wangge_store::Stmt::new(
        "test.put_sample",
        "INSERT INTO burden_sample (district, id, matter, month, day, minutes) VALUES ($1, $2, $3, $4, $5, $6)",
    );
    let put = move |tx: &mut wangge_store::Tx| {
        for i in 0..many {
            let id = format!("{i:064}");
            let (month, day) = ("2026-06", "2026-06-01");
            tx.exec(
                &PUT,
                &["500107".into(), id.into(), "M-MS-06".into(), month.into(), day.into(), 60.into()],
            )?;
        }
        Ok(())
    };
    city.house().db().write(put).await.expect("writes");
}

/// After three months the office is told, once.
async fn measured(city: &City) {
    let office = Raw::seated(city, "50", "SZ-02").await;
    let of = async || {
        let all = office.get("/api/v1/burden/report").await.json();
        all["items"]
            .as_array()
            .expect("items")
            .iter()
            .find(|h| h["code"] == "M-MS-06")
            .cloned()
            .expect("held")
    };
    let tell = async || {
        let world = city.house().work.world();
        jobs::tell(city.house().db(), &world).await.expect("tells")
    };
    let early = of().await;
    assert_eq!((&early["is_due"], &early["wrong"]), (&json!(false), &json!(true)), "{early}");
    assert_eq!(tell().await, 0, "not before three months are over");
    city.clock.set(Instant::from_micros(city::MONDAY.micros()).plus_minutes(93 * 24 * 60));
    let due = of().await;
    assert_eq!((&due["is_due"], &due["measured"]["minutes"]), (&json!(true), &json!(60)), "{due}");
    assert_eq!((tell().await, tell().await), (1, 0));
    let notices = office.get("/api/v1/notices").await.json();
    let told =
        notices["items"].as_array().expect("notices").iter().filter(|n| n["kind"] == "burden.off").count();
    assert_eq!(told, 1, "{notices}");
    let worker = Raw::seated(city, GRIDS[0], "WG-01").await;
    assert_eq!(worker.get("/api/v1/burden/report").await.status, 403);
}

/// When the month is over its key is gone, and the same person is a stranger to it.
async fn over(city: &City, worker: &Raw) {
    const KEYS: wangge_store::Stmt =
        wangge_store::Stmt::new("test.keys", "SELECT month FROM burden_key WHERE district = $1");
    let keys = async || {
        let read = |r: &mut wangge_store::Read| r.query(&KEYS, &["500107".into()], |row| row.text(0));
        city.house().db().read(read).await.expect("reads")
    };
    let before = kept(city).await.len();
    assert_eq!(keys().await, ["2026-06"]);
    let world = city.house().work.world();
    let home = "500107".parse().expect("district");
    jobs::forget(city.house().db(), &world, &home).await.expect("forgets");
    assert!(keys().await.is_empty(), "the key of June is thrown away");
    let body = json!({ "matter": "M-MS-06", "minutes": 9 });
    assert_eq!(worker.post("/api/v1/burden/samples", &body).await.0, 201);
    assert_eq!((kept(city).await.len(), keys().await), (before + 1, vec!["2026-09".to_owned()]));
}

/// What the closes of a district say of a matter, one by one.
async fn closed(city: &City, code: &str) -> (i64, i64) {
    const ALL: wangge_store::Stmt =
        wangge_store::Stmt::new("test.closes", "SELECT sums FROM duty_close WHERE district = $1");
    let read = |r: &mut wangge_store::Read| r.query(&ALL, &["500107".into()], |row| row.text(0));
    let all = city.house().db().read(read).await.expect("reads");
    all.iter().fold((0, 0), |(planned, done), text| {
        let sums: Value = serde_json::from_str(text).expect("sums");
        let of = |what: &str| sums[code][what].as_i64().unwrap_or(0);
        (planned + of("planned"), done + of("done"))
    })
}

#[tokio::test]
async fn a_worker_sees_the_own_week_and_the_closes_are_added_up_once() {
    for city in city::each().await {
        let mut daily = entry("M-PF-90");
        daily["duty"]["recurrence"] = json!("FREQ=DAILY");
        daily["duty"]["on_day_off"] = json!("keep");
        let home: wangge_base::District = "500107".parse().expect("district");
        let night = async || {
            let (db, world) = (city.house().db(), city.house().work.world());
            while duty::jobs::settle(db, &world, &home).await.expect("settles") {}
            while duty::jobs::close(db, &world, &home).await.expect("closes") > 0 {}
            jobs::add(db, &home).await.expect("adds")
        };
        night().await;
        admit(&city, &[daily]).await;
        for _ in 0..3 {
            city.clock.advance_minutes(24 * 60);
            night().await;
        }
        summed(&city).await;
        let worker = Raw::seated(&city, GRIDS[0], "WG-01").await;
        let own = worker.get("/api/v1/burden/mine").await.json();
        assert_eq!(
            (&own["week"], &own["ceiling"], &own["share"]),
            (&json!(210), &json!(1200), &json!(17.5)),
            "{own}"
        );
        assert_eq!((&own["today"], &own["community"]), (&json!(30), &json!(210.0)), "{own}");
        let secretary = Raw::seated(&city, VILLAGE, "SQ-01").await;
        assert!(
            secretary.get("/api/v1/burden/mine").await.status >= 400,
            "who works no grid has no such week"
        );

        let office = Raw::seated(&city, "50", "SZ-02").await;
        let report = office.get("/api/v1/burden/report").await.json();
        let held =
            report["items"].as_array().expect("items").iter().find(|h| h["code"] == "M-PF-90").cloned();
        let held = held.expect("held");
        let (planned, done) = closed(&city, "M-PF-90").await;
        assert!(planned > 0, "nothing was closed");
        assert_eq!((&held["planned"], &held["done"]), (&json!(planned), &json!(done)), "{held}");
        assert_eq!(night().await, 0, "nothing is added twice");
        city.end().await;
    }
}
