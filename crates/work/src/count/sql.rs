//! Tables and statements of the counters.

use wangge_base::{Board, District};
use wangge_realm::access::Compartment;
use wangge_store::{Error, Migration, Result, Row, Stmt, Value};

use super::{Cell, Count, Counted, flow};

/// The tables of this slice.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "count",
    sql: "
-- table: case_count  class: business  retention: permanent  personal: none
CREATE TABLE case_count (
  district text NOT NULL, grid text NOT NULL, board text NOT NULL, compartment text NOT NULL,
  village text NOT NULL, town text NOT NULL, area text NOT NULL, open bigint NOT NULL, overdue bigint NOT NULL,
  PRIMARY KEY (district, grid, board, compartment, village, town, area)
);
CREATE INDEX case_count_town ON case_count (district, town, village);
-- How each case was counted last.
-- table: case_counted  class: business  retention: while the case is open  personal: none
CREATE TABLE case_counted (
  district text NOT NULL, case_id text NOT NULL, version bigint NOT NULL, grid text NOT NULL,
  board text NOT NULL, compartment text NOT NULL, village text NOT NULL, town text NOT NULL,
  area text NOT NULL, overdue bigint NOT NULL, PRIMARY KEY (district, case_id)
);
",
}];

/// A case as far as it counts.
pub(super) const CASE: Stmt = Stmt::new(
    "count.case",
    "SELECT c.grid, c.board, c.compartment, c.village, c.town, c.area, c.clocks, c.version FROM case_file c \
     WHERE c.district = $1 AND c.id = $2 AND c.open = 1 AND c.compartment <> 'sealed'",
);
pub(super) const COUNTED: Stmt = Stmt::new(
    "count.counted",
    "SELECT grid, board, compartment, village, town, area, overdue, version FROM case_counted \
     WHERE district = $1 AND case_id = $2",
);
pub(super) const ADD: Stmt = Stmt::new(
    "count.add",
    "INSERT INTO case_count (district, grid, board, compartment, village, town, area, open, overdue) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
     ON CONFLICT (district, grid, board, compartment, village, town, area) \
     DO UPDATE SET open = case_count.open + excluded.open, overdue = case_count.overdue + excluded.overdue",
);
/// The three ways to remember how a case counts are guarded: two workers never count it twice.
pub(super) const REMEMBER: Stmt = Stmt::new(
    "count.remember",
    "INSERT INTO case_counted (district, case_id, version, grid, board, compartment, village, town, area, overdue) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (district, case_id) DO NOTHING",
);
pub(super) const CHANGE: Stmt = Stmt::new(
    "count.change",
    "UPDATE case_counted SET version = $3, grid = $4, board = $5, compartment = $6, village = $7, town = $8, \
     area = $9, overdue = $10 WHERE district = $1 AND case_id = $2 AND version = $11",
);
pub(super) const FORGET: Stmt = Stmt::new(
    "count.forget",
    "DELETE FROM case_counted WHERE district = $1 AND case_id = $2 AND version = $3",
);
pub(super) const OPEN_IDS: Stmt = Stmt::new(
    "count.open_ids",
    "SELECT c.id FROM case_file c WHERE c.district = $1 AND c.open = 1 AND c.compartment <> 'sealed' AND c.id > $2 \
     ORDER BY c.id LIMIT $3",
);
pub(super) const COUNTED_IDS: Stmt = Stmt::new(
    "count.counted_ids",
    "SELECT case_id FROM case_counted WHERE district = $1 AND case_id > $2 ORDER BY case_id LIMIT $3",
);
pub(super) const CELLS: Stmt = Stmt::new(
    "count.cells",
    "SELECT grid, board, compartment, village, town, area, open, overdue FROM case_count \
     WHERE district = $1 AND (open <> 0 OR overdue <> 0)",
);
pub(super) const CASES: Stmt = Stmt::new(
    "count.cases",
    "SELECT c.grid, c.board, c.compartment, c.village, c.town, c.area, c.clocks, c.version FROM case_file c \
     WHERE c.district = $1 AND c.open = 1 AND c.compartment <> 'sealed'",
);
/// Sums per unit below and board, of open work and of one compartment more; the units asked for by level.
pub(super) const BY_AREA: Stmt = Stmt::new(
    "count.by_area",
    "SELECT area, board, CAST(sum(open) AS bigint), CAST(sum(overdue) AS bigint) FROM case_count \
     WHERE district = $1 AND compartment IN ('open', $2) GROUP BY area, board",
);
pub(super) const BY_TOWN: Stmt = Stmt::new(
    "count.by_town",
    "SELECT town, board, CAST(sum(open) AS bigint), CAST(sum(overdue) AS bigint) FROM case_count \
     WHERE district = $1 AND compartment IN ('open', $2) AND area = $3 GROUP BY town, board",
);
pub(super) const BY_VILLAGE: Stmt = Stmt::new(
    "count.by_village",
    "SELECT village, board, CAST(sum(open) AS bigint), CAST(sum(overdue) AS bigint) FROM case_count \
     WHERE district = $1 AND compartment IN ('open', $2) AND town = $3 GROUP BY village, board",
);
pub(super) const BY_GRID: Stmt = Stmt::new(
    "count.by_grid",
    "SELECT grid, board, CAST(sum(open) AS bigint), CAST(sum(overdue) AS bigint) FROM case_count \
     WHERE district = $1 AND compartment IN ('open', $2) AND village = $3 GROUP BY grid, board",
);
pub(super) const OF_GRID: Stmt = Stmt::new(
    "count.of_grid",
    "SELECT grid, board, CAST(sum(open) AS bigint), CAST(sum(overdue) AS bigint) FROM case_count \
     WHERE district = $1 AND compartment IN ('open', $2) AND grid = $3 GROUP BY grid, board",
);
/// What the hall screen and the sheet of a year are made of, by level of the unit.
pub(super) const OPEN_MATTERS: [Stmt; 3] = [
    Stmt::new(
        "count.open_matters_area",
        "SELECT c.matter, c.village, count(*) FROM case_file c WHERE c.district = $1 AND c.open = 1 \
         AND c.compartment = 'open' AND c.area = $2 GROUP BY c.matter, c.village",
    ),
    Stmt::new(
        "count.open_matters_town",
        "SELECT c.matter, c.village, count(*) FROM case_file c WHERE c.district = $1 AND c.open = 1 \
         AND c.compartment = 'open' AND c.town = $2 GROUP BY c.matter, c.village",
    ),
    Stmt::new(
        "count.open_matters_village",
        "SELECT c.matter, c.village, count(*) FROM case_file c WHERE c.district = $1 AND c.open = 1 \
         AND c.compartment = 'open' AND c.village = $2 GROUP BY c.matter, c.village",
    ),
];
pub(super) const SOLVED: [Stmt; 3] = [
    Stmt::new(
        "count.solved_area",
        "SELECT c.matter, c.village, c.closed FROM case_file c WHERE c.district = $1 AND c.compartment = 'open' \
         AND c.area = $2 AND c.outcome IS NOT NULL AND c.closed >= $3 AND c.closed < $4",
    ),
    Stmt::new(
        "count.solved_town",
        "SELECT c.matter, c.village, c.closed FROM case_file c WHERE c.district = $1 AND c.compartment = 'open' \
         AND c.town = $2 AND c.outcome IS NOT NULL AND c.closed >= $3 AND c.closed < $4",
    ),
    Stmt::new(
        "count.solved_village",
        "SELECT c.matter, c.village, c.closed FROM case_file c WHERE c.district = $1 AND c.compartment = 'open' \
         AND c.village = $2 AND c.outcome IS NOT NULL AND c.closed >= $3 AND c.closed < $4",
    ),
];

