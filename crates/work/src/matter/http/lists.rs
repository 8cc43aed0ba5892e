//! The lists over HTTP, public as the catalogue is: what stands on them at a date, and what changed.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Instant, MatterCode, Page, Refusal};
use wangge_web::{Answer, Json, Path, Query, ReadProblems};

use crate::{
    matter::{
        National, Tier,
        flow::{self, EntryDifference, List, ListDifference, ListSheet},
    },
    world::Work,
};

pub(super) fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(diff)).routes(routes!(list)).routes(routes!(lists_diff))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct DiffQuery {
    /// The older version; the one before `to` when absent.
    from: Option<i64>,
    /// The newer version; the newest when absent.
    to: Option<i64>,
}

/// The difference between two versions of an entry.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct EntryDiff {
    /// Code of the matter.
    #[schema(value_type = String)]
    code: MatterCode,
    /// The older version; 0: there was none before the first.
    from: i64,
    /// The newer version.
    to: i64,
    /// From when the newer one counts.
    #[schema(value_type = String, format = DateTime)]
    effective_from: Instant,
    /// Whether the newer one only says that the entry has ended.
    ends: bool,
    /// What reads otherwise, field by field.
    fields: Vec<EntryDifference>,
}

/// What became different between two versions of an entry, field by field, in both languages.
#[utoipa::path(get, path = "/api/v1/matters/{code}/diff", operation_id = "matter_diff", tag = "matter",
    params(("code" = String, Path), DiffQuery), responses((status = 200, body = EntryDiff), ReadProblems))]
async fn diff(
    State(work): State<Work>,
    Path(code): Path<MatterCode>,
    Query(query): Query<DiffQuery>,
) -> Answer<EntryDiff> {
    let matters = work.world().matters;
    let newest = matters.versions(&code).last();
    let newest = newest.ok_or_else(|| Refusal::not_found("没有这个事项", "There is no such matter"))?.version;
    let to = matters.version(&code, query.to.unwrap_or(newest))?;
    let from = query.from.unwrap_or(to.version - 1);
    let older = if from == 0 { None } else { Some(matters.version(&code, from)?) };
    Ok(Json(EntryDiff {
        from,
        to: to.version,
        effective_from: to.effective_from,
        ends: to.effective_to == Some(to.effective_from),
        fields: flow::differences(older.as_ref().map(|m| &m.entry), Some(&to.entry)),
        code,
    }))
}

/// Which list, at which moment.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct WhichList {
    /// One of the three tiers (三级清单).
    pub tier: Option<Tier>,
    /// One of the national three (三张清单); not together with `tier`.
    pub national: Option<National>,
    /// What counts at this moment; now when absent.
    #[param(value_type = Option<String>, format = DateTime)]
    pub at: Option<Instant>,
}

impl WhichList {
    /// The list that is meant; everything when none is named.
    ///
    /// # Errors
    /// Two at once.
    pub fn list(&self) -> Result<List, Refusal> {
        which(self.tier, self.national)
    }
}

fn which(tier: Option<Tier>, national: Option<National>) -> Result<List, Refusal> {
    match (tier, national) {
        (Some(_), Some(_)) => Err(Refusal::invalid(
            "national",
            "一次只能查一张清单:tier 或 national",
            "One list at a time: either tier or national",
        )),
        (Some(tier), None) => Ok(List::Tier(tier)),
        (None, Some(national)) => Ok(List::National(national)),
        (None, None) => Ok(List::Whole),
    }
}

/// A list as it counts at a moment, by board, in a shape fit for print.
#[utoipa::path(get, path = "/api/v1/lists", operation_id = "matter_lists", tag = "matter", params(WhichList),
    responses((status = 200, body = ListSheet), ReadProblems))]
async fn list(State(work): State<Work>, Query(query): Query<WhichList>) -> Answer<ListSheet> {
    let at = query.at.unwrap_or_else(|| work.realm.app.clock().now());
    Ok(Json(flow::sheet(&work.world().matters, query.list()?, at)))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListsDiffQuery {
    /// One of the three tiers.
    tier: Option<Tier>,
    /// One of the national three; not together with `tier`.
    national: Option<National>,
    /// The earlier moment.
    #[param(value_type = String, format = DateTime)]
    from: Instant,
    /// The later moment; now when absent.
    #[param(value_type = Option<String>, format = DateTime)]
    to: Option<Instant>,
}

/// What was added to a list, changed on it and ended between two moments.
#[utoipa::path(get, path = "/api/v1/lists/diff", tag = "matter", params(ListsDiffQuery),
    responses((status = 200, body = Page<ListDifference>), ReadProblems))]
async fn lists_diff(
    State(work): State<Work>,
    Query(query): Query<ListsDiffQuery>,
) -> Answer<Page<ListDifference>> {
    let to = query.to.unwrap_or_else(|| work.realm.app.clock().now());
    let list = which(query.tier, query.national)?;
    Ok(Json(Page { items: flow::lists(&work.world().matters, list, query.from, to), next: None }))
}
