//! The law of the case: who may do what in which state, and what follows. Pure: no storage, no
//! clock, no I/O. Everything it needs is in the [`View`]; everything it decides is in the [`Move`].

pub mod action;
mod asking;
mod calling;
mod handling;
mod intake;
mod linking;
mod offering;
mod reporting;
#[cfg(test)]
mod tests;
mod ticking;

pub use offering::{allowed, samples};
pub use ticking::due;

use std::sync::Arc;

use wangge_base::{
    Actor, Colour, Holder, Instant, Level, Limit, Refusal, Role, Seat, UnitCode, WorkCalendar,
};
use wangge_realm::access::Compartment;

use super::{
    Action, Call, CallKind, CallState, Case, Link, LinkState, Outcome, Request, RequestKind, RequestState,
    State,
};
use crate::{
    deadline::{Clock, Deadline, Stage},
    matter::{Evidence, Matter, Privacy, Urgency},
};

/// After how many returns the centre assigns bindingly.
pub const RETURNS_BEFORE_BINDING: i64 = 2;
/// How often a dissatisfied reporter opens a case again; after that the next level is told.
pub const REOPENS: i64 = 2;

/// Limits where a matter states none (configuration, 示例).
#[derive(Clone, Debug)]
pub struct Defaults {
    /// Verification on site.
    pub verify: Limit,
    /// Filing and dispatching.
    pub dispatch: Limit,
    /// Reporting in.
    pub report_in: Limit,
    /// Handling.
    pub handle: Limit,
    /// Checking.
    pub check: Limit,
    /// Closing, and decisions on requests.
    pub close: Limit,
    /// The next level's time to step in; for red and orange tickets `climb_urgent`.
    pub climb: Limit,
    /// The same for red and orange tickets.
    pub climb_urgent: Limit,
}

/// The centres that a case climbs through, and who looks at the spot.
#[derive(Clone, Debug, PartialEq)]
pub struct Centres {
    /// The grid of the place.
    pub grid: Seat,
    /// Its village or community: centre for levels 5 and 4.
    pub village: Seat,
    /// The town's command centre: level 3.
    pub town: Seat,
    /// The governing district or zone: level 2.
    pub area: Seat,
    /// The city: level 1.
    pub city: Seat,
}

impl Centres {
    /// The seat that files, dispatches and closes what is owned at `level`.
    pub fn of(&self, level: Level) -> &Seat {
        match level {
            Level::City => &self.city,
            Level::District => &self.area,
            Level::Town => &self.town,
            Level::Village | Level::Grid => &self.village,
        }
    }
    /// The level that a lift from `level` reaches; none above the city. Levels 5 and 4 share the village as their
    /// centre: a lift always reaches another desk.
    pub fn lifted(&self, level: Level) -> Option<Level> {
        let up = level.up()?;
        Some(if self.of(up) == self.of(level) { up.up().unwrap_or(up) } else { up })
    }
    /// Who checks what `handler` did: the place looks at what others did; the town at what the
    /// place did itself.
    pub fn checker(&self, handler: &Seat) -> &Seat {
        if handler.unit == self.village.unit || handler.unit == self.grid.unit {
            &self.town
        } else {
            &self.village
        }
    }
}

/// How the actor stands to the case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relation {
    /// Sits on the seat that holds it now.
    pub holder: bool,
    /// Sits on the seat charged with handling.
    pub handler: bool,
    /// Sits at the centre of its level.
    pub centre: bool,
    /// Sits at the town's command centre of the place.
    pub town: bool,
    /// Sits at a centre above its level.
    pub above: bool,
    /// Works in the grid or village of the place.
    pub field: bool,
    /// Number of the open call for the actor's unit.
    pub called: Option<i64>,
    /// Numbers of all calls, open or ended, for the actor's unit.
    pub was_called: Vec<i64>,
    /// Is its reporter, by account or by follow token.
    pub reporter: bool,
    /// Has handled it: may not check it.
    pub hand: bool,
    /// Is a contractor whom the handler gave a link.
    pub linked: bool,
}

