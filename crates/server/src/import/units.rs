//! Units and grids: an edition of the geography. Columns as `wangge demo` writes them:
//! `code,level,kind,parent,stat_parent,name` and, where known, `name_en,lon,lat,calendar,households,
//! people,valid_from,valid_to,aliases` (`scheme:name`, several joined by `;`).

use std::str::FromStr;

use wangge_base::{Coord, Instant, Level, Refusal, UnitCode, WorkCalendar};
use wangge_realm::{
    grid::NewShape,
    unit::{NewUnit, UnitKind},
};
use wangge_work::calendar::Calendars;

use super::{Report, Row, Shape, Table};
use crate::trouble::Outcome;

/// Reads every row as a unit. What a row says wrongly by itself stands in `report`; whether the units
/// make a tree is for the geography to judge.
pub fn units(table: &Table, calendars: &Calendars, report: &mut Report) -> Outcome<Vec<NewUnit>> {
    table.need(&["code", "level", "kind", "parent", "stat_parent", "name"])?;
    let mut units = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut cells = Cells { table, row, report: &mut *report };
        if let Some(unit) = unit(&mut cells, calendars) {
            units.push(unit);
        }
    }
    Ok(units)
}

fn unit(cells: &mut Cells<'_>, calendars: &Calendars) -> Option<NewUnit> {
    let code = cells.parsed::<UnitCode>("code");
    let parent = cells.opt("parent");
    let stat_parent = cells.opt("stat_parent");
    let level = cells.word("level", "1 2 3 4 5", |c| Level::from_number(c.parse().ok()?));
    let kind = cells.word(
        "kind",
        "city district zone town village grid department section team",
        UnitKind::from_word,
    );
    let calendar = Some(cells.text("calendar").to_owned()).filter(|name| !name.is_empty());
    if let Some(name) = calendar.as_ref().filter(|name| !calendars.knows(name)) {
        cells.wrong(
            "calendar",
            format!("没有名为“{name}”的办公时间"),
            format!("no office hours are called {name}"),
        );
    }
    let days = calendars.get(None);
    Some(NewUnit {
        line: i64::try_from(cells.row.number).unwrap_or(0),
        at: cells.position(),
        households: cells.count("households"),
        people: cells.count("people"),
        valid_from: cells.moment("valid_from", days),
        valid_to: cells.moment("valid_to", days),
        aliases: cells.aliases(),
        name: cells.text("name").to_owned(),
        name_en: cells.text("name_en").to_owned(),
        calendar,
        parent: parent?,
        stat_parent: stat_parent?,
        code: code?,
        level: level?,
        kind: kind?,
    })
}

/// Reads every feature as the border of a grid: property `code`, optionally `village`; a Polygon, or a
/// MultiPolygon of one part.
pub fn grids(table: &Table, report: &mut Report) -> Outcome<Vec<NewShape>> {
    table.need(&["code"])?;
    let mut shapes = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut cells = Cells { table, row, report: &mut *report };
        let (code, village) = (cells.parsed("code"), cells.opt("village"));
        let rings = match &row.shape {
            Some(Shape::Polygons(parts)) if parts.len() == 1 => &parts[0],
            Some(Shape::Polygons(parts)) => {
                let n = parts.len();
                cells.wrong(
                    "geometry",
                    format!("网格应为一个多边形,现有{n}个"),
                    format!("a grid is one polygon, not {n}"),
                );
                continue;
            }
            Some(Shape::Point(_)) | None => {
                cells.wrong("geometry", "缺少多边形", "there is no polygon");
                continue;
            }
        };
        if let (Some(code), Some(village)) = (code, village) {
            shapes.push(NewShape::of(i64::try_from(row.number).unwrap_or(0), code, village, rings));
        }
    }
    Ok(shapes)
}

/// A row, and where its faults go.
pub(super) struct Cells<'a> {
    pub table: &'a Table,
    pub row: &'a Row,
    pub report: &'a mut Report,
}

impl<'a> Cells<'a> {
    pub fn text(&self, column: &str) -> &'a str {
        self.table.get(self.row, column)
    }

    pub fn wrong(&mut self, column: &str, zh: impl Into<String>, en: impl Into<String>) {
        self.report.row(self.row.number, column, zh, en);
    }

    /// A cell that must be there.
    pub fn parsed<T: FromStr<Err = Refusal>>(&mut self, column: &str) -> Option<T> {
        match self.text(column).parse() {
            Ok(value) => Some(value),
            Err(no) => {
                let (zh, en) = super::report::words(no);
                let cell = self.text(column);
                self.wrong(column, format!("“{cell}”:{zh}"), format!("“{cell}”: {en}"));
                None
            }
        }
    }

    /// A cell that may be empty: the outer option says whether it could be read.
    #[expect(clippy::option_option, reason = "unreadable and absent are two things")]
    pub fn opt<T: FromStr<Err = Refusal>>(&mut self, column: &str) -> Option<Option<T>> {
        if self.text(column).is_empty() { Some(None) } else { self.parsed(column).map(Some) }
    }

    /// A cell with a word of a closed set.
    pub fn word<T>(&mut self, column: &str, allowed: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.text(column);
        let value = read(cell);
        if value.is_none() {
            self.wrong(
                column,
                format!("“{cell}”无效,应为:{allowed}"),
                format!("“{cell}” is not one of: {allowed}"),
            );
        }
        value
    }

    pub fn count(&mut self, column: &str) -> Option<i64> {
        let cell = self.text(column);
        let count = cell.parse().ok().filter(|n| *n >= 0);
        if count.is_none() && !cell.is_empty() {
            self.wrong(column, format!("“{cell}”不是整数"), format!("“{cell}” is not a whole number"));
        }
        count
    }

    pub fn position(&mut self) -> Option<Coord> {
        let (lon, lat) = (self.text("lon"), self.text("lat"));
        if lon.is_empty() && lat.is_empty() {
            return match self.row.shape {
                Some(Shape::Point(at)) => Some(at),
                _ => None,
            };
        }
        let at = lon.parse().ok().zip(lat.parse().ok()).and_then(|(lon, lat)| Coord::new(lon, lat).ok());
        if at.is_none() {
            self.wrong(
                "lon",
                format!("坐标“{lon},{lat}”无效"),
                format!("{lon},{lat} is not a position on the earth"),
            );
        }
        at
    }

    /// A date (its first moment in the city) or an RFC 3339 moment.
    pub fn moment(&mut self, column: &str, calendar: &WorkCalendar) -> Option<Instant> {
        let cell = self.text(column);
        if cell.is_empty() {
            return None;
        }
        let moment = match (cell.parse::<jiff::civil::Date>(), cell.parse::<jiff::Timestamp>()) {
            (_, Ok(at)) => Some(at.into()),
            (Ok(date), _) => Some(calendar.start_of(date)),
            _ => None,
        };
        if moment.is_none() {
            self.wrong(
                column,
                format!("“{cell}”不是日期,应如 2026-01-31"),
                format!("“{cell}” is not a date like 2026-01-31"),
            );
        }
        moment
    }

    fn aliases(&mut self) -> Vec<(String, String)> {
        let mut aliases = Vec::new();
        for part in self.text("aliases").split(';').map(str::trim).filter(|part| !part.is_empty()) {
            match part.split_once(':') {
                Some((scheme, name)) if !scheme.is_empty() && !name.is_empty() => {
                    aliases.push((scheme.to_owned(), name.to_owned()));
                }
                _ => self.wrong(
                    "aliases",
                    format!("“{part}”应为“条线:名称”"),
                    format!("“{part}” should read scheme:name"),
                ),
            }
        }
        aliases
    }
}
