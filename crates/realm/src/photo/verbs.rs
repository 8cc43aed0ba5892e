//! Keeping photos of places, looking at them, taking them back.

use serde_json::json;
use wangge_base::{Coord, District, Holder, Ref, Refusal};
use wangge_store::{Event, Read, Result, Tx, Value};

use super::{Audience, Photo, Place, flow, sql, subject};
use crate::{
    access::{self, Verb},
    file::{self, File, Media},
    premises::{self, Building},
    unit::Units,
};

/// Photos of one place at most.
const MOST: i64 = 60;

/// A photo on its way in. The picture has been uploaded to the same home shard.
#[derive(Clone, Debug)]
pub struct New {
    /// The picture.
    pub file: Ref<File>,
    /// The home shard of the place.
    pub district: District,
    /// The place.
    pub place: Place,
    /// Where, WGS-84.
    pub point: Coord,
    /// Of which building.
    pub building: Option<Ref<Building>>,
    /// Of which point, by its code.
    pub of_point: Option<String>,
    /// The day it was taken, checked.
    pub taken: String,
    /// Who sees it.
    pub audience: Audience,
}

/// Where a photo lies: the units of a grid.
///
/// # Errors
/// A grid that has ended.
pub fn place(units: &Units, grid: wangge_base::UnitCode) -> Result<Place, Refusal> {
    let home = units
        .home(&grid)
        .ok_or_else(|| Refusal::invalid("lon", "该地点不在本市范围内", "This place is not in the city"))?;
    Ok(Place { area: home.area, town: home.town, village: home.village, grid })
}

/// Keeps a photo.
///
/// # Errors
/// `Forbidden` outside of one's own grid or community, `NotFound` for a building, point or picture that is not there,
/// `Invalid` for what is no picture.
pub fn put(tx: &mut Tx, holder: &Holder, new: New) -> Result<Photo> {
    access::may(holder, Verb::PhotoPut, &subject(&new.district, &new.place, &holder.person))?;
    if let Some(code) = &new.of_point
        && !premises::verbs::is_point(tx, &new.district, code)?
    {
        return Err(Refusal::not_found("没有这个点位", "There is no such point").into());
    }
    let it = Photo {
        at: Ref::new(new.district, tx.new_id()),
        place: new.place,
        point: new.point,
        building: new.building,
        of_point: new.of_point,
        file: new.file,
        taken: new.taken,
        audience: new.audience,
        by: holder.person.clone(),
        called: holder.called.clone(),
        created: tx.now(),
    };
    let picture = file::link(tx, &it.file, &Ref::new(it.at.district.clone(), it.at.id.cast()), Some(&it.by))?;
    if picture.media == Media::Pdf {
        return Err(Refusal::invalid("file", "请上传照片", "A photo is wanted").into());
    }
    tx.exec(&sql::ADD, &sql::add(&it))?;
    tell(tx, &it, "photo.kept");
    Ok(it)
}

/// One photo that a holder may see.
///
/// # Errors
/// `NotFound` when there is none, or not for him.
pub fn one(r: &mut Read, holder: &Holder, at: &Ref<Photo>) -> Result<Photo> {
    let found =
        r.opt(&sql::GET, &[(&at.district).into(), at.id.into()], |row| sql::photo(&at.district, row))?;
    Ok(found
        .filter(|photo| flow::sees(holder, photo))
        .ok_or_else(|| Refusal::not_found("没有这张照片,或您不能查看", "There is no such photo for you"))?)
}

/// Photos of a building that a holder may see, the latest day first.
pub fn of_building(r: &mut Read, holder: &Holder, at: &Ref<Building>) -> Result<Vec<Photo>> {
    let values = [(&at.district).into(), at.id.to_string().into(), MOST.into()];
    let all = r.query(&sql::OF_BUILDING, &values, |row| sql::photo(&at.district, row))?;
    Ok(all.into_iter().filter(|photo| flow::sees(holder, photo)).collect())
}

/// Photos in a box, of one point if named, that a holder may see, the latest day first.
pub fn in_box(
    r: &mut Read,
    holder: &Holder,
    districts: impl IntoIterator<Item = District>,
    (low, high): (Coord, Coord),
    point: Option<&str>,
    most: i64,
) -> Result<Vec<Photo>> {
    let mut all = Vec::new();
    for district in districts {
        let [south, north, west, east] = [low.lat, high.lat, low.lon, high.lon].map(Value::from);
        let values = [(&district).into(), south, north, west, east, most.into()];
        all.extend(r.query(&sql::IN_BOX, &values, |row| sql::photo(&district, row))?);
    }
    all.retain(|photo| flow::sees(holder, photo));
    all.retain(|photo| point.is_none() || photo.of_point.as_deref() == point);
    all.sort_by(|a, b| b.taken.cmp(&a.taken));
    Ok(all)
}

/// Takes a photo back: nobody sees it any more, and its picture is erased.
///
/// # Errors
/// `NotFound` when there is none to be seen, `Forbidden` for whoever neither uploaded it nor answers for the community.
pub fn withdraw(tx: &mut Tx, holder: &Holder, at: &Ref<Photo>) -> Result<()> {
    let it = one(tx, holder, at)?;
    access::may(holder, Verb::PhotoWithdraw, &it.subject())?;
    let now = tx.now();
    let values = [(&at.district).into(), at.id.into(), now.into(), holder.person.as_str().into()];
    if tx.exec(&sql::WITHDRAW, &values)? == 1 {
        file::erase(tx, &it.file, &Ref::new(at.district.clone(), at.id.cast()))?;
        tell(tx, &it, "photo.withdrawn");
    }
    Ok(())
}

fn tell(tx: &mut Tx, it: &Photo, kind: &'static str) {
    tx.emit(Event {
        district: it.at.district.clone(),
        kind,
        subject: it.at.to_string(),
        scope: [&it.place.grid, &it.place.village, &it.place.town].map(ToString::to_string).to_vec(),
        data: json!({}),
    });
}