/// Whether `holder` acts for `seat`: the unit, and the post or (when the seat names none) a role
/// that acts for the whole unit. Stricter than [`wangge_realm::access::sits`], which is for reading.
pub fn sits(holder: &Holder, seat: &Seat) -> bool {
    let acts_for_unit = matches!(
        holder.role,
        Role::DutyOfficer
            | Role::Commander
            | Role::VillageAdmin
            | Role::GridWorker
            | Role::DepartmentHandler
            | Role::DistrictDispatcher
            | Role::CityDispatcher
    );
    wangge_realm::access::sits(holder, seat) && (seat.post.is_some() || acts_for_unit)
}

impl Relation {
    /// Works it out. `by_token`: the actor carries the follow token of this case.
    pub fn of(case: &Case, calls: &[Call], centres: &Centres, actor: &Actor, by_token: bool) -> Self {
        let Some(who) = actor.holder() else {
            let linked = matches!(actor, Actor::Link(_));
            return Self { reporter: by_token, linked, ..Self::default() };
        };
        let centre = centres.of(case.level);
        let above = [Level::City, Level::District, Level::Town]
            .into_iter()
            .any(|level| level < case.level && sits(who, centres.of(level)));
        Self {
            holder: sits(who, &case.seat),
            handler: case.handler.as_ref().is_some_and(|seat| sits(who, seat)),
            centre: sits(who, centre),
            town: sits(who, &centres.town),
            above,
            field: sits(who, &centres.grid) || sits(who, &centres.village),
            called: calls.iter().find(|c| c.is_open() && sits(who, &c.seat)).map(|c| c.no),
            was_called: calls.iter().filter(|c| sits(who, &c.seat)).map(|c| c.no).collect(),
            reporter: by_token || case.reporter.as_deref() == Some(&who.person),
            hand: case.hands.contains(&who.person),
            linked: false,
        }
    }
}

impl Call {
    /// Whether something is still expected of the called one.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, CallState::Called | CallState::Arrived)
    }
    /// Minutes from the call to the arrival, or to `now` while silent.
    pub fn minutes_to_arrive(&self, now: Instant) -> i64 {
        self.arrived.unwrap_or(now).minutes_since(self.called)
    }
}

/// All that the law looks at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The case as it stands.
    pub case: &'a Case,
    /// The matter version that counts for it.
    pub matter: Option<&'a Matter>,
    /// The effective matter that the action names, if it names one.
    pub proposed: Option<&'a Matter>,
    /// The case that the action names (merge).
    pub target: Option<&'a Case>,
    /// Everybody called.
    pub calls: &'a [Call],
    /// Everything asked.
    pub requests: &'a [Request],
    /// Everything asked of other districts.
    pub links: &'a [Link],
    /// Seats that the matter names: lead and assisting posts and departments, grid and village.
    pub routes: &'a [Seat],
    /// The centres above the place.
    pub centres: &'a Centres,
    /// Office hours of a unit.
    pub hours: &'a dyn Fn(&UnitCode) -> Arc<WorkCalendar>,
    /// Limits where the matter states none.
    pub defaults: &'a Defaults,
    /// How the actor stands to the case.
    pub relation: &'a Relation,
}

/// Who is told of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Whom {
    /// Whoever sits there (and, when it rings, is on the roster).
    Seat(Seat),
    /// The reporter.
    Reporter,
}

/// A notice that follows from a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Tell {
    /// Whom.
    pub to: Whom,
    /// What about, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// Whether it rings until taken: red and orange only.
    pub ring: bool,
}

/// A ruling that others can look up.
#[derive(Clone, Debug, PartialEq)]
pub struct Precedent {
    /// What was disputed.
    pub question: String,
    /// Who is responsible.
    pub to: Seat,
    /// On what grounds.
    pub reason: String,
}

/// What follows from an accepted action. The one step is written by `save`.
#[derive(Clone, Debug)]
pub struct Move {
    /// The case after the step (without version, times and hash, which `save` sets).
    pub case: Case,
    /// Calls opened or changed.
    pub calls: Vec<Call>,
    /// Requests opened or changed.
    pub requests: Vec<Request>,
    /// Links opened or ended.
    pub links: Vec<Link>,
    /// Who is told.
    pub tell: Vec<Tell>,
    /// A ruling to be published.
    pub precedent: Option<Precedent>,
    /// Whether the points of arrivals are deleted (closure).
    pub forget_points: bool,
}

