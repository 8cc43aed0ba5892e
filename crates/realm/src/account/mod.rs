//! Accounts, the posts they hold, and who is on duty.
//!
//! A person has one account with a home district and a home unit; posts are held through
//! [`Holding`]s with dates. A seconded officer (派驻) holds a post of the working unit besides and
//! keeps the home unit. One hand makes accounts (system_admin), another grants posts
//! (security_admin); nobody grants to himself.

pub mod flow;
pub mod http;
pub mod sql;
#[cfg(test)]
mod tests;
pub mod verbs;

use wangge_base::{Board, Capacity, Id, Instant, PostCode, Ref, Role, Seat, UnitCode};

pub use verbs::{
    Grant, NewAccount, OpenWork, by_login, close, create, current_holders, duty, end, grant, holding,
    holdings_of, leave, list, on_duty, person, roster, set_roster,
};

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Home district and id.
    pub at: Ref<Account>,
    /// How colleagues see it, e.g. 何网格员.
    pub called: String,
    /// The unit the person belongs to (人事关系所在单位).
    pub home_unit: UnitCode,
    /// When it was closed; open accounts have none.
    pub closed: Option<Instant>,
}

/// A post held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Home district of the account, and id.
    pub at: Ref<Holding>,
    /// The account, in the same district.
    pub account: Id<Account>,
    /// The working unit.
    pub unit: UnitCode,
    /// The post of that unit.
    pub post: PostCode,
    /// What the post is for.
    pub role: Role,
    /// Its board.
    pub board: Board,
    /// How it is held.
    pub capacity: Capacity,
    /// For seconded people: the unit that sent them.
    pub home_unit: Option<UnitCode>,
    /// First moment of holding it.
    pub starts: Instant,
    /// First moment of no longer holding it.
    pub ends: Option<Instant>,
    /// Who granted it: an account reference, or `setup`.
    pub granted_by: String,
}

impl Holding {
    /// Whether it is held at `at`.
    pub fn holds_at(&self, at: Instant) -> bool {
        self.starts <= at && self.ends.is_none_or(|ends| at < ends)
    }
    /// The seat.
    pub fn seat(&self) -> Seat {
        Seat { unit: self.unit.clone(), post: Some(self.post.clone()) }
    }
    /// The person, as timelines and separation of hands name it.
    pub fn person(&self) -> Ref<Account> {
        Ref::new(self.at.district.clone(), self.account)
    }
}

/// One line of a duty roster: this account answers for this seat from then to then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The seat on duty.
    pub seat: Seat,
    /// The account.
    pub account: Ref<Account>,
    /// First moment.
    pub starts: Instant,
    /// First moment no longer.
    pub ends: Instant,
}
