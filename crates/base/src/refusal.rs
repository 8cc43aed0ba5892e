//! How the system says no to a person: what happened, where, and what to do next, in Chinese and
//! English. What an operator must know goes to the log instead.

use serde::{Deserialize, Serialize};

/// The class of a refusal; decides the HTTP status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The input is wrong: 422, with the fields.
    Invalid,
    /// Nobody is logged in, or the session has ended: 401.
    Unauthenticated,
    /// Somebody is, but may not: 403.
    Forbidden,
    /// There is no such thing, or the asker may not know that there is: 404.
    NotFound,
    /// There was such a thing; it is erased and does not come back: 410.
    Gone,
    /// The law of the flow does not allow this now: 409.
    NotAllowed,
    /// Somebody was faster; the current version comes along: 409.
    Stale,
    /// The same key came with another body: 409.
    Conflict,
    /// Too large: 413.
    TooLarge,
    /// A kind of file or body that is not taken: 415.
    Unsupported,
    /// Too often: 429.
    TooMany,
    /// Not done, try again: 503.
    Unavailable,
}

/// One wrong field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FieldError {
    /// JSON pointer or column name of the field.
    pub field: String,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
}

/// A no, fit to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The class.
    pub kind: Kind,
    /// Stable machine word, e.g. `case.not_holder`; documented in docs/API.md.
    pub code: &'static str,
    /// What happened and what to do next, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// The fields at fault, if any.
    pub fields: Vec<FieldError>,
    /// For [`Kind::Stale`]: the version that stands now.
    pub current: Option<i64>,
}

impl Refusal {
    /// A refusal of `kind` with its stable `code` and both texts.
    pub fn new(kind: Kind, code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { kind, code, zh: zh.into(), en: en.into(), fields: Vec::new(), current: None }
    }
    /// Wrong input in one field.
    pub fn invalid(field: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(
            Kind::Invalid,
            "input.invalid",
            "提交的内容有误,请按提示修改后再提交",
            "Some of the input is wrong; mend it and send it again",
        )
        .field(field, zh, en)
    }
    /// Adds a field at fault.
    #[must_use]
    pub fn field(mut self, field: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.fields.push(FieldError { field: field.into(), zh: zh.into(), en: en.into() });
        self
    }
    /// The actor may not do this.
    pub fn forbidden(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Kind::Forbidden, "access.forbidden", zh, en)
    }
    /// There is no such thing (for this asker).
    pub fn not_found(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Kind::NotFound, "not_found", zh, en)
    }
    /// The flow does not allow it now.
    pub fn not_allowed(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Kind::NotAllowed, code, zh, en)
    }
    /// Somebody was faster: `current` is the version that stands now.
    pub fn stale(current: i64) -> Self {
        let mut no = Self::new(
            Kind::Stale,
            "stale",
            "有人先一步处理了这件事,请查看最新情况后再操作",
            "Somebody was faster: look at the latest state, then act again",
        );
        no.current = Some(current);
        no
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.en)?;
        for at in &self.fields {
            write!(f, "; {}: {}", at.field, at.en)?;
        }
        Ok(())
    }
}
impl std::error::Error for Refusal {}
