//! Lists of cases.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{
    Board, Colour, Coord, Cursor, Holder, Instant, Level, MatterCode, Page, Ref, Refusal, Seat, UnitCode,
};
use wangge_realm::access::{self, Compartment, Filter, Sight};
use wangge_store::{Read, Result};

use super::{File, subject};
use crate::{
    World,
    case::{
        Case, State,
        http::ListQuery,
        jobs, sql,
        sql::{Sought, Wanted},
    },
    deadline::{self, Countdown, Deadline},
    matter::Matter,
    number::{self, Part},
};

/// A case as one row of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseRow {
    /// The case.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Case>,
    /// Its number.
    pub number: String,
    /// Its version.
    pub version: i64,
    /// Its stage.
    pub state: State,
    /// Who owns the handling.
    pub level: Level,
    /// How high the clock has carried it.
    pub climbed: Level,
    /// Ticket colour.
    pub colour: Colour,
    /// Board.
    pub board: Board,
    /// Matter, once it has one.
    #[schema(value_type = Option<String>)]
    pub matter: Option<MatterCode>,
    /// Name of the matter in Chinese.
    pub matter_zh: Option<String>,
    /// Name of the matter in English.
    pub matter_en: Option<String>,
    /// Town, and village or community: names repeat between towns.
    pub where_zh: String,
    /// Town.
    #[schema(value_type = String)]
    pub town: UnitCode,
    /// Village or community.
    #[schema(value_type = String)]
    pub village: UnitCode,
    /// Grid.
    #[schema(value_type = String)]
    pub grid: UnitCode,
    /// Who may see it.
    pub compartment: Compartment,
    /// How much of it the reader sees; the fields below are absent when masked.
    #[schema(value_type = String)]
    pub sight: &'static str,
    /// What was reported, shortened to 80 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Street, building, landmark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<Coord>,
    /// Who holds it.
    pub seat: Seat,
    /// The limit that the holder works against.
    #[schema(value_type = Option<String>)]
    pub due: Option<Instant>,
    /// Whether that limit has passed.
    pub overdue: bool,
    /// What is left of that limit, in its own time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub countdown: Option<Countdown>,
    /// How many others said "me too", with those of the cases merged into it.
    pub supporters: i64,
    /// When it came in.
    #[schema(value_type = String)]
    pub created: Instant,
    /// Its last step.
    #[schema(value_type = String)]
    pub updated: Instant,
}

pub(super) fn row(world: &World, case: &Case, sight: Sight, now: Instant) -> CaseRow {
    let full = sight == Sight::Full;
    let matter = matter_of(world, case);
    let known = sight != Sight::Exists;
    let clock = deadline::current(&case.clocks).filter(|_| case.state.is_open());
    let due = clock.map(|d| d.due);
    CaseRow {
        at: case.at.clone(),
        number: case.number.clone(),
        version: case.version,
        state: case.state,
        level: case.level,
        climbed: case.climbed,
        colour: case.colour,
        board: case.board,
        matter: matter.as_ref().filter(|_| known).map(|m| m.code.clone()),
        matter_zh: matter.as_ref().filter(|_| known).map(|m| m.name_zh.clone()),
        matter_en: matter.as_ref().filter(|_| known).map(|m| m.name_en.clone()),
        where_zh: where_zh(world, case),
        town: case.place.town.clone(),
        village: case.place.village.clone(),
        grid: case.place.grid.clone(),
        compartment: case.compartment,
        sight: match sight {
            Sight::Full => "full",
            Sight::Masked => "masked",
            Sight::Exists | Sight::Nothing => "exists",
        },
        text: full.then(|| case.text.chars().take(80).collect()),
        place: full.then(|| case.place.words.clone()),
        point: case.place.point.filter(|_| full),
        seat: case.seat.clone(),
        due,
        overdue: due.is_some_and(|at| at <= now),
        countdown: clock.map(|d| countdown(world, case, d, now)),
        supporters: case.supporters,
        created: case.created,
        updated: case.updated,
    }
}

