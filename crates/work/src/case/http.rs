//! Routes of the case.

mod supporting;

use axum::extract::State as Shared;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Actor, Board, Instant, Page, Ref, Refusal};
use wangge_realm::{access::Verb, file, session::Who};
use wangge_web::{Answer, ClientIp, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems};

use super::{
    Action, Case, Report, verbs,
    verbs::{CaseRow, CaseSheet, Erasure, Follow, FollowSheet, Found, PrecedentRow, Receipt, Revealed},
};
use crate::{Command, Work};

/// All routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new()
        .routes(routes!(report, list))
        .routes(routes!(read))
        .routes(routes!(act))
        .routes(routes!(reveal))
        .routes(routes!(erase))
        .routes(routes!(follow))
        .routes(routes!(act_by_token))
        .routes(routes!(precedents))
        .merge(supporting::routes())
}

/// Report something. Anybody may, with or without an account; without one the answer carries a
/// token to follow the case by.
#[utoipa::path(post, path = "/api/v1/cases", operation_id = "case_report", tag = "case", request_body = Report, responses((status = 201, body = Receipt), WriteProblems))]
async fn report(
    Shared(work): Shared<Work>,
    who: Who,
    ip: ClientIp,
    key: IdemKey,
    Json(body): Json<Report>,
) -> Result<(axum::http::StatusCode, Json<Receipt>), Problem> {
    // Strangers were counted when `Who` was asked; somebody without a post is limited like them.
    if who.login.is_some() && who.actor.holder().is_none() {
        work.realm.app.limits().anonymous_write(ip)?;
    }
    let cmd = Command::new(key, sender(&who), "report", body);
    let world = work.world();
    let receipt = work.realm.app.db().write(move |tx| verbs::report(tx, &world, &who.actor, &cmd)).await?;
    Ok((axum::http::StatusCode::CREATED, Json(receipt)))
}

/// Who sends, as far as it is known: the same key from somebody else is a conflict.
fn sender(who: &Who) -> &str {
    who.actor.person().unwrap_or_default()
}

/// Filters of a list of cases.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListQuery {
    /// `mine` (my seat holds it), `unit` (my unit holds it), `called` (my unit is called), `overdue`,
    /// `climbed` (it came up by itself), `sample` (solved on the spot, drawn by place for a later
    /// look); absent: everything in scope.
    pub queue: Option<String>,
    /// Only open (`true`) or ended (`false`) cases.
    pub open: Option<bool>,
    /// Only this stage, e.g. `in_progress`.
    pub state: Option<String>,
    /// Only this board.
    pub board: Option<Board>,
    /// Only this matter.
    pub matter: Option<String>,
    /// Only this unit and what is below it.
    pub unit: Option<String>,
    /// Only what lies with this unit now, e.g. a section of one's department.
    pub with: Option<String>,
    /// Only what is due before this instant.
    pub due_before: Option<String>,
    /// Only within `west,south,east,north`, WGS-84 degrees.
    pub bbox: Option<String>,
    /// A case number, its end or its beginning, of four characters and more; else words that occur in text
    /// or place.
    pub q: Option<String>,
    /// `due` (default for open queues) or `newest`.
    pub sort: Option<String>,
    /// `next` of the page before.
    pub after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

/// Cases within the rights of the post held.
#[utoipa::path(get, path = "/api/v1/cases", operation_id = "case_list", tag = "case", params(ListQuery), responses((status = 200, body = Page<CaseRow>), ReadProblems))]
async fn list(Shared(work): Shared<Work>, who: Who, Query(query): Query<ListQuery>) -> Answer<Page<CaseRow>> {
    let holder = who.require_holder()?.clone();
    let filter = work.realm.filter(&holder, Verb::CaseList);
    let world = work.world();
    let wanted = verbs::wanted(&world, &holder, &query, work.realm.app.clock().now())?;
    Ok(Json(work.realm.app.db().read(move |r| verbs::list(r, &world, &holder, &filter, &wanted)).await?))
}

/// A case with its timeline, clocks, calls and requests, and what may be done with it now.
#[utoipa::path(get, path = "/api/v1/cases/{ref}", operation_id = "case_read", tag = "case", params(("ref" = String, Path)), responses((status = 200, body = CaseSheet), ReadProblems))]
async fn read(Shared(work): Shared<Work>, who: Who, Path(at): Path<Ref<Case>>) -> Answer<CaseSheet> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    Ok(Json(work.realm.app.db().read(move |r| verbs::sheet(r, &world, &holder, &at)).await?))
}

/// An action with the version that the sender saw.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ActRequest {
    /// Version of the case that the sender saw; not needed for actions that disturb nobody.
    #[serde(default)]
    pub version: Option<i64>,
    /// When it happened, by the sender's clock: shown, never decisive.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub happened: Option<Instant>,
    /// What is done.
    #[serde(flatten)]
    pub action: Action,
}

impl ActRequest {
    fn command(self, key: IdemKey, sender: &str, subject: &str) -> Command<Action> {
        let happened = self.happened;
        Command { happened, ..Command::new(key, sender, subject, self.action).against(self.version) }
    }
}

