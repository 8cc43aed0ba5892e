//! From a timeline to stages, and from stages to what would have been. Pure.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use wangge_base::{Instant, Level, Seat, UnitCode, WorkCalendar};

use super::{Counted, Stage};
use crate::{
    case::{
        Case, State,
        flow::{Centres, Defaults, Relation, View},
    },
    deadline::{Clock, Deadline},
    matter::{Matter, Urgency},
};

/// A step as far as it decides whose time runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When the server took it.
    pub at: Instant,
    /// The kind of action.
    pub action: String,
    /// The state it led to.
    pub state: State,
    /// The seat it names (dispatch, rule, transfer).
    pub to: Option<Seat>,
    /// The matter it names (report, file, resolve).
    pub matter: Option<String>,
    /// The date of the extension it grants.
    pub until: Option<Instant>,
}

/// The matter as it counts for a case: the one it was filed under, or the one to be tried.
pub struct How<'a> {
    /// What it says.
    pub matter: &'a Matter,
    /// Everybody it names for the place of the case, as [`crate::case::verbs::routes`] gives them.
    pub routes: &'a [Seat],
    /// The lead post, and the lead department if there is one.
    pub leads: &'a [Seat],
    /// Who the routing rules offer first at a moment; none: they say nothing.
    pub first: &'a dyn Fn(Instant) -> Option<Seat>,
}

impl How<'_> {
    /// Who is offered first at a moment, by the rules or as the lead.
    fn offered(&self, at: Instant) -> Option<Seat> {
        (self.first)(at).or_else(|| self.routes.first().cloned())
    }
}

/// What a case and its surroundings say, whichever matter counts.
pub struct Ground<'a> {
    /// The case.
    pub case: &'a Case,
    /// The centres above its place.
    pub centres: &'a Centres,
    /// Office hours of a unit.
    pub hours: &'a dyn Fn(&UnitCode) -> Arc<WorkCalendar>,
    /// Limits where a matter states none.
    pub defaults: &'a Defaults,
}

/// One stage of a case: a clock that ran.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// What it measured.
    pub clock: Clock,
    /// Whose time it was.
    pub seat: Seat,
    /// From when.
    pub from: Instant,
    /// When it was over; absent: it still runs.
    pub ended: Option<Instant>,
    /// By when it had to be.
    pub due: Instant,
}

impl Stay {
    /// Whether it was over too late, or is late now.
    pub fn is_late(&self, now: Instant) -> bool {
        self.ended.unwrap_or(now) > self.due
    }
}

/// The clock of a stage, as the law of the case arms it.
pub const fn clock_of(state: State) -> Option<Clock> {
    Some(match state {
        State::Reported => Clock::Verify,
        State::Verified | State::Filed | State::Returned => Clock::Dispatch,
        State::Dispatched => Clock::ReportIn,
        State::InProgress | State::Suspended => Clock::Handle,
        State::Checking => Clock::Check,
        State::Checked => Clock::Close,
        State::Closed | State::Rejected | State::Merged | State::Withdrawn => return None,
    })
}

/// Whether a seat is among those that a matter names, as the law of dispatching asks.
fn names(routes: &[Seat], to: &Seat) -> bool {
    routes.iter().any(|r| r.unit == to.unit && (r.post.is_none() || r.post == to.post || to.post.is_none()))
}

/// Where a case that was given to `to` at a moment under the matter `was` would have gone under `would`: whoever was
/// offered first by a rule, or led, is replaced by whoever would be or lead, and whoever is no longer named too; everybody
/// else stays.
pub fn routed(was: &How<'_>, would: &How<'_>, to: &Seat, at: Instant) -> Seat {
    let ruled = (was.first)(at).is_some() || (would.first)(at).is_some();
    if ruled && was.offered(at).as_ref() == Some(to) {
        return would.offered(at).unwrap_or_else(|| to.clone());
    }
    let stays = names(would.routes, to);
    // A lead that is no longer named, and one that is named but only assists now.
    let led = was.leads.iter().position(|lead| lead == to);
    match led {
        Some(at) if !would.leads.contains(to) => {
            would.leads.get(at).or_else(|| would.leads.first()).cloned().unwrap_or_else(|| to.clone())
        }
        None if !stays && names(was.routes, to) => would.leads.first().cloned().unwrap_or_else(|| to.clone()),
        _ => to.clone(),
    }
}

