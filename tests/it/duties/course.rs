//! Duties in the course of time: what they cost, what gives way, what moves with the ground, what is forgotten.

use wangge_demo::client::picture;
use wangge_work::{admission, burden};

use super::*;

#[tokio::test]
async fn a_duty_that_nobody_did_for_a_year_is_proposed_for_retirement_and_one_that_was_ticked_is_not() {
    for city in city::each().await {
        city.clock.advance_minutes(360 * 24 * 60);
        ready(&city).await;
        let worker = city.hand(GRID, "WG-01").await;
        let today = list(&worker, "").await;
        let nothing = json!({ "tick": "nothing_found" });
        tick(&worker, ticks(row(&today, "M-MS-01", "曾**"), nothing)).await;
        city.clock.advance_minutes(24 * 60);
        night(&city).await;
        let (db, world) = (city.house().db(), city.house().work.world());
        burden::jobs::add(db, &home()).await.expect("adds the closed days up");
        city.clock.advance_minutes(10 * 24 * 60);
        admission::jobs::daily(db, &world, &[home()]).await.expect("looks after the lists");
        let office = city.hand("50", "SZ-02").await;
        let drafts = office.client.get("/api/v1/admissions?state=draft").await.expect("drafts");
        let at = drafts["items"][0]["ref"].as_str().expect("the clock proposes");
        let draft = office.client.get(&format!("/api/v1/admissions/{at}")).await.expect("the draft");
        let items = draft["content"]["items"].to_string();
        // Lanes were on the list and never done; no child was ever on it; the elder was seen.
        assert!(items.contains("M-PF-01") && items.contains("M-MS-02"), "{items}");
        assert!(!items.contains("M-MS-01"), "nothing found is use: {items}");
        city.end().await;
    }
}

#[tokio::test]
async fn what_is_open_in_a_grid_is_counted_before_it_is_split_and_goes_on_in_its_halves() {
    for city in city::each().await {
        ready(&city).await;
        every_day(&city, "M-MS-01", |rule| {
            rule.missed = matter::Missed::Carry;
            rule.trigger.as_mut().expect("heat").reach = matter::Reach::Grid;
        })
        .await;
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
        let today = list(&worker, "").await;
        let offered = ticks(row(&today, "M-MS-01", "曾**"), json!({ "tick": "offer" }));
        assert_eq!(tick(&worker, offered).await["state"], "offered");
        let heat =
            json!({ "on": "heat", "measure": 40.0, "unit": GRID, "until": "2026-06-05", "note": "高温" });
        desk.client.post("/api/v1/duties/triggers", Some(&key()), &heat).await.expect("set off");

        let made = first::administrators(city.house()).await.expect("administrators");
        let one = made.iter().find(|m| m.name == "admin").expect("the administrator");
        let admin = Raw::log_in(&city.base(), &one.name, &one.password).await;
        let half = |code: &str, w: f64, e: f64| {
            let ring = json!([[w, 29.5], [e, 29.5], [e, 29.51], [w, 29.51], [w, 29.5]]);
            json!({ "code": code, "name": code, "rings": [ring] })
        };
        let mut plan = json!({ "grids": [GRID], "dry_run": true, "parts": [
            half("500107003003011", 106.50, 106.5055), half("500107003003012", 106.5055, 106.51),
        ] });
        let seen = admin.json(Method::POST, "/api/v1/grid-plans", &plan).await;
        assert_eq!(
            seen.json()["moves"]["work"],
            json!([{ "what": "cases", "n": 0 }, { "what": "duties", "n": 1 }, { "what": "triggers", "n": 1 }]),
            "{}",
            seen.text
        );
        plan["dry_run"] = false.into();
        assert_eq!(admin.json(Method::POST, "/api/v1/grid-plans", &plan).await.status, 200);
        for _ in 0..2 {
            night(&city).await;
        }
        city.clock.advance_minutes(24 * 60);
        night(&city).await;
        // Every elder is visited once for the heat and once for the list, in the half where it lives now.
        let secretary = city.hand(VILLAGE, "SQ-01").await;
        let mut hot = Vec::new();
        for (half, elder) in [("500107003003011", "曾**"), ("500107003003012", "谭**")] {
            let list = list(&secretary, &format!("?grid={half}")).await;
            let here = rows(&list).into_iter().filter(|r| r["matter"] == "M-MS-01").collect::<Vec<_>>();
            assert!(here.iter().all(|r| r["label"] == elder), "{list:#}");
            assert_eq!(here.iter().filter(|r| r.get("trigger").is_none()).count(), 1, "{list:#}");
            hot.extend(here.iter().filter(|r| r.get("trigger").is_some()).map(|r| r["label"].clone()));
        }
        assert_eq!(hot, ["曾**", "谭**"], "what was set off goes on, once for each");
        assert_eq!(rows(&list(&secretary, &format!("?grid={GRID}")).await).len(), 0, "nobody is left behind");
        // The shop has no point and went to the neighbour: there it goes on as well, and asks for nothing.
        let running =
            desk.client.get(&format!("/api/v1/duties/triggers?unit={TOWN}")).await.expect("running");
        let asks = running.as_array().expect("running").iter().filter(|one| one["asks"] != json!([]));
        assert_eq!((asks.count(), running.as_array().map(Vec::len)), (2, Some(3)), "{running:#}");
        let mut found = verify::Findings::default();
        verify::duties(city.house().db(), &[home()], "Asia/Shanghai", &mut found).await.expect("reads");
        assert_eq!(found.broken, Vec::<String>::new());
        city.end().await;
    }
}

