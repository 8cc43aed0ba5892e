//! Tiles of the whole city: how long one takes that nobody has asked for before, and what merely writing the same
//! shapes down takes, neither simplified nor cut nor packed.

use std::{collections::HashMap, path::Path, time::Instant as Moment};

use wangge_base::{Coord, UnitCode};
use wangge_realm::{
    grid::Grids,
    tile::{
        Ground, Water, Waters,
        flow::{
            Address, World, earth,
            mvt::{Layer, Value},
            outline::{self, NOBODY, Net, Outline},
            world_of,
        },
        http::pack,
        last_zoom,
    },
    unit::{Unit, UnitKind, Units},
};
use wangge_server::trouble::{Doing, Outcome};

use crate::{bulk::Random, city};

/// Tiles of each zoom.
const TILES: usize = 60;
/// The zooms that people look at.
const ZOOMS: std::ops::RangeInclusive<u8> = 7..=17;

/// What was measured, milliseconds.
#[derive(Clone, Debug)]
pub struct Tiles {
    /// Working the ground out, once per version of the geography.
    pub ground: f64,
    /// What the ground holds, MiB.
    pub memory: f64,
    /// Per zoom: zoom, median, p99 and worst of the system; median and p99 of the raw writing; KiB packed, median.
    pub zooms: Vec<(u8, [f64; 3], [f64; 2], f64)>,
    /// p99 over all tiles.
    pub p99: f64,
    /// p99 of the raw writing over all tiles.
    pub raw_p99: f64,
}

/// Measures on the city of a prepared database.
pub async fn measure(dir: &Path, url: &str) -> Outcome<Tiles> {
    let house = city::open(dir, url).await?;
    let (units, grids) = (house.work.realm.units(), house.work.realm.grids());
    // The ground as it is served: with its rivers.
    let waters = house.work.realm.tiles().waters();
    drop(house);
    let begun = Moment::now();
    let ground = Ground::new(units.clone(), grids.clone(), &waters);
    let took = begun.elapsed();
    let raw = Raw::new(&units, &grids, &waters);
    let codes: Vec<&str> = grids.codes().collect();
    let (mut random, mut all, mut all_raw, mut zooms) = (Random::new(9), Vec::new(), Vec::new(), Vec::new());
    for zoom in ZOOMS {
        let (mut own, mut beside, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..TILES {
            let code = codes[random.below(codes.len())];
            let Some(at) = units.get(code).and_then(Unit::at) else { continue };
            let tile = Address::of(zoom, at);
            let begun = Moment::now();
            let packed = pack(&ground.tile(tile)).doing("packing a tile")?;
            own.push(begun.elapsed().as_secs_f64() * 1e3);
            sizes.push(packed.len() as f64 / 1024.0);
            let begun = Moment::now();
            std::hint::black_box(raw.tile(&grids, tile));
            beside.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        all.extend_from_slice(&own);
        all_raw.extend_from_slice(&beside);
        let of = |values: &mut Vec<f64>, part| quantile(values, part);
        zooms.push((
            zoom,
            [of(&mut own, 0.5), of(&mut own, 0.99), of(&mut own, 1.0)],
            [of(&mut beside, 0.5), of(&mut beside, 0.99)],
            of(&mut sizes, 0.5),
        ));
    }
    Ok(Tiles {
        ground: took.as_secs_f64() * 1e3,
        memory: ground.bytes() as f64 / 1048576.0,
        zooms,
        p99: quantile(&mut all, 0.99),
        raw_p99: quantile(&mut all_raw, 0.99),
    })
}

fn quantile(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len() as f64 * part).ceil() as usize;
    values.get(at.saturating_sub(1).min(values.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

/// The same shapes, every corner of them.
struct Raw {
    levels: Vec<(u8, &'static str, Vec<Outline>)>,
    /// Bodies of water with the last zoom they are drawn at.
    waters: Vec<(Outline, u8)>,
}

impl Raw {
    fn new(units: &Units, grids: &Grids, waters: &Waters) -> Self {
        let mut net = Net::default();
        let mut ids: HashMap<UnitCode, u32> = HashMap::new();
        let mut owners: [Vec<u32>; 3] = Default::default();
        for (i, code) in grids.codes().enumerate() {
            net.add(u32::try_from(i).unwrap_or(NOBODY), rings(grids, code).into_iter());
            let mut own = [NOBODY; 3];
            for unit in units.get(code).into_iter().flat_map(Unit::upward) {
                let level = match unit.kind() {
                    UnitKind::District | UnitKind::Zone => 0,
                    UnitKind::Town => 1,
                    UnitKind::Village => 2,
                    _ => continue,
                };
                let next = u32::try_from(ids.len()).unwrap_or(NOBODY);
                own[level] = *ids.entry(unit.code()).or_insert(next);
            }
            for (level, unit) in owners.iter_mut().zip(own) {
                level.push(unit);
            }
        }
        net.settle();
        let [district, town, village] = owners.map(|own| net.outlines(&own));
        let water = |water: &Water| {
            let rings: Vec<Vec<World>> =
                water.rings.iter().map(|ring| ring.iter().map(|c| world_of(*c)).collect()).collect();
            let outline = outline::alone(0, &rings)?;
            let last = last_zoom(water.accuracy, earth(outline.low));
            Some((outline, last))
        };
        let waters = waters.all.iter().filter_map(water).collect();
        Self { waters, levels: vec![(0, "district", district), (9, "town", town), (12, "village", village)] }
    }

    fn tile(&self, grids: &Grids, at: Address) -> Vec<u8> {
        let mut tile = Vec::new();
        let write = |layer: &mut Layer, name: &str, rings: &[Vec<World>]| {
            let local: Vec<_> =
                rings.iter().map(|ring| ring.iter().map(|place| at.local(*place)).collect()).collect();
            layer.polygon(None, vec![("code", Value::from(name))], &local);
        };
        for (_, name, outlines) in self.levels.iter().filter(|level| at.z >= level.0) {
            let mut layer = Layer::new(name);
            for outline in outlines.iter().filter(|outline| outline.meets(at.window())) {
                let whole: Vec<Vec<World>> =
                    outline.rings.iter().map(|ring| ring.iter().map(|knot| knot.at).collect()).collect();
                write(&mut layer, "500107003003", &whole);
            }
            layer.write(&mut tile);
        }
        if at.z >= 8 {
            let mut layer = Layer::new("water");
            let here = |one: &&(Outline, u8)| at.z <= one.1 && one.0.meets(at.window());
            for (outline, _) in self.waters.iter().filter(here) {
                let whole: Vec<Vec<World>> =
                    outline.rings.iter().map(|ring| ring.iter().map(|knot| knot.at).collect()).collect();
                write(&mut layer, "water", &whole);
            }
            layer.write(&mut tile);
        }
        if at.z >= 13 {
            let (mut layer, (low, high)) = (Layer::new("grid"), at.degrees(true));
            let (low, high): (Coord, Coord) = (low, high);
            for code in grids.in_box(low, high, usize::MAX) {
                write(&mut layer, code.as_str(), &rings(grids, code.as_str()));
            }
            layer.write(&mut tile);
        }
        tile
    }
}

fn rings(grids: &Grids, code: &str) -> Vec<Vec<World>> {
    let rings = code.parse().ok().and_then(|code: UnitCode| grids.rings(&code)).unwrap_or_default();
    rings.into_iter().map(|ring| ring.into_iter().map(world_of).collect()).collect()
}
