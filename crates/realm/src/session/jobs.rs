//! What the job loop does for sessions and rosters.

use wangge_base::District;
use wangge_store::{Result, Tx};

use super::sql;

/// Forgets, in one district, sessions over for 30 days, lockouts older than two days and rosters
/// older than two years. Answers how many rows went.
pub fn sweep(tx: &mut Tx, district: &District) -> Result<u64> {
    let now = tx.now();
    let days = |n: i64| now.plus_minutes(-n * 24 * 60);
    let sessions = tx.exec(&sql::FORGET, &[district.into(), days(30).into()])?;
    let locks = tx.exec(&sql::FORGET_LOCKS, &[district.into(), days(2).into()])?;
    let duties = tx.exec(&crate::account::sql::ROSTER_FORGET, &[district.into(), days(730).into()])?;
    Ok(sessions + locks + duties)
}