/// The stages of a case under `how`, by its timeline. `route` says where it went when it was given to a seat. Stages
/// before it stood under the matter are left out: no change of the matter would have touched them.
pub fn stays(
    ground: &Ground<'_>,
    how: &How<'_>,
    steps: &[Happened],
    route: impl Fn(&Seat, Instant) -> Seat,
) -> Vec<Stay> {
    let (mut all, mut open): (Vec<Stay>, Option<Stay>) = (Vec::new(), None);
    let (mut level, mut under, mut before) = (how.matter.level, false, None::<State>);
    let (mut handler, mut stood) = (None::<Seat>, None::<Instant>);
    let code = how.matter.code.as_str();
    for step in steps {
        if let Some(named) = &step.matter
            && matches!(step.action.as_str(), "report" | "file" | "resolve")
        {
            (under, level) = (named == code, how.matter.level);
        }
        match step.action.as_str() {
            "lift" => level = ground.centres.lifted(level).unwrap_or(level),
            "dispatch" | "rule" | "transfer" => {
                if let Some(to) = &step.to {
                    handler = Some(if step.action == "dispatch" { route(to, step.at) } else { to.clone() });
                }
            }
            _ => {}
        }
        let moved = before != Some(step.state);
        let begins = match step.action.as_str() {
            // Its clock runs on at the other seat.
            "transfer" => false,
            "dispatch" | "rule" | "lift" | "reopen" | "file" => true,
            _ => moved,
        };
        let pauses = step.state == State::Suspended || before == Some(State::Suspended);
        if pauses
            && moved
            && let Some(stay) = &mut open
        {
            match (step.state, stood) {
                (State::Suspended, _) => stood = Some(step.at),
                // What was left then is left now: the law of `resume`.
                (State::InProgress, Some(since)) => {
                    let due = Instant::from_micros(stay.due.micros() + step.at.micros() - since.micros());
                    let calendar = (ground.hours)(&stay.seat.unit);
                    stay.due = calendar.next_office(due.max(step.at.plus_minutes(1)));
                    stood = None;
                }
                _ => {}
            }
        }
        if let (Some(until), Some(stay)) = (step.until, &mut open) {
            stay.due = until;
        }
        let resumes = before == Some(State::Suspended) && step.state == State::InProgress;
        if begins && step.state != State::Suspended && !resumes {
            all.extend(open.take().map(|stay| Stay { ended: Some(step.at), ..stay }));
            stood = None;
            if let (true, Some(clock)) = (under, clock_of(step.state)) {
                let seat = seat_of(ground, how, level, handler.as_ref(), clock, step);
                open = Some(arm(ground, how, clock, seat, step.at));
            }
        }
        before = Some(step.state);
    }
    // A case that stands still is late for nobody.
    if let Some(stay) = open {
        let ended = stood.map(|since| since.min(stay.due));
        all.push(Stay { ended: ended.or(stay.ended), ..stay });
    }
    all
}

/// Whose time runs, as the law of the case has it.
fn seat_of(
    ground: &Ground<'_>,
    how: &How<'_>,
    level: Level,
    handler: Option<&Seat>,
    clock: Clock,
    step: &Happened,
) -> Seat {
    let centre = || ground.centres.of(level).clone();
    match clock {
        Clock::Verify if step.action == "reopen" || step.action == "rate" => ground.centres.village.clone(),
        Clock::Verify if how.matter.urgency != Urgency::Ordinary && step.action == "report" => {
            ground.centres.town.clone()
        }
        Clock::Verify => ground.centres.grid.clone(),
        Clock::ReportIn | Clock::Handle => handler.cloned().unwrap_or_else(centre),
        Clock::Check => handler.map_or_else(centre, |seat| ground.centres.checker(seat).clone()),
        _ => centre(),
    }
}

