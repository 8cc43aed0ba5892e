//! Statements of duties; row ↔ struct. The tables stand in `tables`.

mod tables;

pub use tables::MIGRATIONS;

use wangge_base::{Coord, District, Ref};
use wangge_store::{Error, Result, Row, Stmt, Value};

use super::{DutyState, Object, Occurrence, Place, SkipReason, Touched, Trigger, flow::plan::Sums};
use crate::matter::{ObjectKind, TriggerKind};

macro_rules! objects {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.from_day, o.to_day, o.began, o.kind, o.code, o.area, o.town, o.village, o.grid, \
             o.building, o.lon, o.lat, o.label, o.door, o.name, o.home FROM duty_object o WHERE o.district = $1 AND ",
            $rest
        )
    };
}
macro_rules! touched {
    ($from:literal, $rest:literal) => {
        concat!(
            "SELECT d.id, d.matter, d.version, d.object, d.nominal, d.last, d.area, d.town, d.village, d.grid, \
             d.state, d.before, d.day, d.touched, d.happened, d.minutes, d.late, d.note, d.reason, d.case_ref, \
             d.actor, d.keeper, d.keeper_unit, d.moved_to, d.revision, d.set_off FROM ",
            $from,
            " WHERE d.district = $1 AND ",
            $rest
        )
    };
}

/// Objects of a grid on a day.
pub const IN_GRID: Stmt =
    Stmt::new("duty.in_grid", objects!("o.grid = $2 AND o.to_day > $3 AND o.from_day <= $3 ORDER BY o.id"));
/// Objects of a village on a day, by id, after `$4`.
pub const IN_VILLAGE: Stmt = Stmt::new(
    "duty.in_village",
    objects!("o.village = $2 AND o.to_day > $3 AND o.from_day <= $3 AND o.id > $4 ORDER BY o.id LIMIT $5"),
);
/// Objects that were in a grid until the day before and are nowhere since.
pub const ENDED_IN_GRID: Stmt = Stmt::new(
    "duty.ended_in_grid",
    objects!(
        "o.grid = $2 AND o.to_day = $3 AND o.from_day < $3 AND NOT EXISTS (SELECT 1 FROM duty_object n \
         WHERE n.district = $1 AND n.id = o.id AND n.from_day = $3 AND n.to_day > $3) ORDER BY o.id"
    ),
);
/// Objects that were in a grid until the day before and lie in another since.
pub const LEFT_GRID: Stmt = Stmt::new(
    "duty.left_grid",
    objects!(
        "o.grid = $2 AND o.to_day = $3 AND o.from_day < $3 AND EXISTS (SELECT 1 FROM duty_object n \
         WHERE n.district = $1 AND n.id = o.id AND n.from_day = $3 AND n.to_day > $3) ORDER BY o.id"
    ),
);
/// The latest period of an object.
pub const OBJECT: Stmt =
    Stmt::new("duty.object", objects!("o.id = $2 AND o.from_day <= $3 ORDER BY o.from_day DESC LIMIT 1"));
/// Objects of a district on a day, by id, after `$3`.
pub const IN_DISTRICT: Stmt = Stmt::new(
    "duty.in_district",
    objects!("o.to_day > $2 AND o.from_day <= $2 AND o.id > $3 ORDER BY o.id LIMIT $4"),
);
/// Adds a period, once.
pub const PUT_OBJECT: Stmt = Stmt::new(
    "duty.put_object",
    "INSERT INTO duty_object (district, id, from_day, to_day, began, kind, code, area, town, village, grid, building, \
     lon, lat, label, door, name, home, known, put_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) \
     ON CONFLICT (district, id, from_day) DO NOTHING",
);
/// Ends an object from a day on, once: the period that runs, and one that has been set for tomorrow.
pub const END_OBJECT: Stmt = Stmt::new(
    "duty.end_object",
    "UPDATE duty_object SET to_day = CASE WHEN from_day > $3 THEN from_day ELSE $3 END, ended = $4, ended_by = $5 \
     WHERE district = $1 AND id = $2 AND to_day > $3",
);
/// How many objects there are on a day, by village and kind.
pub const COUNTS: Stmt = Stmt::new(
    "duty.counts",
    "SELECT village, kind, count(*) FROM duty_object WHERE district = $1 AND to_day > $2 AND from_day <= $2 \
     GROUP BY village, kind ORDER BY village, kind",
);
/// Grids that have objects on a day or lost them that day, in order after `$3`.
pub const GRIDS: Stmt = Stmt::new(
    "duty.grids",
    "SELECT DISTINCT grid FROM duty_object WHERE district = $1 AND to_day >= $2 AND from_day <= $2 AND grid > $3 \
     ORDER BY grid LIMIT $4",
);

