//! Statements of admission, row ↔ struct. Proposals stand under the alias `c`, so that the access filter fits.

use wangge_base::Ref;
use wangge_realm::access::{Compartment, Filter};
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{AdmissionState, Door, Objection, Opinion, Proposal};

/// Tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "admission",
    sql: "
-- table: admission  class: business  retention: forever  personal: called(duty name)
CREATE TABLE admission (
  district text NOT NULL, id text NOT NULL, number text NOT NULL, version bigint NOT NULL, state text NOT NULL,
  door text NOT NULL, content text NOT NULL, unit text NOT NULL, post text, area text NOT NULL, town text,
  reporter text, called text NOT NULL, compartment text NOT NULL, pass bigint NOT NULL, hands text NOT NULL,
  burden text, clocks text NOT NULL, counts_from bigint, published text NOT NULL, created bigint NOT NULL,
  updated bigint NOT NULL, wake bigint, head bytea NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX admission_number ON admission (district, number);
CREATE INDEX admission_state ON admission (district, state, id);
CREATE INDEX admission_wake ON admission (district, wake) WHERE wake IS NOT NULL;

-- table: admission_opinion  class: business  retention: forever  personal: none
CREATE TABLE admission_opinion (
  district text NOT NULL, admission_id text NOT NULL, pass bigint NOT NULL, unit text NOT NULL, consent bigint,
  text text NOT NULL, at bigint,
  PRIMARY KEY (district, admission_id, pass, unit)
);

-- table: admission_objection  class: business  retention: forever  personal: text(free), account(account)
CREATE TABLE admission_objection (
  district text NOT NULL, admission_id text NOT NULL, no bigint NOT NULL, unit text NOT NULL, text text NOT NULL,
  at bigint NOT NULL, accepted bigint, answer text NOT NULL, answered bigint, account text NOT NULL,
  PRIMARY KEY (district, admission_id, no)
);

-- table: admission_reminded  class: business  retention: forever  personal: none
CREATE TABLE admission_reminded (
  district text NOT NULL, code text NOT NULL, version bigint NOT NULL, at bigint NOT NULL,
  PRIMARY KEY (district, code, version)
);
-- When a matter was last used: asked for every code once a day.
CREATE INDEX case_matter_used ON case_file (district, matter, created) WHERE matter IS NOT NULL;
",
}];

macro_rules! columns {
    () => {
        "c.district, c.id, c.number, c.version, c.state, c.door, c.content, c.unit, c.post, c.area, c.town, \
         c.reporter, c.called, c.pass, c.hands, c.burden, c.clocks, c.counts_from, c.published, c.created, \
         c.updated, c.head"
    };
}

