//! Loading, publishing and putting back rules, and who is offered first.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{District, Instant, Refusal, Seat, UnitCode};
use wangge_realm::audit;
use wangge_store::{Error, Read, Result, Tx};

use super::{
    Routing, RoutingChange, RoutingRule, RoutingVersion,
    flow::{self, Asked},
    sql,
};
use crate::{
    World,
    case::{self, Place},
    matter::Matter,
};

/// Reads every version.
pub fn load(r: &mut Read) -> Result<Routing> {
    Ok(Routing::new(r.query(&sql::ALL, &[(&District::city()).into()], sql::version)?))
}

/// Changes with every publication: compare it with [`Routing::stamp`].
pub fn stamp(r: &mut Read) -> Result<i64> {
    r.one(&sql::STAMP, &[(&District::city()).into()], |row| row.int(0))
}

/// Rules to be published.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoutingNew {
    /// The whole set as it is to be.
    pub rules: Vec<RoutingRule>,
    /// From when it counts; now when absent.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(default)]
    pub from: Option<Instant>,
    /// Why, 2 to 500 characters.
    pub reason: String,
    /// The newest version that its author saw: refused when another was published since. Absent: whatever there is.
    #[serde(default)]
    pub seen: Option<i64>,
}

/// What a set would change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RoutingPreview {
    /// The version in force.
    pub version: i64,
    /// Rule by rule.
    pub changes: Vec<RoutingChange>,
}

fn check(world: &World, rules: &[RoutingRule], now: Instant) -> Result<(), Refusal> {
    flow::check(rules, |code| world.matters.effective(code, now).ok(), |unit| world.units.exists(unit))
}

/// What `rules` would change of those in force. Reads only.
///
/// # Errors
/// `Invalid` by field.
pub fn preview(r: &mut Read, world: &World, rules: &[RoutingRule]) -> Result<RoutingPreview> {
    let now = r.now();
    check(world, rules, now)?;
    let standing = load(r)?.history();
    let standing = standing.iter().find(|v| v.from.is_none_or(|from| from <= now));
    let before = standing.map_or(&[][..], |v| &v.rules);
    Ok(RoutingPreview { version: standing.map_or(0, |v| v.version), changes: flow::changes(before, rules) })
}

/// Publishes a set. What was published is never changed.
///
/// # Errors
/// `Stale` when somebody published since; `Invalid` by field, for a moment that is past, and for one before the newest
/// version counts.
pub fn publish(tx: &mut Tx, world: &World, new: &RoutingNew, by: &str) -> Result<RoutingVersion> {
    let now = tx.now();
    check(world, &new.rules, now)?;
    if !(2..=500).contains(&new.reason.trim().chars().count()) {
        return Err(
            Refusal::invalid("reason", "请写明理由,2至500个字", "Say why in 2 to 500 characters").into()
        );
    }
    let history = load(tx)?.history();
    let newest = history.first().cloned().unwrap_or_default();
    if new.seen.is_some_and(|seen| seen != newest.version) {
        return Err(Refusal::stale(newest.version).into());
    }
    let from = new.from.unwrap_or(now);
    if from < now || newest.from.is_some_and(|standing| from < standing) {
        return Err(Refusal::invalid(
            "from",
            "生效时间不能早于现在,也不能早于最新一版",
            "It cannot count from before now, nor from before the newest version does",
        )
        .into());
    }
    let made = RoutingVersion {
        version: newest.version + 1,
        rules: new.rules.clone(),
        from: Some(from),
        published: Some(now),
        reason: new.reason.trim().to_owned(),
    };
    let body = serde_json::to_string(&made.rules).map_err(|why| Error::Engine(why.to_string()))?;
    let city = District::city();
    let row = [
        (&city).into(),
        made.version.into(),
        body.into(),
        from.into(),
        now.into(),
        made.reason.as_str().into(),
        by.into(),
    ];
    tx.exec(&sql::INSERT, &row)?;
    let changes = flow::changes(&newest.rules, &made.rules).len();
    let facts = serde_json::json!({ "version": made.version, "changes": changes, "reason": made.reason });
    audit::write(tx, &city, by, audit::Kind::Activated, "routing", &facts)?;
    Ok(made)
}

/// Puts version `n` in force again, as a new version from now on, if the lists of today still allow it.
///
/// # Errors
/// `NotFound`; as [`publish`].
pub fn restore(tx: &mut Tx, world: &World, n: i64, reason: &str, by: &str) -> Result<RoutingVersion> {
    let old = load(tx)?.history().into_iter().find(|v| v.version == n);
    let old = old.ok_or_else(|| Refusal::not_found("没有这个版本", "There is no such version"))?;
    publish(
        tx,
        world,
        &RoutingNew { rules: old.rules, from: None, reason: reason.to_owned(), seen: None },
        by,
    )
}

/// Who is offered first by `rules` at `at`, of those `named` by a matter at a place; none: the matter's own order.
pub fn first(
    world: &World,
    rules: &[RoutingRule],
    (district, place): (&District, &Place),
    matter: &Matter,
    named: &[Seat],
    at: Instant,
) -> Option<Seat> {
    if rules.is_empty() {
        return None;
    }
    let mut units = vec![world.units.root().clone()];
    units.extend(world.units.district_unit(district));
    units.extend([&place.area, &place.town, &place.village, &place.grid].map(UnitCode::clone));
    let hours = world.hours(&place.town);
    let asked =
        Asked { entry: &matter.entry, place: &units, day: hours.date(at), in_office: hours.in_office(at) };
    flow::first(rules, &asked, named, |rule| match (&rule.post, &rule.department) {
        (Some(post), _) => Some(Seat { unit: place.town.clone(), post: Some(post.clone()) }),
        (None, Some(short)) => {
            case::verbs::body_of(world, district, place, short).map(|unit| Seat { unit, post: None })
        }
        (None, None) => None,
    })
}
