//! A full disk and a COMMIT that fails acknowledge nobody.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::SeqCst},
};

use futures_util::future::join_all;
use wangge_store::{Error, Faults, Settings, testdb};

use crate::bed::{self, add, d, event, ids};

#[tokio::test]
async fn a_failed_commit_acknowledges_nobody() {
    let failing = Arc::new(AtomicBool::new(false));
    let asked = failing.clone();
    let faults = Faults { veto: Some(Arc::new(move || asked.load(SeqCst))), max_pages: None };
    let tune = |settings: &mut Settings| settings.faults = faults.clone();
    let (things, clock) = ([bed::THING], bed::clock());
    let mut tests = vec![testdb::sqlite_with(&things, &clock, &tune).expect("sqlite")];
    if testdb::server_url().is_some() {
        tests.push(testdb::postgres_with(&things, &clock, &tune).expect("postgres"));
    }
    let here = d("500107");
    for test in &tests {
        for (round, fails) in [false, true, false].into_iter().enumerate() {
            failing.store(fails, SeqCst);
            let calls = (0..20).map(|i| {
                let home = here.clone();
                test.db().write(move |tx| {
                    tx.emit(event(&home, "x"));
                    add(tx, &home, &format!("{round}-{i}"), 1)
                })
            });
            for done in join_all(calls).await {
                match done {
                    Ok(_) => assert!(!fails),
                    Err(Error::Retry(_)) => assert!(fails),
                    Err(other) => panic!("{other:?}"),
                }
            }
        }
        let there = ids(test.db(), &here).await;
        assert_eq!(there.len(), 40);
        assert!(!there.iter().any(|id| id.starts_with("1-")));
        let home = here.clone();
        let told = test.db().read(move |r| wangge_store::outbox::of(r, &home, 0, 100)).await.expect("events");
        assert!(told.len() == 40 && told.iter().zip(1..).all(|(e, n)| e.n == n), "numbers stay gap-free");
    }
}

#[tokio::test]
async fn a_full_disk_acknowledges_nobody_and_what_was_acknowledged_stays() {
    let tune = |settings: &mut Settings| settings.faults.max_pages = Some(60);
    let test = testdb::sqlite_with(&[bed::THING], &bed::clock(), &tune).expect("sqlite");
    let here = d("500107");
    let long = "x".repeat(1500);
    let mut good = Vec::new();
    let mut full = 0;
    for round in 0..20 {
        let calls = (0..10).map(|i| {
            let (db, home, id) = (test.db().clone(), here.clone(), format!("{round}-{i}-{long}"));
            async move {
                let row = id.clone();
                (id, db.write(move |tx| add(tx, &home, &row, 1)).await)
            }
        });
        for (id, done) in join_all(calls).await {
            match done {
                Ok(_) => good.push(id),
                Err(Error::Retry(_)) => full += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
    }
    assert!(full > 0 && !good.is_empty(), "{full} full, {} good", good.len());
    good.sort();
    assert_eq!(ids(test.db(), &here).await, good, "acknowledged and stored are the same rows");
}
