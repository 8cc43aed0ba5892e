//! The server killed with SIGKILL under load, many times over, on both engines: no acknowledged case is
//! lost, none is there twice; a client that retries with its key gets its one case.

use std::{
    collections::BTreeMap,
    hash::{BuildHasher as _, RandomState},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{sync::watch, task::JoinSet, time::sleep};
use wangge_base::Clock;
use wangge_demo::{
    client::{Client, Trouble},
    people::PASSWORD,
};
use wangge_server::{
    config::Config,
    house::{self, House, migrations},
};
use wangge_store::{
    Db, Stmt,
    seal::Keys,
    testdb::{self, TestDb},
};

use crate::{
    city::{fresh_dir, settle},
    golden::root,
};

const KILLS: usize = 5;
const CLIENTS: usize = 8;

/// Where the clients report; the even ones log in as the worker of that grid, the odd ones are nobody.
const GRIDS: [&str; 4] = ["500107003003001", "500107003003002", "500105003005001", "500105003004001"];

/// An installation whose process comes and goes.
struct Node {
    config: Config,
    child: Option<Child>,
    /// Holds the database on PostgreSQL until the end.
    _test: Option<TestDb>,
}

impl Node {
    /// Makes the city of two towns; nothing runs yet.
    async fn install(postgres: bool) -> Self {
        let clock = Clock::system();
        let mut config = Config::local(&fresh_dir());
        config.city.data = root().join("data/city/50");
        // The port given now is asked for again after each kill.
        drop(house::bind(&mut config).await.expect("a free port"));
        let test = postgres.then(|| testdb::postgres(&migrations(), &clock).expect("a test database"));
        let house = match &test {
            None => House::open(config.clone(), clock).await.expect("a house"),
            Some(test) => {
                config.database.url.clone_from(&test.settings().url);
                let keys = Keys::load_or_create(&config.key_file()).expect("keys");
                House::with(config.clone(), test.db().clone(), keys).await.expect("a house")
            }
        };
        settle(&house, &config.dir).await;
        Self { config, child: None, _test: test }
    }

    fn wangge(&self, what: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wangge-under-test"));
        command
            .arg(what)
            .current_dir(&self.config.dir)
            .env_clear()
            .env("WANGGE_DIR", &self.config.dir)
            .env("WANGGE_CITY_DATA", &self.config.city.data)
            .env("WANGGE_SERVER_LISTEN", &self.config.server.listen)
            .env("WANGGE_RATE_ANONYMOUS_WRITES", "1000000")
            .env("WANGGE_LOG_LEVEL", "warn")
            .env("DATABASE_URL", &self.config.database.url);
        command
    }

    fn base(&self) -> String {
        format!("http://{}", self.config.server.listen)
    }

    fn log(&self) -> PathBuf {
        self.config.dir.join("log")
    }

    /// Starts the process and waits until it is ready.
    async fn start(&mut self) {
        let log = std::fs::File::options().create(true).append(true).open(self.log()).expect("a log");
        let log_too = log.try_clone().expect("a log");
        let child = self.wangge("serve").stdin(Stdio::null()).stdout(log).stderr(log_too).spawn();
        self.child = Some(child.expect("the binary starts"));
        for _ in 0..600 {
            if let Ok(answer) = reqwest::get(format!("{}/readyz", self.base())).await
                && answer.status().is_success()
            {
                return;
            }
            sleep(Duration::from_millis(20)).await;
        }
        panic!("the server is not ready:\n{}", std::fs::read_to_string(self.log()).unwrap_or_default());
    }

    /// SIGKILL: no goodbye to anybody.
    fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            // It may have ended by itself, which the next start would tell.
            drop(child.kill());
            drop(child.wait());
        }
    }

    fn db(&self) -> Db {
        house::open_database(&self.config, Clock::system()).expect("the database opens")
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
        drop(std::fs::remove_dir_all(&self.config.dir));
    }
}

/// One client: reports under a key of its own until that is answered, then the next.
struct Reporter {
    client: Client,
    n: usize,
    grid: &'static str,
}

impl Reporter {
    async fn enter(base: &str, n: usize) -> Self {
        let grid = GRIDS[n / 2 % GRIDS.len()];
        let client = if n.is_multiple_of(2) {
            let login = format!("{grid}-wg-01");
            Client::log_in(base, &login, PASSWORD).await.unwrap_or_else(|no| panic!("{login}: {no}"))
        } else {
            Client::anonymous(base).expect("a client")
        };
        Self { client, n, grid }
    }

