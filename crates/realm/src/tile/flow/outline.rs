//! Outlines of the units above the grids: the sides that two grids of one unit share cancel out, what remains
//! is its border. A corner knows from which zoom on it is needed; that is worked out along the stretch between
//! two junctions, which both neighbours share, so that simplified borders still meet.

use std::collections::HashMap;

use super::{Address, DEEPEST, Local, World, clip, twice_area};

/// A corner of an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Knot {
    /// Where.
    pub at: World,
    /// The zoom from which on it is drawn.
    pub from: u8,
}

/// The outline of one unit, ready for every zoom.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Which unit: an index of the caller's.
    pub unit: u32,
    /// North-western end.
    pub low: World,
    /// South-eastern end.
    pub high: World,
    /// Borders (running clockwise as seen), each followed by its holes.
    pub rings: Vec<Box<[Knot]>>,
}

impl Outline {
    /// An outline of rings whose corners have their zooms; puts each hole behind its border.
    fn of(unit: u32, rings: Vec<Vec<Knot>>) -> Option<Self> {
        let mut borders: Vec<(i128, Vec<Vec<Knot>>)> = Vec::new();
        let mut holes = Vec::new();
        for ring in rings {
            let area = area(&ring);
            if ring.len() < 3 || sliver(&ring, area) {
                continue;
            }
            if area > 0 {
                borders.push((area, vec![ring]));
            } else {
                holes.push(ring);
            }
        }
        // The smallest border around a hole is its own.
        borders.sort_by_key(|(area, _)| *area);
        for hole in holes {
            if let Some((_, own)) = borders.iter_mut().find(|(_, own)| holds(&own[0], hole[0].at)) {
                own.push(hole);
            }
        }
        let rings: Vec<Box<[Knot]>> =
            borders.into_iter().flat_map(|(_, own)| own).map(Vec::into_boxed_slice).collect();
        let ends = |pick: fn(u32, u32) -> u32, start: u32| {
            let mut end = [start; 2];
            for knot in rings.iter().flatten() {
                end = [pick(end[0], knot.at[0]), pick(end[1], knot.at[1])];
            }
            end
        };
        let (low, high) = (ends(u32::min, u32::MAX), ends(u32::max, 0));
        (!rings.is_empty()).then_some(Self { unit, low, high, rings })
    }

    /// Whether it may show on a tile.
    pub fn meets(&self, (low, high): (World, World)) -> bool {
        (0..2).all(|axis| self.low[axis] <= high[axis] && low[axis] <= self.high[axis])
    }

    /// Its rings on a tile, each border followed by its holes; none when it is too small to see.
    pub fn on(&self, tile: Address) -> Vec<Vec<Local>> {
        let mut rings = Vec::new();
        let mut shown = false;
        for ring in &self.rings {
            let border = area(ring) > 0;
            if !border && !shown {
                continue;
            }
            let kept = ring.iter().filter(|knot| knot.from <= tile.z).map(|knot| tile.local(knot.at));
            let kept = clip(kept.collect());
            let area = twice_area(&kept);
            // Rounding can turn what is smaller than a step inside out.
            let good = kept.len() >= 3 && if border { area > 0 } else { area < 0 };
            if border {
                shown = good;
            }
            if good {
                rings.push(kept);
            }
        }
        rings
    }
}

/// Twice the area on the world, positive when it runs clockwise as seen.
fn area(ring: &[Knot]) -> i128 {
    let Some(last) = ring.last() else { return 0 };
    let mut before = last.at;
    let mut sum = 0i128;
    for knot in ring {
        let here = knot.at;
        sum += i128::from(before[0]) * i128::from(here[1]) - i128::from(here[0]) * i128::from(before[1]);
        before = here;
    }
    sum
}

/// Whether a ring is a crack between shapes that were not drawn to meet: narrower than about 2 m on average.
fn sliver(ring: &[Knot], area: i128) -> bool {
    let mut before = ring[ring.len() - 1].at;
    let mut around = 0.0;
    for knot in ring {
        around += (f64::from(knot.at[0]) - f64::from(before[0]))
            .hypot(f64::from(knot.at[1]) - f64::from(before[1]));
        before = knot.at;
    }
    #[expect(clippy::cast_precision_loss, reason = "a length is compared, not kept")]
    let wide = area.unsigned_abs() as f64 / around.max(1.0);
    wide < 200.0
}

