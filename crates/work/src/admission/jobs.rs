//! Background work of admission: the clock, ends and reminders, and what nobody uses. All are called by the server's
//! job loop under a lease and may be repeated without harm.

use wangge_base::District;
use wangge_store::{Db, Result};

use super::verbs;
use crate::World;

/// Proposals that the clock visits in one transaction: small enough for its time budget.
const BATCH: i64 = 8;

/// Lets the clock urge every stage that waits; answers the steps taken.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn tick(db: &Db, world: &World, most: usize) -> Result<usize> {
    let mut all = 0;
    for _ in 0..most {
        let world = world.clone();
        let steps = db.write(move |tx| verbs::sweep(tx, &world, BATCH)).await?;
        all += steps;
        if steps == 0 {
            break;
        }
    }
    Ok(all)
}

/// Once a day: proposals end with what they published, the office hears of campaigns that end soon, and what was not
/// used for a year is proposed for retirement; answers how many things it did.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn daily(db: &Db, world: &World, districts: &[District]) -> Result<usize> {
    let mut after = String::new();
    loop {
        let (here, from) = (world.clone(), after.clone());
        match db.write(move |tx| verbs::outlive(tx, &here, &from, BATCH)).await? {
            Some(last) => after = last,
            None => break,
        }
    }
    let here = world.clone();
    let reminded = db.write(move |tx| verbs::remind_of_campaigns(tx, &here)).await?;
    let (here, districts) = (world.clone(), districts.to_vec());
    let unused = db.report(move |r| verbs::unused(r, &here, &districts)).await?;
    let here = world.clone();
    let proposed = db.write(move |tx| verbs::retire_unused(tx, &here, &unused)).await?;
    Ok(reminded + usize::from(proposed.is_some()))
}
