//! The whole HTTP interface on one page: the slices' routes, the document, health.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::header,
    response::{Html, IntoResponse},
    routing::get,
};
use tower_http::services::ServeFile;
use utoipa::{
    OpenApi as _,
    openapi::{
        OpenApi,
        security::{ApiKey, ApiKeyValue, SecurityScheme},
    },
};
use wangge_work::Work;

use crate::{basemap, export, house::House, import, reference, ui::Ui};

/// What the document says about the interface as a whole; the operations come from the slices.
#[derive(utoipa::OpenApi)]
#[openapi(info(
    title = "网格 wangge",
    description = "Closed-loop grassroots governance of one city. Conventions (problems, idempotency, keyset \
                   pages, live events): docs/API.md.",
    license(name = "Apache-2.0", identifier = "Apache-2.0")
))]
struct Document;

/// The OpenAPI document, as committed in docs/openapi.json.
pub fn document() -> OpenApi {
    let mut document = Document::openapi();
    document.merge(wangge_realm::routes().into_openapi());
    document.merge(wangge_work::routes().into_openapi());
    document.merge(import::http::routes().into_openapi());
    document.merge(export::cases::routes().into_openapi());
    document.merge(export::lists::routes().into_openapi());
    let components = document.components.get_or_insert_default();
    components.schemas.extend(wangge_web::docs::schemas());
    let cookie = ApiKeyValue::with_description("wangge", "Session cookie; writes repeat x-csrf");
    components
        .security_schemes
        .insert("session".into(), SecurityScheme::ApiKey(ApiKey::Cookie(cookie)).into());
    document
}

/// The router of a node, coat and all: what is no route is one of the screens.
pub fn router(house: &House, ui: Ui) -> Router {
    let (work, pmtiles) = (&house.work, &house.config.map.pmtiles);
    let of_the_house = import::http::routes().merge(export::cases::routes()).merge(export::lists::routes());
    let tables: Router = Router::from(of_the_house).with_state(house.clone());
    let realm: Router = Router::from(wangge_realm::routes()).with_state(work.realm.clone());
    let routes: Router<Work> = Router::from(wangge_work::routes());
    let document = document();
    let json: Arc<str> = document.to_pretty_json().unwrap_or_default().into();
    let value = serde_json::from_str(&json).unwrap_or_default();
    let page: Arc<str> = reference::page(&value, work.realm.app.settings().banner()).into();
    let router = routes
        .route("/api/v1/openapi.json", get(move || openapi(json.clone())))
        .route("/api/v1/docs", get(move || docs(page.clone())))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .with_state(work.clone())
        .merge(realm)
        .merge(tables);
    let router = if pmtiles.as_os_str().is_empty() {
        router
    } else {
        router.route_service(basemap::PMTILES, ServeFile::new(pmtiles))
    };
    wangge_web::finish(router, |method, uri, headers| ui.answer(method, uri, headers), work.realm.app.clone())
}

async fn openapi(json: Arc<str>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], json.to_string())
}

async fn docs(page: Arc<str>) -> Html<String> {
    Html(page.to_string())
}

/// Ready when the database answers: what a load balancer asks.
async fn ready(State(work): State<Work>) -> Result<&'static str, wangge_web::Problem> {
    work.realm.app.db().ping().await?;
    Ok("ready")
}
