//! From rows to the snapshot.

use std::collections::HashMap;

use wangge_base::{District, Instant, UnitCode};
use wangge_store::{Error, Read, Result};

use super::{Governed, NONE, NewUnit, Node, Post, Span, Unit, UnitKind, Units, sql};

/// Edition and version that are in force; (0, 0) before the first activation. Reload when it moves.
pub fn stamp(r: &mut Read) -> Result<(i64, i64)> {
    Ok(r.opt(&sql::ACTIVE, &[], |row| Ok((row.int(0)?, row.int(1)?)))?.unwrap_or((0, 0)))
}

/// Loads the active edition.
pub fn load(r: &mut Read) -> Result<Units> {
    let (edition, version) = stamp(r)?;
    let mut units = Builder::default();
    r.query(&sql::UNITS, &[edition.into()], |row| units.row(row))?;
    let governed = r.query(&sql::GOVERNED, &[], |row| {
        Ok((row.text(0)?, row.text(1)?, row.int(2)?, row.opt_int(3)?.unwrap_or(i64::MAX)))
    })?;
    let posts = r.query(&sql::POSTS, &[], sql::post)?;
    units.build(edition, version, governed, posts)
}

/// Takes in rows one by one, then settles how they hang together.
#[derive(Default)]
pub(super) struct Builder {
    text: String,
    known: HashMap<String, Span>,
    nodes: Vec<Node>,
    parents: Vec<(Span, Span)>,
}

impl Builder {
    /// Texts repeat (第1网格, parents' codes): each is kept once.
    fn span(&mut self, text: &str) -> Span {
        if text.is_empty() {
            return Span::default();
        }
        if let Some(span) = self.known.get(text) {
            return *span;
        }
        let start = u32::try_from(self.text.len()).unwrap_or(NONE);
        let span = Span { start, len: u16::try_from(text.len()).unwrap_or(u16::MAX) };
        self.text.push_str(text);
        self.known.insert(text.to_owned(), span);
        span
    }

    fn row(&mut self, row: &wangge_store::Row) -> Result<()> {
        self.unit(&sql::unit(row)?);
        Ok(())
    }

    pub(super) fn unit(&mut self, unit: &NewUnit) {
        let count = |n: Option<i64>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or(NONE);
        #[expect(clippy::cast_possible_truncation, reason = "±180e7 fits")]
        let steps = |degrees: f64| (degrees * 1e7).round() as i32;
        let (lon, lat) = unit.at.map_or((i32::MIN, i32::MIN), |c| (steps(c.lon), steps(c.lat)));
        let code = self.span(unit.code.as_str());
        let parent = self.span(unit.parent.as_ref().map_or("", UnitCode::as_str));
        let stat_parent = self.span(unit.stat_parent.as_ref().map_or("", UnitCode::as_str));
        let node = Node {
            code,
            name: self.span(&unit.name),
            name_en: self.span(&unit.name_en),
            calendar: self.span(unit.calendar.as_deref().unwrap_or_default()),
            parent: NONE,
            stat_parent: NONE,
            lon,
            lat,
            households: count(unit.households),
            people: count(unit.people),
            home: 0,
            level: unit.level,
            kind: unit.kind,
            valid_from: unit.valid_from.map_or(i64::MIN, Instant::micros),
            valid_to: unit.valid_to.map_or(i64::MAX, Instant::micros),
        };
        self.nodes.push(node);
        self.parents.push((parent, stat_parent));
    }

    pub(super) fn build(
        mut self,
        edition: i64,
        version: i64,
        governed: Vec<(String, String, i64, i64)>,
        mut posts: Vec<Post>,
    ) -> Result<Units> {
        posts.sort_by(|a, b| a.code.cmp(&b.code));
        self.text.shrink_to_fit();
        let mut units = Units { edition, version, text: self.text, posts, ..Units::empty() };
        let broken = |column, row: &str| Error::Inconsistency { table: "unit", column, row: row.into() };
        units.nodes = self.nodes;
        units.nodes.shrink_to_fit();
        // SQL may sort by a locale; the search needs byte order.
        let mut order: Vec<usize> = (0..units.nodes.len()).collect();
        if !units.nodes.is_sorted_by(|a, b| units.slice(a.code) < units.slice(b.code)) {
            order.sort_by(|&a, &b| units.slice(units.nodes[a].code).cmp(units.slice(units.nodes[b].code)));
            let mut slots: Vec<Option<Node>> =
                std::mem::take(&mut units.nodes).into_iter().map(Some).collect();
            units.nodes = order.iter().filter_map(|&i| slots[i].take()).collect();
        }
        for (at, &from) in order.iter().enumerate() {
            let (parent, stat_parent) = self.parents[from];
            for (span, is_stat) in [(parent, false), (stat_parent, true)] {
                if span.len == 0 {
                    continue;
                }
                let up = units.get(units.slice(span)).map(|unit| unit.at);
                let column = if is_stat { "stat_parent" } else { "parent" };
                let up = up.ok_or_else(|| broken(column, units.unit(at as u32).code_str()))?;
                let node = &mut units.nodes[at];
                *(if is_stat { &mut node.stat_parent } else { &mut node.parent }) = up;
            }
        }
        units.settle_homes()?;
        units.settle_governors(governed);
        units.settle_children();
        let root = units.all().find(|unit| unit.kind() == UnitKind::City).map(Unit::code);
        units.root = root.unwrap_or(units.root);
        Ok(units)
    }
}

impl Units {
    /// Home shard of each unit: the district up its statistical line, else the city.
    fn settle_homes(&mut self) -> Result<()> {
        self.homes = vec![District::city()];
        let mut of: HashMap<u32, u16> = HashMap::new();
        for at in 0..self.nodes.len() as u32 {
            let mut up = at;
            for _ in 0..8 {
                if self.node(up).kind == UnitKind::District || self.node(up).stat_parent == NONE {
                    break;
                }
                up = self.node(up).stat_parent;
            }
            if self.node(up).kind != UnitKind::District {
                continue;
            }
            let home = match of.get(&up) {
                Some(&home) => home,
                None => {
                    let code = self.unit(up).code_str();
                    let district: District = code.parse()?;
                    let home = u16::try_from(self.homes.len()).unwrap_or_default();
                    self.homes.push(district);
                    of.insert(up, home);
                    home
                }
            };
            self.nodes[at as usize].home = home;
        }
        Ok(())
    }

    /// A governor without end is today's parent; periods that ended are kept for the past.
    fn settle_governors(&mut self, rows: Vec<(String, String, i64, i64)>) {
        for (unit, parent, from, to) in rows {
            let found = (self.get(&unit).map(|u| u.at), self.get(&parent).map(|u| u.at));
            let (Some(unit), Some(parent)) = found else { continue };
            self.governed.push(Governed { unit, parent, from, to });
            if to == i64::MAX {
                self.nodes[unit as usize].parent = parent;
            }
        }
    }

    fn settle_children(&mut self) {
        let mut counts = vec![0u32; self.nodes.len() + 1];
        for node in &self.nodes {
            if node.parent != NONE {
                counts[node.parent as usize + 1] += 1;
            }
        }
        for i in 1..counts.len() {
            counts[i] += counts[i - 1];
        }
        let mut next = counts.clone();
        self.below = vec![0; counts.last().copied().unwrap_or_default() as usize];
        for (at, node) in self.nodes.iter().enumerate() {
            if node.parent != NONE {
                let slot = &mut next[node.parent as usize];
                self.below[*slot as usize] = at as u32;
                *slot += 1;
            }
        }
        self.first_below = counts;
    }
}
