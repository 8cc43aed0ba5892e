//! Admission (准入): how an entry comes onto the matter lists, changes on them and leaves them. Two doors, the
//! burden first, every step by another person, with reasons and answered objections (DOMAIN 1.4).
//!
//! Read this file for the words, [`flow`] for the law, [`verbs`] for how a step is taken. Proposals live in the
//! home `city`, as the catalogue does (ADR 0007).

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
pub mod verbs;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Instant, MatterCode, PostCode, Ref, UnitCode, words};

pub use flow::action::*;

use crate::{
    deadline::Deadline,
    matter::{Entry, Tier},
};

words!(
    /// Through which door a proposal comes (DOMAIN 1.4).
    Door {
        /// 职责准入: from above, strict, goes up
        Charge = "charge",
        /// 动态调整: from below, or because the law changed
        Adjust = "adjust",
    }
);

words!(
    /// Where a proposal stands.
    AdmissionState {
        /// 起草中
        Draft = "draft",
        /// 负担审核
        Burden = "burden_check",
        /// 联合审查
        Joint = "joint_review",
        /// 政府审批
        Government = "gov_approve",
        /// 上级审批
        Upper = "upper_approve",
        /// 退回修改: the applicant may mend it and hand it in again
        Mending = "mending",
        /// 已生效: a version is published, with the day from which it counts
        Effective = "effective",
        /// 已退出: nothing that it published is in force any more
        Retired = "retired",
        /// 不予准入
        Refused = "refused",
        /// 申请撤回
        Recalled = "recalled",
    }
);

impl AdmissionState {
    /// Whether somebody still has to decide.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Burden | Self::Joint | Self::Government | Self::Upper)
    }
    /// Whether the applicant is writing.
    pub const fn is_writing(self) -> bool {
        matches!(self, Self::Draft | Self::Mending)
    }
    /// The name a person reads, in Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Draft => "起草中",
            Self::Burden => "负担审核",
            Self::Joint => "联合审查",
            Self::Government => "政府审批",
            Self::Upper => "上级审批",
            Self::Mending => "退回修改",
            Self::Effective => "已生效",
            Self::Retired => "已退出",
            Self::Refused => "不予准入",
            Self::Recalled => "申请撤回",
        }
    }
}

words!(
    /// What is proposed for one entry.
    ProposalSort {
        /// 新增
        Admit = "admit",
        /// 调整
        Change = "change",
        /// 退出
        Retire = "retire",
    }
);

/// One entry of a proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalItem {
    /// What is proposed.
    pub sort: ProposalSort,
    /// The entry.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// What it would say; absent when it is to be retired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Box<Entry>>,
    /// 专项行动: it needs an end or review date.
    #[serde(default)]
    pub campaign: bool,
    /// 并次: its visits are made in one stop with others at the same door.
    #[serde(default)]
    pub merge: bool,
}

/// What the applicant writes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalContent {
    /// What it is about, 2 to 120 characters.
    pub title: String,
    /// Why, 2 to 2,000 characters.
    pub reason: String,
    /// Law or document that demands it; what comes from above needs one.
    #[serde(default)]
    pub basis: String,
    /// The entries, 1 to 60; what is retired in the same proposal makes room for what is new (置换).
    pub items: Vec<ProposalItem>,
    /// From which day it shall count; the day after the last approval when absent.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<jiff::civil::Date>,
}

/// What one list would cost whoever bears it, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ListBurden {
    /// The list.
    pub tier: Tier,
    /// Minutes per person and week that it may cost.
    pub ceiling: u32,
    /// The place that bears most afterwards.
    #[schema(value_type = Option<String>)]
    pub worst: Option<UnitCode>,
    /// Minutes per person and week there, before.
    pub worst_before: f64,
    /// The same after.
    pub worst_after: f64,
    /// Minutes per person and week in the whole city, before.
    pub city_before: f64,
    /// The same after.
    pub city_after: f64,
    /// How many places come over the ceiling by it.
    pub places_over: u32,
    /// Whether minutes are estimates, not measured.
    pub estimate: bool,
    /// Whether it is over the ceiling, with what is given up counted.
    pub over: bool,
    /// Entries that would make room if they were given up.
    #[schema(value_type = Vec<String>)]
    pub swaps: Vec<MatterCode>,
}

/// The price of a proposal: one line for each list that it touches.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Burden {
    /// By list.
    pub lists: Vec<ListBurden>,
    /// Entries given up in the same proposal.
    #[schema(value_type = Vec<String>)]
    pub given_up: Vec<MatterCode>,
}

impl Burden {
    /// Whether any list comes over its ceiling.
    pub fn over(&self) -> bool {
        self.lists.iter().any(|l| l.over)
    }
}

/// Who took part, and in which stage: nobody decides in two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The stage; `draft` for the applicant.
    pub stage: AdmissionState,
    /// The account.
    pub person: String,
}

/// A version that was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PublishedVersion {
    /// Code.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Number of the version.
    pub version: i64,
}

/// A proposal as it stands. One row; `version` counts its steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Home (`city`) and id.
    pub at: Ref<Proposal>,
    /// What people call it by.
    pub number: String,
    /// How many steps it has taken; the guard of every write.
    pub version: i64,
    /// Where it stands.
    pub state: AdmissionState,
    /// Through which door it comes.
    pub door: Door,
    /// What is proposed.
    pub content: ProposalContent,
    /// Unit of the applicant.
    pub unit: UnitCode,
    /// Post of the applicant; none when the clock proposes.
    pub post: Option<PostCode>,
    /// District or zone of the applicant; the city for its own.
    pub area: UnitCode,
    /// Town of the applicant, when it comes from below.
    pub town: Option<UnitCode>,
    /// Account of the applicant; none when the clock proposes and nobody has taken it up.
    pub applicant: Option<String>,
    /// The applicant's name among colleagues.
    pub called: String,
    /// How often it was handed in.
    pub pass: i64,
    /// Who decided where.
    pub hands: Vec<Part>,
    /// What the burden check found.
    pub burden: Option<Burden>,
    /// Running clocks.
    pub clocks: Vec<Deadline>,
    /// From when it counts.
    pub counts_from: Option<Instant>,
    /// What was published.
    pub published: Vec<PublishedVersion>,
    /// When it was begun.
    pub created: Instant,
    /// Its last step.
    pub updated: Instant,
    /// Hash of its last step.
    pub head: [u8; 32],
}

/// A unit's opinion in the joint review of one pass.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Opinion {
    /// Which pass.
    pub pass: i64,
    /// The unit that was asked.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// Whether it agrees; absent while it has not said.
    pub consent: Option<bool>,
    /// What it says.
    pub text: String,
    /// When.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Instant>,
}

/// An objection of somebody concerned. It names the unit, not the person.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Objection {
    /// Its number inside the proposal.
    pub no: i64,
    /// The unit it comes from.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// What is said.
    pub text: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Instant,
    /// Whether it was taken up; absent while unanswered.
    pub accepted: Option<bool>,
    /// The answer.
    pub answer: String,
    /// When it was answered.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub answered: Option<Instant>,
    /// Account of whoever objects: does not answer itself.
    #[serde(skip)]
    pub by: String,
}
