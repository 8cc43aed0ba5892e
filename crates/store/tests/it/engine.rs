//! What both engines promise: values, answers after COMMIT, nothing left behind.

use std::{sync::Arc, time::Duration};

use futures_util::{FutureExt, future::join_all};
use wangge_base::{Kind, Refusal};
use wangge_store::{Engine, Error, Faults, Stmt, Value, testdb};

use crate::bed::{self, ADD, ADD_ALL, COUNT, Gate, add, d, ids};

#[tokio::test]
async fn values_come_back_as_they_went() {
    const ROW: Stmt = Stmt::new("thing.row", "SELECT id, n, x, b FROM thing WHERE district = $1 AND id = $2");
    for test in bed::each() {
        let here = d("500107");
        let read = test
            .db()
            .write(move |tx| {
                let all: Vec<Value> =
                    vec![(&here).into(), "甲".into(), i64::MIN.into(), 0.1.into(), vec![0u8, 255].into()];
                let nulls = vec![(&here).into(), "乙".into(), Value::Null, Value::Null, Value::Null];
                assert_eq!(tx.batch(vec![(&ADD_ALL, all), (&ADD_ALL, nulls)])?, [1, 1]);
                let one = tx.one(&ROW, &[(&here).into(), "甲".into()], |row| {
                    Ok((row.text(0)?, row.int(1)?, row.real(2)?, row.blob(3)?))
                })?;
                let none = tx.one(&ROW, &[(&here).into(), "乙".into()], |row| {
                    Ok((row.opt_int(1)?, row.opt_real(2)?, row.opt_blob(3)?))
                })?;
                assert_eq!(none, (None, None, None));
                let key = |id: &str| vec![Value::from(&here), id.into()];
                let many =
                    tx.many(&[(&ROW, key("乙")), (&ROW, key("甲")), (&COUNT, vec![(&here).into()])])?;
                assert_eq!(many[1][0].text(0)?, "甲");
                assert_eq!(many[2][0].int(0)?, 2);
                Ok(one)
            })
            .await
            .expect("written");
        assert_eq!(read, ("甲".into(), i64::MIN, 0.1, vec![0, 255]));
    }
}

#[tokio::test]
async fn parameters_are_bound_by_number_and_sums_are_numbers() {
    const SWAPPED: Stmt =
        Stmt::new("thing.swapped", "INSERT INTO thing (n, id, district) VALUES ($3, $2, $1)");
    const SUM: Stmt =
        Stmt::new("thing.sum", "SELECT sum(n), max(n) FROM thing WHERE district = $1 OR district = $1");
    for test in bed::each() {
        let here = d("500107");
        let got = test
            .db()
            .write(move |tx| {
                for (id, n) in [("a", 4_000_000_000_i64), ("b", 5_000_060_000), ("c", -60_001)] {
                    tx.exec(&SWAPPED, &[(&here).into(), id.into(), n.into()])?;
                }
                tx.one(&SUM, &[(&here).into()], |row| Ok((row.int(0)?, row.real(1)?)))
            })
            .await
            .expect("sum");
        assert_eq!(got, (8_999_999_999, 5_000_060_000.0));
    }
}

#[tokio::test]
async fn a_refusal_or_an_error_undoes_the_whole_closure() {
    for test in bed::each() {
        let here = d("500107");
        let home = here.clone();
        let refused = test.db().write(move |tx| {
            add(tx, &home, "a", 1)?;
            Err::<(), _>(Refusal::forbidden("不行", "no").into())
        });
        assert_eq!(refused.await.expect_err("refused").refusal().map(|r| r.kind), Some(Kind::Forbidden));
        let home = here.clone();
        let twice = test.db().write(move |tx| {
            add(tx, &home, "b", 1)?;
            // Swallowing the error does not help: the transaction is spoilt on both engines.
            drop(add(tx, &home, "b", 2));
            Ok(())
        });
        assert!(matches!(twice.await, Err(Error::Engine(_))));
        let home = here.clone();
        let panicked = test.db().write(move |tx| {
            add(tx, &home, "c", 1)?;
            if tx.now().micros() > 0 {
                panic!("boom");
            }
            Ok(())
        });
        assert!(matches!(panicked.await, Err(Error::Engine(why)) if why.contains("boom")));
        assert!(ids(test.db(), &here).await.is_empty());
        assert_eq!(test.db().stats().panics, 1);
    }
}

