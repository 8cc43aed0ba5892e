//! Accounts, posts and rosters over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Board, Capacity, District, Holder, Instant, Page, PostCode, Ref, Refusal, Role, UnitCode};
use wangge_store::{Read, Result as Stored};
use wangge_web::{Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, extract, once};

use super::{Account, Duty, Grant, Holding, NewAccount, flow, verbs};
use crate::{
    Realm, Who,
    access::{self, Verb},
    audit,
    session::{self, http::HoldingView},
};

/// A new account.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountNew {
    /// Login name: 2 to 64 of a-z 0-9 . _ - @.
    pub login: String,
    /// First password, 10 to 128 characters; the person changes it.
    pub password: String,
    /// How colleagues see the person, e.g. 何网格员.
    pub called: String,
    /// Real name; kept sealed.
    pub name: Option<String>,
    /// Phone number; kept sealed.
    pub phone: Option<String>,
    /// The unit the person belongs to.
    #[schema(value_type = String)]
    pub home_unit: UnitCode,
}

/// A reference to what was made.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Made {
    /// Its reference, `district.id`.
    #[serde(rename = "ref")]
    pub at: String,
}

/// Make an account (system administrator). Posts are granted by somebody else.
#[utoipa::path(post, path = "/api/v1/accounts", operation_id = "account_create", tag = "account", request_body = AccountNew,
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = Made), WriteProblems))]
async fn create(
    State(realm): State<Realm>,
    who: Who,
    key: IdemKey,
    Json(dto): Json<AccountNew>,
) -> Result<(StatusCode, Json<Made>), Problem> {
    let place = realm.place_of(&dto.home_unit)?;
    let by = who.may(Verb::AccountAdmin, &place)?.person.clone();
    flow::password(&dto.password, &dto.login)?;
    let digest = once::digest(&by, "account.create", &dto);
    let hash = realm.hash_password(dto.password).await?;
    let new = NewAccount {
        district: place.district,
        login: dto.login,
        hash,
        called: dto.called,
        name: dto.name,
        phone: dto.phone,
        home_unit: dto.home_unit,
        by,
    };
    let keys = realm.app.keys().clone();
    let made = realm.app.db().write(move |tx| {
        once::once(tx, &new.district, &key, &digest, |tx| {
            Ok(Made { at: verbs::create(tx, &keys, &new)?.to_string() })
        })
    });
    Ok((StatusCode::CREATED, Json(made.await?)))
}

/// An account as colleagues see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountView {
    /// Its reference.
    #[serde(rename = "ref")]
    pub at: String,
    /// How it is called.
    pub called: String,
    /// The unit it belongs to.
    #[schema(value_type = String)]
    pub home_unit: UnitCode,
    /// Posts held now or later.
    pub holdings: Vec<HoldingView>,
}

/// Which accounts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AccountsQuery {
    /// Accounts at home in this unit, or holding a post of it.
    #[param(value_type = String)]
    pub unit: UnitCode,
    /// `next` of the page before.
    pub after: Option<String>,
    /// 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

/// Accounts of a unit.
#[utoipa::path(get, path = "/api/v1/accounts", operation_id = "account_list", tag = "account", params(AccountsQuery),
    responses((status = 200, body = Page<AccountView>), ReadProblems))]
async fn list(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<AccountsQuery>,
) -> Answer<Page<AccountView>> {
    let place = realm.place_of(&query.unit)?;
    who.may(Verb::AccountRead, &place)?;
    let limit = extract::read_limit(query.limit)?;
    let after = query.after.unwrap_or_default();
    let page = realm.app.db().read(move |r| page_of(r, &place.district, &query.unit, &after, limit));
    Ok(Json(page.await?))
}

fn page_of(
    r: &mut Read,
    district: &District,
    unit: &UnitCode,
    after: &str,
    limit: i64,
) -> Stored<Page<AccountView>> {
    let mut accounts = verbs::list(r, district, unit, after, limit + 1)?;
    let more = accounts.len() as i64 > limit;
    accounts.truncate(usize::try_from(limit).unwrap_or(0));
    let next = accounts.last().filter(|_| more).map(|a| a.at.id.to_string());
    let items = accounts.into_iter().map(|account| {
        let holdings = verbs::holdings_of(r, &account.at)?.iter().map(HoldingView::from).collect();
        let at = account.at.to_string();
        Ok(AccountView { at, called: account.called, home_unit: account.home_unit, holdings })
    });
    Ok(Page { items: items.collect::<Stored<_>>()?, next })
}

/// One account, as administrators look after it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountSheet {
    /// The account.
    #[serde(flatten)]
    pub account: AccountView,
    /// When it was closed; absent while it is open.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Instant>,
    /// Log-in name. This and what follows are for administrators only: colleagues do not see when
    /// somebody was here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// The password is a one-time one that its owner has not replaced yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub must_change: Option<bool>,
    /// Sessions in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions: Option<i64>,
    /// The latest log-in that is still known.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_login: Option<Instant>,
}

