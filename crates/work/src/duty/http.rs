//! Duties over HTTP.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Page, Ref, Refusal, UnitCode, days_since_epoch};
use wangge_realm::{
    Who,
    access::{self, Verb},
};
use wangge_store::Error;
use wangge_web::{Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, once};

use super::{
    DutyState, Object, Trigger,
    verbs::{
        self, Colleague, Coverage, DutyAhead, DutyDay, DutyOffer, NewAway, NewObject, NewTrigger, ObjectRow,
        ObjectUncovered, TickOne, TriggerView,
    },
};
use crate::Work;

/// Most ticks of one batch: a phone that was offline for days sends several.
const MOST: usize = 100;

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new()
        .routes(routes!(day))
        .routes(routes!(week))
        .routes(routes!(tick))
        .routes(routes!(offers))
        .routes(routes!(colleagues))
        .routes(routes!(coverage))
        .routes(routes!(objects, add))
        .routes(routes!(end))
        .routes(routes!(reveal))
        .routes(routes!(triggers, set_off))
        .routes(routes!(call_off))
        .routes(routes!(away, back))
}

/// Which grid and day.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DayQuery {
    /// The grid; that of the post being used when absent.
    #[param(value_type = Option<String>)]
    pub grid: Option<UnitCode>,
    /// The day; today when absent.
    #[param(value_type = Option<String>, format = Date)]
    pub day: Option<Date>,
}

/// The duties of a grid on a day as stops on a walk: for the grid's workers and its community. With `If-None-Match` of
/// the `ETag` before, an unchanged list is not sent again.
#[utoipa::path(get, path = "/api/v1/duties", operation_id = "duty_day", tag = "duty", params(DayQuery),
    responses((status = 200, body = DutyDay), (status = 304, description = "As before"), ReadProblems))]
async fn day(
    State(work): State<Work>,
    who: Who,
    Query(query): Query<DayQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let holder = who.require_holder()?.clone();
    let (world, grid) = (work.world(), query.grid.unwrap_or_else(|| holder.unit.clone()));
    let day = query.day.map(days_since_epoch);
    let list = work.realm.app.db().read(move |r| verbs::day_list(r, &world, &holder, &grid, day)).await?;
    tagged(&list, &headers)
}

/// The answer under a tag made of itself.
fn tagged<T: Serialize>(body: &T, headers: &HeaderMap) -> Result<Response, Problem> {
    let text = serde_json::to_vec(body).map_err(|why| Error::Engine(why.to_string()))?;
    let tag: String = once::digest("", "etag", &text)[..8].iter().map(|b| format!("{b:02x}")).collect();
    let tag = format!("\"{tag}\"");
    let known = headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let same = known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    let mut answer = if same { StatusCode::NOT_MODIFIED.into_response() } else { text.into_response() };
    let fields = answer.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        fields.insert(header::ETAG, tag);
    }
    Ok(answer)
}

/// What comes onto the list of a grid in seven days.
#[utoipa::path(get, path = "/api/v1/duties/week", operation_id = "duty_week", tag = "duty", params(DayQuery),
    responses((status = 200, body = Vec<DutyAhead>), ReadProblems))]
async fn week(State(work): State<Work>, who: Who, Query(query): Query<DayQuery>) -> Answer<Vec<DutyAhead>> {
    let holder = who.require_holder()?.clone();
    let (world, grid) = (work.world(), query.grid.unwrap_or_else(|| holder.unit.clone()));
    let from = query.day.map(days_since_epoch);
    Ok(Json(work.realm.app.db().read(move |r| verbs::week(r, &world, &holder, &grid, from)).await?))
}

/// Ticks, in the order in which they were made.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ticks {
    /// At most a hundred.
    pub ticks: Vec<TickOne>,
}

/// What came of the ticks, in their order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct TickAnswers {
    /// One for each.
    pub items: Vec<TickAnswer>,
}

/// What came of one tick: where it stands now, or why not. A refused tick keeps no other one back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct TickAnswer {
    /// Its key.
    pub key: String,
    /// Where the stop stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<DutyState>,
    /// The case it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<TickProblem>,
}

