//! District → towns → villages → grids, each by straight cuts.

use super::{
    Error,
    chord::{Chord, Shape},
    mesh::{Corner, Mesh},
    plane::{P, to_segment},
};

/// A ring of corners.
pub type Ring = Vec<Corner>;

/// Cuts a district so that every seat keeps a piece of its own; returns the rings in the order of
/// the seats. A good cut is short, far from the seats, and leaves about as many seats on each side.
pub fn towns(mesh: &mut Mesh, ring: Ring, seats: &[P]) -> Result<Vec<Ring>, Error> {
    let mut done: Vec<Ring> = vec![Vec::new(); seats.len()];
    let mut waiting: Vec<(Ring, Vec<usize>)> = vec![(ring, (0..seats.len()).collect())];
    while let Some((ring, here)) = waiting.pop() {
        if let [only] = here[..] {
            done[only] = ring;
            continue;
        }
        let ring = mesh.up_to_date(&ring);
        let points = mesh.points(&ring);
        let shape = Shape::new(&points);
        let at: Vec<P> = here.iter().map(|&i| seats[i]).collect();
        let (chord, front) = between_seats(&shape, &at, 16, 1)
            .or_else(|| between_seats(&shape, &at, 90, 9))
            .ok_or_else(|| Error::Shape(format!("no line parts the seats {at:?}")))?;
        let (front_ring, back_ring) = mesh.cut(&ring, &chord);
        let (mut ahead, mut behind) = (Vec::new(), Vec::new());
        for (seat, in_front) in here.into_iter().zip(front) {
            if in_front { ahead.push(seat) } else { behind.push(seat) }
        }
        waiting.push((back_ring, behind));
        waiting.push((front_ring, ahead));
    }
    Ok(done)
}

