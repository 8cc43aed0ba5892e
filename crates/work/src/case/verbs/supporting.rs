//! "Me too": whoever sees that his concern is a case already adds himself to it. A supporter is a row,
//! not a step; the count stands in the case's row and is exact over merging and taking apart.
//!
//! What is counted: the supporters of a case, and for each case merged into it that case's reporter and
//! its own count. Whoever adds or takes back changes the count of the case first, then looks where it
//! lives on, and goes on there; merging locks the case by its guarded save, then carries its count.
//! Both take the rows in the same order, upwards, so whichever comes first, nobody is counted twice or
//! forgotten.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Coord, Datum, District, Id, Instant, MatterCode, Ref, Refusal, datum::metres_between};
use wangge_realm::access::Compartment;
use wangge_store::{Event, Read, Result, Tx, Value};
use wangge_web::once;

use super::{
    Follow, linking,
    listing::{matter_of, where_zh},
    reporting::{contact, secret_id, token_hash},
};
use crate::{
    Command, World,
    case::{Case, State, sql},
};

/// A supporter's row.
pub struct Supporter;

/// How somebody who says "me too" can be reached; nothing need be left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Name, at most 60 characters: sealed.
    #[serde(default)]
    pub name: Option<String>,
    /// Telephone: sealed.
    #[serde(default)]
    pub phone: Option<String>,
}

/// What a supporter gets back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Supported {
    /// Follows the case, and takes the "me too" back.
    pub token: String,
    /// How many others are concerned, this one among them.
    pub supporters: i64,
}

/// How many are concerned after somebody has gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Supporters {
    /// How many others are concerned.
    pub supporters: i64,
}

/// The row of a case alone.
pub(super) fn one(read: &mut Read, at: &Ref<Case>) -> Result<Case> {
    read.opt(&sql::LOAD, &[(&at.district).into(), at.id.into()], sql::case)?.ok_or_else(|| unknown().into())
}

fn unknown() -> Refusal {
    Refusal::not_found("没有这个案件,或您无权查看", "There is no such case, or you may not see it")
}

/// Says "me too" to an open case. `account`: of whoever is logged in, counted once however often.
///
/// # Errors
/// `NotFound` for what the public does not see, `NotAllowed` when the case has ended or is one's own.
pub fn support(
    tx: &mut Tx,
    world: &World,
    account: Option<&str>,
    at: &Ref<Case>,
    cmd: &Command<Support>,
) -> Result<Supported> {
    let input = &cmd.body;
    contact(input.name.as_deref(), input.phone.as_deref())?;
    once(tx, &at.district, &cmd.key, &cmd.digest, |tx| support_once(tx, world, account, at, input))
}

fn support_once(
    tx: &mut Tx,
    world: &World,
    account: Option<&str>,
    at: &Ref<Case>,
    input: &Support,
) -> Result<Supported> {
    let case = one(tx, at)?;
    if case.compartment != Compartment::Open {
        return Err(unknown().into());
    }
    if !case.state.is_open() && case.state != State::Merged {
        return Err(Refusal::not_allowed(
            "case.ended",
            "该事项已办结;如果问题还在,请重新上报",
            "This case has ended; if the trouble is still there, please report it anew",
        )
        .into());
    }
    if account.is_some() && case.reporter.as_deref() == account {
        return Err(Refusal::not_allowed(
            "case.own_report",
            "这是您自己上报的事项",
            "This is your own report",
        )
        .into());
    }
    // Of an account the id follows, so that the same one is the same row.
    let id: Id<Supporter> = match account {
        Some(account) => secret_id(world, "case.supporter.account", &format!("{at}/{account}")),
        None => tx.new_id(),
    };
    let token: Ref<Follow> =
        Ref::new(at.district.clone(), secret_id(world, "case.supporter", &format!("{at}/{id}")));
    let row = format!("{at}/{id}");
    let seal = |column: &str, text: &Option<String>| {
        text.as_deref()
            .filter(|t| !t.trim().is_empty())
            .map(|t| world.keys.seal("case_supporter", &row, column, t.trim().as_bytes()))
            .transpose()
    };
    let values = [
        (&at.district).into(),
        at.id.into(),
        id.into(),
        token_hash(world, &token).into(),
        account.into(),
        seal("name", &input.name)?.into(),
        seal("phone", &input.phone)?.into(),
        tx.now().into(),
    ];
    let supporters = match tx.exec(&sql::PUT_SUPPORTER, &values)? {
        0 => case.supporters,
        _ => count(tx, &case, 1)?,
    };
    Ok(Supported { token: token.to_string(), supporters })
}

