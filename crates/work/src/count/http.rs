//! Counts over HTTP.

use std::collections::BTreeMap;

use axum::extract::State as Shared;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Board, Instant, Level, Refusal, UnitCode};
use wangge_realm::{
    access::{self, Compartment, Depth, Verb},
    session::Who,
    unit::{Unit, http::UnitName},
};
use wangge_web::{Answer, Json, Query, ReadProblems};

use super::{
    Count,
    flow::{covered, shown},
    verbs::{self, Boards, OfMatter, sum},
};
use crate::{Work, World};

/// Which unit.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct UnitQuery {
    /// Code of the unit.
    #[param(value_type = String)]
    pub unit: UnitCode,
}

/// Counts of one unit below.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChildCount {
    /// Code.
    pub code: String,
    /// Name; the code where the unit has gone.
    pub name: String,
    /// Level.
    pub level: Option<Level>,
    /// Open cases.
    pub open: i64,
    /// Of these overdue.
    pub overdue: i64,
    /// By board, all of them.
    #[schema(value_type = Object)]
    pub boards: BTreeMap<&'static str, Count>,
    /// Longitude of its label, WGS-84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// Latitude.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Households, where known: for density.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
}

/// The counts of a unit and of the units below it. A unit's counts are the sum of those below.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CountSheet {
    /// The unit.
    pub unit: UnitName,
    /// When it was read.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Instant,
    /// The events the counts stand for, written like the id of a live event: `district:number` in hexadecimal, joined
    /// by commas.
    pub event: String,
    /// Which compartments are counted for this reader: `open`, and `restricted` where his post has the right.
    pub compartments: Vec<Compartment>,
    /// Everything in the unit.
    pub total: Count,
    /// By board, all of them.
    #[schema(value_type = Object)]
    pub boards: BTreeMap<&'static str, Count>,
    /// The units below, by code; none below a grid.
    pub children: Vec<ChildCount>,
}

fn by_word(boards: &Boards) -> BTreeMap<&'static str, Count> {
    Board::ALL.iter().map(|b| (b.word(), boards.get(b).copied().unwrap_or_default())).collect()
}

fn child(code: &UnitCode, unit: Option<Unit<'_>>, boards: &Boards) -> ChildCount {
    let Count { open, overdue } = sum(boards);
    ChildCount {
        code: code.to_string(),
        name: unit.map_or_else(|| code.to_string(), |u| u.name().to_owned()),
        level: unit.map(Unit::level),
        open,
        overdue,
        boards: by_word(boards),
        lon: unit.and_then(Unit::at).map(|at| at.lon),
        lat: unit.and_then(Unit::at).map(|at| at.lat),
        households: unit.and_then(Unit::households),
    }
}

fn counted(depth: Depth, compartment: Compartment) -> bool {
    compartment != Compartment::Sealed && depth.reaches(compartment)
}

fn found<'a>(world: &'a World, code: &UnitCode) -> Result<Unit<'a>, Refusal> {
    let none = || Refusal::not_found(format!("没有单位{code}"), format!("There is no unit {code}"));
    world.units.get(code.as_str()).ok_or_else(none)
}

/// Open and overdue cases of a unit and of each unit below it, by board: the same rows give the same numbers at
/// every level. Sealed cases are never counted, restricted ones for posts with the right only. `GET /api/v1/cases?unit=…&open=true`
/// opens a count to its cases.
#[utoipa::path(get, path = "/api/v1/counts", operation_id = "count_read", tag = "count", params(UnitQuery), responses((status = 200, body = CountSheet), ReadProblems))]
async fn counts(Shared(work): Shared<Work>, who: Who, Query(query): Query<UnitQuery>) -> Answer<CountSheet> {
    let place = work.realm.place_of(&query.unit)?;
    let holder = who.may(Verb::StatsRead, &place)?;
    let depth = access::depth(holder, Verb::StatsRead, &place).unwrap_or(Depth::Open);
    let world = work.world();
    let (snapshot, code) = (world.clone(), query.unit.clone());
    let (tally, as_of) = work
        .realm
        .app
        .db()
        .read(move |r| Ok((verbs::tally(r, &snapshot.units, found(&snapshot, &code)?, depth)?, r.now())))
        .await?;
    let unit = found(&world, &query.unit)?;
    let (total, none) = (tally.total(), Boards::new());
    let mut children = Vec::new();
    if unit.level() != Level::Grid {
        let present = unit.children().filter(|below| below.is_in_use() && below.kind().is_place());
        let mut below: BTreeMap<UnitCode, &Boards> = present.map(|below| (below.code(), &none)).collect();
        // As filed: a grid that has ended since still has its cases.
        below.extend(tally.below.iter().map(|(code, boards)| (code.clone(), boards)));
        children =
            below.iter().map(|(code, boards)| child(code, world.units.get(code.as_str()), boards)).collect();
    }
    Ok(Json(CountSheet {
        unit: unit.into(),
        as_of,
        event: tally.event.to_string(),
        compartments: Compartment::ALL.iter().copied().filter(|c| counted(depth, *c)).collect(),
        total: sum(&total),
        boards: by_word(&total),
        children,
    }))
}

