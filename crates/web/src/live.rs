//! Live events: one tailer per node follows the outbox of every district, subscribers get what
//! their predicate lets through, as server-sent events.
//!
//! The id of an event is the vector of per-district cursors, so that a client that comes back with
//! `Last-Event-ID` misses nothing: what it missed is read from the outbox. If the outbox no longer
//! keeps it, the client hears `reset` and loads its page anew. Wake-ups after local commits only
//! make it quicker; the poll alone suffices.

use std::{
    collections::{HashSet, VecDeque},
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    http::HeaderMap,
    response::{
        IntoResponse, Response,
        sse::{Event as Frame, KeepAlive, Sse},
    },
};
use futures_util::{Stream, future::BoxFuture, stream};
use tokio::sync::{Notify, broadcast, watch};
use wangge_base::{District, Refusal};
use wangge_store::{
    self as store, Db,
    outbox::{self, Told, Vector},
};

use crate::Problem;

/// How often the tailer looks without being woken.
const POLL: Duration = Duration::from_millis(500);
/// Events kept in memory for subscribers that lag; beyond that they read the outbox.
const KEPT: usize = 4096;
/// Events read from the outbox at a time.
const BATCH: i64 = 500;
/// How often a subscriber's rights are asked for again.
const RECHECK: Duration = Duration::from_secs(60);

/// Which events a subscriber gets.
pub type Predicate = Arc<dyn Fn(&Told) -> bool + Send + Sync>;

/// What a subscriber asks for.
pub struct Subscription {
    /// Home shards to follow.
    pub districts: Vec<District>,
    /// Where to go on; none: from now on.
    pub since: Option<Vector>,
    /// Asked at the start, every minute and whenever [`Hub::recheck`] is called.
    pub rights: Rights,
}

/// Answers the predicate that holds now, or nothing once the right has ended. While it cannot be
/// asked (an error) what held before goes on for a few seconds.
pub type Rights = Arc<dyn Fn() -> BoxFuture<'static, store::Result<Option<Predicate>>> + Send + Sync>;

/// The fan-out of this node. One per [`crate::App`].
pub struct Hub {
    sender: broadcast::Sender<Arc<Told>>,
    wake: Notify,
    rights: watch::Sender<u64>,
    closing: watch::Sender<bool>,
    seen: Mutex<Option<Vector>>,
    looked: Mutex<Option<std::time::Instant>>,
}

impl Default for Hub {
    fn default() -> Self {
        Self::new()
    }
}

impl Hub {
    /// A hub that nobody feeds yet.
    pub fn new() -> Self {
        Self {
            sender: broadcast::channel(KEPT).0,
            wake: Notify::new(),
            rights: watch::channel(0).0,
            closing: watch::channel(false).0,
            seen: Mutex::new(None),
            looked: Mutex::new(None),
        }
    }

    /// Something was committed here: look at once.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Rights have changed: every subscriber asks for its predicate again, at once.
    pub fn recheck(&self) {
        self.rights.send_modify(|n| *n += 1);
    }

    /// Ends all streams, so that the server can stop.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Returns once [`Hub::close`] was called: for tasks that listen.
    pub async fn closed(&self) {
        // The sender is our own: waiting cannot fail.
        drop(self.closing.subscribe().wait_for(|end| *end).await);
    }

    /// Events as they are committed, for consumers inside the process (session cache, snapshots).
    pub fn listen(&self) -> broadcast::Receiver<Arc<Told>> {
        self.sender.subscribe()
    }

    /// Follows the outbox until dropped or [`Hub::close`]d. Exactly one runs per node.
    pub async fn tail(&self, db: &Db) {
        let mut closing = self.closing.subscribe();
        loop {
            if let Err(error) = self.look(db).await {
                tracing::warn!(%error, "the outbox could not be read; the next look will tell");
            }
            tokio::select! {
                () = self.wake.notified() => {}
                () = tokio::time::sleep(POLL) => {}
                _ = closing.wait_for(|end| *end) => return,
            }
        }
    }

    /// Whether the last complete look at the outbox began less than `age` ago: everything committed
    /// before has been told to whoever listens.
    pub fn looked_within(&self, age: Duration) -> bool {
        let looked = *self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        looked.is_some_and(|at| at.elapsed() < age)
    }

