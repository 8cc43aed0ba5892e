//! What duties are done at: `code,kind,name` and, where known, `door,building,lon,lat,grid`. Which grid an object lies in
//! follows from its point. Known codes stay as they are: an object ends by a hand, not because a file leaves it out.

use std::{collections::HashSet, path::Path};

use wangge_base::District;
use wangge_store::Error;
use wangge_work::{
    World,
    duty::{
        Place,
        verbs::{self, NewObject},
    },
    matter::ObjectKind,
};

use super::{Job, Report, Summary, Table, read, report::words, units::Cells};
use crate::trouble::{Doing as _, Outcome};

/// Rows written in one transaction.
const PORTION: usize = 50;

/// An object with its home, place and code.
type Placed = (District, Place, NewObject, String);

/// Reads every row as an object.
fn objects(table: &Table, world: &World, report: &mut Report) -> Outcome<Vec<Placed>> {
    table.need(&["code", "kind", "name"])?;
    let kinds: Vec<&str> = ObjectKind::ALL.iter().map(|kind| kind.word()).collect();
    let (mut all, mut seen) = (Vec::new(), HashSet::new());
    for row in &table.rows {
        let mut cells = Cells { table, row, report: &mut *report };
        let code = cells.text("code").to_owned();
        if code.is_empty() || code.len() > 64 {
            cells.wrong("code", "编码不能为空,不超过64字节", "a code of 1 to 64 bytes is wanted");
        } else if !seen.insert(code.clone()) {
            cells.wrong("code", "编码重复", "the same code as in a row before");
        }
        let Some(kind) = cells.word("kind", &kinds.join(" "), ObjectKind::from_word) else { continue };
        let Some(grid) = cells.opt("grid") else { continue };
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let it = NewObject {
            kind,
            name: cells.text("name").to_owned(),
            door: cells.text("door").to_owned(),
            building: some(cells.text("building")),
            point: cells.position(),
            grid,
        };
        let placed = verbs::fit(&it).map_err(Error::from).and_then(|()| verbs::site(world, &it));
        match placed {
            Ok((district, place)) => all.push((district, place, it, code)),
            Err(Error::Refused(no)) => {
                let column = no.fields.first().map_or("lon", |field| match field.field.as_str() {
                    "name" => "name",
                    "door" => "door",
                    "building" => "building",
                    "kind" => "kind",
                    "grid" => "grid",
                    _ => "lon",
                });
                let (zh, en) = words(*no);
                cells.wrong(column, zh, en);
            }
            Err(other) => return Err(other).doing("looking where an object lies"),
        }
    }
    Ok(all)
}

impl Job<'_> {
    /// Objects of duties: new codes are added from today on, known ones stay.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn objects(&mut self, file: &Path) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let world = self.house.work.world();
        let mut all = objects(&table, &world, self.report)?;
        if !self.report.is_clean() {
            return Ok(None);
        }
        let mut done = verbs::Put::default();
        if !self.dry_run {
            all.sort_by(|a, b| a.0.cmp(&b.0));
            let portions = all.chunk_by(|a, b| a.0 == b.0).flat_map(|district| district.chunks(PORTION));
            for portion in portions.map(<[Placed]>::to_vec) {
                let world = world.clone();
                let wrote = self.house.db().write(move |tx| verbs::put(tx, &world, &portion, "setup")).await;
                let wrote = wrote.doing("writing objects")?;
                done.added += wrote.added;
                done.there += wrote.there;
            }
        }
        let (added, there) = (done.added, done.there);
        Ok(Some(Summary::new(
            table.rows.len(),
            format!("新增{added}个对象,{there}个已有"),
            format!("{added} objects added, {there} were there"),
        )))
    }
}
