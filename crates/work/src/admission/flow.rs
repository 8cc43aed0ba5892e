//! The law of admission: who may do what in which state, and what follows. Pure: no storage, no clock, no I/O.

pub mod action;
mod checking;
mod deciding;
#[cfg(test)]
mod tests;

pub use checking::{Known, content};
use deciding::{object, reply, review, urge, weigh};

use std::sync::Arc;

use wangge_base::{Actor, Instant, Kind, Limit, LimitUnit, Refusal, Role, Seat, UnitCode, WorkCalendar};

use super::{
    AdmissionAction as Action, AdmissionState, Burden, Door, Objection, Opinion, Part, Proposal,
    ProposalContent,
};
use crate::deadline::{Clock, Deadline, Stage};

/// Which government decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// That of the applicant's district or zone.
    Area,
    /// That of the city.
    City,
}

/// The approvals that each door asks for, in order, and who gives them. Source: DOMAIN 1.4 (the two doors of
/// Dongshan: 职责准入 goes up, 动态调整 ends with the government). The catalogue is one for the whole city, so that
/// the government of an adjustment is the city's: what binds all is not decided by one district (ADR 0007).
pub const WAY: &[(Door, AdmissionState, Body)] = &[
    (Door::Charge, AdmissionState::Government, Body::Area),
    (Door::Charge, AdmissionState::Upper, Body::City),
    (Door::Adjust, AdmissionState::Government, Body::City),
];

/// How long each stage may take (example configuration, 示例): after it the stage is urged, never approved.
pub const LIMITS: &[(AdmissionState, Limit)] = &[
    (AdmissionState::Burden, Limit::new(5, LimitUnit::WorkDay)),
    (AdmissionState::Joint, Limit::new(10, LimitUnit::WorkDay)),
    (AdmissionState::Government, Limit::new(10, LimitUnit::WorkDay)),
    (AdmissionState::Upper, Limit::new(15, LimitUnit::WorkDay)),
];

/// Least number of units in a joint review.
pub const REVIEWERS: usize = 2;

/// The approval after `state`; `None`: there is none, it becomes effective.
pub fn after(door: Door, state: AdmissionState) -> Option<(AdmissionState, Body)> {
    let way = || WAY.iter().filter(|(d, ..)| *d == door).map(|(_, state, body)| (*state, *body));
    match state {
        AdmissionState::Joint => way().next(),
        other => way().skip_while(|(s, _)| *s != other).nth(1),
    }
}

/// Who approves at `state`.
pub fn body(door: Door, state: AdmissionState) -> Option<Body> {
    WAY.iter().find(|(d, s, _)| *d == door && *s == state).map(|(.., body)| *body)
}

/// How the actor stands to the proposal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Wrote it; or keeps the lists, while nobody has taken up what the clock proposed.
    pub applicant: bool,
    /// Keeps the lists of the applicant's area or of the city.
    pub office: bool,
    /// Speaks for a unit that was asked and has not answered in this pass.
    pub reviewer: bool,
    /// May approve at the stage reached.
    pub approver: bool,
    /// Works below the district: whom it would concern.
    pub concerned: bool,
}

impl Relation {
    /// Reads it off the post held. `root` is the city.
    pub fn of(it: &Proposal, opinions: &[Opinion], actor: &Actor, root: &UnitCode) -> Self {
        let Some(holder) = actor.holder() else { return Self::default() };
        let at = |unit: &UnitCode| holder.unit == *unit;
        let office = holder.role == Role::ListOfficer && (at(root) || at(&it.area));
        let leads = |unit: &UnitCode| holder.role == Role::Commander && at(unit);
        let approver = match body(it.door, it.state) {
            Some(Body::Area) => leads(&it.area),
            Some(Body::City) if it.state == AdmissionState::Upper => {
                leads(root) || (holder.role == Role::ListOfficer && at(root))
            }
            Some(Body::City) => leads(root),
            None => false,
        };
        let asked = |o: &&Opinion| o.pass == it.pass && o.consent.is_none() && o.unit == holder.unit;
        Self {
            applicant: it.applicant.as_ref().map_or(office, |person| *person == holder.person),
            office,
            reviewer: opinions.iter().any(|o| asked(&o)),
            approver,
            concerned: is_below(holder.role) && !at(root) && !at(&it.area),
        }
    }
}

