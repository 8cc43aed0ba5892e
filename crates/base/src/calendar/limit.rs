//! Limits as matters and procedures state them, and measured spans.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::Refusal;

crate::words!(
    /// In what a limit counts.
    LimitUnit {
        /// Minutes on the wall clock, day and night.
        Minute = "min",
        /// Hours on the wall clock, day and night.
        Hour = "h",
        /// Working hours (工作时), the office hours of the unit.
        WorkHour = "wh",
        /// Working days (工作日), from the next one, ending with office hours.
        WorkDay = "wd",
        /// Calendar days (自然日), from the next one, ending with the day.
        CalendarDay = "cd",
    }
);

impl LimitUnit {
    /// About ten years: more is a slip of the pen.
    const fn most(self) -> u32 {
        match self {
            Self::Minute => 5_256_000,
            Self::Hour => 87_600,
            Self::WorkHour => 20_000,
            Self::WorkDay => 2_500,
            Self::CalendarDay => 3_650,
        }
    }
}

/// What happens when the last day of a calendar-day limit is a day off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DayOff {
    /// It ends on the next workday (民法典 203, 民诉法 85): the rule.
    #[default]
    Moves,
    /// It ends on that day all the same, written with a `!`: `1cd!`. For what a matter owes to
    /// people every day of the year, such as a daily round.
    Stands,
}

/// A limit as matters state it: `30min`, `2h`, `4wh`, `5wd`, `7cd`, `7cd!`. In JSON and in the
/// database this text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// How many, at least one.
    pub amount: u32,
    /// Of what.
    pub unit: LimitUnit,
    /// For calendar days: whether an end on a day off moves.
    pub day_off: DayOff,
}

impl Limit {
    /// A limit under the ordinary rule for days off.
    pub const fn new(amount: u32, unit: LimitUnit) -> Self {
        Self { amount, unit, day_off: DayOff::Moves }
    }

    /// In Chinese, for screens and notices: `4个工作小时`.
    pub fn zh(&self) -> String {
        let unit = match self.unit {
            LimitUnit::Minute => "分钟",
            LimitUnit::Hour => "小时",
            LimitUnit::WorkHour => "个工作小时",
            LimitUnit::WorkDay => "个工作日",
            LimitUnit::CalendarDay => "日",
        };
        format!("{}{unit}", self.amount)
    }

    /// In English, for screens and notices: `4 working hours`.
    pub fn en(&self) -> String {
        let unit = match self.unit {
            LimitUnit::Minute => "minute",
            LimitUnit::Hour => "hour",
            LimitUnit::WorkHour => "working hour",
            LimitUnit::WorkDay => "working day",
            LimitUnit::CalendarDay => "calendar day",
        };
        let many = if self.amount == 1 { "" } else { "s" };
        format!("{} {unit}{many}", self.amount)
    }
}

impl FromStr for Limit {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let wrong = || {
            Refusal::invalid(
                "limit",
                format!("时限“{text}”无效:应为数字加单位,如 30min、2h、4wh(工作小时)、5wd(工作日)、7cd(日)"),
                format!(
                    "Not a limit: “{text}”. Write a number and a unit: 30min, 2h, 4wh (working hours), \
                     5wd (working days), 7cd (calendar days)"
                ),
            )
        };
        let (plain, day_off) = match text.strip_suffix('!') {
            Some(plain) => (plain, DayOff::Stands),
            None => (text, DayOff::Moves),
        };
        let split = plain.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let (amount, unit) = plain.split_at(split);
        let unit = LimitUnit::from_word(unit).ok_or_else(wrong)?;
        let amount: u32 = amount.parse().ok().filter(|n| (1..=unit.most()).contains(n)).ok_or_else(wrong)?;
        if day_off == DayOff::Stands && unit != LimitUnit::CalendarDay {
            return Err(wrong());
        }
        Ok(Self { amount, unit, day_off })
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.day_off == DayOff::Stands { "!" } else { "" };
        write!(f, "{}{}{mark}", self.amount, self.unit.word())
    }
}
impl Serialize for Limit {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(|e: Refusal| serde::de::Error::custom(e))
    }
}

/// A measured span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Minutes for `min`, `h` and `wh`; whole days for `wd` and `cd`.
    pub amount: i64,
    /// What was counted.
    pub unit: LimitUnit,
}
