//! What can be done with units: stage an edition, check it, activate it, throw it away; change a
//! town's governing parent; put posts.

use std::{collections::HashMap, sync::Arc};

use wangge_base::{District, Instant, Kind, Refusal, UnitCode};
use wangge_store::{Db, Error, Event, Read, Result, Row, Tx};

use super::{
    EditionState, NewUnit, Post, UnitKind, Units,
    flow::{self, Band, Fault},
    sql,
};
use crate::grid;

/// Rows written in one transaction: well within the time a write may take.
const PORTION: usize = 400;

/// An edition as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Number, counted up.
    pub id: i64,
    /// Name, e.g. the file it came from.
    pub name: String,
    /// Where it stands.
    pub state: EditionState,
    /// Counts portions staged.
    pub revision: i64,
    /// The revision last checked without a grave fault; -1: none.
    pub checked: i64,
    /// Units when checked.
    pub units: i64,
    /// Grid shapes when checked.
    pub grids: i64,
    /// When it was opened.
    pub created: Instant,
    /// When it came into force.
    pub activated: Option<Instant>,
    /// When the next one replaced it.
    pub retired: Option<Instant>,
}

fn edition(row: &Row) -> Result<Edition> {
    let state = row.text(2)?;
    Ok(Edition {
        id: row.int(0)?,
        name: row.text(1)?,
        state: EditionState::from_word(&state).ok_or(Error::Inconsistency {
            table: "geo_edition",
            column: "state",
            row: state,
        })?,
        revision: row.int(3)?,
        checked: row.int(4)?,
        units: row.int(5)?,
        grids: row.int(6)?,
        created: row.at(7)?,
        activated: row.opt_at(8)?,
        retired: row.opt_at(9)?,
    })
}

/// The editions, latest first, at most a hundred.
pub fn editions(r: &mut Read) -> Result<Vec<Edition>> {
    r.query(&sql::EDITIONS, &[], edition)
}

fn the_edition(r: &mut Read, id: i64) -> Result<Edition> {
    let found = r.opt(&sql::EDITION, &[id.into()], edition)?;
    Ok(found.ok_or_else(|| Refusal::not_found("没有这个版次", "There is no such edition"))?)
}

/// Opens an edition to stage rows into.
pub fn open(tx: &mut Tx, name: &str) -> Result<i64> {
    let last = tx.one(&sql::LAST_EDITION, &[], |row| row.int(0))?;
    let now = tx.now();
    if tx.exec(&sql::NEW_EDITION, &[(last + 1).into(), name.into(), now.into()])? == 0 {
        return Err(Error::Retry("another edition was opened at the same moment".into()));
    }
    Ok(last + 1)
}

/// Adds rows to a staged edition. Sending the same rows again changes nothing; a code or old grid's
/// name that another row has is a fault.
pub fn stage(tx: &mut Tx, id: i64, rows: &[NewUnit]) -> Result<Vec<Fault>> {
    still_staged(tx, id)?;
    let counts = tx.batch(rows.iter().map(|row| (&sql::INSERT_UNIT, sql::unit_values(id, row))).collect())?;
    let mut faults = Vec::new();
    for (row, _) in rows.iter().zip(counts).filter(|(_, count)| *count == 0) {
        let first = tx.one(&sql::LINE_OF, &[id.into(), (&row.code).into()], |r| r.int(0))?;
        if first != row.line {
            faults.push(flow::twice(row.line, row.code.as_str(), first));
        }
    }
    let mut aliases = Vec::new();
    for row in rows {
        for (scheme, alias) in &row.aliases {
            let values = vec![id.into(), scheme.into(), alias.into(), (&row.code).into(), row.line.into()];
            aliases.push((&sql::INSERT_ALIAS, values));
        }
    }
    let keys: Vec<(String, String)> = rows.iter().flat_map(|row| row.aliases.clone()).collect();
    let owners = rows.iter().flat_map(|row| row.aliases.iter().map(move |_| row));
    for ((row, key), _) in owners.zip(&keys).zip(tx.batch(aliases)?).filter(|(_, count)| *count == 0) {
        let values = [id.into(), (&key.0).into(), (&key.1).into()];
        let (line, unit) = tx.one(&sql::ALIAS_LINE, &values, |r| Ok((r.int(0)?, r.text(1)?)))?;
        if unit != row.code.as_str() {
            faults.push(flow::alias_twice(row.line, row.code.as_str(), &key.1, line));
        }
    }
    Ok(faults)
}

