//! Covers: who may, what the deputy gets, and that it ends.

use axum::http::Method;
use serde_json::{Value, json};
use wangge_base::{Role, Seat};
use wangge_web::Settings;

use crate::testkit::{self, Browser};

#[test]
fn days_are_days_of_the_city() {
    let now: wangge_base::Instant = serde_json::from_str("\"2026-05-11T02:00:00Z\"").expect("instant");
    let period = |from: &str, to: &str| super::flow::period(from, to, "Asia/Shanghai", now);
    let text = |at: wangge_base::Instant| serde_json::to_string(&at).expect("json");
    let (starts, ends) = period("2026-05-12", "2026-05-12").expect("a day");
    assert_eq!(
        (text(starts).as_str(), text(ends).as_str()),
        ("\"2026-05-11T16:00:00Z\"", "\"2026-05-12T16:00:00Z\"")
    );
    assert_eq!(period("2026-05-11", "2026-05-11").expect("today").0, now, "today begins now");
    for (from, to, field) in [
        ("2026-05-13", "2026-05-12", "to"),
        ("2026-05-10", "2026-05-10", "to"),
        ("2026-05-11", "2026-12-31", "to"),
        ("2028-05-11", "2028-05-12", "from"),
        ("tomorrow", "2026-05-12", "from"),
        ("2026-05-12", "9999-12-31", "to"),
    ] {
        assert_eq!(period(from, to).expect_err("wrong").fields[0].field, field, "{from} {to}");
    }
}

/// The desk of a town: 值班长 away, 调度岗 asked.
async fn asked(router: &axum::Router, feng: &Browser, held: &str, deputy: &str, to: &str) -> (u16, Value) {
    let body = json!({ "holding": held, "deputy": deputy, "from": "2026-05-11", "to": to });
    let (status, _, told) = feng.json(router, Method::POST, "/api/v1/covers", &body).await;
    (status, told)
}

#[tokio::test]
async fn a_colleague_agrees_and_holds_the_post_until_it_ends() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), Settings::default());
        // The other engine begins on the same day.
        realm.app.clock().set(testkit::clock().now());
        let router = testkit::router(&realm);
        let feng = testkit::person(&realm, "feng", "500107003").await;
        let held = testkit::post(&realm, &feng, "500107003", "ZH-03", Role::DutyOfficer).await.to_string();
        let zhou = testkit::person(&realm, "zhou", "500107003").await;
        let own = testkit::post(&realm, &zhou, "500107003", "ZH-04", Role::DutyOfficer).await.to_string();
        let far = testkit::person(&realm, "far", "500107008").await;
        testkit::post(&realm, &far, "500107008", "ZH-04", Role::DutyOfficer).await;
        let security = testkit::person(&realm, "security", "500107").await;
        testkit::post(&realm, &security, "500107", "AQ-01", Role::SecurityAdmin).await;
        let (away, deputy) = (Browser::log_in(&router, "feng").await, Browser::log_in(&router, "zhou").await);
        let (other, hand) =
            (Browser::log_in(&router, "far").await, Browser::log_in(&router, "security").await);
        let (zhou_at, far_at, hand_at) = (zhou.to_string(), far.to_string(), security.to_string());

        let (_, _, found) = away.get(&router, &format!("/api/v1/me/deputies?holding={held}")).await;
        let names: Vec<&str> =
            found.as_array().expect("list").iter().filter_map(|c| c["called"].as_str()).collect();
        assert_eq!(names, ["zhou"], "of the town or the district, and no hand of administration");
        for who in [&far_at, &hand_at, &feng.to_string()] {
            let (given, told) = asked(&router, &away, &held, who, "2026-05-12").await;
            assert!(matches!(given, 409 | 422), "{who}: {given} {told}");
        }
        let (given, told) = asked(&router, &other, &held, &zhou_at, "2026-05-12").await;
        assert_eq!(given, 404, "nobody else's post: {told}");
        let (status, cover) = asked(&router, &away, &held, &zhou_at, "2026-05-12").await;
        assert_eq!((status, cover["state"].as_str()), (201, Some("asked")), "{cover}");
        let at = cover["ref"].as_str().expect("ref").to_owned();
        let (status, told) = asked(&router, &away, &held, &zhou_at, "2026-05-13").await;
        assert_eq!((status, told["code"].as_str()), (409, Some("cover.arranged")), "{told}");
        let posts = async |who: &Browser| {
            let me = who.get(&router, "/api/v1/me").await.2;
            let held = me["holdings"].as_array().expect("posts").iter();
            let mut held: Vec<String> = held.map(|h| format!("{}/{}", h["post"], h["capacity"])).collect();
            held.sort();
            held
        };
        assert_eq!(posts(&deputy).await.len(), 1, "asked is not agreed");
        let path = format!("/api/v1/covers/{at}/answer");
        let yes = json!({ "accept": true });
        for who in [&away, &other, &hand] {
            assert_eq!(
                who.json(&router, Method::POST, &path, &yes).await.0,
                404,
                "only who was asked answers"
            );
        }
        let roster = json!({"unit": "500107003", "post": "ZH-03", "from": "2026-05-11T00:00:00Z", "to": "2026-05-14T00:00:00Z",
            "shifts": [{"post": "ZH-03", "account": feng, "starts": "2026-05-11T00:00:00Z", "ends": "2026-05-13T20:00:00Z"}]});
        assert_eq!(away.json(&router, Method::PUT, "/api/v1/roster", &roster).await.0, 204);
        let (status, _, told) = deputy.json(&router, Method::POST, &path, &yes).await;
        assert_eq!(
            (status, told["state"].as_str(), told["now"].as_bool()),
            (200, Some("accepted"), Some(true)),
            "{told}"
        );
        assert_eq!(deputy.json(&router, Method::POST, &path, &yes).await.0, 200, "once more is once");
        assert_eq!(deputy.json(&router, Method::POST, &path, &json!({ "accept": false })).await.0, 409);
        assert_eq!(posts(&deputy).await, ["\"ZH-03\"/\"deputy\"", "\"ZH-04\"/\"holder\""]);
        let on_duty = async || {
            let seat = Seat { unit: testkit::code("500107003"), post: Some("ZH-03".parse().expect("post")) };
            let now = realm.app.clock().now();
            realm
                .app
                .db()
                .read(move |r| crate::account::on_duty(r, &"500107".parse()?, &seat, now))
                .await
                .expect("duty")
        };
        assert_eq!(on_duty().await, std::slice::from_ref(&zhou), "what rings follows the deputy");
        let (_, _, me) = deputy.get(&router, "/api/v1/me").await;
        let held = me["holdings"].as_array().expect("posts").iter().find(|h| h["capacity"] == "deputy");
        let covering = held.expect("the deputy's")["id"].as_str().expect("id").to_owned();
        let (status, told) = asked(&router, &deputy, &covering, &feng.to_string(), "2026-05-12").await;
        assert_eq!((status, told["code"].as_str()), (409, Some("cover.of_a_cover")), "{told}");
        // It ends by itself, whatever anybody does.
        realm.app.clock().advance_minutes(3 * 24 * 60 - 12 * 60);
        let deputy = Browser::log_in(&router, "zhou").await;
        assert_eq!(posts(&deputy).await, ["\"ZH-04\"/\"holder\""]);
        assert_eq!(on_duty().await, std::slice::from_ref(&feng));
        let (_, _, mine) = deputy.get(&router, "/api/v1/me/covers").await;
        assert_eq!(mine[0]["state"], "ended", "{mine}");
        assert!(own.contains('.'));
        let audited =
            realm.app.db().read(|r| crate::audit::verify(r, &"500107".parse()?)).await.expect("audit");
        audited.expect("whole");
    }
}

