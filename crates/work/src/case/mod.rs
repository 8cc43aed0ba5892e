//! The case (案件): what somebody reported, and the closed loop it runs through.
//!
//! Read this file for the words, [`flow`] for the law (who may do what in which state, and what
//! follows), [`verbs`] for how a step is taken. The loop is DOMAIN 2.1 (扶政办〔2019〕3号, after
//! GB/T 30428) with the whistle of DOMAIN 1.3.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
pub mod verbs;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{
    Board, Channel, Colour, Coord, Id, Instant, Level, MatterCode, Ref, Seat, UnitCode, words,
};

pub use verbs::{act, report};
use wangge_realm::access::Compartment;

use crate::deadline::Deadline;

words!(
    /// The main stage of a case. Calls, requests, reporters and ratings have small states of their own.
    State {
        /// 待核实: reported by the public, to be verified on site
        Reported = "reported",
        /// 已核实: true, to be filed
        Verified = "verified",
        /// 已立案: under a matter, to be dispatched
        Filed = "filed",
        /// 已派遣: somebody has to take it
        Dispatched = "dispatched",
        /// 已退回: the called party handed it back, to be dispatched again
        Returned = "returned",
        /// 处置中: taken and being handled
        InProgress = "in_progress",
        /// 已挂起: the clock stands until a date
        Suspended = "suspended",
        /// 待核查: finished with evidence, to be checked by another person
        Checking = "checking",
        /// 待结案: checked, to be closed by the centre
        Checked = "checked",
        /// 已结案
        Closed = "closed",
        /// 不予受理: rejected with a reason
        Rejected = "rejected",
        /// 已合并: lives on in another case
        Merged = "merged",
        /// 已撤回: taken back by its reporter
        Withdrawn = "withdrawn",
    }
);

impl State {
    /// Whether work is still due: such a case has an owner and a deadline.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Rejected | Self::Merged | Self::Withdrawn)
    }
    /// Whether nobody has been charged with the handling yet.
    pub const fn is_before_dispatch(self) -> bool {
        matches!(self, Self::Reported | Self::Verified | Self::Filed | Self::Returned)
    }
    /// The name a person reads, in Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Reported => "待核实",
            Self::Verified => "已核实",
            Self::Filed => "已立案",
            Self::Dispatched => "已派遣",
            Self::Returned => "已退回",
            Self::InProgress => "处置中",
            Self::Suspended => "已挂起",
            Self::Checking => "待核查",
            Self::Checked => "待结案",
            Self::Closed => "已结案",
            Self::Rejected => "不予受理",
            Self::Merged => "已合并",
            Self::Withdrawn => "已撤回",
        }
    }
}

words!(
    /// How a case ended.
    Outcome {
        /// handled, checked and closed
        Solved = "solved",
        /// 已当场处理: solved on the spot
        OnSpot = "on_spot",
    }
);

words!(
    /// What a unit or post was called for.
    CallKind {
        /// 吹哨: a department is called to report in
        Whistle = "whistle",
        /// 协办: a post or unit is invited to help
        Assist = "assist",
    }
);

words!(
    /// Where a call stands. Silence is a call still `called` after its limit.
    CallState {
        /// 已呼叫
        Called = "called",
        /// 已报到
        Arrived = "arrived",
        /// 已完成
        Done = "done",
        /// 已解除: no longer needed
        Released = "released",
    }
);

words!(
    /// What the holder asks the centre to decide.
    RequestKind {
        /// 延期
        Extension = "extension",
        /// 挂起
        Suspension = "suspension",
        /// 职责争议
        Dispute = "dispute",
    }
);

words!(
    /// Where a request stands.
    RequestState {
        /// waiting for a decision
        Open = "open",
        /// granted
        Granted = "granted",
        /// declined
        Declined = "declined",
    }
);

words!(
    /// How the town judges a called unit's work on one case: units, never persons.
    Grade {
        /// 好
        Good = "good",
        /// 一般
        Fair = "fair",
        /// 差
        Poor = "poor",
    }
);

