//! The actions: what somebody does to a case, each kind a struct of its own.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Coord, Instant, MatterCode, Ref, Seat, UnitCode};

use super::super::{Case, Grade, RequestKind, State, Unjoinable};

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
    /// 跨区联动: a unit of another district is asked; a linked case opens there, and this one waits for
    /// its answer.
    Refer = "refer" {
        /// The unit; its centre decides who does it.
        #[schema(value_type = String)]
        to: UnitCode,
        /// The matter, if it is clear.
        #[schema(value_type = Option<String>)]
        #[serde(default)]
        matter: Option<MatterCode>,
        /// What is wanted; all that the other district reads of this case.
        text: String,
    }
    /// 撤回联动: the other district is no longer needed.
    Recall = "recall" {
        /// Which link.
        link: i64,
        /// Why.
        reason: String,
    }
    /// 联动答复: by the server, when the linked case has ended over there.
    Answered = "answered" {
        /// Which link.
        link: i64,
        /// Closed, rather than not taken.
        solved: bool,
        /// What was said over there at the end.
        note: String,
    }
    /// 联动撤回: by the server, when the case that asked no longer needs this one.
    Recalled = "recalled" {
        /// Why.
        reason: String,
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
    /// 合并: the same thing is already a case; reporters are kept, and it can be undone. Across the border
    /// of a district the other case learns of it a moment later, and may turn it down.
    Merge = "merge" {
        /// The case it is part of.
        #[schema(value_type = String)]
        into: Ref<Case>,
    }
    /// 撤销合并.
    Unmerge = "unmerge" {
        /// Why they are two things after all.
        reason: String,
    }
    /// 跨区并入: by the server, on the case that one of another district was merged into.
    Joined = "joined" {
        /// The case over there.
        #[schema(value_type = String)]
        from: Ref<Case>,
        /// Its number.
        number: String,
    }
    /// 跨区分开: by the server, when that is undone over there.
    Parted = "parted" {
        /// The case over there.
        #[schema(value_type = String)]
        from: Ref<Case>,
        /// Its number.
        number: String,
    }
    /// 未能并入: by the server, when the case over there cannot take this one in; it comes back as it was.
    NotJoined = "not_joined" {
        /// The case over there.
        #[schema(value_type = String)]
        into: Ref<Case>,
        /// Why not.
        why: Unjoinable,
    }
    /// 并入件有结果: by the server, when the case over there has ended.
    HeadEnded = "head_ended" {
        /// The case over there.
        #[schema(value_type = String)]
        from: Ref<Case>,
        /// How it stands there.
        state: State,
        /// Its version then.
        there: i64,
        /// What was said over there at the end.
        note: String,
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
