//! Drafting over HTTP.

use axum::{extract::State as Shared, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Page, Ref};
use wangge_realm::Who;
use wangge_web::{
    Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, extract::read_limit,
};

use super::{
    Draft, DraftAction,
    verbs::{self, DraftNew, DraftReceipt, DraftRow, DraftSheet},
};
use crate::{Command, Work};

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(open, list)).routes(routes!(read)).routes(routes!(act))
}

/// Send a draft of the lists round (list office): every town is told.
#[utoipa::path(post, path = "/api/v1/drafts", operation_id = "drafting_open", tag = "drafting", request_body = DraftNew,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = DraftReceipt), WriteProblems))]
async fn open(
    Shared(work): Shared<Work>,
    who: Who,
    key: IdemKey,
    Json(body): Json<DraftNew>,
) -> Result<(StatusCode, Json<DraftReceipt>), Problem> {
    let holder = who.require_holder()?.clone();
    let cmd = Command::new(key, &holder.person, "drafting.open", body);
    let world = work.world();
    let made = work.realm.app.db().write(move |tx| verbs::open(tx, &world, &holder, &cmd)).await?;
    Ok((StatusCode::CREATED, Json(made)))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct DraftsQuery {
    /// `next` of the page before.
    after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    limit: Option<u32>,
}

/// Drafts that go or went round, newest first.
#[utoipa::path(get, path = "/api/v1/drafts", operation_id = "drafting_list", tag = "drafting", params(DraftsQuery),
    responses((status = 200, body = Page<DraftRow>), ReadProblems))]
async fn list(
    Shared(work): Shared<Work>,
    who: Who,
    Query(query): Query<DraftsQuery>,
) -> Answer<Page<DraftRow>> {
    let holder = who.require_holder()?.clone();
    let (limit, before) = (read_limit(query.limit)?, query.after.unwrap_or_else(|| "~".to_owned()));
    Ok(Json(work.realm.app.db().read(move |r| verbs::list(r, &holder, &before, limit)).await?))
}

/// A draft with what towns said, what they were answered, and who is silent in this round.
#[utoipa::path(get, path = "/api/v1/drafts/{ref}", operation_id = "drafting_read", tag = "drafting", params(("ref" = String, Path)),
    responses((status = 200, body = DraftSheet), ReadProblems))]
async fn read(Shared(work): Shared<Work>, who: Who, Path(at): Path<Ref<Draft>>) -> Answer<DraftSheet> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    Ok(Json(work.realm.app.db().read(move |r| verbs::sheet(r, &world, &holder, &at)).await?))
}

/// An action with the version that the sender saw.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct DraftActRequest {
    /// Version of the draft that the sender saw; remarks and their answers need none.
    #[serde(default)]
    pub version: Option<i64>,
    /// What is done.
    #[serde(flatten)]
    pub action: DraftAction,
}

/// Say what a town thinks of a draft; answer, go on to the next round, propose or cancel (list office).
#[utoipa::path(post, path = "/api/v1/drafts/{ref}/actions", operation_id = "drafting_act", tag = "drafting", request_body = DraftActRequest,
    params(("ref" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = DraftReceipt), WriteProblems))]
async fn act(
    Shared(work): Shared<Work>,
    who: Who,
    Path(at): Path<Ref<Draft>>,
    key: IdemKey,
    Json(body): Json<DraftActRequest>,
) -> Answer<DraftReceipt> {
    let holder = who.require_holder()?.clone();
    let cmd = Command::new(key, &holder.person, &at.to_string(), body.action).against(body.version);
    let world = work.world();
    Ok(Json(work.realm.app.db().write(move |tx| verbs::act(tx, &world, &holder, &at, &cmd)).await?))
}
