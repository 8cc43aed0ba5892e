//! What only PostgreSQL does: time-outs, lost connections, ambiguous commits.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering::SeqCst},
    },
    time::{Duration, Instant as Moment},
};

use futures_util::future::join_all;
use wangge_store::{Db, Error, Settings, Stmt, idem, testdb, testdb::TestDb};

use crate::bed::{self, THING, add, d, event, ids};

const SLEEP: Stmt = Stmt::new("pg.sleep", "SELECT CAST(pg_sleep($1) AS text)");
const KILL: Stmt = Stmt::new(
    "pg.kill",
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()",
);
const BUSY: Stmt = Stmt::new(
    "pg.busy",
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
     AND pid <> pg_backend_pid() AND state IN ('active', 'idle in transaction')",
);

fn postgres(tune: testdb::Tune<'_>) -> Option<TestDb> {
    if testdb::server_url().is_none() {
        eprintln!("*** TEST_DATABASE_URL is not set: PostgreSQL IS NOT TESTED. See scripts/pg. ***");
        return None;
    }
    Some(testdb::postgres_with(&[THING], &bed::clock(), tune).expect("postgres"))
}

async fn busy(db: &Db) -> i64 {
    db.report(|r| r.one(&BUSY, &[], |row| row.int(0))).await.expect("activity")
}

#[tokio::test]
async fn a_time_out_drops_the_connection_and_the_lane_goes_on() {
    let tune = |settings: &mut Settings| {
        settings.statement_timeout = Duration::from_millis(300);
        (settings.readers, settings.writers) = (1, 1);
    };
    let Some(test) = postgres(&tune) else { return };
    let start = Moment::now();
    let slow = test.db().read(|r| r.one(&SLEEP, &[30.0.into()], |row| row.opt_text(0))).await;
    assert!(matches!(slow, Err(Error::Retry(_))), "{slow:?}");
    let here = d("500107");
    let home = here.clone();
    let slow = test.db().write(move |tx| {
        add(tx, &home, "lost", 1)?;
        tx.one(&SLEEP, &[30.0.into()], |row| row.opt_text(0))
    });
    let slow = slow.await;
    assert!(matches!(slow, Err(Error::Retry(_))), "nothing was committed, so not ambiguous: {slow:?}");
    assert!(start.elapsed() < Duration::from_secs(5));
    let home = here.clone();
    test.db().write(move |tx| add(tx, &home, "next", 1)).await.expect("a new connection");
    assert_eq!(ids(test.db(), &here).await, ["next"]);
    let stats = test.db().stats();
    assert_eq!(stats.timeouts, 2);
    assert!(stats.reconnects >= 2, "{stats:?}");
    // The server notices too: nothing runs on unseen.
    for _ in 0..60 {
        if busy(test.db()).await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the server still works on what was given up");
}

#[tokio::test]
async fn terminated_connections_are_made_again_without_a_word() {
    let Some(test) = postgres(&|settings| (settings.readers, settings.writers) = (1, 2)) else { return };
    let db = test.db();
    let here = d("500107");
    for round in 0..5 {
        let writes = (0..4).map(|i| {
            let home = here.clone();
            db.write(move |tx| add(tx, &home, &format!("{round}-{i}"), 1))
        });
        assert!(join_all(writes).await.iter().all(Result::is_ok), "round {round}");
        assert_eq!(ids(db, &here).await.len(), (round + 1) * 4);
        let killed = db.report(|r| r.one(&KILL, &[], |row| row.int(0))).await.expect("killed");
        assert!(killed >= 2);
    }
    // Killed in the middle of a closure: it is run again as a whole, once.
    let runs = Arc::new(AtomicU32::new(0));
    let (count, home, other) = (runs.clone(), here.clone(), db.clone());
    let done = db.write(move |tx| {
        add(tx, &home, "middle", 1)?;
        if count.fetch_add(1, SeqCst) == 0 {
            let kill = other.report(|r| r.one(&KILL, &[], |row| row.int(0)));
            block(kill).expect("killed");
        }
        add(tx, &home, "middle2", 1)
    });
    done.await.expect("run again");
    assert_eq!(runs.load(SeqCst), 2);
    assert_eq!(ids(db, &here).await.len(), 22);
}

/// Waits for a future on a thread that may not have a runtime of its own.
fn block<T: Send>(work: impl Future<Output = T> + Send) -> T {
    std::thread::scope(|scope| {
        scope
            .spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                runtime.expect("runtime").block_on(work)
            })
            .join()
            .expect("waited")
    })
}

