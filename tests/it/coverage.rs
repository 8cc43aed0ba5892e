//! Who may call what: every operation of the interface, called by people who should not, and by some
//! who should. The golden file is read by a person; a new operation without a sample fails here.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Value, json};
use wangge_server::{cli::UserCommand, first, router, user};
use wangge_store::Engine;

use crate::{
    city::{City, key},
    golden::compare,
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";

/// Who calls, and why this one.
const CALLERS: &[(&str, &str)] = &[
    ("anonymous", "nobody is logged in"),
    ("next door", "grid worker of another community of the same town: wrong unit"),
    ("elsewhere", "dispatcher of a town in another district: wrong district"),
    ("auditor", "one of the three administrators: wrong role"),
    ("system", "system administrator"),
    ("security", "security administrator"),
    ("worker", "grid worker of the grid"),
    ("desk", "dispatcher of the town"),
];

/// What there is to ask for.
struct Targets {
    case: String,
    token: String,
    file: String,
    notice: String,
    account: String,
    holding: String,
}

/// A browser that only wants to know the status.
struct Browser {
    http: reqwest::Client,
    base: String,
    csrf: String,
}

impl Browser {
    async fn new(base: &str, login: Option<(&str, &str)>) -> Self {
        let http = reqwest::Client::builder().cookie_store(true).build().expect("a client");
        let mut browser = Self { http, base: base.to_owned(), csrf: String::new() };
        if let Some((login, password)) = login {
            let (status, me) = browser
                .call("POST", "/api/v1/session", Some(json!({"login": login, "password": password})))
                .await;
            assert_eq!(status, 200, "{login} logs in");
            browser.csrf = me["csrf"].as_str().expect("csrf").to_owned();
        }
        browser
    }

    async fn call(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        let method = method.parse().expect("method");
        let mut request = self
            .http
            .request(method, format!("{}{path}", self.base))
            .header("idempotency-key", key())
            .header("x-csrf", &self.csrf);
        if let Some(body) = body {
            request = request.json(&body);
        } else if path == "/api/v1/files" {
            let photo = reqwest::multipart::Part::bytes(photo()).file_name("a.png");
            request = request
                .multipart(reqwest::multipart::Form::new().text("district", "500107").part("file", photo));
        }
        let answer = request.send().await.expect("answers");
        let status = answer.status().as_u16();
        if path.starts_with("/api/v1/stream") {
            return (status, Value::Null); // a stream has no end to wait for
        }
        (status, answer.json().await.unwrap_or_default())
    }
}

fn photo() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(8, 8).write_to(&mut out, image::ImageFormat::Png).expect("a picture");
    out.into_inner()
}

