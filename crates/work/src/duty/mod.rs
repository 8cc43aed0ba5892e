//! Duties (常态任务): what the lists ask of a grid on a day, and what was done about it.
//!
//! Half a million duties a day are not rows. The list of a day is worked out from rules (versions of matters),
//! objects, the working calendar and triggers; a row appears when somebody touches an occurrence or when a missed one
//! carries over. An occurrence is matter × object × *nominal day*; that never changes and is unique among the touched
//! rows, so nothing is done twice, and nothing is lost when an object moves to another grid.
//!
//! What is worked out stays what it was: a nominal day follows the rules and holidays as they were known when it
//! began. The nightly close writes one row per grid and day and is never done again; docs/adr/0008. What was noted of
//! single stops is forgotten after two years, the closed days stay.
//!
//! Read this file for the words, [`flow`] for the law, [`flow::recurrence`] for days, [`flow::plan`] for the list of
//! a day, [`verbs`] for doing.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
pub mod verbs;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Coord, Id, Instant, MatterCode, Ref, UnitCode, words};

use crate::matter::{ObjectKind, TriggerKind};
pub use flow::recurrence::Day;

/// The day of an object or a trigger that has no end yet.
pub const OPEN: Day = 9_999_999;

words!(
    /// Where an occurrence stands. `planned` needs no row.
    DutyState {
        /// 待办
        Planned = "planned",
        /// 改期: another day of its window
        Moved = "moved",
        /// 转交待接: handed to a colleague who has not accepted yet
        Handed = "handed",
        /// 待认领: offered to volunteers and part-timers
        Offered = "offered",
        /// 已接: a colleague or helper does it
        Taken = "taken",
        /// 待补: its days are over, and it carries over
        Missed = "missed",
        /// 已办
        Done = "done",
        /// 未发现问题: looked, and there was nothing; an equal answer
        NothingFound = "nothing_found",
        /// 已转事件: something was found and is a case now
        Found = "found",
        /// 跳过: with a reason
        Skipped = "skipped",
        /// 自然失效: nobody has to do it any more
        Lapsed = "lapsed",
    }
);

impl DutyState {
    /// Whether it still waits for somebody.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Planned | Self::Moved | Self::Handed | Self::Offered | Self::Taken | Self::Missed
        )
    }
    /// Whether the place was seen.
    pub const fn is_seen(self) -> bool {
        matches!(self, Self::Done | Self::NothingFound | Self::Found)
    }
}

words!(
    /// Why a stop was skipped. A reason, never an excuse that somebody weighs.
    SkipReason {
        /// 家中无人
        NobodyHome = "nobody_home",
        /// 本人不便
        NotWelcome = "not_welcome",
        /// 无法到达
        NoAccess = "no_access",
        /// 天气危险
        Weather = "weather",
        /// 让位于紧急任务
        Urgent = "urgent",
        /// 对象已不在
        NotThere = "not_there",
        /// 其他
        Other = "other",
    }
);

/// Marks the touched row of an occurrence.
pub struct Duty;

/// What makes an occurrence the one it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Occurrence {
    /// The matter.
    pub matter: MatterCode,
    /// The object.
    pub object: Id<Object>,
    /// The day the rule names, or counted from the start of the trigger.
    pub nominal: Day,
    /// The trigger that set it off: what a rule asks for besides is another occurrence.
    pub trigger: Option<Id<Trigger>>,
}

/// Where something lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Governing district or zone.
    pub area: UnitCode,
    /// Town or street.
    pub town: UnitCode,
    /// Village or community.
    pub village: UnitCode,
    /// Grid.
    pub grid: UnitCode,
}

/// An object of duties, for a period in one grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    /// Its reference, the same in every period.
    pub at: Ref<Object>,
    /// What it is.
    pub kind: ObjectKind,
    /// Code in the list it came from.
    pub code: String,
    /// First day of the period.
    pub from: Day,
    /// First day after it; [`OPEN`].
    pub to: Day,
    /// First day of the object at all.
    pub began: Day,
    /// Where it lies.
    pub place: Place,
    /// Code of its building.
    pub building: Option<String>,
    /// Its point, WGS-84.
    pub point: Option<Coord>,
    /// Name, of what is not a person's.
    pub label: String,
    /// Door or address, of what is not a person's.
    pub door: String,
    /// Sealed name of an elder, child or household.
    pub name: Option<Vec<u8>>,
    /// Sealed door of an elder, child or household.
    pub home: Option<Vec<u8>>,
}

impl ObjectKind {
    /// Whether it is about people: name and door are sealed, and lists mask the name.
    pub const fn is_person(self) -> bool {
        matches!(self, Self::Elder | Self::Child | Self::Household)
    }
}

