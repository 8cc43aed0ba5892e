//! WHERE, to the metre: the shapes of the grids of the active edition, and which grid a point lies
//! in.
//!
//! Corners are whole ten-millionths of a degree (about 1 cm, WGS-84), all in one run of memory; an
//! R-tree over the grids' boxes finds the candidates, an exact test on whole numbers decides. Where
//! grids share their sides to the digit, every point lies in exactly one.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
pub mod verbs;

#[cfg(test)]
mod tests;

use rstar::{AABB, RTree, RTreeObject};
use wangge_base::{Coord, Kind, Refusal, UnitCode, words};
use wangge_store::{Error, Read, Result};

use crate::unit::Units;

/// Steps in a degree.
pub const STEPS: f64 = 1e7;
/// How far outside all grids a point may lie and still be given to the nearest, metres. A phone by
/// the river or on a bridge is off by hundreds of metres, not by kilometres.
pub const NEAR: f64 = 3_000.0;

/// A corner: longitude and latitude in steps.
pub type Corner = [i32; 2];

/// A plan for the grids of a village, as a type of reference.
#[derive(Debug)]
pub enum Plan {}

words!(
    /// How grids change.
    PlanKind {
        /// One becomes several
        Split = "split",
        /// Several become one
        Merge = "merge",
        /// Several become several: their common border is drawn anew
        Redraw = "redraw",
    }
);

impl PlanKind {
    /// By how many end and how many begin.
    ///
    /// # Errors
    /// Where nothing would change.
    pub fn of(old: usize, new: usize) -> Result<Self, Refusal> {
        match (old, new) {
            (1, 2..) => Ok(Self::Split),
            (2.., 1) => Ok(Self::Merge),
            (2.., 2..) => Ok(Self::Redraw),
            (1, _) => Err(Refusal::invalid("parts", "至少拆成两个网格", "a split has two parts or more")),
            _ => Err(Refusal::invalid(
                "grids",
                "请选择要调整的网格,并给出新的网格",
                "Choose the grids to be changed and give the new ones",
            )),
        }
    }
}

words!(
    /// Where a plan for grids stands.
    PlanState {
        /// Its moment has not come
        Upcoming = "upcoming",
        /// Carried out
        Done = "done",
        /// Taken back before its moment
        Cancelled = "cancelled",
        /// Found impossible when its moment came
        Blocked = "blocked",
    }
);

/// The pointer to a field of one of the grids to be, for refusals: `/parts/0/rings`.
pub fn part_field(part: usize, field: &str) -> String {
    format!("/parts/{part}/{field}")
}

/// The shape of a grid as it is staged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewShape {
    /// Row (feature) of the source, for error reports.
    pub line: i64,
    /// Code of the grid.
    pub code: UnitCode,
    /// Its village, where the source says so.
    pub village: Option<UnitCode>,
    /// Border, then holes if any; the first corner is not repeated at the end.
    pub rings: Vec<Vec<Corner>>,
}

impl NewShape {
    /// From rings of WGS-84 coordinates as GeoJSON has them (closed). Repeated corners are dropped;
    /// what is wrong with the rings comes out in the check.
    pub fn of(line: i64, code: UnitCode, village: Option<UnitCode>, rings: &[Vec<Coord>]) -> Self {
        let ring = |coords: &Vec<Coord>| {
            let mut ring: Vec<Corner> = coords.iter().map(|c| corner(*c)).collect();
            ring.dedup();
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            ring
        };
        Self { line, code, village, rings: rings.iter().map(ring).collect() }
    }
}

/// The nearest corner of the lattice.
#[expect(clippy::cast_possible_truncation, reason = "±180e7 fits, and the cast saturates")]
pub fn corner(c: Coord) -> Corner {
    [(c.lon * STEPS).round() as i32, (c.lat * STEPS).round() as i32]
}

/// A corner as a coordinate.
pub fn coord([x, y]: Corner) -> Coord {
    Coord { lon: f64::from(x) / STEPS, lat: f64::from(y) / STEPS }
}

/// Where a point was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// The grid.
    pub grid: UnitCode,
    /// Whether the point lies in it (within a metre); otherwise it is the nearest.
    pub inside: bool,
    /// Metres to the grid; 0 inside.
    pub distance_m: f64,
}

/// A grid's box in the tree: degrees, rounded outwards.
#[derive(Debug)]
struct Boxed {
    low: [f32; 2],
    high: [f32; 2],
    grid: u32,
}

impl RTreeObject for Boxed {
    type Envelope = AABB<[f32; 2]>;
    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners(self.low, self.high)
    }
}

