//! Behind the lists: the nightly close, and the ground under the objects.

use wangge_base::District;
use wangge_store::{Db, Result};

use super::verbs;
use crate::World;

/// Grids closed in one transaction.
const PORTION: i64 = 5;
/// Objects looked at in one transaction.
const PAGE: i64 = 50;
/// Minutes after midnight before a day is closed: no tick that began on it is still on its way, and none made on it
/// can still be undone.
const MARGIN: i64 = 30;

/// Closes every day of a district that is over and not closed yet, in order; answers how many grids and days were
/// closed. After downtime each missed night is closed for itself, with its own rules, holidays and staff.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn close(db: &Db, world: &World, district: &District) -> Result<u64> {
    let (home, w) = (district.clone(), world.clone());
    let head = db.read(move |r| verbs::head(r, &home)).await?;
    let Some(head) = head else {
        let home = district.clone();
        db.write(move |tx| verbs::start(tx, &w, &home)).await?;
        return Ok(0);
    };
    let over = world.duties.day(db.clock().now().plus_minutes(-MARGIN)) - 1;
    let mut closed = 0;
    for day in head.closed + 1..=over {
        let mut after = String::new();
        loop {
            let (home, from) = (district.clone(), after.clone());
            let grids = db.read(move |r| verbs::grids_of(r, &home, day, &from, PORTION)).await?;
            let Some(last) = grids.last() else { break };
            after = last.to_string();
            let (home, w) = (district.clone(), world.clone());
            closed += db
                .write(move |tx| {
                    grids.iter().try_fold(0, |n, grid| {
                        Ok(n + u64::from(verbs::close_grid(tx, &w, &home, grid, day)?))
                    })
                })
                .await?;
        }
        let home = district.clone();
        let row = move |tx: &mut wangge_store::Tx| {
            tx.exec(&super::sql::CLOSED_THROUGH, &[(&home).into(), day.into(), (day - 1).into()])
        };
        db.write(row).await?;
    }
    Ok(closed)
}

/// Puts the objects of a district onto the active ground, if it moved since; answers whether it did.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn settle(db: &Db, world: &World, district: &District) -> Result<bool> {
    let home = district.clone();
    let Some(head) = db.read(move |r| verbs::head(r, &home)).await? else { return Ok(false) };
    let ground = (world.units.edition(), world.units.version());
    if (head.edition, head.version) == ground {
        return Ok(false);
    }
    let towns = world
        .units
        .all()
        .filter(|unit| unit.kind() == wangge_realm::unit::UnitKind::Village && unit.district() == district);
    let villages: Vec<_> = towns.map(|unit| unit.code()).collect();
    for village in villages {
        let (home, w) = (district.clone(), world.clone());
        db.write(move |tx| verbs::settle_grids(tx, &w, &home, &village)).await?;
    }
    let mut after = String::new();
    loop {
        let (home, w, from) = (district.clone(), world.clone(), after.clone());
        match db.write(move |tx| verbs::settle(tx, &w, &home, &from, PAGE)).await? {
            Some(last) => after = last,
            None => break,
        }
    }
    let (home, w) = (district.clone(), world.clone());
    db.write(move |tx| verbs::settle_triggers(tx, &w, &home)).await?;
    let home = district.clone();
    db.write(move |tx| tx.exec(&super::sql::SETTLED, &[(&home).into(), ground.0.into(), ground.1.into()]))
        .await?;
    Ok(true)
}
