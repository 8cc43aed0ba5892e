//! The clock is an actor too: one reminder before a limit, one step at it, then the next level.

use wangge_base::{Actor, Instant, Refusal, Seat};

use super::*;

/// What the clock has to do to `case` at `now`, if anything: the earliest first.
pub fn due(case: &Case, now: Instant) -> Option<Action> {
    let next =
        case.clocks.iter().filter(|d| d.wake().is_some_and(|at| at <= now)).min_by_key(|d| d.wake())?;
    let (clock, of) = (next.clock, next.of.clone());
    Some(if next.due > now {
        Action::Remind(super::super::Remind { clock, of })
    } else if clock == Clock::Resume {
        Action::Resume(super::super::Resume {})
    } else {
        Action::Overdue(super::super::Overdue { clock, of })
    })
}

pub(super) fn next(
    view: &View<'_>,
    clock: Clock,
    of: Option<&str>,
    remind: bool,
    actor: &Actor,
    now: Instant,
) -> Result<Move, Refusal> {
    may(*actor == Actor::Clock, "只有时钟可以这样操作", "Only the clock does this")?;
    let mut m = view.stay();
    let running = m
        .case
        .clocks
        .iter_mut()
        .find(|d| d.clock == clock && d.of.as_deref() == of && d.wake().is_some_and(|at| at <= now))
        .ok_or_else(|| no("case.clock_gone", "该时限已不在计时", "That clock is no longer running"))?;
    let seat = running.seat.clone();
    if remind {
        if running.due <= now {
            return Err(no("case.clock_over", "该时限已到", "That limit is reached already"));
        }
        running.stage = Stage::Reminded;
        m.tell(Whom::Seat(seat), "时限将到,请处理", "The limit is near: please see to it");
        return Ok(m);
    }
    if running.due > now {
        return Err(no("case.clock_early", "该时限未到", "That limit is not reached yet"));
    }
    running.stage = Stage::Overdue;
    if clock == Clock::Climb {
        climb(view, &mut m, seat, now);
    } else {
        m.tell(Whom::Seat(seat), "已超时,请立即处理", "Over the limit: please see to it now");
        arm_climb(view, &mut m, now);
    }
    Ok(m)
}

/// Computes provisional limits again, now that their year is known.
pub(super) fn rearm(view: &View<'_>, actor: &Actor) -> Result<Move, Refusal> {
    may(*actor == Actor::Clock, "只有时钟可以这样操作", "Only the clock does this")?;
    let mut m = view.stay();
    for clock in &mut m.case.clocks {
        *clock = clock.again(&view.hours(&clock.seat.unit));
    }
    if m.case.clocks == view.case.clocks {
        return Err(no("case.clocks_known", "没有需要重算的时限", "No limit has to be computed again"));
    }
    Ok(m)
}

/// The level above that the case reached so far has not stepped in: it is told, and its clock ends.
fn climb(view: &View<'_>, m: &mut Move, seat: Seat, now: Instant) {
    m.case.clocks.retain(|d| d.clock != Clock::Climb);
    if let Some(level) = higher(view, m.case.climbed) {
        m.case.climbed = level;
        m.tell.push(Tell {
            to: Whom::Seat(seat),
            zh: "下级超时未办,已升级到本级".into(),
            en: "Overdue below: it has climbed to your level".into(),
            ring: view.is_urgent(),
        });
    }
    arm_climb(view, m, now);
}

/// One clock per level: the next higher centre gets its time to step in.
fn arm_climb(view: &View<'_>, m: &mut Move, now: Instant) {
    if m.case.clocks.iter().any(|d| d.clock == Clock::Climb) {
        return;
    }
    if let Some(level) = higher(view, m.case.climbed) {
        let seat = view.centres.of(level).clone();
        let calendar = view.hours(&seat.unit);
        m.case.clocks.push(Deadline::arm(Clock::Climb, &seat, now, view.limit(Clock::Climb), &calendar));
    }
}

/// The next level up that has a centre of its own.
fn higher(view: &View<'_>, from: Level) -> Option<Level> {
    let mut level = from.up();
    while let Some(up) = level {
        if view.centres.of(up) != view.centres.of(from) {
            return Some(up);
        }
        level = up.up();
    }
    None
}