/// A case as it stands. One row; `version` counts its steps.
#[derive(Clone, Debug)]
pub struct Case {
    /// Home district and id.
    pub at: Ref<Case>,
    /// What people call it by, e.g. `20261123-7K3F9QXA`; unique in its district.
    pub number: String,
    /// How many steps it has taken; the guard of every write.
    pub version: i64,
    /// Main stage.
    pub state: State,
    /// Stage before it was suspended or merged.
    pub before: Option<State>,
    /// Who owns the handling, 5 grid … 1 city.
    pub level: Level,
    /// How high the clock has carried it; the same as `level` while nothing is late.
    pub climbed: Level,
    /// Ticket colour.
    pub colour: Colour,
    /// How it came in.
    pub channel: Channel,
    /// Where it is, as filed.
    pub place: Place,
    /// Board of its matter (the centre's while none is set).
    pub board: Board,
    /// The matter and the version that counts for it.
    pub matter: Option<(MatterCode, i64)>,
    /// Who may see it.
    pub compartment: Compartment,
    /// What was reported.
    pub text: String,
    /// Account of the reporter, if the reporter has one.
    pub reporter: Option<String>,
    /// Whether the reporter may be named to the handler.
    pub named: bool,
    /// Who holds it now.
    pub seat: Seat,
    /// The seat charged with handling, once dispatched.
    pub handler: Option<Seat>,
    /// Persons who have handled it: none of them may check it.
    pub hands: Vec<String>,
    /// Whether the dispatch binds (it cannot be handed back).
    pub binding: bool,
    /// How often it was handed back.
    pub returns: i64,
    /// How often a check sent it back to work.
    pub reworks: i64,
    /// How often it was opened again.
    pub reopens: i64,
    /// Whether a higher centre supervises it (督办).
    pub supervised: bool,
    /// All running clocks.
    pub clocks: Vec<Deadline>,
    /// Where it lives on, when merged.
    pub merged_into: Option<Id<Case>>,
    /// The case it is part of.
    pub parent: Option<Id<Case>>,
    /// How many of its sub-cases are still open.
    pub open_parts: i64,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Whether the reporter called it solved.
    pub satisfied: Option<bool>,
    /// When it was suspended, so that the clock can stand still.
    pub suspended_at: Option<Instant>,
    /// When it was reported (server).
    pub created: Instant,
    /// Last step.
    pub updated: Instant,
    /// When it was closed.
    pub closed: Option<Instant>,
    /// Hash of its last step.
    pub head: [u8; 32],
}

/// Where a case is: the point, the words, and the units as filed. They never change afterwards,
/// whatever becomes of the boundaries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Place {
    /// WGS-84 point, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Coord>,
    /// Street, building, landmark.
    #[serde(default)]
    pub words: String,
    /// Geography edition used.
    pub edition: i64,
    /// The governing district or zone.
    #[schema(value_type = String)]
    pub area: UnitCode,
    /// Town or street.
    #[schema(value_type = String)]
    pub town: UnitCode,
    /// Village or community.
    #[schema(value_type = String)]
    pub village: UnitCode,
    /// Grid.
    #[schema(value_type = String)]
    pub grid: UnitCode,
}

/// A department or post called to a case (roll-call).
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Call {
    /// Its number inside the case.
    pub no: i64,
    /// Whom.
    pub seat: Seat,
    /// What for.
    pub kind: CallKind,
    /// Where it stands.
    pub state: CallState,
    /// When it was called.
    #[schema(value_type = String)]
    pub called: Instant,
    /// By when it has to report in.
    #[schema(value_type = String)]
    pub due: Instant,
    /// When it reported in.
    #[schema(value_type = Option<String>)]
    pub arrived: Option<Instant>,
    /// When its part was done or it was released.
    #[schema(value_type = Option<String>)]
    pub ended: Option<Instant>,
    /// What it contributed.
    pub note: String,
    /// The town's judgement.
    pub grade: Option<Grade>,
    /// The department's objection to it.
    pub objection: Option<String>,
}