/// Takes a "me too" back; doing it again changes nothing.
///
/// # Errors
/// `NotFound` when the token is no supporter's.
pub fn withdraw_support(tx: &mut Tx, world: &World, token: &Ref<Follow>) -> Result<Supporters> {
    let district = &token.district;
    let found =
        tx.opt(&sql::SUPPORTER_BY_TOKEN, &[district.into(), token_hash(world, token).into()], |row| {
            Ok((row.parse::<Id<Case>>(0)?, row.parse::<Id<Supporter>>(1)?))
        })?;
    let (case, id) = found.ok_or_else(|| {
        Refusal::not_found("附议码无效,请核对", "This code is no supporter's: please check it")
    })?;
    let now = tx.now();
    let gone = tx.exec(&sql::WITHDRAW_SUPPORTER, &[district.into(), case.into(), id.into(), now.into()])?;
    let case = one(tx, &Ref::new(district.clone(), case))?;
    let supporters = if gone == 0 { case.supporters } else { count(tx, &case, -1)? };
    Ok(Supporters { supporters })
}

/// How far up merged cases are followed; nobody merges so often.
const HEADS: usize = 16;

/// Adds `by` to the count of a case and of all that it lives on in, tells the screens, and answers
/// the count of the case itself.
pub(super) fn count(tx: &mut Tx, case: &Case, by: i64) -> Result<i64> {
    let district = &case.at.district;
    let supporters = climb(tx, district, case.at.id, by)?;
    let place = &case.place;
    let scope = [&place.area, &place.town, &place.village, &place.grid, &case.seat.unit];
    tx.emit(Event {
        district: district.clone(),
        kind: "case.supported",
        subject: case.at.to_string(),
        scope: scope.map(|u| u.to_string()).into(),
        data: serde_json::json!({ "supporters": supporters, "compartment": case.compartment.word() }),
    });
    Ok(supporters)
}

/// Adds `by` from a case upwards and answers the first count. What lives on over the border of the
/// district is told there by the outbox.
fn climb(tx: &mut Tx, district: &District, from: Id<Case>, by: i64) -> Result<i64> {
    let (mut first, mut next) = (None, Some(from));
    for _ in 0..HEADS {
        let Some(id) = next else { break };
        tx.exec(&sql::COUNT, &[district.into(), id.into(), by.into()])?;
        // Only now, with the row held, is it certain where it lives on.
        let at = Ref::new(district.clone(), id);
        let (count, lives_on) = counted(tx, &at)?;
        first = first.or(Some(count));
        next = match lives_on {
            LivesOn::Here(id) => Some(id),
            LivesOn::Abroad => {
                linking::send(tx, &at);
                None
            }
            LivesOn::No => None,
        };
    }
    Ok(first.unwrap_or_default())
}

enum LivesOn {
    No,
    Here(Id<Case>),
    Abroad,
}

fn counted(read: &mut Read, at: &Ref<Case>) -> Result<(i64, LivesOn)> {
    read.one(&sql::COUNTED, &[(&at.district).into(), at.id.into()], |row| {
        let lives_on = match (row.opt_parse(1)?, row.opt_str(2)?) {
            (Some(id), _) => LivesOn::Here(id),
            (None, Some(_)) => LivesOn::Abroad,
            (None, None) => LivesOn::No,
        };
        Ok((row.int(0)?, lives_on))
    })
}

