//! One engine with one number of cases: the system through HTTP, and the raw engine by turns.

use std::{sync::Arc, time::Duration};

use wangge_base::{Clock, Ref};
use wangge_server::{
    house,
    trouble::{Doing, Outcome, Trouble},
};
use wangge_store::{Db, Engine, Value};
use wangge_work::case::Case;

use crate::{
    anatomy::{self, Anatomy},
    child::{Counts, Server, settings},
    city::{self, Person},
    http::{self, Load, Op, Sample},
    machine,
    prepare::{self, Place},
    raw::{self, RawSample, Stock},
};

/// Clients that wait at once.
pub const CLIENTS: [usize; 3] = [1, 8, 64];

/// The system and the raw engine are measured by turns so many times: a machine that is slower for a while is slower
/// for both.
pub const ROUNDS: u32 = 3;
/// What a new server is given to do before anything is measured.
const WARM_UP: Duration = Duration::from_millis(500);
/// How often something is measured until anything is answered.
const TRIES: usize = 3;
/// The longest wait for background work before the next measurement.
const CATCH_UP: Duration = Duration::from_secs(10);

/// How long things are measured, in one round.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// Before anything counts.
    pub warm: Duration,
    /// The system.
    pub system: Duration,
    /// The raw engine.
    pub raw: Duration,
}

/// CPU seconds at one moment.
#[derive(Clone, Copy, Debug, Default)]
struct Cpu {
    server: f64,
    database: f64,
    own: f64,
}

/// One measurement of the system and of the raw engine beside it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// What.
    pub op: Op,
    /// How many wait.
    pub clients: usize,
    /// Without background work, which the raw engine has not either.
    pub alone: bool,
    /// The system.
    pub system: Sample,
    /// CPU seconds of the server.
    pub server_cpu: f64,
    /// CPU seconds of the database server.
    pub database_cpu: f64,
    /// CPU seconds of the load generator.
    pub load_cpu: f64,
    /// The raw engine.
    pub raw: RawSample,
    /// CPU seconds of the raw engine, database server included.
    pub raw_cpu: f64,
}

impl Line {
    /// System over raw.
    pub fn ratio(&self) -> f64 {
        self.system.rate() / self.raw.rate().max(1e-9)
    }
    /// The same per CPU second, the load generator left out.
    pub fn ratio_per_cpu(&self) -> f64 {
        let system = self.system.ops as f64 / (self.server_cpu + self.database_cpu).max(1e-9);
        let raw = self.raw.ops as f64 / self.raw_cpu.max(1e-9);
        system / raw.max(1e-9)
    }
}

/// Everything about one engine with one number of cases.
#[derive(Clone, Debug)]
pub struct Block {
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    /// Cases loaded beforehand.
    pub size: usize,
    /// The measurements.
    pub lines: Vec<Line>,
    /// Statements, round trips and commits of one request of each kind.
    pub counts: Vec<anatomy::Counts>,
    /// Writes in one commit, creates at 64 clients.
    pub per_commit: f64,
    /// Seconds until ready, both starts.
    pub ready: [f64; 2],
    /// Memory after the start: its own, and with mapped files, MiB.
    pub memory: (f64, f64),
    /// The same after all measurements.
    pub memory_after: (f64, f64),
    /// Seconds that background work went on after the creates at 64 clients, the worst round.
    pub behind: f64,
    /// Bytes of the database before the measurements.
    pub bytes: u64,
    /// Load average before and after.
    pub load: (f64, f64),
    /// Where a create spends its time.
    pub anatomy: Option<Anatomy>,
}

/// Every measurement once, through a server that has just started.
fn system_round(
    block: &mut Block,
    mut server: Server,
    people: &Arc<Vec<Person>>,
    times: Times,
    postmaster: Option<u32>,
    alone: bool,
) -> Outcome {
    let sessions = Arc::new(http::log_in(server.addr, people)?);
    let on =
        Load { addr: server.addr, people: people.clone(), sessions, warm: times.warm, time: times.system };
    // A server that has just started has connections to open and statements to prepare.
    Load { time: WARM_UP, ..on.clone() }.run(Op::Act, 64, || {})?;
    for line in block.lines.iter_mut().filter(|line| line.alone == alone) {
        server.settle(CATCH_UP)?;
        let pid = server.pid();
        let mut seen = Vec::new();
        let sample = run(&on, line.op, line.clients, || seen.push(cpu(Some(pid), postmaster)))?;
        let (server_cpu, database_cpu, load_cpu) = spent(&seen);
        line.system.add(sample);
        line.server_cpu += server_cpu;
        line.database_cpu += database_cpu;
        line.load_cpu += load_cpu;
    }
    if !alone {
        // The creates come last: what they left to do is done how much later?
        block.behind = block.behind.max(server.settle(CATCH_UP)?.as_secs_f64());
        block.memory_after = machine::memory_of(server.pid());
    }
    server.stop()
}

