//! The nightly close, the ground under the objects, and the check of what was closed.

use wangge_base::{District, Id, UnitCode};
use wangge_store::{Error, Read, Result, Tx};

use super::{bare, ground, ground_at, json};
use crate::{
    World,
    duty::{
        Day, DutyState, OPEN, Object, Place, Touched, Trigger,
        flow::plan::{self, Sums},
        sql,
    },
    matter::ObjectKind,
};

/// How far a district is closed, and which ground its objects lie on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The last closed day.
    pub closed: Day,
    /// Edition of the ground.
    pub edition: i64,
    /// Version within it.
    pub version: i64,
}

/// The head of a district; `None` before the first look.
pub fn head(r: &mut Read, district: &District) -> Result<Option<Head>> {
    r.opt(&sql::HEAD, &[district.into()], |row| {
        Ok(Head { closed: row.int(0)?, edition: row.int(1)?, version: row.int(2)? })
    })
}

/// The last closed day of a district; before the first look nothing was ever closed.
pub fn closed_through(r: &mut Read, district: &District) -> Result<Day> {
    Ok(head(r, district)?.map_or(0, |head| head.closed))
}

/// Looks at a district for the first time: everything before today counts as closed.
pub fn start(tx: &mut Tx, world: &World, district: &District) -> Result<()> {
    let yesterday = super::today(world, tx) - 1;
    tx.exec(&sql::FIRST_HEAD, &[district.into(), yesterday.into(), (-1).into(), (-1).into()])?;
    Ok(())
}

/// Grids that have something to close on a day, in order after one.
pub fn grids_of(
    r: &mut Read,
    district: &District,
    day: Day,
    after: &str,
    most: i64,
) -> Result<Vec<UnitCode>> {
    r.query(&sql::GRIDS, &[district.into(), day.into(), after.into(), most.into()], |row| row.parse(0))
}

/// What a day in a grid is worked out from.
struct Facts {
    objects: Vec<Object>,
    ended: Vec<Object>,
    left: Vec<Object>,
    rows: Vec<Touched>,
    triggers: Vec<Trigger>,
}

fn facts(r: &mut Read, district: &District, (grid, town): (&UnitCode, &UnitCode), day: Day) -> Result<Facts> {
    let key = || vec![district.into(), grid.into(), day.into()];
    let asked = [
        (&sql::IN_GRID, key()),
        (&sql::ENDED_IN_GRID, key()),
        (&sql::LEFT_GRID, key()),
        (&sql::OF_GRID, key()),
        (&sql::OF_ENDED, key()),
        (&sql::RUNNING, vec![district.into(), town.into(), day.into()]),
    ];
    let answers = r.many(&asked)?;
    let [objects, ended, left, rows, more, triggers] = &answers[..] else {
        return Err(Error::Engine("six statements, six answers".into()));
    };
    let object = |row| sql::object(district, row);
    Ok(Facts {
        objects: objects.iter().map(object).collect::<Result<_>>()?,
        ended: ended.iter().map(object).collect::<Result<_>>()?,
        left: left.iter().map(object).collect::<Result<_>>()?,
        rows: rows.iter().chain(more).map(sql::touched).collect::<Result<_>>()?,
        triggers: triggers.iter().map(|row| sql::trigger(district, row)).collect::<Result<_>>()?,
    })
}

