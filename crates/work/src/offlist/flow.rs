//! The law of off-list reports: the worker reports, adds and takes back; the list office asks and answers within a
//! limit. Pure.

#[cfg(test)]
mod tests;

use wangge_base::{Actor, Instant, Kind, Limit, LimitUnit, Refusal, Seat, WorkCalendar};

use super::{Offlist, OfflistAction as Action, OfflistNew, OfflistOutcome, OfflistState, OfflistTopic};
use crate::deadline::{Clock, Deadline, Stage};

/// Within how many working days the office answers (example configuration, 示例): those of the catalogue's entries for
/// off-list tasks and for complaints about formalism.
pub const fn limit(topic: OfflistTopic) -> Limit {
    match topic {
        OfflistTopic::Task => Limit::new(5, LimitUnit::WorkDay),
        _ => Limit::new(10, LimitUnit::WorkDay),
    }
}

/// Least number of reports of a unit that is told to the list office as a count.
pub const LEAST_COUNT: i64 = 5;

/// How somebody stands to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Made it.
    pub worker: bool,
    /// Keeps the lists there.
    pub office: bool,
}

/// What follows from an accepted action.
#[derive(Clone, Debug)]
pub struct Move {
    /// The report after the step.
    pub it: Offlist,
    /// What the issuing unit is told, without who: Chinese and English.
    pub withdraw: Option<(String, String)>,
    /// Whether the list office is told, and in which words.
    pub office: Option<(&'static str, &'static str)>,
}

fn says(text: &str, field: &str, most: usize) -> Result<(), Refusal> {
    if (2..=most).contains(&text.trim().chars().count()) {
        return Ok(());
    }
    Err(Refusal::invalid(field, format!("请写2至{most}个字"), format!("Write 2 to {most} characters")))
}

fn may(allowed: bool, zh: &str, en: &str) -> Result<(), Refusal> {
    if allowed { Ok(()) } else { Err(Refusal::new(Kind::Forbidden, "offlist.not_yours", zh, en)) }
}

/// Whether what a worker sends can be taken.
///
/// # Errors
/// Too many words.
pub fn taken(new: &OfflistNew) -> Result<(), Refusal> {
    if new.text.chars().count() > 500 {
        return Err(Refusal::invalid("text", "最多500个字", "At most 500 characters"));
    }
    Ok(())
}

/// The clock of a new or resumed report.
pub fn clock(topic: OfflistTopic, office: &Seat, now: Instant, calendar: &WorkCalendar) -> Deadline {
    // The office sees the limit beside each report; it is told once, when an answer is late.
    Deadline { remind: None, ..Deadline::arm(Clock::Handle, office, now, limit(topic), calendar) }
}

/// The law: what follows if somebody does `action` at `now`, or why not. `office` is the seat that answers.
///
/// # Errors
/// `offlist.not_yours`, `offlist.wrong_state`, or the wrong field.
pub fn next(
    it: &Offlist,
    relation: Relation,
    action: &Action,
    actor: &Actor,
    office: (&Seat, &WorkCalendar),
    now: Instant,
) -> Result<Move, Refusal> {
    let mut m = Move { it: it.clone(), withdraw: None, office: None };
    if !matches!(it.state, OfflistState::Open | OfflistState::Asked) {
        return Err(Refusal::not_allowed(
            "offlist.wrong_state",
            "这条反映已经办完;有新情况请再反映一次",
            "This report has been dealt with; if something is new, report it again",
        ));
    }
    match action {
        Action::Reply(a) => {
            may(relation.office, OFFICE.0, OFFICE.1)?;
            may(!relation.worker, OWN.0, OWN.1)?;
            says(&a.text, "text", 1_000)?;
            if a.outcome == OfflistOutcome::TaskWithdrawn {
                says(&a.notice, "notice", 200)?;
                m.withdraw = it.issuer.as_ref().map(|_| {
                    let what = a.notice.trim();
                    (
                        format!("清单管理部门要求撤回清单外任务:{what}。确需办理的,请走准入程序"),
                        format!("The list office asks you to withdraw an off-list task: {what}. If it is needed, apply for admission"),
                    )
                });
            }
            m.it.state = OfflistState::Answered;
            m.it.outcome = Some(a.outcome);
            a.text.trim().clone_into(&mut m.it.answer);
            m.it.clocks.clear();
        }
        Action::Ask(a) => {
            may(relation.office, OFFICE.0, OFFICE.1)?;
            may(!relation.worker, OWN.0, OWN.1)?;
            says(&a.text, "text", 500)?;
            m.it.state = OfflistState::Asked;
            a.text.trim().clone_into(&mut m.it.answer);
        }
        Action::Add(a) => {
            may(relation.worker, WORKER.0, WORKER.1)?;
            says(&a.text, "text", 500)?;
            m.it.state = OfflistState::Open;
            if it.clocks.iter().all(|d| d.stage == Stage::Overdue) {
                m.it.clocks = vec![clock(it.topic, office.0, now, office.1)];
            }
            m.office = Some(("反映人作了补充", "More was added to a report"));
        }
        Action::Drop(_) => {
            may(relation.worker, WORKER.0, WORKER.1)?;
            m.it.state = OfflistState::Dropped;
            m.it.clocks.clear();
        }
        Action::Overdue(_) => {
            let fits = |d: &&mut Deadline| d.stage != Stage::Overdue && d.due <= now;
            let late = m.it.clocks.iter_mut().find(fits).filter(|_| *actor == Actor::Clock);
            let Some(late) = late else {
                return Err(Refusal::not_allowed(
                    "offlist.no_clock",
                    "没有到点的时限",
                    "No clock has anything to say",
                ));
            };
            late.stage = Stage::Overdue;
            m.office = Some((
                "一条反映超过答复时限,请尽快答复",
                "A report is over its limit: please answer it soon",
            ));
        }
    }
    Ok(m)
}

const OFFICE: (&str, &str) = ("由清单管理岗办理", "This is for the list office");
const OWN: (&str, &str) = ("自己的反映请由同事答复", "A colleague answers what you reported yourself");
const WORKER: (&str, &str) = ("只有反映人本人可以这样操作", "Only whoever reported it can do this");

/// The kinds of action that somebody may take now.
pub fn allowed(it: &Offlist, relation: Relation) -> Vec<&'static str> {
    if !matches!(it.state, OfflistState::Open | OfflistState::Asked) {
        return Vec::new();
    }
    let office = relation.office && !relation.worker;
    let mut words = if office { vec!["reply", "ask"] } else { Vec::new() };
    if relation.worker {
        words.extend(["add", "drop"]);
    }
    words
}
