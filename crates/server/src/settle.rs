//! Puts the demo city into an empty database: ground, posts, matters, people. Every step looks first
//! whether it is done, so that a set-up that broke off goes on where it stopped.

use std::path::Path;

use wangge_base::{Board, Instant, Role};
use wangge_demo::{geo, people};
use wangge_realm::account;

use crate::{
    first::{self, Person},
    house::House,
    import::{Job, Progress, Report},
    trouble::{Doing, Outcome, Trouble},
};

/// Where the generated ground is kept; the same for every demo of this work tree.
const GROUND: &str = "target/demo";

/// Settles the city; answers its people.
///
/// # Errors
/// Sources that are missing, a city that does not come out right.
pub async fn settle(house: &House) -> Outcome<Vec<people::Person>> {
    let city = house.config.city.data.clone();
    let realm = &house.work.realm;
    if realm.units().edition() == 0 || realm.tiles().waters().version == 0 {
        let out = Path::new(GROUND).join(&house.config.city.code);
        eprintln!("生成演示城市(示意)· making the ground of the demo city (schematic)");
        let from = city.clone();
        let ground = tokio::task::spawn_blocking(move || geo::prepare(&from, &out))
            .await
            .doing("making the ground")?
            .doing("making the ground")?;
        if realm.units().edition() == 0 {
            let (units, grids) = (&ground.units, &ground.grids);
            load(house, async |job| job.geography("演示 demo", Some(units), Some(grids)).await).await?;
        }
        load(house, async |job| job.water(&ground.water).await).await?;
    }
    let posts = city.join("posts.csv");
    load(house, async |job| job.posts(&posts).await).await?;
    let (matters, since) = (city.join("catalogue.csv"), effective(house));
    load(house, async |job| job.matters(&matters, since).await).await?;
    folk(house).await
}

/// The catalogue counts from before the demo's first moment.
fn effective(house: &House) -> Instant {
    house.db().clock().now()
}

/// Runs one import and tells what is wrong with it.
async fn load<F>(house: &House, work: F) -> Outcome
where
    F: AsyncFnOnce(&mut Job<'_>) -> Outcome<Option<crate::import::Summary>>,
{
    let (mut report, mut progress) = (Report::default(), Progress::stderr());
    let mut job = Job { house, dry_run: false, report: &mut report, progress: &mut progress };
    let done = work(&mut job).await?;
    match done {
        Some(_) => Ok(()),
        None => Err(Trouble::new(format!("the demo's own data is wrong:\n{}", report.table()))),
    }
}

/// Adds whoever is not there yet. All have the demo's one password, hashed once.
async fn folk(house: &House) -> Outcome<Vec<people::Person>> {
    let units = house.work.realm.units();
    let below = |code: &str| {
        units.get(code).map(|u| u.children().map(|c| c.code_str().to_owned()).collect()).unwrap_or_default()
    };
    let all = people::people(below);
    let names: Vec<String> = all.iter().map(|p| p.login.clone()).collect();
    let known = house.db().read(move |r| {
        names.iter().map(|n| Ok(account::by_login(r, n)?.is_some())).collect::<wangge_store::Result<Vec<_>>>()
    });
    let known = known.await.doing("looking for the demo's people")?;
    let hash =
        house.work.realm.hash_password(people::PASSWORD.to_owned()).await.doing("hashing a password")?;
    for (person, known) in all.iter().zip(known) {
        if known {
            continue;
        }
        let missing = |what: &str| Trouble::new(format!("{}: there is no {what}", person.login));
        let district =
            units.shard(&person.unit.parse().doing("reading a unit")?).ok_or_else(|| missing("unit"))?;
        let new = Person {
            login: person.login.clone(),
            called: person.called.clone(),
            hash: hash.clone(),
            unit: person.unit.clone(),
            post: person.post.to_owned(),
            role: Role::from_word(person.role).ok_or_else(|| missing("such role"))?,
            board: Board::from_word(person.board).ok_or_else(|| missing("such board"))?,
            district,
        };
        first::add(house, new).await?;
    }
    Ok(all)
}
