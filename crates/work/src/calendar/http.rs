//! Office hours and the holidays of a year over HTTP.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Office, UnitCode};
use wangge_realm::{Who, access::Verb};
use wangge_web::{Answer, Json, Path, Problem, Query, ReadProblems, WriteProblems};

use super::verbs;
use crate::world::Work;

/// The routes of the calendars.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(office, set_office)).routes(routes!(year))
}

/// When a unit's office is open.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeView {
    /// The unit.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// Whether the unit has hours of its own.
    pub own: bool,
    /// The unit whose hours they are, itself or one above it; absent: the usual hours.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<UnitCode>,
    /// ISO weekdays and their periods, e.g. `1-5 09:00-12:00 14:00-18:00; 6 09:00-12:00`; a last part
    /// `holidays` keeps public holidays open.
    pub hours: String,
}

/// Office hours of a unit: its own, or those of the next unit above it.
#[utoipa::path(get, path = "/api/v1/units/{code}/office", operation_id = "office_read", tag = "unit", params(("code" = String, Path)),
    responses((status = 200, body = OfficeView), ReadProblems))]
async fn office(State(work): State<Work>, who: Who, Path(code): Path<UnitCode>) -> Answer<OfficeView> {
    who.require_holder()?;
    work.realm.place_of(&code)?;
    let world = work.world();
    let own = world.calendars.knows(&super::own_name(&code));
    let (from, calendar) = world.office(&code);
    Ok(Json(OfficeView { unit: code, own, from, hours: calendar.office().to_string() }))
}

/// Hours for a unit.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeNew {
    /// As in `OfficeView.hours`; `null`: none of its own, those of the unit above count again.
    #[schema(value_type = Option<String>)]
    pub hours: Option<String>,
}

/// Set a unit's office hours (system administrator). They count for clocks armed from now on; limits
/// already promised stay, and only provisional ones are computed again.
#[utoipa::path(put, path = "/api/v1/units/{code}/office", operation_id = "office_set", tag = "unit", request_body = OfficeNew,
    params(("code" = String, Path)), responses((status = 204, description = "Set"), WriteProblems))]
async fn set_office(
    State(work): State<Work>,
    who: Who,
    Path(code): Path<UnitCode>,
    Json(dto): Json<OfficeNew>,
) -> Result<StatusCode, Problem> {
    let place = work.realm.place_of(&code)?;
    let by = who.may(Verb::UnitAdmin, &place)?.person.clone();
    let office = dto.hours.as_deref().map(str::parse::<Office>).transpose()?;
    let set =
        move |tx: &mut wangge_store::Tx| verbs::set_unit(tx, &place.district, &code, office.as_ref(), &by);
    work.realm.app.db().write(set).await?;
    work.refresh().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which year.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct YearQuery {
    /// The year.
    pub year: i16,
}

/// A day that differs from an ordinary week.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarDay {
    /// The day, `2026-10-01`.
    #[schema(format = Date)]
    pub date: String,
    /// `holiday`, `in_lieu` (day off swapped for a make-up workday) or `workday` (made up on a weekend).
    pub kind: &'static str,
    /// The holiday it belongs to.
    pub name: String,
}

/// A year of the work calendar.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarYear {
    /// The year.
    pub year: i16,
    /// Whether its notice is loaded; if not, limits that reach into it are provisional.
    pub known: bool,
    /// The years whose notice is loaded.
    pub years: Vec<i16>,
    /// The days that differ from "Monday to Friday work, weekends do not".
    pub days: Vec<CalendarDay>,
}

/// Public holidays and make-up workdays of a year.
#[utoipa::path(get, path = "/api/v1/calendar", operation_id = "calendar_read", tag = "unit", params(YearQuery),
    responses((status = 200, body = CalendarYear), ReadProblems))]
async fn year(State(work): State<Work>, who: Who, Query(query): Query<YearQuery>) -> Answer<CalendarYear> {
    who.require_holder()?;
    let world = work.world();
    let holidays = world.calendars.holidays();
    let of_year = holidays.days().filter(|(date, ..)| date.year() == query.year);
    let days = of_year.map(|(date, kind, name)| CalendarDay {
        date: date.to_string(),
        kind: kind.word(),
        name: name.to_owned(),
    });
    Ok(Json(CalendarYear {
        year: query.year,
        known: holidays.knows_year(query.year),
        years: holidays.years().collect(),
        days: days.collect(),
    }))
}
