//! Reading the catalogue is public: everybody may know what can be reported and by when it is done.

pub mod lists;

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Board, Instant, MatterCode, Page, Refusal};
use wangge_realm::{Who, access::Verb};
use wangge_web::{
    Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, extract::read_limit, once,
};

use super::{Matter, Suggestion, Tier};
use crate::{admission, world::Work};

/// The routes of the catalogue.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(suggest))
        .routes(routes!(one))
        .routes(routes!(versions))
        .routes(routes!(restore))
        .merge(lists::routes())
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListQuery {
    /// On this list only.
    tier: Option<Tier>,
    /// Of this board only.
    board: Option<Board>,
    /// In force at this moment; now when absent.
    #[param(value_type = Option<String>, format = DateTime)]
    at: Option<Instant>,
    /// `next` of the page before.
    after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    limit: Option<u32>,
}

/// Matters in force, by code.
#[utoipa::path(get, path = "/api/v1/matters", operation_id = "matter_list", tag = "matter", params(ListQuery),
    responses((status = 200, body = Page<Matter>), ReadProblems))]
async fn list(State(work): State<Work>, Query(query): Query<ListQuery>) -> Answer<Page<Arc<Matter>>> {
    let limit = usize::try_from(read_limit(query.limit)?).unwrap_or(20);
    let at = query.at.unwrap_or_else(|| work.realm.app.clock().now());
    let all = work.world().matters.all(at, query.tier, query.board);
    Ok(Json(page(all, query.after.as_deref(), limit)?))
}

fn page(all: Vec<Arc<Matter>>, after: Option<&str>, limit: usize) -> Result<Page<Arc<Matter>>, Refusal> {
    let after: Option<MatterCode> = after.map(str::parse).transpose()?;
    let mut rest = all.into_iter().filter(|m| after.as_ref().is_none_or(|a| m.code > *a));
    let items: Vec<_> = rest.by_ref().take(limit).collect();
    let next = rest.next().and_then(|_| items.last().map(|m| m.code.to_string()));
    Ok(Page { items, next })
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct SuggestQuery {
    /// What was reported, in the reporter's words; at most 2,000 characters count.
    text: String,
}

/// Up to five matters in force that a text may mean, and why: for a person to choose from.
#[utoipa::path(get, path = "/api/v1/matters/suggest", operation_id = "matter_suggest", tag = "matter", params(SuggestQuery),
    responses((status = 200, body = Page<Suggestion>), ReadProblems))]
async fn suggest(State(work): State<Work>, Query(query): Query<SuggestQuery>) -> Answer<Page<Suggestion>> {
    let text: String = query.text.chars().take(2_000).collect();
    let items = work.world().matters.suggest(&text, work.realm.app.clock().now(), 5);
    Ok(Json(Page { items, next: None }))
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct VersionQuery {
    /// The version a case was filed under; the one in force when absent.
    version: Option<i64>,
}

/// One matter: the version in force, or the one asked for.
#[utoipa::path(get, path = "/api/v1/matters/{code}", operation_id = "matter_read", tag = "matter",
    params(("code" = String, Path, description = "Code of the matter, e.g. M-PF-01"), VersionQuery),
    responses((status = 200, body = Matter), ReadProblems))]
async fn one(
    State(work): State<Work>,
    Path(code): Path<MatterCode>,
    Query(query): Query<VersionQuery>,
) -> Answer<Arc<Matter>> {
    let matters = work.world().matters;
    let found = match query.version {
        Some(version) => matters.version(&code, version),
        None => matters
            .effective(&code, work.realm.app.clock().now())
            .map_err(|no| Refusal::not_found(no.zh, no.en)),
    };
    Ok(Json(found?))
}

/// Every version of a matter, newest first: what is in force, what will be, and what was.
#[utoipa::path(get, path = "/api/v1/matters/{code}/versions", operation_id = "matter_versions", tag = "matter", params(("code" = String, Path)),
    responses((status = 200, body = Page<Matter>), ReadProblems))]
async fn versions(State(work): State<Work>, Path(code): Path<MatterCode>) -> Answer<Page<Arc<Matter>>> {
    let matters = work.world().matters;
    let items: Vec<_> = matters.versions(&code).iter().rev().cloned().collect();
    if items.is_empty() {
        return Err(Refusal::not_found("没有这个事项", "There is no such matter").into());
    }
    Ok(Json(Page { items, next: None }))
}

/// The version that a restored one became.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
struct Restored {
    /// Code of the matter.
    code: String,
    /// The new version, in force from now on; the restored one itself when it is in force already.
    version: i64,
}

/// Why an older version is put in force again.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct RestoreRequest {
    /// The reason, 2 to 500 characters; it stands on the audit trail.
    reason: String,
}

/// Put an older version in force again (list officer): as a new version from now on. Only what was in force before, of an
/// entry that is in force now, and within the ceiling of its list; anything else goes through admission. What was
/// published is never changed, and open cases keep the version they were filed under.
#[utoipa::path(post, path = "/api/v1/matters/{code}/versions/{n}/restore", operation_id = "matter_restore", tag = "matter",
    params(("code" = String, Path), ("n" = i64, Path), ("Idempotency-Key" = String, Header)),
    request_body = RestoreRequest, responses((status = 201, body = Restored), WriteProblems))]
async fn restore(
    State(work): State<Work>,
    who: Who,
    Path((code, n)): Path<(MatterCode, i64)>,
    key: IdemKey,
    Json(body): Json<RestoreRequest>,
) -> Result<(StatusCode, Json<Restored>), Problem> {
    let city = work.realm.place_of(work.realm.units().root())?;
    let by = who.may(Verb::MatterPublish, &city)?.person.clone();
    let digest = once::digest(&by, "matter.restore", &(code.as_str(), n, &body.reason));
    let (world, seen, asked) = (work.world(), work.world(), code.clone());
    work.realm.app.db().report(move |r| admission::verbs::restorable(r, &seen, &asked, n)).await?;
    let restored = work.realm.app.db().write(move |tx| {
        once::once(tx, &city.district, &key, &digest, |tx| {
            let version = admission::verbs::restore(tx, &world, &code, n, &by, &body.reason)?;
            Ok(Restored { code: code.to_string(), version })
        })
    });
    let restored = restored.await?;
    work.refresh().await?;
    Ok((StatusCode::CREATED, Json(restored)))
}
