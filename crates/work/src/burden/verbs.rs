//! Reading what is needed for a price, and what the lists cost now.

mod current;
mod offering;
mod reporting;
mod summing;
mod terms;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{District, Holder, Instant, MatterCode, Refusal, UnitCode, days_since_epoch};
use wangge_realm::{
    shards_of,
    unit::{Unit, UnitKind, http::UnitName},
};
use wangge_store::{Read, Result};

pub use current::{Load, Loads, current};
pub use offering::{Offer, Offered, forget, offer, samples};
pub use reporting::{Held, report, tell};
pub use summing::{Added, add, is_due, sum, to_add};
pub use terms::{Change, Preview, history, preview, publish, restore, terms_at};

use super::{
    Measure, Overlap, Price, Sample,
    flow::{self, Asked, Community, Ground, Line, Stretch, Year},
    sql,
};
use crate::{
    World,
    duty::{
        self,
        flow::recurrence::{self, Recurrence},
    },
    matter::{Entry, ObjectKind, Tier},
};

/// An entry to be priced.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = PriceAsk)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// The entry as it would stand on the list.
    pub entry: Entry,
    /// Entries given up for it.
    #[schema(value_type = Vec<String>)]
    #[serde(default)]
    pub give_up: Vec<MatterCode>,
    /// Whether its visits are made in one stop with others at the same door.
    #[serde(default)]
    pub merge: bool,
    /// From which day it would count; today when absent.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(default)]
    pub from: Option<Date>,
}

/// A price, and what it stands on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PriceSheet {
    /// The price.
    pub price: Price,
    /// When objects and people were summed.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Instant,
    /// Which version of the ceilings counted.
    pub terms: i64,
    /// What the meter says, as a sentence in Chinese; absent when it fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

/// The occurrences of an entry at one object within a year. Objects that a rule deals out over its window are taken
/// at their latest: what is said to meet then meets for every one of them.
///
/// # Errors
/// A recurrence that is none.
pub fn stretches(world: &World, entry: &Entry, year: Year) -> Result<Vec<Stretch>, Refusal> {
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

/// What stands on the lists at `at`, as far as it costs.
///
/// # Errors
/// A recurrence in force that cannot be read.
pub fn lines(
    world: &World,
    at: Instant,
    year: Year,
    samples: &BTreeMap<MatterCode, Sample>,
) -> Result<Vec<Line>, Refusal> {
    let all = world.matters.all(at, None, None);
    all.iter().map(|m| Ok(Line::of(m, stretches(world, m, year)?, samples.get(&m.code)))).collect()
}

/// The places under a unit and what they bear by, and when that was summed.
///
/// # Errors
/// `burden.not_summed` before the first night; what keeps it from reading.
pub fn ground(r: &mut Read, world: &World, top: Unit<'_>) -> Result<(Ground, Instant)> {
    let shards = shards_of(&world.units, &top.code());
    let districts: Vec<District> = shards.into_iter().filter(|d| *d != District::city()).collect();
    let asked: Vec<_> = districts.iter().map(|d| (&sql::GROUND, vec![d.into()])).collect();
    let (mut ground, mut as_of) = (Ground::default(), None::<Instant>);
    for rows in r.many(&asked)? {
        for row in &rows {
            let it = sql::summed(row)?;
            let Some(unit) = world.units.get(it.unit.as_str()).filter(|u| u.is_under(top)) else { continue };
            as_of = Some(as_of.map_or(it.at, |at| at.min(it.at)));
            let name = unit.name().to_owned();
            if unit.kind() == UnitKind::Town {
                ground.towns.insert(it.unit, (name, it.officers));
            } else if let Some(town) = unit.parent() {
                let (grids, workers, officers) = (it.grids, it.workers, it.officers);
                let here = Community { name, objects: it.objects, grids, workers, officers };
                ground.communities.insert(it.unit, (town.code(), here));
            }
        }
    }
    let none = || {
        Refusal::not_allowed(
            "burden.not_summed",
            "对象和人员数量尚未汇总,请在夜间汇总后再算;急需时请联系系统管理员",
            "Objects and people have not been summed yet: try again after tonight, or ask the system administrator",
        )
    };
    Ok((ground, as_of.ok_or_else(none)?))
}

fn today(world: &World, now: Instant) -> Date {
    world.calendars.get(None).date(now)
}

/// Prices an entry for the whole city. Reads only.
///
/// # Errors
/// `Invalid` for a recurrence that is none and for what is given up and does not stand on the same list.
pub fn price(r: &mut Read, world: &World, ask: &Ask) -> Result<PriceSheet> {
    let now = r.now();
    let year = Year::of(ask.from.unwrap_or_else(|| today(world, now)));
    for (i, code) in ask.give_up.iter().enumerate() {
        let stands = world.matters.effective(code, now).is_ok_and(|m| m.tier == ask.entry.tier);
        if !stands || *code == ask.entry.code {
            return Err(Refusal::invalid(
                &format!("/give_up/{i}"),
                format!("{code}不在同一清单的有效事项中,不能用来置换"),
                format!("{code} is not in force on the same list and cannot be given up for it"),
            )
            .into());
        }
    }
    if ask.entry.minutes > 1_440 {
        return Err(Refusal::invalid("/entry/minutes", "每次最多1440分钟", "At most 1,440 minutes").into());
    }
    let samples = samples(r, world, now)?;
    let line = Line::of(&ask.entry, stretches(world, &ask.entry, year)?, samples.get(&ask.entry.code));
    let standing = lines(world, now, year, &samples)?;
    let (ground, as_of) = ground(r, world, root(world)?)?;
    let terms = terms_at(r, now)?;
    let asked = Asked { line: &line, given_up: &ask.give_up, merge: ask.merge };
    let mut price = flow::price(asked, &standing, &ground, &terms.terms, year);
    // Names of communities repeat.
    for load in &mut price.worst {
        load.name = world.units.told(&load.place);
    }
    let no = price.check().err();
    let (zh, en) = (no.as_ref().map(|n| n.zh.clone()), no.map(|n| n.en));
    Ok(PriceSheet { price, as_of, terms: terms.version, zh, en })
}

fn root(world: &World) -> Result<Unit<'_>, Refusal> {
    let none = || Refusal::not_found("尚未导入单位", "No units have been imported");
    world.units.get(world.units.root().as_str()).ok_or_else(none)
}