/// What is left of one of the case's clocks, by the office hours of whose time it is.
pub(super) fn countdown(world: &World, case: &Case, clock: &Deadline, now: Instant) -> Countdown {
    clock.countdown(now, case.suspended_at, &world.hours(&clock.seat.unit))
}

pub(super) fn matter_of(world: &World, case: &Case) -> Option<Arc<Matter>> {
    case.matter.as_ref().and_then(|(code, version)| world.matters.version(code, *version).ok())
}

/// Town and village, as people tell them apart.
pub(super) fn where_zh(world: &World, case: &Case) -> String {
    world
        .units
        .get(case.place.village.as_str())
        .map_or_else(|| case.place.village.to_string(), |unit| unit.title())
}

/// Reads the filters of a list for `holder`.
///
/// # Errors
/// Names the parameter that is wrong.
pub fn wanted(world: &World, holder: &Holder, query: &ListQuery, now: Instant) -> Result<Wanted, Refusal> {
    let seat = || Seat { unit: holder.unit.clone(), post: None };
    let mut out = Wanted { open: query.open, board: query.board, ..Wanted::default() };
    match query.queue.as_deref() {
        None => {}
        Some("mine") => out.seat = Some(Seat { post: Some(holder.post.clone()), ..seat() }),
        Some("unit") => out.seat = Some(seat()),
        Some("called") => out.called = Some(holder.unit.clone()),
        Some("overdue") => out.due_before = Some(now),
        Some("climbed") => out.climbed = true,
        Some("sample") => out.sample = true,
        Some(_) => {
            let (zh, en) = (
                "可选:mine、unit、called、overdue、climbed、sample",
                "One of mine, unit, called, overdue, climbed, sample",
            );
            return Err(Refusal::invalid("queue", zh, en));
        }
    }
    if let Some(text) = &query.state {
        let state = State::from_word(text)
            .ok_or_else(|| Refusal::invalid("state", "没有这个状态", "There is no such state"))?;
        out.state = Some(state);
    }
    out.matter = query.matter.as_deref().map(str::parse).transpose()?;
    if let Some(code) = &query.unit {
        let code: UnitCode = code.parse()?;
        let level = world
            .units
            .level(&code)
            .ok_or_else(|| Refusal::invalid("unit", "没有这个单位", "There is no such unit"))?;
        out.unit = Some((level, code));
    }
    if let Some(code) = &query.with {
        let code: UnitCode = code.parse()?;
        if !world.units.exists(&code) {
            return Err(Refusal::invalid("with", "没有这个单位", "There is no such unit"));
        }
        out.with = Some(code);
    }
    if let Some(text) = &query.due_before {
        let at = serde_json::from_value(text.as_str().into());
        out.due_before = Some(at.map_err(|why: serde_json::Error| {
            Refusal::invalid(
                "due_before",
                "时间格式应为RFC 3339",
                format!("An RFC 3339 instant is wanted: {why}"),
            )
        })?);
    }
    out.bounds = query.bbox.as_deref().map(bounds).transpose()?;
    out.sought = query.q.as_deref().map(sought).unwrap_or_default();
    out.by_due = match query.sort.as_deref() {
        Some("due") => true,
        Some("newest") => false,
        None => query.queue.is_some() && !out.sample && query.open != Some(false),
        Some(_) => return Err(Refusal::invalid("sort", "可选:due、newest", "Either due or newest")),
    };
    if out.by_due && out.open == Some(false) {
        return Err(Refusal::invalid(
            "sort",
            "已结束的案件没有期限,请按newest排序",
            "Ended cases have no deadline: sort them by newest",
        ));
    }
    out.after = query.after.as_deref().map(str::parse).transpose()?;
    out.limit = i64::from(query.limit.unwrap_or(20));
    if !(1..=100).contains(&out.limit) {
        return Err(Refusal::invalid("limit", "每页1到100条", "1 to 100 rows a page"));
    }
    Ok(out)
}

