//! What can go wrong, by audience: a refusal for the person, the rest for the caller and the log.

use wangge_base::Refusal;

/// Why a closure's work did not happen, or may not have.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The work was refused; nothing was written. Fit to be shown.
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// Nothing was written, and the same call may succeed later: HTTP 503.
    #[error("not done, try again: {0}")]
    Retry(String),
    /// COMMIT was sent and its answer never came: decide by looking for the idempotency key
    /// (DESIGN 4, rule 8). Work that called [`crate::idem::begin`] is decided by store itself; this
    /// reaches the caller only when there was no key, or no database to ask.
    #[error("outcome unknown: {0}")]
    Ambiguous(String),
    /// A row contradicts the law of the code: an operator must look.
    #[error("inconsistent row {row} in {table}.{column}")]
    Inconsistency {
        /// Table of the row.
        table: &'static str,
        /// Column at fault.
        column: &'static str,
        /// Key of the row.
        row: String,
    },
    /// The engine said something nobody expected. Nothing was written.
    #[error("storage: {0}")]
    Engine(String),
}

/// Result of store's calls.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<Refusal> for Error {
    fn from(no: Refusal) -> Self {
        Self::Refused(Box::new(no))
    }
}

impl Error {
    /// The refusal, if it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(no) => Some(no),
            Self::Retry(_) | Self::Ambiguous(_) | Self::Inconsistency { .. } | Self::Engine(_) => None,
        }
    }
}
