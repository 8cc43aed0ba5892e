//! Covers over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Instant, PostCode, Ref, Refusal, UnitCode};
use wangge_store::{Read, Result as Stored};
use wangge_web::{Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, once};

use super::{Cover, CoverState, flow, verbs, verbs::Asking};
use crate::{
    Realm, Who,
    access::{self, Verb},
    account::{self, Account, Holding},
};

/// A cover as those concerned see it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CoverView {
    /// Its reference.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Cover>,
    /// The unit.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// The post.
    #[schema(value_type = String)]
    pub post: PostCode,
    /// Account of whoever is away.
    #[schema(value_type = String)]
    pub away: Ref<Account>,
    /// The name among colleagues.
    pub away_called: String,
    /// Account of who stands in.
    #[schema(value_type = String)]
    pub deputy: Ref<Account>,
    /// The name among colleagues.
    pub deputy_called: String,
    /// First moment.
    #[schema(value_type = String, format = DateTime)]
    pub starts: Instant,
    /// First moment no longer.
    #[schema(value_type = String, format = DateTime)]
    pub ends: Instant,
    /// Where it stands now.
    pub state: CoverState,
    /// The deputy holds the post at this moment.
    pub now: bool,
}

fn view(r: &mut Read, it: Cover) -> Stored<CoverView> {
    let now = r.now();
    let state = it.state_at(now);
    let called =
        |r: &mut Read, at: &Ref<Account>| Ok::<_, wangge_store::Error>(account::person(r, at)?.called);
    Ok(CoverView {
        away_called: called(r, &it.away)?,
        deputy_called: called(r, &it.deputy)?,
        now: state == CoverState::Accepted && it.starts <= now,
        at: it.at,
        unit: it.unit,
        post: it.post,
        away: it.away,
        deputy: it.deputy,
        starts: it.starts,
        ends: it.ends,
        state,
    })
}

fn views(r: &mut Read, all: Vec<Cover>) -> Stored<Vec<CoverView>> {
    all.into_iter().map(|it| view(r, it)).collect()
}

/// What somebody who goes on leave asks for. No reason is asked.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverNew {
    /// The post, as one holds it: `id` of a holding in `GET /api/v1/me`.
    #[schema(value_type = String)]
    pub holding: Ref<Holding>,
    /// Account of the colleague.
    #[schema(value_type = String)]
    pub deputy: Ref<Account>,
    /// First day, e.g. `2026-06-02`, in the city's time zone.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// Ask a colleague to cover one's own post for some days. It counts once that one has agreed.
#[utoipa::path(post, path = "/api/v1/covers", operation_id = "cover_ask", tag = "cover", request_body = CoverNew,
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = CoverView), WriteProblems))]
async fn ask(
    State(realm): State<Realm>,
    who: Who,
    key: IdemKey,
    Json(dto): Json<CoverNew>,
) -> Result<(StatusCode, Json<CoverView>), Problem> {
    let me = who.require_login()?.account.clone();
    let digest = once::digest(&me.to_string(), "cover.ask", &dto);
    let zone = realm.app.settings().time_zone.clone();
    let units = realm.units();
    let asked = realm.app.db().write(move |tx| {
        once::once(tx, &me.district, &key, &digest, |tx| {
            let (starts, ends) = flow::period(&dto.from, &dto.to, &zone, tx.now())?;
            let (holding, deputy) = (dto.holding.clone(), dto.deputy.clone());
            let cover = verbs::ask(tx, &units, &me, &Asking { holding, deputy, starts, ends })?;
            view(tx, cover)
        })
    });
    Ok((StatusCode::CREATED, Json(asked.await?)))
}

/// A yes or a no. A no needs no reason.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverAnswer {
    /// Whether one will cover.
    pub accept: bool,
}

/// Answer a colleague who asked. With a yes one holds the post as deputy in that time.
#[utoipa::path(post, path = "/api/v1/covers/{ref}/answer", operation_id = "cover_answer", tag = "cover", request_body = CoverAnswer,
    params(("ref" = String, Path)), responses((status = 200, body = CoverView), WriteProblems))]
async fn answer(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Cover>>,
    Json(dto): Json<CoverAnswer>,
) -> Answer<CoverView> {
    let me = who.require_login()?.account.clone();
    let (units, name) = (realm.units(), me.to_string());
    let answered = realm.app.db().write(move |tx| {
        let cover = verbs::answer(tx, &units, &me, &at, dto.accept)?;
        view(tx, cover)
    });
    let answered = answered.await?;
    realm.sessions().forget_account(&name);
    realm.app.hub().recheck();
    Ok(Json(answered))
}

