//! Public holidays and make-up workdays: `date,kind,name` (data/calendar/README.md).

use std::collections::HashMap;

use wangge_base::{DayKind, Holidays};
use wangge_work::calendar::verbs::slip;

use super::{Report, Table};
use crate::trouble::Outcome;

/// Checks a table of days. What is wrong stands in `report`; the days count only when it is clean.
pub fn calendar(table: &Table, report: &mut Report) -> Outcome<Holidays> {
    table.need(&["date", "kind", "name"])?;
    let mut seen = HashMap::new();
    let mut days = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let (date, kind, name) = (table.get(row, "date"), table.get(row, "kind"), table.get(row, "name"));
        let Ok(date) = date.parse::<jiff::civil::Date>() else {
            report.row(
                row.number,
                "date",
                format!("“{date}”不是日期,应如 2026-10-01"),
                format!("“{date}” is not a date like 2026-10-01"),
            );
            continue;
        };
        let Some(kind) = DayKind::from_word(kind) else {
            report.row(
                row.number,
                "kind",
                format!("“{kind}”无效,应为 holiday、in_lieu 或 workday"),
                format!("“{kind}” is not holiday, in_lieu or workday"),
            );
            continue;
        };
        if let Some(first) = seen.insert(date, row.number) {
            report.row(
                row.number,
                "date",
                format!("与第{first}行重复"),
                format!("the same date as in row {first}"),
            );
        }
        if name.is_empty() || name.contains([',', '"', '\n']) {
            report.row(
                row.number,
                "name",
                "名称为空或含逗号、引号",
                "the name is empty or has a comma or quote",
            );
        }
        if let Some(no) = slip(date, kind) {
            report.refusal(row.number, no);
        }
        days.push((date, kind, name.to_owned()));
    }
    Ok(Holidays::new(days))
}
