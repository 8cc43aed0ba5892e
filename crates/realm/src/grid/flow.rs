//! The law of shapes: what a grid's border must be like, and how a set of them must lie together.
//! Pure; exact on whole numbers except for areas.

use std::collections::{HashMap, HashSet};

use geo::{Area, BooleanOps, Coord as Xy, LineString, MultiPolygon, Polygon};
use rstar::{AABB, RTree, primitives::GeomWithData, primitives::Rectangle};
use wangge_base::{Level, Refusal, UnitCode};

use super::{Corner, NewShape, STEPS};
use crate::unit::{NewUnit, UnitKind, flow::Fault};

/// Overlap of two neighbours that is still taken for rounding: square metres, and as a part of the
/// smaller grid.
pub const OVERLAP: (f64, f64) = (50.0, 0.01);
/// Grids of one village farther apart than this are pointed out, steps (about 3 km).
const APART: i32 = 300_000;
/// A grid wider than this is a mistake, steps (5°); below it no product overflows.
const WIDE: i64 = 50_000_000;
/// Corners a border may have.
const CORNERS: usize = 20_000;

type Extent = (Corner, Corner);

/// Checks shapes against each other and against the units they belong to, adds what is wrong to
/// `faults`, and answers the area they cover, square kilometres. Without any shape there is nothing
/// to check: a city may begin with its units.
pub fn check(shapes: &[NewShape], units: &[NewUnit], faults: &mut Vec<Fault>) -> f64 {
    if shapes.is_empty() {
        return 0.0;
    }
    let grids: HashMap<&str, &NewUnit> = units
        .iter()
        .filter(|unit| unit.kind == UnitKind::Grid && unit.valid_to.is_none())
        .map(|unit| (unit.code.as_str(), unit))
        .collect();
    let mut lines: HashMap<&str, i64> = HashMap::with_capacity(shapes.len());
    let mut good: Vec<&NewShape> = Vec::with_capacity(shapes.len());
    for shape in shapes {
        let (line, code) = (shape.line, shape.code.as_str());
        if let Some(first) = lines.insert(code, line) {
            let (zh, en) = (format!("网格与第{first}行重复"), format!("the same grid as in row {first}"));
            faults.push(Fault::new(line, code, "code", zh, en));
            continue;
        }
        if !grids.contains_key(code) {
            faults.push(Fault::new(line, code, "code", "没有这个网格", "there is no such grid"));
        }
        match sound(&shape.rings) {
            Ok(()) => good.push(shape),
            Err((zh, en)) => faults.push(Fault::new(line, code, "geometry", zh, en)),
        }
    }
    for (code, unit) in &grids {
        if !lines.contains_key(code) {
            faults.push(Fault::new(unit.line, code, "geometry", "网格没有图形", "the grid has no shape"));
        }
    }
    overlaps(&good, faults);
    astray(&good, &grids, faults);
    good.iter().map(|shape| square_metres(&shape.rings)).sum::<f64>() / 1e6
}

/// Whether rings make one valid polygon; if not, why, in Chinese and English.
pub fn sound(rings: &[Vec<Corner>]) -> Result<(), (String, String)> {
    let no = |zh: &str, en: &str| Err((zh.to_owned(), en.to_owned()));
    let Some(border) = rings.first() else {
        return no("没有图形", "there is no polygon");
    };
    if rings.iter().any(|ring| ring.len() < 3) {
        return no("环少于三个不同的点", "a ring has fewer than three different corners");
    }
    if rings.iter().map(Vec::len).sum::<usize>() > CORNERS {
        return no("点数超过两万", "it has more than 20,000 corners");
    }
    let outside = |c: &Corner| c[0].unsigned_abs() > 1_800_000_000 || c[1].unsigned_abs() > 900_000_000;
    if rings.iter().flatten().any(outside) {
        return no("坐标超出范围", "a corner is not on the earth");
    }
    let (low, high) = extent(rings);
    if (0..2).any(|axis| i64::from(high[axis]) - i64::from(low[axis]) > WIDE) {
        return no("图形跨度超过5度", "it is wider than 5 degrees");
    }
    if let Some(c) = fold(rings) {
        let at = super::coord(c);
        return Err((
            format!("边界自相交或自相接,在 {:.6},{:.6} 附近", at.lon, at.lat),
            format!("the border crosses or touches itself near {:.6},{:.6}", at.lon, at.lat),
        ));
    }
    if rings[1..].iter().any(|hole| !hole.iter().all(|c| surrounds(border, *c) || on(border, *c))) {
        return no("内环不在外环之内", "a hole lies outside of the border");
    }
    if square_metres(rings) < 1.0 {
        return no("面积不足1平方米", "its area is below a square metre");
    }
    Ok(())
}