/// The burden of one entry of a list in a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LineLoad {
    /// The entry.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// What it is done at; absent: only when somebody reports something, and not counted here.
    pub object: Option<ObjectKind>,
    /// How many of them there are.
    pub objects: u32,
    /// Minutes per occurrence.
    pub minutes: u32,
    /// Where they come from.
    pub measure: Measure,
    /// Occurrences a year at each.
    pub times: u32,
    /// Minutes a week of all together.
    pub week: f64,
    /// Minutes per person and week.
    pub each: f64,
}

/// The burden of a place below.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlaceBurden {
    /// Its code.
    #[schema(value_type = String)]
    pub code: UnitCode,
    /// Its name.
    pub name: String,
    /// How many people share the work.
    pub staff: u32,
    /// How many of its communities (towns for the town's list) have nobody in such a post.
    pub vacant: u32,
    /// Minutes per person and week.
    pub each: f64,
    /// As a share of the ceiling, in percent.
    pub share: f64,
    /// How many of its communities (towns for the town's list) are over the ceiling.
    pub over: u32,
}

/// What a list costs in a place: planned minutes, never what somebody did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BurdenSheet {
    /// The place.
    pub unit: UnitName,
    /// The list.
    pub tier: Tier,
    /// When objects and people were summed.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Instant,
    /// The ceiling, minutes per person and week.
    pub ceiling: u32,
    /// Everything together.
    pub total: PlaceBurden,
    /// Entry by entry, the dearest first.
    pub lines: Vec<LineLoad>,
    /// The places below, down to communities; never a single grid, which is a person.
    pub places: Vec<PlaceBurden>,
}

/// What the list `tier` costs under `unit`.
///
/// # Errors
/// What [`ground`] says; a unit that is no place above the grids.
pub fn sheet(r: &mut Read, world: &World, unit: &UnitCode, tier: Tier) -> Result<BurdenSheet> {
    let now = r.now();
    let top = place(world, unit)?;
    let samples = samples(r, world, now)?;
    let year = Year::of(today(world, now));
    let lines: Vec<Line> =
        lines(world, now, year, &samples)?.into_iter().filter(|l| l.tier == tier).collect();
    let (ground, as_of) = ground(r, world, if tier == Tier::Town { town_of(top) } else { top })?;
    let ceiling = terms_at(r, now)?.terms.ceiling(tier);
    let places = ground.places(tier);
    let years = flow::burden(lines.iter(), &places);
    let bear = |code: UnitCode, name: String, of: &[(&UnitCode, &flow::Place)]| {
        let year_here: u64 = of.iter().map(|(code, _)| years[*code]).sum();
        let staff: u32 = of.iter().map(|(_, p)| p.staff).sum();
        let each = flow::weekly(year_here, year.days, staff);
        let over = of.iter().filter(|(code, p)| flow::exceeds(years[*code], year.days, p.staff, ceiling));
        PlaceBurden {
            code,
            name,
            staff,
            vacant: many(of.iter().filter(|(_, p)| p.vacant).count()),
            each,
            share: flow::percent(each, ceiling),
            over: many(over.count()),
        }
    };
    let all: Vec<_> = places.iter().collect();
    let total = bear(top.code(), top.name().to_owned(), &all);
    let below = top.children().filter(|u| u.is_in_use() && u.kind().is_place() && u.kind() != UnitKind::Grid);
    let mut below: Vec<PlaceBurden> = below
        .filter_map(|child| {
            let inside = |code: &UnitCode| world.units.get(code.as_str()).is_some_and(|u| u.is_under(child));
            let of: Vec<_> = all.iter().filter(|(code, _)| inside(code)).copied().collect();
            (!of.is_empty()).then(|| bear(child.code(), child.name().to_owned(), &of))
        })
        .collect();
    below.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.code.cmp(&b.code)));
    let mut loads: Vec<LineLoad> =
        lines.iter().map(|l| load_of(l, &places, total.staff, year.days)).collect();
    loads.sort_by(|a, b| b.week.total_cmp(&a.week).then_with(|| a.code.cmp(&b.code)));
    Ok(BurdenSheet { unit: top.into(), tier, as_of, ceiling, total, lines: loads, places: below })
}

