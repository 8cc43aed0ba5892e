//! Who acts: seats (post of a unit), holders, and the actors of a timeline.

use serde::{Deserialize, Serialize};

use crate::{District, PostCode, UnitCode};

/// A closed set of words: an enum whose every value has one word for database, JSON and files.
/// The calling crate needs `serde` and `utoipa`.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:tt,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(::serde::Serialize, ::serde::Deserialize, ::utoipa::ToSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+ }
        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];
            /// The word used in the database, in JSON and in files.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
            /// Reads the word back.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
words!(
    /// The four boards of a town (四板块), and the command centre beside them.
    Board {
        /// 指挥中心
        Centre = "CENTRE",
        /// 党的建设
        Party = "DJ",
        /// 经济发展
        Economy = "JJ",
        /// 民生服务
        Livelihood = "MS",
        /// 平安法治
        Safety = "PF",
    }
);

words!(
    /// Colour of a work ticket (工单). Not the colour of a statutory warning.
    Colour {
        /// 红: rings until taken
        Red = "red",
        /// 橙: rings until taken
        Orange = "orange",
        /// 黄
        Yellow = "yellow",
        /// 蓝: ordinary work
        Blue = "blue",
    }
);

words!(
    /// Through which channel something came in (FEATURES 4).
    Channel {
        /// field app of a grid worker or volunteer
        Field = "field",
        /// citizen's page or mini-program
        Citizen = "citizen",
        /// 12345 hotline
        Hotline = "hotline",
        /// telephone to the duty desk
        Phone = "phone",
        /// at the counter
        Counter = "counter",
        /// e-mail
        Email = "email",
        /// Open311
        Open311 = "open311",
        /// device or sensor
        Device = "device",
        /// video analysis
        Video = "video",
        /// another system, or the town's own duty desk
        Desk = "desk",
    }
);

impl Channel {
    /// Whether the public speaks here: such reports are verified on site before filing.
    pub const fn is_public(self) -> bool {
        matches!(
            self,
            Self::Citizen | Self::Hotline | Self::Phone | Self::Counter | Self::Email | Self::Open311
        )
    }
}

words!(
    /// What a post is for. Rights hang on the role, never on a person (realm::access).
    Role {
        /// 专职网格员、网格长
        GridWorker = "grid_worker_full",
        /// 志愿者、兼职网格员
        Volunteer = "volunteer",
        /// 村(社区)书记、干部
        VillageAdmin = "village_admin",
        /// 镇街岗位
        TownPost = "town_post_officer",
        /// 企业服务专员
        EnterpriseOfficer = "enterprise_officer",
        /// 调解员
        Mediator = "mediator",
        /// 执法人员
        LawOfficer = "law_officer",
        /// 法制审核
        LegalReviewer = "legal_reviewer",
        /// 值班长、调度岗
        DutyOfficer = "duty_officer",
        /// 指挥长
        Commander = "commander",
        /// 部门承办
        DepartmentHandler = "department_handler",
        /// 区县调度
        DistrictDispatcher = "dispatcher_district",
        /// 市级调度
        CityDispatcher = "dispatcher_city",
        /// 清单管理
        ListOfficer = "list_officer",
        /// 系统管理员
        SystemAdmin = "system_admin",
        /// 安全管理员
        SecurityAdmin = "security_admin",
        /// 审计员
        Auditor = "auditor",
        /// 外部系统
        Integrator = "integrator",
    }
);

words!(
    /// How a post is held.
    Capacity {
        /// 任职
        Holder = "holder",
        /// 副职、替班
        Deputy = "deputy",
        /// 代理
        Acting = "acting",
    }
);

/// A seat (席位): a unit, and one of its posts or all of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Seat {
    /// The unit.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// The post; absent: any post of the unit.
    #[schema(value_type = Option<String>)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<PostCode>,
}

/// Somebody who acts through a post held today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The account `district.id`: separation of hands compares this, never the post.
    pub person: String,
    /// The name shown to colleagues, e.g. 何网格员.
    pub called: String,
    /// Home district of the account.
    pub home: District,
    /// The holding that the request named.
    pub holding: String,
    /// Unit of the post.
    pub unit: UnitCode,
    /// The post.
    pub post: PostCode,
    /// Role of the post.
    pub role: Role,
    /// Board of the post.
    pub board: Board,
    /// How it is held.
    pub capacity: Capacity,
}

/// Who takes a step on a timeline. The clock and devices obey the same law as people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A person holding a post.
    Holder(Box<Holder>),
    /// Somebody from the public: an anonymous reporter, or the bearer of a case's follow token.
    Citizen,
    /// The clock.
    Clock,
    /// A device or another system, by its name.
    Device(String),
    /// A contractor without an account, by the link that the handler gave out (外协链接).
    Link(String),
}

impl Actor {
    /// The acting person's account, if it is a person with one.
    pub fn person(&self) -> Option<&str> {
        match self {
            Self::Holder(h) => Some(&h.person),
            Self::Citizen | Self::Clock | Self::Device(_) | Self::Link(_) => None,
        }
    }
    /// The holder, if it is one.
    pub fn holder(&self) -> Option<&Holder> {
        match self {
            Self::Holder(h) => Some(h),
            Self::Citizen | Self::Clock | Self::Device(_) | Self::Link(_) => None,
        }
    }
}
