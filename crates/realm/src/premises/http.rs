//! Buildings and points over HTTP, and as a tile.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use axum::{extract::State, http::HeaderMap, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Coord, Holder, Page, Ref, Refusal, UnitCode};
use wangge_web::{Answer, ClientIp, Json, Path, Problem, Query, ReadProblems};

use super::{
    Building, Point, PointKind,
    flow::{LEAST, flats},
    verbs::{self, Within},
};
use crate::{
    Realm, Who, shards_of,
    tile::{
        flow::{
            Address,
            mvt::{Layer, Value},
            world,
        },
        http::{address, answer, pack},
    },
};

/// Most rows of one answer.
const MOST: i64 = 200;
/// The first zoom that shows buildings and points.
const FIRST_ZOOM: u8 = 15;
/// Most of each on one tile.
const MOST_ON_TILE: i64 = 1_000;

/// A building: what is known of the place; people only as a count of five and more.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BuildingView {
    /// The building.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Building>,
    /// Its code in the list it came from.
    pub code: String,
    /// Name.
    pub name: String,
    /// Street and number, estate.
    pub address: String,
    /// Longitude, WGS-84.
    pub lon: f64,
    /// Latitude.
    pub lat: f64,
    /// Grid.
    #[schema(value_type = String)]
    pub grid: UnitCode,
    /// Village or community.
    #[schema(value_type = String)]
    pub village: UnitCode,
    /// Storeys.
    pub storeys: i64,
    /// Entrances (单元).
    pub entrances: i64,
    /// Flats on one storey of one entrance.
    pub units_per_storey: i64,
    /// Flats in all.
    pub flats: i64,
    /// Flats that stand empty.
    pub vacancies: i64,
    /// People who live here; `null` where not counted, or fewer than five.
    pub people: Option<i64>,
    /// Lifts.
    pub lifts: i64,
    /// Places to charge.
    pub charging_places: i64,
    /// Known hazards, in words.
    pub hazards: Vec<String>,
}

/// A point.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PointRow {
    /// Its code in the list it came from.
    pub code: String,
    /// What it is.
    pub kind: PointKind,
    /// Name.
    pub name: String,
    /// Longitude, WGS-84.
    pub lon: f64,
    /// Latitude.
    pub lat: f64,
    /// Grid.
    #[schema(value_type = String)]
    pub grid: UnitCode,
    /// Code of the building it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
}

impl From<Building> for BuildingView {
    fn from(one: Building) -> Self {
        let of = one.of;
        Self {
            at: Ref::new(one.site.district, one.id),
            flats: flats(&of),
            code: of.code,
            name: of.name,
            address: of.address,
            lon: of.at.lon,
            lat: of.at.lat,
            grid: one.site.grid,
            village: one.site.village,
            storeys: of.storeys,
            entrances: of.entrances,
            units_per_storey: of.units_per_storey,
            vacancies: of.vacancies,
            people: of.people.filter(|n| *n >= LEAST),
            lifts: of.lifts,
            charging_places: of.charging_places,
            hazards: of.hazards,
        }
    }
}

impl From<Point> for PointRow {
    fn from(one: Point) -> Self {
        Self {
            code: one.of.code,
            kind: one.of.kind,
            name: one.of.name,
            lon: one.of.at.lon,
            lat: one.of.at.lat,
            grid: one.site.grid,
            building: one.of.building,
        }
    }
}

/// Which buildings: of a grid, of a village, in a box, or by name alone around the post held.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct BuildingQuery {
    /// Of this grid.
    #[param(value_type = Option<String>)]
    pub grid: Option<UnitCode>,
    /// Of this village or community.
    #[param(value_type = Option<String>)]
    pub village: Option<UnitCode>,
    /// Within `west,south,east,north`, degrees WGS-84.
    pub bbox: Option<String>,
    /// A part of the name.
    pub q: Option<String>,
    /// `next` of the page before.
    pub after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

/// Reads `west,south,east,north`, half a degree at most.
///
/// # Errors
/// What is no box, or too large.
pub fn corners(text: &str) -> Result<(Coord, Coord), Refusal> {
    let wrong = || Refusal::invalid("bbox", "范围应为“西,南,东,北”", "A box reads west,south,east,north");
    let sides: Option<Vec<f64>> = text.split(',').map(|side| side.trim().parse().ok()).collect();
    let Some([west, south, east, north]) = sides.as_deref().and_then(|s| <[f64; 4]>::try_from(s).ok()) else {
        return Err(wrong());
    };
    let (low, high) = (Coord::new(west, south)?, Coord::new(east, north)?);
    // A box of half a degree holds a district; more is a mistake.
    let fits = west <= east && south <= north && east - west <= 0.5 && north - south <= 0.5;
    if fits { Ok((low, high)) } else { Err(wrong()) }
}

fn within(realm: &Realm, holder: &Holder, query: &BuildingQuery) -> Result<Within, Refusal> {
    let units = realm.units();
    let shard = |code: &UnitCode| {
        units.shard(code).ok_or_else(|| Refusal::invalid("unit", "没有这个单位", "There is no such unit"))
    };
    match (&query.grid, &query.village, &query.bbox) {
        (Some(grid), None, None) => Ok(Within::Grid(shard(grid)?, grid.clone())),
        (None, Some(village), None) => Ok(Within::Village(shard(village)?, village.clone())),
        (None, None, Some(text)) => {
            let (low, high) = corners(text)?;
            Ok(Within::Box(verbs::districts(&units, &realm.grids(), low, high), low, high))
        }
        (None, None, None) if query.q.as_deref().is_some_and(|words| !words.trim().is_empty()) => {
            Ok(Within::Districts(shards_of(&units, &holder.unit).into_iter().collect()))
        }
        _ => Err(Refusal::invalid(
            "grid",
            "请给出网格、村社区、范围或名称",
            "Give a grid, a village, a box, or a name",
        )),
    }
}

