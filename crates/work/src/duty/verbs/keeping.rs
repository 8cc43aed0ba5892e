//! Objects: adding, ending, uncovering, reading.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::{Coord, District, Holder, Id, Ref, Refusal, UnitCode};
use wangge_realm::{
    access::{self, Verb},
    audit,
};
use wangge_store::{Read, Result, Tx};

use super::{ground, ground_at, object, shown, subject, today};
use crate::{
    World,
    duty::{Day, OPEN, Object, Place, sql},
    matter::ObjectKind,
};

/// An object as it is added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewObject {
    /// What it is.
    pub kind: ObjectKind,
    /// Name, 1 to 60 characters; sealed for elders, children and households.
    pub name: String,
    /// Door or address, up to 120 characters; sealed likewise.
    #[serde(default)]
    pub door: String,
    /// Code of its building, where it has one.
    #[serde(default)]
    pub building: Option<String>,
    /// Its point, WGS-84: the grid follows from it, also after borders change.
    #[serde(default)]
    pub point: Option<Coord>,
    /// Its grid, for what has no point.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    pub grid: Option<UnitCode>,
}

/// What is wrong with an object, by field.
///
/// # Errors
/// `Invalid`.
pub fn fit(it: &NewObject) -> Result<(), Refusal> {
    if it.name.trim().is_empty() || it.name.chars().count() > 60 {
        return Err(Refusal::invalid("name", "名称为1至60个字", "A name has 1 to 60 characters"));
    }
    if it.door.chars().count() > 120 {
        return Err(Refusal::invalid("door", "门牌最多120个字", "A door has at most 120 characters"));
    }
    if it.building.as_ref().is_some_and(|code| code.is_empty() || code.len() > 64) {
        return Err(Refusal::invalid(
            "building",
            "楼栋编码为1至64字节",
            "A building's code has 1 to 64 bytes",
        ));
    }
    if it.kind == ObjectKind::Grid {
        return Err(Refusal::invalid(
            "kind",
            "网格本身自动成为对象,不用添加",
            "A grid is an object by itself: it need not be added",
        ));
    }
    Ok(())
}

/// Where an object lies: by its point, else in the grid named.
///
/// # Errors
/// Outside the city, neither given, or a grid that has ended.
pub fn site(world: &World, it: &NewObject) -> Result<(District, Place)> {
    if let Some(point) = it.point {
        return ground_at(world, Coord::new(point.lon, point.lat)?);
    }
    let grid = it.grid.as_ref().ok_or_else(|| {
        Refusal::invalid("point", "请在地图上选点,或给出网格", "Choose a point on the map, or a grid")
    })?;
    if !world.units.exists(grid) {
        return Err(Refusal::invalid(
            "grid",
            "没有这个网格,或已停用",
            "There is no such grid, or it has ended",
        )
        .into());
    }
    ground(world, grid)
}

/// An object as it is kept, sealed where it is about people.
fn sealed(
    world: &World,
    at: Ref<Object>,
    place: Place,
    it: &NewObject,
    code: &str,
    from: Day,
) -> Result<Object> {
    let row = at.to_string();
    let person = it.kind.is_person();
    let seal = |column: &str, text: &str| {
        person.then(|| world.keys.seal("duty_object", &row, column, text.trim().as_bytes())).transpose()
    };
    let (name, home) = (seal("name", &it.name)?, seal("home", &it.door)?);
    let plain = |text: &str| if person { String::new() } else { text.trim().to_owned() };
    Ok(Object {
        at,
        kind: it.kind,
        code: code.to_owned(),
        from,
        to: OPEN,
        began: from,
        place,
        building: it.building.clone(),
        point: it.point,
        label: plain(&it.name),
        door: plain(&it.door),
        name,
        home,
    })
}

/// Adds an object from today on: for the community.
///
/// # Errors
/// `Invalid` by field; `Forbidden` outside the community.
pub fn add(tx: &mut Tx, world: &World, holder: &Holder, it: &NewObject) -> Result<Ref<Object>> {
    fit(it)?;
    let (district, place) = site(world, it)?;
    access::may(holder, Verb::DutyKeep, &subject(&district, &place, it.kind.is_person(), None))?;
    let at = Ref::new(district, tx.new_id::<Object>());
    let from = today(world, tx);
    let one = sealed(world, at.clone(), place, it, "", from)?;
    let now = tx.now();
    tx.exec(&sql::PUT_OBJECT, &sql::put_object(&one, now, &holder.person))?;
    Ok(at)
}