/// Touched occurrences of the objects of a grid on a day that still concern a list.
pub const OF_GRID: Stmt = Stmt::new(
    "duty.of_grid",
    touched!(
        "duty_object o JOIN duty d ON d.district = $1 AND d.object = o.id AND d.last >= $3",
        "o.district = $1 AND o.grid = $2 AND o.to_day > $3 AND o.from_day <= $3"
    ),
);
/// The same for objects that ended that day.
pub const OF_ENDED: Stmt = Stmt::new(
    "duty.of_ended",
    touched!(
        "duty_object o JOIN duty d ON d.district = $1 AND d.object = o.id AND d.last >= $3",
        "o.district = $1 AND o.grid = $2 AND o.to_day = $3"
    ),
);
/// What counts for a day in a grid.
pub const BY_DAY: Stmt = Stmt::new("duty.by_day", touched!("duty d", "d.grid = $2 AND d.day = $3"));
/// One occurrence.
pub const ONE: Stmt = Stmt::new(
    "duty.one",
    touched!("duty d", "d.object = $2 AND d.matter = $3 AND d.nominal = $4 AND d.set_off = $5"),
);
/// One row.
pub const BY_ID: Stmt = Stmt::new("duty.by_id", touched!("duty d", "d.id = $2"));
/// What a holding keeps.
pub const OF_KEEPER: Stmt =
    Stmt::new("duty.of_keeper", touched!("duty d", "d.keeper = $2 AND d.last >= $3 ORDER BY d.id LIMIT 200"));
/// What is offered in a grid.
pub const OFFERED: Stmt = Stmt::new(
    "duty.offered",
    touched!("duty d", "d.grid = $2 AND d.day >= $3 AND d.state = 'offered' ORDER BY d.id LIMIT 200"),
);

/// Touches an occurrence for the first time, once.
pub const INSERT: Stmt = Stmt::new(
    "duty.insert",
    "INSERT INTO duty (district, id, matter, version, object, nominal, set_off, last, area, town, village, grid, state, before, \
     day, touched, happened, minutes, late, note, reason, case_ref, actor, keeper, keeper_unit, moved_to, revision) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, \
     $24, $25, $26, $27) ON CONFLICT (district, object, matter, nominal, set_off) DO NOTHING",
);
/// Touches it again, if nobody else did.
pub const SAVE: Stmt = Stmt::new(
    "duty.save",
    "UPDATE duty SET last = $3, area = $4, town = $5, village = $6, grid = $7, state = $8, before = $9, day = $10, \
     touched = $11, happened = $12, minutes = $13, late = $14, note = $15, reason = $16, case_ref = $17, actor = $18, \
     keeper = $19, keeper_unit = $20, moved_to = $21, revision = $22 WHERE district = $1 AND id = $2 AND revision = $23",
);
/// The clock: an open row is missed or lapses.
pub const PASS: Stmt = Stmt::new(
    "duty.pass",
    "UPDATE duty SET state = $5, before = state, last = $6, keeper = NULL, keeper_unit = NULL, actor = 'clock', \
     touched = $7, revision = revision + 1 WHERE district = $1 AND object = $2 AND matter = $3 AND nominal = $4 \
     AND set_off = $8 AND state IN ('planned', 'moved', 'handed', 'offered', 'taken')",
);
/// The clock: a carried row that nobody has to mind any more.
pub const LAPSE: Stmt = Stmt::new(
    "duty.lapse",
    "UPDATE duty SET state = 'lapsed', before = state, last = $3, keeper = NULL, keeper_unit = NULL, actor = 'clock', \
     touched = $4, revision = revision + 1 WHERE district = $1 AND id = $2 AND last = 9999999",
);

