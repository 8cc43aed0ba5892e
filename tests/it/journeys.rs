//! The loop as people live it, on both engines, through HTTP.

use serde_json::json;

use crate::city::{self, Hand, key, timeline, told};

const TOWN: &str = "500107003";
const VILLAGE: &str = "500107003003";
const GRID: &str = "500107003003001";
const FIRE: &str = "500107-Q-XF";

async fn filed(city: &city::City, matter: &str) -> (String, Hand) {
    let worker = city.hand(GRID, "WG-01").await;
    let desk = city.hand(TOWN, "ZH-04").await;
    let receipt = worker.report(json!({ "text": "小区垃圾堆放", "grid": GRID })).await;
    let at = receipt["ref"].as_str().expect("ref").to_owned();
    assert_eq!(receipt["state"], "verified", "who saw it with their own eyes has verified it");
    let allowed = desk.sheet(&at).await["allowed"].to_string();
    assert!(
        allowed.contains("\"file\"") && allowed.contains("\"merge\""),
        "what can be chosen is offered: {allowed}"
    );
    desk.does(&at, json!({ "action": "file", "matter": matter })).await;
    (at, desk)
}

#[tokio::test]
async fn a_citizens_report_runs_the_whole_loop() {
    for city in city::each().await {
        let (citizen, worker) = (city.citizen(), city.hand(GRID, "WG-01").await);
        let (desk, secretary, fire) = (
            city.hand(TOWN, "ZH-04").await,
            city.hand(VILLAGE, "SQ-01").await,
            city.hand(FIRE, "BM-01").await,
        );
        let receipt = citizen
            .report(json!({ "text": "楼上油烟扰民,晚上不敢开窗", "point": { "lon": 106.505, "lat": 29.505 }, "place": "3号楼", "name": "曾先生", "phone": "13800005678" }))
            .await;
        let at = receipt["ref"].as_str().expect("ref").to_owned();
        let token = receipt["follow"].as_str().expect("a token to follow it by").to_owned();
        assert_eq!(receipt["state"], "reported");
        let sheet = worker.sheet(&at).await;
        assert_eq!(sheet["grid"], GRID, "the point lies in this grid");
        assert!(
            !sheet.to_string().contains("13800005678") && !sheet.to_string().contains("曾先生"),
            "the reporter stays unknown"
        );

        worker.does(&at, json!({ "action": "verify", "found": true, "note": "确有油烟" })).await;
        desk.does(&at, json!({ "action": "file", "matter": "M-MS-06" })).await;
        desk.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
        let handler = city.hand("500107-Q-CG", "BM-01").await;
        handler.does(&at, json!({ "action": "accept" })).await;
        city.pass(5).await;
        desk.does(&at, json!({ "action": "whistle", "units": [FIRE], "note": "一起看看排烟道" })).await;
        city.pass(12).await;
        fire.does(&at, json!({ "action": "arrive", "point": { "lon": 106.5051, "lat": 29.5051 } })).await;
        let call = handler.sheet(&at).await["calls"][0].clone();
        assert_eq!(
            (call["state"].as_str(), call["minutes"].as_i64()),
            (Some("arrived"), Some(12)),
            "the roll-call counts"
        );
        let (_, why) =
            handler.cannot(&at, json!({ "action": "finish", "note": "已加装净化器", "files": [] })).await;
        assert!(why.contains("Called units are not done"), "{why}");
        fire.does(&at, json!({ "action": "contribute", "note": "烟道已疏通" })).await;
        handler.does(&at, json!({ "action": "finish", "note": "已加装净化器", "files": [] })).await;
        let (status, _) = handler.cannot(&at, json!({ "action": "check", "passed": true })).await;
        assert_eq!(status, 403, "the checker is never the handler, who still sees the case");
        secretary.does(&at, json!({ "action": "check", "passed": true, "note": "闻不到了" })).await;
        desk.does(&at, json!({ "action": "close", "note": "已整改" })).await;

        let seen =
            citizen.client.get(&format!("/api/v1/follow/{token}")).await.expect("the citizen follows it");
        assert_eq!(seen["state"], "closed");
        let words: Vec<&str> =
            seen["steps"].as_array().expect("steps").iter().filter_map(|s| s["en"].as_str()).collect();
        assert!(words.contains(&"Departments were called to the place"), "{words:?}");
        assert!(!seen.to_string().contains(&handler.called), "the citizen reads no names of colleagues");
        citizen
            .client
            .post(
                &format!("/api/v1/follow/{token}/actions"),
                Some(&key()),
                &json!({ "action": "rate", "satisfied": true }),
            )
            .await
            .expect("the citizen says it is solved");
        assert_eq!(
            timeline(&desk.sheet(&at).await),
            format!(
                "1 报告人 report → reported\n2 {w} verify → verified\n3 {d} file → filed\n4 {d} dispatch → dispatched\n5 {h} accept → in_progress\n6 {d} whistle → in_progress\n7 {f} arrive → in_progress\n8 {f} contribute → in_progress\n9 {h} finish → checking\n10 {s} check → checked\n11 {d} close → closed\n12 报告人 rate → closed",
                w = worker.called,
                d = desk.called,
                h = handler.called,
                f = fire.called,
                s = secretary.called
            )
        );
        let found =
            wangge_server::verify::verify(city.house().db(), vec!["500107".parse().expect("district")])
                .await
                .expect("verify");
        assert!(found.words().contains("all intact"), "{}", found.words());
        city.end().await;
    }
}

