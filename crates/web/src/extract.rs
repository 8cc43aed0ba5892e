//! Extractors whose rejections are [`Problem`]s.

use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    extract::{FromRef, FromRequest, FromRequestParts, Request, rejection},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use futures_util::StreamExt as _;
use serde::{Serialize, de::DeserializeOwned};
use wangge_base::{Kind, Refusal};

use crate::{App, Problem};

/// How much of an oversized body is read and thrown away, so that the client hears the refusal
/// instead of a broken connection.
const DRAIN: usize = 128 * 1024 * 1024;

/// How long a client may pause within a body, and take for all of it: a phone on a bad line manages, a
/// connection held open on purpose does not.
const CHUNK_TIME: Duration = Duration::from_secs(15);
const BODY_TIME: Duration = Duration::from_secs(180);

fn too_slow() -> Problem {
    Problem::new(
        StatusCode::REQUEST_TIMEOUT,
        "body.slow",
        "上传太慢已中断,请换个网络好的地方再试",
        "The upload was too slow and was broken off; try again on a better line",
    )
}

/// Reads a body of at most `limit` bytes; a longer one is refused with 413.
pub async fn take_body(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, Problem> {
    let declared = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.parse::<usize>().ok())
        .unwrap_or(0);
    let mut over = declared > limit;
    let mut taken = Vec::with_capacity(declared.min(limit));
    let mut seen = 0_usize;
    let mut chunks = body.into_data_stream();
    let end = tokio::time::Instant::now() + BODY_TIME;
    loop {
        let patience = end.min(tokio::time::Instant::now() + CHUNK_TIME);
        let Ok(next) = tokio::time::timeout_at(patience, chunks.next()).await else { return Err(too_slow()) };
        let Some(chunk) = next else { break };
        let chunk = chunk.map_err(|e| {
            Problem::new(
                StatusCode::BAD_REQUEST,
                "body.broken",
                "上传中断,请重新发送",
                format!("The upload broke off; send it again ({e})"),
            )
        })?;
        seen = seen.saturating_add(chunk.len());
        over = over || seen > limit;
        if over {
            taken = Vec::new();
            if seen > DRAIN {
                break;
            }
        } else {
            taken.extend_from_slice(&chunk);
        }
    }
    if over { Err(too_large(limit)) } else { Ok(taken.into()) }
}

/// The refusal of what is larger than `limit` bytes.
pub fn too_large(limit: usize) -> Problem {
    let size = if limit >= 1 << 20 { format!("{} MB", limit >> 20) } else { format!("{} KB", limit >> 10) };
    Refusal::new(
        Kind::TooLarge,
        "body.too_large",
        format!("内容太大,最多{size};请压缩或分开提交"),
        format!("Too large: at most {size}. Compress it or send it in parts"),
    )
    .into()
}

/// A JSON body: at most `Settings::json_limit` bytes, `application/json`, one value, no field that
/// the DTO does not know (DTOs carry `deny_unknown_fields`).
#[derive(Debug, Clone, Copy)]
pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T>
where
    App: FromRef<S>,
{
    type Rejection = Problem;
    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let essence = kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        if essence != "application/json" && !essence.ends_with("+json") {
            return Err(Refusal::new(
                Kind::Unsupported,
                "body.not_json",
                "请以 application/json 提交",
                "Send it as application/json",
            )
            .into());
        }
        let bytes = take_body(&parts.headers, body, App::from_ref(state).settings().json_limit).await?;
        parse(&bytes).map(Self)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// Reads JSON strictly; errors name the field by JSON pointer.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut from).map_err(|e| {
        let pointer = pointer_of(e.path());
        let inner = e.into_inner();
        if inner.is_data() { wrong_field(&pointer, &inner.to_string()) } else { not_json(&inner) }
    })?;
    from.end().map_err(|e| not_json(&e))?;
    Ok(value)
}

fn not_json(error: &serde_json::Error) -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "body.syntax",
        format!("不是完整的JSON(第{}行第{}列)", error.line(), error.column()),
        format!("Not well-formed JSON (line {}, column {})", error.line(), error.column()),
    )
}

fn pointer_of(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |mut all, segment| {
        match segment {
            Segment::Seq { index } => all.push_str(&format!("/{index}")),
            Segment::Map { key } => all.push_str(&format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
            Segment::Enum { variant } => all.push_str(&format!("/{variant}")),
            Segment::Unknown => {}
        }
        all
    })
}

