//! Routing rules through HTTP: without any nothing changes, the most exact one puts first whom the matter names anyway, and
//! a set is tried on what happened before it counts.

use serde_json::{Value, json};

use crate::{
    city::{self, Hand, told},
    raw::Raw,
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
const MATTER: &str = "M-MS-06";
const RULES: &str = "/api/v1/routing";

/// A case that waits to be dispatched.
async fn filed(worker: &Hand, desk: &Hand) -> String {
    let receipt = worker.report(json!({ "text": "油烟扰民", "grid": GRID })).await;
    let at = receipt["ref"].as_str().expect("ref").to_owned();
    desk.does(&at, json!({ "action": "file", "matter": MATTER })).await;
    at
}

fn seats(sheet: &Value) -> Vec<String> {
    let seat =
        |one: &Value| one["post"].as_str().or_else(|| one["unit"].as_str()).unwrap_or_default().to_owned();
    sheet["routes"].as_array().expect("routes").iter().map(seat).collect()
}

#[tokio::test]
async fn who_is_offered_first_follows_the_rules_and_nobody_else_is_charged() {
    for city in city::each().await {
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
        let office = Raw::seated(&city, "50", "SZ-02").await;
        let at = filed(&worker, &desk).await;
        let usual = seats(&desk.sheet(&at).await);
        assert_eq!(usual[..3], ["MS-04", "PF-02", "500107-Q-CG"], "the matter's own order");

        let by_day = json!({ "code": "R-1", "matter": MATTER, "unit": TOWN, "department": "Q-CG", "note": "城管先看" });
        let by_night =
            json!({ "code": "R-2", "matter": MATTER, "unit": TOWN, "hours": "outside", "post": "PF-02" });
        let set = |rules: Value| json!({ "rules": rules, "reason": "试点:油烟先由城管看" });
        let mut foreign = by_day.clone();
        foreign["department"] = json!("Q-YJ");
        let (status, no) = office.post(RULES, &set(json!([foreign, by_night]))).await;
        assert_eq!((status, &no["fields"][0]["field"]), (422, &json!("rules.0.department")), "{no}");
        assert!(no["fields"][0]["zh"].as_str().is_some_and(|zh| zh.contains("准入申请")), "{no}");
        let district = Raw::seated(&city, "500107", "QX-02").await;
        assert_eq!(district.post(RULES, &set(json!([by_day]))).await.0, 403, "one set for the city");

        let (status, seen) = district.post("/api/v1/routing/preview", &set(json!([by_day, by_night]))).await;
        assert_eq!(
            (status, &seen["version"], seen["changes"].as_array().map(Vec::len)),
            (200, &json!(0), Some(2))
        );
        assert_eq!(seats(&desk.sheet(&at).await), usual, "a look changes nothing");
        let (status, made) = office.post(RULES, &set(json!([by_day, by_night]))).await;
        assert_eq!((status, &made["version"]), (201, &json!(1)), "{made}");
        let now = seats(&desk.sheet(&at).await);
        assert_eq!(now[..3], ["500107-Q-CG", "MS-04", "PF-02"], "{now:?}");
        let sorted = |mut all: Vec<String>| {
            all.sort();
            all
        };
        assert_eq!(sorted(now), sorted(usual.clone()), "nobody is added, nobody lost");
        // Another matter, another town: as ever.
        let other = worker.report(json!({ "text": "垃圾成堆", "grid": GRID })).await;
        let other = other["ref"].as_str().expect("ref").to_owned();
        desk.does(&other, json!({ "action": "file", "matter": "M-MS-07" })).await;
        assert_eq!(seats(&desk.sheet(&other).await)[0], "MS-04");
        // At night the more exact one.
        city.clock.advance_minutes(12 * 60);
        assert_eq!(seats(&desk.sheet(&at).await)[0], "PF-02");
        city.clock.advance_minutes(12 * 60);
        assert_eq!(seats(&desk.sheet(&at).await)[0], "500107-Q-CG");

        // Taken back, and put in force again, each as a new version with its reason.
        let (status, none) = office.post("/api/v1/routing/0/restore", &json!({ "reason": "试点结束" })).await;
        assert_eq!((status, &none["version"], &none["rules"]), (201, &json!(2), &json!([])), "{none}");
        assert_eq!(seats(&desk.sheet(&at).await), usual);
        let (status, no) = office.post("/api/v1/routing/1/restore", &json!({ "reason": "" })).await;
        assert_eq!((status, &no["fields"][0]["field"]), (422, &json!("reason")));
        assert_eq!(office.post("/api/v1/routing/9/restore", &json!({ "reason": "恢复试点" })).await.0, 404);
        let (status, back) = office.post("/api/v1/routing/1/restore", &json!({ "reason": "恢复试点" })).await;
        assert_eq!((status, back["rules"].as_array().map(Vec::len)), (201, Some(2)), "{back}");
        assert_eq!(seats(&desk.sheet(&at).await)[0], "500107-Q-CG");
        let history = worker.client.get(RULES).await.expect("everybody who works here may know");
        let told_of: Vec<_> =
            history["items"].as_array().expect("versions").iter().map(|v| v["reason"].clone()).collect();
        assert_eq!(told_of[..3], [json!("恢复试点"), json!("试点结束"), json!("试点:油烟先由城管看")]);
        // Drafted before somebody else published: not over it.
        let late = json!({ "rules": [], "reason": "全部结束", "seen": 1 });
        let (status, no) = office.post(RULES, &late).await;
        assert_eq!((status, &no["code"], &no["current"]), (409, &json!("stale"), &json!(3)), "{no}");
        let client = &worker.client;
        assert_eq!(
            told(client.post(RULES, Some(&city::key()), &set(json!([]))).await.expect_err("refused")).0,
            403
        );
        city.end().await;
    }
}

#[tokio::test]
async fn rules_are_tried_on_what_happened_before_they_count() {
    for city in city::each().await {
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
        for (n, to) in [
            json!({ "unit": TOWN, "post": "MS-04" }),
            json!({ "unit": TOWN, "post": "MS-04" }),
            json!({ "unit": "500107-Q-CG" }),
        ]
        .into_iter()
        .enumerate()
        {
            let at = filed(&worker, &desk).await;
            desk.does(&at, json!({ "action": "dispatch", "to": to })).await;
            if n == 0 {
                city.hand(TOWN, "MS-04").await.does(&at, json!({ "action": "accept" })).await;
            }
            city.clock.advance_minutes(10);
        }
        let desk = Raw::seated(&city, TOWN, "ZH-04").await;
        let mut entry = desk.get(&format!("/api/v1/matters/{MATTER}")).await.json();
        for field in ["version", "effective_from"] {
            entry.as_object_mut().expect("an entry").remove(field);
        }
        let trial = async |rules: Value| {
            let mut body =
                json!({ "entry": entry, "from": "2026-05-01T00:00:00Z", "to": "2026-12-01T00:00:00Z" });
            if !rules.is_null() {
                body["rules"] = rules;
            }
            desk.post("/api/v1/trials", &body).await
        };
        for none in [Value::Null, json!([])] {
            let (_, sheet) = trial(none).await;
            assert_eq!(
                (&sheet["counted"]["looked"], &sheet["counted"]["moved"]),
                (&json!(3), &json!(0)),
                "{sheet}"
            );
        }
        // Two went to the lead and would have gone to the department; the third went there by hand and stays.
        let (status, sheet) = trial(json!([{ "code": "R-1", "board": "MS", "department": "Q-CG" }])).await;
        assert_eq!((status, &sheet["counted"]["moved"]), (200, &json!(2)), "{sheet}");
        let stages = sheet["examples"][0]["stages"].as_array().expect("stages").clone();
        assert!(stages.iter().any(|s| s["would_seat"]["unit"] == "500107-Q-CG"), "{sheet}");
        // Only outside of office hours: it was a morning.
        let (_, sheet) =
            trial(json!([{ "code": "R-1", "board": "MS", "hours": "outside", "department": "Q-CG" }])).await;
        assert_eq!(sheet["counted"]["moved"], json!(0), "{sheet}");
        let (status, no) = trial(json!([{ "code": "R-1", "matter": MATTER, "post": "DJ-01" }])).await;
        assert_eq!((status, &no["fields"][0]["field"]), (422, &json!("rules.0.post")), "{no}");
        city.end().await;
    }
}
