//! Plans for grids over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Coord, Instant, Ref, Refusal, UnitCode};
use wangge_store::{Read, Tx};
use wangge_web::{Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, once};

use crate::{
    Moved, Realm, Who,
    access::Verb,
    grid::{
        NewShape, Plan, PlanKind, PlanState, coord, part_field,
        verbs::{self, Part, Planned},
    },
    unit::{self, http::UnitName},
};

/// Characters of a reason.
const REASON: usize = 200;

/// A grid to be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GridNew {
    /// Its code, never used before.
    #[schema(value_type = String)]
    pub code: UnitCode,
    /// Its name, e.g. 第7网格.
    pub name: String,
    /// Border and holes as GeoJSON has them: closed rings of `[lon, lat]`, WGS-84. Left empty where several grids
    /// become one: the border is worked out.
    #[serde(default)]
    pub rings: Vec<Vec<[f64; 2]>>,
    /// Households, where known.
    pub households: Option<i64>,
    /// People, where known.
    pub people: Option<i64>,
}

impl GridNew {
    /// The part at `i` of the plan.
    fn part(self, i: usize) -> Result<Part, Refusal> {
        let no = |field: &str, zh: &str, en: &str| Err(Refusal::invalid(&part_field(i, field), zh, en));
        let ring = |ring: &Vec<[f64; 2]>| ring.iter().map(|c| Coord::new(c[0], c[1])).collect();
        let rings: Result<Vec<Vec<Coord>>, Refusal> = self.rings.iter().map(ring).collect();
        let Ok(rings) = rings else {
            return no("rings", "坐标超出范围", "a corner is not on the earth");
        };
        for (field, count) in [("households", self.households), ("people", self.people)] {
            if count.is_some_and(|n| !(0..=10_000_000).contains(&n)) {
                return no(field, "户数、人数无效", "Households or people are not a count");
            }
        }
        let rings = NewShape::of(0, self.code.clone(), None, &rings).rings;
        let (households, people) = (self.households, self.people);
        Ok(Part { code: self.code, name: self.name, rings, households, people })
    }
}

impl From<Part> for GridNew {
    fn from(part: Part) -> Self {
        let ring = |ring: &Vec<_>| -> Vec<[f64; 2]> {
            ring.iter().chain(ring.first()).map(|c| coord(*c)).map(|c| [c.lon, c.lat]).collect()
        };
        Self {
            rings: part.rings.iter().map(ring).collect(),
            code: part.code,
            name: part.name,
            households: part.households,
            people: part.people,
        }
    }
}

/// A change of grids of one village: one into several (split), several into one (merge), several into several (redraw).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanNew {
    /// The grids that end.
    #[schema(value_type = Vec<String>)]
    pub grids: Vec<UnitCode>,
    /// The grids that begin; together they cover the same ground.
    pub parts: Vec<GridNew>,
    /// From when on; absent or past: now. At most a year ahead.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub effective: Option<Instant>,
    /// Why, for those who are told; at most 200 characters.
    pub reason: Option<String>,
    /// `true`: check it and tell what moves, change nothing.
    #[serde(default)]
    pub dry_run: bool,
}

/// What a change of grids moves.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Moves {
    /// Households of the grids that end; absent where one of them does not say.
    pub households: Option<i64>,
    /// People, likewise.
    pub people: Option<i64>,
    /// Work that is open there, by kind. It stays filed under its grid.
    pub work: Vec<Moved>,
}

/// A plan.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PlanView {
    /// Its reference; absent for a dry run.
    #[serde(rename = "ref")]
    #[schema(value_type = Option<String>)]
    pub at: Option<Ref<Plan>>,
    /// Village or community.
    pub village: UnitName,
    /// What kind of change.
    pub kind: PlanKind,
    /// Where it stands.
    pub state: PlanState,
    /// From when on it counts.
    #[schema(value_type = String, format = DateTime)]
    pub effective: Instant,
    /// The grids that end.
    pub grids: Vec<UnitName>,
    /// The grids that begin.
    pub parts: Vec<GridNew>,
    /// Why, in the words of whoever planned it.
    pub reason: Option<String>,
    /// What moves; only of open plans and dry runs.
    pub moves: Option<Moves>,
    /// Who planned it, by the name among colleagues.
    pub called: String,
    /// When it was planned.
    #[schema(value_type = String, format = DateTime)]
    pub created: Instant,
    /// When it was done, taken back or found impossible.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub ended: Option<Instant>,
    /// Why it could not be done, Chinese.
    pub why_zh: Option<String>,
    /// The same in English.
    pub why_en: Option<String>,
}

fn named(realm: &Realm, code: &UnitCode) -> UnitName {
    let units = realm.units();
    units.get(code.as_str()).map_or_else(|| UnitName::unknown(code.clone()), UnitName::from)
}

fn view(realm: &Realm, it: Planned, moves: Option<Moves>) -> PlanView {
    let (why_zh, why_en) = it.why.unzip();
    PlanView {
        at: Some(it.at),
        village: named(realm, &it.village),
        kind: it.kind,
        state: it.state,
        effective: it.due,
        grids: it.grids.iter().map(|code| named(realm, code)).collect(),
        parts: it.parts.into_iter().map(GridNew::from).collect(),
        reason: it.reason,
        moves,
        called: it.called,
        created: it.created,
        ended: it.ended,
        why_zh,
        why_en,
    }
}

