//! Imports into a database, on every engine at hand.

use std::path::PathBuf;

use wangge_base::{Clock, Coord, Instant};
use wangge_realm::account;
use wangge_store::{seal::Keys, testdb};

use super::*;
use crate::{config::Config, house};

const UNITS: &str = "\
code,level,kind,parent,stat_parent,name,name_en,lon,lat,calendar,households,people,aliases
50,1,city,,,示例市,Example City,,,,,,
500107,2,district,50,50,九龙坡区,,,,,,,
500107003,3,town,500107,500107,谢家湾街道,,106.52,29.52,,,,
500107003003,4,village,500107003,500107003,民主村社区,,,,,,,
500107003003001,5,grid,500107003003,500107003003,第1网格,,,,,200,600,城管:城7;消防:消3
500107003003002,5,grid,500107003003,500107003003,第2网格,,,,,210,640,
500107-Q-CG,2,department,500107,500107,区城市管理局,,,,,,,
";
const GRIDS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"500107003003001"},"geometry":{"type":"Polygon","coordinates":[[[106.50,29.50],[106.51,29.50],[106.51,29.51],[106.50,29.51],[106.50,29.50]]]}},
{"type":"Feature","properties":{"code":"500107003003002"},"geometry":{"type":"Polygon","coordinates":[[[106.51,29.50],[106.52,29.50],[106.52,29.51],[106.51,29.51],[106.51,29.50]]]}}]}"#;
const POSTS: &str = "\
code,kind,board,name_zh,role,staffed
WG-01,grid,CENTRE,专职网格员,grid_worker_full,day
ZH-04,town,CENTRE,调度岗,duty_officer,24h
";
const ACCOUNTS: &str = "\
login,called,home_unit,unit,post,capacity,starts
he,何网格员,500107003003001,500107003003001,WG-01,,
he,何网格员,500107003003001,500107003003002,WG-01,acting,2026-01-01
luo,罗调度,500107003,500107003,ZH-04,,
";

/// A folder of files, gone at the end of the test.
struct Folder(PathBuf);
impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("wangge-run-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("folder");
        Self(folder)
    }
    fn file(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.0.join(name), text).expect("file");
        self.0.join(name)
    }
}
impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// Houses over fresh databases of every engine.
async fn houses(folder: &Folder) -> Vec<(testdb::TestDb, House)> {
    let clock = Clock::manual(Instant::from_micros(1_795_000_000_000_000));
    let mut all = Vec::new();
    for test in testdb::each(&house::migrations(), &clock).expect("database") {
        let config = Config::local(&folder.0.join(format!("{:?}", test.engine())));
        let house = House::with(config, test.db().clone(), Keys::for_tests()).await.expect("house");
        all.push((test, house));
    }
    all
}

macro_rules! job {
    ($house:expr, $dry_run:expr, $job:ident, $do:expr) => {{
        let (mut report, mut progress) = (Report::default(), Progress::silent());
        let mut $job = Job { house: $house, dry_run: $dry_run, report: &mut report, progress: &mut progress };
        let done = $do.await.expect("no trouble");
        (done, report)
    }};
}

