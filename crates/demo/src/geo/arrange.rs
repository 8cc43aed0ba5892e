//! From 38 outlines that overlap and gape a little to 38 districts that tile the city: all lines are
//! broken where they meet, every cell between them is given to one district, and the districts' rims
//! are read off again, so that neighbours share every corner.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    Error,
    plane::{P, area2, distance, inside, turn},
};

/// Side of the buckets in which lines that may meet are looked for, lattice steps (about 800 m).
const BUCKET: i32 = 8_192;
/// A corner nearer to a line than this, in lattice steps, lies on it.
const ON_LINE: f64 = 0.75;

type Line = (P, P);

/// The districts as counter-clockwise rings without gaps or overlaps between them, in the order
/// given. An overlap goes to the district that comes first, a gap or a piece cut off from the rest
/// to the neighbour with which it shares most border.
pub fn districts(outlines: &[Vec<P>]) -> Result<Vec<Vec<P>>, Error> {
    let plane = Cells::new(broken(outlines)?);
    let mut owner = plane.owners(outlines);
    plane.adopt(&mut owner);
    for district in 0..outlines.len() {
        plane.keep_largest(&mut owner, district);
    }
    plane.adopt(&mut owner);
    (0..outlines.len()).map(|district| plane.rim(&owner, district)).collect()
}

/// All sides of the outlines, broken where they touch or cross, each once with its lower end first.
fn broken(outlines: &[Vec<P>]) -> Result<Vec<Line>, Error> {
    let mut lines: BTreeSet<Line> = outlines
        .iter()
        .flat_map(|ring| super::plane::sides(ring))
        .filter(|(a, b)| a != b)
        .map(|(a, b)| if a < b { (a, b) } else { (b, a) })
        .collect();
    // Rounding a crossing to the lattice bends its lines a little and can make new crossings; a few
    // rounds settle it.
    for _ in 0..32 {
        let list: Vec<Line> = lines.iter().copied().collect();
        let breaks = breaks(&list);
        if breaks.is_empty() {
            return Ok(list);
        }
        for (at, mut points) in breaks {
            let (a, b) = list[at];
            lines.remove(&(a, b));
            points.sort_by(|p, q| distance(a, *p).total_cmp(&distance(a, *q)).then(p.cmp(q)));
            points.dedup();
            let mut from = a;
            for to in points.into_iter().chain([b]) {
                if from != to {
                    lines.insert(if from < to { (from, to) } else { (to, from) });
                }
                from = to;
            }
        }
    }
    Err(Error::Shape("the district outlines do not settle on the lattice".into()))
}

/// Where each line is to be broken.
fn breaks(list: &[Line]) -> BTreeMap<usize, Vec<P>> {
    let mut buckets: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
    for (at, (a, b)) in list.iter().enumerate() {
        for x in a.x.min(b.x).div_euclid(BUCKET)..=a.x.max(b.x).div_euclid(BUCKET) {
            for y in a.y.min(b.y).div_euclid(BUCKET)..=a.y.max(b.y).div_euclid(BUCKET) {
                buckets.entry((x, y)).or_default().push(at);
            }
        }
    }
    let mut breaks: BTreeMap<usize, Vec<P>> = BTreeMap::new();
    for near in buckets.values() {
        for (i, &e) in near.iter().enumerate() {
            for &f in &near[i + 1..] {
                for (line, point) in meetings(e, list[e], f, list[f]) {
                    breaks.entry(line).or_default().push(point);
                }
            }
        }
    }
    breaks
}

fn meetings(e: usize, (a, b): Line, f: usize, (c, d): Line) -> Vec<(usize, P)> {
    let mut found = Vec::new();
    for p in [c, d] {
        if on_line(p, a, b) {
            found.push((e, p));
        }
    }
    for p in [a, b] {
        if on_line(p, c, d) {
            found.push((f, p));
        }
    }
    if found.is_empty()
        && turn(a, b, c).signum() * turn(a, b, d).signum() < 0
        && turn(c, d, a).signum() * turn(c, d, b).signum() < 0
    {
        let p = crossing(a, b, c, d);
        if p != a && p != b {
            found.push((e, p));
        }
        if p != c && p != d {
            found.push((f, p));
        }
    }
    found
}

