//! When the ground moves: what is open in a grid goes along with its objects, what was set off there goes on in the grids
//! that took them over, and a duty is a reason to look at who lives where it is done.

use wangge_base::{District, Id, Ref, UnitCode};
use wangge_realm::{Moved, resident::Errand};
use wangge_store::{Read, Result, Tx};

use super::subject;
use crate::{
    World,
    duty::{
        Day, DutyState, Object, Place, Touched, Trigger,
        flow::plan::{self, Rules},
        sql,
    },
};

fn in_grid(
    r: &mut Read,
    district: &District,
    grid: &UnitCode,
    day: Day,
) -> Result<(Vec<Object>, Vec<Touched>)> {
    let key = || vec![district.into(), grid.into(), day.into()];
    let answers = r.many(&[(&sql::IN_GRID, key()), (&sql::OF_GRID, key())])?;
    let [objects, rows] = &answers[..] else {
        return Err(wangge_store::Error::Engine("two statements, two answers".into()));
    };
    Ok((
        objects.iter().map(|row| sql::object(district, row)).collect::<Result<_>>()?,
        rows.iter().map(sql::touched).collect::<Result<_>>()?,
    ))
}

/// What is open in a grid beyond what its rules say by themselves: stops that carry over, were moved, handed over,
/// offered or taken, and what was set off there. All of it follows its objects.
///
/// # Errors
/// What keeps it from reading.
pub fn open_in(r: &mut Read, rules: &Rules, district: &District, grid: &UnitCode) -> Result<Vec<Moved>> {
    let day = rules.day(r.now());
    let (objects, rows) = in_grid(r, district, grid, day)?;
    let listed = plan::list(rules, &rules.dues(day, &[]), &[], &objects, &rows, day);
    let touched = listed.iter().filter(|it| it.row.is_some() && it.state.is_open()).count();
    let later = rows
        .iter()
        .filter(|row| row.state == DutyState::Moved && row.moved_to.is_some_and(|to| to > day))
        .count();
    let set_off = r.one(&sql::RUNNING_HERE, &[district.into(), grid.into(), day.into()], |row| row.int(0))?;
    let moved = |what: &str, n: i64| Moved { what: what.to_owned(), n };
    let stops = i64::try_from(touched + later).unwrap_or(i64::MAX);
    Ok([moved("duties", stops), moved("triggers", set_off)].into_iter().filter(|one| one.n > 0).collect())
}

/// An object of duties as a reason to look at who lives in its building: while something is to be done there today.
/// `None` when `work` names none.
///
/// # Errors
/// What keeps it from reading.
pub fn errand(r: &mut Read, rules: &Rules, work: &str) -> Result<Option<Errand>> {
    let Ok(at) = work.parse::<Ref<Object>>() else { return Ok(None) };
    let day = rules.day(r.now());
    let key = [(&at.district).into(), at.id.into(), day.into()];
    let Some(it) = r.opt(&sql::OBJECT, &key, |row| sql::object(&at.district, row))? else { return Ok(None) };
    let key = [(&at.district).into(), (&it.place.town).into(), day.into()];
    let triggers = r.query(&sql::RUNNING, &key, |row| sql::trigger(&at.district, row))?;
    let (objects, rows) = in_grid(r, &at.district, &it.place.grid, day)?;
    let listed = plan::list(rules, &rules.dues(day, &triggers), &triggers, &objects, &rows, day);
    let open = listed.iter().any(|one| one.object.at == at && one.state.is_open());
    Ok(Some(Errand { subject: subject(&at.district, &it.place, false, None), point: it.point, open }))
}

/// What runs in a grid that is no longer in use goes on from tomorrow on in every grid that took objects of it over, and
/// ends there today: objects lie in their new grid from tomorrow on. Done twice is done once.
///
/// # Errors
/// What keeps it from reading or writing.
pub(in crate::duty) fn settle_triggers(tx: &mut Tx, world: &World, district: &District) -> Result<()> {
    let today = super::today(world, tx);
    let running =
        tx.query(&sql::RUNNING_ON, &[district.into(), today.into()], |row| sql::trigger(district, row))?;
    for trigger in running {
        let Some(grid) = trigger.grid.as_ref().filter(|grid| !world.units.exists(grid)) else { continue };
        let key = [district.into(), grid.into(), trigger.from.into()];
        let heirs: Vec<Place> = tx.query(&sql::HEIRS, &key, |row| {
            Ok(Place {
                area: row.parse(0)?,
                town: row.parse(1)?,
                village: row.parse(2)?,
                grid: row.parse(3)?,
            })
        })?;
        for place in heirs.iter().filter(|place| place.grid != *grid) {
            let next = Trigger {
                at: Ref::new(district.clone(), heir(world, &trigger, &place.grid)),
                town: place.town.clone(),
                village: Some(place.village.clone()),
                grid: Some(place.grid.clone()),
                from: today + 1,
                ..trigger.clone()
            };
            let there = tx.opt(&sql::TRIGGER, &[district.into(), next.at.id.into()], |_| Ok(()))?;
            if there.is_none() {
                tx.exec(&sql::START, &sql::start(&next, "clock"))?;
            }
        }
        tx.exec(&sql::CALL_OFF, &[district.into(), trigger.at.id.into(), today.into(), "clock".into()])?;
    }
    Ok(())
}

/// The id of what a trigger becomes in another grid: the same however often it is asked, and as old as the first.
fn heir(world: &World, trigger: &Trigger, grid: &UnitCode) -> Id<Trigger> {
    let secret = world.keys.blind("duty.trigger", &format!("{}/{grid}", trigger.at));
    let mut end = [0; 10];
    end.copy_from_slice(&secret[..10]);
    Id::new(trigger.started, end)
}