pub(crate) fn still_staged(tx: &mut Tx, id: i64) -> Result<()> {
    if tx.exec(&sql::STAGED_MORE, &[id.into()])? == 1 {
        return Ok(());
    }
    Err(Refusal::not_allowed(
        "edition.not_staged",
        "该版次已启用或已撤销,不能再改;请新建版次",
        "This edition is in force or gone and cannot be changed; open a new one",
    )
    .into())
}

/// Puts a checked edition in force, units and grids at once. The one before stays, retired.
pub fn activate(tx: &mut Tx, id: i64) -> Result<()> {
    let now = tx.now();
    if the_edition(tx, id)?.state == EditionState::Active {
        return Ok(());
    }
    // The one row is taken first: of two activations one waits, and retires what the other made.
    tx.exec(&sql::FIRST_ACTIVE, &[now.into()])?;
    tx.exec(&sql::SET_ACTIVE, &[id.into(), now.into()])?;
    if tx.exec(&sql::ACTIVATE, &[id.into(), now.into()])? == 0 {
        return Err(Refusal::not_allowed(
            "edition.not_checked",
            "该版次尚未通过检查,或检查后又有改动;请重新检查后再启用",
            "This edition has not passed its check, or has changed since; check it again, then activate it",
        )
        .into());
    }
    tx.exec(&sql::RETIRE, &[id.into(), now.into()])?;
    tx.emit(Event {
        district: District::city(),
        kind: "geography.activated",
        subject: id.to_string(),
        scope: Vec::new(),
        data: serde_json::json!({ "edition": id }),
    });
    Ok(())
}

/// Checks a staged edition as it lies in the database, units and shapes. Without a grave fault it
/// may be activated. Faults come by row, grave ones first.
pub async fn check(db: &Db, id: i64, band: Band) -> Result<Checked> {
    let (revision, mut checked) = db
        .report(move |r| {
            let revision = the_edition(r, id)?.revision;
            let before = super::load(r)?;
            let rows = r.query(&sql::UNITS, &[id.into()], sql::unit)?;
            let shapes = grid::verbs::staged(r, id)?;
            let mut checked = look(&rows, &shapes, &before, band);
            let reused = r.query(&sql::REUSED, &[id.into()], |row| {
                Ok(flow::reused(row.int(0)?, &row.parse(1)?, row.int(2)?))
            })?;
            checked.faults.extend(reused);
            Ok((revision, checked))
        })
        .await?;
    checked.settle();
    if checked.is_good() {
        let (units, grids) = (checked.units, checked.grids);
        let marked = db
            .write(move |tx| {
                tx.exec(&sql::CHECKED, &[id.into(), revision.into(), units.into(), grids.into()])
            })
            .await?;
        if marked == 0 {
            return Err(Refusal::stale(revision).into());
        }
    }
    Ok(checked)
}

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Units.
    pub units: i64,
    /// Grid shapes.
    pub grids: i64,
    /// Area of the shapes, square kilometres.
    pub area_km2: f64,
    /// What is wrong, grave faults first, then by row.
    pub faults: Vec<Fault>,
}

impl Checked {
    /// Whether the edition may be activated.
    pub fn is_good(&self) -> bool {
        self.faults.iter().all(|fault| !fault.grave)
    }
    fn settle(&mut self) {
        self.faults.sort_by(|a, b| b.grave.cmp(&a.grave).then_with(|| a.cmp(b)));
        self.faults.dedup();
    }
}

/// The same check on rows that are nowhere yet: for a dry run.
pub fn look(rows: &[NewUnit], shapes: &[grid::NewShape], before: &Units, band: Band) -> Checked {
    let mut faults = flow::check(rows, before, &band);
    let covered = grid::flow::check(shapes, rows, &mut faults);
    let mut checked = Checked {
        units: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        grids: i64::try_from(shapes.len()).unwrap_or(i64::MAX),
        area_km2: covered,
        faults,
    };
    checked.settle();
    checked
}

/// A whole geography on its way in.
#[derive(Clone, Debug)]
pub struct Import {
    /// Name of the edition.
    pub name: String,
    /// The units; absent: those in force, with the grids of `shapes`.
    pub units: Option<Vec<NewUnit>>,
    /// The grids' shapes; absent: those in force, of grids that still exist.
    pub shapes: Option<Vec<grid::NewShape>>,
    /// Check only.
    pub dry_run: bool,
    /// Usual spans of grids.
    pub band: Band,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The edition now in force; absent when it was a dry run or has grave faults.
    pub edition: Option<i64>,
    /// The check.
    pub checked: Checked,
}

