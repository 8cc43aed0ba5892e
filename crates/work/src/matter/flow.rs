//! Which entry counts at a moment, whether answers fit its questions, and which entries a text may
//! mean. Pure: no transaction, no clock, no I/O.

mod differing;
mod listing;
#[cfg(test)]
pub(crate) mod tests;

pub use differing::{EntryDifference, LABELS, ListChange, ListDifference, differences, lists};
pub use listing::{BoardLines, List, ListColumn, ListSheet, sheet};

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt,
    sync::Arc,
};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Board, Instant, Kind, MatterCode, Refusal};

use super::{Entry, Matter, Tier};

/// Questions of a matter: a JSON Schema, compiled once. Patterns run in linear time and references
/// stay inside the schema, so a schema from a file can neither stall nor call out.
#[derive(Clone)]
pub struct Questions {
    schema: serde_json::Value,
    check: Arc<jsonschema::Validator>,
}

impl Questions {
    /// Compiles a schema; refuses one that is not valid JSON Schema or not about an object.
    pub fn new(schema: serde_json::Value) -> Result<Self, Refusal> {
        let wrong = |why: String| {
            Refusal::invalid(
                "questions",
                format!("提问表单不是有效的JSON Schema:{why}"),
                format!("Not a JSON Schema: {why}"),
            )
        };
        if schema.get("type").and_then(|t| t.as_str()) != Some("object") {
            return Err(wrong("type: object".into()));
        }
        let check = jsonschema::options()
            .with_pattern_options(jsonschema::PatternOptions::regex())
            .build(&schema)
            .map_err(|e| wrong(e.to_string()))?;
        Ok(Self { schema, check: Arc::new(check) })
    }

    /// The schema.
    pub fn schema(&self) -> &serde_json::Value {
        &self.schema
    }
}

impl fmt::Debug for Questions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.schema)
    }
}
impl PartialEq for Questions {
    fn eq(&self, other: &Self) -> bool {
        self.schema == other.schema
    }
}
impl Serialize for Questions {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.schema.serialize(to)
    }
}
impl<'de> Deserialize<'de> for Questions {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(serde_json::Value::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

/// Whether `given` answers the matter's questions. Without questions nothing may be answered.
/// Refuses with one field per error, as a JSON pointer below `/answers`.
pub fn answers(matter: &Matter, given: &serde_json::Value) -> Result<(), Refusal> {
    let empty = given.is_null() || given.as_object().is_some_and(serde_json::Map::is_empty);
    let Some(questions) = &matter.questions else {
        return if empty {
            Ok(())
        } else {
            Err(Refusal::invalid("/answers", "这个事项没有需要回答的问题", "This matter asks no questions"))
        };
    };
    let object = serde_json::json!({});
    let given = if given.is_null() { &object } else { given };
    let mut no: Option<Refusal> = None;
    for error in questions.check.iter_errors(given).take(20) {
        let field = format!("/answers{}", error.instance_path());
        let (zh, en) = explain(&error);
        no = Some(match no {
            None => Refusal::invalid(&field, zh, en),
            Some(no) => no.field(&field, zh, en),
        });
    }
    no.map_or(Ok(()), Err)
}

/// What is wrong with one answer, in both languages.
fn explain(error: &jsonschema::ValidationError<'_>) -> (String, String) {
    use jsonschema::error::ValidationErrorKind as Why;
    let zh = match error.kind() {
        Why::Required { property } => format!("缺少必答项 {property}"),
        Why::AdditionalProperties { unexpected } => format!("没有这些问题:{}", unexpected.join("、")),
        Why::Enum { .. } | Why::Constant { .. } => "不在可选范围内".into(),
        Why::Type { .. } => "类型不对".into(),
        Why::MinLength { limit } => format!("至少{limit}个字"),
        Why::MaxLength { limit } => format!("最多{limit}个字"),
        Why::Minimum { limit } => format!("不能小于{limit}"),
        Why::Maximum { limit } => format!("不能大于{limit}"),
        Why::Pattern { .. } | Why::Format { .. } => "格式不对".into(),
        _ => "不符合要求".into(),
    };
    (zh, error.to_string())
}

/// A matter that a text may mean, and why it was found.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Suggestion {
    /// Code of the matter.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// How strongly: three per part shared with the name, one per part shared with the filing
    /// condition, rarer parts counting more. Only comparable within one answer.
    pub score: f64,
    /// The shared parts: pairs of Chinese characters, or whole words.
    pub shared: Vec<String>,
}

/// The whole catalogue as of one moment of loading, all versions. Share it by `Arc`.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    by_code: BTreeMap<MatterCode, Vec<Arc<Matter>>>,
    /// What the catalogue was loaded from; see [`super::stamp`].
    pub stamp: i64,
}

