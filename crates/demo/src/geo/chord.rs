//! Straight cuts through a ring: where a line crosses it, and what lies on each side of the cut.

use super::plane::{EAST, NORTH, P, distance, inside, meet, ray_crosses, turn, within};

/// Where a chord ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At corner `i`.
    Corner(usize),
    /// On the side from corner `i` to the next.
    Side(usize),
}

/// A straight cut inside a ring, from `p` to `q`.
#[derive(Clone, Copy, Debug)]
pub struct Chord {
    /// Where it begins; earlier on the ring than `q`.
    pub p: P,
    /// Where `p` lies on the ring.
    pub from: End,
    /// Where it ends.
    pub q: P,
    /// Where `q` lies on the ring.
    pub to: End,
    /// Metres.
    pub length: f64,
    /// Part of the ring's area that lies on the way from `p` forward to `q`.
    pub front: f64,
}

impl Chord {
    /// First and last corner strictly between `p` and `q`.
    pub fn span(&self, _corners: usize) -> (usize, usize) {
        (after(self.from), before(self.to))
    }
    /// First and last corner strictly between `q` and `p`, going on past the end of the ring.
    pub fn rest(&self, corners: usize) -> (usize, usize) {
        (after(self.to), before(self.from).wrapping_add(corners))
    }
}

fn after(end: End) -> usize {
    match end {
        End::Corner(i) | End::Side(i) => i + 1,
    }
}
fn before(end: End) -> usize {
    match end {
        End::Corner(i) => i.wrapping_sub(1),
        End::Side(i) => i,
    }
}

/// A ring prepared for many cuts.
pub struct Shape<'a> {
    /// Its corners, counter-clockwise.
    pub ring: &'a [P],
    metres: Vec<(f64, f64)>,
    /// Twice the area swept from corner 0 to each corner, seen from corner 0.
    swept: Vec<f64>,
    /// Square metres.
    pub area: f64,
    /// An end nearer to a corner than this goes to the corner, metres.
    snap: f64,
}

impl<'a> Shape<'a> {
    /// Prepares a counter-clockwise ring.
    pub fn new(ring: &'a [P]) -> Self {
        let o = ring[0];
        let metres: Vec<(f64, f64)> =
            ring.iter().map(|p| (f64::from(p.x - o.x) * EAST, f64::from(p.y - o.y) * NORTH)).collect();
        let mut swept = vec![0.0; ring.len() + 1];
        for i in 0..ring.len() {
            swept[i + 1] = swept[i] + cross(metres[i], metres[(i + 1) % ring.len()]);
        }
        let area = swept[ring.len()] / 2.0;
        Self { ring, metres, swept, area, snap: (area.max(1.0).sqrt() * 0.03).min(20.0) }
    }

    /// A point in metres from corner 0.
    pub fn local(&self, p: P) -> (f64, f64) {
        (f64::from(p.x - self.ring[0].x) * EAST, f64::from(p.y - self.ring[0].y) * NORTH)
    }

