//! Opening a draft, taking a step of it, and reading it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Actor, District, Holder, Instant, Page, Ref, Refusal, Role, Seat, UnitCode};
use wangge_realm::{
    access::{self, Subject, Verb},
    place_of,
    unit::UnitKind,
};
use wangge_store::{Error, Event, Read, Result, Tx, Value};
use wangge_web::once;

use super::{
    Draft, DraftAction as Action, DraftState, Remark,
    flow::{self, Relation},
    sql,
};
use crate::{
    Command, World,
    admission::{
        Door, Proposal, ProposalContent, ProposalItem,
        verbs::{Propose, propose_as},
    },
    step,
    tell::{self, Told, Whom},
};

/// A new draft for the first round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftNew {
    /// What it is, 2 to 120 characters.
    pub title: String,
    /// The entries, 1 to 60.
    pub items: Vec<ProposalItem>,
    /// Until when towns answer the first round, 1 to 90 days ahead.
    #[schema(value_type = String, format = DateTime)]
    pub due: Instant,
}

/// What the sender gets back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DraftReceipt {
    /// The draft.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Draft>,
    /// Its version after the step.
    pub version: i64,
    /// Its state after the step.
    pub state: DraftState,
    /// Which round.
    pub round: i64,
    /// The proposal that came of it.
    #[schema(value_type = Option<String>)]
    pub proposal: Option<Ref<Proposal>>,
}

/// A draft as one row of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DraftRow {
    /// What the sender got back.
    #[serde(flatten)]
    pub receipt: DraftReceipt,
    /// What it is.
    pub title: String,
    /// District, zone or city whose towns are asked.
    #[schema(value_type = String)]
    pub area: UnitCode,
    /// How many entries.
    pub count: usize,
    /// Until when towns answer this round.
    #[schema(value_type = String, format = DateTime)]
    pub due: Instant,
    /// When it was begun.
    #[schema(value_type = String, format = DateTime)]
    pub created: Instant,
}

/// A draft, whole.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DraftSheet {
    /// The row.
    #[serde(flatten)]
    pub row: DraftRow,
    /// The entries.
    pub items: Vec<ProposalItem>,
    /// What towns said, and the answers.
    pub remarks: Vec<Remark>,
    /// Towns that have said nothing in this round.
    #[schema(value_type = Vec<String>)]
    pub silent: Vec<UnitCode>,
}

fn receipt(it: &Draft) -> DraftReceipt {
    DraftReceipt {
        at: it.at.clone(),
        version: it.version,
        state: it.state,
        round: it.round,
        proposal: it.proposal.clone(),
    }
}

fn payload<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| Error::Engine(why.to_string()))
}

/// The towns under an area.
fn towns(world: &World, area: &UnitCode) -> Vec<UnitCode> {
    let Some(top) = world.units.get(area.as_str()) else { return Vec::new() };
    let towns = world.units.all().filter(|u| u.kind() == UnitKind::Town && u.is_in_use() && u.is_under(top));
    towns.map(|u| u.code()).collect()
}

/// Opens a draft and tells every town.
///
/// # Errors
/// `Forbidden` for whoever keeps no lists; the wrong field.
pub fn open(tx: &mut Tx, world: &World, holder: &Holder, cmd: &Command<DraftNew>) -> Result<DraftReceipt> {
    once::once(tx, &District::city(), &cmd.key, &cmd.digest, |tx| {
        let (new, now) = (&cmd.body, tx.now());
        let place = place_of(&world.units, &holder.unit)?;
        access::may(holder, Verb::DraftingRun, &place)?;
        if !(2..=120).contains(&new.title.trim().chars().count()) {
            return Err(Refusal::invalid("title", "请写2至120个字", "Write 2 to 120 characters").into());
        }
        flow::round(&new.items, new.due, now)?;
        let mut it = Draft {
            at: Ref::new(District::city(), tx.new_id::<Draft>()),
            version: 1,
            state: DraftState::Circulating,
            title: new.title.trim().to_owned(),
            area: place.area,
            items: new.items.clone(),
            round: 1,
            due: new.due,
            proposal: None,
            created: now,
            updated: now,
            head: [0; 32],
        };
        let actor = Actor::Holder(Box::new(holder.clone()));
        let row = next_step(tx, &mut it, None, &actor, "open", payload(new)?);
        tx.exec(&sql::INSERT, &sql::insert(&it)?)?;
        tx.later(&step::INSERT, row);
        circulate(tx, world, &it)?;
        announce(tx, &it);
        Ok(receipt(&it))
    })
}