/// Arms a clock under `how`: limit and calendar by the law's own functions.
fn arm(ground: &Ground<'_>, how: &How<'_>, clock: Clock, seat: Seat, from: Instant) -> Stay {
    let relation = Relation::default();
    let view = View {
        case: ground.case,
        matter: Some(how.matter),
        proposed: None,
        target: None,
        calls: &[],
        requests: &[],
        links: &[],
        routes: how.routes,
        centres: ground.centres,
        house: &[],
        hours: ground.hours,
        defaults: ground.defaults,
        relation: &relation,
    };
    let armed = Deadline::arm(clock, &seat, from, view.limit(clock), &(ground.hours)(&seat.unit));
    Stay { clock, seat, from, ended: None, due: armed.due }
}

/// A case compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// Whether it would have gone to another seat or level.
    pub moved: bool,
    /// Whether it ran over a limit.
    pub breached: bool,
    /// Whether it would have.
    pub would_breach: bool,
    /// The stages that would have gone otherwise.
    pub stages: Vec<Stage>,
}

/// Compares a case as it was with how it would have been.
pub fn compare(
    ground: &Ground<'_>,
    was: &How<'_>,
    would: &How<'_>,
    steps: &[Happened],
    now: Instant,
) -> Compared {
    let old = stays(ground, was, steps, |to, _| to.clone());
    let new = stays(ground, would, steps, |to, at| routed(was, would, to, at));
    let mut found = Compared { moved: was.matter.level != would.matter.level, ..Compared::default() };
    for (old, new) in old.iter().zip(&new) {
        let (late, would_late) = (old.is_late(now), new.is_late(now));
        found.breached |= late;
        found.would_breach |= would_late;
        let moved = old.seat != new.seat;
        found.moved |= moved;
        if moved || late != would_late {
            found.stages.push(Stage {
                clock: old.clock,
                from: old.from,
                ended: old.ended,
                seat: old.seat.clone(),
                would_seat: new.seat.clone(),
                due: old.due,
                would_due: new.due,
            });
        }
    }
    found
}

impl Counted {
    /// Adds a case.
    pub fn take(&mut self, one: &Compared, minutes: u32, would_minutes: u32) {
        self.looked += 1;
        self.moved += u32::from(one.moved);
        self.breached += u32::from(one.breached);
        self.would_breach += u32::from(one.would_breach);
        self.newly += u32::from(one.would_breach && !one.breached);
        self.cured += u32::from(one.breached && !one.would_breach);
        self.minutes += u64::from(minutes);
        self.would_minutes += u64::from(would_minutes);
    }
}

impl std::ops::AddAssign for Counted {
    fn add_assign(&mut self, more: Self) {
        self.looked += more.looked;
        self.erased += more.erased;
        self.unseen += more.unseen;
        self.moved += more.moved;
        self.breached += more.breached;
        self.would_breach += more.would_breach;
        self.newly += more.newly;
        self.cured += more.cured;
        self.minutes += more.minutes;
        self.would_minutes += more.would_minutes;
    }
}

impl Counted {
    /// What was counted, as a sentence in Chinese and in English.
    pub fn sentence(&self) -> (String, String) {
        let Self { looked, moved, newly, cured, .. } = self;
        (
            format!("{looked}件中,{moved}件会改变去向,{newly}件会新增超时,{cured}件可避免超时"),
            format!(
                "Of {looked} cases {moved} would have moved, {newly} more would have run over a limit, {cured} fewer"
            ),
        )
    }
}