impl Catalogue {
    /// From every stored version.
    pub fn new(matters: impl IntoIterator<Item = Matter>, stamp: i64) -> Self {
        let mut by_code = BTreeMap::<MatterCode, Vec<Arc<Matter>>>::new();
        for matter in matters {
            by_code.entry(matter.code.clone()).or_default().push(Arc::new(matter));
        }
        for versions in by_code.values_mut() {
            versions.sort_by_key(|m| m.version);
        }
        Self { by_code, stamp }
    }

    /// The version of `code` that counts at `at`: the newest published for that moment, unless it has
    /// run out. The refusal says which list lacks it and how to apply.
    pub fn effective(&self, code: &MatterCode, at: Instant) -> Result<Arc<Matter>, Refusal> {
        let Some(versions) = self.by_code.get(code) else {
            return Err(not_effective(
                format!("三级清单中都没有事项 {code}"),
                format!("No list has an entry {code}"),
            ));
        };
        let standing = versions.iter().rev().find(|m| m.effective_from <= at);
        match standing {
            Some(matter) if matter.effective_to.is_none_or(|end| at < end) => Ok(matter.clone()),
            Some(ended) => Err(not_effective(
                format!("{}中的“{}”({code})已停止执行", ended.tier.zh(), ended.name_zh),
                format!("“{}” ({code}) on the {} list has ended", ended.name_en, ended.tier.word()),
            )),
            None => Err(versions.first().map_or_else(
                || not_effective(format!("清单中没有 {code}"), format!("No entry {code}")),
                |first| {
                    not_effective(
                        format!("{}中的“{}”({code})尚未生效", first.tier.zh(), first.name_zh),
                        format!(
                            "“{}” ({code}) on the {} list is not in force yet",
                            first.name_en,
                            first.tier.word()
                        ),
                    )
                },
            )),
        }
    }

    /// The entry that puts a regular duty on somebody's list at `at`.
    ///
    /// # Errors
    /// As [`effective`](Self::effective); `matter.no_duty` when it is nobody's regular duty, and
    /// `matter.taken_back` when a higher body took it back.
    pub fn duty(&self, code: &MatterCode, at: Instant) -> Result<Arc<Matter>, Refusal> {
        let matter = self.effective(code, at)?;
        if matter.duty.is_none() {
            return Err(Refusal::not_allowed(
                "matter.no_duty",
                format!("“{}”不是常态任务;需要列入的,请申请调整该事项", matter.name_zh),
                format!(
                    "“{}” is nobody's regular duty; if it shall be one, propose to change the entry",
                    matter.name_en
                ),
            ));
        }
        town_may_be_charged(&matter)?;
        Ok(matter)
    }

    /// Whether a version has been in force by `now`, be it for a moment: it was not replaced before it counted, and is
    /// no mere mark of an end.
    pub fn was_in_force(&self, matter: &Matter, now: Instant) -> bool {
        let began = matter.effective_from.max(matter.published);
        began <= now && self.effective(&matter.code, began).is_ok_and(|m| m.version == matter.version)
    }

    /// The version a case was filed under.
    pub fn version(&self, code: &MatterCode, version: i64) -> Result<Arc<Matter>, Refusal> {
        let found = self.by_code.get(code).and_then(|v| v.iter().find(|m| m.version == version));
        found.cloned().ok_or_else(|| {
            Refusal::not_found(
                format!("事项 {code} 没有第{version}版"),
                format!("Matter {code} has no version {version}"),
            )
        })
    }

    /// Every code that was ever published, in order.
    pub fn codes(&self) -> impl Iterator<Item = &MatterCode> {
        self.by_code.keys()
    }

    /// Every version of `code`, the first one first.
    pub fn versions(&self, code: &MatterCode) -> &[Arc<Matter>] {
        self.by_code.get(code).map_or(&[], Vec::as_slice)
    }