const fn is_below(role: Role) -> bool {
    matches!(
        role,
        Role::GridWorker
            | Role::VillageAdmin
            | Role::TownPost
            | Role::EnterpriseOfficer
            | Role::Mediator
            | Role::LawOfficer
            | Role::LegalReviewer
            | Role::DutyOfficer
            | Role::Commander
    )
}

/// All that the law looks at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The proposal as it stands.
    pub it: &'a Proposal,
    /// Opinions of the joint review, of every pass.
    pub opinions: &'a [Opinion],
    /// Objections.
    pub objections: &'a [Objection],
    /// What it costs, where the action needs to know.
    pub price: Option<&'a Burden>,
    /// The catalogue and the units, as far as content is checked against them.
    pub known: &'a Known<'a>,
    /// How the actor stands to it.
    pub relation: Relation,
    /// The seat that holds each stage.
    pub seats: &'a dyn Fn(AdmissionState) -> Seat,
    /// Office hours of a unit.
    pub hours: &'a dyn Fn(&UnitCode) -> Arc<WorkCalendar>,
    /// Whether what it published is in force no more.
    pub outlived: bool,
}

/// A notice that follows from a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Tell {
    /// Whom; `None`: the applicant.
    pub to: Option<Seat>,
    /// What about, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// What follows from an accepted action. The one step is written by `save`.
#[derive(Clone, Debug)]
pub struct Move {
    /// The proposal after the step (without version, times and hash, which `save` sets).
    pub it: Proposal,
    /// Opinions asked for or given.
    pub opinions: Vec<Opinion>,
    /// Objections made or answered.
    pub objections: Vec<Objection>,
    /// Who is told.
    pub tell: Vec<Tell>,
    /// Whether its entries are published now.
    pub publish: bool,
}

fn no(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Refusal {
    Refusal::not_allowed(code, zh, en)
}

fn may(allowed: bool, zh: &str, en: &str) -> Result<(), Refusal> {
    if allowed { Ok(()) } else { Err(Refusal::new(Kind::Forbidden, "admission.not_yours", zh, en)) }
}

pub(in crate::admission) fn needs(text: &str, field: &str, most: usize) -> Result<(), Refusal> {
    if (2..=most).contains(&text.trim().chars().count()) {
        return Ok(());
    }
    Err(Refusal::invalid(field, format!("请写明,2至{most}个字"), format!("Say it in 2 to {most} characters")))
}

impl View<'_> {
    fn within(&self, states: &[AdmissionState]) -> Result<(), Refusal> {
        if states.contains(&self.it.state) {
            return Ok(());
        }
        Err(no(
            "admission.wrong_state",
            format!("申请目前是“{}”,不能这样操作", self.it.state.zh()),
            format!("The proposal is at {}; this cannot be done now", self.it.state.word()),
        ))
    }

    /// Whoever decides in one stage decides in no other; the applicant in none.
    fn fresh_hand(&self, person: Option<&str>) -> Result<(), Refusal> {
        let stage = self.it.state;
        let other = |p: &&Part| Some(p.person.as_str()) == person && p.stage != stage;
        if let Some(part) = self.it.hands.iter().find(other) {
            return Err(no(
                "admission.same_hands",
                format!("每一步须由不同的人办理:您已在“{}”环节办理过,请由其他有权人员办理", part.stage.zh()),
                format!(
                    "Each step is taken by another person: you acted at {} before; somebody else who is entitled has to decide",
                    part.stage.word()
                ),
            ));
        }
        Ok(())
    }

    fn stay(&self) -> Move {
        Move {
            it: self.it.clone(),
            opinions: Vec::new(),
            objections: Vec::new(),
            tell: Vec::new(),
            publish: false,
        }
    }

    fn answered(&self) -> Result<(), Refusal> {
        let open = self.objections.iter().filter(|o| o.accepted.is_none()).count();
        if open == 0 {
            return Ok(());
        }
        Err(no(
            "admission.unanswered",
            format!("还有{open}条异议没有答复,请先逐条答复再审批"),
            format!("{open} objections are not answered yet: answer each, then approve"),
        ))
    }
}

