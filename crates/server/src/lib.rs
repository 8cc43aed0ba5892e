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

/// Freed memory goes back to the machine at once. Starting reads the whole city and draws its map, which needs
/// half as much again for a moment; without this a node keeps that until something else asks for memory, and a
/// small machine is charged for it. Call it first in `main`; MIMALLOC_PURGE_DELAY in the environment says otherwise.
pub fn thrifty() {
    /// `mi_option_purge_delay` of mimalloc 2, in milliseconds.
    const PURGE_DELAY: std::ffi::c_int = 15;
    #[expect(
        unsafe_code,
        reason = "an option of the allocator can be set in no other way; it takes two numbers"
    )]
    unsafe {
        libmimalloc_sys::mi_option_set_default(PURGE_DELAY, 0);
    }
}
