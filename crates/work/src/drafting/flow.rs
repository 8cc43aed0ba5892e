//! The law of the three rounds. Pure.

#[cfg(test)]
mod tests;

use wangge_base::{Instant, Kind, Refusal, UnitCode};

use super::{Draft, DraftAction as Action, DraftState, Remark, Stance};
use crate::admission::ProposalItem;

/// How often a draft goes round before it is proposed (三上三下).
pub const ROUNDS: i64 = 3;

/// How somebody stands to a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Keeps the lists there.
    pub office: bool,
    /// Speaks for a town that is asked.
    pub town: Option<UnitCode>,
}

/// What follows from an accepted action.
#[derive(Clone, Debug)]
pub struct Move {
    /// The draft after the step.
    pub it: Draft,
    /// A remark made or answered.
    pub remark: Option<Remark>,
    /// Whether every town is told of a new round.
    pub circulate: bool,
    /// Whether the batch is proposed for admission.
    pub propose: bool,
}

fn no(code: &'static str, zh: &str, en: &str) -> Refusal {
    Refusal::not_allowed(code, zh, en)
}

fn may(allowed: bool, zh: &str, en: &str) -> Result<(), Refusal> {
    if allowed { Ok(()) } else { Err(Refusal::new(Kind::Forbidden, "drafting.not_yours", zh, en)) }
}

fn says(text: &str, field: &str) -> Result<(), Refusal> {
    if (2..=1_000).contains(&text.trim().chars().count()) {
        return Ok(());
    }
    Err(Refusal::invalid(field, "请写2至1000个字", "Write 2 to 1,000 characters"))
}

/// Whether a round can be opened with these entries and this deadline.
///
/// # Errors
/// The wrong field.
pub fn round(items: &[ProposalItem], due: Instant, now: Instant) -> Result<(), Refusal> {
    if items.is_empty() || items.len() > 60 {
        return Err(Refusal::invalid("items", "请列出1至60个事项", "List 1 to 60 entries"));
    }
    if due <= now || due > now.plus_minutes(90 * 24 * 60) {
        return Err(Refusal::invalid(
            "due",
            "截止时间须在90天之内且晚于现在",
            "The end lies after now and within 90 days",
        ));
    }
    Ok(())
}

/// The law: what follows if somebody does `action` at `now`, or why not.
///
/// # Errors
/// `drafting.ended`, `drafting.not_yours`, `drafting.too_late`, `drafting.not_over`, `drafting.unanswered`,
/// `drafting.rounds`, or the wrong field.
pub fn next(
    it: &Draft,
    remarks: &[Remark],
    relation: &Relation,
    action: &Action,
    now: Instant,
) -> Result<Move, Refusal> {
    let mut m = Move { it: it.clone(), remark: None, circulate: false, propose: false };
    if it.state != DraftState::Circulating {
        return Err(no("drafting.ended", "这份草案已经结束", "This draft has ended"));
    }
    if !matches!(action, Action::Remark(_)) {
        may(relation.office, "由清单管理岗办理", "This is for the list office")?;
    }
    let open = remarks.iter().filter(|r| r.adopted.is_none() && r.stance != Stance::Agrees).count();
    let over = || {
        if now < it.due {
            return Err(no(
                "drafting.not_over",
                "本轮征求意见还没有到期,请到期后再进行下一步",
                "This round is not over yet: go on when its deadline has passed",
            ));
        }
        if open > 0 {
            return Err(no(
                "drafting.unanswered",
                "还有意见没有答复,请先逐条答复",
                "Some remarks are not answered yet: answer each first",
            ));
        }
        Ok(())
    };
    match action {
        Action::Remark(a) => {
            let town = relation.town.clone().ok_or_else(|| {
                Refusal::new(
                    Kind::Forbidden,
                    "drafting.not_yours",
                    "意见由被征求的镇街反馈",
                    "Remarks come from the towns that are asked",
                )
            })?;
            if now >= it.due {
                return Err(no(
                    "drafting.too_late",
                    "本轮已截止;请在下一轮反馈,或在准入审查时提出异议",
                    "This round is over: say it in the next one, or object when it is reviewed for admission",
                ));
            }
            if a.code.as_ref().is_some_and(|code| it.items.iter().all(|i| i.code != *code)) {
                return Err(Refusal::invalid("code", "草案中没有这个事项", "The draft has no such entry"));
            }
            if a.stance != Stance::Agrees {
                says(&a.text, "text")?;
            }
            let no = remarks.iter().map(|r| r.no).max().unwrap_or(0) + 1;
            m.remark = Some(Remark {
                no,
                round: it.round,
                town,
                code: a.code.clone(),
                stance: a.stance,
                text: a.text.trim().chars().take(1_000).collect(),
                at: now,
                adopted: None,
                answer: String::new(),
            });
        }
        Action::Reply(a) => {
            let found = remarks.iter().find(|r| r.no == a.remark && r.adopted.is_none());
            let found = found.ok_or_else(|| {
                Refusal::invalid(
                    "remark",
                    "没有这条待答复的意见",
                    "There is no such remark waiting for an answer",
                )
            })?;
            says(&a.text, "text")?;
            m.remark =
                Some(Remark { adopted: Some(a.adopted), answer: a.text.trim().to_owned(), ..found.clone() });
        }
        Action::Next(a) => {
            over()?;
            if it.round >= ROUNDS {
                return Err(no(
                    "drafting.rounds",
                    "已满三轮,请提出准入",
                    "Three rounds are over: propose it for admission",
                ));
            }
            round(&a.items, a.due, now)?;
            m.it.items.clone_from(&a.items);
            (m.it.round, m.it.due, m.circulate) = (it.round + 1, a.due, true);
        }
        Action::Propose(a) => {
            over()?;
            if it.round < ROUNDS {
                return Err(no("drafting.rounds", "须满三轮征求意见", "It goes round three times first"));
            }
            says(&a.reason, "reason")?;
            says(&a.basis, "basis")?;
            (m.it.state, m.propose) = (DraftState::Proposed, true);
        }
        Action::Cancel(a) => {
            says(&a.reason, "reason")?;
            m.it.state = DraftState::Cancelled;
        }
    }
    Ok(m)
}
