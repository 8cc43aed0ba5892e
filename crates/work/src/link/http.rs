//! The contractor's link over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Coord, Instant, Page, Ref};
use wangge_realm::Who;
use wangge_web::{Answer, ClientIp, IdemKey, Json, Path, Problem, ReadProblems, WriteProblems, once};

use super::{Link, Token, verbs, verbs::Giving};
use crate::{
    Command, Work,
    case::{Action, Add, Case},
};

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new()
        .routes(routes!(give, list))
        .routes(routes!(revoke))
        .routes(routes!(look))
        .routes(routes!(answer))
}

/// A link to be given out.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkNew {
    /// For whom, e.g. the name of a firm: 1 to 60 characters, kept sealed.
    pub name: String,
    /// First moment it no longer opens; at most 90 days from now.
    #[schema(value_type = String, format = DateTime)]
    pub until: Instant,
    /// What is to be done, for the contractor to read: up to 500 characters.
    #[serde(default)]
    pub note: String,
}

/// A link given out.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LinkMade {
    /// Its reference, to take it back by.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Link>,
    /// The token: whoever carries it sees what the link shows.
    #[schema(value_type = String)]
    pub token: String,
    /// The address to pass on.
    pub url: String,
}

/// Give a contractor without an account a link to a case (whoever handles it): it shows matter, place and
/// note, and takes words and photos. It ends with the case, on its date, or when taken back.
#[utoipa::path(post, path = "/api/v1/cases/{ref}/links", operation_id = "link_give", tag = "link", request_body = LinkNew,
    params(("ref" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = LinkMade), WriteProblems))]
async fn give(
    State(work): State<Work>,
    who: Who,
    Path(at): Path<Ref<Case>>,
    key: IdemKey,
    Json(dto): Json<LinkNew>,
) -> Result<(StatusCode, Json<LinkMade>), Problem> {
    let holder = who.require_holder()?.clone();
    let (world, keys) = (work.world(), work.world());
    let digest = once::digest(&holder.person, &format!("link.give {at}"), &dto);
    let it = Giving { name: dto.name, note: dto.note, until: dto.until };
    let given = work.realm.app.db().write(move |tx| {
        once::once(tx, &at.district, &key, &digest, |tx| {
            Ok(verbs::give(tx, &world, &holder, &at, &it)?.to_string())
        })
    });
    let link: Ref<Link> = given.await?.parse()?;
    let token = verbs::token(&keys, &link).0.to_string();
    let url = format!("{}/link/{token}", work.realm.app.settings().public_url);
    Ok((StatusCode::CREATED, Json(LinkMade { at: link, token, url })))
}

/// A link of a case, as its handler sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LinkRow {
    /// Its reference.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Link>,
    /// For whom.
    pub name: String,
    /// What is to be done.
    pub note: String,
    /// First moment it no longer opens.
    #[schema(value_type = String, format = DateTime)]
    pub until: Instant,
    /// When it was given out.
    #[schema(value_type = String, format = DateTime)]
    pub created: Instant,
    /// Whether it opens now.
    pub opens: bool,
}

/// The links of a case, for whoever handles it.
#[utoipa::path(get, path = "/api/v1/cases/{ref}/links", operation_id = "link_list", tag = "link", params(("ref" = String, Path)),
    responses((status = 200, body = Page<LinkRow>), ReadProblems))]
async fn list(State(work): State<Work>, who: Who, Path(at): Path<Ref<Case>>) -> Answer<Page<LinkRow>> {
    let holder = who.require_holder()?.clone();
    let (world, now) = (work.world(), work.realm.app.clock().now());
    let (open, links) = work.realm.app.db().read(move |r| verbs::list(r, &world, &holder, &at)).await?;
    let row = |link: Link| LinkRow {
        opens: open && verbs::opens(&link, now),
        at: link.at,
        name: link.name,
        note: link.note,
        until: link.until,
        created: link.created,
    };
    Ok(Json(Page { items: links.into_iter().map(row).collect(), next: None }))
}

