//! A small city for the tests of this crate: two districts, a zone that governs a town of one of
//! them, towns, villages, grids and a department.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request},
};
use tower::ServiceExt as _;
use wangge_base::{Board, Capacity, Clock, District, Holder, Instant, Level, Ref, Role, UnitCode};
use wangge_store::{Db, seal::Keys, testdb::TestDb};
use wangge_web::{App, Settings};

use crate::{
    Realm,
    account::{self, Account, Grant, Holding, NewAccount},
    grid::Grids,
    unit::{NewUnit, Post, UnitKind, Units},
};

/// Monday 2026-05-11, 08:00 in Chongqing.
pub fn clock() -> Clock {
    Clock::manual(Instant::from_micros(1_778_457_600_000_000))
}

/// Code, kind, governing parent, statistical parent.
pub const TREE: &[(&str, UnitKind, &str, &str)] = &[
    ("50", UnitKind::City, "", ""),
    ("50-GX", UnitKind::Zone, "50", ""),
    ("50-Q-CG", UnitKind::Department, "50", ""),
    ("500105", UnitKind::District, "50", "50"),
    ("500105003", UnitKind::Town, "500105", "500105"),
    ("500105003004", UnitKind::Village, "500105003", "500105003"),
    ("500105003004001", UnitKind::Grid, "500105003004", "500105003004"),
    ("500107", UnitKind::District, "50", "50"),
    ("500107-Q-CG", UnitKind::Department, "500107", "500107"),
    ("500107003", UnitKind::Town, "500107", "500107"),
    ("500107003003", UnitKind::Village, "500107003", "500107003"),
    ("500107003003001", UnitKind::Grid, "500107003003", "500107003003"),
    ("500107003003002", UnitKind::Grid, "500107003003", "500107003003"),
    ("500107008", UnitKind::Town, "50-GX", "500107"),
    ("500107008001", UnitKind::Village, "500107008", "500107008"),
    ("500107008001001", UnitKind::Grid, "500107008001", "500107008001"),
];

pub fn code(text: &str) -> UnitCode {
    text.parse().expect("unit code")
}

pub fn units() -> Units {
    let row = |(i, (at, kind, parent, stat)): (usize, &(&str, UnitKind, &str, &str))| NewUnit {
        line: i as i64 + 1,
        code: code(at),
        level: match kind {
            UnitKind::City => Level::City,
            UnitKind::Town => Level::Town,
            UnitKind::Village => Level::Village,
            UnitKind::Grid => Level::Grid,
            _ => Level::District,
        },
        kind: *kind,
        parent: (!parent.is_empty()).then(|| code(parent)),
        stat_parent: (!stat.is_empty()).then(|| code(stat)),
        name: (*at).to_owned(),
        name_en: String::new(),
        at: None,
        calendar: None,
        households: None,
        people: None,
        valid_from: None,
        valid_to: None,
        aliases: Vec::new(),
    };
    let rows: Vec<NewUnit> = TREE.iter().enumerate().map(row).collect();
    // Whoever dispatches does not check.
    let post = |at: &str, apart: Option<&str>| Post {
        code: at.parse().expect("post"),
        kind: UnitKind::Town,
        board: Board::Centre,
        name: at.to_owned(),
        name_en: String::new(),
        role: Role::DutyOfficer,
        staffed: "24h".to_owned(),
        formed_from: String::new(),
        deputy: None,
        must_not_be_same_as: apart.map(|post| post.parse().expect("post")),
    };
    Units::of(&rows, vec![post("ZH-04", Some("ZH-06")), post("ZH-06", None)]).expect("the tree is sound")
}

/// A realm over a test database; a second one over the same database is another node.
pub fn realm(db: &Db, settings: Settings) -> Realm {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    let data_dir = std::env::temp_dir().join(format!("wangge-realm-{}-{n}", std::process::id()));
    let app = App::new(db.clone(), Keys::for_tests(), Settings { data_dir, ..settings });
    Realm::new(app, Arc::new(units()), Arc::new(Grids::empty())).expect("realm")
}

/// Fresh databases of both engines with this crate's tables.
pub fn databases(clock: &Clock) -> Vec<TestDb> {
    wangge_store::testdb::each(&crate::migrations(), clock).expect("databases")
}

pub const PASSWORD: &str = "a quiet morning";

/// The password's hash, made once: hashing is slow on purpose.
pub fn hashed() -> String {
    static HASH: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    HASH.get_or_init(|| crate::session::hash(PASSWORD).expect("hash")).clone()
}

