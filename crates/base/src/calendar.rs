//! When something is due: limits, public holidays, office periods and the calendar made of them.
//!
//! The law behind the counting (shared by procedures and by the catalogue's own limits):
//! - the first day is not counted, a limit in days begins on the day after (民法典 201, 民诉法 85);
//! - a calendar-day limit whose last day is a day off ends on the first workday after it, at the
//!   end of that day (民法典 203, 民诉法 85): [`DayOff::Moves`], the default;
//! - working days skip statutory days off and count make-up workdays (行政处罚法 85 for its two,
//!   three, five and seven days; 行政强制法 69 for ten days and fewer); they end with office hours,
//!   since business hours exist (民法典 203);
//! - `min` and `h` run on the wall clock day and night: for emergencies.

mod holidays;
mod limit;
mod office;
#[cfg(test)]
mod tests;

use std::{fmt, sync::Arc};

use jiff::civil::Date;

pub use self::{
    holidays::{DayKind, Holidays},
    limit::{DayOff, Limit, LimitUnit, Span},
    office::{Office, Period},
};
use crate::{Instant, Refusal};

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// 2004-01-01, the first day of the table, in days since 1970-01-01.
const FIRST: i64 = 12_418;
/// Through 2063-12-31. A limit is at most ten years, so nothing real falls off the end.
const DAYS: usize = 21_915;
/// Working days end with office hours, calendar days with the day: its last second, so that the
/// date shown is the day meant and not the midnight after it.
const LAST_SECOND: i64 = DAY - 1_000_000;

/// When a limit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last moment at which the limit is kept.
    pub at: Instant,
    /// The holidays on the way are not all published yet: weekends were assumed, and the deadline
    /// is computed again when the year is loaded.
    pub provisional: bool,
}

/// The working time of a unit: holidays and make-up workdays, its office periods and the city's time
/// zone, laid out as one table of days so that a look-up is a binary search. About 150 kB; share it.
#[derive(Clone)]
pub struct WorkCalendar {
    holidays: Arc<Holidays>,
    office: Office,
    zone: jiff::tz::TimeZone,
    /// Offset in microseconds when the zone never changes it within the table (China: always).
    fixed: Option<i64>,
    /// Office minutes before day `i`; one entry more than days.
    minutes: Vec<u32>,
    /// Working days with office hours before day `i`; one entry more than days.
    workdays: Vec<u16>,
}

impl fmt::Debug for WorkCalendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WorkCalendar({}; {:?})", self.office, self.zone.iana_name())
    }
}

/// A moment on the local clock: day of the table (clamped to it) and microseconds into the day.
#[derive(Clone, Copy)]
struct Local {
    day: usize,
    micros: i64,
}

impl WorkCalendar {
    /// A calendar for `office` in the IANA time zone `zone`, e.g. `Asia/Shanghai`. Refuses an unknown
    /// zone and an office that never opens on a workday.
    pub fn new(holidays: Arc<Holidays>, office: Office, zone: &str) -> Result<Self, Refusal> {
        let zone = jiff::tz::TimeZone::get(zone).map_err(|e| {
            Refusal::invalid("zone", format!("时区无效:{zone}"), format!("Not a time zone: {zone} ({e})"))
        })?;
        let fixed = fixed_offset(&zone);
        let (mut minutes, mut workdays) = (Vec::with_capacity(DAYS + 1), Vec::with_capacity(DAYS + 1));
        let (mut open, mut worked) = (0_u32, 0_u16);
        minutes.push(open);
        workdays.push(worked);
        let mut made = Self { holidays, office, zone, fixed, minutes: Vec::new(), workdays: Vec::new() };
        for day in 0..DAYS {
            let today: u32 = made.periods(day).iter().map(|p| u32::from(p.end - p.start)).sum();
            open += today;
            worked += u16::from(today > 0 && made.is_workday(date_of(day)));
            minutes.push(open);
            workdays.push(worked);
        }
        if !made.office.opens_on_workdays() {
            return Err(Refusal::invalid(
                "office",
                "办公时间至少要覆盖一个工作日",
                "The office must be open on at least one workday of the week",
            ));
        }
        (made.minutes, made.workdays) = (minutes, workdays);
        Ok(made)
    }

    /// The office periods.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The holidays and make-up workdays.
    pub fn holidays(&self) -> &Arc<Holidays> {
        &self.holidays
    }

    /// The IANA name of the time zone.
    pub fn zone(&self) -> &str {
        self.zone.iana_name().unwrap_or("UTC")
    }

    /// The date on the local wall at `at`.
    pub fn date(&self, at: Instant) -> Date {
        self.zone.to_datetime(at.timestamp()).date()
    }

    /// The first moment of the local `date`.
    pub fn start_of(&self, date: Date) -> Instant {
        self.at_civil(days_since_epoch(date) * DAY)
    }

    /// Whether the nation works on `date`: Monday to Friday but for holidays, and make-up workdays.
    pub fn is_workday(&self, date: Date) -> bool {
        self.holidays.is_workday(date)
    }

