//! The real scene beyond buildings: dated photos of places without people, and residents whom nobody can list, only
//! look at because of a piece of work.

use reqwest::Method;
use serde_json::{Value, json};
use wangge_demo::{client::picture, people::PASSWORD};
use wangge_realm::{photo, resident};
use wangge_server::{
    first,
    import::{Job, Progress, Report},
};

use crate::{
    city::{self, City, fresh_dir},
    premises::a_building,
    raw::Raw,
};

const TOWN: &str = "500107003";
const VILLAGE: &str = "500107003003";
const GRID: &str = "500107003003001";

async fn enter(city: &City, login: &str) -> Raw {
    Raw::log_in(&city.base(), login, PASSWORD).await
}

/// A picture, uploaded to the district of the town; answers its reference.
async fn upload(raw: &Raw, colour: u8) -> String {
    let nowhere = format!("500107.{}", "0".repeat(32));
    let put = raw.upload(&nowhere, "a.jpg", "image/jpeg", picture(colour, 90, 90)).await;
    put.json()["ref"].as_str().expect("a reference").to_owned()
}

/// A photo of a building that has all it needs.
fn of_building(file: &str, building: &str, taken: &str) -> Value {
    json!({ "file": file, "building": building, "taken": taken, "audience": "staff", "no_people": true })
}

async fn keep(raw: &Raw, body: &Value) -> Value {
    let kept = raw.json(Method::POST, "/api/v1/photos", body).await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    kept.json()
}

async fn days(raw: &Raw, query: &str) -> Vec<String> {
    let all = raw.get(&format!("/api/v1/photos?{query}")).await.json();
    let rows = all.as_array().expect("a list").iter();
    rows.map(|one| one["taken"].as_str().expect("a day").to_owned()).collect()
}

#[tokio::test]
async fn a_newer_photo_stands_before_an_older_one_and_both_keep_their_day() {
    for city in city::each().await {
        let building = a_building(&city).await;
        let worker = enter(&city, &format!("{GRID}-wg-01")).await;
        let (old, new) = (upload(&worker, 10).await, upload(&worker, 20).await);
        keep(&worker, &of_building(&new, &building, "2026-05-30")).await;
        let first = keep(&worker, &of_building(&old, &building, "2025-04-01")).await;
        let of = format!("building={building}");
        assert_eq!(days(&worker, &of).await, ["2026-05-30", "2025-04-01"]);
        assert_eq!(days(&worker, "bbox=106.504,29.504,106.506,29.506").await.len(), 2, "and on the map");
        let elsewhere = enter(&city, "500105003-zh-04").await;
        assert_eq!(days(&elsewhere, &of).await.len(), 2, "for whoever holds a post");
        let seen =
            elsewhere.get(&format!("/api/v1/photos/{}/picture", first["ref"].as_str().expect("ref"))).await;
        assert_eq!((seen.status, seen.header("content-type")), (200, "image/jpeg"));

        // A spot of the grid, a point by its code: the position says where.
        let spot = json!({
            "file": upload(&worker, 30).await, "lon": 106.503, "lat": 29.503, "taken": "2026-05-01",
            "audience": "community", "no_people": true,
        });
        keep(&worker, &spot).await;
        let here = "bbox=106.502,29.502,106.504,29.504";
        assert_eq!(days(&worker, here).await, ["2026-05-01"]);
        assert!(days(&elsewhere, here).await.is_empty(), "the community's own is not for another town");
        assert_eq!(
            days(&enter(&city, "500107003-zh-04").await, here).await.len(),
            1,
            "for the town above it"
        );
        let other = enter(&city, "500107003004001-wg-01").await;
        assert!(days(&other, here).await.is_empty());
        city.end().await;
    }
}

