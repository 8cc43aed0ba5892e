//! Events: gap-free, in the order of commit, never missed.

use futures_util::future::{join, join_all};
use wangge_base::{District, Refusal};
use wangge_store::{
    Error,
    outbox::{self, Vector},
};

use crate::bed::{self, add, d, event};

#[tokio::test]
async fn numbers_are_gap_free_and_a_tailer_misses_nothing_under_load() {
    for test in bed::each() {
        let db = test.db();
        let districts = ["500107", "500106", "city"];
        let writes = (0..150).map(|i| {
            let here = d(districts[i % 3]);
            db.write(move |tx| {
                add(tx, &here, &format!("{i:03}"), 1)?;
                for k in 0..=(i % 2) {
                    tx.emit(event(&here, &format!("{i:03}.{k}")));
                }
                // Every fifth is refused after it emitted.
                if i % 5 == 0 { Err(Error::from(Refusal::not_found("没有", "none"))) } else { Ok(()) }
            })
        });
        let mut seen: Vec<(District, i64, String)> = Vec::new();
        let tail = async {
            let mut cursor = Vector::default();
            loop {
                let at = cursor.clone();
                let batch = db.read(move |r| outbox::after(r, &at, 7)).await.expect("tail");
                assert!(!batch.reset);
                seen.extend(batch.events.iter().map(|e| (e.district.clone(), e.n, e.subject.clone())));
                cursor = batch.vector;
                if seen.len() >= 180 {
                    return cursor;
                }
                tokio::task::yield_now().await;
            }
        };
        let (done, cursor) = join(join_all(writes), tail).await;
        assert_eq!(done.iter().filter(|r| r.is_ok()).count(), 120);
        for code in districts {
            let numbers: Vec<i64> = seen.iter().filter(|(at, ..)| *at == d(code)).map(|e| e.1).collect();
            assert_eq!(numbers, (1..=numbers.len() as i64).collect::<Vec<_>>(), "{code}");
            assert_eq!(cursor.get(&d(code)), numbers.len() as i64);
        }
        let mut subjects: Vec<&String> = seen.iter().map(|e| &e.2).collect();
        subjects.sort();
        subjects.dedup();
        assert_eq!(subjects.len(), 180, "each once");
        let heads = db.read(outbox::heads).await.expect("heads");
        assert_eq!(heads, cursor);
    }
}

#[tokio::test]
async fn a_cursor_behind_what_is_kept_is_told_to_start_afresh() {
    for test in bed::each() {
        let db = test.db();
        let here = d("500107");
        for i in 0..10 {
            let home = here.clone();
            let emit = move |tx: &mut wangge_store::Tx| {
                tx.emit(event(&home, &i.to_string()));
                Ok(())
            };
            db.write(emit).await.expect("event");
            db.clock().advance_minutes(60);
        }
        // Older than five hours go; consumers have read to 4; then by age alone, in bounded steps.
        let before = db.clock().now().plus_minutes(-60 * 5 + 1);
        let mut gone = Vec::new();
        for (keep_from, limit) in [(4, 3), (4, 3), (4, 3), (100, 100), (100, 100)] {
            let home = here.clone();
            let n = db.write(move |tx| outbox::prune(tx, &home, before, keep_from, limit)).await;
            gone.push(n.expect("pruned"));
        }
        assert_eq!(gone, [3, 1, 0, 2, 0]);
        let at = |n| {
            let mut cursor = Vector::default();
            cursor.set(here.clone(), n);
            db.read(move |r| outbox::after(r, &cursor, 100))
        };
        assert!(at(5).await.expect("batch").reset, "5 is gone before it was read");
        let batch = at(6).await.expect("batch");
        assert_eq!((batch.reset, batch.events.len(), batch.vector.get(&here)), (false, 4, 10));
        let event = &batch.events[0];
        assert_eq!((event.n, event.subject.as_str(), event.kind.as_str()), (7, "6", "thing.made"));
        assert_eq!((event.scope[0].as_str(), &event.data["board"]), ("500107003", &"PF".into()));
        assert!(at(11).await.expect("batch").reset, "a cursor from another life of the database");
        let batch = at(0).await.expect("batch");
        assert!(batch.reset && batch.vector.get(&here) == 10 && batch.events.is_empty());
    }
}
