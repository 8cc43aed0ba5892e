//! Reading cases with their timelines, page by page, and comparing them.

use std::sync::Arc;

use serde_json::Value as Json;
use wangge_base::{Holder, Instant, Level, MatterCode, Ref, Refusal, Seat, UnitCode};
use wangge_realm::access::{self, Filter, Sight};
use wangge_store::{Error, Read, Result};

use super::{
    Counted, Example, TrialNew,
    flow::{self, Ground, Happened, How},
};
use crate::{
    World,
    case::{Case, Request, RequestState, State, sql, verbs},
    matter::{Entry, Matter},
    routing,
    step::{self, Step},
};

/// Most cases of a trial.
pub const MOST: u32 = 100_000;
/// Cases read in one round.
const PAGE: i64 = 100;
/// Steps of a case that are looked at.
const STEPS: i64 = 500;
/// Examples of an answer.
pub const EXAMPLES: usize = 20;

/// What a round found.
#[derive(Clone, Debug, Default)]
pub struct Round {
    /// What was counted.
    pub counted: Counted,
    /// Cases that would have gone otherwise.
    pub examples: Vec<Example>,
    /// The last case looked at; none: there are no more.
    pub last: Option<Ref<Case>>,
    /// When it was read.
    pub as_of: Option<Instant>,
}

/// Checks what is asked for.
///
/// # Errors
/// `Invalid` by field.
pub fn check(world: &World, it: &TrialNew) -> Result<(), Refusal> {
    if it.from >= it.to {
        return Err(Refusal::invalid("/to", "结束时间应晚于开始时间", "The end comes after the beginning"));
    }
    if !(1..=MOST).contains(&it.most.unwrap_or(MOST)) {
        return Err(Refusal::invalid("/most", "应为1至100000", "1 to 100,000"));
    }
    if world.matters.versions(&it.entry.code).is_empty() {
        return Err(Refusal::invalid(
            "/entry/code",
            "清单中没有这个事项,没有历史可以试跑",
            "No list has this matter: there is no history to try it on",
        ));
    }
    if let Some(rules) = &it.rules {
        let entry = Arc::new(matter_of(it));
        let known = |code: &MatterCode| {
            if *code == it.entry.code {
                Some(entry.clone())
            } else {
                world.matters.effective(code, it.to).ok()
            }
        };
        routing::flow::check(rules, known, |unit| world.units.exists(unit))?;
    }
    if it.unit.as_ref().is_some_and(|unit| !world.units.exists(unit)) {
        return Err(Refusal::invalid("/unit", "没有这个单位", "There is no such unit"));
    }
    if let Some(after) =
        it.after.as_ref().filter(|at| !world.units.all().any(|u| *u.district() == at.district))
    {
        let (zh, en) = (format!("没有{after}"), format!("There is no {after}"));
        return Err(Refusal::invalid("/after", zh, en));
    }
    Ok(())
}

/// The next cases of a trial after `after`, through the filter of whoever asks: at most [`PAGE`]. What `holder` may not
/// list is counted and never an example.
///
/// # Errors
/// What keeps it from reading.
pub fn round(
    r: &mut Read,
    world: &World,
    holder: &Holder,
    filter: &Filter,
    it: &TrialNew,
    after: Option<&Ref<Case>>,
) -> Result<Round> {
    let now = r.now();
    let place =
        |unit: &UnitCode| -> Option<(Level, UnitCode)> { Some((world.units.level(unit)?, unit.clone())) };
    let mut districts = filter.districts.clone();
    districts.sort();
    let mut found = Round { as_of: Some(now), ..Round::default() };
    for district in districts.iter().filter(|d| after.is_none_or(|at| **d >= at.district)) {
        let here = after.filter(|at| at.district == *district);
        let wanted = sql::Wanted {
            matter: Some(it.entry.code.clone()),
            unit: it.unit.as_ref().and_then(place),
            reported: Some((it.from, it.to)),
            after: here.map(|at| wangge_base::Cursor { key: 0, id: at.id.to_string() }),
            limit: PAGE,
            ..sql::Wanted::default()
        };
        let (text, params) = sql::list(&wanted, None, filter);
        let mut bound = vec![district.into()];
        bound.extend(params);
        let cases = r.dynamic("case.list", &text, &bound, sql::case)?;
        if cases.is_empty() {
            continue;
        }
        let asked: Vec<_> = cases
            .iter()
            .flat_map(|case| {
                let key = || vec![district.into(), case.at.id.into()];
                let mut steps = key();
                steps.extend([0.into(), STEPS.into()]);
                [(&step::TIMELINE, steps), (&sql::REQUESTS, key())]
            })
            .collect();
        let rows = r.many(&asked)?;
        for (case, rows) in cases.iter().zip(rows.chunks(2)) {
            let [steps, requests] = rows else { continue };
            let steps = steps.iter().map(step::step).collect::<Result<Vec<_>>>()?;
            let requests = requests.iter().map(sql::request).collect::<Result<Vec<_>>>()?;
            look(world, holder, it, case, &steps, &requests, now, &mut found)?;
        }
        found.last = cases.last().map(|case| case.at.clone());
        return Ok(found);
    }
    Ok(found)
}

