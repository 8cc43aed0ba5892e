//! Tables and statements of buildings and points.

use wangge_base::{Coord, District};
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Building, NewBuilding, NewPoint, Point, PointKind, Site};

/// The tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "premises",
    sql: "
-- table: building  class: business  retention: permanent  personal: none
CREATE TABLE building (
  district text NOT NULL, id text NOT NULL, code text NOT NULL, grid text NOT NULL, village text NOT NULL,
  name text NOT NULL, address text NOT NULL, lon double precision NOT NULL, lat double precision NOT NULL,
  storeys bigint NOT NULL, entrances bigint NOT NULL, units_per_storey bigint NOT NULL, lifts bigint NOT NULL,
  charging_places bigint NOT NULL, vacancies bigint NOT NULL, people bigint, hazards text NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX building_code ON building (district, code);
CREATE INDEX building_grid ON building (district, grid, code);
CREATE INDEX building_village ON building (district, village, code);
CREATE INDEX building_place ON building (district, lat, lon);
-- table: point  class: business  retention: permanent  personal: none
CREATE TABLE point (
  district text NOT NULL, code text NOT NULL, kind text NOT NULL, grid text NOT NULL, village text NOT NULL,
  name text NOT NULL, lon double precision NOT NULL, lat double precision NOT NULL, building text,
  PRIMARY KEY (district, code)
);
CREATE INDEX point_place ON point (district, lat, lon);
",
}];

macro_rules! building {
    ($rest:literal) => {
        concat!(
            "SELECT id, grid, village, code, name, address, lon, lat, storeys, entrances, units_per_storey, lifts, \
             charging_places, vacancies, people, hazards FROM building WHERE district = $1 AND ",
            $rest
        )
    };
}
macro_rules! point {
    ($rest:literal) => {
        concat!(
            "SELECT grid, village, code, kind, name, lon, lat, building FROM point WHERE district = $1 AND ",
            $rest
        )
    };
}

pub(super) const PUT_BUILDING: Stmt = Stmt::new(
    "building.put",
    "INSERT INTO building (district, id, grid, village, code, name, address, lon, lat, storeys, entrances, \
     units_per_storey, lifts, charging_places, vacancies, people, hazards) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) \
     ON CONFLICT (district, code) DO UPDATE SET grid = excluded.grid, village = excluded.village, \
     name = excluded.name, address = excluded.address, lon = excluded.lon, lat = excluded.lat, \
     storeys = excluded.storeys, entrances = excluded.entrances, units_per_storey = excluded.units_per_storey, \
     lifts = excluded.lifts, charging_places = excluded.charging_places, vacancies = excluded.vacancies, \
     people = excluded.people, hazards = excluded.hazards",
);
pub(super) const BUILDING: Stmt = Stmt::new("building.get", building!("id = $2"));
pub(super) const BY_GRID: Stmt = Stmt::new(
    "building.by_grid",
    building!("grid = $2 AND name LIKE $3 AND code > $4 ORDER BY code LIMIT $5"),
);
pub(super) const BY_VILLAGE: Stmt = Stmt::new(
    "building.by_village",
    building!("village = $2 AND name LIKE $3 AND code > $4 ORDER BY code LIMIT $5"),
);
pub(super) const BY_NAME: Stmt =
    Stmt::new("building.by_name", building!("name LIKE $2 AND code > $3 ORDER BY code LIMIT $4"));
pub(super) const IN_BOX: Stmt = Stmt::new(
    "building.in_box",
    building!(
        "lat >= $2 AND lat <= $3 AND lon >= $4 AND lon <= $5 AND name LIKE $6 ORDER BY lat, lon LIMIT $7"
    ),
);
pub(super) const PUT_POINT: Stmt = Stmt::new(
    "point.put",
    "INSERT INTO point (district, grid, village, code, kind, name, lon, lat, building) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
     ON CONFLICT (district, code) DO UPDATE SET grid = excluded.grid, village = excluded.village, \
     kind = excluded.kind, name = excluded.name, lon = excluded.lon, lat = excluded.lat, \
     building = excluded.building",
);
pub(super) const POINTS: Stmt = Stmt::new(
    "point.in_box",
    point!("lat >= $2 AND lat <= $3 AND lon >= $4 AND lon <= $5 ORDER BY lat, lon LIMIT $6"),
);
pub(super) const POINTS_OF: Stmt = Stmt::new(
    "point.of_kind",
    point!("lat >= $2 AND lat <= $3 AND lon >= $4 AND lon <= $5 AND kind = $6 ORDER BY lat, lon LIMIT $7"),
);