/// A corner near which sides of the rings cross, or a ring touches itself.
fn fold(rings: &[Vec<Corner>]) -> Option<Corner> {
    // Sides as (ring, place in it, from, to), by their western end: only those that overlap in
    // longitude are compared.
    let mut sides: Vec<(usize, usize, Corner, Corner)> = Vec::new();
    for (r, ring) in rings.iter().enumerate() {
        sides.extend((0..ring.len()).map(|i| (r, i, ring[i], ring[(i + 1) % ring.len()])));
    }
    sides.sort_by_key(|(_, _, a, b)| a[0].min(b[0]));
    for (n, &(r, i, a, b)) in sides.iter().enumerate() {
        if a == b {
            return Some(a);
        }
        let east = a[0].max(b[0]);
        for &(s, j, c, d) in sides[n + 1..].iter().take_while(|(_, _, c, d)| c[0].min(d[0]) <= east) {
            let bad = if r != s {
                crosses(a, b, c, d)
            } else if (i + 1) % rings[r].len() == j {
                doubles_back(a, b, d)
            } else if (j + 1) % rings[r].len() == i {
                doubles_back(c, d, b)
            } else {
                meets(a, b, c, d)
            };
            if bad {
                return Some(if r == s { b } else { c });
            }
        }
    }
    None
}

fn turn(o: Corner, a: Corner, b: Corner) -> i64 {
    let d = |p: i32, q: i32| i64::from(p) - i64::from(q);
    d(a[0], o[0]) * d(b[1], o[1]) - d(a[1], o[1]) * d(b[0], o[0])
}
/// Whether the way `a b c` goes back on itself.
fn doubles_back(a: Corner, b: Corner, c: Corner) -> bool {
    let d = |p: i32, q: i32| i64::from(p) - i64::from(q);
    turn(a, b, c) == 0 && d(b[0], a[0]) * d(c[0], b[0]) + d(b[1], a[1]) * d(c[1], b[1]) < 0
}
/// Whether two segments cross in their insides.
fn crosses(a: Corner, b: Corner, c: Corner, d: Corner) -> bool {
    turn(a, b, c).signum() * turn(a, b, d).signum() < 0 && turn(c, d, a).signum() * turn(c, d, b).signum() < 0
}
/// Whether two segments have any point in common.
fn meets(a: Corner, b: Corner, c: Corner, d: Corner) -> bool {
    crosses(a, b, c, d) || on_side(c, a, b) || on_side(d, a, b) || on_side(a, c, d) || on_side(b, c, d)
}
fn on_side(p: Corner, a: Corner, b: Corner) -> bool {
    let between = |i: usize| p[i] >= a[i].min(b[i]) && p[i] <= a[i].max(b[i]);
    between(0) && between(1) && turn(a, b, p) == 0
}
fn sides(ring: &[Corner]) -> impl Iterator<Item = (Corner, Corner)> + '_ {
    (0..ring.len()).map(|i| (ring[i], ring[(i + 1) % ring.len()]))
}
/// Whether a point lies on a ring.
fn on(ring: &[Corner], p: Corner) -> bool {
    sides(ring).any(|(a, b)| on_side(p, a, b))
}

/// Whether a ring goes round a point. On shared sides exactly one of two neighbours says yes.
pub fn surrounds(ring: &[Corner], p: Corner) -> bool {
    let Some(&last) = ring.last() else { return false };
    let (mut inside, mut a) = (false, last);
    for &b in ring {
        if (a[1] > p[1]) != (b[1] > p[1]) {
            let (low, high) = if a[1] < b[1] { (a, b) } else { (b, a) };
            inside ^= turn(low, high, p) > 0;
        }
        a = b;
    }
    inside
}