/// A part of a number comes before words, words before a mere date: `2026` may be a house.
fn sought(text: &str) -> Vec<Sought> {
    let mut words = jobs::words(text);
    words.truncate(8);
    let words = (!words.is_empty()).then_some(Sought::Words(words));
    let (dates, parts): (Vec<Part>, _) = number::parts(text).into_iter().partition(Part::is_date);
    parts.into_iter().map(Sought::Number).chain(words).chain(dates.into_iter().map(Sought::Number)).collect()
}

fn bounds(text: &str) -> Result<[f64; 4], Refusal> {
    let wrong = || {
        Refusal::invalid(
            "bbox",
            "应为“西,南,东,北”四个度数",
            "Four degrees are wanted: west,south,east,north",
        )
    };
    let parts: Vec<f64> = text
        .split(',')
        .map(|p| p.trim().parse().ok().filter(|d: &f64| d.is_finite()))
        .collect::<Option<_>>()
        .ok_or_else(wrong)?;
    let all = <[f64; 4]>::try_from(parts.as_slice()).map_err(|_other_count| wrong())?;
    if all[0] <= all[2] && all[1] <= all[3] { Ok(all) } else { Err(wrong()) }
}

/// A page of cases: one statement per home district, merged in order.
pub fn list(
    read: &mut Read,
    world: &World,
    holder: &Holder,
    filter: &Filter,
    wanted: &Wanted,
) -> Result<Page<CaseRow>> {
    let now = read.now();
    let asked = Wanted { limit: wanted.limit + 1, ..wanted.clone() };
    let mut found = Vec::new();
    let readings: Vec<_> = wanted.sought.iter().map(Some).collect();
    for reading in if readings.is_empty() { vec![None] } else { readings } {
        let (text, params) = sql::list(&asked, reading, filter);
        for district in &filter.districts {
            let mut bound = vec![district.into()];
            bound.extend_from_slice(&params);
            found.extend(read.dynamic("case.list", &text, &bound, sql::case)?);
        }
        if !found.is_empty() {
            break;
        }
    }
    let key = |c: &Case| {
        if wanted.by_due { deadline::due(&c.clocks).map_or(i64::MAX, |at| at.micros()) } else { 0 }
    };
    if wanted.by_due {
        found.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.at.id.cmp(&b.at.id)));
    } else {
        found.sort_by_key(|case| std::cmp::Reverse(case.at.id));
    }
    let more = found.len() > usize::try_from(wanted.limit).unwrap_or(0);
    found.truncate(usize::try_from(wanted.limit).unwrap_or(0));
    let next =
        found.last().filter(|_| more).map(|c| Cursor { key: key(c), id: c.at.id.to_string() }.to_string());
    let alone = |case| File { case, calls: Vec::new(), requests: Vec::new(), links: Vec::new() };
    let mut files: Vec<File> = found.into_iter().map(alone).collect();
    called(read, holder, &mut files)?;
    let items = files
        .iter()
        .map(|file| {
            // The filter let it through: at the least it may be known to exist.
            let sight = access::sight(holder, &subject(file)).min(Sight::Exists);
            row(world, &file.case, sight, now)
        })
        .collect();
    Ok(Page { items, next })
}

/// Who is called to a case sees more of it than its row alone can tell: the calls of rows that are not
/// seen whole anyway are looked up, all in one round trip.
fn called(read: &mut Read, holder: &Holder, files: &mut [File]) -> Result<()> {
    let unsure: Vec<&mut File> =
        files.iter_mut().filter(|file| access::sight(holder, &subject(file)) != Sight::Full).collect();
    if unsure.is_empty() {
        return Ok(());
    }
    let key = |file: &File| vec![(&file.case.at.district).into(), file.case.at.id.into()];
    let asked: Vec<_> = unsure.iter().map(|file| (&sql::CALLS, key(file))).collect();
    for (file, rows) in unsure.into_iter().zip(read.many(&asked)?) {
        file.calls = rows.iter().map(sql::call).collect::<Result<_>>()?;
    }
    Ok(())
}