    /// One look at all heads; new events go to the subscribers. Tests call it by hand.
    pub async fn look(&self, db: &Db) -> store::Result<()> {
        let begun = std::time::Instant::now();
        self.spread(db).await?;
        *self.looked.lock().unwrap_or_else(PoisonError::into_inner) = Some(begun);
        Ok(())
    }

    async fn spread(&self, db: &Db) -> store::Result<()> {
        let known = self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(mut seen) = known.filter(|_| self.sender.receiver_count() > 0) else {
            // Nobody listens, or this is the first look: only remember where the streams end.
            let heads = db.read(outbox::heads).await?;
            *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(heads);
            return Ok(());
        };
        loop {
            let from = seen.clone();
            let batch = db.read(move |r| outbox::after(r, &from, BATCH)).await?;
            for event in batch.events {
                // Nobody listening any more is fine.
                drop(self.sender.send(Arc::new(event)));
            }
            // After a reset subscribers see the gap in the numbers and look for themselves.
            seen = batch.vector;
            *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen.clone());
            if !batch.more {
                return Ok(());
            }
        }
    }

    /// The stream of one subscriber.
    pub async fn subscribe(
        &self,
        db: &Db,
        wanted: Subscription,
    ) -> Result<impl Stream<Item = Result<Frame, Infallible>> + use<>, Problem> {
        let Some(predicate) = (wanted.rights)().await? else {
            return Err(
                Refusal::forbidden("您没有查看实时消息的权限", "You may not follow live events").into()
            );
        };
        // First listen, then read the heads: nothing can fall in between.
        let live = self.sender.subscribe();
        let heads = db.read(outbox::heads).await?;
        let behind = wanted.since.is_some();
        let since = wanted.since.unwrap_or_default();
        let known: HashSet<&District> = since.iter().map(|(district, _)| district).collect();
        let mut cursors = Vector::default();
        for district in wanted.districts {
            let n = if known.contains(&district) { since.get(&district) } else { heads.get(&district) };
            cursors.set(district, n);
        }
        let state = Following {
            db: db.clone(),
            live,
            cursors,
            ready: VecDeque::new(),
            behind,
            predicate,
            rights: wanted.rights,
            changed: self.rights.subscribe(),
            closing: self.closing.subscribe(),
            due: tokio::time::Instant::now() + RECHECK,
            greeted: false,
            ended: false,
        };
        Ok(stream::unfold(
            state,
            |mut state| async move { state.next().await.map(|frame| (Ok(frame), state)) },
        ))
    }

    /// The stream as an HTTP answer, with a comment every 15 s to keep proxies from closing it.
    pub async fn answer(&self, db: &Db, wanted: Subscription) -> Result<Response, Problem> {
        let frames = self.subscribe(db, wanted).await?;
        let sse = Sse::new(frames).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)));
        // Reverse proxies must pass each event at once.
        Ok(([("x-accel-buffering", "no"), ("cache-control", "no-store")], sse).into_response())
    }
}

/// The cursors a client comes back with: header `Last-Event-ID`, or the query's `since`.
pub fn since(headers: &HeaderMap, query: Option<&str>) -> Result<Option<Vector>, Problem> {
    let header = headers.get("last-event-id").and_then(|v| v.to_str().ok());
    Ok(header.or(query).filter(|text| !text.is_empty()).map(str::parse).transpose()?)
}

struct Following {
    db: Db,
    live: broadcast::Receiver<Arc<Told>>,
    cursors: Vector,
    ready: VecDeque<Arc<Told>>,
    /// The outbox may hold events that the broadcast did not bring.
    behind: bool,
    predicate: Predicate,
    rights: Rights,
    changed: watch::Receiver<u64>,
    closing: watch::Receiver<bool>,
    due: tokio::time::Instant,
    greeted: bool,
    ended: bool,
}

enum Heard {
    Event(Arc<Told>),
    Gap,
    Minute,
    Rights,
    Closed,
}

