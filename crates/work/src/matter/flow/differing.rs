//! What became different: between two versions of an entry, and between the lists of two dates.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Instant, MatterCode, words};

use super::{Catalogue, List};
use crate::matter::{Entry, Matter};

/// One field that reads otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EntryDifference {
    /// Name of the field, e.g. `minutes`.
    pub field: &'static str,
    /// What people call it, in Chinese.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// What it said; absent: nothing.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<serde_json::Value>,
    /// What it says; absent: nothing.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<serde_json::Value>,
}

/// Every field of an entry with its name in both languages, in the order in which people read them.
pub const LABELS: &[(&str, &str, &str)] = &[
    ("code", "编码", "code"),
    ("name_zh", "名称(中文)", "name in Chinese"),
    ("name_en", "名称(英文)", "name in English"),
    ("tier", "所在清单", "list"),
    ("national", "三张清单", "national list"),
    ("board", "板块", "board"),
    ("kind", "类别", "kind"),
    ("level", "办理层级", "level that handles"),
    ("heading", "“6+1”条目", "heading of the 6+1"),
    ("lead_post", "牵头岗位", "lead post"),
    ("assist_posts", "配合岗位", "assisting posts"),
    ("lead_department", "牵头部门", "lead department"),
    ("assist_departments", "配合部门", "assisting departments"),
    ("basis", "依据", "basis"),
    ("cadence", "频次", "frequency"),
    ("duty", "常态任务规则", "rule of the duty"),
    ("minutes", "每次用时(分钟,估计)", "minutes each time (estimate)"),
    ("evidence", "佐证", "evidence"),
    ("nothing_found", "“未发现”可办结", "nothing found is a result"),
    ("fields", "需填字段", "fields to fill in"),
    ("questions", "提问表单", "form"),
    ("urgency", "紧急程度", "urgency"),
    ("privacy", "公开程度", "privacy"),
    ("limits", "时限", "limits"),
    ("filing_zh", "立案条件(中文)", "when it is filed, in Chinese"),
    ("filing_en", "立案条件(英文)", "when it is filed, in English"),
    ("closing_zh", "结案条件(中文)", "when it is closed, in Chinese"),
    ("closing_en", "结案条件(英文)", "when it is closed, in English"),
    ("review", "结束或复核日期", "end or review date"),
    ("source", "来源", "source"),
    ("example", "示例", "example"),
];

/// The fields in which `to` reads otherwise than `from`; `None` for what is not there yet, or no longer.
pub fn differences(from: Option<&Entry>, to: Option<&Entry>) -> Vec<EntryDifference> {
    let fields = |entry: Option<&Entry>| {
        entry.and_then(|e| serde_json::to_value(e).ok()).unwrap_or(serde_json::Value::Null)
    };
    let (before, after) = (fields(from), fields(to));
    let said = |of: &serde_json::Value, field: &str| {
        of.get(field).filter(|v| !v.is_null() && v.as_str() != Some("")).cloned()
    };
    LABELS
        .iter()
        .map(|(field, zh, en)| EntryDifference {
            field,
            zh,
            en,
            from: said(&before, field),
            to: said(&after, field),
        })
        .filter(|one| one.from != one.to)
        .collect()
}

words!(
    /// What became of an entry between two dates.
    ListChange {
        /// 新增: it was not on the list
        Added = "added",
        /// 调整: another version counts
        Changed = "changed",
        /// 退出: it no longer counts
        Ended = "ended",
    }
);

/// An entry in the difference between two lists.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ListDifference {
    /// Code.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Its name in Chinese, the newer one.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// What became of it.
    pub sort: ListChange,
    /// The version that counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_version: Option<i64>,
    /// The version that counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_version: Option<i64>,
    /// Field by field, for what was changed.
    pub fields: Vec<EntryDifference>,
}

/// What became different on `list` between two moments, by code.
pub fn lists(catalogue: &Catalogue, list: List, from: Instant, to: Instant) -> Vec<ListDifference> {
    let standing = |at| move |code: &MatterCode| catalogue.effective(code, at).ok().filter(|m| list.holds(m));
    let (before, after) = (standing(from), standing(to));
    catalogue.codes().filter_map(|code| difference(before(code), after(code))).collect()
}

fn difference(before: Option<Arc<Matter>>, after: Option<Arc<Matter>>) -> Option<ListDifference> {
    let (sort, shown) = match (&before, &after) {
        (None, None) => return None,
        (None, Some(new)) => (ListChange::Added, new),
        (Some(old), None) => (ListChange::Ended, old),
        (Some(old), Some(new)) if old.version == new.version => return None,
        (Some(_), Some(new)) => (ListChange::Changed, new),
    };
    let fields = match (&before, &after) {
        (Some(old), Some(new)) => differences(Some(&old.entry), Some(&new.entry)),
        _ => Vec::new(),
    };
    Some(ListDifference {
        code: shown.code.clone(),
        name_zh: shown.name_zh.clone(),
        name_en: shown.name_en.clone(),
        sort,
        from_version: before.as_ref().map(|m| m.version),
        to_version: after.as_ref().map(|m| m.version),
        fields,
    })
}
