//! The arithmetic of the burden. Pure: no storage, no clock. Sums are whole minutes of one year, exact and
//! additive; only what a person reads is divided by weeks and people.

pub mod known;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use wangge_base::{MatterCode, Refusal, UnitCode};

use super::{Measure, Overlap, PlaceLoad, Price, Sample, Swap, Terms, Verdict};
use crate::matter::{Entry, ObjectKind, Tier};

/// A median counts when at least so many workers offered their minutes within one month.
pub const LEAST_SAMPLES: u32 = 20;
/// Places named in a price.
const WORST: usize = 10;
/// Entries proposed to be given up.
const SWAPS: usize = 5;

/// The year over which occurrences are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// Its first day.
    pub from: Date,
    /// How many days it has: 365, or 366 with a 29 February in it.
    pub days: u32,
}

impl Year {
    /// The year that begins on `from`.
    pub fn of(from: Date) -> Self {
        let to = from.checked_add(jiff::Span::new().years(1)).unwrap_or(from);
        let days = from.until(to).map_or(365, |span| span.get_days());
        Self { from, days: u32::try_from(days).unwrap_or(365).max(1) }
    }
}

/// An occurrence at one object: the first and the last day on which it may be done, in days since 1970-01-01.
pub type Stretch = (i64, i64);

/// An entry as far as it costs: the applicant's estimate or what was measured, and its occurrences in the year.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The entry.
    pub code: MatterCode,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// On whose list.
    pub tier: Tier,
    /// Minutes per occurrence.
    pub minutes: u32,
    /// The applicant's estimate.
    pub estimate: u32,
    /// How many workers measured it.
    pub workers: Option<u32>,
    /// What it is done at.
    pub object: Option<ObjectKind>,
    /// Its occurrences at one object within the year, ascending.
    pub stretches: Vec<Stretch>,
    /// Whether a trigger sets it off besides, and for how many days.
    pub trigger: Option<u8>,
    /// What it asks for.
    pub fields: Vec<String>,
}

impl Line {
    /// Reads an entry; `stretches` are its occurrences at one object in the year, none without a recurrence.
    pub fn of(entry: &Entry, stretches: Vec<Stretch>, sample: Option<&Sample>) -> Self {
        let measured = sample.filter(|s| s.workers >= LEAST_SAMPLES);
        Self {
            code: entry.code.clone(),
            name_zh: entry.name_zh.clone(),
            name_en: entry.name_en.clone(),
            tier: entry.tier,
            minutes: measured.map_or(entry.minutes, |s| s.minutes),
            estimate: entry.minutes,
            workers: measured.map(|s| s.workers),
            object: entry.duty.as_ref().map(|d| d.object),
            stretches: if entry.duty.is_some() { stretches } else { Vec::new() },
            trigger: entry.duty.as_ref().and_then(|d| d.trigger).map(|t| t.days),
            fields: entry.fields.clone(),
        }
    }

    /// Occurrences at one object in the year.
    pub fn times(&self) -> u32 {
        u32::try_from(self.stretches.len()).unwrap_or(u32::MAX)
    }

    /// Minutes of the year at `place`.
    pub fn year_at(&self, place: &Place) -> u64 {
        self.object.map_or(0, |kind| {
            u64::from(self.minutes) * u64::from(self.times()) * u64::from(place.objects(kind))
        })
    }
}

/// A place and who bears one list there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// How many objects of each kind it has.
    pub objects: BTreeMap<ObjectKind, u32>,
    /// How many people share the work; at least one.
    pub staff: u32,
    /// Nobody holds such a post there: `staff` counts the posts.
    pub vacant: bool,
}

impl Place {
    /// How many objects of a kind.
    pub fn objects(&self, kind: ObjectKind) -> u32 {
        self.objects.get(&kind).copied().unwrap_or(0)
    }
}

