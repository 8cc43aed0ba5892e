//! Logging in and out over HTTP, and the extractor that says who is asking.

use std::sync::Arc;

use axum::{
    extract::{FromRef, FromRequestParts, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Actor, Board, Capacity, Holder, Instant, Kind, PostCode, Refusal, Role, UnitCode};
use wangge_web::{Answer, ClientIp, Json, Problem, ReadProblems, WriteProblems};

use super::{Login, verbs, verbs::View};
use crate::{
    Realm,
    access::{self, Subject, Verb},
};

/// All that a one-time password opens: choosing another, and leaving.
const WHILE_ONE_TIME: [&str; 4] =
    ["/api/v1/me", "/api/v1/me/password", "/api/v1/session", "/api/v1/sessions"];
const COOKIE: &str = "wangge";
const CSRF_COOKIE: &str = "wangge-csrf";

/// Who is asking. Anonymous writes are counted against the rate limit right here, so that no handler
/// can forget it.
#[derive(Clone, Debug)]
pub struct Who {
    /// The acting person with the post named in the header `wangge-holding` (else the first one
    /// held), or `Actor::Citizen`: nobody logged in, or somebody without any post.
    pub actor: Actor,
    /// The login, if there is one.
    pub login: Option<Arc<Login>>,
    /// A cookie came along that is no longer good.
    pub ended: bool,
}

impl Who {
    /// The acting holder, or "log in first" / "you hold no post".
    pub fn require_holder(&self) -> Result<&Holder, Refusal> {
        if let Some(holder) = self.actor.holder() {
            return Ok(holder);
        }
        self.require_login()?;
        Err(Refusal::forbidden(
            "您目前没有任何岗位,请联系本单位管理员",
            "You hold no post at present; ask your administrator",
        ))
    }

    /// The login, with or without a post.
    pub fn require_login(&self) -> Result<&Arc<Login>, Refusal> {
        self.login.as_ref().ok_or_else(|| if self.ended { session_ended() } else { log_in_first() })
    }

    /// The acting holder, if he may do `verb` to `it`.
    pub fn may(&self, verb: Verb, it: &Subject) -> Result<&Holder, Refusal> {
        let holder = self.require_holder()?;
        access::may(holder, verb, it)?;
        Ok(holder)
    }
}

fn log_in_first() -> Refusal {
    Refusal::new(Kind::Unauthenticated, "session.none", "请先登录", "Log in first")
}

fn session_ended() -> Refusal {
    Refusal::new(
        Kind::Unauthenticated,
        "session.ended",
        "登录已失效,请重新登录;未提交的内容仍保留在本机",
        "The session has ended; log in again. What you had not sent is still on this device",
    )
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|v| v.to_str().ok());
    all.flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

impl<S: Send + Sync> FromRequestParts<S> for Who
where
    Realm: FromRef<S>,
{
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let realm = Realm::from_ref(state);
        let who = identify(&realm, parts).await?;
        parts.extensions.insert(who.clone());
        Ok(who)
    }
}

