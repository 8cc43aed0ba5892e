//! A small table to try things on, and helpers.

use std::sync::{Condvar, Mutex};

use wangge_base::{Clock, District, Instant};
use wangge_store::{Db, Event, Migration, Result, Stmt, Tx, testdb, testdb::TestDb};

pub const THING: Migration = Migration {
    id: 1,
    slice: "thing",
    sql: "-- table: thing  class: business  retention: forever  personal: none
          CREATE TABLE thing (
            district text NOT NULL, id text NOT NULL, n bigint, x double precision, b bytea,
            PRIMARY KEY (district, id)
          );",
};
pub const ADD: Stmt = Stmt::new("thing.add", "INSERT INTO thing (district, id, n) VALUES ($1, $2, $3)");
pub const ADD_ALL: Stmt =
    Stmt::new("thing.add_all", "INSERT INTO thing (district, id, n, x, b) VALUES ($1, $2, $3, $4, $5)");
pub const COUNT: Stmt = Stmt::new("thing.count", "SELECT count(*) FROM thing WHERE district = $1");
pub const IDS: Stmt = Stmt::new("thing.ids", "SELECT id FROM thing WHERE district = $1 ORDER BY id");
/// Runs for a long time on both engines.
pub const SLOW: Stmt = Stmt::new(
    "thing.slow",
    "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 200000000)
     SELECT count(*) FROM c",
);
pub const SLOW_WRITE: Stmt = Stmt::new(
    "thing.slow_write",
    "INSERT INTO thing (district, id, n)
     WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 200000000)
     SELECT $1, 'slow', count(*) FROM c",
);

pub fn clock() -> Clock {
    Clock::manual(Instant::from_micros(1_767_225_600_000_000))
}

pub fn d(code: &str) -> District {
    code.parse().expect("a district code")
}

pub fn each() -> Vec<TestDb> {
    testdb::each(&[THING], &clock()).expect("test databases")
}

pub fn add(tx: &mut Tx, district: &District, id: &str, n: i64) -> Result<u64> {
    tx.exec(&ADD, &[district.into(), id.into(), n.into()])
}

pub async fn ids(db: &Db, district: &District) -> Vec<String> {
    let district = district.clone();
    db.read(move |r| r.query(&IDS, &[(&district).into()], |row| row.text(0))).await.expect("ids")
}

pub fn event(district: &District, subject: &str) -> Event {
    Event {
        district: district.clone(),
        kind: "thing.made",
        subject: subject.to_owned(),
        scope: vec![format!("{district}003")],
        data: serde_json::json!({ "board": "PF" }),
    }
}

/// Holds whoever passes until it is opened.
#[derive(Default)]
pub struct Gate {
    open: Mutex<bool>,
    moved: Condvar,
}

impl Gate {
    pub fn pass(&self) {
        let open = self.open.lock().expect("gate");
        drop(self.moved.wait_while(open, |open| !*open).expect("gate"));
    }
    pub fn open(&self) {
        *self.open.lock().expect("gate") = true;
        self.moved.notify_all();
    }
}
