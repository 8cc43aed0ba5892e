//! The law of covers: which days, and who may stand in for whom. Pure.

use jiff::civil::Date;
use wangge_base::{Capacity, Instant, Refusal};

use crate::{
    account::{self, Holding},
    unit::{Post, Units},
};

/// Longest cover, in days; whoever is away longer hands the post over.
pub const DAYS: i32 = 92;

/// The time from the beginning of the day `from` (or now, when that is today) to the end of the day `to`,
/// in the city's time zone.
///
/// # Errors
/// Names the day that is wrong.
pub fn period(from: &str, to: &str, zone: &str, now: Instant) -> Result<(Instant, Instant), Refusal> {
    let day = |field: &str, text: &str| {
        text.parse::<Date>().ok().ok_or_else(|| {
            Refusal::invalid(field, "应为日期,如2026-06-02", "A day is wanted, e.g. 2026-06-02")
        })
    };
    let (first, last) = (day("from", from)?, day("to", to)?);
    if last < first {
        return Err(Refusal::invalid("to", "结束日期早于开始日期", "The last day is before the first"));
    }
    let far = |field: &str| {
        Refusal::invalid(
            field,
            "替班最长92天;更长请办理离岗交接",
            "A cover lasts 92 days at most; hand the post over for longer",
        )
    };
    if !first.until(last).is_ok_and(|span| span.get_days() < DAYS) {
        return Err(far("to"));
    }
    let midnight = |date: Date| date.in_tz(zone).ok().map(|at| Instant::from(at.timestamp()));
    let (Some(starts), Some(ends)) = (midnight(first), last.tomorrow().ok().and_then(midnight)) else {
        return Err(far("from"));
    };
    if ends <= now {
        return Err(Refusal::invalid("to", "这段时间已经过去", "That time has passed already"));
    }
    if starts > now.plus_minutes(366 * 24 * 60) {
        return Err(Refusal::invalid("from", "最早提前一年安排", "It can be arranged a year ahead at most"));
    }
    Ok((starts.max(now), ends))
}

/// Whether somebody who holds `others` may stand in for `held`: a colleague of the same unit or of the one
/// right above it, whose own posts do not exclude this one.
///
/// # Errors
/// Says which rule is in the way.
pub fn fits(units: &Units, held: &Holding, others: &[Holding], now: Instant) -> Result<(), Refusal> {
    let centre = units.get(held.unit.as_str()).and_then(|unit| unit.parent()).map(|unit| unit.code());
    // A post held for a few days only makes nobody a colleague.
    let stands = |h: &&Holding| h.holds_at(now) && !(h.capacity == Capacity::Deputy && h.ends.is_some());
    if !others.iter().filter(stands).any(|h| h.unit == held.unit || Some(&h.unit) == centre.as_ref()) {
        return Err(Refusal::invalid(
            "deputy",
            "请选择本单位或上一级单位的同事",
            "Choose a colleague of the same unit or of the one above it",
        ));
    }
    for other in others {
        if account::flow::excludes(other.role, held.role) {
            return Err(apart(
                "系统管理、安全管理、审计三员分立,且不得兼任业务岗位,请选择其他同事",
                "System, security and audit administration exclude each other and every other post: choose somebody else",
            ));
        }
        if other.unit != held.unit {
            continue;
        }
        let names = |one: &Holding, that: &Holding| {
            let post: Option<&Post> = units.post(&one.post);
            post.is_some_and(|post| post.must_not_be_same_as.as_ref() == Some(&that.post))
        };
        if names(held, other) || names(other, held) {
            return Err(apart(
                "此人任着一个不得与该岗位兼任的岗位,请选择其他同事",
                "This colleague holds a post that may not be joined with that one: choose somebody else",
            ));
        }
        if other.post == held.post {
            return Err(Refusal::invalid(
                "deputy",
                "此人也任着这个岗位,不需要替班",
                "This colleague holds that post as well: no cover is needed",
            ));
        }
    }
    Ok(())
}

fn apart(zh: &str, en: &str) -> Refusal {
    Refusal::not_allowed("cover.hands_apart", zh, en)
}
