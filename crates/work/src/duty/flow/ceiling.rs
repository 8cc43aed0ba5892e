//! What a trigger costs a grid in the week from a day on, and what gives way when that is more than its list may cost.
//! Pure. Nothing is refused: who is in danger is visited, and what can wait is named.

use std::{collections::BTreeMap, sync::Arc};

use wangge_base::words;

use super::super::{Day, Occurrence};
use crate::matter::{Matter, Missed, Urgency};

/// Days over which the ceiling is asked.
pub const WEEK: Day = 7;

words!(
    /// How a stop gives way to what was set off.
    GivesWay {
        /// 可延后: its window reaches beyond the week, or it carries over
        Later = "later",
        /// 可不办: it lapses by its own rule, and the next one will do
        Lapse = "lapse",
    }
);

/// An open stop of the week.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Which one.
    pub of: Occurrence,
    /// Its matter, in the version that counts for it.
    pub matter: Arc<Matter>,
    /// The last day on which it may be done; for what carries over, the last on which it should have been.
    pub last: Day,
}

/// The week of a grid: minutes are estimates of the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// What stands in it, with what was set off.
    pub minutes: i64,
    /// Of these: what was set off.
    pub triggered: i64,
    /// What it may cost.
    pub ceiling: i64,
    /// What is left when all has given way that has to, or may.
    pub left: i64,
    /// What gives way: nothing while the ceiling holds.
    pub gives_way: BTreeMap<Occurrence, GivesWay>,
}

impl Week {
    /// Whether it came over the ceiling.
    pub const fn passed(&self) -> bool {
        self.minutes > self.ceiling
    }
    /// Whether it stays over the ceiling with everything given up that may be.
    pub const fn over(&self) -> bool {
        self.left > self.ceiling
    }
}

/// How a stop may give way in the week from `day` on, and how soon: the lower the sooner. What was set off and what is
/// urgent does not.
fn way(stop: &Stop, day: Day) -> Option<(u8, GivesWay)> {
    let rule = stop.matter.duty.as_ref()?;
    if stop.of.trigger.is_some() || stop.matter.urgency != Urgency::Ordinary {
        return None;
    }
    Some(match rule.missed {
        _ if stop.last >= day + WEEK => (0, GivesWay::Later),
        Missed::Carry => (1, GivesWay::Later),
        Missed::Lapse => (2, GivesWay::Lapse),
    })
}

/// Adds a week up and says what gives way, and no more than it takes: first what may still be done after the week, then
/// what carries over, then what lapses by its own rule; of each what is due last goes first.
pub fn week(stops: &[Stop], day: Day, ceiling: i64) -> Week {
    let cost = |stop: &Stop| i64::from(stop.matter.minutes);
    let minutes = stops.iter().map(cost).sum();
    let triggered = stops.iter().filter(|stop| stop.of.trigger.is_some()).map(cost).sum();
    let mut it = Week { minutes, triggered, ceiling, left: minutes, gives_way: BTreeMap::new() };
    let mut may: Vec<((u8, GivesWay), &Stop)> =
        stops.iter().filter(|stop| cost(stop) > 0).filter_map(|stop| Some((way(stop, day)?, stop))).collect();
    may.sort_by_key(|((soon, _), stop)| (*soon, -stop.last, stop.of.clone()));
    for ((_, way), stop) in may {
        if !it.over() {
            break;
        }
        it.left -= cost(stop);
        it.gives_way.insert(stop.of.clone(), way);
    }
    it
}
