//! The actions: what somebody does to a proposal, each kind a struct of its own.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::UnitCode;

use super::super::ProposalContent;
use crate::deadline::Clock;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident($body:ident) = $word:tt { $($(#[$fdoc:meta])* $field:ident: $type:ty,)* })+) => {
        $($(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $body { $($(#[$fdoc])* pub $field: $type,)* })+

        /// What somebody does to a proposal. One endpoint takes them all; `action` names the kind.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(tag = "action")]
        pub enum AdmissionAction { $($(#[$doc])* #[serde(rename = $word)] $name($body),)+ }

        impl AdmissionAction {
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
    /// 修改: the applicant writes it anew.
    Amend(AdmissionAmend) = "amend" {
        /// The whole content.
        content: ProposalContent,
    }
    /// 提交: handed in, again after it was sent back.
    Submit(AdmissionSubmit) = "submit" {}
    /// 负担审核通过: the list office has looked at the price, and asks units to review it jointly.
    Weigh(AdmissionWeigh) = "weigh" {
        /// The units asked, at least two.
        #[schema(value_type = Vec<String>)]
        reviewers: Vec<UnitCode>,
        /// What to heed.
        #[serde(default)]
        note: String,
    }
    /// 联合审查意见: one unit says whether it agrees.
    Review(AdmissionReview) = "review" {
        /// Whether it agrees; without consent it goes back for change.
        consent: bool,
        /// The opinion.
        opinion: String,
    }
    /// 批准.
    Approve(AdmissionApprove) = "approve" {
        /// On what grounds.
        note: String,
    }
    /// 退回修改, with the reason.
    SendBack(AdmissionSendBack) = "send_back" {
        /// What has to be changed.
        reason: String,
    }
    /// 不予准入, with the reason.
    Refuse(AdmissionRefuse) = "refuse" {
        /// Why.
        reason: String,
    }
    /// 申请撤回, by the applicant.
    Recall(AdmissionRecall) = "recall" {
        /// Why.
        reason: String,
    }
    /// 提出异议, by somebody concerned.
    Object(AdmissionObject) = "object" {
        /// What speaks against it, 2 to 1,000 characters.
        text: String,
    }
    /// 答复异议.
    Reply(AdmissionReply) = "reply" {
        /// Which objection.
        objection: i64,
        /// Whether it is taken up.
        accepted: bool,
        /// The answer.
        text: String,
    }
    /// The clock reminds of a stage that waits. Nothing is approved by silence.
    Remind(AdmissionRemind) = "remind" {
        /// Which clock.
        clock: Clock,
    }
    /// The clock says that a stage is over its limit.
    Overdue(AdmissionOverdue) = "overdue" {
        /// Which clock.
        clock: Clock,
    }
    /// 已退出: nothing that it published is in force any more.
    Retire(AdmissionRetire) = "retire" {}
}

impl AdmissionAction {
    /// Whether it disturbs nobody: others may act at the same time.
    pub const fn is_commutative(&self) -> bool {
        matches!(self, Self::Object(_) | Self::Reply(_))
    }
}
