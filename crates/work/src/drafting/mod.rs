//! Drafting a list by three rounds up and down (三上三下): the list office sends a draft to every town, collects what
//! they say, answers each, and sends the next one; after the third it goes through admission as a batch (DOMAIN 1.4).
//!
//! Read this file for the words, [`flow`] for the law, [`verbs`] for how a step is taken. Drafts live in the home
//! `city`, as proposals do.

pub mod flow;
pub mod http;
pub mod sql;
pub mod verbs;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Instant, MatterCode, Ref, UnitCode, words};

use crate::admission::{Proposal, ProposalItem};

words!(
    /// Where a draft stands.
    DraftState {
        /// 征求意见
        Circulating = "circulating",
        /// 已提出准入
        Proposed = "proposed",
        /// 已终止
        Cancelled = "cancelled",
    }
);

words!(
    /// What a town says.
    Stance {
        /// 有异议
        Objects = "objects",
        /// 建议
        Suggests = "suggests",
        /// 无意见
        Agrees = "agrees",
    }
);

/// A draft that goes round. One row; `version` counts its steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Home (`city`) and id.
    pub at: Ref<Draft>,
    /// How many steps it has taken.
    pub version: i64,
    /// Where it stands.
    pub state: DraftState,
    /// What it is.
    pub title: String,
    /// District, zone or city whose towns are asked.
    pub area: UnitCode,
    /// The entries.
    pub items: Vec<ProposalItem>,
    /// Which round, 1 to 3.
    pub round: i64,
    /// Until when towns answer this round.
    pub due: Instant,
    /// The proposal that came of it.
    pub proposal: Option<Ref<Proposal>>,
    /// When it was begun.
    pub created: Instant,
    /// Its last step.
    pub updated: Instant,
    /// Hash of its last step.
    pub head: [u8; 32],
}

/// What a town says in one round, and the answer.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Remark {
    /// Its number inside the draft.
    pub no: i64,
    /// Which round.
    pub round: i64,
    /// The town.
    #[schema(value_type = String)]
    pub town: UnitCode,
    /// The entry it is about; absent: the whole.
    #[schema(value_type = Option<String>)]
    pub code: Option<MatterCode>,
    /// What it says.
    pub stance: Stance,
    /// In its own words.
    pub text: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Instant,
    /// Whether it was adopted; absent while unanswered.
    pub adopted: Option<bool>,
    /// The answer, with the reason.
    pub answer: String,
}

/// What somebody does to a draft. One endpoint takes them all; `action` names the kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "action")]
pub enum DraftAction {
    /// 反馈意见, by a town, until the deadline of the round.
    #[serde(rename = "remark")]
    Remark(DraftRemark),
    /// 答复意见, by the list office.
    #[serde(rename = "reply")]
    Reply(DraftReply),
    /// 下一轮, by the list office, once every remark is answered and the deadline has passed.
    #[serde(rename = "next_round")]
    Next(DraftNext),
    /// 提出准入, after the third round: all entries as one proposal.
    #[serde(rename = "propose")]
    Propose(DraftPropose),
    /// 终止.
    #[serde(rename = "cancel")]
    Cancel(DraftCancel),
}

impl DraftAction {
    /// The kind, as timelines and interfaces name it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Remark(_) => "remark",
            Self::Reply(_) => "reply",
            Self::Next(_) => "next_round",
            Self::Propose(_) => "propose",
            Self::Cancel(_) => "cancel",
        }
    }
}

/// What a town says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftRemark {
    /// The entry it is about; absent: the whole.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub code: Option<MatterCode>,
    /// Objects, suggests, or has nothing to say.
    pub stance: Stance,
    /// Why; not needed to agree. Up to 1,000 characters.
    #[serde(default)]
    pub text: String,
}

/// The answer to a remark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftReply {
    /// Which remark.
    pub remark: i64,
    /// Whether it is adopted.
    pub adopted: bool,
    /// The reason, 2 to 1,000 characters.
    pub text: String,
}

/// The next round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftNext {
    /// The entries as they are now.
    pub items: Vec<ProposalItem>,
    /// Until when towns answer, 1 to 90 days ahead.
    #[schema(value_type = String, format = DateTime)]
    pub due: Instant,
}

/// The end of the rounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftPropose {
    /// Why the batch is proposed.
    pub reason: String,
    /// Law or document that it rests on.
    pub basis: String,
}

/// An end without a proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftCancel {
    /// Why.
    pub reason: String,
}
