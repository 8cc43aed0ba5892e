//! Merging over the border of a district, on both engines: counted over there, undone the same way, turned
//! down kindly, and exactly once whoever is killed in between.

use serde_json::{Value, json};
use wangge_server::{chores, verify};
use wangge_store::outbox;
use wangge_work::case;

use crate::{
    city::{self, City, Hand, key, timeline},
    raw::Raw,
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
/// Over there.
const THERE: &str = "500105003";
const GRID_THERE: &str = "500105003004001";

async fn reported(hand: &Hand, grid: &str) -> Value {
    hand.report(json!({ "text": "跨界河道漂浮垃圾", "grid": grid })).await
}

fn at(receipt: &Value) -> String {
    receipt["ref"].as_str().expect("a reference").to_owned()
}

/// A report over here, the case over there, and the desks of both.
async fn two(city: &City) -> (Value, String, Hand, Hand) {
    let (desk, over) = (city.hand(TOWN, "ZH-04").await, city.hand(THERE, "ZH-04").await);
    let mine = reported(&city.citizen(), GRID).await;
    let theirs = at(&reported(&city.hand(GRID_THERE, "WG-01").await, GRID_THERE).await);
    (mine, theirs, desk, over)
}

/// Lets the outbox carry what is new, as a node of its own.
async fn carry(city: &City, node: &str) {
    let feed = chores::links(city.house().work.clone(), node);
    feed.round(city.house().db()).await.expect("carries");
}

/// Carries everything of a district from the beginning, as after a kill before the cursor moved.
async fn all(city: &City, district: &'static str) {
    let (db, world) = (city.house().db(), city.house().work.world());
    let events = db.read(move |r| outbox::of(r, &district.parse()?, 0, 1_000)).await.expect("reads");
    case::jobs::links(db, &world, &events).await.expect("carries");
}

async fn me_too(hand: &Hand, case: &str) -> String {
    let path = format!("/api/v1/cases/{case}/supporters");
    let given = hand.client.post(&path, Some(&key()), &json!({})).await.expect("is counted");
    given["token"].as_str().expect("a token").to_owned()
}

async fn count(desk: &Hand, case: &str) -> i64 {
    desk.sheet(case).await["supporters"].as_i64().expect("a count")
}

async fn merged(desk: &Hand, mine: &str, theirs: &str) {
    let done = desk.does(mine, json!({ "action": "merge", "into": theirs })).await;
    assert_eq!(done["state"], "merged");
}

#[tokio::test]
async fn a_case_lives_on_over_the_border_and_its_people_follow() {
    for city in city::each().await {
        let (receipt, theirs, desk, over) = two(&city).await;
        let (mine, token) = (at(&receipt), receipt["follow"].as_str().expect("a token").to_owned());
        let early = me_too(&city.citizen(), &mine).await;
        merged(&desk, &mine, &theirs).await;
        // What happens over there from now on is theirs as well.
        city.clock.advance_minutes(1);
        assert_eq!(desk.sheet(&mine).await["merged_into"], json!(theirs));
        carry(&city, "one").await;
        assert_eq!(count(&over, &theirs).await, 2, "the reporter and one who said \"me too\"");
        let seen = over.sheet(&theirs).await;
        assert_eq!((&seen["guests"][0]["other"], &seen["guests"][0]["people"]), (&json!(mine), &json!(2)));
        let steps = timeline(&seen);
        assert!(steps.contains("时钟 joined → verified"), "it says so on the timeline: {steps}");

        // Who joins later, and who goes again, is counted over there as well.
        let late = me_too(&city.citizen(), &mine).await;
        carry(&city, "one").await;
        assert_eq!(count(&over, &theirs).await, 3);
        let raw = Raw::anonymous(&city.base());
        let gone = raw.request(reqwest::Method::DELETE, &format!("/api/v1/supporters/{late}")).send().await;
        assert_eq!(gone.expect("is answered").status().as_u16(), 200);
        carry(&city, "one").await;
        assert_eq!(count(&over, &theirs).await, 2);
        // One of this side that lives on in the merged one comes along.
        let (_, why) = desk.cannot(&mine, json!({ "action": "add", "text": "还有一处" })).await;
        assert!(why.contains("lives on"), "{why}");

        over.does(&theirs, json!({ "action": "file", "matter": "M-MS-06" })).await;
        over.does(&theirs, json!({ "action": "dispatch", "to": { "unit": "500105-Q-CG" } })).await;
        let (_, why) = over.cannot(&theirs, json!({ "action": "merge", "into": mine })).await;
        assert!(!why.is_empty(), "what others live on in is not merged away");
        let office = city.hand("500105-Q-CG", "BM-01").await;
        office.does(&theirs, json!({ "action": "accept" })).await;
        office.does(&theirs, json!({ "action": "finish", "note": "已清理" })).await;
        over.does(&theirs, json!({ "action": "check", "passed": true })).await;
        let close = json!({ "action": "close", "note": "漂浮物已清理完毕" });
        if over.tries(&theirs, close.clone()).await.is_err() {
            city.hand("500105", "QX-01").await.does(&theirs, close).await;
        }
        for _ in 0..2 {
            carry(&city, "one").await;
            all(&city, "500105").await;
        }
        let sheet = desk.sheet(&mine).await;
        assert_eq!(timeline(&sheet).matches("head_ended").count(), 1, "told once: {}", timeline(&sheet));
        assert_eq!(sheet["state"], "merged");
        for token in [token, early] {
            let followed = raw.get(&format!("/api/v1/follow/{token}")).await;
            let told = followed.json();
            assert_eq!(
                (told["state"].as_str(), told["merged"].as_bool()),
                (Some("closed"), Some(true)),
                "{told}"
            );
            assert!(told.to_string().contains("漂浮物已清理完毕"), "they hear of the end: {told}");
        }
        intact(&city).await;
        city.end().await;
    }
}

#[tokio::test]
async fn it_is_undone_the_same_way() {
    for city in city::each().await {
        let (receipt, theirs, desk, over) = two(&city).await;
        let mine = at(&receipt);
        merged(&desk, &mine, &theirs).await;
        carry(&city, "one").await;
        assert_eq!(count(&over, &theirs).await, 1);
        let back = desk.does(&mine, json!({ "action": "unmerge", "reason": "不是同一处" })).await;
        assert_eq!(back["state"], "reported", "as it was");
        carry(&city, "one").await;
        let seen = over.sheet(&theirs).await;
        assert_eq!(
            (seen["supporters"].as_i64(), seen["guests"].as_array().map(Vec::len)),
            (Some(0), Some(0))
        );
        assert!(timeline(&seen).contains("parted"), "{}", timeline(&seen));
        // Merged and taken apart before anybody carried: nothing ever happened over there.
        let steps = timeline(&seen).lines().count();
        merged(&desk, &mine, &theirs).await;
        desk.does(&mine, json!({ "action": "unmerge", "reason": "点错了" })).await;
        carry(&city, "one").await;
        all(&city, "500107").await;
        let seen = over.sheet(&theirs).await;
        assert_eq!((timeline(&seen).lines().count(), seen["supporters"].as_i64()), (steps, Some(0)));
        // And once more for good.
        merged(&desk, &mine, &theirs).await;
        carry(&city, "one").await;
        assert_eq!(count(&over, &theirs).await, 1);
        for by_hand in [
            json!({ "action": "joined", "from": theirs, "number": "1" }),
            json!({ "action": "parted", "from": theirs, "number": "1" }),
            json!({ "action": "not_joined", "into": theirs, "why": "ended" }),
            json!({ "action": "head_ended", "from": theirs, "state": "closed", "there": 9, "note": "" }),
        ] {
            assert_eq!(desk.cannot(&mine, by_hand).await.0, 403, "nobody does by hand what comes from there");
        }
        intact(&city).await;
        city.end().await;
    }
}

#[tokio::test]
async fn what_cannot_be_joined_comes_back_and_says_why() {
    for city in city::each().await {
        let (receipt, theirs, desk, over) = two(&city).await;
        let mine = at(&receipt);
        over.does(&theirs, json!({ "action": "reject", "reason": "不在本区" })).await;
        let sealed = json!({ "text": "家里打人", "grid": GRID_THERE, "matter": "M-MS-01" });
        let sealed = at(&city.citizen().report(sealed).await);
        let other = at(&reported(&city.hand(GRID_THERE, "WG-01").await, GRID_THERE).await);
        let head = at(&reported(&city.hand(GRID_THERE, "WG-01").await, GRID_THERE).await);
        over.does(&other, json!({ "action": "merge", "into": head })).await;
        let nowhere = format!("500105.{}", "0".repeat(32));
        for (into, why) in
            [(&theirs, "ended"), (&sealed, "unknown"), (&other, "merged"), (&nowhere, "unknown")]
        {
            merged(&desk, &mine, into).await;
            carry(&city, "one").await;
            all(&city, "500107").await;
            let sheet = desk.sheet(&mine).await;
            let last = sheet["timeline"].as_array().and_then(|all| all.last()).expect("a step").clone();
            assert_eq!(
                (sheet["state"].as_str(), last["action"].as_str(), last["payload"]["why"].as_str()),
                (Some("reported"), Some("not_joined"), Some(why)),
                "{into}"
            );
            assert!(sheet["merged_into"].is_null());
        }
        let (status, why) = desk
            .cannot(&mine, json!({ "action": "merge", "into": format!("999999.{}", "0".repeat(32)) }))
            .await;
        assert!(status == 422 && why.contains("district of this city"), "{status} {why}");
        intact(&city).await;
        city.end().await;
    }
}

/// Whoever carries is killed after the effect and before the cursor moved, or two do it at once: one guest,
/// counted once, whatever comes late.
#[tokio::test]
async fn killed_in_the_middle_it_is_counted_once() {
    for city in city::each().await {
        let (receipt, theirs, desk, over) = two(&city).await;
        let mine = at(&receipt);
        merged(&desk, &mine, &theirs).await;
        all(&city, "500107").await;
        all(&city, "500107").await;
        let ((), ()) = futures_util::future::join(carry(&city, "two"), all(&city, "500107")).await;
        assert_eq!(count(&over, &theirs).await, 1);
        for _ in 0..3 {
            me_too(&city.citizen(), &mine).await;
        }
        let ((), ()) = futures_util::future::join(carry(&city, "three"), all(&city, "500107")).await;
        carry(&city, "two").await;
        assert_eq!(count(&over, &theirs).await, 4);
        let seen = over.sheet(&theirs).await;
        assert_eq!(timeline(&seen).matches("joined").count(), 1, "{}", timeline(&seen));
        intact(&city).await;
        city.end().await;
    }
}

/// Near a border the case of the other district is found as well.
#[tokio::test]
async fn what_is_near_over_the_border_is_found() {
    for city in city::each().await {
        // The squares of the two districts share the parallel 29.52.
        let theirs = json!({ "text": "河道漂浮垃圾", "point": { "lon": 106.505, "lat": 29.5206 } });
        let theirs = at(&city.citizen().report(theirs).await);
        assert!(theirs.starts_with("500105."), "{theirs}");
        let found = city.citizen().client.get("/api/v1/similar?lon=106.505&lat=29.5194&radius=300").await;
        assert!(found.expect("looks around").to_string().contains(&theirs));
        let far = city.citizen().client.get("/api/v1/similar?lon=106.505&lat=29.505").await;
        assert!(!far.expect("looks around").to_string().contains(&theirs));
        city.end().await;
    }
}

async fn intact(city: &City) {
    let districts = ["500107", "500105"].map(|d| d.parse().expect("district"));
    let found = verify::verify(city.house().db(), districts.into()).await.expect("reads");
    assert!(found.broken.is_empty(), "{}", found.words());
}