#[tokio::test]
async fn a_read_handle_cannot_write_even_through_query() {
    const SNEAK: Stmt =
        Stmt::new("thing.sneak", "INSERT INTO thing (district, id) VALUES ($1, 'x') RETURNING id");
    for test in bed::each() {
        let sneak = test.db().read(|r| r.query(&SNEAK, &["500107".into()], |row| row.text(0))).await;
        assert!(sneak.is_err(), "{:?}", test.engine());
        assert!(ids(test.db(), &d("500107")).await.is_empty());
    }
}

#[tokio::test]
async fn nobody_is_answered_before_commit() {
    let gate = Arc::new(Gate::default());
    let at_commit = gate.clone();
    let faults = Faults {
        veto: Some(Arc::new(move || {
            at_commit.pass();
            false
        })),
        max_pages: None,
    };
    let tune = |settings: &mut wangge_store::Settings| settings.faults = faults.clone();
    let (things, clock) = ([bed::THING], bed::clock());
    let mut tests = vec![testdb::sqlite_with(&things, &clock, &tune).expect("sqlite")];
    if testdb::server_url().is_some() {
        tests.push(testdb::postgres_with(&things, &clock, &tune).expect("postgres"));
    }
    let here = d("500107");
    let mut waiting: Vec<_> = tests
        .iter()
        .flat_map(|test| (0..10).map(move |i| (test, i)))
        .map(|(test, i)| {
            let (db, home) = (test.db().clone(), here.clone());
            async move { db.write(move |tx| add(tx, &home, &format!("t{i}"), i)).await }.boxed()
        })
        .collect();
    let early = tokio::time::timeout(
        Duration::from_millis(300),
        futures_util::future::select_all(waiting.iter_mut()),
    );
    assert!(early.await.is_err(), "a write was answered before its COMMIT");
    for test in &tests {
        assert!(ids(test.db(), &here).await.is_empty(), "uncommitted rows are seen");
    }
    gate.open();
    assert!(join_all(waiting).await.into_iter().all(|done| done.is_ok()));
    for test in &tests {
        assert_eq!(ids(test.db(), &here).await.len(), 10);
    }
}

#[tokio::test]
async fn a_dropped_request_leaves_nothing_behind() {
    const OPEN: Stmt = Stmt::new(
        "pg.open",
        "SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
    );
    for test in bed::each() {
        let here = d("500107");
        for i in 0..20 {
            let home = here.clone();
            let write = test.db().write(move |tx| {
                add(tx, &home, &format!("t{i:02}"), 1)?;
                std::thread::sleep(Duration::from_millis(5));
                add(tx, &home, &format!("u{i:02}"), 1)
            });
            // Polled once, so that it is on its way, then dropped.
            drop(tokio::time::timeout(Duration::from_millis(1), write).await);
        }
        let home = here.clone();
        test.db().write(move |tx| add(tx, &home, "last", 1)).await.expect("the lane goes on");
        // On PostgreSQL several threads finish the dropped work.
        for _ in 0..200 {
            if ids(test.db(), &here).await.len() == 41 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(ids(test.db(), &here).await.len(), 41, "both rows of each, or the job was cut in two");
        if test.engine() == Engine::Postgres {
            let open = test.db().report(|r| r.one(&OPEN, &[], |row| row.int(0))).await.expect("activity");
            assert_eq!(open, 0);
        }
    }
}

#[tokio::test]
async fn a_full_queue_turns_calls_away_instead_of_piling_them_up() {
    let gate = Arc::new(Gate::default());
    let tune = |settings: &mut wangge_store::Settings| settings.queue = 4;
    let test = testdb::sqlite_with(&[bed::THING], &bed::clock(), &tune).expect("sqlite");
    let calls: Vec<_> = (0..200)
        .map(|i| {
            let gate = gate.clone();
            let write = test.db().write(move |tx| {
                gate.pass();
                add(tx, &d("500107"), &format!("t{i}"), 1)
            });
            write.boxed()
        })
        .collect();
    let opener = gate.clone();
    let timer = std::thread::Builder::new().spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        opener.open();
    });
    let done = join_all(calls).await;
    timer.expect("thread").join().expect("timer");
    let turned_away = done.iter().filter(|d| matches!(d, Err(Error::Retry(_)))).count();
    assert!(turned_away > 0);
    assert_eq!(ids(test.db(), &d("500107")).await.len(), 200 - turned_away);
    assert_eq!(test.db().stats().queue_full, turned_away as u64);
}

