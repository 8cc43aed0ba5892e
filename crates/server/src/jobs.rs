//! Background work: small bounded rounds, each job under a lease so that of many nodes one does it.
//! A lease only saves work; what makes a round right is that its effects are guarded rows.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use tokio::{sync::watch, task::JoinSet};
use wangge_base::{District, Instant};
use wangge_store::{Db, Result, lease, lease::Lease};

/// How long a lease is claimed for; it is renewed when half of it is over.
const LEASE_SECONDS: i64 = 30;
/// A node whose clock is further off the database's does not claim (DESIGN 4, rule 5).
const SKEW_MICROS: i64 = 2_000_000;

/// Work that is behind pauses so many times as long as its round took.
const SHARE: u32 = 3;
/// Longest pause of work that is behind.
const BREATH: Duration = Duration::from_secs(1);

/// What one round did: how many things, and whether more is waiting.
pub type Round = Pin<Box<dyn Future<Output = Result<Done>> + Send>>;

/// The outcome of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Things done.
    pub count: u64,
    /// The batch was full: go on soon.
    pub more: bool,
}

/// A job of the house.
#[derive(Clone)]
pub struct Job {
    /// Its name; the consumer of its lease is `job.<name>`.
    pub name: &'static str,
    /// Pause between two rounds.
    pub every: Duration,
    /// Whether one node suffices; what every node does for itself (caches) needs no lease.
    pub leased: bool,
    /// One bounded round.
    pub round: Arc<dyn Fn() -> Round + Send + Sync>,
}

impl Job {
    /// A job that one node does for all.
    pub fn leased(
        name: &'static str,
        every: Duration,
        round: impl Fn() -> Round + Send + Sync + 'static,
    ) -> Self {
        Self { name, every, leased: true, round: Arc::new(round) }
    }
    /// A job that each node does for itself.
    pub fn own(
        name: &'static str,
        every: Duration,
        round: impl Fn() -> Round + Send + Sync + 'static,
    ) -> Self {
        Self { name, every, leased: false, round: Arc::new(round) }
    }
}

/// Runs `jobs` until `stop` turns true; returns when the last round has ended.
pub async fn run(db: Db, node: String, jobs: Vec<Job>, stop: watch::Receiver<bool>) {
    let mut tasks = JoinSet::new();
    for job in jobs {
        tasks.spawn(one(db.clone(), node.clone(), job, stop.clone()));
    }
    while tasks.join_next().await.is_some() {}
}

async fn one(db: Db, node: String, job: Job, mut stop: watch::Receiver<bool>) {
    let mut held: Option<Lease> = None;
    loop {
        let begun = std::time::Instant::now();
        let pause = match round(&db, &node, &job, &mut held).await {
            // Behind: most of the time belongs to people, and what waits longer is done in larger portions.
            Ok(Done { more: true, .. }) => (begun.elapsed() * SHARE).clamp(Duration::from_millis(1), BREATH),
            Ok(_) => job.every,
            Err(error) => {
                tracing::warn!(job = job.name, %error, "a round of background work failed; the next will tell");
                held = None;
                job.every.max(Duration::from_secs(1))
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.wait_for(|end| *end) => break,
        }
    }
    if let Some(lease) = held
        && let Err(error) = db.write(move |tx| lease::release(tx, &lease)).await
    {
        tracing::debug!(job = job.name, %error, "the lease was not released; it expires by itself");
    }
}

async fn round(db: &Db, node: &str, job: &Job, held: &mut Option<Lease>) -> Result<Done> {
    if job.leased && !hold(db, node, job.name, held).await? {
        return Ok(Done::default());
    }
    let done = (job.round)().await?;
    if done.count > 0 {
        tracing::info!(job = job.name, count = done.count, more = done.more, "background work done");
    } else {
        tracing::debug!(job = job.name, "nothing to do");
    }
    Ok(done)
}

/// Whether this node has the lease, claiming or renewing it when needed.
async fn hold(db: &Db, node: &str, name: &'static str, held: &mut Option<Lease>) -> Result<bool> {
    let now: Instant = db.clock().now();
    if held.as_ref().is_some_and(|l| now.plus_seconds(LEASE_SECONDS / 2) < l.expires) {
        return Ok(true);
    }
    let skew = db.skew().await?;
    if skew.abs() > SKEW_MICROS {
        tracing::warn!(skew_ms = skew / 1000, "skewed clock: this node claims no background work");
        *held = None;
        return Ok(false);
    }
    let node = node.to_owned();
    *held = db
        .write(move |tx| lease::claim(tx, &District::city(), &format!("job.{name}"), &node, LEASE_SECONDS))
        .await?;
    Ok(held.is_some())
}