fn no(code: &'static str, zh: &str, en: &str) -> Refusal {
    Refusal::not_allowed(code, zh, en)
}

fn needs(text: &str, field: &str) -> Result<(), Refusal> {
    let count = text.trim().chars().count();
    if (1..=2_000).contains(&count) {
        Ok(())
    } else {
        Err(Refusal::invalid(
            field,
            "请用一句话说明,不超过2000字",
            "Say it in a sentence, at most 2,000 characters",
        ))
    }
}

fn may(allowed: bool, zh: &str, en: &str) -> Result<(), Refusal> {
    if allowed { Ok(()) } else { Err(Refusal::new(wangge_base::Kind::Forbidden, "case.not_yours", zh, en)) }
}

impl View<'_> {
    fn hours(&self, unit: &UnitCode) -> Arc<WorkCalendar> {
        (self.hours)(unit)
    }

    fn within(&self, states: &[State]) -> Result<(), Refusal> {
        if states.contains(&self.case.state) {
            return Ok(());
        }
        let zh = format!("案件目前是“{}”,不能这样操作", self.case.state.zh());
        let en = format!("The case is {}; this cannot be done now", self.case.state.word());
        Err(Refusal::not_allowed("case.wrong_state", zh, en))
    }

    /// The limit of a stage: the matter's, else the default.
    pub fn limit(&self, clock: Clock) -> Limit {
        let of = |f: fn(&Matter) -> Option<Limit>| self.matter.and_then(f);
        match clock {
            Clock::Verify => of(|m| m.limits.verify).unwrap_or(self.defaults.verify),
            Clock::Dispatch => of(|m| m.limits.dispatch).unwrap_or(self.defaults.dispatch),
            Clock::ReportIn | Clock::Call => of(|m| m.limits.report_in).unwrap_or(self.defaults.report_in),
            Clock::Handle | Clock::Answer => of(|m| m.limits.handle).unwrap_or(self.defaults.handle),
            Clock::Check => of(|m| m.limits.check).unwrap_or(self.defaults.check),
            Clock::Climb if self.is_urgent() => self.defaults.climb_urgent,
            Clock::Climb => self.defaults.climb,
            Clock::Close | Clock::Decide | Clock::Resume | Clock::Supervise => self.defaults.close,
        }
    }

    fn is_urgent(&self) -> bool {
        matches!(self.case.colour, Colour::Red | Colour::Orange)
    }

    fn stay(&self) -> Move {
        Move::of(self.case.clone())
    }

    fn call(&self, number: i64) -> Result<&Call, Refusal> {
        self.calls
            .iter()
            .find(|c| c.no == number)
            .ok_or_else(|| Refusal::invalid("call", "本案没有这次呼叫", "The case has no such call"))
    }

    fn open_request(&self, number: i64, dispute: bool) -> Result<&Request, Refusal> {
        self.requests
            .iter()
            .find(|r| {
                r.no == number && r.state == RequestState::Open && (r.kind == RequestKind::Dispute) == dispute
            })
            .ok_or_else(|| {
                Refusal::invalid("request", "本案没有这项待决申请", "The case has no such open request")
            })
    }
}

impl Move {
    /// A step after which the case stands as `case`, and nothing follows.
    pub fn of(case: Case) -> Self {
        Self {
            case,
            calls: Vec::new(),
            requests: Vec::new(),
            links: Vec::new(),
            tell: Vec::new(),
            precedent: None,
            forget_points: false,
        }
    }

    /// Ends the clocks of the stage and starts the next one for the seat that now holds the case.
    fn stage(&mut self, view: &View<'_>, state: State, seat: Seat, clock: Clock, now: Instant) {
        self.case
            .clocks
            .retain(|d| matches!(d.clock, Clock::Call | Clock::Decide | Clock::Supervise | Clock::Answer));
        let calendar = view.hours(&seat.unit);
        self.case.clocks.push(Deadline::arm(clock, &seat, now, view.limit(clock), &calendar));
        self.case.state = state;
        self.case.seat = seat;
        self.case.climbed = self.case.level;
    }

