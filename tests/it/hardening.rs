//! Bad input and bad manners through HTTP: too much, lies, broken things, too often; and what every
//! answer carries.

use std::time::{Duration, Instant};

use reqwest::{Method, header};
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use wangge_demo::{client::picture, people::PASSWORD};
use wangge_store::{Engine, testdb};

use crate::{
    city::{City, key},
    raw::{Raw, answered},
};

const GRID: &str = "500107003003001";
const WORKER: &str = "500107003003001-wg-01";

async fn small() -> City {
    City::on(Engine::Sqlite).await
}

fn report() -> serde_json::Value {
    json!({ "text": "楼道堆放杂物", "grid": GRID })
}

/// Sends a head that announces 100 MB and then as much of it as the server takes; answers the head of
/// what came back.
async fn flood(addr: &str, head: &str) -> String {
    let stream = TcpStream::connect(addr).await.expect("connects");
    let (mut from, mut to) = stream.into_split();
    let head = format!("{head}\r\nHost: wangge\r\nContent-Length: 104857600\r\n\r\n");
    let send = async move {
        let block = vec![b'x'; 1 << 16];
        // The server may hang up as soon as it has heard enough.
        let mut open = to.write_all(head.as_bytes()).await.is_ok();
        for _ in 0..1600 {
            open = open && to.write_all(&block).await.is_ok();
        }
        // Dropped now, it would hang up before the answer.
        to
    };
    let hear = async move {
        let mut heard = Vec::new();
        let mut block = [0; 4096];
        while !heard.windows(4).any(|w| w == b"\r\n\r\n") {
            match from.read(&mut block).await {
                Ok(n @ 1..) => heard.extend_from_slice(&block[..n]),
                _ => break,
            }
        }
        String::from_utf8_lossy(&heard).into_owned()
    };
    let (heard, _to) = tokio::join!(hear, send);
    heard
}

#[tokio::test]
async fn a_hundred_megabytes_are_refused_quickly_and_the_server_lives() {
    let city = small().await;
    let addr = city.running.addr.to_string();
    let worker = Raw::log_in(&city.base(), WORKER, PASSWORD).await;
    let began = Instant::now();
    for head in [
        "POST /api/v1/cases HTTP/1.1\r\nContent-Type: application/json\r\nIdempotency-Key: flood-0001",
        "POST /api/v1/session HTTP/1.1\r\nContent-Type: application/json",
        "POST /api/v1/files HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\nIdempotency-Key: flood-0002",
    ] {
        let heard = flood(&addr, head).await;
        assert!(heard.starts_with("HTTP/1.1 413"), "{head}: {heard}");
    }
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    assert_eq!(worker.get("/healthz").await.status, 200);
    assert_eq!(worker.json(Method::POST, "/api/v1/cases", &report()).await.status, 201, "the server lives");
    city.end().await;
}

