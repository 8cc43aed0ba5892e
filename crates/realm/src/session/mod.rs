//! Who is here: logging in, sessions, and the extractor [`Who`].
//!
//! A session is a row; each node serves it from memory and looks at the row again when what it
//! knows is older than five seconds, so that a revocation (logging out everywhere, a closed account,
//! a post that ended) reaches every node within that time even if nobody tells it.

pub mod http;
pub mod jobs;
pub mod sql;
#[cfg(test)]
mod tests;
pub mod verbs;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use wangge_base::{Holder, Instant, Ref, UnitCode};

use crate::account::{Account, Holding};

pub use http::Who;
pub use verbs::{change_password, hash, log_in, log_out, revoke, revoke_all, set_hash};

/// A session row; [`Login`] is what is known of it.
pub struct Session;

/// Somebody logged in, as served from memory.
#[derive(Clone, Debug)]
pub struct Login {
    /// The session.
    pub session: Ref<Session>,
    /// The account.
    pub account: Ref<Account>,
    /// How colleagues see the person.
    pub called: String,
    /// The unit the person belongs to.
    pub home_unit: UnitCode,
    /// Posts held now or later.
    pub holdings: Vec<Holding>,
    /// What writes must repeat in the header `x-csrf`.
    pub csrf: String,
    /// When it ends at the latest.
    pub expires: Instant,
    /// When the row last noted that it is in use.
    pub(crate) seen: Instant,
    pub(crate) secret_hash: [u8; 32],
}

impl Login {
    /// The acting holder for a holding.
    pub fn holder(&self, held: &Holding) -> Holder {
        Holder {
            person: self.account.to_string(),
            called: self.called.clone(),
            home: self.account.district.clone(),
            holding: held.at.to_string(),
            unit: held.unit.clone(),
            post: held.post.clone(),
            role: held.role,
            board: held.board,
            capacity: held.capacity,
        }
    }

    /// Holders of all posts held at `at`.
    pub fn holders(&self, at: Instant) -> impl Iterator<Item = Holder> + '_ {
        self.holdings.iter().filter(move |h| h.holds_at(at)).map(|h| self.holder(h))
    }
}

/// How old what is known of a session may be.
pub const FRESH: Duration = Duration::from_secs(5);

/// Sessions known to this node.
#[derive(Default)]
pub struct Sessions(Mutex<HashMap<String, Known>>);

struct Known {
    login: Arc<Login>,
    /// Wall time of the process, not the application's clock: the five seconds are real ones.
    asked: std::time::Instant,
}

impl Sessions {
    /// What is known of a session, if it is fresh.
    pub fn get(&self, session: &str) -> Option<Arc<Login>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(session).filter(|known| known.asked.elapsed() < FRESH).map(|known| known.login.clone())
    }
    /// Remembers a session just read, as of `asked` (when the reading began).
    pub fn put(&self, login: Arc<Login>, asked: std::time::Instant) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= 100_000 {
            all.retain(|_, known| known.asked.elapsed() < FRESH);
        }
        all.insert(login.session.to_string(), Known { login, asked });
    }
    /// Forgets a session.
    pub fn forget(&self, session: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(session);
    }
    /// Forgets all sessions of an account.
    pub fn forget_account(&self, account: &str) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, known| known.login.account.to_string() != account);
    }
    /// Forgets every session: the rows are asked again.
    pub fn forget_all(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
    /// Forgets what has not been asked for lately; the job loop calls it each minute.
    pub fn sweep(&self) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, known| known.asked.elapsed() < Duration::from_secs(60));
        all.shrink_to_fit();
    }

    /// How many are known.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
    /// Makes what is known of a session older, so that tests need not wait.
    #[cfg(test)]
    pub(crate) fn age(&self, session: &str, by: Duration) {
        if let Some(known) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get_mut(session)
            && let Some(earlier) = known.asked.checked_sub(by)
        {
            known.asked = earlier;
        }
    }
}