/// Why a tick was not taken.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct TickProblem {
    /// Code of the refusal.
    pub code: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl TickAnswer {
    fn of(key: String, done: wangge_store::Result<verbs::Ticked>) -> Result<Self, Problem> {
        match done {
            Ok(done) => Ok(Self { key, state: Some(done.state), case: done.case, problem: None }),
            Err(Error::Refused(no)) => {
                let said = |all: fn(&wangge_base::FieldError) -> &String, whole: &String| {
                    no.fields.first().map_or_else(|| whole.clone(), |field| all(field).clone())
                };
                let (zh, en) = (said(|f| &f.zh, &no.zh), said(|f| &f.en, &no.en));
                let problem = TickProblem { code: no.code.to_owned(), zh, en };
                Ok(Self { key, state: None, case: None, problem: Some(problem) })
            }
            Err(other) => Err(other.into()),
        }
    }
}

/// Tick stops: done, nothing found, found something (it becomes a case), skipped, moved, handed over, offered, taken,
/// given back, undone. Each has its own key and is done once however often it is sent; what was done offline says when
/// it `happened`.
#[utoipa::path(post, path = "/api/v1/duties/ticks", operation_id = "duty_tick", tag = "duty", request_body = Ticks,
    responses((status = 200, body = TickAnswers), WriteProblems))]
async fn tick(State(work): State<Work>, who: Who, Json(body): Json<Ticks>) -> Answer<TickAnswers> {
    let holder = who.require_holder()?;
    if access::rules(holder.role, Verb::DutyDo).is_empty() {
        return Err(access::refuse(Verb::DutyDo).into());
    }
    if body.ticks.len() > MOST {
        return Err(Refusal::invalid("ticks", "一次最多100项", "At most a hundred at a time").into());
    }
    let mut items = Vec::with_capacity(body.ticks.len());
    for one in body.ticks {
        let (world, actor, key) = (work.world(), who.actor.clone(), one.key.clone());
        let done = work.realm.app.db().write(move |tx| verbs::tick(tx, &world, &actor, &one)).await;
        items.push(TickAnswer::of(key, done)?);
    }
    Ok(Json(TickAnswers { items }))
}

/// What is offered in the grid of the post being used, and what it has taken: for volunteers and part-timers.
#[utoipa::path(get, path = "/api/v1/duties/offers", operation_id = "duty_offers", tag = "duty", responses((status = 200, body = Vec<DutyOffer>), ReadProblems))]
async fn offers(State(work): State<Work>, who: Who) -> Answer<Vec<DutyOffer>> {
    let (world, holder) = (work.world(), who.require_holder()?.clone());
    Ok(Json(work.realm.app.db().read(move |r| verbs::offers(r, &world, &holder)).await?))
}

/// Who works the grids of the same community: to hand a stop over to.
#[utoipa::path(get, path = "/api/v1/duties/colleagues", operation_id = "duty_colleagues", tag = "duty", params(DayQuery),
    responses((status = 200, body = Vec<Colleague>), ReadProblems))]
async fn colleagues(
    State(work): State<Work>,
    who: Who,
    Query(query): Query<DayQuery>,
) -> Answer<Vec<Colleague>> {
    let holder = who.require_holder()?.clone();
    let (world, grid) = (work.world(), query.grid.unwrap_or_else(|| holder.unit.clone()));
    Ok(Json(work.realm.app.db().read(move |r| verbs::colleagues(r, &world, &holder, &grid)).await?))
}

/// Which unit and how many days.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CoverageQuery {
    /// A town or community; that of the post being used when absent.
    #[param(value_type = Option<String>)]
    pub unit: Option<UnitCode>,
    /// Closed days looked back on, 1 to 92; 28 when absent.
    pub days: Option<i64>,
}

/// Coverage by place and time: what was seen, what falls behind, what has not been seen for long, which grids nobody
/// works today. Never by person.
#[utoipa::path(get, path = "/api/v1/duties/coverage", operation_id = "duty_coverage", tag = "duty", params(CoverageQuery),
    responses((status = 200, body = Coverage), ReadProblems))]