#[tokio::test]
async fn every_day_shows_the_burden_of_its_community_without_a_read_more() {
    for city in city::each().await {
        ready(&city).await;
        let (worker, secretary) = (city.hand(GRID, "WG-01").await, city.hand(VILLAGE, "SQ-01").await);
        assert!(list(&worker, "").await.get("burden").is_none(), "nothing was summed yet");
        let (db, work) = (city.house().db(), &city.house().work);
        burden::jobs::sum(db, &work.world(), &home()).await.expect("sums");
        let shown = list(&worker, "").await["burden"].clone();
        let sheet = secretary.client.get("/api/v1/burden").await.expect("the burden of the community");
        assert_eq!(
            (&shown["each"], &shown["ceiling"], &shown["share"]),
            (&sheet["total"]["each"], &sheet["ceiling"], &sheet["total"]["share"]),
            "{shown} {sheet}"
        );
        assert!(shown["each"].as_f64().is_some_and(|each| each > 0.0), "{shown}");
        // For an hour it comes from memory, and afterwards from what is true then.
        const EMPTY: Stmt =
            Stmt::new("test.empty", "UPDATE burden_ground SET objects = '{}' WHERE district = $1");
        db.write(|tx| tx.exec(&EMPTY, &["500107".into()])).await.expect("emptied");
        assert_eq!(list(&worker, "").await["burden"], shown);
        city.clock.advance_minutes(60);
        assert_eq!(list(&worker, "").await["burden"]["each"], 0.0);
        city.end().await;
    }
}

#[tokio::test]
async fn what_was_noted_is_forgotten_after_two_years_and_the_closed_days_stay_true() {
    const ROWS: Stmt = Stmt::new("test.rows", "SELECT count(*) FROM duty WHERE district = $1");
    const OBJECTS_LEFT: Stmt = Stmt::new(
        "test.objects",
        "SELECT count(*) FROM duty_object WHERE district = $1 AND name IS NOT NULL",
    );
    const PERIODS: Stmt = Stmt::new("test.closes", "SELECT count(*) FROM duty_close WHERE district = $1");
    const AWAY: Stmt = Stmt::new("test.away", "SELECT count(*) FROM duty_away WHERE district = $1");
    const FILES: Stmt =
        Stmt::new("test.files", "SELECT count(*) FROM file WHERE district = $1 AND file_key IS NOT NULL");
    for city in city::each().await {
        ready(&city).await;
        let db = city.house().db();
        let counted = async |stmt: &'static Stmt| {
            db.read(move |r| r.one(stmt, &["500107".into()], |row| row.int(0))).await.expect("counts")
        };
        let (worker, secretary) = (city.hand(GRID, "WG-01").await, city.hand(VILLAGE, "SQ-01").await);
        let today = list(&worker, "").await;
        let note = json!({ "tick": "nothing_found", "note": "老人身体好" });
        tick(&worker, ticks(row(&today, "M-MS-01", "曾**"), note)).await;
        let lane = row(&today, "M-PF-01", "3栋消防通道").clone();
        let photo =
            worker.client.photo(lane["object"].as_str().expect("object"), &key(), picture(90, 140, 90)).await;
        let photo = photo.expect("the photo is taken");
        let done = tick(&worker, ticks(&lane, json!({ "tick": "done", "files": [photo] }))).await;
        assert_eq!(done["state"], "done", "{done}");
        let away = json!({ "from": "2026-06-03", "to": "2026-06-03" });
        worker.client.post("/api/v1/duties/away", Some(&key()), &away).await.expect("away");
        let page = secretary.client.get("/api/v1/duties/objects").await.expect("objects");
        for one in page["items"].as_array().expect("items") {
            let end = format!("/api/v1/duties/objects/{}/end", one["ref"].as_str().expect("a reference"));
            if one["kind"] != "shop" {
                secretary.client.post(&end, None, &json!({})).await.expect("ends");
            }
        }
        city.clock.advance_minutes(24 * 60);
        night(&city).await;
        let (closes, swept) = (counted(&PERIODS).await, async || {
            db.write(|tx| duty::verbs::sweep(tx, &home())).await.expect("sweeps")
        });
        assert!(counted(&ROWS).await >= 2 && counted(&FILES).await == 1);
        assert_eq!(swept().await, 0, "nothing is old");
        city.clock.advance_minutes(100 * 24 * 60);
        assert_eq!((swept().await, counted(&AWAY).await), (1, 0), "who was away goes after ninety days");
        let sound = async || {
            let mut found = verify::Findings::default();
            verify::duties(db, &[home()], "Asia/Shanghai", &mut found).await.expect("reads");
            assert_eq!(found.broken, Vec::<String>::new());
            assert!(found.days > 0);
        };
        sound().await;
        city.clock.advance_minutes(2 * 366 * 24 * 60);
        assert!(swept().await >= 4);
        assert_eq!(
            (counted(&ROWS).await, counted(&OBJECTS_LEFT).await),
            (0, 0),
            "notes, hands, names and doors"
        );
        assert_eq!(
            (counted(&FILES).await, counted(&PERIODS).await),
            (0, closes),
            "the photo; not the closed days"
        );
        sound().await;
        city.end().await;
    }
}

