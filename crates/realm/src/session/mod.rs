//! Who is here: logging in, sessions, and the extractor [`Who`].
//!
//! A session is a row; each node serves it from memory. A revocation (logging out everywhere, a closed
//! account, a post that ended) is told through the outbox; as long as this node has looked there within
//! two seconds, what it knows holds for a minute. Otherwise it looks at the row again after five
//! seconds: a revocation reaches every node within that time even if nobody tells it.

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
    /// The password is a one-time one: nothing may be done but choosing another.
    pub must_change: bool,
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

/// How old what is known of a session may be when nobody tells this node of revocations.
pub const FRESH: Duration = Duration::from_secs(5);
/// How old it may be while this node listens to them.
pub const TOLD: Duration = Duration::from_secs(60);

/// Sessions known to this node.
#[derive(Default)]
pub struct Sessions {
    known: Mutex<HashMap<String, Known>>,
    /// When an account or session was last forgotten: what was read before must not come back.
    forgotten: Mutex<HashMap<String, std::time::Instant>>,
}

struct Known {
    login: Arc<Login>,
    /// Wall time of the process, not the application's clock: the seconds are real ones.
    asked: std::time::Instant,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sessions {
    /// What is known of a session, if it is younger than `age` ([`FRESH`] or [`TOLD`]).
    pub fn get(&self, session: &str, age: Duration) -> Option<Arc<Login>> {
        let all = lock(&self.known);
        all.get(session).filter(|known| known.asked.elapsed() < age).map(|known| known.login.clone())
    }
    /// Remembers a session just read, as of `asked` (when the reading began), unless it was forgotten
    /// meanwhile.
    pub fn put(&self, login: Arc<Login>, asked: std::time::Instant) {
        let (session, account) = (login.session.to_string(), login.account.to_string());
        let forgotten = lock(&self.forgotten);
        if [&session, &account].iter().any(|name| forgotten.get(*name).is_some_and(|at| *at >= asked)) {
            return;
        }
        let mut all = lock(&self.known);
        if all.len() >= 100_000 {
            all.retain(|_, known| known.asked.elapsed() < FRESH);
        }
        all.insert(session, Known { login, asked });
    }
    /// Forgets a session.
    pub fn forget(&self, session: &str) {
        lock(&self.forgotten).insert(session.to_owned(), std::time::Instant::now());
        lock(&self.known).remove(session);
    }
    /// Forgets all sessions of an account.
    pub fn forget_account(&self, account: &str) {
        lock(&self.forgotten).insert(account.to_owned(), std::time::Instant::now());
        lock(&self.known).retain(|_, known| known.login.account.to_string() != account);
    }
    /// Forgets every session: the rows are asked again.
    pub fn forget_all(&self) {
        lock(&self.known).clear();
    }
    /// Forgets what has not been asked for lately; the job loop calls it each minute.
    pub fn sweep(&self) {
        // No reading takes a minute: what was forgotten before cannot come back any more.
        lock(&self.forgotten).retain(|_, at| at.elapsed() < TOLD);
        let mut all = lock(&self.known);
        all.retain(|_, known| known.asked.elapsed() < TOLD);
        all.shrink_to_fit();
    }

    /// How many are known.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        lock(&self.known).len()
    }
    /// Makes what is known of a session older, so that tests need not wait.
    #[cfg(test)]
    pub(crate) fn age(&self, session: &str, by: Duration) {
        if let Some(known) = lock(&self.known).get_mut(session)
            && let Some(earlier) = known.asked.checked_sub(by)
        {
            known.asked = earlier;
        }
    }
}
