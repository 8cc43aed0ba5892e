//! The background work of the house, job by job: what, how often, how much at a time.

use std::{sync::Arc, time::Duration};

use wangge_base::District;
use wangge_realm::{file, grid, notice, photo, resident, session, tile, unit};
use wangge_store::{Result, idem, lease, outbox, outbox::Told};
use wangge_work::{Work, admission, burden, case, count, duty, offlist, tell};

use crate::{
    feed::{Carrying, Feed},
    house::House,
    jobs::{Done, Job},
};

/// Batches of the clock per district and round.
const BATCHES: usize = 8;
/// Days that events are kept for readers that come back.
const KEEP_EVENTS: i64 = 7;
/// Days that answers to commands are kept for clients that repeat them.
const KEEP_KEYS: i64 = 30;
/// Rows forgotten in one transaction: small enough for its time budget.
const PORTION: i64 = 500;
const HOUR: Duration = Duration::from_secs(3600);

/// The jobs of the node `node`.
pub fn jobs(house: &House, node: &str) -> Vec<Job> {
    let often = Duration::from_millis(house.config.jobs.every_ms.max(50));
    let w = || house.work.clone();
    let (fresh, tidy, clock, due, old, db) = (w(), w(), w(), w(), w(), house.db().clone());
    let loads = w();
    let words = Feed::new("case.words", node, case::jobs::index).of(case::verbs::STEP_EVENT);
    let counts = Feed::new(count::CONSUMER, node, count::jobs::take);
    let (tally, mended, plans) = (house.db().clone(), w(), w());
    let nightly = w();
    let (links, across) = (links(house.work.clone(), node), house.db().clone());
    let (told, abroad, kept) = (told(house.work.clone(), node), house.db().clone(), w());
    vec![
        Job::own("refresh", Duration::from_secs(2), move || Box::pin(refresh(fresh.clone()))),
        Job::own("memory", Duration::from_secs(60), move || Box::pin(memory(tidy.clone()))),
        Job::leased("clock", often, move || Box::pin(tick(clock.clone()))),
        // Each district has its own lease; see `feed`.
        Job::own("words", often, move || {
            let (words, db) = (words.clone(), db.clone());
            Box::pin(async move { words.round(&db).await })
        }),
        Job::own("counts", often, move || {
            let (counts, db) = (counts.clone(), tally.clone());
            Box::pin(async move { counts.round(&db).await })
        }),
        Job::leased("plans", often.max(Duration::from_secs(2)), move || Box::pin(redraw(plans.clone()))),
        Job::leased("mend", 24 * HOUR, move || Box::pin(mend(mended.clone()))),
        Job::own("links", often, move || {
            let (links, db) = (links.clone(), across.clone());
            Box::pin(async move { links.round(&db).await })
        }),
        Job::leased("burden", HOUR, move || Box::pin(weigh(loads.clone()))),
        Job::own("tell", often, move || {
            let (told, db) = (told.clone(), abroad.clone());
            Box::pin(async move { told.round(&db).await })
        }),
        Job::leased("lists", 24 * HOUR, move || Box::pin(lists(kept.clone()))),
        Job::leased("provisional", HOUR, move || Box::pin(provisional(due.clone()))),
        Job::leased("duties", Duration::from_secs(60), move || Box::pin(duties(nightly.clone()))),
        Job::leased("retention", HOUR, move || Box::pin(retention(old.clone()))),
    ]
}

/// The consumer that carries links over the borders of districts.
pub fn links(work: Work, node: &str) -> Feed {
    let carry = move |events: Vec<Told>| -> Carrying {
        let work = work.clone();
        Box::pin(async move { case::jobs::links(work.realm.app.db(), &work.world(), &events).await })
    };
    Feed::elsewhere("case.links", node, Arc::new(carry)).of(case::verbs::LINK_EVENT)
}

/// The consumer that carries notices over the borders of districts.
pub fn told(work: Work, node: &str) -> Feed {
    let carry = move |events: Vec<Told>| -> Carrying {
        let work = work.clone();
        Box::pin(async move { tell::carry(work.realm.app.db(), &work.world(), &events).await })
    };
    Feed::elsewhere("tell", node, Arc::new(carry)).of(tell::EVENT)
}

/// Every home shard that can hold something.
fn districts(work: &Work) -> Vec<District> {
    let units = work.realm.units();
    let mut all = units.shards_under(units.root());
    all.push(District::city());
    all.dedup();
    all
}