    /// What counts at `at`, by code; of one list or one board if asked.
    pub fn all(&self, at: Instant, tier: Option<Tier>, board: Option<Board>) -> Vec<Arc<Matter>> {
        let standing = self.by_code.keys().filter_map(|code| self.effective(code, at).ok());
        standing.filter(|m| tier.is_none_or(|t| t == m.tier) && board.is_none_or(|b| b == m.board)).collect()
    }

    /// How many codes there are.
    pub fn len(&self) -> usize {
        self.by_code.len()
    }

    /// Whether anything has ever come into force: from then on what changes goes through admission.
    pub fn has_begun(&self, now: Instant) -> bool {
        self.by_code.values().flatten().any(|m| m.effective_from <= now)
    }

    /// Whether nothing was ever published.
    pub fn is_empty(&self) -> bool {
        self.by_code.is_empty()
    }

    /// The matters in force that `text` may mean, best first: those that share pairs of characters
    /// (or words) with it. A suggestion to a person, never a decision.
    pub fn suggest(&self, text: &str, at: Instant, most: usize) -> Vec<Suggestion> {
        let asked: BTreeSet<String> = parts(text).take(400).collect();
        let standing: Vec<_> =
            self.all(at, None, None).into_iter().map(|m| (in_name(&m), in_filing(&m), m)).collect();
        let mut seen = HashMap::<&str, f64>::new();
        for part in standing.iter().flat_map(|(name, filing, _)| name.union(filing)) {
            *seen.entry(part).or_default() += 1.0;
        }
        let mut found: Vec<Suggestion> = standing
            .iter()
            .filter_map(|(name, filing, matter)| {
                let shared: Vec<&String> =
                    asked.iter().filter(|p| name.contains(*p) || filing.contains(*p)).collect();
                let weight = |part: &String| if name.contains(part) { 3.0 } else { 1.0 };
                let score: f64 =
                    shared.iter().map(|p| weight(p) / seen.get(p.as_str()).unwrap_or(&1.0)).sum();
                (score > 0.0).then(|| Suggestion {
                    code: matter.code.clone(),
                    name_zh: matter.name_zh.clone(),
                    name_en: matter.name_en.clone(),
                    score,
                    shared: shared.into_iter().cloned().collect(),
                })
            })
            .collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.code.cmp(&b.code)));
        found.truncate(most);
        found
    }
}

/// Whether towns and what lies below them may be charged with it (三张清单).
///
/// # Errors
/// `matter.taken_back`: a higher body took it back, and who leads instead.
pub fn town_may_be_charged(entry: &Entry) -> Result<(), Refusal> {
    if entry.national != Some(super::National::TakenBack) {
        return Ok(());
    }
    let lead = entry.lead_department.as_deref().unwrap_or("-");
    Err(Refusal::not_allowed(
        "matter.taken_back",
        format!(
            "“{}”在上级部门收回事项清单上,不得交由镇街、村(社区)和网格承担;请派给牵头部门({lead})",
            entry.name_zh
        ),
        format!(
            "“{}” is on the list of what higher bodies took back: no town, community or grid may be charged with it. Send it to the lead department ({lead})",
            entry.name_en
        ),
    ))
}

fn not_effective(zh: String, en: String) -> Refusal {
    Refusal::new(
        Kind::NotAllowed,
        "matter.not_effective",
        format!("{zh},不能据此派遣;确需办理的,请向清单管理岗(DJ-02)提出准入申请(事项 M-DJ-08)"),
        format!(
            "{en}: nothing can be dispatched under it. If it is needed, apply for admission with the list officer (post DJ-02, matter M-DJ-08)"
        ),
    )
}

fn in_name(matter: &Matter) -> BTreeSet<String> {
    parts(&matter.name_zh).chain(parts(&matter.name_en)).collect()
}
fn in_filing(matter: &Matter) -> BTreeSet<String> {
    parts(&matter.filing_zh).chain(parts(&matter.filing_en)).collect()
}

/// Pairs of neighbouring Chinese characters, and words of three letters or more in lower case.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let letters = |c: char| c.is_ascii_alphanumeric();
    text.split(|c: char| !c.is_alphanumeric()).flat_map(move |run| {
        let chars: Vec<char> = run.chars().collect();
        let pairs = chars.windows(2).filter(move |w| !w.iter().any(|c| letters(*c))).map(String::from_iter);
        let words = run.split(move |c| !letters(c)).filter(|w| w.len() > 2).map(str::to_ascii_lowercase);
        pairs.chain(words).collect::<Vec<_>>()
    })
}
