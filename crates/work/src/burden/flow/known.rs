//! The ledger of what is entered once (一次填报): which fields are known, who keeps them true, and where they are
//! read from. What stands here is filled in and never asked of a grid worker again.

use wangge_base::words;

use crate::burden::{FieldUse, Known};

words!(
    /// A field that is known already.
    Field {
        /// 单位名称
        UnitName = "unit.name",
        /// 所属镇街
        UnitTown = "unit.town",
        /// 所属村(社区)
        UnitVillage = "unit.village",
        /// 所属网格
        UnitGrid = "unit.grid",
        /// 户数
        UnitHouseholds = "unit.households",
        /// 人口数
        UnitPeople = "unit.people",
        /// 岗位姓名
        PostHolder = "post.holder",
        /// 位置
        PlacePoint = "place.point",
        /// 地址
        PlaceAddress = "place.address",
        /// 楼栋名称
        BuildingName = "building.name",
        /// 楼栋地址
        BuildingAddress = "building.address",
        /// 楼层数
        BuildingStoreys = "building.storeys",
        /// 单元数
        BuildingEntrances = "building.entrances",
        /// 电梯数
        BuildingLifts = "building.lifts",
        /// 充电位
        BuildingCharging = "building.charging",
        /// 楼栋隐患
        BuildingHazards = "building.hazards",
        /// 居民姓名
        ResidentName = "resident.name",
        /// 居民电话
        ResidentPhone = "resident.phone",
        /// 居民住址
        ResidentAddress = "resident.address",
        /// 对象名称
        ObjectName = "object.name",
        /// 对象类型
        ObjectKind = "object.kind",
        /// 对象位置
        ObjectPlace = "object.place",
        /// 上次办理
        ObjectLast = "object.last",
        /// 日期
        CalendarDate = "calendar.date",
        /// 是否工作日
        CalendarWorkday = "calendar.workday",
    }
);

impl Field {
    /// Its names, who keeps it true in both languages, and the slice it is read from.
    pub const fn ledger(self) -> (&'static str, &'static str, Keeper) {
        use Keeper::{Admin, Calendar, Community, Object, Premises, Report};
        match self {
            Self::UnitName => ("单位名称", "name of the unit", Admin),
            Self::UnitTown => ("所属镇街", "town", Admin),
            Self::UnitVillage => ("所属村(社区)", "village or community", Admin),
            Self::UnitGrid => ("所属网格", "grid", Admin),
            Self::UnitHouseholds => ("户数", "households", Admin),
            Self::UnitPeople => ("人口数", "people", Admin),
            Self::PostHolder => ("岗位姓名", "who holds the post", Community),
            Self::PlacePoint => ("位置", "point", Report),
            Self::PlaceAddress => ("地址", "address", Report),
            Self::BuildingName => ("楼栋名称", "name of the building", Premises),
            Self::BuildingAddress => ("楼栋地址", "address of the building", Premises),
            Self::BuildingStoreys => ("楼层数", "storeys", Premises),
            Self::BuildingEntrances => ("单元数", "entrances", Premises),
            Self::BuildingLifts => ("电梯数", "lifts", Premises),
            Self::BuildingCharging => ("充电位", "charging places", Premises),
            Self::BuildingHazards => ("楼栋隐患", "hazards of the building", Premises),
            Self::ResidentName => ("居民姓名", "name of the resident", Object),
            Self::ResidentPhone => ("居民电话", "telephone of the resident", Object),
            Self::ResidentAddress => ("居民住址", "address of the resident", Object),
            Self::ObjectName => ("对象名称", "name of the object", Object),
            Self::ObjectKind => ("对象类型", "kind of the object", Object),
            Self::ObjectPlace => ("对象位置", "place of the object", Object),
            Self::ObjectLast => ("上次办理", "when it was last done", Object),
            Self::CalendarDate => ("日期", "date", Calendar),
            Self::CalendarWorkday => ("是否工作日", "whether it is a workday", Calendar),
        }
    }

    /// The entry of the ledger.
    pub fn known(self) -> Known {
        let (zh, en, keeper) = self.ledger();
        let (owner_zh, owner_en, source) = keeper.words();
        Known {
            zh: zh.into(),
            en: en.into(),
            owner_zh: owner_zh.into(),
            owner_en: owner_en.into(),
            source: source.into(),
        }
    }
}

/// Who keeps a field true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// The system administrator, by importing units.
    Admin,
    /// Whoever grants posts.
    Community,
    /// Whoever keeps the buildings.
    Premises,
    /// The community that keeps the objects of its duties.
    Object,
    /// The report itself: the place is found from the point.
    Report,
    /// The administrator of the calendar.
    Calendar,
}

impl Keeper {
    const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Admin => ("系统管理员", "system administrator", "unit"),
            Self::Community => ("安全管理员", "security administrator", "account"),
            Self::Premises => ("系统管理员(实景导入)", "system administrator (premises)", "premises"),
            Self::Object => ("村(社区)", "village or community", "duty"),
            Self::Report => ("上报时自动带出", "found from the point of the report", "grid"),
            Self::Calendar => ("系统管理员(工作日历)", "system administrator (calendar)", "calendar"),
        }
    }
}

/// What is known of the fields an entry asks for, in its order.
pub fn uses(fields: &[String]) -> Vec<FieldUse> {
    let look =
        |name: &String| FieldUse { name: name.clone(), known: Field::from_word(name).map(Field::known) };
    fields.iter().map(look).collect()
}
