//! `wangge`: reads the command line, the settings, and does what was asked.

use std::process::ExitCode;

use clap::Parser as _;
use wangge_server::{cli, command};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    wangge_server::thrifty();
    let cli = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("wangge: no runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(command::run(cli)) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("wangge: {trouble}");
            ExitCode::FAILURE
        }
    }
}
