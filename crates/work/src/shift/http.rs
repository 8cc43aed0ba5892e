//! Shift hand-over over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Page, Ref, UnitCode};
use wangge_realm::{Who, access::Verb};
use wangge_web::{Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, once};

use super::{Promise, Shift, verbs, verbs::Handing};
use crate::Work;

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(list, hand_over)).routes(routes!(sign))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ShiftQuery {
    /// The unit; that of the post being used when absent.
    #[param(value_type = Option<String>)]
    unit: Option<UnitCode>,
}

/// The last twenty hand-overs of a unit, newest first: for whoever holds a post there, and for whoever
/// keeps its roster.
#[utoipa::path(get, path = "/api/v1/shifts", operation_id = "shift_list", tag = "shift", params(ShiftQuery),
    responses((status = 200, body = Page<Shift>), ReadProblems))]
async fn list(State(work): State<Work>, who: Who, Query(query): Query<ShiftQuery>) -> Answer<Page<Shift>> {
    let holder = who.require_holder()?;
    let unit = query.unit.unwrap_or_else(|| holder.unit.clone());
    let place = work.realm.place_of(&unit)?;
    if holder.unit != unit {
        who.may(Verb::RosterKeep, &place)?;
    }
    let items = work.realm.app.db().read(move |r| verbs::latest(r, &place.district, &unit)).await?;
    Ok(Json(Page { items, next: None }))
}

/// What whoever leaves writes down.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShiftNew {
    /// The unit of the post being used.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// What there is to say, up to 2,000 characters.
    #[serde(default)]
    pub note: String,
    /// Promises made, at most 50.
    #[serde(default)]
    pub promises: Vec<Promise>,
    /// Who or what is out, at most 50.
    #[serde(default)]
    pub out: Vec<String>,
}

/// Hand the shift over. Open red and overdue cases are added by the server.
#[utoipa::path(post, path = "/api/v1/shifts", operation_id = "shift_hand_over", tag = "shift", request_body = ShiftNew,
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = Shift), WriteProblems))]
async fn hand_over(
    State(work): State<Work>,
    who: Who,
    key: IdemKey,
    Json(dto): Json<ShiftNew>,
) -> Result<(StatusCode, Json<Shift>), Problem> {
    let holder = who.require_holder()?.clone();
    let place = work.realm.place_of(&dto.unit)?;
    who.may(Verb::RosterKeep, &place)?;
    let digest = once::digest(&holder.person, "shift.hand_over", &dto);
    let it = Handing { unit: dto.unit, note: dto.note, promises: dto.promises, out: dto.out };
    let handed = work.realm.app.db().write(move |tx| {
        once::once(tx, &place.district, &key, &digest, |tx| {
            verbs::hand_over(tx, &place.district, &holder, &it)
        })
    });
    Ok((StatusCode::CREATED, Json(handed.await?)))
}

/// Take the shift over: by another person who holds a post of the same unit.
#[utoipa::path(post, path = "/api/v1/shifts/{ref}/sign", operation_id = "shift_sign", tag = "shift", params(("ref" = String, Path)),
    responses((status = 200, body = Shift), WriteProblems))]
async fn sign(State(work): State<Work>, who: Who, Path(at): Path<Ref<Shift>>) -> Answer<Shift> {
    let holder = who.require_holder()?.clone();
    Ok(Json(work.realm.app.db().write(move |tx| verbs::sign(tx, &at, &holder)).await?))
}
