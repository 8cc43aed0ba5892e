//! Tiles over HTTP. Everybody may see the ground of the city.

use std::io::Read as _;

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::Refusal;
use wangge_web::{Answer, Json, Path, Problem, ReadProblems};

use super::{flow::Address, frame, jobs, tag};
use crate::Realm;

/// The type of a vector tile.
const MVT: &str = "application/vnd.mapbox-vector-tile";

/// What a map needs to begin.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MapView {
    /// Edition of the geography.
    pub edition: i64,
    /// Tag of the ground: stands in the address of its tiles, changes with every change of them.
    pub tag: String,
    /// Address of the tiles of units, with `{z}`, `{x}`, `{y}`.
    pub units: String,
    /// Address of the tiles of single cases, from zoom 14 on; needs a session.
    pub cases: String,
    /// Address of the tiles of buildings and points, from zoom 15 on.
    pub premises: String,
    /// Western, southern, eastern and northern end, degrees WGS-84; absent before there is a grid.
    #[schema(value_type = Option<Vec<f64>>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bbox: Option<[f64; 4]>,
    /// Where to begin: longitude, latitude.
    #[schema(value_type = Option<Vec<f64>>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub center: Option<[f64; 2]>,
    /// What must stand beside the outlines, Chinese; empty where they are official.
    pub note_zh: String,
    /// The same in English.
    pub note_en: String,
    /// Whether there is a layer of water.
    pub water: bool,
    /// A map below ours, where one is configured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<wangge_web::app::BaseMap>,
}

/// What a map needs to begin. Open to everybody.
#[utoipa::path(get, path = "/api/v1/map", operation_id = "map_read", tag = "tile", responses((status = 200, body = MapView), ReadProblems))]
async fn map(State(realm): State<Realm>) -> Answer<MapView> {
    let (units, waters) = (realm.units(), realm.tiles().waters());
    let (tag, settings) = (tag(&units, waters.version), realm.app.settings());
    let frame = frame(&units, &realm.grids());
    Ok(Json(MapView {
        edition: units.edition(),
        units: format!("/tiles/units/{tag}/{{z}}/{{x}}/{{y}}.mvt"),
        cases: "/tiles/cases/{z}/{x}/{y}.mvt".to_owned(),
        premises: "/tiles/premises/{z}/{x}/{y}.mvt".to_owned(),
        tag,
        bbox: frame.map(|(low, high, _)| [low.lon, low.lat, high.lon, high.lat]),
        center: frame.map(|(_, _, middle)| [middle.lon, middle.lat]),
        note_zh: settings.map.note_zh.clone(),
        note_en: settings.map.note_en.clone(),
        water: !waters.all.is_empty(),
        base: settings.map.base.clone(),
    }))
}

/// Reads `{y}.mvt` and what stands before it.
///
/// # Errors
/// Anything that is not the address of a tile.
pub fn address(z: u32, x: u32, file: &str) -> Result<Address, Refusal> {
    let row = file.strip_suffix(".mvt").and_then(|row| row.parse().ok());
    let row = row.ok_or_else(|| {
        Refusal::invalid(
            "y",
            "瓦片地址应以“行号.mvt”结尾",
            "The address of a tile ends with its row and .mvt",
        )
    })?;
    Address::new(z, x, row)
}

/// A tile of the ground (MVT 2.1): layers `district`, `town` (from zoom 9), `village` (12), `grid` (13), `water`
/// (8) and `label`, with `code`, `name`, `level`, `parent`. Open to everybody. 204 when there is nothing to draw.
#[utoipa::path(get, path = "/tiles/units/{tag}/{z}/{x}/{file}", operation_id = "tile_units", tag = "tile",
    params(("tag" = String, Path, description = "The tag that /api/v1/map gave, or the edition alone"),
        ("z" = u32, Path), ("x" = u32, Path), ("file" = String, Path, description = "Row and `.mvt`")),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.mapbox-vector-tile"),
        (status = 204, description = "Nothing to draw"), (status = 304, description = "As before"), ReadProblems))]
async fn unit_tile(
    State(realm): State<Realm>,
    Path((tag, z, x, file)): Path<(String, u32, u32, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let at = address(z, x, &file)?;
    let ground = jobs::ground(&realm).await?;
    let whole = tag == ground.tag();
    if !whole && ground.tag().split('.').next() != Some(tag.as_str()) {
        return Err(Refusal::not_found(
            "地图已更新,请刷新页面",
            "The map has changed; reload the page to see it as it is now",
        )
        .into());
    }
    let packed = match realm.tiles().kept(ground.tag(), at) {
        Some(kept) => kept,
        None => {
            let made: std::sync::Arc<[u8]> = pack(&ground.tile(at))?.into();
            realm.tiles().keep(ground.tag(), at, made.clone());
            made
        }
    };
    let keep = if whole { "public, max-age=86400, immutable" } else { "public, max-age=60" };
    answer(&packed, &format!("\"{}\"", ground.tag()), keep, &headers)
}

/// Packs a tile; nothing stays nothing.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn pack(tile: &[u8]) -> Result<Vec<u8>, wangge_store::Error> {
    if tile.is_empty() {
        return Ok(Vec::new());
    }
    let failed = |e: std::io::Error| wangge_store::Error::Engine(format!("packing a tile: {e}"));
    let mut packed = GzEncoder::new(Vec::with_capacity(tile.len() / 2), Compression::fast());
    std::io::Write::write_all(&mut packed, tile).map_err(failed)?;
    packed.finish().map_err(failed)
}

/// A packed tile as an answer: 204 when empty, 304 when the asker has it, unpacked for who cannot.
///
/// # Errors
/// None in practice: it is read from memory.
pub fn answer(
    packed: &[u8],
    etag: &str,
    keep: &'static str,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let sent = |name| headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok()).unwrap_or_default();
    let known = sent(header::IF_NONE_MATCH).split(',').any(|one| one.trim().trim_start_matches("W/") == etag);
    let gzip = sent(header::ACCEPT_ENCODING).split(',').any(|one| one.trim().starts_with("gzip"));
    let mut answer = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else if packed.is_empty() {
        StatusCode::NO_CONTENT.into_response()
    } else if gzip {
        let mut answer = packed.to_vec().into_response();
        answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        answer
    } else {
        let mut plain = Vec::new();
        GzDecoder::new(packed)
            .read_to_end(&mut plain)
            .map_err(|e| wangge_store::Error::Engine(format!("unpacking a tile: {e}")))?;
        plain.into_response()
    };
    let fields = answer.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(MVT));
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    fields.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(etag) {
        fields.insert(header::ETAG, etag);
    }
    Ok(answer)
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(map)).routes(routes!(unit_tile))
}