/// Makes an account at home in a unit, with the login name given and [`PASSWORD`].
pub async fn person(realm: &Realm, login: &str, home_unit: &str) -> Ref<Account> {
    let place = realm.place_of(&code(home_unit)).expect("unit");
    let new = NewAccount {
        district: place.district,
        login: login.to_owned(),
        hash: hashed(),
        called: login.to_owned(),
        name: Some("某人".to_owned()),
        phone: None,
        home_unit: code(home_unit),
        by: "setup".to_owned(),
    };
    let keys = realm.app.keys().clone();
    realm.app.db().write(move |tx| account::create(tx, &keys, &new)).await.expect("account")
}

/// Gives a post.
pub async fn post(realm: &Realm, account: &Ref<Account>, unit: &str, post: &str, role: Role) -> Ref<Holding> {
    let grant = Grant {
        account: account.clone(),
        unit: code(unit),
        post: post.parse().expect("post"),
        role,
        board: Board::Centre,
        capacity: Capacity::Holder,
        home_unit: None,
        starts: None,
        ends: None,
        by: "setup".to_owned(),
    };
    realm.app.db().write(move |tx| account::grant(tx, &grant)).await.expect("holding")
}

/// The acting holder of a person's first post.
pub async fn holder(realm: &Realm, account: &Ref<Account>) -> Holder {
    let asked = account.clone();
    let held = realm.app.db().read(move |r| account::holdings_of(r, &asked)).await.expect("holdings");
    let held = held.first().expect("a post").clone();
    Holder {
        person: account.to_string(),
        called: "某".to_owned(),
        home: account.district.clone(),
        holding: held.at.to_string(),
        unit: held.unit,
        post: held.post,
        role: held.role,
        board: held.board,
        capacity: held.capacity,
    }
}

pub fn district(text: &str) -> District {
    text.parse().expect("district")
}

/// The whole API of this crate, as the server serves it.
pub fn router(realm: &Realm) -> Router {
    let (router, _) = crate::routes().split_for_parts();
    wangge_web::finish(router.with_state(realm.clone()), wangge_web::layers::no_such_path, realm.app.clone())
}

/// An answer: status, headers, body as JSON (null if it is none).
pub type Told = (u16, HeaderMap, serde_json::Value);

pub async fn send(router: &Router, request: Request<Body>) -> Told {
    let answer = router.clone().oneshot(request).await.expect("answer");
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, 64 << 20).await.expect("body");
    (parts.status.as_u16(), parts.headers, serde_json::from_slice(&bytes).unwrap_or_default())
}

/// A browser: cookies and the csrf header.
#[derive(Clone, Default)]
pub struct Browser {
    pub cookie: String,
    pub csrf: String,
}

impl Browser {
    /// Logs in; panics if refused.
    pub async fn log_in(router: &Router, login: &str) -> Self {
        let body = serde_json::json!({"login": login, "password": PASSWORD});
        let (status, headers, me) =
            Self::default().json(router, Method::POST, "/api/v1/session", &body).await;
        assert_eq!(status, 200, "{me}");
        let set = headers.get("set-cookie").expect("cookie").to_str().expect("ascii");
        let cookie = set.split(';').next().expect("pair").to_owned();
        Self { cookie, csrf: me["csrf"].as_str().expect("csrf").to_owned() }
    }

    pub fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        static KEYS: AtomicU64 = AtomicU64::new(0);
        let key = format!("test-key-{}", KEYS.fetch_add(1, Ordering::Relaxed));
        let mut request = Request::builder().method(method).uri(path).header("idempotency-key", key);
        if !self.cookie.is_empty() {
            request = request.header("cookie", &self.cookie).header("x-csrf", &self.csrf);
        }
        request
    }

    pub async fn json(&self, router: &Router, method: Method, path: &str, body: &serde_json::Value) -> Told {
        let request = self.request(method, path).header("content-type", "application/json");
        send(router, request.body(Body::from(body.to_string())).expect("request")).await
    }

    pub async fn get(&self, router: &Router, path: &str) -> Told {
        send(router, self.request(Method::GET, path).body(Body::empty()).expect("request")).await
    }

    pub async fn delete(&self, router: &Router, path: &str) -> Told {
        send(router, self.request(Method::DELETE, path).body(Body::empty()).expect("request")).await
    }
}
