//! Counters against the rows they count, after whatever people and the clock did, on both engines.

use serde_json::{Value, json};
use wangge_base::District;
use wangge_demo::people::PASSWORD;
use wangge_server::{feed::Feed, verify};
use wangge_store::{
    Event, Result, Stmt, Tx, lease,
    outbox::{self, Told},
};
use wangge_work::count::{self, jobs};

use crate::{
    city::{self, City},
    raw::Raw,
};

const TOWN: &str = "500107003";
const GRIDS: [&str; 4] = ["500107003003001", "500107003003002", "500107003004001", "500107003004002"];

fn home() -> District {
    "500107".parse().expect("district")
}

/// Lets the consumer read all there is.
async fn count(city: &City) {
    let feed = Feed::new(count::CONSUMER, "test", jobs::take);
    while feed.round(city.house().db()).await.expect("counts").count > 0 {}
}

async fn agree(city: &City, when: &str) -> u64 {
    let found = city.house().db().read(|r| jobs::compare(r, &home())).await.expect("compares");
    assert_eq!((found.unread, &found.wrong), (0, &Vec::new()), "{when}");
    found.counters
}

/// The numbers of a unit, having checked that they add up and open to as many cases.
async fn sheet(raw: &Raw, unit: &str) -> Value {
    let sheet = raw.get(&format!("/api/v1/counts?unit={unit}")).await;
    assert_eq!(sheet.status, 200, "{unit}: {}", sheet.text);
    let sheet = sheet.json();
    let children = sheet["children"].as_array().expect("children");
    for number in ["open", "overdue"] {
        let total = sheet["total"][number].as_i64().expect("a number");
        if !children.is_empty() {
            let below: i64 = children.iter().map(|c| c[number].as_i64().expect("a number")).sum();
            assert_eq!(below, total, "{unit} {number}");
        }
        let boards: i64 = sheet["boards"]
            .as_object()
            .expect("boards")
            .values()
            .map(|b| b[number].as_i64().expect("n"))
            .sum();
        assert_eq!(boards, total, "{unit} {number} by board");
    }
    let list = raw.get(&format!("/api/v1/cases?unit={unit}&open=true&limit=100")).await.json();
    let open =
        list["items"].as_array().expect("items").iter().filter(|c| c["compartment"] != "sealed").count();
    assert_eq!(sheet["total"]["open"], json!(open), "{unit}: the list behind the number");
    for (board, numbers) in sheet["boards"].as_object().expect("boards") {
        let list =
            raw.get(&format!("/api/v1/cases?unit={unit}&open=true&limit=100&board={board}")).await.json();
        let items = list["items"].as_array().expect("items").iter();
        assert_eq!(
            numbers["open"],
            json!(items.filter(|c| c["compartment"] != "sealed").count()),
            "{unit} {board}"
        );
    }
    sheet
}

/// A small generator: the same story every time.
struct Dice(u64);
impl Dice {
    fn below(&mut self, n: u64) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % n).expect("small")
    }
}