/// Take a link back: from now on it opens nothing.
#[utoipa::path(delete, path = "/api/v1/cases/{ref}/links/{link}", operation_id = "link_revoke", tag = "link",
    params(("ref" = String, Path), ("link" = String, Path)),
    responses((status = 204, description = "Taken back"), WriteProblems))]
async fn revoke(
    State(work): State<Work>,
    who: Who,
    Path((at, link)): Path<(Ref<Case>, Ref<Link>)>,
) -> Result<StatusCode, Problem> {
    let holder = who.require_holder()?.clone();
    let world = work.world();
    work.realm.app.db().write(move |tx| verbs::revoke(tx, &world, &holder, &at, &link)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a contractor sees: what, where and until when. No reporter, no timeline, no names.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LinkSheet {
    /// Number of the case, to speak of it by.
    pub number: String,
    /// Name of the matter in Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter_zh: Option<String>,
    /// Name of the matter in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter_en: Option<String>,
    /// Town, and village or community.
    pub where_zh: String,
    /// Street, building, landmark.
    pub place: String,
    /// Point, WGS-84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<Coord>,
    /// What is to be done.
    pub note: String,
    /// First moment the link no longer opens.
    #[schema(value_type = String, format = DateTime)]
    pub until: Instant,
    /// Home district: name it when uploading photos (`POST /api/v1/files`).
    pub district: String,
}

/// What a link shows, by its token.
#[utoipa::path(get, path = "/api/v1/links/{token}", operation_id = "link_read", tag = "link", params(("token" = String, Path)),
    responses((status = 200, body = LinkSheet), ReadProblems))]
async fn look(State(work): State<Work>, ip: ClientIp, Path(token): Path<Ref<Token>>) -> Answer<LinkSheet> {
    work.realm.app.limits().anonymous_read(ip)?;
    let world = work.world();
    let looked = work.realm.app.db().read(move |r| {
        let (link, file) = verbs::open(r, &world, &token)?;
        let case = file.case;
        let matter = case.matter.as_ref().and_then(|(code, n)| world.matters.version(code, *n).ok());
        let village = world.units.get(case.place.village.as_str());
        Ok(LinkSheet {
            number: case.number,
            matter_zh: matter.as_ref().map(|m| m.name_zh.clone()),
            matter_en: matter.as_ref().map(|m| m.name_en.clone()),
            where_zh: village.map_or_else(String::new, |unit| unit.title()),
            place: case.place.words,
            point: case.place.point,
            note: link.note,
            until: link.until,
            district: token.district.to_string(),
        })
    });
    Ok(Json(looked.await?))
}

/// What a contractor answers.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkReport {
    /// What was done or found, in a sentence.
    pub text: String,
    /// References of uploaded photos, at most nine.
    #[serde(default)]
    pub files: Vec<String>,
}

/// That an answer was taken.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LinkTaken {
    /// Number of the case.
    pub number: String,
    /// Its step on the timeline.
    pub step: i64,
}

/// Answer by a link: it stands on the timeline, and whoever handles the case is told.
#[utoipa::path(post, path = "/api/v1/links/{token}/reports", operation_id = "link_report", tag = "link", request_body = LinkReport,
    params(("token" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = LinkTaken), WriteProblems))]
async fn answer(
    State(work): State<Work>,
    ip: ClientIp,
    Path(token): Path<Ref<Token>>,
    key: IdemKey,
    Json(dto): Json<LinkReport>,
) -> Result<(StatusCode, Json<LinkTaken>), Problem> {
    work.realm.app.limits().anonymous_write(ip)?;
    let action = Action::Add(Add { text: dto.text, files: dto.files });
    let cmd = Command::new(key, &token.to_string(), "link", action);
    let world = work.world();
    let taken = work.realm.app.db().write(move |tx| verbs::answer(tx, &world, &token, &cmd)).await?;
    Ok((StatusCode::CREATED, Json(LinkTaken { number: taken.number, step: taken.version })))
}
