//! The trail over HTTP: for auditors, and for the person whose data was looked at.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{District, Instant, Page, Refusal};
use wangge_web::{Answer, Json, PageQuery, Query, ReadProblems, extract};

use super::{Entry, Kind, verbs};
use crate::{
    Realm, Who,
    access::{self, Verb},
};

/// One line of the trail.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryView {
    /// Home shard.
    #[schema(value_type = String)]
    pub district: District,
    /// Number in the chain.
    pub n: i64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Instant,
    /// By whom.
    pub actor: String,
    /// What.
    pub kind: Kind,
    /// To what or whom.
    pub subject: String,
    /// The facts.
    #[schema(value_type = Object)]
    pub facts: serde_json::Value,
}

impl From<Entry> for EntryView {
    fn from(e: Entry) -> Self {
        Self {
            district: e.district,
            n: e.n,
            at: e.at,
            actor: e.actor,
            kind: e.kind,
            subject: e.subject,
            facts: serde_json::from_str(&e.facts).unwrap_or_default(),
        }
    }
}

/// Which part of the trail.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AuditQuery {
    /// Home shard; absent: the auditor's own.
    #[param(value_type = Option<String>)]
    pub district: Option<District>,
    /// Only what was done to this reference.
    pub subject: Option<String>,
    /// `next` of the page before.
    pub after: Option<String>,
    /// 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

fn before(after: Option<&str>) -> Result<Option<i64>, Refusal> {
    after.map(str::parse::<i64>).transpose().ok().ok_or_else(|| {
        Refusal::invalid(
            "after",
            "翻页标记无效,请从第一页重新打开",
            "The page mark is not valid; start again",
        )
    })
}

fn page(mut entries: Vec<Entry>, limit: i64) -> Page<EntryView> {
    let more = entries.len() as i64 > limit;
    entries.truncate(usize::try_from(limit).unwrap_or(0));
    let next = entries.last().filter(|_| more).map(|e| e.n.to_string());
    Page { items: entries.into_iter().map(EntryView::from).collect(), next }
}

/// The trail of a district, newest first (auditor).
#[utoipa::path(get, path = "/api/v1/audit", operation_id = "audit_list", tag = "audit", params(AuditQuery),
    responses((status = 200, body = Page<EntryView>), ReadProblems))]
async fn trail(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<AuditQuery>,
) -> Answer<Page<EntryView>> {
    let holder = who.require_holder()?;
    let mut reach = realm.filter(holder, Verb::AuditRead).districts;
    // The city's own trail belongs to nobody's district; being at home there is no right to read it.
    reach.extend((!reach.is_empty() && holder.home == District::city()).then(District::city));
    let district = query.district.unwrap_or_else(|| holder.home.clone());
    if !reach.contains(&district) {
        return Err(access::refuse(Verb::AuditRead).into());
    }
    let (before, limit) = (before(query.after.as_deref())?, extract::read_limit(query.limit)?);
    let subject = query.subject;
    let entries =
        realm.app.db().read(move |r| verbs::entries(r, &district, subject.as_deref(), before, limit + 1));
    Ok(Json(page(entries.await?, limit)))
}

/// Who looked at my data, and why.
#[utoipa::path(get, path = "/api/v1/me/looks", operation_id = "me_looks", tag = "audit", params(PageQuery),
    responses((status = 200, body = Page<EntryView>), ReadProblems))]
async fn my_looks(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<PageQuery>,
) -> Answer<Page<EntryView>> {
    let account = who.require_login()?.account.clone();
    let (before, limit) = (before(query.after.as_deref())?, extract::read_limit(query.limit)?);
    let entries = realm
        .app
        .db()
        .read(move |r| verbs::looks(r, &account.district, &account.to_string(), before, limit + 1));
    Ok(Json(page(entries.await?, limit)))
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(trail)).routes(routes!(my_looks))
}
