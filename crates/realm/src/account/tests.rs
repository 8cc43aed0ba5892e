//! Accounts, posts and rosters: who makes them, how they are left.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use axum::http::Method;
use serde_json::json;
use wangge_base::{Role, Seat};
use wangge_web::Settings;

use crate::testkit::{self, Browser};

#[tokio::test]
async fn one_hand_makes_the_account_another_grants_the_post() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), Settings::default());
        let router = testkit::router(&realm);
        let system = testkit::person(&realm, "system", "500107").await;
        testkit::post(&realm, &system, "500107", "GL-01", Role::SystemAdmin).await;
        let security = testkit::person(&realm, "security", "500107").await;
        testkit::post(&realm, &security, "500107", "GL-02", Role::SecurityAdmin).await;
        let (system, security) =
            (Browser::log_in(&router, "system").await, Browser::log_in(&router, "security").await);

        let new = json!({"login": "he", "password": "a door at dawn", "called": "何网格员", "phone": "13800000000",
            "home_unit": "500107003003"});
        let (status, _, no) = security.json(&router, Method::POST, "/api/v1/accounts", &new).await;
        assert_eq!(status, 403, "{no}");
        let (status, _, made) = system.json(&router, Method::POST, "/api/v1/accounts", &new).await;
        assert_eq!(status, 201, "{made}");
        let (status, _, no) = system.json(&router, Method::POST, "/api/v1/accounts", &new).await;
        assert_eq!((status, no["code"].as_str()), (409, Some("account.login_taken")));
        let mut elsewhere = new.clone();
        elsewhere["home_unit"] = "500105003004".into();
        elsewhere["login"] = "other".into();
        assert_eq!(system.json(&router, Method::POST, "/api/v1/accounts", &elsewhere).await.0, 403);

        let he = made["ref"].as_str().expect("ref");
        let post = json!({"unit": "500107003003001", "post": "WG-01", "role": "grid_worker_full", "board": "CENTRE",
            "capacity": "holder"});
        let path = format!("/api/v1/accounts/{he}/holdings");
        assert_eq!(system.json(&router, Method::POST, &path, &post).await.0, 403);
        let (status, _, held) = security.json(&router, Method::POST, &path, &post).await;
        assert_eq!(status, 201, "{held}");
        let (status, _, no) = security.json(&router, Method::POST, &path, &post).await;
        assert_eq!((status, no["code"].as_str()), (409, Some("holding.held_already")));
        let mut both = post.clone();
        both["role"] = "auditor".into();
        both["unit"] = "500107".into();
        let (status, _, no) = security.json(&router, Method::POST, &path, &both).await;
        assert_eq!((status, no["code"].as_str()), (409, Some("holding.hands_apart")));
        let own = format!("/api/v1/accounts/{}/holdings", realm_account(&realm, "security").await);
        assert_eq!(security.json(&router, Method::POST, &own, &post).await.0, 403);

        let (status, _, list) = system.get(&router, "/api/v1/accounts?unit=500107003003").await;
        assert_eq!(status, 200, "{list}");
        assert_eq!(list["items"][0]["called"], "何网格员");
        assert_eq!(list["items"][0]["holdings"][0]["post"], "WG-01");
        assert!(list["items"][0].get("phone").is_none());
    }
}

async fn realm_account(realm: &crate::Realm, login: &'static str) -> String {
    let found = realm.app.db().read(move |r| super::by_login(r, login)).await.expect("read");
    found.expect("account").to_string()
}

