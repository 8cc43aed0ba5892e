//! Reading one case, and the logged reveal of its reporter.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Actor, Channel, Holder, Id, Instant, Level, Ref, Refusal, Seat};
use wangge_realm::{
    access::{self, Compartment, Sight, Verb},
    audit,
};
use wangge_store::{Error, Read, Result, Row, Tx};

use super::{
    CaseRow, File,
    listing::{countdown, matter_of, row},
    load, loading, read_file, subject, with_view,
};
use crate::{
    World,
    case::{Call, CallKind, CallState, Case, Guest, Link, Outcome, Request, State, flow, sql},
    deadline::{Clock, Countdown, Deadline},
    matter::{Evidence, Matter},
    routing,
    step::{self, Step},
};

/// One step as it is shown.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StepView {
    /// Number, from 1.
    pub n: i64,
    /// When the server took it.
    #[schema(value_type = String)]
    pub at: Instant,
    /// When it happened, by the sender's clock.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub happened: Option<Instant>,
    /// Who, by the name among colleagues.
    pub called: String,
    /// Unit of the post.
    pub unit: Option<String>,
    /// Kind of action.
    pub action: String,
    /// Stage it led to.
    pub state: String,
    /// What was done; absent when erased or masked.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload: Option<serde_json::Value>,
    /// Hash of the step, in hex: quote it to prove what was known when.
    pub hash: String,
}

/// A case, whole.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseSheet {
    /// The row.
    #[serde(flatten)]
    pub row: CaseRow,
    /// What was reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_text: Option<String>,
    /// How it came in.
    pub channel: Channel,
    /// The version of the matter that counts.
    pub matter_version: Option<i64>,
    /// The most that may be asked for as evidence when it is finished.
    pub evidence: Option<Evidence>,
    /// The seat charged with handling.
    pub handler: Option<Seat>,
    /// Whether the dispatch binds.
    pub binding: bool,
    /// How often it was handed back, sent back to work, and opened again.
    pub returns: i64,
    /// How often a check sent it back.
    pub reworks: i64,
    /// How often it was opened again.
    pub reopens: i64,
    /// Whether a higher centre supervises it.
    pub supervised: bool,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Whether the reporter called it solved.
    pub satisfied: Option<bool>,
    /// Whether the reporter may be named to the handler.
    pub named: bool,
    /// The case it lives on in.
    #[schema(value_type = Option<String>)]
    pub merged_into: Option<Ref<Case>>,
    /// The case it is part of.
    #[schema(value_type = Option<String>)]
    pub parent: Option<Ref<Case>>,
    /// Its parts.
    pub parts: Vec<CaseRow>,
    /// Cases merged into it.
    pub merged: Vec<CaseRow>,
    /// Cases of other districts merged into it.
    pub guests: Vec<Guest>,
    /// All running clocks.
    pub clocks: Vec<ClockView>,
    /// Roll-call: who was called, who arrived, who is silent, and the minutes.
    pub calls: Vec<CallView>,
    /// What was asked and decided.
    pub requests: Vec<Request>,
    /// What was asked of other districts, and what they answered.
    pub links: Vec<Link>,
    /// The case of another district that this one answers.
    #[schema(value_type = Option<String>)]
    pub origin: Option<Ref<Case>>,
    /// Kinds of action that the reader may take now.
    pub allowed: Vec<&'static str>,
    /// Seats that the matter gives the work to; the first one is offered first, by the routing rules of the city or else
    /// as the lead.
    pub routes: Vec<Seat>,
    /// The timeline, from the report on; at most 4,000 steps.
    pub timeline: Vec<StepView>,
}

/// A running clock with what is left of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClockView {
    /// The clock.
    #[serde(flatten)]
    pub clock: Deadline,
    /// What is left, in its own time.
    pub countdown: Countdown,
}

/// A call with what the roll-call counts.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CallView {
    /// The call.
    #[serde(flatten)]
    pub call: Call,
    /// Called, limit passed, nobody there.
    pub silent: bool,
    /// Minutes from call to arrival, or until now.
    pub minutes: i64,
    /// What is left for reporting in, while it is awaited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub countdown: Option<Countdown>,
}

/// Most steps of a timeline shown at once, a bound beyond any real case: the newest must be among them.
pub(super) const STEPS: i64 = 4_000;

