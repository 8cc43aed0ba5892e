//! Duties as a grid lives them, on both engines: a list that nobody wrote, ticked once, closed once, never by person.

mod course;

use reqwest::Method;
use serde_json::{Value, json};
use wangge_base::{District, Role};
use wangge_demo::{client::Client, people::PASSWORD};
use wangge_server::{
    first,
    import::{Job, Progress, Report},
    verify,
};
use wangge_store::Stmt;
use wangge_work::{duty, matter};

use crate::{
    access,
    city::{self, City, Hand, fresh_dir, key, told},
    golden,
    raw::{Raw, answered},
};

const TOWN: &str = "500107003";
const VILLAGE: &str = "500107003003";
const GRID: &str = "500107003003001";
const NEXT: &str = "500107003003002";

/// What lies in GRID and its neighbour: an elder and a fire lane at one house, another elder, a lane next door.
const OBJECTS: &str = "code,kind,name,door,building,lon,lat,grid
E-1,elder,曾国安,3栋2-1,L-3,106.505,29.505,
E-2,elder,谭秀英,5栋1-1,L-5,106.506,29.505,
F-1,fire_lane,3栋消防通道,,L-3,106.505,29.505,
F-2,fire_lane,北门消防通道,,,106.515,29.505,
S-1,shop,便民店,,,,,500107003003001
";

fn home() -> District {
    "500107".parse().expect("district")
}

async fn import(city: &City, text: &str, dry_run: bool) -> Result<String, String> {
    let dir = fresh_dir();
    let file = dir.join("objects.csv");
    std::fs::write(&file, text).expect("a file");
    let (mut report, mut progress) = (Report::default(), Progress::silent());
    let mut job = Job { house: city.house(), dry_run, report: &mut report, progress: &mut progress };
    let done = job.objects(&file).await.expect("reads");
    drop(std::fs::remove_dir_all(dir));
    done.map(|done| done.en).ok_or_else(|| report.table())
}

/// What the access tests ask about: objects to be uncovered and to be ended, and something that set duties off.
pub struct Kept {
    uncovered: String,
    ended: String,
    trigger: String,
}

impl Kept {
    /// As the community keeps it.
    pub async fn by(secretary: &Raw) -> Self {
        let elder = json!({ "kind": "elder", "name": "曾先生", "door": "1-1", "grid": GRID });
        let heat =
            json!({ "on": "heat", "measure": 40.0, "unit": GRID, "until": "2026-06-03", "note": "高温" });
        let made =
            async |path: &str, body: &Value| access::at(&secretary.json(Method::POST, path, body).await);
        Self {
            uncovered: made("/api/v1/duties/objects", &elder).await,
            ended: made("/api/v1/duties/objects", &elder).await,
            trigger: made("/api/v1/duties/triggers", &heat).await,
        }
    }

    /// What an operation is about.
    pub fn at(&self, operation: &str) -> &String {
        match operation {
            "POST /api/v1/duties/objects/{ref}/end" => &self.ended,
            one if one.contains("/triggers/") => &self.trigger,
            _ => &self.uncovered,
        }
    }
}

/// The query with which the access tests ask.
pub fn query(operation: &str) -> &'static str {
    match operation {
        "GET /api/v1/duties" | "GET /api/v1/duties/week" | "GET /api/v1/duties/colleagues" => {
            "?grid=500107003003001"
        }
        "GET /api/v1/duties/coverage" => "?unit=500107003003",
        "GET /api/v1/duties/triggers" => "?unit=500107003003",
        "GET /api/v1/duties/objects" => "?village=500107003003",
        _ => "",
    }
}

/// The body with which they ask.
pub fn body(operation: &str) -> Value {
    match operation {
        "POST /api/v1/duties/ticks" => json!({ "ticks": [] }),
        "POST /api/v1/duties/objects" => json!({ "kind": "shop", "name": "便民店", "grid": GRID }),
        "POST /api/v1/duties/objects/{ref}/reveal" => json!({ "reason": "家属来电核实" }),
        "POST /api/v1/duties/triggers" => {
            json!({ "on": "heat", "measure": 40.0, "unit": VILLAGE, "until": "2026-06-03", "note": "高温" })
        }
        "POST /api/v1/duties/away" => json!({ "from": "2026-06-02", "to": "2026-06-02" }),
        _ => json!({}),
    }
}

