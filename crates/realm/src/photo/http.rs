//! Photos of places over HTTP.

use axum::{extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Coord, Datum, Instant, Ref, Refusal, UnitCode};
use wangge_web::{IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, once};

use super::{Audience, Photo, flow, verbs};
use crate::{
    Realm, Who,
    access::{self, Verb},
    file::{self, File},
    premises::{self, Building, http::corners},
};

/// Photos on one view of the map at most.
const MOST: i64 = 200;

/// A photo of a place.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PhotoView {
    /// Its reference; the picture itself: `/api/v1/photos/{ref}/picture`.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Photo>,
    /// Of which building.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub building: Option<Ref<Building>>,
    /// Of which point, by its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// Longitude, WGS-84.
    pub lon: f64,
    /// Latitude.
    pub lat: f64,
    /// Grid.
    #[schema(value_type = String)]
    pub grid: UnitCode,
    /// The day it was taken.
    #[schema(format = Date)]
    pub taken: String,
    /// Who sees it.
    pub audience: Audience,
    /// Who uploaded it, by the name among colleagues.
    pub called: String,
    /// When it was uploaded.
    #[schema(value_type = String, format = DateTime)]
    pub created: Instant,
    /// Whether the reader may take it back.
    pub mine: bool,
}

fn view(holder: &wangge_base::Holder, it: Photo) -> PhotoView {
    PhotoView {
        mine: access::may(holder, Verb::PhotoWithdraw, &it.subject()).is_ok(),
        at: it.at,
        building: it.building,
        point: it.of_point,
        lon: it.point.lon,
        lat: it.point.lat,
        grid: it.place.grid,
        taken: it.taken,
        audience: it.audience,
        called: it.called,
        created: it.created,
    }
}

/// A photo on its way in: of a building, of a point (with its position), or of a spot.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PhotoNew {
    /// The picture, uploaded before to the same district.
    #[schema(value_type = String)]
    pub file: Ref<File>,
    /// Of which building.
    #[schema(value_type = Option<String>)]
    pub building: Option<Ref<Building>>,
    /// Of which point, by its code.
    pub point: Option<String>,
    /// Longitude; not for a building.
    pub lon: Option<f64>,
    /// Latitude.
    pub lat: Option<f64>,
    /// Datum of the position; `wgs84` when absent.
    #[serde(default)]
    pub datum: Datum,
    /// The day it was taken, not in the future.
    #[schema(format = Date)]
    pub taken: String,
    /// Who sees it.
    pub audience: Audience,
    /// 画面中没有人: faces and plates are covered, nobody is to be seen. Without it nothing is kept.
    #[serde(default)]
    pub no_people: bool,
}

/// Keep a dated photo of a place without people (grid worker in the grid, community in the community).
#[utoipa::path(post, path = "/api/v1/photos", operation_id = "photo_put", tag = "premises", request_body = PhotoNew,
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = PhotoView), WriteProblems))]
async fn put(
    State(realm): State<Realm>,
    who: Who,
    key: IdemKey,
    Json(dto): Json<PhotoNew>,
) -> Result<(StatusCode, Json<PhotoView>), Problem> {
    let holder = who.require_holder()?.clone();
    let digest = once::digest(&holder.person, "photo.put", &dto);
    let new = placed(&realm, dto).await?;
    let kept = realm.app.db().write(move |tx| {
        once::once(tx, &new.district, &key, &digest, |tx| {
            Ok(view(&holder, verbs::put(tx, &holder, new.clone())?))
        })
    });
    Ok((StatusCode::CREATED, Json(kept.await?)))
}

