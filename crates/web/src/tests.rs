//! The coat, the live stream and idempotent commands over a real database.

use std::{pin::pin, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, Response, StatusCode},
    routing::{get, post},
};
use futures_util::StreamExt as _;
use tower::ServiceExt as _;
use wangge_base::{Clock, District, Instant, Refusal};
use wangge_store::{Db, Event, outbox, seal::Keys, testdb};

use crate::{
    App, IdemKey, Json, Problem, Settings, finish,
    live::{Hub, Subscription},
    once,
};

fn clock() -> Clock {
    Clock::manual(Instant::from_micros(1_790_000_000_000_000))
}

fn app(db: &Db, settings: Settings) -> App {
    App::new(db.clone(), Keys::for_tests(), settings)
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Thing {
    #[expect(dead_code, reason = "only parsed")]
    name: String,
}

async fn ask(router: &Router, request: Request<Body>) -> (Response<()>, serde_json::Value) {
    let answer = router.clone().oneshot(request).await.expect("answer");
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, 1 << 20).await.expect("body");
    (Response::from_parts(parts, ()), serde_json::from_slice(&bytes).unwrap_or_default())
}

fn router(app: &App) -> Router {
    let routes = Router::new()
        .route("/stale", get(|| async { Problem::from(Refusal::stale(3)) }))
        .route("/panic", get(|| async { panic!("boom") as () }))
        .route("/thing", post(|Json(_): Json<Thing>| async { StatusCode::NO_CONTENT }));
    finish(routes.with_state(app.clone()), crate::layers::no_such_path, app.clone())
}

#[tokio::test]
async fn every_answer_wears_the_coat() {
    let test = testdb::sqlite(&[], &clock()).expect("database");
    let settings =
        Settings { public_url: "https://x.example".into(), json_limit: 1024, ..Settings::default() };
    let router = router(&app(test.db(), settings));
    let at = |path: &str| Request::get(path).header("accept-language", "en");

    let (head, body) = ask(&router, at("/stale").body(Body::empty()).expect("request")).await;
    assert_eq!(head.status(), 409);
    assert_eq!(head.headers()["content-type"], "application/problem+json");
    assert_eq!(head.headers()["x-content-type-options"], "nosniff");
    assert!(head.headers().contains_key("strict-transport-security"));
    assert_eq!((body["current"].as_i64(), &body["detail"]), (Some(3), &body["en"]));
    assert_eq!(body["request_id"], head.headers()["x-request-id"].to_str().expect("ascii"));
    assert_eq!(head.headers()["x-wangge-now"], clock().now().to_string());

    let (head, body) = ask(&router, Request::get("/nothing").body(Body::empty()).expect("request")).await;
    assert_eq!((head.status().as_u16(), &body["detail"]), (404, &body["zh"]));
    let (head, body) = ask(&router, at("/panic").body(Body::empty()).expect("request")).await;
    assert_eq!((head.status().as_u16(), body["code"].as_str()), (500, Some("internal")));
    let (head, _) = ask(&router, Request::put("/thing").body(Body::empty()).expect("request")).await;
    assert_eq!(head.status(), 405);
}

#[tokio::test]
async fn bodies_are_taken_strictly() {
    let test = testdb::sqlite(&[], &clock()).expect("database");
    let router = router(&app(test.db(), Settings { json_limit: 1024, ..Settings::default() }));
    let send = |kind: &str, body: &str| {
        Request::post("/thing")
            .header("content-type", kind)
            .body(Body::from(body.to_owned()))
            .expect("request")
    };
    let long = format!("{{\"name\":\"{}\"}}", "x".repeat(2000));
    for (kind, body, status) in [
        ("application/json", "{\"name\":\"a\"}", 204),
        ("application/json; charset=utf-8", "{\"name\":\"a\"}", 204),
        ("text/plain", "{\"name\":\"a\"}", 415),
        ("application/json", "{\"name\":", 400),
        ("application/json", "{\"name\":\"a\",\"more\":1}", 422),
        ("application/json", "{\"name\":7}", 422),
        ("application/json", long.as_str(), 413),
    ] {
        let (head, said) = ask(&router, send(kind, body)).await;
        assert_eq!(head.status().as_u16(), status, "{kind} {body}: {said}");
    }
}

async fn emit(db: &Db, district: &str, kind: &'static str) {
    let district: District = district.parse().expect("district");
    db.write(move |tx| {
        tx.emit(Event {
            district: district.clone(),
            kind,
            subject: format!("{district}.x"),
            scope: vec![district.to_string()],
            data: serde_json::json!({}),
        });
        Ok(())
    })
    .await
    .expect("emit");
}

fn follow(districts: &[&str], since: Option<&str>) -> Subscription {
    Subscription {
        districts: districts.iter().map(|d| d.parse().expect("district")).collect(),
        since: since.map(|text| text.parse().expect("vector")),
        rights: Arc::new(|| {
            let seen: crate::live::Predicate = Arc::new(|event: &outbox::Told| event.kind != "hidden");
            Box::pin(async move { Ok(Some(seen)) })
        }),
    }
}

