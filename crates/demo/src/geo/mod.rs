//! The demo city's ground: 38 districts, 1,031 towns, 11,270 villages and communities and 62,000
//! grids, made on the spot from public packages, the same to the bit every time. Never committed:
//! the outlines are a map provider's. What is made here is schematic (示意) and says nothing about
//! any real border.
//!
//! [`sources`] reads, [`outline`] decodes, [`arrange`] makes the districts tile, [`seats`] places the
//! towns' seats, [`quota`] counts the grids, [`divide`] cuts (with [`mesh`] and [`chord`]), [`write`]
//! writes. [`prepare`] does it all and does nothing when the output is up to date.

pub mod arrange;
pub mod chord;
pub mod divide;
pub mod mesh;
pub mod outline;
pub mod plane;
pub mod quota;
pub mod seats;
pub mod sources;
pub mod water;
pub mod write;

#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
};

use divide::Ring;
use mesh::Mesh;
use plane::P;
use quota::chance;
use sources::{Division, Sources};
pub use write::{Prepared, prepare};

/// Grids of the city.
pub const GRIDS: usize = 62_000;

/// Why there is no geography.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A source is not there.
    #[error("{0} is missing: run `npm ci` in data/city/50/sources (or `make demo`, which does)")]
    Missing(PathBuf),
    /// A source cannot be read.
    #[error("{0}")]
    Source(String),
    /// The shapes do not come out right.
    #[error("geometry: {0}")]
    Shape(String),
    /// The output cannot be written.
    #[error("writing {0}: {1}")]
    Write(PathBuf, #[source] std::io::Error),
}

/// One unit of the city; a row of units.csv.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Code.
    pub code: String,
    /// 1 city … 5 grid; a department stands at the level of its district.
    pub level: u8,
    /// city, district, zone, town, village, grid, department, section.
    pub kind: &'static str,
    /// Who governs it.
    pub parent: String,
    /// Whom it belongs to in the statistical code; empty for zones and their departments.
    pub stat_parent: String,
    /// Name.
    pub name: String,
    /// Name in English, where there is one.
    pub name_en: String,
    /// Seat or label point.
    pub at: Option<P>,
    /// Households (grids; invented).
    pub households: Option<u32>,
    /// People (grids; invented).
    pub people: Option<u32>,
    /// Old line grids merged into this one (多网合一; invented), `scheme:name` joined by `;`.
    pub aliases: String,
}

/// The city made.
pub struct City {
    /// All units, parents before children.
    pub units: Vec<Unit>,
    /// Code and border of each grid, counter-clockwise, by code.
    pub grids: Vec<(String, Vec<P>)>,
    /// Code and border of each district, by code; for the map.
    pub districts: Vec<(String, Vec<P>)>,
}

/// Makes the city. Takes a few seconds.
pub fn generate(from: &Sources) -> Result<City, Error> {
    let outlines: HashMap<&str, &Vec<P>> = from.outlines.iter().map(|(code, o)| (&**code, o)).collect();
    let outlines: Vec<Vec<P>> = from
        .districts
        .iter()
        .map(|d| outlines.get(&*d.code).map(|o| (*o).clone()))
        .collect::<Option<_>>()
        .ok_or_else(|| Error::Source("a district has no outline".into()))?;
    let rims = arrange::districts(&outlines)?;
    let quotas = quotas(from)?;
    let mut mesh = Mesh::default();
    let rings: Vec<Ring> = rims.iter().map(|rim| rim.iter().map(|&p| mesh.corner(p)).collect()).collect();
    let mut cut = Cut { mesh, units: Vec::new(), grids: Vec::new(), quotas };
    let zones: HashMap<&str, &str> = from.zones.iter().map(|z| (&*z.town, &*z.zone)).collect();
    cut.units.push(city());
    zone_units(from, &mut cut.units);
    for ((district, ring), rim) in from.districts.iter().zip(rings).zip(&rims) {
        cut.district(from, district, ring, rim, &zones)?;
    }
    let mut grids: Vec<(String, Vec<P>)> = cut
        .grids
        .into_iter()
        .map(|(code, ring)| (code, cut.mesh.points(&cut.mesh.up_to_date(&ring))))
        .collect();
    grids.sort();
    let districts = from.districts.iter().map(|d| d.code.clone()).zip(rims).collect();
    Ok(City { units: cut.units, grids, districts })
}

