//! Rivers and lakes for the map: GeoJSON polygons, all of them at once.

use std::path::Path;

use wangge_realm::{
    grid::NewShape,
    tile::{self, Water},
};

use super::{Job, Report, Shape, Summary, Table, read};
use crate::trouble::{Doing as _, Outcome};

/// Shapes written in one transaction.
const PORTION: usize = 100;

/// A border that is further off than this is no border, metres.
const COARSEST: u32 = 5_000;

/// The shapes of a table: columns `name` and `accuracy_m` (how far its border may lie from the real one), where there
/// are such, and polygons. What is not a sound ring is noted.
pub fn waters(table: &Table, report: &mut Report) -> Outcome<Vec<Water>> {
    let code = "water".parse().doing("naming a shape")?;
    let mut all = Vec::new();
    for row in &table.rows {
        let Some(Shape::Polygons(parts)) = &row.shape else {
            report.row(row.number, "geometry", "应为面(Polygon)", "a Polygon is wanted");
            continue;
        };
        let name = if table.has("name") { table.get(row, "name").to_owned() } else { String::new() };
        let accuracy = match table.has("accuracy_m").then(|| table.get(row, "accuracy_m")) {
            None | Some("") => 0,
            Some(text) => match text.parse::<u32>().ok().filter(|metres| *metres <= COARSEST) {
                Some(metres) => metres,
                None => {
                    let (zh, en) = ("精度应为0至5000的整数(米)", "metres from 0 to 5,000 are wanted");
                    report.row(row.number, "accuracy_m", zh, en);
                    continue;
                }
            },
        };
        for part in parts {
            let shape = NewShape::of(0, std::clone::Clone::clone(&code), None, part);
            if shape.rings.iter().any(|ring| ring.len() < 3) {
                let (zh, en) = ("环少于三个不同的点", "a ring has fewer than three different corners");
                report.row(row.number, "geometry", zh, en);
                continue;
            }
            all.push(Water { name: name.clone(), rings: shape.rings, accuracy });
        }
    }
    Ok(all)
}

impl Job<'_> {
    /// Rivers and lakes, in place of those before.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn water(&mut self, file: &Path) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let all = waters(&table, self.report)?;
        if !self.report.is_clean() {
            return Ok(None);
        }
        let count = all.len();
        if !self.dry_run {
            let realm = &self.house.work.realm;
            let db = realm.app.db();
            let before = db.read(tile::verbs::water_version).await.doing("reading the water in force")?;
            // The moment tells one import from another that broke off.
            let version = db.clock().now().micros().max(before + 1);
            for (i, portion) in all.chunks(PORTION).enumerate() {
                let portion = portion.to_vec();
                db.write(move |tx| tile::verbs::stage(tx, version, i * PORTION, &portion))
                    .await
                    .doing("staging water")?;
            }
            db.write(move |tx| tile::verbs::activate(tx, version))
                .await
                .doing("putting the water in force")?;
            tile::jobs::refresh(realm).await.doing("loading the water")?;
        }
        Ok(Some(Summary::new(table.rows.len(), format!("{count}片水面"), format!("{count} bodies of water"))))
    }
}
