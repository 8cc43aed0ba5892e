//! The 38 district outlines out of the package echarts 4.9.0.
//!
//! Their encoding: per ring a start and a string of characters; each pair of characters is a step
//! east and north, 64 added, zig-zag; steps add up, in units of 1/1024 degree. The result is GCJ-02,
//! rounded up by half a unit. The outlines are schematic (示意) and no authority on any border.

use serde::Deserialize;
use wangge_base::{Coord, Datum};

use super::{
    Error,
    plane::{P, area2},
};

/// Codes that have changed since the outlines were drawn: county → district.
const RENAMED: [(&str, &str); 2] = [("500228", "500155"), ("500232", "500156")];
/// Units of the encoding in a degree.
const UNITS: f64 = 1024.0;

#[derive(Deserialize)]
struct Map {
    features: Vec<Feature>,
}
#[derive(Deserialize)]
struct Feature {
    id: String,
    geometry: Geometry,
}
#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        coordinates: Vec<String>,
        #[serde(rename = "encodeOffsets")]
        starts: Vec<(i32, i32)>,
    },
    MultiPolygon {
        coordinates: Vec<Vec<String>>,
        #[serde(rename = "encodeOffsets")]
        starts: Vec<Vec<(i32, i32)>>,
    },
}

/// The largest ring of each district, counter-clockwise, by code. What is left out are crumbs and
/// exclaves of less than 6 km² each.
pub fn read(json: &str) -> Result<Vec<(String, Vec<P>)>, Error> {
    let map: Map = serde_json::from_str(json).map_err(|e| Error::Source(format!("outlines: {e}")))?;
    let mut outlines = Vec::new();
    for feature in map.features {
        let rings: Vec<Vec<P>> = match &feature.geometry {
            Geometry::Polygon { coordinates, starts } => rings(coordinates, starts).collect(),
            Geometry::MultiPolygon { coordinates, starts } => {
                coordinates.iter().zip(starts).flat_map(|(c, s)| rings(c, s)).collect()
            }
        };
        let mut ring = rings
            .into_iter()
            .max_by_key(|ring| area2(ring).abs())
            .ok_or_else(|| Error::Source(format!("outlines: {} has none", feature.id)))?;
        if area2(&ring) < 0 {
            ring.reverse();
        }
        let code = RENAMED.iter().find(|(old, _)| *old == feature.id).map_or(&*feature.id, |(_, new)| new);
        outlines.push((code.to_owned(), ring));
    }
    outlines.sort();
    Ok(outlines)
}

fn rings<'a>(texts: &'a [String], starts: &'a [(i32, i32)]) -> impl Iterator<Item = Vec<P>> + 'a {
    texts.iter().zip(starts).map(|(text, start)| ring(text, *start))
}

fn ring(text: &str, start: (i32, i32)) -> Vec<P> {
    let steps: Vec<i32> = text
        .chars()
        .map(|c| {
            let step = i32::try_from(u32::from(c)).unwrap_or_default() - 64;
            (step >> 1) ^ -(step & 1)
        })
        .collect();
    let (mut x, mut y) = start;
    let mut ring: Vec<P> = Vec::with_capacity(steps.len() / 2);
    for step in steps.chunks_exact(2) {
        x += step[0];
        y += step[1];
        let shifted = Coord { lon: (f64::from(x) - 0.5) / UNITS, lat: (f64::from(y) - 0.5) / UNITS };
        let p = P::at(Datum::Gcj02.to_wgs84(shifted));
        if ring.last() != Some(&p) {
            ring.push(p);
        }
    }
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}
