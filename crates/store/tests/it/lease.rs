//! Leases, fencing and messages set aside.

use futures_util::future::join_all;
use wangge_store::{
    Db, Error, Result,
    lease::{self, Fate, Lease},
};

use crate::bed::{self, add, d, ids};

async fn claim(db: &Db, node: &'static str) -> Result<Option<Lease>> {
    db.write(move |tx| lease::claim(tx, &d("500107"), "counters", node, 30)).await
}

#[tokio::test]
async fn one_node_holds_it_and_a_late_one_cannot_commit() {
    for test in bed::each() {
        let db = test.db();
        let claims = join_all(["a", "b", "c", "d"].map(|node| claim(db, node))).await;
        let mut held: Vec<Lease> = claims.into_iter().filter_map(|c| c.expect("claim")).collect();
        assert_eq!(held.len(), 1, "one of four");
        let mut first = held.remove(0);
        let work = |lease: Lease, id: &'static str, to| {
            db.write(move |tx| {
                add(tx, &d("500107"), id, 1)?;
                lease::advance(tx, &lease, to)
            })
        };
        work(first.clone(), "one", 5).await.expect("holder works");
        first.position = 5;
        let mut renewed = first.clone();
        db.clock().advance_minutes(0);
        renewed = db
            .write(move |tx| {
                let mut lease = renewed.clone();
                lease::renew(tx, &mut lease, 60)?;
                Ok(lease)
            })
            .await
            .expect("renewed");
        db.clock().advance_minutes(2);
        let second = claim(db, "z").await.expect("claim").expect("expired, so free");
        assert_eq!((second.fence, second.position), (first.fence + 1, 5));
        // The first wakes up late: its effects are undone with its cursor.
        let late = work(renewed.clone(), "late", 6).await;
        assert!(matches!(late, Err(Error::Retry(_))), "{late:?}");
        let late = db.write(move |tx| lease::renew(tx, &mut renewed.clone(), 60)).await;
        assert!(matches!(late, Err(Error::Retry(_))));
        work(second.clone(), "two", 6).await.expect("the new holder works");
        // The same message twice: the cursor has moved.
        assert!(work(second.clone(), "twice", 6).await.is_err());
        assert_eq!(ids(db, &d("500107")).await, ["one", "two"]);
        db.write(move |tx| lease::release(tx, &second)).await.expect("released");
        assert!(claim(db, "a").await.expect("claim").is_some());
        let least = db.read(|r| lease::least(r, &d("500107"))).await.expect("least");
        assert_eq!(least, Some(6));
    }
}

#[tokio::test]
async fn a_message_that_keeps_failing_is_parked_and_passed_over() {
    for test in bed::each() {
        let db = test.db();
        let lease = claim(db, "a").await.expect("claim").expect("held");
        for time in 1..=lease::FAILS {
            let held = lease.clone();
            let fate = db.write(move |tx| lease::fail(tx, &held, 1, "does not parse")).await.expect("noted");
            assert_eq!(fate, if time < lease::FAILS { Fate::Retry } else { Fate::Parked });
        }
        let parked = db.read(|r| lease::parked(r, &d("500107"), 10)).await.expect("parked");
        assert_eq!((parked.len(), parked[0].n, parked[0].fails), (1, 1, lease::FAILS));
        assert_eq!(parked[0].error, "does not parse");
        assert_eq!(claim(db, "a").await.expect("claim").expect("held").position, 1);
    }
}
