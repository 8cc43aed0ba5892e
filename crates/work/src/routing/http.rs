//! Routing rules over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::Page;
use wangge_realm::{Who, access::Verb};
use wangge_web::{Answer, IdemKey, Json, Path, Problem, ReadProblems, WriteProblems, once};

use super::{
    RoutingVersion,
    verbs::{self, RoutingNew, RoutingPreview},
};
use crate::Work;

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(history, publish)).routes(routes!(preview)).routes(routes!(restore))
}

/// Routing rules, newest version first: who is offered first when a case is dispatched. For whoever holds a post.
#[utoipa::path(get, path = "/api/v1/routing", operation_id = "routing_history", tag = "routing",
    responses((status = 200, body = Page<RoutingVersion>), ReadProblems))]
async fn history(State(work): State<Work>, who: Who) -> Answer<Page<RoutingVersion>> {
    who.require_holder()?;
    Ok(Json(Page { items: work.world().routing.history(), next: None }))
}

/// What other rules would change. Nothing is written (list officer).
#[utoipa::path(post, path = "/api/v1/routing/preview", operation_id = "routing_preview", tag = "routing", request_body = RoutingNew,
    responses((status = 200, body = RoutingPreview), ReadProblems))]
async fn preview(State(work): State<Work>, who: Who, Json(dto): Json<RoutingNew>) -> Answer<RoutingPreview> {
    let place = work.realm.place_of(&who.require_holder()?.unit)?;
    who.may(Verb::MatterPublish, &place)?;
    let world = work.world();
    Ok(Json(work.realm.app.db().read(move |r| verbs::preview(r, &world, &dto.rules)).await?))
}

/// Publish the routing rules of the city, all of them (city list officer). A rule only puts those whom a matter names in
/// order; it charges nobody else. What was published is never changed.
#[utoipa::path(post, path = "/api/v1/routing", operation_id = "routing_publish", tag = "routing", request_body = RoutingNew,
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = RoutingVersion), WriteProblems))]
async fn publish(
    State(work): State<Work>,
    who: Who,
    key: IdemKey,
    Json(dto): Json<RoutingNew>,
) -> Result<(StatusCode, Json<RoutingVersion>), Problem> {
    let city = work.realm.place_of(work.realm.units().root())?;
    let by = who.may(Verb::MatterPublish, &city)?.person.clone();
    let (digest, world) = (once::digest(&by, "routing", &dto), work.world());
    let made = work.realm.app.db().write(move |tx| {
        once::once(tx, &city.district, &key, &digest, |tx| verbs::publish(tx, &world, &dto, &by))
    });
    let made = made.await?;
    work.refresh().await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Why older rules are put in force again.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RoutingRestore {
    /// The reason, 2 to 500 characters.
    reason: String,
}

/// Put an older version of the rules in force again, as a new one from now on (city list officer): if the lists of today
/// still name whom it offers first.
#[utoipa::path(post, path = "/api/v1/routing/{n}/restore", operation_id = "routing_restore", tag = "routing",
    params(("n" = i64, Path), ("Idempotency-Key" = String, Header)), request_body = RoutingRestore,
    responses((status = 201, body = RoutingVersion), WriteProblems))]
async fn restore(
    State(work): State<Work>,
    who: Who,
    Path(n): Path<i64>,
    key: IdemKey,
    Json(dto): Json<RoutingRestore>,
) -> Result<(StatusCode, Json<RoutingVersion>), Problem> {
    let city = work.realm.place_of(work.realm.units().root())?;
    let by = who.may(Verb::MatterPublish, &city)?.person.clone();
    let (digest, world) = (once::digest(&by, "routing.restore", &(n, &dto.reason)), work.world());
    let made = work.realm.app.db().write(move |tx| {
        once::once(tx, &city.district, &key, &digest, |tx| verbs::restore(tx, &world, n, &dto.reason, &by))
    });
    let made = made.await?;
    work.refresh().await?;
    Ok((StatusCode::CREATED, Json(made)))
}
