//! The screens inside the server: which page an address gets, how it is kept, and that the interface is
//! never shadowed.

use std::path::Path;

use reqwest::{StatusCode, header::HeaderMap};
use wangge_store::Engine;

use crate::city::{City, fresh_dir};

fn write(dir: &Path, name: &str, text: &str) {
    let path = dir.join(name);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
    std::fs::write(path, text).expect("a file");
}

struct Page {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Page {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
}

async fn page(city: &City, path: &str, asking: &[(&str, &str)]) -> Page {
    let http =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let mut request = http.get(format!("{}{path}", city.base()));
    for (name, value) in asking {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.expect("answers");
    let (status, headers) = (answer.status(), answer.headers().clone());
    Page { status, headers, text: answer.text().await.expect("text") }
}

#[tokio::test]
async fn every_address_gets_its_page_and_the_interface_is_never_shadowed() {
    let dir = fresh_dir();
    for (name, text) in [
        ("index.html", "citizen"),
        ("console/index.html", "desk"),
        ("field/index.html", "phone"),
        ("field/sw.js", "worker"),
        ("field/manifest.webmanifest", "{}"),
        ("assets/app-1a2b.js", "plain"),
        ("assets/app-1a2b.js.br", "brotli"),
        ("assets/app-1a2b.js.gz", "gzip"),
    ] {
        write(&dir, name, text);
    }
    let at = dir.clone();
    let city = City::tuned(Engine::Sqlite, move |config| config.server.ui_dir = at).await;
    let text = async |path: &str| page(&city, path, &[]).await.text;
    for (path, shown) in [
        ("/", "citizen"),
        ("/report", "citizen"),
        ("/follow/500107.0198a1b2c3d4e5f60718293a4b5c6d7e", "citizen"),
        ("/console/", "desk"),
        ("/console/cases/500107.0198a1b2c3d4e5f60718293a4b5c6d7e", "desk"),
        ("/field/", "phone"),
        ("/field/today", "phone"),
        ("/field/sw.js", "worker"),
    ] {
        assert_eq!(text(path).await, shown, "{path}");
    }
    let to = page(&city, "/console", &[]).await;
    assert_eq!((to.status.as_u16(), to.header("location")), (308, "/console/"));

    let home = page(&city, "/", &[]).await;
    assert_eq!(
        (home.header("content-type"), home.header("cache-control")),
        ("text/html; charset=utf-8", "no-cache")
    );
    assert!(home.header("content-security-policy").contains("worker-src 'self' blob:"));
    let tag = home.header("etag").to_owned();
    let again = page(&city, "/", &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""));
    write(&dir, "index.html", "changed");
    assert_eq!(page(&city, "/", &[("if-none-match", &tag)]).await.text, "changed");

    let script = page(&city, "/assets/app-1a2b.js", &[("accept-encoding", "gzip, br")]).await;
    assert_eq!((script.header("content-encoding"), script.text.as_str()), ("br", "brotli"));
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    assert!(script.header("cache-control").contains("immutable"));
    let script = page(&city, "/assets/app-1a2b.js", &[("accept-encoding", "gzip;q=0, br;q=0")]).await;
    assert_eq!((script.header("content-encoding"), script.text.as_str()), ("", "plain"));

    for gone in
        ["/assets/old-9f.js", "/assets/none", "/logo.png", "/api", "/api/v1/nowhere", "/tiles/nothing"]
    {
        let no = page(&city, gone, &[]).await;
        assert_eq!(no.status.as_u16(), 404, "{gone}");
        assert_eq!(no.header("content-type"), "application/problem+json", "{gone}");
    }
    let up = page(&city, "/field/..%2f..%2fCargo.toml", &[]).await;
    assert_eq!(up.text, "phone", "a path never leaves the directory");
    city.end().await;
    drop(std::fs::remove_dir_all(dir));
}

#[tokio::test]
async fn without_screens_the_server_says_so_in_both_languages() {
    let dir = fresh_dir();
    let at = dir.clone();
    let city = City::tuned(Engine::Sqlite, move |config| config.server.ui_dir = at).await;
    let no = page(&city, "/", &[]).await;
    assert_eq!(no.status.as_u16(), 503);
    assert!(no.text.contains("界面还没有构建") && no.text.contains("npm run build"), "{}", no.text);
    assert_eq!(page(&city, "/healthz", &[]).await.text, "ok");
    city.end().await;
    drop(std::fs::remove_dir_all(dir));
}