/// One account with its posts; for administrators also log-in name and sessions.
#[utoipa::path(get, path = "/api/v1/accounts/{ref}", operation_id = "account_read", tag = "account", params(("ref" = String, Path)),
    responses((status = 200, body = AccountSheet), ReadProblems))]
async fn one(State(realm): State<Realm>, who: Who, Path(at): Path<Ref<Account>>) -> Answer<AccountSheet> {
    let holder = who.require_holder()?.clone();
    let (tree, idle) = (realm.clone(), realm.app.settings().session_idle_hours);
    Ok(Json(realm.app.db().read(move |r| sheet_of(r, &tree, &holder, &at, idle)).await?))
}

fn sheet_of(
    r: &mut Read,
    realm: &Realm,
    holder: &Holder,
    at: &Ref<Account>,
    idle_hours: i64,
) -> Stored<AccountSheet> {
    let account = visible(holder, Verb::AccountRead, verbs::person(r, at))?;
    let place = realm.place_of(&account.home_unit)?;
    access::may(holder, Verb::AccountRead, &place)?;
    let holdings = verbs::holdings_of(r, at)?.iter().map(HoldingView::from).collect();
    let mut sheet = AccountSheet {
        account: AccountView {
            at: at.to_string(),
            called: account.called,
            home_unit: account.home_unit,
            holdings,
        },
        closed: account.closed,
        login: None,
        must_change: None,
        sessions: None,
        last_login: None,
    };
    if looks_after(holder, &place).is_ok() {
        let (login, one_time) = verbs::login_of(r, at)?.unzip();
        let (sessions, last) = session::verbs::of_account(r, at, idle_hours)?;
        (sheet.login, sheet.must_change) = (login, one_time);
        (sheet.sessions, sheet.last_login) = (Some(sessions), last);
    }
    Ok(sheet)
}

/// Administrators of accounts and of posts look after people's log-ins.
fn looks_after(holder: &Holder, place: &access::Subject) -> Result<(), Refusal> {
    access::may(holder, Verb::AccountAdmin, place)
        .or_else(|_other_hand| access::may(holder, Verb::HoldingGrant, place))
}

/// Log somebody out everywhere, e.g. after a lost phone (system or security administrator). Every
/// session of the account ends on every node within five seconds.
#[utoipa::path(delete, path = "/api/v1/accounts/{ref}/sessions", operation_id = "account_end_sessions", tag = "account",
    params(("ref" = String, Path)), responses((status = 204, description = "Logged out"), WriteProblems))]
async fn end_sessions(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Account>>,
) -> Result<StatusCode, Problem> {
    let holder = who.require_holder()?.clone();
    let (tree, name) = (realm.clone(), at.to_string());
    let ended = realm.app.db().write(move |tx| {
        if access::rules(holder.role, Verb::AccountAdmin).is_empty() {
            visible(&holder, Verb::HoldingGrant, Ok(()))?;
        }
        let account = verbs::person(tx, &at)?;
        looks_after(&holder, &tree.place_of(&account.home_unit)?)?;
        session::revoke_all(tx, &at, None)?;
        let facts = serde_json::json!({ "everywhere": true });
        audit::write(tx, &at.district, &holder.person, audit::Kind::LoggedOut, &at.to_string(), &facts)
    });
    ended.await?;
    realm.sessions().forget_account(&name);
    realm.app.hub().recheck();
    Ok(StatusCode::NO_CONTENT)
}

/// A password for one log-in.
#[derive(Debug, Serialize, ToSchema)]
pub struct OneTime {
    /// Shown here and never again; it opens nothing but the choice of another.
    pub password: String,
}

/// Give somebody a one-time password (system administrator): the old one no longer counts, all
/// sessions end, and at the next log-in another one must be chosen. Sent again it makes another one.
#[utoipa::path(post, path = "/api/v1/accounts/{ref}/password", operation_id = "account_new_password", tag = "account",
    params(("ref" = String, Path)), responses((status = 200, body = OneTime), WriteProblems))]
async fn new_password(State(realm): State<Realm>, who: Who, Path(at): Path<Ref<Account>>) -> Answer<OneTime> {
    let holder = who.require_holder()?.clone();
    visible(&holder, Verb::AccountAdmin, Ok(()))?;
    let (asked, tree) = (at.clone(), realm.clone());
    let account = realm.app.db().read(move |r| verbs::person(r, &asked)).await?;
    access::may(&holder, Verb::AccountAdmin, &tree.place_of(&account.home_unit)?)?;
    if account.closed.is_some() {
        return Err(Refusal::not_allowed("account.closed", "账号已停用", "The account is closed").into());
    }
    let mut entropy = [0_u8; 16];
    getrandom::fill(&mut entropy).map_err(|e| wangge_store::Error::Engine(e.to_string()))?;
    let password = flow::readable(entropy);
    let hash = realm.hash_password(password.clone()).await?;
    let name = at.to_string();
    let set = realm.app.db().write(move |tx| session::verbs::set_one_time(tx, &at, &hash, &holder.person));
    set.await?;
    realm.sessions().forget_account(&name);
    realm.app.hub().recheck();
    Ok(Json(OneTime { password }))
}

