//! What the job loop does for grids: plans whose moment has come.

use wangge_base::{District, Kind, Ref};
use wangge_store::{Error, Result};

use super::verbs;
use crate::{Realm, unit};

/// Carries out the plans of a district that are due, the earliest first, on whichever node comes to it; after
/// downtime too. Answers how many were settled, done or found impossible.
///
/// # Errors
/// A database that does not answer.
pub async fn activate(realm: &Realm, district: &District) -> Result<u64> {
    let db = realm.app.db();
    let (home, mut count) = (district.clone(), 0);
    for id in db.read(move |r| verbs::due(r, &home)).await? {
        let at = Ref::new(district.clone(), id);
        // What another node changed a moment ago counts.
        unit::jobs::refresh(realm).await?;
        let (units, grids, zone) = (realm.units(), realm.grids(), realm.app.settings().time_zone.clone());
        let plan = at.clone();
        let done = db.write(move |tx| verbs::activate(tx, &units, &grids, &plan, &zone)).await;
        let settled = match done {
            // Somebody else is changing the same edition: the next round sees it.
            Err(Error::Refused(no)) if no.kind == Kind::Stale => false,
            Err(Error::Refused(no)) => {
                tracing::warn!(plan = %at, why = %no.en, "a plan for grids cannot take effect");
                db.write(move |tx| verbs::block(tx, &at, &no)).await?
            }
            other => other?,
        };
        count += u64::from(settled);
    }
    if count > 0 {
        unit::jobs::refresh(realm).await?;
    }
    Ok(count)
}
