//! The law of a stop: what may be done about it, by whom, and what becomes of it. Pure.

pub mod ceiling;
mod checking;
#[cfg(test)]
mod history_tests;
pub mod plan;
pub mod recurrence;
#[cfg(test)]
mod recurrence_tests;
#[cfg(test)]
mod tests;
pub mod walk;

pub use checking::check;

use wangge_base::{Instant, Refusal, days_since_epoch};

use super::{Day, DutyState, OPEN, SkipReason, Tick, Touched};
use crate::matter::{Evidence, Matter, Missed};

/// Minutes within which a tick can be undone.
pub const UNDO: i64 = 10;
/// Days after its last day on which a stop done offline is still taken.
pub const LATE: i64 = 7;

/// How the one who acts stands to the stop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Works in the grid, or stands in for it in the community.
    pub of_grid: bool,
    /// Volunteer or part-timer of the grid.
    pub helper: bool,
    /// It was handed to this holding, or this holding took it.
    pub keeper: bool,
    /// Made the last tick.
    pub actor: bool,
}

/// What the law looks at.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The matter.
    pub matter: &'a Matter,
    /// Where it stands.
    pub state: DutyState,
    /// The row, once touched.
    pub row: Option<&'a Touched>,
    /// The day on which it opens.
    pub opens: Day,
    /// The last day on which it may be done.
    pub last: Day,
    /// Whether it was missed and carries over.
    pub carried: bool,
    /// Today.
    pub today: Day,
    /// The last day that is closed.
    pub closed: Day,
    /// The day on which it happened, by the phone; today without one.
    pub happened: Day,
    /// Who acts.
    pub by: Relation,
}

/// What becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Where it stands then.
    pub state: DutyState,
    /// The last day through which it concerns a list.
    pub last: Day,
    /// Its days were over.
    pub late: bool,
    /// The day it is moved to.
    pub moved_to: Option<Day>,
    /// Whether the one who acts keeps it from now on.
    pub keeps: bool,
    /// Whether nobody in particular keeps it any more.
    pub frees: bool,
}

fn no(code: &'static str, zh: &str, en: &str) -> Refusal {
    Refusal::not_allowed(code, zh, en)
}

/// What `tick` makes of the stop.
///
/// # Errors
/// `Forbidden` for those it is not for, `NotAllowed` with the reason and the way out, `Invalid` by field.
pub fn next(view: &View<'_>, tick: &Tick, now: Instant) -> Result<Move, Refusal> {
    let by = view.by;
    let is_helpers = matches!(tick, Tick::Take(_) | Tick::GiveBack(_) | Tick::Undo(_));
    let sees = matches!(tick, Tick::Done(_) | Tick::NothingFound(_) | Tick::Found(_) | Tick::Skip(_));
    if !by.of_grid && !(by.keeper && (sees || is_helpers)) && !(by.helper && is_helpers) {
        return Err(Refusal::forbidden(
            "这一项由本网格办理;别的网格请先接下同事转交的任务",
            "This stop is the grid's: take it first if a colleague handed it to you",
        ));
    }
    if matches!(tick, Tick::Undo(_)) {
        return undo(view, now);
    }
    if !view.state.is_open() {
        return Err(settled(view));
    }
    let move_ = Move {
        state: view.state,
        last: if view.carried { OPEN } else { view.last },
        late: false,
        moved_to: view.row.and_then(|row| row.moved_to),
        keeps: false,
        frees: false,
    };
    if matches!(tick, Tick::Take(_)) {
        return take(view, move_);
    }
    if view.today < view.opens {
        return Err(no("duty.early", "还没到这一项的日子", "The day of this stop has not come yet"));
    }
    if sees {
        return see(view, tick, move_);
    }
    if view.state == DutyState::Taken && !matches!(tick, Tick::GiveBack(_)) {
        return Err(taken());
    }
    match tick {
        Tick::Move(to) => {
            let to = days_since_epoch(to.to);
            if view.carried || to <= view.today || to > view.last {
                return Err(Refusal::invalid(
                    "to",
                    "只能改到办理期限内的今天以后的日子",
                    "It can be moved to a later day within its window only",
                ));
            }
            Ok(Move { state: DutyState::Moved, moved_to: Some(to), frees: true, ..move_ })
        }
        Tick::HandOver(_) => Ok(Move { state: DutyState::Handed, ..move_ }),
        Tick::Offer(_) => Ok(Move { state: DutyState::Offered, frees: true, ..move_ }),
        Tick::GiveBack(_) => {
            if !matches!(view.state, DutyState::Handed | DutyState::Offered | DutyState::Taken) {
                return Err(no(
                    "duty.not_given",
                    "这一项没有转交或提供给别人",
                    "This stop was not given away",
                ));
            }
            Ok(Move { state: back(view), frees: true, ..move_ })
        }
        _ => Err(no("duty.no_such", "不能这样做", "That cannot be done")),
    }
}

/// Where a stop stands that comes back to its grid.
fn back(view: &View<'_>) -> DutyState {
    if view.carried { DutyState::Missed } else { DutyState::Planned }
}

fn taken() -> Refusal {
    no(
        "duty.taken",
        "已有同事或志愿者接下,请先请对方退回",
        "A colleague or helper has taken it: ask them to give it back first",
    )
}

