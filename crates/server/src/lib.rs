//! The one binary.
pub mod config;
pub mod logging;
pub mod trouble;
