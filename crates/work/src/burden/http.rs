//! The burden meter over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Instant, Page, UnitCode};
use wangge_realm::{Who, access::Verb};
use wangge_web::{Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, once};

use super::{
    Known, Sample, Terms, TermsVersion,
    flow::known::Field,
    verbs::{self, Ask, BurdenSheet, Held, MergeProposal, Offer, Offered, OwnBurden, Preview, PriceSheet},
};
use crate::{Work, matter::Tier};

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new()
        .routes(routes!(price))
        .routes(routes!(burden))
        .routes(routes!(mine))
        .routes(routes!(overlaps))
        .routes(routes!(samples, offer))
        .routes(routes!(fields))
        .routes(routes!(report))
        .routes(routes!(terms, publish))
        .routes(routes!(preview))
        .routes(routes!(restore))
}

/// Price an entry before anybody decides on it. Nothing is written. For whoever keeps lists or may apply: officers of
/// a centre, of a board, of a community, of a department.
#[utoipa::path(post, path = "/api/v1/burden/price", operation_id = "burden_price", tag = "burden", request_body = Ask,
    responses((status = 200, body = PriceSheet), ReadProblems))]
async fn price(State(work): State<Work>, who: Who, Json(ask): Json<Ask>) -> Answer<PriceSheet> {
    let place = work.realm.place_of(&who.require_holder()?.unit)?;
    who.may(Verb::BurdenPrice, &place)?;
    let world = work.world();
    Ok(Json(work.realm.app.db().report(move |r| verbs::price(r, &world, &ask)).await?))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct BurdenQuery {
    /// A city, district, town or village; the place of the post being used when absent.
    #[param(value_type = Option<String>)]
    unit: Option<UnitCode>,
    /// Whose list; `grid` when absent.
    tier: Option<Tier>,
}

impl BurdenQuery {
    fn of(&self, work: &Work, who: &Who) -> Result<(UnitCode, Tier), Problem> {
        let unit = self.unit.clone().map_or_else(|| who.require_holder().map(|h| h.unit.clone()), Ok)?;
        who.may(Verb::StatsRead, &work.realm.place_of(&unit)?)?;
        Ok((unit, self.tier.unwrap_or(Tier::Grid)))
    }
}

/// What a list costs in a place: minutes per person and week, the share of the ceiling, entry by entry and place by
/// place. Planned work by place, never what a person did.
#[utoipa::path(get, path = "/api/v1/burden", operation_id = "burden_of_place", tag = "burden", params(BurdenQuery),
    responses((status = 200, body = BurdenSheet), ReadProblems))]
async fn burden(State(work): State<Work>, who: Who, Query(query): Query<BurdenQuery>) -> Answer<BurdenSheet> {
    let (unit, tier) = query.of(&work, &who)?;
    let world = work.world();
    Ok(Json(work.realm.app.db().report(move |r| verbs::sheet(r, &world, &unit, tier)).await?))
}

/// The burden of the grid whose post is being used, today and in seven days: for whoever works it, and nobody else.
#[utoipa::path(get, path = "/api/v1/burden/mine", operation_id = "burden_mine", tag = "burden",
    responses((status = 200, body = OwnBurden), ReadProblems))]
async fn mine(State(work): State<Work>, who: Who) -> Answer<OwnBurden> {
    let place = work.realm.place_of(&who.require_holder()?.unit)?;
    let holder = who.may(Verb::BurdenOffer, &place)?.clone();
    let world = work.world();
    Ok(Json(work.realm.app.db().read(move |r| verbs::own(r, &world, &holder)).await?))
}

/// Visits of different entries to the same doors that could be one stop, and what that would save.
#[utoipa::path(get, path = "/api/v1/burden/overlaps", operation_id = "burden_overlaps", tag = "burden", params(BurdenQuery),
    responses((status = 200, body = Page<MergeProposal>), ReadProblems))]
async fn overlaps(
    State(work): State<Work>,
    who: Who,
    Query(query): Query<BurdenQuery>,
) -> Answer<Page<MergeProposal>> {
    let (unit, tier) = query.of(&work, &who)?;
    let world = work.world();
    let items = work.realm.app.db().report(move |r| verbs::overlaps(r, &world, &unit, tier)).await?;
    Ok(Json(Page { items, next: None }))
}

/// What was measured: medians of what at least twenty workers offered within a month, up to yesterday. Fewer are
/// never shown. For whoever holds a post.
#[utoipa::path(get, path = "/api/v1/burden/samples", operation_id = "burden_samples", tag = "burden",
    responses((status = 200, body = Page<Sample>), ReadProblems))]
async fn samples(State(work): State<Work>, who: Who) -> Answer<Page<Sample>> {
    who.require_holder()?;
    let world = work.world();
    let found = work.realm.app.db().report(move |r| {
        let now = r.now();
        verbs::samples(r, &world, now)
    });
    Ok(Json(Page { items: found.await?.into_values().collect(), next: None }))
}

/// Offer how many minutes something took. Voluntary; stored without who and without the time of day. Once a month for
/// each matter: offered again, the last word counts. For those who do the work.
#[utoipa::path(post, path = "/api/v1/burden/samples", operation_id = "burden_offer", tag = "burden", request_body = Offer,
    responses((status = 201, body = Offered), WriteProblems))]