/// Takes in a geography: stages it in portions, checks it and activates it at once, or leaves
/// nothing behind. `say(done, total)` is called as it goes.
pub async fn import(db: &Db, what: Import, say: impl Fn(usize, usize) + Send) -> Result<Imported> {
    let seen = db.read(super::stamp).await?;
    let (units, shapes) = whole(db, what.units, what.shapes).await?;
    if what.dry_run {
        let band = what.band;
        let checked = db.report(move |r| Ok(look(&units, &shapes, &super::load(r)?, band))).await?;
        return Ok(Imported { edition: None, checked });
    }
    clear_wrecks(db).await?;
    let name = what.name;
    let id = db.write(move |tx| open(tx, &name)).await?;
    let total = units.len() + shapes.len();
    let mut faults = Vec::new();
    for from in (0..units.len()).step_by(PORTION) {
        let (units, to) = (units.clone(), (from + PORTION).min(units.len()));
        faults.extend(db.write(move |tx| stage(tx, id, &units[from..to])).await?);
        say(to, total);
    }
    for from in (0..shapes.len()).step_by(PORTION) {
        let (shapes, to) = (shapes.clone(), (from + PORTION).min(shapes.len()));
        faults.extend(db.write(move |tx| grid::verbs::stage(tx, id, &shapes[from..to])).await?);
        say(units.len() + to, total);
    }
    drop((units, shapes));
    let mut checked = check(db, id, what.band).await?;
    checked.faults.extend(faults);
    checked.settle();
    if !checked.is_good() {
        discard(db, id).await?;
        return Ok(Imported { edition: None, checked });
    }
    let done = db.write(move |tx| {
        activate(tx, id)?;
        // What was carried over, and checked against, must still be what is in force.
        let moved = super::stamp(tx)? != (id, seen.1 + 1);
        if moved { Err(moved_on().into()) } else { Ok(()) }
    });
    if let Err(no) = done.await {
        discard(db, id).await?;
        return Err(no);
    }
    Ok(Imported { edition: Some(id), checked })
}

/// Throws away what imports that broke off an hour ago or more have left staged.
async fn clear_wrecks(db: &Db) -> Result<()> {
    let (all, now) = db.read(|r| Ok((editions(r)?, r.now()))).await?;
    for wreck in all.iter().filter(|e| e.state == EditionState::Staged && e.created.plus_minutes(60) < now) {
        discard(db, wreck.id).await?;
    }
    Ok(())
}

fn moved_on() -> Refusal {
    Refusal::new(
        Kind::Stale,
        "edition.moved",
        "地理版次刚刚更换,请刷新后再操作",
        "Another edition has just come into force: load again, then repeat",
    )
}

type Whole = (Arc<[NewUnit]>, Arc<[grid::NewShape]>);

/// Completes what is given by what is in force.
async fn whole(db: &Db, units: Option<Vec<NewUnit>>, shapes: Option<Vec<grid::NewShape>>) -> Result<Whole> {
    let (units, shapes) = match (units, shapes) {
        (Some(units), Some(shapes)) => (units, shapes),
        (Some(units), None) => {
            let shapes_in_force = |r: &mut Read| {
                let (id, _) = super::stamp(r)?;
                grid::verbs::staged(r, id)
            };
            let mut shapes = db.report(shapes_in_force).await?;
            let kept: std::collections::HashSet<&UnitCode> = units.iter().map(|unit| &unit.code).collect();
            shapes.retain(|shape| kept.contains(&shape.code));
            (units, shapes)
        }
        (None, shapes) => {
            let mut units = db.report(in_force).await?;
            let shapes = shapes.unwrap_or_default();
            grid::flow::replace_grids(&mut units, &shapes);
            (units, shapes)
        }
    };
    Ok((units.into(), shapes.into()))
}

/// The units in force that have not ended, with their old line grids.
pub fn in_force(r: &mut Read) -> Result<Vec<NewUnit>> {
    let (id, _) = super::stamp(r)?;
    let mut units = r.query(&sql::UNITS, &[id.into()], sql::unit)?;
    units.retain(|unit| unit.valid_to.is_none());
    let mut aliases: HashMap<String, Vec<(String, String)>> = HashMap::new();
    r.query(&sql::ALL_ALIASES, &[id.into()], |row| {
        aliases.entry(row.text(0)?).or_default().push((row.text(1)?, row.text(2)?));
        Ok(())
    })?;
    for unit in &mut units {
        // Where a row of the new source cannot be named, it is row 0.
        unit.line = 0;
        unit.aliases = aliases.remove(unit.code.as_str()).unwrap_or_default();
    }
    Ok(units)
}

