//! WHERE, to look at: vector tiles of the units, the grids and the water, made on this node from the snapshots
//! it holds; nothing outside is asked. What a tile may hold is public geography: no case, no count, no person.
//!
//! [`Ground`] is everything that can be drawn, worked out once per version of the geography; [`Tiles`] keeps it
//! and the tiles made last. The tag of a ground stands in the addresses of its tiles, so that they can be kept
//! for long and never be old.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
pub mod verbs;

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use wangge_base::{Coord, UnitCode};

use crate::{
    grid::{Corner, Grids},
    unit::{Unit, UnitKind, Units},
};
use flow::{
    Address, DEEPEST,
    mvt::{Layer, Value},
    outline::{self, NOBODY, Net, Outline},
    world_of,
};

/// First zoom of each layer.
const TOWNS: u8 = 9;
const VILLAGES: u8 = 12;
const GRIDS: u8 = 13;
const WATER: u8 = 8;
/// Zooms that name the units of a level: from, before.
const DISTRICT_NAMES: (u8, u8) = (0, 11);
const TOWN_NAMES: (u8, u8) = (10, 15);
const VILLAGE_NAMES: (u8, u8) = (13, 23);
const GRID_NAMES: (u8, u8) = (15, 23);
/// Grids drawn on one tile at most; a tile of zoom 13 in the densest quarter holds a third of this.
const MOST: usize = 4_000;

/// A river or lake as it is imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Water {
    /// Name, may be empty.
    pub name: String,
    /// Border, then islands.
    pub rings: Vec<Vec<Corner>>,
    /// How far its border may lie from the real one, metres, as its source says; 0: drawn at every zoom.
    pub accuracy: u32,
}

/// How far off a border may be drawn, pixels: what is wrong by more is left out rather than shown.
const ASTRAY: f64 = 8.0;

/// The last zoom at which a border that may be `metres` off still looks right. A river generalised to 250 m is a
/// row of triangles on the map of a town.
pub fn last_zoom(metres: u32, at: Coord) -> u8 {
    if metres == 0 {
        return DEEPEST;
    }
    // Metres of the equator on a pixel of a tile of 512 at zoom 0; shorter towards the poles.
    let pixel = 40_075_016.7 / 512.0 * at.lat.to_radians().cos();
    let zoom = (pixel * ASTRAY / f64::from(metres)).log2().floor().clamp(0.0, f64::from(DEEPEST));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 22")]
    let zoom = zoom as u8;
    zoom
}

/// A body of water, ready for every zoom it is drawn at.
struct Drawn {
    outline: Outline,
    name: String,
    last: u8,
}

/// What the water in force is.
#[derive(Clone, Debug, Default)]
pub struct Waters {
    /// Counts the imports; 0: none.
    pub version: i64,
    /// The shapes.
    pub all: Vec<Water>,
}

/// Everything drawn, of one version of the geography.
pub struct Ground {
    tag: String,
    units: Arc<Units>,
    grids: Arc<Grids>,
    /// Units by level, each with its outline; [`Outline::unit`] is the place in `codes`.
    districts: Vec<Outline>,
    towns: Vec<Outline>,
    villages: Vec<Outline>,
    codes: Vec<UnitCode>,
    waters: Vec<Drawn>,
}

impl std::fmt::Debug for Ground {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ground({}, {} bytes)", self.tag, self.bytes())
    }
}

/// The tag of a ground: edition, version and water, joined by points.
pub fn tag(units: &Units, waters: i64) -> String {
    format!("{}.{}.{}", units.edition(), units.version(), waters)
}

