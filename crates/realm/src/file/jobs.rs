//! What the job loop does for files.

use wangge_base::{District, Id};
use wangge_store::Result;

use super::{File, sql};
use crate::Realm;

/// Removes, in one district, files that nothing referred to within a day, then objects older than a
/// day without a row (uploads that broke off, erased files). Answers how many objects went.
pub async fn sweep(realm: &Realm, district: &District) -> Result<u64> {
    let db = realm.app.db();
    let day_ago = realm.app.clock().now().plus_minutes(-24 * 60);
    let home = district.clone();
    let unlinked: Vec<(Id<File>, Option<String>)> = db
        .read(move |r| {
            let values = [(&home).into(), day_ago.into(), 200.into()];
            r.query(&sql::UNLINKED, &values, |row| Ok((row.parse(0)?, row.opt_text(1)?)))
        })
        .await?;
    let mut gone = 0;
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
