//! Where the time of a create goes on SQLite: the same create in process, layer by layer, one at a time.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant as Moment},
};

use wangge_base::{Actor, Clock, Ref};
use wangge_server::trouble::{Doing, Outcome, Trouble};
use wangge_web::IdemKey;
use wangge_work::{
    Command,
    case::{Action, Case, Report, verbs},
};

use crate::{
    bulk::Random,
    city::{self, MATTERS, Person},
    http::Op,
    raw::{
        Stock, Worker,
        sqlite::{Speaker, grow},
    },
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
    let inside = Arc::new(AtomicU64::new(0));
    // Not the same keys in every run: a key that is known gets its old answer.
    let mut random = Random::new(house.db().clock().now().micros().unsigned_abs());
    let (mut parse, mut closure, mut write) = (Vec::new(), Vec::new(), Vec::new());
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
        parse.push(begun.elapsed());
        let (world, spent) = (world.clone(), inside.clone());
        let begun = Moment::now();
        let done = house.db().write(move |tx| {
            let begun = Moment::now();
            let receipt = verbs::report(tx, &world, &actor, &cmd)?;
            spent.store(u64::try_from(begun.elapsed().as_nanos()).unwrap_or(0), Relaxed);
            Ok(receipt)
        });
        done.await.doing("a create in process")?;
        write.push(begun.elapsed());
        closure.push(Duration::from_nanos(inside.load(Relaxed)));
    }
    raw.http = http;
    raw.parse = median(parse);
    // The closure itself runs one statement, the look for the key; `law` holds that time so far.
    raw.law = (median(closure) - raw.law).max(0.0);
    raw.write = median(write);
    Ok(raw)
}

/// The median in microseconds: a disk that stalls now and then does not blur the parts.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1e6)
}

/// Statements and commits of the bare engine; `law` carries the time of the first statement.
fn raw(file: &Path, stock: &Arc<Stock>) -> Outcome<Anatomy> {
    let speaker = Speaker::new(file)?;
    let mut worker = Worker::new(stock, 0, 1, Clock::system().now())?;
    grow(&speaker, &mut worker)?;
    let (mut first, mut all, mut commit) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
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
        first.push(found - open);
        all.push(written - open);
        commit.push(open + (begun.elapsed() - written));
    }
    let (law, statements, commit) = (median(first), median(all), median(commit));
    Ok(Anatomy { law, statements, commit, ..Anatomy::default() })
}

/// Statements, round trips and commits of one request, without whoever follows the events.
pub type Counts = (Op, f64, f64, f64);

/// Requests counted of each kind.
const COUNTED: u32 = 20;

/// Counts what one request of each kind asks of the storage, in process.
pub async fn counts(dir: &Path, url: &str, people: &[Person]) -> Outcome<Vec<Counts>> {
    let house = city::open(dir, url).await?;
    let world = house.work.world();
    let person = people.first().ok_or_else(|| Trouble::new("nobody works here"))?;
    let holder = person.holder();
    let cases = person.cases.lock().map(|c| c.clone()).unwrap_or_default();
    let at: Ref<Case> =
        cases.first().ok_or_else(|| Trouble::new("no case"))?.parse().doing("reading a case")?;
    let mut out = Vec::new();
    for op in [Op::Create, Op::Act, Op::List, Op::Sheet] {
        let mut before = house.db().stats();
        // One more than is counted: the first prepares.
        for n in 0..=COUNTED {
            if n == 1 {
                before = house.db().stats();
            }
            let key = IdemKey(format!("counts-{n}-{}", house.db().clock().now().micros()));
            let actor = Actor::Holder(Box::new(holder.clone()));
            let (world, holder, at) = (world.clone(), holder.clone(), at.clone());
            let place = person.points.first().map_or((0.0, 0.0), |p| (p.lon, p.lat));
            let asked = match op {
                Op::Create => {
                    let body = serde_json::json!({ "text": "垃圾桶满溢", "point": { "lon": place.0, "lat": place.1 } });
                    let body: Report = serde_json::from_value(body).doing("reading a report")?;
                    let cmd = Command::new(key, "bench", "report", body);
                    house.db().write(move |tx| verbs::report(tx, &world, &actor, &cmd).map(drop)).await
                }
                Op::Act => {
                    let body = serde_json::json!({ "action": "urge", "note": "请尽快处理" });
                    let body: Action = serde_json::from_value(body).doing("reading an action")?;
                    let cmd = Command::new(key, "bench", "act", body);
                    house
                        .db()
                        .write(move |tx| verbs::act(tx, &world, &actor, false, &at, &cmd).map(drop))
                        .await
                }
                Op::List => {
                    let (text, values) = person.list();
                    house
                        .db()
                        .read(move |r| r.dynamic("case.list", &text, &values, |_| Ok(())).map(drop))
                        .await
                }
                Op::Sheet => house.db().read(move |r| verbs::sheet(r, &world, &holder, &at).map(drop)).await,
            };
            asked.doing("counting statements")?;
        }
        let after = house.db().stats();
        let each = |a: u64, b: u64| (b - a) as f64 / f64::from(COUNTED);
        out.push((
            op,
            each(before.statements, after.statements),
            each(before.round_trips, after.round_trips),
            each(before.commits, after.commits),
        ));
    }
    Ok(out)
}