/// End a cover: either of the two, whoever keeps the unit's roster, or the security administrator.
#[utoipa::path(delete, path = "/api/v1/covers/{ref}", operation_id = "cover_end", tag = "cover",
    params(("ref" = String, Path)), responses((status = 200, body = CoverView), WriteProblems))]
async fn end(State(realm): State<Realm>, who: Who, Path(at): Path<Ref<Cover>>) -> Answer<CoverView> {
    let me = who.require_login()?.account.clone();
    let tree = realm.clone();
    let ended = realm.app.db().write(move |tx| {
        let cover = verbs::end(tx, &me, &at, |unit| looks_after(&tree, &who, unit).is_ok())?;
        view(tx, cover)
    });
    let ended = ended.await?;
    realm.sessions().forget_account(&ended.deputy.to_string());
    realm.app.hub().recheck();
    Ok(Json(ended))
}

/// Whoever keeps the roster of a unit or grants its posts looks after its covers.
fn looks_after(realm: &Realm, who: &Who, unit: &UnitCode) -> Result<(), Refusal> {
    let (holder, place) = (who.require_holder()?, realm.place_of(unit)?);
    access::may(holder, Verb::RosterKeep, &place)
        .or_else(|_other_hand| access::may(holder, Verb::HoldingGrant, &place))
}

/// Which unit.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CoversQuery {
    /// The unit.
    #[param(value_type = String)]
    pub unit: UnitCode,
}

/// Who covers whom in a unit, now and later: for whoever keeps its roster or grants its posts.
#[utoipa::path(get, path = "/api/v1/covers", operation_id = "cover_list", tag = "cover", params(CoversQuery),
    responses((status = 200, body = Vec<CoverView>), ReadProblems))]
async fn list(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<CoversQuery>,
) -> Answer<Vec<CoverView>> {
    looks_after(&realm, &who, &query.unit)?;
    let place = realm.place_of(&query.unit)?;
    let found = realm.app.db().read(move |r| {
        let all = verbs::of_unit(r, &place.district, &query.unit)?;
        views(r, all)
    });
    Ok(Json(found.await?))
}

/// Who covers for me, and for whom I am asked to or do; the last thirty days among them.
#[utoipa::path(get, path = "/api/v1/me/covers", operation_id = "cover_mine", tag = "cover",
    responses((status = 200, body = Vec<CoverView>), ReadProblems))]
async fn mine(State(realm): State<Realm>, who: Who) -> Answer<Vec<CoverView>> {
    let me = who.require_login()?.account.clone();
    let found = realm.app.db().read(move |r| {
        let all = verbs::mine(r, &me)?;
        views(r, all)
    });
    Ok(Json(found.await?))
}

/// A colleague who could cover.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeputyView {
    /// The account.
    #[schema(value_type = String)]
    pub account: Ref<Account>,
    /// The name among colleagues.
    pub called: String,
    /// Unit of the post that the colleague holds.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// That post.
    #[schema(value_type = String)]
    pub post: PostCode,
}

/// Of which post.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DeputiesQuery {
    /// The post, as one holds it.
    #[param(value_type = String)]
    pub holding: Ref<Holding>,
}

/// Colleagues who could cover a post of mine: of the same unit or the one above, as the rules of
/// separation allow.
#[utoipa::path(get, path = "/api/v1/me/deputies", operation_id = "cover_deputies", tag = "cover", params(DeputiesQuery),
    responses((status = 200, body = Vec<DeputyView>), ReadProblems))]
async fn deputies(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<DeputiesQuery>,
) -> Answer<Vec<DeputyView>> {
    let me = who.require_login()?.account.clone();
    let units = realm.units();
    let found = realm.app.db().read(move |r| verbs::candidates(r, &units, &me, &query.holding)).await?;
    let one = |(account, held): (Account, Holding)| DeputyView {
        account: account.at,
        called: account.called,
        unit: held.unit,
        post: held.post,
    };
    Ok(Json(found.into_iter().map(one).collect()))
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new()
        .routes(routes!(list, ask))
        .routes(routes!(answer))
        .routes(routes!(end))
        .routes(routes!(mine))
        .routes(routes!(deputies))
}
