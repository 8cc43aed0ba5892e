//! Composed lists: optional filters, each with its value bound.

use wangge_base::{Board, Seat, UnitCode};
use wangge_store::Value;

use super::COLUMNS;
use crate::{case::State, number::Part};

/// One reading of what somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// This part of the number.
    Number(Part),
    /// All of these words.
    Words(Vec<String>),
}

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only open, or only ended cases.
    pub open: Option<bool>,
    /// Only this stage.
    pub state: Option<State>,
    /// Only this board.
    pub board: Option<Board>,
    /// Only this matter.
    pub matter: Option<wangge_base::MatterCode>,
    /// Only this unit and what is below it, with its level.
    pub unit: Option<(wangge_base::Level, UnitCode)>,
    /// Only what is due before.
    pub due_before: Option<wangge_base::Instant>,
    /// Only what was reported from the first moment on and before the second.
    pub reported: Option<(wangge_base::Instant, wangge_base::Instant)>,
    /// Only what has climbed above its level.
    pub climbed: bool,
    /// Only what this seat holds.
    pub seat: Option<Seat>,
    /// Only what lies with this unit, e.g. a section of one's department.
    pub with: Option<UnitCode>,
    /// Only what this unit is called to and has not finished.
    pub called: Option<UnitCode>,
    /// Only what was solved on the spot and drawn for a later look.
    pub sample: bool,
    /// Only within west, south, east, north (WGS-84 degrees).
    pub bounds: Option<[f64; 4]>,
    /// Readings of what is looked for, in the order in which they are tried: the first that finds
    /// something counts. None: everything.
    pub sought: Vec<Sought>,
    /// By deadline (open cases only) instead of newest first.
    pub by_due: bool,
    /// Where the page before ended.
    pub after: Option<wangge_base::Cursor>,
    /// Rows wanted.
    pub limit: i64,
}

