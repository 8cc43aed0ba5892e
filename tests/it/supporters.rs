//! "Me too" as people live it, on both engines: found nearby, counted once, merged, taken back.

use futures_util::future::{join, join_all};
use reqwest::Method;
use serde_json::{Value, json};
use wangge_store::Stmt;

use crate::{
    city::{self, City, Hand, key, told},
    raw::{Raw, answered},
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";

fn at(receipt: &Value) -> String {
    receipt["ref"].as_str().expect("a reference").to_owned()
}

async fn me_too(hand: &Hand, case: &str) -> Value {
    let path = format!("/api/v1/cases/{case}/supporters");
    hand.client.post(&path, Some(&key()), &json!({})).await.expect("is counted")
}

async fn take_back(city: &City, token: &Value) -> Value {
    let raw = Raw::anonymous(&city.base());
    let path = format!("/api/v1/supporters/{}", token.as_str().expect("a token"));
    let answer = answered(raw.request(Method::DELETE, &path)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

async fn count(desk: &Hand, case: &str) -> i64 {
    desk.sheet(case).await["supporters"].as_i64().expect("a count")
}

#[tokio::test]
async fn what_is_known_already_is_found_nearby_and_says_nothing_more() {
    for city in city::each().await {
        let (citizen, desk) = (city.citizen(), city.hand(TOWN, "ZH-04").await);
        let report = |text: &str, lon: f64, matter: &str| {
            json!({ "text": text, "point": { "lon": lon, "lat": 29.505 }, "place": "3号楼2单元301", "matter": matter,
                    "name": "曾先生", "phone": "13800005678" })
        };
        let near = at(&citizen.report(report("路面塌陷", 106.5051, "M-MS-08")).await);
        let same = at(&citizen.report(report("垃圾成堆", 106.5062, "M-MS-07")).await);
        let far = at(&citizen.report(report("很远的塌陷", 106.5095, "M-MS-08")).await);
        // What is not for everybody is not for the street either.
        let sealed = at(&citizen.report(report("家里打人", 106.5051, "M-MS-01")).await);
        let here = "/api/v1/similar?lon=106.505&lat=29.505";
        let found = citizen.client.get(here).await.expect("looks around");
        let refs: Vec<&str> =
            found["items"].as_array().expect("items").iter().filter_map(|i| i["ref"].as_str()).collect();
        assert_eq!(refs, [near.as_str(), same.as_str()], "nearest first, without {far} and {sealed}");
        let text = found.to_string();
        for secret in ["路面塌陷", "301", "曾先生", "13800005678", "\"point\"", "token"] {
            assert!(!text.contains(secret), "{secret} is not for the street: {text}");
        }
        let first = &found["items"][0];
        assert_eq!(first["matter"]["code"], "M-MS-08");
        assert_eq!(first["street"], "谢家湾街道民主村社区");
        assert_eq!(first["reported"], "2026-05-31T16:00:00Z", "the day, not the minute");
        // From ten metres on, the same hundred metres are named: no house can be found by asking often.
        let again = citizen.client.get("/api/v1/similar?lon=106.5051&lat=29.505").await.expect("again");
        assert_ne!(again["items"][0]["distance_m"], 0, "{again}");
        let wanted = citizen.client.get(&format!("{here}&matter=M-MS-07")).await.expect("by matter");
        assert_eq!(wanted["items"][0]["ref"], json!(same), "the matter in mind comes first");
        let meant =
            citizen.client.get(&format!("{here}&text=%E5%9E%83%E5%9C%BE%E6%A1%B6")).await.expect("by words");
        assert_eq!(meant["items"][0]["ref"], json!(same), "what the words may mean comes first: {meant}");
        for wrong in ["&radius=5000", "&limit=50", "&colour=red"] {
            let (status, _) = told(citizen.client.get(&format!("{here}{wrong}")).await.expect_err("refused"));
            assert_eq!(status, 422, "{wrong}");
        }
        desk.does(&near, json!({ "action": "reject", "reason": "不属实" })).await;
        let found = citizen.client.get(here).await.expect("looks again");
        assert!(!found.to_string().contains(&near), "what has ended is not found");
        city.end().await;
    }
}

#[tokio::test]
async fn me_too_counts_once_follows_and_can_be_taken_back() {
    for city in city::each().await {
        let (citizen, desk) = (city.citizen(), city.hand(TOWN, "ZH-04").await);
        let worker = city.hand(GRID, "WG-01").await;
        let receipt = citizen.report(json!({ "text": "楼上漏水", "grid": GRID })).await;
        let (case, token) = (at(&receipt), receipt["follow"].as_str().expect("token").to_owned());
        let path = format!("/api/v1/cases/{case}/supporters");
        let (one, body) = (key(), json!({ "name": "田女士", "phone": "13900001111" }));
        let first = citizen.client.post(&path, Some(&one), &body).await.expect("is counted");
        let again = citizen.client.post(&path, Some(&one), &body).await.expect("is answered again");
        assert_eq!(
            (first["supporters"].as_i64(), &first),
            (Some(1), &again),
            "the same key is the same voice"
        );
        let staff = me_too(&worker, &case).await;
        assert_eq!(staff, me_too(&worker, &case).await, "an account counts once, and keeps its token");
        assert_eq!((count(&desk, &case).await, desk.sheet(&case).await["version"].as_i64()), (2, Some(1)));
        let page = desk.client.get("/api/v1/cases").await.expect("list");
        assert_eq!(page["items"][0]["supporters"], 2);

        let follow = format!("/api/v1/follow/{}", first["token"].as_str().expect("token"));
        let message = json!({ "action": "message", "text": "门牌是302" });
        citizen
            .client
            .post(&format!("/api/v1/follow/{token}/actions"), Some(&key()), &message)
            .await
            .expect("says");
        worker.does(&case, json!({ "action": "verify", "found": true, "note": "确有漏水" })).await;
        let seen = citizen.client.get(&follow).await.expect("a supporter follows");
        assert_eq!((seen["supporter"].as_bool(), seen["supporters"].as_i64()), (Some(true), Some(2)));
        assert!(seen.to_string().contains("Seen on site"), "{seen}");
        assert!(
            !seen.to_string().contains("302") && seen["text"] == "",
            "what the reporter says stays apart: {seen}"
        );
        let act = citizen.client.post(&format!("{follow}/actions"), Some(&key()), &message).await;
        let (status, why) = told(act.expect_err("is no reporter"));
        assert_eq!(status, 409, "{why}");

        let reason = json!({ "reason": "约时间上门查看" });
        let seen =
            desk.client.post(&format!("/api/v1/cases/{case}/reveal"), None, &reason).await.expect("reveals");
        assert_eq!(seen["supporters"], json!([{ "name": "田女士", "phone": "13900001111" }]));
        assert_eq!(take_back(&city, &first["token"]).await["supporters"], 1);
        assert_eq!(take_back(&city, &first["token"]).await["supporters"], 1, "again changes nothing");
        let seen =
            desk.client.post(&format!("/api/v1/cases/{case}/reveal"), None, &reason).await.expect("reveals");
        assert_eq!(seen["supporters"], json!([]), "the number left is forgotten");
        let (status, _) = told(citizen.client.get(&follow).await.expect_err("follows no more"));
        assert_eq!(status, 404);
        take_back(&city, &staff["token"]).await;
        assert_eq!(me_too(&worker, &case).await["supporters"], 1, "one can come back");

        desk.does(&case, json!({ "action": "reject", "reason": "已由物业处理" })).await;
        let late = citizen.client.post(&path, Some(&key()), &json!({})).await;
        let (status, why) = told(late.expect_err("has ended"));
        assert!(status == 409 && why.contains("report it anew"), "{status} {why}");
        let own = at(&worker.report(json!({ "text": "路灯坏了", "grid": GRID })).await);
        let mine =
            worker.client.post(&format!("/api/v1/cases/{own}/supporters"), Some(&key()), &json!({})).await;
        assert_eq!(told(mine.expect_err("is his own")).0, 409);
        let hidden = json!({ "text": "家里打人", "grid": GRID, "matter": "M-MS-01" });
        let hidden = at(&citizen.report(hidden).await);
        let no = citizen
            .client
            .post(&format!("/api/v1/cases/{hidden}/supporters"), Some(&key()), &json!({}))
            .await;
        assert_eq!(told(no.expect_err("the street does not know it")).0, 404);
        city.end().await;
    }
}

/// What the count should be, from the rows: supporters, and for each case merged in its reporter and its
/// own count.
fn recount(rows: &[(String, Option<String>)], voices: &[String], case: &str) -> i64 {
    let own = voices.iter().filter(|v| *v == case).count() as i64;
    let merged = rows.iter().filter(|(_, into)| into.as_deref() == Some(case));
    own + merged.map(|(id, _)| 1 + recount(rows, voices, id)).sum::<i64>()
}

async fn exact(city: &City) {
    const CASES: Stmt =
        Stmt::new("t.cases", "SELECT id, merged_into, supporters FROM case_file WHERE district = $1");
    const VOICES: Stmt =
        Stmt::new("t.voices", "SELECT case_id FROM case_supporter WHERE district = $1 AND withdrawn IS NULL");
    let read = city.house().db().read(|r| {
        let cases =
            r.query(&CASES, &["500107".into()], |row| Ok((row.text(0)?, row.opt_text(1)?, row.int(2)?)))?;
        Ok((cases, r.query(&VOICES, &["500107".into()], |row| row.text(0))?))
    });
    let (cases, voices) = read.await.expect("reads");
    let rows: Vec<_> = cases.iter().map(|(id, into, _)| (id.clone(), into.clone())).collect();
    for (id, _, count) in &cases {
        assert_eq!(*count, recount(&rows, &voices, id), "{:?}: the count of {id} is exact", city.engine());
    }
}

#[tokio::test]
async fn supporters_go_along_when_cases_are_merged_and_come_back() {
    for city in city::each().await {
        let (citizen, desk) = (city.citizen(), city.hand(TOWN, "ZH-04").await);
        let mut cases = Vec::new();
        for n in 0..3 {
            let receipt = citizen.report(json!({ "text": format!("消防通道被堵{n}"), "grid": GRID })).await;
            cases.push(at(&receipt));
        }
        let [a, b, c] = cases.as_slice() else { panic!("three cases") };
        let voice = me_too(&citizen, a).await;
        me_too(&citizen, b).await;
        desk.does(a, json!({ "action": "merge", "into": b })).await;
        assert_eq!(count(&desk, b).await, 3, "its own, the other's reporter and supporter");
        assert_eq!(me_too(&citizen, a).await["supporters"], 2, "who comes by the old number counts as well");
        assert_eq!(count(&desk, b).await, 4);
        desk.does(b, json!({ "action": "merge", "into": c })).await;
        assert_eq!(count(&desk, c).await, 5);
        let seen =
            citizen.client.get(&format!("/api/v1/follow/{}", voice["token"].as_str().expect("token"))).await;
        assert_eq!(seen.expect("follows")["state"], "reported", "the stage of the case it lives on in");
        take_back(&city, &voice["token"]).await;
        assert_eq!((count(&desk, a).await, count(&desk, b).await, count(&desk, c).await), (1, 3, 4));
        exact(&city).await;
        desk.does(a, json!({ "action": "unmerge", "reason": "是两处" })).await;
        assert_eq!((count(&desk, a).await, count(&desk, b).await, count(&desk, c).await), (1, 1, 2));
        desk.does(b, json!({ "action": "unmerge", "reason": "是两处" })).await;
        assert_eq!((count(&desk, b).await, count(&desk, c).await), (1, 0));
        exact(&city).await;
        city.end().await;
    }
}

#[tokio::test]
async fn the_count_is_exact_when_all_speak_at_once() {
    for city in city::each().await {
        let (citizen, desk, lead) =
            (city.citizen(), city.hand(TOWN, "ZH-04").await, city.hand(TOWN, "ZH-03").await);
        let mut cases = Vec::new();
        for n in 0..4 {
            cases.push(at(&citizen.report(json!({ "text": format!("井盖松动{n}"), "grid": GRID })).await));
        }
        let [a, b, ..] = cases.as_slice() else { panic!("four cases") };
        let voices = async {
            let all = (0..24).map(|n| me_too(&citizen, &cases[n % 4]));
            let said = join_all(all).await;
            let gone = said.iter().step_by(5).map(|one| take_back(&city, &one["token"]));
            join_all(gone).await;
        };
        let merging = async {
            for _ in 0..3 {
                desk.does(a, json!({ "action": "merge", "into": b })).await;
                desk.does(a, json!({ "action": "unmerge", "reason": "是两处" })).await;
            }
            desk.does(a, json!({ "action": "merge", "into": b })).await;
        };
        // Two who merge in a circle: one of them is told that somebody was faster.
        let circle = async {
            let [.., c, d] = cases.as_slice() else { panic!("four cases") };
            let into_d = lead.tries(c, json!({ "action": "merge", "into": d }));
            let (one, other) = join(into_d, desk.tries(d, json!({ "action": "merge", "into": c }))).await;
            assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        };
        join(join(voices, merging), circle).await;
        exact(&city).await;
        city.end().await;
    }
}