/// Measures.
pub fn measure(rt: &tokio::runtime::Runtime, place: &Place, size: usize, times: Times) -> Outcome<Block> {
    let stage = size.to_string();
    let (dir, url) = (place.home(&stage), place.url(&stage)?);
    let load = machine::load();
    let bytes = rt.block_on(prepare::bytes(place, &stage))?;
    let postmaster = match place.engine {
        Engine::Sqlite => None,
        Engine::Postgres => rt.block_on(prepare::postmaster(&place.server))?.0,
    };
    let people = Arc::new(rt.block_on(staff(place, &stage))?);
    let (quiet, http_create) = alone(&dir, &url, &people, times)?;
    let server = Server::start(&dir, &url, true)?;
    let beside =
        Op::ALL.into_iter().flat_map(|op| CLIENTS.map(|clients| Line { op, clients, ..Line::default() }));
    let alone = [Op::Act, Op::Create].map(|op| Line { op, clients: 64, alone: true, ..Line::default() });
    let mut block = Block {
        engine: place.word(),
        size,
        lines: beside.chain(alone).collect(),
        counts: rt.block_on(anatomy::counts(&dir, &url, &people))?,
        per_commit: quiet.per_commit,
        ready: [quiet.ready, server.ready.as_secs_f64()],
        memory: machine::memory_of(server.pid()),
        memory_after: (0.0, 0.0),
        behind: 0.0,
        bytes,
        load: (load, 0.0),
        anatomy: None,
    };
    server.stop()?;
    for _ in 0..ROUNDS {
        for alone in [false, true] {
            let server = Server::start(&dir, &url, !alone)?;
            system_round(&mut block, server, &people, times, postmaster, alone)?;
        }
        let mut cases = rt.block_on(stock(place, &stage, &people))?;
        for line in block.lines.iter_mut().filter(|line| !line.alone) {
            if line.op == Op::Act {
                // The guard compares versions, and the act before has moved them.
                cases = rt.block_on(stock(place, &stage, &people))?;
            }
            let mut seen = Vec::new();
            let edge = || seen.push(cpu(None, postmaster));
            let raw = raw_run(place, &stage, &cases, line.op, line.clients, times, edge)?;
            let (_, database, own) = spent(&seen);
            line.raw.ops += raw.ops;
            line.raw.seconds += raw.seconds;
            line.raw_cpu += database + own;
        }
    }
    let raw: Vec<_> =
        block.lines.iter().filter(|l| !l.alone).map(|l| (l.op, l.clients, l.raw, l.raw_cpu)).collect();
    for line in block.lines.iter_mut().filter(|line| line.alone) {
        if let Some(of) = raw.iter().find(|of| (of.0, of.1) == (line.op, line.clients)) {
            (line.raw, line.raw_cpu) = (of.2, of.3);
        }
    }
    for line in &block.lines {
        eprintln!(
            "{} {size} {} ×{}: {:.0}/s, raw {:.0}/s",
            block.engine,
            line.op.word(),
            line.clients,
            line.system.rate(),
            line.raw.rate()
        );
    }
    if place.engine == Engine::Sqlite {
        let cases = rt.block_on(stock(place, &stage, &people))?;
        block.anatomy =
            Some(rt.block_on(anatomy::anatomy(&dir, &place.file(&stage), &people, &cases, http_create))?);
    }
    block.load.1 = machine::load();
    Ok(block)
}

fn cpu(server: Option<u32>, postmaster: Option<u32>) -> Cpu {
    Cpu {
        server: server.map_or(0.0, machine::cpu_of),
        database: postmaster.map_or(0.0, machine::cpu_of_tree),
        own: machine::cpu_self(),
    }
}

