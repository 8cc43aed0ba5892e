//! The trail holds, shows tampering, and tells the person concerned.

use axum::http::Method;
use serde_json::json;
use wangge_base::Role;
use wangge_store::{Stmt, chain::Broken};
use wangge_web::Settings;

use super::Kind;
use crate::testkit::{self, Browser};

#[tokio::test]
async fn tampering_shows() {
    const CHANGE: Stmt =
        Stmt::new("test.change", "UPDATE audit SET facts = $2 WHERE district = $1 AND n = 2");
    const CUT: Stmt = Stmt::new("test.cut", "DELETE FROM audit WHERE district = $1 AND n = 3");
    for test in testkit::databases(&testkit::clock()) {
        let db = test.db();
        for n in 0..3 {
            db.write(move |tx| {
                super::write(tx, &"500107".parse()?, "setup", Kind::Exported, "500107.x", &json!({"rows": n}))
            })
            .await
            .expect("line");
        }
        let check = || db.read(|r| super::verify(r, &"500107".parse()?));
        assert_eq!(check().await.expect("read"), Ok(3));
        db.write(|tx| tx.exec(&CUT, &["500107".into()])).await.expect("cut");
        assert!(matches!(check().await.expect("read"), Err(Broken::Number { .. })));
        db.write(|tx| tx.exec(&CHANGE, &["500107".into(), "{}".into()])).await.expect("change");
        assert_eq!(check().await.expect("read"), Err(Broken::Payload(2)));
        assert_eq!(db.read(|r| super::verify(r, &"500105".parse()?)).await.expect("read"), Ok(0));
    }
}

#[tokio::test]
async fn a_reveal_needs_a_reason_and_is_seen_by_the_person() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), Settings::default());
        let router = testkit::router(&realm);
        let tian = testkit::person(&realm, "tian", "500107003003").await;
        let feng = testkit::person(&realm, "feng", "500107003").await;
        testkit::post(&realm, &feng, "500107003", "ZH-03", Role::DutyOfficer).await;
        let feng = testkit::holder(&realm, &feng).await;
        let reveal = |reason: &'static str| {
            let (feng, tian) = (feng.clone(), tian.clone());
            realm.app.db().write(move |tx| {
                super::reveal(tx, &tian.district, &feng, &tian.to_string(), &["phone"], reason)
            })
        };
        assert!(reveal(" ok ").await.is_err());
        reveal("电话回访核实情况").await.expect("reveal");
        let (_, _, looks) = Browser::log_in(&router, "tian").await.get(&router, "/api/v1/me/looks").await;
        assert_eq!(looks["items"].as_array().map(Vec::len), Some(1), "{looks}");
        assert_eq!(looks["items"][0]["facts"]["reason"], "电话回访核实情况");

        let auditor = testkit::person(&realm, "auditor", "500107").await;
        testkit::post(&realm, &auditor, "500107", "GL-03", Role::Auditor).await;
        let browser = Browser::log_in(&router, "auditor").await;
        let (status, _, trail) = browser.get(&router, "/api/v1/audit?limit=2").await;
        assert_eq!(status, 200, "{trail}");
        let next = trail["next"].as_str().expect("more");
        let (_, _, more) = browser.get(&router, &format!("/api/v1/audit?limit=2&after={next}")).await;
        assert!(more["items"][0]["n"].as_i64() < trail["items"][1]["n"].as_i64(), "{more}");
        assert_eq!(browser.get(&router, "/api/v1/audit?district=500105").await.0, 403);
        let feng = Browser::log_in(&router, "feng").await;
        assert_eq!(feng.get(&router, "/api/v1/audit").await.0, 403);
        assert_eq!(feng.json(&router, Method::POST, "/api/v1/audit", &json!({})).await.0, 405);
    }
}