#[tokio::test]
async fn a_file_that_lies_about_its_type_is_refused() {
    let city = small().await;
    let worker = Raw::log_in(&city.base(), WORKER, PASSWORD).await;
    let case = worker.json(Method::POST, "/api/v1/cases", &report()).await.json();
    let case = case["ref"].as_str().expect("a case");
    let page = b"<!doctype html><script>alert(1)</script>".to_vec();
    let mut mixed = picture(9, 9, 9);
    mixed.truncate(60);
    for (name, kind, bytes) in [
        ("photo.jpg", "image/jpeg", page.clone()),
        ("page.html", "text/html", page.clone()),
        ("photo.png", "image/png", picture(9, 9, 9)),
        ("page.html", "text/html", picture(9, 9, 9)),
        ("cut.jpg", "image/jpeg", mixed),
        ("a.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
        ("a.exe", "application/octet-stream", b"MZ\x90\0".to_vec()),
    ] {
        let answer = worker.upload(case, name, kind, bytes).await;
        assert_eq!(answer.status, 415, "{name} as {kind}: {}", answer.text);
        assert!(answer.json()["zh"].is_string() && answer.json()["en"].is_string(), "{}", answer.text);
    }
    let empty = worker.upload(case, "empty.jpg", "image/jpeg", Vec::new()).await;
    assert_eq!(empty.status, 422, "{}", empty.text);
    city.end().await;
}

#[tokio::test]
async fn a_file_of_several_megabytes_is_taken_whole_and_one_too_large_is_told_so() {
    let city = small().await;
    let worker = Raw::log_in(&city.base(), WORKER, PASSWORD).await;
    let case = worker.json(Method::POST, "/api/v1/cases", &report()).await.json();
    let case = case["ref"].as_str().expect("a case");
    let paper = |bytes: usize| [b"%PDF-1.7\n".to_vec(), vec![b'%'; bytes]].concat();
    let answer = worker.upload(case, "minutes.pdf", "application/pdf", paper(6 << 20)).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    assert_eq!(answer.json()["size"], (6 << 20) + 9, "{}", answer.text);
    let large = worker.upload(case, "film.pdf", "application/pdf", paper(20 << 20)).await;
    assert_eq!(large.status, 413, "{}", large.text);
    city.end().await;
}

#[tokio::test]
async fn broken_json_names_the_place_and_other_types_are_refused() {
    let city = small().await;
    let citizen = Raw::anonymous(&city.base());
    let send = async |kind: &str, body: &str| {
        let request = citizen.request(Method::POST, "/api/v1/cases").header(header::CONTENT_TYPE, kind);
        answered(request.body(body.to_owned())).await
    };
    for (body, status, place) in [
        ("{\"text\":\n \"a\",,", 400, "line 2, column 6"),
        ("", 400, "line 1"),
        ("{\"text\": \"没有网格\", \"grid\": 7}", 422, "/grid"),
        ("{\"text\": [1]}", 422, "/text"),
        ("{\"grid\": \"500107003003001\"}", 422, "/text"),
        ("{\"text\": \"a\", \"text\": \"b\"}", 422, "text"),
        ("{\"text\": \"楼道\", \"point\": {\"lon\": \"x\", \"lat\": 1}}", 422, "/point/lon"),
        ("[]", 422, "/"),
    ] {
        let answer = send("application/json", body).await;
        assert_eq!(answer.status, status, "{body}: {}", answer.text);
        assert!(answer.text.contains(place), "{body} should name {place}: {}", answer.text);
        assert_eq!(answer.header("content-type"), "application/problem+json");
    }
    let request =
        citizen.request(Method::POST, "/api/v1/cases").header(header::CONTENT_TYPE, "application/json");
    let answer = answered(request.body(b"{\"text\": \"\xff\xfe\"}".to_vec())).await;
    assert!(matches!(answer.status, 400 | 422), "broken UTF-8: {}", answer.text);
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/xml"] {
        let answer = send(kind, "{\"text\": \"楼道堆放杂物\", \"grid\": \"500107003003001\"}").await;
        assert_eq!(answer.status, 415, "{kind}: {}", answer.text);
    }
    city.end().await;
}

/// A JPEG whose EXIF says 29°31'12" north, 106°30'36" east.
fn photo_with_a_place() -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [
            tag.to_be_bytes().to_vec(),
            kind.to_be_bytes().to_vec(),
            count.to_be_bytes().to_vec(),
            value.to_be_bytes().to_vec(),
        ]
        .concat()
    };
    // One entry that points to the directory of the place at 26, whose numbers stand at 80 and 104.
    tiff.extend([vec![0, 1], entry(0x8825, 4, 1, 26), vec![0; 4]].concat());
    tiff.extend([vec![0, 4], entry(1, 2, 2, u32::from_be_bytes(*b"N\0\0\0")), entry(2, 5, 3, 80)].concat());
    tiff.extend([entry(3, 2, 2, u32::from_be_bytes(*b"E\0\0\0")), entry(4, 5, 3, 104), vec![0; 4]].concat());
    for number in [29_u32, 31, 12, 106, 30, 36] {
        tiff.extend([number.to_be_bytes(), 1_u32.to_be_bytes()].concat());
    }
    let plain = picture(80, 90, 100);
    let length = u16::try_from(tiff.len() + 8).expect("short");
    [&plain[..2], &[0xff, 0xe1], &length.to_be_bytes(), b"Exif\0\0", &tiff, &plain[2..]].concat()
}

