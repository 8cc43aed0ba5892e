//! Tables and statements of residents.

use wangge_base::{District, Ref};
use wangge_store::{Error, Migration, Result, Row, Stmt, Value, seal::Keys};

use super::{NewResident, Resident, ResidentRole, row_name};

/// The tables. What the person agreed to have said is sealed, too: it says more of him than his number.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "resident",
    sql: "
-- table: resident  class: business  retention: moved out, or 3y unconfirmed  personal: name(sealed), phone(sealed), roles(sealed)
CREATE TABLE resident (
  district text NOT NULL, id text NOT NULL, code text NOT NULL, building text NOT NULL, storey bigint NOT NULL,
  flat text NOT NULL, name bytea NOT NULL, phone bytea, roles bytea, seen bigint NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX resident_code ON resident (district, code);
CREATE INDEX resident_building ON resident (district, building, storey, flat);
CREATE INDEX resident_seen ON resident (district, seen);
",
}];

/// The id of a known code: sealed columns are bound to it.
pub(super) const KNOWN: Stmt =
    Stmt::new("resident.known", "SELECT id FROM resident WHERE district = $1 AND code = $2");
pub(super) const PUT: Stmt = Stmt::new(
    "resident.put",
    "INSERT INTO resident (district, id, code, building, storey, flat, name, phone, roles, seen) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
     ON CONFLICT (district, id) DO UPDATE SET building = excluded.building, storey = excluded.storey, \
     flat = excluded.flat, name = excluded.name, phone = excluded.phone, roles = excluded.roles, seen = excluded.seen",
);
pub(super) const FORGET: Stmt =
    Stmt::new("resident.forget", "DELETE FROM resident WHERE district = $1 AND code = $2");
pub(super) const AT: Stmt = Stmt::new(
    "resident.at",
    "SELECT id, building, storey, flat, name, phone, roles FROM resident WHERE district = $1 AND building = $2 \
     AND ($3 = 0 OR storey = $3) ORDER BY storey, flat, id LIMIT $4",
);
pub(super) const ONE: Stmt = Stmt::new(
    "resident.get",
    "SELECT id, building, storey, flat, name, phone, roles FROM resident WHERE district = $1 AND id = $2",
);
pub(super) const COUNT: Stmt =
    Stmt::new("resident.count", "SELECT count(*) FROM resident WHERE district = $1 AND building = $2");
/// Rows that no list has confirmed for long.
pub(super) const SWEEP: Stmt = Stmt::new(
    "resident.sweep",
    "DELETE FROM resident WHERE district = $1 AND id IN \
     (SELECT id FROM resident WHERE district = $1 AND seen < $2 ORDER BY seen LIMIT $3)",
);

/// Every statement, for the test that prepares them on both engines.
pub const STATEMENTS: &[&Stmt] = &[&KNOWN, &PUT, &FORGET, &AT, &ONE, &COUNT, &SWEEP];

/// A row of [`AT`] and [`ONE`], opened.
pub(super) fn resident(keys: &Keys, district: &District, row: &Row<'_>) -> Result<Resident> {
    let at: Ref<Resident> = Ref::new(district.clone(), row.parse(0)?);
    let name = at.to_string();
    let open = |column: &'static str, text: Option<Vec<u8>>| {
        text.map(|sealed| keys.open_text("resident", &name, column, &sealed)).transpose()
    };
    let broken = |column: &'static str| {
        let row = name.clone();
        move || Error::Inconsistency { table: "resident", column, row }
    };
    let words = open("roles", row.opt_blob(6)?)?.unwrap_or_default();
    let roles = words.split_whitespace().map(ResidentRole::from_word).collect::<Option<Vec<_>>>();
    Ok(Resident {
        building: row.parse(1)?,
        storey: row.int(2)?,
        flat: row.text(3)?,
        name: open("name", row.opt_blob(4)?)?.ok_or_else(broken("name"))?,
        phone: open("phone", row.opt_blob(5)?)?,
        roles: roles.ok_or_else(broken("roles"))?,
        at,
    })
}

/// The parameters of [`PUT`].
pub(super) fn put(
    keys: &Keys,
    at: &Ref<Resident>,
    of: &NewResident,
    seen: wangge_base::Instant,
) -> Result<Vec<Value>> {
    let name = row_name(&at.district, at.id);
    let seal = |column: &str, text: &str| keys.seal("resident", &name, column, text.as_bytes());
    let roles = of.roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(" ");
    let phone = of.phone.as_deref().map(|phone| seal("phone", phone)).transpose()?;
    let roles = (!roles.is_empty()).then(|| seal("roles", &roles)).transpose()?;
    Ok(vec![
        (&at.district).into(),
        at.id.into(),
        (&of.code).into(),
        of.building.id.into(),
        of.storey.into(),
        (&of.flat).into(),
        seal("name", &of.name)?.into(),
        phone.into(),
        roles.into(),
        seen.into(),
    ])
}