/// Closes a day of a grid; a closed one is left alone. Answers whether it wrote.
pub fn close_grid(
    tx: &mut Tx,
    world: &World,
    district: &District,
    grid: &UnitCode,
    day: Day,
) -> Result<bool> {
    let key = [district.into(), grid.into(), day.into()];
    if tx.opt(&sql::IS_CLOSED, &key, |_| Ok(()))?.is_some() {
        return Ok(false);
    }
    let (_, place) = ground(world, grid)?;
    let facts = facts(tx, district, (grid, &place.town), day)?;
    let counted = tx.query(&sql::BY_DAY, &key, sql::touched)?;
    let rules = &world.duties;
    let dues = rules.dues(day, &facts.triggers);
    let made = plan::close(
        rules,
        &dues,
        &facts.triggers,
        &facts.objects,
        &facts.ended,
        &facts.left,
        &facts.rows,
        &counted,
        day,
    );
    let (start, end, now) = (rules.start(day), rules.start(day + 1), tx.now());
    let holders =
        tx.query(&sql::HOLDERS, &[district.into(), grid.into(), start.into(), end.into()], |row| {
            row.text(0)
        })?;
    let away = tx.query(&sql::AWAY_ON, &key, |row| row.text(0))?;
    let covered = holders.iter().any(|id| !away.iter().any(|one| bare(one) == id));
    for (of, matter, state) in &made.passed {
        let last = if *state == DutyState::Missed { OPEN } else { day };
        let row = [
            district.into(),
            of.object.into(),
            (&of.matter).into(),
            of.nominal.into(),
            state.word().into(),
            last.into(),
            now.into(),
            sql::set_off(of),
        ];
        let touched = facts.rows.iter().any(|row| row.of == *of);
        if touched {
            tx.exec(&sql::PASS, &row)?;
        } else if *state == DutyState::Missed {
            let missed = Touched {
                id: tx.new_id(),
                of: of.clone(),
                version: matter.version,
                last: OPEN,
                place: place.clone(),
                state: DutyState::Missed,
                before: DutyState::Planned,
                day,
                touched: now,
                happened: None,
                minutes: i64::from(matter.minutes),
                late: false,
                note: String::new(),
                reason: None,
                case: None,
                actor: "clock".to_owned(),
                keeper: None,
                keeper_unit: None,
                moved_to: None,
                revision: 1,
            };
            tx.exec(&sql::INSERT, &sql::insert(district, &missed))?;
        }
    }
    for id in &made.lapsed {
        tx.exec(&sql::LAPSE, &[district.into(), id.into(), day.into(), now.into()])?;
    }
    let total = made.sums.values().fold(Sums::default(), |mut all, one| {
        all += *one;
        all
    });
    let row = [
        district.into(),
        grid.into(),
        day.into(),
        (&place.area).into(),
        (&place.town).into(),
        (&place.village).into(),
        total.planned.into(),
        total.done.into(),
        total.skipped.into(),
        total.missed.into(),
        covered.into(),
        json(&made.sums)?.into(),
        made.digest.into(),
        now.into(),
    ];
    Ok(tx.exec(&sql::CLOSE, &row)? == 1)
}

/// Sees that every object of one page lies where the active ground puts it from tomorrow on, and that every grid in
/// use is an object itself; answers the last object looked at, `None` when the district is through.
///
/// An object with a point follows its point. Without one it stays in its grid while that is in use; afterwards it
/// goes to the first grid in use of its village. Across a border of districts it stays where it is: its home cannot
/// change, and the community adds it anew.
pub fn settle(
    tx: &mut Tx,
    world: &World,
    district: &District,
    after: &str,
    most: i64,
) -> Result<Option<String>> {
    let (tomorrow, now) = (super::today(world, tx) + 1, tx.now());
    let key = [district.into(), tomorrow.into(), after.into(), most.into()];
    let page = tx.query(&sql::IN_DISTRICT, &key, |row| sql::object(district, row))?;
    for it in page.iter().filter(|it| it.to == OPEN && it.kind != ObjectKind::Grid) {
        let Some(found) = lies(world, district, it) else { continue };
        if !plan::moved(it, &found) || it.from >= tomorrow {
            continue;
        }
        let end = [district.into(), it.at.id.into(), tomorrow.into(), now.into(), "clock".into()];
        if tx.exec(&sql::END_OBJECT, &end)? == 1 {
            let next = Object { from: tomorrow, to: OPEN, place: found, ..it.clone() };
            tx.exec(&sql::PUT_OBJECT, &sql::put_object(&next, now, "clock"))?;
        }
    }
    let last = page.last().map(|it| it.at.id.to_string());
    Ok(last.filter(|_| page.len() as i64 == most))
}

fn lies(world: &World, district: &District, it: &Object) -> Option<Place> {
    if let Some(point) = it.point {
        return ground_at(world, point).ok().filter(|(home, _)| home == district).map(|(_, place)| place);
    }
    if world.units.exists(&it.place.grid) {
        return ground(world, &it.place.grid).ok().map(|(_, place)| place);
    }
    let village = world.units.get(it.place.village.as_str())?;
    let grid = village.children().find(|grid| grid.is_in_use())?;
    ground(world, &grid.code()).ok().map(|(_, place)| place)
}

