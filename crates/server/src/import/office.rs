//! Office hours: `unit,hours` as in `OfficeView` of the interface, e.g. `500107003,1-5 09:00-12:00 14:00-18:00`.
//! In place of a unit's code a name of small letters names a set that units refer to in their column
//! `calendar`. Empty hours take away what was there.

use std::collections::HashMap;

use wangge_base::{District, Office, UnitCode};
use wangge_realm::unit::Units;

use super::{Report, Table};
use crate::trouble::Outcome;

/// Whose hours, and which.
pub struct Hours {
    /// A unit with its home, or a named set.
    pub of: Of,
    /// The hours; `None` takes them away.
    pub office: Option<Office>,
}

/// Whose hours.
pub enum Of {
    /// A unit's own.
    Unit(District, UnitCode),
    /// A set that units name.
    Set(String),
}

/// Checks a table of office hours. What is wrong stands in `report`; they count only when it is clean.
pub fn office(table: &Table, units: &Units, report: &mut Report) -> Outcome<Vec<Hours>> {
    table.need(&["unit", "hours"])?;
    let (mut seen, mut all) = (HashMap::new(), Vec::with_capacity(table.rows.len()));
    for row in &table.rows {
        let (name, hours) = (table.get(row, "unit"), table.get(row, "hours"));
        if let Some(first) = seen.insert(name.to_owned(), row.number) {
            report.row(
                row.number,
                "unit",
                format!("与第{first}行重复"),
                format!("the same as in row {first}"),
            );
            continue;
        }
        let set = name.starts_with(|c: char| c.is_ascii_lowercase()) && units.get(name).is_none();
        let of = match units.get(name) {
            Some(unit) => Of::Unit(unit.district().clone(), unit.code()),
            None if set => Of::Set(name.to_owned()),
            None => {
                report.row(
                    row.number,
                    "unit",
                    format!("没有单位“{name}”"),
                    format!("there is no unit {name}"),
                );
                continue;
            }
        };
        let office = match hours {
            "" => None,
            text => match text.parse::<Office>() {
                Ok(office) if office.opens_on_workdays() => Some(office),
                Ok(_) => {
                    report.row(
                        row.number,
                        "hours",
                        "至少要有一个工作日开门",
                        "the office opens on no workday",
                    );
                    continue;
                }
                Err(no) => {
                    let (zh, en) = super::report::words(no);
                    report.row(row.number, "hours", zh, en);
                    continue;
                }
            },
        };
        all.push(Hours { of, office });
    }
    Ok(all)
}

/// The hours by the home of their units; sets belong to the city.
pub fn portions(all: Vec<Hours>) -> Vec<(District, Vec<Hours>)> {
    let mut by: Vec<(District, Vec<Hours>)> = Vec::new();
    for one in all {
        let home = match &one.of {
            Of::Unit(home, _) => home.clone(),
            Of::Set(_) => District::city(),
        };
        match by.iter_mut().find(|(district, _)| *district == home) {
            Some((_, portion)) => portion.push(one),
            None => by.push((home, vec![one])),
        }
    }
    by
}