/// A new proposal.
pub const INSERT: Stmt = Stmt::new(
    "admission.insert",
    "INSERT INTO admission (district, id, version, state, content, reporter, called, compartment, pass, hands, \
     burden, clocks, counts_from, published, updated, wake, head, number, door, unit, post, area, town, created) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, \
     $23, $24)",
);
/// The guarded write of everything that can change.
pub const SAVE: Stmt = Stmt::new(
    "admission.save",
    "UPDATE admission SET version = version + 1, state = $4, content = $5, reporter = $6, called = $7, \
     compartment = $8, pass = $9, hands = $10, burden = $11, clocks = $12, counts_from = $13, published = $14, \
     updated = $15, wake = $16, head = $17 WHERE district = $1 AND id = $2 AND version = $3",
);
/// One proposal.
pub const LOAD: Stmt = Stmt::new(
    "admission.load",
    concat!("SELECT ", columns!(), " FROM admission c WHERE c.district = $1 AND c.id = $2"),
);
/// Its opinions.
pub const OPINIONS: Stmt = Stmt::new(
    "admission.opinions",
    "SELECT pass, unit, consent, text, at FROM admission_opinion WHERE district = $1 AND admission_id = $2 \
     ORDER BY pass, unit",
);
/// An opinion asked for or given.
pub const PUT_OPINION: Stmt = Stmt::new(
    "admission.put_opinion",
    "INSERT INTO admission_opinion (district, admission_id, pass, unit, consent, text, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (district, admission_id, pass, unit) DO UPDATE SET \
     consent = excluded.consent, text = excluded.text, at = excluded.at",
);
/// Its objections.
pub const OBJECTIONS: Stmt = Stmt::new(
    "admission.objections",
    "SELECT no, unit, text, at, accepted, answer, answered, account FROM admission_objection \
     WHERE district = $1 AND admission_id = $2 ORDER BY no",
);
/// An objection made or answered.
pub const PUT_OBJECTION: Stmt = Stmt::new(
    "admission.put_objection",
    "INSERT INTO admission_objection (district, admission_id, no, unit, text, at, accepted, answer, answered, \
     account) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (district, admission_id, no) DO UPDATE \
     SET accepted = excluded.accepted, answer = excluded.answer, answered = excluded.answered",
);
/// Proposals whose clock has something to say.
pub const AWAKE: Stmt = Stmt::new(
    "admission.awake",
    "SELECT id FROM admission WHERE district = $1 AND wake IS NOT NULL AND wake <= $2 ORDER BY wake LIMIT $3",
);
/// Proposals in a state, from id `$3` on.
pub const STANDING: Stmt = Stmt::new(
    "admission.standing",
    concat!(
        "SELECT ",
        columns!(),
        " FROM admission c WHERE c.district = $1 AND c.state = $2 AND c.id > $3 ORDER BY c.id LIMIT $4"
    ),
);
/// Proposals made since `$2`, whatever became of them: those of the clock among them.
pub const SINCE: Stmt = Stmt::new(
    "admission.since",
    concat!(
        "SELECT ",
        columns!(),
        " FROM admission c WHERE c.district = $1 AND c.created >= $2 ORDER BY c.id LIMIT 2000"
    ),
);
/// Identity, version, state and head of proposals, from an id on: for verification.
pub const HEADS: Stmt = Stmt::new(
    "admission.heads",
    "SELECT id, version, state, head FROM admission WHERE district = $1 AND id > $2 ORDER BY id LIMIT $3",
);
/// The office was reminded of the end of a campaign; no row: it was before.
pub const REMINDED: Stmt = Stmt::new(
    "admission.reminded",
    "INSERT INTO admission_reminded (district, code, version, at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (district, code, version) DO NOTHING",
);
/// Whether a matter was used in a district since `$3`.
pub const USED: Stmt = Stmt::new(
    "admission.used",
    "SELECT 1 FROM case_file WHERE district = $1 AND matter = $2 AND created >= $3 LIMIT 1",
);

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[
    &INSERT,
    &SAVE,
    &LOAD,
    &OPINIONS,
    &PUT_OPINION,
    &OBJECTIONS,
    &PUT_OBJECTION,
    &AWAKE,
    &STANDING,
    &SINCE,
    &HEADS,
    &REMINDED,
    &USED,
];

/// A composed list in one district: `$1` is the district, then the parameters returned.
pub fn list(
    filter: &Filter,
    state: Option<AdmissionState>,
    door: Option<Door>,
    before: &str,
    most: i64,
) -> (String, Vec<Value>) {
    let mut params = filter.params.clone();
    let mut sql =
        format!("SELECT {} FROM admission c WHERE c.district = $1 AND {}", columns!(), filter.sql(2));
    let mut also = |column: &str, value: Value| {
        params.push(value);
        sql.push_str(&format!(" AND {column} ${}", params.len() + 1));
    };
    also("c.id <", before.into());
    if let Some(state) = state {
        also("c.state =", state.word().into());
    }
    if let Some(door) = door {
        also("c.door =", door.word().into());
    }
    params.push(most.into());
    sql.push_str(&format!(" ORDER BY c.id DESC LIMIT ${}", params.len() + 1));
    (sql, params)
}

fn json<T: serde::de::DeserializeOwned>(text: &str, column: &'static str) -> Result<T> {
    serde_json::from_str(text).map_err(|why| Error::Inconsistency {
        table: "admission",
        column,
        row: why.to_string(),
    })
}

fn text_of<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| Error::Engine(why.to_string()))
}

/// Drafts are for whoever writes them and the list office; what was handed in is for everybody.
pub const fn compartment(it: &Proposal) -> Compartment {
    if matches!(it.state, AdmissionState::Draft) || it.pass == 0 {
        Compartment::Restricted
    } else {
        Compartment::Open
    }
}