/// Carries the count of a case along when it was merged or taken apart; `after` is saved already.
/// False when the case to merge into was itself merged meanwhile.
pub(super) fn carry(tx: &mut Tx, before: &Case, after: &Case) -> Result<bool> {
    let district = &after.at.district;
    let mine = 1 + counted(tx, &after.at)?.0;
    let (head, by, stmt) = match (before.merged_into, after.merged_into) {
        (None, Some(head)) => (head, mine, &sql::COUNT_HEAD),
        (Some(head), None) => (head, -mine, &sql::COUNT),
        _ => return Ok(true),
    };
    if tx.exec(stmt, &[district.into(), head.into(), by.into()])? == 0 {
        return Ok(false);
    }
    // A head that lives on in another was counted there as well.
    match counted(tx, &Ref::new(district.clone(), head))?.1 {
        LivesOn::Here(id) => {
            climb(tx, district, id, by)?;
        }
        LivesOn::Abroad => linking::send(tx, &Ref::new(district.clone(), head)),
        LivesOn::No => {}
    }
    Ok(true)
}

/// What is looked for around a point.
#[derive(Clone, Debug)]
pub struct Around {
    /// The point, WGS-84.
    pub point: Coord,
    /// The matter in mind, if any: such cases come first.
    pub matter: Option<MatterCode>,
    /// What somebody is about to report: the matters it may mean come next. It is compared with the
    /// catalogue only, never with what others wrote.
    pub text: Option<String>,
    /// Metres around it.
    pub radius: f64,
    /// Rows wanted.
    pub limit: usize,
}

impl Around {
    /// Reads what was asked.
    ///
    /// # Errors
    /// Names the parameter that is wrong.
    pub fn new(
        (lon, lat, datum): (f64, f64, Option<Datum>),
        matter: Option<&str>,
        text: Option<String>,
        (radius, limit): (Option<f64>, Option<u32>),
    ) -> Result<Self, Refusal> {
        let point = datum.unwrap_or_default().to_wgs84(Coord::new(lon, lat)?);
        let radius = radius.unwrap_or(150.0);
        if !(50.0..=300.0).contains(&radius) {
            return Err(Refusal::invalid("radius", "范围50至300米", "50 to 300 metres"));
        }
        let limit = limit.unwrap_or(5);
        if !(1..=5).contains(&limit) {
            return Err(Refusal::invalid("limit", "最多5条", "1 to 5 rows"));
        }
        let matter = matter.map(str::parse).transpose()?;
        let text = text.map(|t| t.chars().take(2_000).collect());
        Ok(Self { point, matter, text, radius, limit: limit as usize })
    }

    /// How many degrees to the north and to the east it reaches, squares that stick out included.
    fn reach(&self) -> (f64, f64) {
        let high = self.radius / DEGREE + LATTICE;
        let wide = self.radius / (DEGREE * self.point.lat.to_radians().cos().max(0.01)) + LATTICE;
        (high, wide)
    }
}

/// Code and name of a matter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MatterName {
    /// Code.
    #[schema(value_type = String)]
    pub code: MatterCode,
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
}

/// An open case nearby, as the public may know of it: no words, no picture, nobody's name, and a place
/// no finer than a hundred metres.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SimilarCase {
    /// The case.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Case>,
    /// Its number.
    pub number: String,
    /// The matter, once it has one.
    pub matter: Option<MatterName>,
    /// Town, and village or community.
    pub street: String,
    /// The stage.
    pub state: State,
    /// The stage in Chinese.
    pub state_zh: &'static str,
    /// The day it was reported (its first instant in the city's time zone).
    #[schema(value_type = String)]
    pub reported: Instant,
    /// Metres from the point to the hundred-metre square that the case lies in, in steps of ten.
    pub distance_m: i64,
    /// How many others said "me too".
    pub supporters: i64,
}

