//! Work across the border of a district, on both engines: asked, answered, refused, recalled, and exactly
//! once whoever is killed in between.

use serde_json::{Value, json};
use wangge_server::{chores, verify};
use wangge_store::outbox;
use wangge_work::case;

use crate::city::{self, City, Hand, key, told};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
/// Over there.
const THERE: &str = "500105003";

/// A filed case over here and the desk that holds it.
async fn filed(city: &City) -> (String, Hand) {
    let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
    let receipt =
        worker.report(json!({ "text": "跨界河道漂浮垃圾", "grid": GRID, "place": "机密词7391" })).await;
    let at = receipt["ref"].as_str().expect("ref").to_owned();
    desk.does(&at, json!({ "action": "file", "matter": "M-MS-06" })).await;
    (at, desk)
}

/// Lets the outbox carry what is new, as a node of its own.
async fn carry(city: &City, node: &str) {
    let feed = chores::links(city.house().work.clone(), node);
    feed.round(city.house().db()).await.expect("carries");
}

async fn asked(desk: &Hand, at: &str, unit: &str) -> Value {
    desk.does(at, json!({ "action": "refer", "to": unit, "matter": "M-MS-06", "text": "请清理上游漂浮物" }))
        .await;
    desk.sheet(at).await
}

async fn all_over_there(city: &City) -> Vec<Value> {
    let over = city.hand("500105", "QX-01").await;
    let page = over.client.get("/api/v1/cases?limit=100").await.expect("list");
    page["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn a_case_waits_for_the_answer_of_another_district() {
    for city in city::each().await {
        let (at, desk) = filed(&city).await;
        let (status, why) =
            desk.cannot(&at, json!({ "action": "refer", "to": TOWN, "text": "请协助" })).await;
        assert!(status == 422 && why.contains("another district"), "{status} {why}");
        desk.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
        let office = city.hand("500107-Q-CG", "BM-01").await;
        office.does(&at, json!({ "action": "accept" })).await;
        let sheet = asked(&desk, &at, THERE).await;
        assert_eq!(sheet["links"][0]["state"], "open");
        assert!(sheet["clocks"].to_string().contains("\"answer\""), "somebody watches: {}", sheet["clocks"]);
        let (_, why) = office.cannot(&at, json!({ "action": "finish", "note": "好了" })).await;
        assert!(why.contains("Another district"), "{why}");
        carry(&city, "one").await;

        let there = sheet["links"][0]["other"].as_str().expect("a reference").to_owned();
        let over = city.hand(THERE, "ZH-04").await;
        let seen = over.sheet(&there).await;
        assert_eq!((seen["state"].as_str(), seen["origin"].as_str()), (Some("verified"), Some(at.as_str())));
        assert!(!seen.to_string().contains("7391"), "only what was asked is told: {seen}");
        over.does(&there, json!({ "action": "file", "matter": "M-MS-06" })).await;
        over.does(&there, json!({ "action": "dispatch", "to": { "unit": "500105-Q-CG" } })).await;
        let theirs = city.hand("500105-Q-CG", "BM-01").await;
        theirs.does(&there, json!({ "action": "accept" })).await;
        theirs.does(&there, json!({ "action": "finish", "note": "已清理" })).await;
        over.does(&there, json!({ "action": "check", "passed": true })).await;
        carry(&city, "one").await;
        assert_eq!(desk.sheet(&at).await["links"][0]["state"], "open", "checked is not closed");
        let village = city.hand("500105", "QX-01").await;
        let close = json!({ "action": "close", "note": "上游已清理完毕" });
        if over.tries(&there, close.clone()).await.is_err() {
            village.does(&there, close).await;
        }
        carry(&city, "one").await;
        let sheet = desk.sheet(&at).await;
        assert_eq!(
            (&sheet["links"][0]["state"], &sheet["links"][0]["note"]),
            (&json!("answered"), &json!("上游已清理完毕"))
        );
        assert!(!sheet["clocks"].to_string().contains("\"answer\""), "nothing is waited for any more");
        office.does(&at, json!({ "action": "finish", "note": "好了" })).await;
        intact(&city).await;
        city.end().await;
    }
}

#[tokio::test]
async fn refused_and_recalled_over_the_border() {
    for city in city::each().await {
        let (at, desk) = filed(&city).await;
        let sheet = asked(&desk, &at, "500105-Q-CG").await;
        carry(&city, "one").await;
        let there = sheet["links"][0]["other"].as_str().expect("a reference").to_owned();
        let over = city.hand("500105", "QX-01").await;
        assert_eq!(
            over.sheet(&there).await["seat"]["unit"],
            "500105",
            "a department is reached through its centre"
        );
        let (_, why) = over.cannot(&there, json!({ "action": "merge", "into": there })).await;
        assert!(!why.is_empty());
        over.does(&there, json!({ "action": "reject", "reason": "该河段在贵区境内" })).await;
        carry(&city, "one").await;
        let link = desk.sheet(&at).await["links"][0].clone();
        assert_eq!((&link["state"], &link["note"]), (&json!("refused"), &json!("该河段在贵区境内")));

        let sheet = asked(&desk, &at, THERE).await;
        let there = sheet["links"][1]["other"].as_str().expect("a reference").to_owned();
        carry(&city, "one").await;
        desk.does(&at, json!({ "action": "recall", "link": 2, "reason": "已自行清理" })).await;
        carry(&city, "one").await;
        let seen = city.hand(THERE, "ZH-04").await.sheet(&there).await;
        assert_eq!(seen["state"], "withdrawn", "what is no longer needed ends over there");
        let sheet = asked(&desk, &at, THERE).await;
        let there = sheet["links"][2]["other"].as_str().expect("a reference").to_owned();
        desk.does(&at, json!({ "action": "recall", "link": 3, "reason": "写错了" })).await;
        carry(&city, "one").await;
        let no = city.hand(THERE, "ZH-04").await.client.get(&format!("/api/v1/cases/{there}")).await;
        assert_eq!(told(no.expect_err("never opened")).0, 404);
        for by_hand in [
            json!({ "action": "answered", "link": 1, "solved": true, "note": "好了" }),
            json!({ "action": "recalled", "reason": "不要了" }),
        ] {
            assert_eq!(
                desk.cannot(&at, by_hand).await.0,
                403,
                "what comes from there is done by nobody's hand"
            );
        }
        intact(&city).await;
        city.end().await;
    }
}

/// Whoever carries is killed after the effect and before the cursor moved, or two do it at once: one
/// case over there, one answer over here.
#[tokio::test]
async fn killed_in_the_middle_it_happens_once() {
    for city in city::each().await {
        let (at, desk) = filed(&city).await;
        let sheet = asked(&desk, &at, THERE).await;
        let there = sheet["links"][0]["other"].as_str().expect("a reference").to_owned();
        let (db, world) = (city.house().db(), city.house().work.world());
        let all = async |district: &'static str| {
            let events = db.read(move |r| outbox::of(r, &district.parse()?, 0, 1_000)).await;
            case::jobs::links(db, &world, &events.expect("reads")).await
        };
        // The effects are there, the cursor never moved: as after a kill.
        all("500107").await.expect("carries");
        all("500107").await.expect("carries again");
        carry(&city, "two").await;
        let ((), other) = futures_util::future::join(carry(&city, "three"), all("500107")).await;
        other.expect("carries at the same time");
        assert_eq!(all_over_there(&city).await.len(), 1, "one case, however often it was carried");
        let over = city.hand(THERE, "ZH-04").await;
        over.does(&there, json!({ "action": "reject", "reason": "不在本区" })).await;
        for _ in 0..2 {
            all("500105").await.expect("carries the answer");
        }
        carry(&city, "two").await;
        let steps = desk.sheet(&at).await["timeline"].to_string();
        assert_eq!(steps.matches("\"answered\"").count() / 2, 1, "one answer, one step: {steps}");
        let again = json!({ "action": "refer", "to": THERE, "text": "请再看看", "version": desk.sheet(&at).await["version"] });
        let (one, path) = (key(), format!("/api/v1/cases/{at}/actions"));
        let first = desk.client.post(&path, Some(&one), &again).await.expect("asks");
        assert_eq!(
            first,
            desk.client.post(&path, Some(&one), &again).await.expect("the same"),
            "one key, one link"
        );
        carry(&city, "two").await;
        assert_eq!(all_over_there(&city).await.len(), 2);
        intact(&city).await;
        city.end().await;
    }
}

async fn intact(city: &City) {
    let districts = ["500107", "500105"].map(|d| d.parse().expect("district"));
    let found = verify::verify(city.house().db(), districts.into()).await.expect("reads");
    assert!(found.broken.is_empty(), "{}", found.words());
}