fn settled(view: &View<'_>) -> Refusal {
    let (zh, en) = match view.state {
        DutyState::Skipped => ("这一项今天已跳过", "This stop has been skipped"),
        DutyState::Lapsed => ("这一项已失效,无需再办", "This stop has lapsed: nobody has to do it any more"),
        _ => (
            "这一项已经办过了,不用再办;您的记录没有丢失,有补充请在备注里说明",
            "This stop has been done already; nothing is lost. Add a note if you saw something else",
        ),
    };
    no("duty.settled", zh, en)
}

fn take(view: &View<'_>, move_: Move) -> Result<Move, Refusal> {
    match view.state {
        DutyState::Handed if view.by.keeper => {}
        DutyState::Offered if view.by.helper || view.by.of_grid => {}
        DutyState::Taken if view.by.keeper => {}
        DutyState::Taken => {
            return Err(no("duty.taken", "已有人接下", "Somebody else has taken it"));
        }
        _ => {
            return Err(no(
                "duty.not_offered",
                "这一项没有转交给您,也没有向志愿者提供",
                "This stop was neither handed to you nor offered",
            ));
        }
    }
    Ok(Move { state: DutyState::Taken, keeps: true, ..move_ })
}

/// Ticking: done, nothing found, something found, skipped.
fn see(view: &View<'_>, tick: &Tick, move_: Move) -> Result<Move, Refusal> {
    if view.state == DutyState::Taken && !view.by.keeper && !view.by.of_grid {
        return Err(taken());
    }
    let (over, carried) = (view.last < view.today, view.carried);
    // What was done in time without a network comes in late, and is welcome.
    if over && !carried && (view.today > view.last + LATE || view.happened > view.last) {
        return Err(no(
            "duty.over",
            "这一项的办理期限已过,不用补办;下一次到期时再办即可",
            "The days of this stop are over: it need not be made up for, the next one will do",
        ));
    }
    let state = match tick {
        Tick::Done(seen) => {
            evidence(view.matter, seen.note.trim(), seen.files.len())?;
            DutyState::Done
        }
        Tick::NothingFound(_) if !view.matter.nothing_found => {
            return Err(no(
                "duty.no_nothing",
                "这个事项没有“未发现问题”的结果,请选择“已办”",
                "This matter has no result “nothing found”: choose “done”",
            ));
        }
        Tick::NothingFound(seen) => {
            note(&seen.note)?;
            DutyState::NothingFound
        }
        Tick::Found(found) => {
            if !(2..=500).contains(&found.text.trim().chars().count()) {
                return Err(Refusal::invalid(
                    "text",
                    "请用2到500字说明发现了什么",
                    "Say in 2 to 500 characters what was found",
                ));
            }
            DutyState::Found
        }
        Tick::Skip(skip) => {
            note(&skip.note)?;
            if skip.reason == SkipReason::Other && skip.note.trim().is_empty() {
                return Err(Refusal::invalid("note", "请写一句原因", "Say the reason in a sentence"));
            }
            DutyState::Skipped
        }
        _ => return Err(no("duty.no_such", "不能这样做", "That cannot be done")),
    };
    let late = over || carried;
    Ok(Move { state, late, last: view.last.max(view.today), ..move_ })
}

fn note(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > 500 {
        return Err(Refusal::invalid("note", "最多500个字", "At most 500 characters"));
    }
    Ok(())
}

/// Only what the matter asks for is asked for, and nothing more is taken.
fn evidence(matter: &Matter, text: &str, files: usize) -> Result<(), Refusal> {
    note(text)?;
    match matter.evidence {
        Evidence::None | Evidence::Text if files > 0 => Err(Refusal::invalid(
            "files",
            "这个事项不要求照片,请不要上传",
            "This matter asks for no photo: please send none",
        )),
        Evidence::Text if text.is_empty() => {
            Err(Refusal::invalid("note", "这个事项要求写一句情况", "This matter asks for a sentence"))
        }
        Evidence::PhotoAfter | Evidence::Document if files == 0 => Err(Refusal::invalid(
            "files",
            "这个事项要求附上照片或文书",
            "This matter asks for a photo or a paper",
        )),
        _ => Ok(()),
    }
}

fn undo(view: &View<'_>, now: Instant) -> Result<Move, Refusal> {
    let row = view.row.filter(|_| !view.state.is_open() || view.state == DutyState::Moved);
    let Some(row) = row else {
        return Err(no("duty.nothing_to_undo", "没有可以撤销的操作", "There is nothing to undo"));
    };
    if !view.by.actor {
        return Err(Refusal::forbidden("只能撤销自己的操作", "Only whoever made the tick can undo it"));
    }
    if now.minutes_since(row.touched) >= UNDO || row.day <= view.closed || row.state == DutyState::Found {
        return Err(no(
            "duty.undo_over",
            "超过十分钟或已转为事件的不能撤销",
            "A tick can be undone within ten minutes, and not once it has become a case",
        ));
    }
    // What was over when it was ticked, and carries over, carries over again, whoever had it in hand.
    let carries = row.late && view.matter.duty.as_ref().is_some_and(|rule| rule.missed == Missed::Carry);
    let state = match row.before {
        DutyState::Planned | DutyState::Moved if carries => DutyState::Missed,
        before => before,
    };
    Ok(Move {
        state,
        last: if carries { OPEN } else { view.last },
        late: false,
        moved_to: None,
        keeps: false,
        frees: false,
    })
}

/// What becomes of an open stop when its last day closes.
pub const fn missed(rule: Missed) -> DutyState {
    match rule {
        Missed::Lapse => DutyState::Lapsed,
        Missed::Carry => DutyState::Missed,
    }
}