#[tokio::test]
async fn whatever_happens_the_counters_say_what_the_rows_say() {
    for city in city::each().await {
        let desk = city.hand(TOWN, "ZH-04").await;
        let mut workers = Vec::new();
        for grid in GRIDS {
            workers.push(city.hand(grid, "WG-01").await);
        }
        let (mut dice, mut cases) = (Dice(7), Vec::<String>::new());
        let (mut did, mut counted) = (0, 0);
        for round in 0..60 {
            let who = dice.below(4);
            if cases.len() < 4 || dice.below(4) == 0 {
                let receipt = workers[who].report(json!({ "text": "路灯不亮", "grid": GRIDS[who] })).await;
                cases.push(receipt["ref"].as_str().expect("ref").to_owned());
            }
            let at = cases[dice.below(cases.len() as u64)].clone();
            // Sealed matters among them: M-PF-05, a quarrel between neighbours, leaves the counters.
            let matter = ["M-MS-07", "M-PF-01", "M-PF-05", "M-JJ-01"][dice.below(4)];
            let act = match dice.below(6) {
                0 | 1 => json!({ "action": "file", "matter": matter }),
                2 => json!({ "action": "reject", "reason": "重复,已有处理" }),
                3 => json!({ "action": "close", "note": "已办结" }),
                4 => json!({ "action": "verify", "found": true, "note": "属实" }),
                _ => json!({ "action": "dispatch", "to": { "unit": &GRIDS[0][..12] } }),
            };
            let hand = if dice.below(3) == 0 { &workers[who] } else { &desk };
            did += i32::from(hand.tries(&at, act).await.is_ok());
            if round % 12 == 11 {
                city.pass(24 * 60).await;
            }
            if round % 5 == 0 {
                count(&city).await;
                counted += agree(&city, &format!("round {round}")).await;
            }
        }
        count(&city).await;
        agree(&city, "at the end").await;
        assert!(did > 10 && counted > 0, "{did} acts, {counted} counters");

        let raw = Raw::log_in(&city.base(), &format!("{TOWN}-zh-04"), PASSWORD).await;
        let town = sheet(&raw, TOWN).await;
        assert!(town["total"]["overdue"].as_i64() > Some(0), "the clock ran over limits: {town}");
        for child in town["children"].as_array().expect("villages") {
            let own = sheet(&raw, child["code"].as_str().expect("a code")).await;
            assert_eq!(own["total"]["open"], child["open"]);
            assert_eq!(own["boards"], child["boards"], "the same numbers at every level");
        }
        let number =
            town["event"].as_str().expect("a vector").strip_prefix("500107:").expect("one shard").to_owned();
        let head = city.house().db().read(wangge_store::outbox::heads).await.expect("heads").get(&home());
        assert_eq!(i64::from_str_radix(&number, 16).expect("hexadecimal"), head);
        let found = verify::verify(city.house().db(), vec![home()]).await.expect("reads");
        assert!(found.broken.is_empty() && found.counters > 0, "{}", found.words());
        city.end().await;
    }
}

#[tokio::test]
async fn a_counter_that_somebody_changed_is_named_and_mended() {
    const FORGE: Stmt = Stmt::new("test.forge", "UPDATE case_count SET open = open + 1 WHERE district = $1");
    const LOSE: Stmt = Stmt::new("test.lose", "DELETE FROM case_counted WHERE district = $1");
    const LOSE_ALL: Stmt = Stmt::new("test.lose_all", "DELETE FROM case_count WHERE district = $1");
    for city in city::each().await {
        let worker = city.hand(GRIDS[0], "WG-01").await;
        worker.report(json!({ "text": "井盖松动", "grid": GRIDS[0] })).await;
        let before = verify::verify(city.house().db(), vec![home()]).await.expect("reads");
        assert!(
            before.broken.is_empty() && before.unread > 0,
            "what lags is said, not broken: {}",
            before.words()
        );
        count(&city).await;
        agree(&city, "counted").await;
        city.house().db().write(|tx| tx.exec(&FORGE, &[(&home()).into()])).await.expect("forged");
        let found = verify::verify(city.house().db(), vec![home()]).await.expect("reads");
        assert!(found.words().contains("says 2 open, 0 overdue; the rows say 1, 0"), "{}", found.words());
        // As after an upgrade: cases, and nothing counted.
        city.house().db().write(|tx| tx.exec(&LOSE, &[(&home()).into()])).await.expect("lost");
        city.house().db().write(|tx| tx.exec(&LOSE_ALL, &[(&home()).into()])).await.expect("lost");
        assert_eq!(jobs::mend(city.house().db(), &home()).await.expect("mends"), 1);
        agree(&city, "mended").await;
        assert_eq!(jobs::mend(city.house().db(), &home()).await.expect("mends"), 0, "twice is once");
        city.end().await;
    }
}