impl Ground {
    /// Works out the outlines. Takes about a second for 62,000 grids: never on a thread that answers.
    pub fn new(units: Arc<Units>, grids: Arc<Grids>, waters: &Waters) -> Self {
        let mut net = Net::default();
        let mut codes: Vec<UnitCode> = Vec::new();
        let mut places: HashMap<&str, u32> = HashMap::new();
        let mut levels: [Vec<u32>; 3] = Default::default();
        for (i, code) in grids.codes().enumerate() {
            net.add(u32::try_from(i).unwrap_or(NOBODY), rings(&grids, code));
            let mut own = [NOBODY; 3];
            for unit in units.get(code).into_iter().flat_map(Unit::upward) {
                let level = match unit.kind() {
                    UnitKind::District | UnitKind::Zone => 0,
                    UnitKind::Town => 1,
                    UnitKind::Village => 2,
                    _ => continue,
                };
                own[level] = *places.entry(unit.code_str()).or_insert_with(|| {
                    codes.push(unit.code());
                    u32::try_from(codes.len() - 1).unwrap_or(NOBODY)
                });
            }
            for (level, unit) in levels.iter_mut().zip(own) {
                level.push(unit);
            }
        }
        net.settle();
        let [districts, towns, villages] = levels.map(|level| net.outlines(&level));
        let water = |(i, water): (usize, &Water)| {
            let rings: Vec<_> =
                water.rings.iter().map(|ring| ring.iter().map(|c| world_of(*c)).collect()).collect();
            let outline = outline::alone(u32::try_from(i).unwrap_or(NOBODY), &rings)?;
            let last = last_zoom(water.accuracy, flow::earth(outline.low));
            Some(Drawn { outline, name: water.name.clone(), last })
        };
        let tag = tag(&units, waters.version);
        let waters = waters.all.iter().enumerate().filter_map(water).collect();
        drop(places);
        Self { tag, units, grids, districts, towns, villages, codes, waters }
    }

    /// Which version this is.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Bytes held beside the snapshots, about.
    pub fn bytes(&self) -> usize {
        let of =
            |outline: &Outline| 64 + outline.rings.iter().map(|ring| 16 + 12 * ring.len()).sum::<usize>();
        let units = self.districts.iter().chain(&self.towns).chain(&self.villages);
        units.map(of).sum::<usize>()
            + self.waters.iter().map(|one| of(&one.outline)).sum::<usize>()
            + 40 * self.codes.len()
    }

    /// A tile, not yet packed; empty when there is nothing to draw.
    pub fn tile(&self, at: Address) -> Vec<u8> {
        let mut tile = Vec::new();
        if at.z >= WATER {
            self.water(at, &mut tile);
        }
        let mut labels = Layer::new("label");
        self.level("district", &self.districts, at, Some(DISTRICT_NAMES), &mut labels, &mut tile);
        if at.z >= TOWNS {
            self.level("town", &self.towns, at, Some(TOWN_NAMES), &mut labels, &mut tile);
        }
        if at.z >= VILLAGES {
            self.level("village", &self.villages, at, Some(VILLAGE_NAMES), &mut labels, &mut tile);
        }
        if at.z >= GRIDS {
            self.grids(at, &mut labels, &mut tile);
        }
        labels.write(&mut tile);
        tile
    }

    fn water(&self, at: Address, tile: &mut Vec<u8>) {
        let (mut layer, window) = (Layer::new("water"), at.window());
        let here = |one: &&Drawn| at.z <= one.last && one.outline.meets(window);
        for Drawn { outline, name, .. } in self.waters.iter().filter(here) {
            let tags = if name.is_empty() { Vec::new() } else { vec![("name", Value::from(name.as_str()))] };
            layer.polygon(None, tags, &outline.on(at));
        }
        layer.write(tile);
    }

    fn level(
        &self,
        name: &'static str,
        outlines: &[Outline],
        at: Address,
        names: Option<(u8, u8)>,
        labels: &mut Layer,
        tile: &mut Vec<u8>,
    ) {
        let (mut layer, window) = (Layer::new(name), at.window());
        for outline in outlines.iter().filter(|outline| outline.meets(window)) {
            let Some(unit) = self.codes.get(outline.unit as usize).and_then(|c| self.units.get(c.as_str()))
            else {
                continue;
            };
            let rings = outline.on(at);
            if !rings.is_empty() {
                layer.polygon(id(unit), tags(unit), &rings);
            }
            if names.is_some_and(|(from, before)| (from..before).contains(&at.z)) {
                label(unit, at, labels);
            }
        }
        layer.write(tile);
    }

    fn grids(&self, at: Address, labels: &mut Layer, tile: &mut Vec<u8>) {
        let mut layer = Layer::new("grid");
        let (low, high) = at.degrees(true);
        for code in self.grids.in_box(low, high, MOST) {
            let Some(unit) = self.units.get(code.as_str()) else { continue };
            let mut drawn = Vec::new();
            for (i, ring) in rings(&self.grids, code.as_str()).enumerate() {
                let mut ring = flow::clip(ring.into_iter().map(|place| at.local(place)).collect());
                if (flow::twice_area(&ring) > 0) != (i == 0) {
                    ring.reverse();
                }
                if ring.len() >= 3 && flow::twice_area(&ring) != 0 {
                    drawn.push(ring);
                } else if i == 0 {
                    break;
                }
            }
            if !drawn.is_empty() {
                layer.polygon(id(unit), tags(unit), &drawn);
            }
            if (GRID_NAMES.0..GRID_NAMES.1).contains(&at.z) {
                label(unit, at, labels);
            }
        }
        layer.write(tile);
    }
}