async fn coverage(
    State(work): State<Work>,
    who: Who,
    Query(query): Query<CoverageQuery>,
) -> Answer<Coverage> {
    let holder = who.require_holder()?.clone();
    let (world, unit) = (work.world(), query.unit.unwrap_or_else(|| holder.unit.clone()));
    let days = query.days.unwrap_or(28);
    Ok(Json(work.realm.app.db().report(move |r| verbs::coverage(r, &world, &holder, &unit, days)).await?))
}

/// Which objects.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ObjectQuery {
    /// The community; that of the post being used when absent.
    #[param(value_type = Option<String>)]
    pub village: Option<UnitCode>,
    /// `next` of the page before.
    pub after: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

/// What duties are done at in a community; names of persons are masked.
#[utoipa::path(get, path = "/api/v1/duties/objects", operation_id = "duty_objects", tag = "duty", params(ObjectQuery),
    responses((status = 200, body = Page<ObjectRow>), ReadProblems))]
async fn objects(
    State(work): State<Work>,
    who: Who,
    Query(query): Query<ObjectQuery>,
) -> Answer<Page<ObjectRow>> {
    let village = query.village.map_or_else(|| who.require_holder().map(|h| h.unit.clone()), Ok)?;
    let place = work.realm.place_of(&village)?;
    who.may(Verb::DutyKeep, &place)?;
    let (world, limit, after) =
        (work.world(), wangge_web::extract::read_limit(query.limit)?, query.after.unwrap_or_default());
    let read = move |r: &mut wangge_store::Read| {
        verbs::objects(r, &world, &place.district, &village, &after, limit + 1)
    };
    let mut items = work.realm.app.db().read(read).await?;
    let most = usize::try_from(limit).unwrap_or(0);
    let more = items.len() > most;
    items.truncate(most);
    let next = items.last().filter(|_| more).map(|row| row.at.id.to_string());
    Ok(Json(Page { items, next }))
}

/// A reference.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ObjectMade {
    /// The object.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Object>,
}

/// Add an object from today on: for the community.
#[utoipa::path(post, path = "/api/v1/duties/objects", operation_id = "duty_add", tag = "duty", request_body = NewObject,
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = ObjectMade), WriteProblems))]
async fn add(
    State(work): State<Work>,
    who: Who,
    key: IdemKey,
    Json(body): Json<NewObject>,
) -> Result<(StatusCode, Json<ObjectMade>), Problem> {
    let (world, holder) = (work.world(), who.require_holder()?.clone());
    let digest = once::digest(&holder.person, "duty.object", &body);
    let (district, _) = verbs::site(&world, &body)?;
    let made = work.realm.app.db().write(move |tx| {
        once::once(tx, &district, &key, &digest, |tx| {
            Ok(ObjectMade { at: verbs::add(tx, &world, &holder, &body)? })
        })
    });
    Ok((StatusCode::CREATED, Json(made.await?)))
}

/// End an object: from today on nobody goes there any more.
#[utoipa::path(post, path = "/api/v1/duties/objects/{ref}/end", operation_id = "duty_end", tag = "duty", params(("ref" = String, Path)),
    responses((status = 204), WriteProblems))]
async fn end(State(work): State<Work>, who: Who, Path(at): Path<Ref<Object>>) -> Result<StatusCode, Problem> {
    let (world, holder) = (work.world(), who.require_holder()?.clone());
    work.realm.app.db().write(move |tx| verbs::end(tx, &world, &holder, &at)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Why somebody has to know.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectRevealRequest {
    /// The reason; it is kept, and the person concerned can read it.
    pub reason: String,
}

/// A person's name, for a reason that is kept on the audit trail.
#[utoipa::path(post, path = "/api/v1/duties/objects/{ref}/reveal", operation_id = "duty_reveal", tag = "duty", params(("ref" = String, Path)),
    request_body = ObjectRevealRequest, responses((status = 200, body = ObjectUncovered), WriteProblems))]
async fn reveal(
    State(work): State<Work>,
    who: Who,
    Path(at): Path<Ref<Object>>,
    Json(body): Json<ObjectRevealRequest>,
) -> Answer<ObjectUncovered> {
    let (world, holder) = (work.world(), who.require_holder()?.clone());
    Ok(Json(
        work.realm.app.db().write(move |tx| verbs::reveal(tx, &world, &holder, &at, &body.reason)).await?,
    ))
}

