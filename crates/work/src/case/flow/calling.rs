//! The whistle (网格吹哨、部门报到) and the invitation to help: roll-call, contribution, and the
//! town's four rights over departments: convene, evaluate, veto, appraise (DOMAIN 1.3).

use wangge_base::{Instant, Refusal, Seat};

use super::*;

pub(super) fn next(view: &View<'_>, action: &Action, now: Instant) -> Result<Move, Refusal> {
    match action {
        Action::Whistle(a) => {
            may(
                view.relation.town || view.relation.centre,
                "由镇街指挥中心吹哨",
                "The town's command centre whistles",
            )?;
            needs(&a.note, "note")?;
            let seats: Vec<Seat> =
                a.units.iter().map(|unit| Seat { unit: unit.clone(), post: None }).collect();
            open_calls(view, &seats, CallKind::Whistle, &a.note, now)
        }
        Action::Invite(a) => {
            may(
                view.relation.holder || view.relation.centre || view.relation.town,
                "由承办人或指挥中心邀请协办",
                "The holder or the centre invites others to help",
            )?;
            needs(&a.note, "note")?;
            open_calls(view, &a.seats, CallKind::Assist, &a.note, now)
        }
        Action::Arrive(_) => answer(view, CallState::Arrived, "", now),
        Action::Contribute(a) => {
            needs(&a.note, "note")?;
            answer(view, CallState::Done, &a.note, now)
        }
        _ => judge(view, action, now),
    }
}

const MOST_CALLS: usize = 20;

fn open_calls(
    view: &View<'_>,
    seats: &[Seat],
    kind: CallKind,
    note: &str,
    now: Instant,
) -> Result<Move, Refusal> {
    view.within(&[State::Filed, State::Dispatched, State::Returned, State::InProgress])?;
    if seats.is_empty() || seats.len() + view.calls.len() > MOST_CALLS {
        return Err(Refusal::invalid("units", "请选择1到20个单位", "Choose between one and twenty units"));
    }
    let mut m = view.stay();
    for seat in seats {
        let twice = |c: &&Call| c.seat.unit == seat.unit && c.is_open();
        if view.calls.iter().chain(&m.calls).find(twice).is_some() {
            let (zh, en) = (format!("{}已在呼叫中", seat.unit), format!("{} is called already", seat.unit));
            return Err(Refusal::invalid("units", zh, en));
        }
        let calendar = view.hours(&seat.unit);
        let clock = Deadline::arm(Clock::Call, seat, now, view.limit(Clock::Call), &calendar).of(&seat.unit);
        m.calls.push(Call {
            no: (view.calls.len() + m.calls.len() + 1) as i64,
            seat: seat.clone(),
            kind,
            state: CallState::Called,
            called: now,
            due: clock.due,
            arrived: None,
            ended: None,
            note: note.to_owned(),
            grade: None,
            objection: None,
        });
        m.case.clocks.push(clock);
        m.tell.push(Tell {
            to: Whom::Seat(seat.clone()),
            zh: "镇街吹哨,请报到".into(),
            en: "You are called: please report in".into(),
            ring: view.is_urgent(),
        });
    }
    // Nobody holds the work yet: the centre that whistles leads it.
    if matches!(m.case.state, State::Filed | State::Returned) {
        let lead = view.centres.of(m.case.level).clone();
        m.case.handler = Some(lead.clone());
        m.stage(view, State::InProgress, lead, Clock::Handle, now);
    }
    Ok(m)
}

