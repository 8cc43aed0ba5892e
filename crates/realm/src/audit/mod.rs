//! The audit trail: who logged in, who uncovered what and why, who was given which post, what left
//! the system. One hash chain per district (store::chain); nothing is changed or deleted.

pub mod http;
pub mod sql;
#[cfg(test)]
mod tests;
pub mod verbs;

use wangge_base::{District, Instant, words};

pub use verbs::{entries, look, looks, reveal, verify, write};

words!(
    /// What was done.
    Kind {
        /// Somebody logged in.
        LoggedIn = "session.opened",
        /// A wrong password for an account that exists.
        LoginFailed = "session.failed",
        /// Somebody logged out, here or everywhere.
        LoggedOut = "session.closed",
        /// A password was changed.
        PasswordChanged = "password.changed",
        /// An account was made.
        AccountCreated = "account.created",
        /// An account was closed.
        AccountClosed = "account.closed",
        /// A post was granted.
        HoldingGranted = "holding.granted",
        /// A post was left.
        HoldingEnded = "holding.ended",
        /// A colleague was asked to cover a post.
        CoverAsked = "cover.asked",
        /// A colleague agreed to cover a post, or could not.
        CoverAnswered = "cover.answered",
        /// A cover was ended early.
        CoverEnded = "cover.ended",
        /// Somebody looked at masked personal data.
        Looked = "data.looked",
        /// Personal data was uncovered.
        Revealed = "data.revealed",
        /// Data left the system.
        Exported = "data.exported",
        /// Personal data was erased.
        Erased = "data.erased",
        /// A table was imported.
        Imported = "table.imported",
        /// Somebody asked why an account may or may not do something.
        Explained = "right.explained",
        /// A unit's office hours were set.
        OfficeSet = "office.set",
        /// An edition of geography or of the catalogue came into force.
        Activated = "edition.activated",
    }
);

/// One line of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Home shard of what it was done to.
    pub district: District,
    /// Number in the district's chain: 1, 2, 3 …
    pub n: i64,
    /// When.
    pub at: Instant,
    /// By whom: an account, `setup`, or nothing when nobody was logged in.
    pub actor: String,
    /// What.
    pub kind: Kind,
    /// To what or whom: a reference.
    pub subject: String,
    /// The facts, JSON text as hashed.
    pub facts: String,
}
