//! A city of three towns for tests, over a real database of either engine, spoken to through HTTP:
//! 谢家湾街道 in 九龙坡 (500107) with its neighbour 杨家坪街道, and 石马河街道 in 江北 (500105). Nobody waits: the clock stands until a
//! test moves it, and background work runs when a test says so.

use std::{fmt::Write as _, path::PathBuf};

use serde_json::{Value, json};
use wangge_base::{Clock, Instant};
use wangge_demo::{
    client::{Client, Trouble, picture},
    people::{self, PASSWORD, Person},
};
use wangge_server::{
    config::Config,
    first,
    house::{House, Running, migrations},
    import::{Job, Progress, Report},
};
use wangge_store::{
    Engine,
    seal::Keys,
    testdb::{self, TestDb},
};
use wangge_work::case;

use crate::golden::root;

/// Monday 2026-06-01, 09:30 in Chongqing: inside office hours.
pub const MONDAY: Instant = Instant::from_micros(1_780_277_400_000_000);

/// Code and name of a town, and of its communities.
type Town = (&'static str, &'static str, [(&'static str, &'static str); 2]);

/// The towns with their communities.
const TOWNS: [Town; 3] = [
    ("500107003", "谢家湾街道", [("500107003003", "民主村社区"), ("500107003004", "文化七村社区")]),
    ("500105003", "石马河街道", [("500105003004", "桂花园社区"), ("500105003005", "南石路社区")]),
    // The neighbour in the same district: nobody works there unless a test says so.
    ("500107004", "杨家坪街道", [("500107004001", "兴胜路社区"), ("500107004002", "西郊社区")]),
];

/// A running city.
pub struct City {
    /// Moves time.
    pub clock: Clock,
    /// The server.
    pub running: Running,
    /// Who lives there.
    pub people: Vec<Person>,
    dir: PathBuf,
    test: TestDb,
}

/// One city on each engine that is there.
pub async fn each() -> Vec<City> {
    let mut all = vec![City::on(Engine::Sqlite).await];
    if testdb::server_url().is_some() {
        all.push(City::on(Engine::Postgres).await);
    } else {
        eprintln!("*** TEST_DATABASE_URL is not set: PostgreSQL IS NOT TESTED. See scripts/pg. ***");
    }
    all
}

impl City {
    /// A city on one engine.
    pub async fn on(engine: Engine) -> Self {
        Self::tuned(engine, |_| {}).await
    }

    /// A city with other settings.
    pub async fn tuned(engine: Engine, tune: impl FnOnce(&mut Config)) -> Self {
        let clock = Clock::manual(MONDAY);
        let test = match engine {
            Engine::Sqlite => testdb::sqlite(&migrations(), &clock),
            Engine::Postgres => testdb::postgres(&migrations(), &clock),
        }
        .expect("a test database");
        let dir = fresh_dir();
        let mut config = Config::local(&dir);
        config.city.data = root().join("data/city/50");
        config.jobs.enabled = false;
        (config.session.idle_hours, config.session.days) = (24 * 365, 365);
        config.rate.anonymous_writes = 100_000;
        config.rate.anonymous_reads = 100_000;
        config.rate.logins = 100_000;
        tune(&mut config);
        let listener = wangge_server::house::bind(&mut config).await.expect("a free port");
        let house = House::with(config, test.db().clone(), Keys::for_tests()).await.expect("a house");
        let people = settle(&house, &dir).await;
        let running = house.serve(listener).await.expect("serves");
        Self { clock, running, people, dir, test }
    }

    /// Its engine.
    pub fn engine(&self) -> Engine {
        self.test.engine()
    }

    /// The house behind it.
    pub fn house(&self) -> &House {
        &self.running.house
    }

    /// Address of the server.
    pub fn base(&self) -> String {
        format!("http://{}", self.running.addr)
    }

    /// Whoever holds `post` at `unit`, logged in.
    pub async fn hand(&self, unit: &str, post: &str) -> Hand {
        let person = self.people.iter().find(|p| p.unit == unit && p.post == post);
        let person = person.unwrap_or_else(|| panic!("nobody holds {post} at {unit}"));
        let client = Client::log_in(&self.base(), &person.login, PASSWORD).await.expect("logs in");
        Hand { client, called: person.called.clone(), login: person.login.clone() }
    }

