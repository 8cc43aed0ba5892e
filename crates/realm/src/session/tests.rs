//! Logging in and out, over HTTP and between nodes.

use std::{sync::Arc, time::Duration};

use axum::http::Method;
use serde_json::json;
use wangge_base::Role;
use wangge_web::Settings;

use super::{FRESH, Sessions, TOLD};
use crate::testkit::{self, Browser, PASSWORD};

fn settings() -> Settings {
    Settings { public_url: "https://x.example".into(), ..Settings::default() }
}

#[tokio::test]
async fn a_session_opens_serves_and_ends() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), settings());
        let router = testkit::router(&realm);
        let li = testkit::person(&realm, "li", "500107003").await;
        testkit::post(&realm, &li, "500107003", "ZH-03", Role::DutyOfficer).await;
        let body = json!({"login": " LI ", "password": PASSWORD});
        let (status, headers, me) =
            Browser::default().json(&router, Method::POST, "/api/v1/session", &body).await;
        assert_eq!(status, 200, "{me}");
        let cookies: Vec<&str> =
            headers.get_all("set-cookie").iter().map(|v| v.to_str().expect("ascii")).collect();
        assert!(
            cookies[0].contains("HttpOnly")
                && cookies[0].contains("SameSite=Lax")
                && cookies[0].contains("Secure")
        );
        assert!(!cookies[1].contains("HttpOnly"));
        assert_eq!(me["holdings"][0]["role"], "duty_officer");

        let browser = Browser::log_in(&router, "li").await;
        assert_eq!(browser.get(&router, "/api/v1/me").await.0, 200);
        let mut forged = browser.clone();
        forged.csrf = "x".into();
        let (status, _, no) = forged.delete(&router, "/api/v1/session").await;
        assert_eq!((status, no["code"].as_str()), (403, Some("session.csrf")));
        let request = browser.request(Method::GET, "/api/v1/me").header("wangge-holding", "500107.x");
        let (status, _, no) =
            testkit::send(&router, request.body(axum::body::Body::empty()).expect("request")).await;
        assert_eq!((status, no["code"].as_str()), (403, Some("holding.not_yours")));

        assert_eq!(browser.delete(&router, "/api/v1/session").await.0, 204);
        let (status, _, no) = browser.get(&router, "/api/v1/me").await;
        assert_eq!((status, no["code"].as_str()), (401, Some("session.ended")));
        let (status, _, no) = browser.delete(&router, "/api/v1/session").await;
        assert_eq!((status, no["code"].as_str()), (401, Some("session.ended")));
        assert_eq!(Browser::default().get(&router, "/api/v1/me").await.2["code"], "session.none");
    }
}

#[tokio::test]
async fn five_failures_lock_for_a_while() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), settings());
        let router = testkit::router(&realm);
        testkit::person(&realm, "li", "500107003").await;
        let attempt = |login: &'static str, password: &'static str| {
            let (router, body) = (router.clone(), json!({"login": login, "password": password}));
            async move {
                let (status, _, body) =
                    Browser::default().json(&router, Method::POST, "/api/v1/session", &body).await;
                (status, body["code"].as_str().unwrap_or_default().to_owned())
            }
        };
        for _ in 0..4 {
            assert_eq!(attempt("li", "wrong").await, (401, "session.wrong".into()));
        }
        assert_eq!(attempt("li", "wrong").await, (429, "session.locked".into()));
        assert_eq!(attempt("li", PASSWORD).await, (429, "session.locked".into()));
        // Somebody who does not exist reads the same.
        for _ in 0..4 {
            assert_eq!(attempt("nobody", PASSWORD).await, (401, "session.wrong".into()));
        }
        assert_eq!(attempt("nobody", PASSWORD).await, (429, "session.locked".into()));
        realm.app.clock().advance_minutes(16);
        assert_eq!(attempt("li", PASSWORD).await.0, 200);
        assert_eq!(attempt("li", "wrong").await.0, 401);
    }
}

#[tokio::test]
async fn a_session_ends_by_disuse_and_by_age() {
    let test = wangge_store::testdb::sqlite(&crate::migrations(), &testkit::clock()).expect("database");
    let realm = testkit::realm(test.db(), settings());
    let router = testkit::router(&realm);
    testkit::person(&realm, "li", "500107003").await;
    let browser = Browser::log_in(&router, "li").await;
    let ask = || async {
        // As if the five seconds of memory were over.
        realm.sessions().forget_account("");
        let cookie = browser.cookie.trim_start_matches("wangge=").to_owned();
        let session = cookie.rsplit_once('.').expect("cookie").0.to_owned();
        realm.sessions().forget(&session);
        browser.get(&router, "/api/v1/me").await.0
    };
    realm.app.clock().advance_minutes(11 * 60);
    assert_eq!(ask().await, 200, "used within twelve hours, and this use is noted");
    realm.app.clock().advance_minutes(11 * 60);
    assert_eq!(ask().await, 200);
    realm.app.clock().advance_minutes(12 * 60 + 1);
    assert_eq!(ask().await, 401, "unused for twelve hours");
}

