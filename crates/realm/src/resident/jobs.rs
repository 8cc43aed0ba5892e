//! Forgetting residents.

use wangge_base::District;
use wangge_store::{Result, Tx};

use super::sql;

/// A row that no list has confirmed for this long is forgotten: whoever it was may live elsewhere.
const KEEP_DAYS: i64 = 3 * 365;
/// Rows of one round.
const PORTION: i64 = 500;

/// Forgets what nobody has confirmed for three years; answers how many.
pub fn sweep(tx: &mut Tx, district: &District) -> Result<u64> {
    let before = tx.now().plus_minutes(-KEEP_DAYS * 24 * 60);
    tx.exec(&sql::SWEEP, &[district.into(), before.into(), PORTION.into()])
}