/// The active grids.
pub struct Grids {
    edition: i64,
    version: i64,
    /// Codes one after the other; grid `i` is `codes[code_ends[i - 1]..code_ends[i]]`, ascending.
    codes: String,
    code_ends: Vec<u32>,
    /// Grid `i` has the rings `ring_ends[i - 1]..ring_ends[i]`, ring `k` the corners
    /// `corner_ends[k - 1]..corner_ends[k]`.
    ring_ends: Vec<u32>,
    corner_ends: Vec<u32>,
    corners: Vec<Corner>,
    /// South-western and north-eastern end of all.
    frame: Option<(Corner, Corner)>,
    tree: RTree<Boxed>,
}

impl std::fmt::Debug for Grids {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Grids(edition {}, {} grids, {} corners)", self.edition, self.len(), self.corners.len())
    }
}

/// Loads the shapes of the edition of `units`, for grids in use.
pub fn load(r: &mut Read, units: &Units) -> Result<Grids> {
    let mut grids = Grids::empty();
    (grids.edition, grids.version) = (units.edition(), units.version());
    let mut broken = None;
    let mut rows: Vec<(UnitCode, Vec<u8>)> = Vec::new();
    r.query(&sql::SHAPES, &[units.edition().into()], |row| {
        let code: UnitCode = row.parse(1)?;
        if units.exists(&code) {
            // Rows come in the order of most collations; whatever breaks it waits.
            if grids.last_code() < code.as_str() {
                if grids.push(code.as_str(), row.opt_bytes(2)?.unwrap_or_default()).is_none() {
                    broken = Some(code);
                }
            } else {
                rows.push((code, row.blob(2)?));
            }
        }
        Ok(())
    })?;
    if !rows.is_empty() {
        let mut all: Vec<(UnitCode, Vec<u8>)> = (0..grids.len())
            .map(|i| (plain(grids.code(i)), encode(&grids.rings_of(i))))
            .chain(rows)
            .collect();
        all.sort();
        let empty = Grids { edition: grids.edition, version: grids.version, ..Grids::empty() };
        grids = empty;
        for (code, bytes) in all {
            if grids.push(code.as_str(), &bytes).is_none() {
                broken = Some(code);
            }
        }
    }
    if let Some(code) = broken {
        return Err(Error::Inconsistency { table: "grid_shape", column: "shape", row: code.to_string() });
    }
    grids.settle();
    Ok(grids)
}

impl Grids {
    /// No grids.
    pub fn empty() -> Self {
        Self {
            edition: 0,
            version: 0,
            codes: String::new(),
            code_ends: Vec::new(),
            ring_ends: Vec::new(),
            corner_ends: Vec::new(),
            corners: Vec::new(),
            frame: None,
            tree: RTree::new(),
        }
    }

    /// Grids that are not in a database: for tests and simulations.
    pub fn of(shapes: &[NewShape]) -> Self {
        let mut order: Vec<&NewShape> = shapes.iter().collect();
        order.sort_by(|a, b| a.code.cmp(&b.code));
        let mut grids = Self::empty();
        for shape in order {
            grids.push_rings(shape.code.as_str(), &shape.rings);
        }
        grids.settle();
        grids
    }

    /// Number of the edition.
    pub fn edition(&self) -> i64 {
        self.edition
    }
    /// Version within the edition.
    pub fn version(&self) -> i64 {
        self.version
    }
    /// How many grids.
    pub fn len(&self) -> usize {
        self.code_ends.len()
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.code_ends.is_empty()
    }

    /// The grid that a WGS-84 point lies in, else the nearest within [`NEAR`]; farther out it is
    /// refused. Takes a few microseconds.
    pub fn locate(&self, at: Coord) -> Result<Located, Refusal> {
        let point = corner(Coord::new(at.lon, at.lat)?);
        let mut best: Option<u32> = None;
        #[expect(clippy::cast_possible_truncation, reason = "rounded outwards by the boxes")]
        let envelope = AABB::from_point([at.lon as f32, at.lat as f32]);
        for boxed in self.tree.locate_in_envelope_intersecting(envelope) {
            // In overlapping grids the smaller code wins, on every node alike.
            if best.is_none_or(|b| boxed.grid < b) && self.contains(boxed.grid as usize, point) {
                best = Some(boxed.grid);
            }
        }
        if let Some(grid) = best {
            return Ok(Located { grid: plain(self.code(grid as usize)), inside: true, distance_m: 0.0 });
        }
        for radius in [30.0, 300.0, NEAR] {
            if let Some((metres, grid)) = self.nearest(at, radius) {
                let grid = plain(self.code(grid as usize));
                return Ok(Located { grid, inside: metres < 1.0, distance_m: metres });
            }
        }
        let mut no = Refusal::new(
            Kind::Invalid,
            "place.outside",
            "该位置不在本市任何网格附近,请核对地图上的点",
            "This place is not near any grid of the city; check the point on the map",
        );
        no = no.field("point", "不在本市网格范围内", "outside the grids of the city");
        Err(no)
    }

