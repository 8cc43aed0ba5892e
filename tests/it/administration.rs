//! What administrators do through HTTP, and what comes of it for everybody else.

use reqwest::Method;
use serde_json::{Value, json};
use wangge_base::{Board, District, Role};
use wangge_demo::people::PASSWORD;
use wangge_server::first;
use wangge_work::{burden, matter};

use crate::{
    city::{self, City},
    golden::root,
    raw::{Raw, answered},
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";

/// The three hands of the first start: system, security, audit.
async fn hands(city: &City) -> [Raw; 3] {
    let made = first::administrators(city.house()).await.expect("administrators");
    let enter = async |name: &str| {
        let one = made.iter().find(|m| m.name == name).expect("an administrator");
        Raw::log_in(&city.base(), &one.name, &one.password).await
    };
    [enter("admin").await, enter("security").await, enter("auditor").await]
}

/// The limit of a case that a grid worker has just reported.
async fn due(city: &City) -> Value {
    let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
    let receipt = worker.report(json!({ "text": "小区垃圾堆放", "grid": GRID })).await;
    let at = receipt["ref"].as_str().expect("ref").to_owned();
    json!({ "ref": at, "due": desk.sheet(&at).await["due"] })
}

#[tokio::test]
async fn office_hours_of_a_unit_count_for_clocks_armed_from_then_on() {
    for city in city::each().await {
        let [admin, _, auditor] = hands(&city).await;
        let path = format!("/api/v1/units/{TOWN}/office");
        let usual = admin.get(&path).await.json();
        assert_eq!((usual["own"].as_bool(), usual.get("from")), (Some(false), None), "{usual}");
        let before = due(&city).await;
        for wrong in ["9 09:00-12:00", "1-5 12:00-09:00", "6-7 09:00-12:00", "always"] {
            let no = admin.json(Method::PUT, &path, &json!({ "hours": wrong })).await;
            assert_eq!(no.status, 422, "{wrong}: {}", no.text);
        }
        // Monday 09:30: this office opens in the afternoon only.
        let hours = "1-5 13:00-18:00";
        let set = admin.json(Method::PUT, &path, &json!({ "hours": hours })).await;
        assert_eq!(set.status, 204, "{}", set.text);
        let now = admin.get(&path).await.json();
        assert_eq!((now["hours"].as_str(), now["from"].as_str()), (Some(hours), Some(TOWN)));
        let below = admin.get("/api/v1/units/500107003003/office").await.json();
        assert_eq!((below["own"].as_bool(), below["from"].as_str()), (Some(false), Some(TOWN)), "{below}");
        let after = due(&city).await;
        assert_ne!(after["due"], before["due"], "two working hours begin when the office opens");
        let desk = city.hand(TOWN, "ZH-04").await;
        let kept = desk.sheet(before["ref"].as_str().expect("ref")).await["due"].clone();
        assert_eq!(kept, before["due"], "a limit that was promised stays");
        let gone = admin.json(Method::PUT, &path, &json!({ "hours": null })).await;
        assert_eq!(gone.status, 204);
        assert_eq!(due(&city).await["due"], before["due"], "the usual hours again");
        let trail = auditor.get("/api/v1/audit?district=500107&limit=100").await.text;
        assert_eq!(trail.matches("office.set").count(), 2, "{trail}");
        city.end().await;
    }
}

#[tokio::test]
async fn a_lost_phone_is_logged_out_and_a_one_time_password_opens_only_the_choice_of_another() {
    for city in city::each().await {
        let [admin, security, auditor] = hands(&city).await;
        let desk = Raw::log_in(&city.base(), "500107003-zh-04", PASSWORD).await;
        let at = desk.get("/api/v1/me").await.json()["account"].as_str().expect("an account").to_owned();
        let path = format!("/api/v1/accounts/{at}");
        let seen = admin.get(&path).await.json();
        assert_eq!(
            (seen["login"].as_str(), seen["sessions"].as_i64()),
            (Some("500107003-zh-04"), Some(1)),
            "{seen}"
        );
        assert!(seen["last_login"].is_string() && seen["holdings"][0]["post"] == "ZH-04", "{seen}");
        let colleague = Raw::log_in(&city.base(), "500107003-zh-03", PASSWORD).await;
        let shown = colleague.get(&path).await;
        assert_eq!(shown.status, 200);
        for hidden in ["sessions", "last_login", "login", "must_change"] {
            assert!(
                shown.json().get(hidden).is_none(),
                "colleagues do not see when somebody was here: {}",
                shown.text
            );
        }

        let sessions = format!("{path}/sessions");
        assert_eq!(security.json(Method::DELETE, &sessions, &json!({})).await.status, 204);
        assert_eq!(desk.get("/api/v1/me").await.status, 401, "logged out everywhere");

        let password = format!("{path}/password");
        assert_eq!(security.json(Method::POST, &password, &json!({})).await.status, 403, "the other hand");
        let made = admin.json(Method::POST, &password, &json!({})).await;
        assert_eq!(made.status, 200, "{}", made.text);
        let one_time = made.json()["password"].as_str().expect("a password").to_owned();
        assert_eq!(admin.get(&path).await.json()["must_change"], true);
        let desk = Raw::log_in(&city.base(), "500107003-zh-04", &one_time).await;
        assert_eq!(desk.get("/api/v1/me").await.json()["must_change"], true);
        let no = desk.get("/api/v1/cases").await;
        assert_eq!(
            (no.status, no.json()["code"].as_str()),
            (403, Some("session.change_password")),
            "{}",
            no.text
        );
        let new = json!({ "current": one_time, "new": "谢家湾的早晨很安静也好" });
        assert_eq!(desk.json(Method::PUT, "/api/v1/me/password", &new).await.status, 204);
        assert_eq!(desk.get("/api/v1/cases").await.status, 200, "and now everything as before");
        let trail = auditor.get("/api/v1/audit?district=500107&limit=100").await.text;
        assert!(trail.contains("session.closed") && trail.contains("password.changed"), "{trail}");
        assert!(!trail.contains(&one_time), "never the password itself");
        city.end().await;
    }
}

#[tokio::test]
async fn why_tells_the_missing_relation_and_nothing_of_the_case() {
    for city in city::each().await {
        let [admin, _, auditor] = hands(&city).await;
        let worker = city.hand(GRID, "WG-01").await;
        let receipt =
            worker.report(json!({ "text": "暗号七三九一", "grid": GRID, "place": "暗号七三九一" })).await;
        let at = receipt["ref"].as_str().expect("ref");
        let ask = async |login: &str| {
            let answer = auditor.get(&format!("/api/v1/why?account={login}&case={at}")).await;
            assert_eq!(answer.status, 200, "{}", answer.text);
            assert!(!answer.text.contains("暗号"), "{}", answer.text);
            answer.json()
        };
        let yes = ask("500107003-zh-04").await;
        assert_eq!(yes["may"], true, "{yes}");
        let no = ask("500105003-zh-04").await;
        assert_eq!(no["may"], false, "{no}");
        let town = no["checks"].as_array().expect("checks").iter().find(|c| c["scope"] == "town");
        assert_eq!(town.expect("the relation")["holds"], false, "{no}");
        // What is told agrees with what happens.
        for (login, told) in [("500107003-zh-04", &yes), ("500105003-zh-04", &no)] {
            let raw = Raw::log_in(&city.base(), login, PASSWORD).await;
            let seen = raw.get(&format!("/api/v1/cases/{at}")).await.status;
            assert_eq!(seen == 200, told["may"] == true, "{login}: {seen}");
        }
        assert_eq!(admin.get("/api/v1/why?account=admin").await.status, 403, "auditors only");
        let trail = auditor.get("/api/v1/audit?district=500105&limit=100").await.text;
        assert!(trail.contains("right.explained"), "the question itself is on the trail: {trail}");
        city.end().await;
    }
}

#[tokio::test]
async fn an_import_tells_the_difference_first_and_a_bad_row_changes_nothing() {
    for city in city::each().await {
        let [admin, security, auditor] = hands(&city).await;
        let send = async |raw: &Raw, query: &str, text: &str| {
            let path = format!("/api/v1/imports?{query}");
            let part = reqwest::multipart::Part::bytes(text.as_bytes().to_vec()).file_name("table.csv");
            let form = reqwest::multipart::Form::new().part("file", part);
            answered(raw.request(Method::POST, &path).multipart(form)).await
        };
        let catalogue =
            std::fs::read_to_string(root().join("data/city/50/catalogue.csv")).expect("the catalogue");
        let changed = catalogue.replace("堵占消防通道", "占用消防通道");
        let looked = send(&admin, "kind=matters&dry_run=true", &changed).await;
        assert_eq!(looked.status, 200, "{}", looked.text);
        let told = looked.json();
        assert_eq!(
            (told["applied"].as_bool(), told["differences"].as_array().map(Vec::len)),
            (Some(false), Some(1)),
            "{told}"
        );
        assert_eq!(told["differences"][0]["subject"], "M-PF-01", "{told}");
        let named =
            async |code: &str| admin.get(&format!("/api/v1/matters/{code}")).await.json()["name_zh"].clone();
        let name = async || named("M-MS-06").await;
        assert_eq!(named("M-PF-01").await, "堵占消防通道", "a dry run writes nothing");
        let wrong = send(&admin, "kind=matters", &changed.replacen(",event,", ",evnt,", 1)).await.json();
        assert_eq!(wrong["applied"], false);
        assert!(wrong["bad"][0]["row"].as_i64().is_some_and(|row| row > 1), "{wrong}");
        assert_eq!(named("M-PF-01").await, "堵占消防通道", "nothing half imported");
        let garbled = send(&admin, "kind=matters", "no,such,columns\n1,2,3\n").await.json();
        assert!(
            garbled["bad"][0]["en"].as_str().is_some_and(|en| en.contains("columns are missing")),
            "{garbled}"
        );

        // The lists are in force: what the file changes is a draft for the list office, and nothing counts yet.
        let done = send(&admin, "kind=matters", &changed).await.json();
        assert_eq!((done["applied"].as_bool(), done["rows"].as_i64()), (Some(true), Some(48)), "{done}");
        assert!(done["zh"].as_str().is_some_and(|zh| zh.contains("须经准入:1个事项列入1件")), "{done}");
        assert_eq!(named("M-PF-01").await, "堵占消防通道", "nothing is published past admission");
        let lists = lister(&city).await;
        let drafts = lists.get("/api/v1/admissions?state=draft").await.json();
        let at = drafts["items"][0]["ref"].as_str().expect("a draft").to_owned();
        let sheet = lists.get(&format!("/api/v1/admissions/{at}")).await.json();
        assert_eq!(sheet["called"], "文件导入", "{sheet}");
        assert_eq!(
            (&sheet["content"]["items"][0]["code"], sheet["content"]["items"].as_array().map(Vec::len)),
            (&json!("M-PF-01"), Some(1)),
            "{sheet}"
        );
        let again = send(&admin, "kind=matters", &changed).await.json();
        assert!(again["en"].as_str().is_some_and(|en| en.contains("1 are proposed already")), "{again}");
        let drafts = lists.get("/api/v1/admissions?state=draft").await.json();
        assert_eq!(
            drafts["items"].as_array().map(Vec::len),
            Some(1),
            "the same file again asks for nothing new"
        );
        // What admission would not take is told by the row of the file.
        let unfounded = catalogue.replace("暴露垃圾", "露天垃圾");
        let row = catalogue.lines().position(|line| line.starts_with("M-MS-07,")).expect("its row") + 1;
        let no = send(&admin, "kind=matters", &unfounded).await.json();
        assert_eq!((&no["applied"], &no["bad"][0]["row"]), (&json!(false), &json!(row)), "{no}");
        assert_eq!(no["bad"][0]["column"], "basis", "{no}");

        // An older version in force again is a new version; history stays.
        let second = published(&city, "M-MS-06", |entry| entry.name_zh = "餐饮油烟扰民".into()).await;
        assert_eq!((second, name().await), (2, json!("餐饮油烟扰民")));
        let restore = "/api/v1/matters/M-MS-06/versions/1/restore";
        let why = json!({ "reason": "新名称与12345的分类不一致" });
        assert_eq!(admin.json(Method::POST, restore, &why).await.status, 403);
        let bare = lists.json(Method::POST, restore, &json!({ "reason": "" })).await;
        assert_eq!((bare.status, bare.json()["fields"][0]["field"].as_str()), (422, Some("reason")));
        city.clock.advance_minutes(1);
        let back = lists.json(Method::POST, restore, &why).await;
        assert_eq!((back.status, back.json()["version"].as_i64()), (201, Some(3)), "{}", back.text);
        assert_eq!(name().await, "商户排烟扰民");
        let versions = admin.get("/api/v1/matters/M-MS-06/versions").await.json();
        let names: Vec<_> =
            versions["items"].as_array().into_iter().flatten().map(|m| m["name_zh"].clone()).collect();
        assert_eq!(names, ["商户排烟扰民", "餐饮油烟扰民", "商户排烟扰民"]);
        let trail = auditor.get("/api/v1/audit?district=city&limit=100").await.text;
        assert!(trail.contains("新名称与12345的分类不一致"), "who and why stands on the trail: {trail}");
        restores_stay_within(&city, &lists).await;

        // One file, two hands: one makes the account, the other grants the post.
        let people = "login,called,home_unit,unit,post\nxin,辛调度,500107003,500107003,ZH-04\n";
        assert_eq!(send(&security, "kind=accounts", people).await.status, 403);
        let early = send(&security, "kind=holdings", people).await.json();
        assert_eq!(early["bad"][0]["column"], "login", "{early}");
        let made = send(&admin, "kind=accounts", people).await.json();
        let password = made["passwords"][0]["password"].as_str().expect("a first password").to_owned();
        let xin = Raw::log_in(&city.base(), "xin", &password).await;
        assert_eq!(xin.get("/api/v1/me").await.json()["holdings"], json!([]), "no post yet");
        let granted = send(&security, "kind=holdings", people).await.json();
        assert_eq!(granted["applied"], true, "{granted}");
        let xin = Raw::log_in(&city.base(), "xin", &password).await;
        assert_eq!(xin.get("/api/v1/me").await.json()["holdings"][0]["post"], "ZH-04");
        let trail = auditor.get("/api/v1/audit?district=city&limit=100").await.text;
        assert!(trail.contains("table.imported") && trail.contains("edition.activated"), "{trail}");
        city.end().await;
    }
}

/// Puts a changed entry in force, as the last approval of an admission does; answers its version.
async fn published(city: &City, code: &str, change: impl FnOnce(&mut matter::Entry)) -> i64 {
    city.clock.advance_minutes(1);
    let (work, code) = (&city.house().work, code.parse().expect("code"));
    let mut entry = work.world().matters.versions(&code).last().expect("an entry").entry.clone();
    change(&mut entry);
    let calendar = work.world().calendars.get(None).clone();
    let done = city
        .house()
        .db()
        .write(move |tx| matter::publish(tx, std::slice::from_ref(&entry), tx.now(), &calendar))
        .await
        .expect("published");
    work.refresh().await.expect("loads");
    done.new.first().expect("a version").1
}

/// What is heavier than the ceiling, was never in force, or has ended is not put back: it goes through admission.
async fn restores_stay_within(city: &City, lists: &Raw) {
    let back = async |code: &str, n: i64| {
        let path = format!("/api/v1/matters/{code}/versions/{n}/restore");
        let answer = lists.json(Method::POST, &path, &json!({ "reason": "恢复旧版" })).await;
        (answer.status, answer.json()["code"].as_str().unwrap_or_default().to_owned(), answer.text)
    };
    // Once it cost far more than anybody may be charged with.
    let daily = "FREQ=DAILY".to_owned();
    let heavy = |minutes: u32, every: &str| {
        let rule = json!({ "object": "grid", "recurrence": every, "on_day_off": "keep" });
        let rule = serde_json::from_value(rule).expect("a rule");
        move |entry: &mut matter::Entry| (entry.minutes, entry.duty) = (minutes, Some(rule))
    };
    let n = published(city, "M-PF-04", heavy(400, &daily)).await;
    published(city, "M-PF-04", heavy(5, "FREQ=WEEKLY")).await;
    for district in ["500107", "500105"] {
        let district = district.parse().expect("district");
        burden::jobs::sum(city.house().db(), &city.house().work.world(), &district).await.expect("summed");
    }
    let (status, code, text) = back("M-PF-04", n).await;
    assert_eq!((status, code.as_str()), (409, "burden.refused"), "{text}");
    // What only waits to count, and what was replaced before it did.
    let (work, tomorrow) = (&city.house().work, city.clock.now().plus_minutes(24 * 60));
    let code = "M-PF-02".parse().expect("code");
    let mut entry = work.world().matters.versions(&code).last().expect("an entry").entry.clone();
    entry.name_zh = "占道".into();
    let calendar = work.world().calendars.get(None).clone();
    let publish = move |tx: &mut wangge_store::Tx| {
        matter::publish(tx, std::slice::from_ref(&entry), tomorrow, &calendar)
    };
    city.house().db().write(publish).await.expect("published");
    work.refresh().await.expect("loads");
    let (status, code, text) = back("M-PF-02", 2).await;
    assert_eq!((status, code.as_str()), (409, "matter.never_in_force"), "{text}");
    // An entry that has ended comes back by admission only.
    let gone = vec!["M-PF-03".parse().expect("code")];
    city.house().db().write(move |tx| matter::verbs::end(tx, &gone, tx.now())).await.expect("ended");
    work.refresh().await.expect("loads");
    let (status, code, text) = back("M-PF-03", 1).await;
    assert_eq!((status, code.as_str()), (409, "matter.ended"), "{text}");
    assert!(text.contains("准入申请"), "{text}");
    assert_eq!(back("M-PF-04", 99).await.0, 404);
}

/// A list officer of the city.
async fn lister(city: &City) -> Raw {
    let hash = city.house().work.realm.hash_password(PASSWORD.to_owned()).await.expect("hashes");
    let person = first::Person {
        login: "lists".into(),
        called: "清单".into(),
        hash,
        unit: "50".into(),
        post: "QD-01".into(),
        role: Role::ListOfficer,
        board: Board::Centre,
        district: District::city(),
    };
    first::add(city.house(), person).await.expect("adds a person");
    Raw::log_in(&city.base(), "lists", PASSWORD).await
}

#[tokio::test]
async fn kept_filters_are_ones_own() {
    for city in city::each().await {
        let desk = Raw::log_in(&city.base(), "500107003-zh-04", PASSWORD).await;
        let other = Raw::log_in(&city.base(), "500107003-zh-03", PASSWORD).await;
        let path = "/api/v1/me/views";
        assert_eq!(desk.get(path).await.json(), json!([]));
        let mine = json!([{ "name": "油烟", "query": "matter=M-MS-06&queue=overdue" }, { "name": "我的", "query": "queue=mine" }]);
        assert_eq!(desk.json(Method::PUT, path, &mine).await.status, 204);
        assert_eq!(desk.get(path).await.json(), mine);
        assert_eq!(other.get(path).await.json(), json!([]));
        let twice = json!([{ "name": "a", "query": "" }, { "name": "a", "query": "" }]);
        let no = desk.json(Method::PUT, path, &twice).await;
        assert_eq!(
            (no.status, no.json()["fields"][0]["field"].as_str()),
            (422, Some("/1/name")),
            "{}",
            no.text
        );
        let many: Vec<_> = (0..31).map(|n| json!({ "name": n.to_string(), "query": "" })).collect();
        assert_eq!(desk.json(Method::PUT, path, &json!(many)).await.status, 422);
        assert_eq!(desk.get(path).await.json(), mine, "a refused change changes nothing");
        city.end().await;
    }
}

#[tokio::test]
async fn a_shift_is_signed_by_both() {
    for city in city::each().await {
        let lead = Raw::log_in(&city.base(), "500107003-zh-03", PASSWORD).await;
        let desk = Raw::log_in(&city.base(), "500107003-zh-04", PASSWORD).await;
        let other = Raw::log_in(&city.base(), "500105003-zh-04", PASSWORD).await;
        let worker = city.hand(GRID, "WG-01").await;
        let late = worker.report(json!({ "text": "小区垃圾堆放", "grid": GRID })).await;
        city.pass(26 * 60).await;
        let fresh = worker.report(json!({ "text": "路灯不亮", "grid": GRID })).await;
        let note = json!({
            "unit": TOWN, "note": "夜里下雨,注意石板坡",
            "promises": [{ "text": "上午回复曾先生", "by": "2026-06-03T02:00:00Z" }], "out": ["2号车在李家沱"],
        });
        let handed = lead.json(Method::POST, "/api/v1/shifts", &note).await;
        assert_eq!(handed.status, 201, "{}", handed.text);
        let shift = handed.json();
        assert_eq!(shift["cases"][0]["ref"], late["ref"], "what is overdue is added: {shift}");
        assert!(!shift["cases"].to_string().contains(fresh["ref"].as_str().expect("ref")), "{shift}");
        let sign = format!("/api/v1/shifts/{}/sign", shift["ref"].as_str().expect("ref"));
        assert_eq!(
            lead.json(Method::POST, &sign, &json!({})).await.status,
            403,
            "nobody takes over from himself"
        );
        assert_eq!(
            other.json(Method::POST, &sign, &json!({})).await.status,
            404,
            "another town's is not there"
        );
        let signed = desk.json(Method::POST, &sign, &json!({})).await.json();
        assert_eq!(signed["taken"]["called"], desk.get("/api/v1/me").await.json()["called"], "{signed}");
        city.clock.advance_minutes(5);
        assert_eq!(desk.json(Method::POST, &sign, &json!({})).await.json(), signed, "twice is once");
        let seen = lead.get(&format!("/api/v1/shifts?unit={TOWN}")).await.json();
        assert_eq!(seen["items"][0], signed);
        let elsewhere = json!({ "unit": "500105003" });
        assert_eq!(lead.json(Method::POST, "/api/v1/shifts", &elsewhere).await.status, 403);
        assert_eq!(other.get(&format!("/api/v1/shifts?unit={TOWN}")).await.status, 403);
        city.end().await;
    }
}

#[tokio::test]
async fn a_list_leaves_as_a_workbook_masked_and_written_down() {
    for city in city::each().await {
        let [admin, _, auditor] = hands(&city).await;
        let worker = city.hand(GRID, "WG-01").await;
        worker.report(json!({ "text": "小区垃圾堆放", "grid": GRID })).await;
        city.citizen().report(json!({ "text": "楼道漏水", "grid": GRID, "place": "7栋", "name": "曾先生", "phone": "13800005678" })).await;
        let desk = Raw::log_in(&city.base(), "500107003-zh-04", PASSWORD).await;
        let other = Raw::log_in(&city.base(), "500105003-zh-04", PASSWORD).await;
        let cells = async |raw: &Raw| {
            let answer =
                raw.request(Method::GET, "/api/v1/cases.xlsx?sort=newest").send().await.expect("an answer");
            assert_eq!(answer.status(), 200);
            workbook(&answer.bytes().await.expect("the workbook"))
        };
        let mine = cells(&desk).await;
        assert!(mine.contains("小区垃圾堆放") && mine.contains("谢家湾街道民主村社区"), "{mine}");
        assert!(!mine.contains("13800005678") && !mine.contains("曾先生"), "the reporter stays in: {mine}");
        let called = desk.get("/api/v1/me").await.json()["called"].as_str().expect("a name").to_owned();
        assert!(mine.contains(&called) && mine.contains("2026-06-01T01:30"), "who and when: {mine}");
        let theirs = cells(&other).await;
        assert!(!theirs.contains("小区垃圾堆放"), "another town's list is empty: {theirs}");
        assert_eq!(admin.get("/api/v1/cases.xlsx").await.status, 403);
        let field = Raw::log_in(&city.base(), "500107003003001-wg-01", PASSWORD).await;
        assert_eq!(field.get("/api/v1/cases.xlsx").await.status, 403, "a grid worker takes no lists out");
        let trail = auditor.get("/api/v1/audit?district=500107&limit=100").await.text;
        assert!(trail.contains("data.exported"), "{trail}");
        city.end().await;
    }
}

/// Every cell of a workbook, in one text.
fn workbook(bytes: &[u8]) -> String {
    use calamine::Reader as _;
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes.to_vec())).expect("a workbook");
    let sheets = book.worksheets();
    let cells = sheets.iter().flat_map(|(_, range)| range.cells().map(|(_, _, cell)| cell.to_string()));
    cells.collect::<Vec<_>>().join("|")
}