/// Every statement of this slice, for the test that prepares and explains them.
pub const STATEMENTS: &[&Stmt] = &[
    &CASE,
    &COUNTED,
    &ADD,
    &REMEMBER,
    &CHANGE,
    &FORGET,
    &OPEN_IDS,
    &COUNTED_IDS,
    &CELLS,
    &CASES,
    &BY_AREA,
    &BY_TOWN,
    &BY_VILLAGE,
    &BY_GRID,
    &OF_GRID,
    &OPEN_MATTERS[0],
    &OPEN_MATTERS[1],
    &OPEN_MATTERS[2],
    &SOLVED[0],
    &SOLVED[1],
    &SOLVED[2],
];

/// A board as stored in `column` `i`.
pub(super) fn board(row: &Row<'_>, i: usize) -> Result<Board> {
    let word = row.text(i)?;
    Board::from_word(&word).ok_or(Error::Inconsistency { table: "case_count", column: "board", row: word })
}

fn compartment(row: &Row<'_>, i: usize) -> Result<Compartment> {
    let word = row.text(i)?;
    let read = Compartment::from_word(&word);
    read.ok_or(Error::Inconsistency { table: "case_count", column: "compartment", row: word })
}

fn cell(row: &Row<'_>) -> Result<Cell> {
    Ok(Cell {
        grid: row.parse(0)?,
        board: board(row, 1)?,
        compartment: compartment(row, 2)?,
        village: row.parse(3)?,
        town: row.parse(4)?,
        area: row.parse(5)?,
    })
}

/// A row of [`CASE`] or [`CASES`].
pub(super) fn of_case(row: &Row<'_>) -> Result<Counted> {
    let clocks = serde_json::from_str::<Vec<crate::deadline::Deadline>>(row.str(6)?);
    let clocks = clocks.map_err(|why| Error::Inconsistency {
        table: "case_file",
        column: "clocks",
        row: why.to_string(),
    })?;
    Ok(Counted { cell: cell(row)?, overdue: flow::is_overdue(&clocks), version: row.int(7)? })
}

/// A row of [`COUNTED`].
pub(super) fn counted(row: &Row<'_>) -> Result<Counted> {
    Ok(Counted { cell: cell(row)?, overdue: row.int(6)? != 0, version: row.int(7)? })
}

/// A row of [`CELLS`].
pub(super) fn counter(row: &Row<'_>) -> Result<(Cell, Count)> {
    Ok((cell(row)?, Count { open: row.int(6)?, overdue: row.int(7)? }))
}

/// Parameters of [`ADD`].
pub(super) fn add(district: &District, cell: &Cell, by: Count) -> Vec<Value> {
    vec![
        district.into(),
        (&cell.grid).into(),
        cell.board.word().into(),
        cell.compartment.word().into(),
        (&cell.village).into(),
        (&cell.town).into(),
        (&cell.area).into(),
        by.open.into(),
        by.overdue.into(),
    ]
}

/// Parameters of [`REMEMBER`], and but for the last one of [`CHANGE`].
pub(super) fn remember(district: &District, case: &str, how: &Counted) -> Vec<Value> {
    vec![
        district.into(),
        case.into(),
        how.version.into(),
        (&how.cell.grid).into(),
        how.cell.board.word().into(),
        how.cell.compartment.word().into(),
        (&how.cell.village).into(),
        (&how.cell.town).into(),
        (&how.cell.area).into(),
        how.overdue.into(),
    ]
}