#[tokio::test]
async fn a_trigger_asks_the_ceiling_says_what_gives_way_and_fires_all_the_same() {
    for city in city::each().await {
        ready(&city).await;
        let (desk, worker, lists) =
            (city.hand(TOWN, "ZH-04").await, city.hand(GRID, "WG-01").await, city.hand("50", "SZ-02").await);
        let ceiling = async |grid: u32| {
            let terms = json!({ "terms": { "grid": grid, "village": 600, "town": 600, "way": 10 } });
            lists.client.post("/api/v1/burden/terms", Some(&key()), &terms).await.expect("terms");
        };
        let heat = async || {
            let body = json!({ "on": "heat", "measure": 40.0, "unit": GRID, "until": "2026-06-04", "note": "高温红色预警" });
            desk.client.post("/api/v1/duties/triggers", Some(&key()), &body).await.expect("set off")
        };
        // Within the ceiling nothing gives way. Two elders a day and a lane, and two visits more on three days.
        let set = heat().await;
        let week = &set["weeks"][0];
        assert_eq!(
            (&week["minutes"], &week["triggered"], &week["passed"]),
            (&json!(370), &json!(90), &json!(0)),
            "{set:#}"
        );
        assert_eq!((&set["gives_way"], &week["place"]), (&json!([]), &json!(VILLAGE)), "{set:#}");
        // A lower one: as few visits as it takes, those due last first. What is urgent stays.
        ceiling(330).await;
        let running =
            desk.client.get(&format!("/api/v1/duties/triggers?unit={TOWN}")).await.expect("running");
        let gave = &running[0]["gives_way"];
        assert_eq!(
            (&gave[0]["matter"], &gave[0]["way"], &gave[0]["count"], gave.as_array().map(Vec::len)),
            (&json!("M-MS-01"), &json!("later"), &json!(3), Some(1)),
            "{running:#}"
        );
        assert_eq!(
            (&running[0]["weeks"][0]["passed"], &running[0]["weeks"][0]["over"]),
            (&json!(1), &json!(0))
        );
        let today = list(&worker, "").await;
        assert_eq!(
            today["week"],
            json!({ "minutes": 370, "triggered": 90, "ceiling": 330, "left": 325, "over": false })
        );
        assert!(rows(&today).iter().all(|r| r.get("gives_way").is_none()), "today's stand: {today:#}");
        // Too low for anything: it fires all the same, says so in the day, and the list office hears of it.
        let path = format!("/api/v1/duties/triggers/{}/end", set["ref"].as_str().expect("a reference"));
        desk.client.post(&path, None, &json!({})).await.expect("called off");
        ceiling(100).await;
        city.clock.advance_minutes(24 * 60);
        night(&city).await;
        let set = heat().await;
        assert_eq!(set["weeks"][0]["over"], 1, "{set:#}");
        assert_eq!(set["asks"][0]["count"], 2, "{set:#}");
        let today = list(&worker, "").await;
        assert_eq!(today["week"]["over"], true, "{today:#}");
        let gives = |r: &&&Value| r["gives_way"] == "later";
        let all = rows(&today);
        assert_eq!(all.iter().filter(gives).count(), 2, "the ordinary visits: {today:#}");
        assert!(all.iter().filter(gives).all(|r| r["matter"] == "M-MS-01" && r.get("trigger").is_none()));
        let office = city.hand("500107", "QX-02").await;
        let notices = office.client.get("/api/v1/notices").await.expect("notices").to_string();
        assert!(notices.contains("使1个网格超过每周上限"), "{notices}");
        city.end().await;
    }
}
