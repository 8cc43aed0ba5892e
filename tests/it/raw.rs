//! Requests as a stranger could send them, and answers with nothing interpreted: status, headers, text.

use reqwest::{Method, RequestBuilder, header::HeaderMap};
use serde_json::Value;

use wangge_demo::people::PASSWORD;

use crate::city::{City, key};

/// Somebody who speaks HTTP.
pub struct Raw {
    /// Without cookies nobody, with them somebody logged in.
    pub http: reqwest::Client,
    base: String,
    csrf: Option<String>,
}

/// What came back.
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body, as text.
    pub text: String,
}

impl Answer {
    /// The body as JSON; nothing if it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
    }
}

impl Raw {
    /// Somebody without an account.
    pub fn anonymous(base: &str) -> Self {
        let http = reqwest::Client::builder().cookie_store(true).build().expect("a client");
        Self { http, base: base.to_owned(), csrf: None }
    }

    /// Somebody who logs in.
    pub async fn log_in(base: &str, login: &str, password: &str) -> Self {
        let mut raw = Self::anonymous(base);
        let body = serde_json::json!({ "login": login, "password": password });
        let me = raw.json(Method::POST, "/api/v1/session", &body).await;
        assert_eq!(me.status, 200, "{login}: {}", me.text);
        raw.csrf = me.json()["csrf"].as_str().map(str::to_owned);
        raw
    }

    /// Whoever sits there.
    pub async fn seated(city: &City, unit: &str, post: &str) -> Self {
        let hand = city.hand(unit, post).await;
        Self::log_in(&city.base(), &hand.login, PASSWORD).await
    }

    /// A request with what every good client sends: a fresh key and the session's token.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let mut request = self.http.request(method.clone(), format!("{}{path}", self.base));
        if method != Method::GET {
            request = request.header("Idempotency-Key", key());
        }
        if let Some(csrf) = &self.csrf {
            request = request.header("x-csrf", csrf);
        }
        request
    }

    /// Sends JSON.
    pub async fn json(&self, method: Method, path: &str, body: &Value) -> Answer {
        answered(self.request(method, path).json(body)).await
    }

    /// Sends JSON; the status, and what came back.
    pub async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let answer = self.json(Method::POST, path, body).await;
        (answer.status, answer.json())
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        answered(self.request(Method::GET, path)).await
    }

    /// Uploads `bytes` under a name and type, for a case.
    pub async fn upload(&self, case: &str, name: &str, kind: &str, bytes: Vec<u8>) -> Answer {
        let part = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned());
        let part = part.mime_str(kind).expect("a media type");
        let form = reqwest::multipart::Form::new().text("case", case.to_owned()).part("file", part);
        answered(self.request(Method::POST, "/api/v1/files").multipart(form)).await
    }
}

/// Sends; the body of a stream that never ends is left alone.
pub async fn answered(request: RequestBuilder) -> Answer {
    let answer = request.send().await.expect("the server answers");
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let endless = headers.get("content-type").is_some_and(|v| v.as_bytes().starts_with(b"text/event-stream"));
    let text = if endless {
        String::new()
    } else {
        answer.bytes().await.map(|b| String::from_utf8_lossy(&b).into_owned()).expect("the whole answer")
    };
    Answer { status, headers, text }
}
