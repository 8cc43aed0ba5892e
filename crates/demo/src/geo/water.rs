//! Rivers and lakes of the city, out of the package @geo-maps/earth-waterbodies-250m 0.6.0 (ODbL 1.0,
//! © OpenStreetMap contributors): the whole world in one file of 86 MB, of which a few hundred polygons matter.

use super::plane::P;

/// Rings of one body of water: border, then islands; degrees WGS-84, closed.
pub type Body = Vec<Vec<[f64; 2]>>;

/// How far a border of this package may lie from the real one, metres. Its name says 250; but rivers are cut into squares
/// and three of four bodies near Chongqing are triangles, a kilometre or two wide: they tell from afar where water is,
/// and are wrong on the map of a district or town.
pub const ACCURACY: u32 = 1_000;

/// Wider than this it is the sea, degrees.
const SEA: f64 = 5.0;

/// The bodies of water of `json` that lie, in part at least, between two corners.
///
/// The file is three MultiPolygons on a few endless lines. Cutting the text between polygons and reading only
/// those that begin near takes a second; reading it as a whole takes half a gigabyte.
pub fn read(json: &str, low: P, high: P) -> Vec<Body> {
    let (low, high) = (low.coord(), high.coord());
    let mut bodies = Vec::new();
    for piece in json.split("]]],[[[") {
        // What begins or ends a MultiPolygon carries its frame: cut to the bare rings.
        let bare = piece.rsplit("[[[[").next().unwrap_or(piece);
        let bare = bare.split("]]]]").next().unwrap_or(bare);
        let near = first(bare).is_some_and(|[lon, lat]| {
            lon > low.lon - SEA && lon < high.lon + SEA && lat > low.lat - SEA && lat < high.lat + SEA
        });
        if !near {
            continue;
        }
        let Ok(body) = serde_json::from_str::<Body>(&format!("[[[{bare}]]]")) else { continue };
        let Some(border) = body.first() else { continue };
        let side = |axis: usize| {
            let ends = border.iter().map(|at| at[axis]);
            (ends.clone().fold(f64::INFINITY, f64::min), ends.fold(f64::NEG_INFINITY, f64::max))
        };
        let ((west, east), (south, north)) = (side(0), side(1));
        let meets = west <= high.lon && east >= low.lon && south <= high.lat && north >= low.lat;
        if meets && east - west < SEA && north - south < SEA {
            bodies.push(body);
        }
    }
    bodies
}

/// The first place of bare rings, `lon,lat],[lon,lat …`.
fn first(bare: &str) -> Option<[f64; 2]> {
    let (place, _) = bare.trim_start_matches('[').split_once(']')?;
    let (lon, lat) = place.split_once(',')?;
    Some([lon.trim().parse().ok()?, lat.trim().parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polygons_near_are_found_wherever_they_stand_in_the_file() {
        let lake = "[[106.5,29.5],[106.6,29.5],[106.6,29.6],[106.5,29.5]]";
        let island = "[[106.55,29.52],[106.56,29.52],[106.56,29.53],[106.55,29.52]]";
        let sea = "[[105.0,29.0],[112.0,29.0],[112.0,36.0],[105.0,29.0]]";
        let far = "[[10.5,29.5],[10.6,29.5],[10.6,29.6],[10.5,29.5]]";
        let json = format!(
            "{{\"type\":\"GeometryCollection\", \"geometries\": [\n{{\"type\":\"MultiPolygon\",\"coordinates\":[[{lake}],[{far}],[{lake},{island}],[{sea}]]}},\n\
             {{\"type\":\"MultiPolygon\",\"coordinates\":[[{lake}]]}}\n]}}"
        );
        let place = |lon: f64, lat: f64| P::at(wangge_base::Coord { lon, lat });
        let found = read(&json, place(106.0, 29.0), place(107.0, 30.0));
        let rings: Vec<usize> = found.iter().map(Vec::len).collect();
        assert_eq!(rings, [1, 2, 1]);
        assert_eq!(found[0][0][0], [106.5, 29.5]);
    }
}
