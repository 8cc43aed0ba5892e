//! The one binary `wangge`: settings, log, router, job loop and commands.

pub mod backup;
pub mod cli;
pub mod config;
pub mod logging;
pub mod reference;
pub mod stop;
pub mod trouble;