#[tokio::test]
async fn the_same_key_gets_the_same_case() {
    for city in city::each().await {
        let citizen = city.citizen();
        let (one, body) = (key(), json!({ "text": "路灯不亮", "grid": GRID }));
        let first = citizen.client.post("/api/v1/cases", Some(&one), &body).await.expect("taken");
        let again = citizen.client.post("/api/v1/cases", Some(&one), &body).await.expect("taken again");
        assert_eq!(first, again, "a client that retries gets its one case, and the same token");
        let other = json!({ "text": "路灯又不亮", "grid": GRID });
        let (status, _) =
            told(citizen.client.post("/api/v1/cases", Some(&one), &other).await.expect_err("another body"));
        assert_eq!(status, 409);
        let desk = city.hand(TOWN, "ZH-04").await;
        let page = desk.client.get("/api/v1/cases").await.expect("list");
        assert_eq!(page["items"].as_array().map(Vec::len), Some(1));
        city.end().await;
    }
}

#[tokio::test]
async fn somebody_was_faster() {
    for city in city::each().await {
        let (at, desk) = filed(&city, "M-MS-06").await;
        let lead = city.hand(TOWN, "ZH-03").await;
        let seen = desk.sheet(&at).await["version"].clone();
        lead.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
        let body = json!({ "action": "dispatch", "to": { "unit": TOWN, "post": "MS-04" }, "version": seen });
        let no = desk
            .client
            .post(&format!("/api/v1/cases/{at}/actions"), Some(&key()), &body)
            .await
            .expect_err("stale");
        let (status, why) = told(no);
        assert_eq!(status, 409);
        assert!(why.contains("Somebody was faster"), "{why}");
        city.end().await;
    }
}

#[tokio::test]
async fn after_two_returns_the_centre_assigns_bindingly() {
    for city in city::each().await {
        let (at, desk) = filed(&city, "M-MS-06").await;
        let office = city.hand("500107-Q-CG", "BM-01").await;
        for _ in 0..2 {
            desk.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
            office.does(&at, json!({ "action": "return", "reason": "不在职责内" })).await;
        }
        let (status, _) = office.cannot(&at, json!({ "action": "accept" })).await;
        assert_eq!(status, 404, "who handed it back no longer sees it");
        desk.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-ZJ" } })).await;
        let housing = city.hand("500107-Q-ZJ", "BM-01").await;
        let (_, why) = housing.cannot(&at, json!({ "action": "return", "reason": "也不归我们" })).await;
        assert!(why.contains("binds"), "{why}");
        housing.does(&at, json!({ "action": "ask", "kind": "dispute", "reason": "油烟归城管管" })).await;
        let area = city.hand("500107", "QX-01").await;
        area.does(&at, json!({ "action": "rule", "request": 1, "to": { "unit": "500107-Q-CG" }, "reason": "餐饮油烟由城管牵头" })).await;
        let rulings = area.client.get("/api/v1/precedents?matter=M-MS-06").await.expect("rulings");
        assert_eq!(rulings["items"][0]["question"], "油烟归城管管", "the ruling is a precedent");
        office.does(&at, json!({ "action": "accept" })).await;
        city.end().await;
    }
}