/// A matter that the case could be filed under: the one it is or may be under, else one of grid
/// level, which allows most. [`flow::allowed`] tries with it.
fn fitting(world: &World, case: &Case, now: Instant) -> Option<Arc<Matter>> {
    let own = case.matter.as_ref().and_then(|(code, _)| world.matters.effective(code, now).ok());
    own.or_else(|| {
        let all = world.matters.all(now, None, None);
        all.iter().find(|m| m.level == Level::Grid).or(all.first()).cloned()
    })
}

/// A case that this one could be merged into, as far as its own side is concerned.
fn another(case: &Case, now: Instant) -> Case {
    Case {
        at: Ref::new(case.at.district.clone(), Id::new(now, [0; 10])),
        state: State::Filed,
        ..case.clone()
    }
}

/// One case as `holder` may see it.
pub fn sheet(read: &mut Read, world: &World, holder: &Holder, at: &Ref<Case>) -> Result<CaseSheet> {
    let now = read.now();
    let key = || vec![(&at.district).into(), at.id.into()];
    let mut asked = loading(at).to_vec();
    asked.extend([(&sql::PARTS, key()), (&sql::MERGED, key()), (&sql::GUESTS, key())]);
    asked.push((
        &step::TIMELINE,
        vec![(&at.district).into(), at.id.to_string().into(), 0.into(), STEPS.into()],
    ));
    let rows = read.many(&asked)?;
    let file = read_file(&rows)?;
    let [.., parts, merged, guests, steps] = rows.as_slice() else {
        return Err(Error::Engine("nine statements, nine answers".into()));
    };
    let sight = access::sight(holder, &subject(&file));
    if sight == Sight::Nothing {
        return Err(Refusal::not_found(
            "没有这个案件,或您无权查看",
            "There is no such case, or you may not see it",
        )
        .into());
    }
    let full = sight == Sight::Full;
    let actor = Actor::Holder(Box::new(holder.clone()));
    let (matter, other) = (fitting(world, &file.case, now), another(&file.case, now));
    let (allowed, mut routes) =
        with_view(world, &actor, false, &file, (matter.as_deref(), Some(&other)), |view| {
            (flow::allowed(view, &actor, now), view.routes.to_vec())
        })?;
    // The rules of the city say who is offered first.
    if let Some(matter) = matter_of(world, &file.case) {
        let (rules, at) = (world.routing.at(now), (&file.case.at.district, &file.case.place));
        if let Some(first) = routing::verbs::first(world, rules, at, &matter, &routes, now) {
            routing::flow::ahead(&mut routes, &first);
        }
    }
    // A part, or a case merged into this one, may be less open than this one: then its own right counts.
    let nested = |cases: &[Row<'_>]| -> Result<Vec<CaseRow>> {
        let seen = |case: &Case| {
            if case.compartment == Compartment::Open || case.compartment == file.case.compartment {
                return sight;
            }
            let it = File { case: case.clone(), calls: Vec::new(), requests: Vec::new(), links: Vec::new() };
            access::sight(holder, &subject(&it)).max(sight)
        };
        cases.iter().map(sql::case).map(|case| case.map(|c| row(world, &c, seen(&c), now))).collect()
    };
    let (parts, merged) = (nested(parts)?, nested(merged)?);
    let steps: Vec<Step> = match sight {
        Sight::Exists => Vec::new(),
        _ => steps.iter().map(step::step).collect::<Result<_>>()?,
    };
    let case = &file.case;
    Ok(CaseSheet {
        row: row(world, case, sight, now),
        full_text: full.then(|| case.text.clone()),
        channel: case.channel,
        matter_version: case.matter.as_ref().map(|m| m.1),
        evidence: matter_of(world, case).map(|m| m.evidence),
        handler: case.handler.clone(),
        binding: case.binding,
        returns: case.returns,
        reworks: case.reworks,
        reopens: case.reopens,
        supervised: case.supervised,
        outcome: case.outcome,
        satisfied: case.satisfied,
        named: case.named,
        merged_into: lives_on(case),
        parent: case.parent.map(|id| Ref::new(at.district.clone(), id)),
        parts,
        merged,
        guests: if full { guests.iter().map(sql::guest).collect::<Result<_>>()? } else { Vec::new() },
        clocks: case
            .clocks
            .iter()
            .map(|d| ClockView { clock: d.clone(), countdown: countdown(world, case, d, now) })
            .collect(),
        calls: file.calls.iter().map(|call| call_view(world, case, call, now)).collect(),
        requests: file.requests.clone(),
        links: if full { file.links.clone() } else { Vec::new() },
        origin: case.origin.clone(),
        allowed: if full { allowed } else { Vec::new() },
        routes: if full { routes } else { Vec::new() },
        timeline: steps.into_iter().map(|s| step_view(s, full)).collect(),
    })
}