/// Grids of each village, by its code.
fn quotas(from: &Sources) -> Result<HashMap<String, usize>, Error> {
    let street: HashMap<&str, bool> =
        from.towns.iter().map(|t| (&*t.code, t.name.ends_with("街道"))).collect();
    let weights: Vec<f64> = from
        .villages
        .iter()
        .map(|v| {
            let in_street = v.code.get(..9).and_then(|town| street.get(town)).copied().unwrap_or(false);
            let usual = if in_street {
                7.4
            } else if v.name.contains("社区") {
                5.8
            } else {
                4.8
            };
            usual * (0.62 + 0.76 * chance(&v.code, 1))
        })
        .collect();
    let shares = quota::share(&weights, GRIDS)
        .ok_or_else(|| Error::Source(format!("{} villages do not fit", from.villages.len())))?;
    Ok(from.villages.iter().map(|v| v.code.clone()).zip(shares).collect())
}

struct Cut {
    mesh: Mesh,
    units: Vec<Unit>,
    grids: Vec<(String, Ring)>,
    quotas: HashMap<String, usize>,
}

impl Cut {
    fn district(
        &mut self,
        from: &Sources,
        district: &Division,
        ring: Ring,
        rim: &[P],
        zones: &HashMap<&str, &str>,
    ) -> Result<(), Error> {
        let under = |list: &'_ [Division]| -> Vec<Division> {
            list.iter().filter(|d| d.code.starts_with(&district.code)).cloned().collect()
        };
        let (towns, villages) = (under(&from.towns), under(&from.villages));
        let named: Vec<(&str, &str)> = towns.iter().map(|t| (&*t.code, &*t.name)).collect();
        let seats = seats::place(rim, &named, &from.seats);
        let mut own = unit(2, "district", "50", district);
        own.at = Some(plane::label(rim));
        self.units.push(own);
        for department in &from.departments {
            let body = body(department, &district.code, &district.code, district.name.ends_with('县'));
            let sections: Vec<Unit> = from.sections.iter().filter_map(|s| section(s, &body)).collect();
            self.units.push(body);
            self.units.extend(sections);
        }
        let rings = divide::towns(&mut self.mesh, ring, &seats)?;
        for ((town, ring), seat) in towns.iter().zip(rings).zip(seats) {
            let mut own = unit(3, "town", &district.code, town);
            if let Some(zone) = zones.get(&*town.code) {
                own.parent = (*zone).to_owned();
            }
            own.at = Some(seat);
            self.units.push(own);
            let here: Vec<Division> =
                villages.iter().filter(|v| v.code.starts_with(&town.code)).cloned().collect();
            self.town(town, here, ring, seat)?;
        }
        Ok(())
    }

    fn town(
        &mut self,
        town: &Division,
        mut villages: Vec<Division>,
        ring: Ring,
        seat: P,
    ) -> Result<(), Error> {
        let community = |v: &Division| v.name.contains("社区");
        // Communities lie around the seat and are small; ties by code.
        villages.sort_by_key(|v| (!community(v), v.code.clone()));
        let small = if town.name.ends_with("街道") { 0.6 } else { 0.35 };
        let weights: Vec<f64> = villages
            .iter()
            .map(|v| (if community(v) { small } else { 1.0 }) * (0.75 + 0.5 * chance(&v.code, 2)))
            .collect();
        let rings = divide::villages(&mut self.mesh, ring, seat, &weights)?;
        let mut pieces: Vec<(Division, Ring)> = villages.into_iter().zip(rings).collect();
        pieces.sort_by(|a, b| a.0.cmp(&b.0));
        for (village, ring) in pieces {
            let mut own = unit(4, "village", &town.code, &village);
            own.name = short_name(&village.name);
            own.at = Some(plane::label(&self.mesh.points(&ring)));
            self.units.push(own);
            self.village(&village, ring, town.name.ends_with("街道"))?;
        }
        Ok(())
    }

    fn village(&mut self, village: &Division, ring: Ring, street: bool) -> Result<(), Error> {
        let count = self.quotas.get(&village.code).copied().unwrap_or(quota::BOUNDS.0);
        let rings = divide::grids(&mut self.mesh, ring, count)?;
        for (i, ring) in rings.into_iter().enumerate() {
            let code = format!("{}{:03}", village.code, i + 1);
            self.units.push(Unit {
                at: Some(plane::label(&self.mesh.points(&ring))),
                ..grid(&code, i + 1, &village.code, street)
            });
            self.grids.push((code, ring));
        }
        Ok(())
    }
}