#[tokio::test]
async fn the_hall_and_the_printed_sheet_show_fives_and_more() {
    for city in city::each().await {
        let (desk, worker) = (city.hand(TOWN, "ZH-04").await, city.hand(GRIDS[0], "WG-01").await);
        for n in 0..9 {
            let receipt = worker.report(json!({ "text": "单元门禁损坏", "grid": GRIDS[0] })).await;
            let at = receipt["ref"].as_str().expect("ref");
            desk.does(at, json!({ "action": "file", "matter": if n < 7 { "M-MS-07" } else { "M-PF-01" } }))
                .await;
        }
        let raw = Raw::log_in(&city.base(), &format!("{TOWN}-zh-04"), PASSWORD).await;
        let hall = raw.get(&format!("/api/v1/hall?unit={TOWN}")).await.json();
        assert_eq!(hall["month"], "2026-06");
        assert_eq!(hall["open"]["total"], 9);
        let open = |code: &str| {
            hall["open"]["matters"]
                .as_array()
                .expect("matters")
                .iter()
                .find(|m| m["code"] == code)
                .expect("listed")["count"]
                .clone()
        };
        // Two of one kind could be worked out from nine and seven: both are covered.
        assert_eq!((open("M-MS-07"), open("M-PF-01")), (Value::Null, Value::Null));
        assert_eq!(
            hall["open"]["places"],
            json!([{ "code": "500107003003", "name": "民主村社区", "count": 9 }])
        );
        assert_eq!(hall["solved"]["total"], Value::Null);
        let sheet = raw.get(&format!("/api/v1/summary?unit={TOWN}&year=2026")).await.json();
        assert_eq!((&sheet["total"], sheet["months"].as_array().map(Vec::len)), (&Value::Null, Some(12)));
        assert_eq!(sheet["months"][0]["count"], 0);
        for wrong in [
            "hall?unit=50",
            "summary?unit=500107003&year=1",
            "counts?unit=500107-Q-CG",
            "counts?unit=nowhere",
        ] {
            let no = raw.get(&format!("/api/v1/{wrong}")).await.status;
            assert!(matches!(no, 403 | 422), "{wrong}: {no}");
        }
        city.end().await;
    }
}

#[tokio::test]
async fn what_does_not_concern_a_consumer_costs_it_no_transaction() {
    fn never(_: &mut Tx, events: &[Told]) -> Result<()> {
        assert!(events.iter().all(|event| event.kind == "rare"), "only what concerns it");
        Ok(())
    }
    async fn written(city: &City) -> i64 {
        city.house().db().read(|r| lease::position(r, &home(), "test.rare")).await.expect("reads")
    }
    for city in city::each().await {
        let worker = city.hand(GRIDS[0], "WG-01").await;
        worker.report(json!({ "text": "路灯不亮", "grid": GRIDS[0] })).await;
        let (db, feed) = (city.house().db(), Feed::new("test.rare", "a", never).of(&["rare"]));
        assert!(feed.round(db).await.expect("a round").count > 0, "it has looked at them");
        assert_eq!(feed.round(db).await.expect("a round").count, 0, "and does not look twice");
        assert_eq!(written(&city).await, 0, "nothing was written for it");
        db.write(|tx| {
            let event = |kind| Event {
                district: home(),
                kind,
                subject: "x".to_owned(),
                scope: Vec::new(),
                data: json!({}),
            };
            tx.emit(event("rare"));
            tx.emit(event("other"));
            Ok(())
        })
        .await
        .expect("emits");
        assert_eq!(feed.round(db).await.expect("a round").count, 2);
        let head = db.read(outbox::heads).await.expect("heads").get(&home());
        assert_eq!(written(&city).await, head, "what concerned it took the cursor along");
        worker.report(json!({ "text": "井盖松动", "grid": GRIDS[0] })).await;
        feed.round(db).await.expect("a round");
        assert_eq!(written(&city).await, head);
        city.clock.advance_minutes(1);
        feed.round(db).await.expect("a round");
        assert!(written(&city).await > head, "with the lease the cursor is written down");
        city.end().await;
    }
}