/// An extension, suspension or disputed responsibility, put to a centre.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Request {
    /// Its number inside the case.
    pub no: i64,
    /// What is asked.
    pub kind: RequestKind,
    /// Where it stands.
    pub state: RequestState,
    /// Why.
    pub reason: String,
    /// Until when, for extension and suspension.
    #[schema(value_type = Option<String>)]
    pub until: Option<Instant>,
    /// Account of who asked: may not decide.
    #[serde(skip)]
    pub asked_by: String,
    /// Seat of who asked.
    pub asked_from: Seat,
    /// When.
    #[schema(value_type = String)]
    pub asked: Instant,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:tt { $($(#[$fdoc:meta])* $field:ident: $type:ty,)* })+) => {
        $($(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type,)* })+

        /// What somebody does to a case. One endpoint takes them all; `action` names the kind.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(tag = "action")]
        pub enum Action { $($(#[$doc])* #[serde(rename = $word)] $name($name),)+ }

        impl Action {
            /// The kind, as timelines and interfaces name it.
            pub const fn word(&self) -> &'static str {
                match self { $(Self::$name(_) => $word,)+ }
            }
            /// Every kind.
            pub const WORDS: &[&'static str] = &[$($word,)+];
        }
    };
}

actions! {
    /// 核实: seen on site, true or not.
    Verify = "verify" {
        /// Whether it is as reported.
        found: bool,
        /// What was seen; the reason when it is not.
        note: String,
    }
    /// 不予受理: not taken, with the reason the reporter reads.
    Reject = "reject" {
        /// Why, and where the reporter can turn to.
        reason: String,
    }
    /// 立案: put under a matter; no effective matter, no dispatch.
    File = "file" {
        /// The matter.
        #[schema(value_type = String)]
        matter: MatterCode,
        /// Answers to the matter's questions.
        #[serde(default)]
        #[schema(value_type = Option<Object>)]
        answers: Option<serde_json::Value>,
    }
    /// 已当场处理: solved on the spot by the one who found or verified it (level 5).
    Resolve = "resolve" {
        /// The matter, when none is set yet.
        #[schema(value_type = Option<String>)]
        #[serde(default)]
        matter: Option<MatterCode>,
        /// What was done; a sentence is enough.
        note: String,
        /// Evidence, at most what the matter asks.
        #[serde(default)]
        files: Vec<String>,
    }
    /// 派遣、改派: to a seat of the matter; bindingly after two returns.
    Dispatch = "dispatch" {
        /// Who shall handle it.
        to: Seat,
        /// What to heed.
        #[serde(default)]
        note: String,
    }
    /// 接单: taken.
    Accept = "accept" {}
    /// 退回: handed back, with the reason.
    Return = "return" {
        /// Why it is not ours.
        reason: String,
    }
    /// 转办: to another seat of the same unit (section, deputy); the clock runs on.
    Transfer = "transfer" {
        /// Who takes over.
        to: Seat,
        /// Why.
        reason: String,
    }
    /// 吹哨: departments are called to report in.
    Whistle = "whistle" {
        /// The departments.
        #[schema(value_type = Vec<String>)]
        units: Vec<UnitCode>,
        /// What is wanted of them.
        note: String,
    }
    /// 邀请协办: other seats are invited to help.
    Invite = "invite" {
        /// Whom.
        seats: Vec<Seat>,
        /// What is wanted of them.
        note: String,
    }
    /// 报到: the called one is there. One point at the tap, deleted when the case is closed.
    Arrive = "arrive" {
        /// Where, if the person wishes to show it.
        #[serde(default)]
        point: Option<Coord>,
    }
    /// 协办完成: what the called one contributed.
    Contribute = "contribute" {
        /// What was done.
        note: String,
    }
    /// 解除呼叫: no longer needed.
    Release = "release" {
        /// Which call.
        call: i64,
        /// Why.
        #[serde(default)]
        note: String,
    }
    /// 否决: the town does not accept what the called unit calls done.
    Veto = "veto" {
        /// Which call.
        call: i64,
        /// What is missing.
        reason: String,
    }
    /// 评价: the town judges the called unit's work on this case.
    Appraise = "appraise" {
        /// Which call.
        call: i64,
        /// The grade.
        grade: Grade,
        /// On what grounds.
        #[serde(default)]
        note: String,
    }
    /// 申诉: the appraised unit objects.
    Object = "object" {
        /// Which call.
        call: i64,
        /// Why.
        reason: String,
    }
    /// 申请: extension or suspension until a date, or a dispute over who is responsible.
    Ask = "ask" {
        /// What is asked.
        kind: RequestKind,
        /// Why.
        reason: String,
        /// Until when; not for disputes.
        #[schema(value_type = Option<String>)]
        #[serde(default)]
        until: Option<Instant>,
    }
    /// 审批: the centre decides on an extension or a suspension.
    Decide = "decide" {
        /// Which request.
        request: i64,
        /// Granted or declined.
        grant: bool,
        /// Why.
        #[serde(default)]
        note: String,
    }
    /// 裁定: the centre above rules who is responsible; binds, and becomes a precedent.
    Rule = "rule" {
        /// Which dispute.
        request: i64,
        /// Who is responsible.
        to: Seat,
        /// On what grounds.
        reason: String,
    }
    /// 恢复: work goes on before the suspension ends.
    Resume = "resume" {}
    /// 催办: the holder is reminded.
    Urge = "urge" {
        /// What is urgent about it.
        note: String,
    }
    /// 督办: a higher centre follows it, with a date.
    Supervise = "supervise" {
        /// What is expected.
        note: String,
        /// By when.
        #[schema(value_type = String)]
        due: Instant,
    }
    /// 分派子件: a part of the work as a case of its own; closing waits for it.
    Split = "split" {
        /// Matter of the part.
        #[schema(value_type = String)]
        matter: MatterCode,
        /// What the part is.
        text: String,
    }
    /// 办结: handled, with evidence at most as the matter asks.
    Finish = "finish" {
        /// What was done; a sentence is enough.
        note: String,
        /// Evidence.
        #[serde(default)]
        files: Vec<String>,
    }
    /// 核查: by a person who did not handle it; not passed means back to work.
    Check = "check" {
        /// Whether it is done.
        passed: bool,
        /// What was seen; the reason when not passed.
        #[serde(default)]
        note: String,
        /// Photos of the check, if any.
        #[serde(default)]
        files: Vec<String>,
    }
    /// 结案.
    Close = "close" {
        /// What the reporter reads.
        note: String,
    }
    /// 评价: the reporter says whether it is solved. Not solved opens it again, a limited number of times.
    Rate = "rate" {
        /// Whether it is solved.
        satisfied: bool,
        /// In the reporter's words.
        #[serde(default)]
        note: String,
    }
    /// 重开: by the centre, or by a reporter whose report was rejected.
    Reopen = "reopen" {
        /// Why.
        reason: String,
    }
    /// 提级: to the next level up.
    Lift = "lift" {
        /// Why this level cannot solve it.
        reason: String,
    }
    /// 合并: the same thing is already a case; reporters are kept, and it can be undone.
    Merge = "merge" {
        /// The case it is part of, in the same district.
        #[schema(value_type = String)]
        into: Ref<Case>,
    }
    /// 撤销合并.
    Unmerge = "unmerge" {
        /// Why they are two things after all.
        reason: String,
    }
    /// 补充: something is added, by the reporter or by anyone on the case.
    Add = "add" {
        /// The words.
        text: String,
        /// Photos or documents.
        #[serde(default)]
        files: Vec<String>,
    }
    /// 更正: the reporter corrects the report before it is filed.
    Correct = "correct" {
        /// The report as it should read.
        text: String,
    }
    /// 撤回: the reporter takes it back before it is filed.
    Withdraw = "withdraw" {
        /// Why, if the reporter likes to say.
        #[serde(default)]
        reason: String,
    }
    /// 留言: between handler and reporter, through the case; neither sees the other's number.
    Message = "message" {
        /// The words.
        text: String,
    }
    /// 实名意愿: the reporter may be named to the handler, or no longer.
    Disclose = "disclose" {
        /// Whether.
        allow: bool,
    }
    /// 提醒: by the clock, once, before a limit.
    Remind = "remind" {
        /// Which clock.
        clock: crate::deadline::Clock,
        /// Which call or request.
        #[serde(default)]
        of: Option<String>,
    }
    /// 超时: by the clock, at a limit.
    Overdue = "overdue" {
        /// Which clock.
        clock: crate::deadline::Clock,
        /// Which call or request.
        #[serde(default)]
        of: Option<String>,
    }
    /// 重算时限: by the clock, when the holidays of a year become known that a limit only assumed.
    Rearm = "rearm" {}
}

impl Action {
    /// Actions that do not disturb one another: taken on whatever version stands.
    pub const fn is_commutative(&self) -> bool {
        matches!(
            self,
            Self::Arrive(_)
                | Self::Urge(_)
                | Self::Add(_)
                | Self::Message(_)
                | Self::Contribute(_)
                | Self::Disclose(_)
        )
    }
    /// What the timeline keeps: without the point of an arrival, which is deleted at closure.
    pub fn for_timeline(&self) -> Self {
        match self {
            Self::Arrive(_) => Self::Arrive(Arrive { point: None }),
            other => other.clone(),
        }
    }
    /// Files that come with it.
    pub fn files(&self) -> &[String] {
        match self {
            Self::Resolve(a) => &a.files,
            Self::Finish(a) => &a.files,
            Self::Check(a) => &a.files,
            Self::Add(a) => &a.files,
            _ => &[],
        }
    }
}

/// A new report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// What it is, in the reporter's words; 2 to 2,000 characters.
    pub text: String,
    /// Point on the map.
    #[serde(default)]
    pub point: Option<Coord>,
    /// Datum of the point.
    #[serde(default)]
    pub datum: wangge_base::Datum,
    /// Street, building, landmark.
    #[serde(default)]
    pub place: String,
    /// The grid, when the reporter knows it and gives no point.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub grid: Option<UnitCode>,
    /// Matter, if the reporter knows it: suggested, never demanded.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub matter: Option<MatterCode>,
    /// Answers to the matter's questions.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub answers: Option<serde_json::Value>,
    /// How it came in; the field app and the citizen's page need not say.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// When it happened, by the reporter's clock.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub happened: Option<Instant>,
    /// Photos, as references returned by the upload.
    #[serde(default)]
    pub files: Vec<String>,
    /// Name, if the reporter wishes to leave one: sealed.
    #[serde(default)]
    pub name: Option<String>,
    /// Telephone, if the reporter wishes to leave one: sealed.
    #[serde(default)]
    pub phone: Option<String>,
    /// Whether the handler may know the name.
    #[serde(default)]
    pub named: bool,
    /// 已当场处理: what the grid worker did about it on the spot. Needs a matter of level 5.
    #[serde(default)]
    pub solved: Option<String>,
}
