//! Importing residents, counting them, looking at them because of a piece of work, uncovering one.

use serde_json::json;
use wangge_base::{District, Holder, Id, Ref, Refusal};
use wangge_store::{Read, Result, Tx, seal::Keys};

use super::{Errand, NewResident, Particular, Resident, flow, sql};
use crate::{
    access::Subject,
    audit,
    grid::Grids,
    place_of,
    premises::{self, Building, flow::LEAST},
    unit::Units,
};

/// Residents of one look at most: a tower of forty storeys has more; then one looks by storey.
const MOST: i64 = 300;

/// Adds residents of one district, changes those whose code is known, forgets those who moved out.
pub fn put(tx: &mut Tx, keys: &Keys, all: &[NewResident]) -> Result<()> {
    let now = tx.now();
    for of in all {
        let district = &of.building.district;
        if of.gone {
            tx.exec(&sql::FORGET, &[district.into(), (&of.code).into()])?;
            continue;
        }
        let known = id_of(tx, district, &of.code)?;
        let id = known.unwrap_or_else(|| tx.new_id());
        let values = sql::put(keys, &Ref::new(district.clone(), id), of, now)?;
        tx.exec(&sql::PUT, &values)?;
    }
    Ok(())
}

/// Who has a code in the list of a district.
pub fn id_of(r: &mut Read, district: &District, code: &str) -> Result<Option<Id<Resident>>> {
    r.opt(&sql::KNOWN, &[district.into(), code.into()], |row| row.parse(0))
}

/// How many are registered in a building; `None` below five.
pub fn count(r: &mut Read, at: &Ref<Building>) -> Result<Option<i64>> {
    let n = r.one(&sql::COUNT, &[(&at.district).into(), at.id.into()], |row| row.int(0))?;
    Ok((n >= LEAST).then_some(n))
}

/// Who looks, because of what.
#[derive(Clone, Copy, Debug)]
pub struct Looking<'a> {
    /// The ground as it is divided now.
    pub ground: (&'a Units, &'a Grids),
    /// Who.
    pub holder: &'a Holder,
    /// Reference of the piece of work.
    pub work: &'a str,
    /// What it is, if anything.
    pub errand: Option<&'a Errand>,
    /// Why, 4 to 200 characters.
    pub reason: &'a str,
}

/// Where a building lies today: grids may have been divided anew since it was imported.
fn place(it: &Looking<'_>, building: &Building) -> Result<Subject, Refusal> {
    let (units, grids) = it.ground;
    place_of(units, &premises::flow::site(units, grids, building.of.at)?.grid)
}

/// The residents of a building, or of one storey of it, to be shown masked. That somebody looked is written down in
/// the same transaction.
///
/// # Errors
/// As [`flow::may_look`]; `NotFound` for a building that is not there; `Invalid` without a reason.
pub fn look(
    tx: &mut Tx,
    keys: &Keys,
    it: &Looking<'_>,
    at: &Ref<Building>,
    storey: Option<i64>,
) -> Result<Vec<Resident>> {
    let building = premises::verbs::building(tx, at)?;
    flow::may_look(it.holder, (&place(it, &building)?, building.of.at), it.errand)?;
    let values = [(&at.district).into(), at.id.into(), storey.unwrap_or(0).into(), MOST.into()];
    let found = tx.query(&sql::AT, &values, |row| sql::resident(keys, &at.district, row))?;
    let facts = json!({ "storey": storey, "rows": found.len() });
    audit::look(
        tx,
        &at.district,
        it.holder,
        audit::Kind::Looked,
        &at.to_string(),
        (it.work, it.reason),
        &facts,
    )?;
    Ok(found)
}

/// One particular of one resident, uncovered. Written down with the piece of work and the reason.
///
/// # Errors
/// As [`look`]; `NotFound` for a resident who is not there.
pub fn reveal(
    tx: &mut Tx,
    keys: &Keys,
    it: &Looking<'_>,
    at: &Ref<Resident>,
    what: Particular,
) -> Result<Option<String>> {
    let key = [(&at.district).into(), at.id.into()];
    let found = tx.opt(&sql::ONE, &key, |row| sql::resident(keys, &at.district, row))?;
    let found = found.ok_or_else(|| Refusal::not_found("没有这位住户", "There is no such resident"))?;
    let home: Ref<Building> = Ref::new(at.district.clone(), found.building);
    let building = premises::verbs::building(tx, &home)?;
    flow::may_look(it.holder, (&place(it, &building)?, building.of.at), it.errand)?;
    let facts = json!({ "what": [what.word()], "building": home });
    audit::look(
        tx,
        &at.district,
        it.holder,
        audit::Kind::Revealed,
        &at.to_string(),
        (it.work, it.reason),
        &facts,
    )?;
    Ok(match what {
        Particular::Name => Some(found.name),
        Particular::Phone => found.phone,
    })
}