fn spent(seen: &[Cpu]) -> (f64, f64, f64) {
    match seen {
        [a, .., b] => (b.server - a.server, b.database - a.database, b.own - a.own),
        _ => (0.0, 0.0, 0.0),
    }
}

/// One measurement; another one where nothing was answered, because the disk stood still for all of it.
fn run(on: &Load, op: Op, clients: usize, mut edge: impl FnMut()) -> Outcome<Sample> {
    let mut sample = Sample::default();
    for _ in 0..TRIES {
        sample = on.run(op, clients, &mut edge)?;
        if sample.errors > 0 {
            eprintln!("{}: {} of {} were refused: {}", op.word(), sample.errors, sample.ops, sample.wrong);
        }
        if sample.ops > 0 {
            return Ok(sample);
        }
    }
    Err(Trouble::new(format!("no {} was answered: {}", op.word(), sample.wrong)))
}

struct Quiet {
    ready: f64,
    per_commit: f64,
}

/// Without background work: how many writes one commit carries, and how long one create takes alone.
fn alone(dir: &std::path::Path, url: &str, people: &Arc<Vec<Person>>, times: Times) -> Outcome<(Quiet, f64)> {
    let mut server = Server::start(dir, url, false)?;
    let sessions = Arc::new(http::log_in(server.addr, people)?);
    let short = Duration::from_millis(800);
    let mut on = Load { addr: server.addr, people: people.clone(), sessions, warm: times.warm, time: short };
    let mut quiet = Quiet { ready: server.ready.as_secs_f64(), per_commit: 1.0 };
    let sample = run(&on, Op::Create, 1, || {})?;
    let mean = sample.quantile(0.5) * 1000.0;
    on.time = times.system;
    let mut seen: Vec<Outcome<Counts>> = Vec::new();
    run(&on, Op::Create, 64, || seen.push(server.counts()))?;
    if let [Ok(a), .., Ok(b)] = seen.as_slice() {
        quiet.per_commit = (b.jobs - a.jobs) as f64 / (b.commits - a.commits).max(1) as f64;
        if b.retries > a.retries {
            eprintln!("{} writes were run again", b.retries - a.retries);
        }
    }
    server.stop()?;
    Ok((quiet, mean))
}

/// The database, opened in this process.
fn database(place: &Place, stage: &str) -> Outcome<Db> {
    let config = settings(&place.home(stage), &place.url(stage)?);
    house::open_database(&config, Clock::system())
}

/// The people, each with open cases of the town.
async fn staff(place: &Place, stage: &str) -> Outcome<Vec<Person>> {
    let house = city::open(&place.home(stage), &place.url(stage)?).await?;
    let people = city::people(&house.work.realm.units());
    for person in &people {
        let (district, town) = (person.district.clone(), person.town.clone());
        let found = house.db().report(move |r| {
            let values: [Value; 2] = [(&district).into(), (&town).into()];
            let sql = "SELECT id FROM case_file WHERE district = $1 AND town = $2 AND open = 1 ORDER BY due, id LIMIT 100";
            r.dynamic("bench.cases", sql, &values, |row| Ok(Ref::<Case>::new(district.clone(), row.parse(0)?).to_string()))
        });
        let found = found.await.doing("looking for cases")?;
        if let Ok(mut cases) = person.cases.lock() {
            *cases = found;
        }
    }
    Ok(people)
}

async fn stock(place: &Place, stage: &str, people: &[Person]) -> Outcome<Arc<Stock>> {
    let db = database(place, stage)?;
    Stock::load(&db, people).await
}

fn raw_run(
    place: &Place,
    stage: &str,
    stock: &Arc<Stock>,
    op: Op,
    clients: usize,
    times: Times,
    edge: impl FnMut(),
) -> Outcome<RawSample> {
    let pool = settings(&place.home(stage), &place.url(stage)?).database;
    let time = (times.warm, times.raw);
    match place.engine {
        Engine::Sqlite => raw::sqlite::run(&place.file(stage), stock, op, clients, pool.readers, time, edge),
        Engine::Postgres => {
            let size = if raw::writes(op) { pool.writers } else { pool.readers };
            // One thread: on few processors the cheapest client, and all of them belong to the server.
            let rt = tokio::runtime::Builder::new_current_thread().enable_all().build().doing("a runtime")?;
            rt.block_on(raw::pg::run(&place.url(stage)?, stock, op, clients.min(size), time, edge))
        }
    }
}
