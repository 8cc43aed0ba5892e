//! The nightly sum, the keys that are thrown away, and the notice of estimates that were off.

use wangge_base::District;
use wangge_store::{Db, Result};

use super::verbs;
use crate::World;

/// Sums a district if it has not been summed today; answers how many places were.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn sum(db: &Db, world: &World, district: &District) -> Result<u64> {
    let (seen, home) = (world.clone(), district.clone());
    if !db.read(move |r| verbs::is_due(r, &seen, &home)).await? {
        return Ok(0);
    }
    let (seen, home) = (world.clone(), district.clone());
    db.write(move |tx| verbs::sum(tx, &seen, &home)).await
}

/// Days added up in one round.
const DAYS: usize = 31;

/// Adds the closed days of a district up, oldest first; answers how many.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn add(db: &Db, district: &District) -> Result<usize> {
    for days in 0..DAYS {
        let home = district.clone();
        let Some(found) = db.report(move |r| verbs::to_add(r, &home)).await? else { return Ok(days) };
        let home = district.clone();
        db.write(move |tx| verbs::add(tx, &home, &found)).await?;
    }
    Ok(DAYS)
}

/// Throws away what a district need not keep: keys of past months, old samples.
///
/// # Errors
/// What keeps it from writing.
pub async fn forget(db: &Db, world: &World, district: &District) -> Result<u64> {
    let (seen, home) = (world.clone(), district.clone());
    db.write(move |tx| verbs::forget(tx, &seen, &home)).await
}

/// Tells the list office of estimates that were off by more than a third.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn tell(db: &Db, world: &World) -> Result<u64> {
    let seen = world.clone();
    db.write(move |tx| verbs::tell(tx, &seen)).await
}