fn answer(view: &View<'_>, state: CallState, note: &str, now: Instant) -> Result<Move, Refusal> {
    if !view.case.state.is_open() {
        view.within(&[State::InProgress])?;
    }
    let number = view.relation.called.ok_or_else(|| {
        Refusal::new(
            wangge_base::Kind::Forbidden,
            "case.not_called",
            "您的单位没有被呼叫,或已完成",
            "Your unit is not called here, or is done already",
        )
    })?;
    let mut call = view.call(number)?.clone();
    if state == CallState::Arrived && call.state == CallState::Arrived {
        return Err(no("case.arrived", "已经报到", "Your unit has reported in already"));
    }
    let mut m = view.stay();
    m.end_clock(Clock::Call, call.seat.unit.as_str());
    call.state = state;
    call.arrived = call.arrived.or(Some(now));
    if state == CallState::Done {
        call.ended = Some(now);
        call.note = note.to_owned();
        m.tell(
            Whom::Seat(view.centres.town.clone()),
            "被呼叫单位已完成协办",
            "A called unit has done its part",
        );
    }
    m.calls.push(call);
    Ok(m)
}

fn judge(view: &View<'_>, action: &Action, now: Instant) -> Result<Move, Refusal> {
    let mut m = view.stay();
    let town = view.relation.town || view.relation.centre;
    let (town_zh, town_en) = ("由呼叫的指挥中心决定", "The centre that called decides this");
    match action {
        Action::Release(a) => {
            may(town, town_zh, town_en)?;
            let mut call = view.call(a.call)?.clone();
            if !call.is_open() {
                return Err(no("case.call_ended", "这次呼叫已经结束", "This call has ended"));
            }
            m.end_clock(Clock::Call, call.seat.unit.as_str());
            call.state = CallState::Released;
            call.ended = Some(now);
            m.tell(Whom::Seat(call.seat.clone()), "呼叫已解除", "You are no longer needed on this case");
            m.calls.push(call);
        }
        Action::Veto(a) => {
            may(town, town_zh, town_en)?;
            needs(&a.reason, "reason")?;
            view.within(&[State::InProgress, State::Dispatched])?;
            let mut call = view.call(a.call)?.clone();
            if call.state != CallState::Done {
                return Err(no(
                    "case.call_not_done",
                    "对方尚未报完成",
                    "That unit has not said that it is done",
                ));
            }
            call.state = CallState::Called;
            call.ended = None;
            let calendar = view.hours(&call.seat.unit);
            let clock = Deadline::arm(Clock::Call, &call.seat, now, view.limit(Clock::Call), &calendar)
                .of(&call.seat.unit);
            call.due = clock.due;
            m.case.clocks.push(clock);
            m.tell(
                Whom::Seat(call.seat.clone()),
                "镇街否决了完成情况,请继续处置",
                "The town does not accept it as done: please go on",
            );
            m.calls.push(call);
        }
        Action::Appraise(a) => {
            may(town, town_zh, town_en)?;
            let mut call = view.call(a.call)?.clone();
            if call.is_open() {
                return Err(no(
                    "case.call_open",
                    "呼叫结束后才能评价",
                    "A call is judged after it has ended",
                ));
            }
            call.grade = Some(a.grade);
            m.tell(
                Whom::Seat(call.seat.clone()),
                "镇街已评价本次协办,可以申诉",
                "The town has judged this; you may object",
            );
            m.calls.push(call);
        }
        Action::Object(a) => {
            needs(&a.reason, "reason")?;
            let mut call = view.call(a.call)?.clone();
            may(
                view.relation.was_called.contains(&a.call),
                "只有被评价的单位可以申诉",
                "Only the unit that was judged can object",
            )?;
            if call.grade.is_none() || call.objection.is_some() {
                return Err(no(
                    "case.no_grade",
                    "没有可以申诉的评价,或已申诉",
                    "There is no judgement to object to, or you did so already",
                ));
            }
            call.objection = Some(a.reason.clone());
            m.tell(
                Whom::Seat(view.centres.area.clone()),
                "部门对镇街评价提出申诉",
                "A department objects to a town's judgement",
            );
            m.calls.push(call);
        }
        _ => return Err(no("case.unknown", "未知操作", "Unknown action")),
    }
    Ok(m)
}
