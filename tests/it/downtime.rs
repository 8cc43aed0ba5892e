//! After a time out of service nobody is flooded: one digest per addressee, but red is told one by one.

use serde_json::{Value, json};

use crate::city::{self, City};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";

async fn filed(city: &City, matter: &str) -> String {
    let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
    let receipt = worker.report(json!({ "text": "现场情况", "grid": GRID })).await;
    let at = receipt["ref"].as_str().expect("ref").to_owned();
    desk.does(&at, json!({ "action": "file", "matter": matter })).await;
    at
}

/// What the desk of the town has been told since `before` things were told.
async fn told(city: &City) -> Vec<Value> {
    let desk = city.hand(TOWN, "ZH-04").await;
    let page = desk.client.get("/api/v1/notices?limit=100").await.expect("notices");
    page["items"].as_array().cloned().expect("a list")
}

#[tokio::test]
async fn after_downtime_one_digest_takes_the_place_of_the_flood_except_red() {
    for city in city::each().await {
        city.pass(1).await;
        let mut ordinary = Vec::new();
        for _ in 0..22 {
            ordinary.push(filed(&city, "M-MS-06").await);
        }
        let red = filed(&city, "M-PF-09").await;
        let before = told(&city).await.len();
        let steps = city.sleep(9 * 24 * 60).await;
        assert!(steps >= 23, "every clock that had come due was acted on: {steps}");
        let all = told(&city).await;
        let fresh = &all[..all.len() - before];
        let digests: Vec<_> = fresh.iter().filter(|n| n["kind"] == "case.digest").collect();
        let single: Vec<_> = fresh.iter().filter(|n| n["kind"] != "case.digest").collect();
        assert_eq!(digests.len(), 1, "one digest: {fresh:?}");
        assert!(digests[0]["zh"].as_str().is_some_and(|zh| zh.contains("22件")), "{}", digests[0]);
        let refs = digests[0]["refs"].as_array().expect("references");
        assert_eq!(refs.len(), 20, "bounded");
        assert!(
            refs.iter().all(|r| ordinary.iter().any(|one| r == one)),
            "of the cases it speaks of: {refs:?}"
        );
        assert!(!single.is_empty(), "red is told by itself");
        assert!(single.iter().all(|n| n["subject"] == json!(red)), "and nothing else is: {single:?}");

        // In service again: the next limit is told at once, by itself.
        let late = filed(&city, "M-MS-06").await;
        city.pass(9 * 24 * 60).await;
        let all = told(&city).await;
        assert_eq!(all.iter().filter(|n| n["kind"] == "case.digest").count(), 1);
        assert!(all.iter().any(|n| n["subject"] == json!(late) && n["kind"] == "case"), "{all:?}");
        city.end().await;
    }
}