async fn identify(realm: &Realm, parts: &Parts) -> Result<Who, Problem> {
    let writes = !parts.method.is_safe();
    let value = cookie(&parts.headers, COOKIE).filter(|value| !value.is_empty());
    let login = match value {
        Some(value) => realm.session(value).await?,
        None => None,
    };
    let Some(login) = login else {
        if value.is_some() && writes {
            // Whoever believes to be logged in must not report anonymously by accident.
            return Err(session_ended().into());
        }
        let from = ClientIp::of(parts, &realm.app.settings().trusted_proxies);
        let limits = realm.app.limits();
        if writes {
            limits.anonymous_write(from)?
        } else {
            limits.anonymous_read(from)?
        }
        return Ok(Who { actor: Actor::Citizen, login: None, ended: value.is_some() });
    };
    if writes && parts.headers.get("x-csrf").is_none_or(|given| given.as_bytes() != login.csrf.as_bytes()) {
        return Err(Refusal::new(
            Kind::Forbidden,
            "session.csrf",
            "页面已过期,请刷新后再提交",
            "The page is out of date: load it again, then send (header x-csrf is missing or wrong)",
        )
        .into());
    }
    if login.must_change && !WHILE_ONE_TIME.contains(&parts.uri.path()) {
        return Err(Refusal::new(
            Kind::Forbidden,
            "session.change_password",
            "您用的是一次性密码,请先设置新密码",
            "You logged in with a one-time password: choose a new one first",
        )
        .into());
    }
    let now = realm.app.clock().now();
    let named = parts.headers.get("wangge-holding").and_then(|v| v.to_str().ok());
    let actor = match named {
        None => login.holders(now).next(),
        Some(named) => Some(login.holders(now).find(|h| h.holding == named).ok_or_else(|| {
            Refusal::new(
                Kind::Forbidden,
                "holding.not_yours",
                "您没有(或不再)担任所选岗位,请重新选择岗位",
                "You do not hold, or no longer hold, the post you chose; choose again",
            )
        })?),
    };
    let span = tracing::Span::current();
    span.record("account", tracing::field::display(&login.account));
    if let Some(holder) = &actor {
        span.record("unit", holder.unit.as_str());
    }
    let actor = actor.map_or(Actor::Citizen, |holder| Actor::Holder(Box::new(holder)));
    Ok(Who { actor, login: Some(login), ended: false })
}

/// Name and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// Login name.
    pub login: String,
    /// Password.
    pub password: String,
}

/// A post held, as shown to its holder.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HoldingView {
    /// Name it in the header `wangge-holding`.
    pub id: String,
    /// Unit of the post.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// The post.
    #[schema(value_type = String)]
    pub post: PostCode,
    /// What it is for.
    pub role: Role,
    /// Its board.
    pub board: Board,
    /// How it is held.
    pub capacity: Capacity,
    /// For seconded people: the unit that sent them.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home_unit: Option<UnitCode>,
    /// From when.
    #[schema(value_type = String, format = DateTime)]
    pub starts: Instant,
    /// Until when.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<Instant>,
}

impl From<&crate::account::Holding> for HoldingView {
    fn from(h: &crate::account::Holding) -> Self {
        Self {
            id: h.at.to_string(),
            unit: h.unit.clone(),
            post: h.post.clone(),
            role: h.role,
            board: h.board,
            capacity: h.capacity,
            home_unit: h.home_unit.clone(),
            starts: h.starts,
            ends: h.ends,
        }
    }
}

/// Who I am.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// My account.
    pub account: String,
    /// How colleagues see me.
    pub called: String,
    /// The unit I belong to.
    #[schema(value_type = String)]
    pub home_unit: UnitCode,
    /// The password is a one-time one: choose another (`PUT /api/v1/me/password`) before anything else.
    pub must_change: bool,
    /// Posts I hold now.
    pub holdings: Vec<HoldingView>,
    /// Repeat it in the header `x-csrf` of every write.
    pub csrf: String,
    /// When the session ends at the latest.
    #[schema(value_type = String, format = DateTime)]
    pub expires: Instant,
    /// 演示数据 when everything here is invented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub banner: Option<&'static str>,
}

fn me_of(realm: &Realm, login: &Login) -> Me {
    let now = realm.app.clock().now();
    Me {
        account: login.account.to_string(),
        called: login.called.clone(),
        home_unit: login.home_unit.clone(),
        must_change: login.must_change,
        holdings: login.holdings.iter().filter(|h| h.holds_at(now)).map(HoldingView::from).collect(),
        csrf: login.csrf.clone(),
        expires: login.expires,
        banner: realm.app.settings().banner(),
    }
}