/// A row of [`LOAD`] and of lists.
pub fn proposal(row: &Row<'_>) -> Result<Proposal> {
    let broken = |column| Error::Inconsistency { table: "admission", column, row: String::new() };
    Ok(Proposal {
        at: Ref::new(row.parse(0)?, row.parse(1)?),
        number: row.text(2)?,
        version: row.int(3)?,
        state: AdmissionState::from_word(row.str(4)?).ok_or_else(|| broken("state"))?,
        door: Door::from_word(row.str(5)?).ok_or_else(|| broken("door"))?,
        content: json(row.str(6)?, "content")?,
        unit: row.parse(7)?,
        post: row.opt_parse(8)?,
        area: row.parse(9)?,
        town: row.opt_parse(10)?,
        applicant: row.opt_text(11)?,
        called: row.text(12)?,
        pass: row.int(13)?,
        hands: json(row.str(14)?, "hands")?,
        burden: row.opt_str(15)?.map(|text| json(text, "burden")).transpose()?,
        clocks: json(row.str(16)?, "clocks")?,
        counts_from: row.opt_at(17)?,
        published: json(row.str(18)?, "published")?,
        created: row.at(19)?,
        updated: row.at(20)?,
        head: row.blob(21)?.try_into().map_err(|_long: Vec<u8>| broken("head"))?,
    })
}

/// Parameters of [`SAVE`] against version `before`; the first of [`INSERT`] as well.
pub fn save(it: &Proposal, before: i64) -> Result<Vec<Value>> {
    Ok(vec![
        (&it.at.district).into(),
        it.at.id.into(),
        before.into(),
        it.state.word().into(),
        text_of(&it.content)?.into(),
        it.applicant.as_deref().into(),
        (&it.called).into(),
        compartment(it).word().into(),
        it.pass.into(),
        text_of(&it.hands)?.into(),
        it.burden.as_ref().map(text_of).transpose()?.into(),
        text_of(&it.clocks)?.into(),
        it.counts_from.into(),
        text_of(&it.published)?.into(),
        it.updated.into(),
        crate::deadline::wake(&it.clocks).into(),
        it.head.into(),
    ])
}

/// Parameters of [`INSERT`].
pub fn insert(it: &Proposal) -> Result<Vec<Value>> {
    let mut row = save(it, it.version)?;
    row.extend([
        (&it.number).into(),
        it.door.word().into(),
        (&it.unit).into(),
        it.post.as_ref().into(),
        (&it.area).into(),
        it.town.as_ref().into(),
        it.created.into(),
    ]);
    Ok(row)
}

/// A row of [`OPINIONS`].
pub fn opinion(row: &Row<'_>) -> Result<Opinion> {
    Ok(Opinion {
        pass: row.int(0)?,
        unit: row.parse(1)?,
        consent: row.opt_int(2)?.map(|n| n != 0),
        text: row.text(3)?,
        at: row.opt_at(4)?,
    })
}

/// Parameters of [`PUT_OPINION`].
pub fn put_opinion(at: &Ref<Proposal>, it: &Opinion) -> Vec<Value> {
    vec![
        (&at.district).into(),
        at.id.into(),
        it.pass.into(),
        (&it.unit).into(),
        it.consent.into(),
        (&it.text).into(),
        it.at.into(),
    ]
}

/// A row of [`OBJECTIONS`].
pub fn objection(row: &Row<'_>) -> Result<Objection> {
    Ok(Objection {
        no: row.int(0)?,
        unit: row.parse(1)?,
        text: row.text(2)?,
        at: row.at(3)?,
        accepted: row.opt_int(4)?.map(|n| n != 0),
        answer: row.text(5)?,
        answered: row.opt_at(6)?,
        by: row.text(7)?,
    })
}

/// Parameters of [`PUT_OBJECTION`].
pub fn put_objection(at: &Ref<Proposal>, it: &Objection) -> Vec<Value> {
    vec![
        (&at.district).into(),
        at.id.into(),
        it.no.into(),
        (&it.unit).into(),
        (&it.text).into(),
        it.at.into(),
        it.accepted.into(),
        (&it.answer).into(),
        it.answered.into(),
        (&it.by).into(),
    ]
}
