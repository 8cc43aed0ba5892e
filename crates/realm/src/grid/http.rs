//! Grids over HTTP: which grid a point lies in, shapes as GeoJSON, plans for their change.

mod plan;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Coord, Datum, Level, Refusal, UnitCode};
use wangge_web::{Answer, ClientIp, Json, Path, Query, ReadProblems};

use super::{Corner, coord};
use crate::{
    Realm, Who,
    unit::{UnitKind, http::UnitName},
};

/// A point.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct LocateQuery {
    /// Longitude, degrees east.
    pub lon: f64,
    /// Latitude, degrees north.
    pub lat: f64,
    /// Datum of the point; `wgs84` when absent.
    pub datum: Option<Datum>,
}

/// Where a point lies.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LocatedView {
    /// The grid, or the nearest one.
    pub grid: UnitName,
    /// Its village or community.
    pub village: UnitName,
    /// Its town.
    pub town: UnitName,
    /// The district or zone that governs the town.
    pub area: UnitName,
    /// Home shard of what happens there.
    pub district: String,
    /// All names in one line, for people.
    pub title: String,
    /// Whether the point lies in the grid.
    pub inside: bool,
    /// Metres to the grid; 0 inside.
    pub distance_m: f64,
    /// Edition of the geography; send it along with a report.
    pub edition: i64,
    /// The point in WGS-84.
    pub lon: f64,
    /// The point in WGS-84.
    pub lat: f64,
}

/// The grid that a point lies in, or the nearest one within 3 km. Open to everybody.
#[utoipa::path(get, path = "/api/v1/places/locate", operation_id = "place_locate", tag = "grid", params(LocateQuery),
    responses((status = 200, body = LocatedView), ReadProblems))]
async fn locate(
    State(realm): State<Realm>,
    _who: Who,
    Query(query): Query<LocateQuery>,
) -> Answer<LocatedView> {
    let at = query.datum.unwrap_or_default().to_wgs84(Coord::new(query.lon, query.lat)?);
    let found = realm.grids().locate(at)?;
    let units = realm.units();
    let gone = || Refusal::not_found("网格刚刚变更,请重试", "The grids have just changed; try again");
    let name = |code: &UnitCode| units.get(code.as_str()).map(UnitName::from).ok_or_else(gone);
    let home = units.home(&found.grid).ok_or_else(gone)?;
    let title: Vec<String> = [&home.area, &home.town, &home.village, &found.grid]
        .into_iter()
        .map(|code| name(code).map(|unit| unit.name))
        .collect::<Result<_, _>>()?;
    Ok(Json(LocatedView {
        grid: name(&found.grid)?,
        village: name(&home.village)?,
        town: name(&home.town)?,
        area: name(&home.area)?,
        district: home.district.to_string(),
        title: title.concat(),
        inside: found.inside,
        distance_m: (found.distance_m * 10.0).round() / 10.0,
        edition: units.edition(),
        lon: at.lon,
        lat: at.lat,
    }))
}

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FindQuery {
    /// The name or a part of it, 2 to 60 characters.
    pub q: String,
    /// Rows wanted, 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

/// A place by its name: roughly where it is, to start looking from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlaceView {
    /// Code of the town, street, village or community.
    pub code: String,
    /// What it is.
    pub level: Level,
    /// Its name, with the town's before a village's.
    pub title: String,
    /// Longitude of its seat or label, WGS-84.
    pub lon: f64,
    /// Latitude.
    pub lat: f64,
}

/// Towns, villages and communities by name. Open to everybody: who has neither position nor map says
/// where it is by a name. Says of a unit only what stands on any town plan.
#[utoipa::path(get, path = "/api/v1/places/search", operation_id = "place_search", tag = "grid", params(FindQuery),
    responses((status = 200, body = Vec<PlaceView>), ReadProblems))]
