//! Off-list reports over HTTP.

use axum::{extract::State as Shared, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{District, Holder, Page, Ref};
use wangge_realm::Who;
use wangge_web::{
    Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, extract::read_limit,
};

use super::{
    Offlist, OfflistAction, OfflistNew,
    verbs::{self, OfflistCount, OfflistPerson, OfflistReceipt, OfflistRow, OfflistSheet},
};
use crate::{Command, Work};

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new()
        .routes(routes!(report, list))
        .routes(routes!(mine))
        .routes(routes!(counts))
        .routes(routes!(read))
        .routes(routes!(act))
        .routes(routes!(reveal))
}

/// Where the reports of whoever holds this post live.
fn home(work: &Work, holder: &Holder) -> Result<District, Problem> {
    Ok(work.realm.place_of(&holder.unit)?.district)
}

/// Report off-list work or formalism: every worker has this button. Nothing says who it was, unless `may_ask`.
#[utoipa::path(post, path = "/api/v1/offlist", operation_id = "offlist_report", tag = "offlist", request_body = OfflistNew,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = OfflistReceipt), WriteProblems))]
async fn report(
    Shared(work): Shared<Work>,
    who: Who,
    key: IdemKey,
    Json(body): Json<OfflistNew>,
) -> Result<(StatusCode, Json<OfflistReceipt>), Problem> {
    let holder = who.require_holder()?.clone();
    let (world, home) = (work.world(), home(&work, &holder)?);
    let cmd = Command::new(key, &verbs::sender(&world, &holder.person), "offlist.report", body);
    let made = work.realm.app.db().write(move |tx| verbs::report(tx, &world, &holder, &home, &cmd)).await?;
    Ok((StatusCode::CREATED, Json(made)))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfflistQuery {
    /// `next` of the page before.
    after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    limit: Option<u32>,
}

impl OfflistQuery {
    fn before(&self) -> String {
        self.after.clone().unwrap_or_else(|| "~".to_owned())
    }
}

/// What was reported, newest first: for the list office of the district or the city, and nobody else.
#[utoipa::path(get, path = "/api/v1/offlist", operation_id = "offlist_list", tag = "offlist", params(OfflistQuery),
    responses((status = 200, body = Page<OfflistRow>), ReadProblems))]
async fn list(
    Shared(work): Shared<Work>,
    who: Who,
    Query(query): Query<OfflistQuery>,
) -> Answer<Page<OfflistRow>> {
    let holder = who.require_holder()?.clone();
    let (world, limit, before) = (work.world(), read_limit(query.limit)?, query.before());
    Ok(Json(work.realm.app.db().read(move |r| verbs::list(r, &world, &holder, &before, limit)).await?))
}

/// My own reports, with their answers.
#[utoipa::path(get, path = "/api/v1/offlist/mine", operation_id = "offlist_mine", tag = "offlist", params(OfflistQuery),
    responses((status = 200, body = Page<OfflistRow>), ReadProblems))]
async fn mine(
    Shared(work): Shared<Work>,
    who: Who,
    Query(query): Query<OfflistQuery>,
) -> Answer<Page<OfflistRow>> {
    let holder = who.require_holder()?.clone();
    let (world, home) = (work.world(), home(&work, &holder)?);
    let (limit, before) = (read_limit(query.limit)?, query.before());
    let page = work.realm.app.db();
    Ok(Json(page.read(move |r| verbs::mine(r, &world, &holder, &home, &before, limit)).await?))
}

/// How often each unit was named within a year, five and more: for the list office.
#[utoipa::path(get, path = "/api/v1/offlist/counts", operation_id = "offlist_counts", tag = "offlist",
    responses((status = 200, body = Page<OfflistCount>), ReadProblems))]
async fn counts(Shared(work): Shared<Work>, who: Who) -> Answer<Page<OfflistCount>> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    let items = work.realm.app.db().read(move |r| verbs::counts(r, &world, &holder)).await?;
    Ok(Json(Page { items, next: None }))
}

/// One report with its timeline: for the list office, and for the worker who made it.
#[utoipa::path(get, path = "/api/v1/offlist/{ref}", operation_id = "offlist_read", tag = "offlist", params(("ref" = String, Path)),
    responses((status = 200, body = OfflistSheet), ReadProblems))]
async fn read(Shared(work): Shared<Work>, who: Who, Path(at): Path<Ref<Offlist>>) -> Answer<OfflistSheet> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    Ok(Json(work.realm.app.db().read(move |r| verbs::sheet(r, &world, &holder, &at)).await?))
}

/// An action with the version that the sender saw.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OfflistActRequest {
    /// Version of the report that the sender saw.
    #[serde(default)]
    pub version: Option<i64>,
    /// What is done.
    #[serde(flatten)]
    pub action: OfflistAction,
}

/// Answer a report or ask back (list office); add to it or take it back (the worker).
#[utoipa::path(post, path = "/api/v1/offlist/{ref}/actions", operation_id = "offlist_act", tag = "offlist", request_body = OfflistActRequest,
    params(("ref" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = OfflistReceipt), WriteProblems))]
async fn act(
    Shared(work): Shared<Work>,
    who: Who,
    Path(at): Path<Ref<Offlist>>,
    key: IdemKey,
    Json(body): Json<OfflistActRequest>,
) -> Answer<OfflistReceipt> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    let sender = verbs::sender(&world, &holder.person);
    let cmd = Command::new(key, &sender, &at.to_string(), body.action).against(body.version);
    Ok(Json(work.realm.app.db().write(move |tx| verbs::act(tx, &world, &holder, &at, &cmd)).await?))
}

/// Why the office has to know.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfflistReveal {
    /// The reason; it is kept on the audit trail.
    pub reason: String,
}

/// Who reported, if the worker allowed it (list office), for a reason that is kept on the audit trail.
#[utoipa::path(post, path = "/api/v1/offlist/{ref}/reveal", operation_id = "offlist_reveal", tag = "offlist", request_body = OfflistReveal,
    params(("ref" = String, Path)), responses((status = 200, body = OfflistPerson), WriteProblems))]
async fn reveal(
    Shared(work): Shared<Work>,
    who: Who,
    Path(at): Path<Ref<Offlist>>,
    Json(body): Json<OfflistReveal>,
) -> Answer<OfflistPerson> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    let told = work.realm.app.db().write(move |tx| verbs::reveal(tx, &world, &holder, &at, &body.reason));
    Ok(Json(told.await?))
}
