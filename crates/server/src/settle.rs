//! Puts the demo city into an empty database: ground, posts, matters, people. Every step looks first
//! whether it is done, so that a set-up that broke off goes on where it stopped.

use std::path::Path;

use wangge_base::{Board, Instant, Role};
use wangge_demo::{geo, people, premises};
use wangge_realm::{account, grid::coord, premises::verbs, unit::UnitKind};

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
    // Once lists are in force they change through admission only.
    if house.work.world().matters.is_empty() {
        let (matters, since) = (city.join("catalogue.csv"), effective(house));
        load(house, async |job| job.matters(&matters, since).await).await?;
    }
    let office = city.join("office.csv");
    load(house, async |job| job.office(&office).await).await?;
    let people = folk(house).await?;
    rosters(house, &people).await?;
    scenery(house, &people).await?;
    Ok(people)
}

/// Days for which the demo's rosters are kept ahead; every start of the demo goes on from there.
const ROSTER_DAYS: i64 = 60;

/// Who is on duty when: the desk of a town by day, its duty lead by night, everybody else who is the
/// only one of his unit around the clock. So red tickets ring somebody at any hour, and nobody twice.
async fn rosters(house: &House, people: &[people::Person]) -> Outcome {
    let (units, calendars) = (house.work.realm.units(), house.work.world().calendars);
    let names: Vec<String> = people.iter().map(|p| p.login.clone()).collect();
    let accounts = house.db().read(move |r| {
        names.iter().map(|n| account::by_login(r, n)).collect::<wangge_store::Result<Vec<_>>>()
    });
    let accounts = accounts.await.doing("looking for the demo's people")?;
    let now = house.db().clock().now();
    let midnight = calendars.get(None).start_of(calendars.get(None).date(now));
    for (person, account) in people.iter().zip(accounts) {
        let (Some(account), Some(hours)) = (account, on_duty(person)) else { continue };
        let shifts: Vec<_> = (-1..ROSTER_DAYS)
            .map(|day| midnight.plus_minutes((day * 24 + hours.0) * 60))
            .map(|from| (from.max(now), from.plus_minutes(hours.1 * 60)))
            .filter(|(from, to)| from < to)
            .map(|(from, to)| (account.clone(), from, to))
            .collect();
        let Some(last) = shifts.last().map(|(.., to)| *to) else { continue };
        let unit = person.unit.parse().doing("reading a unit")?;
        let district =
            units.shard(&unit).ok_or_else(|| Trouble::new(format!("{unit}: there is no such unit")))?;
        let post = person.post.parse().doing("reading a post")?;
        let set = house
            .db()
            .write(move |tx| account::set_roster(tx, &district, &unit, &post, (now, last), &shifts, "setup"));
        set.await.doing("setting the demo's rosters")?;
    }
    Ok(())
}

/// First hour and length of a person's daily shift; `None`: not on a roster.
fn on_duty(person: &people::Person) -> Option<(i64, i64)> {
    match person.post {
        "ZH-04" => Some((8, 12)),
        "ZH-03" => Some((20, 12)),
        "QX-01" | "SZ-01" | "BM-01" => Some((0, 24)),
        _ => None,
    }
}

/// Buildings and points of the communities that somebody leads, unless they are there.
async fn scenery(house: &House, folk: &[people::Person]) -> Outcome {
    let realm = &house.work.realm;
    let (units, grids) = (realm.units(), realm.grids());
    let led =
        folk.iter().filter(|person| person.post == "SQ-01").filter_map(|person| units.get(&person.unit));
    let led: Vec<_> = led.collect();
    let Some(first) = led.first() else { return Ok(()) };
    let there = verbs::Within::Village(first.district().clone(), first.code());
    let there = house.db().read(move |r| verbs::buildings(r, &there, None, "", 1)).await;
    if !there.doing("looking for buildings")?.is_empty() {
        return Ok(());
    }
    let below = led.iter().flat_map(|village| village.children());
    let borders = below.filter_map(|grid| {
        let border = grids.rings(&grid.code())?.into_iter().next()?;
        Some((grid.code_str().to_owned(), border.into_iter().map(coord).collect()))
    });
    let borders: Vec<_> = borders.collect();
    let (buildings, points) = premises::files(&borders);
    let out = Path::new(GROUND).join(&house.config.city.code);
    std::fs::create_dir_all(&out).doing("making a directory for the scenery")?;
    let (of, at, done_at) = (out.join("buildings.csv"), out.join("points.csv"), out.join("objects.csv"));
    std::fs::write(&done_at, premises::objects(&borders)).doing("writing what duties are done at")?;
    std::fs::write(&of, buildings).doing("writing the buildings")?;
    std::fs::write(&at, points).doing("writing the points")?;
    load(house, async |job| job.buildings(&of).await).await?;
    load(house, async |job| job.points(&at).await).await?;
    load(house, async |job| job.objects(&done_at).await).await?;
    let Some(grid) = first.children().find(|grid| grid.kind() == UnitKind::Grid && grid.is_in_use()) else {
        return Ok(());
    };
    let who = out.join("residents.csv");
    std::fs::write(&who, premises::residents(first.code_str(), grid.code_str()))
        .doing("writing the residents")?;
    load(house, async |job| job.residents(&who).await).await
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
