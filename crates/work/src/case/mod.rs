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

pub use flow::action::*;
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

words!(
    /// Where a link to a case in another district stands.
    LinkState {
        /// asked, and not answered yet
        Open = "open",
        /// closed over there
        Answered = "answered",
        /// not taken over there
        Refused = "refused",
        /// no longer needed over here
        Recalled = "recalled",
    }
);

words!(
    /// Why a case of another district cannot be merged into one (跨区合并).
    Unjoinable {
        /// it has ended
        Ended = "ended",
        /// it lives on in another case itself
        Merged = "merged",
        /// there is none, or none that other districts may know of
        Unknown = "unknown",
    }
);

/// A case of another district that was merged into one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Guest {
    /// The case over there.
    #[schema(value_type = String)]
    pub other: Ref<Case>,
    /// Its number.
    pub number: String,
    /// Its reporter and those who said "me too" over there.
    pub people: i64,
    /// Since when.
    #[schema(value_type = String)]
    pub since: Instant,
}

/// What a case waits for from another district (跨区联动).
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Link {
    /// Its number inside the case.
    pub no: i64,
    /// The unit that was asked.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// The matter it was asked under, if one was named.
    #[schema(value_type = Option<String>)]
    pub matter: Option<MatterCode>,
    /// What is wanted.
    pub text: String,
    /// Where it stands.
    pub state: LinkState,
    /// The case over there; absent only before the step is written.
    #[schema(value_type = Option<String>)]
    pub other: Option<Ref<Case>>,
    /// The answer, or why it was refused or recalled.
    pub note: String,
    /// When it was asked.
    #[schema(value_type = String)]
    pub asked: Instant,
    /// When it was answered, refused or recalled.
    #[schema(value_type = Option<String>)]
    pub ended: Option<Instant>,
}

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
    /// Where it lives on over the border of its district, when merged there.
    pub joined_to: Option<Ref<Case>>,
    /// The version of that case at whose end this one was told of it; 0: not yet.
    pub told: i64,
    /// How many cases of other districts are merged into it.
    pub guests: i64,
    /// The case it is part of.
    pub parent: Option<Id<Case>>,
    /// The case of another district that it answers.
    pub origin: Option<Ref<Case>>,
    /// How many of its sub-cases are still open.
    pub open_parts: i64,
    /// How many others said "me too", the reporters and supporters of the cases merged into it among them.
    /// Counted beside the steps: [`verbs::support`].
    pub supporters: i64,
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
