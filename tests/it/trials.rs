//! A changed matter tried on cases that were made here, against brute force over their own timelines.

use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    city::{self, City},
    raw::Raw,
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
/// Masked, so that its cases are restricted.
const MATTER: &str = "M-MS-06";
/// Sealed.
const SEALED: &str = "M-PF-06";

/// A matter as it stands, to be changed.
async fn standing(raw: &Raw, code: &str) -> Value {
    let mut entry = raw.get(&format!("/api/v1/matters/{code}")).await.json();
    let fields = entry.as_object_mut().expect("an entry");
    fields.remove("version");
    fields.remove("effective_from");
    entry
}

/// Cases that were accepted after some time and finished after some more, in minutes.
async fn history(city: &City, times: &[(i64, i64)]) -> Vec<String> {
    let (desk, worker) = (city.hand(TOWN, "ZH-04").await, city.hand(GRID, "WG-01").await);
    let department = city.hand("500107-Q-CG", "BM-01").await;
    let mut all = Vec::new();
    for (accept, finish) in times {
        let receipt = worker.report(json!({ "text": "路灯不亮", "grid": GRID })).await;
        let at = receipt["ref"].as_str().expect("ref").to_owned();
        desk.does(&at, json!({ "action": "file", "matter": MATTER })).await;
        desk.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
        city.clock.advance_minutes(*accept);
        department.does(&at, json!({ "action": "accept" })).await;
        city.clock.advance_minutes(*finish);
        department.does(&at, json!({ "action": "finish", "note": "已修好" })).await;
        all.push(at);
    }
    all
}

fn ask(entry: &Value) -> Value {
    json!({ "entry": entry, "from": "2026-05-01T00:00:00Z", "to": "2026-12-01T00:00:00Z" })
}

