//! Statements of the calendars.

use wangge_store::{Migration, Stmt, Value};

/// Tables of this slice.
pub const MIGRATIONS: &[Migration] = &[FIRST, KNOWN];

/// What was known of the days, and since when: what was promised by it stays so.
const KNOWN: Migration = Migration {
    id: 2,
    slice: "calendar",
    sql: "
-- table: calendar_known  class: reference  retention: forever  personal: none
CREATE TABLE calendar_known (
  since bigint NOT NULL,
  days text NOT NULL,
  PRIMARY KEY (since)
);",
};

const FIRST: Migration = Migration {
    id: 1,
    slice: "calendar",
    sql: "
-- table: calendar_day  class: reference  retention: forever  personal: none
CREATE TABLE calendar_day (
  day text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  loaded bigint NOT NULL,
  PRIMARY KEY (day)
);
-- table: calendar_office  class: reference  retention: forever  personal: none
CREATE TABLE calendar_office (
  name text NOT NULL,
  hours text NOT NULL,
  loaded bigint NOT NULL,
  PRIMARY KEY (name)
);",
};

/// Every day that differs from an ordinary week.
pub const DAYS: Stmt = Stmt::new("calendar.days", "SELECT day, kind, name FROM calendar_day ORDER BY day");
/// Every set of office hours.
pub const OFFICES: Stmt =
    Stmt::new("calendar.offices", "SELECT name, hours FROM calendar_office WHERE hours <> '' ORDER BY name");
/// Changes with every import.
pub const STAMP: Stmt = Stmt::new(
    "calendar.stamp",
    "SELECT coalesce(max(loaded), 0) FROM
       (SELECT loaded FROM calendar_day UNION ALL SELECT loaded FROM calendar_office) AS both_tables",
);
/// Forgets the days from $1 up to but not including $2.
pub const FORGET: Stmt =
    Stmt::new("calendar.forget", "DELETE FROM calendar_day WHERE day >= $1 AND day < $2");
/// Sets a day.
pub const PUT_DAY: Stmt = Stmt::new(
    "calendar.put_day",
    "INSERT INTO calendar_day (day, kind, name, loaded) VALUES ($1, $2, $3, $4)
     ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, loaded = excluded.loaded",
);
/// Sets office hours; an empty text takes them away, and the stamp still moves.
pub const PUT_OFFICE: Stmt = Stmt::new(
    "calendar.put_office",
    "INSERT INTO calendar_office (name, hours, loaded) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET hours = excluded.hours, loaded = excluded.loaded",
);

/// What was known of the days, the oldest first.
pub const KNOWN_ALL: Stmt =
    Stmt::new("calendar.known_all", "SELECT since, days FROM calendar_known ORDER BY since");
/// Keeps what is known from now on.
pub const KEEP_KNOWN: Stmt = Stmt::new(
    "calendar.keep_known",
    "INSERT INTO calendar_known (since, days) VALUES ($1, $2)
     ON CONFLICT (since) DO UPDATE SET days = excluded.days",
);

/// Every statement with sample values, for the tests that prepare and explain them.
pub fn statements() -> Vec<(&'static Stmt, Vec<Value>)> {
    let (zero, text) = (|| Value::from(0_i64), || Value::from("2026-10-01"));
    vec![
        (&DAYS, Vec::new()),
        (&OFFICES, Vec::new()),
        (&STAMP, Vec::new()),
        (&FORGET, vec![text(), text()]),
        (&PUT_DAY, vec![text(), text(), text(), zero()]),
        (&PUT_OFFICE, vec![text(), text(), zero()]),
        (&KNOWN_ALL, Vec::new()),
        (&KEEP_KNOWN, vec![zero(), text()]),
    ]
}

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] =
    &[&DAYS, &OFFICES, &STAMP, &FORGET, &PUT_DAY, &PUT_OFFICE, &KNOWN_ALL, &KEEP_KNOWN];
