//! What the job loop does for units and grids.

use wangge_store::Result;

use crate::{Realm, grid};

/// Loads units and grids again if another edition or version is in force than this node serves;
/// answers whether it did. The old snapshots serve until the new ones stand complete beside them.
pub async fn refresh(realm: &Realm) -> Result<bool> {
    let seen = (realm.units().edition(), realm.units().version());
    if realm.app.db().read(super::stamp).await? == seen {
        return Ok(false);
    }
    let load = |r: &mut wangge_store::Read| {
        let units = super::load(r)?;
        let grids = grid::load(r, &units)?;
        Ok((units, grids))
    };
    let (units, grids) = realm.app.db().report(load).await?;
    tracing::info!(
        edition = units.edition(),
        version = units.version(),
        units = units.len(),
        "geography loaded"
    );
    realm.set_units(units.into());
    realm.set_grids(grids.into());
    Ok(true)
}
