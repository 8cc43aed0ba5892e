//! Steps: the hash-chained timeline of whatever is worked on (DESIGN 5). The payload is kept as the
//! exact bytes that were hashed; its digest is salted, so that erasing payload and salt forgets it
//! and leaves the chain whole.

use wangge_base::{Actor, District, Instant};
use wangge_store::{Migration, Read, Result, Row, Stmt, Tx, Value, chain};

/// The table of steps.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "step",
    sql: "
-- table: step  class: business  retention: case+5y  personal: payload(erasable), called(duty name)
CREATE TABLE step (
  district text NOT NULL, subject text NOT NULL, n bigint NOT NULL, at bigint NOT NULL, happened bigint,
  actor text NOT NULL, called text NOT NULL, unit text, action text NOT NULL, state text NOT NULL,
  payload text, salt bytea, digest bytea NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (district, subject, n)
);
",
}];

/// A new step.
pub const INSERT: Stmt = Stmt::new(
    "step.insert",
    "INSERT INTO step (district, subject, n, at, happened, actor, called, unit, action, state, payload, salt, \
     digest, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
);
/// A timeline from step `$3` on.
pub const TIMELINE: Stmt = Stmt::new(
    "step.timeline",
    "SELECT n, at, happened, actor, called, unit, action, state, payload, salt, digest, hash FROM step \
     WHERE district = $1 AND subject = $2 AND n > $3 ORDER BY n LIMIT $4",
);
/// Forgets what a step said, not that it was taken.
pub const ERASE: Stmt = Stmt::new(
    "step.erase",
    "UPDATE step SET payload = NULL, salt = NULL WHERE district = $1 AND subject = $2 AND n = $3",
);
/// How many other steps of a subject say something like `$4`.
pub const NAMED_ELSEWHERE: Stmt = Stmt::new(
    "step.named_elsewhere",
    "SELECT count(*) FROM step WHERE district = $1 AND subject = $2 AND n <> $3 AND payload LIKE $4",
);

/// Every statement, for the test that prepares and explains them.
pub const STATEMENTS: &[&Stmt] = &[&INSERT, &TIMELINE, &ERASE, &NAMED_ELSEWHERE];

/// What is written down.
pub struct Taken<'a> {
    /// Home district.
    pub district: &'a District,
    /// Id of the thing, 32 hex digits.
    pub subject: &'a str,
    /// Number of the step, from 1; also the version after it.
    pub n: i64,
    /// When, by the phone that sent it.
    pub happened: Option<Instant>,
    /// Who.
    pub actor: &'a Actor,
    /// What kind of action.
    pub action: &'a str,
    /// The state it led to.
    pub state: &'a str,
    /// The action as JSON.
    pub payload: String,
}

/// A step as it was written.
#[derive(Clone, Debug)]
pub struct Step {
    /// Number, from 1.
    pub n: i64,
    /// When the server took it: decides limits and order.
    pub at: Instant,
    /// When the phone says it happened: shown, can excuse.
    pub happened: Option<Instant>,
    /// Who: `person:<ref>`, `citizen`, `clock`, `device:<name>`.
    pub actor: String,
    /// The name of that actor among colleagues.
    pub called: String,
    /// Unit of the post through which it was taken.
    pub unit: Option<String>,
    /// Kind of action.
    pub action: String,
    /// State it led to.
    pub state: String,
    /// The action as JSON; absent once erased.
    pub payload: Option<String>,
    /// Salt of the digest; absent once erased.
    pub salt: Option<Vec<u8>>,
    /// Salted digest of the payload.
    pub digest: Vec<u8>,
    /// Hash of the step.
    pub hash: Vec<u8>,
}

/// How an actor stands in the chain.
pub fn actor_word(actor: &Actor) -> String {
    match actor {
        Actor::Holder(h) => format!("person:{}", h.person),
        Actor::Citizen => "citizen".to_owned(),
        Actor::Clock => "clock".to_owned(),
        Actor::Device(name) => format!("device:{name}"),
        Actor::Link(id) => format!("link:{id}"),
    }
}

fn called(actor: &Actor) -> &str {
    match actor {
        Actor::Holder(h) => &h.called,
        Actor::Citizen => "报告人",
        Actor::Clock => "时钟",
        Actor::Device(name) => name,
        Actor::Link(_) => "外协单位",
    }
}

/// The step after the one whose hash is `previous` (none before the first): its hash, and the row
/// to be written by [`INSERT`] once the guard of the subject has held.
pub fn next(tx: &mut Tx, previous: Option<[u8; 32]>, it: Taken<'_>) -> ([u8; 32], Vec<Value>) {
    let at = tx.now();
    let salt: [u8; 16] = tx.random();
    let actor = actor_word(it.actor);
    let entry = chain::Entry {
        district: it.district.as_str(),
        subject: it.subject,
        n: it.n,
        at,
        happened: it.happened,
        actor: &actor,
        kind: it.action,
        state: it.state,
        version: it.n,
        payload: &it.payload,
    };
    let link = chain::append(previous.as_ref(), &entry, &salt);
    let row = vec![
        it.district.into(),
        it.subject.into(),
        it.n.into(),
        at.into(),
        it.happened.into(),
        (&actor).into(),
        called(it.actor).into(),
        it.actor.holder().map(|h| &h.unit).into(),
        it.action.into(),
        it.state.into(),
        (&it.payload).into(),
        salt.into(),
        link.digest.into(),
        link.hash.into(),
    ];
    (link.hash, row)
}

/// A row of [`TIMELINE`].
pub fn step(row: &Row<'_>) -> Result<Step> {
    Ok(Step {
        n: row.int(0)?,
        at: row.at(1)?,
        happened: row.opt_at(2)?,
        actor: row.text(3)?,
        called: row.text(4)?,
        unit: row.opt_text(5)?,
        action: row.text(6)?,
        state: row.text(7)?,
        payload: row.opt_text(8)?,
        salt: row.opt_blob(9)?,
        digest: row.blob(10)?,
        hash: row.blob(11)?,
    })
}

/// Up to `most` steps after number `after`.
pub fn timeline(
    read: &mut Read,
    district: &District,
    subject: &str,
    after: i64,
    most: i64,
) -> Result<Vec<Step>> {
    read.query(&TIMELINE, &[district.into(), subject.into(), after.into(), most.into()], step)
}