/// A village or community, as the meter knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Community {
    /// Its name.
    pub name: String,
    /// Objects by kind; its grids among them.
    pub objects: BTreeMap<ObjectKind, u32>,
    /// Its grids.
    pub grids: u32,
    /// Full-time grid workers of its grids.
    pub workers: u32,
    /// Its officers.
    pub officers: u32,
}

/// Where the objects are and who is there: per community, and per town for the town's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// By community, with its town.
    pub communities: BTreeMap<UnitCode, (UnitCode, Community)>,
    /// Name and officers of the town's posts, by town.
    pub towns: BTreeMap<UnitCode, (String, u32)>,
}

impl Ground {
    /// The places that bear a list, with those who do.
    pub fn places(&self, tier: Tier) -> BTreeMap<UnitCode, Place> {
        let staffed = |held: u32, posts: u32| (if held > 0 { held } else { posts.max(1) }, held == 0);
        if tier != Tier::Town {
            let place = |it: &Community| {
                let (staff, vacant) = match tier {
                    Tier::Grid => staffed(it.workers, it.grids),
                    Tier::Village | Tier::Town => staffed(it.officers, 1),
                };
                Place { name: it.name.clone(), objects: it.objects.clone(), staff, vacant }
            };
            return self.communities.iter().map(|(code, (_, it))| (code.clone(), place(it))).collect();
        }
        let mut towns = BTreeMap::<UnitCode, Place>::new();
        for (town, it) in self.communities.values() {
            let (name, officers) = self.towns.get(town).cloned().unwrap_or_default();
            let (staff, vacant) = staffed(officers, 1);
            let empty = || Place { name, staff, vacant, objects: BTreeMap::new() };
            let place = towns.entry(town.clone()).or_insert_with(empty);
            for (kind, n) in &it.objects {
                *place.objects.entry(*kind).or_default() += n;
            }
        }
        towns
    }
}

/// Minutes of a year as minutes per person and week, rounded to a tenth.
pub fn weekly(year: u64, days: u32, staff: u32) -> f64 {
    let (tenths, whole) = (u128::from(year) * 70, u128::from(days.max(1)) * u128::from(staff.max(1)));
    ((tenths + whole / 2) / whole) as f64 / 10.0
}

/// Whether minutes of a year are more than `ceiling` minutes per person and week: exact.
pub fn exceeds(year: u64, days: u32, staff: u32, ceiling: u32) -> bool {
    u128::from(year) * 7 > u128::from(ceiling) * u128::from(days.max(1)) * u128::from(staff.max(1))
}

/// A share in percent, rounded to a tenth.
pub fn percent(part: f64, whole: u32) -> f64 {
    (part * 1_000.0 / f64::from(whole.max(1))).round() / 10.0
}

/// Minutes of the year of each place by `lines`, which all stand on the list that `places` bear.
pub fn burden<'a>(
    lines: impl Iterator<Item = &'a Line>,
    places: &BTreeMap<UnitCode, Place>,
) -> BTreeMap<UnitCode, u64> {
    let mut per_object = BTreeMap::<ObjectKind, u64>::new();
    for line in lines {
        if let Some(kind) = line.object {
            *per_object.entry(kind).or_default() += u64::from(line.minutes) * u64::from(line.times());
        }
    }
    let at =
        |place: &Place| per_object.iter().map(|(kind, year)| year * u64::from(place.objects(*kind))).sum();
    places.iter().map(|(code, place)| (code.clone(), at(place))).collect()
}

/// Offered minutes and by how many workers each.
pub type Offered = BTreeMap<u32, u32>;

/// How many workers offered something, and the median of it, a half rounded up; `None` of fewer than
/// [`LEAST_SAMPLES`].
pub fn median(offered: &Offered) -> Option<(u32, u32)> {
    let workers: u32 = offered.values().sum();
    if workers < LEAST_SAMPLES {
        return None;
    }
    let nth = |n: u32| {
        let mut seen = 0;
        let found = offered.iter().find(|(_, count)| {
            seen += **count;
            seen > n
        });
        found.map_or(0, |(minutes, _)| *minutes)
    };
    Some((workers, (nth((workers - 1) / 2) + nth(workers / 2)).div_ceil(2)))
}

