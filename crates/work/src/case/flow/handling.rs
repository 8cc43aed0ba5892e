//! Dispatching, handling, checking, closing, opening again.

use wangge_base::{Actor, Instant, Refusal};

use super::*;

pub(super) fn next(view: &View<'_>, action: &Action, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    let (case, relation) = (view.case, view.relation);
    let mut m = view.stay();
    match action {
        Action::Dispatch(a) => {
            // 改派: what was given to a seat where nobody sits is given to another by the centre.
            view.within(&[State::Filed, State::Returned, State::Dispatched])?;
            may(relation.centre || relation.holder && case.state != State::Dispatched, CENTRE_ZH, CENTRE_EN)?;
            not_taken_back(view, &a.to)?;
            let binding = case.returns >= RETURNS_BEFORE_BINDING;
            let named = view.routes.iter().any(|r| {
                r.unit == a.to.unit && (r.post.is_none() || r.post == a.to.post || a.to.post.is_none())
            });
            if !named && !binding {
                return Err(Refusal::invalid(
                    "to",
                    "事项清单没有把这项工作列给该单位;请改派、申请职责裁定,或办理准入",
                    "The matter list does not give this to that unit: choose another, ask for a ruling, or apply for admission",
                ));
            }
            m.case.handler = Some(a.to.clone());
            m.case.binding = binding;
            m.drop_requests(view);
            m.stage(view, State::Dispatched, a.to.clone(), Clock::ReportIn, now);
            m.hand_over(view, "紧急派遣,请接单", "Urgent dispatch: please take it");
        }
        Action::Accept(_) => {
            view.within(&[State::Dispatched])?;
            may(relation.holder, "案件没有派给您的岗位", "The case was not dispatched to your post")?;
            take(&mut m, actor);
            m.stage(view, State::InProgress, case.seat.clone(), Clock::Handle, now);
        }
        Action::Return(a) => {
            view.within(&[State::Dispatched])?;
            may(relation.holder, "案件没有派给您的岗位", "The case was not dispatched to your post")?;
            needs(&a.reason, "reason")?;
            if case.handler.as_ref().is_some_and(|h| h.unit != case.seat.unit) {
                return Err(no(
                    "case.with_section",
                    "案件在科室,请先转回本部门,由部门退回",
                    "It lies with a section: pass it back to the department, which can return it",
                ));
            }
            if case.binding {
                return Err(no(
                    "case.binding",
                    "这是指定办理,不能退回;有异议请申请职责裁定",
                    "This dispatch binds and cannot be returned; if you disagree, ask for a ruling",
                ));
            }
            m.case.returns += 1;
            m.case.handler = None;
            m.drop_requests(view);
            m.stage(view, State::Returned, view.centres.of(case.level).clone(), Clock::Dispatch, now);
            m.hand_over(view, "被退回,请重新派遣", "Handed back: dispatch it again");
        }
        Action::Transfer(a) => {
            view.within(&[State::Dispatched, State::InProgress])?;
            // A department takes back or passes on what lies with one of its sections.
            let above = relation.handler && view.house.contains(&case.seat.unit);
            may(relation.holder || above, "案件不在您的岗位", "The case is not at your post")?;
            needs(&a.reason, "reason")?;
            if !view.house.contains(&a.to.unit) || a.to == case.seat {
                return Err(Refusal::invalid(
                    "to",
                    "只能转给本单位的其他岗位或科室",
                    "It can only go to another seat or section of the same unit",
                ));
            }
            // A section works for its department: that one stays charged with it.
            let whole = view.house.first();
            let charged = case.handler.as_ref().is_some_and(|h| Some(&h.unit) == whole);
            if Some(&a.to.unit) == whole || !charged {
                m.case.handler = Some(a.to.clone());
            }
            m.case.seat = a.to.clone();
            m.case.state = State::Dispatched;
            for clock in
                m.case.clocks.iter_mut().filter(|d| matches!(d.clock, Clock::ReportIn | Clock::Handle))
            {
                clock.seat = a.to.clone();
            }
        }
        Action::Split(a) => {
            view.within(&[State::Filed, State::Dispatched, State::Returned, State::InProgress])?;
            may(relation.centre || relation.holder, CENTRE_ZH, CENTRE_EN)?;
            needs(&a.text, "text")?;
            if view.proposed.is_none() {
                return Err(Refusal::invalid("matter", "请选择事项", "Choose a matter"));
            }
            if case.parent.is_some() {
                return Err(no("case.is_part", "子件不能再分", "A part cannot be split again"));
            }
            m.case.open_parts += 1;
        }
        Action::Finish(a) => {
            view.within(&[State::InProgress])?;
            may(relation.holder, "案件不在您的岗位", "The case is not at your post")?;
            needs(&a.note, "note")?;
            evidence(view.matter, &a.files, true)?;
            if view.calls.iter().any(Call::is_open) {
                return Err(no(
                    "case.calls_open",
                    "还有被吹哨或协办的单位未完成,请等待或解除",
                    "Called units are not done yet: wait for them or release them",
                ));
            }
            if case.open_parts > 0 {
                return Err(no("case.parts_open", "还有子件未办结", "Some of its parts are not closed yet"));
            }
            if view.links.iter().any(Link::is_open) {
                return Err(no(
                    "case.links_open",
                    "外区县尚未答复联动事项,请等待或撤回联动",
                    "Another district has not answered yet: wait for it or recall the link",
                ));
            }
            if view.requests.iter().any(|r| r.state == RequestState::Open) {
                return Err(no(
                    "case.request_open",
                    "还有申请待决,请等待审批",
                    "A request is still to be decided",
                ));
            }
            take(&mut m, actor);
            m.stage(view, State::Checking, view.centres.checker(&case.seat).clone(), Clock::Check, now);
        }
        Action::Check(a) => {
            view.within(&[State::Checking])?;
            may(
                relation.holder || relation.field || relation.centre || relation.town,
                "请由核查人员核查",
                "Those charged with the check do this",
            )?;
            may(!relation.hand, "办理过本案的人不能核查本案", "Whoever handled the case cannot check it")?;
            if a.passed {
                m.stage(view, State::Checked, view.centres.of(case.level).clone(), Clock::Close, now);
            } else {
                needs(&a.note, "note")?;
                m.case.reworks += 1;
                let seat = case.handler.clone().unwrap_or_else(|| view.centres.of(case.level).clone());
                m.stage(view, State::InProgress, seat.clone(), Clock::Handle, now);
                m.tell(Whom::Seat(seat), "核查未通过,请返工", "The check did not pass: please do it again");
            }
        }
        Action::Close(a) => {
            view.within(&[State::Checked])?;
            may(relation.centre, CENTRE_ZH, CENTRE_EN)?;
            needs(&a.note, "note")?;
            close(&mut m, Outcome::Solved, now);
        }
        Action::Reopen(a) => {
            needs(&a.reason, "reason")?;
            if relation.reporter && !relation.centre {
                view.within(&[State::Rejected])?;
                limit_reopens(case)?;
                reopen(&mut m, view, State::Reported, now);
            } else {
                view.within(&[State::Closed, State::Rejected])?;
                may(relation.centre || relation.above || relation.town, CENTRE_ZH, CENTRE_EN)?;
                let state = if case.state == State::Rejected || case.matter.is_none() {
                    State::Verified
                } else {
                    State::Filed
                };
                reopen(&mut m, view, state, now);
            }
        }
        _ => return Err(no("case.unknown", "未知操作", "Unknown action")),
    }
    Ok(m)
}

/// What a higher body took back is charged to nobody of the town.
pub(super) fn not_taken_back(view: &View<'_>, to: &Seat) -> Result<(), Refusal> {
    let centres = view.centres;
    let below = [&centres.town, &centres.village, &centres.grid].iter().any(|seat| seat.unit == to.unit);
    match view.matter.filter(|_| below) {
        Some(matter) => crate::matter::flow::town_may_be_charged(matter),
        None => Ok(()),
    }
}