#[tokio::test]
async fn what_nobody_touches_climbs() {
    for city in city::each().await {
        let (at, desk) = filed(&city, "M-MS-06").await;
        let steps = city.pass(8 * 24 * 60).await;
        assert!(steps >= 1, "the clock had something to say");
        for _ in 0..6 {
            city.pass(4 * 24 * 60).await;
        }
        let sheet = desk.sheet(&at).await;
        assert_eq!(sheet["climbed"], "city", "one case, one number, one clock per level");
        assert_eq!(sheet["level"], "town", "it is still the town's to handle");
        let area = city.hand("500107", "QX-01").await;
        let page = area.client.get("/api/v1/cases?queue=climbed").await.expect("list");
        assert_eq!(page["items"][0]["ref"], json!(at), "the district sees what climbed to it");
        let notices = area.client.get("/api/v1/notices").await.expect("notices");
        assert!(notices.to_string().contains("已升级到本级"), "{notices}");
        city.end().await;
    }
}

#[tokio::test]
async fn solved_on_the_spot_is_one_send() {
    for city in city::each().await {
        let worker = city.hand(GRID, "WG-01").await;
        let receipt = worker
            .report(json!({ "text": "桶外垃圾", "grid": GRID, "matter": "M-MS-07", "solved": "已清走" }))
            .await;
        assert_eq!(receipt["state"], "closed");
        let town = json!({ "text": "油烟", "grid": GRID, "matter": "M-MS-06", "solved": "劝过了" });
        let (status, why) =
            told(worker.client.post("/api/v1/cases", Some(&key()), &town).await.expect_err("not level 5"));
        assert_eq!(status, 409);
        assert!(why.contains("not of grid level"), "{why}");
        city.end().await;
    }
}

#[tokio::test]
async fn not_solved_opens_it_again_but_not_for_ever() {
    for city in city::each().await {
        let (citizen, worker) = (city.citizen(), city.hand(GRID, "WG-01").await);
        let receipt = citizen.report(json!({ "text": "垃圾没人收", "grid": GRID })).await;
        let (at, token) = (
            receipt["ref"].as_str().expect("ref").to_owned(),
            receipt["follow"].as_str().expect("token").to_owned(),
        );
        worker.does(&at, json!({ "action": "resolve", "matter": "M-MS-07", "note": "已清走" })).await;
        let secretary = city.hand(VILLAGE, "SQ-01").await;
        let desk = city.hand(TOWN, "ZH-04").await;
        for round in 0..3 {
            let rate = json!({ "action": "rate", "satisfied": false, "note": "第二天又是老样子" });
            citizen
                .client
                .post(&format!("/api/v1/follow/{token}/actions"), Some(&key()), &rate)
                .await
                .expect("says so");
            let state =
                citizen.client.get(&format!("/api/v1/follow/{token}")).await.expect("follows")["state"]
                    .clone();
            if round == 2 {
                assert_eq!(state, "closed", "the third time the next level is told instead");
                break;
            }
            assert_eq!(state, "filed");
            secretary.does(&at, json!({ "action": "dispatch", "to": { "unit": GRID } })).await;
            worker.does(&at, json!({ "action": "accept" })).await;
            worker.does(&at, json!({ "action": "finish", "note": "又清了一次", "files": [] })).await;
            desk.does(&at, json!({ "action": "check", "passed": true })).await;
            secretary.does(&at, json!({ "action": "close", "note": "已处理" })).await;
        }
        city.end().await;
    }
}

#[tokio::test]
async fn merged_reports_keep_their_reporters_and_can_be_taken_apart() {
    for city in city::each().await {
        let (citizen, desk) = (city.citizen(), city.hand(TOWN, "ZH-04").await);
        let lead = citizen.report(json!({ "text": "消防通道被堵", "grid": GRID })).await;
        let twin = citizen.report(json!({ "text": "北门通道停满车", "grid": GRID })).await;
        let (lead, at) =
            (lead["ref"].as_str().expect("ref").to_owned(), twin["ref"].as_str().expect("ref").to_owned());
        let token = twin["follow"].as_str().expect("token").to_owned();
        desk.does(&at, json!({ "action": "merge", "into": lead })).await;
        assert_eq!(desk.sheet(&lead).await["merged"].as_array().map(Vec::len), Some(1));
        let seen = citizen.client.get(&format!("/api/v1/follow/{token}")).await.expect("follows");
        assert_eq!((seen["merged"].as_bool(), seen["state"].as_str()), (Some(true), Some("reported")));
        desk.does(&at, json!({ "action": "unmerge", "reason": "是两处" })).await;
        assert_eq!(desk.sheet(&at).await["state"], "reported");
        city.end().await;
    }
}