/// A matter with what may be published of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HallMatter {
    /// Code.
    pub code: String,
    /// Name, Chinese.
    pub name_zh: String,
    /// Name, English.
    pub name_en: String,
    /// How many; `null`: fewer than five, or covered for their sake.
    pub count: Option<i64>,
}

/// A village or community with what may be published of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HallPlace {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// How many; `null`: fewer than five, or covered for their sake.
    pub count: Option<i64>,
}

/// Groups of a total, with what may be published of them.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HallGroups {
    /// All together; `null`: fewer than five.
    pub total: Option<i64>,
    /// By matter, in the order of the catalogue.
    pub matters: Vec<HallMatter>,
    /// By village or community.
    pub places: Vec<HallPlace>,
}

/// What the public screen of a hall shows: matters, villages and counts of five and more; no words, no names, no
/// photos.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HallSheet {
    /// The unit.
    pub unit: UnitName,
    /// When it was read.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Instant,
    /// The month that counts, `2026-06`.
    pub month: String,
    /// Cases being worked on.
    pub open: HallGroups,
    /// Cases solved this month.
    pub solved: HallGroups,
    /// What to write where a count is `null`, Chinese.
    pub less_zh: &'static str,
    /// The same in English.
    pub less_en: &'static str,
}

const LESS: (&str, &str) = ("少于5", "fewer than 5");

fn count_by<K: Ord>(
    all: &[OfMatter],
    key: impl Fn(&OfMatter) -> K,
    weight: impl Fn(&OfMatter) -> i64,
) -> Vec<(K, i64)> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(key(one)).or_insert(0) += weight(one);
    }
    counts.into_iter().collect()
}

fn groups(
    world: &World,
    all: &[OfMatter],
    now: Instant,
    weight: impl Fn(&OfMatter) -> i64 + Copy,
) -> HallGroups {
    // What has no matter yet is in the total only, as a group that may be covered like any other.
    let matters = covered(count_by(all, |one| one.matter.clone().unwrap_or_default(), weight));
    let places = covered(count_by(all, |one| one.village.clone(), weight));
    HallGroups {
        total: shown(all.iter().map(weight).sum()),
        matters: matters.into_iter().filter_map(|(code, n)| hall_matter(world, code, n, now)).collect(),
        places: places
            .into_iter()
            .map(|(code, count)| HallPlace {
                name: world.units.get(&code).map_or_else(|| code.clone(), |u| u.name().to_owned()),
                code,
                count,
            })
            .collect(),
    }
}

fn hall_matter(world: &World, code: String, count: Option<i64>, now: Instant) -> Option<HallMatter> {
    let matter = code.parse().ok().and_then(|code| world.matters.effective(&code, now).ok())?;
    Some(HallMatter { code, name_zh: matter.name_zh.clone(), name_en: matter.name_en.clone(), count })
}

/// The first moment of each month of a year, and of the next year.
fn months(world: &World, year: i16) -> Vec<Instant> {
    let calendar = world.calendars.get(None);
    let first = (1..=12).map(|month| date(year, month, 1)).chain([date(year + 1, 1, 1)]);
    first.map(|day: Date| calendar.start_of(day)).collect()
}

/// The month of `now` in the city: its year, its number and when it began.
fn month_of(world: &World, now: Instant) -> (i16, usize, Instant) {
    // A year's ends lie within a day of UTC's everywhere.
    let near = now.timestamp().to_zoned(jiff::tz::TimeZone::UTC).year();
    for year in [near + 1, near, near - 1] {
        let months = months(world, year);
        if let Some(month) = (0..12).rev().find(|&m| months[m] <= now) {
            return (year, month + 1, months[month]);
        }
    }
    (near, 1, now)
}

