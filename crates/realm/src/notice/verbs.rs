//! Sending, listing, taking and reading notices.

use serde_json::json;
use wangge_base::{Colour, District, Holder, Id, Instant, Kind, Ref, Refusal, Seat};
use wangge_store::{Read, Result, Tx, Value, outbox::Event};

use super::{New, Notice, To, sql};
use crate::{access, account};

/// Sends a notice from inside the transaction that gave rise to it; `district` is the subject's
/// home. Costs no round trip.
pub fn send(tx: &mut Tx, district: &District, new: &New<'_>) -> Result<Ref<Notice>> {
    add(tx, district, new, &[])
}

/// Sends one notice in place of many, with the references of the first of what it speaks of. Its
/// `subject` is empty: no single piece of work settles it.
pub fn send_digest(tx: &mut Tx, district: &District, new: &New<'_>, refs: &[String]) -> Result<Ref<Notice>> {
    add(tx, district, new, refs)
}

fn add(tx: &mut Tx, district: &District, new: &New<'_>, refs: &[String]) -> Result<Ref<Notice>> {
    let at = Ref::new(district.clone(), tx.new_id::<Notice>());
    let now = tx.now();
    let ring = matches!(new.colour, Colour::Red | Colour::Orange);
    let visible_from = if ring { now } else { new.visible_from.unwrap_or(now).max(now) };
    let (unit, post, account) = match &new.to {
        To::Seat(seat) => (Some(&seat.unit), seat.post.as_ref(), None),
        To::Person(account) => (None, None, Some(account)),
    };
    let values: Vec<Value> = vec![
        district.into(),
        at.id.into(),
        unit.into(),
        post.into(),
        account.into(),
        new.kind.into(),
        new.colour.word().into(),
        new.subject.into(),
        new.zh.into(),
        new.en.into(),
        ring.into(),
        new.drill.into(),
        now.into(),
        visible_from.into(),
        new.due.into(),
        (!refs.is_empty()).then(|| refs.join(" ")).into(),
    ];
    tx.later(&sql::ADD, values);
    let scope = match &new.to {
        To::Seat(seat) => seat.unit.to_string(),
        To::Person(account) => account.to_string(),
    };
    tx.emit(Event {
        district: district.clone(),
        kind: "notice.sent",
        subject: at.to_string(),
        scope: vec![scope],
        data: json!({
            "ring": ring, "colour": new.colour, "about": new.subject, "visible_from": visible_from,
            "post": post,
        }),
    });
    Ok(at)
}

/// Whether the person is on the roster of the seat's unit now (for this post, or for any).
pub fn is_on_duty(r: &mut Read, district: &District, holder: &Holder, seat: &Seat) -> Result<bool> {
    let now = r.now();
    let people = account::on_duty(r, district, seat, now)?;
    Ok(people.iter().any(|one| one.to_string() == holder.person))
}

/// What concerns the holder, newest first: to his seat in each of `districts` (those his unit
/// covers), and to him by name. `open_only`: what is still to be read or taken. `ring` of the answer
/// says whether it rings for *him* now: untaken, and he is on duty.
pub fn mine(
    r: &mut Read,
    holder: &Holder,
    districts: &[District],
    open_only: bool,
    before: Option<&Id<Notice>>,
    limit: i64,
) -> Result<Vec<Notice>> {
    let now = r.now();
    let own = Seat { unit: holder.unit.clone(), post: Some(holder.post.clone()) };
    let before = before.map_or_else(|| "~".to_owned(), Id::to_string);
    let mut all = Vec::new();
    let mut homes: Vec<&District> = districts.iter().collect();
    if !homes.contains(&&holder.home) {
        homes.push(&holder.home);
    }
    for district in homes {
        let duty = is_on_duty(r, district, holder, &own)?;
        let seat: Vec<Value> = vec![
            district.into(),
            (&holder.unit).into(),
            (&holder.post).into(),
            open_only.into(),
            before.as_str().into(),
            duty.into(),
            now.into(),
            limit.into(),
        ];
        let person: Vec<Value> = vec![
            district.into(),
            holder.person.as_str().into(),
            open_only.into(),
            before.as_str().into(),
            duty.into(),
            now.into(),
            limit.into(),
        ];
        for rows in r.many(&[(&sql::TO_SEAT, seat), (&sql::TO_PERSON, person)])? {
            for row in &rows {
                let mut notice = sql::notice(row)?;
                notice.ring = notice.ring && duty && notice.taken_at.is_none();
                all.push(notice);
            }
        }
    }
    all.sort_by_key(|notice| std::cmp::Reverse(notice.at.id));
    all.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(all)
}

/// The notice, if it is to this holder.
fn to_me(r: &mut Read, at: &Ref<Notice>, holder: &Holder) -> Result<Notice> {
    let found = r.opt(&sql::GET, &[(&at.district).into(), at.id.into()], sql::notice)?;
    let mine = |to: &To| match to {
        To::Seat(seat) => access::is_at(holder, seat),
        To::Person(account) => account.to_string() == holder.person,
    };
    found.filter(|notice| mine(&notice.to)).ok_or_else(|| {
        Refusal::not_found("没有这条消息,或不是发给您的", "There is no such notice to you").into()
    })
}

/// Takes a notice: it rings for nobody any more. Taking it twice is fine; taking what somebody else
/// took tells who was faster.
pub fn take(tx: &mut Tx, at: &Ref<Notice>, holder: &Holder) -> Result<()> {
    let notice = to_me(tx, at, holder)?;
    let now = tx.now();
    let values = [(&at.district).into(), at.id.into(), holder.person.as_str().into(), now.into()];
    if notice.taken_by.is_none() && tx.exec(&sql::TAKE, &values)? == 1 {
        tx.emit(Event {
            district: at.district.clone(),
            kind: "notice.taken",
            subject: at.to_string(),
            scope: vec![holder.unit.to_string()],
            data: json!({"about": notice.subject}),
        });
        return Ok(());
    }
    let taken_by = to_me(tx, at, holder)?.taken_by;
    if taken_by.as_deref() == Some(&holder.person) {
        return Ok(());
    }
    Err(Refusal::new(
        Kind::NotAllowed,
        "notice.taken",
        "已有同事接下,无需再处理",
        "A colleague has taken it; there is nothing left for you to do",
    )
    .into())
}

/// Notes that a notice was read; one that rings goes on until taken.
pub fn read(tx: &mut Tx, at: &Ref<Notice>, holder: &Holder) -> Result<()> {
    to_me(tx, at, holder)?;
    let now: Instant = tx.now();
    tx.exec(&sql::READ, &[(&at.district).into(), at.id.into(), now.into()])?;
    Ok(())
}

/// Stops what rings for a subject, because somebody (`by`) dealt with the work itself.
pub fn settle(tx: &mut Tx, district: &District, subject: &str, by: &str) -> Result<u64> {
    let now = tx.now();
    tx.exec(&sql::SETTLE, &[district.into(), subject.into(), by.into(), now.into()])
}