fn unit(level: u8, kind: &'static str, parent: &str, division: &Division) -> Unit {
    Unit {
        code: division.code.clone(),
        level,
        kind,
        parent: parent.to_owned(),
        stat_parent: parent.to_owned(),
        name: division.name.clone(),
        name_en: String::new(),
        at: None,
        households: None,
        people: None,
        aliases: String::new(),
    }
}

fn city() -> Unit {
    let division = Division { code: "50".into(), name: "重庆市".into() };
    let at = Some(P { x: 106_551_000, y: 29_563_000 });
    Unit { name_en: "Chongqing".into(), at, ..unit(1, "city", "", &division) }
}

/// The development zones with their departments. A zone has no statistical code: what it governs is
/// an overlay of towns, so it has no statistical parent either.
fn zone_units(from: &Sources, units: &mut Vec<Unit>) {
    let zones: BTreeMap<&str, (&str, &str)> =
        from.zones.iter().map(|z| (&*z.zone, (&*z.zone_zh, &*z.zone_en))).collect();
    for (code, (name, name_en)) in zones {
        let division = Division { code: code.into(), name: name.into() };
        let own = unit(2, "zone", "50", &division);
        units.push(Unit { stat_parent: String::new(), name_en: name_en.into(), ..own });
        units.extend(from.departments.iter().map(|d| body(d, code, "", false)));
    }
}

/// A department of a district or zone. In a county (县) the names say so.
fn body(department: &sources::Department, district: &str, stat: &str, county: bool) -> Unit {
    let name = match department.name_zh.strip_prefix('区') {
        Some(rest) if county => format!("县{rest}"),
        _ => department.name_zh.clone(),
    };
    let division = Division { code: format!("{district}-{}", department.code), name };
    let own = unit(2, "department", district, &division);
    Unit { stat_parent: stat.to_owned(), name_en: department.name_en.clone(), ..own }
}

/// A section of a department, if it is this one's.
fn section(section: &sources::Section, of: &Unit) -> Option<Unit> {
    let division = Division { code: format!("{}-{}", of.code, section.code), name: section.name_zh.clone() };
    let own = unit(2, "section", &of.code, &division);
    (section.department == of.code).then(|| Unit { name_en: section.name_en.clone(), ..own })
}

/// A grid with an invented span and, in streets, the urban-management grid it has absorbed.
fn grid(code: &str, number: usize, village: &str, street: bool) -> Unit {
    let division = Division { code: code.to_owned(), name: format!("第{number}网格") };
    let (least, spread) = if street { (240.0, 200.0) } else { (90.0, 90.0) };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand")]
    let whole = |n: f64| n.round() as u32;
    let households = least + spread * chance(code, 3);
    let aliases = if street { format!("cg:CG{}", &code[4..]) } else { String::new() };
    Unit {
        households: Some(whole(households)),
        people: Some(whole(households * (2.2 + 0.6 * chance(code, 4)))),
        aliases,
        ..unit(5, "grid", village, &division)
    }
}

/// The everyday name of a village or community, without its committee.
fn short_name(listed: &str) -> String {
    for committee in ["居民委员会", "村民委员会", "居委会", "村委会"] {
        if let Some(place) = listed.strip_suffix(committee) {
            // 双龙村民委员会 is the committee of 双龙村.
            let village = committee.starts_with('村') && !place.ends_with('村');
            return if village { format!("{place}村") } else { place.to_owned() };
        }
    }
    listed.to_owned()
}
