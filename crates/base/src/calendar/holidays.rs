//! Public holidays and make-up workdays: the table that the State Council publishes each year.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};

use crate::Refusal;

/// Why a day differs from an ordinary week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// `holiday`: statutory holiday, or weekend within one (法定节假日).
    Holiday,
    /// `in_lieu`: day off swapped for a make-up workday (调休).
    InLieu,
    /// `workday`: make-up workday on a weekend (调休上班).
    Workday,
}

impl DayKind {
    /// The word in files and in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::InLieu => "in_lieu",
            Self::Workday => "workday",
        }
    }
    /// Reads the word back.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Holiday, Self::InLieu, Self::Workday].into_iter().find(|k| k.word() == word)
    }
}

/// The days that differ from "Monday to Friday work, weekends do not".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    days: BTreeMap<Date, (DayKind, String)>,
    years: BTreeSet<i16>,
}

impl Holidays {
    /// From dated rows. A year is known when its 1 October is listed (every yearly notice does).
    pub fn new(days: impl IntoIterator<Item = (Date, DayKind, String)>) -> Self {
        let days: BTreeMap<_, _> = days.into_iter().map(|(date, kind, name)| (date, (kind, name))).collect();
        let years = days.keys().filter(|d| (d.month(), d.day()) == (10, 1)).map(|d| d.year()).collect();
        Self { days, years }
    }

    /// Reads `date,kind,name` lines with a header, without quoting: the shipped table. Refuses the
    /// first bad line by its number.
    pub fn parse(csv: &str) -> Result<Self, Refusal> {
        let rows = csv.lines().enumerate().skip(1).filter(|(_, line)| !line.is_empty());
        let days = rows.map(|(n, line)| {
            Self::row(line).ok_or_else(|| {
                Refusal::invalid(
                    "calendar",
                    format!("第{}行应为“日期,holiday|in_lieu|workday,名称”", n + 1),
                    format!("Line {} should read date,holiday|in_lieu|workday,name", n + 1),
                )
            })
        });
        Ok(Self::new(days.collect::<Result<Vec<_>, _>>()?))
    }

    fn row(line: &str) -> Option<(Date, DayKind, String)> {
        let mut cells = line.split(',');
        let row = (cells.next()?.parse().ok()?, DayKind::from_word(cells.next()?)?, cells.next()?.to_owned());
        cells.next().is_none().then_some(row)
    }

    /// Every listed day, in order.
    pub fn days(&self) -> impl Iterator<Item = (Date, DayKind, &str)> {
        self.days.iter().map(|(date, (kind, name))| (*date, *kind, name.as_str()))
    }

    /// The years whose notice is known.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.years.iter().copied()
    }

    /// Why `date` differs from an ordinary week, if it does.
    pub fn kind(&self, date: Date) -> Option<DayKind> {
        self.days.get(&date).map(|(kind, _)| *kind)
    }

    /// The name of the holiday that `date` belongs to, make-up workdays included.
    pub fn name(&self, date: Date) -> Option<&str> {
        self.days.get(&date).map(|(_, name)| name.as_str())
    }

    /// Whether the nation works on `date`.
    pub fn is_workday(&self, date: Date) -> bool {
        match self.kind(date) {
            Some(DayKind::Workday) => true,
            Some(DayKind::Holiday | DayKind::InLieu) => false,
            None => !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday),
        }
    }

    /// Whether the year's notice is known.
    pub fn knows_year(&self, year: i16) -> bool {
        self.years.contains(&year)
    }

    /// Whether `date` is settled. The last week of December is settled by the next year's notice:
    /// 2018-12-29 was a make-up workday of New Year 2019.
    pub fn knows(&self, date: Date) -> bool {
        let late = date.month() == 12 && date.day() >= 25;
        self.knows_year(date.year()) && (!late || self.knows_year(date.year() + 1))
    }
}
