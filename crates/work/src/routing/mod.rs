//! Routing rules (派单规则): of those whom a matter names, who is offered first when a case is dispatched, by what, where
//! and when. A rule only puts in order: it charges nobody whom the lists do not charge.
//!
//! Rules are configuration of the whole city: one set, versioned, dated, compared, put back. Read this file for the words,
//! [`flow`] for which rule wins.

pub mod flow;
pub mod http;
pub mod sql;
pub mod verbs;

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Board, Instant, MatterCode, PostCode, UnitCode, words};

use crate::matter::Tier;

words!(
    /// When a rule counts, by the office hours of the town.
    RoutingHours {
        /// 工作时间内
        Office = "office",
        /// 工作时间外
        Outside = "outside",
    }
);

/// One rule: all that it says has to hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoutingRule {
    /// Its name within the set, 1 to 20 letters, digits and `-`; of two that are equally exact the lesser one wins.
    pub code: String,
    /// Only this matter.
    #[schema(value_type = Option<String>)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterCode>,
    /// Only matters of this board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<Board>,
    /// Only matters of this list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Only in this unit and what is below it.
    #[schema(value_type = Option<String>)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// Only in office hours, or outside of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<RoutingHours>,
    /// From this day on.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Through this day.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Date>,
    /// A post of the town that the matter names.
    #[schema(value_type = Option<String>)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<PostCode>,
    /// Or a department that the matter names, by its short code (`Q-CG`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Why, up to 200 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// One version of the set. Version 0 has no rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RoutingVersion {
    /// 0 before anything was published.
    pub version: i64,
    /// The rules.
    pub rules: Vec<RoutingRule>,
    /// From when they count.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Instant>,
    /// When they were published.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Instant>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What became of a rule from one version to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RoutingChange {
    /// The rule.
    pub code: String,
    /// As it was; absent: it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<RoutingRule>,
    /// As it is; absent: it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RoutingRule>,
}

/// Every version, oldest first, as of one loading. Share it by `Arc`.
#[derive(Clone, Debug, Default)]
pub struct Routing {
    versions: Vec<Arc<RoutingVersion>>,
}

impl Routing {
    /// From every stored version.
    pub fn new(mut versions: Vec<RoutingVersion>) -> Self {
        versions.sort_by_key(|v| v.version);
        Self { versions: versions.into_iter().map(Arc::new).collect() }
    }

    /// The rules that count at `at`: of the newest version published for that moment; none before the first.
    pub fn at(&self, at: Instant) -> &[RoutingRule] {
        let standing = self.versions.iter().rev().find(|v| v.from.is_some_and(|from| from <= at));
        standing.map_or(&[], |v| &v.rules)
    }

    /// Every version, newest first, and the empty one before the first.
    pub fn history(&self) -> Vec<RoutingVersion> {
        let all = self.versions.iter().rev().map(|v| RoutingVersion::clone(v));
        all.chain([RoutingVersion::default()]).collect()
    }

    /// Changes with every publication.
    pub fn stamp(&self) -> i64 {
        self.versions.last().map_or(0, |v| v.version)
    }
}
