//! Reading cases: lists, one case, what its reporter sees, rulings, and the logged reveal.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{
    Actor, Board, Channel, Colour, Coord, Cursor, District, Holder, Id, Instant, Level, MatterCode, Page,
    Ref, Refusal, Seat, UnitCode,
};
use wangge_realm::{
    access::{self, Compartment, Filter, Sight, Verb},
    audit,
};
use wangge_store::{Read, Result, Row, Tx};

use super::{File, Follow, by_token, load, subject, with_view};
use crate::{
    World,
    case::{
        Call, CallKind, CallState, Case, Outcome, Request, State, flow, http::ListQuery, jobs, sql,
        sql::Wanted,
    },
    deadline::Deadline,
    matter::{Evidence, Matter},
    step::{self, Step},
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
    /// When it came in.
    #[schema(value_type = String)]
    pub created: Instant,
    /// Its last step.
    #[schema(value_type = String)]
    pub updated: Instant,
}

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
    /// All running clocks.
    pub clocks: Vec<Deadline>,
    /// Roll-call: who was called, who arrived, who is silent, and the minutes.
    pub calls: Vec<CallView>,
    /// What was asked and decided.
    pub requests: Vec<Request>,
    /// Kinds of action that the reader may take now.
    pub allowed: Vec<&'static str>,
    /// Seats that the matter gives the work to.
    pub routes: Vec<Seat>,
    /// The timeline; more by `GET …/timeline` when it has over 400 steps.
    pub timeline: Vec<StepView>,
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
}

const STEPS: i64 = 400;

fn row(world: &World, case: &Case, sight: Sight, now: Instant) -> CaseRow {
    let full = sight == Sight::Full;
    let matter = matter_of(world, case);
    let known = sight != Sight::Exists;
    let due = crate::deadline::due(&case.clocks).filter(|_| case.state.is_open());
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
        created: case.created,
        updated: case.updated,
    }
}

fn matter_of(world: &World, case: &Case) -> Option<Arc<Matter>> {
    case.matter.as_ref().and_then(|(code, version)| world.matters.version(code, *version).ok())
}

/// Town and village, as people tell them apart.
fn where_zh(world: &World, case: &Case) -> String {
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
    let mut out = Wanted { open: query.open, ..Wanted::default() };
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
    out.words = query.q.as_deref().map(jobs::words).unwrap_or_default();
    out.words.truncate(8);
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
    let (text, params) = sql::list(&asked, filter);
    let mut found: Vec<Case> = Vec::new();
    for district in &filter.districts {
        let mut bound = vec![district.into()];
        bound.extend_from_slice(&params);
        found.extend(read.dynamic("case.list", &text, &bound, sql::case)?);
    }
    let key = |c: &Case| {
        if wanted.by_due { crate::deadline::due(&c.clocks).map_or(i64::MAX, |at| at.micros()) } else { 0 }
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
    let items = found
        .iter()
        .map(|case| {
            let file = File { case: case.clone(), calls: Vec::new(), requests: Vec::new() };
            // The filter let it through: at the least it may be known to exist.
            let sight = match access::sight(holder, &subject(&file)) {
                Sight::Nothing if wanted.called.is_some() => Sight::Full,
                Sight::Nothing => Sight::Exists,
                seen => seen,
            };
            row(world, case, sight, now)
        })
        .collect();
    Ok(Page { items, next })
}

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
    let file = load(read, at)?;
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
    let (allowed, routes) =
        with_view(world, &actor, false, &file, (matter.as_deref(), Some(&other)), |view| {
            (flow::allowed(view, &actor, now), view.routes.to_vec())
        })?;
    let key = [(&at.district).into(), at.id.into()];
    let nested = |cases: Vec<Case>| cases.iter().map(|c| row(world, c, sight, now)).collect();
    let parts = nested(read.query(&sql::PARTS, &key, sql::case)?);
    let merged = nested(read.query(&sql::MERGED, &key, sql::case)?);
    let steps = if sight == Sight::Exists {
        Vec::new()
    } else {
        step::timeline(read, &at.district, &at.id.to_string(), 0, STEPS)?
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
        merged_into: case.merged_into.map(|id| Ref::new(at.district.clone(), id)),
        parent: case.parent.map(|id| Ref::new(at.district.clone(), id)),
        parts,
        merged,
        clocks: case.clocks.clone(),
        calls: file.calls.iter().map(|call| call_view(call, now)).collect(),
        requests: file.requests.clone(),
        allowed: if full { allowed } else { Vec::new() },
        routes: if full { routes } else { Vec::new() },
        timeline: steps.into_iter().map(|s| step_view(s, full)).collect(),
    })
}

