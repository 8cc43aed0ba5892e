//! Consumers of events: per district, in order, from a cursor that moves in the transaction of the
//! effects. A message that fails eight times is parked, visible, and passed over. What does not concern a consumer is
//! passed over in memory; its cursor follows with the next effect, or when the lease is renewed.

use std::{
    collections::HashMap,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use wangge_base::District;
use wangge_store::{
    Db, Error, Result, Tx,
    lease::{self, Lease},
    outbox::{self, Told},
};

use crate::jobs::Done;

/// Events taken in one transaction: small enough for its time budget.
const BATCH: i64 = 200;
/// Events passed over in memory before the cursor is written down.
const AHEAD: i64 = 2_000;
/// How long a district is claimed for.
const LEASE_SECONDS: i64 = 30;

/// Work of a consumer that has transactions of its own.
pub type Carrying = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// What a consumer does with events in the transaction that moves the cursor, for rows of the same
/// district; its effects must be such that doing them twice is no harm.
pub type Effect = fn(&mut Tx, &[Told]) -> Result<()>;

/// What a consumer does in transactions of other districts, each committed before the cursor moves:
/// whoever is killed in between does it again.
pub type Elsewhere = Arc<dyn Fn(Vec<Told>) -> Carrying + Send + Sync>;

#[derive(Clone)]
enum Way {
    Here(Effect),
    Elsewhere(Elsewhere),
}

/// The right to a district, and how far this node has read there: never behind the cursor that is written down.
#[derive(Clone)]
struct Held {
    lease: Lease,
    seen: i64,
}

/// A consumer on this node. Cheap to clone.
#[derive(Clone)]
pub struct Feed {
    name: &'static str,
    node: Arc<str>,
    way: Way,
    /// The kind of events that concerns it; none: all.
    kind: Option<&'static str>,
    held: Arc<Mutex<HashMap<District, Held>>>,
}

impl Feed {
    /// The consumer `name` of this node.
    pub fn new(name: &'static str, node: &str, effect: Effect) -> Self {
        Self { name, node: node.into(), way: Way::Here(effect), kind: None, held: Arc::default() }
    }

    /// The same, with effects in other districts.
    pub fn elsewhere(name: &'static str, node: &str, effect: Elsewhere) -> Self {
        Self { name, node: node.into(), way: Way::Elsewhere(effect), kind: None, held: Arc::default() }
    }

    /// Only events of this kind concern it.
    #[must_use]
    pub fn of(mut self, kind: &'static str) -> Self {
        self.kind = Some(kind);
        self
    }

    /// One round over all districts that have something new.
    ///
    /// # Errors
    /// What keeps it from reading or writing at all.
    pub async fn round(&self, db: &Db) -> Result<Done> {
        let heads = db.read(outbox::heads).await?;
        let mut done = Done::default();
        for (district, head) in heads.iter() {
            let known = self.known(district);
            let fresh = |held: &Held| held.lease.position == held.seen || self.is_young(db, &held.lease);
            if known.as_ref().is_some_and(|held| held.seen >= head && fresh(held)) {
                continue;
            }
            let Some(held) = self.hold(db, district, known).await? else { continue };
            done.count += self.district(db, held, head).await?;
            done.more |= self.known(district).is_some_and(|held| held.seen < head);
        }
        Ok(done)
    }

    fn known(&self, district: &District) -> Option<Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).get(district).cloned()
    }
    fn keep(&self, district: &District, known: Option<Held>) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        match known {
            Some(known) => held.insert(district.clone(), known),
            None => held.remove(district),
        };
    }
    fn is_young(&self, db: &Db, lease: &Lease) -> bool {
        db.clock().now().plus_seconds(LEASE_SECONDS / 2) < lease.expires
    }

    async fn hold(&self, db: &Db, district: &District, known: Option<Held>) -> Result<Option<Held>> {
        if known.as_ref().is_some_and(|held| self.is_young(db, &held.lease)) {
            return Ok(known);
        }
        let (name, node, home) = (self.name, self.node.clone(), district.clone());
        // What was passed over concerns nobody, whoever held the lease meanwhile.
        let seen = known.map_or(0, |held| held.seen);
        let held = db.write(move |tx| {
            let Some(mut lease) = lease::claim(tx, &home, name, &node, LEASE_SECONDS)? else {
                return Ok(None);
            };
            if lease.position < seen {
                lease::advance(tx, &lease, seen)?;
                lease.position = seen;
            }
            Ok(Some(Held { seen: lease.position, lease }))
        });
        let held = held.await?;
        self.keep(district, held.clone());
        Ok(held)
    }

    async fn district(&self, db: &Db, mut held: Held, head: i64) -> Result<u64> {
        let (home, from) = (held.lease.district.clone(), held.seen);
        if from >= head {
            return Ok(0);
        }
        let kind = self.kind;
        let read = db.read(move |r| match kind {
            Some(kind) => outbox::of_kind(r, &home, (from, head), kind, BATCH),
            None => outbox::of(r, &home, from, BATCH),
        });
        let events = read.await?;
        // Of one kind fewer than asked for: there are none up to the head.
        let all = kind.is_some() && i64::try_from(events.len()).is_ok_and(|n| n < BATCH);
        let last = match events.last() {
            _ if all => head,
            Some(event) => event.n,
            None => return Ok(0),
        };
        let count = (last - from).unsigned_abs();
        if !events.is_empty() || last - held.lease.position > AHEAD {
            match self.take(db, &held.lease, events.clone(), last).await {
                Ok(()) => held.lease.position = last,
                // One at a time finds the one that does not work.
                Err(Error::Inconsistency { .. } | Error::Engine(_) | Error::Refused(_)) => {
                    for event in events {
                        let n = event.n;
                        if let Err(error) = self.take(db, &held.lease, vec![event], n).await
                            && !self.failed(db, &held.lease, n, &error).await?
                        {
                            return Ok(0);
                        }
                        (held.lease.position, held.seen) = (n, n);
                        self.keep(&held.lease.district, Some(held.clone()));
                    }
                }
                Err(error) => {
                    self.keep(&held.lease.district, None);
                    return Err(error);
                }
            }
        }
        held.seen = last;
        self.keep(&held.lease.district.clone(), Some(held));
        Ok(count)
    }

    async fn take(&self, db: &Db, lease: &Lease, events: Vec<Told>, to: i64) -> Result<()> {
        let lease = lease.clone();
        match &self.way {
            Way::Here(effect) => {
                let effect = *effect;
                db.write(move |tx| {
                    effect(tx, &events)?;
                    lease::advance(tx, &lease, to)
                })
                .await
            }
            Way::Elsewhere(effect) => {
                effect(events).await?;
                db.write(move |tx| lease::advance(tx, &lease, to)).await
            }
        }
    }

    /// Notes the failure; true once the message is parked and passed over.
    async fn failed(&self, db: &Db, lease: &Lease, n: i64, error: &Error) -> Result<bool> {
        let (held, text) = (lease.clone(), error.to_string());
        let fate = db.write(move |tx| lease::fail(tx, &held, n, &text)).await?;
        let parked = fate == lease::Fate::Parked;
        if parked {
            tracing::error!(consumer = self.name, district = %lease.district, n, %error, "a message is parked");
        }
        Ok(parked)
    }
}