/// The nightly work, as the job loop does it.
async fn night(city: &City) -> u64 {
    let (db, world) = (city.house().db(), city.house().work.world());
    let closed = duty::jobs::close(db, &world, &home()).await.expect("closes");
    duty::jobs::settle(db, &world, &home()).await.expect("settles");
    closed
}

async fn list(hand: &Hand, query: &str) -> Value {
    hand.client.get(&format!("/api/v1/duties{query}")).await.expect("the list is shown")
}

fn rows(list: &Value) -> Vec<&Value> {
    let stops = list["stops"].as_array().expect("stops");
    stops.iter().flat_map(|stop| stop["duties"].as_array().expect("duties")).collect()
}

fn row<'a>(list: &'a Value, matter: &str, label: &str) -> &'a Value {
    let all = rows(list);
    all.into_iter()
        .find(|row| row["matter"] == matter && row["label"] == label)
        .unwrap_or_else(|| panic!("no {matter} at {label} in {list:#}"))
}

fn ticks(row: &Value, mut tick: Value) -> Value {
    for name in ["object", "matter", "nominal"] {
        tick[name] = row[name].clone();
    }
    if tick.get("key").is_none() {
        tick["key"] = key().into();
    }
    tick
}

async fn tick(hand: &Hand, tick: Value) -> Value {
    let body = json!({ "ticks": [tick] });
    let answer = hand.client.post("/api/v1/duties/ticks", None, &body).await.expect("an answer");
    answer["items"][0].clone()
}

/// The day of the demo's lists: a rule of every day, so that no test waits for a weekday.
async fn every_day(city: &City, code: &str, change: impl FnOnce(&mut matter::DutyRule)) {
    let world = city.house().work.world();
    let code = code.parse().expect("code");
    let mut entry = world.matters.versions(&code).last().expect("an entry").entry.clone();
    let rule = entry.duty.as_mut().expect("a rule");
    rule.recurrence = Some("FREQ=DAILY".into());
    (rule.window, rule.spread, rule.on_day_off) = (1, false, matter::OnDayOff::Keep);
    change(rule);
    let calendar = city.house().work.world().calendars.get(None).clone();
    let publish = move |tx: &mut wangge_store::Tx| {
        let now = tx.now();
        matter::publish(tx, std::slice::from_ref(&entry), now, &calendar)
    };
    city.house().db().write(publish).await.expect("published");
    city.house().work.refresh().await.expect("refreshed");
}

/// A city with objects on the second day: everything in force since the morning.
async fn ready(city: &City) {
    night(city).await;
    every_day(city, "M-MS-01", |rule| rule.missed = matter::Missed::Carry).await;
    import(city, OBJECTS, false).await.expect("imports");
    city.clock.advance_minutes(24 * 60);
    night(city).await;
}

#[tokio::test]
async fn objects_are_imported_with_every_bad_row_named_and_people_masked() {
    for city in city::each().await {
        let bad = "code,kind,name,door,building,lon,lat,grid\nX-1,dragon,龙,,,106.505,29.505,\nX-2,elder,,,,106.505,29.505,\nX-3,shop,店,,,,,500107003003009\nX-3,shop,店,,,9,9,\n";
        let table = import(&city, bad, false).await.expect_err("bad rows");
        for word in ["dragon", "名称为1至60个字", "没有这个网格", "编码重复"] {
            assert!(table.contains(word), "{word}: {table}");
        }
        assert!(import(&city, OBJECTS, true).await.expect("dry").starts_with("0 objects added"));
        assert!(import(&city, OBJECTS, false).await.expect("good").starts_with("5 objects added"));
        assert!(import(&city, OBJECTS, false).await.expect("again").contains("5 were there"));
        let secretary = city.hand(VILLAGE, "SQ-01").await;
        let page = secretary.client.get("/api/v1/duties/objects").await.expect("objects");
        let text = page.to_string();
        assert!(text.contains("曾**") && !text.contains("曾国安"), "{text}");
        assert!(
            page["items"]
                .as_array()
                .expect("items")
                .iter()
                .any(|o| o["label"] == "便民店" && o["grid"] == GRID)
        );
        // The name is uncovered for a reason, and the trail says so.
        let elder =
            page["items"].as_array().expect("items").iter().find(|o| o["label"] == "曾**").expect("an elder");
        let path = format!("/api/v1/duties/objects/{}/reveal", elder["ref"].as_str().expect("a reference"));
        let shown =
            secretary.client.post(&path, None, &json!({ "reason": "家属来电核实" })).await.expect("told");
        assert_eq!(shown["name"], "曾国安");
        assert!(secretary.client.post(&path, None, &json!({ "reason": "" })).await.is_err());
        // Whoever keeps it ends it; nobody else does.
        let end = format!("/api/v1/duties/objects/{}/end", elder["ref"].as_str().expect("a reference"));
        let worker = city.hand(GRID, "WG-01").await;
        assert_eq!(told(worker.client.post(&end, None, &json!({})).await.expect_err("refused")).0, 403);
        secretary.client.post(&end, None, &json!({})).await.expect("ends");
        assert!(
            !secretary
                .client
                .get("/api/v1/duties/objects")
                .await
                .expect("objects")
                .to_string()
                .contains("曾**")
        );
        city.end().await;
    }
}