/// Checks what needs no right, and works out where the photo lies.
async fn placed(realm: &Realm, dto: PhotoNew) -> Result<verbs::New, Problem> {
    flow::nobody(dto.no_people)?;
    let zone = &realm.app.settings().time_zone;
    let now = realm.app.clock().now().timestamp().in_tz(zone);
    let today = now.map_err(|e| wangge_store::Error::Engine(format!("{zone}: {e}")))?.date();
    let taken = flow::day(&dto.taken, today)?;
    let (units, grids) = (realm.units(), realm.grids());
    let (point, grid) = match (&dto.building, dto.lon.zip(dto.lat)) {
        (Some(at), None) => {
            let at = at.clone();
            let building = realm.app.db().read(move |r| premises::verbs::building(r, &at)).await?;
            (building.of.at, premises::flow::site(&units, &grids, building.of.at)?.grid)
        }
        (None, Some((lon, lat))) => {
            let at = dto.datum.to_wgs84(Coord::new(lon, lat)?);
            (at, premises::flow::site(&units, &grids, at)?.grid)
        }
        _ => {
            return Err(Refusal::invalid(
                "building",
                "请给出楼栋,或给出位置(点位也要给位置)",
                "Give a building, or a position (for a point, too)",
            )
            .into());
        }
    };
    let shard = || Refusal::invalid("lon", "该地点不在本市范围内", "This place is not in the city");
    // What belongs to a building is at home with it, whatever became of the border since.
    let home = dto.building.as_ref().map(|at| at.district.clone()).or_else(|| units.shard(&grid));
    Ok(verbs::New {
        district: home.ok_or_else(shard)?,
        place: verbs::place(&units, grid)?,
        file: dto.file,
        point,
        building: dto.building,
        of_point: dto.point,
        taken,
        audience: dto.audience,
    })
}

/// Which photos: of a building, or in a box (of one point if its code is given).
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PhotoQuery {
    /// Of this building.
    #[param(value_type = Option<String>)]
    pub building: Option<Ref<Building>>,
    /// Within `west,south,east,north`, degrees WGS-84.
    pub bbox: Option<String>,
    /// Only of the point with this code.
    pub point: Option<String>,
}

/// Photos of a building or in a box that the post held may see, the latest day first; at most 60 of a building, 200 in
/// a box.
#[utoipa::path(get, path = "/api/v1/photos", operation_id = "photo_list", tag = "premises", params(PhotoQuery),
    responses((status = 200, body = Vec<PhotoView>), ReadProblems))]
async fn list(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<PhotoQuery>,
) -> Result<Json<Vec<PhotoView>>, Problem> {
    let holder = who.require_holder()?.clone();
    let seer = holder.clone();
    let found = match (query.building, query.bbox) {
        (Some(at), None) => realm.app.db().read(move |r| verbs::of_building(r, &seer, &at)).await?,
        (None, Some(text)) => {
            let (low, high) = corners(&text)?;
            let districts = premises::verbs::districts(&realm.units(), &realm.grids(), low, high);
            let read = move |r: &mut wangge_store::Read| {
                verbs::in_box(r, &seer, districts.clone(), (low, high), query.point.as_deref(), MOST)
            };
            realm.app.db().read(read).await?
        }
        _ => return Err(Refusal::invalid("building", "请给出楼栋或范围", "Give a building or a box").into()),
    };
    Ok(Json(found.into_iter().map(|photo| view(&holder, photo)).collect()))
}

/// The picture itself.
#[utoipa::path(get, path = "/api/v1/photos/{ref}/picture", operation_id = "photo_picture", tag = "premises", params(("ref" = String, Path)),
    responses((status = 200, description = "The picture", content_type = "application/octet-stream"), ReadProblems))]
async fn picture(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Photo>>,
) -> Result<Response, Problem> {
    let holder = who.require_holder()?.clone();
    let photo = realm.app.db().read(move |r| verbs::one(r, &holder, &at)).await?;
    let (file, bytes) = file::get_of(&realm, photo.file, photo.at.to_string()).await?;
    Ok(file::http::answer(&file, bytes))
}

/// Take a photo back: whoever uploaded it, or the community. Its picture is erased.
#[utoipa::path(delete, path = "/api/v1/photos/{ref}", operation_id = "photo_withdraw", tag = "premises", params(("ref" = String, Path)),
    responses((status = 204, description = "Taken back"), WriteProblems))]
async fn withdraw(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Photo>>,
) -> Result<StatusCode, Problem> {
    let holder = who.require_holder()?.clone();
    realm.app.db().write(move |tx| verbs::withdraw(tx, &holder, &at)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(list, put)).routes(routes!(picture)).routes(routes!(withdraw))
}
