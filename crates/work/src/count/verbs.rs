//! Counting a case anew; reading counts.

use std::collections::BTreeMap;

use wangge_base::{Board, District, Level, UnitCode};
use wangge_realm::{
    access::{Compartment, Depth},
    shards_of,
    unit::{Unit, UnitKind, Units},
};
use wangge_store::{Error, Read, Result, Tx, lease, outbox::Vector};

use super::{CONSUMER, Cell, Count, Counted, sql};

/// A case that counts otherwise than remembered: before, and now.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its id.
    pub case: String,
    /// How it was counted.
    pub before: Option<Counted>,
    /// How it counts.
    pub now: Option<Counted>,
}

/// Those of `cases` that count otherwise than remembered, in one round trip.
pub fn changed(r: &mut Read, district: &District, cases: &[String]) -> Result<Vec<Change>> {
    let key = |case: &String| vec![district.into(), case.as_str().into()];
    let asked: Vec<_> =
        cases.iter().flat_map(|case| [(&sql::CASE, key(case)), (&sql::COUNTED, key(case))]).collect();
    let mut changes = Vec::new();
    for (case, rows) in cases.iter().zip(r.many(&asked)?.chunks(2)) {
        let [now, before] = rows else { continue };
        let now = now.first().map(sql::of_case).transpose()?;
        let before = before.first().map(sql::counted).transpose()?;
        let how = |counted: &Option<Counted>| counted.as_ref().map(|c| (c.cell.clone(), c.overdue));
        if how(&before) != how(&now) {
            changes.push(Change { case: case.clone(), before, now });
        }
    }
    Ok(changes)
}

/// Counts cases as they stand now; answers how many counted otherwise before.
///
/// # Errors
/// `Retry` when another worker counted one of them at the same moment.
pub fn apply(tx: &mut Tx, district: &District, cases: &[String]) -> Result<u64> {
    let changes = changed(tx, district, cases)?;
    let count = changes.len() as u64;
    let (mut sums, mut guarded) = (BTreeMap::<Cell, Count>::new(), Vec::new());
    for Change { case, before, now } in changes {
        match (&before, &now) {
            (Some(before), Some(now)) => {
                let mut row = sql::remember(district, &case, now);
                row.push(before.version.into());
                guarded.push((&sql::CHANGE, row));
            }
            (Some(before), None) => {
                let row = vec![district.into(), case.as_str().into(), before.version.into()];
                guarded.push((&sql::FORGET, row));
            }
            (None, Some(now)) => guarded.push((&sql::REMEMBER, sql::remember(district, &case, now))),
            (None, None) => {}
        }
        if let Some(before) = before {
            let Count { open, overdue } = before.count();
            *sums.entry(before.cell).or_default() += Count { open: -open, overdue: -overdue };
        }
        if let Some(now) = now {
            let one = now.count();
            *sums.entry(now.cell).or_default() += one;
        }
    }
    if tx.batch(guarded)?.contains(&0) {
        return Err(Error::Retry("another worker counted the same case".into()));
    }
    // In the order of the cells, so that two workers never wait for each other.
    let adds = sums.iter().filter(|(_, by)| !by.is_zero());
    tx.batch(adds.map(|(cell, by)| (&sql::ADD, sql::add(district, cell, *by))).collect())?;
    Ok(count)
}

/// Counts by board.
pub type Boards = BTreeMap<Board, Count>;

/// The counts of a unit and of those below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// Per unit below (the unit itself for a grid), as filed.
    pub below: BTreeMap<UnitCode, Boards>,
    /// The event of each home shard that they stand for.
    pub event: Vector,
}

impl Tally {
    /// Everything together.
    pub fn total(&self) -> Boards {
        let mut total = Boards::new();
        for (board, count) in self.below.values().flatten() {
            *total.entry(*board).or_default() += *count;
        }
        total
    }
}

/// Sums boards.
pub fn sum(boards: &Boards) -> Count {
    boards.values().fold(Count::default(), |mut all, one| {
        all += *one;
        all
    })
}