/// Turns serde's sentence into a field error in both languages.
fn wrong_field(pointer: &str, said: &str) -> Problem {
    let said = said.rsplit_once(" at line ").map_or(said, |(text, _)| text);
    let quoted = said.split('`').nth(1).unwrap_or("");
    let (zh, field) = if said.starts_with("missing field") {
        (format!("缺少必填项 {quoted}"), format!("{pointer}/{quoted}"))
    } else if said.starts_with("unknown field") {
        (format!("不认识的字段 {quoted}"), pointer.to_owned())
    } else if said.starts_with("unknown variant") {
        (format!("取值 {quoted} 不在允许范围内"), pointer.to_owned())
    } else if said.starts_with("invalid type") {
        ("类型不对".to_owned(), pointer.to_owned())
    } else if said.starts_with("duplicate field") {
        (format!("字段 {quoted} 重复"), pointer.to_owned())
    } else {
        ("格式或取值不对".to_owned(), pointer.to_owned())
    };
    Refusal::invalid(if field.is_empty() { "/" } else { &field }, zh, said).into()
}

/// A query string.
#[derive(Debug, Clone, Copy)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Query::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Query(value)) => Ok(Self(value)),
            Err(no) => {
                let text = no.body_text();
                let said = text.strip_prefix("Failed to deserialize query string: ").unwrap_or(&text);
                let field = said.split('`').nth(1).or_else(|| said.split(':').next()).unwrap_or("query");
                Err(Refusal::invalid(field, "网址中的查询条件有误", said).into())
            }
        }
    }
}

/// Path parameters; `Path<Ref<T>>` reads `{ref}`. What does not parse cannot exist: 404.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(rejection::PathRejection::MissingPathParams(no)) => Err(Problem::failed(&no)),
            Err(_) => Err(Refusal::not_found(
                "网址中的编号无效,请检查链接是否完整",
                "The reference in the address is not valid; check that the link is complete",
            )
            .into()),
        }
    }
}

/// The key that makes a write repeatable: header `Idempotency-Key`, 8 to 64 visible ASCII
/// characters, chosen by the client once per intended effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdemKey(pub String);

impl<S: Send + Sync> FromRequestParts<S> for IdemKey {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let key = parts.headers.get("idempotency-key").and_then(|v| v.to_str().ok()).unwrap_or("");
        if (8..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic()) {
            return Ok(Self(key.to_owned()));
        }
        Err(Refusal::invalid(
            "Idempotency-Key",
            "写操作须带幂等键(8至64个可见字符),断网重发才不会重复",
            "Writes carry an Idempotency-Key of 8 to 64 visible ASCII characters, so that sending again \
             cannot do it twice",
        )
        .into())
    }
}

/// Pages of a list: `?after=…&limit=…`.
#[derive(Debug, Clone, Default, serde::Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    /// `next` of the page before.
    pub after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

impl PageQuery {
    /// The cursor and the number of rows, checked.
    pub fn read(&self) -> Result<(Option<wangge_base::Cursor>, i64), Problem> {
        Ok((read_after(self.after.as_deref())?, read_limit(self.limit)?))
    }
}

/// Reads an `after` parameter.
pub fn read_after(after: Option<&str>) -> Result<Option<wangge_base::Cursor>, Problem> {
    after.map(str::parse).transpose().map_err(Problem::from)
}

/// Reads a `limit` parameter: 1 to 100, 20 when absent.
pub fn read_limit(limit: Option<u32>) -> Result<i64, Problem> {
    match limit.unwrap_or(20) {
        n @ 1..=100 => Ok(i64::from(n)),
        _ => Err(Refusal::invalid("limit", "每页1到100条", "1 to 100 rows a page").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Dto {
        #[expect(dead_code, reason = "only parsed")]
        name: String,
        #[expect(dead_code, reason = "only parsed")]
        place: Option<wangge_base::Coord>,
    }

    fn said(json: &str) -> (u16, String, String) {
        let no = parse::<Dto>(json.as_bytes()).expect_err("must be refused");
        let first = no.refusal.fields.first();
        (
            no.status.as_u16(),
            first.map(|f| f.field.clone()).unwrap_or_default(),
            first.map(|f| f.zh.clone()).unwrap_or_default(),
        )
    }

    #[test]
    fn wrong_json_names_the_field() {
        assert_eq!(said("{"), (400, String::new(), String::new()));
        assert_eq!(said("{} {}").0, 422);
        assert_eq!(said("{}"), (422, "/name".into(), "缺少必填项 name".into()));
        assert_eq!(said(r#"{"name":"a","x":1}"#), (422, "/x".into(), "不认识的字段 x".into()));
        assert_eq!(said(r#"{"name":"a","place":{"lon":"x","lat":1}}"#).1, "/place/lon");
        assert_eq!(said(r#"{"name":"a"} 1"#).0, 400);
        assert_eq!(said("\"\u{0}\"").0, 400);
    }

    #[tokio::test]
    async fn an_oversized_body_is_refused_without_being_kept() {
        let big = Body::from(vec![b'x'; 2000]);
        let no = take_body(&HeaderMap::new(), big, 1000).await.expect_err("too large");
        assert_eq!(no.status.as_u16(), 413);
        let fits = take_body(&HeaderMap::new(), Body::from("12345"), 5).await.expect("fits");
        assert_eq!(&fits[..], b"12345");
    }
}