fn set_cookies(answer: &mut Response, realm: &Realm, session: &str, csrf: &str) {
    let settings = realm.app.settings();
    let secure = if settings.https() { "; Secure" } else { "" };
    let age = if session.is_empty() { 0 } else { settings.session_days * 24 * 3600 };
    let common = format!("Path=/; SameSite=Lax; Max-Age={age}{secure}");
    for line in [format!("{COOKIE}={session}; HttpOnly; {common}"), format!("{CSRF_COOKIE}={csrf}; {common}")]
    {
        if let Ok(value) = HeaderValue::from_str(&line) {
            answer.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

/// Log in.
#[utoipa::path(post, path = "/api/v1/session", operation_id = "session_open", tag = "session", request_body = Credentials,
    responses((status = 200, body = Me), WriteProblems))]
async fn log_in(
    State(realm): State<Realm>,
    from: ClientIp,
    Json(given): Json<Credentials>,
) -> Result<Response, Problem> {
    realm.app.limits().login(from)?;
    let opened = verbs::log_in(&realm, &given.login, given.password).await?;
    let mut answer = Json(me_of(&realm, &opened.login)).into_response();
    set_cookies(&mut answer, &realm, &opened.cookie, &opened.login.csrf);
    Ok(answer)
}

async fn leave(realm: &Realm, who: &Who, everywhere: bool) -> Result<Response, Problem> {
    verbs::log_out(realm, who.require_login()?, everywhere).await?;
    let mut answer = StatusCode::NO_CONTENT.into_response();
    set_cookies(&mut answer, realm, "", "");
    Ok(answer)
}

/// Log out here.
#[utoipa::path(delete, path = "/api/v1/session", operation_id = "session_close", tag = "session",
    responses((status = 204, description = "Logged out"), WriteProblems))]
async fn log_out(State(realm): State<Realm>, who: Who) -> Result<Response, Problem> {
    leave(&realm, &who, false).await
}

/// Log out everywhere: every session of this account ends on every node within five seconds.
#[utoipa::path(delete, path = "/api/v1/sessions", operation_id = "session_close_all", tag = "session",
    responses((status = 204, description = "Logged out everywhere"), WriteProblems))]
async fn log_out_everywhere(State(realm): State<Realm>, who: Who) -> Result<Response, Problem> {
    leave(&realm, &who, true).await
}

/// Who I am, which posts I hold.
#[utoipa::path(get, path = "/api/v1/me", operation_id = "me_read", tag = "session", responses((status = 200, body = Me), ReadProblems))]
async fn me(State(realm): State<Realm>, who: Who) -> Answer<Me> {
    Ok(Json(me_of(&realm, who.require_login()?)))
}

/// A new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password so far.
    pub current: String,
    /// The one from now on: 10 to 128 characters.
    pub new: String,
}

/// Change my password; all my other sessions end.
#[utoipa::path(put, path = "/api/v1/me/password", operation_id = "me_change_password", tag = "session", request_body = PasswordChange,
    responses((status = 204, description = "Changed"), WriteProblems))]
async fn change_password(
    State(realm): State<Realm>,
    who: Who,
    Json(given): Json<PasswordChange>,
) -> Result<StatusCode, Problem> {
    verbs::change_password(&realm, who.require_login()?, given.current, given.new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The filters I keep.
#[utoipa::path(get, path = "/api/v1/me/views", operation_id = "me_views", tag = "session",
    responses((status = 200, body = Vec<View>), ReadProblems))]
async fn views(State(realm): State<Realm>, who: Who) -> Answer<Vec<View>> {
    let (account, keys) = (who.require_login()?.account.clone(), realm.app.keys().clone());
    Ok(Json(realm.app.db().read(move |r| verbs::views(r, &keys, &account)).await?))
}

/// Keep these filters in place of those kept so far: at most 30, each with its own name.
#[utoipa::path(put, path = "/api/v1/me/views", operation_id = "me_set_views", tag = "session", request_body = Vec<View>,
    responses((status = 204, description = "Kept"), WriteProblems))]
async fn put_views(
    State(realm): State<Realm>,
    who: Who,
    Json(views): Json<Vec<View>>,
) -> Result<StatusCode, Problem> {
    let (account, keys) = (who.require_login()?.account.clone(), realm.app.keys().clone());
    realm.app.db().write(move |tx| verbs::put_views(tx, &keys, &account, &views)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new()
        .routes(routes!(log_in, log_out))
        .routes(routes!(log_out_everywhere))
        .routes(routes!(me))
        .routes(routes!(change_password))
        .routes(routes!(views, put_views))
}
