//! The matter lists as people live them, on both engines, through HTTP: admission through all hands, a draft that goes
//! round three times, and what a worker reports that is on no list.

use serde_json::{Value, json};
use wangge_server::{chores, verify};
use wangge_work::{admission, burden, matter, matter::Entry, offlist};

use crate::city::{self, City, Hand, key, told};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
const AREA: &str = "500107";

impl Hand {
    async fn asks(&self, path: &str, body: Value) -> Result<Value, (u16, String)> {
        self.client.post(path, Some(&key()), &body).await.map_err(told)
    }

    async fn gets(&self, path: &str) -> Value {
        self.client.get(path).await.unwrap_or_else(|why| panic!("{} {path}: {why}", self.called))
    }

    /// Acts on a proposal, a draft or a report with the version that stands now.
    async fn moves(&self, path: &str, mut body: Value) -> Result<Value, (u16, String)> {
        let sheet = self.client.get(path).await.map_err(told)?;
        body["version"] = sheet["version"].clone();
        self.asks(&format!("{path}/actions"), body).await
    }

    async fn must(&self, path: &str, body: Value) -> Value {
        let what = body.to_string();
        self.moves(path, body).await.unwrap_or_else(|no| panic!("{} {what}: {no:?}", self.called))
    }

    async fn must_not(&self, path: &str, body: Value) -> (u16, String) {
        let what = body.to_string();
        self.moves(path, body).await.err().unwrap_or_else(|| panic!("{} was allowed to {what}", self.called))
    }
}

async fn entry(hand: &Hand, code: &str) -> Value {
    let mut entry = hand.gets(&format!("/api/v1/matters/{code}")).await;
    for field in ["version", "effective_from", "effective_to"] {
        entry.as_object_mut().expect("an object").remove(field);
    }
    entry
}

/// A duty of the grid on every workday.
fn duty(like: &Value, code: &str, name: &str, minutes: u32) -> Value {
    let mut it = like.clone();
    (it["code"], it["name_zh"], it["name_en"]) = (code.into(), name.into(), format!("Duty {code}").into());
    (it["tier"], it["kind"], it["level"]) = ("grid".into(), "duty".into(), "grid".into());
    (it["minutes"], it["basis"]) = (minutes.into(), "示例文件†".into());
    it["duty"] =
        json!({ "object": "grid", "recurrence": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "on_day_off": "skip" });
    it.as_object_mut().expect("an object").remove("questions");
    it
}

/// Puts an entry in force, as the set-up of a city does, and sums objects and people as every night does.
async fn stands(city: &City, it: Value) {
    let entry: Entry = serde_json::from_value(it).expect("an entry");
    let (work, db) = (&city.house().work, city.house().db());
    let calendar = work.world().calendars.get(None).clone();
    db.write(move |tx| matter::publish(tx, std::slice::from_ref(&entry), tx.now(), &calendar))
        .await
        .expect("published");
    work.refresh().await.expect("loads");
    for district in ["500107", "500105"] {
        let district = district.parse().expect("district");
        burden::jobs::sum(db, &work.world(), &district).await.expect("summed");
    }
}

async fn carried(city: &City) {
    let feed = chores::told(city.house().work.clone(), "test");
    while feed.round(city.house().db()).await.expect("carries").more {}
}

async fn intact(city: &City) {
    let db = city.house().db();
    let found = verify::verify(db, verify::districts(db).await.expect("districts")).await.expect("verified");
    assert!(found.broken.is_empty(), "{:?}", found.broken);
}

