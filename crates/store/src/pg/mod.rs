//! The city's engine: PostgreSQL through `tokio-postgres`, each connection owned by a thread with
//! its own current-thread runtime.

mod error;
mod link;
pub(crate) mod threads;
pub(crate) mod types;

pub(crate) use error::{Fault, detail};
pub(crate) use link::{Lane, Link};
