//! Migrations: forward only, once, and by any number of nodes at once.

use futures_util::future::join_all;
use wangge_store::{Db, Engine, Error, Migration, Stmt, testdb};

use crate::bed::{self, THING, add, d, ids};

const MORE: Migration = Migration {
    id: 2,
    slice: "thing",
    sql: "ALTER TABLE thing ADD COLUMN note text; CREATE INDEX thing_n ON thing (district, n);",
};

fn engines() -> Vec<Engine> {
    if testdb::server_url().is_some() { vec![Engine::Sqlite, Engine::Postgres] } else { vec![Engine::Sqlite] }
}

#[tokio::test]
async fn nodes_starting_at_once_migrate_once() {
    for engine in engines() {
        let first = testdb::empty(engine, &bed::clock()).expect("empty");
        let nodes: Vec<Db> = (0..4).map(|_| Db::open(first.settings()).expect("node")).collect();
        let ran = join_all(nodes.iter().map(|db| db.migrate(&[THING]))).await;
        let ran: Vec<usize> = ran.into_iter().map(|r| r.expect("migrated")).collect();
        assert_eq!(ran.iter().sum::<usize>(), 2, "store's own and one more, by one of them: {ran:?}");
        // The older node's connection, with its prepared statements, works on the newer schema.
        let older = &nodes[0];
        older.write(|tx| add(tx, &d("500107"), "before", 1)).await.expect("written");
        assert_eq!(ids(older, &d("500107")).await, ["before"]);
        assert_eq!(nodes[1].migrate(&[THING, MORE]).await.expect("more"), 1);
        older.write(|tx| add(tx, &d("500107"), "after", 1)).await.expect("written");
        assert_eq!(ids(older, &d("500107")).await, ["after", "before"]);
        assert_eq!(nodes[1].migrate(&[THING, MORE]).await.expect("nothing to do"), 0);
        // A release behind knows fewer migrations than have run, and starts all the same.
        assert_eq!(older.migrate(&[THING]).await.expect("older release"), 0);
    }
}

#[tokio::test]
async fn a_star_query_survives_a_new_column() {
    const STAR: Stmt = Stmt::new("thing.star", "SELECT * FROM thing WHERE district = $1");
    for engine in engines() {
        let test = testdb::empty(engine, &bed::clock()).expect("empty");
        test.db().migrate(&[THING]).await.expect("migrated");
        let star = || test.db().read(|r| r.query(&STAR, &["500107".into()], |row| row.text(1)));
        star().await.expect("before");
        star().await.expect("and cached by all");
        test.db().migrate(&[THING, MORE]).await.expect("migrated");
        for _ in 0..4 {
            star().await.expect("after");
        }
    }
}

#[tokio::test]
async fn a_changed_a_doubled_or_a_failing_migration_stops_the_start() {
    for engine in engines() {
        let test = testdb::empty(engine, &bed::clock()).expect("empty");
        let bad =
            Migration { id: 2, slice: "thing", sql: "CREATE INDEX thing_n ON thing (district, n); SELEC 1" };
        let failed = test.db().migrate(&[THING, bad]).await.expect_err("a typing error");
        assert!(failed.to_string().contains("migration thing 2"), "{failed}");
        assert!(test.db().write(|tx| add(tx, &d("500107"), "x", 1)).await.is_err(), "all or nothing");
        assert!(test.db().migrate(&[THING, THING]).await.is_err());
        test.db().migrate(&[THING]).await.expect("migrated");
        let changed = Migration { sql: "SELECT 1", ..THING };
        let told = test.db().migrate(&[changed]).await.expect_err("changed");
        assert!(matches!(&told, Error::Engine(why) if why.contains("changed after it had run")), "{told}");
        let bare = Migration { id: 3, slice: "thing", sql: "CREATE TABLE bare (district text NOT NULL)" };
        assert!(test.db().migrate(&[THING, bare]).await.is_err(), "a table without its note");
    }
}

#[tokio::test]
async fn in_the_test_database_a_key_without_district_is_refused() {
    if testdb::server_url().is_none() {
        eprintln!("*** TEST_DATABASE_URL is not set: PostgreSQL IS NOT TESTED ***");
        return;
    }
    let keyed = Migration {
        id: 2,
        slice: "thing",
        sql: "-- table: loose  class: business  retention: forever  personal: none
              CREATE TABLE loose (district text NOT NULL, id text NOT NULL, PRIMARY KEY (id))",
    };
    let told = testdb::postgres(&[THING, keyed], &bed::clock()).err().expect("refused");
    assert!(told.to_string().contains("partition"), "{told}");
}
