//! WHO, WHERE and MAY: units, grids, accounts, access, files, notices and the audit trail.

pub mod access;
pub mod account;
pub mod audit;
pub mod file;
pub mod grid;
pub mod notice;
pub mod unit;
