//! Plane geometry on a lattice of a millionth of a degree (about 10 cm): whole numbers, so that two
//! neighbours that share a corner share it to the bit.

use wangge_base::Coord;

/// Lattice steps in a degree.
pub const STEPS: f64 = 1e6;
/// Metres of a lattice step eastward, at the middle of the city (30.05° N).
pub const EAST: f64 = 0.111_320 * 0.865_586;
/// Metres of a lattice step northward there.
pub const NORTH: f64 = 0.110_857;

/// A lattice point, millionths of a degree, WGS-84.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct P {
    /// Eastward.
    pub x: i32,
    /// Northward.
    pub y: i32,
}

impl P {
    /// The nearest lattice point of a coordinate.
    #[expect(clippy::cast_possible_truncation, reason = "±180e6 fits")]
    pub fn at(c: Coord) -> Self {
        Self { x: (c.lon * STEPS).round() as i32, y: (c.lat * STEPS).round() as i32 }
    }
    /// As a coordinate.
    pub fn coord(self) -> Coord {
        Coord { lon: f64::from(self.x) / STEPS, lat: f64::from(self.y) / STEPS }
    }
    /// In metres on the plane of the city.
    pub fn metres(self) -> (f64, f64) {
        (f64::from(self.x) * EAST, f64::from(self.y) * NORTH)
    }
}

/// Twice the signed area of the triangle `o a b`, positive when it turns left.
pub fn turn(o: P, a: P, b: P) -> i64 {
    let d = |p: i32, q: i32| i64::from(p) - i64::from(q);
    d(a.x, o.x) * d(b.y, o.y) - d(a.y, o.y) * d(b.x, o.x)
}

/// Twice the signed area of a ring (first point not repeated), positive counter-clockwise.
pub fn area2(ring: &[P]) -> i64 {
    let Some(&first) = ring.first() else { return 0 };
    ring.windows(2).map(|e| turn(first, e[0], e[1])).sum()
}

/// Area of a counter-clockwise ring in square metres on the plane of the city.
pub fn square_metres(ring: &[P]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "areas of a city stay below 2^53 steps")]
    let steps = area2(ring) as f64;
    steps / 2.0 * EAST * NORTH
}

/// Metres between two points.
pub fn distance(a: P, b: P) -> f64 {
    let (ax, ay) = a.metres();
    let (bx, by) = b.metres();
    (ax - bx).hypot(ay - by)
}

/// Metres from `p` to the segment `a b`.
pub fn to_segment(p: P, a: P, b: P) -> f64 {
    let ((px, py), (ax, ay), (bx, by)) = (p.metres(), a.metres(), b.metres());
    let (dx, dy) = (bx - ax, by - ay);
    let along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
    let t = along.clamp(0.0, 1.0);
    (px - ax - t * dx).hypot(py - ay - t * dy)
}

/// Metres from `p` to the nearest side of a ring.
pub fn to_ring(p: P, ring: &[P]) -> f64 {
    sides(ring).map(|(a, b)| to_segment(p, a, b)).fold(f64::INFINITY, f64::min)
}

/// The sides of a ring, the closing one last.
pub fn sides(ring: &[P]) -> impl Iterator<Item = (P, P)> + '_ {
    (0..ring.len()).map(|i| (ring[i], ring[(i + 1) % ring.len()]))
}

/// Whether `p` lies inside a ring (a point on the border may go either way).
pub fn inside(p: P, ring: &[P]) -> bool {
    sides(ring).filter(|&(a, b)| ray_crosses(p, a, b)).count() % 2 == 1
}

/// Whether the ray from `p` to the east crosses the side `a b`.
pub fn ray_crosses(p: P, a: P, b: P) -> bool {
    (a.y > p.y) != (b.y > p.y) && {
        let (low, high) = if a.y < b.y { (a, b) } else { (b, a) };
        turn(low, high, p) > 0
    }
}

/// Whether the closed segments `a b` and `c d` have a point in common.
pub fn meet(a: P, b: P, c: P, d: P) -> bool {
    let (s1, s2) = (turn(a, b, c).signum(), turn(a, b, d).signum());
    let (s3, s4) = (turn(c, d, a).signum(), turn(c, d, b).signum());
    if s1 != s2 && s3 != s4 {
        return true;
    }
    (s1 == 0 && within(a, b, c))
        || (s2 == 0 && within(a, b, d))
        || (s3 == 0 && within(c, d, a))
        || (s4 == 0 && within(c, d, b))
}

/// Whether `p`, known to be in line with `a b`, lies between them.
pub fn within(a: P, b: P, p: P) -> bool {
    p.x >= a.x.min(b.x) && p.x <= a.x.max(b.x) && p.y >= a.y.min(b.y) && p.y <= a.y.max(b.y)
}

/// A point well inside a ring, for its label: the middle of the longest of a few level cuts.
pub fn label(ring: &[P]) -> P {
    let low = ring.iter().map(|p| p.y).min().unwrap_or_default();
    let high = ring.iter().map(|p| p.y).max().unwrap_or_default();
    let mut best = (i64::MIN, ring[0]);
    for step in [8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13] {
        let y = low + (i64::from(high - low) * step / 16) as i32;
        let mut crossings: Vec<i64> = sides(ring)
            .filter(|(a, b)| (a.y > y) != (b.y > y))
            .map(|(a, b)| {
                let (rise, run) = (i64::from(b.y) - i64::from(a.y), i64::from(b.x) - i64::from(a.x));
                i64::from(a.x) + run * (i64::from(y) - i64::from(a.y)) / rise
            })
            .collect();
        crossings.sort_unstable();
        for pair in crossings.chunks_exact(2) {
            // A level cut near the middle is preferred: each step away must be a tenth longer.
            let width = (pair[1] - pair[0]) * (16 - (step - 8i64).abs()) / 16;
            if width > best.0 {
                best = (width, P { x: ((pair[0] + pair[1]) / 2) as i32, y });
            }
        }
    }
    best.1
}
