//! The burden check, the joint review, objections and their answers, and the clock.

use super::*;
use crate::{
    admission::{AdmissionReply, ListBurden},
    matter::Entry,
};

pub(super) fn weigh(
    view: &View<'_>,
    m: &mut Move,
    reviewers: &[UnitCode],
    now: Instant,
) -> Result<(), Refusal> {
    let mut units = reviewers.to_vec();
    units.sort();
    units.dedup();
    if units.len() < REVIEWERS || units.len() > 20 {
        return Err(Refusal::invalid(
            "reviewers",
            "联合审查须有2至20个单位参加",
            "A joint review takes 2 to 20 units",
        ));
    }
    if let Some(unit) = units.iter().find(|u| !view.known.reviews(u)) {
        return Err(Refusal::invalid(
            "reviewers",
            format!("{unit}不是在用的部门"),
            format!("{unit} is no department in use"),
        ));
    }
    let price = view.price.ok_or_else(|| {
        no(
            "admission.not_priced",
            "还没有算出负担,暂时不能通过;请稍后再试",
            "What it costs has not been worked out; try again in a moment",
        )
    })?;
    if let Some(list) = price.lists.iter().find(|l| l.over) {
        return Err(over(view.known, list));
    }
    m.it.burden = Some(price.clone());
    for unit in units {
        m.tell.push(Tell {
            to: Some(Seat { unit: unit.clone(), post: None }),
            zh: format!("请参加准入申请“{}”的联合审查", view.it.content.title),
            en: "Please review a proposal for the lists".into(),
        });
        m.opinions.push(Opinion { pass: view.it.pass, unit, consent: None, text: String::new(), at: None });
    }
    m.stage(view, AdmissionState::Joint, now);
    Ok(())
}

fn over(known: &Known<'_>, list: &ListBurden) -> Refusal {
    let place = list.worst.as_ref().map(|code| known.units.told(code)).unwrap_or_default();
    let (ceiling, after) = (list.ceiling, list.worst_after);
    // Entries by their name, with the code by which they are given up.
    let swaps = |name: fn(&Entry) -> &str, by: &str| {
        let said = list.swaps.iter().map(|code| {
            known
                .matters
                .effective(code, known.now)
                .map_or_else(|_| code.to_string(), |m| format!("{}({code})", name(&m)))
        });
        said.collect::<Vec<_>>().join(by)
    };
    let (hint_zh, hint_en) = if list.swaps.is_empty() {
        (
            "请减少次数、对象或用时后再报".to_owned(),
            "Ask for it less often, at fewer objects or for less time".to_owned(),
        )
    } else {
        (
            format!("请在本申请中同时退出一项后再报,可选:{}", swaps(|m| &m.name_zh, "、")),
            format!(
                "Give something up for it in the same proposal, for example: {}",
                swaps(|m| &m.name_en, ", ")
            ),
        )
    };
    no(
        "admission.over_ceiling",
        format!("{}将超过每人每周{ceiling}分钟的上限:{place}将达{after}分钟。{hint_zh}", list.tier.zh()),
        format!(
            "The {} list would come over its ceiling of {ceiling} minutes per person and week: {place} with {after}. {hint_en}",
            list.tier.word()
        ),
    )
}

pub(super) fn review(
    view: &View<'_>,
    m: &mut Move,
    consent: bool,
    opinion: &str,
    actor: &Actor,
    now: Instant,
) {
    let it = view.it;
    let mine = |o: &&Opinion| {
        o.pass == it.pass && o.consent.is_none() && Some(&o.unit) == actor.holder().map(|h| &h.unit)
    };
    let Some(asked) = view.opinions.iter().find(mine) else { return };
    let said =
        Opinion { consent: Some(consent), text: opinion.trim().into(), at: Some(now), ..asked.clone() };
    let left = view.opinions.iter().filter(|o| o.pass == it.pass && o.consent.is_none()).count();
    m.opinions.push(said);
    if !consent {
        m.stage(view, AdmissionState::Mending, now);
        m.tell_applicant(
            "在联合审查中未获同意,请看理由并修改",
            "A unit did not agree: see its reason and change the proposal",
        );
    } else if left == 1 {
        match after(it.door, AdmissionState::Joint) {
            Some((state, _)) => m.stage(view, state, now),
            None => m.stage(view, AdmissionState::Refused, now),
        }
    }
}