#[tokio::test]
async fn time_stands_still_while_suspended() {
    for city in city::each().await {
        let (at, desk) = filed(&city, "M-MS-06").await;
        desk.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
        let office = city.hand("500107-Q-CG", "BM-01").await;
        office.does(&at, json!({ "action": "accept" })).await;
        let until = city.clock.now().plus_minutes(10 * 24 * 60);
        office
            .does(
                &at,
                json!({ "action": "ask", "kind": "suspension", "reason": "等设备到货", "until": until }),
            )
            .await;
        let (status, _) =
            office.cannot(&at, json!({ "action": "decide", "request": 1, "grant": true })).await;
        assert_eq!(status, 403, "whoever asked does not decide");
        desk.does(&at, json!({ "action": "decide", "request": 1, "grant": true })).await;
        assert_eq!(desk.sheet(&at).await["state"], "suspended");
        city.pass(9 * 24 * 60).await;
        assert_eq!(desk.sheet(&at).await["state"], "suspended", "nothing is overdue meanwhile");
        city.pass(26 * 60).await;
        let sheet = desk.sheet(&at).await;
        assert_eq!(sheet["state"], "in_progress", "it resumes by itself");
        assert_eq!(sheet["overdue"], false, "what was left then is left now");
        city.end().await;
    }
}

