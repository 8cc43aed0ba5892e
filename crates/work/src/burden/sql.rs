//! Tables and statements of the burden meter.

use wangge_base::{District, Instant, UnitCode};
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Terms, TermsVersion};

/// Tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "burden",
    sql: "
-- What each community and town bears by: its objects by kind and who is there, summed once a night.
-- table: burden_ground  class: business  retention: permanent  personal: none
CREATE TABLE burden_ground (
  district text NOT NULL, unit text NOT NULL, grids bigint NOT NULL, workers bigint NOT NULL,
  officers bigint NOT NULL, objects text NOT NULL, day text NOT NULL, summed bigint NOT NULL,
  PRIMARY KEY (district, unit)
);
-- Ceilings, in the district `city`: rows are added, never changed.
-- table: burden_terms  class: business  retention: permanent  personal: none
CREATE TABLE burden_terms (
  district text NOT NULL, version bigint NOT NULL, body text NOT NULL, starts bigint NOT NULL,
  published bigint NOT NULL, by_account text NOT NULL, PRIMARY KEY (district, version)
);
-- Minutes that workers offered. No time, no account; `id` is a hash under the key of its month (ADR 0009).
-- table: burden_sample  class: business  retention: 2y  personal: none
CREATE TABLE burden_sample (
  district text NOT NULL, id text NOT NULL, matter text NOT NULL, month text NOT NULL, day text NOT NULL,
  minutes bigint NOT NULL, PRIMARY KEY (district, id)
);
CREATE INDEX burden_sample_month ON burden_sample (district, month, matter);
-- The key of a month, thrown away when the month is over.
-- table: burden_key  class: business  retention: the month  personal: secret(sealed)
CREATE TABLE burden_key (
  district text NOT NULL, month text NOT NULL, secret bytea NOT NULL, PRIMARY KEY (district, month)
);
-- What the nightly closes of a district say together, by matter and day; the row without a matter marks a day as added up.
-- table: burden_done  class: business  retention: 2y  personal: none
CREATE TABLE burden_done (
  district text NOT NULL, matter text NOT NULL, day bigint NOT NULL, planned bigint NOT NULL, done bigint NOT NULL,
  PRIMARY KEY (district, matter, day)
);
CREATE INDEX burden_done_day ON burden_done (district, day);
CREATE INDEX duty_close_day ON duty_close (district, day);
-- Versions of entries of which the list office was told that the estimate was wrong, in the district `city`.
-- table: burden_told  class: business  retention: permanent  personal: none
CREATE TABLE burden_told (
  district text NOT NULL, matter text NOT NULL, version bigint NOT NULL, estimate bigint NOT NULL,
  measured bigint NOT NULL, workers bigint NOT NULL, at bigint NOT NULL, PRIMARY KEY (district, matter, version)
);
",
}];

/// What the communities and towns of a district bear by.
pub const GROUND: Stmt = Stmt::new(
    "burden.ground",
    "SELECT unit, grids, workers, officers, objects, summed FROM burden_ground WHERE district = $1",
);
/// The same of one unit.
pub const GROUND_OF: Stmt = Stmt::new(
    "burden.ground_of",
    "SELECT unit, grids, workers, officers, objects, summed FROM burden_ground WHERE district = $1 AND unit = $2",
);
/// The day of the last sum.
pub const SUMMED: Stmt =
    Stmt::new("burden.summed", "SELECT coalesce(max(day), '') FROM burden_ground WHERE district = $1");
/// Sums a unit anew.
pub const PUT_GROUND: Stmt = Stmt::new(
    "burden.put_ground",
    "INSERT INTO burden_ground (district, unit, grids, workers, officers, objects, day, summed) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (district, unit) DO UPDATE SET grids = excluded.grids, \
     workers = excluded.workers, officers = excluded.officers, objects = excluded.objects, day = excluded.day, \
     summed = excluded.summed",
);
/// Units that were not summed at `$2` are gone.
pub const DROP_GROUND: Stmt =
    Stmt::new("burden.drop_ground", "DELETE FROM burden_ground WHERE district = $1 AND summed < $2");
/// How many people hold a role at a unit: each once, whoever only stands in not.
pub const STAFF: Stmt = Stmt::new(
    "burden.staff",
    "SELECT unit, role, count(DISTINCT account) FROM holding WHERE district = $1 AND starts <= $2 \
     AND (ends IS NULL OR ends > $2) AND capacity <> 'deputy' GROUP BY unit, role",
);

/// Every version of the terms, newest first.
pub const TERMS: Stmt = Stmt::new(
    "burden.terms",
    "SELECT version, body, starts, published, by_account FROM burden_terms WHERE district = $1 \
     ORDER BY version DESC",
);
/// The terms that count at a moment: the newest published for it.
pub const TERMS_AT: Stmt = Stmt::new(
    "burden.terms_at",
    "SELECT version, body, starts, published, by_account FROM burden_terms WHERE district = $1 AND starts <= $2 \
     ORDER BY version DESC LIMIT 1",
);
/// One more version.
pub const PUT_TERMS: Stmt = Stmt::new(
    "burden.put_terms",
    "INSERT INTO burden_terms (district, version, body, starts, published, by_account) \
     VALUES ($1, $2, $3, $4, $5, $6)",
);

/// Minutes offered; again in the same month: the last word counts.
pub const PUT_SAMPLE: Stmt = Stmt::new(
    "burden.put_sample",
    "INSERT INTO burden_sample (district, id, matter, month, day, minutes) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (district, id) DO UPDATE SET day = excluded.day, minutes = excluded.minutes",
);
/// What was offered from month `$2` on and before day `$3`: how often each number.
pub const SAMPLES: Stmt = Stmt::new(
    "burden.samples",
    "SELECT matter, month, minutes, count(*) FROM burden_sample WHERE district = $1 AND month >= $2 AND day < $3 \
     GROUP BY matter, month, minutes",
);
/// Old samples.
pub const DROP_SAMPLES: Stmt =
    Stmt::new("burden.drop_samples", "DELETE FROM burden_sample WHERE district = $1 AND month < $2");
