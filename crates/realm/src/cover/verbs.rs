//! Asking a colleague, answering, ending. Whoever does it is a person, whatever post he is using.

use serde_json::json;
use wangge_base::{Capacity, Colour, District, Instant, Ref, Refusal, UnitCode};
use wangge_store::{Event, Read, Result, Tx};

use super::{Cover, CoverState, flow, sql};
use crate::{
    account::{self, Account, Grant, Holding},
    audit, notice,
    unit::Units,
};

/// Days for which a cover that is over is still shown to the two.
const SHOWN: i64 = 30;

/// What somebody who goes on leave asks for.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The post, as held by him.
    pub holding: Ref<Holding>,
    /// The colleague.
    pub deputy: Ref<Account>,
    /// First moment.
    pub starts: Instant,
    /// First moment no longer.
    pub ends: Instant,
}

fn unknown() -> Refusal {
    Refusal::not_found("没有这个替班安排,或与您无关", "There is no such cover that concerns you")
}

/// The post, if it is `me` who holds it, and not as a deputy of somebody else.
fn own(r: &mut Read, me: &Ref<Account>, at: &Ref<Holding>) -> Result<Holding> {
    let now = r.now();
    let held = account::holding(r, at)?;
    if held.person() != *me || held.ends.is_some_and(|ends| ends <= now) {
        return Err(Refusal::not_found("您没有任这个岗位", "You do not hold that post").into());
    }
    let key = [(&at.district).into(), me.into(), at.id.into()];
    if r.one(&sql::IS_COVER, &key, |row| row.int(0))? > 0 {
        return Err(Refusal::not_allowed(
            "cover.of_a_cover",
            "替班的岗位不能再转给别人;如不能继续,请结束替班",
            "A post that you cover yourself cannot be passed on: end the cover if you cannot go on",
        )
        .into());
    }
    Ok(held)
}

/// Colleagues who could stand in for a post of `me`, with the post they hold, by name.
pub fn candidates(
    r: &mut Read,
    units: &Units,
    me: &Ref<Account>,
    at: &Ref<Holding>,
) -> Result<Vec<(Account, Holding)>> {
    let now = r.now();
    let held = own(r, me, at)?;
    let above = units.get(held.unit.as_str()).and_then(|unit| unit.parent()).map(|unit| unit.code());
    let mut out: Vec<(Account, Holding)> = Vec::new();
    for unit in std::iter::once(held.unit.clone()).chain(above) {
        let whole = wangge_base::Seat { unit, post: None };
        for theirs in account::current_holders(r, &me.district, &whole)? {
            let person = theirs.person();
            if person == *me || out.iter().any(|(one, _)| one.at == person) {
                continue;
            }
            let others = account::holdings_of(r, &person)?;
            if flow::fits(units, &held, &others, now).is_ok() {
                out.push((account::person(r, &person)?, theirs));
            }
        }
    }
    out.sort_by(|a, b| a.0.called.cmp(&b.0.called));
    Ok(out)
}

