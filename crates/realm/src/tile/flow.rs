//! The arithmetic of tiles: addresses, Web Mercator on whole numbers, clipping. Pure.
//!
//! The world is a square of 2^32 steps (9 mm at the equator), x to the east, y to the south, so that a tile's
//! own coordinates are a difference and a shift: the same border comes out the same for both neighbours.

pub mod mvt;
pub mod outline;

use wangge_base::{Coord, Refusal};

use crate::grid::{Corner, coord};

/// Steps of a tile's side, as the tile itself says.
pub const EXTENT: i32 = 4096;
/// Steps beyond the sides that a tile still holds, so that lines meet without a seam.
pub const BUFFER: i32 = 80;
/// Deepest zoom.
pub const DEEPEST: u8 = 22;

/// A place on the world square.
pub type World = [u32; 2];
/// A place on a tile; may lie outside.
pub type Local = [i32; 2];

/// Which tile (z, x, y of the usual scheme, y to the south).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// Zoom.
    pub z: u8,
    /// Column.
    pub x: u32,
    /// Row.
    pub y: u32,
}

impl Address {
    /// The address of a tile that there is.
    ///
    /// # Errors
    /// A zoom beyond 22, a column or row that this zoom does not have.
    pub fn new(z: u32, x: u32, y: u32) -> Result<Self, Refusal> {
        let wrong = || {
            Refusal::invalid(
                "z",
                "没有这个瓦片:级别应为0到22,行列号应在该级范围内",
                "There is no such tile: zooms go from 0 to 22, columns and rows from 0 to 2^z - 1",
            )
        };
        let z = u8::try_from(z).ok().filter(|z| *z <= DEEPEST).ok_or_else(wrong)?;
        if x >> z != 0 || y >> z != 0 {
            return Err(wrong());
        }
        Ok(Self { z, x, y })
    }

    /// The tile of this zoom that a place lies in.
    pub fn of(z: u8, at: Coord) -> Self {
        let [x, y] = world(at);
        let shift = 32 - u32::from(z.min(DEEPEST));
        let cut = |v: u32| v.checked_shr(shift).unwrap_or(0);
        Self { z: z.min(DEEPEST), x: cut(x), y: cut(y) }
    }

    /// A place in the tile's own steps.
    pub fn local(self, at: World) -> Local {
        let z = u32::from(self.z);
        let step = |tile: u32, v: u32| {
            let off = i64::from(v) - (i64::from(tile) << (32 - z));
            // 4096 steps a tile: 2^12 / 2^(32 - z).
            let scaled = (off << 12) >> (32 - z);
            scaled.clamp(i64::from(i32::MIN / 4), i64::from(i32::MAX / 4)) as i32
        };
        [step(self.x, at[0]), step(self.y, at[1])]
    }

    /// North-western and south-eastern end on the world, with the buffer.
    pub fn window(self) -> (World, World) {
        let side = 1u64 << (32 - u32::from(self.z));
        let edge = side * u64::from(BUFFER.unsigned_abs()) / u64::from(EXTENT.unsigned_abs());
        let low = |tile: u32| u32::try_from((u64::from(tile) * side).saturating_sub(edge)).unwrap_or(0);
        let high = |tile: u32| u32::try_from((u64::from(tile) + 1) * side - 1 + edge).unwrap_or(u32::MAX);
        ([low(self.x), low(self.y)], [high(self.x), high(self.y)])
    }

    /// South-western and north-eastern end in degrees WGS-84; with the buffer, or bare.
    pub fn degrees(self, buffered: bool) -> (Coord, Coord) {
        let (mut low, mut high) = self.window();
        if !buffered {
            let side = 1u64 << (32 - u32::from(self.z));
            let ends = |tile: u32| {
                let from = u64::from(tile) * side;
                (u32::try_from(from).unwrap_or(0), u32::try_from(from + side - 1).unwrap_or(u32::MAX))
            };
            ((low[0], high[0]), (low[1], high[1])) = (ends(self.x), ends(self.y));
        }
        let (north_west, south_east) = (earth(low), earth(high));
        (
            Coord { lon: north_west.lon, lat: south_east.lat },
            Coord { lon: south_east.lon, lat: north_west.lat },
        )
    }
}

const WHOLE: f64 = 4_294_967_296.0;

/// A place of the earth on the world square; beyond ±85.05° it is pressed to the side.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
pub fn world(at: Coord) -> World {
    let x = (at.lon + 180.0) / 360.0;
    let sine = at.lat.to_radians().sin().clamp(-0.9999, 0.9999);
    let y = 0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (4.0 * std::f64::consts::PI);
    [(x * WHOLE) as u32, (y * WHOLE) as u32]
}

/// A corner of a shape on the world square.
pub fn world_of(corner: Corner) -> World {
    world(coord(corner))
}

/// The inverse of [`world`].
pub fn earth(at: World) -> Coord {
    let turn = std::f64::consts::PI * (1.0 - 2.0 * f64::from(at[1]) / WHOLE);
    Coord { lon: f64::from(at[0]) / WHOLE * 360.0 - 180.0, lat: turn.sinh().atan().to_degrees() }
}

/// Twice the area a ring encloses on a tile: positive when it runs clockwise as seen, which is how the tile
/// format marks a border; negative for a hole.
pub fn twice_area(ring: &[Local]) -> i64 {
    let Some(last) = ring.last() else { return 0 };
    let mut before = last;
    let mut sum = 0i64;
    for here in ring {
        sum += i64::from(before[0]) * i64::from(here[1]) - i64::from(here[0]) * i64::from(before[1]);
        before = here;
    }
    sum
}

/// What of a ring lies within the tile and its buffer (Sutherland–Hodgman); repeated places are dropped. Fewer
/// than three places: nothing to see.
pub fn clip(ring: Vec<Local>) -> Vec<Local> {
    within(ring, -BUFFER, EXTENT + BUFFER)
}

/// What of a ring lies within a square.
pub(super) fn within(mut ring: Vec<Local>, low: i32, high: i32) -> Vec<Local> {
    ring.dedup();
    if !ring.iter().flatten().all(|v| (low..=high).contains(v)) {
        for axis in 0..2 {
            ring = halve(&ring, axis, low, true);
            ring = halve(&ring, axis, high, false);
        }
        ring.dedup();
    }
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

/// The part of a ring on one side of a line along the other axis.
fn halve(ring: &[Local], axis: usize, at: i32, above: bool) -> Vec<Local> {
    let inside = |p: Local| if above { p[axis] >= at } else { p[axis] <= at };
    let mut out = Vec::with_capacity(ring.len() + 4);
    let Some(mut before) = ring.last().copied() else { return out };
    for &here in ring {
        if inside(here) != inside(before) {
            out.push(crossing(before, here, axis, at));
        }
        if inside(here) {
            out.push(here);
        }
        before = here;
    }
    out
}

/// Where a side crosses the line, computed from the same end whichever way it runs.
fn crossing(a: Local, b: Local, axis: usize, at: i32) -> Local {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    let other = 1 - axis;
    let (run, rise) = (i64::from(b[axis]) - i64::from(a[axis]), i64::from(b[other]) - i64::from(a[other]));
    let along = (i64::from(at) - i64::from(a[axis])) * rise / run;
    let mut cross = [0; 2];
    cross[axis] = at;
    cross[other] = i32::try_from(i64::from(a[other]) + along).unwrap_or(a[other]);
    cross
}
