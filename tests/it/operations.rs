//! What an operator does: verify, back up, restore, check, look after log-ins.

use std::{os::unix::fs::PermissionsExt as _, path::PathBuf};

use serde_json::json;
use wangge_base::Clock;
use wangge_demo::client::Client;
use wangge_server::{
    backup, check,
    cli::UserCommand,
    config::Config,
    first,
    house::{House, migrations},
    user, verify,
};
use wangge_store::{Engine, Stmt, testdb};

use crate::city::{self, City, MONDAY, told};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";

/// A case with a few steps; answers its reference.
async fn lived(city: &City) -> String {
    let worker = city.hand(GRID, "WG-01").await;
    let desk = city.hand(TOWN, "ZH-04").await;
    let receipt = worker.report(json!({ "text": "小区垃圾堆放", "grid": GRID })).await;
    let at = receipt["ref"].as_str().expect("ref").to_owned();
    desk.does(&at, json!({ "action": "file", "matter": "M-MS-06" })).await;
    at
}

async fn findings(city: &City) -> verify::Findings {
    let db = city.house().db();
    let districts = verify::districts(db).await.expect("districts");
    verify::verify(db, districts).await.expect("the chains can be read")
}

#[tokio::test]
async fn verify_names_the_row_that_somebody_changed() {
    const REWRITE: Stmt =
        Stmt::new("test.rewrite", "UPDATE step SET payload = $3 WHERE district = $1 AND n = $2");
    const CLOSE: Stmt = Stmt::new("test.close", "UPDATE case_file SET state = 'closed' WHERE district = $1");
    const CUT: Stmt = Stmt::new("test.cut", "DELETE FROM step WHERE district = $1 AND n = $2");
    const AUDIT: Stmt =
        Stmt::new("test.audit", "UPDATE audit SET actor = 'nobody' WHERE district = $1 AND n = $2");
    for city in city::each().await {
        let at = lived(&city).await;
        let whole = findings(&city).await;
        assert!(whole.broken.is_empty() && whole.steps >= 2 && whole.audit > 0, "{}", whole.words());
        let db = city.house().db();
        let home = || wangge_store::Value::from("500107");
        db.write(move |tx| tx.exec(&AUDIT, &[home(), 2.into()])).await.expect("written");
        let told = findings(&city).await.words();
        assert!(told.contains("audit of 500107: step 2 was changed"), "{told}");
        db.write(move |tx| tx.exec(&CLOSE, &[home()])).await.expect("written");
        let told = findings(&city).await.words();
        assert!(told.contains("the case is closed, its last step led to filed"), "{told}");
        db.write(move |tx| tx.exec(&REWRITE, &[home(), 1.into(), "{}".into()])).await.expect("written");
        let told = findings(&city).await.words();
        assert!(told.contains(&format!("{at}: the payload of step 1 was changed")), "{told}");
        db.write(move |tx| tx.exec(&CUT, &[home(), 1.into()])).await.expect("written");
        let told = findings(&city).await.words();
        assert!(told.contains(&format!("{at}: step 2 stands where step 1 should")), "{told}");
        city.end().await;
    }
}