fn on_line(p: P, a: P, b: P) -> bool {
    if p == a || p == b {
        return false;
    }
    let (dx, dy) = (f64::from(b.x - a.x), f64::from(b.y - a.y));
    let (px, py) = (f64::from(p.x - a.x), f64::from(p.y - a.y));
    let (along, length) = (px * dx + py * dy, dx.hypot(dy));
    along > 0.0 && along < length * length && (px * dy - py * dx).abs() <= ON_LINE * length
}

#[expect(clippy::cast_possible_truncation, reason = "the crossing lies between points that fit")]
fn crossing(a: P, b: P, c: P, d: P) -> P {
    let part = turn(c, d, a) as f64 / (turn(c, d, a) - turn(c, d, b)) as f64;
    P {
        x: (f64::from(a.x) + part * f64::from(b.x - a.x)).round() as i32,
        y: (f64::from(a.y) + part * f64::from(b.y - a.y)).round() as i32,
    }
}

/// The cells between the lines. Each line is two arrows, `2k` and `2k + 1`; an arrow's cell is on
/// its left.
struct Cells {
    ends: Vec<(P, P)>,
    /// The arrow that follows around the same cell.
    next: Vec<usize>,
    /// The next arrow clockwise out of the same point.
    clockwise: Vec<usize>,
    cell: Vec<usize>,
    /// Counter-clockwise corners; a clockwise one is the outside.
    rings: Vec<Vec<P>>,
}

impl Cells {
    fn new(lines: Vec<Line>) -> Self {
        let ends: Vec<(P, P)> = lines.into_iter().flat_map(|(a, b)| [(a, b), (b, a)]).collect();
        let mut out: BTreeMap<P, Vec<usize>> = BTreeMap::new();
        for (arrow, (from, _)) in ends.iter().enumerate() {
            out.entry(*from).or_default().push(arrow);
        }
        let mut clockwise = vec![0; ends.len()];
        for (from, arrows) in &mut out {
            arrows.sort_by(|&g, &h| by_angle(*from, ends[g].1, ends[h].1));
            for (i, &arrow) in arrows.iter().enumerate() {
                clockwise[arrow] = arrows[(i + arrows.len() - 1) % arrows.len()];
            }
        }
        let next: Vec<usize> = (0..ends.len()).map(|arrow| clockwise[arrow ^ 1]).collect();
        let mut cell = vec![usize::MAX; ends.len()];
        let mut rings = Vec::new();
        for start in 0..ends.len() {
            if cell[start] != usize::MAX {
                continue;
            }
            let (mut arrow, mut ring) = (start, Vec::new());
            while cell[arrow] == usize::MAX {
                cell[arrow] = rings.len();
                ring.push(ends[arrow].0);
                arrow = next[arrow];
            }
            rings.push(ring);
        }
        Self { ends, next, clockwise, cell, rings }
    }

    /// The first outline that holds each cell, if any does.
    fn owners(&self, outlines: &[Vec<P>]) -> Vec<Option<usize>> {
        let boxes: Vec<(P, P)> = outlines.iter().map(|ring| extent(ring)).collect();
        self.rings
            .iter()
            .map(|ring| {
                if area2(ring) <= 0 {
                    return None;
                }
                let p = super::plane::label(ring);
                (0..outlines.len()).find(|&d| {
                    let (low, high) = boxes[d];
                    (low.x..=high.x).contains(&p.x)
                        && (low.y..=high.y).contains(&p.y)
                        && inside(p, &outlines[d])
                })
            })
            .collect()
    }