/// Loads again what was imported or activated, here or by another node, and draws the map anew.
async fn refresh(work: Work) -> Result<Done> {
    unit::jobs::refresh(&work.realm).await?;
    tile::jobs::refresh(&work.realm).await?;
    tile::jobs::ground(&work.realm).await?;
    work.refresh().await?;
    Ok(Done::default())
}

/// Forgets what memory need not keep.
async fn memory(work: Work) -> Result<Done> {
    work.realm.app.limits().sweep();
    work.realm.sessions().sweep();
    Ok(Done::default())
}

/// Lets the clock act on what is due.
async fn tick(work: Work) -> Result<Done> {
    let (world, mut done) = (work.world(), Done::default());
    for district in districts(&work) {
        let steps = case::jobs::tick(work.realm.app.db(), &world, &district, BATCHES).await?
            + offlist::jobs::tick(work.realm.app.db(), &world, &district).await?;
        done.count += steps as u64;
        done.more |= steps >= BATCHES;
    }
    done.count += admission::jobs::tick(work.realm.app.db(), &world, BATCHES).await? as u64;
    if done.count > 0 {
        work.realm.app.hub().wake();
    }
    Ok(done)
}

/// Looks after the lists: ends, reminders, and what nobody uses.
async fn lists(work: Work) -> Result<Done> {
    let (db, world) = (work.realm.app.db(), work.world());
    let count = admission::jobs::daily(db, &world, &districts(&work)).await? as u64;
    Ok(Done { count, more: false })
}

/// Counts anew what is counted wrong: cases from before there were counters, and nothing else.
async fn mend(work: Work) -> Result<Done> {
    let mut done = Done::default();
    for district in districts(&work) {
        done.count += count::jobs::mend(work.realm.app.db(), &district).await?;
    }
    Ok(done)
}

/// Sums what communities bear by, once a day; throws keys of past months away; tells of estimates that were off.
async fn weigh(work: Work) -> Result<Done> {
    let (world, mut done) = (work.world(), Done::default());
    let db = work.realm.app.db();
    for district in districts(&work) {
        done.count += burden::jobs::sum(db, &world, &district).await?;
        done.count += burden::jobs::add(db, &district).await? as u64;
        done.count += burden::jobs::forget(db, &world, &district).await?;
    }
    done.count += burden::jobs::tell(db, &world).await?;
    Ok(done)
}

/// Carries out plans for grids whose moment has come.
async fn redraw(work: Work) -> Result<Done> {
    let mut done = Done::default();
    for district in districts(&work) {
        done.count += grid::jobs::activate(&work.realm, &district).await?;
    }
    Ok(done)
}

/// Computes limits again that only assumed the holidays of their year.
async fn provisional(work: Work) -> Result<Done> {
    let world = work.world();
    for district in districts(&work) {
        case::jobs::rearm(work.realm.app.db(), &world, &district).await?;
    }
    Ok(Done::default())
}

/// Closes the days of duties that are over, each once and in order, and puts objects onto the ground that counts.
async fn duties(work: Work) -> Result<Done> {
    let (world, mut done) = (work.world(), Done::default());
    for district in districts(&work) {
        done.count += duty::jobs::close(work.realm.app.db(), &world, &district).await?;
        done.count += u64::from(duty::jobs::settle(work.realm.app.db(), &world, &district).await?);
    }
    Ok(done)
}

/// Forgets what may be forgotten: ended sessions, old notices, keys, events, what was noted of duties, files nobody named.
async fn retention(work: Work) -> Result<Done> {
    let mut done = Done::default();
    for district in districts(&work) {
        let home = district.clone();
        let gone = work
            .realm
            .app
            .db()
            .write(move |tx| {
                let days = |n: i64| tx.now().plus_minutes(-n * 24 * 60);
                let (keys, events) = (days(KEEP_KEYS), days(KEEP_EVENTS));
                let keep = lease::least(tx, &district)?.unwrap_or(i64::MAX);
                Ok(session::jobs::sweep(tx, &district)?
                    + notice::jobs::sweep(tx, &district)?
                    + photo::jobs::sweep(tx, &district)?
                    + resident::jobs::sweep(tx, &district)?
                    + duty::verbs::sweep(tx, &district)?
                    + idem::prune(tx, &district, keys, PORTION)?
                    + outbox::prune(tx, &district, events, keep, PORTION)?)
            })
            .await?;
        done.more |= gone >= PORTION.unsigned_abs();
        done.count += gone + file::jobs::sweep(&work.realm, &home).await?;
    }
    Ok(done)
}