#[tokio::test]
async fn nothing_is_kept_with_people_in_it_undated_or_of_another_grid() {
    for city in city::each().await {
        let building = a_building(&city).await;
        let worker = enter(&city, &format!("{GRID}-wg-01")).await;
        let file = upload(&worker, 10).await;
        let good = of_building(&file, &building, "2026-05-30");
        let with = |field: &str, value: Value| {
            let mut body = good.clone();
            body[field] = value;
            body
        };
        for (body, field) in [
            (with("no_people", false.into()), "no_people"),
            (with("no_people", Value::Null), "no_people"),
            (with("taken", "2026-06-02".into()), "taken"),
            (with("taken", "gestern".into()), "taken"),
            (with("building", Value::Null), "building"),
            (with("lon", json!(106.505)), ""),
        ] {
            let no = worker.json(Method::POST, "/api/v1/photos", &body).await;
            if field.is_empty() {
                assert_eq!(no.status, 201, "half a position beside a building is none: {}", no.text);
                continue;
            }
            let named = no.text.contains(field);
            assert!((400..=422).contains(&no.status) && named, "{field}: {} {}", no.status, no.text);
        }
        let other = enter(&city, "500107003004001-wg-01").await;
        let theirs = upload(&other, 40).await;
        let no =
            other.json(Method::POST, "/api/v1/photos", &of_building(&theirs, &building, "2026-05-30")).await;
        assert_eq!(no.status, 403, "another grid: {}", no.text);
        let no =
            worker.json(Method::POST, "/api/v1/photos", &of_building(&theirs, &building, "2026-05-30")).await;
        assert_eq!(no.status, 404, "a picture that somebody else uploaded: {}", no.text);
        let desk = enter(&city, "500107003-zh-04").await;
        let own = upload(&desk, 50).await;
        let no = desk.json(Method::POST, "/api/v1/photos", &of_building(&own, &building, "2026-05-30")).await;
        assert_eq!(no.status, 403, "the desk looks, it does not keep: {}", no.text);
        city.end().await;
    }
}

#[tokio::test]
async fn a_photo_is_taken_back_by_whoever_uploaded_it_or_the_community_and_is_gone() {
    for city in city::each().await {
        let building = a_building(&city).await;
        let worker = enter(&city, &format!("{GRID}-wg-01")).await;
        let secretary = enter(&city, &format!("{VILLAGE}-sq-01")).await;
        let mut kept = Vec::new();
        for (raw, colour) in [(&worker, 10), (&worker, 20), (&secretary, 30)] {
            let file = upload(raw, colour).await;
            let photo = keep(raw, &of_building(&file, &building, "2026-05-30")).await;
            kept.push((photo["ref"].as_str().expect("ref").to_owned(), file));
        }
        let back = async |raw: &Raw, at: &str| {
            raw.json(Method::DELETE, &format!("/api/v1/photos/{at}"), &json!({})).await.status
        };
        assert_eq!(back(&enter(&city, "500107003-zh-04").await, &kept[0].0).await, 403);
        assert_eq!(
            back(&worker, &kept[2].0).await,
            403,
            "the community's own is not the worker's to take back"
        );
        assert_eq!(back(&worker, &kept[0].0).await, 204);
        assert_eq!(back(&secretary, &kept[1].0).await, 204);
        assert_eq!(days(&worker, &format!("building={building}")).await.len(), 1);
        for (at, file) in &kept[..2] {
            assert_eq!(secretary.get(&format!("/api/v1/photos/{at}/picture")).await.status, 404);
            assert_eq!(
                worker.get(&format!("/api/v1/files/{file}")).await.status,
                410,
                "the picture is erased"
            );
        }
        // After a year nothing tells of them; after five the last one is forgotten, too.
        let district: wangge_base::District = "500107".parse().expect("district");
        let sweep = async |city: &City| {
            let home = district.clone();
            city.house().db().write(move |tx| photo::jobs::sweep(tx, &home)).await.expect("swept")
        };
        assert_eq!(sweep(&city).await, 0);
        city.clock.advance_minutes(366 * 24 * 60);
        assert_eq!(sweep(&city).await, 2);
        city.clock.advance_minutes(5 * 366 * 24 * 60);
        assert_eq!(sweep(&city).await, 1);
        city.end().await;
    }
}

const HEADER: &str = "code,village,building,storey,flat,name,phone,roles,consent,gone";

async fn import(city: &City, text: &str, dry_run: bool) -> Result<(), String> {
    let dir = fresh_dir();
    let file = dir.join("residents.csv");
    std::fs::write(&file, format!("{HEADER}\n{text}")).expect("a file");
    let (mut report, mut progress) = (Report::default(), Progress::silent());
    let mut job = Job { house: city.house(), dry_run, report: &mut report, progress: &mut progress };
    let done = job.residents(&file).await.expect("reads");
    drop(std::fs::remove_dir_all(dir));
    done.map(drop).ok_or_else(|| report.table())
}

