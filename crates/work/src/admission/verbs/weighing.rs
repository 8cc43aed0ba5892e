//! What a proposal costs: the burden meter asked for each list that it touches. Worked out before the transaction
//! that needs it, on the reading lane.

use std::collections::BTreeMap;

use wangge_base::{MatterCode, days_since_epoch};
use wangge_realm::unit::Unit;

use super::*;
use crate::{
    admission::ListBurden,
    burden::{
        Measure, Terms, Verdict,
        flow::{self as meter, Asked, Community, Ground, Line, Stretch, Year},
    },
    duty::flow::recurrence::{self, Recurrence},
    matter::{Entry, ObjectKind, Tier},
};

/// Prices a proposal: its entries one after the other, each against the lists with those before it, and with what is
/// retired in the same proposal given up.
///
/// # Errors
/// A recurrence that cannot be read, by field.
pub fn weigh(world: &World, it: &Proposal, now: Instant) -> Result<Burden> {
    let calendar = world.calendars.get(None);
    let day = it.content.from.unwrap_or_else(|| calendar.date(now));
    let year = Year::of(day);
    let terms = Terms::default();
    let given_up: Vec<MatterCode> =
        it.content.items.iter().filter(|i| i.sort == Sort::Retire).map(|i| i.code.clone()).collect();
    let mut standing = Vec::new();
    for m in world.matters.all(now, None, None) {
        standing.push(Line::of(&m, stretches(world, &m, year)?, None));
    }
    let ground = ground(world);
    let before = standing.clone();
    let mut lists = BTreeMap::<Tier, ListBurden>::new();
    for entry in it.content.items.iter().filter_map(|i| i.entry.as_deref()) {
        let line = Line::of(entry, stretches(world, entry, year)?, None);
        let asked = Asked { line: &line, given_up: &given_up, merge: false };
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

/// The occurrences of an entry at one object within a year.
fn stretches(world: &World, entry: &Entry, year: Year) -> std::result::Result<Vec<Stretch>, Refusal> {
    let Some((rule, text)) = entry.duty.as_ref().and_then(|d| Some((d, d.recurrence.as_deref()?))) else {
        return Ok(Vec::new());
    };
    let calendar = world.calendars.get(None);
    let workday = |day: i64| calendar.is_workday(wangge_base::civil_date(day));
    let first = days_since_epoch(year.from);
    let last = first + i64::from(year.days) - 1;
    let days = Recurrence::compile(text, last + recurrence::LONGEST)?;
    let each = days.within(first, last).filter_map(|nominal| {
        let it = recurrence::stretch(rule, &days, &workday, nominal)?;
        Some((it.openings.last().copied().unwrap_or(nominal), it.last))
    });
    Ok(each.collect())
}

/// The places as the unit tree knows them: every grid an object of its own, one worker to a grid.
fn ground(world: &World) -> Ground {
    let mut ground = Ground::default();
    let villages = world.units.all().filter(|u| u.kind() == UnitKind::Village && u.is_in_use());
    for village in villages {
        let Some(town) = village.parent() else { continue };
        let grids =
            u32::try_from(village.children().filter(|u: &Unit<'_>| u.kind() == UnitKind::Grid).count())
                .unwrap_or(0);
        let here =
            Community { objects: BTreeMap::from([(ObjectKind::Grid, grids)]), grids, ..Community::default() };
        ground.communities.insert(village.code(), (town.code(), here));
    }
    ground
}
