//! A dry run (试跑): a changed matter, or changed routing rules, tried on what really happened. Which cases would have gone to another seat or
//! level, which would have run over a limit, and what it would have cost. Nothing is run again and nothing is written:
//! the timeline says how long each stage took; limits, routes and calendars say by when it should have been over.
//!
//! Read this file for the words, [`flow`] for the comparison.

pub mod flow;
pub mod http;
pub mod verbs;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Instant, MatterCode, Ref, Seat};

use crate::{case::Case, deadline::Clock, matter::Entry, routing::RoutingRule};

/// A matter to be tried.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrialNew {
    /// The matter as it would be: level, limits, lead and assisting posts and departments, urgency, minutes.
    pub entry: Entry,
    /// Routing rules to be tried with it; those of each moment when absent.
    #[serde(default)]
    pub rules: Option<Vec<RoutingRule>>,
    /// Cases reported from this moment on.
    #[schema(value_type = String, format = DateTime)]
    pub from: Instant,
    /// Cases reported before this moment.
    #[schema(value_type = String, format = DateTime)]
    pub to: Instant,
    /// Only this unit and what is below it.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub unit: Option<wangge_base::UnitCode>,
    /// `next` of the part before: what was counted there is to be added up.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub after: Option<Ref<Case>>,
    /// How many cases to look at, 1 to 100,000; 100,000 when absent. It also ends after some seconds.
    #[serde(default)]
    pub most: Option<u32>,
}

/// What a trial counted. Counts of parts are added up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TrialCounted)]
pub struct Counted {
    /// Cases looked at.
    pub looked: u32,
    /// Of these, cases whose timeline can no longer be read in full (erased): looked at as far as it goes.
    pub erased: u32,
    /// Of these, cases the post may count and not list (restricted matters): none of them is an example.
    pub unseen: u32,
    /// Would have gone to another seat or level.
    pub moved: u32,
    /// Ran over a limit as things were.
    pub breached: u32,
    /// Would have run over one.
    pub would_breach: u32,
    /// Would have and did not.
    pub newly: u32,
    /// Did and would not have.
    pub cured: u32,
    /// A grid worker's minutes for all of them as things were.
    pub minutes: u64,
    /// The same as it would have been.
    pub would_minutes: u64,
}

/// How one stage of a case would have gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TrialStage)]
pub struct Stage {
    /// What was measured.
    pub clock: Clock,
    /// From when.
    #[schema(value_type = String, format = DateTime)]
    pub from: Instant,
    /// When it was over; absent: it still runs.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Instant>,
    /// Whose time it was.
    pub seat: Seat,
    /// Whose it would have been.
    pub would_seat: Seat,
    /// By when it had to be over.
    #[schema(value_type = String, format = DateTime)]
    pub due: Instant,
    /// By when it would have had to be.
    #[schema(value_type = String, format = DateTime)]
    pub would_due: Instant,
}

/// A case to look at, and the stages that would have gone otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TrialExample)]
pub struct Example {
    /// The case.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Case>,
    /// Its number.
    pub number: String,
    /// Whether it would have gone to another seat or level.
    pub moved: bool,
    /// Whether it would have run over a limit and did not.
    pub newly: bool,
    /// Whether it did and would not have.
    pub cured: bool,
    /// The stages concerned.
    pub stages: Vec<Stage>,
}

/// The outcome of a trial, or of a part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TrialSheet {
    /// The matter.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// When it was read.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Instant,
    /// What was counted in this part.
    pub counted: Counted,
    /// Up to twenty cases that would have gone otherwise, newest first.
    pub examples: Vec<Example>,
    /// Whether every case of the span has been looked at.
    pub complete: bool,
    /// Where to go on, as `after`; absent when complete.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Ref<Case>>,
    /// In a sentence, Chinese.
    pub zh: String,
    /// In a sentence, English.
    pub en: String,
}
