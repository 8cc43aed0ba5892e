//! Off-list work (清单外任务) and complaints about formalism (形式主义): a button that every worker has. Only the
//! list office of the district or the city sees what is reported, never the worker's own town. Who reported is not
//! stored, unless the worker says that the office may ask back; then it is sealed (国办函〔2026〕12号, DOMAIN 7.3).
//!
//! Read this file for the words, [`flow`] for the law, [`verbs`] for how a step is taken.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
pub mod verbs;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Instant, Ref, UnitCode, words};

use crate::deadline::Deadline;

words!(
    /// What is reported.
    OfflistTopic {
        /// 清单外任务: work that no list has
        Task = "off_list",
        /// 重复填表
        Forms = "forms",
        /// 打卡签到
        ClockIn = "clock_in",
        /// 排名通报
        Ranking = "ranking",
        /// 强制安装或登录
        Install = "install",
        /// 不必要的拍照、录像、轨迹
        Traces = "traces",
        /// 其他形式主义
        Other = "other_formalism",
    }
);

words!(
    /// How the task came.
    OfflistWay {
        /// 电话
        Phone = "by_phone",
        /// 工作群
        Chat = "by_chat",
        /// 纸质或表格
        Paper = "on_paper",
        /// 会议
        Meeting = "at_meeting",
        /// 应用系统
        App = "by_app",
    }
);

words!(
    /// Where a report stands.
    OfflistState {
        /// 待答复
        Open = "waiting",
        /// 待补充: the office asked back
        Asked = "asked_back",
        /// 已答复
        Answered = "replied",
        /// 本人撤回
        Dropped = "dropped",
    }
);

words!(
    /// How the office answered.
    OfflistOutcome {
        /// 已要求撤回该任务
        TaskWithdrawn = "task_withdrawn",
        /// 已启动准入
        Admission = "admission_opened",
        /// 已说明
        Explained = "explained",
    }
);

/// What a worker reports: two taps, words if wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfflistNew {
    /// What it is.
    pub topic: OfflistTopic,
    /// How it came.
    #[serde(default)]
    pub way: Option<OfflistWay>,
    /// The unit that demands it, if known.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub issuer: Option<UnitCode>,
    /// A few words, up to 500 characters. Leave names out.
    #[serde(default)]
    pub text: String,
    /// Whether the list office may know who reported, to ask back.
    #[serde(default)]
    pub may_ask: bool,
}

/// A report as it stands. It says nowhere who made it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offlist {
    /// Home district and id.
    pub at: Ref<Offlist>,
    /// What people call it by.
    pub number: String,
    /// How many steps it has taken.
    pub version: i64,
    /// Where it stands.
    pub state: OfflistState,
    /// What it is.
    pub topic: OfflistTopic,
    /// How it came.
    pub way: Option<OfflistWay>,
    /// The unit that demands it.
    pub issuer: Option<UnitCode>,
    /// District or zone whose list office looks at it.
    pub area: UnitCode,
    /// The worker's words.
    pub text: String,
    /// Keyed hash of the reporting account: its own list is found by it, and nobody is found from it.
    pub worker: Vec<u8>,
    /// Sealed name and account, when the office may ask back.
    pub person: Option<Vec<u8>>,
    /// How it was answered.
    pub outcome: Option<OfflistOutcome>,
    /// What the office said last.
    pub answer: String,
    /// Running clocks.
    pub clocks: Vec<Deadline>,
    /// When it came in.
    pub created: Instant,
    /// Its last step.
    pub updated: Instant,
    /// Hash of its last step.
    pub head: [u8; 32],
}

/// What somebody does to a report. One endpoint takes them all; `action` names the kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "action")]
pub enum OfflistAction {
    /// 答复, by the list office.
    #[serde(rename = "reply")]
    Reply(OfflistReply),
    /// 追问, by the list office; the worker reads it with the report.
    #[serde(rename = "ask")]
    Ask(OfflistText),
    /// 补充, by the worker.
    #[serde(rename = "add")]
    Add(OfflistText),
    /// 撤回, by the worker.
    #[serde(rename = "drop")]
    Drop(OfflistDrop),
    /// The clock says that the answer is late.
    #[serde(rename = "overdue")]
    Overdue(OfflistDrop),
}

impl OfflistAction {
    /// The kind, as timelines and interfaces name it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Reply(_) => "reply",
            Self::Ask(_) => "ask",
            Self::Add(_) => "add",
            Self::Drop(_) => "drop",
            Self::Overdue(_) => "overdue",
        }
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfflistReply {
    /// What came of it.
    pub outcome: OfflistOutcome,
    /// What the worker reads, 2 to 1,000 characters.
    pub text: String,
    /// What the issuing unit is told when the task is withdrawn, in the office's own words: the worker's are never
    /// passed on. 2 to 200 characters.
    #[serde(default)]
    pub notice: String,
}

/// A few words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfflistText {
    /// 2 to 500 characters.
    pub text: String,
}

/// Nothing more to say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfflistDrop {}