/// Names a colleague for one's own post; nothing changes until that one has agreed.
///
/// # Errors
/// `NotFound` when it is not one's own post, `Invalid` by field, `NotAllowed` by the rules of separation
/// or when somebody is named for that time already.
pub fn ask(tx: &mut Tx, units: &Units, me: &Ref<Account>, it: &Asking) -> Result<Cover> {
    let held = own(tx, me, &it.holding)?;
    let place = crate::place_of(units, &held.unit)?;
    if it.deputy.district != me.district || place.district != me.district {
        return Err(Refusal::invalid(
            "deputy",
            "本人、同事和岗位须在同一区县;否则请联系安全管理员授予岗位",
            "You, your colleague and the post must be at home in one district; otherwise ask the security administrator",
        )
        .into());
    }
    let deputy = account::person(tx, &it.deputy)?;
    if deputy.at == *me || deputy.closed.is_some() {
        return Err(Refusal::invalid("deputy", "请选择另一位在岗同事", "Choose another colleague").into());
    }
    if held.ends.is_some_and(|ends| ends < it.ends) {
        return Err(Refusal::invalid(
            "to",
            "您任这个岗位的时间到不了那一天",
            "You do not hold the post until that day",
        )
        .into());
    }
    let others = account::holdings_of(tx, &deputy.at)?;
    let now = tx.now();
    flow::fits(units, &held, &others, now)?;
    let key = [(&me.district).into(), held.at.id.into(), it.starts.into(), it.ends.into()];
    if tx.opt(&sql::OVERLAPS, &key, sql::cover)?.is_some() {
        return Err(Refusal::not_allowed(
            "cover.arranged",
            "这段时间已经安排了替班,请先结束原来的安排",
            "Somebody is named for that time already: end that first",
        )
        .into());
    }
    let cover = Cover {
        at: Ref::new(me.district.clone(), tx.new_id::<Cover>()),
        holding: held.at.clone(),
        away: me.clone(),
        unit: held.unit,
        post: held.post,
        deputy: deputy.at,
        starts: it.starts,
        ends: it.ends,
        state: CoverState::Asked,
        deputy_holding: None,
    };
    let row = [
        (&cover.at.district).into(),
        cover.at.id.into(),
        cover.holding.id.into(),
        me.into(),
        (&cover.unit).into(),
        (&cover.post).into(),
        (&cover.deputy).into(),
        cover.starts.into(),
        cover.ends.into(),
        now.into(),
    ];
    tx.exec(&sql::ADD, &row)?;
    note(tx, &cover, me, audit::Kind::CoverAsked)?;
    tell(tx, &cover, &cover.deputy, "同事请您替班,请答复", "A colleague asks you to cover: please answer")?;
    Ok(cover)
}

/// The cover, if it concerns `me`.
fn ours(r: &mut Read, me: &Ref<Account>, at: &Ref<Cover>) -> Result<Cover> {
    let found = r.opt(&sql::GET, &[(&at.district).into(), at.id.into()], sql::cover)?;
    found.filter(|it| it.deputy == *me || it.away == *me).ok_or_else(|| unknown().into())
}

/// The colleague agrees, and holds the post as deputy in that time; or cannot, without saying why.
/// Answering twice the same is answering once.
///
/// # Errors
/// `NotFound` for everybody else; `NotAllowed` when it was answered or is over, or when a post that he got
/// meanwhile excludes it.
pub fn answer(tx: &mut Tx, units: &Units, me: &Ref<Account>, at: &Ref<Cover>, agrees: bool) -> Result<Cover> {
    let mut cover = ours(tx, me, at)?;
    let now = tx.now();
    if cover.deputy != *me {
        return Err(unknown().into());
    }
    let wanted = if agrees { CoverState::Accepted } else { CoverState::Declined };
    if cover.state == wanted {
        return Ok(cover);
    }
    if cover.state_at(now) != CoverState::Asked {
        return Err(over());
    }
    if agrees {
        let held = account::holding(tx, &cover.holding)?;
        if held.ends.is_some_and(|ends| ends < cover.ends) {
            return Err(over());
        }
        let others = account::holdings_of(tx, me)?;
        flow::fits(units, &held, &others, now)?;
        let grant = Grant {
            account: me.clone(),
            unit: held.unit,
            post: held.post,
            role: held.role,
            board: held.board,
            capacity: Capacity::Deputy,
            home_unit: None,
            starts: Some(cover.starts.max(now)),
            ends: Some(cover.ends),
            by: cover.away.to_string(),
        };
        cover.deputy_holding = Some(account::grant(tx, &grant)?);
    }
    cover.state = wanted;
    let row = [
        (&at.district).into(),
        at.id.into(),
        wanted.word().into(),
        cover.deputy_holding.as_ref().map(|held| held.id).into(),
        now.into(),
    ];
    if tx.exec(&sql::ANSWER, &row)? == 0 {
        return Err(over());
    }
    note(tx, &cover, me, audit::Kind::CoverAnswered)?;
    let (zh, en) = if agrees {
        ("同事已同意替班", "Your colleague will cover for you")
    } else {
        ("同事不便替班,请另找一位", "Your colleague cannot cover: please ask somebody else")
    };
    tell(tx, &cover, &cover.away, zh, en)?;
    Ok(cover)
}

