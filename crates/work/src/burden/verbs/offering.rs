//! Minutes that workers offer: voluntary, and stored without who and without the time of day (ADR 0009).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{District, Holder, Instant, MatterCode, Refusal, days_since_epoch};
use wangge_realm::shards_of;
use wangge_store::{Read, Result, Tx};
use wangge_web::once;

use super::today;
use crate::{
    World,
    burden::{Sample, flow, sql},
};

/// Months that are looked back on, the running one among them.
const MONTHS: i32 = 12;
/// Months that samples are kept.
const KEEP: i32 = 24;

/// How long something took, offered by whoever did it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = MinutesOffer)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The matter.
    #[schema(value_type = String)]
    pub matter: MatterCode,
    /// Minutes, the way included; 1 to 480.
    pub minutes: u32,
}

/// What became of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MinutesOffered)]
pub struct Offered {
    /// The month it counts for.
    pub month: String,
    /// How many workers it takes before anybody sees a number.
    pub least: u32,
}

fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

fn months_before(day: Date, n: i32) -> String {
    month(day.checked_sub(jiff::Span::new().months(n)).unwrap_or(day))
}

/// Takes minutes offered by `holder`. Once a month, person and matter: offered again, the last word counts. The row is
/// found again by a hash under the month's key only, so it needs no idempotency key, which would name the person.
///
/// # Errors
/// `Invalid` for minutes that are none; what [`crate::matter::Catalogue::effective`] says.
pub fn offer(tx: &mut Tx, world: &World, holder: &Holder, offer: &Offer) -> Result<Offered> {
    let now = tx.now();
    world.matters.effective(&offer.matter, now)?;
    if !(1..=480).contains(&offer.minutes) {
        return Err(Refusal::invalid("/minutes", "用时应为1至480分钟", "1 to 480 minutes").into());
    }
    let (day, home) = (today(world, now), &holder.home);
    let month = month(day);
    let row = format!("{home}/{month}");
    let fresh: [u8; 32] = tx.random();
    let sealed = world.keys.seal("burden_key", &row, "secret", &fresh)?;
    tx.exec(&sql::PUT_KEY, &[home.into(), month.as_str().into(), sealed.into()])?;
    let sealed = tx.one(&sql::KEY, &[home.into(), month.as_str().into()], |row| row.blob(0))?;
    let key = world.keys.open("burden_key", &row, "secret", &sealed)?;
    let hash = once::digest(&hex(&key), "burden.sample", &(&holder.person, offer.matter.as_str()));
    let values = [
        home.into(),
        hex(&hash).into(),
        (&offer.matter).into(),
        month.as_str().into(),
        day.to_string().into(),
        i64::from(offer.minutes).into(),
    ];
    tx.exec(&sql::PUT_SAMPLE, &values)?;
    Ok(Offered { month, least: flow::LEAST_SAMPLES })
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What was measured, by matter: only what at least twenty workers offered within a month. Today's offers are left out,
/// so that nobody sees a number move as a colleague taps.
pub fn samples(r: &mut Read, world: &World, now: Instant) -> Result<BTreeMap<MatterCode, Sample>> {
    let day = today(world, now);
    let (since, before) = (months_before(day, MONTHS - 1), day.to_string());
    let shards = shards_of(&world.units, world.units.root());
    let params = |d: &District| vec![d.into(), since.as_str().into(), before.as_str().into()];
    let asked: Vec<_> = shards.iter().map(|d| (&sql::SAMPLES, params(d))).collect();
    let mut all = BTreeMap::<MatterCode, BTreeMap<String, flow::Offered>>::new();
    for rows in r.many(&asked)? {
        for row in &rows {
            let offered = all.entry(row.parse(0)?).or_default().entry(row.text(1)?).or_default();
            *offered.entry(sql::count(row, 2)?).or_default() += sql::count(row, 3)?;
        }
    }
    let found = all.iter().filter_map(|(code, months)| flow::sample(code, months));
    Ok(found.map(|sample| (sample.code.clone(), sample)).collect())
}

/// Throws away the keys of months that are over, and samples older than two years.
pub fn forget(tx: &mut Tx, world: &World, district: &District) -> Result<u64> {
    let day = today(world, tx.now());
    let (now, old) = (month(day), months_before(day, KEEP));
    let done = days_since_epoch(day) - 2 * 366;
    Ok(tx.exec(&sql::DROP_DONE, &[district.into(), done.into()])?
        + tx.exec(&sql::DROP_KEYS, &[district.into(), now.into()])?
        + tx.exec(&sql::DROP_SAMPLES, &[district.into(), old.into()])?)
}
