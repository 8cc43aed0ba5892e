//! The clock's rounds: what is due is acted on in batches; after a time out of service one digest per
//! addressee takes the place of the flood (DESIGN 4, rule 5). Only red still rings one by one.

use wangge_base::{Actor, Colour, District, Id, Instant, Ref, Seat};
use wangge_realm::notice;
use wangge_store::{Error, Result, Row, Tx};

use super::{File, addressee, announce, colour, load, silently, take, tell};
use crate::{
    World,
    case::{Action, Case, Rearm, flow, flow::Move, sql, sql::round},
};

/// Minutes without a completed round after which the clock has been out of service.
const LATE: i64 = 30;
/// Minutes between two notes that a round was completed: far less than [`LATE`], and seldom enough
/// to cost nothing.
const BEAT: i64 = 5;
/// References in a digest.
const REFS: i64 = 20;
/// Digests sent in one transaction: small enough for its time budget.
const PORTION: i64 = 16;

/// Lets the clock act on up to `most` cases of a district whose time has come; returns how many
/// steps it took and digests it sent. Nothing left to do is 0, and completes a round.
pub fn sweep(tx: &mut Tx, world: &World, district: &District, most: i64) -> Result<usize> {
    let now = tx.now();
    let rows = tx.many(&[
        (&round::LAST, vec![district.into()]),
        (&sql::AWAKE, vec![district.into(), now.into(), most.into()]),
    ])?;
    let [last, awake] = rows.as_slice() else {
        return Err(Error::Engine("two statements, two answers".into()));
    };
    let last = last.first().map(round::round).transpose()?;
    let awake: Vec<Id<Case>> = awake.iter().map(sql::id).collect::<Result<_>>()?;
    let late = last.as_ref().filter(|r| r.catching || (now.minutes_since(r.at) > LATE && !awake.is_empty()));
    let mut done = 0;
    for id in &awake {
        let file = load(tx, &Ref::new(district.clone(), *id))?;
        if step(tx, world, file, now, late.is_some())? {
            done += 1;
        }
    }
    if let Some(last) = late {
        let sent = if awake.is_empty() { digests(tx, world, district)? } else { 0 };
        done += sent;
        let over = awake.is_empty() && sent == 0;
        let at = if over { now } else { last.at };
        let row = [district.into(), last.n.into(), at.into(), (!over).into()];
        if tx.exec(&round::CATCH_UP, &row)? == 0 {
            return Err(Error::Retry("another node is catching up in this district".into()));
        }
    } else if awake.is_empty() && last.is_none_or(|r| now.minutes_since(r.at) >= BEAT) {
        tx.exec(&round::COMPLETED, &[district.into(), now.into()])?;
    }
    Ok(done)
}

/// One step of the clock; `late`: what it would tell waits for the digest.
fn step(tx: &mut Tx, world: &World, file: File, now: Instant, late: bool) -> Result<bool> {
    let Some(action) = flow::due(&file.case, now) else { return Ok(false) };
    let Ok((case, mv)) = silently(tx, world, &Actor::Clock, false, file, &action, None)? else {
        return Ok(false);
    };
    tell_all(tx, world, &case, &mv, late)?;
    announce(tx, &case, &mv);
    Ok(true)
}

fn tell_all(tx: &mut Tx, world: &World, case: &Case, mv: &Move, late: bool) -> Result<()> {
    for one in &mv.tell {
        if !late || case.colour == Colour::Red {
            tell(tx, world, case, one)?;
            continue;
        }
        let Some(to) = addressee(case, one) else { continue };
        let due = crate::deadline::due(&case.clocks);
        tx.later(&round::FOLD, round::fold(&case.at, &to, colour(case, one) == Colour::Orange, due));
    }
    Ok(())
}

/// Sends a portion of the digests; returns how many.
fn digests(tx: &mut Tx, world: &World, district: &District) -> Result<usize> {
    let folded = tx.query(&round::FOLDED, &[district.into(), PORTION.into()], round::folded)?;
    for one in &folded {
        let mut key = round::key(district, &one.to);
        key.push(REFS.into());
        let refs = tx.query(&round::REFS, &key, |row: &Row<'_>| {
            Ok(Ref::new(district.clone(), sql::id(row)?).to_string())
        })?;
        let n = one.count;
        let (zh, en) = (
            format!("系统停运期间有{n}件案件时限将到或已超时,请逐件查看"),
            format!(
                "While the system was out of service {n} cases came near or over a limit: please look at each"
            ),
        );
        let visible_from = match &one.to {
            notice::To::Seat(Seat { unit, .. }) => world.hours(unit).next_office(tx.now()),
            notice::To::Person(_) => tx.now(),
        };
        let new = notice::New {
            to: one.to.clone(),
            kind: "case.digest",
            colour: if one.orange { Colour::Orange } else { Colour::Blue },
            subject: "",
            zh: &zh,
            en: &en,
            due: one.due,
            visible_from: Some(visible_from),
            drill: district.is_drill(),
        };
        notice::send_digest(tx, district, &new, &refs)?;
        tx.later(&round::TOLD, round::key(district, &one.to));
    }
    Ok(folded.len())
}

/// Computes provisional limits of up to `most` cases again, from id `after` on; returns the last id
/// looked at, `None` when there are no more.
pub fn rearm(
    tx: &mut Tx,
    world: &World,
    district: &District,
    after: &str,
    most: i64,
) -> Result<Option<String>> {
    let found = tx.query(&sql::PROVISIONAL, &[district.into(), after.into(), most.into()], sql::id)?;
    for id in &found {
        let file = load(tx, &Ref::new(district.clone(), *id))?;
        let action = Action::Rearm(Rearm {});
        match take(tx, world, &Actor::Clock, false, file, &action, None) {
            // Nothing new is known about its year, or somebody was faster: the next round looks again.
            Ok(_) | Err(Error::Refused(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(found.last().map(Id::to_string))
}
