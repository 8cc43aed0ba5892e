//! Handing a shift over, taking it, and looking back.

use serde_json::json;
use wangge_base::{Colour, District, Holder, Id, Ref, Refusal, UnitCode};
use wangge_store::{Event, Read, Result, Tx};

use super::{Pressing, Promise, Shift, Signed, sql};
use crate::case::Case;

/// Cases named in a hand-over.
const CASES: i64 = 50;
/// Shifts looked back on.
const BACK: i64 = 20;

/// What whoever leaves writes down.
#[derive(Clone, Debug)]
pub struct Handing {
    /// The unit, its own.
    pub unit: UnitCode,
    /// What there is to say.
    pub note: String,
    /// Promises made.
    pub promises: Vec<Promise>,
    /// Who or what is out.
    pub out: Vec<String>,
}

/// Hands the shift of the holder's own unit over. The cases that press are added here, so that none is
/// forgotten: open red ones and those over their limit, in the unit's home district.
///
/// # Errors
/// `Invalid` by field; `Forbidden` for another unit than one's own.
pub fn hand_over(tx: &mut Tx, district: &District, holder: &Holder, it: &Handing) -> Result<Shift> {
    check(holder, it)?;
    let now = tx.now();
    let values = [district.into(), (&it.unit).into(), now.into(), CASES.into()];
    let cases = tx.query(&sql::PRESSING, &values, |row| {
        let id: Id<Case> = row.parse(0)?;
        let red = row.str(2)? == Colour::Red.word();
        Ok(Pressing {
            at: Ref::new(district.clone(), id).to_string(),
            number: row.text(1)?,
            why: if red { "red" } else { "overdue" }.to_owned(),
        })
    })?;
    let shift = Shift {
        at: Ref::new(district.clone(), tx.new_id::<Shift>()),
        unit: it.unit.clone(),
        note: it.note.trim().to_owned(),
        promises: it.promises.clone(),
        out: it.out.clone(),
        cases,
        left: Signed { account: holder.person.clone(), called: holder.called.clone(), at: now },
        taken: None,
    };
    tx.exec(&sql::INSERT, &sql::insert(&shift)?)?;
    tell(tx, &shift, "shift.handed");
    Ok(shift)
}

fn check(holder: &Holder, it: &Handing) -> Result<(), Refusal> {
    if holder.unit != it.unit {
        return Err(Refusal::forbidden(
            "只能交接自己所在岗位的单位",
            "You hand over the shift of the unit whose post you are using",
        ));
    }
    let long = |text: &str, most: usize| text.chars().count() > most;
    if long(&it.note, 2_000) {
        return Err(Refusal::invalid("/note", "最多2000个字", "At most 2,000 characters"));
    }
    if it.promises.len() > 50 || it.out.len() > 50 {
        return Err(Refusal::invalid("/promises", "最多50条", "At most 50 of each"));
    }
    let fit = |text: &str| !text.trim().is_empty() && !long(text, 200);
    if let Some(i) = it.promises.iter().position(|p| !fit(&p.text)) {
        let field = format!("/promises/{i}/text");
        return Err(Refusal::invalid(&field, "须1至200个字", "1 to 200 characters"));
    }
    if let Some(i) = it.out.iter().position(|text| !fit(text)) {
        return Err(Refusal::invalid(&format!("/out/{i}"), "须1至200个字", "1 to 200 characters"));
    }
    Ok(())
}

/// Takes a shift over: another person who holds a post of the same unit. Signing twice is signing once.
///
/// # Errors
/// `Forbidden` for whoever left, `NotAllowed` when somebody else signed before.
pub fn sign(tx: &mut Tx, at: &Ref<Shift>, holder: &Holder) -> Result<Shift> {
    let mut shift = one(tx, at, holder)?;
    if shift.left.account == holder.person {
        return Err(Refusal::forbidden(
            "交班人不能自己接班,请接班人签字",
            "Whoever leaves does not take over from himself: the next shift signs",
        )
        .into());
    }
    let now = tx.now();
    let row = [
        (&at.district).into(),
        at.id.into(),
        holder.person.as_str().into(),
        holder.called.as_str().into(),
        now.into(),
    ];
    if shift.taken.is_none() && tx.exec(&sql::SIGN, &row)? == 1 {
        shift.taken = Some(Signed { account: holder.person.clone(), called: holder.called.clone(), at: now });
        tell(tx, &shift, "shift.taken");
        return Ok(shift);
    }
    let shift = one(tx, at, holder)?;
    match &shift.taken {
        Some(taken) if taken.account == holder.person => Ok(shift),
        _ => Err(Refusal::not_allowed(
            "shift.taken",
            "已有同事接班签字",
            "A colleague has signed for this shift already",
        )
        .into()),
    }
}

/// The shift, if it is of the holder's unit; of others it does not exist.
fn one(r: &mut Read, at: &Ref<Shift>, holder: &Holder) -> Result<Shift> {
    let found = r.opt(&sql::GET, &[(&at.district).into(), at.id.into()], sql::shift)?;
    found.filter(|shift| shift.unit == holder.unit).ok_or_else(|| {
        Refusal::not_found("没有这次交接,或不是您单位的", "There is no such hand-over of your unit").into()
    })
}

/// The latest hand-overs of a unit, newest first.
pub fn latest(r: &mut Read, district: &District, unit: &UnitCode) -> Result<Vec<Shift>> {
    r.query(&sql::LATEST, &[district.into(), unit.into(), BACK.into()], sql::shift)
}

fn tell(tx: &mut Tx, shift: &Shift, kind: &'static str) {
    tx.emit(Event {
        district: shift.at.district.clone(),
        kind,
        subject: shift.at.to_string(),
        scope: vec![shift.unit.to_string()],
        data: json!({}),
    });
}