fn six() -> String {
    let rows = ["曾示例", "何示例", "周示例", "秦示例", "冉示例", "谭示例"].iter().enumerate();
    rows.map(|(n, name)| {
        let roles = if n == 0 { "owner;lone_elder,2026-01-15" } else { "," };
        format!("R-{n},{VILLAGE},L-1,{},{}01,{name},1380000567{n},{roles},\n", n + 1, n + 1)
    })
    .collect()
}

#[tokio::test]
async fn residents_are_imported_whole_or_not_at_all() {
    for city in city::each().await {
        a_building(&city).await;
        let bad = format!(
            "R-0,{VILLAGE},L-1,1,101,曾示例,13800005678,lone_elder,,\nR-0,{VILLAGE},L-9,1,101,何示例,,,,\n\
             R-2,{VILLAGE},L-1,77,101,周示例,,,,\nR-3,500107003004,L-1,1,101,秦示例,五楼,,,\nR-4,{VILLAGE},L-1,1,,,,king,2031-01-01,perhaps\n"
        );
        let told = import(&city, &bad, false).await.expect_err("five bad rows");
        for part in [
            "没有本人同意的日期",
            "编码重复",
            "没有这个编码的楼栋",
            "共6层",
            "不是电话号码",
            "lone_elder",
            "gone",
        ] {
            assert!(told.contains(part), "{part} in\n{told}");
        }
        let worker = enter(&city, &format!("{GRID}-wg-01")).await;
        let sheet = async || {
            let first =
                worker.get(&format!("/api/v1/buildings?grid={GRID}")).await.json()["items"][0].clone();
            worker.get(&format!("/api/v1/buildings/{}", first["ref"].as_str().expect("ref"))).await.json()
        };
        assert_eq!(sheet().await.get("registered"), None, "nothing is half imported");
        import(&city, &six(), true).await.expect("good rows");
        assert_eq!(sheet().await.get("registered"), None, "a dry run writes nothing");
        for _ in 0..2 {
            import(&city, &six(), false).await.expect("good rows");
        }
        let seen = sheet().await;
        assert_eq!(seen["registered"], 6, "the second time changes, it does not add");
        assert!(!seen.to_string().contains("示例\""), "no name on the board: {seen}");
        // Two move out: four people are nobody's business.
        let gone = format!("R-4,{VILLAGE},L-1,5,501,冉示例,,,,yes\nR-5,{VILLAGE},L-1,6,601,谭示例,,,,是\n");
        import(&city, &gone, false).await.expect("good rows");
        assert_eq!(sheet().await.get("registered"), None);
        // What nobody confirms for three years is forgotten.
        city.clock.advance_minutes(3 * 366 * 24 * 60);
        let district: wangge_base::District = "500107".parse().expect("district");
        let swept = city.house().db().write(move |tx| resident::jobs::sweep(tx, &district)).await;
        assert_eq!(swept.expect("swept"), 4);
        city.end().await;
    }
}

