//! What the job loop does for files.

use wangge_base::{District, Id};
use wangge_store::Result;

use super::{File, sql};
use crate::Realm;

/// Most objects removed at once.
const MOST: i64 = 200;

/// Removes what is stored of erased files: their keys are forgotten already. Repeatable at any point.
pub async fn forget(realm: &Realm, district: &District) -> Result<u64> {
    let (db, home) = (realm.app.db(), district.clone());
    let erased: Vec<(Id<File>, String)> = db
        .read(move |r| {
            r.query(&sql::FORGOTTEN, &[(&home).into(), MOST.into()], |row| Ok((row.parse(0)?, row.text(1)?)))
        })
        .await?;
    let count = erased.len() as u64;
    for (id, object) in erased {
        realm.files().remove(district, &object).await?;
        let home = district.clone();
        db.write(move |tx| tx.exec(&sql::GONE, &[(&home).into(), id.into()])).await?;
    }
    Ok(count)
}

/// [`forget`] right after an erasure is committed: what does not work now is done by the hourly sweep.
pub async fn forget_soon(realm: &Realm, district: &District) {
    if let Err(error) = forget(realm, district).await {
        tracing::warn!(%district, %error, "what is stored of an erased file is still there; the sweep removes it");
    }
}

/// Removes, in one district, what is stored of erased files, files that nothing referred to within a
/// day, then objects older than a day without a row (uploads that broke off). Answers how many objects went.
pub async fn sweep(realm: &Realm, district: &District) -> Result<u64> {
    let mut gone = forget(realm, district).await?;
    let db = realm.app.db();
    let day_ago = realm.app.clock().now().plus_minutes(-24 * 60);
    let home = district.clone();
    let unlinked: Vec<(Id<File>, Option<String>)> = db
        .read(move |r| {
            let values = [(&home).into(), day_ago.into(), MOST.into()];
            r.query(&sql::UNLINKED, &values, |row| Ok((row.parse(0)?, row.opt_text(1)?)))
        })
        .await?;
    for (id, object) in unlinked {
        let home = district.clone();
        // The row goes first, guarded by its links: an object without a row is found below, but a
        // row without its object would be a loss.
        let dropped = db.write(move |tx| tx.exec(&sql::DROP, &[(&home).into(), id.into()])).await?;
        if let Some(object) = object.filter(|_| dropped == 1) {
            realm.files().remove(district, &object).await?;
            gone += 1;
        }
    }
    for object in realm.files().old(district, day_ago).await? {
        let (home, asked) = (district.clone(), object.clone());
        let row = db
            .read(move |r| {
                r.opt(&sql::HAS_OBJECT, &[(&home).into(), asked.as_str().into()], |row| row.text(0))
            })
            .await?;
        if row.is_none() {
            realm.files().remove(district, &object).await?;
            gone += 1;
        }
    }
    Ok(gone)
}