/// The matter that is tried.
fn matter_of(it: &TrialNew) -> Matter {
    let (version, effective_from) = (0, it.from);
    Matter { version, effective_from, effective_to: None, published: it.from, entry: it.entry.clone() }
}

#[expect(clippy::too_many_arguments, reason = "a case, what it is held against, and who asks")]
fn look(
    world: &World,
    holder: &Holder,
    it: &TrialNew,
    case: &Case,
    steps: &[Step],
    requests: &[Request],
    now: Instant,
    found: &mut Round,
) -> Result<()> {
    let Some((code, version)) = &case.matter else { return Ok(()) };
    let was = world.matters.version(code, *version)?;
    let would = matter_of(it);
    let centres = verbs::centres(world, &case.place);
    let hours = |unit: &UnitCode| world.hours(unit);
    let ground = Ground { case, centres: &centres, hours: &hours, defaults: &world.defaults };
    let (old_routes, old_leads) = seats(world, case, &was);
    let (new_routes, new_leads) = seats(world, case, &would);
    let at = (&case.at.district, &case.place);
    let ruled = |at_moment: Instant| {
        routing::verbs::first(world, world.routing.at(at_moment), at, &was, &old_routes, at_moment)
    };
    let would_rule = |at_moment: Instant| {
        let rules = it.rules.as_deref().unwrap_or_else(|| world.routing.at(at_moment));
        routing::verbs::first(world, rules, at, &would, &new_routes, at_moment)
    };
    let old = How { matter: &was, routes: &old_routes, leads: &old_leads, first: &ruled };
    let new = How { matter: &would, routes: &new_routes, leads: &new_leads, first: &would_rule };
    let happened = steps.iter().map(|s| read(s, requests)).collect::<Result<Vec<_>>>()?;
    let one = flow::compare(&ground, &old, &new, &happened, now);
    found.counted.take(&one, was.minutes, would.minutes);
    found.counted.erased += u32::from(steps.iter().any(|s| s.payload.is_none()));
    let shown = access::sight(holder, &verbs::of_case(case)) != Sight::Nothing;
    found.counted.unseen += u32::from(!shown);
    let (newly, cured) = (one.would_breach && !one.breached, one.breached && !one.would_breach);
    if shown && (one.moved || newly || cured) && found.examples.len() < EXAMPLES {
        found.examples.push(Example {
            at: case.at.clone(),
            number: case.number.clone(),
            moved: one.moved,
            newly,
            cured,
            stages: one.stages,
        });
    }
    Ok(())
}

/// Everybody a matter names at the place of a case, and who leads.
fn seats(world: &World, case: &Case, matter: &Matter) -> (Vec<Seat>, Vec<Seat>) {
    let routes = verbs::routes(world, &case.at, &case.place, Some(matter));
    let alone = Entry { assist_posts: Vec::new(), assist_departments: Vec::new(), ..matter.entry.clone() };
    let alone = Matter { entry: alone, ..matter.clone() };
    let mut leads = verbs::routes(world, &case.at, &case.place, Some(&alone));
    // Village and grid come last, whatever the matter.
    leads.truncate(leads.len().saturating_sub(2));
    (routes, leads)
}

/// A step as far as it decides whose time runs; of an erased one only what the row says.
fn read(step: &Step, requests: &[Request]) -> Result<Happened> {
    let state = State::from_word(&step.state).ok_or_else(|| Error::Inconsistency {
        table: "step",
        column: "state",
        row: step.state.clone(),
    })?;
    let said: Json =
        step.payload.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let granted = || {
        let no = said.get("grant")?.as_bool()?.then(|| said.get("request")?.as_i64())??;
        let request = requests.iter().find(|r| r.no == no && r.state == RequestState::Granted)?;
        (request.kind == crate::case::RequestKind::Extension).then_some(request.until)?
    };
    Ok(Happened {
        at: step.at,
        action: step.action.clone(),
        state,
        to: said.get("to").and_then(|to| serde_json::from_value(to.clone()).ok()),
        matter: said.get("matter").and_then(|m| m.as_str()).map(str::to_owned),
        until: if step.action == "decide" { granted() } else { None },
    })
}