/// Area on the sphere of 6,371,008.8 m: border less holes, square metres.
pub fn square_metres(rings: &[Vec<Corner>]) -> f64 {
    const RADIUS: f64 = 6_371_008.8;
    let radians = |steps: i32| (f64::from(steps) / STEPS).to_radians();
    let ring = |ring: &Vec<Corner>| {
        // Chamberlain and Duquette 2007, with latitudes taken relative to the ring: a grid is small,
        // and the sines of large angles would lose its digits.
        let middle = ring.first().map_or(0.0, |c| radians(c[1]));
        let sum: f64 = sides(ring)
            .map(|(a, b)| {
                let width = (f64::from(b[0]) - f64::from(a[0])) / STEPS;
                let height = (radians(a[1]).sin() - middle.sin()) + (radians(b[1]).sin() - middle.sin());
                width.to_radians() * height
            })
            .sum();
        (sum * RADIUS * RADIUS / 2.0).abs()
    };
    rings.iter().enumerate().map(|(i, r)| if i == 0 { ring(r) } else { -ring(r) }).sum()
}

/// The box around rings.
pub fn extent(rings: &[Vec<Corner>]) -> Extent {
    rings.iter().flatten().fold(([i32::MAX; 2], [i32::MIN; 2]), |(low, high), c| {
        ([low[0].min(c[0]), low[1].min(c[1])], [high[0].max(c[0]), high[1].max(c[1])])
    })
}

/// Reports neighbours that overlap by more than rounding.
fn overlaps(shapes: &[&NewShape], faults: &mut Vec<Fault>) {
    let wide = |c: Corner| [i64::from(c[0]), i64::from(c[1])];
    let boxes: Vec<Extent> = shapes.iter().map(|shape| extent(&shape.rings)).collect();
    let tree = RTree::bulk_load(
        boxes
            .iter()
            .enumerate()
            .map(|(i, (low, high))| GeomWithData::new(Rectangle::from_corners(wide(*low), wide(*high)), i))
            .collect(),
    );
    for (i, shape) in shapes.iter().enumerate() {
        let (low, high) = boxes[i];
        let mut near: Vec<usize> = tree
            .locate_in_envelope_intersecting(AABB::from_corners(wide(low), wide(high)))
            .map(|found| found.data)
            .filter(|&j| j > i)
            .collect();
        near.sort_unstable();
        for j in near {
            let other = shapes[j];
            if !may_overlap((&shape.rings, boxes[i]), (&other.rings, boxes[j])) {
                continue;
            }
            let common = common_metres(&shape.rings, &other.rings);
            let smaller = square_metres(&shape.rings).min(square_metres(&other.rings));
            if common > OVERLAP.0 || common > OVERLAP.1 * smaller {
                let zh = format!("与第{}行网格{}重叠{common:.0}平方米", other.line, other.code);
                let en = format!("overlaps grid {} of row {} by {common:.0} m²", other.code, other.line);
                faults.push(Fault::new(shape.line, shape.code.as_str(), "geometry", zh, en));
            }
        }
    }
}

/// Whether two shapes may have more than a border in common: exact for shapes that share sides.
fn may_overlap((a, a_box): (&[Vec<Corner>], Extent), (b, b_box): (&[Vec<Corner>], Extent)) -> bool {
    let low = [a_box.0[0].max(b_box.0[0]), a_box.0[1].max(b_box.0[1])];
    let high = [a_box.1[0].min(b_box.1[0]), a_box.1[1].min(b_box.1[1])];
    if low[0] >= high[0] || low[1] >= high[1] {
        return false;
    }
    let near = |rings: &[Vec<Corner>]| -> Vec<(Corner, Corner)> {
        let reaches =
            |(p, q): &(Corner, Corner)| (0..2).all(|i| p[i].max(q[i]) >= low[i] && p[i].min(q[i]) <= high[i]);
        rings.iter().flat_map(|ring| sides(ring)).filter(reaches).collect()
    };
    let (sides_a, sides_b) = (near(a), near(b));
    if sides_a.iter().any(|&(p, q)| sides_b.iter().any(|&(r, s)| crosses(p, q, r, s))) {
        return true;
    }
    let strictly = |p: Corner, rings: &[Vec<Corner>], (low, high): Extent| {
        (0..2).all(|i| p[i] > low[i] && p[i] < high[i])
            && rings.iter().filter(|ring| surrounds(ring, p)).count() % 2 == 1
            && !rings.iter().any(|ring| on(ring, p))
    };
    let middle = |(p, q): (Corner, Corner)| [i32::midpoint(p[0], q[0]), i32::midpoint(p[1], q[1])];
    let pokes = |own: &[(Corner, Corner)], other: &[Vec<Corner>], within: Extent| {
        own.iter().any(|side| strictly(side.0, other, within) || strictly(middle(*side), other, within))
    };
    pokes(&sides_a, b, b_box) || pokes(&sides_b, a, a_box) || a == b
}

