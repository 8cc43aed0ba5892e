//! Extensions, suspensions and disputed responsibility; urging and supervising.

use wangge_base::{Actor, Instant, Refusal};

use super::*;

pub(super) fn next(view: &View<'_>, action: &Action, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    let (case, relation) = (view.case, view.relation);
    let mut m = view.stay();
    match action {
        Action::Ask(a) => return ask(view, a, actor, now),
        Action::Decide(a) => {
            view.within(&[State::InProgress])?;
            may(relation.centre || relation.above, CENTRE_ZH, CENTRE_EN)?;
            let request = view.open_request(a.request, false)?;
            decide(view, &mut m, request, a.grant, actor, now)?;
        }
        Action::Rule(a) => {
            view.within(&[State::Dispatched])?;
            may(
                relation.above || relation.centre && case.level == Level::City,
                "由上一级中心裁定",
                "The centre above rules on this",
            )?;
            needs(&a.reason, "reason")?;
            let mut request = view.open_request(a.request, true)?.clone();
            may(
                actor.person() != Some(request.asked_by.as_str()),
                "申请人不能裁定自己的申请",
                "Whoever asked cannot rule on it",
            )?;
            request.state = RequestState::Granted;
            m.end_clock(Clock::Decide, request.kind.word());
            m.case.handler = Some(a.to.clone());
            m.case.binding = true;
            m.stage(view, State::Dispatched, a.to.clone(), Clock::ReportIn, now);
            m.tell(
                Whom::Seat(a.to.clone()),
                "职责争议已裁定由你单位办理",
                "The dispute is ruled: your unit is responsible",
            );
            m.precedent = Some(Precedent {
                question: request.reason.clone(),
                to: a.to.clone(),
                reason: a.reason.clone(),
            });
            m.requests.push(request);
        }
        Action::Resume(_) => {
            view.within(&[State::Suspended])?;
            let by_clock = *actor == Actor::Clock
                && case.clocks.iter().any(|d| d.clock == Clock::Resume && d.due <= now);
            may(
                by_clock || relation.handler || relation.centre,
                "由承办人或指挥中心恢复",
                "The handler or the centre resumes it",
            )?;
            resume(view, &mut m, now);
        }
        Action::Urge(a) => {
            if !case.state.is_open() {
                view.within(&[State::InProgress])?;
            }
            may(
                relation.centre || relation.above || relation.town || relation.reporter,
                "由指挥中心或报告人催办",
                "The centre or the reporter can urge",
            )?;
            needs(&a.note, "note")?;
            m.tell(Whom::Seat(case.seat.clone()), "催办:请尽快处理", "You are urged: please see to it");
        }
        Action::Supervise(a) => {
            if !case.state.is_open() {
                view.within(&[State::InProgress])?;
            }
            may(
                relation.above || relation.centre && case.level <= Level::District,
                "由上级中心督办",
                "A centre above supervises",
            )?;
            needs(&a.note, "note")?;
            if a.due <= now {
                return Err(Refusal::invalid("due", "督办期限应在将来", "The date lies in the past"));
            }
            m.case.supervised = true;
            m.case.clocks.retain(|d| d.clock != Clock::Supervise);
            let calendar = view.hours(&case.seat.unit);
            m.case.clocks.push(Deadline::on(Clock::Supervise, &case.seat, now, a.due, &calendar));
            m.tell(
                Whom::Seat(case.seat.clone()),
                "上级督办,请按期办结",
                "A higher centre supervises this: finish it by the date",
            );
        }
        _ => return Err(no("case.unknown", "未知操作", "Unknown action")),
    }
    Ok(m)
}

