//! Erasing what a step said, on both engines: the words are gone everywhere, the chain stays whole.

use std::path::PathBuf;

use reqwest::Method;
use serde_json::json;
use wangge_base::Role;
use wangge_demo::{
    client::{Client, picture},
    people::PASSWORD,
};
use wangge_server::verify;
use wangge_store::Stmt;

use crate::{
    access::add,
    city::{self, City, key, timeline, told},
    raw::Raw,
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
const SECRET: &str = "机密词7391";

#[tokio::test]
async fn what_a_step_said_is_forgotten_and_the_chain_stays_whole() {
    for city in city::each().await {
        let (citizen, worker) = (city.citizen(), city.hand(GRID, "WG-01").await);
        let desk = city.hand(TOWN, "ZH-04").await;
        let (login, _) =
            add(&city, "hand-of-security", "500107", "AQ-01", Role::SecurityAdmin).await.expect("login");
        let security = Client::log_in(&city.base(), &login, PASSWORD).await.expect("logs in");
        let body = json!({ "text": format!("漏水 {SECRET}"), "grid": GRID, "place": SECRET, "name": SECRET });
        let receipt = citizen.report(body).await;
        let (at, token) =
            (receipt["ref"].as_str().expect("ref").to_owned(), receipt["follow"].as_str().expect("token"));
        worker.does(&at, json!({ "action": "verify", "found": true, "note": SECRET })).await;
        let path = format!("/api/v1/cases/{at}/erasures");
        let why = "报告人书面要求删除";
        let refused = async |who: &Client, n: i64, reason: &str| {
            told(
                who.post(&path, Some(&key()), &json!({ "n": n, "reason": reason }))
                    .await
                    .expect_err("refused"),
            )
        };
        assert_eq!(refused(&desk.client, 1, why).await.0, 403, "the desk reads; it does not erase");
        assert_eq!(refused(&security, 9, why).await.0, 422, "there is no such step");
        assert_eq!(refused(&security, 1, "删").await.0, 422, "a reason is needed");
        let one = key();
        let body = json!({ "n": 1, "reason": why });
        let first = security.post(&path, Some(&one), &body).await.expect("erases");
        assert_eq!(first, security.post(&path, Some(&one), &body).await.expect("the same key"), "once");
        assert_eq!(refused(&security, 1, why).await.0, 409, "it is erased already");
        assert_eq!(refused(&security, 3, why).await.0, 409, "that it was erased stays");
        security.post(&path, Some(&key()), &json!({ "n": 2, "reason": why })).await.expect("erases the note");

        let sheet = desk.sheet(&at).await;
        let steps = timeline(&sheet);
        assert!(steps.contains("3 hand-of-security erase → verified"), "{steps}");
        assert!(sheet["timeline"][0].get("payload").is_none(), "what it said is gone: {sheet}");
        let followed = citizen.client.get(&format!("/api/v1/follow/{token}")).await.expect("follows");
        let seen = desk
            .client
            .post(&format!("/api/v1/cases/{at}/reveal"), None, &json!({ "reason": "回访核实情况" }))
            .await;
        let list = desk.client.get("/api/v1/cases").await.expect("list");
        for text in [sheet, followed, seen.expect("reveals"), list] {
            assert!(!text.to_string().contains(SECRET), "{text}");
        }
        for (name, sql) in ROWS {
            let stmt = Stmt::new(name, sql);
            let rows = city.house().db().read(move |r| r.query(&stmt, &["500107".into()], |row| row.text(0)));
            let rows = rows.await.expect("reads");
            assert!(!rows.is_empty() && rows.iter().all(|t| !t.contains(SECRET)), "{name}: {rows:?}");
        }
        let found = verify::verify(city.house().db(), vec!["500107".parse().expect("district")]).await;
        let found = found.expect("reads");
        assert!(found.broken.is_empty() && found.erased == 2, "{}", found.words());
        desk.does(&at, json!({ "action": "file", "matter": "M-MS-08" })).await;
        city.end().await;
    }
}

/// Photos are stored encrypted; what a step brought is gone with it, but for what another step or another
/// case names too.
#[tokio::test]
async fn photos_go_with_the_step_that_brought_them() {
    for city in city::each().await {
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
        let (login, _) =
            add(&city, "hand-of-security", "500107", "AQ-01", Role::SecurityAdmin).await.expect("login");
        let security = Client::log_in(&city.base(), &login, PASSWORD).await.expect("logs in");
        let at = async || {
            let receipt = worker.report(json!({ "text": "井盖破损", "grid": GRID })).await;
            receipt["ref"].as_str().expect("ref").to_owned()
        };
        let (one, other) = (at().await, at().await);
        let photo = async |colour: (u8, u8, u8)| {
            let jpeg = picture(colour.0, colour.1, colour.2);
            worker.client.photo(&one, &key(), jpeg).await.expect("the photo is taken")
        };
        let (alone, twice, shared) =
            (photo((200, 10, 10)).await, photo((10, 200, 10)).await, photo((10, 10, 200)).await);
        let add = async |at: &str, files: &[&str]| {
            worker.does(at, json!({ "action": "add", "text": "现场照片", "files": files })).await;
        };
        add(&one, &[&alone, &twice, &shared]).await;
        add(&one, &[&twice]).await;
        add(&other, &[&shared]).await;
        let raw = Raw::log_in(&city.base(), &desk.login, PASSWORD).await;
        let read = async |file: &str| content(&raw, file).await;
        let (status, jpeg) = read(&alone).await;
        assert!(status == 200 && jpeg.starts_with(&[0xff, 0xd8]), "{status}");
        let stored = objects(&city);
        assert_eq!(stored.len(), 3);
        let inside = &jpeg[jpeg.len() / 2..jpeg.len() / 2 + 24];
        for (path, bytes) in &stored {
            let clear = bytes.windows(24).any(|w| w == inside) || bytes.starts_with(&[0xff, 0xd8]);
            assert!(!clear, "{} is stored in the clear", path.display());
        }
        let sealed = kept(&city, &alone).await;
        assert!(sealed.0.is_some() && sealed.1.is_some());

        let path = format!("/api/v1/cases/{one}/erasures");
        let erase = async |n: i64| {
            let body = json!({ "n": n, "reason": "照片中人书面要求删除" });
            security.post(&path, Some(&key()), &body).await.expect("erases");
        };
        erase(2).await;
        assert_eq!(read(&alone).await.0, 410, "gone, and said so");
        assert_eq!(read(&twice).await.0, 200, "another step names it");
        assert_eq!(read(&shared).await.0, 200, "another case needs it");
        let outsider =
            Raw::log_in(&city.base(), &city.hand("500105003", "ZH-04").await.login, PASSWORD).await;
        assert_eq!(content(&outsider, &alone).await.0, 404, "strangers learn nothing");
        let row = kept(&city, &alone).await;
        assert_eq!((row.0, row.1, row.2), (None, None, sealed.2.clone()), "the row keeps its hash");
        let left = objects(&city);
        assert_eq!(left.len(), 2, "what was stored is removed at once");
        let (path_of, bytes) =
            stored.iter().find(|(path, _)| !left.iter().any(|(p, _)| p == path)).expect("gone");
        assert!(path_of.ends_with(sealed.1.expect("object")));
        // Somebody kept the ciphertext: without its key it opens nothing.
        std::fs::write(path_of, bytes).expect("writes");
        assert_eq!(read(&alone).await.0, 410);
        erase(3).await;
        assert_eq!(read(&twice).await.0, 410, "the last step that named it is erased");
        assert_eq!(read(&shared).await.0, 200);
        let facts = Stmt::new(
            "t.facts",
            "SELECT facts FROM audit WHERE district = $1 AND kind = 'data.erased' ORDER BY n",
        );
        let facts = city.house().db().read(move |r| r.query(&facts, &["500107".into()], |row| row.text(0)));
        let facts = facts.await.expect("reads");
        assert!(facts.iter().all(|f| f.contains("\"files\":1")), "the trail says how many went: {facts:?}");
        let found = verify::verify(city.house().db(), vec!["500107".parse().expect("district")]).await;
        assert!(found.expect("reads").broken.is_empty());
        city.end().await;
    }
}

/// Status and bytes of a file.
async fn content(raw: &Raw, file: &str) -> (u16, Vec<u8>) {
    let request = raw.request(Method::GET, &format!("/api/v1/files/{file}"));
    let answer = request.send().await.expect("the server answers");
    (answer.status().as_u16(), answer.bytes().await.expect("the whole answer").to_vec())
}

/// Every object of the file store.
fn objects(city: &City) -> Vec<(PathBuf, Vec<u8>)> {
    let mut open = vec![city.house().work.realm.app.settings().data_dir.join("files")];
    let mut all = Vec::new();
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(at).expect("list") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("object");
                all.push((path, bytes));
            }
        }
    }
    all
}

/// The sealed key, the object and the hash in a file's row.
async fn kept(city: &City, file: &str) -> (Option<Vec<u8>>, Option<String>, String) {
    let stmt =
        Stmt::new("t.file", "SELECT file_key, object, sha256 FROM file WHERE district = $1 AND id = $2");
    let id = file.split_once('.').expect("ref").1.to_owned();
    let row = city.house().db().read(move |r| {
        r.one(&stmt, &["500107".into(), id.as_str().into()], |row| {
            Ok((row.opt_blob(0)?, row.opt_text(1)?, row.text(2)?))
        })
    });
    row.await.expect("reads")
}

/// Where the words could have stayed.
const ROWS: [(&str, &str); 3] = [
    ("t.steps", "SELECT coalesce(payload, '') FROM step WHERE district = $1"),
    ("t.cases", "SELECT text || place || coalesce(answers, '') FROM case_file WHERE district = $1"),
    ("t.audit", "SELECT facts FROM audit WHERE district = $1"),
];