/// Square metres that two shapes have in common.
pub fn common_metres(a: &[Vec<Corner>], b: &[Vec<Corner>]) -> f64 {
    let origin = a[0][0];
    let common = polygon(a, origin).intersection(&polygon(b, origin));
    let metres = |steps: f64| steps / STEPS * 111_195.0;
    let squeeze = (f64::from(origin[1]) / STEPS).to_radians().cos();
    metres(metres(common.unsigned_area())) * squeeze
}

/// As a polygon in steps from an origin, where floats are exact.
fn polygon(rings: &[Vec<Corner>], origin: Corner) -> Polygon {
    let line = |ring: &Vec<Corner>| -> LineString {
        ring.iter()
            .map(|c| Xy {
                x: f64::from(c[0]) - f64::from(origin[0]),
                y: f64::from(c[1]) - f64::from(origin[1]),
            })
            .collect()
    };
    let mut lines = rings.iter().map(line);
    Polygon::new(lines.next().unwrap_or_else(|| LineString::new(Vec::new())), lines.collect())
}

/// Points out grids that lie far from the rest of their village: most often a wrong code.
fn astray(shapes: &[&NewShape], grids: &HashMap<&str, &NewUnit>, faults: &mut Vec<Fault>) {
    let mut villages: HashMap<&UnitCode, Vec<(&NewShape, Extent)>> = HashMap::new();
    for shape in shapes {
        if let Some(village) = grids.get(shape.code.as_str()).and_then(|unit| unit.parent.as_ref()) {
            villages.entry(village).or_default().push((shape, extent(&shape.rings)));
        }
    }
    for (village, members) in &villages {
        for (i, (shape, (low, high))) in members.iter().enumerate() {
            let near = |(other_low, other_high): &Extent| {
                (0..2).all(|axis| {
                    low[axis].saturating_sub(APART) <= other_high[axis]
                        && high[axis].saturating_add(APART) >= other_low[axis]
                })
            };
            let alone = !members.iter().enumerate().any(|(j, (_, other))| j != i && near(other));
            if members.len() > 1 && alone {
                let zh = format!("远离{village}的其他网格,请核对代码");
                let en = format!("lies far from the other grids of {village}: check its code");
                faults.push(Fault::hint(shape.line, shape.code.as_str(), "geometry", zh, en));
            }
        }
    }
}

/// Makes the grids among `units` those of `shapes`: what has the same code stays as it is, the rest
/// goes; a new one belongs to the village its source names, else to the one whose statistical code
/// (12 digits) begins its own.
pub fn replace_grids(units: &mut Vec<NewUnit>, shapes: &[NewShape]) {
    let wanted: HashSet<&str> = shapes.iter().map(|shape| shape.code.as_str()).collect();
    units.retain(|unit| unit.kind != UnitKind::Grid || wanted.contains(unit.code.as_str()));
    let mut known: HashSet<String> = units.iter().map(|unit| unit.code.to_string()).collect();
    for shape in shapes {
        let code = shape.code.as_str();
        if !known.insert(code.to_owned()) {
            continue;
        }
        let village = shape.village.clone().or_else(|| code.get(..12)?.parse().ok());
        let number: Option<u32> = code.get(12..).and_then(|n| n.parse().ok());
        units.push(NewUnit {
            line: shape.line,
            code: shape.code.clone(),
            level: Level::Grid,
            kind: UnitKind::Grid,
            parent: village.clone(),
            stat_parent: village,
            name: number.map_or_else(|| format!("网格{code}"), |n| format!("第{n}网格")),
            name_en: String::new(),
            at: shape.rings.first().and_then(|_| label(&shape.rings)).map(super::coord),
            calendar: None,
            households: None,
            people: None,
            valid_from: None,
            valid_to: None,
            aliases: Vec::new(),
        });
    }
}