fn ask(view: &View<'_>, a: &super::super::Ask, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    let case = view.case;
    let dispute = a.kind == RequestKind::Dispute;
    view.within(if dispute { &[State::Dispatched] } else { &[State::InProgress] })?;
    may(view.relation.holder, "案件不在您的岗位", "The case is not at your post")?;
    needs(&a.reason, "reason")?;
    if view.requests.iter().any(|r| r.kind == a.kind && r.state == RequestState::Open) {
        return Err(no(
            "case.asked",
            "同类申请正在等待审批",
            "The same is asked already and waits for a decision",
        ));
    }
    if !dispute && a.until.is_none_or(|until| until <= now) {
        return Err(Refusal::invalid("until", "请填写将来的日期", "Give a date in the future"));
    }
    let mut m = view.stay();
    let decider = if dispute { above(view) } else { view.centres.of(case.level).clone() };
    let calendar = view.hours(&decider.unit);
    let clock =
        Deadline::arm(Clock::Decide, &decider, now, view.limit(Clock::Decide), &calendar).of(a.kind.word());
    m.case.clocks.push(clock);
    m.requests.push(Request {
        no: view.requests.len() as i64 + 1,
        kind: a.kind,
        state: RequestState::Open,
        reason: a.reason.clone(),
        until: if dispute { None } else { a.until },
        asked_by: actor.person().unwrap_or_default().to_owned(),
        asked_from: case.seat.clone(),
        asked: now,
    });
    m.tell(Whom::Seat(decider), "有申请等待审批", "A request waits for your decision");
    Ok(m)
}

/// The centre above the case's level; the city has none above it.
fn above(view: &View<'_>) -> Seat {
    let own = view.centres.of(view.case.level);
    let mut level = view.case.level.up();
    while let Some(up) = level {
        if view.centres.of(up) != own {
            return view.centres.of(up).clone();
        }
        level = up.up();
    }
    view.centres.city.clone()
}

fn decide(
    view: &View<'_>,
    m: &mut Move,
    request: &Request,
    grant: bool,
    actor: &Actor,
    now: Instant,
) -> Result<(), Refusal> {
    may(
        actor.person() != Some(request.asked_by.as_str()),
        "申请人不能审批自己的申请",
        "Whoever asked cannot decide on it",
    )?;
    let mut request = request.clone();
    request.state = if grant { RequestState::Granted } else { RequestState::Declined };
    m.end_clock(Clock::Decide, request.kind.word());
    let seat = m.case.seat.clone();
    let calendar = view.hours(&seat.unit);
    let until = request.until.unwrap_or(now);
    match (grant, request.kind) {
        (true, RequestKind::Extension) => {
            m.case.clocks.retain(|d| !matches!(d.clock, Clock::Handle | Clock::Climb));
            m.case.clocks.push(Deadline::on(
                Clock::Handle,
                &seat,
                now,
                until.max(now.plus_minutes(1)),
                &calendar,
            ));
            m.case.climbed = m.case.level;
        }
        (true, RequestKind::Suspension) => {
            for clock in m.case.clocks.iter_mut().filter(|d| d.clock == Clock::Handle) {
                clock.stage = Stage::Stopped;
            }
            m.case.clocks.retain(|d| d.clock != Clock::Climb);
            m.case.clocks.push(Deadline::on(
                Clock::Resume,
                &seat,
                now,
                until.max(now.plus_minutes(1)),
                &calendar,
            ));
            m.case.before = Some(State::InProgress);
            m.case.suspended_at = Some(now);
            m.case.state = State::Suspended;
        }
        _ => {}
    }
    let (zh, en) = if grant {
        ("申请已批准", "Your request is granted")
    } else {
        ("申请未批准", "Your request is declined")
    };
    m.tell(Whom::Seat(request.asked_from.clone()), zh, en);
    m.requests.push(request);
    Ok(())
}

/// The clock stood still while the work was suspended: what was left then is left now.
fn resume(view: &View<'_>, m: &mut Move, now: Instant) {
    let stood = m.case.suspended_at.map_or(0, |at| now.micros() - at.micros());
    let seat = m.case.seat.clone();
    let calendar = view.hours(&seat.unit);
    let due = m
        .case
        .clocks
        .iter()
        .find(|d| d.clock == Clock::Handle)
        .map_or(now, |d| Instant::from_micros(d.due.micros() + stood));
    m.case.clocks.retain(|d| !matches!(d.clock, Clock::Handle | Clock::Resume));
    let due = calendar.next_office(due.max(now.plus_minutes(1)));
    m.case.clocks.push(Deadline::on(Clock::Handle, &seat, now, due, &calendar));
    m.case.state = State::InProgress;
    m.case.before = None;
    m.case.suspended_at = None;
    m.tell(Whom::Seat(seat), "挂起结束,请继续办理", "The suspension has ended: please go on");
}
