//! Office periods of a unit: several a day, by weekday.

use std::{fmt, str::FromStr};

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

use crate::Refusal;

const MINUTE: i64 = 60_000_000;

/// One office period of a day, in minutes from local midnight; the end is outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Opens at this minute.
    pub start: u16,
    /// Closes at this minute, at most 1,440.
    pub end: u16,
}

impl Period {
    pub(super) fn opens(self) -> i64 {
        i64::from(self.start) * MINUTE
    }
    pub(super) fn closes(self) -> i64 {
        i64::from(self.end) * MINUTE
    }
    pub(super) fn length(self) -> i64 {
        self.closes() - self.opens()
    }
    pub(super) fn contains(self, micros: i64) -> bool {
        (self.opens()..self.closes()).contains(&micros)
    }
    /// How much of the period has passed at `micros` into the day.
    pub(super) fn until(self, micros: i64) -> i64 {
        (micros - self.opens()).clamp(0, self.length())
    }
}

/// The office periods of a week, written `1-5 09:00-12:00 14:00-18:00; 6 09:00-12:00`: ISO weekdays
/// (1 Monday … 7 Sunday) and their periods; a last part `holidays` keeps public holidays open.
/// A make-up workday on a weekend has the periods of that weekday if there are any, otherwise those
/// of the first open day of the week. In JSON and in the database this text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Office {
    week: [Vec<Period>; 7],
    holidays: bool,
}

impl Office {
    /// The usual hours of a Chinese office: 09:00–12:00 and 14:00–18:00, Monday to Friday.
    pub fn usual() -> Self {
        let day = vec![Period { start: 540, end: 720 }, Period { start: 840, end: 1080 }];
        Self { week: std::array::from_fn(|n| if n < 5 { day.clone() } else { Vec::new() }), holidays: false }
    }

    /// Day and night, holidays too: a duty desk.
    pub fn round_the_clock() -> Self {
        Self { week: std::array::from_fn(|_| vec![Period { start: 0, end: 1440 }]), holidays: true }
    }

    /// Whether public holidays have the hours of their weekday.
    pub fn open_on_holidays(&self) -> bool {
        self.holidays
    }

    /// Periods of an ordinary weekday, in order.
    pub fn weekday(&self, day: Weekday) -> &[Period] {
        &self.week[usize::from(day.to_monday_zero_offset().unsigned_abs())]
    }

    /// Periods of a make-up workday that falls on `day`.
    pub fn make_up_day(&self, day: Weekday) -> &[Period] {
        match self.weekday(day) {
            [] => self.week.iter().find(|p| !p.is_empty()).map_or(&[], Vec::as_slice),
            own => own,
        }
    }

    /// Whether there are hours on at least one day from Monday to Friday.
    pub fn opens_on_workdays(&self) -> bool {
        self.week[..5].iter().any(|p| !p.is_empty())
    }

    /// Office minutes of the longest day of the week.
    pub fn longest_day(&self) -> u16 {
        let sum = |day: &Vec<Period>| day.iter().map(|p| p.end - p.start).sum();
        self.week.iter().map(sum).max().unwrap_or(0)
    }
}

fn clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && hour * 60 + minute <= 1440 && hour <= 24).then_some(hour * 60 + minute)
}

fn days(text: &str) -> Option<std::ops::RangeInclusive<usize>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (1 <= first && first <= last && last <= 7).then_some(first..=last)
}

fn periods(cells: std::str::SplitWhitespace<'_>) -> Option<Vec<Period>> {
    let mut day = Vec::<Period>::new();
    for cell in cells {
        let (start, end) = cell.split_once('-')?;
        let next = Period { start: clock(start)?, end: clock(end)? };
        if next.start >= next.end || day.last().is_some_and(|last| last.end >= next.start) {
            return None;
        }
        day.push(next);
    }
    (!day.is_empty()).then_some(day)
}

impl FromStr for Office {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let wrong = |part: &str| {
            Refusal::invalid(
                "office",
                format!("办公时间“{part}”无效:应如“1-5 09:00-12:00 14:00-18:00; 6 09:00-12:00”,时段不重叠"),
                format!(
                    "Not office hours: “{part}”. Write 1-5 09:00-12:00 14:00-18:00; 6 09:00-12:00, \
                     periods in order and apart"
                ),
            )
        };
        let mut office = Self { week: Default::default(), holidays: false };
        for part in text.split(';').map(str::trim) {
            if part == "holidays" {
                office.holidays = true;
                continue;
            }
            let mut cells = part.split_whitespace();
            let range = cells.next().and_then(days).ok_or_else(|| wrong(part))?;
            let day = periods(cells).ok_or_else(|| wrong(part))?;
            for weekday in range {
                if !std::mem::replace(&mut office.week[weekday - 1], day.clone()).is_empty() {
                    return Err(wrong(part));
                }
            }
        }
        Ok(office)
    }
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = 0;
        let mut between = "";
        while first < 7 {
            let last = (first..7).take_while(|d| self.week[*d] == self.week[first]).last().unwrap_or(first);
            if !self.week[first].is_empty() {
                write!(f, "{between}{}", first + 1)?;
                if last > first {
                    write!(f, "-{}", last + 1)?;
                }
                for p in &self.week[first] {
                    let (a, b) = (p.start, p.end);
                    write!(f, " {:02}:{:02}-{:02}:{:02}", a / 60, a % 60, b / 60, b % 60)?;
                }
                between = "; ";
            }
            first = last + 1;
        }
        if self.holidays { write!(f, "{between}holidays") } else { Ok(()) }
    }
}
impl Serialize for Office {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Office {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(|e: Refusal| serde::de::Error::custom(e))
    }
}
