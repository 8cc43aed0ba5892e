//! The burden meter (负担计量): what an entry of a list costs those at the bottom, in minutes per person and
//! week, before it is admitted and after. By place, never by person; an estimate is shown as one.
//!
//! Read this file for the words, [`flow`] for the arithmetic, `flow::known` for what need not be typed again.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
pub mod verbs;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{MatterCode, Role, UnitCode, words};

pub use flow::price;

use crate::matter::{ObjectKind, Tier};

impl Tier {
    /// Who bears what stands on this list: one ceiling for each.
    pub const fn role(self) -> Role {
        match self {
            Self::Grid => Role::GridWorker,
            Self::Village => Role::VillageAdmin,
            Self::Town => Role::TownPost,
        }
    }
}

words!(
    /// Where the minutes of an entry come from.
    Measure {
        /// 估计: the applicant's estimate
        Estimate = "estimate",
        /// 实测: the median of what at least twenty workers offered within a month
        Sample = "sample",
    }
);

words!(
    /// What the meter says of an entry.
    Verdict {
        /// 可承受: nobody comes over the ceiling by it
        Fits = "fits",
        /// 并次: it fits if its visits are made in one stop with others at the same door
        Merge = "merge",
        /// 置换: it fits only if something else is given up
        Swap = "swap",
        /// 超限: it is over the ceiling all by itself
        Refused = "refused",
    }
);

/// What a month's offered minutes say about a matter. Never of fewer than [`flow::LEAST_SAMPLES`] workers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MinutesSample)]
pub struct Sample {
    /// The matter.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// The month, `2026-06`.
    pub month: String,
    /// How many workers, each once.
    pub workers: u32,
    /// The median, whole minutes.
    pub minutes: u32,
}

/// What one person may be charged with, and what a stop costs before anything is done (configuration, 示例).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BurdenTerms)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Minutes a week that the grid list may cost one full-time grid worker, 1 to 2,400.
    pub grid: u32,
    /// Minutes a week that the village list may cost one village officer, 1 to 2,400.
    pub village: u32,
    /// Minutes a week that the town list may cost one town officer, 1 to 2,400.
    pub town: u32,
    /// Minutes it takes to get to a door, part of every entry's minutes and saved when two visits are one stop,
    /// 0 to 60.
    pub way: u32,
    /// 示例 when nobody has issued them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub example: String,
}

impl Default for Terms {
    /// Example configuration: half of a forty-hour week for the grid list, so that the other half is left for
    /// whatever people come with; a quarter for the lists above.
    fn default() -> Self {
        Self { grid: 1_200, village: 600, town: 600, way: 10, example: "示例".into() }
    }
}

impl Terms {
    /// The ceiling of a list: minutes per person and week.
    pub const fn ceiling(&self, tier: Tier) -> u32 {
        match tier {
            Tier::Grid => self.grid,
            Tier::Village => self.village,
            Tier::Town => self.town,
        }
    }
}

/// The burden of one place by one list, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlaceLoad {
    /// The community; the town for what stands on the town's list.
    #[schema(value_type = String)]
    pub place: UnitCode,
    /// Its name.
    pub name: String,
    /// How many objects the entry touches there.
    pub objects: u32,
    /// How many people share it.
    pub staff: u32,
    /// Nobody holds a post there: `staff` counts the posts to be filled.
    pub vacant: bool,
    /// Minutes per person and week before.
    pub before: f64,
    /// Minutes per person and week after.
    pub after: f64,
    /// `after` as a share of the ceiling, in percent.
    pub share: f64,
}

/// Visits of another entry that fall on the same doors at the same time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = VisitOverlap)]
pub struct Overlap {
    /// The other entry.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// How many doors both go to.
    pub doors: u32,
    /// How many visits a year at each of them can be one stop.
    pub visits: u32,
    /// Minutes a week saved by that in the whole city.
    pub saves: f64,
    /// Fields both ask for: once is enough.
    pub fields: Vec<String>,
}

/// An entry that could be given up for the new one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = SwapChoice)]
pub struct Swap {
    /// The entry.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// Minutes per person and week that it frees, at the worst place.
    pub frees: f64,
    /// Whether giving it up is enough by itself.
    pub enough: bool,
}

/// A field that an entry asks for, and whether it is known already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldUse {
    /// Its name, e.g. `resident.phone`.
    pub name: String,
    /// What is known of it; absent: it has to be asked, nobody has it yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<Known>,
}

/// Where a known field comes from: it is filled in, never typed again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = KnownSource)]
pub struct Known {
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
    /// Who keeps it true, in Chinese.
    pub owner_zh: String,
    /// The same in English.
    pub owner_en: String,
    /// The slice it is read from, e.g. `unit`.
    pub source: String,
}

/// What an entry costs. Minutes per year are exact; those per person and week are rounded to a tenth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Price {
    /// The entry.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// On whose list.
    pub tier: Tier,
    /// Who bears it.
    pub role: Role,
    /// Minutes per occurrence.
    pub minutes: u32,
    /// Where they come from; the applicant's estimate stays to be seen in `estimate`.
    pub measure: Measure,
    /// The applicant's estimate.
    pub estimate: u32,
    /// How many workers' minutes the median is made of; absent for an estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workers: Option<u32>,
    /// What it is done at; absent: it is nobody's regular duty, and costs only when somebody reports something.
    pub object: Option<ObjectKind>,
    /// How many of them there are.
    pub objects: u32,
    /// Occurrences at each of them in the year that was counted.
    pub times: u32,
    /// Days of that year.
    pub days: u32,
    /// The first day of it.
    #[schema(value_type = String, format = Date)]
    pub from: jiff::civil::Date,
    /// Minutes in that year for the whole city: minutes × occurrences × objects.
    pub year: u64,
    /// The same a week.
    pub week: f64,
    /// Minutes a week saved by making one stop of visits to the same door.
    pub saves: f64,
    /// Whether that saving is counted below.
    pub merged: bool,
    /// What happens whenever its trigger goes off in a whole community, minutes a day per person on average; absent
    /// without a trigger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each_trigger: Option<f64>,
    /// The ceiling: minutes per person and week.
    pub ceiling: u32,
    /// Minutes per person and week in the whole city before.
    pub before: f64,
    /// Minutes per person and week in the whole city after.
    pub after: f64,
    /// How many places it touches.
    pub places: u32,
    /// How many of them come over the ceiling by it, or further over it.
    pub over: u32,
    /// The places with most after it, at most ten.
    pub worst: Vec<PlaceLoad>,
    /// What the meter says.
    pub verdict: Verdict,
    /// What is given up for it.
    #[schema(value_type = Vec<String>)]
    pub given_up: Vec<MatterCode>,
    /// What could be given up, when it is too much: enough by itself first.
    pub swaps: Vec<Swap>,
    /// Visits of others to the same doors.
    pub overlaps: Vec<Overlap>,
    /// What it asks for.
    pub fields: Vec<FieldUse>,
    /// Entries a year that nobody has to type because they are known.
    pub saved_entries: u64,
}

/// One version of the terms. Version 0 is what the program comes with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BurdenTermsVersion)]
pub struct TermsVersion {
    /// 0 for the example that the program comes with.
    pub version: i64,
    /// What they say.
    pub terms: Terms,
    /// From when they count.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<wangge_base::Instant>,
    /// When they were published.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<wangge_base::Instant>,
    /// By which account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}