impl Move {
    fn decides(&mut self, stage: AdmissionState, person: Option<&str>) {
        let Some(person) = person else { return };
        let part = Part { stage, person: person.to_owned() };
        if !self.it.hands.contains(&part) {
            self.it.hands.push(part);
        }
    }

    /// Ends the clock of the stage and starts that of the next one.
    fn stage(&mut self, view: &View<'_>, state: AdmissionState, now: Instant) {
        self.it.state = state;
        self.it.clocks.clear();
        let Some((_, limit)) = LIMITS.iter().find(|(s, _)| *s == state) else { return };
        let seat = (view.seats)(state);
        let clock = if state == AdmissionState::Burden { Clock::Check } else { Clock::Decide };
        self.it.clocks.push(Deadline::arm(clock, &seat, now, *limit, &(view.hours)(&seat.unit)));
        // Each unit of a joint review is told by itself.
        if state != AdmissionState::Joint {
            let title = &self.it.content.title;
            self.tell.push(Tell {
                to: Some(seat),
                zh: format!("准入申请“{title}”到了“{}”环节,请办理", state.zh()),
                en: format!("A proposal for the lists is at {}: please decide", state.word()),
            });
        }
    }

    fn tell_applicant(&mut self, zh: &str, en: &str) {
        let title = &self.it.content.title;
        self.tell.push(Tell { to: None, zh: format!("准入申请“{title}”{zh}"), en: en.to_owned() });
    }
}

/// A new proposal: whether it may come through this door, and whether its content holds.
///
/// # Errors
/// The wrong door; content with every wrong field.
pub fn begin(it: &Proposal, below: bool, role: Option<Role>, known: &Known<'_>) -> Result<(), Refusal> {
    let office = role == Some(Role::ListOfficer);
    if it.door == Door::Charge && below {
        return Err(Refusal::invalid(
            "door",
            "“职责准入”由区县以上单位提出;基层请走“动态调整”",
            "What charges others comes from above; from below choose adjust",
        ));
    }
    if it.door == Door::Adjust && !below && !office && role.is_some() {
        return Err(Refusal::invalid(
            "door",
            "“动态调整”由镇街、村(社区)提出,或由清单管理岗因法律变动提出;上级部门请走“职责准入”",
            "An adjustment comes from below, or from the list office when the law changed; higher bodies choose charge",
        ));
    }
    if it.content.basis.trim().is_empty() && !below && role.is_some() {
        return Err(Refusal::invalid(
            "content.basis",
            "请写明法律或文件依据",
            "Name the law or document that it rests on",
        ));
    }
    content(&it.content, known)
}

