//! Deadlines, shared by all that is worked on. They live in the row they guard, as one text, so
//! that a save can neither forget nor duplicate one; the sweeper finds rows by their earliest
//! [`wake`].

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Instant, Limit, LimitUnit, Seat, WorkCalendar, words};

words!(
    /// What a clock measures.
    Clock {
        /// verification on site
        Verify = "verify",
        /// filing and dispatching
        Dispatch = "dispatch",
        /// reporting in after dispatch
        ReportIn = "report_in",
        /// handling
        Handle = "handle",
        /// checking by another person
        Check = "check",
        /// closing by the centre
        Close = "close",
        /// reporting in after a whistle
        Call = "call",
        /// answer of a linked case in another district
        Answer = "answer",
        /// decision on a request
        Decide = "decide",
        /// end of a suspension
        Resume = "resume",
        /// date set by a supervising centre
        Supervise = "supervise",
        /// the next level's time to step in
        Climb = "climb",
    }
);

words!(
    /// How far a clock has run.
    Stage {
        /// before the reminder
        Armed = "armed",
        /// reminded once
        Reminded = "reminded",
        /// over the limit
        Overdue = "overdue",
        /// standing still while the work is suspended
        Stopped = "stopped",
    }
);

/// What is left of a limit, counted in the limit's own time: all that a screen needs to count on by
/// itself (docs/API.md, "Countdowns").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Countdown {
    /// In what the limit counts; absent for a date that somebody set, which counts on the wall clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<LimitUnit>,
    /// Whole minutes left, rounded down: of the holder's working time for `wh` and `wd`, else of wall
    /// time. Negative when late.
    pub left: i64,
    /// Whole days from today to the last one, for `wd` (working days), `cd` and dates (calendar days):
    /// 0 is today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// Whether the limit has passed. At night that may be so with no working time over it yet.
    pub late: bool,
    /// Whether it runs now: for `wh` and `wd` while the holder's office is open, never while the work is
    /// suspended, else always.
    pub ticks: bool,
    /// When `ticks` next turns, with the holder's office hours; absent: never, or nobody knows yet.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Instant>,
}

/// One running clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Deadline {
    /// What it measures.
    pub clock: Clock,
    /// Which call or request, when there may be several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Whose time it is.
    pub seat: Seat,
    /// From when it runs.
    #[schema(value_type = String)]
    pub from: Instant,
    /// The limit.
    #[schema(value_type = String)]
    pub due: Instant,
    /// When to remind, once; absent when there is no time for it.
    #[schema(value_type = Option<String>)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind: Option<Instant>,
    /// How far it has run.
    pub stage: Stage,
    /// Beyond the known calendar: recomputed when that year is published.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// The limit it came from, e.g. `4wh`; absent for a date that somebody set.
    #[schema(value_type = Option<String>)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
}

impl Deadline {
    /// Arms a clock for `seat`: `limit` from `from` in the calendar of that seat's unit.
    pub fn arm(clock: Clock, seat: &Seat, from: Instant, limit: Limit, calendar: &WorkCalendar) -> Self {
        let due = calendar.due(from, limit);
        Self {
            clock,
            of: None,
            seat: seat.clone(),
            from,
            due: due.at,
            remind: calendar.remind_at(from, due.at),
            stage: Stage::Armed,
            provisional: due.provisional,
            limit: Some(limit),
        }
    }

    /// A clock that ends on a date somebody set.
    pub fn on(clock: Clock, seat: &Seat, from: Instant, due: Instant, calendar: &WorkCalendar) -> Self {
        let remind = calendar.remind_at(from, due);
        Self {
            clock,
            of: None,
            seat: seat.clone(),
            from,
            due,
            remind,
            stage: Stage::Armed,
            provisional: false,
            limit: None,
        }
    }

    /// The same, for one of several calls or requests.
    #[must_use]
    pub fn of(mut self, which: impl std::fmt::Display) -> Self {
        self.of = Some(which.to_string());
        self
    }

    /// The same clock by a calendar that knows more years; how far it has run stays as it is.
    #[must_use]
    pub fn again(&self, calendar: &WorkCalendar) -> Self {
        let Some(limit) = self.limit.filter(|_| self.provisional) else { return self.clone() };
        let due = calendar.due(self.from, limit);
        Self {
            due: due.at,
            remind: calendar.remind_at(self.from, due.at),
            provisional: due.provisional,
            ..self.clone()
        }
    }

    /// What is left at `now` by the office hours of its seat. `suspended_at`: since when a stopped clock
    /// stands still.
    pub fn countdown(
        &self,
        now: Instant,
        suspended_at: Option<Instant>,
        calendar: &WorkCalendar,
    ) -> Countdown {
        let stopped = self.stage == Stage::Stopped;
        let at = suspended_at.filter(|_| stopped).unwrap_or(now);
        let unit = self.limit.map(|limit| limit.unit);
        let working = matches!(unit, Some(LimitUnit::WorkHour | LimitUnit::WorkDay));
        let span = |unit| calendar.span(at, self.due, unit).amount;
        Countdown {
            unit,
            left: span(if working { LimitUnit::WorkHour } else { LimitUnit::Minute }),
            days: match unit {
                Some(LimitUnit::Minute | LimitUnit::Hour | LimitUnit::WorkHour) => None,
                Some(LimitUnit::WorkDay) => Some(span(LimitUnit::WorkDay)),
                Some(LimitUnit::CalendarDay) | None => Some(span(LimitUnit::CalendarDay)),
            },
            late: self.due <= at,
            ticks: !stopped && (!working || calendar.in_office(at)),
            changes: if working && !stopped { calendar.next_turn(at) } else { None },
        }
    }

    /// When this clock next has something to say; never again once it is over.
    pub fn wake(&self) -> Option<Instant> {
        match self.stage {
            Stage::Armed => Some(self.remind.unwrap_or(self.due)),
            Stage::Reminded => Some(self.due),
            Stage::Overdue | Stage::Stopped => None,
        }
    }
}

/// When the earliest of `clocks` has something to say.
pub fn wake(clocks: &[Deadline]) -> Option<Instant> {
    clocks.iter().filter_map(Deadline::wake).min()
}

/// The clock that the present holder works against: the earliest that is not a mere escalation.
pub fn current(clocks: &[Deadline]) -> Option<&Deadline> {
    clocks.iter().filter(|d| d.clock != Clock::Climb && d.stage != Stage::Stopped).min_by_key(|d| d.due)
}

/// Its limit.
pub fn due(clocks: &[Deadline]) -> Option<Instant> {
    current(clocks).map(|d| d.due)
}

#[cfg(test)]
mod tests;