fn many(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn load_of(line: &Line, places: &BTreeMap<UnitCode, flow::Place>, staff: u32, days: u32) -> LineLoad {
    let year: u64 = places.values().map(|p| line.year_at(p)).sum();
    LineLoad {
        code: line.code.clone(),
        name_zh: line.name_zh.clone(),
        name_en: line.name_en.clone(),
        object: line.object,
        objects: line.object.map_or(0, |kind| places.values().map(|p| p.objects(kind)).sum()),
        minutes: line.minutes,
        measure: if line.workers.is_some() { Measure::Sample } else { Measure::Estimate },
        times: line.times(),
        week: flow::weekly(year, days, 1),
        each: flow::weekly(year, days, staff),
    }
}

/// A place above the grids.
fn place<'a>(world: &'a World, code: &UnitCode) -> Result<Unit<'a>, Refusal> {
    let unit = world.units.get(code.as_str()).filter(|u| u.kind().is_place() && u.kind() != UnitKind::Grid);
    unit.ok_or_else(|| {
        Refusal::invalid(
            "unit",
            "请选择市、区县、镇街或村(社区):网格只有一个人,不单独统计",
            "Choose a city, district, town or village: a grid is one person and is not counted by itself",
        )
    })
}

/// The town's list is borne by the town, whichever of its communities is looked at.
fn town_of(unit: Unit<'_>) -> Unit<'_> {
    if unit.kind() == UnitKind::Village { unit.parent().unwrap_or(unit) } else { unit }
}

/// Visits that could be one stop, of all entries of a list in a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MergeProposal {
    /// The entry whose visits join those of the other.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// What it is done at.
    pub object: ObjectKind,
    /// The other entry, and what is saved.
    pub with: Overlap,
}

/// What could be merged in a place: each entry against those before it on the list, so that no pair stands twice.
///
/// # Errors
/// As [`sheet`].
pub fn overlaps(r: &mut Read, world: &World, unit: &UnitCode, tier: Tier) -> Result<Vec<MergeProposal>> {
    let now = r.now();
    let (samples, year) = (samples(r, world, now)?, Year::of(today(world, now)));
    let lines: Vec<Line> =
        lines(world, now, year, &samples)?.into_iter().filter(|l| l.tier == tier).collect();
    let (ground, _) = ground(r, world, town_or(place(world, unit)?, tier))?;
    let (places, way) = (ground.places(tier), terms_at(r, now)?.terms.way);
    let mut found = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let Some(object) = line.object else { continue };
        let before: Vec<&Line> = lines[..i].iter().collect();
        for merging in flow::mergings(line, &before, &places, way, year.days) {
            let (code, name_zh, name_en) = (line.code.clone(), line.name_zh.clone(), line.name_en.clone());
            found.push(MergeProposal { code, name_zh, name_en, object, with: merging.overlap });
        }
    }
    found.sort_by(|a, b| b.with.saves.total_cmp(&a.with.saves).then_with(|| a.code.cmp(&b.code)));
    Ok(found)
}

fn town_or(unit: Unit<'_>, tier: Tier) -> Unit<'_> {
    if tier == Tier::Town { town_of(unit) } else { unit }
}

/// The burden of whoever works a grid: planned, and for nobody else's eyes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OwnBurden {
    /// Minutes of what is still open today.
    pub today: i64,
    /// Minutes of what comes onto the list in the seven days from today on.
    pub week: i64,
    /// The ceiling, minutes per person and week.
    pub ceiling: u32,
    /// `week` as a share of the ceiling, in percent.
    pub share: f64,
    /// Minutes per person and week in the community on average of the year; absent before the first night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<f64>,
}

/// The burden of the grid whose post `holder` is using.
///
/// # Errors
/// As [`duty::verbs::day_list`]: somebody who works no grid has no such list.
pub fn own(r: &mut Read, world: &World, holder: &Holder) -> Result<OwnBurden> {
    let now = r.now();
    let today = duty::verbs::day_list(r, world, holder, &holder.unit, None)?;
    let ahead = duty::verbs::week(r, world, holder, &holder.unit, None)?;
    let week: i64 = ahead.iter().map(|day| day.minutes).sum();
    let ceiling = terms_at(r, now)?.terms.ceiling(Tier::Grid);
    Ok(OwnBurden {
        today: today.minutes,
        week,
        ceiling,
        share: flow::percent(week as f64, ceiling),
        community: today.burden.map(|load| load.each),
    })
}
