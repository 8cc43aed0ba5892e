//! Rings that share corners and sides, and the straight cut that makes two of one.
//!
//! A side that is cut anywhere is cut for both its neighbours: the cut is noted under the side, and
//! a ring is brought up to date before it is used. So nesting and coverage hold by construction.

use std::collections::HashMap;

use super::{
    chord::{Chord, End},
    plane::P,
};

/// Number of a corner.
pub type Corner = u32;

/// All corners and the sides cut so far.
#[derive(Default)]
pub struct Mesh {
    points: Vec<P>,
    numbers: HashMap<P, Corner>,
    cut: HashMap<(Corner, Corner), Corner>,
}

impl Mesh {
    /// The corner at a point.
    pub fn corner(&mut self, p: P) -> Corner {
        let fresh = u32::try_from(self.points.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(p).or_insert(fresh);
        if number == fresh {
            self.points.push(p);
        }
        number
    }

    /// A ring with every cut of its sides by neighbours put in.
    pub fn up_to_date(&self, ring: &[Corner]) -> Vec<Corner> {
        let mut whole = Vec::with_capacity(ring.len() + 4);
        for (i, &from) in ring.iter().enumerate() {
            whole.push(from);
            self.between(from, ring[(i + 1) % ring.len()], &mut whole);
        }
        whole
    }

    fn between(&self, from: Corner, to: Corner, whole: &mut Vec<Corner>) {
        if let Some(&middle) = self.cut.get(&(from.min(to), from.max(to))) {
            self.between(from, middle, whole);
            whole.push(middle);
            self.between(middle, to, whole);
        }
    }

    /// The points of a ring.
    pub fn points(&self, ring: &[Corner]) -> Vec<P> {
        ring.iter().map(|&corner| self.points[corner as usize]).collect()
    }

    /// Cuts an up-to-date ring along a chord of it: the part from `p` forward to `q`, and the rest.
    pub fn cut(&mut self, ring: &[Corner], chord: &Chord) -> (Vec<Corner>, Vec<Corner>) {
        let p = self.end(ring, chord.p, chord.from);
        let q = self.end(ring, chord.q, chord.to);
        let (first, last) = chord.span(ring.len());
        let mut front = vec![p];
        front.extend_from_slice(&ring[first..=last]);
        front.push(q);
        let (first, last) = chord.rest(ring.len());
        let mut back = vec![q];
        back.extend((first..=last).map(|i| ring[i % ring.len()]));
        back.push(p);
        (front, back)
    }

    fn end(&mut self, ring: &[Corner], at: P, end: End) -> Corner {
        match end {
            End::Corner(i) => ring[i],
            End::Side(i) => {
                let (a, b) = (ring[i], ring[(i + 1) % ring.len()]);
                let middle = self.corner(at);
                if middle != a && middle != b {
                    self.cut.insert((a.min(b), a.max(b)), middle);
                }
                middle
            }
        }
    }
}
