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

words!(
    /// 三张清单: how far a town answers for it, by the national lists of what towns do (DOMAIN 1.4).
    National {
        /// 基本履职: must do, fully liable
        Basic = "basic",
        /// 配合履职: helps; the district leads and is liable
        Cooperative = "cooperative",
        /// 上级部门收回: taken back by a higher body; a town may not be charged with it
        TakenBack = "taken_back",
    }
);

words!(
    /// What a duty is done at: each object of this kind gets its own occurrences.
    ObjectKind {
        /// 独居老人
        Elder = "elder",
        /// 留守儿童
        Child = "child",
        /// 住户
        Household = "household",
        /// 楼栋
        Building = "building",
        /// 消防通道
        FireLane = "fire_lane",
        /// 商铺
        Shop = "shop",
        /// 企业
        Firm = "firm",
        /// 学校
        School = "school",
        /// 工地
        Site = "site",
        /// 河段
        River = "river",
        /// 地灾点
        Slope = "slope",
        /// 充电点
        Charging = "charging",
        /// 网格本身: the grid as a whole, once
        Grid = "grid",
    }
);

words!(
    /// What becomes of an occurrence whose day is a day off.
    OnDayOff {
        /// 照常: it stays on its day
        Keep = "keep",
        /// 顺延: it moves to the next workday
        Next = "next",
        /// 取消: it falls away
        Skip = "skip",
    }
);

words!(
    /// What becomes of a stop that was not made in time. Nobody is blamed for it.
    Missed {
        /// 不补: the next occurrence will do
        Lapse = "lapse",
        /// 补做: it stays on the list until it is made or the next one comes
        Carry = "carry",
    }
);

words!(
    /// What sets off a duty that has no fixed days (根据辖区实际情况动态推送).
    TriggerKind {
        /// 高温
        Heat = "heat",
        /// 强降雨
        Rain = "rain",
        /// 江河水位
        River = "river",
        /// 电信诈骗预警
        Fraud = "fraud",
        /// 大风
        Wind = "wind",
    }
);

/// What sets off a duty, and how long it then lasts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// What happens.
    pub on: TriggerKind,
    /// From which measure on, in the unit of what is measured (°C, mm in 24 h, m, Beaufort); none: any report of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// Where it holds: the grid, village or town of the place, or its building.
    pub reach: Reach,
    /// After how many days it ends at the latest, 1 to 31.
    pub days: u8,
}

words!(
    /// How far from its place a trigger reaches.
    Reach {
        /// 本楼栋
        Building = "building",
        /// 本网格
        Grid = "grid",
        /// 本村(社区)
        Village = "village",
        /// 本镇街
        Town = "town",
    }
);

/// How an entry becomes somebody's duty (常态任务): at which objects, on which days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyRule {
    /// What it is done at.
    pub object: ObjectKind,
    /// On which days, as an RFC 5545 RRULE of dates without DTSTART, COUNT and UNTIL, e.g.
    /// `FREQ=WEEKLY;BYDAY=MO`; none for what only a trigger sets off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<String>,
    /// Within how many days from its day on it may be done, 1 to 92.
    #[serde(default = "one_day")]
    pub window: u8,
    /// What a day off does to it.
    #[serde(default = "next_workday")]
    pub on_day_off: OnDayOff,
    /// What becomes of it when it was not done.
    #[serde(default = "lapse")]
    pub missed: Missed,
    /// Whether the objects are spread evenly over the window instead of all falling on its first day.
    #[serde(default)]
    pub spread: bool,
    /// What sets it off besides, or instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Trigger>,
}

const fn one_day() -> u8 {
    1
}
const fn next_workday() -> OnDayOff {
    OnDayOff::Next
}
const fn lapse() -> Missed {
    Missed::Lapse
}

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
    /// 三张清单: how far a town answers for it; none: not sorted yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national: Option<National>,
    /// For a campaign: the day on which it ends or is looked at again, `2026-12-31`.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<jiff::civil::Date>,
    /// How it becomes a duty; none: it is nobody's regular duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyRule>,
    /// Fields that whoever does it is asked to fill in, each by its name in the pool (`resident.phone`): what is
    /// known is never typed again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
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
    /// Since when it is known: what it says of days before that was not yet so.
    #[serde(skip)]
    pub published: Instant,
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