    /// The nearest grid that comes within `radius` metres.
    fn nearest(&self, at: Coord, radius: f64) -> Option<(f64, u32)> {
        let (dx, dy) = (radius / east(at.lat), radius / NORTH);
        #[expect(clippy::cast_possible_truncation, reason = "a metre more or less does not matter")]
        let envelope = AABB::from_corners(
            [(at.lon - dx) as f32, (at.lat - dy) as f32],
            [(at.lon + dx) as f32, (at.lat + dy) as f32],
        );
        let near = self.tree.locate_in_envelope_intersecting(envelope);
        near.map(|boxed| (self.distance(boxed.grid as usize, at), boxed.grid))
            .filter(|(metres, _)| *metres <= radius)
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
    }

    /// Border and holes of a grid; `None` if it is not active.
    pub fn rings(&self, code: &UnitCode) -> Option<Vec<Vec<Corner>>> {
        self.find(code.as_str()).map(|i| self.rings_of(i))
    }
    /// Codes of the grids, ascending.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|i| self.code(i))
    }
    /// Codes of at most `most` grids whose box meets the box between two corners, ascending.
    pub fn in_box(&self, low: Coord, high: Coord, most: usize) -> Vec<UnitCode> {
        #[expect(clippy::cast_possible_truncation, reason = "a metre more or less does not matter")]
        let envelope =
            AABB::from_corners([low.lon as f32, low.lat as f32], [high.lon as f32, high.lat as f32]);
        let mut found: Vec<u32> =
            self.tree.locate_in_envelope_intersecting(envelope).map(|boxed| boxed.grid).collect();
        found.sort_unstable();
        found.truncate(most);
        found.into_iter().map(|i| plain(self.code(i as usize))).collect()
    }
    /// South-western and north-eastern end of all grids; `None` without any.
    pub fn frame(&self) -> Option<(Coord, Coord)> {
        self.frame.map(|(low, high)| (coord(low), coord(high)))
    }
    /// Area of all grids, square kilometres.
    pub fn area_km2(&self) -> f64 {
        (0..self.len()).map(|i| flow::square_metres(&self.rings_of(i))).sum::<f64>() / 1e6
    }
    /// Bytes held, about.
    pub fn bytes(&self) -> usize {
        self.codes.len()
            + 4 * (self.code_ends.len() + self.ring_ends.len() + self.corner_ends.len())
            + 8 * self.corners.len()
            + self.tree.size() * 56
    }

    fn find(&self, code: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.code(middle).cmp(code) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
    fn last_code(&self) -> &str {
        self.len().checked_sub(1).map_or("", |i| self.code(i))
    }
    fn code(&self, i: usize) -> &str {
        let (from, to) = span(&self.code_ends, i);
        self.codes.get(from..to).unwrap_or_default()
    }
    fn ring(&self, k: usize) -> &[Corner] {
        let (from, to) = span(&self.corner_ends, k);
        &self.corners[from..to]
    }
    fn rings_of(&self, i: usize) -> Vec<Vec<Corner>> {
        let (from, to) = span(&self.ring_ends, i);
        (from..to).map(|k| self.ring(k).to_vec()).collect()
    }
    fn contains(&self, i: usize, point: Corner) -> bool {
        let (from, to) = span(&self.ring_ends, i);
        (from..to).filter(|&k| flow::surrounds(self.ring(k), point)).count() % 2 == 1
    }
    /// Metres from a point outside to the nearest side, on the plane around it.
    fn distance(&self, i: usize, at: Coord) -> f64 {
        let (from, to) = span(&self.ring_ends, i);
        let scale = east(at.lat);
        let local = |c: Corner| {
            let c = coord(c);
            ((c.lon - at.lon) * scale, (c.lat - at.lat) * NORTH)
        };
        let mut best = f64::INFINITY;
        for k in from..to {
            let ring = self.ring(k);
            let Some(mut a) = ring.last().map(|c| local(*c)) else { continue };
            for corner in ring {
                let b = local(*corner);
                let (dx, dy) = (b.0 - a.0, b.1 - a.1);
                let along = -(a.0 * dx + a.1 * dy) / (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
                let t = along.clamp(0.0, 1.0);
                best = best.min((a.0 + t * dx).hypot(a.1 + t * dy));
                a = b;
            }
        }
        best
    }

    fn push_rings(&mut self, code: &str, rings: &[Vec<Corner>]) {
        for ring in rings {
            self.corners.extend_from_slice(ring);
            self.corner_ends.push(end(self.corners.len()));
        }
        self.close(code);
    }
    fn push(&mut self, code: &str, bytes: &[u8]) -> Option<()> {
        decode(bytes, |corner, last| {
            self.corners.push(corner);
            if last {
                self.corner_ends.push(end(self.corners.len()));
            }
        })?;
        self.close(code);
        Some(())
    }
    fn close(&mut self, code: &str) {
        self.ring_ends.push(end(self.corner_ends.len()));
        self.codes.push_str(code);
        self.code_ends.push(end(self.codes.len()));
    }
    fn settle(&mut self) {
        self.codes.shrink_to_fit();
        self.corners.shrink_to_fit();
        let boxes = (0..self.len()).map(|i| self.boxed(i)).collect();
        self.tree = RTree::bulk_load(boxes);
        self.frame = self.corners.iter().fold(None, |frame, c| {
            let (low, high) = frame.unwrap_or((*c, *c));
            Some(([low[0].min(c[0]), low[1].min(c[1])], [high[0].max(c[0]), high[1].max(c[1])]))
        });
    }
    fn boxed(&self, i: usize) -> Boxed {
        let (from, to) = span(&self.ring_ends, i);
        let (mut low, mut high) = ([i32::MAX; 2], [i32::MIN; 2]);
        for corner in (from..to).flat_map(|k| self.ring(k)) {
            for axis in 0..2 {
                low[axis] = low[axis].min(corner[axis]);
                high[axis] = high[axis].max(corner[axis]);
            }
        }
        #[expect(clippy::cast_possible_truncation, reason = "rounded outwards right here")]
        let degrees = |steps: i32| (f64::from(steps) / STEPS) as f32;
        Boxed {
            low: low.map(|steps| degrees(steps).next_down()),
            high: high.map(|steps| degrees(steps).next_up()),
            grid: end(i),
        }
    }
}

/// Metres of a degree of latitude.
const NORTH: f64 = 110_950.0;

/// Metres of a degree of longitude at a latitude; never 0.
fn east(lat: f64) -> f64 {
    111_320.0 * lat.to_radians().cos().max(1e-3)
}

fn end(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn span(ends: &[u32], i: usize) -> (usize, usize) {
    (i.checked_sub(1).map_or(0, |before| ends[before] as usize), ends[i] as usize)
}

/// A code that was a code when it was stored.
fn plain(text: &str) -> UnitCode {
    #[expect(clippy::expect_used, reason = "the index takes in nothing but parsed codes")]
    text.parse().expect("a stored unit code")
}

/// The bytes of a shape: number of rings; per ring the number of corners and the steps from corner
/// to corner (the first from 0, 0; rings go on from each other), zig-zag, seven bits a byte.
pub fn encode(rings: &[Vec<Corner>]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(8 + rings.iter().map(|ring| 6 * ring.len()).sum::<usize>());
    put(&mut bytes, rings.len() as u64);
    let mut before = [0i64; 2];
    for ring in rings {
        put(&mut bytes, ring.len() as u64);
        for corner in ring {
            for axis in 0..2 {
                let here = i64::from(corner[axis]);
                let step = here - before[axis];
                put(&mut bytes, ((step << 1) ^ (step >> 63)).cast_unsigned());
                before[axis] = here;
            }
        }
    }
    bytes
}

/// Reads what [`encode`] wrote: `each` gets every corner, and whether it is the last of its ring.
/// `None` when the bytes are not a shape.
pub fn decode(bytes: &[u8], mut each: impl FnMut(Corner, bool)) -> Option<()> {
    let mut bytes = bytes.iter();
    let rings = take(&mut bytes)?;
    let mut before = [0i64; 2];
    for _ in 0..rings {
        let corners = take(&mut bytes)?;
        for k in 0..corners {
            let mut corner = [0i32; 2];
            for axis in 0..2 {
                let zigzag = take(&mut bytes)?;
                before[axis] += (zigzag >> 1).cast_signed() ^ -((zigzag & 1).cast_signed());
                corner[axis] = i32::try_from(before[axis]).ok()?;
            }
            each(corner, k + 1 == corners);
        }
    }
    bytes.next().is_none().then_some(())
}

fn put(bytes: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        bytes.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    bytes.push(n as u8);
}

fn take(bytes: &mut std::slice::Iter<'_, u8>) -> Option<u64> {
    let mut n = 0u64;
    for shift in (0..42).step_by(7) {
        let byte = *bytes.next()?;
        n |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(n);
        }
    }
    None
}