/// The next frame as its wire text.
async fn heard(
    stream: &mut (
             impl futures_util::Stream<Item = Result<axum::response::sse::Event, std::convert::Infallible>> + Unpin
         ),
) -> String {
    let next = tokio::time::timeout(Duration::from_secs(5), stream.next()).await.expect("in time");
    let frame = next.expect("a frame").unwrap_or_else(|never| match never {});
    let one = futures_util::stream::iter([Ok::<_, std::convert::Infallible>(frame)]);
    let body = axum::response::IntoResponse::into_response(axum::response::Sse::new(one)).into_body();
    String::from_utf8(to_bytes(body, 1 << 20).await.expect("frame").to_vec()).expect("text")
}

#[tokio::test]
async fn a_stream_misses_nothing_over_a_reconnect() {
    let test = testdb::sqlite(&[], &clock()).expect("database");
    let (db, hub) = (test.db(), Hub::new());
    emit(db, "500107", "before").await;
    hub.look(db).await.expect("first look");
    let mut stream = pin!(hub.subscribe(db, follow(&["500107", "500105"], None)).await.expect("stream"));
    assert!(heard(&mut stream).await.contains("event: hello"));

    emit(db, "500107", "one").await;
    emit(db, "500107", "hidden").await;
    emit(db, "500119", "elsewhere").await;
    emit(db, "500105", "two").await;
    hub.look(db).await.expect("look");
    let mut kinds = Vec::new();
    let mut last = String::new();
    for _ in 0..2 {
        let text = heard(&mut stream).await;
        kinds.push(text.lines().find_map(|l| l.strip_prefix("event: ")).expect("kind").to_owned());
        last = text.lines().find_map(|l| l.strip_prefix("id: ")).expect("id").to_owned();
    }
    kinds.sort();
    assert_eq!(kinds, ["one", "two"]);

    // The client is away; nobody listens; the tailer skips ahead.
    emit(db, "500107", "three").await;
    hub.look(db).await.expect("look");
    let mut again =
        pin!(hub.subscribe(db, follow(&["500107", "500105"], Some(&last))).await.expect("stream"));
    assert!(heard(&mut again).await.contains("event: hello"));
    assert!(heard(&mut again).await.contains("event: three"));
}

#[tokio::test]
async fn a_cursor_older_than_the_outbox_hears_reset() {
    let clock = clock();
    let test = testdb::sqlite(&[], &clock).expect("database");
    let (db, hub) = (test.db(), Hub::new());
    for _ in 0..3 {
        emit(db, "500107", "old").await;
    }
    clock.advance_minutes(60);
    let now = clock.now();
    let gone =
        db.write(move |tx| outbox::prune(tx, &"500107".parse()?, now, i64::MAX, 100)).await.expect("prune");
    assert_eq!(gone, 3);
    let mut stream = pin!(hub.subscribe(db, follow(&["500107"], Some("500107:1"))).await.expect("stream"));
    assert!(heard(&mut stream).await.contains("event: hello"));
    let reset = heard(&mut stream).await;
    assert!(reset.contains("event: reset") && reset.contains("id: 500107:3"), "{reset}");
}

#[tokio::test]
async fn ended_rights_end_the_stream() {
    let test = testdb::sqlite(&[], &clock()).expect("database");
    let (db, hub) = (test.db(), Hub::new());
    let good = Arc::new(std::sync::atomic::AtomicBool::new(true));
    let asked = good.clone();
    let mut wanted = follow(&["500107"], None);
    wanted.rights = Arc::new(move || {
        let still = asked.load(std::sync::atomic::Ordering::SeqCst);
        let all: crate::live::Predicate = Arc::new(|_| true);
        Box::pin(async move { Ok(still.then_some(all)) })
    });
    let mut stream = pin!(hub.subscribe(db, wanted).await.expect("stream"));
    assert!(heard(&mut stream).await.contains("event: hello"));
    good.store(false, std::sync::atomic::Ordering::SeqCst);
    hub.recheck();
    assert!(heard(&mut stream).await.contains("event: bye"));
    assert!(stream.next().await.is_none());
    let never =
        Subscription { rights: Arc::new(|| Box::pin(async { Ok(None) })), ..follow(&["500107"], None) };
    assert!(hub.subscribe(db, never).await.is_err());
}

#[tokio::test]
async fn a_key_earns_one_answer() {
    for test in testdb::each(&[], &clock()).expect("databases") {
        let run = |key: &str, who: &str, body: i64| {
            let (key, digest) = (IdemKey(key.to_owned()), once::digest(who, "make", &body));
            let db = test.db().clone();
            async move {
                db.write(move |tx| {
                    once::once(tx, &"500107".parse()?, &key, &digest, |tx| Ok(tx.new_id::<()>().to_string()))
                })
                .await
            }
        };
        let first = run("key-00001", "li", 1).await.expect("first");
        assert_eq!(run("key-00001", "li", 1).await.expect("again"), first);
        assert_ne!(run("key-00002", "li", 1).await.expect("other key"), first);
        for other in [run("key-00001", "li", 2).await, run("key-00001", "wang", 1).await] {
            let no = other.expect_err("conflict");
            assert_eq!(no.refusal().expect("refusal").code, "idem.conflict");
        }
    }
}
