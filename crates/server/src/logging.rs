//! The log: one line per request and per event of the machine, never personal data (docs/LOGGING.md).

use std::io::IsTerminal as _;

use tracing_subscriber::{EnvFilter, fmt};

use crate::{
    config::Log,
    trouble::{Doing, Outcome},
};

/// Starts the log on standard error; standard output belongs to what a command prints. A second call
/// (tests start several servers in one process) changes nothing.
///
/// # Errors
/// A filter that cannot be read.
pub fn start(log: &Log) -> Outcome {
    let filter = EnvFilter::try_new(&log.level).doing("reading log.level")?;
    let lines = fmt::Subscriber::builder()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let begun = if log.format == "json" {
        let lines = lines.json().flatten_event(true).with_current_span(true).with_span_list(false);
        tracing::subscriber::set_global_default(lines.finish())
    } else {
        tracing::subscriber::set_global_default(lines.compact().finish())
    };
    if begun.is_err() {
        tracing::debug!("the log is already running");
    }
    Ok(())
}