/// Close an account (system administrator), once its posts have been handed over.
#[utoipa::path(delete, path = "/api/v1/accounts/{ref}", operation_id = "account_close", tag = "account",
    params(("ref" = String, Path)), responses((status = 204, description = "Closed"), WriteProblems))]
async fn close(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Account>>,
) -> Result<StatusCode, Problem> {
    let holder = who.require_holder()?.clone();
    let (tree, name) = (realm.clone(), at.to_string());
    let closed = realm.app.db().write(move |tx| {
        let account = visible(&holder, Verb::AccountAdmin, verbs::person(tx, &at))?;
        access::may(&holder, Verb::AccountAdmin, &tree.place_of(&account.home_unit)?)?;
        verbs::close(tx, &at, &holder.person)
    });
    closed.await?;
    realm.sessions().forget_account(&name);
    realm.app.hub().recheck();
    Ok(StatusCode::NO_CONTENT)
}

/// Whoever carries the verb nowhere hears 403 before 404, so that he cannot ask what exists.
fn visible<T>(holder: &Holder, verb: Verb, found: Stored<T>) -> Stored<T> {
    if access::rules(holder.role, verb).is_empty() {
        return Err(access::refuse(verb).into());
    }
    found
}

/// A post to grant.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldingNew {
    /// Working unit.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// Its post.
    #[schema(value_type = String)]
    pub post: PostCode,
    /// What the post is for.
    pub role: Role,
    /// Its board.
    pub board: Board,
    /// How it is held.
    pub capacity: Capacity,
    /// For seconded people: the unit that sends them.
    #[schema(value_type = Option<String>)]
    pub home_unit: Option<UnitCode>,
    /// From when; absent: now.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub starts: Option<Instant>,
    /// Until when; absent: open.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub ends: Option<Instant>,
}

/// Grant a post (security administrator). Nobody grants to himself.
#[utoipa::path(post, path = "/api/v1/accounts/{ref}/holdings", operation_id = "holding_grant", tag = "account", request_body = HoldingNew,
    params(("ref" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = Made), WriteProblems))]
async fn grant(
    State(realm): State<Realm>,
    who: Who,
    key: IdemKey,
    Path(account): Path<Ref<Account>>,
    Json(dto): Json<HoldingNew>,
) -> Result<(StatusCode, Json<Made>), Problem> {
    let place = realm.place_of(&dto.unit)?;
    let by = who.may(Verb::HoldingGrant, &place)?.person.clone();
    reachable(&realm, &account, &dto.unit)?;
    let digest = once::digest(&by, "holding.grant", &(account.to_string(), &dto));
    let name = account.to_string();
    let grant = Grant {
        account,
        unit: dto.unit,
        post: dto.post,
        role: dto.role,
        board: dto.board,
        capacity: dto.capacity,
        home_unit: dto.home_unit,
        starts: dto.starts,
        ends: dto.ends,
        by,
    };
    let made = realm.app.db().write(move |tx| {
        once::once(tx, &grant.account.district, &key, &digest, |tx| {
            Ok(Made { at: verbs::grant(tx, &grant)?.to_string() })
        })
    });
    let made = made.await?;
    realm.sessions().forget_account(&name);
    Ok((StatusCode::CREATED, Json(made)))
}

/// A post's holders are looked for in the home shards of its unit and of the city: an account at
/// home elsewhere cannot hold it.
fn reachable(realm: &Realm, account: &Ref<Account>, unit: &UnitCode) -> Result<(), Refusal> {
    let homes = crate::shards_of(&realm.units(), unit);
    if account.district == District::city() || homes.contains(&account.district) {
        return Ok(());
    }
    Err(Refusal::invalid(
        "unit",
        "此人的账号不在该单位所属区县,请在当地另建账号或由市级授予",
        "This account is at home in another district than the unit; make one there, or use a city account",
    ))
}

/// Who takes over.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct LeaveQuery {
    /// Account that takes the post as acting; needed when open work would be left without anybody.
    pub successor: Option<String>,
}

/// Leave a post (security administrator): its open work must have somebody.
#[utoipa::path(delete, path = "/api/v1/holdings/{ref}", operation_id = "holding_leave", tag = "account",
    params(("ref" = String, Path), LeaveQuery), responses((status = 204, description = "Left"), WriteProblems))]