/// Open cases nearby.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Similar {
    /// Same matter first, then the nearest, then the newest.
    pub items: Vec<SimilarCase>,
}

/// Degrees of the lattice that the places of cases are shown on: about a hundred metres.
const LATTICE: f64 = 0.001;
/// Metres in a degree of latitude.
const DEGREE: f64 = 111_195.0;

/// The middle of the lattice square of a point: asking from many points finds no house.
fn square(at: Coord) -> Coord {
    let snap = |degrees: f64| (degrees / LATTICE).round() * LATTICE;
    Coord { lon: snap(at.lon), lat: snap(at.lat) }
}

/// The home shards in reach of a point: its own first, then those over a border nearby.
fn shards_around(world: &World, wanted: &Around) -> Result<Vec<District>> {
    let shard = |grid| world.units.home(&grid).map(|home| home.district);
    let mut shards: Vec<District> = shard(world.grids.locate(wanted.point)?.grid).into_iter().collect();
    let (high, wide) = wanted.reach();
    for (north, east) in
        [(1., 0.), (1., 1.), (0., 1.), (-1., 1.), (-1., 0.), (-1., -1.), (0., -1.), (1., -1.)]
    {
        let edge = Coord { lon: wanted.point.lon + east * wide, lat: wanted.point.lat + north * high };
        // Beyond the city there is nobody.
        let there = world.grids.locate(edge).ok().and_then(|found| shard(found.grid));
        shards.extend(there.filter(|there| !shards.contains(there)));
    }
    Ok(shards)
}

/// Open cases of the open compartment around a point, also over a border nearby.
///
/// # Errors
/// `place.outside` for a point outside the city.
pub fn similar(read: &mut Read, world: &World, wanted: &Around) -> Result<Similar> {
    let now = read.now();
    let (lat, lon) = (wanted.point.lat, wanted.point.lon);
    let (high, wide) = wanted.reach();
    let mut found = Vec::new();
    for district in shards_around(world, wanted)? {
        let bounds = [lat - high, lat + high, lon - wide, lon + wide].map(Value::from);
        let values: Vec<Value> = std::iter::once((&district).into()).chain(bounds).collect();
        found.extend(read.query(&sql::NEAR, &values, sql::case)?);
    }
    let meant: Vec<MatterCode> = wanted.text.as_deref().map_or_else(Vec::new, |text| {
        world.matters.suggest(text, now, 5).into_iter().map(|one| one.code).collect()
    });
    let rank = |case: &Case| match &case.matter {
        Some((code, _)) if wanted.matter.as_ref() == Some(code) => 0,
        Some((code, _)) if meant.contains(code) => 1,
        _ => 2,
    };
    let mut near: Vec<(i64, i64, Case)> = found
        .into_iter()
        .filter_map(|case| {
            let metres = metres_between(wanted.point, square(case.place.point?));
            #[expect(clippy::cast_possible_truncation, reason = "a few hundred metres")]
            let shown = (metres / 10.0).round() as i64 * 10;
            (metres <= wanted.radius).then(|| (rank(&case), shown, case))
        })
        .collect();
    near.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| b.2.at.id.cmp(&a.2.at.id)));
    near.truncate(wanted.limit);
    let items = near.into_iter().map(|(_, metres, case)| nearby(world, &case, metres)).collect();
    Ok(Similar { items })
}

fn nearby(world: &World, case: &Case, distance_m: i64) -> SimilarCase {
    let hours = world.hours(&case.place.area);
    let matter = matter_of(world, case);
    SimilarCase {
        at: case.at.clone(),
        number: case.number.clone(),
        matter: matter.map(|m| MatterName {
            code: m.code.clone(),
            name: m.name_zh.clone(),
            name_en: m.name_en.clone(),
        }),
        street: where_zh(world, case),
        state: case.state,
        state_zh: case.state.zh(),
        reported: hours.start_of(hours.date(case.created)),
        distance_m,
        supporters: case.supporters,
    }
}