fn holds(ring: &[Knot], at: World) -> bool {
    let (x, y) = (i128::from(at[0]), i128::from(at[1]));
    let mut inside = false;
    let Some(last) = ring.last() else { return false };
    let mut a = last.at;
    for knot in ring {
        let b = knot.at;
        let (ax, ay, bx, by) = (i128::from(a[0]), i128::from(a[1]), i128::from(b[0]), i128::from(b[1]));
        if (ay > y) != (by > y) {
            let side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
            if (side > 0) == (by > ay) {
                inside = !inside;
            }
        }
        a = b;
    }
    inside
}

/// The shapes of all grids as a net: every corner once, every side once for each way it is walked.
#[derive(Default)]
pub struct Net {
    places: Vec<World>,
    known: HashMap<World, u32>,
    /// Side from, to, and the grid (an index of the caller's) that lies to its right as seen.
    sides: Vec<(u32, u32, u32)>,
}

/// A grid without a unit at the level asked for.
pub const NOBODY: u32 = u32::MAX;

impl Net {
    /// Adds the border and holes of a grid, as rings on the world.
    pub fn add(&mut self, grid: u32, rings: impl Iterator<Item = Vec<World>>) {
        for (i, mut ring) in rings.enumerate() {
            let knots: Vec<Knot> = ring.iter().map(|at| Knot { at: *at, from: 0 }).collect();
            if (area(&knots) > 0) != (i == 0) {
                ring.reverse();
            }
            let ids: Vec<u32> = ring.iter().map(|at| self.place(*at)).collect();
            let mut before = ids.last().copied().unwrap_or_default();
            for here in ids {
                if here != before {
                    self.sides.push((before, here, grid));
                }
                before = here;
            }
        }
    }

    fn place(&mut self, at: World) -> u32 {
        let next = u32::try_from(self.places.len()).unwrap_or(NOBODY);
        *self.known.entry(at).or_insert_with(|| {
            self.places.push(at);
            next
        })
    }

    /// Puts the two ways of each side next to each other; call it when all grids are in.
    pub fn settle(&mut self) {
        self.known = HashMap::new();
        self.sides.sort_unstable_by_key(|&(a, b, grid)| (a.min(b), a.max(b), a, grid));
    }

    /// The outlines of the units that `unit_of` names for the grids, in the order of the units.
    pub fn outlines(&self, unit_of: &[u32]) -> Vec<Outline> {
        let mut border: Vec<(u32, u32, u32)> = Vec::new();
        for run in self.sides.chunk_by(|a, b| (a.0.min(a.1), a.0.max(a.1)) == (b.0.min(b.1), b.0.max(b.1))) {
            for &(from, to, grid) in run {
                let unit = unit_of.get(grid as usize).copied().unwrap_or(NOBODY);
                let across = |&(f, t, g): &(u32, u32, u32)| {
                    (f, t) == (to, from) && unit_of.get(g as usize).copied().unwrap_or(NOBODY) == unit
                };
                if unit != NOBODY && !run.iter().any(across) {
                    border.push((unit, from, to));
                }
            }
        }
        border.sort_unstable();
        let zooms = self.zooms(&border);
        border
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|own| {
                let rings = walk(own).into_iter().map(|ring| {
                    let knot = |id: u32| Knot { at: self.places[id as usize], from: zooms[id as usize] };
                    ring.into_iter().map(knot).filter(|knot| knot.from <= DEEPEST).collect()
                });
                Outline::of(own[0].0, rings.collect())
            })
            .collect()
    }

    /// For every corner the zoom from which on it is needed in these borders.
    fn zooms(&self, border: &[(u32, u32, u32)]) -> Vec<u8> {
        let mut ways: Vec<(u32, u32)> = border.iter().map(|(_, a, b)| (*a.min(b), *a.max(b))).collect();
        ways.sort_unstable();
        ways.dedup();
        let mut degree = vec![0u8; self.places.len()];
        for (a, b) in &ways {
            for end in [a, b] {
                degree[*end as usize] = degree[*end as usize].saturating_add(1);
            }
        }
        // Junctions stay at every zoom; the others are settled along the stretches between them.
        let mut zooms: Vec<u8> = degree.iter().map(|d| if *d == 2 { u8::MAX } else { 0 }).collect();
        for own in border.chunk_by(|a, b| a.0 == b.0) {
            for ring in walk(own) {
                self.weigh(&ring, &mut zooms);
            }
        }
        zooms
    }

    fn weigh(&self, ring: &[u32], zooms: &mut [u8]) {
        let n = ring.len();
        let mut joints: Vec<usize> = (0..n).filter(|&i| zooms[ring[i] as usize] == 0).collect();
        if joints.len() < 2 {
            // An island: hold it by its first corner and the one farthest from it, whoever walks it.
            let place = |i: usize| self.places[ring[i] as usize];
            let first = joints.first().copied().or_else(|| (0..n).min_by_key(|&i| place(i)));
            let Some(first) = first else { return };
            let off = |i: usize| {
                let (a, b) = (place(first), place(i));
                let d = |axis: usize| i128::from(a[axis]) - i128::from(b[axis]);
                (d(0) * d(0) + d(1) * d(1), place(i))
            };
            let Some(second) = (0..n).max_by_key(|&i| off(i)) else { return };
            (zooms[ring[first] as usize], zooms[ring[second] as usize]) = (0, 0);
            joints = vec![first.min(second), first.max(second)];
        }
        for (k, &from) in joints.iter().enumerate() {
            let to = joints[(k + 1) % joints.len()];
            let length = if to > from { to - from } else { to + n - from };
            let stretch: Vec<u32> = (0..=length).map(|i| ring[(from + i) % n]).collect();
            // Weighed by the neighbour already: the result would be the same.
            if stretch.len() > 2 && zooms[stretch[1] as usize] == u8::MAX {
                let places: Vec<World> = stretch.iter().map(|id| self.places[*id as usize]).collect();
                for (id, zoom) in stretch.iter().zip(needed(&places)) {
                    let held = &mut zooms[*id as usize];
                    *held = (*held).min(zoom);
                }
            }
        }
    }
}

