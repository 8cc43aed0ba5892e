//! What the reporter can do: add, correct, take back, talk to the handler, judge the result. The
//! reporter is never asked for a good rating.

use wangge_base::{Instant, Refusal};

use super::*;

const REPORTER_ZH: &str = "只有报告人可以这样操作";
const REPORTER_EN: &str = "Only the reporter can do this";

pub(super) fn next(view: &View<'_>, action: &Action, now: Instant) -> Result<Move, Refusal> {
    let (case, relation) = (view.case, view.relation);
    let on_the_case = relation.holder
        || relation.handler
        || relation.centre
        || relation.above
        || relation.town
        || relation.field
        || relation.called.is_some();
    let mut m = view.stay();
    match action {
        Action::Add(a) => {
            may(
                relation.reporter || on_the_case || relation.linked,
                "您不在本案中",
                "You are not on this case",
            )?;
            needs(&a.text, "text")?;
            if let (true, Some(handler)) = (relation.linked, &case.handler) {
                let to = Whom::Seat(handler.clone());
                m.tell(to, "外协单位有回复", "The contractor has answered");
            }
            if a.files.len() > 9 {
                return Err(Refusal::invalid("files", "最多9个附件", "At most nine files"));
            }
            if case.state == State::Merged {
                return Err(no(
                    "case.merged",
                    "本案已合并,请在合并后的案件补充",
                    "This case lives on in another: add it there",
                ));
            }
        }
        Action::Correct(a) => {
            may(relation.reporter, REPORTER_ZH, REPORTER_EN)?;
            view.within(&[State::Reported, State::Verified])?;
            needs(&a.text, "text")?;
            m.case.text = a.text.trim().to_owned();
        }
        Action::Withdraw(_) => {
            may(relation.reporter, REPORTER_ZH, REPORTER_EN)?;
            view.within(&[State::Reported, State::Verified, State::Filed])?;
            if !view.calls.is_empty() || case.open_parts > 0 || !view.links.is_empty() {
                return Err(no(
                    "case.under_way",
                    "已有单位在办理,不能撤回;可以留言说明",
                    "Others are at work already: it cannot be taken back, but you can leave a message",
                ));
            }
            m.stop(State::Withdrawn);
        }
        Action::Message(a) => {
            may(
                relation.reporter || relation.holder || relation.handler || relation.centre || relation.town,
                "由报告人和承办人留言",
                "The reporter and the handler can leave messages",
            )?;
            needs(&a.text, "text")?;
            if relation.reporter {
                m.tell(Whom::Seat(case.seat.clone()), "报告人有新留言", "The reporter left a message");
            } else {
                m.tell(Whom::Reporter, "承办单位有新留言", "The handler left you a message");
            }
        }
        Action::Disclose(a) => {
            may(relation.reporter, REPORTER_ZH, REPORTER_EN)?;
            m.case.named = a.allow;
        }
        Action::Rate(a) => {
            may(relation.reporter, REPORTER_ZH, REPORTER_EN)?;
            view.within(&[State::Closed])?;
            if case.satisfied.is_some() {
                return Err(no("case.rated", "已经评价过", "You have said so already"));
            }
            if a.satisfied {
                m.case.satisfied = Some(true);
            } else if case.reopens < REOPENS {
                reopen(&mut m, view, if case.matter.is_some() { State::Filed } else { State::Verified }, now);
            } else {
                m.case.satisfied = Some(false);
                let up = case.level.up().unwrap_or(Level::City);
                m.tell(
                    Whom::Seat(view.centres.of(up).clone()),
                    "多次重开后群众仍不满意,请研判",
                    "After repeated work the reporter is still not satisfied: please look into it",
                );
            }
        }
        _ => return Err(no("case.unknown", "未知操作", "Unknown action")),
    }
    Ok(m)
}