#[tokio::test]
async fn a_list_that_nobody_wrote_is_ticked_once() {
    for city in city::each().await {
        ready(&city).await;
        let worker = city.hand(GRID, "WG-01").await;
        let today = list(&worker, "").await;
        assert_eq!(today["covered"], true);
        let all: Vec<String> =
            rows(&today).iter().map(|r| format!("{} {}", r["matter"], r["label"])).collect();
        assert_eq!(all.len(), 3, "{all:?}");
        // One house is one stop; the lane has no door of its own.
        let elder = row(&today, "M-MS-01", "曾**");
        assert_eq!(elder["fields"][0]["value"], "曾**");
        assert_eq!(elder["may"], json!(["done", "nothing_found", "found", "skip", "hand_over", "offer"]));
        // The same tick twice is one tick; another worker's comes too late and is told kindly.
        let done = ticks(elder, json!({ "tick": "done" }));
        assert_eq!(tick(&worker, done.clone()).await["state"], "done");
        assert_eq!(tick(&worker, done).await["state"], "done");
        let secretary = city.hand(VILLAGE, "SQ-01").await;
        let second = tick(&secretary, ticks(elder, json!({ "tick": "nothing_found" }))).await;
        assert_eq!(second["problem"]["code"], "duty.settled");
        assert!(second["problem"]["zh"].as_str().expect("words").contains("已经办过"));
        // Undone within ten minutes by whoever made it, and by nobody else.
        assert_eq!(
            tick(&secretary, ticks(elder, json!({ "tick": "undo" }))).await["problem"]["code"],
            "access.forbidden"
        );
        assert_eq!(tick(&worker, ticks(elder, json!({ "tick": "undo" }))).await["state"], "planned");
        tick(&worker, ticks(elder, json!({ "tick": "nothing_found" }))).await;
        city.clock.advance_minutes(10);
        let late = tick(&worker, ticks(elder, json!({ "tick": "undo" }))).await;
        assert_eq!(late["problem"]["code"], "duty.undo_over");
        // What is found becomes a case with what is known filled in; no door of a person is in it.
        let other = row(&today, "M-MS-01", "谭**");
        let found =
            tick(&worker, ticks(other, json!({ "tick": "found", "text": "老人家中燃气软管老化" }))).await;
        let case = worker.sheet(found["case"].as_str().expect("a case")).await;
        assert_eq!(case["text"], "老人家中燃气软管老化");
        assert!(!case.to_string().contains("5栋1-1") && !case.to_string().contains("谭秀英"));
        // A photo only where the matter asks for one.
        let lane = row(&today, "M-PF-01", "3栋消防通道");
        let bare = tick(&worker, ticks(lane, json!({ "tick": "done" }))).await;
        assert!(bare["problem"]["zh"].as_str().expect("words").contains("照片"));
        assert_eq!(
            tick(&worker, ticks(lane, json!({ "tick": "nothing_found" }))).await["state"],
            "nothing_found"
        );
        let after = list(&worker, "").await;
        assert_eq!(after["minutes"], 0);
        assert_eq!(rows(&after).len(), 3);
        city.end().await;
    }
}