/// The rings that sides (of one unit, sorted) make, each without its first corner repeated at the end. Sides
/// that lead nowhere, of shapes that were not drawn to meet, are left out.
fn walk(sides: &[(u32, u32, u32)]) -> Vec<Vec<u32>> {
    let mut used = vec![false; sides.len()];
    let mut rings = Vec::new();
    for start in 0..sides.len() {
        if used[start] {
            continue;
        }
        let (mut ring, mut here) = (Vec::new(), start);
        let closed = loop {
            used[here] = true;
            ring.push(sides[here].1);
            let end = sides[here].2;
            if end == sides[start].1 {
                break true;
            }
            let first = sides.partition_point(|(_, from, _)| *from < end);
            let next = (first..sides.len()).take_while(|&i| sides[i].1 == end).find(|&i| !used[i]);
            match next {
                Some(next) => here = next,
                None => break false,
            }
        };
        if closed {
            rings.push(ring);
        }
    }
    rings
}

/// Zooms from which on the places of a stretch are needed (Douglas–Peucker, half a screen pixel); its ends are 0.
pub fn needed(places: &[World]) -> Vec<u8> {
    let mut zooms = vec![0; places.len()];
    let mut open = vec![(0, places.len().saturating_sub(1), f64::INFINITY)];
    while let Some((from, to, above)) = open.pop() {
        if to <= from + 1 {
            continue;
        }
        let far = (from + 1..to)
            .map(|i| (distance(places[i], places[from], places[to]), i))
            // The same corner whichever way the stretch is walked.
            .max_by(|a, b| a.0.total_cmp(&b.0).then(places[a.1].cmp(&places[b.1])));
        let Some((metres, at)) = far else { continue };
        let metres = metres.min(above);
        zooms[at] = zoom_for(metres);
        open.push((from, at, metres));
        open.push((at, to, metres));
    }
    zooms
}

/// The outline of a shape by itself: border first, then holes.
pub fn alone(unit: u32, rings: &[Vec<World>]) -> Option<Outline> {
    let mut net = Net::default();
    net.add(0, rings.iter().cloned());
    net.settle();
    net.outlines(&[0]).pop().map(|outline| Outline { unit, ..outline })
}

/// Steps of the world to half a pixel of a tile of 512: 2^(32 - z) / 1024.
fn zoom_for(steps: f64) -> u8 {
    if steps <= 0.0 {
        // In line with its neighbours: never needed.
        return DEEPEST + 1;
    }
    let zoom = (22.0 - steps.log2()).ceil().clamp(0.0, f64::from(DEEPEST));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 22")]
    let zoom = zoom as u8;
    zoom
}

/// From a place to the stretch between two others.
fn distance(p: World, a: World, b: World) -> f64 {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    let d = |p: World, axis: usize| f64::from(p[axis]) - f64::from(a[axis]);
    let (px, py, bx, by) = (d(p, 0), d(p, 1), d(b, 0), d(b, 1));
    let along = ((px * bx + py * by) / (bx * bx + by * by).max(1.0)).clamp(0.0, 1.0);
    (px - along * bx).hypot(py - along * by)
}