/// The public screen of a hall: for the posts of a district, town or village, whose kiosk shows it. Counts below five
/// are `null`, and so is what would let them be worked out.
#[utoipa::path(get, path = "/api/v1/hall", operation_id = "hall_read", tag = "count", params(UnitQuery), responses((status = 200, body = HallSheet), ReadProblems))]
async fn hall(Shared(work): Shared<Work>, who: Who, Query(query): Query<UnitQuery>) -> Answer<HallSheet> {
    who.may(Verb::StatsRead, &work.realm.place_of(&query.unit)?)?;
    let (world, code, now) = (work.world(), query.unit.clone(), work.realm.app.clock().now());
    let (year, month, from) = month_of(&world, now);
    let snapshot = world.clone();
    let read = move |r: &mut wangge_store::Read| {
        let unit = found(&snapshot, &code)?;
        let open = verbs::open_matters(r, &snapshot.units, unit)?;
        Ok((open, verbs::solved(r, &snapshot.units, unit, from, now.plus_seconds(1))?))
    };
    let (open, solved) = work.realm.app.db().report(read).await?;
    Ok(Json(HallSheet {
        unit: found(&world, &query.unit)?.into(),
        as_of: now,
        month: format!("{year}-{month:02}"),
        open: groups(&world, &open, now, |one| one.value),
        solved: groups(&world, &solved, now, |_| 1),
        less_zh: LESS.0,
        less_en: LESS.1,
    }))
}

/// Which unit and year.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct YearQuery {
    /// Code of the unit.
    #[param(value_type = String)]
    pub unit: UnitCode,
    /// The year, 2000 to 2999; this one when absent.
    pub year: Option<i16>,
}

/// A month with what may be published of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MonthCount {
    /// 1 to 12.
    pub month: usize,
    /// How many; 0 is none, `null` fewer than five, or covered for their sake.
    pub count: Option<i64>,
}

/// What was solved in a year, for print and for everybody.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummarySheet {
    /// The unit.
    pub unit: UnitName,
    /// When it was read.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Instant,
    /// The year.
    pub year: i16,
    /// Solved in all; `null`: fewer than five.
    pub total: Option<i64>,
    /// By matter.
    pub matters: Vec<HallMatter>,
    /// By month.
    pub months: Vec<MonthCount>,
    /// What to write where a count is `null`, Chinese.
    pub less_zh: &'static str,
    /// The same in English.
    pub less_en: &'static str,
}

/// "Solved this year": numbers by matter and by month, five and more, for a printed sheet.
#[utoipa::path(get, path = "/api/v1/summary", operation_id = "summary_read", tag = "count", params(YearQuery), responses((status = 200, body = SummarySheet), ReadProblems))]
async fn summary(
    Shared(work): Shared<Work>,
    who: Who,
    Query(query): Query<YearQuery>,
) -> Answer<SummarySheet> {
    who.may(Verb::StatsRead, &work.realm.place_of(&query.unit)?)?;
    let (world, code, now) = (work.world(), query.unit.clone(), work.realm.app.clock().now());
    let year = query.year.unwrap_or_else(|| month_of(&world, now).0);
    if !(2000..3000).contains(&year) {
        return Err(Refusal::invalid("year", "年份应在2000到2999之间", "A year from 2000 to 2999").into());
    }
    let months = months(&world, year);
    let (from, before, snapshot) = (months[0], months[12], world.clone());
    let read = move |r: &mut wangge_store::Read| {
        verbs::solved(r, &snapshot.units, found(&snapshot, &code)?, from, before)
    };
    let all = work.realm.app.db().report(read).await?;
    let in_month = |one: &OfMatter| months.partition_point(|first| first.micros() <= one.value);
    let by_month: BTreeMap<usize, Option<i64>> =
        covered(count_by(&all, in_month, |_| 1)).into_iter().collect();
    Ok(Json(SummarySheet {
        unit: found(&world, &query.unit)?.into(),
        as_of: now,
        year,
        total: shown(i64::try_from(all.len()).unwrap_or(i64::MAX)),
        matters: groups(&world, &all, now, |_| 1).matters,
        months: (1..=12)
            .map(|month| MonthCount { month, count: by_month.get(&month).copied().unwrap_or(Some(0)) })
            .collect(),
        less_zh: LESS.0,
        less_en: LESS.1,
    }))
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(counts)).routes(routes!(hall)).routes(routes!(summary))
}
