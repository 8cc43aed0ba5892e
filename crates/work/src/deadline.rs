//! Deadlines, shared by all that is worked on. They live in the row they guard, as one text, so
//! that a save can neither forget nor duplicate one; the sweeper finds rows by their earliest
//! [`wake`].

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Instant, Limit, Seat, WorkCalendar, words};

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

/// The limit that the present holder works against: the earliest that is not a mere escalation.
pub fn due(clocks: &[Deadline]) -> Option<Instant> {
    clocks.iter().filter(|d| d.clock != Clock::Climb && d.stage != Stage::Stopped).map(|d| d.due).min()
}