/// A key for the month, unless there is one.
pub const PUT_KEY: Stmt = Stmt::new(
    "burden.put_key",
    "INSERT INTO burden_key (district, month, secret) VALUES ($1, $2, $3) ON CONFLICT (district, month) DO NOTHING",
);
/// The key of the month.
pub const KEY: Stmt =
    Stmt::new("burden.key", "SELECT secret FROM burden_key WHERE district = $1 AND month = $2");
/// Keys of months that are over.
pub const DROP_KEYS: Stmt =
    Stmt::new("burden.drop_keys", "DELETE FROM burden_key WHERE district = $1 AND month < $2");

/// The last day of which the closes were added up.
pub const DONE_THROUGH: Stmt = Stmt::new(
    "burden.done_through",
    "SELECT coalesce(max(day), 0) FROM burden_done WHERE district = $1 AND matter = ''",
);
/// The closes of a day.
pub const CLOSED_ON: Stmt =
    Stmt::new("burden.closed_on", "SELECT sums FROM duty_close WHERE district = $1 AND day = $2");
/// The first day that was closed after `$2`.
pub const NEXT_CLOSED: Stmt = Stmt::new(
    "burden.next_closed",
    "SELECT coalesce(min(day), 0) FROM duty_close WHERE district = $1 AND day > $2",
);
/// A day's closes added up, once.
pub const PUT_DONE: Stmt = Stmt::new(
    "burden.put_done",
    "INSERT INTO burden_done (district, matter, day, planned, done) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (district, matter, day) DO NOTHING",
);
/// What came onto lists and what was done since a day, by matter.
pub const DONE_SINCE: Stmt = Stmt::new(
    "burden.done_since",
    "SELECT matter, CAST(sum(planned) AS bigint), CAST(sum(done) AS bigint) FROM burden_done \
     WHERE district = $1 AND day >= $2 AND matter <> '' GROUP BY matter",
);
/// Whether any stop of a matter was done since a day.
pub const DONE_OF: Stmt = Stmt::new(
    "burden.done_of",
    "SELECT 1 FROM burden_done WHERE district = $1 AND matter = $2 AND day >= $3 AND done > 0 LIMIT 1",
);
/// Sums older than two years.
pub const DROP_DONE: Stmt =
    Stmt::new("burden.drop_done", "DELETE FROM burden_done WHERE district = $1 AND day < $2");

/// Remembers that the list office was told. No row: it was before.
pub const PUT_TOLD: Stmt = Stmt::new(
    "burden.put_told",
    "INSERT INTO burden_told (district, matter, version, estimate, measured, workers, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (district, matter, version) DO NOTHING",
);

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[
    &GROUND,
    &GROUND_OF,
    &SUMMED,
    &PUT_GROUND,
    &DROP_GROUND,
    &STAFF,
    &TERMS,
    &TERMS_AT,
    &PUT_TERMS,
    &PUT_SAMPLE,
    &SAMPLES,
    &DROP_SAMPLES,
    &PUT_KEY,
    &KEY,
    &DROP_KEYS,
    &DONE_THROUGH,
    &CLOSED_ON,
    &NEXT_CLOSED,
    &PUT_DONE,
    &DONE_SINCE,
    &DONE_OF,
    &DROP_DONE,
    &PUT_TOLD,
];

/// A unit as it was summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summed {
    /// The community or town.
    pub unit: UnitCode,
    /// Grids of a community.
    pub grids: u32,
    /// Grid workers of a community.
    pub workers: u32,
    /// Officers of the community or town.
    pub officers: u32,
    /// Objects by kind.
    pub objects: std::collections::BTreeMap<crate::matter::ObjectKind, u32>,
    /// When.
    pub at: Instant,
}

fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, i: usize, table: &'static str) -> Result<T> {
    let broken =
        |why: serde_json::Error| Error::Inconsistency { table, column: "body", row: why.to_string() };
    serde_json::from_str(row.str(i)?).map_err(broken)
}

/// A number of rows or people.
pub fn count(row: &Row<'_>, i: usize) -> Result<u32> {
    Ok(u32::try_from(row.int(i)?).unwrap_or(u32::MAX))
}

/// A row of [`GROUND`].
pub fn summed(row: &Row<'_>) -> Result<Summed> {
    Ok(Summed {
        unit: row.parse(0)?,
        grids: count(row, 1)?,
        workers: count(row, 2)?,
        officers: count(row, 3)?,
        objects: json(row, 4, "burden_ground")?,
        at: row.at(5)?,
    })
}

/// Parameters of [`PUT_GROUND`].
pub fn put_ground(district: &District, it: &Summed, day: &str) -> Result<Vec<Value>> {
    let objects = serde_json::to_string(&it.objects).map_err(|e| Error::Engine(e.to_string()))?;
    Ok(vec![
        district.into(),
        (&it.unit).into(),
        i64::from(it.grids).into(),
        i64::from(it.workers).into(),
        i64::from(it.officers).into(),
        objects.into(),
        day.into(),
        it.at.into(),
    ])
}

/// A row of [`TERMS`] or [`TERMS_AT`].
pub fn terms(row: &Row<'_>) -> Result<TermsVersion> {
    Ok(TermsVersion {
        version: row.int(0)?,
        terms: json::<Terms>(row, 1, "burden_terms")?,
        from: row.opt_at(2)?,
        published: row.opt_at(3)?,
        by: Some(row.text(4)?),
    })
}