#[tokio::test]
async fn posts_that_exclude_each_other_are_not_joined_and_either_ends_it() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), Settings::default());
        let router = testkit::router(&realm);
        let zhou = testkit::person(&realm, "zhou", "500107003").await;
        let held = testkit::post(&realm, &zhou, "500107003", "ZH-04", Role::DutyOfficer).await.to_string();
        let wu = testkit::person(&realm, "wu", "500107003").await;
        testkit::post(&realm, &wu, "500107003", "ZH-06", Role::DutyOfficer).await;
        let feng = testkit::person(&realm, "feng", "500107003").await;
        testkit::post(&realm, &feng, "500107003", "ZH-03", Role::DutyOfficer).await;
        let clerk = testkit::person(&realm, "clerk", "500107003").await;
        testkit::post(&realm, &clerk, "500107003", "MS-04", Role::TownPost).await;
        let (away, deputy) = (Browser::log_in(&router, "zhou").await, Browser::log_in(&router, "feng").await);
        let (keeper, nobody) =
            (Browser::log_in(&router, "wu").await, Browser::log_in(&router, "clerk").await);
        let (status, told) = asked(&router, &away, &held, &wu.to_string(), "2026-05-20").await;
        assert_eq!(
            (status, told["code"].as_str()),
            (409, Some("cover.hands_apart")),
            "who checks does not dispatch: {told}"
        );
        for who in [&away, &deputy, &keeper] {
            let (status, cover) = asked(&router, &away, &held, &feng.to_string(), "2026-05-20").await;
            assert_eq!(status, 201, "{cover}");
            let path = format!("/api/v1/covers/{}", cover["ref"].as_str().expect("ref"));
            let yes = json!({ "accept": true });
            assert_eq!(deputy.json(&router, Method::POST, &format!("{path}/answer"), &yes).await.0, 200);
            assert_eq!(
                deputy.get(&router, "/api/v1/me").await.2["holdings"].as_array().map(Vec::len),
                Some(2)
            );
            let (_, _, all) = keeper.get(&router, "/api/v1/covers?unit=500107003").await;
            assert_eq!(all[0]["deputy_called"], "feng", "{all}");
            assert_eq!(nobody.get(&router, "/api/v1/covers?unit=500107003").await.0, 403);
            assert_eq!(nobody.delete(&router, &path).await.0, 404, "nobody else's business");
            assert_eq!(who.delete(&router, &path).await.0, 200);
            assert_eq!(who.delete(&router, &path).await.0, 200, "ended is ended");
            assert_eq!(
                deputy.get(&router, "/api/v1/me").await.2["holdings"].as_array().map(Vec::len),
                Some(1)
            );
            assert_eq!(keeper.get(&router, "/api/v1/covers?unit=500107003").await.2, json!([]));
        }
        let (_, cover) = asked(&router, &away, &held, &feng.to_string(), "2026-05-20").await;
        let path = format!("/api/v1/covers/{}/answer", cover["ref"].as_str().expect("ref"));
        let (status, _, told) = deputy.json(&router, Method::POST, &path, &json!({ "accept": false })).await;
        assert_eq!((status, told["state"].as_str()), (200, Some("declined")), "no reason is asked");
        let (status, _) = asked(&router, &away, &held, &feng.to_string(), "2026-05-20").await;
        assert_eq!(status, 201, "somebody can be asked again");
    }
}
