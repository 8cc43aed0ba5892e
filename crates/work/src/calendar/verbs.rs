//! Loading the calendars and changing them.

#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, fmt::Write as _};

use jiff::civil::{Date, date};
use wangge_base::{DayKind, District, Holidays, Office, Refusal, UnitCode};
use wangge_realm::audit;
use wangge_store::{Error, Read, Result, Row, Tx};

use super::{Calendars, SHIPPED, sql};

/// Reads the calendars for the IANA time zone `zone`. Before anything was imported the shipped
/// holidays stand in.
pub fn load(read: &mut Read, zone: &str) -> Result<Calendars> {
    let stamp = stamp(read)?;
    let days = read.query(&sql::DAYS, &[], day)?;
    let offices = read.query(&sql::OFFICES, &[], |row| Ok((row.text(0)?, row.parse::<Office>(1)?)))?;
    let holidays = if days.is_empty() { Holidays::parse(SHIPPED)? } else { Holidays::new(days) };
    let known = read.query(&sql::KNOWN_ALL, &[], |row| {
        Ok((row.at(0)?, std::sync::Arc::new(Holidays::parse(row.str(1)?)?)))
    })?;
    Ok(Calendars::new(holidays, offices, zone, stamp)?.remembering(known))
}

/// A number that changes with every import: compare it with [`Calendars::stamp`].
pub fn stamp(read: &mut Read) -> Result<i64> {
    read.one(&sql::STAMP, &[], |row| row.int(0))
}

/// At the first start: puts the shipped holidays into the database. Later it does nothing.
pub fn seed(tx: &mut Tx) -> Result<()> {
    if tx.query(&sql::DAYS, &[], |_| Ok(()))?.is_empty() {
        put(tx, &Holidays::parse(SHIPPED)?)?;
    }
    Ok(())
}

/// What an import of days did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Years replaced as a whole: those whose 1 October is in the file.
    pub years: Vec<i16>,
    /// Days written.
    pub days: usize,
}

/// Takes in a table of days: complete years replace what was known of them, single days of other
/// years (a make-up workday in the December before) are added. Refuses a make-up workday that is no
/// weekend day, which would be a slip, and an empty table.
pub fn import_days(tx: &mut Tx, days: &Holidays) -> Result<Imported> {
    // Otherwise the first imported year would stand alone where the shipped ones stood in.
    seed(tx)?;
    put(tx, days)
}

fn put(tx: &mut Tx, days: &Holidays) -> Result<Imported> {
    let years: BTreeSet<i16> = days.years().collect();
    let now = tx.now();
    let mut writes = Vec::new();
    for year in &years {
        // The last week of December belongs to the notice of the year after: it stays unless that
        // year comes too.
        let from = if years.contains(&(year - 1)) { date(*year, 1, 1) } else { first_day(*year) };
        let to = if years.contains(&(year + 1)) { date(*year, 12, 31) } else { date(*year, 12, 24) };
        let to = to.tomorrow().unwrap_or(to);
        writes.push((&sql::FORGET, vec![from.to_string().into(), to.to_string().into()]));
    }
    let mut written = 0;
    for (day, kind, name) in days.days() {
        if let Some(no) = slip(day, kind) {
            return Err(no.into());
        }
        writes
            .push((&sql::PUT_DAY, vec![day.to_string().into(), kind.word().into(), name.into(), now.into()]));
        written += 1;
    }
    if written == 0 {
        return Err(Refusal::invalid("calendar", "表中没有日期", "The table has no days").into());
    }
    tx.batch(writes)?;
    let mut table = String::from("date,kind,name\n");
    for (date, kind, name) in tx.query(&sql::DAYS, &[], day)? {
        let _ = writeln!(table, "{date},{},{}", kind.word(), name.replace([',', '\n'], " "));
    }
    tx.exec(&sql::KEEP_KNOWN, &[now.into(), table.into()])?;
    Ok(Imported { years: years.into_iter().collect(), days: written })
}

/// A make-up workday on an ordinary workday is a slip of the pen.
pub fn slip(day: Date, kind: DayKind) -> Option<Refusal> {
    let weekend = day.weekday().to_monday_zero_offset() >= 5;
    (kind == DayKind::Workday && !weekend).then(|| {
        Refusal::invalid(
            "date",
            format!("{day} 本来就是工作日,不会是调休上班日"),
            format!("{day} is a workday anyway and cannot be a make-up workday"),
        )
    })
}

/// 25 December of the year before: where the year's notice begins to reach.
fn first_day(year: i16) -> Date {
    date(year - 1, 12, 25)
}

/// Names a set of office hours, changes it, or takes it away (`None`).
pub fn set_office(tx: &mut Tx, name: &str, office: Option<&Office>) -> Result<()> {
    let good = (1..=64).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !good || office.is_some_and(|office| !office.opens_on_workdays()) {
        return Err(Refusal::invalid(
            "office",
            "名称应为小写字母、数字或短横,办公时间至少覆盖一个工作日",
            "A name has lower-case letters, digits and dashes; the office opens on at least one workday",
        )
        .into());
    }
    // Two changes in one microsecond are two changes: the stamp moves with each.
    let loaded = stamp(tx)?.saturating_add(1).max(tx.now().micros());
    let hours = office.map(ToString::to_string).unwrap_or_default();
    tx.exec(&sql::PUT_OFFICE, &[name.into(), hours.into(), loaded.into()])?;
    Ok(())
}

/// Gives a unit hours of its own, or takes them away (`None`), and writes down who did.
pub fn set_unit(
    tx: &mut Tx,
    district: &District,
    unit: &UnitCode,
    office: Option<&Office>,
    by: &str,
) -> Result<()> {
    set_office(tx, &super::own_name(unit), office)?;
    let facts = serde_json::json!({ "hours": office.map(ToString::to_string) });
    audit::write(tx, district, by, audit::Kind::OfficeSet, unit.as_str(), &facts)
}

fn day(row: &Row) -> Result<(Date, DayKind, String)> {
    let (day, kind) = (row.text(0)?, row.text(1)?);
    match (day.parse(), DayKind::from_word(&kind)) {
        (Ok(date), Some(kind)) => Ok((date, kind, row.text(2)?)),
        _ => Err(Error::Inconsistency { table: "calendar_day", column: "kind", row: day }),
    }
}
