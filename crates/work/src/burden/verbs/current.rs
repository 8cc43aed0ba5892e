//! The burden as every worker's day shows it: of the community, kept in memory for an hour, so that a list of a day costs
//! no read more. Lines of the lists are laid out once for all communities.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::UnitCode;
use wangge_store::{Read, Result};

use super::{lines, samples, terms_at, today};
use crate::{
    World,
    burden::{
        flow::{self, Community, Ground, Line, Year},
        sql,
    },
    matter::Tier,
};

/// What the grid list costs in a community: planned, on average of the year, never what somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = BurdenOfCommunity)]
pub struct Load {
    /// Minutes per person and week.
    pub each: f64,
    /// The ceiling: minutes per person and week.
    pub ceiling: u32,
    /// `each` as a share of the ceiling, in percent.
    pub share: f64,
}

/// What it was worked out from: stamps of the catalogue and the calendars, and the hour. Objects and people are summed
/// once a night, ceilings are dated: an hour is soon enough.
type Stamp = (i64, i64, i64);

#[derive(Debug, Default)]
struct Kept {
    of: Stamp,
    lines: Option<Arc<Vec<Line>>>,
    places: HashMap<UnitCode, Load>,
}

/// Burdens worked out within the hour.
#[derive(Debug, Default)]
pub struct Loads(Mutex<Kept>);

impl Loads {
    /// What is kept under `stamp`; what was kept under another is dropped.
    fn of(&self, stamp: Stamp) -> MutexGuard<'_, Kept> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.of != stamp {
            *kept = Kept { of: stamp, ..Kept::default() };
        }
        kept
    }
}

/// The burden of a community by the grid list; `None` before its first night.
///
/// # Errors
/// What keeps it from reading.
pub fn current(r: &mut Read, world: &World, village: &UnitCode) -> Result<Option<Load>> {
    let now = r.now();
    let stamp = (world.matters.stamp, world.calendars.stamp, now.micros().div_euclid(3_600_000_000));
    let known = {
        let kept = world.loads.of(stamp);
        if let Some(load) = kept.places.get(village) {
            return Ok(Some(*load));
        }
        kept.lines.clone()
    };
    let Some(unit) = world.units.get(village.as_str()) else { return Ok(None) };
    let params = [unit.district().into(), village.into()];
    let Some(it) = r.opt(&sql::GROUND_OF, &params, sql::summed)? else { return Ok(None) };
    let year = Year::of(today(world, now));
    let lines = match known {
        Some(lines) => lines,
        None => {
            let mut all = lines(world, now, year, &samples(r, world, now)?)?;
            all.retain(|line| line.tier == Tier::Grid);
            Arc::new(all)
        }
    };
    let ceiling = terms_at(r, now)?.terms.ceiling(Tier::Grid);
    let (grids, workers, officers) = (it.grids, it.workers, it.officers);
    let here = Community { name: String::new(), objects: it.objects, grids, workers, officers };
    let ground =
        Ground { communities: [(village.clone(), (village.clone(), here))].into(), ..Ground::default() };
    let places = ground.places(Tier::Grid);
    let years = flow::burden(lines.iter(), &places);
    let each = flow::weekly(years[village], year.days, places[village].staff);
    let load = Load { each, ceiling, share: flow::percent(each, ceiling) };
    let mut kept = world.loads.of(stamp);
    kept.lines = Some(lines);
    kept.places.insert(village.clone(), load);
    Ok(Some(load))
}