async fn leave(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Holding>>,
    Query(query): Query<LeaveQuery>,
) -> Result<StatusCode, Problem> {
    let holder = who.require_holder()?.clone();
    let successor = query.successor.map(|text| text.parse::<Ref<Account>>()).transpose()?;
    let tree = realm.clone();
    let left = realm.app.db().write(move |tx| {
        let held = visible(&holder, Verb::HoldingGrant, verbs::holding(tx, &at))?;
        access::may(&holder, Verb::HoldingGrant, &tree.place_of(&held.unit)?)?;
        verbs::leave(tx, &at, successor.as_ref(), &holder.person, &|r, held| tree.open_work(r, held))?;
        Ok(held.person().to_string())
    });
    let person = left.await?;
    realm.sessions().forget_account(&person);
    realm.app.hub().recheck();
    Ok(StatusCode::NO_CONTENT)
}

/// One shift.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyShift {
    /// The post on duty.
    #[schema(value_type = String)]
    pub post: PostCode,
    /// The account.
    #[schema(value_type = String)]
    pub account: Ref<Account>,
    /// First moment.
    #[schema(value_type = String, format = DateTime)]
    pub starts: Instant,
    /// First moment no longer.
    #[schema(value_type = String, format = DateTime)]
    pub ends: Instant,
}

fn shift(duty: Duty) -> Option<DutyShift> {
    Some(DutyShift { post: duty.seat.post?, account: duty.account, starts: duty.starts, ends: duty.ends })
}

/// Which part of a roster.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct RosterQuery {
    /// The unit.
    #[param(value_type = String)]
    pub unit: UnitCode,
    /// From when; absent: now.
    #[param(value_type = Option<String>, format = DateTime)]
    pub from: Option<Instant>,
    /// Until when; absent: a day later.
    #[param(value_type = Option<String>, format = DateTime)]
    pub to: Option<Instant>,
}

/// A roster.
#[derive(Debug, Serialize, ToSchema)]
pub struct RosterView {
    /// Its shifts, by start.
    pub shifts: Vec<DutyShift>,
}

/// Who is on duty in a unit.
#[utoipa::path(get, path = "/api/v1/roster", operation_id = "roster_read", tag = "account", params(RosterQuery),
    responses((status = 200, body = RosterView), ReadProblems))]
async fn roster(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<RosterQuery>,
) -> Answer<RosterView> {
    let place = realm.place_of(&query.unit)?;
    who.may(Verb::AccountRead, &place)?;
    let from = query.from.unwrap_or_else(|| realm.app.clock().now());
    let to = query.to.unwrap_or_else(|| from.plus_minutes(24 * 60));
    let duties = realm.app.db().read(move |r| verbs::roster(r, &place.district, &query.unit, from, to));
    Ok(Json(RosterView { shifts: duties.await?.into_iter().filter_map(shift).collect() }))
}

/// A stretch of a roster for one post.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RosterNew {
    /// The unit.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// The post.
    #[schema(value_type = String)]
    pub post: PostCode,
    /// Start of what is replaced.
    #[schema(value_type = String, format = DateTime)]
    pub from: Instant,
    /// End of what is replaced.
    #[schema(value_type = String, format = DateTime)]
    pub to: Instant,
    /// The shifts within, at most 500, all of this post.
    pub shifts: Vec<DutyShift>,
}

/// Replace a stretch of a roster.
#[utoipa::path(put, path = "/api/v1/roster", operation_id = "roster_set", tag = "account", request_body = RosterNew,
    responses((status = 204, description = "Kept"), WriteProblems))]
async fn put_roster(
    State(realm): State<Realm>,
    who: Who,
    Json(dto): Json<RosterNew>,
) -> Result<StatusCode, Problem> {
    let place = realm.place_of(&dto.unit)?;
    let by = who.may(Verb::RosterKeep, &place)?.person.clone();
    if let Some(i) = dto.shifts.iter().position(|s| s.post != dto.post) {
        let field = format!("/shifts/{i}/post");
        return Err(Refusal::invalid(&field, "一次只排一个岗位", "One post at a time").into());
    }
    let kept = realm.app.db().write(move |tx| {
        let shifts: Vec<_> = dto.shifts.iter().map(|s| (s.account.clone(), s.starts, s.ends)).collect();
        let period = (dto.from, dto.to);
        verbs::set_roster(tx, &place.district, &dto.unit, &dto.post, period, &shifts, &by)
    });
    kept.await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new()
        .routes(routes!(create, list))
        .routes(routes!(one, close))
        .routes(routes!(end_sessions))
        .routes(routes!(new_password))
        .routes(routes!(grant))
        .routes(routes!(leave))
        .routes(routes!(roster, put_roster))
}