    fn stop(&mut self, state: State) {
        self.case.state = state;
        self.case.clocks.clear();
        self.case.supervised = false;
    }

    fn tell(&mut self, to: Whom, zh: &str, en: &str) {
        self.tell.push(Tell { to, zh: zh.into(), en: en.into(), ring: false });
    }

    /// Work has landed on a seat: red and orange ring there until taken, all else waits in the queue.
    fn hand_over(&mut self, view: &View<'_>, zh: &str, en: &str) {
        if view.is_urgent() {
            let to = Whom::Seat(self.case.seat.clone());
            self.tell.push(Tell { to, zh: zh.into(), en: en.into(), ring: true });
        }
    }

    /// What was asked of the old arrangement needs no answer under the new one.
    fn drop_requests(&mut self, view: &View<'_>) {
        let open = view.requests.iter().filter(|r| r.state == RequestState::Open);
        self.requests.extend(open.map(|r| Request { state: RequestState::Declined, ..r.clone() }));
        self.case.clocks.retain(|d| d.clock != Clock::Decide);
    }

    fn end_clock(&mut self, clock: Clock, of: &str) {
        self.case.clocks.retain(|d| !(d.clock == clock && d.of.as_deref() == Some(of)));
    }
}

/// The first state of a report, its holder and its clocks. `solved`: what was done on the spot.
pub fn begin(view: &View<'_>, solved: bool, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    let case = view.case;
    let mut m = view.stay();
    if let Some(matter) = view.matter {
        adopt(&mut m.case, matter);
    }
    if solved {
        may(
            view.relation.field && !case.channel.is_public(),
            "只有本网格的人员可以当场处理并办结",
            "Only those who work in this grid can solve it on the spot",
        )?;
        return resolve(view, m, actor, now);
    }
    let adopted = m.case.clone();
    let view = &View { case: &adopted, ..*view };
    if case.channel.is_public() {
        let seat = if view.is_urgent() { view.centres.town.clone() } else { view.centres.grid.clone() };
        m.stage(view, State::Reported, seat, Clock::Verify, now);
    } else {
        m.stage(view, State::Verified, view.centres.of(m.case.level).clone(), Clock::Dispatch, now);
    }
    m.hand_over(view, "新的紧急事项", "New urgent case");
    Ok(m)
}

/// Puts a case under a matter: level, board, colour and compartment follow from it.
fn adopt(case: &mut Case, matter: &Matter) {
    case.matter = Some((matter.code.clone(), matter.version));
    case.board = matter.board;
    case.level = matter.level;
    case.climbed = matter.level;
    case.colour = match matter.urgency {
        Urgency::Emergency => Colour::Red,
        Urgency::Urgent => Colour::Orange,
        Urgency::Ordinary => Colour::Blue,
    };
    case.compartment = match matter.privacy {
        Privacy::Open => Compartment::Open,
        Privacy::Masked => Compartment::Restricted,
        Privacy::Sealed => Compartment::Sealed,
    };
}

/// 已当场处理: closes at once, without a check; the reporter, if there is one, is asked.
fn resolve(view: &View<'_>, mut m: Move, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    if m.case.matter.is_none() {
        return Err(Refusal::invalid("matter", "请选择事项", "Choose a matter"));
    }
    if m.case.level != Level::Grid {
        return Err(no(
            "case.not_grid_level",
            "该事项不是网格级事项,不能当场办结,请上报",
            "This matter is not of grid level: it cannot be closed on the spot, send it up",
        ));
    }
    m.case.handler = Some(view.centres.grid.clone());
    m.case.seat = view.centres.grid.clone();
    m.case.hands.extend(actor.person().map(str::to_owned));
    close(&mut m, Outcome::OnSpot, now);
    Ok(m)
}

fn close(m: &mut Move, outcome: Outcome, now: Instant) {
    m.stop(State::Closed);
    m.case.outcome = Some(outcome);
    m.case.closed = Some(now);
    m.forget_points = true;
    m.tell(
        Whom::Reporter,
        "您反映的事项已办结,请看结果;未解决可以重开",
        "Your report is closed: see the result; if it is not solved you can say so",
    );
}

