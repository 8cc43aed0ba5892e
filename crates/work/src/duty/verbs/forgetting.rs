//! What is forgotten of duties, and when. The closed days stay: they hold sums by place and matter, and nobody.
//!
//! Notes, photos and who touched a stop go after two years, as do names and doors of objects that ended, and triggers;
//! who was away goes after ninety days. Until then a closed day can be worked out anew ([`super::check`]).

use wangge_base::{District, Id, Instant, Ref};
use wangge_realm::file;
use wangge_store::{Result, Tx};

use crate::duty::{Day, Duty, Object, Trigger, sql};

/// Days that touched rows, ended objects and triggers are kept.
const KEEP: i64 = 2 * 366;
/// Days that it is kept who was away.
const KEEP_AWAY: i64 = 90;
/// Rows of one round.
const PORTION: i64 = 500;

/// The day at a moment, give or take a zone: what is years old need not be told to the hour.
fn day(at: Instant) -> Day {
    at.micros().div_euclid(86_400_000_000)
}

/// The first day of which everything is still kept.
pub fn kept_from(now: Instant) -> Day {
    day(now) - KEEP
}

/// Forgets what is old in a district; answers how many rows went.
///
/// # Errors
/// What keeps it from writing.
pub fn sweep(tx: &mut Tx, district: &District) -> Result<u64> {
    let now = tx.now();
    let (kept, home) = (kept_from(now), || district.into());
    let since = |days: i64| now.plus_minutes(-days * 24 * 60);
    let before: Id<Duty> = Id::new(since(KEEP), [0; 10]);
    let rows: Vec<(Id<Duty>, bool)> =
        tx.query(&sql::OLD, &[home(), before.into(), kept.into(), PORTION.into()], |row| {
            Ok((row.parse(0)?, row.bool(1)?))
        })?;
    for (id, _) in rows.iter().filter(|(_, filed)| *filed) {
        let subject: Ref<()> = Ref::new(district.clone(), id.cast());
        for one in file::linked(tx, district, &subject.to_string())? {
            file::erase(tx, &one.at, &subject)?;
        }
    }
    let objects: Vec<(Id<Object>, Day)> =
        tx.query(&sql::OLD_OBJECTS, &[home(), kept.into(), PORTION.into()], |row| {
            Ok((row.parse(0)?, row.int(1)?))
        })?;
    let gone = rows.iter().map(|(id, _)| (&sql::FORGET, vec![home(), (*id).into(), kept.into()]));
    let ended =
        objects.iter().map(|(id, from)| (&sql::FORGET_OBJECT, vec![home(), (*id).into(), (*from).into()]));
    let count: u64 = tx.batch(gone.chain(ended).collect())?.iter().sum();
    let triggers: Id<Trigger> = Id::new(since(KEEP), [0; 10]);
    let away: Id<Trigger> = Id::new(since(KEEP_AWAY), [0; 10]);
    Ok(count
        + tx.exec(&sql::FORGET_TRIGGERS, &[home(), triggers.into(), kept.into()])?
        + tx.exec(&sql::FORGET_AWAY, &[home(), away.into(), (day(now) - KEEP_AWAY).into()])?)
}
