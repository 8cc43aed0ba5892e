//! What a proposal costs: the burden meter asked for each list that it touches. Worked out before the transaction
//! that needs it, on the reading lane.

use std::collections::BTreeMap;

use wangge_base::MatterCode;

use super::*;
use crate::{
    admission::ListBurden,
    burden::{
        Measure, Terms, Verdict,
        flow::{self as meter, Asked, Ground, Line, Year},
        verbs::{ground, lines, samples, stretches, terms_at},
    },
    matter::Tier,
};

/// Prices a proposal: its entries one after the other, each against the lists with those before it, and with what is
/// retired in the same proposal given up.
///
/// # Errors
/// A recurrence that cannot be read, by field; `burden.not_summed` before the first night.
pub fn weigh(read: &mut Read, world: &World, it: &Proposal) -> Result<Burden> {
    let now = read.now();
    let calendar = world.calendars.get(None);
    let day = it.content.from.unwrap_or_else(|| calendar.date(now));
    let year = Year::of(day);
    let terms = terms_at(read, now)?.terms;
    let samples = samples(read, world, now)?;
    let given_up: Vec<MatterCode> =
        it.content.items.iter().filter(|i| i.sort == ProposalSort::Retire).map(|i| i.code.clone()).collect();
    let mut standing = lines(world, now, year, &samples)?;
    let none = || Refusal::not_found("尚未导入单位", "No units have been imported");
    let (ground, _) = ground(read, world, world.units.get(world.units.root().as_str()).ok_or_else(none)?)?;
    let before = standing.clone();
    let mut lists = BTreeMap::<Tier, ListBurden>::new();
    for item in &it.content.items {
        let Some(entry) = item.entry.as_deref() else { continue };
        let line = Line::of(entry, stretches(world, entry, year)?, samples.get(&entry.code));
        let asked = Asked { line: &line, given_up: &given_up, merge: item.merge };
        let price = meter::price(asked, &standing, &ground, &terms, year);
        let worst = price.worst.first();
        let mut list = ListBurden {
            tier: price.tier,
            ceiling: price.ceiling,
            worst: worst.map(|w| w.place.clone()),
            worst_before: worst.map_or(price.before, |w| w.before),
            worst_after: worst.map_or(price.after, |w| w.after),
            city_before: price.before,
            city_after: price.after,
            places_over: price.over,
            estimate: price.measure == Measure::Estimate,
            over: price.verdict != Verdict::Fits,
            swaps: price.swaps.iter().map(|s| s.code.clone()).collect(),
        };
        if let Some(earlier) = lists.get(&price.tier) {
            list.worst_before = earlier.worst_before;
            list.city_before = earlier.city_before;
            list.over |= earlier.over;
            // An entry that costs nothing says nothing of the places: what was said of them stays.
            if list.worst.is_none() {
                list.worst.clone_from(&earlier.worst);
                list.worst_after = earlier.worst_after;
            }
            list.places_over = list.places_over.max(earlier.places_over);
            let more =
                earlier.swaps.iter().filter(|code| !list.swaps.contains(code)).cloned().collect::<Vec<_>>();
            list.swaps.extend(more);
            list.estimate |= earlier.estimate;
        }
        lists.insert(price.tier, list);
        standing.retain(|l| l.code != line.code && !given_up.contains(&l.code));
        standing.push(line);
    }
    // What only leaves makes a list lighter: that is shown too.
    for tier in Tier::ALL {
        let gone = before.iter().any(|l| l.tier == *tier && given_up.contains(&l.code));
        if !gone || lists.contains_key(tier) {
            continue;
        }
        lists.insert(*tier, lighter(*tier, &before, &given_up, &ground, &terms, year));
    }
    Ok(Burden { lists: lists.into_values().collect(), given_up })
}

fn lighter(
    tier: Tier,
    standing: &[Line],
    given_up: &[MatterCode],
    ground: &Ground,
    terms: &Terms,
    year: Year,
) -> ListBurden {
    let places = ground.places(tier);
    let here = || standing.iter().filter(|l| l.tier == tier);
    let (before, after) = (
        meter::burden(here(), &places),
        meter::burden(here().filter(|l| !given_up.contains(&l.code)), &places),
    );
    let weekly =
        |code: &UnitCode, of: u64| meter::weekly(of, year.days, places.get(code).map_or(1, |p| p.staff));
    let worst = after
        .iter()
        .max_by(|a, b| weekly(a.0, *a.1).total_cmp(&weekly(b.0, *b.1)).then_with(|| b.0.cmp(a.0)));
    let people: u32 = places.values().map(|p| p.staff).sum();
    ListBurden {
        tier,
        ceiling: terms.ceiling(tier),
        worst: worst.map(|(code, _)| code.clone()),
        worst_before: worst.map_or(0.0, |(code, _)| weekly(code, before[code])),
        worst_after: worst.map_or(0.0, |(code, of)| weekly(code, *of)),
        city_before: meter::weekly(before.values().sum(), year.days, people),
        city_after: meter::weekly(after.values().sum(), year.days, people),
        places_over: 0,
        estimate: true,
        over: false,
        swaps: Vec::new(),
    }
}
