//! Files over HTTP.

use axum::{
    extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Coord, Datum, District, Ref, Refusal};
use wangge_web::{IdemKey, Json, Path, Problem, ReadProblems, WriteProblems, extract};

use super::{File, Media, Offer, verbs};
use crate::{Realm, Who};

/// A file taken in.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileView {
    /// Name it in a report or a step.
    #[serde(rename = "ref")]
    pub at: String,
    /// What it is now.
    pub media: Media,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content, hex.
    pub sha256: String,
    /// Place and time found in the photo: take them over or not, they are kept nowhere.
    pub offer: Offer,
}

/// The form: the file, and where its work is at home: the case it belongs to, or a place.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "describes the multipart form for OpenAPI")]
struct UploadForm {
    /// JPEG, PNG, WebP or PDF, at most 20 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// Reference of the case it belongs to.
    case: Option<String>,
    /// Longitude of the place, if there is no case yet.
    lon: Option<f64>,
    /// Latitude.
    lat: Option<f64>,
    /// Datum of the place.
    datum: Option<Datum>,
    /// Home shard, if the client knows it.
    district: Option<String>,
}

#[derive(Default)]
struct Parts {
    file: Option<(Option<String>, Vec<u8>)>,
    case: Option<Ref<()>>,
    lon: Option<f64>,
    lat: Option<f64>,
    datum: Datum,
    district: Option<District>,
}

fn bad_form(e: &dyn std::fmt::Display) -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "body.form",
        "上传的表单不完整,请重新上传",
        format!("The form is not well-formed multipart/form-data; upload again ({e})"),
    )
}

fn number(field: &str, text: &str) -> Result<f64, Refusal> {
    text.trim().parse().ok().ok_or_else(|| Refusal::invalid(field, "应为数字", "A number is wanted"))
}

async fn read_form(realm: &Realm, request: Request) -> Result<Parts, Problem> {
    let limit = realm.app.settings().file_limit;
    let (head, body) = request.into_parts();
    // The whole form is taken under one limit first, so that a large one is told 413 and not cut off.
    let bytes = extract::take_body(&head.headers, body, limit + 64 * 1024).await?;
    let mut request = Request::from_parts(head, bytes.into());
    // It is taken already; axum's own two megabytes would cut an ordinary photo off.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|e| {
        Problem::from(Refusal::new(
            wangge_base::Kind::Unsupported,
            "body.not_form",
            "请以 multipart/form-data 上传文件",
            format!("Upload files as multipart/form-data ({e})"),
        ))
    })?;
    let mut parts = Parts::default();
    while let Some(field) = form.next_field().await.map_err(|e| bad_form(&e))? {
        let name = field.name().unwrap_or_default().to_owned();
        let declared = field.content_type().map(str::to_owned);
        let bytes = field.bytes().await.map_err(|e| bad_form(&e))?;
        if name == "file" {
            if bytes.len() > limit {
                return Err(extract::too_large(limit));
            }
            parts.file = Some((declared, bytes.to_vec()));
            continue;
        }
        let text = std::str::from_utf8(&bytes).map_err(|e| bad_form(&e))?.trim();
        match name.as_str() {
            "case" => parts.case = Some(text.parse()?),
            "lon" => parts.lon = Some(number("lon", text)?),
            "lat" => parts.lat = Some(number("lat", text)?),
            "district" => parts.district = Some(text.parse()?),
            "datum" => {
                parts.datum = serde_json::from_value(text.into())
                    .ok()
                    .ok_or_else(|| Refusal::invalid("datum", "坐标系为 wgs84 或 gcj02", "wgs84 or gcj02"))?;
            }
            other => return Err(Refusal::invalid(other, "不认识的字段", "Unknown field").into()),
        }
    }
    Ok(parts)
}

/// Where the file's work is at home.
fn home(realm: &Realm, parts: &Parts) -> Result<District, Refusal> {
    if let Some(case) = &parts.case {
        return Ok(case.district.clone());
    }
    if let Some((lon, lat)) = parts.lon.zip(parts.lat) {
        let at = Coord::new(lon, lat)?;
        return realm.home_of(parts.datum, at);
    }
    let shards = crate::shards_of(&realm.units(), realm.units().root());
    parts.district.clone().filter(|d| shards.contains(d)).ok_or_else(|| {
        Refusal::invalid(
            "lon",
            "请给出所属工单或地点,以便确定区县",
            "Name the case or the place, so that its district is known",
        )
    })
}

/// Upload a photo or a document; refer to it in a report or a step within a day. Anonymous uploads
/// are counted against the rate limit.
#[utoipa::path(post, path = "/api/v1/files", operation_id = "file_upload", tag = "file",
    request_body(content = inline(UploadForm), content_type = "multipart/form-data"),
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = FileView), WriteProblems))]
async fn upload(
    State(realm): State<Realm>,
    who: Who,
    key: IdemKey,
    request: Request,
) -> Result<(StatusCode, Json<FileView>), Problem> {
    let _turn = realm.upload_turn().await?;
    let mut parts = read_form(&realm, request).await?;
    let (declared, bytes) =
        parts.file.take().ok_or_else(|| Refusal::invalid("file", "没有选择文件", "No file"))?;
    let district = home(&realm, &parts)?;
    let uploader = who.login.as_ref().map(|login| login.account.to_string());
    let put = verbs::put(&realm, district, declared, bytes, uploader, key).await?;
    let File { at, media, size, sha256, .. } = put.file;
    Ok((StatusCode::CREATED, Json(FileView { at: at.to_string(), media, size, sha256, offer: put.offer })))
}

/// The answer that carries a file's content: pictures are shown, documents are downloaded.
pub fn answer(file: &File, bytes: Vec<u8>) -> Response {
    let (shown, ending) = match file.media {
        Media::Jpeg => ("inline", "jpg"),
        Media::Png => ("inline", "png"),
        Media::Webp => ("inline", "webp"),
        Media::Pdf => ("attachment", "pdf"),
    };
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media.word()));
    // What somebody uploaded is never run: no scripts, no frames, no origin.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'"),
    );
    // The content never changes, but it may be erased: nobody's browser keeps it for long.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=300"));
    let disposition = format!("{shown}; filename=\"{}.{ending}\"", file.at.id);
    for (name, value) in
        [(header::CONTENT_DISPOSITION, disposition), (header::ETAG, format!("\"{}\"", file.sha256))]
    {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
    answer
}

/// A file's content: for its uploader, and for whoever may read the work it belongs to.
#[utoipa::path(get, path = "/api/v1/files/{ref}", operation_id = "file_download", tag = "file", params(("ref" = String, Path)),
    responses((status = 200, description = "The content", content_type = "application/octet-stream"), ReadProblems))]
async fn download(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<File>>,
) -> Result<Response, Problem> {
    let person = who.require_login()?.account.to_string();
    let (file, bytes) = verbs::get(&realm, at, who.actor.holder().cloned(), person).await?;
    Ok(answer(&file, bytes))
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(upload)).routes(routes!(download))
}
