//! What can be done with grids: stage shapes; split one, merge several, redraw their border; plan that for a day.

mod plan;

use serde::{Deserialize, Serialize};
use wangge_base::{Level, Refusal, UnitCode};
use wangge_store::{Event, Read, Result, Tx};

use super::{Corner, Grids, NewShape, PlanKind, flow, part_field, sql};
use crate::unit::{
    self, NewUnit, Unit, UnitKind, Units,
    flow::Fault,
    sql::{END_UNIT, EVER, INSERT_LINEAGE, INSERT_UNIT, MOVE_ALIASES, unit_values},
    verbs::{still_staged, touch},
};

pub use plan::{Planned, activate, block, cancel, due, one, plan, planned};

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// What a change would do: which grids end, which begin with which shape.
struct Change<'a> {
    kind: PlanKind,
    old: Vec<Unit<'a>>,
    parts: Vec<Part>,
}

/// Puts new grids in the place of old ones of one village: one into several (split), several into one (merge: the
/// border is worked out, households and people add up where the new grid does not state them), several into several
/// (redraw). The old ones end now, the new ones begin now; the names of older line grids pass to the first new one.
/// What was filed under an old grid stays filed under it.
///
/// # Errors
/// As [`check`]; `Stale` when another edition or change was faster.
pub fn change(
    tx: &mut Tx,
    units: &Units,
    grids: &Grids,
    codes: &[UnitCode],
    parts: &[Part],
) -> Result<PlanKind> {
    let Change { kind, old, parts } = looked_at(tx, units, grids, codes, parts)?;
    let like = *old.first().ok_or_else(|| wangge_store::Error::Engine("a change of no grid".into()))?;
    for grid in &old {
        end(tx, units, *grid)?;
    }
    for part in &parts {
        let overlap = |code: &&UnitCode| {
            grids.rings(code).is_some_and(|rings| flow::common_metres(&rings, &part.rings) > flow::OVERLAP.0)
        };
        let from: Vec<UnitCode> = if kind == PlanKind::Redraw {
            codes.iter().filter(overlap).cloned().collect()
        } else {
            codes.to_vec()
        };
        begin(tx, units, like, part, kind.word(), &from)?;
    }
    if let Some(first) = parts.first() {
        for code in codes {
            tx.exec(&MOVE_ALIASES, &[units.edition().into(), code.into(), (&first.code).into()])?;
        }
    }
    touch(tx, units)?;
    let to: Vec<&UnitCode> = parts.iter().map(|part| &part.code).collect();
    let (name, subject) = match kind {
        PlanKind::Split => ("grid.split", codes.first()),
        PlanKind::Merge => ("grid.merged", parts.first().map(|part| &part.code)),
        PlanKind::Redraw => ("grid.redrawn", codes.first()),
    };
    tx.emit(Event {
        district: like.district().clone(),
        kind: name,
        subject: subject.map(UnitCode::to_string).unwrap_or_default(),
        scope: scope(like),
        data: serde_json::json!({ "from": codes, "to": to }),
    });
    Ok(kind)
}

/// Whether [`change`] would do it now; answers what kind of change it is.
///
/// # Errors
/// `Invalid` for grids of several villages, shapes that do not fit, codes that were used before, names that are none;
/// `NotFound` for a grid that has ended.
pub fn check(
    r: &mut Read,
    units: &Units,
    grids: &Grids,
    codes: &[UnitCode],
    parts: &[Part],
) -> Result<PlanKind> {
    Ok(looked_at(r, units, grids, codes, parts)?.kind)
}

fn looked_at<'a>(
    r: &mut Read,
    units: &'a Units,
    grids: &Grids,
    codes: &[UnitCode],
    parts: &[Part],
) -> Result<Change<'a>> {
    let kind = PlanKind::of(codes.len(), parts.len())?;
    if (1..codes.len()).any(|i| codes[..i].contains(&codes[i])) {
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
    let mut parts = parts.to_vec();
    let whole = if codes.len() == 1 { shapes[0].clone() } else { flow::joined(&shapes)? };
    if let [into] = parts.as_mut_slice() {
        let sum = |count: fn(Unit) -> Option<u32>| -> Option<i64> {
            old.iter().map(|grid| count(*grid).map(i64::from)).sum::<Option<i64>>()
        };
        into.households = into.households.or_else(|| sum(|grid| grid.households()));
        into.people = into.people.or_else(|| sum(|grid| grid.people()));
        into.rings = whole;
    } else {
        let rings: Vec<Vec<Vec<Corner>>> = parts.iter().map(|part| part.rings.clone()).collect();
        flow::fits(&whole, &rings)?;
    }
    for (i, part) in parts.iter().enumerate() {
        let code = &part.code;
        let twice = parts[..i].iter().any(|other| other.code == *code);
        if twice || r.opt(&EVER, &[code.into()], |row| row.int(0))?.is_some() {
            let (zh, en) = (
                format!("代码{code}已用过,请换一个"),
                format!("{code} has been used before; choose another"),
            );
            return Err(Refusal::invalid(&part_field(i, "code"), zh, en).into());
        }
        let name = part.name.trim();
        if name.is_empty() || name.chars().count() > 60 || name.chars().any(char::is_control) {
            return Err(Refusal::invalid(
                &part_field(i, "name"),
                "请给出网格名称,不超过60字",
                "Give the grid a name of at most 60 characters",
            )
            .into());
        }
    }
    Ok(Change { kind, old, parts })
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
    kind: &'static str,
    from: &[UnitCode],
) -> Result<()> {
    let (edition, now, code, rings) = (units.edition(), tx.now(), &part.code, &part.rings);
    let village = like.parent().map(|up| up.code());
    let row = NewUnit {
        line: 0,
        code: code.clone(),
        level: Level::Grid,
        kind: UnitKind::Grid,
        parent: village.clone(),
        stat_parent: village,
        name: part.name.trim().to_owned(),
        name_en: String::new(),
        at: flow::label(rings).map(super::coord),
        calendar: like.calendar().map(str::to_owned),
        households: part.households,
        people: part.people,
        valid_from: Some(now),
        valid_to: None,
        aliases: Vec::new(),
    };
    let shape = NewShape { line: 0, code: code.clone(), village: None, rings: rings.clone() };
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
