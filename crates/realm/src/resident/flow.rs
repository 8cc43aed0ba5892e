//! Masks, what a row must be like, and whether a piece of work leads to a building. Pure.

use wangge_base::{Coord, Holder, Refusal};

use super::Errand;
use crate::{
    access::{self, Sight, Subject, Verb},
    premises::flow::around,
};

/// `曾**`: the first character and two stars, whatever the length.
pub fn masked_name(name: &str) -> String {
    name.chars().next().map_or_else(String::new, |first| format!("{first}**"))
}

/// `138****5678`; of a short number nothing but the last two figures.
pub fn masked_phone(phone: &str) -> String {
    let all: Vec<char> = phone.chars().collect();
    let (head, tail) = if all.len() >= 11 { (3, 4) } else { (0, 2.min(all.len() / 2)) };
    let part = |chars: &[char]| chars.iter().collect::<String>();
    format!("{}****{}", part(&all[..head]), part(&all[all.len() - tail..]))
}

/// Whether a text can be a telephone number: 5 to 20 figures, `+`, `-` and spaces.
pub fn is_phone(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    (5..=20).contains(&figures) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' '))
}

/// Whether `holder` may look at who lives in a building because of a piece of work: his post covers the place, he reads
/// the work in full, it is open, and it is at that building.
///
/// # Errors
/// `NotFound` for work that he does not see, `Forbidden` for a post that does not look, `NotAllowed` for work that is
/// over or elsewhere.
pub fn may_look(
    holder: &Holder,
    (place, building): (&Subject, Coord),
    errand: Option<&Errand>,
) -> Result<(), Refusal> {
    access::may(holder, Verb::ResidentLook, place)?;
    let errand =
        errand.filter(|errand| access::sight(holder, &errand.subject) == Sight::Full).ok_or_else(|| {
            Refusal::not_found(
                "没有这个事件,或不在您的职责范围内;住户只能因事查看",
                "There is no such work for you; residents are looked at because of a piece of work only",
            )
        })?;
    if !errand.open {
        return Err(Refusal::not_allowed(
            "resident.over",
            "这件事已经办结,不能再据此查看住户",
            "This piece of work is over and no reason to look any more",
        ));
    }
    let [west, south, east, north] = around(building);
    let here =
        errand.point.is_some_and(|at| (west..=east).contains(&at.lon) && (south..=north).contains(&at.lat));
    if here {
        return Ok(());
    }
    Err(Refusal::not_allowed(
        "resident.elsewhere",
        "这件事不在这栋楼(40米内),不能据此查看这里的住户",
        "This piece of work is not at this building (within 40 m) and no reason to look here",
    ))
}