#[tokio::test]
async fn a_contractor_answers_by_a_link_that_shows_only_the_work() {
    for city in city::each().await {
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
        let office = city.hand("500107-Q-CG", "BM-01").await;
        let raw = Raw::log_in(&city.base(), "500107-q-cg-bm-01", PASSWORD).await;
        let anybody = Raw::anonymous(&city.base());
        let receipt = city
            .citizen()
            .report(json!({ "text": "楼上油烟扰民家事", "grid": GRID, "place": "3号楼", "name": "曾先生", "phone": "13800005678" }))
            .await;
        let at = receipt["ref"].as_str().expect("ref").to_owned();
        let links = format!("/api/v1/cases/{at}/links");
        let new = json!({ "name": "某某修缮队", "note": "更换净化器滤芯", "until": "2026-06-20T00:00:00Z" });
        let refused = async |hand: &city::Hand| {
            let no = hand.client.post(&links, Some(&city::key()), &new).await.expect_err("refused");
            city::told(no).0
        };
        worker.does(&at, json!({ "action": "verify", "found": true, "note": "确有油烟" })).await;
        desk.does(&at, json!({ "action": "file", "matter": "M-MS-06" })).await;
        assert_eq!(refused(&desk).await, 409, "nobody handles it yet");
        desk.does(&at, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
        office.does(&at, json!({ "action": "accept" })).await;
        assert_eq!(refused(&worker).await, 403, "not the handler");
        let made = raw.json(Method::POST, &links, &new).await.json();
        let token = made["token"].as_str().expect("a token");
        assert!(made["url"].as_str().is_some_and(|url| url.ends_with(token)), "{made}");

        let sheet = anybody.get(&format!("/api/v1/links/{token}")).await.json();
        assert_eq!(
            (sheet["place"].as_str(), sheet["note"].as_str()),
            (Some("3号楼"), Some("更换净化器滤芯"))
        );
        for hidden in ["曾先生", "13800005678", "家事"] {
            assert!(!sheet.to_string().contains(hidden), "{hidden} stays in: {sheet}");
        }
        let reports = format!("/api/v1/links/{token}/reports");
        let (key, text) = (city::key(), json!({ "text": "滤芯已换", "files": [] }));
        let client = city.citizen().client;
        let first = client.post(&reports, Some(&key), &text).await.expect("taken");
        let again = client.post(&reports, Some(&key), &text).await.expect("taken");
        assert_eq!(first, again, "one key, one step");
        let seen = office.sheet(&at).await;
        let last = seen["timeline"].as_array().and_then(|t| t.last()).cloned().expect("a step");
        assert_eq!(
            (last["action"].as_str(), last["called"].as_str()),
            (Some("add"), Some("外协单位")),
            "{last}"
        );
        assert_eq!(last["payload"]["text"], "滤芯已换");
        city.clock.advance_minutes(1);
        let notices = raw.get("/api/v1/notices").await.text;
        assert!(notices.contains("外协单位有回复"), "{notices}");
        let listed = raw.get(&links).await.json();
        let row = &listed["items"][0];
        assert_eq!(
            (row["name"].as_str(), row["opens"].as_bool()),
            (Some("某某修缮队"), Some(true)),
            "{listed}"
        );

        let back = format!("{links}/{}", made["ref"].as_str().expect("ref"));
        assert_eq!(raw.json(Method::DELETE, &back, &json!({})).await.status, 204);
        let status = async |token: &str| anybody.get(&format!("/api/v1/links/{token}")).await.status;
        assert_eq!(status(token).await, 409, "taken back");
        let second = raw.json(Method::POST, &links, &new).await.json();
        let second = second["token"].as_str().expect("a token");
        assert_eq!(status(second).await, 200);
        city.pass(20 * 24 * 60).await;
        assert_eq!(status(second).await, 409, "its date has passed");
        assert_eq!(status(&format!("500107.{}", "0".repeat(32))).await, 404);
        city.end().await;
    }
}
