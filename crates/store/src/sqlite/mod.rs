//! The embedded engine: SQLite in WAL mode with `synchronous=FULL`.

mod link;
pub(crate) mod threads;

pub(crate) use link::Link;
pub(crate) use link::{copy, fault, translated};

/// Names the file format and settings in test templates.
pub(crate) const VERSION: &str = "wal-1";