/// Buildings of a grid, a village or a box, by name where `q` is given; by name alone in the districts of the post.
/// A box has one page.
#[utoipa::path(get, path = "/api/v1/buildings", operation_id = "building_list", tag = "premises", params(BuildingQuery), responses((status = 200, body = Page<BuildingView>), ReadProblems))]
async fn buildings(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<BuildingQuery>,
) -> Answer<Page<BuildingView>> {
    let within = within(&realm, who.require_holder()?, &query)?;
    let limit = wangge_web::extract::read_limit(query.limit)?;
    let paged = !matches!(within, Within::Box(..));
    let (words, after) = (query.q.map(|words| words.trim().to_owned()), query.after.unwrap_or_default());
    let read = move |r: &mut wangge_store::Read| {
        verbs::buildings(r, &within, words.as_deref(), &after, if paged { limit + 1 } else { MOST })
    };
    let mut found = realm.app.db().read(read).await?;
    let most = usize::try_from(limit).unwrap_or(0);
    let more = paged && found.len() > most;
    if more {
        found.truncate(most);
    }
    let next = found.last().filter(|_| more).map(|last| last.of.code.clone());
    Ok(Json(Page { items: found.into_iter().map(BuildingView::from).collect(), next }))
}

/// Which points.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PointQuery {
    /// Within `west,south,east,north`, degrees WGS-84.
    pub bbox: String,
    /// Only of this kind.
    pub kind: Option<PointKind>,
}

/// Points in a box: fire lanes, hydrants, shelters and the like; at most 200.
#[utoipa::path(get, path = "/api/v1/points", operation_id = "point_list", tag = "premises", params(PointQuery), responses((status = 200, body = Vec<PointRow>), ReadProblems))]
async fn points(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<PointQuery>,
) -> Answer<Vec<PointRow>> {
    who.require_holder()?;
    let (low, high) = corners(&query.bbox)?;
    let districts = verbs::districts(&realm.units(), &realm.grids(), low, high);
    let read = move |r: &mut wangge_store::Read| verbs::points(r, &districts, (low, high), query.kind, MOST);
    let found = realm.app.db().read(read).await?;
    Ok(Json(found.into_iter().map(PointRow::from).collect()))
}

/// Buildings and points from zoom 15 on (MVT 2.1): layer `building` with `ref`, `name`, `storeys`; layer `point` with
/// `code`, `kind`, `name`. Open to everybody: where positioning fails one picks a building. At most 1,000 of each.
#[utoipa::path(get, path = "/tiles/premises/{z}/{x}/{file}", operation_id = "tile_premises", tag = "tile",
    params(("z" = u32, Path), ("x" = u32, Path), ("file" = String, Path, description = "Row and `.mvt`")),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.mapbox-vector-tile"),
        (status = 204, description = "Nothing here"), (status = 304, description = "As before"), ReadProblems))]
async fn premises_tile(
    State(realm): State<Realm>,
    ip: ClientIp,
    Path((z, x, file)): Path<(u32, u32, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    realm.app.limits().anonymous_read(ip)?;
    let at = address(z, x, &file)?;
    if at.z < FIRST_ZOOM {
        let (zh, en) = ("楼栋从15级开始显示,请放大地图", "Buildings show from zoom 15 on: zoom in");
        return Err(Refusal::invalid("z", zh, en).into());
    }
    let (low, high) = at.degrees(false);
    let districts = verbs::districts(&realm.units(), &realm.grids(), low, high);
    let read = move |r: &mut wangge_store::Read| {
        let within = Within::Box(districts.clone(), low, high);
        let buildings = verbs::buildings(r, &within, None, "", MOST_ON_TILE)?;
        Ok((buildings, verbs::points(r, &districts, (low, high), None, MOST_ON_TILE)?))
    };
    let (buildings, points) = realm.app.db().read(read).await?;
    let packed = pack(&draw(at, &buildings, &points))?;
    let mut hasher = DefaultHasher::new();
    packed.hash(&mut hasher);
    answer(&packed, &format!("\"{:016x}\"", hasher.finish()), "public, max-age=300", &headers)
}

fn draw(at: Address, buildings: &[Building], points: &[Point]) -> Vec<u8> {
    let (mut tile, mut layer) = (Vec::new(), Layer::new("building"));
    for one in buildings {
        let reference = Ref::new(one.site.district.clone(), one.id).to_string();
        let tags = vec![
            ("ref", Value::from(reference.as_str())),
            ("name", one.of.name.as_str().into()),
            ("storeys", one.of.storeys.into()),
        ];
        layer.point(None, tags, at.local(world(one.of.at)));
    }
    layer.write(&mut tile);
    let mut layer = Layer::new("point");
    for one in points {
        let tags = vec![
            ("code", Value::from(one.of.code.as_str())),
            ("kind", one.of.kind.word().into()),
            ("name", one.of.name.as_str().into()),
        ];
        layer.point(None, tags, at.local(world(one.of.at)));
    }
    layer.write(&mut tile);
    tile
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(buildings)).routes(routes!(points)).routes(routes!(premises_tile))
}