fn call_view(call: &Call, now: Instant) -> CallView {
    CallView {
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

/// A case as its reporter sees it: every step in plain words, no names of colleagues.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FollowSheet {
    /// The number.
    pub number: String,
    /// The version, to send along with an action.
    pub version: i64,
    /// The stage.
    pub state: State,
    /// The stage in Chinese.
    pub state_zh: &'static str,
    /// The matter, once it has one.
    pub matter_zh: Option<String>,
    /// The same in English.
    pub matter_en: Option<String>,
    /// Where.
    pub where_zh: String,
    /// What was reported.
    pub text: String,
    /// The case it lives on in; its stage is what is shown.
    pub merged: bool,
    /// What the reporter can do now.
    pub allowed: Vec<&'static str>,
    /// Every step.
    pub steps: Vec<FollowStep>,
}

/// A step in plain words.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FollowStep {
    /// When.
    #[schema(value_type = String)]
    pub at: Instant,
    /// What happened.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// The words meant for the reporter: reasons, results, messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What the reporter reads by the follow token.
pub fn follow_sheet(read: &mut Read, world: &World, token: &Ref<Follow>) -> Result<FollowSheet> {
    let now = read.now();
    let at = by_token(read, world, token)?;
    let file = load(read, &at)?;
    let allowed = with_view(world, &Actor::Citizen, true, &file, (None, None), |view| {
        flow::allowed(view, &Actor::Citizen, now)
    })?;
    let mut steps = step::timeline(read, &at.district, &at.id.to_string(), 0, STEPS)?;
    let mut state = file.case.state;
    if let Some(into) = file.case.merged_into {
        let lead = load(read, &Ref::new(at.district.clone(), into))?;
        state = lead.case.state;
        steps.extend(step::timeline(read, &at.district, &into.to_string(), file.case.version.max(1), STEPS)?);
    }
    let matter = matter_of(world, &file.case);
    Ok(FollowSheet {
        number: file.case.number.clone(),
        version: file.case.version,
        state,
        state_zh: state.zh(),
        matter_zh: matter.as_ref().map(|m| m.name_zh.clone()),
        matter_en: matter.as_ref().map(|m| m.name_en.clone()),
        where_zh: where_zh(world, &file.case),
        text: file.case.text.clone(),
        merged: file.case.merged_into.is_some(),
        allowed,
        steps: steps.iter().filter_map(plain).collect(),
    })
}

/// The steps that concern the reporter, in plain words; the others stay inside.
fn plain(step: &Step) -> Option<FollowStep> {
    let payload: serde_json::Value =
        step.payload.as_deref().and_then(|p| serde_json::from_str(p).ok()).unwrap_or_default();
    let (zh, en, field) = match (step.action.as_str(), step.state.as_str()) {
        ("report", _) => ("已收到您的报告", "Your report was received", None),
        ("verify", "rejected") => {
            ("现场核实,未发现所反映的情况", "Looked at on site: not found", Some("note"))
        }
        ("verify", _) => ("已到现场核实", "Seen on site", None),
        ("reject", _) => ("未予受理", "Not taken", Some("reason")),
        ("file", _) => ("已立案", "Filed", None),
        ("resolve", _) => ("已当场处理", "Solved on the spot", Some("note")),
        ("dispatch" | "rule", _) => ("已派给责任单位", "Given to the unit responsible", None),
        ("accept", _) => ("责任单位已接单", "Taken by the unit responsible", None),
        ("whistle", _) => ("已请有关部门到场", "Departments were called to the place", None),
        ("decide", "suspended") => ("暂缓办理", "Put off for the time being", None),
        ("resume", _) => ("恢复办理", "Work goes on", None),
        ("finish", _) => ("已处置,等待核查", "Handled, to be checked", Some("note")),
        ("check", "in_progress") => ("核查未通过,返工", "The check did not pass: done again", None),
        ("check", _) => ("核查通过", "The check passed", None),
        ("close", _) => ("已结案", "Closed", Some("note")),
        ("reopen", _) => ("已重开", "Opened again", None),
        ("rate", "closed") => ("您已评价", "You said what you think of it", Some("note")),
        ("rate", _) => ("您认为未解决,已重开", "You said it is not solved: opened again", Some("note")),
        ("lift", _) => ("已提交上一级办理", "Passed to the next level", None),
        ("merge", _) => ("与同一事项合并办理", "Joined with reports of the same thing", None),
        ("unmerge", _) => ("恢复单独办理", "Handled on its own again", None),
        ("add", _) => ("补充", "Something was added", Some("text")),
        ("correct", _) => ("您已更正", "You corrected it", None),
        ("withdraw", _) => ("您已撤回", "You took it back", None),
        ("message", _) => ("留言", "A message", Some("text")),
        _ => return None,
    };
    // What colleagues add among themselves is not for the reporter.
    if step.action == "add" && step.actor != "citizen" {
        return None;
    }
    let note = field.and_then(|f| payload[f].as_str()).filter(|n| !n.is_empty()).map(str::to_owned);
    Some(FollowStep { at: step.at, zh, en, note })
}

/// The reporter, uncovered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Revealed {
    /// Name, if one was left.
    pub name: Option<String>,
    /// Telephone, if one was left.
    pub phone: Option<String>,
}