/// Closes a grid's day, once.
pub const CLOSE: Stmt = Stmt::new(
    "duty.close",
    "INSERT INTO duty_close (district, grid, day, area, town, village, planned, done, skipped, missed, covered, sums, \
     digest, closed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
     ON CONFLICT (district, grid, day) DO NOTHING",
);
/// Closed days of a village.
pub const CLOSED_OF_VILLAGE: Stmt = Stmt::new(
    "duty.closed_of_village",
    "SELECT grid, village, day, covered, sums FROM duty_close WHERE district = $1 AND village = $2 AND day >= $3",
);
/// Closed days of a town.
pub const CLOSED_OF_TOWN: Stmt = Stmt::new(
    "duty.closed_of_town",
    "SELECT grid, village, day, covered, sums FROM duty_close WHERE district = $1 AND town = $2 AND day >= $3",
);
/// Closed days of a district, in order, after a grid and day.
pub const CLOSED: Stmt = Stmt::new(
    "duty.closed",
    "SELECT grid, day, planned, done, skipped, missed, digest, sums, town FROM duty_close \
     WHERE district = $1 AND (grid > $2 OR (grid = $2 AND day > $3)) ORDER BY grid, day LIMIT $4",
);
/// Whether a grid's day is closed.
pub const IS_CLOSED: Stmt =
    Stmt::new("duty.is_closed", "SELECT 1 FROM duty_close WHERE district = $1 AND grid = $2 AND day = $3");

/// Through which day a district is closed.
pub const HEAD: Stmt =
    Stmt::new("duty.head", "SELECT closed, edition, version FROM duty_head WHERE district = $1");
/// The first look at a district.
pub const FIRST_HEAD: Stmt = Stmt::new(
    "duty.first_head",
    "INSERT INTO duty_head (district, closed, edition, version) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (district) DO NOTHING",
);
/// A day is closed.
pub const CLOSED_THROUGH: Stmt =
    Stmt::new("duty.closed_through", "UPDATE duty_head SET closed = $2 WHERE district = $1 AND closed = $3");
/// The objects lie on this ground now.
pub const SETTLED: Stmt =
    Stmt::new("duty.settled", "UPDATE duty_head SET edition = $2, version = $3 WHERE district = $1");

/// Starts a trigger.
pub const START: Stmt = Stmt::new(
    "duty.start",
    "INSERT INTO duty_trigger (district, id, kind, measure, town, village, grid, building, from_day, to_day, called_off, \
     note, started, started_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, $13)",
);
/// Calls a trigger off, once.
pub const CALL_OFF: Stmt = Stmt::new(
    "duty.call_off",
    "UPDATE duty_trigger SET to_day = $3, called_off = 1, ended_by = $4 \
     WHERE district = $1 AND id = $2 AND called_off = 0 AND to_day >= $3",
);
/// Triggers of a town that run on a day.
pub const RUNNING: Stmt = Stmt::new(
    "duty.running",
    "SELECT id, kind, measure, town, village, grid, building, from_day, to_day, called_off, note, started \
     FROM duty_trigger WHERE district = $1 AND town = $2 AND to_day >= $3 AND from_day <= $3 ORDER BY id",
);
/// Triggers of a district that run on after a day, in one grid.
pub const RUNNING_ON: Stmt = Stmt::new(
    "duty.running_on",
    "SELECT id, kind, measure, town, village, grid, building, from_day, to_day, called_off, note, started \
     FROM duty_trigger WHERE district = $1 AND to_day > $2 AND grid IS NOT NULL ORDER BY id",
);
/// How many run in a grid on a day.
pub const RUNNING_HERE: Stmt = Stmt::new(
    "duty.running_here",
    "SELECT count(*) FROM duty_trigger WHERE district = $1 AND grid = $2 AND to_day >= $3 AND from_day <= $3",
);
/// Where objects went that left a grid after a day.
pub const HEIRS: Stmt = Stmt::new(
    "duty.heirs",
    "SELECT DISTINCT n.area, n.town, n.village, n.grid FROM duty_object o JOIN duty_object n ON n.district = $1 \
     AND n.id = o.id AND n.from_day = o.to_day WHERE o.district = $1 AND o.grid = $2 AND o.to_day > $3 \
     ORDER BY n.area, n.town, n.village, n.grid",
);
/// One trigger.
pub const TRIGGER: Stmt = Stmt::new(
    "duty.trigger",
    "SELECT id, kind, measure, town, village, grid, building, from_day, to_day, called_off, note, started \
     FROM duty_trigger WHERE district = $1 AND id = $2",
);