    fn key(&self, i: usize) -> String {
        format!("kill-{}-{i:05}", self.n)
    }

    /// Sends report `i` until it is answered; answers the case's reference.
    async fn report(&self, i: usize) -> String {
        let key = self.key(i);
        // The text names the key, so that a case shows under which key it came.
        let body = json!({ "text": key, "grid": self.grid });
        loop {
            match self.client.post("/api/v1/cases", Some(&key), &body).await {
                Ok(receipt) => {
                    // An answer cut off in the middle is no answer.
                    if let Value::String(at) = &receipt["ref"] {
                        return at.clone();
                    }
                }
                Err(Trouble::Network(_) | Trouble::Refused { status: 503, .. }) => {}
                Err(other) => panic!("{key}: {other}"),
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Reports until told to stop, then sends the last 50 once more: the same cases come back.
    async fn work(self, stop: watch::Receiver<bool>, answered: Arc<AtomicUsize>) -> BTreeMap<String, String> {
        let mut cases = Vec::new();
        while !*stop.borrow() {
            cases.push(self.report(cases.len()).await);
            answered.fetch_add(1, Ordering::Relaxed);
        }
        for (i, case) in cases.iter().enumerate().rev().take(50) {
            assert_eq!(&self.report(i).await, case, "the same key, the same case");
        }
        cases.into_iter().enumerate().map(|(i, case)| (self.key(i), case)).collect()
    }
}

/// 200 to 600 ms, never the same twice.
fn a_while() -> Duration {
    Duration::from_millis(200 + RandomState::new().hash_one("a while") % 400)
}

/// Kills and restarts while the clients report; answers what they were told.
async fn under_fire(node: &mut Node) -> BTreeMap<String, String> {
    let (stop, stopped) = watch::channel(false);
    let answered = Arc::new(AtomicUsize::new(0));
    let mut clients = JoinSet::new();
    node.start().await;
    for n in 0..CLIENTS {
        let reporter = Reporter::enter(&node.base(), n).await;
        clients.spawn(reporter.work(stopped.clone(), answered.clone()));
    }
    for round in 0..KILLS {
        let before = answered.load(Ordering::Relaxed);
        sleep(a_while()).await;
        for _ in 0..500 {
            // A kill before the first answer would prove little.
            if answered.load(Ordering::Relaxed) > before {
                break;
            }
            sleep(Duration::from_millis(10)).await;
        }
        assert!(answered.load(Ordering::Relaxed) > before, "round {round}: nobody was answered");
        node.kill();
        node.start().await;
    }
    sleep(a_while()).await;
    stop.send_replace(true);
    let mut told = BTreeMap::new();
    while let Some(cases) = clients.join_next().await {
        told.extend(cases.expect("the client ran to its end"));
    }
    told
}

/// Every case that is there: its reference by the key it came under.
async fn cases(db: &Db) -> Vec<(String, String)> {
    const CASES: Stmt = Stmt::new("test.cases", "SELECT text, id FROM case_file WHERE district = $1");
    let mut all = Vec::new();
    for district in ["500107", "500105"] {
        let found = db.read(move |r| {
            r.query(&CASES, &[district.into()], |row| {
                Ok((row.text(0)?, format!("{district}.{}", row.text(1)?)))
            })
        });
        all.extend(found.await.expect("the cases"));
    }
    all.sort();
    all
}

async fn survives(postgres: bool) {
    let mut node = Node::install(postgres).await;
    let told = tokio::time::timeout(Duration::from_secs(120), under_fire(&mut node)).await;
    let told = told.expect("it ends in time");
    node.kill();
    let there = cases(&node.db()).await;
    let told: Vec<(String, String)> = told.into_iter().collect();
    for pair in &told {
        assert!(there.contains(pair), "acknowledged and lost: {pair:?}");
    }
    assert_eq!(there, told, "one case a key, one key a case");
    let verified = node.wangge("verify").output().expect("verify runs");
    let words = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(verified.status.success() && words.contains("all intact"), "{words}");
    eprintln!("postgres: {postgres}: {} cases through {KILLS} kills\n{words}", there.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_loses_and_repeats_nothing_on_sqlite() {
    survives(false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_loses_and_repeats_nothing_on_postgresql() {
    if testdb::server_url().is_none() {
        eprintln!("*** TEST_DATABASE_URL is not set: PostgreSQL IS NOT TESTED. See scripts/pg. ***");
        return;
    }
    survives(true).await;
}