fn over() -> wangge_store::Error {
    Refusal::not_allowed(
        "cover.answered",
        "这个替班安排已有结果或已结束",
        "This cover has been answered or is over",
    )
    .into()
}

/// Ends a cover before its time: either of the two, or `keeper`, who looks after the unit's roster or its
/// posts. What is over already stays as it is.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn end(
    tx: &mut Tx,
    me: &Ref<Account>,
    at: &Ref<Cover>,
    keeper: impl FnOnce(&UnitCode) -> bool,
) -> Result<Cover> {
    let found = tx.opt(&sql::GET, &[(&at.district).into(), at.id.into()], sql::cover)?;
    let Some(mut cover) = found.filter(|it| it.deputy == *me || it.away == *me || keeper(&it.unit)) else {
        return Err(unknown().into());
    };
    let now = tx.now();
    let row = [(&at.district).into(), at.id.into(), me.into(), now.into()];
    if cover.state_at(now) == CoverState::Ended || tx.exec(&sql::END, &row)? == 0 {
        return Ok(cover);
    }
    if let Some(held) = &cover.deputy_holding {
        let held = account::holding(tx, held)?;
        if held.ends.is_none_or(|ends| ends > now) {
            account::end(tx, &held, None, &me.to_string())?;
        }
    }
    let accepted = cover.state == CoverState::Accepted;
    (cover.state, cover.ends) = (CoverState::Ended, cover.ends.min(now));
    note(tx, &cover, me, audit::Kind::CoverEnded)?;
    for person in [&cover.away, &cover.deputy] {
        if person != me {
            let (zh, en) = if accepted {
                ("替班已提前结束", "The cover has ended early")
            } else {
                ("替班请求已撤回", "The request to cover was taken back")
            };
            tell(tx, &cover, person, zh, en)?;
        }
    }
    Ok(cover)
}

fn note(tx: &mut Tx, cover: &Cover, by: &Ref<Account>, kind: audit::Kind) -> Result<()> {
    let facts = json!({
        "away": cover.away, "deputy": cover.deputy, "unit": cover.unit, "post": cover.post,
        "starts": cover.starts, "ends": cover.ends, "state": cover.state,
    });
    audit::write(tx, &cover.at.district, &by.to_string(), kind, &cover.at.to_string(), &facts)?;
    tx.emit(Event {
        district: cover.at.district.clone(),
        kind: "cover.changed",
        subject: cover.at.to_string(),
        scope: vec![cover.away.to_string(), cover.deputy.to_string()],
        data: json!({}),
    });
    Ok(())
}

fn tell(tx: &mut Tx, cover: &Cover, to: &Ref<Account>, zh: &str, en: &str) -> Result<()> {
    let new = notice::New {
        to: notice::To::Person(to.clone()),
        kind: "cover",
        colour: Colour::Blue,
        subject: &cover.at.to_string(),
        zh,
        en,
        due: None,
        visible_from: None,
        drill: false,
    };
    notice::send(tx, &cover.at.district, &new)?;
    Ok(())
}

/// What concerns `me`: what stands or will, and what was over in the last thirty days.
pub fn mine(r: &mut Read, me: &Ref<Account>) -> Result<Vec<Cover>> {
    let since = r.now().plus_minutes(-SHOWN * 24 * 60);
    r.query(&sql::MINE, &[(&me.district).into(), me.into(), since.into()], sql::cover)
}

/// The covers of a unit that stand or will.
pub fn of_unit(r: &mut Read, district: &District, unit: &UnitCode) -> Result<Vec<Cover>> {
    let now = r.now();
    r.query(&sql::OF_UNIT, &[district.into(), unit.into(), now.into()], sql::cover)
}
