//! Ceilings: dated, versioned, shown as a difference before they count, and put back.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use wangge_base::{District, Instant, Refusal};
use wangge_realm::audit;
use wangge_store::{Error, Read, Result, Tx};

use super::{Year, ground, lines, root, samples, today};
use crate::{
    World,
    burden::{Terms, TermsVersion, flow, sql},
    matter::Tier,
};

/// The terms that count at `at`; the example that the program comes with before any were published.
pub fn terms_at(r: &mut Read, at: Instant) -> Result<TermsVersion> {
    let found = r.opt(&sql::TERMS_AT, &[(&District::city()).into(), at.into()], sql::terms)?;
    Ok(found.unwrap_or_else(first))
}

fn first() -> TermsVersion {
    TermsVersion { version: 0, terms: Terms::default(), from: None, published: None, by: None }
}

/// Every version, newest first.
pub fn history(r: &mut Read) -> Result<Vec<TermsVersion>> {
    let mut all = r.query(&sql::TERMS, &[(&District::city()).into()], sql::terms)?;
    all.push(first());
    Ok(all)
}

/// One number that would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BurdenTermsChange)]
pub struct Change {
    /// Which: `grid`, `village`, `town` or `way`.
    pub field: String,
    /// What counts now.
    pub before: u32,
    /// What would count.
    pub after: u32,
}

/// What other terms would change, before anybody decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BurdenTermsPreview)]
pub struct Preview {
    /// The version that counts now.
    pub version: i64,
    /// What would change; empty: nothing.
    pub changes: Vec<Change>,
    /// Communities (towns for the town's list) over the ceiling now, by list.
    pub over_before: Vec<Over>,
    /// The same under the new terms.
    pub over_after: Vec<Over>,
    /// When objects and people were summed.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Instant,
}

/// How many places are over the ceiling of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BurdenTermsOver)]
pub struct Over {
    /// The list.
    pub tier: Tier,
    /// How many places.
    pub places: u32,
}

fn changes(before: &Terms, after: &Terms) -> Vec<Change> {
    let of = |t: &Terms| [("grid", t.grid), ("village", t.village), ("town", t.town), ("way", t.way)];
    let pairs = of(before).into_iter().zip(of(after)).filter(|((_, a), (_, b))| a != b);
    pairs.map(|((field, before), (_, after))| Change { field: field.into(), before, after }).collect()
}

fn check(terms: &Terms) -> Result<(), Refusal> {
    for (field, value) in [("grid", terms.grid), ("village", terms.village), ("town", terms.town)] {
        if !(1..=2_400).contains(&value) {
            return Err(Refusal::invalid(
                &format!("/terms/{field}"),
                "上限应为每人每周1至2400分钟",
                "A ceiling is 1 to 2,400 minutes per person and week",
            ));
        }
    }
    if terms.way > 60 {
        return Err(Refusal::invalid("/terms/way", "路上时间最多60分钟", "At most 60 minutes on the way"));
    }
    if terms.example.chars().count() > 20 {
        return Err(Refusal::invalid("/terms/example", "最多20个字", "At most 20 characters"));
    }
    Ok(())
}

/// What `terms` would change. Reads only.
///
/// # Errors
/// `Invalid` by field.
pub fn preview(r: &mut Read, world: &World, terms: &Terms) -> Result<Preview> {
    check(terms)?;
    let now = r.now();
    let standing = terms_at(r, now)?;
    let (samples, year) = (samples(r, world, now)?, Year::of(today(world, now)));
    let lines = lines(world, now, year, &samples)?;
    let (ground, as_of) = ground(r, world, root(world)?)?;
    let over = |terms: &Terms| {
        let of = |tier: &Tier| {
            let places = ground.places(*tier);
            let years = flow::burden(lines.iter().filter(|l| l.tier == *tier), &places);
            let ceiling = terms.ceiling(*tier);
            let over = places.iter().filter(|(c, p)| flow::exceeds(years[*c], year.days, p.staff, ceiling));
            Over { tier: *tier, places: super::many(over.count()) }
        };
        Tier::ALL.iter().map(of).collect()
    };
    Ok(Preview {
        version: standing.version,
        changes: changes(&standing.terms, terms),
        over_before: over(&standing.terms),
        over_after: over(terms),
        as_of,
    })
}

/// Publishes terms that count from `from` on (now when absent). What was published is never changed.
///
/// # Errors
/// `Invalid` by field, for a day that is past, and for one before the newest version counts.
pub fn publish(tx: &mut Tx, terms: &Terms, from: Option<Instant>, by: &str) -> Result<TermsVersion> {
    check(terms)?;
    let now = tx.now();
    let newest = history(tx)?.into_iter().next().unwrap_or_else(first);
    let from = from.unwrap_or(now);
    if from < now || newest.from.is_some_and(|standing| from < standing) {
        return Err(Refusal::invalid(
            "/from",
            "生效时间不能早于现在,也不能早于最新一版",
            "It cannot count from before now, nor from before the newest version does",
        )
        .into());
    }
    let (version, body) = (newest.version + 1, serde_json::to_string(terms));
    let body = body.map_err(|e| Error::Engine(e.to_string()))?;
    let city = District::city();
    let row = [(&city).into(), version.into(), body.into(), from.into(), now.into(), by.into()];
    tx.exec(&sql::PUT_TERMS, &row)?;
    let facts = json!({ "version": version, "changes": changes(&newest.terms, terms) });
    audit::write(tx, &city, by, audit::Kind::Activated, "burden.terms", &facts)?;
    Ok(TermsVersion {
        version,
        terms: terms.clone(),
        from: Some(from),
        published: Some(now),
        by: Some(by.to_owned()),
    })
}

/// Puts version `n` in force again, as a new version from now on.
///
/// # Errors
/// `NotFound` for a version that is none.
pub fn restore(tx: &mut Tx, n: i64, by: &str) -> Result<TermsVersion> {
    let old = history(tx)?.into_iter().find(|v| v.version == n);
    let old = old.ok_or_else(|| Refusal::not_found("没有这个版本", "There is no such version"))?;
    publish(tx, &old.terms, None, by)
}