#[tokio::test]
async fn logging_out_everywhere_reaches_the_other_node() {
    for test in testkit::databases(&testkit::clock()) {
        let (here, there) = (testkit::realm(test.db(), settings()), testkit::realm(test.db(), settings()));
        let (router, other) = (testkit::router(&here), testkit::router(&there));
        testkit::person(&here, "li", "500107003").await;
        let (phone, desk) = (Browser::log_in(&router, "li").await, Browser::log_in(&other, "li").await);
        assert_eq!(phone.get(&other, "/api/v1/me").await.0, 200);
        assert_eq!(desk.delete(&router, "/api/v1/sessions").await.0, 204);
        assert_eq!(phone.get(&router, "/api/v1/me").await.0, 401);
        // The other node looks again once what it knows is five seconds old.
        let session =
            phone.cookie.trim_start_matches("wangge=").rsplit_once('.').expect("cookie").0.to_owned();
        there.sessions().age(&session, FRESH);
        assert_eq!(phone.get(&other, "/api/v1/me").await.0, 401);
    }
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let test = wangge_store::testdb::sqlite(&crate::migrations(), &testkit::clock()).expect("database");
    let realm = testkit::realm(test.db(), settings());
    let router = testkit::router(&realm);
    testkit::person(&realm, "li", "500107003").await;
    let (phone, desk) = (Browser::log_in(&router, "li").await, Browser::log_in(&router, "li").await);
    let change = |current: &str, new: &str| json!({"current": current, "new": new});
    let path = "/api/v1/me/password";
    assert_eq!(
        desk.json(&router, Method::PUT, path, &change("wrong", "an evening by the river")).await.0,
        422
    );
    assert_eq!(desk.json(&router, Method::PUT, path, &change(PASSWORD, "short")).await.0, 422);
    assert_eq!(
        desk.json(&router, Method::PUT, path, &change(PASSWORD, "an evening by the river")).await.0,
        204
    );
    assert_eq!(desk.get(&router, "/api/v1/me").await.0, 200);
    assert_eq!(phone.get(&router, "/api/v1/me").await.0, 401);
}

#[tokio::test]
async fn anonymous_asking_is_counted() {
    let test = wangge_store::testdb::sqlite(&crate::migrations(), &testkit::clock()).expect("database");
    let mut settings = settings();
    settings.rates.anonymous_writes = 2;
    let router = testkit::router(&testkit::realm(test.db(), settings));
    let mut told = Vec::new();
    for _ in 0..3 {
        told.push(Browser::default().delete(&router, "/api/v1/sessions").await.0);
    }
    assert_eq!(told, [401, 401, 429]);
}

#[test]
fn memory_forgets_what_is_not_fresh() {
    let sessions = Sessions::default();
    let login = Arc::new(super::Login {
        session: "500107.00000000000000000000000000000001".parse().expect("ref"),
        account: "500107.00000000000000000000000000000002".parse().expect("ref"),
        called: "某".into(),
        home_unit: testkit::code("500107"),
        must_change: false,
        holdings: Vec::new(),
        csrf: String::new(),
        expires: testkit::clock().now(),
        seen: testkit::clock().now(),
        secret_hash: [0; 32],
    });
    let name = login.session.to_string();
    sessions.put(login.clone(), std::time::Instant::now());
    assert!(sessions.get(&name, FRESH).is_some());
    sessions.age(&name, Duration::from_secs(4));
    assert!(sessions.get(&name, FRESH).is_some());
    sessions.age(&name, Duration::from_secs(2));
    assert!(sessions.get(&name, FRESH).is_none());
    assert!(sessions.get(&name, TOLD).is_some(), "good for a minute while revocations are listened to");
    sessions.age(&name, TOLD);
    assert!(sessions.get(&name, TOLD).is_none());
    sessions.sweep();
    assert_eq!(sessions.len(), 0);
    // A reading that began before a revocation must not bring back what was forgotten after it.
    let begun = std::time::Instant::now();
    sessions.forget_account(&login.account.to_string());
    sessions.put(login, begun);
    assert_eq!(sessions.len(), 0);
}

#[tokio::test]
async fn a_revocation_elsewhere_ends_the_live_stream_here() {
    use futures_util::StreamExt as _;
    let test = wangge_store::testdb::sqlite(&crate::migrations(), &testkit::clock()).expect("database");
    let (here, there) = (testkit::realm(test.db(), settings()), testkit::realm(test.db(), settings()));
    let (router, other) = (testkit::router(&here), testkit::router(&there));
    let li = testkit::person(&here, "li", "500107003").await;
    testkit::post(&here, &li, "500107003", "ZH-03", Role::DutyOfficer).await;
    let browser = Browser::log_in(&router, "li").await;
    here.app.hub().look(test.db()).await.expect("look");
    let request =
        browser.request(Method::GET, "/api/v1/stream?unit=500107003").body(axum::body::Body::empty());
    let answer = tower::ServiceExt::oneshot(router.clone(), request.expect("request")).await.expect("answer");
    assert_eq!(answer.status(), 200);
    let mut frames = answer.into_body().into_data_stream();
    let mut next = async || {
        let chunk = tokio::time::timeout(Duration::from_secs(5), frames.next()).await.expect("in time");
        chunk.map(|bytes| String::from_utf8(bytes.expect("frame").to_vec()).expect("text"))
    };
    assert!(next().await.expect("hello").contains("event: hello"));
    let watching = super::jobs::watch(here.clone());
    let mut watching = std::pin::pin!(watching);
    // The watcher subscribes before anything is revoked.
    assert!(futures_util::poll!(&mut watching).is_pending());
    assert_eq!(browser.delete(&other, "/api/v1/sessions").await.0, 204);
    here.app.hub().look(test.db()).await.expect("look");
    assert!(futures_util::poll!(&mut watching).is_pending());
    assert!(next().await.expect("bye").contains("event: bye"));
    assert_eq!(browser.get(&router, "/api/v1/me").await.0, 401);
    assert_eq!(Browser::default().get(&router, "/api/v1/stream").await.0, 401);
}
