//! Notices over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Colour, Instant, Page, Ref};
use wangge_web::{Answer, Json, Path, Problem, Query, ReadProblems, WriteProblems, extract};

use super::{Notice, verbs};
use crate::{Realm, Who};

/// A notice.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeView {
    /// Its reference.
    #[serde(rename = "ref")]
    pub at: String,
    /// What happened.
    pub kind: String,
    /// Colour of the work.
    pub colour: Colour,
    /// What it is about.
    pub subject: String,
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
    /// Rings for you now.
    pub ring: bool,
    /// 演练: part of a drill.
    pub drill: bool,
    /// When it was sent.
    #[schema(value_type = String, format = DateTime)]
    pub created: Instant,
    /// By when something must be done.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// Taken by you or a colleague.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<String>,
    /// When it was taken.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_at: Option<Instant>,
    /// When it was first read.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_at: Option<Instant>,
    /// Of a digest (`case.digest`, sent after a time out of service): the first of the cases it
    /// speaks of, at most 20; its `subject` is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refs: Vec<String>,
}

impl From<Notice> for NoticeView {
    fn from(n: Notice) -> Self {
        Self {
            at: n.at.to_string(),
            kind: n.kind,
            colour: n.colour,
            subject: n.subject,
            zh: n.zh,
            en: n.en,
            ring: n.ring,
            drill: n.drill,
            created: n.created,
            due: n.due,
            taken_by: n.taken_by,
            taken_at: n.taken_at,
            read_at: n.read_at,
            refs: n.refs,
        }
    }
}

/// Which notices.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct NoticesQuery {
    /// `true`: only what is still to be read or taken.
    pub open: Option<bool>,
    /// `next` of the page before.
    pub after: Option<String>,
    /// 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

/// Notices to me: to the post I am using, and to me by name.
#[utoipa::path(get, path = "/api/v1/notices", operation_id = "notice_list", tag = "notice", params(NoticesQuery),
    responses((status = 200, body = Page<NoticeView>), ReadProblems))]
async fn list(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<NoticesQuery>,
) -> Answer<Page<NoticeView>> {
    let holder = who.require_holder()?.clone();
    let districts = crate::shards_of(&realm.units(), &holder.unit);
    let limit = extract::read_limit(query.limit)?;
    let before = query.after.as_deref().map(str::parse).transpose()?;
    let open = query.open.unwrap_or(false);
    let mut found = realm
        .app
        .db()
        .read(move |r| verbs::mine(r, &holder, &districts, open, before.as_ref(), limit + 1))
        .await?;
    let more = found.len() as i64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(0));
    let next = found.last().filter(|_| more).map(|n| n.at.id.to_string());
    Ok(Json(Page { items: found.into_iter().map(NoticeView::from).collect(), next }))
}

/// Take a notice: it stops ringing for everybody.
#[utoipa::path(post, path = "/api/v1/notices/{ref}/take", operation_id = "notice_take", tag = "notice", params(("ref" = String, Path)),
    responses((status = 204, description = "Taken"), WriteProblems))]
async fn take(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Notice>>,
) -> Result<StatusCode, Problem> {
    let holder = who.require_holder()?.clone();
    realm.app.db().write(move |tx| verbs::take(tx, &at, &holder)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Note that I read a notice.
#[utoipa::path(post, path = "/api/v1/notices/{ref}/read", operation_id = "notice_read", tag = "notice", params(("ref" = String, Path)),
    responses((status = 204, description = "Noted"), WriteProblems))]
async fn read(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Notice>>,
) -> Result<StatusCode, Problem> {
    let holder = who.require_holder()?.clone();
    realm.app.db().write(move |tx| verbs::read(tx, &at, &holder)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(take)).routes(routes!(read))
}
