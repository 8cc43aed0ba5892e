//! How many: exact counters of open and overdue cases per grid and board, kept behind the commit by one consumer of
//! the outbox per district, and the sheets made of counts.
//!
//! A case counts while it is open. Open and restricted work are counted apart, and who reads gets what the table of
//! rights gives him (`stats.read`); sealed work is never counted: its count alone would tell that there is some. It is overdue once the clock has said so on its timeline, so that crossing a limit is an event like any
//! other. [`Counted`] remembers how each case was counted last; taking an event twice, or out of turn, changes
//! nothing. Levels above the grid are sums of the same rows, by the units as filed.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
pub mod verbs;

#[cfg(test)]
mod tests;

use std::ops::AddAssign;

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Board, UnitCode};
use wangge_realm::access::Compartment;

/// Name of the consumer.
pub const CONSUMER: &str = "case.counts";

/// What one counter counts: a grid with the units above it as filed, and a board.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Grid.
    pub grid: UnitCode,
    /// Board.
    pub board: Board,
    /// Compartment: open or restricted.
    pub compartment: Compartment,
    /// Village or community.
    pub village: UnitCode,
    /// Town.
    pub town: UnitCode,
    /// Governing district or zone.
    pub area: UnitCode,
}

/// Open cases, and those of them that are overdue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Count {
    /// Open.
    pub open: i64,
    /// Of these overdue.
    pub overdue: i64,
}

impl Count {
    /// Whether there is nothing.
    pub fn is_zero(self) -> bool {
        self == Self::default()
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.open += other.open;
        self.overdue += other.overdue;
    }
}

/// How a case counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Where.
    pub cell: Cell,
    /// Whether as overdue too.
    pub overdue: bool,
    /// The version of the case that this is about.
    pub version: i64,
}

impl Counted {
    /// What it adds to its counter.
    pub fn count(&self) -> Count {
        Count { open: 1, overdue: i64::from(self.overdue) }
    }
}