async fn trial(raw: &Raw, body: &Value) -> Value {
    let answer = raw.json(Method::POST, "/api/v1/trials", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

#[tokio::test]
async fn what_would_have_been_is_what_brute_force_says() {
    for city in city::each().await {
        let desk = Raw::seated(&city, TOWN, "ZH-04").await;
        let times = [(5, 10), (20, 50), (40, 90), (10, 200), (70, 30)];
        let cases = history(&city, &times).await;
        let entry = standing(&desk, MATTER).await;
        let same = trial(&desk, &ask(&entry)).await;
        let counted = &same["counted"];
        assert_eq!((&counted["looked"], &counted["moved"]), (&json!(5), &json!(0)), "{same}");
        assert_eq!((&counted["newly"], &counted["cured"]), (&json!(0), &json!(0)), "{same}");
        assert_eq!(
            (&same["complete"], &counted["minutes"]),
            (&json!(true), &counted["would_minutes"]),
            "{same}"
        );

        // Brute force on the wall clock: who was accepted, or finished, after more than the limit.
        let mut wide = entry.clone();
        wide["limits"] = json!({});
        for stage in ["verify", "dispatch", "report_in", "handle", "check"] {
            wide["limits"][stage] = json!("1000h");
        }
        for (report_in, handle) in [(30, 100), (15, 60), (60, 45), (1_000, 1_000)] {
            let mut changed = wide.clone();
            changed["limits"]["report_in"] = json!(format!("{report_in}min"));
            changed["limits"]["handle"] = json!(format!("{handle}min"));
            let sheet = trial(&desk, &ask(&changed)).await;
            let late =
                times.iter().filter(|(accept, finish)| *accept > report_in || *finish > handle).count();
            assert_eq!(sheet["counted"]["would_breach"], json!(late), "{report_in} {handle}: {sheet}");
        }
        wide["minutes"] = json!(7);
        let dearer = trial(&desk, &ask(&wide)).await;
        assert_eq!(dearer["counted"]["would_minutes"], json!(35));

        routes(&desk, &entry, &cases).await;
        scope(&city, &desk, &entry).await;
        compartments(&city, &desk, &entry).await;
        city.end().await;
    }
}

async fn routes(desk: &Raw, entry: &Value, cases: &[String]) {
    let mut elsewhere = entry.clone();
    elsewhere["lead_department"] = json!("Q-ZJ");
    elsewhere["assist_departments"] = json!([]);
    let sheet = trial(desk, &ask(&elsewhere)).await;
    assert_eq!(sheet["counted"]["moved"], json!(5), "{sheet}");
    let example = &sheet["examples"][0];
    assert!(cases.iter().any(|at| example["ref"] == json!(at)), "{sheet}");
    let stage = example["stages"].as_array().expect("stages").iter().find(|s| s["clock"] == "handle");
    let stage = stage.expect("the handling moved");
    assert_eq!(
        (&stage["seat"]["unit"], &stage["would_seat"]["unit"]),
        (&json!("500107-Q-CG"), &json!("500107-Q-ZJ"))
    );
    // Owned one level higher: everything moves, to another centre.
    let mut higher = entry.clone();
    higher["level"] = json!("district");
    let sheet = trial(desk, &ask(&higher)).await;
    assert_eq!(sheet["counted"]["moved"], json!(5), "{sheet}");
    // In parts that add up to the whole.
    let (mut looked, mut after) = (0, Value::Null);
    for _ in 0..9 {
        let mut body = ask(&higher);
        (body["most"], body["after"]) = (json!(1), after.clone());
        let part = trial(desk, &body).await;
        looked += part["counted"]["looked"].as_u64().expect("cases");
        after = part["next"].clone();
        if part["complete"] == json!(true) {
            break;
        }
    }
    assert_eq!((looked, after), (5, Value::Null));
}

/// Only cases of the post's area, and only for those who may try.
async fn scope(city: &City, desk: &Raw, entry: &Value) {
    let elsewhere = Raw::seated(city, "500105003", "ZH-04").await;
    assert_eq!(trial(&elsewhere, &ask(entry)).await["counted"]["looked"], json!(0));
    let worker = Raw::seated(city, GRID, "WG-01").await;
    assert_eq!(worker.json(Method::POST, "/api/v1/trials", &ask(entry)).await.status, 403);
    let mut wrong = ask(entry);
    wrong["to"] = json!("2026-04-01T00:00:00Z");
    assert_eq!(desk.json(Method::POST, "/api/v1/trials", &wrong).await.status, 422);
    let mut wrong = ask(entry);
    wrong["entry"]["code"] = json!("M-ZZ-99");
    assert_eq!(desk.json(Method::POST, "/api/v1/trials", &wrong).await.status, 422);
    let mut wrong = ask(entry);
    wrong["most"] = json!(100_001);
    assert_eq!(desk.json(Method::POST, "/api/v1/trials", &wrong).await.status, 422);
}

/// The list office counts restricted cases and is shown none of them; sealed ones nobody counts.
async fn compartments(city: &City, desk: &Raw, entry: &Value) {
    let mut higher = entry.clone();
    higher["level"] = json!("district");
    let sheet = trial(&Raw::seated(city, "50", "SZ-02").await, &ask(&higher)).await;
    let counted = &sheet["counted"];
    assert_eq!(
        (&counted["looked"], &counted["moved"], &counted["unseen"]),
        (&json!(5), &json!(5), &json!(5)),
        "{sheet}"
    );
    assert_eq!(sheet["examples"], json!([]), "{sheet}");
    let sheet = trial(desk, &ask(&higher)).await;
    assert_eq!(sheet["counted"]["unseen"], json!(0), "{sheet}");
    assert_eq!(sheet["examples"].as_array().map(Vec::len), Some(5), "{sheet}");

    let sealed = city.hand(TOWN, "ZH-04").await;
    let receipt = sealed.report(json!({ "text": "有人求助", "grid": GRID })).await;
    sealed.does(receipt["ref"].as_str().expect("ref"), json!({ "action": "file", "matter": SEALED })).await;
    let entry = standing(desk, SEALED).await;
    assert_eq!(trial(desk, &ask(&entry)).await["counted"]["looked"], json!(0));
}
