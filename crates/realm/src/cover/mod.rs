//! Covers (请假替班): whoever goes on leave names a colleague for his post and the days; once that one
//! has agreed, he holds the post as deputy for that time. Two hands and nobody's permission: no reason is
//! asked for, no days are counted. The roster and whatever rings follow the deputy while it lasts; it ends
//! by itself, or earlier when either of them, the unit's roster keeper or the security administrator ends it.

pub mod flow;
pub mod http;
pub mod sql;
#[cfg(test)]
mod tests;
pub mod verbs;

use wangge_base::{Instant, PostCode, Ref, UnitCode, words};

use crate::account::{Account, Holding};

pub use verbs::{answer, ask, candidates, end, mine, of_unit};

words!(
    /// Where a cover stands.
    CoverState {
        /// the colleague has not answered yet
        Asked = "asked",
        /// agreed: the post is held by the deputy in that time
        Accepted = "accepted",
        /// the colleague cannot
        Declined = "declined",
        /// over, or ended early
        Ended = "ended",
    }
);

/// Somebody's post, covered by a colleague for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Its reference, in the home district of both accounts.
    pub at: Ref<Cover>,
    /// The post held by whoever is away.
    pub holding: Ref<Holding>,
    /// Whoever is away.
    pub away: Ref<Account>,
    /// The unit.
    pub unit: UnitCode,
    /// The post.
    pub post: PostCode,
    /// Who stands in.
    pub deputy: Ref<Account>,
    /// First moment.
    pub starts: Instant,
    /// First moment no longer.
    pub ends: Instant,
    /// Where it stands, as written; one whose time has passed is over all the same.
    pub state: CoverState,
    /// The post as the deputy holds it, once agreed.
    pub deputy_holding: Option<Ref<Holding>>,
}

impl Cover {
    /// Where it stands at a moment.
    pub fn state_at(&self, now: Instant) -> CoverState {
        if self.ends <= now && self.state != CoverState::Declined { CoverState::Ended } else { self.state }
    }
}