fn next_step(
    tx: &mut Tx,
    it: &mut Draft,
    previous: Option<[u8; 32]>,
    actor: &Actor,
    word: &str,
    payload: String,
) -> Vec<Value> {
    let subject = it.at.id.to_string();
    let taken = step::Taken {
        district: &it.at.district,
        subject: &subject,
        n: it.version,
        happened: None,
        actor,
        action: word,
        state: it.state.word(),
        payload,
    };
    let (hash, row) = step::next(tx, previous, taken);
    it.head = hash;
    row
}

/// Tells every town of a round.
fn circulate(tx: &mut Tx, world: &World, it: &Draft) -> Result<()> {
    for town in towns(world, &it.area) {
        let told = Told {
            to: Whom::Seat(Seat { unit: town, post: None }),
            kind: "drafting".into(),
            subject: it.at.to_string(),
            zh: format!("清单草案“{}”第{}轮征求意见,请在截止前反馈", it.title, it.round),
            en: format!(
                "Round {} of a draft of the lists: please say what you think of it before it ends",
                it.round
            ),
            due: Some(it.due),
        };
        tell::tell(tx, world, &it.at.district, &told)?;
    }
    Ok(())
}

fn announce(tx: &mut Tx, it: &Draft) {
    tx.emit(Event {
        district: it.at.district.clone(),
        kind: "drafting.step",
        subject: it.at.to_string(),
        scope: vec![it.area.to_string()],
        data: serde_json::json!({ "version": it.version, "state": it.state.word() }),
    });
}

fn load(read: &mut Read, at: &Ref<Draft>) -> Result<(Draft, Vec<Remark>)> {
    let key = || -> Vec<Value> { vec![(&at.district).into(), at.id.into()] };
    let rows = read.many(&[(&sql::LOAD, key()), (&sql::REMARKS, key())])?;
    let [found, remarks] = rows.as_slice() else {
        return Err(Error::Engine("two statements, two answers".into()));
    };
    let row = found.first().ok_or_else(|| Refusal::not_found("没有这份草案", "There is no such draft"))?;
    Ok((sql::draft(row)?, remarks.iter().map(sql::remark).collect::<Result<_>>()?))
}

fn relation(world: &World, holder: &Holder, it: &Draft) -> Relation {
    let subject = Subject::of(it.at.district.clone(), it.area.clone());
    let speaks = access::may(holder, Verb::AdmissionObject, &subject).is_ok()
        && !matches!(holder.role, Role::GridWorker | Role::VillageAdmin);
    let town = world.units.get(holder.unit.as_str()).filter(|u| u.kind() == UnitKind::Town);
    let asked = town.zip(world.units.get(it.area.as_str())).filter(|(town, area)| town.is_under(*area));
    Relation {
        office: access::may(holder, Verb::DraftingRun, &subject).is_ok(),
        town: asked.filter(|_| speaks).map(|(town, _)| town.code()),
    }
}

/// How often a remark is taken anew when others were faster.
const RETRIES: usize = 5;

/// Does something to a draft.
///
/// # Errors
/// `Stale` when somebody was faster; what the law says.
pub fn act(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    at: &Ref<Draft>,
    cmd: &Command<Action>,
) -> Result<DraftReceipt> {
    once::once(tx, &at.district, &cmd.key, &cmd.digest, |tx| {
        let free = matches!(cmd.body, Action::Remark(_) | Action::Reply(_));
        for _ in 0..RETRIES {
            let (it, remarks) = load(tx, at)?;
            if !free && cmd.version != Some(it.version) {
                return Err(Refusal::stale(it.version).into());
            }
            match take(tx, world, holder, it, &remarks, &cmd.body)? {
                Some(it) => return Ok(receipt(&it)),
                None if !free => return Err(Refusal::stale(load(tx, at)?.0.version).into()),
                None => {}
            }
        }
        Err(Error::Retry("others kept changing this draft".into()))
    })
}