impl Following {
    async fn next(&mut self) -> Option<Frame> {
        if self.ended {
            return None;
        }
        if !self.greeted {
            // The client learns its first cursors at once, so that it can come back even if
            // nothing happened meanwhile.
            self.greeted = true;
            return Some(self.frame("hello", "{}".into()));
        }
        loop {
            while let Some(event) = self.ready.pop_front() {
                if event.n <= self.cursors.get(&event.district) {
                    continue;
                }
                self.cursors.set(event.district.clone(), event.n);
                if (self.predicate)(&event) {
                    return Some(self.frame(&event.kind, told(&event)));
                }
            }
            if self.behind {
                match self.catch_up().await {
                    Ok(None) => continue,
                    Ok(Some(reset)) => return Some(reset),
                    Err(error) => {
                        tracing::warn!(%error, "a live stream could not catch up");
                        tokio::time::sleep(POLL).await;
                        continue;
                    }
                }
            }
            match self.hear().await {
                Heard::Event(event) => self.take(event),
                Heard::Gap => self.behind = true,
                Heard::Closed => return None,
                Heard::Minute | Heard::Rights => {
                    if let Some(bye) = self.recheck().await {
                        return Some(bye);
                    }
                    // Even when nothing concerned this client its cursors move on.
                    return Some(Frame::default().id(self.cursors.to_string()));
                }
            }
        }
    }

    async fn hear(&mut self) -> Heard {
        tokio::select! {
            event = self.live.recv() => match event {
                Ok(event) => Heard::Event(event),
                Err(broadcast::error::RecvError::Lagged(_)) => Heard::Gap,
                Err(broadcast::error::RecvError::Closed) => Heard::Closed,
            },
            changed = self.changed.changed() => if changed.is_ok() { Heard::Rights } else { Heard::Closed },
            () = tokio::time::sleep_until(self.due) => Heard::Minute,
            _ = self.closing.wait_for(|end| *end) => Heard::Closed,
        }
    }

    fn take(&mut self, event: Arc<Told>) {
        let Some(seen) = self.cursors.iter().find(|(d, _)| **d == event.district).map(|(_, n)| n) else {
            return;
        };
        if event.n == seen + 1 {
            self.ready.push_back(event);
        } else if event.n > seen {
            self.behind = true;
        }
    }

    async fn recheck(&mut self) -> Option<Frame> {
        self.due = tokio::time::Instant::now() + RECHECK;
        match (self.rights)().await {
            Ok(Some(predicate)) => {
                self.predicate = predicate;
                None
            }
            Ok(None) => {
                self.ended = true;
                Some(self.frame("bye", "{}".into()))
            }
            Err(error) => {
                tracing::warn!(%error, "the rights of a live stream could not be asked; again soon");
                self.due = tokio::time::Instant::now() + Duration::from_secs(5);
                None
            }
        }
    }

    /// Reads what is missing; answers a `reset` if the outbox no longer has it.
    async fn catch_up(&mut self) -> store::Result<Option<Frame>> {
        let own = self.cursors.clone();
        let batch = self.db.read(move |r| missing(r, &own)).await?;
        if batch.reset {
            let mut now = Vector::default();
            for (district, _) in self.cursors.iter() {
                now.set(district.clone(), batch.vector.get(district));
            }
            self.cursors = now;
            self.ready.clear();
            self.behind = false;
            return Ok(Some(self.frame("reset", "{}".into())));
        }
        self.behind = !batch.events.is_empty();
        self.ready.extend(batch.events.into_iter().map(Arc::new));
        Ok(None)
    }

    fn frame(&self, kind: &str, data: String) -> Frame {
        Frame::default().event(kind).id(self.cursors.to_string()).data(data)
    }
}

/// What came after `own` in its districts: the others count as read to their end.
fn missing(r: &mut store::Read, own: &Vector) -> store::Result<outbox::Batch> {
    let mut from = outbox::heads(r)?;
    for (district, n) in own.iter() {
        from.set(district.clone(), n);
    }
    outbox::after(r, &from, BATCH)
}

/// What a client hears: references only; it asks for the rest with its own rights.
fn told(event: &Told) -> String {
    serde_json::json!({
        "district": event.district, "n": event.n, "kind": event.kind, "subject": event.subject,
        "at": event.at, "data": event.data,
    })
    .to_string()
}