/// The case that one lives on in.
pub(super) fn lives_on(case: &Case) -> Option<Ref<Case>> {
    let here = case.merged_into.map(|id| Ref::new(case.at.district.clone(), id));
    here.or_else(|| case.joined_to.clone())
}

fn call_view(world: &World, case: &Case, call: &Call, now: Instant) -> CallView {
    let clock = case.clocks.iter().find(|d| {
        d.clock == Clock::Call && call.is_open() && d.of.as_deref() == Some(call.seat.unit.as_str())
    });
    CallView {
        countdown: clock.map(|d| countdown(world, case, d, now)),
        silent: call.state == CallState::Called && call.kind == CallKind::Whistle && call.due <= now,
        minutes: call.minutes_to_arrive(now),
        call: call.clone(),
    }
}

fn step_view(step: Step, full: bool) -> StepView {
    let hash = step.hash.iter().map(|b| format!("{b:02x}")).collect();
    StepView {
        n: step.n,
        at: step.at,
        happened: step.happened,
        called: step.called,
        unit: step.unit,
        action: step.action,
        state: step.state,
        payload: step.payload.filter(|_| full).and_then(|p| serde_json::from_str(&p).ok()),
        hash,
    }
}

/// The reporter, uncovered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Revealed {
    /// Name, if one was left.
    pub name: Option<String>,
    /// Telephone, if one was left.
    pub phone: Option<String>,
    /// What supporters left, those who left something.
    pub supporters: Vec<Contact>,
}

/// How somebody can be reached.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Contact {
    /// Name, if one was left.
    pub name: Option<String>,
    /// Telephone, if one was left.
    pub phone: Option<String>,
}

/// Uncovers the name and telephone of the reporter and of supporters, and writes who looked and why to the audit chain.
///
/// # Errors
/// Refuses those without the right, and the handler of a reporter who did not agree to be named.
pub fn reveal(tx: &mut Tx, world: &World, holder: &Holder, at: &Ref<Case>, reason: &str) -> Result<Revealed> {
    let file = load(tx, at)?;
    access::may(holder, Verb::CaseReveal, &subject(&file))?;
    let handles = file.case.handler.as_ref().is_some_and(|seat| access::sits(holder, seat));
    if handles && !file.case.named {
        return Err(Refusal::forbidden(
            "报告人未同意实名,请通过案件留言联系",
            "The reporter did not agree to be named: leave a message on the case",
        )
        .into());
    }
    audit::reveal(tx, &at.district, holder, &at.to_string(), &["name", "phone"], reason)?;
    let key = [(&at.district).into(), at.id.into()];
    let sealed = |row: &Row<'_>| Ok((row.text(0)?, row.opt_blob(1)?, row.opt_blob(2)?));
    let reporter = tx.opt(&sql::REPORTERS, &key, |row| {
        Ok((row.int(0)?.to_string(), row.opt_blob(1)?, row.opt_blob(2)?))
    })?;
    let reporter = reporter.map(|it| uncover(world, "case_reporter", at, it)).transpose()?;
    let supporters = tx.query(&sql::SUPPORTERS, &key, sealed)?.into_iter();
    let supporters = supporters.map(|it| uncover(world, "case_supporter", at, it)).collect::<Result<_>>()?;
    let (name, phone) = reporter.map_or((None, None), |it| (it.name, it.phone));
    Ok(Revealed { name, phone, supporters })
}

type Sealed = (String, Option<Vec<u8>>, Option<Vec<u8>>);

fn uncover(world: &World, table: &'static str, at: &Ref<Case>, (id, name, phone): Sealed) -> Result<Contact> {
    let row = format!("{at}/{id}");
    let open = |column: &'static str, text: Option<Vec<u8>>| {
        text.map(|t| world.keys.open_text(table, &row, column, &t)).transpose()
    };
    Ok(Contact { name: open("name", name)?, phone: open("phone", phone)? })
}