#[tokio::test]
async fn a_list_is_its_grids_and_an_unchanged_one_is_not_sent_again() {
    for city in city::each().await {
        ready(&city).await;
        let (worker, neighbour) = (city.hand(GRID, "WG-01").await, city.hand(NEXT, "WG-01").await);
        let other = neighbour.client.get(&format!("/api/v1/duties?grid={GRID}")).await.expect_err("not hers");
        assert_eq!(told(other).0, 403);
        let elder = row(&list(&worker, "").await, "M-MS-01", "曾**").clone();
        assert_eq!(
            tick(&neighbour, ticks(&elder, json!({ "tick": "done" }))).await["problem"]["code"],
            "access.forbidden"
        );
        let raw = Raw::log_in(&city.base(), &worker.login, PASSWORD).await;
        let first = answered(raw.request(Method::GET, "/api/v1/duties")).await;
        let tag = first.header("etag").to_owned();
        let again =
            answered(raw.request(Method::GET, "/api/v1/duties").header("if-none-match", tag.clone())).await;
        assert_eq!(again.status, 304);
        tick(&worker, ticks(&elder, json!({ "tick": "done" }))).await;
        let changed = answered(raw.request(Method::GET, "/api/v1/duties").header("if-none-match", tag)).await;
        assert_eq!(changed.status, 200);
        let far = worker.client.get("/api/v1/duties?day=2031-01-01").await.expect_err("out of reach");
        assert_eq!(told(far).0, 422);
        let week = worker.client.get("/api/v1/duties/week").await.expect("the week");
        assert_eq!(week.as_array().expect("days").len(), 7);
        assert_eq!(week[1]["matters"].as_array().expect("matters").len(), 2, "{week:#}");
        city.end().await;
    }
}

#[tokio::test]
async fn a_stop_is_handed_over_and_offered_and_no_name_is_told_before_it_is_taken() {
    for city in city::each().await {
        ready(&city).await;
        let volunteer = first::Person {
            login: "volunteer".into(),
            called: "志愿者".into(),
            hash: city.house().work.realm.hash_password(PASSWORD.to_owned()).await.expect("hashes"),
            unit: GRID.into(),
            post: "WG-02".into(),
            role: Role::Volunteer,
            board: wangge_base::Board::Centre,
            district: home(),
        };
        first::add(city.house(), volunteer).await.expect("a volunteer");
        let client = Client::log_in(&city.base(), "volunteer", PASSWORD).await.expect("logs in");
        let volunteer = Hand { client, called: "志愿者".into(), login: "volunteer".into() };
        let (worker, neighbour) = (city.hand(GRID, "WG-01").await, city.hand(NEXT, "WG-01").await);
        let today = list(&worker, "").await;
        let (elder, lane) = (row(&today, "M-MS-01", "曾**"), row(&today, "M-PF-01", "3栋消防通道"));
        let colleagues = worker.client.get("/api/v1/duties/colleagues").await.expect("colleagues");
        assert_eq!(colleagues.as_array().expect("some").len(), 1);
        // Handed over, taken, done by the colleague.
        let over = json!({ "tick": "hand_over", "to": colleagues[0]["holding"] });
        assert_eq!(tick(&worker, ticks(lane, over)).await["state"], "handed");
        let hers = list(&neighbour, "").await;
        assert_eq!(
            row(&hers, "M-PF-01", "3栋消防通道")["may"],
            json!(["done", "nothing_found", "found", "skip", "take", "give_back"])
        );
        assert_eq!(tick(&neighbour, ticks(lane, json!({ "tick": "take" }))).await["state"], "taken");
        assert_eq!(
            tick(&neighbour, ticks(lane, json!({ "tick": "nothing_found" }))).await["state"],
            "nothing_found"
        );
        // Offered: what and where, no name; taken: name and door.
        assert_eq!(tick(&worker, ticks(elder, json!({ "tick": "offer" }))).await["state"], "offered");
        let offers = volunteer.client.get("/api/v1/duties/offers").await.expect("offers");
        assert_eq!(offers.as_array().expect("one").len(), 1);
        assert!(!offers.to_string().contains('曾') && !offers.to_string().contains("2-1"), "{offers}");
        assert_eq!(volunteer.client.get("/api/v1/duties").await.map_err(told).expect_err("no list").0, 403);
        assert_eq!(
            tick(&volunteer, ticks(elder, json!({ "tick": "done" }))).await["problem"]["code"],
            "access.forbidden"
        );
        assert_eq!(tick(&volunteer, ticks(elder, json!({ "tick": "take" }))).await["state"], "taken");
        let offers = volunteer.client.get("/api/v1/duties/offers").await.expect("offers");
        assert_eq!(offers[0]["label"], "曾**");
        assert_eq!(tick(&volunteer, ticks(elder, json!({ "tick": "done" }))).await["state"], "done");
        city.end().await;
    }
}