#[tokio::test]
async fn a_photo_offers_its_place_and_keeps_it_nowhere() {
    let city = small().await;
    let worker = Raw::log_in(&city.base(), WORKER, PASSWORD).await;
    let case = worker.json(Method::POST, "/api/v1/cases", &report()).await.json();
    let case = case["ref"].as_str().expect("a case");
    let photo = photo_with_a_place();
    let holds = |bytes: &[u8]| bytes.windows(4).any(|w| w == b"Exif");
    assert!(holds(&photo));
    let answer = worker.upload(case, "photo.jpg", "image/jpeg", photo).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let file = answer.json();
    let place = &file["offer"]["place"];
    let near =
        |value: &serde_json::Value, wanted: f64| (value.as_f64().expect("degrees") - wanted).abs() < 1e-6;
    assert!(near(&place["lon"], 106.51) && near(&place["lat"], 29.52), "offered to the uploader: {file}");
    let path = format!("/api/v1/files/{}", file["ref"].as_str().expect("a file"));
    let kept = worker.request(Method::GET, &path).send().await.expect("the file");
    assert_eq!(kept.headers()["content-type"], "image/jpeg");
    assert!(kept.headers()["content-security-policy"].to_str().expect("text").contains("sandbox"));
    let kept = kept.bytes().await.expect("the content");
    assert!(kept.len() > 100 && !holds(&kept), "the stored copy has no EXIF");
    let sheet = worker.get(&format!("/api/v1/cases/{case}")).await.text;
    assert!(!sheet.contains("106.51"), "and the case does not know the place either: {sheet}");
    city.end().await;
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let city = small().await;
    let citizen = Raw::anonymous(&city.base());
    let worker = Raw::log_in(&city.base(), WORKER, PASSWORD).await;
    for (raw, path, status) in [
        (&citizen, "/healthz", 200),
        (&citizen, "/api/v1/matters", 200),
        (&citizen, "/api/v1/docs", 200),
        (&citizen, "/api/v1/openapi.json", 200),
        (&citizen, "/api/v1/cases", 401),
        (&citizen, "/api/v1/nothing", 404),
        (&worker, "/api/v1/me", 200),
        (&worker, "/api/v1/cases?limit=0", 422),
    ] {
        let answer = raw.get(path).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.text);
        for (name, part) in [
            ("content-security-policy", "default-src 'self'"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("permissions-policy", "geolocation=(self)"),
            ("cache-control", "no-store"),
            ("x-request-id", "-"),
        ] {
            assert!(answer.header(name).contains(part), "{path}: {name}: {:?}", answer.header(name));
        }
        assert!(!answer.headers.contains_key("server"), "{path} names its software");
        assert!(!answer.headers.contains_key("access-control-allow-origin"), "{path} lets other origins in");
    }
    let wrong = answered(citizen.request(Method::PUT, "/api/v1/cases")).await;
    assert_eq!(wrong.status, 405);
    city.end().await;
}

#[tokio::test]
async fn a_session_is_a_cookie_that_no_script_reads_and_a_write_repeats_its_token() {
    let city = small().await;
    let citizen = Raw::anonymous(&city.base());
    let good = json!({ "login": WORKER, "password": PASSWORD });
    let answer = citizen.json(Method::POST, "/api/v1/session", &good).await;
    let cookies: Vec<&str> =
        answer.headers.get_all("set-cookie").iter().filter_map(|v| v.to_str().ok()).collect();
    let session = cookies.iter().find(|c| c.starts_with("wangge=")).expect("a session cookie");
    assert!(session.contains("HttpOnly") && session.contains("SameSite=Lax"), "{session}");
    // Logged in now, by cookie alone: reading works, writing without the token does not.
    assert_eq!(citizen.get("/api/v1/me").await.status, 200);
    let forged = citizen.json(Method::POST, "/api/v1/cases", &report()).await;
    assert_eq!(
        (forged.status, forged.json()["code"].as_str()),
        (403, Some("session.csrf")),
        "{}",
        forged.text
    );
    city.end().await;
}

