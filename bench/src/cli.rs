//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Measures the system against the raw engine in the same run.
#[derive(Parser)]
#[command(name = "wangge-bench", version)]
pub struct Cli {
    /// What to do instead of measuring.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A few minutes: 10 thousand cases only, shorter measurements; nothing is written unless --out says where.
    #[arg(long)]
    pub quick: bool,
    /// Only this engine.
    #[arg(long, value_parser = ["sqlite", "postgres"])]
    pub engine: Option<String>,
    /// Seconds of each measurement.
    #[arg(long)]
    pub seconds: Option<f64>,
    /// Uses the databases that an earlier run has prepared.
    #[arg(long)]
    pub keep: bool,
    /// Only the tiles of the whole city, on SQLite: about a minute, nothing is written.
    #[arg(long)]
    pub tiles: bool,
    /// Only the duties of the whole city: some minutes, nothing is written.
    #[arg(long)]
    pub duties: bool,
    /// Prepares the databases and ends.
    #[arg(long)]
    pub prepare: bool,
    /// Where the results are written.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Where databases are kept: on a real disk, since durability is part of what is measured.
    #[arg(long, default_value = "target/bench")]
    pub dir: PathBuf,
    /// PostgreSQL, whose databases wangge_bench_* are made anew.
    #[arg(long, env = "TEST_DATABASE_URL", hide_env_values = true)]
    pub database: Option<String>,
}

/// Other things to do.
#[derive(Subcommand)]
pub enum Command {
    /// The measured server; started by the bench itself.
    #[command(hide = true)]
    Serve(ServeArgs),
}

/// How the measured server is started.
#[derive(Args)]
pub struct ServeArgs {
    /// Its directory.
    pub dir: PathBuf,
    /// Its database.
    #[arg(long)]
    pub url: String,
    /// Where it listens.
    #[arg(long)]
    pub listen: String,
    /// Without background work.
    #[arg(long)]
    pub no_jobs: bool,
}