#[tokio::test]
async fn ids_are_new_and_now_stands_still_within_a_closure() {
    for test in bed::each() {
        let clock = test.db().clock().clone();
        let (before, after, ids) = test
            .db()
            .write(move |tx| {
                let before = tx.now();
                clock.advance_minutes(1);
                let ids: std::collections::HashSet<_> = (0..1000).map(|_| tx.new_id::<()>()).collect();
                Ok((before, tx.now(), ids.len()))
            })
            .await
            .expect("ids");
        assert_eq!((before, ids), (after, 1000));
        test.db().ping().await.expect("ping");
        let skew = test.db().skew().await.expect("skew");
        assert!(skew.abs() < 2_000_000, "{skew}");
    }
}

#[tokio::test]
async fn a_backup_is_a_database_of_one_moment() {
    let test = testdb::sqlite(&[bed::THING], &bed::clock()).expect("sqlite");
    let here = d("500107");
    for i in 0..50 {
        let home = here.clone();
        test.db()
            .write(move |tx| tx.exec(&ADD, &[(&home).into(), format!("t{i}").into(), i.into()]))
            .await
            .expect("row");
    }
    let other = testdb::empty(Engine::Sqlite, &bed::clock()).expect("a directory");
    let path = other.settings().url.trim_start_matches("sqlite:").to_owned() + ".copy";
    test.db().backup_to(path.as_ref()).await.expect("backup");
    let settings = wangge_store::Settings::new(format!("sqlite:{path}"), bed::clock());
    let copy = wangge_store::Db::open(&settings).expect("opens");
    assert_eq!(ids(&copy, &here).await.len(), 50);
}

#[tokio::test]
async fn a_long_batch_is_one_transaction() {
    for test in bed::each() {
        let here = d("500107");
        let home = here.clone();
        let rows = test.db().write(move |tx| {
            let row = |i: i64| (&ADD, vec![(&home).into(), format!("{i:05}").into(), i.into()]);
            tx.batch((0..3000).map(row).collect())
        });
        assert_eq!(rows.await.expect("written"), vec![1; 3000]);
        assert_eq!(ids(test.db(), &here).await.len(), 3000);
        let home = here.clone();
        let clash = test.db().write(move |tx| {
            let row = |i: i64| (&ADD, vec![(&home).into(), format!("{:05}", i % 50 + 4000).into(), i.into()]);
            tx.batch((0..100).map(row).collect())
        });
        assert!(matches!(clash.await, Err(Error::Engine(why)) if why.contains("thing.add")));
        assert_eq!(ids(test.db(), &here).await.len(), 3000);
    }
}

#[tokio::test]
async fn one_transaction_writes_one_district() {
    for test in bed::each() {
        let crossing = test.db().write(|tx| {
            tx.emit(bed::event(&d("500107"), "a"));
            tx.emit(bed::event(&d("500106"), "b"));
            add(tx, &d("500107"), "a", 1)
        });
        assert!(matches!(crossing.await, Err(Error::Engine(why)) if why.contains("one district")));
        assert!(ids(test.db(), &d("500107")).await.is_empty());
    }
}

/// A statement that cannot even be sent must not let the COMMIT behind it through.
#[tokio::test]
async fn what_does_not_fit_at_the_end_undoes_the_whole() {
    for test in bed::each() {
        let here = d("500107");
        for wrong in [vec![], vec![Value::from(&here), "b".into(), "not a number".into(), 1.into()]] {
            let home = here.clone();
            let done = test.db().write(move |tx| {
                add(tx, &home, "a", 1)?;
                tx.later(&ADD, wrong.clone());
                Ok(())
            });
            assert!(matches!(done.await, Err(Error::Engine(why)) if why.contains("thing.add")));
            assert!(ids(test.db(), &here).await.is_empty(), "{:?}", test.engine());
        }
    }
    for test in bed::each().into_iter().filter(|t| t.engine() == Engine::Postgres) {
        let here = d("500107");
        for wrong in [Value::from("not a number"), Value::from(0.5), Value::from(vec![1u8])] {
            let home = here.clone();
            let done = test.db().write(move |tx| {
                add(tx, &home, "a", 1)?;
                tx.later(&ADD, vec![(&home).into(), "b".into(), wrong.clone()]);
                Ok(())
            });
            assert!(matches!(done.await, Err(Error::Engine(why)) if why.contains("thing.add")));
            assert!(ids(test.db(), &here).await.is_empty());
        }
    }
}

#[tokio::test]
async fn a_nul_character_is_refused_kindly_on_both_engines() {
    for test in bed::each() {
        let written = test.db().write(|tx| add(tx, &d("500107"), "a\0b", 1)).await;
        assert_eq!(written.expect_err("refused").refusal().map(|r| r.kind), Some(Kind::Invalid));
        let read = test.db().read(|r| r.query(&COUNT, &["\0".into()], |row| row.int(0))).await;
        assert!(matches!(read, Err(Error::Refused(_))));
    }
}