    /// Somebody without an account.
    pub fn citizen(&self) -> Hand {
        Hand {
            client: Client::anonymous(&self.base()).expect("a client"),
            called: "市民".into(),
            login: String::new(),
        }
    }

    /// Lets `minutes` pass, and the clock act on what has become due.
    pub async fn pass(&self, minutes: i64) -> usize {
        // A clock that is looked at less often than this was out of service (see `sleep`).
        let (mut left, mut steps) = (minutes, 0);
        while left > 0 {
            let some = left.min(25);
            left -= some;
            steps += self.sleep(some).await;
        }
        steps
    }

    /// Lets `minutes` pass while no clock runs: the server is down. Then it starts again.
    pub async fn sleep(&self, minutes: i64) -> usize {
        self.clock.advance_minutes(minutes);
        let world = self.house().work.world();
        let mut steps = 0;
        for district in ["500107", "500105"] {
            let district = district.parse().expect("district");
            steps +=
                case::jobs::tick(self.house().db(), &world, &district, 20).await.expect("the clock ticks");
        }
        steps
    }

    /// The same city served by a new house with nothing in memory, as after a restart, at another
    /// address.
    pub async fn restarted(self) -> Self {
        let Self { clock, running, people, dir, test } = self;
        let mut config = running.house.config.clone();
        running.stop().await;
        config.server.listen = "127.0.0.1:0".into();
        let listener = wangge_server::house::bind(&mut config).await.expect("a free port");
        let house = House::with(config, test.db().clone(), Keys::for_tests()).await.expect("a house");
        let running = house.serve(listener).await.expect("serves");
        Self { clock, running, people, dir, test }
    }

    /// Stops it and removes what it kept.
    pub async fn end(self) {
        self.running.stop().await;
        drop(std::fs::remove_dir_all(&self.dir));
    }
}

