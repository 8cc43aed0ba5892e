//! Buildings and points: `code,name,lon,lat` (or the point of a feature), for buildings `address,storeys,entrances,
//! units_per_storey,lifts,charging_places,vacancies,people,hazards` (several joined by `;`), for points `kind` and,
//! where known, `building`. Which grid they lie in is worked out.

use std::{collections::HashSet, path::Path};

use wangge_base::Coord;
use wangge_realm::{
    Realm,
    premises::{self, NewBuilding, NewPoint, PointKind, Site},
};

use super::{Job, Report, Summary, Table, read, report::words, units::Cells};
use crate::trouble::{Doing as _, Outcome};

/// Rows written in one transaction.
const PORTION: usize = 100;
/// Longest name, characters.
const LONGEST: usize = 60;

/// What every row has: code, name, point, and where that lies.
fn common(
    cells: &mut Cells<'_>,
    realm: &Realm,
    seen: &mut HashSet<String>,
) -> Option<(String, String, Coord, Site)> {
    let (code, name) = (cells.text("code").to_owned(), cells.text("name").to_owned());
    if code.is_empty() || code.len() > 64 {
        cells.wrong("code", "编码不能为空,不超过64字节", "a code of 1 to 64 bytes is wanted");
    } else if !seen.insert(code.clone()) {
        cells.wrong("code", "编码重复", "the same code as in a row before");
    }
    if name.is_empty() || name.chars().count() > LONGEST {
        cells.wrong("name", "名称不能为空,不超过60字", "a name of 1 to 60 characters is wanted");
    }
    let Some(at) = cells.position() else {
        cells.wrong("lon", "没有坐标", "there is no position");
        return None;
    };
    match premises::flow::site(&realm.units(), &realm.grids(), at) {
        Ok(site) => Some((code, name, at, site)),
        Err(no) => {
            let (zh, en) = words(no);
            cells.wrong("lon", zh, en);
            None
        }
    }
}

/// Reads every row as a building.
pub fn buildings(table: &Table, realm: &Realm, report: &mut Report) -> Outcome<Vec<(Site, NewBuilding)>> {
    table.need(&["code", "name", "storeys"])?;
    let (mut all, mut seen) = (Vec::new(), HashSet::new());
    for row in &table.rows {
        let mut cells = Cells { table, row, report: &mut *report };
        let count = |cells: &mut Cells<'_>, column: &str| cells.count(column).unwrap_or(0);
        let Some((code, name, at, site)) = common(&mut cells, realm, &mut seen) else { continue };
        let hazards = cells.text("hazards").split(';').map(str::trim).filter(|text| !text.is_empty());
        let of = NewBuilding {
            code,
            name,
            at,
            address: cells.text("address").chars().take(200).collect(),
            hazards: hazards.map(str::to_owned).collect(),
            storeys: count(&mut cells, "storeys"),
            entrances: cells.count("entrances").unwrap_or(1),
            units_per_storey: count(&mut cells, "units_per_storey"),
            lifts: count(&mut cells, "lifts"),
            charging_places: count(&mut cells, "charging_places"),
            vacancies: count(&mut cells, "vacancies"),
            people: cells.count("people"),
        };
        for (column, zh, en) in premises::flow::faults(&of) {
            cells.wrong(column, zh, en);
        }
        all.push((site, of));
    }
    Ok(all)
}

/// Reads every row as a point.
pub fn points(table: &Table, realm: &Realm, report: &mut Report) -> Outcome<Vec<(Site, NewPoint)>> {
    table.need(&["code", "name", "kind"])?;
    let kinds: Vec<&str> = PointKind::ALL.iter().map(|kind| kind.word()).collect();
    let (mut all, mut seen) = (Vec::new(), HashSet::new());
    for row in &table.rows {
        let mut cells = Cells { table, row, report: &mut *report };
        let kind = cells.word("kind", &kinds.join(" "), PointKind::from_word);
        let found = common(&mut cells, realm, &mut seen);
        let building = Some(cells.text("building").to_owned()).filter(|code| !code.is_empty());
        if let (Some(kind), Some((code, name, at, site))) = (kind, found) {
            all.push((site, NewPoint { code, kind, name, at, building }));
        }
    }
    Ok(all)
}

/// Rows of one district each, in portions.
fn portions<T: Clone>(mut all: Vec<(Site, T)>) -> Vec<Vec<(Site, T)>> {
    all.sort_by(|a, b| a.0.district.cmp(&b.0.district));
    all.chunk_by(|a, b| a.0.district == b.0.district)
        .flat_map(|district| district.chunks(PORTION).map(<[(Site, T)]>::to_vec))
        .collect()
}

impl Job<'_> {
    /// Buildings: new codes are added, known ones changed; what the file does not name stays.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn buildings(&mut self, file: &Path) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let all = buildings(&table, &self.house.work.realm, self.report)?;
        if !self.report.is_clean() {
            return Ok(None);
        }
        let count = all.len();
        if !self.dry_run {
            for portion in portions(all) {
                let wrote =
                    self.house.db().write(move |tx| premises::verbs::put_buildings(tx, &portion)).await;
                wrote.doing("writing buildings")?;
            }
        }
        Ok(Some(Summary::new(table.rows.len(), format!("{count}栋楼"), format!("{count} buildings"))))
    }

    /// Points: as buildings.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn points(&mut self, file: &Path) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let all = points(&table, &self.house.work.realm, self.report)?;
        if !self.report.is_clean() {
            return Ok(None);
        }
        let count = all.len();
        if !self.dry_run {
            for portion in portions(all) {
                let wrote = self.house.db().write(move |tx| premises::verbs::put_points(tx, &portion)).await;
                wrote.doing("writing points")?;
            }
        }
        Ok(Some(Summary::new(table.rows.len(), format!("{count}个点位"), format!("{count} points"))))
    }
}
