//! What the job loop does for sessions and rosters.

use tokio::sync::broadcast::error::RecvError;
use wangge_base::District;
use wangge_store::{Result, Tx};

use super::sql;
use crate::Realm;

/// Listens to what other nodes commit, until the hub is closed: revoked sessions and changed posts leave this
/// node's memory, and live streams ask for their rights again. One per node.
pub async fn watch(realm: Realm) {
    let mut live = realm.app.hub().listen();
    // What is known from before was told to nobody.
    realm.sessions().forget_all();
    let _watching = realm.watching();
    loop {
        let heard = tokio::select! {
            heard = live.recv() => heard,
            () = realm.app.hub().closed() => return,
        };
        match heard {
            Ok(event) => {
                let person = match event.kind.as_str() {
                    "session.revoked" => event.subject.as_str(),
                    "holding.granted" | "holding.ended" => event.data["account"].as_str().unwrap_or_default(),
                    _ => continue,
                };
                realm.sessions().forget(person);
                realm.sessions().forget_account(person);
            }
            Err(RecvError::Lagged(_)) => realm.sessions().forget_all(),
            Err(RecvError::Closed) => return,
        }
        realm.app.hub().recheck();
    }
}

/// Forgets, in one district, sessions over for 30 days, lockouts older than two days and rosters
/// and covers older than two years. Answers how many rows went.
pub fn sweep(tx: &mut Tx, district: &District) -> Result<u64> {
    let now = tx.now();
    let days = |n: i64| now.plus_minutes(-n * 24 * 60);
    let sessions = tx.exec(&sql::FORGET, &[district.into(), days(30).into()])?;
    let locks = tx.exec(&sql::FORGET_LOCKS, &[district.into(), days(2).into()])?;
    let duties = tx.exec(&crate::account::sql::ROSTER_FORGET, &[district.into(), days(730).into()])?;
    let covers = tx.exec(&crate::cover::sql::FORGET, &[district.into(), days(730).into()])?;
    Ok(sessions + locks + duties + covers)
}
