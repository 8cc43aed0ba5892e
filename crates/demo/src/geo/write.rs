//! The output: units.csv, grids.geojson.zst and districts.geojson, with a stamp that tells what they
//! were made from.

use std::{
    fmt::Write as _,
    io::Write as _,
    path::{Path, PathBuf},
};

use super::{
    City, Error, generate,
    plane::{P, STEPS},
    sources::{Sources, text},
    water,
};

/// Raised when the same sources give another city.
const GENERATOR: &str = "4";
/// Says what the shapes are, in every file of them.
const NOTE: &str = "示意 schematic: generated for demonstration, no authority on any border. 演示数据";

/// The files of a generated city.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Units: CSV, parents before children.
    pub units: PathBuf,
    /// Grids: GeoJSON, zstd; property `code`, 15 digits.
    pub grids: PathBuf,
    /// Districts: GeoJSON; properties `code`, `name`.
    pub districts: PathBuf,
    /// Rivers and lakes: GeoJSON; ODbL, © OpenStreetMap contributors.
    pub water: PathBuf,
    /// Whether they had to be made.
    pub fresh: bool,
}

/// Makes the city's files in `out` (e.g. `target/demo/50`) from the city directory (e.g.
/// `data/city/50`), unless they are there and made from the same sources.
pub fn prepare(city: &Path, out: &Path) -> Result<Prepared, Error> {
    let mut files = Prepared {
        units: out.join("units.csv"),
        grids: out.join("grids.geojson.zst"),
        districts: out.join("districts.geojson"),
        water: out.join("water.geojson"),
        fresh: false,
    };
    let stamp = stamp(city)?;
    let stamp_file = out.join("stamp");
    let there =
        [&files.units, &files.grids, &files.districts, &files.water].iter().all(|file| file.is_file());
    if there && std::fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return Ok(files);
    }
    let made = generate(&Sources::read(city)?)?;
    std::fs::create_dir_all(out).map_err(|e| Error::Write(out.to_owned(), e))?;
    // Without its stamp a half-written output is made again.
    let _gone = std::fs::remove_file(&stamp_file);
    save(&files.units, units_csv(&made)?.as_bytes())?;
    let packed = zstd::encode_all(grids_geojson(&made).as_bytes(), 3)
        .map_err(|e| Error::Write(files.grids.clone(), e))?;
    save(&files.grids, &packed)?;
    save(&files.districts, districts_geojson(&made).as_bytes())?;
    let world = text(&city.join("sources/node_modules/@geo-maps/earth-waterbodies-250m/map.geo.json"))?;
    save(&files.water, water_geojson(&made, &world)?.as_bytes())?;
    save(&stamp_file, stamp.as_bytes())?;
    files.fresh = true;
    Ok(files)
}

fn stamp(city: &Path) -> Result<String, Error> {
    let mut stamp = format!("generator {GENERATOR}\n");
    for file in Sources::files(city) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let _infallible = writeln!(stamp, "{name} {:016x}", digest(text(&file)?.as_bytes()));
    }
    Ok(stamp)
}