/// The law: what follows if `actor` does `action` at `now`, or why not.
pub fn next(view: &View<'_>, action: &Action, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    match action {
        Action::Verify(_)
        | Action::Reject(_)
        | Action::File(_)
        | Action::Resolve(_)
        | Action::Merge(_)
        | Action::Unmerge(_)
        | Action::Lift(_) => intake::next(view, action, actor, now),
        Action::Dispatch(_)
        | Action::Accept(_)
        | Action::Return(_)
        | Action::Transfer(_)
        | Action::Split(_)
        | Action::Finish(_)
        | Action::Check(_)
        | Action::Close(_)
        | Action::Reopen(_) => handling::next(view, action, actor, now),
        Action::Whistle(_)
        | Action::Invite(_)
        | Action::Arrive(_)
        | Action::Contribute(_)
        | Action::Release(_)
        | Action::Veto(_)
        | Action::Appraise(_)
        | Action::Object(_) => calling::next(view, action, now),
        Action::Ask(_)
        | Action::Decide(_)
        | Action::Rule(_)
        | Action::Resume(_)
        | Action::Urge(_)
        | Action::Supervise(_) => asking::next(view, action, actor, now),
        Action::Add(_)
        | Action::Correct(_)
        | Action::Withdraw(_)
        | Action::Message(_)
        | Action::Disclose(_)
        | Action::Rate(_) => reporting::next(view, action, now),
        Action::Refer(_) | Action::Recall(_) | Action::Answered(_) | Action::Recalled(_) => {
            linking::next(view, action, actor, now)
        }
        Action::Remind(a) => ticking::next(view, a.clock, a.of.as_deref(), true, actor, now),
        Action::Overdue(a) => ticking::next(view, a.clock, a.of.as_deref(), false, actor, now),
        Action::Rearm(_) => ticking::rearm(view, actor),
    }
}

const CENTRE_ZH: &str = "只有本级指挥中心可以这样操作";
const CENTRE_EN: &str = "Only the centre of this level can do this";

/// At most what the matter asks; and what it asks, when the work is reported as done.
fn evidence(matter: Option<&Matter>, files: &[String], finishing: bool) -> Result<(), Refusal> {
    let wanted = matter.map_or(Evidence::Text, |m| m.evidence);
    match wanted {
        Evidence::PhotoAfter | Evidence::Document if finishing && files.is_empty() => Err(Refusal::invalid(
            "files",
            if wanted == Evidence::PhotoAfter {
                "该事项需要一张处置后照片"
            } else {
                "该事项需要一份文书"
            },
            if wanted == Evidence::PhotoAfter {
                "This matter asks for one photo taken afterwards"
            } else {
                "This matter asks for a document"
            },
        )),
        _ if files.len() > 9 => Err(Refusal::invalid("files", "最多9个附件", "At most nine files")),
        _ => Ok(()),
    }
}

fn take(m: &mut Move, actor: &Actor) {
    if let Some(person) = actor.person().filter(|person| !m.case.hands.iter().any(|h| h == person)) {
        m.case.hands.push(person.to_owned());
    }
}

fn limit_reopens(case: &Case) -> Result<(), Refusal> {
    if case.reopens < REOPENS {
        return Ok(());
    }
    Err(no(
        "case.reopens_used",
        "已重开两次;您的意见已记录并转上一级中心",
        "It was opened again twice already; what you say is kept and the next level is told",
    ))
}

fn reopen(m: &mut Move, view: &View<'_>, state: State, now: Instant) {
    m.case.reopens += 1;
    m.case.outcome = None;
    m.case.closed = None;
    m.case.satisfied = None;
    m.case.handler = None;
    m.case.binding = false;
    m.case.returns = 0;
    let (seat, clock) = match state {
        State::Reported => (view.centres.village.clone(), Clock::Verify),
        _ => (view.centres.of(view.case.level).clone(), Clock::Dispatch),
    };
    m.stage(view, state, seat.clone(), clock, now);
    m.tell(Whom::Seat(seat), "案件重开,请重新办理", "The case was opened again: please deal with it anew");
}