/// Throws a staged edition away, in portions.
pub async fn discard(db: &Db, id: i64) -> Result<()> {
    let mut after = String::new();
    loop {
        let from = after.clone();
        let next = db
            .read(move |r| {
                let most = i64::try_from(4 * PORTION).unwrap_or(i64::MAX);
                r.opt(&sql::PORTION, &[id.into(), from.as_str().into(), most.into()], |row| row.text(0))
            })
            .await?;
        let (from, to) = (after, next.clone());
        db.write(move |tx| {
            // No unit code sorts behind this one: codes are letters, digits and hyphens.
            let to = to.as_deref().unwrap_or("~");
            for stmt in [&sql::DROP_UNITS, &sql::DROP_ALIASES, &grid::sql::DROP] {
                tx.exec(stmt, &[id.into(), from.as_str().into(), to.into()])?;
            }
            Ok(())
        })
        .await?;
        match next {
            Some(code) => after = code,
            None => break,
        }
    }
    db.write(move |tx| tx.exec(&sql::DROP_EDITION, &[id.into()]).map(drop)).await
}

/// Puts a town under another district or zone from now on. Its home shard stays.
pub fn govern(tx: &mut Tx, units: &Units, town: &UnitCode, parent: &UnitCode) -> Result<()> {
    let known = |code: &UnitCode| {
        let no = || Refusal::not_found(format!("没有单位{code}"), format!("There is no unit {code}"));
        units.get(code.as_str()).filter(|unit| unit.is_in_use()).ok_or_else(no)
    };
    let (own, to) = (known(town)?, known(parent)?);
    if own.kind() != UnitKind::Town || !matches!(to.kind(), UnitKind::District | UnitKind::Zone) {
        return Err(Refusal::invalid(
            "parent",
            "只有镇街可以改变管理归属,且只能归区县或开发区",
            "Only a town changes hands, and only to a district or zone",
        )
        .into());
    }
    let now = tx.now();
    let last = tx.one(&sql::HAS_GOVERNOR, &[town.into()], |row| row.opt_at(0))?;
    if last.is_none() {
        let first = own.parent().map(|up| up.code());
        tx.exec(&sql::INSERT_GOVERNOR, &[town.into(), first.into(), 0.into(), now.into()])?;
    } else {
        tx.exec(&sql::END_GOVERNOR, &[town.into(), now.into()])?;
    }
    let no_end: Option<Instant> = None;
    if tx.exec(&sql::INSERT_GOVERNOR, &[town.into(), parent.into(), now.into(), no_end.into()])? == 0 {
        return Err(Refusal::stale(units.version()).into());
    }
    touch(tx, units)?;
    tx.emit(Event {
        district: own.district().clone(),
        kind: "unit.governed",
        subject: town.to_string(),
        scope: vec![town.to_string(), parent.to_string()],
        data: serde_json::json!({ "town": town, "parent": parent }),
    });
    Ok(())
}

/// Marks a change inside the edition that the caller saw, so that all nodes load it again.
pub(crate) fn touch(tx: &mut Tx, units: &Units) -> Result<()> {
    let now = tx.now();
    if tx.exec(&sql::TOUCH, &[units.edition().into(), now.into()])? == 1 {
        return Ok(());
    }
    Err(moved_on().into())
}

/// Puts posts: new ones are added, those of the same code replaced.
pub fn put_posts(tx: &mut Tx, units: &Units, posts: &[Post]) -> Result<()> {
    tx.batch(posts.iter().map(|post| (&sql::PUT_POST, sql::post_values(post))).collect())?;
    let now = tx.now();
    // Before the first edition there is nothing to load again.
    tx.exec(&sql::TOUCH, &[units.edition().into(), now.into()]).map(drop)
}

/// Old line grids (多网合一) merged into a unit: scheme and name.
pub fn aliases(r: &mut Read, edition: i64, unit: &UnitCode) -> Result<Vec<(String, String)>> {
    r.query(&sql::ALIASES, &[edition.into(), unit.into()], |row| Ok((row.text(0)?, row.text(1)?)))
}

/// The unit that an old line grid was merged into.
pub fn by_alias(r: &mut Read, edition: i64, scheme: &str, alias: &str) -> Result<Option<UnitCode>> {
    r.opt(&sql::BY_ALIAS, &[edition.into(), scheme.into(), alias.into()], |row| row.parse(0))
}

/// One step of a grid's descent: which became which, how and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Descent {
    /// The one before.
    pub old: UnitCode,
    /// The one after.
    pub new: UnitCode,
    /// `split` or `merge`.
    pub kind: String,
    /// When.
    pub at: Instant,
}

/// What a grid came from and went into within an edition.
pub fn lineage(r: &mut Read, edition: i64, unit: &UnitCode) -> Result<Vec<Descent>> {
    r.query(&sql::LINEAGE, &[edition.into(), unit.into()], |row| {
        Ok(Descent { old: row.parse(0)?, new: row.parse(1)?, kind: row.text(2)?, at: row.at(3)? })
    })
}