/// Which unit.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TriggerQuery {
    /// A town, village or grid; that of the post being used when absent.
    #[param(value_type = Option<String>)]
    pub unit: Option<UnitCode>,
}

/// What sets duties off in the town today, with what it asks for and what gives way.
#[utoipa::path(get, path = "/api/v1/duties/triggers", operation_id = "duty_triggers", tag = "duty", params(TriggerQuery),
    responses((status = 200, body = Vec<TriggerView>), ReadProblems))]
async fn triggers(
    State(work): State<Work>,
    who: Who,
    Query(query): Query<TriggerQuery>,
) -> Answer<Vec<TriggerView>> {
    let holder = who.require_holder()?.clone();
    let (world, unit) = (work.world(), query.unit.unwrap_or_else(|| holder.unit.clone()));
    Ok(Json(work.realm.app.db().report(move |r| verbs::running(r, &world, &holder, &unit)).await?))
}

/// Set duties off because of heat, rain, a river, fraud or wind: only admitted matters answer, until the day given.
#[utoipa::path(post, path = "/api/v1/duties/triggers", tag = "duty", request_body = NewTrigger,
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = TriggerView), WriteProblems))]
async fn set_off(
    State(work): State<Work>,
    who: Who,
    key: IdemKey,
    Json(body): Json<NewTrigger>,
) -> Result<(StatusCode, Json<TriggerView>), Problem> {
    let (world, holder) = (work.world(), who.require_holder()?.clone());
    let digest = once::digest(&holder.person, "duty.trigger", &body);
    let district = work.realm.place_of(&body.unit)?.district;
    let made = work.realm.app.db().write(move |tx| {
        once::once(tx, &district, &key, &digest, |tx| verbs::set_off(tx, &world, &holder, &body))
    });
    Ok((StatusCode::CREATED, Json(made.await?)))
}

/// Call a trigger off: what is left of it falls away at the end of today.
#[utoipa::path(post, path = "/api/v1/duties/triggers/{ref}/end", tag = "duty", params(("ref" = String, Path)),
    responses((status = 204), WriteProblems))]
async fn call_off(
    State(work): State<Work>,
    who: Who,
    Path(at): Path<Ref<Trigger>>,
) -> Result<StatusCode, Problem> {
    let (world, holder) = (work.world(), who.require_holder()?.clone());
    work.realm.app.db().write(move |tx| verbs::call_off(tx, &world, &holder, &at)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Say that a grid worker will be away: oneself, or one of the community. Never why.
#[utoipa::path(post, path = "/api/v1/duties/away", operation_id = "duty_away", tag = "duty", request_body = NewAway,
    params(("Idempotency-Key" = String, Header)), responses((status = 204), WriteProblems))]
async fn away(
    State(work): State<Work>,
    who: Who,
    key: IdemKey,
    Json(body): Json<NewAway>,
) -> Result<StatusCode, Problem> {
    let (world, holder) = (work.world(), who.require_holder()?.clone());
    let digest = once::digest(&holder.person, "duty.away", &body);
    let home = body.holding.as_deref().unwrap_or(&holder.holding).parse::<Ref<()>>()?.district;
    work.realm
        .app
        .db()
        .write(move |tx| once::once(tx, &home, &key, &digest, |tx| verbs::away(tx, &world, &holder, &body)))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whose.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct BackQuery {
    /// The holding; the post being used when absent.
    pub holding: Option<String>,
}

/// Say that somebody is back from today on.
#[utoipa::path(delete, path = "/api/v1/duties/away", operation_id = "duty_back", tag = "duty", params(BackQuery), responses((status = 204), WriteProblems))]
async fn back(
    State(work): State<Work>,
    who: Who,
    Query(query): Query<BackQuery>,
) -> Result<StatusCode, Problem> {
    let (world, holder) = (work.world(), who.require_holder()?.clone());
    work.realm.app.db().write(move |tx| verbs::back(tx, &world, &holder, query.holding.as_deref())).await?;
    Ok(StatusCode::NO_CONTENT)
}
