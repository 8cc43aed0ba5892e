//! Consumers of events: per district, in order, from a cursor that moves in the transaction of the
//! effects. A message that fails eight times is parked, visible, and passed over.

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
const BATCH: i64 = 50;
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

/// A consumer on this node. Cheap to clone.
#[derive(Clone)]
pub struct Feed {
    name: &'static str,
    node: Arc<str>,
    way: Way,
    held: Arc<Mutex<HashMap<District, Lease>>>,
}

impl Feed {
    /// The consumer `name` of this node.
    pub fn new(name: &'static str, node: &str, effect: Effect) -> Self {
        Self { name, node: node.into(), way: Way::Here(effect), held: Arc::default() }
    }

    /// The same, with effects in other districts.
    pub fn elsewhere(name: &'static str, node: &str, effect: Elsewhere) -> Self {
        Self { name, node: node.into(), way: Way::Elsewhere(effect), held: Arc::default() }
    }

    /// One round over all districts that have something new.
    ///
    /// # Errors
    /// What keeps it from reading or writing at all.
    pub async fn round(&self, db: &Db) -> Result<Done> {
        let heads = db.read(outbox::heads).await?;
        let mut done = Done::default();
        for (district, head) in heads.iter() {
            let known = self.lease(district);
            if known.as_ref().is_some_and(|l| l.position >= head) {
                continue;
            }
            let Some(lease) = self.hold(db, district, known).await? else { continue };
            done.count += self.district(db, lease, head).await?;
            done.more |= self.lease(district).is_some_and(|l| l.position < head);
        }
        Ok(done)
    }

    fn lease(&self, district: &District) -> Option<Lease> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).get(district).cloned()
    }
    fn keep(&self, district: &District, lease: Option<Lease>) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        match lease {
            Some(lease) => held.insert(district.clone(), lease),
            None => held.remove(district),
        };
    }

    async fn hold(&self, db: &Db, district: &District, known: Option<Lease>) -> Result<Option<Lease>> {
        let now = db.clock().now();
        if known.as_ref().is_some_and(|l| now.plus_seconds(LEASE_SECONDS / 2) < l.expires) {
            return Ok(known);
        }
        let (name, node, home) = (self.name, self.node.clone(), district.clone());
        let lease = db.write(move |tx| lease::claim(tx, &home, name, &node, LEASE_SECONDS)).await?;
        self.keep(district, lease.clone());
        Ok(lease)
    }

    async fn district(&self, db: &Db, mut lease: Lease, head: i64) -> Result<u64> {
        if lease.position >= head {
            return Ok(0);
        }
        let (home, from) = (lease.district.clone(), lease.position);
        let events = db.read(move |r| outbox::of(r, &home, from, BATCH)).await?;
        let Some(last) = events.last().map(|e| e.n) else { return Ok(0) };
        let count = events.len() as u64;
        match self.take(db, &lease, events.clone(), last).await {
            Ok(()) => {}
            // One at a time finds the one that does not work.
            Err(Error::Inconsistency { .. } | Error::Engine(_) | Error::Refused(_)) => {
                for event in events {
                    let n = event.n;
                    if let Err(error) = self.take(db, &lease, vec![event], n).await
                        && !self.failed(db, &lease, n, &error).await?
                    {
                        return Ok(0);
                    }
                    lease.position = n;
                    self.keep(&lease.district, Some(lease.clone()));
                }
                return Ok(count);
            }
            Err(error) => {
                self.keep(&lease.district, None);
                return Err(error);
            }
        }
        lease.position = last;
        self.keep(&lease.district.clone(), Some(lease));
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