#[tokio::test]
async fn admission_runs_through_all_hands() {
    for city in city::each().await {
        let (xf, cg, ga) = (
            city.hand("500107-Q-XF", "BM-01").await,
            city.hand("500107-Q-CG", "BM-01").await,
            city.hand("500107-Q-GA", "BM-01").await,
        );
        let (office, leader, upper) =
            (city.hand(AREA, "QX-02").await, city.hand(AREA, "QX-03").await, city.hand("50", "SZ-02").await);
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
        let like = entry(&xf, "M-MS-07").await;
        stands(&city, duty(&like, "M-PF-91", "通道日查", 170)).await;
        // A case that runs already.
        let old = worker.report(json!({ "text": "垃圾成堆", "grid": GRID })).await;
        let old = old["ref"].as_str().expect("ref").to_owned();
        desk.does(&old, json!({ "action": "file", "matter": "M-MS-07" })).await;

        let mut changed = like.clone();
        (changed["closing_zh"], changed["basis"]) = ("清除干净并消毒".into(), "示例文件†".into());
        let items = json!([
            { "sort": "admit", "code": "M-PF-90", "entry": duty(&like, "M-PF-90", "充电棚日巡", 110) },
            { "sort": "change", "code": "M-MS-07", "entry": changed },
        ]);
        let content = |items: &Value| json!({ "title": "充电棚巡查", "reason": "近期多发", "basis": "某通知†", "items": items });
        let new = |door: &str| json!({ "door": door, "content": content(&items) });
        let (status, _) =
            worker.asks("/api/v1/admissions", new("charge")).await.expect_err("not for a grid worker");
        assert_eq!(status, 403);
        let (status, why) = xf.asks("/api/v1/admissions", new("adjust")).await.expect_err("the wrong door");
        assert!(status == 422 && why.contains("choose charge"), "{why}");
        let made = xf.asks("/api/v1/admissions", new("charge")).await.expect("proposed");
        let at = format!("/api/v1/admissions/{}", made["ref"].as_str().expect("ref"));
        assert_eq!(worker.client.get(&at).await.map_err(told).expect_err("a draft").0, 404);
        xf.must(&at, json!({ "action": "submit" })).await;

        // The burden: too much for whoever does it.
        let weigh = json!({ "action": "weigh", "reviewers": ["500107-Q-CG", "500107-Q-GA"] });
        let price = office.gets(&format!("{at}/burden")).await;
        assert_eq!(price["lists"][0]["over"], true, "{price}");
        let (status, why) = office.must_not(&at, weigh.clone()).await;
        assert!(status == 409 && why.contains("over its ceiling") && why.contains("M-PF-91"), "{why}");
        office.must(&at, json!({ "action": "send_back", "reason": "请同时退出通道日查" })).await;
        let mut swapped = items.as_array().expect("items").clone();
        swapped.push(json!({ "sort": "retire", "code": "M-PF-91" }));
        xf.must(&at, json!({ "action": "amend", "content": content(&swapped.into()) })).await;
        xf.must(&at, json!({ "action": "submit" })).await;

        // Those concerned object; the applicant does not decide.
        let seen = worker.gets(&at).await;
        assert_eq!(seen["allowed"], json!(["object"]), "what a grid worker may do with it");
        worker.must(&at, json!({ "action": "object", "text": "每日一巡次数过多" })).await;
        assert_eq!(xf.must_not(&at, weigh.clone()).await.0, 403);
        office.must(&at, weigh).await;
        assert_eq!(
            worker.must_not(&at, json!({ "action": "review", "consent": true, "opinion": "同意" })).await.0,
            403
        );
        cg.must(&at, json!({ "action": "review", "consent": true, "opinion": "同意" })).await;
        ga.must(&at, json!({ "action": "review", "consent": true, "opinion": "同意" })).await;
        let (_, why) = leader.must_not(&at, json!({ "action": "approve", "note": "同意" })).await;
        assert!(why.contains("objections are not answered"), "{why}");
        office.must(&at, json!({ "action": "reply", "objection": 1, "accepted": false, "text": "已退出通道日查,总用时下降" })).await;
        assert_eq!(
            upper.must_not(&at, json!({ "action": "approve", "note": "同意" })).await.0,
            403,
            "not yet there"
        );
        leader.must(&at, json!({ "action": "approve", "note": "同意" })).await;
        assert_eq!(leader.must_not(&at, json!({ "action": "approve", "note": "同意" })).await.0, 403);
        let done = upper.must(&at, json!({ "action": "approve", "note": "同意,次日起施行" })).await;
        assert_eq!(done["state"], "effective");

        // It counts from the next day; until then nothing can be put under it.
        let fresh = worker.report(json!({ "text": "又是垃圾", "grid": GRID })).await;
        let fresh = fresh["ref"].as_str().expect("ref").to_owned();
        let (_, why) = desk.cannot(&fresh, json!({ "action": "file", "matter": "M-PF-90" })).await;
        assert!(why.contains("not in force yet"), "{why}");
        city.clock.advance_minutes(24 * 60);
        desk.does(&fresh, json!({ "action": "file", "matter": "M-MS-07" })).await;
        assert_eq!(desk.sheet(&fresh).await["matter_version"], 2, "a new case has the new version");
        assert_eq!(desk.sheet(&old).await["matter_version"], 1, "what runs keeps its own");
        let anybody = city.citizen();
        let diff = anybody.gets("/api/v1/matters/M-MS-07/diff").await;
        let fields = diff["fields"].as_array().expect("fields");
        let closing = fields.iter().find(|f| f["field"] == "closing_zh").expect("it reads otherwise");
        assert_eq!((fields.len(), &closing["to"]), (2, &json!("清除干净并消毒")), "{diff}");
        let changes = anybody.gets("/api/v1/lists/diff?tier=grid&from=2026-06-01T02:00:00Z").await;
        let sorts: Vec<String> = changes["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|c| format!("{} {}", c["code"].as_str().unwrap_or(""), c["sort"].as_str().unwrap_or("")))
            .collect();
        assert_eq!(sorts, ["M-MS-07 changed", "M-PF-90 added", "M-PF-91 ended"], "{changes}");
        let list = anybody.gets("/api/v1/lists?tier=grid").await;
        assert!(list.to_string().contains("充电棚日巡") && !list.to_string().contains("通道日查"), "{list}");
        let (_, why) = desk.cannot(&fresh, json!({ "action": "file", "matter": "M-PF-91" })).await;
        assert!(why.contains("has ended") && why.contains("apply for admission"), "{why}");

        // The objector's grid hears of the answer, over the border of the district, once.
        carried(&city).await;
        carried(&city).await;
        let notices = worker.gets("/api/v1/notices").await;
        let heard =
            notices["items"].as_array().expect("items").iter().filter(|n| n["kind"] == "admission").count();
        assert_eq!(heard, 1, "{notices}");
        let sheet = worker.gets(&at).await;
        assert!(
            !sheet["timeline"].to_string().contains(&worker.called),
            "who objects is named by the unit alone"
        );
        intact(&city).await;
        city.end().await;
    }
}

#[tokio::test]
async fn what_waits_is_urged_and_never_approved_and_what_ended_is_retired() {
    for city in city::each().await {
        let (post, office, mayor) =
            (city.hand(TOWN, "MS-04").await, city.hand(AREA, "QX-02").await, city.hand("50", "SZ-03").await);
        let like = entry(&post, "M-MS-07").await;
        stands(&city, duty(&like, "M-PF-91", "通道日查", 20)).await;
        let body = json!({ "door": "adjust", "content": { "title": "退出一项", "reason": "重复劳动",
            "items": [{ "sort": "retire", "code": "M-PF-91" }] } });
        let made = post.asks("/api/v1/admissions", body).await.expect("a town proposes");
        let at = format!("/api/v1/admissions/{}", made["ref"].as_str().expect("ref"));
        post.must(&at, json!({ "action": "submit" })).await;
        let (db, work) = (city.house().db(), &city.house().work);
        city.clock.advance_minutes(14 * 24 * 60);
        let steps = admission::jobs::tick(db, &work.world(), 4).await.expect("the clock ticks");
        assert_eq!(steps, 1, "over the limit");
        let sheet = office.gets(&at).await;
        assert_eq!((&sheet["state"], &sheet["overdue"]), (&json!("burden_check"), &json!(true)));
        office.must(&at, json!({ "action": "weigh", "reviewers": ["500107-Q-CG", "500107-Q-XF"] })).await;
        for unit in ["500107-Q-CG", "500107-Q-XF"] {
            let reviewer = city.hand(unit, "BM-01").await;
            reviewer.must(&at, json!({ "action": "review", "consent": true, "opinion": "同意" })).await;
        }
        // One catalogue for the whole city: its government decides an adjustment.
        let district = city.hand(AREA, "QX-03").await;
        assert_eq!(district.must_not(&at, json!({ "action": "approve", "note": "同意" })).await.0, 403);
        let done = mayor.must(&at, json!({ "action": "approve", "note": "同意" })).await;
        assert_eq!(done["state"], "effective");
        city.clock.advance_minutes(24 * 60);
        let districts = ["500107".parse().expect("district"), "500105".parse().expect("district")];
        admission::jobs::daily(db, &work.world(), &districts).await.expect("looks after the lists");
        assert_eq!(office.gets(&at).await["state"], "retired", "nothing that it published counts");
        // A year later: what nobody used is proposed for retirement, what was used is not.
        city.clock.advance_minutes(366 * 24 * 60);
        let worker = city.hand(GRID, "WG-01").await;
        let used = worker.report(json!({ "text": "垃圾成堆", "grid": GRID, "matter": "M-MS-07" })).await;
        assert!(used["ref"].is_string());
        admission::jobs::daily(db, &work.world(), &districts).await.expect("looks after the lists");
        let drafts = city.hand("50", "SZ-02").await.gets("/api/v1/admissions?state=draft").await;
        let found = drafts["items"][0]["ref"].as_str().expect("the clock proposes");
        let codes = city.hand("50", "SZ-02").await.gets(&format!("/api/v1/admissions/{found}")).await;
        let codes = codes["content"]["items"].to_string();
        assert!(codes.contains("M-PF-02") && !codes.contains("M-MS-07"), "{codes}");
        admission::jobs::daily(db, &work.world(), &districts).await.expect("again");
        let again = city.hand("50", "SZ-02").await.gets("/api/v1/admissions?state=draft").await;
        assert_eq!(again["items"].as_array().map(Vec::len), Some(1), "it does not ask twice");
        intact(&city).await;
        city.end().await;
    }
}

#[tokio::test]
async fn a_draft_goes_round_three_times_and_is_proposed_as_a_batch() {
    for city in city::each().await {
        let (office, town, other) = (
            city.hand(AREA, "QX-02").await,
            city.hand(TOWN, "MS-04").await,
            city.hand("500105003", "MS-04").await,
        );
        let due = |days: i64| city.clock.now().plus_minutes(days * 24 * 60);
        let items = json!([{ "sort": "retire", "code": "M-PF-02" }]);
        let new = json!({ "title": "镇街清单修订", "items": items, "due": due(7) });
        assert_eq!(town.asks("/api/v1/drafts", new.clone()).await.expect_err("not a town").0, 403);
        let made = office.asks("/api/v1/drafts", new).await.expect("sent round");
        let at = format!("/api/v1/drafts/{}", made["ref"].as_str().expect("ref"));
        carried(&city).await;
        let notices = town.gets("/api/v1/notices").await.to_string();
        assert!(notices.contains("第1轮征求意见"), "every town is told: {notices}");
        for round in 1..=3 {
            let remark =
                json!({ "action": "remark", "code": "M-PF-02", "stance": "objects", "text": "仍有需要" });
            town.must(&at, remark.clone()).await;
            assert_eq!(other.must_not(&at, remark).await.0, 403, "a town of another district");
            let silent = office.gets(&at).await["silent"].clone();
            assert_eq!(silent, json!(["500107004"]), "the neighbour has said nothing");
            city.clock.advance_minutes(8 * 24 * 60);
            let on = json!({ "action": "next_round", "items": items, "due": due(7) });
            let (_, why) = office.must_not(&at, on.clone()).await;
            assert!(why.contains("not answered") || why.contains("Three rounds"), "{why}");
            office
                .must(
                    &at,
                    json!({ "action": "reply", "remark": round, "adopted": false, "text": "已并入执法事项" }),
                )
                .await;
            if round < 3 {
                office.must(&at, on).await;
            }
        }
        let batch = json!({ "action": "propose", "reason": "三轮征求意见已毕", "basis": "某办法†" });
        let done = office.must(&at, batch).await;
        let proposal = office
            .gets(&format!("/api/v1/admissions/{}", done["proposal"].as_str().expect("a proposal")))
            .await;
        assert_eq!((&proposal["state"], &proposal["items"]), (&json!("draft"), &json!(1)));
        intact(&city).await;
        city.end().await;
    }
}

#[tokio::test]
async fn a_worker_reports_off_list_work_and_nobody_learns_who() {
    for city in city::each().await {
        let (worker, colleague) =
            (city.hand(GRID, "WG-01").await, city.hand("500107003003002", "WG-01").await);
        let (office, upper) = (city.hand(AREA, "QX-02").await, city.hand("50", "SZ-02").await);
        let away = city.hand("500105", "QX-02").await;
        let report =
            json!({ "topic": "off_list", "way": "by_chat", "issuer": TOWN, "text": "群里要求每晚报表" });
        let made = worker.asks("/api/v1/offlist", report.clone()).await.expect("two taps");
        let at = format!("/api/v1/offlist/{}", made["ref"].as_str().expect("ref"));
        assert!(made["due"].is_string(), "answered within a limit");
        for (unit, post) in
            [(TOWN, "ZH-01"), (TOWN, "ZH-03"), ("500107003003", "SQ-01"), (AREA, "QX-01"), (AREA, "QX-03")]
        {
            let boss = city.hand(unit, post).await;
            assert_eq!(
                boss.client.get("/api/v1/offlist").await.map_err(told).expect_err("closed").0,
                403,
                "{post}"
            );
            assert_eq!(boss.client.get(&at).await.map_err(told).expect_err("closed").0, 404, "{post}");
        }
        assert_eq!(colleague.client.get(&at).await.map_err(told).expect_err("closed").0, 404);
        assert_eq!(away.gets("/api/v1/offlist").await["items"], json!([]), "another district");
        for hand in [&office, &upper] {
            let seen = hand.gets(&at).await.to_string();
            assert!(seen.contains("群里要求每晚报表"), "{seen}");
            assert!(!seen.contains(&worker.called) && !seen.contains(GRID), "nothing says who: {seen}");
        }
        let ask = json!({ "reason": "需要了解情况" });
        let (_, why) = office.asks(&format!("{at}/reveal"), ask.clone()).await.expect_err("anonymous");
        assert!(why.contains("did not agree"), "{why}");
        office.must(&at, json!({ "action": "ask", "text": "每晚几点,填哪张表?" })).await;
        assert_eq!(worker.gets("/api/v1/offlist/mine").await["items"][0]["answer"], "每晚几点,填哪张表?");
        worker.must(&at, json!({ "action": "add", "text": "九点,三张表" })).await;
        // Late: the office is urged, nothing else happens.
        city.clock.advance_minutes(10 * 24 * 60);
        let (db, world) = (city.house().db(), city.house().work.world());
        let home = AREA.parse().expect("district");
        assert_eq!(offlist::jobs::tick(db, &world, &home).await.expect("ticks"), 1);
        office.must(&at, json!({ "action": "reply", "outcome": "task_withdrawn", "text": "已要求停止", "notice": "每晚报表" })).await;
        let notices = city.hand(TOWN, "ZH-01").await.gets("/api/v1/notices").await.to_string();
        assert!(notices.contains("要求撤回清单外任务:每晚报表"), "{notices}");
        assert!(
            !notices.contains("群里要求每晚报表") && !notices.contains(&at),
            "the worker's words go nowhere: {notices}"
        );
        assert_eq!(worker.gets("/api/v1/offlist/mine").await["items"][0]["outcome"], "task_withdrawn");
        assert_eq!(office.must_not(&at, json!({ "action": "ask", "text": "还有吗" })).await.0, 409);
        // Four more name the town: counts begin with five.
        for n in 0..4 {
            let four = office.gets("/api/v1/offlist/counts").await["items"].clone();
            assert_eq!(four, json!([]), "{n}");
            colleague.asks("/api/v1/offlist", report.clone()).await.expect("reported");
        }
        assert_eq!(office.gets("/api/v1/offlist/counts").await["items"][0]["count"], 5);
        // Whoever lets the office ask is known to it, and to nobody else; the look is on the trail.
        let open = json!({ "topic": "clock_in", "may_ask": true });
        let made = worker.asks("/api/v1/offlist", open).await.expect("reported");
        let at = format!("/api/v1/offlist/{}", made["ref"].as_str().expect("ref"));
        assert!(!office.gets(&at).await.to_string().contains(&worker.called));
        let known = office.asks(&format!("{at}/reveal"), ask).await.expect("allowed");
        assert_eq!(known["called"], worker.called.as_str());
        intact(&city).await;
        city.end().await;
    }
}

#[tokio::test]
async fn what_was_taken_back_is_charged_to_no_town() {
    for city in city::each().await {
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
        let area = city.hand(AREA, "QX-01").await;
        let mut back = entry(&desk, "M-MS-06").await;
        back["national"] = "taken_back".into();
        back["level"] = "district".into();
        stands(&city, back).await;
        let made = worker.report(json!({ "text": "油烟扰民", "grid": GRID })).await;
        let at = made["ref"].as_str().expect("ref");
        desk.does(at, json!({ "action": "file", "matter": "M-MS-06" })).await;
        for to in [json!({ "unit": TOWN, "post": "MS-04" }), json!({ "unit": GRID })] {
            let (status, why) = area.cannot(at, json!({ "action": "dispatch", "to": to })).await;
            assert!(status == 409 && why.contains("took back") && why.contains("Q-CG"), "{why}");
        }
        area.does(at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
        // The list of what was taken back names it, also as a workbook.
        let anybody = city.citizen();
        let list = anybody.gets("/api/v1/lists?national=taken_back").await;
        assert_eq!((&list["count"], &list["boards"][0]["rows"][0][0]), (&json!(1), &json!("M-MS-06")));
        let columns = list["columns"].as_array().expect("columns").len();
        assert_eq!(list["boards"][0]["rows"][0].as_array().expect("cells").len(), columns);
        let book =
            crate::raw::Raw::anonymous(&city.base()).get("/api/v1/lists.xlsx?national=taken_back").await;
        assert!(book.status == 200 && book.header("content-type").contains("spreadsheet"), "{}", book.status);
        let two =
            crate::raw::Raw::anonymous(&city.base()).get("/api/v1/lists?tier=grid&national=basic").await;
        assert_eq!(two.status, 422, "one list at a time");
        city.end().await;
    }
}