/// The id of an object that comes from a list: the same code is the same object.
pub fn id_of(world: &World, district: &District, code: &str) -> Id<Object> {
    let secret = world.keys.blind("duty.object", &format!("{district}/{code}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&secret[..16]);
    Id::from_bytes(bytes)
}

/// What an import of objects did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Put {
    /// New ones.
    pub added: usize,
    /// Already there: left as they are.
    pub there: usize,
}

/// Adds objects of one district from a list, from today on; those whose code is known stay as they are.
pub fn put(
    tx: &mut Tx,
    world: &World,
    all: &[(District, Place, NewObject, String)],
    by: &str,
) -> Result<Put> {
    let (from, now) = (today(world, tx), tx.now());
    let mut done = Put::default();
    for (district, place, it, code) in all {
        let at = Ref::new(district.clone(), id_of(world, district, code));
        let there = tx.opt(&sql::OBJECT, &[district.into(), at.id.into(), OPEN.into()], |_| Ok(()))?;
        if there.is_some() {
            done.there += 1;
            continue;
        }
        let one = sealed(world, at, place.clone(), it, code, from)?;
        tx.exec(&sql::PUT_OBJECT, &sql::put_object(&one, now, by))?;
        done.added += 1;
    }
    Ok(done)
}

/// Ends an object: from today on nobody goes there any more. Ending twice is ending once.
///
/// # Errors
/// `Forbidden` outside the community, `NotFound`.
pub fn end(tx: &mut Tx, world: &World, holder: &Holder, at: &Ref<Object>) -> Result<()> {
    let day = today(world, tx);
    let it = object(tx, at, day)?;
    access::may(holder, Verb::DutyKeep, &subject(&at.district, &it.place, it.kind.is_person(), None))?;
    let now = tx.now();
    let row = [(&at.district).into(), at.id.into(), day.into(), now.into(), holder.person.as_str().into()];
    tx.exec(&sql::END_OBJECT, &row)?;
    Ok(())
}

/// Name and door, uncovered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ObjectUncovered {
    /// Name.
    pub name: String,
    /// Door.
    pub door: String,
}

/// Uncovers a person's name for a reason that is kept: for whoever does the duty.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Invalid` without a reason.
pub fn reveal(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    at: &Ref<Object>,
    reason: &str,
) -> Result<ObjectUncovered> {
    let day = today(world, tx);
    let it = object(tx, at, day)?;
    access::may(holder, Verb::DutySee, &subject(&at.district, &it.place, it.kind.is_person(), None))?;
    audit::reveal(tx, &at.district, holder, &at.to_string(), &["name"], reason)?;
    let (name, door) =
        if it.kind.is_person() { super::opened(world, &it)? } else { (it.label.clone(), it.door.clone()) };
    Ok(ObjectUncovered { name, door })
}

/// An object in a list: a person's name is masked.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ObjectRow {
    /// Its reference.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<Object>,
    /// What it is.
    pub kind: ObjectKind,
    /// Name; of a person 曾**.
    pub label: String,
    /// Door.
    pub door: String,
    /// Code of its building.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// Its point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<Coord>,
    /// Its grid today.
    #[schema(value_type = String)]
    pub grid: UnitCode,
    /// Since when duties are done there.
    #[schema(value_type = String, format = Date)]
    pub since: jiff::civil::Date,
}

/// Objects of a community today, by reference, after one.
pub fn objects(
    r: &mut Read,
    world: &World,
    district: &District,
    village: &UnitCode,
    after: &str,
    most: i64,
) -> Result<Vec<ObjectRow>> {
    let day = today(world, r);
    let key = [district.into(), village.into(), day.into(), after.into(), most.into()];
    let all = r.query(&sql::IN_VILLAGE, &key, |row| sql::object(district, row))?;
    all.into_iter()
        .map(|it| {
            let (label, door) = shown(world, &it)?;
            Ok(ObjectRow {
                kind: it.kind,
                label,
                door,
                building: it.building,
                point: it.point,
                grid: it.place.grid,
                since: wangge_base::civil_date(it.began),
                at: it.at,
            })
        })
        .collect()
}

/// Objects of a kind in a community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// Village or community.
    pub village: UnitCode,
    /// Kind.
    pub kind: ObjectKind,
    /// How many.
    pub count: i64,
}

/// How many objects of each kind each community of a district has on `day`: what a matter would touch.
pub fn object_counts(r: &mut Read, district: &District, day: Day) -> Result<Vec<KindCount>> {
    let row = |row: &wangge_store::Row<'_>| {
        let word = row.str(1)?;
        let kind = ObjectKind::from_word(word).ok_or_else(|| wangge_store::Error::Inconsistency {
            table: "duty_object",
            column: "kind",
            row: word.to_owned(),
        })?;
        Ok(KindCount { village: row.parse(0)?, kind, count: row.int(2)? })
    };
    r.query(&sql::COUNTS, &[district.into(), day.into()], row)
}