/// The best chord that parts the seats, and which of them lie in front of it.
fn between_seats(shape: &Shape, seats: &[P], angles: u32, steps: u32) -> Option<(Chord, Vec<bool>)> {
    let rays: Vec<Vec<usize>> = seats.iter().map(|&s| shape.ray(s)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few dozen seats")]
    let (count, room) = (seats.len() as f64, (shape.area / seats.len() as f64).sqrt() / 2.0);
    let mut found: Vec<(f64, Chord, Vec<bool>)> = Vec::new();
    let mut chords = Vec::new();
    for normal in directions(angles) {
        let mut along: Vec<f64> = seats
            .iter()
            .map(|&s| {
                let (x, y) = shape.local(s);
                normal.0 * x + normal.1 * y
            })
            .collect();
        along.sort_by(f64::total_cmp);
        for (gap, step) in along.windows(2).flat_map(|gap| (1..=steps).map(move |step| (gap, step))) {
            let part = f64::from(step) / f64::from(steps + 1);
            shape.chords(normal, gap[0] + (gap[1] - gap[0]) * part, &mut chords);
            for chord in &chords {
                let front: Vec<bool> =
                    seats.iter().zip(&rays).map(|(&s, ray)| shape.in_front(chord, s, ray)).collect();
                #[expect(clippy::cast_precision_loss, reason = "a few dozen seats")]
                let ahead = front.iter().filter(|&&f| f).count() as f64;
                if ahead < 1.0 || ahead > count - 1.0 {
                    continue;
                }
                let margin =
                    seats.iter().map(|&s| to_segment(s, chord.p, chord.q)).fold(f64::INFINITY, f64::min);
                let smaller = chord.front.min(1.0 - chord.front).max(1e-6) * shape.area;
                let cost = chord.length / smaller.sqrt()
                    + 1.5 * (1.0 - (margin / room).min(1.0))
                    + 0.5 * (1.0 - 2.0 * ahead.min(count - ahead) / count);
                found.push((cost, *chord, front));
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, chord, front)| (chord, front)).find(|(chord, _)| shape.is_clear(chord))
}

/// Cuts a town into pieces of the given weights; those named first come to lie nearer to the seat.
/// Returns the rings in the order of the weights.
pub fn villages(mesh: &mut Mesh, ring: Ring, seat: P, weights: &[f64]) -> Result<Vec<Ring>, Error> {
    let mut done: Vec<Ring> = vec![Vec::new(); weights.len()];
    let mut waiting = vec![(ring, 0..weights.len())];
    while let Some((ring, here)) = waiting.pop() {
        if here.len() == 1 {
            done[here.start] = ring;
            continue;
        }
        let total: f64 = weights[here.clone()].iter().sum();
        let (mut middle, mut first, mut sum) = (here.start + 1, weights[here.start], weights[here.start]);
        for i in here.start + 2..here.end {
            sum += weights[i - 1];
            if (sum - total / 2.0).abs() < (first - total / 2.0).abs() {
                (middle, first) = (i, sum);
            }
        }
        let (near, far) = halves(mesh, &ring, first / total, Some(seat))?;
        waiting.push((far, middle..here.end));
        waiting.push((near, here.start..middle));
    }
    Ok(done)
}

/// Cuts a village into `count` pieces of about the same size.
pub fn grids(mesh: &mut Mesh, ring: Ring, count: usize) -> Result<Vec<Ring>, Error> {
    let mut done = Vec::with_capacity(count);
    let mut waiting = vec![(ring, count)];
    while let Some((ring, count)) = waiting.pop() {
        if count == 1 {
            done.push(ring);
            continue;
        }
        let first = count / 2;
        #[expect(clippy::cast_precision_loss, reason = "at most a dozen")]
        let (one, other) = halves(mesh, &ring, first as f64 / count as f64, None)?;
        waiting.push((other, count - first));
        waiting.push((one, first));
    }
    Ok(done)
}

/// Cuts a ring in two: the first has about `part` of the area and, if a point is given, is the one
/// towards it.
fn halves(mesh: &mut Mesh, ring: &[Corner], part: f64, near: Option<P>) -> Result<(Ring, Ring), Error> {
    let ring = mesh.up_to_date(ring);
    let points = mesh.points(&ring);
    let shape = Shape::new(&points);
    let (chord, front_first) = by_area(&shape, part, near, 12, 15)
        .or_else(|| by_area(&shape, part, near, 60, 60))
        .ok_or_else(|| Error::Shape(format!("no line halves the piece at {:?}", points[0])))?;
    let (front, back) = mesh.cut(&ring, &chord);
    Ok(if front_first { (front, back) } else { (back, front) })
}

/// The best chord that cuts off `part` of the area, and whether that part is the one in front.
fn by_area(shape: &Shape, part: f64, near: Option<P>, angles: u32, steps: u32) -> Option<(Chord, bool)> {
    let mut found: Vec<(f64, Chord, bool)> = Vec::new();
    let mut chords = Vec::new();
    for normal in directions(angles) {
        let (low, high) = shape.range(normal);
        for step in 1..=steps {
            let offset = low + (high - low) * f64::from(step) / f64::from(steps + 1);
            shape.chords(normal, offset, &mut chords);
            for chord in &chords {
                let along = |p: P| {
                    let (x, y) = shape.local(p);
                    normal.0 * x + normal.1 * y >= offset
                };
                let towards = near.map(|p| along(p) == along(shape.ring[chord.span(0).0]));
                for front_first in [true, false] {
                    if towards.is_some_and(|t| t != front_first) {
                        continue;
                    }
                    let first = if front_first { chord.front } else { 1.0 - chord.front }.clamp(1e-6, 1.0);
                    let off = (first / part).ln().abs() + ((1.0 - first).max(1e-6) / (1.0 - part)).ln().abs();
                    let smaller = first.min(1.0 - first).max(1e-6) * shape.area;
                    found.push((chord.length / smaller.sqrt() + 1.5 * off, *chord, front_first));
                }
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, chord, first)| (chord, first)).find(|(chord, _)| shape.is_clear(chord))
}

/// Unit vectors over half a turn.
fn directions(count: u32) -> impl Iterator<Item = (f64, f64)> {
    (0..count).map(move |i| {
        let angle = std::f64::consts::PI * (f64::from(i) + 0.25) / f64::from(count);
        (angle.cos(), angle.sin())
    })
}