/// Takes one step; `None` when somebody was faster.
fn take(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    it: Draft,
    remarks: &[Remark],
    action: &Action,
) -> Result<Option<Draft>> {
    let now = tx.now();
    let actor = Actor::Holder(Box::new(holder.clone()));
    let m = flow::next(&it, remarks, &relation(world, holder, &it), action, now)?;
    let before = it.version;
    let mut after = m.it;
    (after.version, after.updated) = (before + 1, now);
    if let (true, Action::Propose(a)) = (m.propose, action) {
        let new = Propose {
            door: Door::Adjust,
            content: ProposalContent {
                title: after.title.clone(),
                reason: a.reason.clone(),
                basis: a.basis.clone(),
                items: after.items.clone(),
                from: None,
            },
        };
        after.proposal = Some(propose_as(tx, world, &actor, &new)?.at);
    }
    let row = next_step(tx, &mut after, Some(it.head), &actor, action.word(), payload(action)?);
    if tx.exec(&sql::SAVE, &sql::save(&after, before)?)? == 0 {
        return Ok(None);
    }
    tx.later(&step::INSERT, row);
    if let Some(remark) = &m.remark {
        tx.later(&sql::PUT_REMARK, sql::put_remark(&after.at, remark));
        if remark.adopted.is_some() {
            let told = Told {
                to: Whom::Seat(Seat { unit: remark.town.clone(), post: None }),
                kind: "drafting".into(),
                subject: after.at.to_string(),
                zh: format!("对清单草案“{}”的意见已有答复", after.title),
                en: "What you said about a draft of the lists was answered".into(),
                due: None,
            };
            tell::tell(tx, world, &after.at.district, &told)?;
        }
    }
    if m.circulate {
        circulate(tx, world, &after)?;
    }
    announce(tx, &after);
    Ok(Some(after))
}

fn row(it: &Draft) -> DraftRow {
    DraftRow {
        receipt: receipt(it),
        title: it.title.clone(),
        area: it.area.clone(),
        count: it.items.len(),
        due: it.due,
        created: it.created,
    }
}

fn reads(holder: &Holder) -> Result<(), Refusal> {
    if access::rules(holder.role, Verb::AdmissionRead).is_empty() {
        return Err(access::refuse(Verb::AdmissionRead));
    }
    Ok(())
}

/// Drafts, newest first: for everybody who may read proposals.
///
/// # Errors
/// `Forbidden` for everybody else.
pub fn list(read: &mut Read, holder: &Holder, before: &str, limit: i64) -> Result<Page<DraftRow>> {
    reads(holder)?;
    let values = [(&District::city()).into(), before.into(), (limit + 1).into()];
    let mut found = read.query(&sql::LIST, &values, sql::draft)?;
    let most = usize::try_from(limit).unwrap_or(20);
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().filter(|_| more).map(|it| it.at.id.to_string());
    Ok(Page { items: found.iter().map(row).collect(), next })
}

/// One draft with what towns said.
///
/// # Errors
/// `Forbidden` for whoever may read no proposals.
pub fn sheet(read: &mut Read, world: &World, holder: &Holder, at: &Ref<Draft>) -> Result<DraftSheet> {
    reads(holder)?;
    let (it, remarks) = load(read, at)?;
    let spoke = |town: &UnitCode| remarks.iter().any(|r| r.round == it.round && r.town == *town);
    let silent = towns(world, &it.area).into_iter().filter(|town| !spoke(town)).collect();
    Ok(DraftSheet { row: row(&it), items: it.items.clone(), silent, remarks })
}
