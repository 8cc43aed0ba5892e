//! From a rule to days: which days a rule names, what a day off does to them, and from when to when an occurrence
//! stands on the list. Pure arithmetic of dates, counted in days since 1970-01-01.
//!
//! - The rule is an RFC 5545 RRULE of dates, read by the crate `rrule` and laid out once as a row of bits. Every rule
//!   counts from [`ANCHOR`], a Monday and a first of January: `FREQ=WEEKLY` alone means Mondays, `FREQ=MONTHLY` alone
//!   the first, and `INTERVAL=2` has the same phase for everybody and for ever.
//! - The day the rule names is the *nominal* day. With matter and object it is the occurrence's identity and never
//!   moves, whatever holidays do.
//! - From the nominal day follow the day on which the occurrence *opens* (comes onto the list) and the *last* day on
//!   which it may be done; see [`stretch`].

use wangge_base::Refusal;

use crate::matter::{DutyRule, OnDayOff};

/// Days since 1970-01-01.
pub type Day = i64;

/// 2024-01-01, from which every rule counts.
pub const ANCHOR: Day = 19_723;
/// How far a day off can push an occurrence; beyond it the occurrence falls away.
pub const FARTHEST: i64 = 31;
/// A longest window, days.
pub const LONGEST: i64 = 92;

/// What a rule may be made of: dates only, and no end of its own.
const PARTS: &[&str] =
    &["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYSETPOS", "WKST"];

/// The days that a rule names, from [`ANCHOR`] through a last day: one bit a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    bits: Vec<u64>,
    through: Day,
}

impl Recurrence {
    /// Lays a rule out through the day `through`.
    ///
    /// # Errors
    /// What is no RRULE of dates; a rule with COUNT or UNTIL (the entry's own dates say when it ends), or one that
    /// names no day within four years.
    pub fn compile(rule: &str, through: Day) -> Result<Self, Refusal> {
        let through = through.max(ANCHOR + 4 * 366);
        check(rule)?;
        let set: rrule::RRuleSet =
            format!("DTSTART:20240101T000000Z\nRRULE:{rule}").parse().map_err(|e: rrule::RRuleError| {
                wrong(format!("不是有效的RRULE:{e}"), format!("Not an RRULE: {e}"))
            })?;
        let set = set.limit();
        let size = usize::try_from(through - ANCHOR + 1).unwrap_or(0);
        let mut made = Self { bits: vec![0; size.div_ceil(64)], through };
        let days = set.into_iter().map(|at| at.timestamp().div_euclid(86_400));
        for day in days.take_while(|day| *day <= through) {
            let at = usize::try_from(day - ANCHOR).unwrap_or(0);
            made.bits[at / 64] |= 1 << (at % 64);
        }
        // The start is an instance to RFC 5545 even where the rule does not name it; `rrule` leaves it out, as wanted.
        if made.next_after(ANCHOR - 1).is_none_or(|first| first > ANCHOR + 4 * 366) {
            return Err(wrong("这条规则四年内没有任何一天", "This rule names no day within four years"));
        }
        Ok(made)
    }

    /// The last day that is laid out.
    pub const fn through(&self) -> Day {
        self.through
    }

    /// Whether the rule names `day`.
    pub fn names(&self, day: Day) -> bool {
        let Ok(at) = usize::try_from(day - ANCHOR) else { return false };
        self.bits.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// The first day after `day` that the rule names.
    pub fn next_after(&self, day: Day) -> Option<Day> {
        let from = usize::try_from((day + 1 - ANCHOR).max(0)).ok()?;
        let mut mask = !0_u64 << (from % 64);
        for at in from / 64..self.bits.len() {
            let word = self.bits[at] & mask;
            if word != 0 {
                return Some(ANCHOR + (at * 64) as i64 + i64::from(word.trailing_zeros()));
            }
            mask = !0;
        }
        None
    }

    /// The days from `from` through `to` that the rule names.
    pub fn within(&self, from: Day, to: Day) -> impl Iterator<Item = Day> {
        std::iter::successors(self.next_after(from - 1), |day| self.next_after(*day))
            .take_while(move |day| *day <= to)
    }
}

pub(super) fn check(rule: &str) -> Result<(), Refusal> {
    let mut freq = None;
    for part in rule.split(';') {
        let Some((name, value)) = part.split_once('=') else {
            return Err(wrong(
                "规则应写成 FREQ=WEEKLY;BYDAY=MO 的样子",
                "A rule reads like FREQ=WEEKLY;BYDAY=MO",
            ));
        };
        if matches!(name, "COUNT" | "UNTIL" | "DTSTART") {
            return Err(wrong(
                format!("规则中不写{name}:起止由事项的生效日期决定"),
                format!("A rule has no {name}: the dates of the entry say when it begins and ends"),
            ));
        }
        let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, ',' | '-' | '+');
        if !PARTS.contains(&name) || value.is_empty() || value.len() > 120 || !value.chars().all(plain) {
            return Err(wrong(format!("规则中不能有{part}"), format!("A rule of dates cannot have {part}")));
        }
        if name == "FREQ" {
            freq = Some(value);
        }
        if name == "INTERVAL" && !value.parse().is_ok_and(|n| (1..=366).contains(&n)) {
            return Err(wrong("INTERVAL应为1至366", "INTERVAL is 1 to 366"));
        }
    }
    match freq {
        Some("DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY") => Ok(()),
        _ => Err(wrong("FREQ应为DAILY、WEEKLY、MONTHLY或YEARLY", "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY")),
    }
}