/// FNV-1a, 64 bits: tells versions apart, protects nothing.
pub fn digest(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn save(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    std::fs::File::create(file)
        .and_then(|mut f| f.write_all(bytes))
        .map_err(|e| Error::Write(file.to_owned(), e))
}

/// The units as `wangge import units` reads them.
pub fn units_csv(city: &City) -> Result<String, Error> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let failed = |e: csv::Error| Error::Source(format!("units.csv: {e}"));
    csv.write_record([
        "code",
        "level",
        "kind",
        "parent",
        "stat_parent",
        "name",
        "name_en",
        "lon",
        "lat",
        "households",
        "people",
        "aliases",
        "example",
    ])
    .map_err(failed)?;
    for u in &city.units {
        let degrees = |steps: Option<i32>| steps.map_or(String::new(), decimal);
        let count = |n: Option<u32>| n.map_or(String::new(), |n| n.to_string());
        // Names and codes of divisions are real; counts, old grids, zones and bodies are examples.
        let example =
            if u.kind == "grid" || u.stat_parent.is_empty() || matches!(u.kind, "department" | "section") {
                "示例"
            } else {
                ""
            };
        csv.write_record([
            u.code.as_str(),
            &u.level.to_string(),
            u.kind,
            &u.parent,
            &u.stat_parent,
            &u.name,
            &u.name_en,
            &degrees(u.at.map(|p| p.x)),
            &degrees(u.at.map(|p| p.y)),
            &count(u.households),
            &count(u.people),
            &u.aliases,
            example,
        ])
        .map_err(failed)?;
    }
    let bytes = csv.into_inner().map_err(|e| Error::Source(format!("units.csv: {e}")))?;
    String::from_utf8(bytes).map_err(|e| Error::Source(format!("units.csv: {e}")))
}

/// The grids as RFC 7946 GeoJSON, one feature a line.
pub fn grids_geojson(city: &City) -> String {
    collection(city.grids.iter().map(|(code, ring)| (format!("\"code\":\"{code}\""), ring)))
}

fn districts_geojson(city: &City) -> String {
    let name =
        |code: &str| city.units.iter().find(|u| u.code == code).map_or(String::new(), |u| u.name.clone());
    collection(
        city.districts
            .iter()
            .map(|(code, ring)| (format!("\"code\":\"{code}\",\"name\":\"{}\"", name(code)), ring)),
    )
}

/// The waters in the box around the city.
fn water_geojson(city: &City, world: &str) -> Result<String, Error> {
    let mut corners = city.districts.iter().flat_map(|(_, ring)| ring);
    let first = *corners.next().ok_or_else(|| Error::Source("a city without districts".into()))?;
    let (low, high) = corners.fold((first, first), |(low, high), p| {
        (P { x: low.x.min(p.x), y: low.y.min(p.y) }, P { x: high.x.max(p.x), y: high.y.max(p.y) })
    });
    let features: Vec<String> = water::read(world, low, high)
        .into_iter()
        .map(|rings| {
            let rings = serde_json::to_string(&rings).map_err(|e| Error::Source(format!("water: {e}")))?;
            Ok(format!(
                "{{\"type\":\"Feature\",\"properties\":{{\"accuracy_m\":{}}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":{rings}}}}}",
                water::ACCURACY
            ))
        })
        .collect::<Result<_, Error>>()?;
    let note = "ODbL 1.0, © OpenStreetMap contributors";
    Ok(format!(
        "{{\"type\":\"FeatureCollection\",\"note\":\"{note}\",\"features\":[\n{}\n]}}\n",
        features.join(",\n")
    ))
}

fn collection<'a>(features: impl Iterator<Item = (String, &'a Vec<P>)>) -> String {
    let mut json = format!("{{\"type\":\"FeatureCollection\",\"note\":\"{NOTE}\",\"features\":[");
    for (i, (properties, ring)) in features.enumerate() {
        json.push_str(if i == 0 { "\n" } else { ",\n" });
        json.push_str("{\"type\":\"Feature\",\"properties\":{");
        json.push_str(&properties);
        json.push_str("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        for (k, p) in ring.iter().chain(ring.first()).enumerate() {
            if k > 0 {
                json.push(',');
            }
            let _infallible = write!(json, "[{},{}]", decimal(p.x), decimal(p.y));
        }
        json.push_str("]]}}");
    }
    json.push_str("\n]}\n");
    json
}

/// Lattice steps as decimal degrees, exactly: no float on the way.
fn decimal(steps: i32) -> String {
    debug_assert!((STEPS - 1e6).abs() < f64::EPSILON, "six decimals");
    let (sign, whole) = (if steps < 0 { "-" } else { "" }, steps.unsigned_abs());
    format!("{sign}{}.{:06}", whole / 1_000_000, whole % 1_000_000)
}
