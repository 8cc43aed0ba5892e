//! Admission over HTTP.

use axum::{extract::State as Shared, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Page, Ref};
use wangge_realm::{
    Who,
    access::{self, Verb},
};
use wangge_web::{
    Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, extract::read_limit,
};

use super::{
    AdmissionAction, AdmissionState, Burden, Door, Proposal,
    verbs::{self, AdmissionReceipt, ProposalRow, ProposalSheet, Propose},
};
use crate::{Command, Work};

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new()
        .routes(routes!(propose, list))
        .routes(routes!(read))
        .routes(routes!(act))
        .routes(routes!(burden))
}

/// Propose to admit, change or retire entries of the lists. A draft until it is handed in.
#[utoipa::path(post, path = "/api/v1/admissions", operation_id = "admission_propose", tag = "admission", request_body = Propose,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = AdmissionReceipt), WriteProblems))]
async fn propose(
    Shared(work): Shared<Work>,
    who: Who,
    key: IdemKey,
    Json(body): Json<Propose>,
) -> Result<(StatusCode, Json<AdmissionReceipt>), Problem> {
    let holder = who.require_holder()?.clone();
    let cmd = Command::new(key, &holder.person, "admission.propose", body);
    let world = work.world();
    let made = work.realm.app.db().write(move |tx| verbs::propose(tx, &world, &holder, &cmd)).await?;
    Ok((StatusCode::CREATED, Json(made)))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct AdmissionQuery {
    /// Only at this stage.
    state: Option<AdmissionState>,
    /// Only through this door.
    door: Option<Door>,
    /// `next` of the page before.
    after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    limit: Option<u32>,
}

/// Proposals, newest first: what was handed in is for everybody who works here; drafts for whoever writes them and
/// the list office.
#[utoipa::path(get, path = "/api/v1/admissions", operation_id = "admission_list", tag = "admission", params(AdmissionQuery),
    responses((status = 200, body = Page<ProposalRow>), ReadProblems))]
async fn list(
    Shared(work): Shared<Work>,
    who: Who,
    Query(query): Query<AdmissionQuery>,
) -> Answer<Page<ProposalRow>> {
    let holder = who.require_holder()?.clone();
    if access::rules(holder.role, Verb::AdmissionRead).is_empty() {
        return Err(access::refuse(Verb::AdmissionRead).into());
    }
    let filter = access::filter(&holder, Verb::AdmissionRead);
    let limit = read_limit(query.limit)?;
    let (world, before) = (work.world(), query.after.unwrap_or_else(|| "~".to_owned()));
    let asked = (query.state, query.door);
    let page =
        work.realm.app.db().read(move |r| verbs::list(r, &world, &filter, asked, &before, limit)).await?;
    Ok(Json(page))
}

/// A proposal with what it changes, its burden, opinions, objections and timeline, and what may be done with it now.
#[utoipa::path(get, path = "/api/v1/admissions/{ref}", operation_id = "admission_read", tag = "admission", params(("ref" = String, Path)),
    responses((status = 200, body = ProposalSheet), ReadProblems))]
async fn read(Shared(work): Shared<Work>, who: Who, Path(at): Path<Ref<Proposal>>) -> Answer<ProposalSheet> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    Ok(Json(work.realm.app.db().read(move |r| verbs::sheet(r, &world, &holder, &at)).await?))
}

/// An action with the version that the sender saw.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AdmissionActRequest {
    /// Version of the proposal that the sender saw; objections and their answers need none.
    #[serde(default)]
    pub version: Option<i64>,
    /// What is done.
    #[serde(flatten)]
    pub action: AdmissionAction,
}

/// Do something to a proposal: hand it in, weigh it, review, approve, send back, refuse, object, reply, recall.
#[utoipa::path(post, path = "/api/v1/admissions/{ref}/actions", operation_id = "admission_act", tag = "admission", request_body = AdmissionActRequest,
    params(("ref" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = AdmissionReceipt), WriteProblems))]
async fn act(
    Shared(work): Shared<Work>,
    who: Who,
    Path(at): Path<Ref<Proposal>>,
    key: IdemKey,
    Json(body): Json<AdmissionActRequest>,
) -> Answer<AdmissionReceipt> {
    let holder = who.require_holder()?.clone();
    let weighs = matches!(body.action, AdmissionAction::Weigh(_));
    let publishes = matches!(body.action, AdmissionAction::Approve(_));
    let price = if weighs { Some(priced(&work, &holder, &at).await?) } else { None };
    let cmd = Command::new(key, &holder.person, &at.to_string(), body.action).against(body.version);
    let world = work.world();
    let done = work
        .realm
        .app
        .db()
        .write(move |tx| verbs::act(tx, &world, &who.actor, &at, price.as_ref(), &cmd))
        .await?;
    if publishes {
        work.refresh().await?;
    }
    Ok(Json(done))
}

async fn priced(work: &Work, holder: &wangge_base::Holder, at: &Ref<Proposal>) -> Result<Burden, Problem> {
    let (world, holder, at) = (work.world(), holder.clone(), at.clone());
    let asked = work.realm.app.db().report(move |r| {
        let file = verbs::load(r, &at)?;
        access::may(&holder, Verb::AdmissionRead, &verbs::subject(&file))?;
        verbs::weigh(r, &world, &file.it)
    });
    Ok(asked.await?)
}

/// What a proposal would cost as things stand now: minutes per person and week, list by list.
#[utoipa::path(get, path = "/api/v1/admissions/{ref}/burden", operation_id = "admission_burden", tag = "admission", params(("ref" = String, Path)),
    responses((status = 200, body = Burden), ReadProblems))]
async fn burden(Shared(work): Shared<Work>, who: Who, Path(at): Path<Ref<Proposal>>) -> Answer<Burden> {
    let holder = who.require_holder()?.clone();
    Ok(Json(priced(&work, &holder, &at).await?))
}