/// The newest month in which enough workers offered minutes for a matter. Months are not added up: within one
/// each worker counts once, over several the same one would count twice.
pub fn sample(code: &MatterCode, months: &BTreeMap<String, Offered>) -> Option<Sample> {
    months.iter().rev().find_map(|(month, offered)| {
        let (workers, minutes) = median(offered)?;
        Some(Sample { code: code.clone(), month: month.clone(), workers, minutes })
    })
}

/// Whether visits to objects of the two kinds can be one stop: the same object, or somebody who lives in a
/// household that is visited anyway.
pub fn same_door(a: ObjectKind, b: ObjectKind) -> bool {
    use ObjectKind::{Child, Elder, Household};
    a == b || matches!((a, b), (Household, Elder | Child) | (Elder | Child, Household))
}

/// How many occurrences of `a` meet one of `b` within both their windows, each counted once. Takes the ones that
/// met out of `free`, the indices of `a` that nobody has met yet.
fn meet(a: &[Stretch], b: &[Stretch], free: &mut BTreeSet<usize>) -> u32 {
    let (mut met, mut at) = (0, 0);
    for i in free.clone() {
        let (first, last) = a[i];
        while at < b.len() && b[at].1 < first {
            at += 1;
        }
        if at < b.len() && b[at].0 <= last {
            free.remove(&i);
            at += 1;
            met += 1;
        }
    }
    met
}

/// A possible merging of visits, with the minutes of the year it saves at each place.
#[derive(Clone, Debug, PartialEq)]
pub struct Merging {
    /// What is shown.
    pub overlap: Overlap,
    /// Minutes of the year by place.
    pub saved: BTreeMap<UnitCode, u64>,
}

/// Where visits of `line` meet visits of others at the same doors, most meetings first come first: an occurrence is
/// merged once.
pub fn mergings(
    line: &Line,
    others: &[&Line],
    places: &BTreeMap<UnitCode, Place>,
    way: u32,
    days: u32,
) -> Vec<Merging> {
    let Some(kind) = line.object else { return Vec::new() };
    let mut free: BTreeSet<usize> = (0..line.stretches.len()).collect();
    let mut found = Vec::new();
    for other in others {
        let Some(theirs) = other.object.filter(|theirs| same_door(kind, *theirs)) else { continue };
        let visits = meet(&line.stretches, &other.stretches, &mut free);
        let each = u64::from(visits) * u64::from(way.min(line.minutes).min(other.minutes));
        let shared = |place: &Place| place.objects(kind).min(place.objects(theirs));
        let doors: u32 = places.values().map(shared).sum();
        if visits == 0 || doors == 0 {
            continue;
        }
        let saved: BTreeMap<_, _> =
            places.iter().map(|(code, place)| (code.clone(), each * u64::from(shared(place)))).collect();
        let overlap = Overlap {
            code: other.code.clone(),
            name_zh: other.name_zh.clone(),
            name_en: other.name_en.clone(),
            doors,
            visits,
            saves: weekly(saved.values().sum(), days, 1),
            fields: line.fields.iter().filter(|f| other.fields.contains(f)).cloned().collect(),
        };
        found.push(Merging { overlap, saved });
    }
    found
}

/// What an entry is asked for with.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The entry.
    pub line: &'a Line,
    /// Entries given up for it; only those of its own list make room.
    pub given_up: &'a [MatterCode],
    /// Whether its visits are made in one stop with others at the same door.
    pub merge: bool,
}