/// A COMMIT whose answer is lost is decided by its key. The test stands between client and server,
/// passes everything on, and swallows what the server says once it has seen COMMIT.
#[tokio::test]
async fn a_lost_commit_is_decided_by_its_key() {
    let Some(test) = postgres(&|_| {}) else { return };
    let cut = Arc::new(AtomicU32::new(0));
    let port = proxy(&test.settings().url, cut.clone());
    let mut settings = test.settings().clone();
    settings.url = through(&settings.url, port);
    settings.writers = 1;
    settings.statement_timeout = Duration::from_millis(800);
    let db = Db::open(&settings).expect("through the proxy");
    let here = d("500107");
    let write = |key: Option<&'static str>, id: &'static str| {
        let home = here.clone();
        db.write(move |tx| {
            if let Some(key) = key
                && let Some(answer) = idem::begin(tx, &home, key, &[0; 32])?
            {
                return Ok(answer);
            }
            let id = format!("{id}{}", tx.new_id::<()>());
            add(tx, &home, &id, 1)?;
            tx.emit(event(&home, &id));
            if let Some(key) = key {
                idem::done(tx, &home, key, &[0; 32], &id);
            }
            Ok(id)
        })
    };
    write(Some("key-0"), "a").await.expect("all is well");
    cut.store(1, SeqCst);
    let second = write(Some("key-1"), "b").await.expect("decided by the key");
    assert_eq!(cut.load(SeqCst), 0, "the answer was swallowed");
    let rows = ids(test.db(), &here).await;
    assert_eq!(
        rows.iter().filter(|id| id.starts_with('b')).collect::<Vec<_>>(),
        [&second],
        "one row, and it is the answer"
    );
    cut.store(1, SeqCst);
    let lost = write(None, "c").await;
    assert!(matches!(lost, Err(Error::Ambiguous(_))), "without a key nobody knows: {lost:?}");
    write(Some("key-2"), "d").await.expect("the lane goes on");
}

fn through(url: &str, port: u16) -> String {
    let (head, name) = url.rsplit_once('/').expect("a URL");
    let user = head.split_once('@').map_or("postgres://", |(user, _)| user);
    format!("{user}@127.0.0.1:{port}/{name}")
}

/// Passes bytes on; with `cut` at 1 it passes COMMIT to the server and drops the answer.
fn proxy(url: &str, cut: Arc<AtomicU32>) -> u16 {
    use std::{
        io::{Read as _, Write as _},
        net::{Shutdown, TcpListener, TcpStream},
    };
    let host = url.split('@').nth(1).and_then(|r| r.split('/').next()).expect("host:port").to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("address").port();
    let serve = move |client: TcpStream| {
        let server = TcpStream::connect(&host).expect("the server");
        let (mut from_client, mut to_server) =
            (client.try_clone().expect("clone"), server.try_clone().expect("clone"));
        let (mut from_server, mut to_client) = (server, client);
        let (cut, swallow) = (cut.clone(), Arc::new(AtomicU32::new(0)));
        let swallows = swallow.clone();
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(n @ 1..) = from_client.read(&mut buffer) {
                if buffer[..n].windows(6).any(|w| w == b"COMMIT")
                    && cut.compare_exchange(1, 0, SeqCst, SeqCst).is_ok()
                {
                    swallow.store(1, SeqCst);
                }
                if to_server.write_all(&buffer[..n]).is_err() {
                    break;
                }
            }
            drop(to_server.shutdown(Shutdown::Write));
        });
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(n @ 1..) = from_server.read(&mut buffer) {
                if swallows.load(SeqCst) == 0 && to_client.write_all(&buffer[..n]).is_err() {
                    break;
                }
            }
            drop(to_client.shutdown(Shutdown::Both));
        });
    };
    std::thread::spawn(move || listener.incoming().flatten().for_each(serve));
    port
}

#[tokio::test]
async fn a_database_that_is_not_there_is_not_done_try_again() {
    let mut settings = Settings::new("postgres://postgres@127.0.0.1:9,127.0.0.1:10/none", bed::clock());
    (settings.readers, settings.writers) = (1, 1);
    let db = Db::open(&settings).expect("opens without asking");
    let start = Moment::now();
    assert!(matches!(db.ping().await, Err(Error::Retry(_))));
    assert!(matches!(db.write(|tx| add(tx, &d("500107"), "x", 1)).await, Err(Error::Retry(_))));
    assert!(start.elapsed() < Duration::from_secs(12));
    assert!(Db::open(&Settings::new("mysql://x", bed::clock())).is_err());
}

#[tokio::test]
async fn of_several_hosts_the_one_that_answers_is_found() {
    let Some(test) = postgres(&|_| {}) else { return };
    let mut settings = test.settings().clone();
    settings.url = settings.url.replace("@", "@127.0.0.1:9,");
    let db = Db::open(&settings).expect("opens");
    db.ping().await.expect("the second host");
}

#[tokio::test]
async fn a_keyed_create_takes_three_round_trips() {
    let Some(test) = postgres(&|settings| settings.writers = 1) else { return };
    let db = test.db();
    let here = d("500107");
    let create = |key: &'static str| {
        let home = here.clone();
        db.write(move |tx| {
            idem::begin(tx, &home, key, &[0; 32])?;
            let id = tx.new_id::<()>().to_string();
            let row = |id: &str| vec![(&home).into(), id.into(), 1.into()];
            tx.batch(vec![(&bed::ADD, row(&id)), (&bed::ADD, row(&format!("{id}-2")))])?;
            tx.emit(event(&home, &id));
            idem::done(tx, &home, key, &[0; 32], &id);
            Ok(())
        })
    };
    create("key-1").await.expect("warm");
    let before = db.stats();
    create("key-2").await.expect("created");
    let after = db.stats();
    assert_eq!(after.round_trips - before.round_trips, 3);
    assert_eq!((after.commits - before.commits, after.statements - before.statements), (1, 6));
}