#[tokio::test]
async fn too_many_anonymous_requests_are_told_when_to_come_back() {
    let city = City::tuned(Engine::Sqlite, |config| {
        config.rate.anonymous_writes = 4;
        config.rate.anonymous_reads = 3;
        config.rate.logins = 3;
    })
    .await;
    let citizen = Raw::anonymous(&city.base());
    let limited = |answer: &crate::raw::Answer| {
        let wait: u64 = answer.header("retry-after").parse().expect("Retry-After in seconds");
        assert!(answer.status == 429 && (1..=60).contains(&wait), "{} {wait}", answer.status);
        assert!(answer.json()["zh"].as_str().is_some_and(|zh| zh.contains("110")), "{}", answer.text);
    };
    for n in 1..=4 {
        let answer = citizen.json(Method::POST, "/api/v1/cases", &report()).await;
        assert_eq!(answer.status, 201, "report {n} of 4 a minute: {}", answer.text);
    }
    limited(&citizen.json(Method::POST, "/api/v1/cases", &report()).await);
    limited(
        &citizen
            .upload("500107.00000000000000000000000000000000", "a.jpg", "image/jpeg", picture(1, 1, 1))
            .await,
    );
    for _ in 0..3 {
        assert_eq!(citizen.get("/api/v1/cases").await.status, 401);
    }
    limited(&citizen.get("/api/v1/cases").await);
    // A session is not counted, and one log-in of three is left for it.
    for _ in 0..2 {
        let wrong = json!({ "login": "nobody", "password": "wrong" });
        assert_eq!(citizen.json(Method::POST, "/api/v1/session", &wrong).await.status, 401);
    }
    let worker = Raw::log_in(&city.base(), WORKER, PASSWORD).await;
    limited(&citizen.json(Method::POST, "/api/v1/session", &json!({ "login": "x", "password": "y" })).await);
    for _ in 0..6 {
        assert_eq!(worker.json(Method::POST, "/api/v1/cases", &report()).await.status, 201);
    }
    city.end().await;
}

#[tokio::test]
async fn five_wrong_passwords_lock_a_name_for_a_quarter_of_an_hour() {
    for city in crate::city::each().await {
        let stranger = Raw::anonymous(&city.base());
        let tries = async |login: &str, password: &str| {
            let given = json!({ "login": login, "password": password });
            stranger.json(Method::POST, "/api/v1/session", &given).await
        };
        for n in 1..=4 {
            let answer = tries(WORKER, "wrong").await;
            assert_eq!(answer.status, 401, "try {n}: {}", answer.text);
        }
        assert_eq!(tries("nobody", "wrong").await.text.len(), tries("nobodi", "wrong").await.text.len());
        tries(WORKER, "wrong").await;
        let locked = tries(WORKER, PASSWORD).await;
        assert_eq!(
            (locked.status, locked.json()["code"].as_str()),
            (429, Some("session.locked")),
            "{}",
            locked.text
        );
        let other = tries("500107003-zh-04", PASSWORD).await;
        assert_eq!(other.status, 200, "others log in as ever: {}", other.text);
        city.clock.advance_minutes(16);
        assert_eq!(tries(WORKER, PASSWORD).await.status, 200, "a quarter of an hour later");
        city.end().await;
    }
}

/// Whoever follows the events waits for the database too, so the least of many counts.
#[tokio::test]
async fn a_case_is_read_in_one_round_trip_and_acted_on_in_three() {
    if testdb::server_url().is_none() {
        eprintln!("*** TEST_DATABASE_URL is not set: ROUND TRIPS ARE NOT COUNTED ***");
        return;
    }
    let city = City::on(Engine::Postgres).await;
    let worker = city.hand(GRID, "WG-01").await;
    let receipt = worker.report(report()).await;
    let at = receipt["ref"].as_str().expect("a reference");
    let path = format!("/api/v1/cases/{at}/actions");
    let trips = || city.house().db().stats().round_trips;
    let (mut read, mut act) = (u64::MAX, u64::MAX);
    for n in 0..20 {
        let before = trips();
        worker.sheet(at).await;
        read = read.min(trips() - before);
        let body = json!({ "action": "add", "text": format!("第{n}次来看") });
        let before = trips();
        worker.client.post(&path, Some(&key()), &body).await.expect("is added");
        act = act.min(trips() - before);
    }
    assert_eq!((read, act), (1, 3), "to read a case; to act on it: key and case, the guarded row, the rest");
    city.end().await;
}
