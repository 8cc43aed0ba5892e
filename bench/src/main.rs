//! `wangge-bench`: measures the system against the raw engine in the same run and writes bench/RESULTS.md.

mod anatomy;
mod bulk;
mod child;
mod city;
mod cli;
mod duty;
mod http;
mod machine;
mod measure;
mod prepare;
mod raw;
mod report;
mod tiles;

use std::{path::PathBuf, process::ExitCode, time::Duration};

use clap::Parser as _;
use tokio::runtime::{self, Runtime};
use wangge_base::Clock;
use wangge_server::trouble::{Doing, Outcome, Trouble};
use wangge_store::Engine;

use cli::{Cli, Command};
use measure::Times;
use prepare::Place;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    wangge_server::thrifty();
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("wangge-bench: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Outcome {
    let rt = runtime::Builder::new_multi_thread().enable_all().build().doing("starting")?;
    if let Some(Command::Serve(args)) = cli.command {
        return rt.block_on(child::serve(args));
    }
    if cli.tiles {
        let place = Place { engine: Engine::Sqlite, dir: cli.dir.clone(), server: String::new() };
        rt.block_on(prepare::settled(&place, cli.keep))?;
        let drawn = rt.block_on(tiles::measure(&place.home("base"), &place.url("base")?))?;
        print!("{}", report::of_tiles(&drawn));
        return Ok(());
    }
    let sizes: &[usize] = if cli.quick || cli.duties { &[10_000] } else { &[10_000, 1_000_000] };
    let places = places(&cli)?;
    for place in &places {
        let took = rt.block_on(prepare::prepare(place, sizes, cli.keep))?;
        eprintln!("{}: prepared in {took:.0?} s", place.word());
    }
    if cli.prepare {
        return Ok(());
    }
    let seconds = cli.seconds.unwrap_or(if cli.quick { 1.8 } else { 3.0 });
    let times = Times {
        warm: Duration::from_millis(if cli.quick { 300 } else { 500 }),
        system: Duration::from_secs_f64(seconds) / measure::ROUNDS,
        raw: Duration::from_secs_f64(seconds * 0.6) / measure::ROUNDS,
    };
    if cli.duties {
        print!("{}", report::of_duties(&duties(&rt, &places, sizes, seconds)?));
        return Ok(());
    }
    let mut versions = format!("SQLite {}", rusqlite::version());
    let mut blocks = Vec::new();
    for place in &places {
        if place.engine == Engine::Postgres {
            versions = format!("{}, {versions}", rt.block_on(prepare::postmaster(&place.server))?.1);
        }
        for size in sizes {
            blocks.push(measure::measure(&rt, place, *size, times)?);
        }
    }
    let mut drawn = None;
    if let (Some(place), Some(size)) = (places.last(), sizes.first()) {
        let stage = size.to_string();
        drawn = Some(rt.block_on(tiles::measure(&place.home(&stage), &place.url(&stage)?))?);
    }
    let duties = duties(&rt, &places, sizes, seconds)?;
    let date = Clock::system().now().to_string();
    let date = date.get(..16).unwrap_or(&date).replace('T', " ") + " UTC";
    let versions = format!("wangge {} (bench profile), {versions}", env!("CARGO_PKG_VERSION"));
    let head = report::Head { date, versions, seconds: (seconds, seconds * 0.6), rounds: measure::ROUNDS };
    let text = report::document(&head, &blocks, drawn.as_ref(), &duties);
    print!("{text}");
    let out =
        cli.out.or_else(|| (!cli.quick && cli.engine.is_none()).then(|| PathBuf::from("bench/RESULTS.md")));
    if let Some(out) = out {
        std::fs::write(&out, text).doing(format!("writing {}", out.display()))?;
    }
    Ok(())
}

/// The duties of the whole city, on each engine, beside the fewest cases.
fn duties(rt: &Runtime, places: &[Place], sizes: &[usize], seconds: f64) -> Outcome<Vec<duty::Duties>> {
    let stage = sizes[0].to_string();
    places.iter().map(|place| duty::measure(rt, place, &stage, seconds * 2.0)).collect()
}

fn places(cli: &Cli) -> Outcome<Vec<Place>> {
    let wants = |word: &str| cli.engine.as_deref().is_none_or(|e| e == word);
    let mut all = Vec::new();
    let place = |engine, server: &str| Place { engine, dir: cli.dir.clone(), server: server.to_owned() };
    if wants("postgres") {
        match &cli.database {
            Some(server) => all.push(place(Engine::Postgres, server)),
            None if cli.engine.is_some() => {
                return Err(Trouble::new(
                    "PostgreSQL is wanted but TEST_DATABASE_URL is not set; see scripts/pg",
                ));
            }
            None => {
                eprintln!("*** TEST_DATABASE_URL is not set: PostgreSQL IS NOT MEASURED. See scripts/pg. ***")
            }
        }
    }
    if wants("sqlite") {
        all.push(place(Engine::Sqlite, ""));
    }
    Ok(all)
}