/// A composed list in one district: `$1` is the district, then the parameters returned. `access` is
/// the rendered filter of rights; its placeholders come right after `$1`. `sought`: the reading tried.
pub fn list(
    wanted: &Wanted,
    sought: Option<&Sought>,
    access: &wangge_realm::access::Filter,
) -> (String, Vec<Value>) {
    let mut params: Vec<Value> = access.params.clone();
    let mut sql = format!("SELECT {COLUMNS} FROM case_file c WHERE c.district = $1 AND {}", access.sql(2));
    let mut also = |condition: &str, values: Vec<Value>| {
        // `?` stands for the next placeholder.
        let mut parts = condition.split('?');
        sql.push_str(" AND ");
        sql.push_str(parts.next().unwrap_or_default());
        for (value, part) in values.into_iter().zip(parts) {
            params.push(value);
            sql.push_str(&format!("${}{part}", params.len() + 1));
        }
    };
    match wanted.open {
        Some(true) => also("c.open = 1", vec![]),
        Some(false) => also("c.open = 0", vec![]),
        None if wanted.by_due => also("c.open = 1", vec![]),
        None => {}
    }
    if let Some(state) = wanted.state {
        also("c.state = ?", vec![state.word().into()]);
    }
    if let Some(board) = wanted.board {
        also("c.board = ?", vec![board.word().into()]);
    }
    if let Some(matter) = &wanted.matter {
        also("c.matter = ?", vec![matter.into()]);
    }
    if let Some((level, unit)) = &wanted.unit {
        use wangge_base::Level;
        match level {
            Level::City => {}
            Level::District => also("c.area = ?", vec![unit.into()]),
            Level::Town => also("c.town = ?", vec![unit.into()]),
            Level::Village => also("c.village = ?", vec![unit.into()]),
            Level::Grid => also("c.grid = ?", vec![unit.into()]),
        }
    }
    if let Some(at) = wanted.due_before {
        also("c.open = 1 AND c.due < ?", vec![at.into()]);
    }
    if let Some((from, to)) = wanted.reported {
        also("c.created >= ? AND c.created < ?", vec![from.into(), to.into()]);
    }
    if wanted.climbed {
        also("c.open = 1 AND c.climbed < c.level", vec![]);
    }
    if wanted.sample {
        also("c.sample = 1", vec![]);
    }
    if let Some(seat) = &wanted.seat {
        also("c.open = 1 AND c.seat_unit = ?", vec![(&seat.unit).into()]);
        if let Some(post) = &seat.post {
            also("(c.seat_post IS NULL OR c.seat_post = ?)", vec![post.into()]);
        }
    }
    if let Some(unit) = &wanted.with {
        also("c.seat_unit = ?", vec![unit.into()]);
    }
    if let Some(unit) = &wanted.called {
        also(
            "EXISTS (SELECT 1 FROM case_call k WHERE k.district = c.district AND k.case_id = c.id AND k.unit = ? \
             AND k.state IN ('called', 'arrived'))",
            vec![unit.into()],
        );
    }
    if let Some([west, south, east, north]) = wanted.bounds {
        also(
            "c.lon BETWEEN ? AND ? AND c.lat BETWEEN ? AND ?",
            vec![west.into(), east.into(), south.into(), north.into()],
        );
    }
    match sought {
        None => {}
        Some(Sought::Number(Part::Begins(first, last))) => {
            also(
                "c.id IN (SELECT n.id FROM case_file n WHERE n.district = $1 AND n.number BETWEEN ? AND ?)",
                vec![first.into(), last.into()],
            );
        }
        Some(Sought::Number(Part::Ends(end))) => {
            // The index `case_tail` holds the last four; what is longer is looked at in the few rows found.
            let (from, four) = (18 - end.len(), &end[end.len() - 4..]);
            // Apart, because a planner that must order by id would rather walk the whole district.
            let longer = if from < 14 { format!(" AND substr(n.number, {from}) = ?") } else { String::new() };
            let values = if from < 14 { vec![four.into(), end.into()] } else { vec![four.into()] };
            also(
                &format!(
                    "c.id IN (SELECT n.id FROM case_file n WHERE n.district = $1 AND substr(n.number, 14) = ?{longer})"
                ),
                values,
            );
        }
        Some(Sought::Words(words)) => {
            also(
                "c.id IN (SELECT w.case_id FROM case_words w WHERE w.district = $1 AND all_words(w.words, 'd' || $1 || ' ' || ?))",
                vec![words.join(" ").into()],
            );
        }
    }
    if wanted.by_due {
        if let Some(after) = &wanted.after {
            also(
                "(c.due > ? OR c.due = ? AND c.id > ?)",
                vec![after.key.into(), after.key.into(), after.id.as_str().into()],
            );
        }
        sql.push_str(" ORDER BY c.due, c.id");
    } else {
        if let Some(after) = &wanted.after {
            also("c.id < ?", vec![after.id.as_str().into()]);
        }
        sql.push_str(" ORDER BY c.id DESC");
    }
    params.push(wanted.limit.into());
    sql.push_str(&format!(" LIMIT ${}", params.len() + 1));
    (sql, params)
}

/// Rulings in one district, newest first: `$1` is the district, then the parameters returned. `open`:
/// those on open work are for everybody who asks, whatever the filter of rights says of the case.
pub fn rulings(
    access: &wangge_realm::access::Filter,
    open: bool,
    matter: Option<&wangge_base::MatterCode>,
    before: &str,
    most: i64,
) -> (String, Vec<Value>) {
    let mut params: Vec<Value> = access.params.clone();
    let right = if open { "c.compartment = 'open' OR " } else { "" };
    let mut sql = format!(
        "SELECT p.id, p.case_id, p.matter, p.question, p.to_unit, p.to_post, p.reason, p.ruled FROM precedent p \
         JOIN case_file c ON c.district = p.district AND c.id = p.case_id \
         WHERE p.district = $1 AND c.district = $1 AND ({right}{})",
        access.sql(2)
    );
    let mut also = |text: &str, value: Value| {
        params.push(value);
        sql.push_str(&format!("{text}${}", params.len() + 1));
    };
    if let Some(matter) = matter {
        also(" AND p.matter = ", matter.into());
    }
    also(" AND p.id < ", before.into());
    also(" ORDER BY p.id DESC LIMIT ", most.into());
    (sql, params)
}