pub(super) fn object(
    view: &View<'_>,
    m: &mut Move,
    text: &str,
    actor: &Actor,
    now: Instant,
) -> Result<(), Refusal> {
    let Some(holder) = actor.holder() else { return Ok(()) };
    let mine = |o: &&Objection| o.by == holder.person && o.accepted.is_none();
    if view.objections.iter().filter(mine).count() >= 3 {
        return Err(no(
            "admission.objections",
            "您已有3条异议在等答复,请等答复后再提",
            "Three of your objections wait for an answer: wait for it before you make another",
        ));
    }
    let no = view.objections.iter().map(|o| o.no).max().unwrap_or(0) + 1;
    m.objections.push(Objection {
        no,
        unit: holder.unit.clone(),
        text: text.trim().into(),
        at: now,
        accepted: None,
        answer: String::new(),
        answered: None,
        by: holder.person.clone(),
    });
    m.tell.push(Tell {
        to: Some((view.seats)(AdmissionState::Burden)),
        zh: format!("准入申请“{}”有一条新的异议,请答复", view.it.content.title),
        en: "There is a new objection to a proposal for the lists: please answer it".into(),
    });
    Ok(())
}

pub(super) fn reply(
    view: &View<'_>,
    m: &mut Move,
    a: &AdmissionReply,
    person: Option<&str>,
    now: Instant,
) -> Result<(), Refusal> {
    let open = |o: &&Objection| o.no == a.objection && o.accepted.is_none();
    let found = view.objections.iter().find(open).ok_or_else(|| {
        Refusal::invalid(
            "objection",
            "没有这条待答复的异议",
            "There is no such objection waiting for an answer",
        )
    })?;
    may(
        Some(found.by.as_str()) != person,
        "不能答复自己提出的异议",
        "Nobody answers an objection of his own",
    )?;
    m.objections.push(Objection {
        accepted: Some(a.accepted),
        answer: a.text.trim().into(),
        answered: Some(now),
        ..found.clone()
    });
    m.tell.push(Tell {
        to: Some(Seat { unit: found.unit.clone(), post: None }),
        zh: format!("对准入申请“{}”的异议已有答复", view.it.content.title),
        en: "An objection to a proposal for the lists was answered".into(),
    });
    Ok(())
}

pub(super) fn urge(
    view: &View<'_>,
    m: &mut Move,
    clock: Clock,
    to: Stage,
    actor: &Actor,
    now: Instant,
) -> Result<(), Refusal> {
    may(*actor == Actor::Clock, CLOCK.0, CLOCK.1)?;
    let fits = |d: &&mut Deadline| d.clock == clock && d.wake().is_some_and(|at| at <= now);
    let Some(found) = m.it.clocks.iter_mut().find(fits) else {
        return Err(no("admission.no_clock", "没有到点的时限", "No clock has anything to say"));
    };
    let late = to == Stage::Overdue;
    if late != (found.due <= now) {
        return Err(no("admission.no_clock", "没有到点的时限", "No clock has anything to say"));
    }
    found.stage = to;
    let seat = found.seat.clone();
    let title = &view.it.content.title;
    let (zh, en) = if late {
        ("已超过时限,请尽快办理", "is over its limit: please decide soon")
    } else {
        ("时限将到,请办理", "comes near its limit: please decide")
    };
    let tell = |to: Seat| Tell {
        to: Some(to),
        zh: format!("准入申请“{title}”的“{}”{zh}", view.it.state.zh()),
        en: format!("A proposal for the lists {en}"),
    };
    m.tell.push(tell(seat.clone()));
    let waiting = view.opinions.iter().filter(|o| o.pass == view.it.pass && o.consent.is_none());
    if view.it.state == AdmissionState::Joint {
        m.tell.extend(waiting.map(|o| tell(Seat { unit: o.unit.clone(), post: None })));
    }
    Ok(())
}
