//! Merging over the border of a district. The case that is merged says so in its own row, at once; the
//! one over there learns of it by the outbox, counts the people concerned and keeps the other as a guest,
//! or turns it down, and then the first one comes back as it was. Each side is one transaction in its own
//! district, whatever is carried twice happens once, and older news never overwrite newer ones: each
//! carries the `stamp` of how far the first district had come when it was read.

use wangge_base::{Actor, Ref, Refusal};
use wangge_store::{Db, Error, Result, Tx, outbox};

use super::{
    File,
    linking::{by_clock, last_words},
    load, supporting, take,
};
use crate::{
    World,
    case::{Action, Case, Guest, HeadEnded, Joined, NotJoined, Parted, Unjoinable, flow, sql},
};

/// Whether a case may be merged into `into`, as far as this side can say.
pub(super) fn reachable(world: &World, case: &Case, into: &Ref<Case>) -> Result<(), Refusal> {
    let home = &into.district;
    let known =
        *home == case.at.district || wangge_realm::shards_of(&world.units, world.units.root()).contains(home);
    if known {
        return Ok(());
    }
    Err(Refusal::invalid(
        "into",
        "目标案件不在本市的区县里",
        "The case to merge into is not in a district of this city",
    ))
}

/// Carries what happened to `at` to whoever it is merged with over the border. May be repeated.
pub(super) async fn carry(db: &Db, world: &World, at: &Ref<Case>, data: &serde_json::Value) -> Result<()> {
    let from = at.clone();
    let (stamp, case, guests, note) = db
        .read(move |r| {
            // The stamp first: what is read after it is at least as new.
            let stamp = outbox::head(r, &from.district)?;
            let case = supporting::one(r, &from)?;
            let told = case.guests > 0 && !case.state.is_open();
            let key = [(&from.district).into(), from.id.into()];
            let guests = if told { r.query(&sql::GUESTS, &key, sql::guest)? } else { Vec::new() };
            let note = if told { last_words(r, &case)? } else { String::new() };
            Ok((stamp, case, guests, note))
        })
        .await?;
    if let Some(left) = data["left"].as_str().and_then(|left| left.parse::<Ref<Case>>().ok())
        && case.joined_to.as_ref() != Some(&left)
    {
        let (world, case) = (world.clone(), case.clone());
        db.write(move |tx| part(tx, &world, &left, &case, stamp)).await?;
    }
    if let Some(into) = case.joined_to.clone() {
        let (world, it, there) = (world.clone(), case.clone(), into.clone());
        let turned_down = {
            let world = world.clone();
            db.write(move |tx| join(tx, &world, &there, &it, stamp)).await?
        };
        if let Some(why) = turned_down {
            let (at, action) = (case.at.clone(), Action::NotJoined(NotJoined { into, why }));
            db.write(move |tx| by_clock(tx, &world, &at, &action)).await?;
        }
    }
    for guest in guests {
        let (world, note) = (world.clone(), note.clone());
        let ended = HeadEnded { from: case.at.clone(), state: case.state, there: case.version, note };
        let action = Action::HeadEnded(ended);
        db.write(move |tx| by_clock(tx, &world, &guest.other, &action)).await?;
    }
    Ok(())
}

/// What is known of `from` at `there`: its people, whether it is merged there, and the stamp of that.
/// Locks the row of `there` first, so that two who carry at once come one after the other.
fn known(tx: &mut Tx, there: &Ref<Case>, from: &Case) -> Result<Option<(Guest, i64, bool)>> {
    tx.exec(&sql::COUNT, &[(&there.district).into(), there.id.into(), 0.into()])?;
    let key = [(&there.district).into(), there.id.into(), (&from.at).into()];
    tx.opt(&sql::GUEST, &key, |row| Ok((sql::guest(row)?, row.int(4)?, row.opt_at(5)?.is_none())))
}

fn put(tx: &mut Tx, there: &Ref<Case>, guest: &Guest, stamp: i64, merged: bool) -> Result<()> {
    let ended = (!merged).then(|| tx.now());
    let row = [
        (&there.district).into(),
        there.id.into(),
        (&guest.other).into(),
        guest.number.as_str().into(),
        guest.people.into(),
        stamp.into(),
        guest.since.into(),
        ended.into(),
    ];
    tx.exec(&sql::PUT_GUEST, &row)?;
    Ok(())
}

/// Takes a case in, or only its new count; answers why it cannot be.
fn join(
    tx: &mut Tx,
    world: &World,
    there: &Ref<Case>,
    from: &Case,
    stamp: i64,
) -> Result<Option<Unjoinable>> {
    let Some(file) = found(tx, there)? else { return Ok(Some(Unjoinable::Unknown)) };
    let before = known(tx, there, from)?;
    if before.as_ref().is_some_and(|(_, known, _)| *known >= stamp) {
        return Ok(None);
    }
    let merged = before.filter(|(_, _, merged)| *merged);
    let (since, had) = merged.as_ref().map_or((tx.now(), 0), |(guest, ..)| (guest.since, guest.people));
    let guest =
        Guest { other: from.at.clone(), number: from.number.clone(), people: 1 + from.supporters, since };
    let people = guest.people;
    if merged.is_none() {
        if let Some(why) = flow::unjoinable(&file.case) {
            return Ok(Some(why));
        }
        let joined = Joined { from: from.at.clone(), number: from.number.clone() };
        step(tx, world, file, &Action::Joined(joined))?;
    }
    put(tx, there, &guest, stamp, true)?;
    if people != had {
        let case = supporting::one(tx, there)?;
        supporting::count(tx, &case, people - had)?;
    }
    Ok(None)
}

/// Lets a case go again. One that never came leaves the news behind that it is not coming any more.
fn part(tx: &mut Tx, world: &World, there: &Ref<Case>, from: &Case, stamp: i64) -> Result<()> {
    let Some(file) = found(tx, there)? else { return Ok(()) };
    let before = known(tx, there, from)?;
    if before.as_ref().is_some_and(|(_, known, _)| *known >= stamp) {
        return Ok(());
    }
    let (since, had, merged) =
        before.map_or((tx.now(), 0, false), |(guest, _, merged)| (guest.since, guest.people, merged));
    if merged {
        let parted = Parted { from: from.at.clone(), number: from.number.clone() };
        step(tx, world, file, &Action::Parted(parted))?;
    }
    let gone = Guest { other: from.at.clone(), number: from.number.clone(), people: 0, since };
    put(tx, there, &gone, stamp, false)?;
    if merged {
        let case = supporting::one(tx, there)?;
        supporting::count(tx, &case, -had)?;
    }
    Ok(())
}

fn found(tx: &mut Tx, at: &Ref<Case>) -> Result<Option<File>> {
    match load(tx, at) {
        Ok(file) => Ok(Some(file)),
        Err(Error::Refused(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A step by the clock that must be taken now, or the whole transaction again.
fn step(tx: &mut Tx, world: &World, file: File, action: &Action) -> Result<()> {
    match take(tx, world, &Actor::Clock, false, file, action, None)? {
        Ok(_) => Ok(()),
        Err(_) => Err(Error::Retry("somebody was faster".into())),
    }
}