/// A directory that nobody uses.
pub fn fresh_dir() -> PathBuf {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    let dir = std::env::temp_dir().join(format!("wangge-city-{}-{n}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a directory");
    dir
}

/// Units and borders as files, imported as an administrator would.
pub async fn settle(house: &House, dir: &std::path::Path) -> Vec<Person> {
    let mut units = String::from(
        "code,level,kind,parent,stat_parent,name,name_en,lon,lat,households,people,aliases,example\n",
    );
    let mut shapes = Vec::new();
    let _ = writeln!(units, "50,1,city,,,演示市,Demo City,106.5,29.5,,,,示例");
    for (i, (town, name, villages)) in TOWNS.iter().enumerate() {
        let district = &town[..6];
        if let Some(name) = ["九龙坡", "江北"].get(i) {
            let _ = writeln!(units, "{district},2,district,50,50,{name}区,,106.5,29.5,,,,示例");
            for body in ["Q-CG", "Q-XF", "Q-GA", "Q-ZJ", "Q-YJ", "Q-ZZB"] {
                let _ =
                    writeln!(units, "{district}-{body},2,department,{district},{district},{body},,,,,,,示例");
            }
            let office = format!("{district}-Q-CG");
            for (section, name) in [("K1", "市容环境科"), ("K2", "市政设施科")] {
                let _ = writeln!(units, "{office}-{section},2,section,{office},{office},{name},,,,,,,示例");
            }
        }
        let _ = writeln!(units, "{town},3,town,{district},{district},{name},,106.5,29.5,,,,示例");
        for (j, (village, name)) in villages.iter().enumerate() {
            let _ = writeln!(units, "{village},4,village,{town},{town},{name},,106.5,29.5,,,,示例");
            for k in 0..2 {
                let grid = format!("{village}00{}", k + 1);
                let _ = writeln!(
                    units,
                    "{grid},5,grid,{village},{village},第{}网格,,106.5,29.5,300,900,,示例",
                    k + 1
                );
                // A checkerboard of squares of a hundredth of a degree that share their sides.
                let (w, s) = (106.50 + 0.01 * k as f64, 29.50 + 0.02 * i as f64 + 0.01 * j as f64);
                let (e, n) = (w + 0.01, s + 0.01);
                shapes.push(json!({
                    "type": "Feature", "properties": { "code": grid },
                    "geometry": { "type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]] },
                }));
            }
        }
    }
    let (units_file, grids_file) = (dir.join("units.csv"), dir.join("grids.geojson"));
    std::fs::write(&units_file, units).expect("units.csv");
    std::fs::write(&grids_file, json!({ "type": "FeatureCollection", "features": shapes }).to_string())
        .expect("grids.geojson");
    let (mut report, mut progress) = (Report::default(), Progress::silent());
    let city = house.config.city.data.clone();
    let mut job = Job { house, dry_run: false, report: &mut report, progress: &mut progress };
    let ground = job.geography("test", Some(&units_file), Some(&grids_file)).await.expect("geography");
    let posts = job.posts(&city.join("posts.csv")).await.expect("posts");
    let since = MONDAY.plus_minutes(-60);
    let matters = job.matters(&city.join("catalogue.csv"), since).await.expect("matters");
    assert!(
        ground.is_some() && posts.is_some() && matters.is_some(),
        "the test city is wrong:\n{}",
        report.table()
    );
    folk(house).await
}

async fn folk(house: &House) -> Vec<Person> {
    let units = house.work.realm.units();
    let below = |code: &str| {
        units.get(code).map(|u| u.children().map(|c| c.code_str().to_owned()).collect()).unwrap_or_default()
    };
    let all = people::people(below);
    let hash = house.work.realm.hash_password(PASSWORD.to_owned()).await.expect("hashes");
    for person in &all {
        let unit = person.unit.parse().expect("unit");
        let new = first::Person {
            login: person.login.clone(),
            called: person.called.clone(),
            hash: hash.clone(),
            unit: person.unit.clone(),
            post: person.post.to_owned(),
            role: wangge_base::Role::from_word(person.role).expect("role"),
            board: wangge_base::Board::from_word(person.board).expect("board"),
            district: units.shard(&unit).expect("home"),
        };
        first::add(house, new).await.expect("adds a person");
    }
    all
}

/// Somebody at a screen.
pub struct Hand {
    /// The session.
    pub client: Client,
    /// The name among colleagues.
    pub called: String,
    /// The log-in; empty for who has none.
    pub login: String,
}

/// A key that nobody has used.
pub fn key() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("test-key-{:08}", NEXT.fetch_add(1, Ordering::Relaxed))
}

impl Hand {
    /// Reports; answers the receipt.
    pub async fn report(&self, body: Value) -> Value {
        self.client.post("/api/v1/cases", Some(&key()), &body).await.expect("the report is taken")
    }

    /// The case as this person sees it.
    pub async fn sheet(&self, at: &str) -> Value {
        self.client.get(&format!("/api/v1/cases/{at}")).await.expect("the case is shown")
    }

    /// Acts on the version that stands now, with a photo where the matter asks for one; answers what
    /// came of it.
    pub async fn tries(&self, at: &str, mut body: Value) -> Result<Value, (u16, String)> {
        let sheet =
            self.client.get(&format!("/api/v1/cases/{at}")).await.unwrap_or_else(|_| json!({ "version": 1 }));
        if body["action"] == "finish" && sheet["evidence"] == "photo_after" {
            let photo =
                self.client.photo(at, &key(), picture(90, 140, 90)).await.expect("the photo is taken");
            body["files"] = json!([photo]);
        }
        body["version"] = sheet["version"].clone();
        self.client.post(&format!("/api/v1/cases/{at}/actions"), Some(&key()), &body).await.map_err(told)
    }

    /// Acts, and must be allowed to.
    pub async fn does(&self, at: &str, body: Value) -> Value {
        let what = body.to_string();
        self.tries(at, body)
            .await
            .unwrap_or_else(|(status, why)| panic!("{} {what}: {status} {why}", self.called))
    }

    /// Acts, and must not be allowed to; answers the reason in English.
    pub async fn cannot(&self, at: &str, body: Value) -> (u16, String) {
        let what = body.to_string();
        match self.tries(at, body).await {
            Ok(receipt) => panic!("{} was allowed to {what}: {receipt}", self.called),
            Err(no) => no,
        }
    }
}

/// Status and reason of a refusal.
pub fn told(trouble: Trouble) -> (u16, String) {
    match trouble {
        Trouble::Refused { status, detail, .. } => (status, detail),
        Trouble::Network(why) => panic!("the server is gone: {why}"),
    }
}

/// The timeline in one line a step: who, what, where it led.
pub fn timeline(sheet: &Value) -> String {
    sheet["timeline"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|s| {
            format!(
                "{} {} {} → {}",
                s["n"],
                s["called"].as_str().unwrap_or("?"),
                s["action"].as_str().unwrap_or("?"),
                s["state"].as_str().unwrap_or("?")
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}