#[tokio::test]
async fn open_work_is_handed_over_before_the_account_closes() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), Settings::default());
        let open = Arc::new(AtomicI64::new(3));
        let told = open.clone();
        realm.on_leaving(Arc::new(move |_, district, _| {
            Ok(if district.as_str() == "500107" { told.load(Ordering::SeqCst) } else { 0 })
        }));
        let router = testkit::router(&realm);
        for (login, role) in [("system", Role::SystemAdmin), ("security", Role::SecurityAdmin)] {
            let who = testkit::person(&realm, login, "500107").await;
            testkit::post(&realm, &who, "500107", "GL-01", role).await;
        }
        let (system, security) =
            (Browser::log_in(&router, "system").await, Browser::log_in(&router, "security").await);
        let he = testkit::person(&realm, "he", "500107003003").await;
        let held = testkit::post(&realm, &he, "500107003003001", "WG-01", Role::GridWorker).await;
        let luo = testkit::person(&realm, "luo", "500107003003").await;

        let (status, _, no) = system.delete(&router, &format!("/api/v1/accounts/{he}")).await;
        assert_eq!((status, no["code"].as_str()), (409, Some("account.holds_posts")), "{no}");
        let leave = format!("/api/v1/holdings/{held}");
        let (status, _, no) = security.delete(&router, &leave).await;
        assert_eq!((status, no["code"].as_str()), (409, Some("holding.open_work")), "{no}");
        let browser = Browser::log_in(&router, "he").await;
        assert_eq!(security.delete(&router, &format!("{leave}?successor={luo}")).await.0, 204);
        // The post is gone at once on this node, and Luo acts in it.
        assert_eq!(browser.get(&router, "/api/v1/me").await.2["holdings"], json!([]));
        let heir = testkit::holder(&realm, &luo).await;
        assert_eq!((heir.unit.as_str(), heir.post.as_str()), ("500107003003001", "WG-01"));
        assert_eq!(heir.capacity, wangge_base::Capacity::Acting);

        assert_eq!(system.delete(&router, &format!("/api/v1/accounts/{he}")).await.0, 204);
        assert_eq!(browser.get(&router, "/api/v1/me").await.0, 401);
        let body = json!({"login": "he", "password": testkit::PASSWORD});
        assert_eq!(Browser::default().json(&router, Method::POST, "/api/v1/session", &body).await.0, 401);
        let audited =
            realm.app.db().read(|r| crate::audit::verify(r, &"500107".parse()?)).await.expect("audit");
        assert!(audited.expect("whole") > 8);
    }
}

#[tokio::test]
async fn the_roster_says_who_is_on_duty() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), Settings::default());
        let router = testkit::router(&realm);
        let feng = testkit::person(&realm, "feng", "500107003").await;
        testkit::post(&realm, &feng, "500107003", "ZH-03", Role::DutyOfficer).await;
        let browser = Browser::log_in(&router, "feng").await;
        let shift = json!({"post": "ZH-03", "account": feng, "starts": "2026-05-11T00:00:00Z",
            "ends": "2026-05-11T08:00:00Z"});
        let mut roster = json!({"unit": "500107003", "post": "ZH-03", "from": "2026-05-11T00:00:00Z",
            "to": "2026-05-12T00:00:00Z", "shifts": [shift]});
        let path = "/api/v1/roster";
        assert_eq!(browser.json(&router, Method::PUT, path, &roster).await.0, 204);
        assert_eq!(browser.json(&router, Method::PUT, path, &roster).await.0, 204, "the same again is fine");
        let (_, _, seen) = browser.get(&router, "/api/v1/roster?unit=500107003").await;
        assert_eq!(seen["shifts"].as_array().map(Vec::len), Some(1), "{seen}");
        let now = realm.app.clock().now();
        let on_duty = |post: &str, later: i64| {
            let seat = Seat { unit: testkit::code("500107003"), post: Some(post.parse().expect("post")) };
            realm
                .app
                .db()
                .read(move |r| super::on_duty(r, &"500107".parse()?, &seat, now.plus_minutes(later)))
        };
        assert_eq!(on_duty("ZH-03", 60).await.expect("duty"), std::slice::from_ref(&feng));
        assert_eq!(
            on_duty("PF-03", 60).await.expect("duty"),
            std::slice::from_ref(&feng),
            "whoever is there answers"
        );
        assert!(on_duty("ZH-03", 9 * 60).await.expect("duty").is_empty());
        // Luo holds another post: the roster says so, at the field, and stays as it was.
        let luo = testkit::person(&realm, "luo", "500107003").await;
        testkit::post(&realm, &luo, "500107003", "ZH-04", Role::DutyOfficer).await;
        let mut wrong = roster.clone();
        wrong["shifts"][0]["account"] = json!(luo);
        let (status, _, no) = browser.json(&router, Method::PUT, path, &wrong).await;
        assert_eq!((status, no["fields"][0]["field"].as_str()), (422, Some("/shifts/0/account")), "{no}");
        assert_eq!(on_duty("ZH-03", 60).await.expect("duty"), std::slice::from_ref(&feng));
        roster["shifts"][0]["ends"] = "2026-05-13T00:00:00Z".into();
        assert_eq!(browser.json(&router, Method::PUT, path, &roster).await.0, 422);
        roster["unit"] = "500105003".into();
        assert_eq!(browser.json(&router, Method::PUT, path, &roster).await.0, 403);
    }
}
