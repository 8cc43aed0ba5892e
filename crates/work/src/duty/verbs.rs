//! What can be done with duties, and how they are read: load → may → next → save → emit.

mod closing;
mod counting;
mod forgetting;
mod keeping;
mod listing;
mod moving;
mod offering;
mod setting;
mod ticking;

use wangge_base::{Coord, District, Holder, Ref, Refusal, UnitCode};
use wangge_realm::{
    access::{Compartment, Subject},
    place_of,
    unit::UnitKind,
};
use wangge_store::{Error, Read, Result};

use super::{Day, Duty, Object, Place, sql};
use crate::World;

pub(in crate::duty) use closing::settle_grids;
pub use closing::{Checked, Head, check, close_grid, closed_through, grids_of, head, settle, start};
pub use counting::*;
pub use forgetting::{kept_from, sweep};
pub use keeping::*;
pub use listing::*;
pub(in crate::duty) use moving::settle_triggers;
pub use moving::{errand, open_in};
pub use offering::*;
pub use setting::*;
pub use ticking::{TickOne, Ticked, tick};

/// Today, in the city.
pub fn today(world: &World, r: &Read) -> Day {
    world.duties.day(r.now())
}

/// Where a grid lies, ended ones too: what is done in it belongs there.
///
/// # Errors
/// `Invalid` when it is no grid.
pub fn ground(world: &World, grid: &UnitCode) -> Result<(District, Place)> {
    let unknown = || Refusal::invalid("grid", "没有这个网格", "There is no such grid");
    let unit = world.units.get(grid.as_str()).filter(|u| u.kind() == UnitKind::Grid).ok_or_else(unknown)?;
    let it = place_of(&world.units, grid)?;
    let (Some(village), Some(town)) = (it.village, it.town) else { return Err(unknown().into()) };
    Ok((unit.district().clone(), Place { area: it.area, town, village, grid: grid.clone() }))
}

/// Where a point lies.
///
/// # Errors
/// A point outside the city.
pub fn ground_at(world: &World, at: Coord) -> Result<(District, Place)> {
    let grid = world.grids.locate(at)?.grid;
    ground(world, &grid)
}

/// A place of duties as the table of rights sees it.
pub fn subject(district: &District, place: &Place, person: bool, keeper: Option<&UnitCode>) -> Subject {
    Subject {
        town: Some(place.town.clone()),
        village: Some(place.village.clone()),
        grid: Some(place.grid.clone()),
        compartment: if person { Compartment::Restricted } else { Compartment::Open },
        handler: keeper.map(|unit| wangge_base::Seat { unit: unit.clone(), post: None }),
        ..Subject::of(district.clone(), place.area.clone())
    }
}

/// What a file about a tick is about; `None` when `subject` names no touched occurrence.
pub fn subject_of(r: &mut Read, subject: &str) -> Result<Option<Subject>> {
    let Ok(at) = subject.parse::<Ref<Duty>>() else { return Ok(None) };
    let row = r.opt(&sql::BY_ID, &[(&at.district).into(), at.id.into()], sql::touched)?;
    Ok(row.map(|row| self::subject(&at.district, &row.place, false, row.keeper_unit.as_ref())))
}

/// The latest period of an object that has begun by `day`.
///
/// # Errors
/// `NotFound`.
pub fn object(r: &mut Read, at: &Ref<Object>, day: Day) -> Result<Object> {
    let key = [(&at.district).into(), at.id.into(), day.into()];
    let found = r.opt(&sql::OBJECT, &key, |row| sql::object(&at.district, row))?;
    Ok(found.ok_or_else(|| Refusal::not_found("没有这个对象", "There is no such object"))?)
}

/// Name and door of an object, as whoever may see the list sees them: names of persons masked.
pub fn shown(world: &World, it: &Object) -> Result<(String, String)> {
    if !it.kind.is_person() {
        return Ok((it.label.clone(), it.door.clone()));
    }
    let (name, door) = opened(world, it)?;
    Ok((mask(&name), door))
}

/// Name and door of a person's object, uncovered.
fn opened(world: &World, it: &Object) -> Result<(String, String)> {
    let row = it.at.to_string();
    let open = |column: &'static str, sealed: &Option<Vec<u8>>| {
        sealed.as_deref().map_or(Ok(String::new()), |s| world.keys.open_text("duty_object", &row, column, s))
    };
    Ok((open("name", &it.name)?, open("home", &it.home)?))
}

/// 曾国安 → 曾**.
fn mask(name: &str) -> String {
    name.chars().next().map_or_else(String::new, |first| format!("{first}**"))
}

/// The holding as rows name it.
fn holding_of(holder: &Holder) -> &str {
    &holder.holding
}

/// The id of the holding in its district, as tables of people keep it.
fn bare(holding: &str) -> &str {
    holding.rsplit_once('.').map_or(holding, |(_, id)| id)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| Error::Engine(why.to_string()))
}