/// A point well inside a shape: the middle of the longest of a few level cuts.
pub fn label(rings: &[Vec<Corner>]) -> Option<Corner> {
    let (low, high) = extent(rings);
    let height = i64::from(high[1]) - i64::from(low[1]);
    let mut best: Option<(i64, Corner)> = None;
    for step in [8, 6, 10, 4, 12] {
        let y = i64::from(low[1]) + height * step / 16;
        let mut crossings: Vec<i64> = rings
            .iter()
            .flat_map(|ring| sides(ring))
            .filter(|(a, b)| (i64::from(a[1]) > y) != (i64::from(b[1]) > y))
            .map(|(a, b)| {
                let (rise, run) = (i64::from(b[1]) - i64::from(a[1]), i64::from(b[0]) - i64::from(a[0]));
                i64::from(a[0]) + run * (y - i64::from(a[1])) / rise
            })
            .collect();
        crossings.sort_unstable();
        for pair in crossings.chunks_exact(2) {
            let x = i64::midpoint(pair[0], pair[1]);
            let place = (pair[1] - pair[0], [i32::try_from(x).ok()?, i32::try_from(y).ok()?]);
            if best.is_none_or(|b| place.0 > b.0) {
                best = Some(place);
            }
        }
    }
    best.map(|(_, corner)| corner)
}

/// Whether parts may take the place of a whole: each sound, together of its size, none outside of
/// it, none over another. What is wrong with one part is said of its rings, `/parts/0/rings`; what
/// is wrong with all of them together, of `parts`.
pub fn fits(whole: &[Vec<Corner>], parts: &[Vec<Vec<Corner>>]) -> Result<(), Refusal> {
    if parts.len() < 2 {
        return Err(Refusal::invalid("parts", "至少拆成两个网格", "a split has two parts or more"));
    }
    for (i, part) in parts.iter().enumerate() {
        let n = i + 1;
        let no = |zh: String, en: String| Err(Refusal::invalid(&super::part_field(i, "rings"), zh, en));
        if let Err((zh, en)) = sound(part) {
            return no(format!("第{n}部分:{zh}"), format!("part {n}: {en}"));
        }
        let own = square_metres(part);
        let slack = OVERLAP.0.max(OVERLAP.1 * own);
        if own - common_metres(whole, part) > slack {
            return no(format!("第{n}部分超出原网格"), format!("part {n} leaves the grid"));
        }
        if parts[..i].iter().any(|other| common_metres(other, part) > slack) {
            return no(format!("第{n}部分与前面的重叠"), format!("part {n} overlaps one before it"));
        }
    }
    let (whole, sum) = (square_metres(whole), parts.iter().map(|p| square_metres(p)).sum::<f64>());
    if whole - sum > OVERLAP.0.max(OVERLAP.1 * whole) {
        return Err(Refusal::invalid("parts", "各部分没有盖满原网格", "the parts do not cover the grid"));
    }
    Ok(())
}

/// The shape of several grids put together; refused when they do not make one piece.
pub fn joined(shapes: &[Vec<Vec<Corner>>]) -> Result<Vec<Vec<Corner>>, Refusal> {
    let apart = || {
        Refusal::invalid(
            "grids",
            "这些网格不相邻,不能合并",
            "These grids do not lie side by side and cannot be merged",
        )
    };
    let origin = *shapes.first().and_then(|s| s.first()).and_then(|r| r.first()).ok_or_else(apart)?;
    let mut whole = MultiPolygon::new(Vec::new());
    for shape in shapes {
        whole = whole.union(&polygon(shape, origin));
    }
    let [one] = &whole.0[..] else { return Err(apart()) };
    #[expect(clippy::cast_possible_truncation, reason = "the corners came from whole steps that fit")]
    let ring = |line: &LineString| -> Vec<Corner> {
        let mut ring: Vec<Corner> = line
            .coords()
            .map(|c| [(c.x.round() as i32) + origin[0], (c.y.round() as i32) + origin[1]])
            .collect();
        ring.dedup();
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        ring
    };
    let mut rings = vec![ring(one.exterior())];
    // Where borders met but for a rounding, a crack can stay: it is not a hole of the grid.
    rings.extend(
        one.interiors()
            .iter()
            .map(ring)
            .filter(|hole| hole.len() >= 3 && square_metres(std::slice::from_ref(hole)) > OVERLAP.0),
    );
    sound(&rings).map_err(|(zh, en)| Refusal::invalid("grids", zh, en))?;
    Ok(rings)
}