/// The law: what follows if `actor` does `action` at `now`, or why not.
pub fn next(view: &View<'_>, action: &Action, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    let (it, relation, person) = (view.it, view.relation, actor.person());
    let mut m = view.stay();
    match action {
        Action::Amend(a) => {
            view.within(&[AdmissionState::Draft, AdmissionState::Mending])?;
            may(relation.applicant, APPLICANT.0, APPLICANT.1)?;
            content(&a.content, view.known)?;
            m.it.content = a.content.clone();
            m.it.burden = None;
        }
        Action::Submit(_) => {
            view.within(&[AdmissionState::Draft, AdmissionState::Mending])?;
            may(relation.applicant, APPLICANT.0, APPLICANT.1)?;
            content(&it.content, view.known)?;
            m.it.pass += 1;
            m.decides(AdmissionState::Draft, person);
            if let (None, Some(holder)) = (&it.applicant, actor.holder()) {
                m.it.applicant = Some(holder.person.clone());
                m.it.called = holder.called.clone();
            }
            m.stage(view, AdmissionState::Burden, now);
        }
        Action::Weigh(a) => {
            view.within(&[AdmissionState::Burden])?;
            may(relation.office, OFFICE.0, OFFICE.1)?;
            view.fresh_hand(person)?;
            weigh(view, &mut m, &a.reviewers, now)?;
            m.decides(AdmissionState::Burden, person);
        }
        Action::Review(a) => {
            view.within(&[AdmissionState::Joint])?;
            may(
                relation.reviewer,
                "没有请您的单位参加联合审查,或已经答复",
                "Your unit was not asked to review it, or has answered",
            )?;
            view.fresh_hand(person)?;
            needs(&a.opinion, "opinion", 2_000)?;
            review(view, &mut m, a.consent, &a.opinion, actor, now);
            m.decides(AdmissionState::Joint, person);
        }
        Action::Approve(a) => {
            view.within(&[AdmissionState::Government, AdmissionState::Upper])?;
            may(relation.approver, APPROVER.0, APPROVER.1)?;
            view.fresh_hand(person)?;
            needs(&a.note, "note", 2_000)?;
            view.answered()?;
            content(&it.content, view.known)?;
            m.decides(it.state, person);
            match after(it.door, it.state) {
                Some((state, _)) => m.stage(view, state, now),
                None => {
                    m.stage(view, AdmissionState::Effective, now);
                    m.publish = true;
                    m.tell_applicant("已批准并公布", "Your proposal was approved and published");
                }
            }
        }
        Action::SendBack(a) => {
            deciding(view, person)?;
            needs(&a.reason, "reason", 2_000)?;
            m.decides(it.state, person);
            m.stage(view, AdmissionState::Mending, now);
            m.tell_applicant("被退回修改,请看理由", "Your proposal was sent back for change: see the reason");
        }
        Action::Refuse(a) => {
            deciding(view, person)?;
            needs(&a.reason, "reason", 2_000)?;
            m.decides(it.state, person);
            m.stage(view, AdmissionState::Refused, now);
            m.tell_applicant("不予准入,请看理由", "Your proposal was refused: see the reason");
        }
        Action::Recall(a) => {
            may(relation.applicant, APPLICANT.0, APPLICANT.1)?;
            if !it.state.is_under_way() && !it.state.is_writing() {
                view.within(&[AdmissionState::Draft, AdmissionState::Mending])?;
            }
            needs(&a.reason, "reason", 2_000)?;
            m.stage(view, AdmissionState::Recalled, now);
        }
        Action::Object(a) => {
            view.within(&[
                AdmissionState::Burden,
                AdmissionState::Joint,
                AdmissionState::Government,
                AdmissionState::Upper,
            ])?;
            may(relation.concerned && !relation.applicant, CONCERNED.0, CONCERNED.1)?;
            needs(&a.text, "text", 1_000)?;
            object(view, &mut m, &a.text, actor, now)?;
        }
        Action::Reply(a) => {
            view.within(&[
                AdmissionState::Burden,
                AdmissionState::Joint,
                AdmissionState::Government,
                AdmissionState::Upper,
            ])?;
            may(
                relation.office || relation.applicant,
                "异议由清单管理岗或申请人答复",
                "Objections are answered by the list office or the applicant",
            )?;
            needs(&a.text, "text", 1_000)?;
            reply(view, &mut m, a, person, now)?;
        }
        Action::Remind(a) => urge(view, &mut m, a.clock, Stage::Reminded, actor, now)?,
        Action::Overdue(a) => urge(view, &mut m, a.clock, Stage::Overdue, actor, now)?,
        Action::Retire(_) => {
            view.within(&[AdmissionState::Effective])?;
            may(*actor == Actor::Clock && view.outlived, CLOCK.0, CLOCK.1)?;
            m.stage(view, AdmissionState::Retired, now);
        }
    }
    Ok(m)
}