#[tokio::test]
async fn a_city_comes_in_by_files_or_not_at_all() {
    let folder = Folder::new("city");
    let (units, grids) = (folder.file("units.csv", UNITS), folder.file("grids.geojson", GRIDS));
    for (_test, house) in houses(&folder).await {
        let edition = || house.work.realm.units().edition();
        // A dry run and a file with a fault leave nothing behind.
        let (done, report) = job!(&house, true, j, j.geography("first", Some(&units), Some(&grids)));
        assert!(done.is_some(), "{}", report.clone().table());
        assert_eq!(edition(), 0);
        let orphan =
            folder.file("orphan.csv", &UNITS.replace("500107003,500107003,民主", "500199003,500107003,民主"));
        let (done, mut report) = job!(&house, false, j, j.geography("bad", Some(&orphan), Some(&grids)));
        assert!(done.is_none() && edition() == 0);
        assert!(report.bad().iter().any(|b| b.row == 5 && b.column == "parent"), "{}", report.table());
        let broken = folder.file("broken.csv", &UNITS.replace("5,grid", "五,grid"));
        let (done, mut report) = job!(&house, false, j, j.geography("bad", Some(&broken), None));
        assert_eq!((done, report.bad().iter().map(|b| b.row).collect::<Vec<_>>()), (None, vec![6, 7]));
        // The good one counts at once, in memory too.
        let (done, report) = job!(&house, false, j, j.geography("first", Some(&units), Some(&grids)));
        assert!(done.is_some(), "{}", report.clone().table());
        let first = edition();
        assert!(first > 0);
        let found =
            house.work.realm.grids().locate(Coord::new(106.515, 29.505).expect("place")).expect("in a grid");
        assert_eq!(found.grid.as_str(), "500107003003002");
        // A border that overlaps its neighbour's keeps the edition out; the first stays in force.
        let overlap = folder.file("overlap.geojson", &GRIDS.replacen("106.51,29.51", "106.515,29.515", 1));
        let (done, mut report) = job!(&house, false, j, j.geography("second", None, Some(&overlap)));
        assert!(done.is_none() && edition() == first && !report.bad().is_empty());
        // Grids alone: a new edition with the units in force.
        let (done, report) = job!(&house, false, j, j.geography("third", None, Some(&grids)));
        assert!(done.is_some() && edition() > first, "{}", report.clone().table());
        people(&house, &folder).await;
    }
}

async fn people(house: &House, folder: &Folder) {
    let (posts, accounts) = (folder.file("posts.csv", POSTS), folder.file("accounts.csv", ACCOUNTS));
    // Before the posts are known nobody can hold one.
    let (done, mut report) = job!(house, false, j, j.accounts(&accounts, Hands::Operator));
    assert!(done.is_none());
    assert_eq!(
        report.bad().iter().map(|b| (b.row, b.column.as_str())).collect::<Vec<_>>(),
        [(2, "post"), (3, "post"), (4, "post")]
    );
    let (done, _) = job!(house, false, j, j.posts(&posts));
    assert_eq!(done.map(|d| d.rows), Some(2));
    let (done, _) = job!(house, false, j, j.accounts(&accounts, Hands::Operator));
    assert!(done.expect("done").en.starts_with("2 accounts made, 3 posts granted"));
    // Again: nothing new. Somebody else under the same login: refused by row, nothing written.
    let (done, _) = job!(house, false, j, j.accounts(&accounts, Hands::Operator));
    assert!(done.expect("done").en.starts_with("0 accounts made, 0 posts granted"));
    let stolen = folder.file("stolen.csv", &ACCOUNTS.replace("he,何", "new,新").replace("罗调度", "骆调度"));
    let (done, mut report) = job!(house, false, j, j.accounts(&stolen, Hands::Operator));
    assert!(done.is_none());
    assert_eq!(report.bad().iter().map(|b| b.row).collect::<Vec<_>>(), [4]);
    assert!(house.db().read(|r| account::by_login(r, "new")).await.expect("read").is_none());
}

#[tokio::test]
async fn matters_and_days_come_in_by_files() {
    let folder = Folder::new("matters");
    let catalogue = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/city/50/catalogue.csv");
    let days =
        folder.file("days.csv", "date,kind,name\n2027-01-01,holiday,元旦\n2027-10-01,holiday,国庆节\n");
    for (_test, house) in houses(&folder).await {
        let now = house.db().clock().now();
        let (done, _) = job!(&house, true, j, j.matters(Path::new(catalogue), now));
        assert_eq!(done.map(|d| d.rows), Some(48));
        assert!(house.work.world().matters.is_empty());
        let (done, _) = job!(&house, false, j, j.matters(Path::new(catalogue), now));
        assert!(done.expect("done").en.starts_with("48 matters have a new version"));
        assert_eq!(house.work.world().matters.len(), 48);
        let (_, mut report) =
            job!(&house, false, j, j.calendar(&folder.file("bad.csv", "date,kind,name\nx,holiday,y\n")));
        assert_eq!(report.bad().len(), 1);
        assert!(!house.work.world().calendars.holidays().knows_year(2027));
        let (done, _) = job!(&house, false, j, j.calendar(&days));
        assert!(done.expect("done").en.contains("2027"));
        let calendars = house.work.world().calendars;
        assert!(calendars.holidays().knows_year(2027) && calendars.holidays().knows_year(2026));
    }
}
