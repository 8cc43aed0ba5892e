//! Case tiles over HTTP.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use axum::{extract::State as Shared, http::HeaderMap, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Board, Coord, Instant, Ref, Refusal};
use wangge_realm::{
    access::Verb,
    premises::{
        self, Building,
        http::{BuildingView, PointRow},
    },
    resident,
    session::Who,
    tile::{
        flow::{
            Address,
            mvt::{Layer, Value},
            world,
        },
        http::{address, answer, pack},
    },
};
use wangge_web::{Answer, Json, Path, Problem, Query, ReadProblems};

use super::{FIRST_ZOOM, Spot, Wanted, verbs};
use crate::{
    Work, World,
    case::{
        State, sql,
        verbs::{CaseRow, list},
    },
};

/// Which cases.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TileQuery {
    /// Only this stage, e.g. `in_progress`.
    pub state: Option<State>,
    /// Only this board, e.g. `MS`.
    pub board: Option<Board>,
}

/// Open cases as points (MVT 2.1), from zoom 14 on, at most 500: layer `case` with `ref`, `number`, `state`,
/// `colour`, `board`, `matter`, `matter_zh`, `overdue`; a layer `info` with `more` when there are others. Only what
/// the post held may read in full.
#[utoipa::path(get, path = "/tiles/cases/{z}/{x}/{file}", operation_id = "tile_cases", tag = "tile",
    params(("z" = u32, Path), ("x" = u32, Path), ("file" = String, Path, description = "Row and `.mvt`"), TileQuery),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.mapbox-vector-tile"),
        (status = 204, description = "No case here"), (status = 304, description = "As before"), ReadProblems))]
async fn case_tile(
    Shared(work): Shared<Work>,
    who: Who,
    Path((z, x, file)): Path<(u32, u32, String)>,
    Query(query): Query<TileQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let holder = who.require_holder()?;
    let at = address(z, x, &file)?;
    if at.z < FIRST_ZOOM {
        let (zh, en) = ("单个案件从14级开始显示,请放大地图", "Single cases show from zoom 14 on: zoom in");
        return Err(Refusal::invalid("z", zh, en).into());
    }
    let right = work.realm.filter(holder, Verb::CaseRead);
    let (low, high) = at.degrees(false);
    let wanted = Wanted { low, high, state: query.state, board: query.board };
    let (snapshot, now) = (work.world(), work.realm.app.clock().now());
    let world = snapshot.clone();
    let found = work.realm.app.db().read(move |r| verbs::spots(r, &world, &right, &wanted, now)).await?;
    let packed = pack(&draw(&snapshot, at, &found, now))?;
    let mut hasher = DefaultHasher::new();
    packed.hash(&mut hasher);
    answer(&packed, &format!("\"{:016x}\"", hasher.finish()), "private, max-age=5", &headers)
}

fn draw(snapshot: &World, at: Address, (spots, more): &(Vec<Spot>, bool), now: Instant) -> Vec<u8> {
    let mut layer = Layer::new("case");
    for spot in spots {
        let mut tags = vec![
            ("ref", Value::from(spot.at.as_str())),
            ("number", spot.number.as_str().into()),
            ("state", spot.state.as_str().into()),
            ("colour", spot.colour.as_str().into()),
            ("board", spot.board.as_str().into()),
            ("overdue", spot.overdue.into()),
        ];
        if let Some(code) = &spot.matter {
            tags.push(("matter", code.as_str().into()));
            let known = code.parse().ok().and_then(|code| snapshot.matters.effective(&code, now).ok());
            if let Some(matter) = known {
                tags.push(("matter_zh", matter.name_zh.as_str().into()));
            }
        }
        layer.point(None, tags, at.local(world(spot.point)));
    }
    let mut tile = Vec::new();
    layer.write(&mut tile);
    if *more {
        let mut info = Layer::new("info");
        info.point(None, vec![("more", true.into())], [2048, 2048]);
        info.write(&mut tile);
    }
    tile
}

/// A building with the points around it and the open work there.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BuildingSheet {
    /// The building.
    #[serde(flatten)]
    pub building: BuildingView,
    /// Its points, and those within 40 m.
    pub points: Vec<PointRow>,
    /// Open cases within 40 m that the post held may see, by deadline, at most 50.
    pub cases: Vec<CaseRow>,
    /// How many these are.
    pub open: usize,
    /// Residents registered here; absent below five. Names only because of a piece of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registered: Option<i64>,
    /// The box of 40 m around it, as lists take it.
    pub bbox: String,
}

/// Cases of one building at most.
const MOST_AT_BUILDING: i64 = 50;

/// A building: what is known of the place, the points around it, and the open work there. People only as a count of five
/// and more.
#[utoipa::path(get, path = "/api/v1/buildings/{ref}", operation_id = "building_read", tag = "premises", params(("ref" = String, Path)), responses((status = 200, body = BuildingSheet), ReadProblems))]
async fn building(
    Shared(work): Shared<Work>,
    who: Who,
    Path(at): Path<Ref<Building>>,
) -> Answer<BuildingSheet> {
    let holder = who.require_holder()?.clone();
    let (world, right) = (work.world(), work.realm.filter(&holder, Verb::CaseList));
    let read = move |r: &mut wangge_store::Read| {
        let one = premises::verbs::building(r, &at)?;
        let sides = premises::flow::around(one.of.at);
        let [west, south, east, north] = sides;
        let (low, high) = (Coord { lon: west, lat: south }, Coord { lon: east, lat: north });
        let points = premises::verbs::points(r, &[at.district.clone()].into(), (low, high), None, 100)?;
        let wanted = sql::Wanted {
            open: Some(true),
            bounds: Some(sides),
            by_due: true,
            limit: MOST_AT_BUILDING,
            ..sql::Wanted::default()
        };
        // The post's own shards, and of these the building's.
        let mut right = right.clone();
        right.districts.retain(|district| *district == at.district);
        let cases = list(r, &world, &holder, &right, &wanted)?.items;
        let registered = resident::verbs::count(r, &at)?;
        Ok((one, points, cases, registered, sides))
    };
    let (one, points, cases, registered, sides) = work.realm.app.db().read(read).await?;
    Ok(Json(BuildingSheet {
        building: one.into(),
        points: points.into_iter().map(PointRow::from).collect(),
        open: cases.len(),
        registered,
        cases,
        bbox: sides.map(|side| side.to_string()).join(","),
    }))
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(case_tile)).routes(routes!(building))
}
