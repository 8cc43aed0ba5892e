//! Tables and statements of photos of places.

use wangge_base::{Coord, District, Ref};
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Audience, Photo, Place};

/// The tables. `file` is erased with the photo; the row stays a year to tell that there was one.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "photo",
    sql: "
-- table: place_photo  class: business  retention: 5y  personal: none
CREATE TABLE place_photo (
  district text NOT NULL, id text NOT NULL, area text NOT NULL, town text NOT NULL, village text NOT NULL,
  grid text NOT NULL, lon double precision NOT NULL, lat double precision NOT NULL, building text, point text,
  file text NOT NULL, taken text NOT NULL, audience text NOT NULL, by_account text NOT NULL, by_called text NOT NULL,
  created bigint NOT NULL, gone bigint, gone_by text,
  PRIMARY KEY (district, id)
);
CREATE INDEX place_photo_building ON place_photo (district, building, taken);
CREATE INDEX place_photo_place ON place_photo (district, lat, lon);
CREATE INDEX place_photo_created ON place_photo (district, created);
",
}];

macro_rules! photo {
    ($rest:literal) => {
        concat!(
            "SELECT id, area, town, village, grid, lon, lat, building, point, file, taken, audience, by_account, \
             by_called, created FROM place_photo WHERE district = $1 AND ",
            $rest
        )
    };
}

pub(super) const ADD: Stmt = Stmt::new(
    "photo.add",
    "INSERT INTO place_photo (district, id, area, town, village, grid, lon, lat, building, point, file, taken, \
     audience, by_account, by_called, created) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
);
pub(super) const GET: Stmt = Stmt::new("photo.get", photo!("id = $2 AND gone IS NULL"));
pub(super) const OF_BUILDING: Stmt = Stmt::new(
    "photo.of_building",
    photo!("building = $2 AND gone IS NULL ORDER BY taken DESC, id DESC LIMIT $3"),
);
pub(super) const IN_BOX: Stmt = Stmt::new(
    "photo.in_box",
    photo!(
        "lat >= $2 AND lat <= $3 AND lon >= $4 AND lon <= $5 AND gone IS NULL ORDER BY taken DESC, id DESC LIMIT $6"
    ),
);
pub(super) const WITHDRAW: Stmt = Stmt::new(
    "photo.withdraw",
    "UPDATE place_photo SET gone = $3, gone_by = $4 WHERE district = $1 AND id = $2 AND gone IS NULL",
);
/// Photos that were uploaded, or taken back, too long ago.
pub(super) const OLD: Stmt = Stmt::new(
    "photo.old",
    "SELECT id, file FROM place_photo WHERE district = $1 AND (created < $2 OR gone < $3) ORDER BY created LIMIT $4",
);
pub(super) const DROP: Stmt =
    Stmt::new("photo.drop", "DELETE FROM place_photo WHERE district = $1 AND id = $2");

/// Every statement, for the test that prepares them on both engines.
pub const STATEMENTS: &[&Stmt] = &[&ADD, &GET, &OF_BUILDING, &IN_BOX, &WITHDRAW, &OLD, &DROP];

/// A row of the statements that read photos of `district`.
pub(super) fn photo(district: &District, row: &Row<'_>) -> Result<Photo> {
    let audience = row.text(11)?;
    let building = row.opt_text(7)?.map(|id| id.parse()).transpose()?;
    Ok(Photo {
        at: Ref::new(district.clone(), row.parse(0)?),
        place: Place {
            area: row.parse(1)?,
            town: row.parse(2)?,
            village: row.parse(3)?,
            grid: row.parse(4)?,
        },
        point: Coord { lon: row.real(5)?, lat: row.real(6)? },
        building: building.map(|id| Ref::new(district.clone(), id)),
        of_point: row.opt_text(8)?,
        file: Ref::new(district.clone(), row.parse(9)?),
        taken: row.text(10)?,
        audience: Audience::from_word(&audience).ok_or(Error::Inconsistency {
            table: "place_photo",
            column: "audience",
            row: audience,
        })?,
        by: row.text(12)?,
        called: row.text(13)?,
        created: row.at(14)?,
    })
}

/// The parameters of [`ADD`].
pub(super) fn add(it: &Photo) -> Vec<Value> {
    vec![
        (&it.at.district).into(),
        it.at.id.into(),
        (&it.place.area).into(),
        (&it.place.town).into(),
        (&it.place.village).into(),
        (&it.place.grid).into(),
        it.point.lon.into(),
        it.point.lat.into(),
        it.building.as_ref().map(|at| at.id.to_string()).into(),
        it.of_point.as_deref().into(),
        it.file.id.to_string().into(),
        it.taken.as_str().into(),
        it.audience.word().into(),
        it.by.as_str().into(),
        it.called.as_str().into(),
        it.created.into(),
    ]
}
