//! Keyset pages: no counts, no offsets. A cursor is opaque to clients.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// Where a page ended: the sort key and the id of its last row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Sort key of the last row (an instant in microseconds, or a rank).
    pub key: i64,
    /// Tie-breaker: id of the last row.
    pub id: String,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:x}_{}", self.key, self.id)
    }
}
impl std::str::FromStr for Cursor {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let wrong = || {
            Refusal::invalid(
                "after",
                "翻页标记无效,请从第一页重新打开",
                "The page mark is not valid; start again from the first page",
            )
        };
        let (key, id) = text.split_once('_').ok_or_else(wrong)?;
        let key = u64::from_str_radix(key, 16).ok().ok_or_else(wrong)?.cast_signed();
        if id.len() > 64 || !id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.') {
            return Err(wrong());
        }
        Ok(Self { key, id: id.to_owned() })
    }
}

/// One page of a list.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Pass as `after` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