/// Uncovers the reporter's name and telephone, and writes who looked and why to the audit chain.
///
/// # Errors
/// Refuses those without the right, and the handler of a reporter who did not agree to be named.
pub fn reveal(tx: &mut Tx, world: &World, holder: &Holder, at: &Ref<Case>, reason: &str) -> Result<Revealed> {
    let file = load(tx, at)?;
    access::may(holder, Verb::CaseReveal, &subject(&file))?;
    let handles = file.case.handler.as_ref().is_some_and(|seat| flow::sits(holder, seat));
    if handles && !file.case.named {
        return Err(Refusal::forbidden(
            "报告人未同意实名,请通过案件留言联系",
            "The reporter did not agree to be named: leave a message on the case",
        )
        .into());
    }
    audit::reveal(tx, &at.district, holder, &at.to_string(), &["name", "phone"], reason)?;
    let key = [(&at.district).into(), at.id.into()];
    let sealed =
        tx.query(&sql::REPORTERS, &key, |row| Ok((row.int(0)?, row.opt_blob(1)?, row.opt_blob(2)?)))?;
    let mut out = Revealed { name: None, phone: None };
    if let Some((no, name, phone)) = sealed.into_iter().next() {
        let place = format!("{at}/{no}");
        let open = |column, text: Option<Vec<u8>>| {
            text.map(|t| world.keys.open_text("case_reporter", &place, column, &t)).transpose()
        };
        out = Revealed { name: open("name", name)?, phone: open("phone", phone)? };
    }
    Ok(out)
}

/// A ruling as it is looked up.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PrecedentRow {
    /// The ruling.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<flow::Precedent>,
    /// The case it was made on.
    #[schema(value_type = String)]
    pub case: Ref<Case>,
    /// The matter.
    pub matter: Option<String>,
    /// What was disputed.
    pub question: String,
    /// Who is responsible.
    pub to: Seat,
    /// On what grounds.
    pub reason: String,
    /// When.
    #[schema(value_type = String)]
    pub ruled: Instant,
}

/// What rulings are looked for.
#[derive(Clone, Debug)]
pub struct Found {
    /// Only this matter.
    pub matter: Option<MatterCode>,
    /// Words that occur in question or reason.
    pub words: Option<String>,
    /// Where the page before ended.
    pub after: Option<Cursor>,
    /// Rows wanted.
    pub limit: i64,
}

/// Rulings in `districts`, newest first. Words are looked for among the newest thousand of each
/// district: rulings are few.
pub fn precedents(read: &mut Read, districts: &[District], found: &Found) -> Result<Page<PrecedentRow>> {
    let most = if found.words.is_some() { 1_000 } else { found.limit + 1 };
    let before = found.after.as_ref().map_or_else(|| "g".to_owned(), |c| c.id.clone()); // after every hex id
    let mut rows = Vec::new();
    for district in districts {
        let one = |row: &Row<'_>| precedent(district, row);
        rows.extend(match &found.matter {
            Some(matter) => read.query(
                &sql::PRECEDENTS,
                &[district.into(), matter.into(), before.as_str().into(), most.into()],
                one,
            )?,
            None => read.query(
                &sql::ALL_PRECEDENTS,
                &[district.into(), before.as_str().into(), most.into()],
                one,
            )?,
        });
    }
    if let Some(words) = &found.words {
        let words = jobs::words(words);
        rows.retain(|r| {
            let have = jobs::words(&format!("{} {}", r.question, r.reason));
            words.iter().all(|w| have.contains(w))
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.at.id));
    let limit = usize::try_from(found.limit).unwrap_or(0);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|r| Cursor { key: 0, id: r.at.id.to_string() }.to_string());
    Ok(Page { items: rows, next })
}

fn precedent(district: &District, row: &Row<'_>) -> Result<PrecedentRow> {
    Ok(PrecedentRow {
        at: Ref::new(district.clone(), row.parse(0)?),
        case: Ref::new(district.clone(), row.parse(1)?),
        matter: row.opt_text(2)?,
        question: row.text(3)?,
        to: Seat { unit: row.parse(4)?, post: row.opt_parse(5)? },
        reason: row.text(6)?,
        ruled: row.at(7)?,
    })
}
