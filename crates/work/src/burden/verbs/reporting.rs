//! Estimate against measurement, three months after an entry began to count.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Colour, District, Instant, MatterCode, Role, Seat, days_since_epoch};
use wangge_realm::{notice, shards_of, unit::UnitKind};
use wangge_store::{Read, Result, Tx};

use super::{samples, today};
use crate::{
    World,
    burden::{Sample, sql},
    matter::{Matter, Tier},
};

/// Months after which the estimate is held against what was measured.
const MONTHS: i32 = 3;

/// The estimate of an entry against what was measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = EstimateHeld)]
pub struct Held {
    /// The entry.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Its version.
    pub version: i64,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// On whose list.
    pub tier: Tier,
    /// From when it counts.
    #[schema(value_type = String, format = DateTime)]
    pub from: Instant,
    /// The day on which it is held against the measurement: three months later.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// Whether that day has come.
    pub is_due: bool,
    /// The applicant's estimate, minutes.
    pub estimate: u32,
    /// What was measured; absent: fewer than twenty workers offered theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured: Option<Sample>,
    /// How far off the estimate was, percent of it; more than 0: it took longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<f64>,
    /// Whether it was off by more than a third, either way.
    pub wrong: bool,
    /// Occurrences that came onto lists in the last thirteen weeks, by the nightly closes of the whole city.
    pub planned: i64,
    /// Of these done.
    pub done: i64,
}

fn held(
    world: &World,
    matter: &Matter,
    measured: Option<&Sample>,
    (planned, done): (i64, i64),
    now: Instant,
) -> Held {
    let from = today(world, matter.effective_from);
    let due = from.checked_add(jiff::Span::new().months(MONTHS)).unwrap_or(from);
    let estimate = matter.minutes;
    let apart = measured.map(|s| s.minutes.abs_diff(estimate));
    let off = measured.filter(|_| estimate > 0).map(|s| {
        ((f64::from(s.minutes) - f64::from(estimate)) * 1_000.0 / f64::from(estimate)).round() / 10.0
    });
    Held {
        code: matter.code.clone(),
        version: matter.version,
        name_zh: matter.name_zh.clone(),
        name_en: matter.name_en.clone(),
        tier: matter.tier,
        from: matter.effective_from,
        due,
        is_due: due <= today(world, now),
        estimate,
        wrong: apart.is_some_and(|apart| apart * 3 > estimate),
        measured: measured.cloned(),
        off,
        planned,
        done,
    }
}

/// What came onto lists and what was done in the last thirteen weeks, by matter.
fn done(r: &mut Read, world: &World, now: Instant) -> Result<BTreeMap<MatterCode, (i64, i64)>> {
    let since = days_since_epoch(today(world, now)) - 91;
    let shards = shards_of(&world.units, world.units.root());
    let asked: Vec<_> = shards.iter().map(|d| (&sql::DONE_SINCE, vec![d.into(), since.into()])).collect();
    let mut all = BTreeMap::<MatterCode, (i64, i64)>::new();
    for row in r.many(&asked)?.iter().flatten() {
        let (planned, done) = all.entry(row.parse(0)?).or_default();
        (*planned, *done) = (*planned + row.int(1)?, *done + row.int(2)?);
    }
    Ok(all)
}

/// Every entry in force that costs minutes, those that are due and wrong first.
pub fn report(r: &mut Read, world: &World) -> Result<Vec<Held>> {
    let now = r.now();
    let samples = samples(r, world, now)?;
    let standing = world.matters.all(now, None, None);
    let counts = standing.iter().filter(|m| m.minutes > 0 || samples.contains_key(&m.code));
    let done = done(r, world, now)?;
    let of = |code: &MatterCode| done.get(code).copied().unwrap_or_default();
    let mut all: Vec<Held> = counts.map(|m| held(world, m, samples.get(&m.code), of(&m.code), now)).collect();
    all.sort_by(|a, b| {
        let key = |h: &Held| (!(h.is_due && h.wrong), !h.is_due, h.measured.is_none());
        key(a).cmp(&key(b)).then_with(|| a.code.cmp(&b.code))
    });
    Ok(all)
}

/// Tells the list office of the city once of each version whose estimate is due and wrong; answers of how many.
pub fn tell(tx: &mut Tx, world: &World) -> Result<u64> {
    let (now, city) = (tx.now(), District::city());
    let mut told = 0;
    for held in report(tx, world)?.into_iter().filter(|h| h.is_due && h.wrong) {
        let Some(measured) = &held.measured else { continue };
        let row = [
            (&city).into(),
            (&held.code).into(),
            held.version.into(),
            i64::from(held.estimate).into(),
            i64::from(measured.minutes).into(),
            i64::from(measured.workers).into(),
            now.into(),
        ];
        if tx.exec(&sql::PUT_TOLD, &row)? == 0 {
            continue;
        }
        let zh = format!(
            "“{}”估计每次{}分钟,{}名工作人员实测中位数{}分钟,相差超过三分之一,请复核清单",
            held.name_zh, held.estimate, measured.workers, measured.minutes
        );
        let en = format!(
            "“{}” was estimated at {} minutes; the median of {} workers is {}: more than a third off, please look at the entry again",
            held.name_en, held.estimate, measured.workers, measured.minutes
        );
        let office = world.units.posts(UnitKind::City).find(|post| post.role == Role::ListOfficer);
        let unit = world.units.root().clone();
        let to = Seat { post: office.map(|post| post.code.clone()), unit };
        let subject = format!("matter:{}", held.code);
        let new = notice::New {
            to: notice::To::Seat(to.clone()),
            kind: "burden.off",
            colour: Colour::Blue,
            subject: &subject,
            zh: &zh,
            en: &en,
            due: None,
            visible_from: Some(world.hours(&to.unit).next_office(now)),
            drill: false,
        };
        notice::send(tx, &city, &new)?;
        told += 1;
    }
    Ok(told)
}