/// The counts of a place, of open work and of restricted if `depth` reaches it: one bounded statement per home shard.
///
/// # Errors
/// What keeps it from reading; a department is no place and has no counters.
pub fn tally(r: &mut Read, units: &Units, unit: Unit<'_>, depth: Depth) -> Result<Tally> {
    let code = unit.code();
    let (stmt, narrow) = match unit.kind() {
        UnitKind::City => (&sql::BY_AREA, false),
        UnitKind::District | UnitKind::Zone => (&sql::BY_TOWN, true),
        UnitKind::Town => (&sql::BY_VILLAGE, true),
        UnitKind::Village => (&sql::BY_GRID, true),
        UnitKind::Grid => (&sql::OF_GRID, true),
        UnitKind::Department | UnitKind::Section | UnitKind::Team => return Err(no_place().into()),
    };
    let deepest =
        if depth.reaches(Compartment::Restricted) { Compartment::Restricted } else { Compartment::Open };
    let districts: Vec<District> =
        shards_of(units, &code).into_iter().filter(|d| *d != District::city()).collect();
    let asked: Vec<_> = districts
        .iter()
        .map(|district| {
            let mut params = vec![district.into(), deepest.word().into()];
            if narrow {
                params.push((&code).into());
            }
            (stmt, params)
        })
        .collect();
    let mut tally = Tally::default();
    // The numbers first: what is counted meanwhile only makes the counts newer than they say.
    for district in &districts {
        tally.event.set(district.clone(), lease::position(r, district, CONSUMER)?);
    }
    for rows in r.many(&asked)? {
        for row in &rows {
            let count = Count { open: row.int(2)?, overdue: row.int(3)? };
            *tally.below.entry(row.parse(0)?).or_default().entry(sql::board(row, 1)?).or_default() += count;
        }
    }
    Ok(tally)
}

/// The refusal for a unit that is no place.
pub fn no_place() -> wangge_base::Refusal {
    wangge_base::Refusal::invalid(
        "unit",
        "计数按地域统计,请选择市、区县、镇街、村社区或网格",
        "Counts are kept by place: choose a city, district, town, village or grid",
    )
}

/// What has to do with matters in a unit: matter, village, and a count or a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfMatter {
    /// Code of the matter; `None` before it has one.
    pub matter: Option<String>,
    /// Village or community.
    pub village: String,
    /// How many, or when (micros).
    pub value: i64,
}

fn by_matter(
    r: &mut Read,
    units: &Units,
    unit: Unit<'_>,
    stmts: &'static [wangge_store::Stmt; 3],
    more: &[wangge_store::Value],
) -> Result<Vec<OfMatter>> {
    let stmt = match unit.level() {
        Level::District if matches!(unit.kind(), UnitKind::District | UnitKind::Zone) => &stmts[0],
        Level::Town => &stmts[1],
        Level::Village => &stmts[2],
        _ => return Err(no_hall().into()),
    };
    let mut all = Vec::new();
    for district in shards_of(units, &unit.code()) {
        let mut params = vec![(&district).into(), (&unit.code()).into()];
        params.extend_from_slice(more);
        all.extend(r.query(stmt, &params, |row| {
            Ok(OfMatter { matter: row.opt_text(0)?, village: row.text(1)?, value: row.int(2)? })
        })?);
    }
    Ok(all)
}

fn no_hall() -> wangge_base::Refusal {
    wangge_base::Refusal::invalid(
        "unit",
        "请选择区县、镇街或村社区",
        "Choose a district, a town or a village",
    )
}

/// Open cases of a district, town or village by matter and village.
///
/// # Errors
/// Another kind of unit.
pub fn open_matters(r: &mut Read, units: &Units, unit: Unit<'_>) -> Result<Vec<OfMatter>> {
    by_matter(r, units, unit, &sql::OPEN_MATTERS, &[])
}

/// Cases of a district, town or village solved between two moments, one by one.
///
/// # Errors
/// Another kind of unit.
pub fn solved(
    r: &mut Read,
    units: &Units,
    unit: Unit<'_>,
    from: wangge_base::Instant,
    before: wangge_base::Instant,
) -> Result<Vec<OfMatter>> {
    by_matter(r, units, unit, &sql::SOLVED, &[from.into(), before.into()])
}
