//! Notices: somebody is told something, in the app. Only red and orange ring, only until taken, and
//! only for those on duty; ordinary ones wait for office hours and never disturb anybody off duty.

pub mod http;
pub mod jobs;
pub mod sql;
#[cfg(test)]
mod tests;
pub mod verbs;

use wangge_base::{Colour, Instant, Ref, Seat};

use crate::account::Account;

pub use verbs::{mine, read, send, send_digest, take};

/// To whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// Whoever sits there; while it is not their office hours, whoever is on the roster.
    Seat(Seat),
    /// One person.
    Person(Ref<Account>),
}

/// What is told.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// To whom.
    pub to: To,
    /// What happened, e.g. `case.dispatched`.
    pub kind: &'static str,
    /// Red and orange ring until taken.
    pub colour: Colour,
    /// Reference of what it is about.
    pub subject: &'a str,
    /// One sentence, Chinese; no names or phone numbers of citizens.
    pub zh: &'a str,
    /// The same in English.
    pub en: &'a str,
    /// By when something must be done about it.
    pub due: Option<Instant>,
    /// When those off duty see it: the next office period of the unit
    /// (`WorkCalendar::next_office`). Those on duty see it at once, and red and orange is seen at once
    /// by all. `None`: now.
    pub visible_from: Option<Instant>,
    /// Part of a drill: shown as 演练.
    pub drill: bool,
}

/// A notice as its reader gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its reference, in the home shard of its subject.
    pub at: Ref<Notice>,
    /// To whom.
    pub to: To,
    /// What happened.
    pub kind: String,
    /// Colour of the work.
    pub colour: Colour,
    /// Reference of what it is about.
    pub subject: String,
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
    /// Rings until taken, for those on duty.
    pub ring: bool,
    /// 演练
    pub drill: bool,
    /// When it was sent.
    pub created: Instant,
    /// When those off duty see it.
    pub visible_from: Instant,
    /// By when something must be done.
    pub due: Option<Instant>,
    /// Who took it.
    pub taken_by: Option<String>,
    /// When it was taken.
    pub taken_at: Option<Instant>,
    /// When somebody first read it.
    pub read_at: Option<Instant>,
    /// A digest: the first of the pieces of work it speaks of.
    pub refs: Vec<String>,
}