/// Prices an entry against the lists in force. An older version of it that is in force is replaced by it.
pub fn price(asked: Asked<'_>, standing: &[Line], ground: &Ground, terms: &Terms, year: Year) -> Price {
    let Asked { line, given_up, merge } = asked;
    let (days, ceiling) = (year.days, terms.ceiling(line.tier));
    let places = ground.places(line.tier);
    let here = || standing.iter().filter(|l| l.tier == line.tier);
    let stays = |l: &&Line| l.code != line.code && !given_up.contains(&l.code);
    let before = burden(here(), &places);
    let kept = burden(here().filter(stays), &places);
    let own = burden(std::iter::once(line), &places);
    let others: Vec<&Line> = here().filter(stays).collect();
    let mergings = mergings(line, &others, &places, terms.way, days);
    let year_of = |code: &UnitCode, merged: bool| {
        let saved: u64 = if merged { mergings.iter().filter_map(|m| m.saved.get(code)).sum() } else { 0 };
        kept[code] + own[code] - saved.min(own[code])
    };
    // Whoever is over it already is not made worse: that alone is no reason to refuse.
    let over = |code: &UnitCode, after: u64| {
        exceeds(after, days, places[code].staff, ceiling) && after > before[code]
    };
    let too_much: Vec<&UnitCode> = places.keys().filter(|code| over(code, year_of(code, merge))).collect();
    let verdict = if too_much.is_empty() {
        Verdict::Fits
    } else if !merge && places.keys().all(|code| !over(code, year_of(code, true))) {
        Verdict::Merge
    } else if too_much.iter().any(|code| {
        let saved: u64 = mergings.iter().filter_map(|m| m.saved.get(*code)).sum();
        exceeds(own[*code] - saved.min(own[*code]), days, places[*code].staff, ceiling)
    }) {
        Verdict::Refused
    } else {
        Verdict::Swap
    };
    let mut worst: Vec<PlaceLoad> = places
        .iter()
        .filter(|(code, _)| own[*code] > 0)
        .map(|(code, place)| {
            let after = weekly(year_of(code, merge), days, place.staff);
            PlaceLoad {
                place: code.clone(),
                name: place.name.clone(),
                objects: line.object.map_or(0, |kind| place.objects(kind)),
                staff: place.staff,
                vacant: place.vacant,
                before: weekly(before[code], days, place.staff),
                after,
                share: percent(after, ceiling),
            }
        })
        .collect();
    let touched = u32::try_from(worst.len()).unwrap_or(u32::MAX);
    worst.sort_by(|a, b| b.after.total_cmp(&a.after).then_with(|| a.place.cmp(&b.place)));
    worst.truncate(WORST);
    let swaps = if verdict == Verdict::Swap {
        swaps(&others, &too_much, &places, days, |code, freed| {
            over(code, year_of(code, merge).saturating_sub(freed))
        })
    } else {
        Vec::new()
    };
    let people: u32 = places.values().map(|p| p.staff).sum();
    let objects: u32 = line.object.map_or(0, |kind| places.values().map(|p| p.objects(kind)).sum());
    let total: u64 = own.values().sum();
    let saved: u64 = mergings.iter().flat_map(|m| m.saved.values()).sum();
    let fields = known::uses(&line.fields);
    let filled = fields.iter().filter(|f| f.known.is_some()).count() as u64;
    Price {
        code: line.code.clone(),
        tier: line.tier,
        role: line.tier.role(),
        minutes: line.minutes,
        measure: if line.workers.is_some() { Measure::Sample } else { Measure::Estimate },
        estimate: line.estimate,
        workers: line.workers,
        object: line.object,
        objects,
        times: line.times(),
        days,
        from: year.from,
        year: total,
        week: weekly(total, days, 1),
        saves: weekly(saved, days, 1),
        merged: merge,
        each_trigger: line.trigger.map(|_| {
            (f64::from(line.minutes) * f64::from(objects) * 10.0 / f64::from(people.max(1))).round() / 10.0
        }),
        ceiling,
        before: weekly(before.values().sum(), days, people),
        after: weekly(places.keys().map(|code| year_of(code, merge)).sum(), days, people),
        places: touched,
        over: u32::try_from(too_much.len()).unwrap_or(u32::MAX),
        worst,
        verdict,
        given_up: given_up.to_vec(),
        swaps,
        overlaps: mergings.into_iter().map(|m| m.overlap).collect(),
        fields,
        saved_entries: filled * u64::from(line.times()) * u64::from(objects),
    }
}

