//! Forgetting photos of places.

use wangge_base::{District, Id, Ref};
use wangge_store::{Result, Tx};

use super::{Photo, sql};
use crate::file;

/// A street looks different after five years; whoever wants to compare has a newer photo by then.
const KEEP_DAYS: i64 = 5 * 365;
/// How long it is told that there was a photo that was taken back.
const GONE_DAYS: i64 = 365;
/// Photos of one round.
const PORTION: i64 = 100;

/// Forgets photos of a district that are too old, with their pictures; answers how many.
pub fn sweep(tx: &mut Tx, district: &District) -> Result<u64> {
    let days = |n: i64| tx.now().plus_minutes(-n * 24 * 60);
    let values = [district.into(), days(KEEP_DAYS).into(), days(GONE_DAYS).into(), PORTION.into()];
    let old: Vec<(Id<Photo>, Id<file::File>)> =
        tx.query(&sql::OLD, &values, |row| Ok((row.parse(0)?, row.parse(1)?)))?;
    for (id, picture) in &old {
        let subject = Ref::new(district.clone(), id.cast());
        file::erase(tx, &Ref::new(district.clone(), *picture), &subject)?;
        tx.exec(&sql::DROP, &[district.into(), (*id).into()])?;
    }
    Ok(old.len() as u64)
}