const APPLICANT: (&str, &str) = ("只有申请人可以这样操作", "Only the applicant can do this");
const OFFICE: (&str, &str) = ("负担审核由清单管理岗办理", "The burden is checked by the list office");
const APPROVER: (&str, &str) =
    ("本环节由相应政府的负责人审批", "This stage is decided by whoever leads the government concerned");
const CONCERNED: (&str, &str) =
    ("异议由镇街、村(社区)、网格的人员提出", "Objections come from towns, communities and grids");
const CLOCK: (&str, &str) = ("这由系统时钟办理", "This is for the clock");

/// Whether the actor decides at the stage reached.
fn deciding(view: &View<'_>, person: Option<&str>) -> Result<(), Refusal> {
    view.within(&[
        AdmissionState::Burden,
        AdmissionState::Joint,
        AdmissionState::Government,
        AdmissionState::Upper,
    ])?;
    let relation = view.relation;
    let allowed = match view.it.state {
        AdmissionState::Burden => relation.office,
        AdmissionState::Joint => relation.reviewer,
        _ => relation.approver,
    };
    may(allowed, "这一步不由您的岗位决定", "This step is not for your post to decide")?;
    view.fresh_hand(person)
}

/// What the clock has to say about a proposal at `now`.
pub fn due(it: &Proposal, now: Instant) -> Option<Action> {
    let clock = it.clocks.iter().find(|d| d.wake().is_some_and(|at| at <= now))?;
    Some(if clock.due <= now {
        Action::Overdue(super::AdmissionOverdue { clock: clock.clock })
    } else {
        Action::Remind(super::AdmissionRemind { clock: clock.clock })
    })
}

/// One plausible action of every kind: [`allowed`] and the diagram run them through [`next`].
pub fn samples(view: &View<'_>) -> Vec<Action> {
    use super::*;
    let note = || "样例".to_owned();
    let clock = view.it.clocks.first().map_or(Clock::Check, |d| d.clock);
    let open = view.objections.iter().find(|o| o.accepted.is_none()).map_or(1, |o| o.no);
    vec![
        Action::Amend(AdmissionAmend { content: view.it.content.clone() }),
        Action::Submit(AdmissionSubmit {}),
        Action::Weigh(AdmissionWeigh { reviewers: view.known.reviewers(), note: note() }),
        Action::Review(AdmissionReview { consent: true, opinion: note() }),
        Action::Review(AdmissionReview { consent: false, opinion: note() }),
        Action::Approve(AdmissionApprove { note: note() }),
        Action::SendBack(AdmissionSendBack { reason: note() }),
        Action::Refuse(AdmissionRefuse { reason: note() }),
        Action::Recall(AdmissionRecall { reason: note() }),
        Action::Object(AdmissionObject { text: note() }),
        Action::Reply(AdmissionReply { objection: open, accepted: false, text: note() }),
        Action::Remind(AdmissionRemind { clock }),
        Action::Overdue(AdmissionOverdue { clock }),
        Action::Retire(AdmissionRetire {}),
    ]
}

/// The kinds of action that `actor` may take now.
pub fn allowed(view: &View<'_>, actor: &Actor, now: Instant) -> Vec<&'static str> {
    let free = Burden::default();
    let view = &View { price: view.price.or(Some(&free)), ..*view };
    let mut words: Vec<&'static str> = samples(view)
        .iter()
        .filter(|action| next(view, action, actor, now).is_ok())
        .map(Action::word)
        .collect();
    words.dedup();
    words
}