/// What could be given up: first what is enough by itself, the least of it first; else what frees most.
fn swaps(
    others: &[&Line],
    too_much: &[&UnitCode],
    places: &BTreeMap<UnitCode, Place>,
    days: u32,
    still_over: impl Fn(&UnitCode, u64) -> bool,
) -> Vec<Swap> {
    let mut found: Vec<Swap> = others
        .iter()
        .filter_map(|line| {
            let freed = |code: &UnitCode| line.year_at(&places[code]);
            let frees = too_much.iter().map(|code| weekly(freed(code), days, places[*code].staff));
            let frees = frees.fold(0.0, f64::max);
            (frees > 0.0).then(|| Swap {
                code: line.code.clone(),
                name_zh: line.name_zh.clone(),
                name_en: line.name_en.clone(),
                frees,
                enough: too_much.iter().all(|code| !still_over(code, freed(code))),
            })
        })
        .collect();
    found.sort_by(|a, b| {
        let by_frees = if a.enough { a.frees.total_cmp(&b.frees) } else { b.frees.total_cmp(&a.frees) };
        b.enough.cmp(&a.enough).then(by_frees).then_with(|| a.code.cmp(&b.code))
    });
    found.truncate(SWAPS);
    found
}

fn joined<'a>(names: impl Iterator<Item = &'a str>, by: &str) -> String {
    names.collect::<Vec<_>>().join(by)
}

impl Price {
    /// Whether the entry may go on in its admission.
    ///
    /// # Errors
    /// `burden.merge`, `burden.swap` or `burden.refused`: how much too much, where, and what would help.
    pub fn check(&self) -> Result<(), Refusal> {
        let Some(worst) = self.worst.first().filter(|_| self.verdict != Verdict::Fits) else { return Ok(()) };
        let (ceiling, over) = (self.ceiling, self.over);
        let zh = format!(
            "{over}个地方将超过每人每周{ceiling}分钟的上限,最多的{}将达{}分钟",
            worst.name, worst.after
        );
        let en = format!(
            "{over} places would come over the ceiling of {ceiling} minutes per person and week, {} with {} minutes most of all",
            worst.name, worst.after
        );
        Err(match self.verdict {
            Verdict::Merge => {
                let with = joined(self.overlaps.iter().map(|o| &*o.name_zh), "、");
                let and = joined(self.overlaps.iter().map(|o| &*o.name_en), ", ");
                Refusal::not_allowed(
                    "burden.merge",
                    format!("{zh};请与“{with}”合并为一次走访后再报"),
                    format!("{en}. Make one stop of it with {and} and apply again"),
                )
            }
            Verdict::Swap => {
                let with = joined(self.swaps.iter().map(|s| &*s.name_zh), "、");
                let and = joined(self.swaps.iter().map(|s| &*s.name_en), ", ");
                Refusal::not_allowed(
                    "burden.swap",
                    format!("{zh};请选择退出一项后再报,可选:{with}"),
                    format!("{en}. Give something up for it and apply again, for example: {and}"),
                )
            }
            Verdict::Fits | Verdict::Refused => Refusal::not_allowed(
                "burden.refused",
                format!("{zh};仅此一项就已超限,请减少次数、对象或用时"),
                format!(
                    "{en}. It is too much all by itself: ask for it less often, at fewer objects or for less time"
                ),
            ),
        })
    }
}
