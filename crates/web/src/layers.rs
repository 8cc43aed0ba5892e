//! The outer coat of the router: request id, log line, panics as problems, language of problems,
//! security headers.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::{
    Router,
    extract::{FromRequestParts, MatchedPath, Request, State},
    handler::Handler,
    http::{
        Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header, request::Parts,
    },
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, predicate::Predicate as _, predicate::SizeAbove},
};
use tracing::Instrument as _;

use crate::{App, Problem, problem::Lang};

/// The id of this request: as the caller sent it in `X-Request-Id` if that is 8 to 64 visible ASCII
/// characters, else made here. It stands in the log, in the answer's header and in problems.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

impl<S: Send + Sync> FromRequestParts<S> for RequestId {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_else(|| Self("-".into())))
    }
}

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What pages may load: only from this origin; map workers and canvases from blobs; inline styles
/// because the component libraries set them.
/// `{}` are the origins of a configured base map, which pages load as images.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data: blob:{}; font-src 'self' data:; connect-src 'self'{}; worker-src 'self' blob:; \
     object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The policy with these origins, each of which must be a plain one.
pub(crate) fn policy(origins: &[String]) -> HeaderValue {
    let all: String = origins.iter().map(|one| format!(" {one}")).collect();
    HeaderValue::from_str(&CONTENT_SECURITY_POLICY.replace("{}", &all))
        .unwrap_or_else(|_| HeaderValue::from_static("default-src 'self'"))
}

/// Puts the coat on. Call it last, on the whole router; `fallback` answers what is no route, e.g.
/// [`no_such_path`].
pub fn finish<H: Handler<T, ()>, T: 'static>(router: Router, fallback: H, app: App) -> Router {
    router
        .fallback(fallback)
        .method_not_allowed_fallback(no_such_method)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(app, coat))
        .layer(CompressionLayer::new().gzip(true).compress_when(SizeAbove::new(PACKED_FROM).and(is_packable)))
}

/// Smaller answers fit into one packet anyway.
const PACKED_FROM: u64 = 1_024;

/// Says that an answer may be compressed on its way out.
#[derive(Clone, Copy)]
struct Packable;

fn is_packable(_: StatusCode, _: Version, _: &HeaderMap, said: &Extensions) -> bool {
    said.get::<Packable>().is_some()
}

/// Reads that answer JSON, and nothing else: pages and tiles come packed, a workbook is packed by its
/// nature, and a stream of events must not wait for a full block.
///
/// The length of a compressed answer tells how alike its parts are: who can put words of his choice
/// beside a secret and watch lengths guesses the secret letter by letter (BREACH). So nothing is
/// compressed that hands out a secret: sessions and `/me` with the CSRF value, and every write, for a
/// follow token, a contractor's link, a one-time password and a revealed number are answered to writes.
fn packable(method: &Method, path: &str, answer: &HeaderMap) -> bool {
    let json = answer.get(header::CONTENT_TYPE).is_some_and(|kind| {
        [&b"application/json"[..], b"application/geo+json"].iter().any(|one| kind.as_bytes().starts_with(one))
    });
    let secret = matches!(path.split('/').nth(3), Some("session" | "sessions" | "me"));
    json && *method == Method::GET && !secret
}

/// There is nothing at this address.
pub async fn no_such_path() -> Problem {
    wangge_base::Refusal::not_found(
        "没有这个地址,请检查链接",
        "There is nothing at this address; check the link",
    )
    .into()
}

async fn no_such_method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "http.method",
        "此地址不支持这种操作方式",
        "This address does not take that method",
    )
}

fn panicked(cause: Box<dyn std::any::Any + Send + 'static>) -> Response {
    let text = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("panic");
    Problem::failed(&text).into_response()
}

