//! Group commit on SQLite: neighbours in a batch do not feel each other.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering::SeqCst},
    },
    time::Duration,
};

use futures_util::{FutureExt, future::join_all};
use wangge_base::Refusal;
use wangge_store::{Error, Settings, testdb};

use crate::bed::{self, Gate, SLOW, SLOW_WRITE, add, d, event, ids};

/// One call for each word; they wait behind a gate so that they share a batch.
#[tokio::test]
async fn failing_panicking_and_overrunning_jobs_leave_their_neighbours_untouched() {
    let tune = |settings: &mut Settings| settings.write_budget = Duration::from_millis(40);
    let test = testdb::sqlite_with(&[bed::THING], &bed::clock(), &tune).expect("sqlite");
    let here = d("500107");
    for round in 0..3 {
        let gate = Arc::new(Gate::default());
        let (hold, home) = (gate.clone(), here.clone());
        let first = test.db().write(move |tx| {
            hold.pass();
            add(tx, &home, &format!("first{round}"), 0)
        });
        let words: [&'static str; 11] =
            ["good", "bad", "good", "panic", "good", "slow", "good", "slow-write", "good", "nap", "good"];
        let calls = words.into_iter().enumerate().map(|(i, word)| {
            let home = here.clone();
            let call = test.db().write(move |tx| {
                let id = format!("{round}-{i}-{word}");
                add(tx, &home, &id, 1)?;
                tx.emit(event(&home, &id));
                match word {
                    "bad" => Err(Error::from(Refusal::forbidden("不行", "no"))),
                    "panic" if tx.now().micros() > 0 => panic!("boom"),
                    "slow" => tx.one(&SLOW, &[], |row| row.int(0)).map(drop),
                    "slow-write" => tx.exec(&SLOW_WRITE, &[(&home).into()]).map(drop),
                    // Its time passes outside of SQLite; the next statement notices.
                    "nap" => {
                        std::thread::sleep(Duration::from_millis(900));
                        add(tx, &home, &format!("{id}-again"), 1).map(drop)
                    }
                    _ => Ok(()),
                }
            });
            call.boxed()
        });
        let all = join_all(std::iter::once(first.map(|r| r.map(drop)).boxed()).chain(calls));
        let opener = gate.clone();
        let open = async move {
            tokio::time::sleep(Duration::from_millis(30)).await;
            opener.open();
        };
        let (answers, ()) = futures_util::future::join(all, open).await;
        for (answer, word) in answers[1..].iter().zip(words) {
            match word {
                // The nap fits the larger budget that an overrunning job gets alone, hence only there.
                "good" => assert!(answer.is_ok(), "{word}: {answer:?}"),
                "bad" => assert!(matches!(answer, Err(Error::Refused(_))), "{answer:?}"),
                "nap" => {}
                _ => assert!(matches!(answer, Err(Error::Engine(_))), "{word}: {answer:?}"),
            }
        }
    }
    let there = ids(test.db(), &here).await;
    assert_eq!(there.iter().filter(|id| id.ends_with("good")).count(), 18, "{there:?}");
    assert!(!there.iter().any(|id| ["bad", "panic", "slow", "slow-write"].iter().any(|w| id.ends_with(w))));
    let naps = there.iter().filter(|id| id.contains("nap")).count();
    assert_eq!(naps % 2, 0, "a nap is whole or not there");
    let told = test.db().read(move |r| wangge_store::outbox::of(r, &here, 0, 1000)).await.expect("events");
    assert_eq!(told.len(), 18 + naps / 2, "events of undone jobs are undone");
    assert!(told.iter().zip(1..).all(|(e, n)| e.n == n), "gap-free");
    let stats = test.db().stats();
    assert!(stats.overruns >= 6 && stats.panics >= 3 && stats.largest_batch >= 3, "{stats:?}");
}

#[tokio::test]
async fn waiting_writes_share_commits() {
    let commits = Arc::new(AtomicU32::new(0));
    let count = commits.clone();
    let tune = move |settings: &mut Settings| {
        let count = count.clone();
        settings.faults.veto = Some(Arc::new(move || {
            count.fetch_add(1, SeqCst);
            false
        }));
    };
    let test = testdb::sqlite_with(&[bed::THING], &bed::clock(), &tune).expect("sqlite");
    let calls = (0..400).map(|i| test.db().write(move |tx| add(tx, &d("500107"), &format!("t{i}"), 1)));
    assert!(join_all(calls).await.into_iter().all(|done| done.is_ok()));
    assert!(commits.load(SeqCst) < 200, "{} commits for 400 writes", commits.load(SeqCst));
    assert_eq!(test.db().stats().jobs, 400);
}

#[tokio::test]
async fn a_slow_read_is_given_up_and_the_lane_goes_on() {
    let tune = |settings: &mut Settings| {
        settings.statement_timeout = Duration::from_millis(100);
        settings.readers = 1;
    };
    let test = testdb::sqlite_with(&[bed::THING], &bed::clock(), &tune).expect("sqlite");
    let slow = test.db().read(|r| r.one(&SLOW, &[], |row| row.int(0))).await;
    assert!(matches!(slow, Err(Error::Retry(_))), "{slow:?}");
    test.db().ping().await.expect("the lane goes on");
}