/// A well-formed call of the operation: what remains to be refused is who calls.
fn sample(operation: &str, t: &Targets) -> Option<(String, Option<Value>)> {
    let grid = |code: &str| json!({"code": code, "name": "第9网格", "rings": []});
    let (path, body) = match operation {
        "POST /api/v1/session" => {
            ("/api/v1/session".into(), Some(json!({"login": "nobody", "password": "wrong"})))
        }
        "DELETE /api/v1/session" => ("/api/v1/session".into(), None),
        "DELETE /api/v1/sessions" => ("/api/v1/sessions".into(), None),
        "GET /api/v1/me" => ("/api/v1/me".into(), None),
        "GET /api/v1/me/looks" => ("/api/v1/me/looks".into(), None),
        "PUT /api/v1/me/password" => {
            ("/api/v1/me/password".into(), Some(json!({"current": "wrong", "new": "谢家湾的早晨很安静也好"})))
        }
        "GET /api/v1/accounts" => (format!("/api/v1/accounts?unit={TOWN}"), None),
        "POST /api/v1/accounts" => (
            "/api/v1/accounts".into(),
            Some(
                json!({"login": format!("new-{}", key()), "password": "谢家湾的早晨很安静", "called": "新同事", "home_unit": TOWN}),
            ),
        ),
        "DELETE /api/v1/accounts/{ref}" => (format!("/api/v1/accounts/{}", t.account), None),
        "POST /api/v1/accounts/{ref}/holdings" => (
            format!("/api/v1/accounts/{}/holdings", t.account),
            Some(
                json!({"unit": TOWN, "post": "ZH-03", "role": "duty_officer", "board": "CENTRE", "capacity": "deputy"}),
            ),
        ),
        "DELETE /api/v1/holdings/{ref}" => (format!("/api/v1/holdings/{}", t.holding), None),
        "GET /api/v1/roster" => (format!("/api/v1/roster?unit={TOWN}"), None),
        "PUT /api/v1/roster" => (
            "/api/v1/roster".into(),
            Some(
                json!({"unit": TOWN, "post": "ZH-04", "from": "2026-06-02T00:00:00Z", "to": "2026-06-03T00:00:00Z", "shifts": []}),
            ),
        ),
        "GET /api/v1/audit" => ("/api/v1/audit?district=500107".into(), None),
        "GET /api/v1/notices" => ("/api/v1/notices".into(), None),
        "POST /api/v1/notices/{ref}/read" => (format!("/api/v1/notices/{}/read", t.notice), None),
        "POST /api/v1/notices/{ref}/take" => (format!("/api/v1/notices/{}/take", t.notice), None),
        "POST /api/v1/files" => ("/api/v1/files".into(), None),
        "GET /api/v1/files/{ref}" => (format!("/api/v1/files/{}", t.file), None),
        "GET /api/v1/stream" => ("/api/v1/stream".into(), None),
        "GET /api/v1/units" => ("/api/v1/units?q=谢家湾".into(), None),
        "GET /api/v1/units/{code}" => (format!("/api/v1/units/{TOWN}"), None),
        "GET /api/v1/units/{code}/children" => (format!("/api/v1/units/{TOWN}/children"), None),
        "GET /api/v1/units/{code}/history" => (format!("/api/v1/units/{TOWN}/history"), None),
        "GET /api/v1/units/{code}/posts" => (format!("/api/v1/units/{TOWN}/posts"), None),
        "POST /api/v1/units/{code}/governor" => {
            (format!("/api/v1/units/{TOWN}/governor"), Some(json!({"parent": "500105"})))
        }
        "GET /api/v1/unit-aliases" => ("/api/v1/unit-aliases?scheme=消防&alias=9".into(), None),
        "GET /api/v1/editions" => ("/api/v1/editions".into(), None),
        "GET /api/v1/places/locate" => ("/api/v1/places/locate?lon=106.505&lat=29.505".into(), None),
        "GET /api/v1/grids" => ("/api/v1/grids?bbox=106.5,29.5,106.51,29.51".into(), None),
        "GET /api/v1/grids/{code}" => (format!("/api/v1/grids/{GRID}"), None),
        "POST /api/v1/grids/{code}/split" => (
            format!("/api/v1/grids/{GRID}/split"),
            Some(json!({"parts": [grid("500107003003008"), grid("500107003003009")]})),
        ),
        "POST /api/v1/grid-merges" => (
            "/api/v1/grid-merges".into(),
            Some(json!({"grids": [GRID, "500107003003002"], "into": grid("500107003003009")})),
        ),
        "GET /api/v1/matters" => ("/api/v1/matters".into(), None),
        "GET /api/v1/matters/suggest" => ("/api/v1/matters/suggest?text=垃圾".into(), None),
        "GET /api/v1/matters/{code}" => ("/api/v1/matters/M-MS-06".into(), None),
        "POST /api/v1/cases" => ("/api/v1/cases".into(), Some(json!({"text": "路灯不亮了", "grid": GRID}))),
        "GET /api/v1/cases" => ("/api/v1/cases".into(), None),
        "GET /api/v1/cases/{ref}" => (format!("/api/v1/cases/{}", t.case), None),
        "GET /api/v1/cases/{ref}/timeline" => (format!("/api/v1/cases/{}/timeline", t.case), None),
        "POST /api/v1/cases/{ref}/actions" => (
            format!("/api/v1/cases/{}/actions", t.case),
            Some(json!({"action": "verify", "found": true, "note": "属实", "version": 1})),
        ),
        "POST /api/v1/cases/{ref}/reveal" => {
            (format!("/api/v1/cases/{}/reveal", t.case), Some(json!({"reason": "需要电话核实地点"})))
        }
        "GET /api/v1/follow/{token}" => (format!("/api/v1/follow/{}", t.token), None),
        "POST /api/v1/follow/{token}/actions" => {
            (format!("/api/v1/follow/{}/actions", t.token), Some(json!({"action": "add", "text": "还在"})))
        }
        "GET /api/v1/precedents" => ("/api/v1/precedents".into(), None),
        _ => return None,
    };
    Some((path, body))
}