/// A directory of this test's own, gone with it.
struct Dir(PathBuf);
impl Dir {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("wangge-ops-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&dir));
        std::fs::create_dir_all(&dir).expect("a directory");
        Self(dir)
    }
}
impl Drop for Dir {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

#[tokio::test]
async fn a_backup_comes_back_whole_or_not_at_all() {
    let (old, new, kept) = (Dir::new("old"), Dir::new("new"), Dir::new("kept"));
    let config = Config::local(&old.0);
    let house = House::open(config.clone(), Clock::manual(MONDAY)).await.expect("a house");
    let made = first::administrators(&house).await.expect("administrators");
    assert_eq!(made.len(), 3, "three hands");
    let photo = old.0.join("files/500107/ab/abcd");
    std::fs::create_dir_all(photo.parent().expect("parent")).expect("directory");
    std::fs::write(&photo, b"a photo").expect("a file");

    let told = backup::backup(&config, house.db(), &kept.0).await.expect("backs up");
    assert!(told.contains("key file"), "{told}");
    assert!(backup::backup(&config, house.db(), &kept.0).await.is_err(), "never over another backup");
    assert!(!kept.0.join("keys.toml").exists(), "keys stay apart");

    let target = Config::local(&new.0);
    backup::restore(&target, &kept.0).expect("restores");
    assert!(backup::restore(&target, &kept.0).is_err(), "never over another installation");
    std::fs::copy(config.key_file(), target.key_file()).expect("keys");
    assert_eq!(std::fs::read(new.0.join("files/500107/ab/abcd")).expect("file"), b"a photo");
    let again = House::open(target, Clock::manual(MONDAY)).await.expect("opens");
    assert!(first::administrators(&again).await.expect("looks").is_empty(), "they are there already");
    let found = verify::verify(again.db(), vec!["city".parse().expect("city")]).await.expect("reads");
    assert!(found.broken.is_empty() && found.audit >= 6, "{}", found.words());

    std::fs::write(kept.0.join("files/files/500107/ab/abcd"), b"forged")
        .or_else(|_| std::fs::write(kept.0.join("files/500107/ab/abcd"), b"forged"))
        .expect("forged");
    let other = Dir::new("other");
    let no = backup::restore(&Config::local(&other.0), &kept.0).expect_err("a changed file").to_string();
    assert!(no.contains("abcd") && no.contains("nothing was restored"), "{no}");
    assert!(!other.0.join("wangge.db").exists());
}

#[tokio::test]
async fn postgres_is_backed_up_with_its_own_tools() {
    if testdb::server_url().is_none() {
        eprintln!("*** TEST_DATABASE_URL is not set: PostgreSQL IS NOT TESTED ***");
        return;
    }
    let clock = Clock::manual(MONDAY);
    let source = testdb::postgres(&migrations(), &clock).expect("database");
    let target = testdb::empty(Engine::Postgres, &clock).expect("database");
    let (dir, kept) = (Dir::new("pg"), Dir::new("pg-kept"));
    let mut config = Config::local(&dir.0);
    config.database.url.clone_from(&source.settings().url);
    let house = House::open(config.clone(), clock.clone()).await.expect("a house");
    first::administrators(&house).await.expect("administrators");
    backup::backup(&config, house.db(), &kept.0).await.expect("backs up");
    config.database.url.clone_from(&target.settings().url);
    backup::restore(&config, &kept.0).expect("restores");
    let again = House::open(config, clock).await.expect("opens");
    assert!(first::administrators(&again).await.expect("looks").is_empty(), "they came back");
}

#[tokio::test]
async fn a_locked_log_in_ends_at_once_and_opens_with_a_new_password() {
    for city in city::each().await {
        let house = city.house();
        let add = UserCommand::Add {
            name: "li".into(),
            called: "李调度".into(),
            unit: TOWN.into(),
            post: "ZH-04".into(),
            role: "duty_officer".into(),
            board: "CENTRE".into(),
        };
        let told_once = user::run(house, add).await.expect("adds");
        let password = told_once.split_whitespace().nth(1).expect("password").to_owned();
        let li = Client::log_in(&city.base(), "li", &password).await.expect("logs in");
        li.get("/api/v1/cases").await.expect("is in");
        user::run(house, UserCommand::Lock { name: "li".into() }).await.expect("locks");
        let (status, _) =
            told(Client::log_in(&city.base(), "li", &password).await.err().expect("locked out"));
        assert_eq!(status, 401);
        let told_once = user::run(house, UserCommand::Password { name: "li".into() }).await.expect("opens");
        let password = told_once.split_whitespace().nth(1).expect("password").to_owned();
        Client::log_in(&city.base(), "li", &password).await.expect("logs in again");
        let no = user::run(house, UserCommand::Lock { name: "nobody".into() }).await.expect_err("unknown");
        assert!(no.to_string().contains("nobody"));
        city.end().await;
    }
}

#[tokio::test]
async fn check_says_what_is_wrong() {
    let dir = Dir::new("check");
    let mut config = Config::local(&dir.0);
    let (said, wrong) = check::words(&check::offline(&config));
    assert!(!wrong, "{said}");
    let house = House::open(config.clone(), Clock::system()).await.expect("a house");
    let found = check::online(house.db(), Ok(0)).await;
    assert!(found.iter().all(|f| f.weight == check::Weight::Good), "{found:?}");
    std::fs::set_permissions(config.key_file(), std::fs::Permissions::from_mode(0o644)).expect("chmod");
    config.database.url = "postgres://a/b".into();
    config.server.listen = "0.0.0.0:80".into();
    let (said, wrong) = check::words(&check::offline(&config));
    assert!(
        wrong && said.contains("others can read") && said.contains("files.shared") && said.contains("https"),
        "{said}"
    );
}

#[tokio::test]
async fn the_node_says_how_it_is_and_what_it_can() {
    let city = City::on(Engine::Sqlite).await;
    let http = reqwest::Client::new();
    let page = async |path: &str| {
        let answer = http.get(format!("{}{path}", city.base())).send().await.expect("answers");
        (answer.status().as_u16(), answer.headers().clone(), answer.text().await.expect("text"))
    };
    assert_eq!(page("/healthz").await.2, "ok");
    assert_eq!(page("/readyz").await.2, "ready");
    let (status, headers, docs) = page("/api/v1/docs").await;
    assert_eq!(status, 200);
    assert!(docs.contains("/api/v1/cases") && !docs.contains("<script"));
    assert!(headers.contains_key("content-security-policy") && headers.contains_key("x-request-id"));
    let (_, _, json) = page("/api/v1/openapi.json").await;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["openapi"], "3.1.0");
    assert_eq!(page("/api/v1/nowhere").await.0, 404);
    city.end().await;
}
