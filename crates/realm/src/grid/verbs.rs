//! What can be done with grids: stage shapes; split one, merge several.

use wangge_base::{Level, Refusal, UnitCode};
use wangge_store::{Event, Read, Result, Tx};

use super::{Corner, Grids, NewShape, flow, sql};
use crate::unit::{
    self, NewUnit, Unit, UnitKind, Units,
    flow::Fault,
    sql::{END_UNIT, EVER, INSERT_LINEAGE, INSERT_UNIT, MOVE_ALIASES, unit_values},
    verbs::{still_staged, touch},
};

/// Adds shapes to a staged edition. Sending the same again changes nothing; a grid that another row
/// has is a fault.
pub fn stage(tx: &mut Tx, edition: i64, shapes: &[NewShape]) -> Result<Vec<Fault>> {
    still_staged(tx, edition)?;
    let rows = shapes.iter().map(|shape| (&sql::INSERT, sql::values(edition, shape))).collect();
    let counts = tx.batch(rows)?;
    let mut faults = Vec::new();
    for (shape, _) in shapes.iter().zip(counts).filter(|(_, count)| *count == 0) {
        let first = tx.one(&sql::LINE_OF, &[edition.into(), (&shape.code).into()], |r| r.int(0))?;
        if first != shape.line {
            faults.push(unit::flow::twice(shape.line, shape.code.as_str(), first));
        }
    }
    Ok(faults)
}

/// The shapes of an edition, as staged.
pub fn staged(r: &mut Read, edition: i64) -> Result<Vec<NewShape>> {
    r.query(&sql::SHAPES, &[edition.into()], sql::shape)
}

/// A grid to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its code, never used before.
    pub code: UnitCode,
    /// Its name, e.g. 第7网格.
    pub name: String,
    /// Its border and holes; for a merge left empty: it is worked out.
    pub rings: Vec<Vec<Corner>>,
    /// Households, where known.
    pub households: Option<i64>,
    /// People, where known.
    pub people: Option<i64>,
}

/// Splits a grid. It ends now; the parts begin now in its village; its old line grids pass to the
/// first part. What was filed under it stays filed under it.
pub fn split(tx: &mut Tx, units: &Units, grids: &Grids, grid: &UnitCode, parts: &[Part]) -> Result<()> {
    let old = in_use(units, grid)?;
    let whole = shape_of(grids, grid)?;
    let shapes: Vec<Vec<Vec<Corner>>> = parts.iter().map(|part| part.rings.clone()).collect();
    flow::fits(&whole, &shapes)?;
    end(tx, units, old)?;
    for part in parts {
        begin(tx, units, old, part, &part.rings, "split", std::slice::from_ref(grid))?;
    }
    if let Some(first) = parts.first() {
        tx.exec(&MOVE_ALIASES, &[units.edition().into(), grid.into(), (&first.code).into()])?;
    }
    touch(tx, units)?;
    let to: Vec<&UnitCode> = parts.iter().map(|part| &part.code).collect();
    tx.emit(Event {
        district: old.district().clone(),
        kind: "grid.split",
        subject: grid.to_string(),
        scope: scope(old),
        data: serde_json::json!({ "from": [grid], "to": to }),
    });
    Ok(())
}