    /// Whether the office is open at `at`. The end of a period is outside it.
    pub fn in_office(&self, at: Instant) -> bool {
        let local = self.local(at);
        self.periods(local.day).iter().any(|p| p.contains(local.micros))
    }

    /// `at` itself when the office is open, otherwise the next opening.
    pub fn next_office(&self, at: Instant) -> Instant {
        if self.in_office(at) {
            return at;
        }
        self.opening(self.worked(self.local(at))).max(at)
    }

    /// When the office next closes if it is open at `at`, or opens if it is closed: always later than
    /// `at`. None: never, as far as the table reaches (a desk that is always staffed).
    pub fn next_turn(&self, at: Instant) -> Option<Instant> {
        let local = self.local(at);
        let Some(open) = self.periods(local.day).iter().find(|p| p.contains(local.micros)) else {
            let opening = self.opening(self.worked(local));
            return (opening > at && self.in_office(opening)).then_some(opening);
        };
        if open.closes() < DAY {
            return Some(self.instant(Local { day: local.day, micros: open.closes() }))
                .filter(|end| *end > at);
        }
        // Open until midnight: whole days may follow, or all of them.
        let first = local.day + 1;
        let whole = |from: usize, to: usize| {
            i64::from(self.minutes[to] - self.minutes[from]) * MINUTE == (to - from) as i64 * DAY
        };
        if whole(first, DAYS) {
            return None;
        }
        let day = (first..DAYS).find(|d| !whole(*d, d + 1))?;
        let early = self.periods(day).first().filter(|p| p.opens() == 0);
        Some(self.instant(Local { day, micros: early.map_or(0, |p| p.closes()) }))
    }

    /// When `limit`, running from `from`, ends.
    pub fn due(&self, from: Instant, limit: Limit) -> Due {
        let start = self.local(from);
        let (at, from_day) = match limit.unit {
            LimitUnit::Minute => {
                return Due { at: from.plus_minutes(limit.amount.into()), provisional: false };
            }
            LimitUnit::Hour => {
                return Due { at: from.plus_minutes(i64::from(limit.amount) * 60), provisional: false };
            }
            LimitUnit::WorkHour => {
                let target = self.worked(start) + i64::from(limit.amount) * 60 * MINUTE;
                (self.reached(target), start.day)
            }
            LimitUnit::WorkDay => (self.nth_workday(start.day, limit.amount), start.day),
            LimitUnit::CalendarDay => {
                let last = (start.day + limit.amount as usize).min(DAYS - 1);
                let day = match limit.day_off {
                    DayOff::Stands => last,
                    DayOff::Moves => (last..DAYS).find(|d| self.is_workday(date_of(*d))).unwrap_or(last),
                };
                (self.instant(Local { day, micros: LAST_SECOND }), last)
            }
        };
        let stands = limit.unit == LimitUnit::CalendarDay && limit.day_off == DayOff::Stands;
        Due { at: at.max(from), provisional: !stands && !self.settled(from_day, self.local(at).day) }
    }

    /// How much of `unit` lies between `from` and `to`: minutes for `min`, `h` (wall clock) and `wh`
    /// (office minutes), whole days for `wd` and `cd` (the first day is not counted). Negative when
    /// `to` is the earlier one.
    pub fn span(&self, from: Instant, to: Instant, unit: LimitUnit) -> Span {
        let (a, b) = (self.local(from), self.local(to));
        let amount = match unit {
            LimitUnit::Minute | LimitUnit::Hour => to.minutes_since(from),
            LimitUnit::WorkHour => (self.worked(b) - self.worked(a)).div_euclid(MINUTE),
            LimitUnit::WorkDay => i64::from(self.workdays[b.day + 1]) - i64::from(self.workdays[a.day + 1]),
            LimitUnit::CalendarDay => b.day as i64 - a.day as i64,
        };
        Span { amount, unit }
    }

    /// When the one reminder before `due` is told, inside office hours: with a quarter of the working
    /// time left, at least half an hour (or half of a shorter limit), at most one day's office hours.
    /// None when no office hours lie between: then the person on duty is called instead.
    pub fn remind_at(&self, from: Instant, due: Instant) -> Option<Instant> {
        let (start, end) = (self.worked(self.local(from)), self.worked(self.local(due)));
        let all = end - start;
        if all <= 0 {
            return None;
        }
        let day = i64::from(self.office.longest_day()) * MINUTE;
        let left = (all / 4).max(30 * MINUTE).min(all / 2).min(day);
        Some(self.opening(end - left).clamp(from, due))
    }

    /// Whether the published table covers every day between two moments; what is computed over days
    /// beyond it is provisional.
    pub fn is_known(&self, from: Instant, to: Instant) -> bool {
        self.settled(self.local(from).day, self.local(to).day)
    }

