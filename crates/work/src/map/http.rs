//! Case tiles over HTTP.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use axum::{extract::State as Shared, http::HeaderMap, response::Response};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Board, Instant, Refusal};
use wangge_realm::{
    access::Verb,
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
use wangge_web::{Path, Problem, Query, ReadProblems};

use super::{FIRST_ZOOM, Spot, Wanted, verbs};
use crate::{Work, World, case::State};

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
#[utoipa::path(get, path = "/tiles/cases/{z}/{x}/{file}", tag = "tile",
    params(("z" = u32, Path), ("x" = u32, Path), ("file" = String, Path, description = "Row and `.mvt`"), TileQuery),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.mapbox-vector-tile"),
        (status = 204, description = "No case here"), (status = 304, description = "As before"), ReadProblems))]
async fn tile(
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

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(tile))
}
