//! Residents over HTTP: nothing but a look because of a piece of work, and an uncovering, each with a reason.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::Ref;
use wangge_web::{Answer, Json, Path, WriteProblems};

use super::{Particular, Resident, ResidentRole, flow, verbs, verbs::Looking};
use crate::{Realm, Who, premises::Building};

/// Why somebody looks.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Reference of the piece of work at this building.
    pub work: String,
    /// Why, 4 to 200 characters. It is written down.
    pub reason: String,
    /// Only this storey.
    pub storey: Option<i64>,
}

/// A resident, masked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ResidentRow {
    /// Reference, to uncover one particular.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Resident>,
    /// Storey.
    pub storey: i64,
    /// Flat.
    pub flat: String,
    /// `曾**`
    pub name: String,
    /// `138****5678`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// What the person agreed to have said.
    pub roles: Vec<ResidentRole>,
}

impl From<Resident> for ResidentRow {
    fn from(it: Resident) -> Self {
        Self {
            at: it.at,
            storey: it.storey,
            flat: it.flat,
            name: flow::masked_name(&it.name),
            phone: it.phone.as_deref().map(flow::masked_phone),
            roles: it.roles,
        }
    }
}

/// What is to be uncovered, and why.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Uncover {
    /// Reference of the piece of work at the building.
    pub work: String,
    /// Why, 4 to 200 characters. It is written down.
    pub reason: String,
    /// Which particular.
    pub what: Particular,
}

/// One particular, uncovered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Uncovered {
    /// The full value; absent where none was left.
    pub value: Option<String>,
}

/// Look, because of a piece of work at a building, at who lives there: masked, and written down. At most 300 rows; of
/// larger buildings by storey.
#[utoipa::path(post, path = "/api/v1/buildings/{ref}/residents", operation_id = "resident_look", tag = "premises", request_body = Look,
    params(("ref" = String, Path)), responses((status = 200, body = Vec<ResidentRow>), WriteProblems))]
async fn look(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Building>>,
    Json(dto): Json<Look>,
) -> Answer<Vec<ResidentRow>> {
    let holder = who.require_holder()?.clone();
    let (house, units, grids) = (realm.clone(), realm.units(), realm.grids());
    let found = realm.app.db().write(move |tx| {
        let errand = house.errand(tx, &dto.work)?;
        let (work, reason) = (dto.work.as_str(), dto.reason.as_str());
        let it = Looking { ground: (&units, &grids), holder: &holder, work, errand: errand.as_ref(), reason };
        verbs::look(tx, house.app.keys(), &it, &at, dto.storey)
    });
    Ok(Json(found.await?.into_iter().map(ResidentRow::from).collect()))
}

/// Uncover one particular of one resident, because of a piece of work at the building: a step of its own, written down.
#[utoipa::path(post, path = "/api/v1/residents/{ref}/reveal", operation_id = "resident_reveal", tag = "premises", request_body = Uncover,
    params(("ref" = String, Path)), responses((status = 200, body = Uncovered), WriteProblems))]
async fn reveal(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Resident>>,
    Json(dto): Json<Uncover>,
) -> Answer<Uncovered> {
    let holder = who.require_holder()?.clone();
    let (house, units, grids) = (realm.clone(), realm.units(), realm.grids());
    let value = realm.app.db().write(move |tx| {
        let errand = house.errand(tx, &dto.work)?;
        let (work, reason) = (dto.work.as_str(), dto.reason.as_str());
        let it = Looking { ground: (&units, &grids), holder: &holder, work, errand: errand.as_ref(), reason };
        verbs::reveal(tx, house.app.keys(), &it, &at, dto.what)
    });
    Ok(Json(Uncovered { value: value.await? }))
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(look)).routes(routes!(reveal))
}
