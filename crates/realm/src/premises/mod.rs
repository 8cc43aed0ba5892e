//! The real scene (实景): buildings, and the points that matter when something happens: fire lanes, hydrants,
//! shelters. Where positioning fails, under a bridge or between towers, one picks a building.
//!
//! Public facts about places only. People appear as counts of five and more; who lives where is not here.

pub mod flow;
pub mod http;
pub mod sql;
pub mod verbs;

#[cfg(test)]
mod tests;

use wangge_base::{Coord, District, Id, UnitCode, words};

words!(
    /// What a point is.
    PointKind {
        /// 消防通道
        FireLane = "fire_lane",
        /// 消火栓
        Hydrant = "hydrant",
        /// 避难场所
        Shelter = "shelter",
        /// 自动体外除颤器
        Aed = "aed",
        /// 学校
        School = "school",
        /// 商铺
        Shop = "shop",
        /// 水位尺、雨量站
        Gauge = "gauge",
        /// 充电点
        Charging = "charging",
        /// 电梯
        Lift = "lift",
    }
);

/// A building as it is imported.
#[derive(Clone, Debug, PartialEq)]
pub struct NewBuilding {
    /// Code of whoever keeps the list, unique in the district.
    pub code: String,
    /// Name, e.g. `3栋`.
    pub name: String,
    /// Street and number, estate.
    pub address: String,
    /// Where its entrance or middle is.
    pub at: Coord,
    /// Storeys.
    pub storeys: i64,
    /// Entrances (单元).
    pub entrances: i64,
    /// Flats on one storey of one entrance.
    pub units_per_storey: i64,
    /// Lifts.
    pub lifts: i64,
    /// Places to charge bicycles and cars.
    pub charging_places: i64,
    /// Flats that stand empty.
    pub vacancies: i64,
    /// People who live here, where counted.
    pub people: Option<i64>,
    /// Known hazards, in words.
    pub hazards: Vec<String>,
}

/// Where something lies: worked out from its point when it is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Home shard.
    pub district: District,
    /// Grid.
    pub grid: UnitCode,
    /// Village or community.
    pub village: UnitCode,
}

/// A building as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Building {
    /// Its id in the district.
    pub id: Id<Building>,
    /// Where it lies.
    pub site: Site,
    /// What is known of it.
    pub of: NewBuilding,
}

/// A point as it is imported.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPoint {
    /// Code of whoever keeps the list, unique in the district.
    pub code: String,
    /// What it is.
    pub kind: PointKind,
    /// Name.
    pub name: String,
    /// Where.
    pub at: Coord,
    /// Code of the building it belongs to.
    pub building: Option<String>,
}

/// A point as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Where it lies.
    pub site: Site,
    /// What is known of it.
    pub of: NewPoint,
}