/// Somebody will be away.
pub const AWAY: Stmt = Stmt::new(
    "duty.away",
    "INSERT INTO duty_away (district, id, holding, grid, from_day, to_day, known, put_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);
/// Who is away from a grid on a day.
pub const AWAY_ON: Stmt = Stmt::new(
    "duty.away_on",
    "SELECT holding FROM duty_away WHERE district = $1 AND grid = $2 AND to_day >= $3 AND from_day <= $3",
);
/// Somebody is back.
pub const BACK: Stmt = Stmt::new(
    "duty.back",
    "UPDATE duty_away SET to_day = $4 WHERE district = $1 AND grid = $2 AND holding = $3 AND to_day > $4 \
     AND from_day <= $5",
);
/// Holdings of a grid's workers that reach into a span.
pub const HOLDERS: Stmt = Stmt::new(
    "duty.holders",
    "SELECT id FROM holding WHERE district = $1 AND unit = $2 AND role = 'grid_worker_full' AND starts < $4 \
     AND (ends IS NULL OR ends > $3)",
);
/// Who works a grid: holding, unit and the name among colleagues.
pub const COLLEAGUES: Stmt = Stmt::new(
    "duty.colleagues",
    "SELECT h.id, h.unit, a.called FROM holding h JOIN account a ON a.district = $1 AND a.id = h.account \
     WHERE h.district = $1 AND h.unit = $2 AND h.role = 'grid_worker_full' AND h.starts <= $3 \
     AND (h.ends IS NULL OR h.ends > $3) ORDER BY h.id LIMIT 20",
);
/// The day on which each object of a village was seen last, those not seen for longest first.
pub const UNSEEN: Stmt = Stmt::new(
    "duty.unseen",
    "SELECT o.id, (SELECT max(d.day) FROM duty d WHERE d.district = $1 AND d.object = o.id \
     AND d.state IN ('done', 'nothing_found', 'found')) AS seen FROM duty_object o \
     WHERE o.district = $1 AND o.village = $2 AND o.to_day > $3 AND o.from_day <= $3",
);

/// Settled rows older than the day `$3`, and whether they have a photo or paper; ids begin with the time of the first
/// touch, and `$2` is that time.
pub const OLD: Stmt = Stmt::new(
    "duty.old",
    "SELECT d.id, CASE WHEN EXISTS (SELECT 1 FROM file_link l WHERE l.district = $1 \
     AND l.subject = d.district || '.' || d.id) THEN 1 ELSE 0 END FROM duty d \
     WHERE d.district = $1 AND d.id < $2 AND d.last < $3 ORDER BY d.id LIMIT $4",
);
/// Forgets one of them.
pub const FORGET: Stmt =
    Stmt::new("duty.forget", "DELETE FROM duty WHERE district = $1 AND id = $2 AND last < $3");
/// Periods of objects that ended before a day, with name and door.
pub const OLD_OBJECTS: Stmt = Stmt::new(
    "duty.old_objects",
    "SELECT id, from_day FROM duty_object WHERE district = $1 AND to_day < $2 ORDER BY to_day LIMIT $3",
);
/// Forgets one of them.
pub const FORGET_OBJECT: Stmt = Stmt::new(
    "duty.forget_object",
    "DELETE FROM duty_object WHERE district = $1 AND id = $2 AND from_day = $3",
);
/// Forgets triggers that ended before a day; ids begin with their time.
pub const FORGET_TRIGGERS: Stmt = Stmt::new(
    "duty.forget_triggers",
    "DELETE FROM duty_trigger WHERE district = $1 AND id < $2 AND to_day < $3",
);
/// Forgets who was away; ids begin with their time.
pub const FORGET_AWAY: Stmt =
    Stmt::new("duty.forget_away", "DELETE FROM duty_away WHERE district = $1 AND id < $2 AND to_day < $3");

/// Every statement of this slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[
    &IN_GRID,
    &IN_VILLAGE,
    &ENDED_IN_GRID,
    &LEFT_GRID,
    &OBJECT,
    &IN_DISTRICT,
    &PUT_OBJECT,
    &END_OBJECT,
    &COUNTS,
    &GRIDS,
    &OF_GRID,
    &OF_ENDED,
    &BY_DAY,
    &ONE,
    &BY_ID,
    &OF_KEEPER,
    &OFFERED,
    &INSERT,
    &SAVE,
    &PASS,
    &LAPSE,
    &CLOSE,
    &CLOSED_OF_VILLAGE,
    &CLOSED_OF_TOWN,
    &CLOSED,
    &IS_CLOSED,
    &HEAD,
    &FIRST_HEAD,
    &CLOSED_THROUGH,
    &SETTLED,
    &START,
    &CALL_OFF,
    &RUNNING,
    &RUNNING_ON,
    &RUNNING_HERE,
    &HEIRS,
    &TRIGGER,
    &AWAY,
    &AWAY_ON,
    &BACK,
    &HOLDERS,
    &COLLEAGUES,
    &UNSEEN,
    &OLD,
    &FORGET,
    &OLD_OBJECTS,
    &FORGET_OBJECT,
    &FORGET_TRIGGERS,
    &FORGET_AWAY,
];

