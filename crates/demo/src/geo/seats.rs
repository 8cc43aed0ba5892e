//! Where each town's seat stands: as GeoNames has it, and for the towns it lacks at a likely place.

use std::collections::HashMap;

use super::plane::{P, distance, inside, label, to_ring};

/// Metres a known seat that lies on or beyond the schematic border is brought inside it.
const CLEAR: f64 = 60.0;

/// One seat for each town of a district, in the order of `towns` (code, name).
///
/// A known seat outside the outline goes to the nearest place inside; one that coincides with
/// another moves aside. A street that is not known stands near the known streets of its district,
/// everything else where most room is.
pub fn place(ring: &[P], towns: &[(&str, &str)], known: &HashMap<String, P>) -> Vec<P> {
    let mut seats: Vec<Option<P>> = vec![None; towns.len()];
    for (i, (code, _)) in towns.iter().enumerate() {
        let Some(&at) = known.get(*code) else { continue };
        let mut at = at;
        if !inside(at, ring) || to_ring(at, ring) < CLEAR {
            at = nearest_inside(at, ring);
        }
        let taken = |p: P, seats: &[Option<P>]| seats.iter().flatten().any(|s| distance(*s, p) < CLEAR);
        if taken(at, &seats) {
            at = around(at, &[400.0, 800.0]).find(|&p| inside(p, ring) && !taken(p, &seats)).unwrap_or(at);
        }
        seats[i] = Some(at);
    }
    for (i, (_, name)) in towns.iter().enumerate() {
        if seats[i].is_none() {
            let stand: Vec<P> = seats.iter().flatten().copied().collect();
            let streets = towns.iter().zip(&seats).filter(|((_, n), _)| n.ends_with("街道"));
            let streets: Vec<P> = streets.filter_map(|(_, s)| *s).collect();
            let near = if name.ends_with("街道") { beside(ring, &streets, &stand) } else { None };
            seats[i] = Some(near.unwrap_or_else(|| roomiest(ring, &stand)));
        }
    }
    seats.into_iter().flatten().collect()
}

fn nearest_inside(at: P, ring: &[P]) -> P {
    let radii: Vec<f64> = (1..=80).map(|i| f64::from(i) * 60.0).collect();
    let mut places = around(at, &radii).filter(|&p| inside(p, ring) && to_ring(p, ring) >= CLEAR);
    places.next().unwrap_or_else(|| label(ring))
}

/// The first place near one of the streets that leaves room to all seats and to the border.
fn beside(ring: &[P], streets: &[P], stand: &[P]) -> Option<P> {
    let free = |p: P, radius: f64| {
        inside(p, ring)
            && to_ring(p, ring) > radius * 0.3
            && stand.iter().all(|s| distance(*s, p) > radius * 0.8)
    };
    [900.0, 1_300.0, 1_900.0, 2_800.0, 4_000.0, 6_000.0].into_iter().find_map(|radius| {
        streets.iter().find_map(|&street| around(street, &[radius]).find(|&p| free(p, radius)))
    })
}

/// The place of a coarse lattice over the district that is farthest from all seats and the border.
fn roomiest(ring: &[P], stand: &[P]) -> P {
    let (low_x, high_x) = ring.iter().fold((i32::MAX, i32::MIN), |(l, h), p| (l.min(p.x), h.max(p.x)));
    let (low_y, high_y) = ring.iter().fold((i32::MAX, i32::MIN), |(l, h), p| (l.min(p.y), h.max(p.y)));
    let mut best = (0.0, label(ring));
    for i in 1..48 {
        for j in 1..48 {
            let p = P { x: low_x + (high_x - low_x) / 48 * i, y: low_y + (high_y - low_y) / 48 * j };
            let room = stand.iter().map(|s| distance(*s, p)).fold(f64::INFINITY, f64::min);
            if room > best.0 && inside(p, ring) {
                let room = room.min(2.0 * to_ring(p, ring));
                if room > best.0 {
                    best = (room, p);
                }
            }
        }
    }
    best.1
}

/// Sixteen places around a point at each of the radii (metres), nearest first.
fn around(at: P, radii: &[f64]) -> impl Iterator<Item = P> {
    radii.iter().flat_map(move |radius| {
        (0..16).map(move |i| {
            let angle = std::f64::consts::TAU * f64::from(i) / 16.0;
            #[expect(clippy::cast_possible_truncation, reason = "a few kilometres")]
            let step = |metres: f64, unit: f64| (metres / unit).round() as i32;
            P {
                x: at.x + step(radius * angle.cos(), super::plane::EAST),
                y: at.y + step(radius * angle.sin(), super::plane::NORTH),
            }
        })
    })
}