pub(super) const IS_POINT: Stmt =
    Stmt::new("point.is", "SELECT 1 FROM point WHERE district = $1 AND code = $2");
pub(super) const BY_CODE: Stmt = Stmt::new("building.by_code", building!("code = $2"));

/// Every statement, for the test that prepares them on both engines.
pub const STATEMENTS: &[&Stmt] = &[
    &PUT_BUILDING,
    &BUILDING,
    &BY_GRID,
    &BY_VILLAGE,
    &BY_NAME,
    &IN_BOX,
    &PUT_POINT,
    &POINTS,
    &POINTS_OF,
    &IS_POINT,
    &BY_CODE,
];

/// A row of the statements that read buildings of `district`.
pub(super) fn building(district: &District, row: &Row<'_>) -> Result<Building> {
    let hazards = serde_json::from_str(row.str(15)?).map_err(|why| Error::Inconsistency {
        table: "building",
        column: "hazards",
        row: why.to_string(),
    })?;
    Ok(Building {
        id: row.parse(0)?,
        site: Site { district: district.clone(), grid: row.parse(1)?, village: row.parse(2)? },
        of: NewBuilding {
            code: row.text(3)?,
            name: row.text(4)?,
            address: row.text(5)?,
            at: Coord { lon: row.real(6)?, lat: row.real(7)? },
            storeys: row.int(8)?,
            entrances: row.int(9)?,
            units_per_storey: row.int(10)?,
            lifts: row.int(11)?,
            charging_places: row.int(12)?,
            vacancies: row.int(13)?,
            people: row.opt_int(14)?,
            hazards,
        },
    })
}

/// A row of the statements that read points of `district`.
pub(super) fn point(district: &District, row: &Row<'_>) -> Result<Point> {
    let word = row.text(3)?;
    let kind = PointKind::from_word(&word).ok_or(Error::Inconsistency {
        table: "point",
        column: "kind",
        row: word,
    })?;
    Ok(Point {
        site: Site { district: district.clone(), grid: row.parse(0)?, village: row.parse(1)? },
        of: NewPoint {
            code: row.text(2)?,
            kind,
            name: row.text(4)?,
            at: Coord { lon: row.real(5)?, lat: row.real(6)? },
            building: row.opt_text(7)?,
        },
    })
}

/// The parameters of [`PUT_BUILDING`].
pub(super) fn put_building(one: &Building) -> Vec<Value> {
    let of = &one.of;
    vec![
        (&one.site.district).into(),
        one.id.into(),
        (&one.site.grid).into(),
        (&one.site.village).into(),
        (&of.code).into(),
        (&of.name).into(),
        (&of.address).into(),
        of.at.lon.into(),
        of.at.lat.into(),
        of.storeys.into(),
        of.entrances.into(),
        of.units_per_storey.into(),
        of.lifts.into(),
        of.charging_places.into(),
        of.vacancies.into(),
        of.people.into(),
        serde_json::Value::from(of.hazards.clone()).to_string().into(),
    ]
}

/// The parameters of [`PUT_POINT`].
pub(super) fn put_point(one: &Point) -> Vec<Value> {
    vec![
        (&one.site.district).into(),
        (&one.site.grid).into(),
        (&one.site.village).into(),
        (&one.of.code).into(),
        one.of.kind.word().into(),
        (&one.of.name).into(),
        one.of.at.lon.into(),
        one.of.at.lat.into(),
        one.of.building.as_deref().into(),
    ]
}