    /// Gives every cell without owner to the neighbour with most common border, until none is left
    /// but the outside.
    fn adopt(&self, owner: &mut [Option<usize>]) {
        loop {
            let mut shared: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
            for (arrow, &(from, to)) in self.ends.iter().enumerate() {
                let (here, there) = (self.cell[arrow], self.cell[arrow ^ 1]);
                if let (None, Some(district)) = (owner[here], owner[there]) {
                    *shared.entry(here).or_default().entry(district).or_default() += distance(from, to);
                }
            }
            let mut given = false;
            for (cell, neighbours) in shared {
                if area2(&self.rings[cell]) <= 0 {
                    continue;
                }
                let most = neighbours.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)));
                owner[cell] = most.map(|(&district, _)| district);
                given = true;
            }
            if !given {
                return;
            }
        }
    }

    /// Disowns the pieces of a district that hang together with its largest one by no side.
    fn keep_largest(&self, owner: &mut [Option<usize>], district: usize) {
        let mut piece: HashMap<usize, usize> = HashMap::new();
        let mut areas: Vec<i64> = Vec::new();
        let mut sides: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for arrow in 0..self.ends.len() {
            if owner[self.cell[arrow]] == Some(district) {
                sides.entry(self.cell[arrow]).or_default().push(self.cell[arrow ^ 1]);
            }
        }
        for &start in sides.keys() {
            if piece.contains_key(&start) {
                continue;
            }
            let (mut waiting, mut area) = (vec![start], 0);
            piece.insert(start, areas.len());
            while let Some(cell) = waiting.pop() {
                area += area2(&self.rings[cell]);
                for &other in &sides[&cell] {
                    if owner[other] == Some(district) && !piece.contains_key(&other) {
                        piece.insert(other, areas.len());
                        waiting.push(other);
                    }
                }
            }
            areas.push(area);
        }
        let largest = (0..areas.len()).max_by_key(|&i| areas[i]);
        for (cell, of) in piece {
            if Some(of) != largest {
                owner[cell] = None;
            }
        }
    }

    /// The rim of a district. A rim in two rings, or one that touches itself, would mean an enclave.
    fn rim(&self, owner: &[Option<usize>], district: usize) -> Result<Vec<P>, Error> {
        let mine = |arrow: usize| owner[self.cell[arrow]] == Some(district);
        let border: Vec<usize> = (0..self.ends.len()).filter(|&a| mine(a) && !mine(a ^ 1)).collect();
        let Some(&start) = border.first() else {
            return Err(Error::Shape(format!("district {district} has no ground")));
        };
        let (mut arrow, mut ring) = (start, Vec::new());
        loop {
            ring.push(self.ends[arrow].0);
            arrow = self.next[arrow];
            while mine(arrow ^ 1) {
                arrow = self.clockwise[arrow];
            }
            if arrow == start {
                break;
            }
        }
        let corners: BTreeSet<&P> = ring.iter().collect();
        if ring.len() != border.len() || corners.len() != ring.len() {
            return Err(Error::Shape(format!(
                "district {district}: rim of {} sides and {} corners, border of {}",
                ring.len(),
                corners.len(),
                border.len()
            )));
        }
        Ok(ring)
    }
}

fn extent(ring: &[P]) -> (P, P) {
    let far = P { x: i32::MAX, y: i32::MAX };
    let near = P { x: i32::MIN, y: i32::MIN };
    ring.iter().fold((far, near), |(low, high), p| {
        (P { x: low.x.min(p.x), y: low.y.min(p.y) }, P { x: high.x.max(p.x), y: high.y.max(p.y) })
    })
}

/// Order of the directions `o a` and `o b`, counter-clockwise from east, exact.
fn by_angle(o: P, a: P, b: P) -> std::cmp::Ordering {
    let lower_half = |p: P| p.y < o.y || (p.y == o.y && p.x < o.x);
    lower_half(a).cmp(&lower_half(b)).then_with(|| 0.cmp(&turn(o, a, b)))
}
