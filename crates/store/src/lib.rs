//! Storage: one SQL text on two engines, and what rests on it: events, idempotency, leases, hash
//! chains, sealed columns, migrations, test databases. The only crate that names a database driver.
//!
//! Work is done by **synchronous closures on threads that own a connection**:
//! [`Db::read`], [`Db::write`], [`Db::report`]. Nothing can be awaited inside a transaction, so no
//! network call can happen in one, and a dropped request cannot poison a connection. Only [`Tx`]
//! can write. A write is answered after COMMIT.
//!
//! ```no_run
//! # use wangge_store::{Db, Result, Settings, Stmt};
//! # use wangge_base::{Clock, District};
//! const NAMES: Stmt = Stmt::new("thing.names", "SELECT name FROM thing WHERE district = $1");
//! async fn names(db: &Db, district: District) -> Result<Vec<String>> {
//!     db.read(move |r| r.query(&NAMES, &[(&district).into()], |row| row.text(0))).await
//! }
//! ```

pub mod chain;
mod db;
pub mod ddl;
mod error;
pub mod idem;
mod job;
pub mod lease;
mod migrate;
pub mod outbox;
mod pg;
mod read;
mod row;
pub mod seal;
mod settings;
mod sqlite;
mod stats;
pub mod testdb;
mod value;
pub mod words;

pub use db::Db;
pub use error::{Error, Result};
pub use migrate::{Migration, SCHEMA};
pub use outbox::Event;
pub use read::{Read, Tx};
pub use row::Row;
pub use settings::{Engine, Faults, Settings};
pub use stats::Stats;
pub use value::{Stmt, Value};

/// Store's own statements with sample values, for the statements test.
pub fn statements() -> Vec<(&'static Stmt, Vec<Value>)> {
    let mut all = outbox::statements();
    all.extend(idem::statements());
    all.extend(lease::statements());
    all
}
