//! Who is told what, when, and who is left in peace.

use axum::http::Method;
use serde_json::json;
use wangge_base::{Colour, Ref, Role, Seat};
use wangge_web::Settings;

use super::{New, Notice, To};
use crate::{
    Realm, account,
    account::Account,
    testkit::{self, Browser},
};

async fn tell(realm: &Realm, colour: Colour, visible_in: Option<i64>) -> Ref<Notice> {
    let seat = Seat { unit: testkit::code("500107003"), post: Some("ZH-03".parse().expect("post")) };
    realm
        .app
        .db()
        .write(move |tx| {
            let new = New {
                to: To::Seat(seat.clone()),
                kind: "case.dispatched",
                colour,
                subject: "500107.case",
                zh: "有一件新工单",
                en: "A new piece of work",
                due: None,
                visible_from: visible_in.map(|minutes| tx.now().plus_minutes(minutes)),
                drill: false,
            };
            super::send(tx, &"500107".parse()?, &new)
        })
        .await
        .expect("notice")
}

async fn on_duty(realm: &Realm, who: &Ref<Account>) {
    let who = who.clone();
    realm
        .app
        .db()
        .write(move |tx| {
            let now = tx.now();
            let (from, to) = (now, now.plus_minutes(600));
            let (unit, post) = (testkit::code("500107003"), "ZH-03".parse()?);
            account::set_roster(
                tx,
                &"500107".parse()?,
                &unit,
                &post,
                (from, to),
                &[(who.clone(), from, to)],
                "setup",
            )
        })
        .await
        .expect("roster");
}

#[tokio::test]
async fn red_rings_for_whoever_is_on_duty_and_nobody_else() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), Settings::default());
        let router = testkit::router(&realm);
        let mut people = Vec::new();
        for login in ["feng", "wu"] {
            let who = testkit::person(&realm, login, "500107003").await;
            testkit::post(&realm, &who, "500107003", "ZH-03", Role::DutyOfficer).await;
            people.push((who, Browser::log_in(&router, login).await));
        }
        on_duty(&realm, &people[0].0).await;
        let red = tell(&realm, Colour::Red, None).await;
        realm.app.clock().advance_minutes(1);
        // Ordinary work at dawn waits for the office hours of those off duty.
        tell(&realm, Colour::Blue, Some(60)).await;
        let seen = |browser: Browser| {
            let router = router.clone();
            async move {
                let (_, _, list) = browser.get(&router, "/api/v1/notices?open=true").await;
                let rows = list["items"].as_array().expect("items").clone();
                rows.iter()
                    .map(|n| (n["colour"].as_str().expect("colour").to_owned(), n["ring"] == true))
                    .collect::<Vec<_>>()
            }
        };
        let (feng, wu) = (people[0].1.clone(), people[1].1.clone());
        assert_eq!(seen(feng.clone()).await, [("blue".into(), false), ("red".into(), true)]);
        assert_eq!(
            seen(wu.clone()).await,
            [("red".into(), false)],
            "off duty: shown if looked at, never rung"
        );

        let take = format!("/api/v1/notices/{red}/take");
        assert_eq!(feng.json(&router, Method::POST, &take, &json!({})).await.0, 204);
        assert_eq!(feng.json(&router, Method::POST, &take, &json!({})).await.0, 204, "twice is fine");
        let (status, _, no) = wu.json(&router, Method::POST, &take, &json!({})).await;
        assert_eq!((status, no["code"].as_str()), (409, Some("notice.taken")));
        assert_eq!(seen(feng.clone()).await, [("blue".into(), false)]);
        realm.app.clock().advance_minutes(61);
        assert_eq!(seen(wu.clone()).await, [("blue".into(), false)]);
        let (_, _, all) = wu.get(&router, "/api/v1/notices").await;
        let blue = all["items"][0]["ref"].as_str().expect("ref").to_owned();
        assert_eq!(
            wu.json(&router, Method::POST, &format!("/api/v1/notices/{blue}/read"), &json!({})).await.0,
            204
        );
        assert_eq!(seen(wu).await, []);
    }
}

#[tokio::test]
async fn other_peoples_notices_do_not_exist() {
    let test = wangge_store::testdb::sqlite(&crate::migrations(), &testkit::clock()).expect("database");
    let realm = testkit::realm(test.db(), Settings::default());
    let router = testkit::router(&realm);
    let he = testkit::person(&realm, "he", "500107003003").await;
    testkit::post(&realm, &he, "500107003003001", "WG-01", Role::GridWorker).await;
    let red = tell(&realm, Colour::Red, None).await;
    let he = Browser::log_in(&router, "he").await;
    assert_eq!(he.get(&router, "/api/v1/notices").await.2["items"], json!([]));
    assert_eq!(
        he.json(&router, Method::POST, &format!("/api/v1/notices/{red}/take"), &json!({})).await.0,
        404
    );
    // Work taken through another door stops the ringing.
    let settled =
        realm.app.db().write(|tx| super::verbs::settle(tx, &"500107".parse()?, "500107.case", "x")).await;
    assert_eq!(settled.expect("settle"), 1);
}
