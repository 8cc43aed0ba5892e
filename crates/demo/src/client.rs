//! Somebody at a screen: logs in and speaks HTTP like everybody else.

use serde_json::{Value, json};

/// Why the demo cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The server cannot be reached.
    #[error("the server does not answer: {0}")]
    Network(#[from] reqwest::Error),
    /// The server said no where the demo expected a yes.
    #[error("{what}: {status} {detail}")]
    Refused {
        /// What was asked.
        what: String,
        /// The status.
        status: u16,
        /// What the server said, in English.
        detail: String,
    },
}

/// A browser or phone.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    csrf: Option<String>,
}

impl Client {
    /// Somebody without an account.
    pub fn anonymous(base: &str) -> Result<Self, Trouble> {
        let http = reqwest::Client::builder().cookie_store(true).build()?;
        Ok(Self { http, base: base.trim_end_matches('/').to_owned(), csrf: None })
    }

    /// Somebody who logs in.
    pub async fn log_in(base: &str, login: &str, password: &str) -> Result<Self, Trouble> {
        let mut client = Self::anonymous(base)?;
        let me =
            client.post("/api/v1/session", None, &json!({ "login": login, "password": password })).await?;
        client.csrf = me["csrf"].as_str().map(str::to_owned);
        Ok(client)
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Result<Value, Trouble> {
        let answer = self.http.get(format!("{}{path}", self.base)).send().await?;
        read(path, answer).await
    }

    /// Writes, under `key` if the operation wants one.
    pub async fn post(&self, path: &str, key: Option<&str>, body: &Value) -> Result<Value, Trouble> {
        let mut request = self.http.post(format!("{}{path}", self.base)).json(body);
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        if let Some(csrf) = &self.csrf {
            request = request.header("x-csrf", csrf);
        }
        read(path, request.send().await?).await
    }

    /// Uploads a photo to a case; answers its reference.
    pub async fn photo(&self, case: &str, key: &str, jpeg: Vec<u8>) -> Result<String, Trouble> {
        let form = reqwest::multipart::Form::new()
            .text("case", case.to_owned())
            .part("file", reqwest::multipart::Part::bytes(jpeg).file_name("photo.jpg"));
        let mut request = self
            .http
            .post(format!("{}/api/v1/files", self.base))
            .header("Idempotency-Key", key)
            .multipart(form);
        if let Some(csrf) = &self.csrf {
            request = request.header("x-csrf", csrf);
        }
        let file = read("/api/v1/files", request.send().await?).await?;
        Ok(file["ref"].as_str().unwrap_or_default().to_owned())
    }
}

/// A small picture in one colour: what the demo's phones take, so that nobody is on it.
pub fn picture(red: u8, green: u8, blue: u8) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_pixel(64, 48, image::Rgb([red, green, blue]));
    match image.write_to(&mut out, image::ImageFormat::Jpeg) {
        Ok(()) => out.into_inner(),
        Err(_) => Vec::new(), // writing to memory does not fail; an empty file would be refused by name
    }
}

async fn read(what: &str, answer: reqwest::Response) -> Result<Value, Trouble> {
    let status = answer.status();
    let body: Value = answer.json().await.unwrap_or_default();
    if status.is_success() {
        return Ok(body);
    }
    let mut detail = body["en"].as_str().unwrap_or("no details").to_owned();
    for field in body["fields"].as_array().into_iter().flatten() {
        detail.push_str(&format!(
            "; {}: {}",
            field["field"].as_str().unwrap_or("?"),
            field["en"].as_str().unwrap_or("?")
        ));
    }
    Err(Trouble::Refused { what: what.to_owned(), status: status.as_u16(), detail })
}