#[tokio::test]
async fn no_effective_entry_no_dispatch() {
    for city in city::each().await {
        let worker = city.hand(GRID, "WG-01").await;
        let desk = city.hand(TOWN, "ZH-04").await;
        let receipt = worker.report(json!({ "text": "请村里报一张表", "grid": GRID })).await;
        let at = receipt["ref"].as_str().expect("ref").to_owned();
        let (_, why) = desk.cannot(&at, json!({ "action": "file", "matter": "M-XX-99" })).await;
        assert!(!why.is_empty());
        let (status, why) =
            desk.cannot(&at, json!({ "action": "dispatch", "to": { "unit": VILLAGE } })).await;
        assert_eq!(status, 409, "{why}");
        desk.does(&at, json!({ "action": "file", "matter": "M-MS-06" })).await;
        let (_, why) =
            desk.cannot(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-ZZB" } })).await;
        assert!(why.contains("matter list does not give this"), "{why}");
        let (_, why) =
            desk.cannot(&at, json!({ "action": "dispatch", "to": { "unit": "500105-Q-CG" } })).await;
        assert!(why.contains("500105-Q-CG"), "another district's office: {why}");
        city.end().await;
    }
}

#[tokio::test]
async fn a_reveal_is_asked_for_and_remembered() {
    for city in city::each().await {
        let (citizen, desk) = (city.citizen(), city.hand(TOWN, "ZH-04").await);
        let receipt = citizen
            .report(json!({ "text": "噪声扰民", "grid": GRID, "name": "田女士", "phone": "13900001111" }))
            .await;
        let at = receipt["ref"].as_str().expect("ref");
        let path = format!("/api/v1/cases/{at}/reveal");
        let (status, _) =
            told(desk.client.post(&path, None, &json!({ "reason": "" })).await.expect_err("no reason"));
        assert_eq!(status, 422);
        let seen =
            desk.client.post(&path, None, &json!({ "reason": "回访核实情况" })).await.expect("reveals");
        assert_eq!((seen["name"].as_str(), seen["phone"].as_str()), (Some("田女士"), Some("13900001111")));
        let worker = city.hand(GRID, "WG-01").await;
        let (status, _) = told(
            worker.client.post(&path, None, &json!({ "reason": "想认识一下" })).await.expect_err("no right"),
        );
        assert_eq!(status, 403);
        city.end().await;
    }
}

#[tokio::test]
async fn parts_hold_the_whole_open() {
    for city in city::each().await {
        let (at, desk) = filed(&city, "M-MS-06").await;
        desk.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
        let office = city.hand("500107-Q-CG", "BM-01").await;
        office.does(&at, json!({ "action": "accept" })).await;
        office.does(&at, json!({ "action": "split", "matter": "M-MS-07", "text": "清运油污垃圾" })).await;
        let (_, why) = office.cannot(&at, json!({ "action": "finish", "note": "好了", "files": [] })).await;
        assert!(why.contains("parts"), "{why}");
        let part = desk.sheet(&at).await["parts"][0]["ref"].as_str().expect("a part").to_owned();
        let worker = city.hand(GRID, "WG-01").await;
        worker.does(&part, json!({ "action": "resolve", "note": "已清运" })).await;
        office.does(&at, json!({ "action": "finish", "note": "好了", "files": [] })).await;
        city.end().await;
    }
}

#[tokio::test]
async fn bad_input_is_named_and_nothing_is_half_done() {
    let city = city::City::on(wangge_store::Engine::Sqlite).await;
    let citizen = city.citizen();
    let refused = async |body: serde_json::Value| {
        told(citizen.client.post("/api/v1/cases", Some(&key()), &body).await.expect_err("is refused"))
    };
    for (body, field) in [
        (json!({ "text": "a", "grid": GRID }), "text"),
        (json!({ "text": "x".repeat(2_001), "grid": GRID }), "text"),
        (json!({ "text": "没有地点" }), "point"),
        (json!({ "text": "在海上", "point": { "lon": 120.0, "lat": 20.0 } }), "point"),
        (json!({ "text": "不是坐标", "point": { "lon": 1000.0, "lat": 20.0 } }), "place"),
        (json!({ "text": "没有这个网格", "grid": "999999999999999" }), "grid"),
        (json!({ "text": "电话不对", "grid": GRID, "phone": "<script>" }), "phone"),
        (json!({ "text": "渠道不对", "grid": GRID, "channel": "device" }), "channel"),
        (json!({ "text": "多余的字段", "grid": GRID, "colour": "red" }), "colour"),
    ] {
        let (status, why) = refused(body.clone()).await;
        assert_eq!(status, 422, "{body}: {why}");
        assert!(why.contains(field), "{body} should name {field}: {why}");
    }
    let (status, _) = told(
        citizen
            .client
            .post("/api/v1/cases", None, &json!({ "text": "没有键", "grid": GRID }))
            .await
            .expect_err("no key"),
    );
    assert_eq!(status, 422);
    let (status, _) = told(citizen.client.get("/api/v1/cases").await.expect_err("nobody is logged in"));
    assert_eq!(status, 401);
    let desk = city.hand(TOWN, "ZH-04").await;
    let page = desk.client.get("/api/v1/cases").await.expect("list");
    assert_eq!(page["items"].as_array().map(Vec::len), Some(0), "nothing half done");
    for wrong in [
        "queue=all",
        "state=done",
        "unit=nowhere",
        "bbox=1,2,3",
        "limit=1000",
        "after=zzz",
        "due_before=tomorrow",
        "colour=red",
    ] {
        let (status, _) =
            told(desk.client.get(&format!("/api/v1/cases?{wrong}")).await.expect_err("is refused"));
        assert_eq!(status, 422, "{wrong}");
    }
    city.end().await;
}

#[tokio::test]
async fn lists_page_without_loss_or_repetition() {
    for city in city::each().await {
        let worker = city.hand(GRID, "WG-01").await;
        let mut all = Vec::new();
        for n in 0..23 {
            let receipt = worker.report(json!({ "text": format!("第{n}件"), "grid": GRID })).await;
            all.push(receipt["ref"].as_str().expect("ref").to_owned());
        }
        let desk = city.hand(TOWN, "ZH-04").await;
        for sort in ["due", "newest"] {
            let mut seen = Vec::new();
            let mut next = String::new();
            loop {
                let page = desk
                    .client
                    .get(&format!("/api/v1/cases?unit={TOWN}&open=true&sort={sort}&limit=7{next}"))
                    .await
                    .expect("page");
                seen.extend(
                    page["items"]
                        .as_array()
                        .expect("items")
                        .iter()
                        .map(|r| r["ref"].as_str().expect("ref").to_owned()),
                );
                let Some(after) = page["next"].as_str() else { break };
                next = format!("&after={after}");
            }
            let mut sorted = seen.clone();
            sorted.sort_unstable();
            let mut expected = all.clone();
            expected.sort_unstable();
            assert_eq!(sorted, expected, "{sort}");
        }
        let other = city.hand("500105003", "ZH-04").await;
        let page = other.client.get("/api/v1/cases").await.expect("list");
        assert_eq!(page["items"].as_array().map(Vec::len), Some(0), "another town sees none of them");
        city.end().await;
    }
}
