//! Where the time of a create goes on SQLite: the same create in process, layer by layer, one at a time.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant as Moment},
};

use wangge_base::{Actor, Clock};
use wangge_server::trouble::{Doing, Outcome};
use wangge_web::IdemKey;
use wangge_work::{
    Command,
    case::{Report, verbs},
};

use crate::{
    bulk::Random,
    city::{self, MATTERS, Person},
    raw::{Stock, Worker, sqlite::Speaker},
};

/// Creates of each layer.
const ROUNDS: u32 = 300;

/// Microseconds of one create, by layer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anatomy {
    /// The whole request over HTTP, one client.
    pub http: f64,
    /// Body into a report, digest of the command.
    pub parse: f64,
    /// The closure without its statements: place, matter, clocks, rights, hash, rows.
    pub law: f64,
    /// Statements, without COMMIT.
    pub statements: f64,
    /// BEGIN and COMMIT with the disk's answer.
    pub commit: f64,
    /// From asking for the transaction until it is answered.
    pub write: f64,
}

impl Anatomy {
    /// Queue, thread change, savepoint, statement cache: what the store adds to the engine.
    pub fn store(&self) -> f64 {
        (self.write - self.law - self.statements - self.commit).max(0.0)
    }
    /// Connection, headers, session, routing, log, answer.
    pub fn around(&self) -> f64 {
        (self.http - self.write - self.parse).max(0.0)
    }
}

/// Takes one apart. `http`: microseconds of a whole request, measured over the network.
pub async fn anatomy(
    dir: &Path,
    file: &Path,
    people: &[Person],
    stock: &Arc<Stock>,
    http: f64,
) -> Outcome<Anatomy> {
    let mut raw = raw(file, stock)?;
    let house = city::open(dir, &format!("sqlite:{}", file.display())).await?;
    let world = house.work.world();
    let spent = Arc::new(AtomicU64::new(0));
    let mut random = Random::new(11);
    let (mut parse, mut write) = (Duration::ZERO, Duration::ZERO);
    for n in 0..ROUNDS {
        let person = &people[n as usize % people.len()];
        let at = person.points[random.below(person.points.len())];
        let body = format!(
            "{{\"text\":\"{n}号路口垃圾桶满溢,垃圾散落人行道,影响通行,请尽快清理\",\"point\":{{\"lon\":{},\"lat\":{}}},\
             \"place\":\"路口北侧20米,近公交站\",\"matter\":\"{}\"}}",
            at.lon,
            at.lat,
            MATTERS[random.below(MATTERS.len())]
        );
        let begun = Moment::now();
        let report: Report = serde_json::from_str(&body).doing("reading a report")?;
        let key = IdemKey(format!("anatomy-{n}-{}", random.next()));
        let actor = Actor::Holder(Box::new(person.holder()));
        let cmd = Command::new(key, "bench", "report", report);
        parse += begun.elapsed();
        let (world, spent) = (world.clone(), spent.clone());
        let begun = Moment::now();
        let done = house.db().write(move |tx| {
            let begun = Moment::now();
            let receipt = verbs::report(tx, &world, &actor, &cmd)?;
            spent.fetch_add(u64::try_from(begun.elapsed().as_nanos()).unwrap_or(0), Relaxed);
            Ok(receipt)
        });
        done.await.doing("a create in process")?;
        write += begun.elapsed();
    }
    let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(ROUNDS);
    let closure = each(Duration::from_nanos(spent.load(Relaxed)));
    raw.http = http;
    raw.parse = each(parse);
    // The closure itself runs one statement, the look for the key; `law` holds that time so far.
    raw.law = (closure - raw.law).max(0.0);
    raw.write = each(write);
    Ok(raw)
}

/// Statements and commits of the bare engine; `law` carries the time of the first statement.
fn raw(file: &Path, stock: &Arc<Stock>) -> Outcome<Anatomy> {
    let speaker = Speaker::new(file)?;
    let mut worker = Worker::new(stock, 0, 1, Clock::system().now())?;
    let (mut first, mut rest, mut commit) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    for n in 0..ROUNDS + 20 {
        let (find, calls) = worker.create();
        let begun = Moment::now();
        speaker.control("BEGIN IMMEDIATE")?;
        let open = begun.elapsed();
        speaker.call(&find)?;
        let found = begun.elapsed();
        for call in calls {
            speaker.call(call)?;
        }
        let written = begun.elapsed();
        speaker.control("COMMIT")?;
        let done = begun.elapsed();
        if n >= 20 {
            first += found - open;
            rest += written - found;
            commit += open + (done - written);
        }
    }
    let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(ROUNDS);
    Ok(Anatomy {
        law: each(first),
        statements: each(first) + each(rest),
        commit: each(commit),
        ..Anatomy::default()
    })
}