/// Do something to a case.
#[utoipa::path(post, path = "/api/v1/cases/{ref}/actions", operation_id = "case_act", tag = "case", params(("ref" = String, Path)), request_body = ActRequest, responses((status = 200, body = Receipt), WriteProblems))]
async fn act(
    Shared(work): Shared<Work>,
    who: Who,
    Path(at): Path<Ref<Case>>,
    key: IdemKey,
    Json(body): Json<ActRequest>,
) -> Answer<Receipt> {
    who.require_holder()?;
    let cmd = body.command(key, sender(&who), &at.to_string());
    let world = work.world();
    Ok(Json(work.realm.app.db().write(move |tx| verbs::act(tx, &world, &who.actor, false, &at, &cmd)).await?))
}

/// Why somebody has to know.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevealRequest {
    /// The reason; it is kept, and the person concerned can read it.
    pub reason: String,
}

/// The reporter's name and telephone, for a reason that is kept on the audit trail.
#[utoipa::path(post, path = "/api/v1/cases/{ref}/reveal", operation_id = "case_reveal", tag = "case", params(("ref" = String, Path)), request_body = RevealRequest, responses((status = 200, body = Revealed), WriteProblems))]
async fn reveal(
    Shared(work): Shared<Work>,
    who: Who,
    Path(at): Path<Ref<Case>>,
    Json(body): Json<RevealRequest>,
) -> Answer<Revealed> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    Ok(Json(
        work.realm.app.db().write(move |tx| verbs::reveal(tx, &world, &holder, &at, &body.reason)).await?,
    ))
}

/// Erase what one step said, on request: for the security administrator, who never reads it. A step of
/// its own says so; the timeline still verifies.
#[utoipa::path(post, path = "/api/v1/cases/{ref}/erasures", operation_id = "case_erase", tag = "case", params(("ref" = String, Path)), request_body = Erasure, responses((status = 200, body = Receipt), WriteProblems))]
async fn erase(
    Shared(work): Shared<Work>,
    who: Who,
    Path(at): Path<Ref<Case>>,
    key: IdemKey,
    Json(body): Json<Erasure>,
) -> Answer<Receipt> {
    let holder = who.require_holder()?.clone();
    let cmd = Command::new(key, sender(&who), &format!("erase {at}"), body);
    let world = work.world();
    let home = at.district.clone();
    let erased = work.realm.app.db().write(move |tx| verbs::erase(tx, &world, &holder, &at, &cmd)).await?;
    file::jobs::forget_soon(&work.realm, &home).await;
    Ok(Json(erased))
}

/// A case as its reporter sees it, by the token received when reporting.
#[utoipa::path(get, path = "/api/v1/follow/{token}", operation_id = "follow_read", tag = "citizen", params(("token" = String, Path)), responses((status = 200, body = FollowSheet), ReadProblems))]
async fn follow(
    Shared(work): Shared<Work>,
    ip: ClientIp,
    Path(token): Path<Ref<Follow>>,
) -> Answer<FollowSheet> {
    work.realm.app.limits().anonymous_read(ip)?;
    let world = work.world();
    Ok(Json(work.realm.app.db().read(move |r| verbs::follow_sheet(r, &world, &token)).await?))
}

/// What the reporter does: add, correct, withdraw, message, disclose, rate, reopen, urge.
#[utoipa::path(post, path = "/api/v1/follow/{token}/actions", operation_id = "follow_act", tag = "citizen", params(("token" = String, Path)), request_body = ActRequest, responses((status = 200, body = Receipt), WriteProblems))]
async fn act_by_token(
    Shared(work): Shared<Work>,
    ip: ClientIp,
    Path(token): Path<Ref<Follow>>,
    key: IdemKey,
    Json(body): Json<ActRequest>,
) -> Answer<Receipt> {
    work.realm.app.limits().anonymous_write(ip)?;
    let cmd = body.command(key, &token.to_string(), "follow");
    let world = work.world();
    let receipt = work.realm.app.db().write(move |tx| {
        let at = verbs::by_token(tx, &world, &token)?;
        verbs::act(tx, &world, &Actor::Citizen, true, &at, &cmd)
    });
    Ok(Json(receipt.await?))
}

/// Filters of the list of rulings.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PrecedentQuery {
    /// Only this matter.
    pub matter: Option<String>,
    /// Words that occur in question or reason.
    pub q: Option<String>,
    /// `next` of the page before.
    pub after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

/// Rulings on disputed responsibility, newest first: on open work of the districts that the post works
/// in, and on whatever else its holder may list.
#[utoipa::path(get, path = "/api/v1/precedents", operation_id = "precedent_list", tag = "case", params(PrecedentQuery), responses((status = 200, body = Page<PrecedentRow>), ReadProblems))]
async fn precedents(
    Shared(work): Shared<Work>,
    who: Who,
    Query(query): Query<PrecedentQuery>,
) -> Answer<Page<PrecedentRow>> {
    let holder = who.require_holder()?.clone();
    let filter = work.realm.filter(&holder, Verb::CaseList);
    let after = wangge_web::extract::read_after(query.after.as_deref())?;
    let limit = wangge_web::extract::read_limit(query.limit)?;
    let matter =
        query.matter.as_deref().map(str::parse).transpose().map_err(|e: Refusal| Problem::from(e))?;
    let found = Found { matter, words: query.q, after, limit };
    Ok(Json(work.realm.app.db().read(move |r| verbs::precedents(r, &holder, &filter, &found)).await?))
}
