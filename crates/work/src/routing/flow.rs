//! Which rule wins, and what it does to those whom a matter names. Pure.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use jiff::civil::Date;
use wangge_base::{MatterCode, Refusal, Seat, UnitCode};

use super::{RoutingChange, RoutingHours, RoutingRule};
use crate::matter::{Entry, Matter};

/// Most rules of a set.
pub const MOST: usize = 500;

/// A case at the moment of asking.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// Its matter.
    pub entry: &'a Entry,
    /// The units of its place: city, district or zone, town, village, grid, in this order.
    pub place: &'a [UnitCode],
    /// The day.
    pub day: Date,
    /// Whether the office of its town is open.
    pub in_office: bool,
}

impl RoutingRule {
    /// Whether all that it says holds.
    pub fn holds(&self, it: &Asked<'_>) -> bool {
        self.matter.as_ref().is_none_or(|code| *code == it.entry.code)
            && self.board.is_none_or(|board| board == it.entry.board)
            && self.tier.is_none_or(|tier| tier == it.entry.tier)
            && self.unit.as_ref().is_none_or(|unit| it.place.contains(unit))
            && self.hours.is_none_or(|hours| (hours == RoutingHours::Office) == it.in_office)
            && self.from.is_none_or(|from| from <= it.day)
            && self.through.is_none_or(|through| it.day <= through)
    }

    /// How exact it is where it holds: what comes first, then where (the deeper the more exact), then when.
    fn exactness(&self, place: &[UnitCode]) -> (bool, bool, bool, usize, bool, u8) {
        let depth = self.unit.as_ref().and_then(|unit| place.iter().position(|one| one == unit));
        let dates = u8::from(self.from.is_some()) + u8::from(self.through.is_some());
        (
            self.matter.is_some(),
            self.board.is_some(),
            self.tier.is_some(),
            depth.map_or(0, |depth| depth + 1),
            self.hours.is_some(),
            dates,
        )
    }

    /// The same conditions: what one says of anything the other says of the same.
    fn alike(&self, other: &Self) -> bool {
        (&self.matter, self.board, self.tier, &self.unit)
            == (&other.matter, other.board, other.tier, &other.unit)
            && (self.hours, self.from, self.through) == (other.hours, other.from, other.through)
    }
}

/// The rules that hold, the one that wins first. Never a tie: codes are unique within a set.
pub fn order<'a>(rules: &'a [RoutingRule], it: &Asked<'_>) -> Vec<&'a RoutingRule> {
    let mut all: Vec<_> = rules.iter().filter(|rule| rule.holds(it)).collect();
    all.sort_by(|a, b| b.exactness(it.place).cmp(&a.exactness(it.place)).then_with(|| a.code.cmp(&b.code)));
    all
}

/// Who is offered first by the rules: the target of the first that names somebody whom the matter names, too. `seat` says
/// where a rule's target sits at this place.
pub fn first(
    rules: &[RoutingRule],
    it: &Asked<'_>,
    named: &[Seat],
    seat: impl Fn(&RoutingRule) -> Option<Seat>,
) -> Option<Seat> {
    order(rules, it).into_iter().find_map(|rule| seat(rule).filter(|seat| named.contains(seat)))
}

/// Puts `first` before all others; everybody else keeps the order.
pub fn ahead(named: &mut [Seat], first: &Seat) {
    if let Some(at) = named.iter().position(|seat| seat == first) {
        named[..=at].rotate_right(1);
    }
}

/// Checks a set. `matter` gives what is in force under a code, `exists` whether there is such a unit.
///
/// # Errors
/// `Invalid` with every wrong field, `rules.0.post`.
pub fn check(
    rules: &[RoutingRule],
    matter: impl Fn(&MatterCode) -> Option<Arc<Matter>>,
    exists: impl Fn(&UnitCode) -> bool,
) -> Result<(), Refusal> {
    let mut no: Option<Refusal> = None;
    let mut wrong = |field: String, zh: String, en: String| {
        no = Some(match no.take() {
            None => Refusal::invalid(&field, zh, en),
            Some(no) => no.field(&field, zh, en),
        });
    };
    if rules.len() > MOST {
        wrong("rules".into(), format!("最多{MOST}条规则"), format!("At most {MOST} rules"));
    }
    for (n, rule) in rules.iter().enumerate() {
        let mut wrong = |field: &str, zh: &str, en: &str| {
            wrong(
                format!("rules.{n}.{field}"),
                format!("{}:{zh}", rule.code),
                format!("{}: {en}", rule.code),
            );
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if !(1..=20).contains(&rule.code.len()) || !rule.code.chars().all(plain) {
            wrong("code", "编码为1至20个字母、数字或-", "A code has 1 to 20 letters, digits and -");
        }
        if rules[..n].iter().any(|other| other.code == rule.code) {
            wrong("code", "编码重复", "The same code twice");
        }
        if let Some(other) = rules[..n].iter().find(|other| other.alike(rule)) {
            wrong(
                "code",
                &format!("与{}的条件完全相同,无法判断听谁的;请合并或改条件", other.code),
                &format!(
                    "The same conditions as {}: make one of them, or change what they ask for",
                    other.code
                ),
            );
        }
        if rule.unit.as_ref().is_some_and(|unit| !exists(unit)) {
            wrong("unit", "没有这个单位,或已撤销", "There is no such unit, or it has ended");
        }
        if rule.from.zip(rule.through).is_some_and(|(from, through)| through < from) {
            wrong("through", "结束日期早于开始日期", "It ends before it begins");
        }
        if rule.note.chars().count() > 200 {
            wrong("note", "最多200个字", "At most 200 characters");
        }
        if rule.post.is_some() == rule.department.is_some() {
            wrong("post", "请选择一个岗位或一个部门", "Choose one post or one department");
            continue;
        }
        let Some(code) = &rule.matter else { continue };
        let Some(entry) = matter(code) else {
            wrong("matter", "清单上没有生效的这个事项", "No list has this matter in force");
            continue;
        };
        let posts = std::iter::once(&entry.lead_post).chain(&entry.assist_posts);
        let named = rule.post.as_ref().is_some_and(|post| posts.into_iter().any(|one| one == post))
            || rule.department.as_ref().is_some_and(|short| {
                entry.lead_department.iter().chain(&entry.assist_departments).any(|one| one == short)
            });
        if !named {
            wrong(
                if rule.post.is_some() { "post" } else { "department" },
                "事项没有列明由其牵头或协办;规则只定先后,要增加承办单位请提出准入申请(调整)",
                "The matter does not name it as leading or assisting: a rule only puts in order. To charge somebody else, propose a change (admission)",
            );
        }
    }
    no.map_or(Ok(()), Err)
}

/// What became of the rules, by code.
pub fn changes(before: &[RoutingRule], after: &[RoutingRule]) -> Vec<RoutingChange> {
    let mut codes: Vec<&str> = before.iter().chain(after).map(|rule| rule.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let find = |all: &[RoutingRule], code: &str| all.iter().find(|rule| rule.code == code).cloned();
    let pairs = codes.into_iter().map(|code| (code, find(before, code), find(after, code)));
    pairs
        .filter(|(_, before, after)| before != after)
        .map(|(code, before, after)| RoutingChange { code: code.to_owned(), before, after })
        .collect()
}