#[tokio::test]
async fn nights_are_closed_once_in_order_and_what_was_closed_is_proved() {
    for city in city::each().await {
        ready(&city).await;
        let worker = city.hand(GRID, "WG-01").await;
        let today = list(&worker, "").await;
        tick(&worker, ticks(row(&today, "M-MS-01", "曾**"), json!({ "tick": "done" }))).await;
        let skip = json!({ "tick": "skip", "reason": "nobody_home" });
        tick(&worker, ticks(row(&today, "M-PF-01", "3栋消防通道"), skip)).await;
        // Three nights without a server; each is closed for itself, and none twice.
        city.clock.advance_minutes(3 * 24 * 60);
        let closed = night(&city).await;
        assert_eq!(closed, 3 * 8, "three days of eight grids");
        assert_eq!(night(&city).await, 0);
        // What was missed carries over, once; the newest replaces it.
        let today = list(&worker, "").await;
        let open = rows(&today);
        assert_eq!(open.iter().filter(|r| r["label"] == "谭**").count(), 1, "{today:#}");
        // Offline: ticked in time, sent late. A wrong clock that runs ahead is no excuse and no harm.
        let yesterday = "2026-06-04";
        let mut offline = ticks(row(&today, "M-PF-01", "3栋消防通道"), json!({ "tick": "nothing_found" }));
        offline["nominal"] = yesterday.into();
        offline["happened"] = "2026-06-04T08:00:00Z".into();
        assert_eq!(tick(&worker, offline).await["state"], "nothing_found");
        let mut ahead = ticks(row(&today, "M-PF-01", "3栋消防通道"), json!({ "tick": "nothing_found" }));
        ahead["nominal"] = "2026-06-03".into();
        ahead["happened"] = "2031-01-01T00:00:00Z".into();
        assert_eq!(tick(&worker, ahead).await["problem"]["code"], "duty.over");
        city.clock.advance_minutes(24 * 60);
        night(&city).await;
        let secretary = city.hand(VILLAGE, "SQ-01").await;
        let coverage = secretary.client.get("/api/v1/duties/coverage").await.expect("coverage");
        let of = |matter: &str| {
            let all = coverage["rows"].as_array().expect("rows");
            all.iter().find(|r| r["matter"] == matter && r["place"] == GRID).cloned().expect("a row")
        };
        let (elders, lanes) = (of("M-MS-01"), of("M-PF-01"));
        for it in [&elders, &lanes] {
            let n = |name: &str| it[name].as_i64().expect("a number");
            assert_eq!(n("planned"), n("done") - n("late") + n("skipped") + n("missed") + n("fell"), "{it}");
        }
        assert_eq!((&elders["done"], &lanes["skipped"], &lanes["late"]), (&json!(1), &json!(1), &json!(1)));
        assert!(coverage["unseen"][0].get("seen").is_none(), "what was never seen comes first: {coverage:#}");
        // The check works every day out anew; a changed row is found.
        let db = city.house().db();
        let mut found = verify::Findings::default();
        verify::duties(db, &[home()], "Asia/Shanghai", &mut found).await.expect("reads");
        assert_eq!(found.broken, Vec::<String>::new());
        assert!(found.days > 8, "{found:?}");
        const TAMPER: Stmt = Stmt::new(
            "test.tamper",
            "UPDATE duty_close SET planned = planned + 1 WHERE district = $1 AND grid = $2",
        );
        db.write(|tx| tx.exec(&TAMPER, &["500107".into(), GRID.into()])).await.expect("tampered");
        let mut found = verify::Findings::default();
        verify::duties(db, &[home()], "Asia/Shanghai", &mut found).await.expect("reads");
        assert!(found.broken.iter().any(|b| b.contains(GRID)), "{found:?}");
        city.end().await;
    }
}

