//! Shift hand-over (交接班): whoever leaves writes down what is open, what was promised and who is
//! out; whoever comes signs. Both signatures stay with their times.
//!
//! Read this file for the words, [`verbs`] for handing over and signing.

pub mod http;
pub mod sql;
pub mod verbs;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Instant, Ref, UnitCode};

pub use verbs::{hand_over, latest, sign};

/// Something promised to somebody, to be kept by the next shift.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// What, 1 to 200 characters.
    pub text: String,
    /// By when.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Instant>,
}

/// A case that the next shift must know of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Pressing {
    /// The case.
    #[serde(rename = "ref")]
    pub at: String,
    /// Its number.
    pub number: String,
    /// `red` or `overdue`.
    pub why: String,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Signed {
    /// Account.
    pub account: String,
    /// The name among colleagues.
    pub called: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Instant,
}

/// A shift that is handed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Shift {
    /// Its reference.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Shift>,
    /// The unit.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// What there is to say, up to 2,000 characters.
    pub note: String,
    /// Promises made.
    pub promises: Vec<Promise>,
    /// Who or what is out, e.g. `2号车在李家沱`.
    pub out: Vec<String>,
    /// Open red cases and overdue ones when it was handed over, at most 50, by deadline.
    pub cases: Vec<Pressing>,
    /// Who leaves.
    pub left: Signed,
    /// Who took over, once signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<Signed>,
}
