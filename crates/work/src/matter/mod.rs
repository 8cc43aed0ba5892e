//! The matter catalogue (事项清单): what may be reported, who answers for it and by when. A case keeps
//! the version it was filed under; without an effective entry nothing is dispatched.
//!
//! Read this file for the words, [`flow`] for which entry counts and how answers are checked,
//! [`verbs`] for loading and publishing.

pub mod flow;
pub mod http;
pub mod sql;
pub mod verbs;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Board, Instant, Level, Limit, MatterCode, PostCode, UnitCode, words};

pub use flow::{Catalogue, Questions, Suggestion, answers};
pub use verbs::{load, publish, stamp};

words!(
    /// On whose list an entry stands (三级清单). It can differ from the level that handles.
    Tier {
        /// 网格清单
        Grid = "grid",
        /// 村(社区)清单
        Village = "village",
        /// 镇街清单
        Town = "town",
    }
);

impl Tier {
    /// The name a person reads, in Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Grid => "网格清单",
            Self::Village => "村(社区)清单",
            Self::Town => "镇街清单",
        }
    }
}

words!(
    /// What kind of work an entry is.
    MatterKind {
        /// 事件
        Event = "event",
        /// 部件
        Component = "component",
        /// 常态任务
        Duty = "duty",
        /// 服务
        Service = "service",
        /// 走访
        Visit = "visit",
        /// 项目
        Project = "project",
        /// 矛盾纠纷
        Dispute = "dispute",
        /// 预警
        Alert = "alert",
        /// 金点子
        Idea = "idea",
        /// 清单事务
        List = "list",
    }
);

words!(
    /// How much it presses. Only `emergency` rings until answered.
    Urgency {
        /// 一般: office hours, nobody is rung
        Ordinary = "ordinary",
        /// 紧急: the person on duty is told
        Urgent = "urgent",
        /// 应急: rings until answered
        Emergency = "emergency",
    }
);

words!(
    /// How a case of it is shown to people outside it.
    Privacy {
        /// 公开
        Open = "open",
        /// 脱敏: names and phones masked
        Masked = "masked",
        /// 封存: outside the case one sees only that it exists
        Sealed = "sealed",
    }
);

words!(
    /// The most that may be demanded as evidence; a sentence suffices by default.
    Evidence {
        /// 不要求
        None = "none",
        /// 文字说明
        Text = "text",
        /// 处置后照片
        PhotoAfter = "photo_after",
        /// 文书
        Document = "document",
    }
);

/// Limits by stage; an absent one means that the stage has no clock of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Verification on site.
    #[schema(value_type = Option<String>, examples("4wh"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify: Option<Limit>,
    /// Filing and dispatching.
    #[schema(value_type = Option<String>, examples("2wh"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispatch: Option<Limit>,
    /// Reporting in after dispatch or whistle.
    #[schema(value_type = Option<String>, examples("30min"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_in: Option<Limit>,
    /// Handling.
    #[schema(value_type = Option<String>, examples("15wd"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<Limit>,
    /// Checking by another person.
    #[schema(value_type = Option<String>, examples("1wd"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Limit>,
}

/// What the catalogue says about a matter: the content of one version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Code, e.g. `M-PF-01`.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// On whose list it stands.
    pub tier: Tier,
    /// The board of the town that answers for it.
    pub board: Board,
    /// Name in Chinese.
    pub name_zh: String,
    /// Name in English.
    pub name_en: String,
    /// Kind of work.
    pub kind: MatterKind,
    /// Who owns the handling by default.
    pub level: Level,
    /// Heading of the grid worker's "6+1", if it is the grid worker's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Post of the town that leads.
    #[schema(value_type = String)]
    pub lead_post: PostCode,
    /// Posts that assist.
    #[schema(value_type = Vec<String>)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assist_posts: Vec<PostCode>,
    /// Department whistled for first, as its short code (`Q-CG`); see [`department_in`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_department: Option<String>,
    /// Departments that assist, as short codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assist_departments: Vec<String>,
    /// How much it presses.
    pub urgency: Urgency,
    /// How it is shown to people outside the case.
    pub privacy: Privacy,
    /// For what is done regularly: daily, weekly, monthly, quarterly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<String>,
    /// Limits by stage.
    #[serde(default)]
    pub limits: Limits,
    /// When a case is filed, in Chinese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub filing_zh: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub filing_en: String,
    /// When it may be closed, in Chinese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub closing_zh: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub closing_en: String,
    /// "Nothing found" or "nothing needed" is a full and equal result.
    #[serde(default)]
    pub nothing_found: bool,
    /// The most that may be demanded as evidence.
    pub evidence: Evidence,
    /// A grid worker's minutes per occurrence: an estimate, to be shown as one. 0: none needed.
    #[serde(default)]
    pub minutes: u32,
    /// Law or document; † = from general knowledge, check before relying on it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// Where the topic comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// 示例 when nobody has issued it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub example: String,
    /// Questions to the reporter, as a JSON Schema (2020-12) of the answers.
    #[schema(value_type = Option<Object>)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub questions: Option<Questions>,
}

/// One version of an entry, and when it counts. Reads as its [`Entry`].
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Matter {
    /// 1 for the first; a case names it.
    pub version: i64,
    /// From when it counts.
    #[schema(value_type = String, format = DateTime)]
    pub effective_from: Instant,
    /// From when it no longer does, when that was decided at publication.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_to: Option<Instant>,
    /// What it says.
    #[serde(flatten)]
    pub entry: Entry,
}

impl std::ops::Deref for Matter {
    type Target = Entry;
    fn deref(&self) -> &Entry {
        &self.entry
    }
}

impl Entry {
    /// The lead department of the district unit `district` (`500107` → `500107-Q-CG`).
    pub fn lead_department_in(&self, district: &UnitCode) -> Option<UnitCode> {
        department_in(district, self.lead_department.as_deref()?)
    }

    /// The assisting departments of the district unit `district`.
    pub fn assist_departments_in(&self, district: &UnitCode) -> Vec<UnitCode> {
        self.assist_departments.iter().filter_map(|short| department_in(district, short)).collect()
    }
}

/// The unit of a department: each district has its own copy of each, `500107` + `Q-CG`.
pub fn department_in(district: &UnitCode, short: &str) -> Option<UnitCode> {
    format!("{district}-{short}").parse().ok()
}