#[tokio::test]
async fn heat_sets_off_visits_and_says_what_gives_way() {
    for city in city::each().await {
        ready(&city).await;
        let desk = city.hand(TOWN, "ZH-04").await;
        let asked = |measure: f64| json!({ "on": "heat", "measure": measure, "unit": VILLAGE, "until": "2026-06-04", "note": "高温红色预警" });
        let cool = desk
            .client
            .post("/api/v1/duties/triggers", Some(&key()), &asked(30.0))
            .await
            .expect_err("too cool");
        let (status, why) = told(cool);
        assert_eq!(status, 409, "{why}");
        assert!(why.contains("apply for admission"), "{why}");
        let worker = city.hand(GRID, "WG-01").await;
        let no = worker
            .client
            .post("/api/v1/duties/triggers", Some(&key()), &asked(40.0))
            .await
            .expect_err("not hers");
        assert_eq!(told(no).0, 403);
        let set =
            desk.client.post("/api/v1/duties/triggers", Some(&key()), &asked(40.0)).await.expect("set off");
        assert_eq!(
            (&set["asks"][0]["matter"], &set["asks"][0]["count"]),
            (&json!("M-MS-01"), &json!(2)),
            "{set:#}"
        );
        let twice =
            desk.client.post("/api/v1/duties/triggers", Some(&key()), &asked(41.0)).await.expect_err("runs");
        assert_eq!(told(twice).0, 409);
        // Two duties at one door are one stop; each has its own tick.
        let today = list(&worker, "").await;
        let hot: Vec<&Value> = rows(&today).into_iter().filter(|r| r.get("trigger").is_some()).collect();
        assert_eq!((rows(&today).len(), hot.len()), (5, 2), "{today:#}");
        let mut done = ticks(hot[0], json!({ "tick": "done" }));
        done["trigger"] = hot[0]["trigger"]["ref"].clone();
        assert_eq!(tick(&worker, done).await["state"], "done");
        let path = format!("/api/v1/duties/triggers/{}/end", set["ref"].as_str().expect("a reference"));
        assert_eq!(told(worker.client.post(&path, None, &json!({})).await.expect_err("not hers")).0, 403);
        desk.client.post(&path, None, &json!({})).await.expect("called off");
        city.clock.advance_minutes(24 * 60);
        night(&city).await;
        let today = list(&worker, "").await;
        assert!(rows(&today).iter().all(|r| r.get("trigger").is_none()), "{today:#}");
        let mut found = verify::Findings::default();
        verify::duties(city.house().db(), &[home()], "Asia/Shanghai", &mut found).await.expect("reads");
        assert_eq!(found.broken, Vec::<String>::new());
        city.end().await;
    }
}

#[tokio::test]
async fn a_grid_without_anybody_is_the_communitys_and_nobody_is_blamed() {
    for city in city::each().await {
        ready(&city).await;
        let (worker, secretary) = (city.hand(GRID, "WG-01").await, city.hand(VILLAGE, "SQ-01").await);
        let away = json!({ "from": "2026-06-02", "to": "2026-06-03" });
        worker.client.post("/api/v1/duties/away", Some(&key()), &away).await.expect("away");
        assert_eq!(list(&secretary, &format!("?grid={GRID}")).await["covered"], false);
        let coverage = secretary.client.get("/api/v1/duties/coverage").await.expect("coverage");
        assert_eq!(coverage["uncovered"], json!([GRID]));
        let today = list(&secretary, &format!("?grid={GRID}")).await;
        assert_eq!(
            tick(&secretary, ticks(row(&today, "M-MS-01", "曾**"), json!({ "tick": "done" }))).await["state"],
            "done"
        );
        let raw = Raw::log_in(&city.base(), &worker.login, PASSWORD).await;
        assert_eq!(answered(raw.request(Method::DELETE, "/api/v1/duties/away")).await.status, 204);
        assert_eq!(list(&worker, "").await["covered"], true);
        city.end().await;
    }
}

#[test]
fn no_field_of_the_api_ranks_tracks_or_counts_persons() {
    let text = std::fs::read_to_string(golden::root().join("docs/openapi.json")).expect("the document");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    let never = [
        "rank",
        "points",
        "leaderboard",
        "track",
        "clock_in",
        "quota",
        "per_person",
        "by_worker",
        "mileage",
        "online_time",
    ];
    let mut wrong = Vec::new();
    for (name, schema) in schemas {
        let fields = schema["properties"].as_object().into_iter().flatten().map(|(field, _)| field.as_str());
        for word in fields.chain([name.as_str()]) {
            let word = word.to_ascii_lowercase();
            let parts: Vec<&str> = word.split('_').collect();
            if never.iter().any(|no| parts.contains(no) || word == *no) {
                wrong.push(format!("{name}: {word}"));
            }
        }
        // Who ticked stays in the row: nothing about duties names an account or a holding but to hand something over.
        if (name.starts_with("Duty") && name != "DutyShift")
            || name.starts_with("Coverage")
            || name == "Unseen"
            || name == "Offered"
        {
            let people = ["actor", "account", "person", "holding", "called", "worker"];
            let fields = schema["properties"].as_object().into_iter().flatten();
            wrong.extend(
                fields.filter(|(f, _)| people.contains(&f.as_str())).map(|(f, _)| format!("{name}: {f}")),
            );
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
