//! Routes of "me too".

use axum::{extract::State as Shared, http::StatusCode};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Datum, Ref};
use wangge_realm::session::Who;
use wangge_web::{Answer, ClientIp, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems};

use crate::{
    Command, Work,
    case::{
        Case, verbs,
        verbs::{Around, Follow, Similar, Support, Supported, Supporters},
    },
};

pub(super) fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(similar)).routes(routes!(support)).routes(routes!(withdraw))
}

/// Where somebody stands, and what about.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SimilarQuery {
    /// Longitude, degrees east.
    pub lon: f64,
    /// Latitude, degrees north.
    pub lat: f64,
    /// Datum of the point; `wgs84` when absent.
    pub datum: Option<Datum>,
    /// The matter in mind: such cases come first.
    pub matter: Option<String>,
    /// What is about to be reported: cases of the matters it may mean come next.
    pub text: Option<String>,
    /// Metres around the point, 50 to 300; 150 when absent.
    pub radius: Option<f64>,
    /// Rows wanted, 1 to 5; 5 when absent.
    pub limit: Option<u32>,
}

/// Open cases near a point: is it known already? Open to everybody; says of a case only what may be
/// known in the street.
#[utoipa::path(get, path = "/api/v1/similar", operation_id = "case_similar", tag = "citizen", params(SimilarQuery), responses((status = 200, body = Similar), ReadProblems))]
async fn similar(
    Shared(work): Shared<Work>,
    ip: ClientIp,
    Query(query): Query<SimilarQuery>,
) -> Answer<Similar> {
    work.realm.app.limits().anonymous_read(ip)?;
    let point = (query.lon, query.lat, query.datum);
    let wanted = Around::new(point, query.matter.as_deref(), query.text, (query.radius, query.limit))?;
    let world = work.world();
    Ok(Json(work.realm.app.db().read(move |r| verbs::similar(r, &world, &wanted)).await?))
}

/// "Me too": counts once per account; the answer carries a token to follow the case by, and to take it
/// back.
#[utoipa::path(post, path = "/api/v1/cases/{ref}/supporters", operation_id = "case_support", tag = "citizen", params(("ref" = String, Path)), request_body = Support, responses((status = 201, body = Supported), WriteProblems))]
async fn support(
    Shared(work): Shared<Work>,
    who: Who,
    ip: ClientIp,
    Path(at): Path<Ref<Case>>,
    key: IdemKey,
    Json(body): Json<Support>,
) -> Result<(StatusCode, Json<Supported>), Problem> {
    let account = who.login.as_ref().map(|login| login.account.to_string());
    // Strangers were counted when `Who` was asked; somebody without a post is limited like them.
    if account.is_some() && who.actor.holder().is_none() {
        work.realm.app.limits().anonymous_write(ip)?;
    }
    let cmd = Command::new(key, account.as_deref().unwrap_or_default(), &format!("support {at}"), body);
    let world = work.world();
    let db = work.realm.app.db();
    let done = db.write(move |tx| verbs::support(tx, &world, account.as_deref(), &at, &cmd)).await?;
    Ok((StatusCode::CREATED, Json(done)))
}

/// Takes a "me too" back, with the name and number left; again changes nothing.
#[utoipa::path(delete, path = "/api/v1/supporters/{token}", operation_id = "supporter_withdraw", tag = "citizen", params(("token" = String, Path)), responses((status = 200, body = Supporters), WriteProblems))]
async fn withdraw(
    Shared(work): Shared<Work>,
    ip: ClientIp,
    Path(token): Path<Ref<Follow>>,
) -> Answer<Supporters> {
    work.realm.app.limits().anonymous_write(ip)?;
    let world = work.world();
    Ok(Json(work.realm.app.db().write(move |tx| verbs::withdraw_support(tx, &world, &token)).await?))
}
