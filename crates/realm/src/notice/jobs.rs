//! What the job loop does for notices.

use wangge_base::{District, Id};
use wangge_store::{Result, Tx};

use super::{Notice, sql};

/// Forgets a district's notices older than 180 days (ids begin with their time).
pub fn sweep(tx: &mut Tx, district: &District) -> Result<u64> {
    let oldest: Id<Notice> = Id::new(tx.now().plus_minutes(-180 * 24 * 60), [0; 10]);
    tx.exec(&sql::FORGET, &[district.into(), oldest.into()])
}