/// Every operation of the document, reads first so that writes do not disturb them.
fn operations() -> Vec<String> {
    let document: Value = serde_json::from_str(&router::document().to_json().expect("JSON")).expect("JSON");
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for method in methods.as_object().expect("methods").keys() {
            all.push(format!("{} {path}", method.to_uppercase()));
        }
    }
    // Logging out comes last of all.
    all.sort_by_key(|op| (op.starts_with("DELETE /api/v1/session"), !op.starts_with("GET"), op.clone()));
    all
}

/// A city with a case, and something of each kind to ask for.
async fn targets(city: &City) -> Targets {
    let citizen = Browser::new(&city.base(), None).await;
    let body = json!({"text": "垃圾堆在路口", "grid": GRID, "name": "曾先生", "phone": "13800005678"});
    let (status, receipt) = citizen.call("POST", "/api/v1/cases", Some(body)).await;
    assert_eq!(status, 201, "{receipt}");
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let worker = browser(city, "worker", &BTreeMap::new()).await;
    let (_, file) = worker.call("POST", "/api/v1/files", None).await;
    let (_, notices) = worker.call("GET", "/api/v1/notices", None).await;
    let add = UserCommand::Add {
        name: "spare".into(),
        called: "备用".into(),
        unit: TOWN.into(),
        post: "MS-01".into(),
        role: "town_post_officer".into(),
        board: "MS".into(),
    };
    let told = user::run(city.house(), add).await.expect("adds");
    let password = told.split_whitespace().nth(1).expect("password").to_owned();
    let spare = Browser::new(&city.base(), Some(("spare", &password))).await;
    let (_, me) = spare.call("GET", "/api/v1/me", None).await;
    Targets {
        case: text(&receipt["ref"]),
        token: text(&receipt["follow"]),
        file: text(&file["ref"]),
        notice: notices["items"][0]["ref"].as_str().map_or_else(|| text(&receipt["ref"]), str::to_owned),
        account: text(&me["account"]),
        holding: text(&me["holdings"][0]["id"]),
    }
}

async fn browser(city: &City, caller: &str, admins: &BTreeMap<String, String>) -> Browser {
    let person = |unit: &str, post: &str| {
        city.people.iter().find(|p| p.unit == unit && p.post == post).expect("holds it").login.clone()
    };
    let demo = wangge_demo::people::PASSWORD;
    let base = city.base();
    let (login, password) = match caller {
        "anonymous" => return Browser::new(&base, None).await,
        "next door" => (person("500107003004001", "WG-01"), demo.to_owned()),
        "elsewhere" => (person("500105003", "ZH-04"), demo.to_owned()),
        "worker" => (person(GRID, "WG-01"), demo.to_owned()),
        "desk" => (person(TOWN, "ZH-04"), demo.to_owned()),
        "system" => ("admin".to_owned(), admins["admin"].clone()),
        admin => (admin.to_owned(), admins[admin].clone()),
    };
    Browser::new(&base, Some((&login, &password))).await
}

#[tokio::test]
async fn golden_access_coverage() {
    let operations = operations();
    let mut table: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for (caller, _) in CALLERS {
        // A city each: what one caller was allowed to change does not meet the next.
        let city = City::on(Engine::Sqlite).await;
        let made = first::administrators(city.house()).await.expect("administrators");
        let admins = made.into_iter().map(|m| (m.name, m.password)).collect();
        let targets = targets(&city).await;
        let browser = browser(&city, caller, &admins).await;
        for operation in &operations {
            let (path, body) = sample(operation, &targets)
                .unwrap_or_else(|| panic!("{operation} has no sample in tests/it/coverage.rs: add one"));
            let (method, _) = operation.split_once(' ').expect("method and path");
            let (status, answer) = browser.call(method, &path, body).await;
            assert_ne!(status, 500, "{caller}: {operation}: {answer}");
            table.entry(operation.clone()).or_default().push(status);
        }
        city.end().await;
    }
    let mut out = String::from(
        "# Every operation by caller; tests/it/coverage.rs makes this file, `make bless` rewrites it.\n",
    );
    for (caller, why) in CALLERS {
        let _ = writeln!(out, "# {caller}: {why}");
    }
    let names: Vec<String> = CALLERS.iter().map(|(c, _)| format!("{c:>9}")).collect();
    let _ = writeln!(out, "{:<42} {}", "", names.join(" "));
    for (operation, statuses) in &table {
        let row: Vec<String> = statuses.iter().map(|s| format!("{s:>9}")).collect();
        let _ = writeln!(out, "{operation:<42} {}", row.join(" "));
    }
    compare("tests/it/access.txt", &out);
}
