//! The clock of off-list reports; called by the server's job loop under a lease.

use wangge_base::District;
use wangge_store::{Db, Result};

use super::verbs;
use crate::World;

/// Lets the clock act on what is late in `district`; answers the steps taken.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn tick(db: &Db, world: &World, district: &District) -> Result<usize> {
    let (world, district) = (world.clone(), district.clone());
    db.write(move |tx| verbs::sweep(tx, &world, &district, 8)).await
}