async fn find(
    State(realm): State<Realm>,
    _who: Who,
    ip: ClientIp,
    Query(query): Query<FindQuery>,
) -> Answer<Vec<PlaceView>> {
    realm.app.limits().anonymous_read(ip)?;
    if !(2..=60).contains(&query.q.trim().chars().count()) {
        let (zh, en) = ("请输入2到60个字的名称", "Give a name of 2 to 60 characters");
        return Err(Refusal::invalid("q", zh, en).into());
    }
    let most = usize::try_from(wangge_web::extract::read_limit(query.limit)?).unwrap_or(20);
    let units = realm.units();
    let places = units.search(&query.q, None, usize::MAX).into_iter().filter_map(|unit| {
        let at = unit.at().filter(|_| matches!(unit.kind(), UnitKind::Town | UnitKind::Village))?;
        let code = unit.code_str().to_owned();
        Some(PlaceView { code, level: unit.level(), title: unit.title(), lon: at.lon, lat: at.lat })
    });
    Ok(Json(places.take(most).collect()))
}

/// A grid as a GeoJSON feature (RFC 7946): `{"type":"Feature","id":…,"properties":…,"geometry":…}`.
#[utoipa::path(get, path = "/api/v1/grids/{code}", operation_id = "grid_read", tag = "grid", params(("code" = String, Path)),
    responses((status = 200, body = Object), ReadProblems))]
async fn shape(State(realm): State<Realm>, who: Who, Path(code): Path<UnitCode>) -> Answer<Value> {
    who.require_holder()?;
    Ok(Json(feature(&realm, &code)?))
}

fn feature(realm: &Realm, code: &UnitCode) -> Result<Value, Refusal> {
    let none =
        || Refusal::not_found(format!("没有网格{code}的图形"), format!("There is no shape of grid {code}"));
    let rings = realm.grids().rings(code).ok_or_else(none)?;
    let units = realm.units();
    let title = units.get(code.as_str()).map(|unit| unit.title());
    let ring = |ring: &Vec<Corner>| -> Vec<[f64; 2]> {
        ring.iter().chain(ring.first()).map(|c| coord(*c)).map(|c| [c.lon, c.lat]).collect()
    };
    let rings: Vec<Vec<[f64; 2]>> = rings.iter().map(ring).collect();
    Ok(json!({
        "type": "Feature",
        "id": code,
        "properties": { "code": code, "title": title },
        "geometry": { "type": "Polygon", "coordinates": rings },
    }))
}

/// A box on the map.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct BoxQuery {
    /// `west,south,east,north`, degrees WGS-84.
    pub bbox: String,
}

/// Most grids of one answer.
const MOST: usize = 500;

/// The grids whose box meets a box, as a GeoJSON FeatureCollection, at most 500.
#[utoipa::path(get, path = "/api/v1/grids", operation_id = "grid_list", tag = "grid", params(BoxQuery),
    responses((status = 200, body = Object), ReadProblems))]
async fn in_box(State(realm): State<Realm>, who: Who, Query(query): Query<BoxQuery>) -> Answer<Value> {
    who.require_holder()?;
    let wrong = || Refusal::invalid("bbox", "范围应为“西,南,东,北”", "A box reads west,south,east,north");
    let sides: Vec<f64> =
        query.bbox.split(',').map(|s| s.trim().parse().ok()).collect::<Option<_>>().ok_or_else(wrong)?;
    let [west, south, east, north] = sides[..] else { return Err(wrong().into()) };
    let (low, high) = (Coord::new(west, south)?, Coord::new(east, north)?);
    if west > east || south > north {
        return Err(wrong().into());
    }
    let mut codes = realm.grids().in_box(low, high, MOST + 1);
    let cut = codes.len() > MOST;
    codes.truncate(MOST);
    let features: Vec<Value> = codes.iter().map(|code| feature(&realm, code)).collect::<Result<_, _>>()?;
    Ok(Json(json!({ "type": "FeatureCollection", "truncated": cut, "features": features })))
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new()
        .routes(routes!(locate))
        .routes(routes!(find))
        .routes(routes!(shape))
        .routes(routes!(in_box))
        .merge(plan::routes())
}