/// A word of the database, read back.
fn word<T>(
    row: &Row<'_>,
    i: usize,
    read: fn(&str) -> Option<T>,
    table: &'static str,
    column: &'static str,
) -> Result<T> {
    let text = row.str(i)?;
    read(text).ok_or_else(|| Error::Inconsistency { table, column, row: text.to_owned() })
}

fn place(row: &Row<'_>, i: usize) -> Result<Place> {
    Ok(Place {
        area: row.parse(i)?,
        town: row.parse(i + 1)?,
        village: row.parse(i + 2)?,
        grid: row.parse(i + 3)?,
    })
}

/// A row of the statements that read objects of `district`.
pub fn object(district: &District, row: &Row<'_>) -> Result<Object> {
    let point = match (row.opt_real(11)?, row.opt_real(12)?) {
        (Some(lon), Some(lat)) => Some(Coord { lon, lat }),
        _ => None,
    };
    Ok(Object {
        at: Ref::new(district.clone(), row.parse(0)?),
        from: row.int(1)?,
        to: row.int(2)?,
        began: row.int(3)?,
        kind: word(row, 4, ObjectKind::from_word, "duty_object", "kind")?,
        code: row.text(5)?,
        place: place(row, 6)?,
        building: row.opt_text(10)?,
        point,
        label: row.text(13)?,
        door: row.text(14)?,
        name: row.opt_blob(15)?,
        home: row.opt_blob(16)?,
    })
}

/// The parameters of [`PUT_OBJECT`].
pub fn put_object(it: &Object, known: wangge_base::Instant, by: &str) -> Vec<Value> {
    vec![
        (&it.at.district).into(),
        it.at.id.into(),
        it.from.into(),
        it.to.into(),
        it.began.into(),
        it.kind.word().into(),
        it.code.as_str().into(),
        (&it.place.area).into(),
        (&it.place.town).into(),
        (&it.place.village).into(),
        (&it.place.grid).into(),
        it.building.as_deref().into(),
        it.point.map(|p| p.lon).into(),
        it.point.map(|p| p.lat).into(),
        it.label.as_str().into(),
        it.door.as_str().into(),
        it.name.clone().into(),
        it.home.clone().into(),
        known.into(),
        by.into(),
    ]
}

