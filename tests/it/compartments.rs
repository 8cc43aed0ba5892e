//! Restricted and sealed work over HTTP: who sees how much, beside open work, and what the neighbours in
//! the same district see. The table stands in tests/golden/compartments.txt; the law behind it is
//! `realm::access::MAY`, whose filter and check a property test compares.

use std::fmt::Write as _;

use reqwest::Method;
use serde_json::json;
use wangge_base::Role;
use wangge_demo::{client::picture, people::PASSWORD};

use crate::{
    access::add,
    city::{self, City},
    golden,
    raw::Raw,
};

const GOLDEN: &str = "tests/golden/compartments.txt";

/// Words that only the case holds.
const SECRET: &str = "机密词7391";

/// A matter of each kind: open, masked, sealed.
const KINDS: [(&str, &str); 3] = [("open", "M-MS-09"), ("restricted", "M-MS-06"), ("sealed", "M-PF-06")];

/// Who asks: a name for the table, the unit and the post; the last ones are made for this test.
const WHO: &[(&str, &str, &str, Option<Role>)] = &[
    ("grid worker of the place", "500107003003001", "WG-01", None),
    ("volunteer of the place", "500107003003001", "WG-02", Some(Role::Volunteer)),
    ("village of the place", "500107003003", "SQ-01", None),
    ("post of the town", "500107003", "MS-04", None),
    ("duty officer of the town", "500107003", "ZH-04", None),
    ("district centre", "500107", "QX-01", None),
    ("city centre", "50", "SZ-01", None),
    ("department called", "500107-Q-CG", "BM-01", None),
    ("department not called", "500107-Q-XF", "BM-01", None),
    ("other grid of the village", "500107003003002", "WG-01", None),
    ("other village of the town", "500107003004", "SQ-01", None),
    ("neighbour town, centre", "500107004", "ZH-04", Some(Role::DutyOfficer)),
    ("neighbour town, post", "500107004", "MS-04", Some(Role::TownPost)),
    ("neighbour grid", "500107004001001", "WG-01", Some(Role::GridWorker)),
    ("town of another district", "500105003", "ZH-04", None),
    ("another district", "500105", "QX-01", None),
    ("list officer of the district", "500107", "QD-01", Some(Role::ListOfficer)),
    ("system administrator", "500107", "XT-01", Some(Role::SystemAdmin)),
    ("security administrator", "500107", "AQ-01", Some(Role::SecurityAdmin)),
    ("auditor", "500107", "SJ-01", Some(Role::Auditor)),
];

/// A case of each kind with a photo, called to one department: reference and photo.
async fn cases(city: &City) -> Vec<(String, String)> {
    let (worker, desk) = (city.hand("500107003003001", "WG-01").await, city.hand("500107003", "ZH-04").await);
    let mut made = Vec::new();
    for (_, matter) in KINDS {
        let body = json!({ "text": format!("{SECRET}{matter}"), "place": SECRET, "matter": matter,
                           "point": { "lon": 106.505, "lat": 29.505 } });
        let receipt = worker.report(body).await;
        let at = receipt["ref"].as_str().expect("a reference").to_owned();
        let photo = desk.client.photo(&at, &city::key(), picture(7, 8, 9)).await.expect("a photo");
        desk.does(&at, json!({ "action": "add", "text": SECRET, "files": [photo] })).await;
        desk.does(&at, json!({ "action": "file", "matter": matter })).await;
        desk.does(&at, json!({ "action": "whistle", "units": ["500107-Q-CG"], "note": "请到场" })).await;
        made.push((at, photo));
    }
    made
}

/// One cell: what the list, the case, its photo, an action and a reveal answer.
async fn cell(raw: &Raw, at: &str, photo: &str, wrong: &mut Vec<String>, who: &str) -> String {
    let list = raw.get("/api/v1/cases?limit=100").await;
    let listed = list.json()["items"].as_array().into_iter().flatten().find(|i| i["ref"] == at).cloned();
    let sheet = raw.get(&format!("/api/v1/cases/{at}")).await;
    let photo = raw.get(&format!("/api/v1/files/{photo}")).await.status;
    let act = raw
        .json(
            Method::POST,
            &format!("/api/v1/cases/{at}/actions"),
            &json!({ "action": "add", "text": "看过了" }),
        )
        .await
        .status;
    let path = format!("/api/v1/cases/{at}/reveal");
    let reveal = raw.json(Method::POST, &path, &json!({ "reason": "回访核实情况" })).await.status;
    let sight = match sheet.status {
        200 => sheet.json()["sight"].as_str().unwrap_or("?").to_owned(),
        other => other.to_string(),
    };
    let in_list = listed.as_ref().map_or("-", |row| row["sight"].as_str().unwrap_or("?"));
    let row = listed.as_ref().map(ToString::to_string).unwrap_or_default();
    let told = sheet.text.contains(SECRET) || row.contains(SECRET);
    if told != (sight == "full") {
        wrong.push(format!(
            "{who}: {at} is {sight}, and its words are {}",
            if told { "told" } else { "kept" }
        ));
    }
    if in_list != "-" && in_list != sight {
        wrong.push(format!("{who}: {at} is {in_list} in the list and {sight} by itself"));
    }
    format!("{in_list} {sight} {photo} {act} {reveal}")
}

#[tokio::test]
async fn golden_compartments() {
    for city in city::each().await {
        let cases = cases(&city).await;
        let mut out = String::from("in the list, the case, its photo, an action, a reveal\n\nwho");
        for (kind, _) in KINDS {
            let _ = write!(out, " | {kind}");
        }
        out.push('\n');
        let mut wrong = Vec::new();
        for (n, (name, unit, post, made)) in WHO.iter().enumerate() {
            let login = match made {
                Some(role) => add(&city, &format!("made-{n}"), unit, post, *role).await.expect("a log-in").0,
                None => city.hand(unit, post).await.login,
            };
            let raw = Raw::log_in(&city.base(), &login, PASSWORD).await;
            out.push_str(name);
            for (at, photo) in &cases {
                let _ = write!(out, " | {}", cell(&raw, at, photo, &mut wrong, name).await);
            }
            out.push('\n');
        }
        assert!(wrong.is_empty(), "{:?}:\n{}\n\n{out}", city.engine(), wrong.join("\n"));
        golden::compare(GOLDEN, &out);
        city.end().await;
    }
}