/// Households and people come from the grids, open work from whoever knows it.
fn moves(realm: &Realm, r: &mut Read, grids: &[UnitCode]) -> wangge_store::Result<Moves> {
    let units = realm.units();
    let of = |code: &UnitCode| units.get(code.as_str());
    let sum = |count: fn(unit::Unit<'_>) -> Option<u32>| -> Option<i64> {
        grids.iter().map(|code| of(code).and_then(count).map(i64::from)).sum()
    };
    let (households, people) = (sum(|grid| grid.households()), sum(|grid| grid.people()));
    let mut work: Vec<Moved> = Vec::new();
    for code in grids {
        let Some(district) = units.shard(code) else { continue };
        for one in realm.moving(r, &district, code)? {
            match work.iter_mut().find(|known| known.what == one.what) {
                Some(known) => known.n += one.n,
                None => work.push(one),
            }
        }
    }
    Ok(Moves { households, people, work })
}

/// Plan a change of grids (the community for its own, or the system administrator): for a day within a year, or at
/// once. Whoever sits in the grids, their village and town is told. With `dry_run` it is only checked, and told what moves.
#[utoipa::path(post, path = "/api/v1/grid-plans", operation_id = "grid_plan", tag = "grid", request_body = PlanNew,
    params(("Idempotency-Key" = String, Header)), responses((status = 200, body = PlanView), WriteProblems))]
async fn plan(
    State(realm): State<Realm>,
    who: Who,
    key: IdemKey,
    Json(dto): Json<PlanNew>,
) -> Answer<PlanView> {
    let none = || Refusal::invalid("grids", "请选择要调整的网格", "Choose the grids to be changed");
    let place = realm.place_of(dto.grids.first().ok_or_else(none)?)?;
    let holder = who.may(Verb::GridPlan, &place)?.clone();
    let digest = once::digest(&holder.person, "grid.plan", &dto);
    let PlanNew { grids: codes, parts, effective, reason, dry_run } = dto;
    let reason = reason.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if reason.as_ref().is_some_and(|text| text.chars().count() > REASON) {
        return Err(Refusal::invalid(
            "reason",
            format!("理由最多{REASON}字"),
            format!("A reason has at most {REASON} characters"),
        )
        .into());
    }
    let parts: Vec<Part> =
        parts.into_iter().enumerate().map(|(i, part)| part.part(i)).collect::<Result<_, _>>()?;
    let (units, grids) = (realm.units(), realm.grids());
    let (zone, house) = (realm.app.settings().time_zone.clone(), realm.clone());
    if dry_run {
        let looked = realm.app.db().read(move |r| {
            let kind = verbs::check(r, &units, &grids, &codes, &parts)?;
            let (now, moves) = (r.now(), moves(&house, r, &codes)?);
            let village = units.get(codes[0].as_str()).and_then(|grid| grid.parent()).map(|up| up.code());
            Ok(PlanView {
                at: None,
                village: named(&house, &village.unwrap_or_else(|| codes[0].clone())),
                kind,
                state: PlanState::Upcoming,
                effective: effective.unwrap_or(now),
                grids: codes.iter().map(|code| named(&house, code)).collect(),
                parts: parts.iter().cloned().map(GridNew::from).collect(),
                reason: reason.clone(),
                moves: Some(moves),
                called: holder.called.clone(),
                created: now,
                ended: None,
                why_zh: None,
                why_en: None,
            })
        });
        return Ok(Json(looked.await?));
    }
    let done = realm.app.db().write(move |tx: &mut Tx| {
        once::once(tx, &place.district, &key, &digest, |tx| {
            let it = verbs::plan(
                tx,
                (&units, &grids),
                &holder,
                &codes,
                &parts,
                (effective, reason.as_deref()),
                &zone,
            )?;
            Ok(view(&house, it, None))
        })
    });
    let done = done.await?;
    unit::jobs::refresh(&realm).await?;
    Ok(Json(done))
}

/// Of which village.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PlanQuery {
    /// The village or community.
    #[param(value_type = String)]
    pub village: UnitCode,
}

/// Plans for the grids of a village: open ones, and the latest that were done, taken back or found impossible.
#[utoipa::path(get, path = "/api/v1/grid-plans", operation_id = "grid_plans", tag = "grid", params(PlanQuery),
    responses((status = 200, body = Vec<PlanView>), ReadProblems))]
async fn plans(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<PlanQuery>,
) -> Answer<Vec<PlanView>> {
    who.require_holder()?;
    let place = realm.place_of(&query.village)?;
    let house = realm.clone();
    let all = realm.app.db().read(move |r| {
        let all = verbs::planned(r, &place.district, &query.village)?;
        let open = |it: &Planned| it.state == PlanState::Upcoming;
        all.into_iter()
            .map(|it| {
                let moves = open(&it).then(|| moves(&house, r, &it.grids)).transpose()?;
                Ok(view(&house, it, moves))
            })
            .collect::<wangge_store::Result<Vec<_>>>()
    });
    Ok(Json(all.await?))
}

/// Take a plan back before its moment (the community for its own, or the system administrator). Those who were told are told again.
#[utoipa::path(delete, path = "/api/v1/grid-plans/{ref}", operation_id = "grid_cancel", tag = "grid", params(("ref" = String, Path)),
    responses((status = 204, description = "Taken back"), WriteProblems))]
async fn cancel(
    State(realm): State<Realm>,
    who: Who,
    Path(at): Path<Ref<Plan>>,
) -> Result<StatusCode, Problem> {
    who.require_holder()?;
    let plan = at.clone();
    let it = realm.app.db().read(move |r| verbs::one(r, &plan)).await?;
    who.may(Verb::GridPlan, &realm.place_of(&it.village)?)?;
    let (units, zone) = (realm.units(), realm.app.settings().time_zone.clone());
    realm.app.db().write(move |tx| verbs::cancel(tx, &units, &at, &zone)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The routes of plans.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(plans, plan)).routes(routes!(cancel))
}
