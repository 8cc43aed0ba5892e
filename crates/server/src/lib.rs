//! The one binary `wangge`: settings, log, router, job loop and commands.
//!
//! Read [`cli`] for what it can do, [`house`] for how everything is put together, [`router`] for the
//! HTTP interface, [`ui`] for the screens, [`chores`] for the background work.

pub mod backup;
pub mod basemap;
pub mod check;
pub mod chores;
pub mod cli;
pub mod command;
pub mod config;
pub mod demo;
pub mod export;
pub mod feed;
pub mod first;
pub mod house;
pub mod import;
pub mod jobs;
pub mod logging;
pub mod reference;
pub mod router;
pub mod settle;
pub mod stop;
pub mod trouble;
pub mod ui;
pub mod user;
pub mod verify;
