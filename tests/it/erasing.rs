//! Erasing what a step said, on both engines: the words are gone everywhere, the chain stays whole.

use serde_json::json;
use wangge_base::Role;
use wangge_demo::{client::Client, people::PASSWORD};
use wangge_server::verify;
use wangge_store::Stmt;

use crate::{
    access::add,
    city::{self, key, timeline, told},
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
const SECRET: &str = "机密词7391";

#[tokio::test]
async fn what_a_step_said_is_forgotten_and_the_chain_stays_whole() {
    for city in city::each().await {
        let (citizen, worker) = (city.citizen(), city.hand(GRID, "WG-01").await);
        let desk = city.hand(TOWN, "ZH-04").await;
        let (login, _) =
            add(&city, "hand-of-security", "500107", "AQ-01", Role::SecurityAdmin).await.expect("login");
        let security = Client::log_in(&city.base(), &login, PASSWORD).await.expect("logs in");
        let body = json!({ "text": format!("漏水 {SECRET}"), "grid": GRID, "place": SECRET, "name": SECRET });
        let receipt = citizen.report(body).await;
        let (at, token) =
            (receipt["ref"].as_str().expect("ref").to_owned(), receipt["follow"].as_str().expect("token"));
        worker.does(&at, json!({ "action": "verify", "found": true, "note": SECRET })).await;
        let path = format!("/api/v1/cases/{at}/erasures");
        let why = "报告人书面要求删除";
        let refused = async |who: &Client, n: i64, reason: &str| {
            told(
                who.post(&path, Some(&key()), &json!({ "n": n, "reason": reason }))
                    .await
                    .expect_err("refused"),
            )
        };
        assert_eq!(refused(&desk.client, 1, why).await.0, 403, "the desk reads; it does not erase");
        assert_eq!(refused(&security, 9, why).await.0, 422, "there is no such step");
        assert_eq!(refused(&security, 1, "删").await.0, 422, "a reason is needed");
        let one = key();
        let body = json!({ "n": 1, "reason": why });
        let first = security.post(&path, Some(&one), &body).await.expect("erases");
        assert_eq!(first, security.post(&path, Some(&one), &body).await.expect("the same key"), "once");
        assert_eq!(refused(&security, 1, why).await.0, 409, "it is erased already");
        assert_eq!(refused(&security, 3, why).await.0, 409, "that it was erased stays");
        security.post(&path, Some(&key()), &json!({ "n": 2, "reason": why })).await.expect("erases the note");

        let sheet = desk.sheet(&at).await;
        let steps = timeline(&sheet);
        assert!(steps.contains("3 hand-of-security erase → verified"), "{steps}");
        assert!(sheet["timeline"][0].get("payload").is_none(), "what it said is gone: {sheet}");
        let followed = citizen.client.get(&format!("/api/v1/follow/{token}")).await.expect("follows");
        let seen = desk
            .client
            .post(&format!("/api/v1/cases/{at}/reveal"), None, &json!({ "reason": "回访核实情况" }))
            .await;
        let list = desk.client.get("/api/v1/cases").await.expect("list");
        for text in [sheet, followed, seen.expect("reveals"), list] {
            assert!(!text.to_string().contains(SECRET), "{text}");
        }
        for (name, sql) in ROWS {
            let stmt = Stmt::new(name, sql);
            let rows = city.house().db().read(move |r| r.query(&stmt, &["500107".into()], |row| row.text(0)));
            let rows = rows.await.expect("reads");
            assert!(!rows.is_empty() && rows.iter().all(|t| !t.contains(SECRET)), "{name}: {rows:?}");
        }
        let found = verify::verify(city.house().db(), vec!["500107".parse().expect("district")]).await;
        let found = found.expect("reads");
        assert!(found.broken.is_empty() && found.erased == 2, "{}", found.words());
        desk.does(&at, json!({ "action": "file", "matter": "M-MS-08" })).await;
        city.end().await;
    }
}

/// Where the words could have stayed.
const ROWS: [(&str, &str); 3] = [
    ("t.steps", "SELECT coalesce(payload, '') FROM step WHERE district = $1"),
    ("t.cases", "SELECT text || place || coalesce(answers, '') FROM case_file WHERE district = $1"),
    ("t.audit", "SELECT facts FROM audit WHERE district = $1"),
];
