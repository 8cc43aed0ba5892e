//! Problems: how a refusal or a failure reads over HTTP (RFC 9457, `application/problem+json`).
//!
//! `title` and `detail` come in the language the client asked for (`Accept-Language`), `zh` and `en`
//! always carry both, so that a page can switch without asking again.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use wangge_base::{FieldError, Kind, Refusal};
use wangge_store as store;

/// A language of the two the house speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// The first of zh and en by weight in `Accept-Language`; Chinese when neither is asked for.
    pub fn of(headers: &HeaderMap) -> Self {
        let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let (mut zh, mut en) = (0.0_f32, 0.0_f32);
        for part in asked.split(',') {
            let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
            let weight = weight.trim().strip_prefix("q=").and_then(|q| q.parse().ok()).unwrap_or(1.0_f32);
            let tag = tag.trim().to_ascii_lowercase();
            if tag == "zh" || tag.starts_with("zh-") {
                zh = zh.max(weight);
            } else if tag == "en" || tag.starts_with("en-") {
                en = en.max(weight);
            }
        }
        if en > zh { Self::En } else { Self::Zh }
    }

    /// The text in this language.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A failed request, ready to be told. Made from a [`Refusal`] or a [`store::Error`] by `?`.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The HTTP status.
    pub status: StatusCode,
    /// What happened and what to do next.
    pub refusal: Box<Refusal>,
    /// When trying again makes sense, seconds.
    pub retry_after: Option<u32>,
}

/// The body of a problem on the wire.
#[derive(Clone, Debug, Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct ProblemBody {
    /// Reference to the description of this kind of problem, `/problems/{code}`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Short name of the class of problem, in the asked language.
    pub title: String,
    /// The HTTP status again.
    pub status: u16,
    /// What happened and what to do next, in the asked language.
    pub detail: String,
    /// Stable machine word, e.g. `case.not_holder`.
    pub code: String,
    /// `detail` in Chinese.
    pub zh: String,
    /// `detail` in English.
    pub en: String,
    /// The fields at fault.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
    /// For a stale version: the one that stands now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<i64>,
    /// Tell this to the operator: it stands in the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

const fn status_of(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Gone => StatusCode::GONE,
        Kind::NotAllowed | Kind::Stale | Kind::Conflict => StatusCode::CONFLICT,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::Unsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

const fn title_of(status: StatusCode) -> (&'static str, &'static str) {
    match status.as_u16() {
        400 => ("请求无法读懂", "The request cannot be read"),
        401 => ("请先登录", "Log in first"),
        403 => ("没有权限", "Not permitted"),
        404 => ("没有找到", "Not found"),
        405 => ("方法不支持", "Method not supported"),
        408 => ("请求超时", "The request took too long"),
        409 => ("现在不能这样做", "Not possible now"),
        410 => ("已擦除", "Erased"),
        413 => ("内容太大", "Too large"),
        415 => ("类型不支持", "Type not supported"),
        422 => ("内容有误", "Wrong input"),
        429 => ("太频繁", "Too often"),
        503 => ("暂时未办成", "Not done for now"),
        _ => ("系统出错", "The system failed"),
    }
}

impl Problem {
    /// A problem with a status that no refusal kind stands for (400, 405, 500 …).
    pub fn new(status: StatusCode, code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        let refusal = Box::new(Refusal::new(Kind::Invalid, code, zh, en));
        Self { status, refusal, retry_after: None }
    }

    /// Something broke here: 500. `context` goes to the log, never to the user.
    pub fn failed(context: &dyn std::fmt::Display) -> Self {
        tracing::error!(error = %context, "request failed");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "系统内部出错,已记录;请稍后再试,或把请求编号告诉管理员",
            "Something broke here and was logged; try later, or tell the operator the request id",
        )
    }

    /// Adds when to try again.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The body in `lang`.
    pub fn body(&self, lang: Lang, request_id: Option<String>) -> ProblemBody {
        let no = &*self.refusal;
        let title = title_of(self.status);
        ProblemBody {
            kind: format!("/problems/{}", no.code),
            title: lang.pick(title.0, title.1).to_owned(),
            status: self.status.as_u16(),
            detail: lang.pick(&no.zh, &no.en).to_owned(),
            code: no.code.to_owned(),
            zh: no.zh.clone(),
            en: no.en.clone(),
            fields: no.fields.clone(),
            current: no.current,
            request_id,
        }
    }

    pub(crate) fn render(&self, lang: Lang, request_id: Option<String>) -> Response {
        let text = serde_json::to_vec(&self.body(lang, request_id)).unwrap_or_default();
        let mut answer = Response::new(Body::from(text));
        *answer.status_mut() = self.status;
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.pick("zh-CN", "en")));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        answer
    }
}

impl From<Refusal> for Problem {
    fn from(no: Refusal) -> Self {
        let retry_after = match no.kind {
            Kind::TooMany => Some(60),
            Kind::Unavailable => Some(2),
            _ => None,
        };
        Self { status: status_of(no.kind), refusal: Box::new(no), retry_after }
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Refused(no) => (*no).into(),
            store::Error::Retry(context) => {
                tracing::warn!(error = %context, "not done, retry");
                Refusal::new(
                    Kind::Unavailable,
                    "store.retry",
                    "这次没有办成,什么也没有改变;请再试一次",
                    "It was not done and nothing has changed; try again",
                )
                .into()
            }
            store::Error::Ambiguous(context) => {
                tracing::error!(error = %context, "outcome unknown");
                Refusal::new(
                    Kind::Unavailable,
                    "store.ambiguous",
                    "结果暂时不明;请用同一个幂等键原样再提交一次,不会重复办理",
                    "The outcome is not known yet; send the same again with the same Idempotency-Key: it will \
                     not be done twice",
                )
                .into()
            }
            broken => Self::failed(&broken),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        // The outer layer (`layers::finish`) knows the language and the request id and renders
        // anew; without it the Chinese text goes out.
        let mut answer = self.render(Lang::Zh, None);
        answer.extensions_mut().insert(self);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, text.parse().expect("header"));
        Lang::of(&headers)
    }

    #[test]
    fn the_language_is_the_one_asked_for() {
        assert_eq!(asked("en-GB,en;q=0.9,zh;q=0.8"), Lang::En);
        assert_eq!(asked("zh-CN,zh;q=0.9,en;q=0.8"), Lang::Zh);
        assert_eq!(asked("de"), Lang::Zh);
        assert_eq!(asked("*;q=0,en;q=abc"), Lang::En);
        assert_eq!(Lang::of(&HeaderMap::new()), Lang::Zh);
    }

    #[test]
    fn a_stale_refusal_carries_the_current_version() {
        let body = Problem::from(Refusal::stale(7)).body(Lang::En, Some("r1".into()));
        assert_eq!((body.status, body.current, body.code.as_str()), (409, Some(7), "stale"));
        assert_eq!(body.detail, body.en);
    }
}
