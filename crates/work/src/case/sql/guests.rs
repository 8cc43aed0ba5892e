//! Cases of other districts that are merged into one.

use wangge_store::{Result, Row, Stmt};

use crate::case::Guest;

/// The cases of other districts that are merged into a case.
pub const GUESTS: Stmt = Stmt::new(
    "case.guests",
    "SELECT other, number, people, since, stamp, ended FROM case_guest WHERE district = $1 AND case_id = $2 \
     AND ended IS NULL ORDER BY since, other LIMIT 200",
);
/// One of them, also when it is merged no longer.
pub const GUEST: Stmt = Stmt::new(
    "case.guest",
    "SELECT other, number, people, since, stamp, ended FROM case_guest WHERE district = $1 AND case_id = $2 \
     AND other = $3",
);
/// A guest comes, goes, or brings another count; the older news never overwrites the newer.
pub const PUT_GUEST: Stmt = Stmt::new(
    "case.put_guest",
    "INSERT INTO case_guest (district, case_id, other, number, people, stamp, since, ended) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (district, case_id, other) DO UPDATE SET \
     people = excluded.people, stamp = excluded.stamp, since = excluded.since, ended = excluded.ended \
     WHERE case_guest.stamp < excluded.stamp",
);

/// Every statement of this file, for the test that prepares and explains them.
pub const GUESTING: &[&Stmt] = &[&GUESTS, &GUEST, &PUT_GUEST];

/// A row of [`GUESTS`] or [`GUEST`].
pub fn guest(row: &Row<'_>) -> Result<Guest> {
    Ok(Guest { other: row.parse(0)?, number: row.text(1)?, people: row.int(2)?, since: row.at(3)? })
}