async fn coat(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let lang = Lang::of(request.headers());
    let id = request_id(request.headers());
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|p| p.as_str().to_owned());
    let case = case_in(route.as_deref(), request.uri().path());
    let span = tracing::info_span!(
        "request", id = %id, account = tracing::field::Empty, unit = tracing::field::Empty, case
    );
    let path = request.uri().path().to_owned();
    let started = std::time::Instant::now();
    let mut answer = next.run(request).instrument(span.clone()).await;
    if !method.is_safe() && answer.status().is_success() {
        // Most likely something was committed: subscribers need not wait for the poll.
        app.hub().wake();
    }
    if let Some(problem) = answer.extensions_mut().remove::<Problem>() {
        let shown = problem.render(lang, Some(id.clone()));
        let kept = std::mem::take(answer.headers_mut());
        answer = shown;
        for (name, value) in kept {
            if let Some(name) = name
                && !answer.headers().contains_key(&name)
                && name != header::CONTENT_LENGTH
            {
                answer.headers_mut().append(name, value);
            }
        }
    }
    // The path itself may hold a follow token: the log gets the route's pattern only.
    tracing::info!(
        parent: &span, %method, route = route.as_deref().unwrap_or("-"),
        status = answer.status().as_u16(), ms = started.elapsed().as_millis(), "answered"
    );
    guard(answer.headers_mut(), &id, &app);
    if packable(&method, &path, answer.headers()) {
        answer.extensions_mut().insert(Packable);
    }
    answer
}

/// The reference of the case a route is about: the only part of a path that the log may hold.
fn case_in<'a>(route: Option<&str>, path: &'a str) -> Option<&'a str> {
    route.filter(|r| r.starts_with("/api/v1/cases/{ref}"))?;
    path.split('/').nth(4)
}

fn guard(headers: &mut HeaderMap, id: &str, app: &App) {
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "geolocation=(self), camera=(self), microphone=(self), payment=(), usb=()",
        ),
    ];
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| app.policy().clone());
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // Phones are wrong and the demo lives faster than its viewers: countdowns go by the server's clock.
    if let Ok(now) = HeaderValue::try_from(app.clock().now().to_string()) {
        headers.insert(HeaderName::from_static("x-wangge-now"), now);
    }
    if app.settings().https() {
        headers
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    // What the API answers is personal or changes: never kept by caches unless the handler said so.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if app.settings().demo {
        headers.insert(HeaderName::from_static("x-wangge-demo"), HeaderValue::from_static("1"));
    }
    if let Ok(value) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, value);
    }
}

fn request_id(headers: &HeaderMap) -> String {
    if let Some(sent) = headers.get(REQUEST_ID).and_then(|v| v.to_str().ok())
        && (8..=64).contains(&sent.len())
        && sent.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    {
        return sent.to_owned();
    }
    static COUNT: AtomicU64 = AtomicU64::new(0);
    static START: std::sync::OnceLock<u64> = std::sync::OnceLock::new();
    let start = START.get_or_init(|| {
        let mut seed = [0; 8];
        // Without entropy the ids are merely less unlike those of another node.
        let _ = getrandom::fill(&mut seed);
        u64::from_le_bytes(seed)
    });
    format!("{start:016x}-{:x}", COUNT.fetch_add(1, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_reads_without_secrets_are_packed() {
        let of = |kind: &'static str| {
            HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(kind))])
        };
        let json = of("application/json");
        for path in
            ["/api/v1/cases", "/api/v1/units/500107/children", "/api/v1/meetings", "/api/v1/openapi.json"]
        {
            assert!(packable(&Method::GET, path, &json), "{path}");
            for method in [Method::POST, Method::PUT, Method::DELETE] {
                assert!(!packable(&method, path, &json), "{method} {path}");
            }
        }
        for path in ["/api/v1/session", "/api/v1/sessions", "/api/v1/me", "/api/v1/me/looks"] {
            assert!(!packable(&Method::GET, path, &json), "{path}");
        }
        for kind in ["text/event-stream", "application/vnd.mapbox-vector-tile", "image/webp", "text/html"] {
            assert!(!packable(&Method::GET, "/api/v1/cases", &of(kind)), "{kind}");
        }
        assert!(!packable(&Method::GET, "/api/v1/cases", &HeaderMap::new()));
    }
}
