//! The screens: what `npm run build` made, carried inside the binary (or read from `server.ui_dir` while
//! somebody works on them), and the page that stands in when they were not built.
//!
//! Three pages: the citizen's at `/`, the desk's at `/console/`, the phone's at `/field/`; every path below one
//! that is not a file answers that page, whose own router takes over. The interface is never shadowed.

use std::{
    borrow::Cow,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse as _, Redirect, Response},
};
use wangge_web::layers::no_such_path;

/// Path in ui/dist and contents, ascending.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/ui.rs"));

/// What is the interface's: unknown addresses below answer a problem, never a page.
const RESERVED: &[&str] = &["api", "tiles", "healthz", "readyz"];

/// What files are, by extension. An address with one of these that is not there is 404, not a page.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("webp", "image/webp"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("woff", "font/woff"),
    ("ttf", "font/ttf"),
    ("mp3", "audio/mpeg"),
    ("ogg", "audio/ogg"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml"),
    ("map", "application/json"),
];

/// Where the screens come from. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Ui(Option<Arc<Path>>);

impl Ui {
    /// From `dir`, or from inside the binary when that is empty.
    pub fn new(dir: &Path) -> Self {
        Self((!dir.as_os_str().is_empty()).then(|| dir.into()))
    }

    /// Whether there is a page to show.
    pub async fn is_built(&self) -> bool {
        self.file("index.html").await.is_some()
    }

    async fn file(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        if let Some(dir) = &self.0 {
            let path = Path::new(name);
            if path.components().any(|part| !matches!(part, Component::Normal(_))) {
                return None;
            }
            let path: PathBuf = dir.join(path);
            return tokio::fs::read(path).await.ok().map(Cow::Owned);
        }
        let i = FILES.binary_search_by(|(file, _)| Path::new(file).cmp(Path::new(name))).ok()?;
        Some(Cow::Borrowed(FILES[i].1))
    }

    /// The answer to an address that is not the interface's.
    pub async fn answer(self, method: Method, uri: Uri, headers: HeaderMap) -> Response {
        let path = uri.path().trim_start_matches('/');
        let first = path.split('/').next().unwrap_or_default();
        if RESERVED.contains(&first) || !method.is_safe() {
            return no_such_path().await.into_response();
        }
        if matches!(path, "console" | "field") {
            return Redirect::permanent(&format!("/{path}/")).into_response();
        }
        if let Some(found) = self.found(path, &headers).await {
            return found;
        }
        let extension = path.rsplit_once('.').map_or("", |(_, after)| after);
        if path.starts_with("assets/") || kind(extension).is_some() {
            return no_such_path().await.into_response();
        }
        let page = match first {
            "console" => "console/index.html",
            "field" => "field/index.html",
            _ => "index.html",
        };
        match self.found(page, &headers).await {
            Some(page) => page,
            None => unbuilt(),
        }
    }

    /// A file in the smallest form that the asker takes.
    async fn found(&self, name: &str, headers: &HeaderMap) -> Option<Response> {
        let kind = kind(name.rsplit_once('.')?.1)?;
        for (coding, suffix) in [("br", ".br"), ("gzip", ".gz")] {
            if accepts(headers, coding)
                && let Some(bytes) = self.file(&format!("{name}{suffix}")).await
            {
                let mut answer = whole(name, kind, bytes, headers);
                answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
                return Some(answer);
            }
        }
        Some(whole(name, kind, self.file(name).await?, headers))
    }
}

/// The type of a file by its extension.
fn kind(extension: &str) -> Option<&'static str> {
    TYPES.iter().find(|(known, _)| *known == extension).map(|(_, kind)| *kind)
}

/// Whether the asker takes a coding: named in Accept-Encoding and not with weight 0.
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let sent = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    sent.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        name.trim().eq_ignore_ascii_case(coding)
            && !matches!(weight.trim().trim_start_matches("q="), "0" | "0.0" | "0.00" | "0.000")
    })
}

fn whole(name: &str, kind: &'static str, bytes: Cow<'static, [u8]>, headers: &HeaderMap) -> Response {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let tag = format!("W/\"{:016x}\"", hasher.finish());
    // Names below assets/ hold a hash of the contents; everything else may change with the next release.
    let keep = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut answer = if known.split(',').any(|one| one.trim() == tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match bytes {
            Cow::Borrowed(bytes) => Body::from(bytes).into_response(),
            Cow::Owned(bytes) => Body::from(bytes).into_response(),
        }
    };
    let fields = answer.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    fields.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        fields.insert(header::ETAG, tag);
    }
    answer
}

/// What stands in for screens that were not built.
fn unbuilt() -> Response {
    const PAGE: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">\
        <meta name=\"viewport\" content=\"width=device-width\"><title>网格 wangge</title>\
        <body style=\"font:1.1rem/1.6 system-ui;max-width:40rem;margin:3rem auto;padding:0 1rem\">\
        <h1>界面还没有构建</h1><p>服务正常,接口可用:<a href=\"/api/v1/docs\">接口说明</a>。\
        在源码目录运行 <code>make demo</code>,或 <code>cd ui &amp;&amp; npm ci &amp;&amp; npm run build</code> \
        后重新构建 <code>cargo build</code>。</p>\
        <h1 lang=\"en\">The screens are not built yet</h1><p lang=\"en\">The server works and so does its \
        <a href=\"/api/v1/docs\">interface</a>. In the source directory run <code>make demo</code>, or \
        <code>cd ui &amp;&amp; npm ci &amp;&amp; npm run build</code> and then <code>cargo build</code>.</p>";
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::SERVICE_UNAVAILABLE, headers, PAGE).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codings_are_taken_as_they_are_offered() {
        let offers = |text: &'static str, coding| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(text));
            accepts(&headers, coding)
        };
        assert!(offers("gzip, deflate, br", "br"));
        assert!(offers("BR;q=0.5", "br"));
        assert!(!offers("gzip, br;q=0", "br"));
        assert!(!offers("brotli", "br"));
        assert!(!accepts(&HeaderMap::new(), "gzip"));
    }
}
