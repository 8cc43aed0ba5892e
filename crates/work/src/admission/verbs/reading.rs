//! Lists of proposals, and one proposal whole.

use wangge_base::{Holder, Page};
use wangge_realm::access::Filter;

use super::*;
use crate::{
    admission::Door,
    case::verbs::StepView,
    deadline::Deadline,
    matter::flow::{EntryDifference, differences},
};

/// A proposal as one row of a list.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct ProposalRow {
    /// The proposal.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Proposal>,
    /// Its number.
    pub number: String,
    /// Its version.
    pub version: i64,
    /// Where it stands.
    pub state: AdmissionState,
    /// Through which door it came.
    pub door: Door,
    /// What it is about.
    pub title: String,
    /// How many entries it touches.
    pub items: usize,
    /// Unit of the applicant.
    #[schema(value_type = String)]
    pub unit: UnitCode,
    /// Name of that unit, with what it lies in.
    pub unit_zh: String,
    /// The limit of the stage.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due: Option<Instant>,
    /// Whether it has passed.
    pub overdue: bool,
    /// From when it counts, once it is approved.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub counts_from: Option<Instant>,
    /// When it was begun.
    #[schema(value_type = String, format = DateTime)]
    pub created: Instant,
    /// Its last step.
    #[schema(value_type = String, format = DateTime)]
    pub updated: Instant,
}

/// A proposal, whole.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct ProposalSheet {
    /// The row.
    #[serde(flatten)]
    pub row: ProposalRow,
    /// What is proposed.
    pub content: ProposalContent,
    /// The applicant, by the name among colleagues.
    pub called: String,
    /// What becomes different, entry by entry, against what is in force.
    pub changes: Vec<EntryChange>,
    /// What the burden check found.
    pub burden: Option<Burden>,
    /// The opinions of the joint review, of every pass.
    pub opinions: Vec<Opinion>,
    /// Objections and their answers.
    pub objections: Vec<Objection>,
    /// What was published.
    pub published: Vec<PublishedVersion>,
    /// Running clocks.
    pub clocks: Vec<Deadline>,
    /// The stages of this door, in order.
    pub way: Vec<AdmissionState>,
    /// Kinds of action that the reader may take now.
    pub allowed: Vec<&'static str>,
    /// The timeline.
    pub timeline: Vec<StepView>,
}

/// What a proposal would change of one entry.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct EntryChange {
    /// The entry.
    #[schema(value_type = String)]
    pub code: wangge_base::MatterCode,
    /// What is proposed.
    pub sort: ProposalSort,
    /// The version in force.
    pub standing: Option<i64>,
    /// What would read otherwise; nothing for what is retired.
    pub fields: Vec<EntryDifference>,
}

fn row(world: &World, it: &Proposal, now: Instant) -> ProposalRow {
    let due = crate::deadline::due(&it.clocks);
    let unit = world.units.get(it.unit.as_str());
    ProposalRow {
        at: it.at.clone(),
        number: it.number.clone(),
        version: it.version,
        state: it.state,
        door: it.door,
        title: it.content.title.clone(),
        items: it.content.items.len(),
        unit: it.unit.clone(),
        unit_zh: unit.map_or_else(|| it.unit.to_string(), |u| u.title()),
        due,
        overdue: due.is_some_and(|at| at <= now),
        counts_from: it.counts_from,
        created: it.created,
        updated: it.updated,
    }
}

/// A page of proposals that `filter` lets through, newest first.
///
/// # Errors
/// What keeps it from reading.
pub fn list(
    read: &mut Read,
    world: &World,
    filter: &Filter,
    (state, door): (Option<AdmissionState>, Option<Door>),
    before: &str,
    limit: i64,
) -> Result<Page<ProposalRow>> {
    let now = read.now();
    let (text, params) = sql::list(filter, state, door, before, limit + 1);
    let mut bound: Vec<Value> = vec![(&District::city()).into()];
    bound.extend(params);
    let mut found = read.dynamic("admission.list", &text, &bound, sql::proposal)?;
    let more = i64::try_from(found.len()).unwrap_or(0) > limit;
    found.truncate(usize::try_from(limit).unwrap_or(0));
    let next = found.last().filter(|_| more).map(|it| it.at.id.to_string());
    Ok(Page { items: found.iter().map(|it| row(world, it, now)).collect(), next })
}

/// Most steps of a timeline shown.
const STEPS: i64 = 400;

/// One proposal as `holder` may see it.
///
/// # Errors
/// `NotFound` when it is not for the holder's eyes.
pub fn sheet(read: &mut Read, world: &World, holder: &Holder, at: &Ref<Proposal>) -> Result<ProposalSheet> {
    let now = read.now();
    let file = load(read, at)?;
    let it = &file.it;
    if access::may(holder, Verb::AdmissionRead, &subject(&file)).is_err() {
        return Err(unseen().into());
    }
    let actor = Actor::Holder(Box::new(holder.clone()));
    let mut allowed = with_view(world, &actor, &file, None, now, |view| flow::allowed(view, &actor, now));
    if access::may(holder, Verb::AdmissionAct, &subject(&file)).is_err() {
        allowed.retain(|word| *word == "object");
    }
    if access::may(holder, Verb::AdmissionObject, &subject(&file)).is_err() {
        allowed.retain(|word| *word != "object");
    }
    let steps = step::timeline(read, &at.district, &at.id.to_string(), 0, STEPS)?;
    let changes = it.content.items.iter().map(|item| {
        let standing = world.matters.effective(&item.code, now).ok();
        let fields = match &item.entry {
            Some(entry) => differences(standing.as_ref().map(|m| &m.entry), Some(entry)),
            None => Vec::new(),
        };
        EntryChange {
            code: item.code.clone(),
            sort: item.sort,
            standing: standing.map(|m| m.version),
            fields,
        }
    });
    let mut way = vec![AdmissionState::Burden, AdmissionState::Joint];
    while let Some((state, _)) = flow::after(it.door, *way.last().unwrap_or(&AdmissionState::Joint)) {
        way.push(state);
    }
    Ok(ProposalSheet {
        row: row(world, it, now),
        called: it.called.clone(),
        changes: changes.collect(),
        burden: it.burden.clone(),
        opinions: file.opinions.clone(),
        objections: file.objections.clone(),
        published: it.published.clone(),
        clocks: it.clocks.clone(),
        way,
        allowed,
        timeline: steps.into_iter().map(shown).collect(),
        content: it.content.clone(),
    })
}

/// A step as everybody reads it. Who objects is named by the unit alone: nobody is to be looked at askance.
fn shown(step: step::Step) -> StepView {
    let objects = step.action == "object";
    StepView {
        n: step.n,
        at: step.at,
        happened: step.happened,
        called: if objects { "有关人员".into() } else { step.called },
        unit: step.unit,
        action: step.action,
        state: step.state,
        payload: step.payload.and_then(|text| serde_json::from_str(&text).ok()),
        hash: step.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