/// The rings of a grid on the world.
fn rings(grids: &Grids, code: &str) -> impl Iterator<Item = Vec<flow::World>> {
    let rings = code.parse().ok().and_then(|code: UnitCode| grids.rings(&code)).unwrap_or_default();
    rings.into_iter().map(|ring| ring.into_iter().map(world_of).collect())
}

/// Statistical codes are numbers below 2^53, which maps take as the id of a feature.
fn id(unit: Unit<'_>) -> Option<u64> {
    unit.code_str().parse().ok()
}

fn tags(unit: Unit<'_>) -> Vec<(&'static str, Value)> {
    let mut tags = vec![
        ("code", Value::from(unit.code_str())),
        ("name", Value::from(unit.name())),
        ("level", Value::from(i64::from(unit.level() as u8))),
    ];
    if let Some(up) = unit.parent() {
        tags.push(("parent", Value::from(up.code_str())));
    }
    tags
}

/// The name of a unit at its label point, on the one tile that the point lies in.
fn label(unit: Unit<'_>, at: Address, labels: &mut Layer) {
    if let Some(point) = unit.at().filter(|point| Address::of(at.z, *point) == at) {
        labels.point(id(unit), tags(unit), at.local(flow::world(point)));
    }
}

/// Packed tiles kept, bytes in all.
const KEEP: usize = 16 << 20;

/// The ground in force on this node and the tiles made last.
#[derive(Default)]
pub struct Tiles {
    ground: Mutex<Option<Arc<Ground>>>,
    /// Held while somebody works a ground out, so that it is done once.
    turn: tokio::sync::Mutex<()>,
    waters: Mutex<Arc<Waters>>,
    made: Mutex<Made>,
}

/// Tiles in two generations: when the young fill half of what may be kept, the old are forgotten.
#[derive(Default)]
struct Made {
    tag: String,
    bytes: usize,
    young: HashMap<Address, Arc<[u8]>>,
    old: HashMap<Address, Arc<[u8]>>,
}

impl Made {
    fn get(&mut self, tag: &str, at: Address) -> Option<Arc<[u8]>> {
        if self.tag != tag {
            return None;
        }
        if let Some(tile) = self.young.get(&at) {
            return Some(tile.clone());
        }
        let tile = self.old.remove(&at)?;
        self.put(tag, at, tile.clone());
        Some(tile)
    }
    fn put(&mut self, tag: &str, at: Address, tile: Arc<[u8]>) {
        if self.tag != tag {
            *self = Self { tag: tag.to_owned(), ..Self::default() };
        }
        self.bytes += tile.len() + 64;
        self.young.insert(at, tile);
        if self.bytes > KEEP / 2 {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
    }
}

impl Tiles {
    /// The water in force on this node.
    pub fn waters(&self) -> Arc<Waters> {
        self.waters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
    /// Puts newer water in force on this node.
    pub fn set_waters(&self, waters: Waters) {
        *self.waters.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(waters);
    }
    fn ground(&self) -> Option<Arc<Ground>> {
        self.ground.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
    fn set_ground(&self, ground: Arc<Ground>) {
        *self.ground.lock().unwrap_or_else(PoisonError::into_inner) = Some(ground);
    }
    fn kept(&self, tag: &str, at: Address) -> Option<Arc<[u8]>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).get(tag, at)
    }
    fn keep(&self, tag: &str, at: Address, tile: Arc<[u8]>) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).put(tag, at, tile);
    }
}

/// The box around all grids, and the middle of the city: what a map shows first.
pub fn frame(units: &Units, grids: &Grids) -> Option<(Coord, Coord, Coord)> {
    let (low, high) = grids.frame()?;
    let middle = Coord { lon: f64::midpoint(low.lon, high.lon), lat: f64::midpoint(low.lat, high.lat) };
    let seat = units.get(units.root().as_str()).and_then(Unit::at);
    Some((low, high, seat.unwrap_or(middle)))
}
