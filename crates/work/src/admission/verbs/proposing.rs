//! A new proposal.

use wangge_base::{Actor, Holder};
use wangge_realm::{access::Verb, place_of};

use super::*;
use crate::{admission::Door, number};

/// A new proposal, a draft until it is handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// Through which door.
    pub door: Door,
    /// What is proposed.
    pub content: ProposalContent,
}

/// Begins a proposal for `holder`.
///
/// # Errors
/// `Forbidden` for a post that may not; what is wrong, by field.
pub fn propose(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    cmd: &Command<Propose>,
) -> Result<AdmissionReceipt> {
    once::once(tx, &District::city(), &cmd.key, &cmd.digest, |tx| {
        let actor = Actor::Holder(Box::new(holder.clone()));
        let place = place_of(&world.units, &holder.unit)?;
        access::may(holder, Verb::AdmissionPropose, &place)?;
        Ok(receipt(&propose_as(tx, world, &actor, &cmd.body)?))
    })
}

/// Begins a proposal by whoever it is; rights are the caller's matter.
///
/// # Errors
/// What is wrong, by field.
pub fn propose_as(tx: &mut Tx, world: &World, actor: &Actor, new: &Propose) -> Result<Proposal> {
    let now = tx.now();
    let root = world.units.root();
    let unit = actor.holder().map_or_else(|| root.clone(), |h| h.unit.clone());
    let place = place_of(&world.units, &unit)?;
    let calendar = world.calendars.get(None);
    let known = Known { matters: &world.matters, units: &world.units, calendar, area: &place.area, now };
    let date = calendar.date(now).strftime("%Y%m%d").to_string();
    let mut it = Proposal {
        at: Ref::new(District::city(), tx.new_id::<Proposal>()),
        number: number::number(&date, tx.random()),
        version: 1,
        state: AdmissionState::Draft,
        door: new.door,
        content: new.content.clone(),
        unit,
        post: actor.holder().map(|h| h.post.clone()),
        area: place.area.clone(),
        town: place.town.clone(),
        applicant: actor.person().map(str::to_owned),
        called: match actor {
            Actor::Holder(h) => h.called.clone(),
            Actor::Device(name) => name.clone(),
            _ => "时钟".to_owned(),
        },
        pass: 0,
        hands: Vec::new(),
        burden: None,
        clocks: Vec::new(),
        counts_from: None,
        published: Vec::new(),
        created: now,
        updated: now,
        head: [0; 32],
    };
    flow::begin(&it, it.town.is_some(), actor.holder().map(|h| h.role), &known)?;
    let row = next_step(tx, &mut it, None, actor, "propose", payload(new)?);
    tx.exec(&sql::INSERT, &sql::insert(&it)?)?;
    tx.later(&step::INSERT, row);
    Ok(it)
}
