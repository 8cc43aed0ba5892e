//! What is done beside the answering: loading the water, working the ground out.

use std::sync::Arc;

use wangge_store::{Error, Result};

use super::{Ground, tag, verbs};
use crate::Realm;

/// Loads the water again if another import is in force than this node shows.
///
/// # Errors
/// A database that does not answer.
pub async fn refresh(realm: &Realm) -> Result<bool> {
    let held = realm.tiles().waters().version;
    if realm.app.db().read(verbs::water_version).await? == held {
        return Ok(false);
    }
    let waters = realm.app.db().report(verbs::waters).await?;
    tracing::info!(version = waters.version, shapes = waters.all.len(), "water loaded");
    realm.tiles().set_waters(waters);
    Ok(true)
}

/// The ground of the geography in force, worked out on a thread of its own if need be. Until it is ready, whoever
/// asks waits.
///
/// # Errors
/// A node that is shutting down.
pub async fn ground(realm: &Realm) -> Result<Arc<Ground>> {
    let (units, grids, waters) = (realm.units(), realm.grids(), realm.tiles().waters());
    let wanted = tag(&units, waters.version);
    let ready = || realm.tiles().ground().filter(|ground| ground.tag() == wanted);
    if let Some(ground) = ready() {
        return Ok(ground);
    }
    let _turn = realm.tiles().turn.lock().await;
    if let Some(ground) = ready() {
        return Ok(ground);
    }
    let work = move || Arc::new(Ground::new(units, grids, &waters));
    let ground = tokio::task::spawn_blocking(work).await.map_err(|e| Error::Retry(e.to_string()))?;
    tracing::info!(tag = ground.tag(), kib = ground.bytes() >> 10, "map drawn");
    realm.tiles().set_ground(ground.clone());
    Ok(ground)
}
