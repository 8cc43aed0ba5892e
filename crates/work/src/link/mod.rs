//! A link for a contractor (外协链接): whoever handles a case lets somebody without an account see what
//! is to be done and where, and answer with words and photos. It ends with the case, on a date, or
//! when it is taken back.
//!
//! Read this file for the words, [`verbs`] for giving, looking and answering.

pub mod http;
pub mod sql;
pub mod verbs;

use wangge_base::{Id, Instant, Ref};

use crate::case::Case;

/// A link given out.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Its reference; the token is another one.
    pub at: Ref<Link>,
    /// The case.
    pub case: Id<Case>,
    /// For whom, e.g. the name of a firm.
    pub name: String,
    /// What is to be done, for the contractor to read.
    pub note: String,
    /// First moment it no longer opens.
    pub until: Instant,
    /// When it was given out.
    pub created: Instant,
    /// When it was taken back.
    pub revoked: Option<Instant>,
}

/// Marks the token by which a link is used.
pub struct Token;
