//! What a PostgreSQL error means, by SQLSTATE.

use tokio_postgres::error::SqlState;

use crate::Error;

/// What to do about a failed statement.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Serialization, deadlock, or somebody else was writing the same idempotency key: run the
    /// whole closure again.
    Again(String),
    /// The connection is gone; nothing of an open transaction remains.
    Lost(String),
    /// The client gave up waiting and dropped the connection.
    TimedOut(String),
    /// Prepared statements are out of date (a migration ran): forget them and run again.
    Outdated(String),
    /// The server has no room, or gave up waiting itself: not done, try later.
    Busy(String),
    /// The statement is wrong or breaks a constraint.
    Wrong(String),
}

impl Fault {
    /// The error as the closure and, if nothing helps, the caller sees it.
    pub(crate) fn error(&self) -> Error {
        match self {
            Self::Again(why)
            | Self::Lost(why)
            | Self::TimedOut(why)
            | Self::Outdated(why)
            | Self::Busy(why) => Error::Retry(why.clone()),
            Self::Wrong(why) => Error::Engine(why.clone()),
        }
    }

    /// `writes`: on a lane for writes a read-only server is one that was demoted: look for the other.
    pub(crate) fn of(name: &str, e: &tokio_postgres::Error, writes: bool) -> Self {
        let why = format!("{name}: {}", detail(e));
        let Some(db) = e.as_db_error() else {
            let io = std::error::Error::source(e).is_some_and(|s| s.is::<std::io::Error>());
            return if e.is_closed() || io { Self::Lost(why) } else { Self::Wrong(why) };
        };
        let code = db.code();
        let key_taken = *code == SqlState::UNIQUE_VIOLATION
            && db.table().is_some_and(|t| t == "idem" || t.starts_with("idem_"));
        if key_taken
            || *code == SqlState::T_R_SERIALIZATION_FAILURE
            || *code == SqlState::T_R_DEADLOCK_DETECTED
        {
            return Self::Again(why);
        }
        let plan_changed = *code == SqlState::FEATURE_NOT_SUPPORTED && db.message().contains("cached plan");
        if plan_changed || *code == SqlState::INVALID_SQL_STATEMENT_NAME {
            return Self::Outdated(why);
        }
        if *code == SqlState::READ_ONLY_SQL_TRANSACTION {
            return if writes { Self::Lost(why) } else { Self::Wrong(why) };
        }
        if *code == SqlState::QUERY_CANCELED || *code == SqlState::LOCK_NOT_AVAILABLE {
            return Self::Busy(why);
        }
        match &code.code()[..2] {
            // connection exceptions; shut down or terminated by an administrator
            "08" | "57" => Self::Lost(why),
            // out of disk, memory or connections; trouble outside of PostgreSQL
            "53" | "58" => Self::Busy(why),
            _ => Self::Wrong(why),
        }
    }
}

/// The words of an error, with the server's own.
pub(crate) fn detail(e: &tokio_postgres::Error) -> String {
    match (e.as_db_error(), std::error::Error::source(e)) {
        (Some(db), _) => format!("{} {}", db.code().code(), db.message()),
        (None, Some(source)) => format!("{e}: {source}"),
        (None, None) => e.to_string(),
    }
}
