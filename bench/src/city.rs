//! The whole city, settled as an administrator would, and the people who work in it.

use std::{path::Path, sync::Mutex};

use wangge_base::{Board, Capacity, Clock, Coord, District, Holder, Level, Role, UnitCode};
use wangge_demo::people::PASSWORD;
use wangge_realm::{
    access::{self, Verb},
    unit::{UnitKind, Units},
};
use wangge_server::{
    first,
    house::House,
    settle,
    trouble::{Doing, Outcome},
};
use wangge_work::case::sql::{self, Wanted};

use crate::child;

/// People who are logged in at once: each the duty officer of another town, in turn over all districts.
pub const PEOPLE: usize = 64;
/// Rows of the measured list.
pub const ROWS: i64 = 20;

/// Matters of the measured reports.
pub const MATTERS: &[&str] = &["M-MS-07", "M-MS-06", "M-MS-08", "M-PF-02", "M-PF-05"];

/// Somebody who works.
pub struct Person {
    /// Log-in name.
    pub login: String,
    /// The town.
    pub town: UnitCode,
    /// Its home shard.
    pub district: District,
    /// Points in its grids.
    pub points: Vec<Coord>,
    /// Cases to read and to act on: the reference, and whether it is open.
    pub cases: Mutex<Vec<String>>,
}

/// Opens the house on `dir` and `url` in this process.
pub async fn open(dir: &Path, url: &str) -> Outcome<House> {
    std::fs::create_dir_all(dir).doing("making a directory")?;
    House::open(child::settings(dir, url), Clock::system()).await
}

/// Settles the city in an empty database.
pub async fn settle(dir: &Path, url: &str) -> Outcome {
    let house = open(dir, url).await?;
    settle::settle(&house).await?;
    let hash = house.work.realm.hash_password(PASSWORD.to_owned()).await.doing("hashing a password")?;
    for person in people(&house.work.realm.units()) {
        let new = first::Person {
            login: person.login,
            called: "值班长".to_owned(),
            hash: hash.clone(),
            unit: person.town.to_string(),
            post: "ZH-03".to_owned(),
            role: Role::DutyOfficer,
            board: Board::Centre,
            district: person.district,
        };
        first::add(&house, new).await?;
    }
    Ok(())
}

/// The duty officers: one town after the other, district by district.
pub fn people(units: &Units) -> Vec<Person> {
    let mut by_district: Vec<(District, Vec<UnitCode>)> = Vec::new();
    for unit in units.all().filter(|u| u.kind() == UnitKind::Town && u.is_in_use()) {
        match by_district.iter_mut().find(|(d, _)| d == unit.district()) {
            Some((_, towns)) => towns.push(unit.code()),
            None => by_district.push((unit.district().clone(), vec![unit.code()])),
        }
    }
    let mut all = Vec::new();
    for round in 0.. {
        let before = all.len();
        for (district, towns) in &by_district {
            if let Some(town) = towns.get(round)
                && all.len() < PEOPLE
            {
                all.push(person(units, district, town));
            }
        }
        if all.len() == before {
            break;
        }
    }
    all
}

fn person(units: &Units, district: &District, town: &UnitCode) -> Person {
    let villages = units.get(town.as_str()).into_iter().flat_map(|t| t.children());
    let points =
        villages.flat_map(|v| v.children()).filter(|g| g.level() == Level::Grid).filter_map(|g| g.at());
    Person {
        login: format!("bench-{town}"),
        town: town.clone(),
        district: district.clone(),
        points: points.collect(),
        cases: Mutex::default(),
    }
}

impl Person {
    /// The same as the rights see them.
    pub fn holder(&self) -> Holder {
        Holder {
            person: format!("{}.0", self.district),
            called: "值班长".to_owned(),
            home: self.district.clone(),
            holding: String::new(),
            unit: self.town.clone(),
            #[expect(clippy::expect_used, reason = "a constant")]
            post: "ZH-03".parse().expect("a post"),
            role: Role::DutyOfficer,
            board: Board::Centre,
            capacity: Capacity::Holder,
        }
    }

    /// The measured list as the statement that the server composes, with its values.
    pub fn list(&self) -> (String, Vec<wangge_store::Value>) {
        let wanted = Wanted {
            open: Some(true),
            unit: Some((Level::Town, self.town.clone())),
            by_due: true,
            limit: ROWS + 1,
            ..Wanted::default()
        };
        let (text, mut params) = sql::list(&wanted, None, &access::filter(&self.holder(), Verb::CaseList));
        params.insert(0, (&self.district).into());
        (text, params)
    }
}
