//! Verifying, filing, merging, lifting: until somebody can be charged with the work.

use wangge_base::{Actor, Instant, Refusal};

use super::*;

pub(super) fn next(view: &View<'_>, action: &Action, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    let (case, relation) = (view.case, view.relation);
    let mut m = view.stay();
    match action {
        Action::Verify(a) => {
            view.within(&[State::Reported])?;
            may(
                relation.field || relation.holder || relation.town,
                "请由现场人员核实",
                "Those on the spot verify it",
            )?;
            needs(&a.note, "note")?;
            if a.found {
                m.stage(view, State::Verified, view.centres.of(case.level).clone(), Clock::Dispatch, now);
                m.hand_over(view, "已核实,请立案派遣", "Verified: file and dispatch it");
            } else {
                m.stop(State::Rejected);
                m.tell(
                    Whom::Reporter,
                    "经现场核实,未发现所反映的情况",
                    "On site, what was reported was not found",
                );
            }
        }
        Action::Reject(a) => {
            view.within(&[State::Reported, State::Verified])?;
            may(relation.holder || relation.centre || relation.town, CENTRE_ZH, CENTRE_EN)?;
            needs(&a.reason, "reason")?;
            m.stop(State::Rejected);
            m.tell(
                Whom::Reporter,
                "您反映的事项未予受理,请看理由",
                "Your report was not taken: see the reason",
            );
        }
        Action::File(_) => {
            if view.is_urgent() {
                view.within(&[State::Reported, State::Verified])?;
            } else {
                view.within(&[State::Verified])?;
            }
            may(
                relation.centre
                    || relation.holder && case.state == State::Verified
                    || relation.town && view.is_urgent(),
                CENTRE_ZH,
                CENTRE_EN,
            )?;
            let Some(matter) = view.proposed else {
                return Err(Refusal::invalid("matter", "请选择事项", "Choose a matter"));
            };
            adopt(&mut m.case, matter);
            let adopted = m.case.clone();
            let filed = View { case: &adopted, matter: Some(matter), ..*view };
            m.stage(&filed, State::Filed, view.centres.of(m.case.level).clone(), Clock::Dispatch, now);
            m.hand_over(&filed, "已立案,请派遣", "Filed: dispatch it");
        }
        Action::Resolve(a) => {
            view.within(&[State::Reported, State::Verified])?;
            may(
                relation.field,
                "只有本网格的人员可以当场处理",
                "Only those who work in this grid can solve it on the spot",
            )?;
            needs(&a.note, "note")?;
            let matter = view.proposed.or(view.matter);
            evidence(matter, &a.files, false)?;
            if let (Some(matter), true) = (matter, view.proposed.is_some() || case.matter.is_none()) {
                adopt(&mut m.case, matter);
            }
            return resolve(view, m, actor, now);
        }
        Action::Merge(a) => {
            view.within(&[State::Reported, State::Verified, State::Filed])?;
            may(relation.centre || relation.holder || relation.town, CENTRE_ZH, CENTRE_EN)?;
            let Some(target) = view.target.filter(|t| t.at != case.at && t.state != State::Merged) else {
                return Err(Refusal::invalid(
                    "into",
                    "目标案件不存在或已并入别的案件",
                    "The case to merge into does not exist or is itself merged",
                ));
            };
            if target.at.district != case.at.district {
                return Err(Refusal::invalid(
                    "into",
                    "跨区县不能合并,请建立关联",
                    "Cases of two districts cannot merge: link them",
                ));
            }
            if case.open_parts > 0
                || !view.calls.is_empty()
                || !view.links.is_empty()
                || case.origin.is_some()
            {
                return Err(no(
                    "case.has_parts",
                    "已有子件、呼叫或跨区联动,不能合并",
                    "It has parts, calls or links to another district and cannot be merged",
                ));
            }
            m.case.before = Some(case.state);
            m.case.merged_into = Some(a.into.id);
            m.stop(State::Merged);
        }
        Action::Unmerge(a) => {
            view.within(&[State::Merged])?;
            may(relation.centre || relation.town, CENTRE_ZH, CENTRE_EN)?;
            needs(&a.reason, "reason")?;
            m.case.merged_into = None;
            let back = case.before.unwrap_or(State::Verified);
            m.case.before = None;
            let (seat, clock) = match back {
                State::Reported => (view.centres.grid.clone(), Clock::Verify),
                _ => (view.centres.of(case.level).clone(), Clock::Dispatch),
            };
            m.stage(view, back, seat, clock, now);
        }
        Action::Lift(a) => {
            view.within(&[
                State::Verified,
                State::Filed,
                State::Dispatched,
                State::Returned,
                State::InProgress,
            ])?;
            may(relation.centre || relation.holder, CENTRE_ZH, CENTRE_EN)?;
            needs(&a.reason, "reason")?;
            let Some(up) = view.centres.lifted(case.level) else {
                return Err(no("case.top_level", "已是市级,不能再提级", "It is at city level already"));
            };
            m.case.level = up;
            let state = if case.state == State::Verified { State::Verified } else { State::Filed };
            m.case.handler = None;
            m.case.binding = false;
            m.drop_requests(view);
            m.stage(view, state, view.centres.of(m.case.level).clone(), Clock::Dispatch, now);
            m.tell(Whom::Seat(m.case.seat.clone()), "下级提级,请接办", "Lifted from below: please take it");
        }
        _ => return Err(no("case.unknown", "未知操作", "Unknown action")),
    }
    Ok(m)
}
