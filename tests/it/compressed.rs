//! Answers on slow lines: JSON goes packed to whoever takes it, and what must not does not.

use std::io::Read as _;

use reqwest::{Method, header};
use serde_json::{Value, json};
use wangge_demo::people::PASSWORD;
use wangge_store::Engine;

use crate::{city::City, raw::Raw};

const WORKER: &str = "500107003003001-wg-01";
const DESK: &str = "500107003-zh-04";

struct Packed {
    encoding: String,
    vary: String,
    bytes: Vec<u8>,
}

async fn asked(raw: &Raw, path: &str, accept: &str) -> Packed {
    let request = raw.request(Method::GET, path).header(header::ACCEPT_ENCODING, accept);
    let answer = request.send().await.expect("an answer");
    assert!(answer.status().is_success(), "{path}: {}", answer.status());
    let header = |name: &str| {
        answer.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or("").to_ascii_lowercase()
    };
    let (encoding, vary) = (header("content-encoding"), header("vary"));
    let endless = header("content-type").starts_with("text/event-stream");
    let bytes = if endless { Vec::new() } else { answer.bytes().await.expect("all of it").to_vec() };
    Packed { encoding, vary, bytes }
}

#[tokio::test]
async fn json_goes_packed_and_nothing_else_does() {
    let city = City::on(Engine::Sqlite).await;
    let worker = Raw::log_in(&city.base(), WORKER, PASSWORD).await;
    for n in 0..20 {
        let body = json!({ "text": format!("楼道堆放杂物,第{n}处"), "grid": "500107003003001" });
        assert_eq!(worker.json(Method::POST, "/api/v1/cases", &body).await.status, 201);
    }
    let desk = Raw::log_in(&city.base(), DESK, PASSWORD).await;
    let get = async |path: &str, accept: &str| asked(&desk, path, accept).await;

    let plain = get("/api/v1/cases", "identity").await;
    let packed = get("/api/v1/cases", "gzip, deflate, br").await;
    assert_eq!((plain.encoding.as_str(), packed.encoding.as_str()), ("", "gzip"));
    assert!(packed.vary.contains("accept-encoding"), "{}", packed.vary);
    assert!(packed.bytes.len() * 4 < plain.bytes.len(), "{} of {}", packed.bytes.len(), plain.bytes.len());
    let mut text = String::new();
    flate2::read::GzDecoder::new(&packed.bytes[..]).read_to_string(&mut text).expect("gzip");
    let (one, other): (Value, Value) =
        (serde_json::from_str(&text).expect("JSON"), serde_json::from_slice(&plain.bytes).expect("JSON"));
    assert_eq!(one["items"], other["items"], "the same list");
    assert_eq!(get("/api/v1/openapi.json", "gzip").await.encoding, "gzip");
    assert_eq!(get("/api/v1/cases", "gzip;q=0").await.encoding, "", "not for whoever does not take it");
    let none = get("/api/v1/cases?unit=500107003004", "gzip").await;
    assert!(none.bytes.len() < 1_024 && none.encoding.is_empty(), "small answers stay as they are");

    // Packed by its nature, never whole, or beside a secret (BREACH; `web::layers` says which).
    for path in ["/api/v1/cases.xlsx", "/api/v1/stream", "/api/v1/me", "/api/v1/me/views"] {
        assert_eq!(get(path, "gzip").await.encoding, "", "{path}");
    }
    let views: Vec<Value> = (0..30)
        .map(|n| json!({ "name": format!("第{n}个"), "query": "queue=overdue&open=true&board=MS" }))
        .collect();
    let kept = desk.json(Method::PUT, "/api/v1/me/views", &json!(views)).await;
    assert!(matches!(kept.status, 200 | 204), "{}", kept.text);
    let views = get("/api/v1/me/views", "gzip").await;
    assert!(views.bytes.len() > 1_024 && views.encoding.is_empty(), "{} bytes", views.bytes.len());
    city.end().await;
}