    /// The least and greatest distance of the corners along a direction.
    pub fn range(&self, (nx, ny): (f64, f64)) -> (f64, f64) {
        self.metres.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (x, y)| {
            let d = nx * x + ny * y;
            (low.min(d), high.max(d))
        })
    }

    /// The chords that the line `n · point = offset` makes.
    pub fn chords(&self, (nx, ny): (f64, f64), offset: f64, found: &mut Vec<Chord>) {
        found.clear();
        let side = |i: usize| nx * self.metres[i].0 + ny * self.metres[i].1 - offset;
        let mut crossings: Vec<(f64, usize, P)> = Vec::new();
        let mut here = side(0);
        for i in 0..self.ring.len() {
            let j = (i + 1) % self.ring.len();
            let there = side(j);
            if (here >= 0.0) != (there >= 0.0) {
                let part = here / (here - there);
                let p = between(self.ring[i], self.ring[j], part);
                let (x, y) = self.local(p);
                crossings.push((ny * x - nx * y, i, p));
            }
            here = there;
        }
        crossings.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for pair in crossings.chunks_exact(2) {
            let (a, b) = (&pair[0], &pair[1]);
            let (a, b) = if a.1 < b.1 { (a, b) } else { (b, a) };
            found.extend(self.chord((a.1, a.2), (b.1, b.2)));
        }
    }

    fn chord(&self, a: (usize, P), b: (usize, P)) -> Option<Chord> {
        let ((p, from), (q, to)) = (self.snapped(a), self.snapped(b));
        let corners = self.ring.len();
        // Snapping at the seam can turn the order round; such a chord is simply not offered.
        let (first, last) = (after(from), before(to));
        if p == q || last == usize::MAX || first > last || after(to) > before(from).wrapping_add(corners) {
            return None;
        }
        if let (End::Corner(i), End::Corner(j)) = (from, to)
            && (i >= j)
        {
            return None;
        }
        let (mp, mq) = (self.local(p), self.local(q));
        let front = self.swept[last] - self.swept[first]
            + cross(mp, self.metres[first])
            + cross(self.metres[last], mq)
            + cross(mq, mp);
        Some(Chord { p, from, q, to, length: distance(p, q), front: front / 2.0 / self.area })
    }

    fn snapped(&self, (i, p): (usize, P)) -> (P, End) {
        let j = (i + 1) % self.ring.len();
        let (to_i, to_j) = (distance(p, self.ring[i]), distance(p, self.ring[j]));
        if to_i <= to_j && to_i < self.snap {
            (self.ring[i], End::Corner(i))
        } else if to_j < self.snap {
            (self.ring[j], End::Corner(j))
        } else {
            (p, End::Side(i))
        }
    }

    /// Whether the chord runs inside the ring and touches it at its two ends only.
    pub fn is_clear(&self, chord: &Chord) -> bool {
        let (p, q) = (chord.p, chord.q);
        let middle = P { x: i32::midpoint(p.x, q.x), y: i32::midpoint(p.y, q.y) };
        if !(0.01..0.99).contains(&chord.front) || !inside(middle, self.ring) {
            return false;
        }
        let on_chord = |c: P| turn(p, q, c) == 0 && within(p, q, c);
        (0..self.ring.len()).all(|i| {
            let (a, b) = (self.ring[i], self.ring[(i + 1) % self.ring.len()]);
            if chord.from == End::Side(i) || chord.to == End::Side(i) {
                return !on_chord(a) && !on_chord(b);
            }
            if a == p || a == q {
                return b == p || b == q || !on_chord(b);
            }
            if b == p || b == q {
                return !on_chord(a);
            }
            !meet(p, q, a, b)
        })
    }

    /// The sides that a ray from `p` to the east crosses; see [`Shape::in_front`].
    pub fn ray(&self, p: P) -> Vec<usize> {
        (0..self.ring.len())
            .filter(|&i| ray_crosses(p, self.ring[i], self.ring[(i + 1) % self.ring.len()]))
            .collect()
    }

    /// Whether `s`, whose [`Shape::ray`] is known, lies in the part from `p` forward to `q`.
    pub fn in_front(&self, chord: &Chord, s: P, ray: &[usize]) -> bool {
        let (first, last) = (after(chord.from), before(chord.to));
        let whole = ray.iter().filter(|&&i| i >= first && i < last).count();
        let ends = [(chord.p, self.ring[first]), (self.ring[last], chord.q), (chord.q, chord.p)];
        (whole + ends.into_iter().filter(|&(a, b)| ray_crosses(s, a, b)).count()) % 2 == 1
    }
}

fn cross(a: (f64, f64), b: (f64, f64)) -> f64 {
    a.0 * b.1 - a.1 * b.0
}

#[expect(clippy::cast_possible_truncation, reason = "the point lies between two that fit")]
fn between(a: P, b: P, part: f64) -> P {
    P {
        x: (f64::from(a.x) + part * f64::from(b.x - a.x)).round() as i32,
        y: (f64::from(a.y) + part * f64::from(b.y - a.y)).round() as i32,
    }
}