/// Makes grids objects of themselves, those of one village at a time; ends those that are no longer in use.
pub(in crate::duty) fn settle_grids(
    tx: &mut Tx,
    world: &World,
    district: &District,
    village: &UnitCode,
) -> Result<()> {
    let Some(unit) = world.units.get(village.as_str()) else { return Ok(()) };
    let (day, now) = (super::today(world, tx), tx.now());
    for grid in unit.children() {
        let code = grid.code();
        let (home, place) = ground(world, &code)?;
        if home != *district {
            continue;
        }
        let id: Id<Object> = super::id_of(world, district, &format!("grid/{code}"));
        if grid.is_in_use() {
            let one = Object {
                at: wangge_base::Ref::new(district.clone(), id),
                kind: ObjectKind::Grid,
                code: String::new(),
                from: day,
                to: OPEN,
                began: day,
                place,
                building: None,
                point: grid.at(),
                label: grid.name().to_owned(),
                door: String::new(),
                name: None,
                home: None,
            };
            let there = tx.opt(&sql::OBJECT, &[district.into(), id.into(), OPEN.into()], |_| Ok(()))?;
            if there.is_none() {
                tx.exec(&sql::PUT_OBJECT, &sql::put_object(&one, now, "clock"))?;
            }
        } else {
            let end = [district.into(), id.into(), day.into(), now.into(), "clock".into()];
            tx.exec(&sql::END_OBJECT, &end)?;
        }
    }
    Ok(())
}

/// What a check of closed days found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Closed days looked at.
    pub days: u64,
    /// What is wrong, in words.
    pub wrong: Vec<String>,
}

/// Works closed days out anew from rules, objects, calendar and triggers as they were known, a page after a grid and
/// day, and compares them with what the close wrote. Answers where to go on.
pub fn check(
    r: &mut Read,
    rules: &plan::Rules,
    district: &District,
    after: (&str, Day),
    most: i64,
) -> Result<(Checked, Option<(String, Day)>)> {
    let key = [district.into(), after.0.into(), after.1.into(), most.into()];
    let page = r.query(&sql::CLOSED, &key, |row| {
        Ok((
            row.parse::<UnitCode>(0)?,
            row.int(1)?,
            (row.int(2)?, row.int(3)?, row.int(4)?, row.int(5)?),
            row.blob(6)?,
            row.text(7)?,
            row.parse::<UnitCode>(8)?,
        ))
    })?;
    let mut found = Checked::default();
    let kept = super::kept_from(r.now());
    for (grid, day, told, digest, sums, town) in &page {
        found.days += 1;
        let mut wrong = |what: &str| {
            found.wrong.push(format!(
                "{district}: the closed day {} of grid {grid} {what}",
                wangge_base::civil_date(*day)
            ));
        };
        let total = sql::sums(sums)?.into_values().fold(Sums::default(), |mut all, one| {
            all += one;
            all
        });
        if *told != (total.planned, total.done, total.skipped, total.missed) {
            wrong("does not add up to its matters");
        }
        // What it was worked out from is forgotten by now; the sums stay.
        if *day < kept {
            continue;
        }
        let facts = facts(r, district, (grid, town), *day)?;
        let dues = rules.dues(*day, &facts.triggers);
        let opening = plan::opening(&dues, &facts.triggers, &facts.objects, *day);
        if opening.len() as i64 != told.0 {
            wrong(&format!("says {} planned; rules and objects say {}", told.0, opening.len()));
        } else if plan::digest(&opening)[..] != digest[..] {
            wrong("names other duties than rules and objects do");
        }
        let counted = r.query(&sql::BY_DAY, &[district.into(), grid.into(), (*day).into()], sql::touched)?;
        let seen = counted.iter().filter(|row| row.state.is_seen()).count() as i64;
        if seen != told.1 {
            wrong(&format!("says {} done; the rows say {seen}", told.1));
        }
    }
    let next = page.last().filter(|_| page.len() as i64 == most);
    Ok((found, next.map(|(grid, day, ..)| (grid.to_string(), *day))))
}
