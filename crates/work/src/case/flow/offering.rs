//! What could be done now: one sample of every kind of action, run through the law.

use super::*;

/// One plausible action of every kind: [`allowed`] and the flow diagram run them through [`next`].
pub fn samples(view: &View<'_>, now: Instant) -> Vec<Action> {
    use super::super::*;
    let note = || "样例".to_owned();
    let case = view.case;
    let to = view.routes.first().unwrap_or(&view.centres.village).clone();
    let matter =
        case.matter.as_ref().map(|(code, _)| code.clone()).or_else(|| view.proposed.map(|m| m.code.clone()));
    let call = |wanted: fn(&Call) -> bool| view.calls.iter().find(|c| wanted(c)).map_or(1, |c| c.no);
    let request = |dispute: bool| {
        let fits =
            |r: &&Request| r.state == RequestState::Open && (r.kind == RequestKind::Dispute) == dispute;
        view.requests.iter().find(fits).map_or(1, |r| r.no)
    };
    let link = view.links.iter().find(|l| l.is_open()).map_or(1, |l| l.no);
    let clock = case.clocks.iter().find(|d| d.wake().is_some());
    let (running, of) = clock.map_or((Clock::Verify, None), |d| (d.clock, d.of.clone()));
    let later = now.plus_minutes(3 * 24 * 60);
    let colleague = Seat { unit: case.seat.unit.clone(), post: "ZZ-99".parse().ok() };
    let abroad = Ref::new(wangge_base::District::city(), case.at.id);
    let joined = case.joined_to.clone().unwrap_or_else(|| abroad.clone());
    let ask = |kind| Action::Ask(Ask { kind, reason: note(), until: Some(later) });
    let mut all = vec![
        Action::Verify(Verify { found: true, note: note() }),
        Action::Verify(Verify { found: false, note: note() }),
        Action::Reject(Reject { reason: note() }),
        Action::Resolve(Resolve { matter: None, note: note(), files: vec![] }),
        Action::Dispatch(Dispatch { to, note: note() }),
        Action::Accept(Accept {}),
        Action::Return(Return { reason: note() }),
        Action::Transfer(Transfer { to: colleague, reason: note() }),
        Action::Whistle(Whistle { units: vec![view.centres.area.unit.clone()], note: note() }),
        Action::Invite(Invite { seats: vec![view.centres.area.clone()], note: note() }),
        Action::Arrive(Arrive { point: None }),
        Action::Contribute(Contribute { note: note() }),
        Action::Release(Release { call: call(Call::is_open), note: note() }),
        Action::Veto(Veto { call: call(|c| c.state == CallState::Done), reason: note() }),
        Action::Appraise(Appraise { call: call(|c| !c.is_open()), grade: Grade::Good, note: note() }),
        Action::Object(Object { call: call(|c| c.grade.is_some() && c.objection.is_none()), reason: note() }),
        ask(RequestKind::Extension),
        ask(RequestKind::Suspension),
        ask(RequestKind::Dispute),
        Action::Decide(Decide { request: request(false), grant: true, note: note() }),
        Action::Rule(Rule { request: request(true), to: view.centres.area.clone(), reason: note() }),
        Action::Resume(Resume {}),
        Action::Urge(Urge { note: note() }),
        Action::Supervise(Supervise { note: note(), due: later }),
        Action::Refer(Refer { to: view.centres.area.unit.clone(), matter: None, text: note() }),
        Action::Recall(Recall { link, reason: note() }),
        Action::Answered(Answered { link, solved: true, note: note() }),
        Action::Answered(Answered { link, solved: false, note: note() }),
        Action::Recalled(Recalled { reason: note() }),
        Action::Finish(Finish { note: note(), files: vec!["样例".to_owned()] }),
        Action::Check(Check { passed: true, note: note(), files: vec![] }),
        Action::Check(Check { passed: false, note: note(), files: vec![] }),
        Action::Close(Close { note: note() }),
        Action::Rate(Rate { satisfied: true, note: note() }),
        Action::Reopen(Reopen { reason: note() }),
        Action::Lift(Lift { reason: note() }),
        Action::Unmerge(Unmerge { reason: note() }),
        Action::Add(Add { text: note(), files: vec![] }),
        Action::Correct(Correct { text: note() }),
        Action::Withdraw(Withdraw { reason: note() }),
        Action::Message(Message { text: note() }),
        Action::Disclose(Disclose { allow: true }),
        Action::Remind(Remind { clock: running, of: of.clone() }),
        Action::Overdue(Overdue { clock: running, of }),
        Action::Rearm(Rearm {}),
        Action::Merge(Merge { into: abroad.clone() }),
        Action::Joined(Joined { from: abroad.clone(), number: note() }),
        Action::Parted(Parted { from: abroad, number: note() }),
        Action::NotJoined(NotJoined { into: joined.clone(), why: Unjoinable::Ended }),
        Action::HeadEnded(HeadEnded {
            from: joined,
            state: State::Closed,
            there: case.told + 1,
            note: note(),
        }),
    ];
    if let Some(matter) = matter {
        all.push(Action::File(File { matter: matter.clone(), answers: None }));
        all.push(Action::Split(Split { matter, text: note() }));
    }
    if let Some(target) = view.target {
        all.push(Action::Merge(Merge { into: target.at.clone() }));
    }
    all
}

/// Kinds of action that the law would accept from `actor` now, in the order of [`Action::WORDS`].
pub fn allowed(view: &View<'_>, actor: &Actor, now: Instant) -> Vec<&'static str> {
    let fits: Vec<&'static str> =
        samples(view, now).iter().filter(|a| next(view, a, actor, now).is_ok()).map(Action::word).collect();
    Action::WORDS.iter().copied().filter(|word| fits.contains(word)).collect()
}