/// A touched occurrence.
#[derive(Clone, Debug, PartialEq)]
pub struct Touched {
    /// Its row.
    pub id: Id<Duty>,
    /// Which one.
    pub of: Occurrence,
    /// Version of the matter it follows.
    pub version: i64,
    /// The last day through which it concerns a list.
    pub last: Day,
    /// Where it was when touched.
    pub place: Place,
    /// Where it stands.
    pub state: DutyState,
    /// Where it stood before, for undoing.
    pub before: DutyState,
    /// The day it counts for.
    pub day: Day,
    /// When it was touched.
    pub touched: Instant,
    /// When it happened, by the phone.
    pub happened: Option<Instant>,
    /// An estimate.
    pub minutes: i64,
    /// Whether its days were over when it was done.
    pub late: bool,
    /// A sentence.
    pub note: String,
    /// Why skipped.
    pub reason: Option<SkipReason>,
    /// The case it became.
    pub case: Option<String>,
    /// The holding that touched it: for that person's own undo, and the audit. Never listed or counted.
    pub actor: String,
    /// The holding that it was handed to or that took it.
    pub keeper: Option<String>,
    /// Unit of that holding.
    pub keeper_unit: Option<UnitCode>,
    /// The day it was moved to.
    pub moved_to: Option<Day>,
    /// Counts the changes.
    pub revision: i64,
}

/// What set duties off.
#[derive(Clone, Debug, PartialEq)]
pub struct Trigger {
    /// Its reference.
    pub at: Ref<Trigger>,
    /// What happened.
    pub on: TriggerKind,
    /// How much was measured.
    pub measure: Option<f64>,
    /// Where: the grid is known when it is one place, the building when it is one building.
    pub town: UnitCode,
    /// Village of the place.
    pub village: Option<UnitCode>,
    /// Grid of the place.
    pub grid: Option<UnitCode>,
    /// Building of the place.
    pub building: Option<String>,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Whether it was called off on its last day.
    pub called_off: bool,
    /// In words.
    pub note: String,
    /// When it was started.
    pub started: Instant,
}

/// What somebody does about one stop. "Nothing found" is as good an answer as any.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "tick", rename_all = "snake_case")]
pub enum Tick {
    /// It was done.
    Done(Seen),
    /// It was done, and there was nothing.
    NothingFound(Seen),
    /// Something was found: a case is opened, with what is known filled in.
    Found(Found),
    /// It is not done this time.
    Skip(Skip),
    /// It is done on another day of its window.
    Move(Move),
    /// It is handed to a colleague, who accepts.
    HandOver(HandOver),
    /// It is offered to volunteers and part-timers of the grid.
    Offer(Plain),
    /// Accept what was handed over, or take what is offered.
    Take(Plain),
    /// Give it back to the grid.
    GiveBack(Plain),
    /// The last tick was a slip: within ten minutes, by whoever made it.
    Undo(Plain),
}

/// Nothing more to say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TickPlain)]
pub struct Plain {}

/// What was seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TickSeen)]
pub struct Seen {
    /// A sentence, where the matter asks for one or there is something to say; up to 500 characters.
    #[serde(default)]
    pub note: String,
    /// Photos or papers, only where the matter asks for them.
    #[serde(default)]
    pub files: Vec<String>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TickFound)]
pub struct Found {
    /// What it is, 2 to 500 characters.
    pub text: String,
    /// Its matter, where it is known; the duty's own is not assumed.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub case_matter: Option<MatterCode>,
    /// Photos.
    #[serde(default)]
    pub files: Vec<String>,
}

/// Not this time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TickSkip)]
pub struct Skip {
    /// Why.
    pub reason: SkipReason,
    /// In words, for `other`.
    #[serde(default)]
    pub note: String,
}

/// Another day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TickMove)]
pub struct Move {
    /// Which, within its window.
    #[schema(value_type = String, format = Date)]
    pub to: Date,
}

/// To whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TickHandOver)]
pub struct HandOver {
    /// The holding of a colleague of the same community: `colleagues` of the day's list names them.
    pub to: String,
}

impl Tick {
    /// Its word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Done(_) => "done",
            Self::NothingFound(_) => "nothing_found",
            Self::Found(_) => "found",
            Self::Skip(_) => "skip",
            Self::Move(_) => "move",
            Self::HandOver(_) => "hand_over",
            Self::Offer(_) => "offer",
            Self::Take(_) => "take",
            Self::GiveBack(_) => "give_back",
            Self::Undo(_) => "undo",
        }
    }
}