fn wrong(zh: impl Into<String>, en: impl Into<String>) -> Refusal {
    Refusal::invalid("recurrence", zh, en)
}

/// From when to when an occurrence stands on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The day the rule names: with matter and object the identity of the occurrence.
    pub nominal: Day,
    /// The days on which it can open, ascending, never empty: one, or with `spread` all among which the objects are
    /// dealt out.
    pub openings: Vec<Day>,
    /// The last day on which it may be done.
    pub last: Day,
}

impl Stretch {
    /// The day on which it opens for the object of this lot.
    pub fn opens(&self, lot: u64) -> Day {
        let many = self.openings.len().max(1) as u64;
        self.openings.get((lot % many) as usize).copied().unwrap_or(self.nominal)
    }
}

/// The lot of an object, by which a spread rule deals the objects out: the random end of its id, so it stays the same
/// for ever and many objects fall evenly.
pub fn lot(id: [u8; 16]) -> u64 {
    let mut end = [0; 8];
    end.copy_from_slice(&id[8..]);
    u64::from_be_bytes(end)
}

/// When the occurrence of a nominal day stands on the list; `None`: it falls away.
///
/// Without `spread` it opens on the nominal day; on a day off it stays (`keep`), opens on the next workday (`next`)
/// or falls away (`skip`); from there it may be done for `window` days. With `spread` the objects are dealt out among
/// the days of the window, only workdays unless `keep`, and every one may be done until the window ends; a window
/// without a workday opens after it (`next`) or falls away (`skip`).
///
/// What a day off pushes onto or past the next nominal day falls away: the next one will do. So a daily duty is not
/// done three times on a Monday.
pub fn stretch(
    rule: &DutyRule,
    days: &Recurrence,
    workday: &impl Fn(Day) -> bool,
    nominal: Day,
) -> Option<Stretch> {
    let (window, keeps) = (i64::from(rule.window).clamp(1, LONGEST), rule.on_day_off == OnDayOff::Keep);
    let fits = |day: &Day| keeps || workday(*day);
    let end = nominal + window - 1;
    let openings: Vec<Day> = if rule.spread {
        (nominal..=end).filter(fits).collect()
    } else {
        Some(nominal).filter(fits).into_iter().collect()
    };
    if let Some(first) = openings.first() {
        let last = if rule.spread { end } else { first + window - 1 };
        return Some(Stretch { nominal, openings, last });
    }
    if rule.on_day_off != OnDayOff::Next {
        return None;
    }
    let from = if rule.spread { end + 1 } else { nominal + 1 };
    let opens = (from..=from + FARTHEST).find(|day| workday(*day))?;
    if days.next_after(nominal).is_some_and(|next| opens >= next) {
        return None;
    }
    let last = if rule.spread { opens } else { opens + window - 1 };
    Some(Stretch { nominal, openings: vec![opens], last })
}

/// Every nominal day whose occurrence may stand on the list of `day`: from the first that can still be open.
pub const fn reaching(rule: &DutyRule, day: Day) -> std::ops::RangeInclusive<Day> {
    let window = rule.window as i64;
    day - window - FARTHEST..=day
}

/// The occurrences that stand on the list of `day` for the object of this lot, by nominal day.
pub fn standing(
    rule: &DutyRule,
    days: &Recurrence,
    workday: &impl Fn(Day) -> bool,
    lot: u64,
    day: Day,
) -> Vec<Stretch> {
    let range = reaching(rule, day);
    let all = days.within(*range.start(), *range.end());
    all.filter_map(|nominal| stretch(rule, days, workday, nominal))
        .filter(|it| it.opens(lot) <= day && day <= it.last)
        .collect()
}