/// A row of the statements that read touched occurrences.
pub fn touched(row: &Row<'_>) -> Result<Touched> {
    let reason = row
        .opt_str(18)?
        .map(|text| {
            SkipReason::from_word(text).ok_or_else(|| Error::Inconsistency {
                table: "duty",
                column: "reason",
                row: text.to_owned(),
            })
        })
        .transpose()?;
    Ok(Touched {
        id: row.parse(0)?,
        of: Occurrence {
            matter: row.parse(1)?,
            object: row.parse(3)?,
            nominal: row.int(4)?,
            trigger: Some(row.str(25)?).filter(|id| !id.is_empty()).map(str::parse).transpose()?,
        },
        version: row.int(2)?,
        last: row.int(5)?,
        place: place(row, 6)?,
        state: word(row, 10, DutyState::from_word, "duty", "state")?,
        before: word(row, 11, DutyState::from_word, "duty", "before")?,
        day: row.int(12)?,
        touched: row.at(13)?,
        happened: row.opt_at(14)?,
        minutes: row.int(15)?,
        late: row.bool(16)?,
        note: row.text(17)?,
        reason,
        case: row.opt_text(19)?,
        actor: row.text(20)?,
        keeper: row.opt_text(21)?,
        keeper_unit: row.opt_parse(22)?,
        moved_to: row.opt_int(23)?,
        revision: row.int(24)?,
    })
}

/// What changes with a touch, in the order of [`SAVE`] from `$3` on.
fn changing(it: &Touched) -> Vec<Value> {
    vec![
        it.last.into(),
        (&it.place.area).into(),
        (&it.place.town).into(),
        (&it.place.village).into(),
        (&it.place.grid).into(),
        it.state.word().into(),
        it.before.word().into(),
        it.day.into(),
        it.touched.into(),
        it.happened.into(),
        it.minutes.into(),
        it.late.into(),
        it.note.as_str().into(),
        it.reason.map(SkipReason::word).into(),
        it.case.as_deref().into(),
        it.actor.as_str().into(),
        it.keeper.as_deref().into(),
        it.keeper_unit.as_ref().into(),
        it.moved_to.into(),
        it.revision.into(),
    ]
}

/// The parameters of [`INSERT`].
pub fn insert(district: &District, it: &Touched) -> Vec<Value> {
    let mut row = vec![
        district.into(),
        it.id.into(),
        (&it.of.matter).into(),
        it.version.into(),
        it.of.object.into(),
        it.of.nominal.into(),
        set_off(&it.of),
    ];
    row.extend(changing(it));
    row
}

/// The trigger in the key of an occurrence.
pub fn set_off(of: &Occurrence) -> Value {
    of.trigger.map_or_else(|| Value::from(""), Value::from)
}

/// The parameters of [`SAVE`], against the revision before.
pub fn save(district: &District, it: &Touched, before: i64) -> Vec<Value> {
    let mut row = vec![district.into(), it.id.into()];
    row.extend(changing(it));
    row.push(before.into());
    row
}

/// A row of [`RUNNING`] and [`TRIGGER`].
pub fn trigger(district: &District, row: &Row<'_>) -> Result<Trigger> {
    Ok(Trigger {
        at: Ref::new(district.clone(), row.parse(0)?),
        on: word(row, 1, TriggerKind::from_word, "duty_trigger", "kind")?,
        measure: row.opt_real(2)?,
        town: row.parse(3)?,
        village: row.opt_parse(4)?,
        grid: row.opt_parse(5)?,
        building: row.opt_text(6)?,
        from: row.int(7)?,
        to: row.int(8)?,
        called_off: row.bool(9)?,
        note: row.text(10)?,
        started: row.at(11)?,
    })
}

/// The parameters of [`START`].
pub fn start(it: &Trigger, by: &str) -> Vec<Value> {
    vec![
        (&it.at.district).into(),
        it.at.id.into(),
        it.on.word().into(),
        it.measure.into(),
        (&it.town).into(),
        it.village.as_ref().into(),
        it.grid.as_ref().into(),
        it.building.as_deref().into(),
        it.from.into(),
        it.to.into(),
        it.note.as_str().into(),
        it.started.into(),
        by.into(),
    ]
}

/// The sums of a close as they are kept, by matter.
pub fn sums(text: &str) -> Result<std::collections::BTreeMap<wangge_base::MatterCode, Sums>> {
    serde_json::from_str(text).map_err(|why| Error::Inconsistency {
        table: "duty_close",
        column: "sums",
        row: why.to_string(),
    })
}