/// Merges grids of one village that lie side by side. They end now; households and people add up
/// where the new grid does not state them.
pub fn merge(tx: &mut Tx, units: &Units, grids: &Grids, codes: &[UnitCode], into: &Part) -> Result<()> {
    if codes.len() < 2 || (1..codes.len()).any(|i| codes[..i].contains(&codes[i])) {
        let (zh, en) = ("请选择两个以上不同的网格", "choose two or more different grids");
        return Err(Refusal::invalid("grids", zh, en).into());
    }
    let old: Vec<Unit> = codes.iter().map(|code| in_use(units, code)).collect::<Result<_>>()?;
    if old.iter().any(|grid| grid.parent() != old[0].parent()) {
        let (zh, en) = ("只能合并同一村社区的网格", "grids of one village only can be merged");
        return Err(Refusal::invalid("grids", zh, en).into());
    }
    let shapes: Vec<Vec<Vec<Corner>>> =
        codes.iter().map(|code| shape_of(grids, code)).collect::<Result<_>>()?;
    let rings = flow::joined(&shapes)?;
    let sum = |count: fn(Unit) -> Option<u32>| -> Option<i64> {
        old.iter().map(|grid| count(*grid).map(i64::from)).sum::<Option<i64>>()
    };
    let part = Part {
        households: into.households.or_else(|| sum(|grid| grid.households())),
        people: into.people.or_else(|| sum(|grid| grid.people())),
        ..into.clone()
    };
    for grid in &old {
        end(tx, units, *grid)?;
    }
    begin(tx, units, old[0], &part, &rings, "merge", codes)?;
    for code in codes {
        tx.exec(&MOVE_ALIASES, &[units.edition().into(), code.into(), (&into.code).into()])?;
    }
    touch(tx, units)?;
    tx.emit(Event {
        district: old[0].district().clone(),
        kind: "grid.merged",
        subject: into.code.to_string(),
        scope: scope(old[0]),
        data: serde_json::json!({ "from": codes, "to": [&into.code] }),
    });
    Ok(())
}

fn in_use<'a>(units: &'a Units, code: &UnitCode) -> Result<Unit<'a>> {
    let grid = units.get(code.as_str()).filter(|unit| unit.kind() == UnitKind::Grid && unit.is_in_use());
    Ok(grid.ok_or_else(|| {
        Refusal::not_found(
            format!("没有网格{code},或已停用"),
            format!("There is no grid {code}, or it has ended"),
        )
    })?)
}

fn shape_of(grids: &Grids, code: &UnitCode) -> Result<Vec<Vec<Corner>>> {
    Ok(grids.rings(code).ok_or_else(|| {
        Refusal::not_allowed(
            "grid.no_shape",
            "该网格没有图形,不能拆分合并",
            "This grid has no shape to split or merge",
        )
    })?)
}

fn end(tx: &mut Tx, units: &Units, grid: Unit) -> Result<()> {
    let now = tx.now();
    if tx.exec(&END_UNIT, &[units.edition().into(), grid.code_str().into(), now.into()])? == 1 {
        return Ok(());
    }
    Err(Refusal::stale(units.version()).into())
}

fn begin(
    tx: &mut Tx,
    units: &Units,
    like: Unit,
    part: &Part,
    rings: &[Vec<Corner>],
    kind: &'static str,
    from: &[UnitCode],
) -> Result<()> {
    let (edition, now, code) = (units.edition(), tx.now(), &part.code);
    if tx.opt(&EVER, &[code.into()], |row| row.int(0))?.is_some() {
        let (zh, en) =
            (format!("代码{code}已用过,请换一个"), format!("{code} has been used before; choose another"));
        return Err(Refusal::invalid("code", zh, en).into());
    }
    let name = part.name.trim();
    if name.is_empty() || name.chars().count() > 60 || name.chars().any(char::is_control) {
        return Err(Refusal::invalid(
            "name",
            "请给出网格名称,不超过60字",
            "Give the grid a name of at most 60 characters",
        )
        .into());
    }
    let village = like.parent().map(|up| up.code());
    let row = NewUnit {
        line: 0,
        code: code.clone(),
        level: Level::Grid,
        kind: UnitKind::Grid,
        parent: village.clone(),
        stat_parent: village,
        name: name.to_owned(),
        name_en: String::new(),
        at: flow::label(rings).map(super::coord),
        calendar: like.calendar().map(str::to_owned),
        households: part.households,
        people: part.people,
        valid_from: Some(now),
        valid_to: None,
        aliases: Vec::new(),
    };
    let shape = NewShape { line: 0, code: code.clone(), village: None, rings: rings.to_vec() };
    let mut rows =
        vec![(&INSERT_UNIT, unit_values(edition, &row)), (&sql::INSERT, sql::values(edition, &shape))];
    for old in from {
        rows.push((&INSERT_LINEAGE, vec![edition.into(), old.into(), code.into(), kind.into(), now.into()]));
    }
    if tx.batch(rows)?.contains(&0) {
        return Err(Refusal::stale(units.version()).into());
    }
    Ok(())
}

fn scope(grid: Unit) -> Vec<String> {
    grid.upward().map(|unit| unit.code_str().to_owned()).collect()
}