async fn offer(
    State(work): State<Work>,
    who: Who,
    Json(dto): Json<Offer>,
) -> Result<(StatusCode, Json<Offered>), Problem> {
    let place = work.realm.place_of(&who.require_holder()?.unit)?;
    let holder = who.may(Verb::BurdenOffer, &place)?.clone();
    let world = work.world();
    let offered = work.realm.app.db().write(move |tx| verbs::offer(tx, &world, &holder, &dto)).await?;
    Ok((StatusCode::CREATED, Json(offered)))
}

/// A field of the ledger.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct LedgerField {
    /// Its name, as an entry's `fields` has it.
    name: &'static str,
    /// What is known of it.
    #[serde(flatten)]
    known: Known,
}

/// The ledger of what is entered once: fields that are known already, who keeps them true, and where they are read
/// from. For whoever holds a post.
#[utoipa::path(get, path = "/api/v1/burden/fields", operation_id = "burden_fields", tag = "burden",
    responses((status = 200, body = Page<LedgerField>), ReadProblems))]
async fn fields(who: Who) -> Answer<Page<LedgerField>> {
    who.require_holder()?;
    let items = Field::ALL.iter().map(|f| LedgerField { name: f.word(), known: f.known() }).collect();
    Ok(Json(Page { items, next: None }))
}

/// The estimates of all entries against what was measured, those that are due and off by more than a third first (list
/// officer).
#[utoipa::path(get, path = "/api/v1/burden/report", operation_id = "burden_report", tag = "burden",
    responses((status = 200, body = Page<Held>), ReadProblems))]
async fn report(State(work): State<Work>, who: Who) -> Answer<Page<Held>> {
    let place = work.realm.place_of(&who.require_holder()?.unit)?;
    who.may(Verb::MatterPublish, &place)?;
    let world = work.world();
    let items = work.realm.app.db().report(move |r| verbs::report(r, &world)).await?;
    Ok(Json(Page { items, next: None }))
}

/// The ceilings: every version, newest first. For whoever holds a post.
#[utoipa::path(get, path = "/api/v1/burden/terms", operation_id = "burden_terms", tag = "burden",
    responses((status = 200, body = Page<TermsVersion>), ReadProblems))]
async fn terms(State(work): State<Work>, who: Who) -> Answer<Page<TermsVersion>> {
    who.require_holder()?;
    let items = work.realm.app.db().read(verbs::history).await?;
    Ok(Json(Page { items, next: None }))
}

/// Ceilings to be published.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = BurdenTermsNew)]
#[serde(deny_unknown_fields)]
struct TermsNew {
    /// What they say.
    terms: Terms,
    /// From when they count; now when absent.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(default)]
    from: Option<Instant>,
}

/// What other ceilings would change, and how many places would be over them. Nothing is written (list officer).
#[utoipa::path(post, path = "/api/v1/burden/terms/preview", operation_id = "burden_preview", tag = "burden", request_body = TermsNew,
    responses((status = 200, body = Preview), ReadProblems))]
async fn preview(State(work): State<Work>, who: Who, Json(dto): Json<TermsNew>) -> Answer<Preview> {
    let place = work.realm.place_of(&who.require_holder()?.unit)?;
    who.may(Verb::MatterPublish, &place)?;
    let world = work.world();
    Ok(Json(work.realm.app.db().report(move |r| verbs::preview(r, &world, &dto.terms)).await?))
}

/// Publish ceilings for the city (city list officer). What was published is never changed.
#[utoipa::path(post, path = "/api/v1/burden/terms", operation_id = "burden_publish", tag = "burden", request_body = TermsNew,
    params(("Idempotency-Key" = String, Header)), responses((status = 201, body = TermsVersion), WriteProblems))]
async fn publish(
    State(work): State<Work>,
    who: Who,
    key: IdemKey,
    Json(dto): Json<TermsNew>,
) -> Result<(StatusCode, Json<TermsVersion>), Problem> {
    let city = work.realm.place_of(work.realm.units().root())?;
    let by = who.may(Verb::MatterPublish, &city)?.person.clone();
    let digest = once::digest(&by, "burden.terms", &dto);
    let published = work.realm.app.db().write(move |tx| {
        once::once(tx, &city.district, &key, &digest, |tx| verbs::publish(tx, &dto.terms, dto.from, &by))
    });
    Ok((StatusCode::CREATED, Json(published.await?)))
}

/// Put an older version of the ceilings in force again, as a new one from now on (city list officer).
#[utoipa::path(post, path = "/api/v1/burden/terms/{n}/restore", operation_id = "burden_restore", tag = "burden",
    params(("n" = i64, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = TermsVersion), WriteProblems))]
async fn restore(
    State(work): State<Work>,
    who: Who,
    Path(n): Path<i64>,
    key: IdemKey,
) -> Result<(StatusCode, Json<TermsVersion>), Problem> {
    let city = work.realm.place_of(work.realm.units().root())?;
    let by = who.may(Verb::MatterPublish, &city)?.person.clone();
    let digest = once::digest(&by, "burden.restore", &n);
    let restored = work
        .realm
        .app
        .db()
        .write(move |tx| once::once(tx, &city.district, &key, &digest, |tx| verbs::restore(tx, n, &by)));
    Ok((StatusCode::CREATED, Json(restored.await?)))
}