    fn settled(&self, from: usize, to: usize) -> bool {
        let (first, last) = (date_of(from.min(to)), date_of(from.max(to)));
        (first.year()..=last.year()).all(|y| self.holidays.knows_year(y)) && self.holidays.knows(last)
    }

    /// The office periods of a day of the table.
    fn periods(&self, day: usize) -> &[Period] {
        let date = date_of(day);
        match self.holidays.kind(date) {
            Some(DayKind::Holiday | DayKind::InLieu) if !self.office.open_on_holidays() => &[],
            Some(DayKind::Workday) => self.office.make_up_day(date.weekday()),
            _ => self.office.weekday(date.weekday()),
        }
    }

    /// Office time from the start of the table to `at`, in microseconds.
    fn worked(&self, at: Local) -> i64 {
        let before = i64::from(self.minutes[at.day]) * MINUTE;
        before + self.periods(at.day).iter().map(|p| p.until(at.micros)).sum::<i64>()
    }

    /// The first moment at which `target` microseconds of office time have passed.
    fn reached(&self, target: i64) -> Instant {
        let minutes = target.div_euclid(MINUTE) + i64::from(target.rem_euclid(MINUTE) > 0);
        let day = self.minutes[1..].partition_point(|m| i64::from(*m) < minutes).min(DAYS - 1);
        let mut left = target - i64::from(self.minutes[day]) * MINUTE;
        for p in self.periods(day) {
            if left <= p.length() {
                return self.instant(Local { day, micros: p.opens() + left });
            }
            left -= p.length();
        }
        self.instant(Local { day, micros: LAST_SECOND })
    }

    /// The last moment at which no more than `target` microseconds have passed: always inside a
    /// period, its opening when `target` falls between two.
    fn opening(&self, target: i64) -> Instant {
        let minutes = target.div_euclid(MINUTE);
        let day = self.minutes[1..].partition_point(|m| i64::from(*m) <= minutes).min(DAYS - 1);
        let mut left = target - i64::from(self.minutes[day]) * MINUTE;
        for p in self.periods(day) {
            if left < p.length() {
                return self.instant(Local { day, micros: p.opens() + left });
            }
            left -= p.length();
        }
        self.instant(Local { day, micros: LAST_SECOND })
    }

    /// End of office of the `n`th working day after `day`.
    fn nth_workday(&self, day: usize, n: u32) -> Instant {
        let target = u32::from(self.workdays[day + 1]) + n;
        let last = self.workdays[1..].partition_point(|d| u32::from(*d) < target).min(DAYS - 1);
        let closes = self.periods(last).last().map_or(LAST_SECOND, |p| p.closes().min(LAST_SECOND));
        self.instant(Local { day: last, micros: closes })
    }

    fn local(&self, at: Instant) -> Local {
        let offset = self
            .fixed
            .unwrap_or_else(|| i64::from(self.zone.to_offset(at.timestamp()).seconds()) * 1_000_000);
        let civil = at.micros().saturating_add(offset);
        match civil.div_euclid(DAY) - FIRST {
            before if before < 0 => Local { day: 0, micros: 0 },
            day if day >= DAYS as i64 => Local { day: DAYS - 1, micros: LAST_SECOND },
            day => Local { day: day as usize, micros: civil.rem_euclid(DAY) },
        }
    }

    fn instant(&self, at: Local) -> Instant {
        self.at_civil((at.day as i64 + FIRST) * DAY + at.micros)
    }

    fn at_civil(&self, civil: i64) -> Instant {
        if let Some(offset) = self.fixed {
            return Instant::from_micros(civil - offset);
        }
        // A wall time that the zone skips or repeats: jiff takes the later or the earlier one.
        let wall = jiff::tz::Offset::UTC.to_datetime(Instant::from_micros(civil).timestamp());
        self.zone.to_timestamp(wall).map_or(Instant::from_micros(civil), Into::into)
    }
}

fn fixed_offset(zone: &jiff::tz::TimeZone) -> Option<i64> {
    let (start, end) = (FIRST * DAY - 2 * DAY, (FIRST + DAYS as i64) * DAY + 2 * DAY);
    let start = Instant::from_micros(start).timestamp();
    let changes = zone.following(start).next().is_some_and(|t| Instant::from(t.timestamp()).micros() < end);
    (!changes).then(|| i64::from(zone.to_offset(start).seconds()) * 1_000_000)
}

/// Days since 1970-01-01: how days are counted and stored where they are reckoned with.
pub fn days_since_epoch(date: Date) -> i64 {
    let wall = date.to_datetime(jiff::civil::Time::midnight());
    jiff::tz::Offset::UTC.to_timestamp(wall).map_or(0, |t| t.as_second() / 86_400)
}

/// The date of a day of the table.
fn date_of(day: usize) -> Date {
    civil_date(day as i64 + FIRST)
}

/// The date `days` after 1970-01-01, the reverse of [`days_since_epoch`].
pub fn civil_date(days: i64) -> Date {
    jiff::tz::Offset::UTC.to_datetime(Instant::from_micros(days * DAY).timestamp()).date()
}
