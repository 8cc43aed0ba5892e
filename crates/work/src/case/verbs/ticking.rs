//! The clock at work: what is due, and limits computed again.

use wangge_base::{Actor, District, Id, Ref};
use wangge_store::{Error, Result, Tx};

use super::{load, take};
use crate::{
    World,
    case::{Action, Rearm, flow, sql},
};

/// Lets the clock act on up to `most` cases of a district whose time has come; returns how many
/// steps it took.
pub fn sweep(tx: &mut Tx, world: &World, district: &District, most: i64) -> Result<usize> {
    let now = tx.now();
    let awake = tx.query(&sql::AWAKE, &[district.into(), now.into(), most.into()], sql::id)?;
    let mut steps = 0;
    for id in awake {
        let file = load(tx, &Ref::new(district.clone(), id))?;
        let Some(action) = flow::due(&file.case, now) else { continue };
        if take(tx, world, &Actor::Clock, false, file, &action, None)?.is_ok() {
            steps += 1;
        }
    }
    Ok(steps)
}

/// Computes provisional limits of up to `most` cases again, from id `after` on; returns the last id
/// looked at, `None` when there are no more.
pub fn rearm(
    tx: &mut Tx,
    world: &World,
    district: &District,
    after: &str,
    most: i64,
) -> Result<Option<String>> {
    let found = tx.query(&sql::PROVISIONAL, &[district.into(), after.into(), most.into()], sql::id)?;
    for id in &found {
        let file = load(tx, &Ref::new(district.clone(), *id))?;
        let action = Action::Rearm(Rearm {});
        match take(tx, world, &Actor::Clock, false, file, &action, None) {
            // Nothing new is known about its year, or somebody was faster: the next round looks again.
            Ok(_) | Err(Error::Refused(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(found.last().map(Id::to_string))
}