#[tokio::test]
async fn a_named_row_opens_from_work_at_the_building_only_and_leaves_a_trace() {
    for city in city::each().await {
        let building = a_building(&city).await;
        import(&city, &six(), false).await.expect("good rows");
        let worker = enter(&city, &format!("{GRID}-wg-01")).await;
        let report = async |lon: f64| {
            let body = json!({ "text": "楼道灯不亮", "point": { "lon": lon, "lat": 29.505 } });
            let receipt = worker.json(Method::POST, "/api/v1/cases", &body).await.json();
            receipt["ref"].as_str().expect("ref").to_owned()
        };
        let (case, far) = (report(106.505).await, report(106.509).await);
        let path = format!("/api/v1/buildings/{building}/residents");
        let look = async |raw: &Raw, work: &str, reason: &str| {
            raw.json(Method::POST, &path, &json!({ "work": work, "reason": reason })).await
        };
        const WHY: &str = "逐户通知停水检修";
        for (work, reason, status) in [(&case, "看看", 422), (&far, WHY, 409), (&String::new(), WHY, 404)] {
            let no = look(&worker, work, reason).await;
            assert_eq!(no.status, status, "{}", no.text);
        }
        for (login, status) in [
            ("500107003004001-wg-01", 403),
            ("500105003-zh-04", 403),
            ("500107-q-cg-bm-01", 403),
            ("500107003-ms-04", 403),
        ] {
            let no = look(&enter(&city, login).await, &case, WHY).await;
            assert_eq!(no.status, status, "{login}: {}", no.text);
            assert!(!no.text.contains("曾"), "{}", no.text);
        }
        let seen = look(&worker, &case, WHY).await;
        assert_eq!(seen.status, 200, "{}", seen.text);
        assert!(!seen.text.contains("曾示例") && !seen.text.contains("13800005670"), "masked: {}", seen.text);
        let rows = seen.json();
        assert_eq!(
            (&rows[0]["name"], &rows[0]["phone"], &rows[0]["roles"], rows.as_array().map(Vec::len)),
            (&json!("曾**"), &json!("138****5670"), &json!(["owner", "lone_elder"]), Some(6))
        );
        let storey = json!({ "work": case, "reason": WHY, "storey": 2 });
        let one = worker.json(Method::POST, &path, &storey).await.json();
        assert_eq!((one.as_array().map(Vec::len), &one[0]["flat"]), (Some(1), &json!("201")));

        let at = rows[0]["ref"].as_str().expect("ref");
        let path = format!("/api/v1/residents/{at}/reveal");
        let ask = json!({ "work": case, "reason": "电话联系本人开门", "what": "phone" });
        let phone = worker.json(Method::POST, &path, &ask).await;
        assert_eq!(
            (phone.status, phone.json()["value"].as_str()),
            (200, Some("13800005670")),
            "{}",
            phone.text
        );
        let other = enter(&city, "500107003004001-wg-01").await;
        assert_eq!(other.json(Method::POST, &path, &ask).await.status, 403);

        // The auditor reads who looked, because of what; and no name or number.
        let made = first::administrators(city.house()).await.expect("administrators");
        let auditor = made.iter().find(|m| m.name == "auditor").expect("the auditor");
        let auditor = Raw::log_in(&city.base(), &auditor.name, &auditor.password).await;
        let of = async |subject: &str| {
            auditor.get(&format!("/api/v1/audit?district=500107&subject={subject}")).await.json()["items"]
                .clone()
        };
        let looked = of(&building).await;
        assert_eq!(looked.as_array().map(Vec::len), Some(2), "refusals are no looks: {looked}");
        let first = &looked[1];
        assert_eq!(
            (&first["kind"], &first["facts"]["work"], &first["facts"]["reason"], &first["facts"]["rows"]),
            (&json!("data.looked"), &json!(case), &json!(WHY), &json!(6))
        );
        let revealed = of(at).await;
        assert_eq!(
            (&revealed[0]["kind"], &revealed[0]["facts"]["what"]),
            (&json!("data.revealed"), &json!(["phone"]))
        );
        let trail = auditor.get("/api/v1/audit?district=500107&limit=100").await.text;
        assert!(!trail.contains("示例\"") && !trail.contains("13800005670"), "{trail}");

        // Closed work opens nothing.
        let desk = city.hand(TOWN, "ZH-04").await;
        desk.does(&case, json!({ "action": "reject", "reason": "不属受理范围,请向物业反映" })).await;
        assert_eq!(look(&worker, &case, WHY).await.status, 409);
        // A duty at the building is a reason too, while something is to be done there today; a place without one is none.
        let path = format!("/api/v1/buildings/{building}/residents");
        let look = async |raw: &Raw, work: &str, reason: &str| {
            raw.json(Method::POST, &path, &json!({ "work": work, "reason": reason })).await
        };
        let (secretary, desk) =
            (enter(&city, "500107003003-sq-01").await, enter(&city, "500107003-zh-04").await);
        let object = async |kind: &str| {
            let body = json!({ "kind": kind, "name": "示例", "point": { "lon": 106.505, "lat": 29.505 } });
            let made = secretary.json(Method::POST, "/api/v1/duties/objects", &body).await.json();
            made["ref"].as_str().expect("an object").to_owned()
        };
        let (elder, shop) = (object("elder").await, object("shop").await);
        let heat =
            json!({ "on": "heat", "measure": 40.0, "unit": VILLAGE, "until": "2026-06-02", "note": "高温" });
        assert_eq!(desk.json(Method::POST, "/api/v1/duties/triggers", &heat).await.status, 201);
        assert_eq!(look(&worker, &elder, "高温走访独居老人").await.status, 200);
        let idle = look(&worker, &shop, "看看店主是谁").await;
        assert_eq!(
            (idle.status, idle.json()["code"].as_str()),
            (409, Some("resident.over")),
            "{}",
            idle.text
        );
        city.end().await;
    }
}
