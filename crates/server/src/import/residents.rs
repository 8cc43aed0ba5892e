//! Residents: `code,village,building,flat,name` and, where known, `storey,phone,roles,consent,gone`. The building is
//! named by its code. A word about a person (`roles`, several joined by `;`) is taken only with the day on which he
//! agreed (`consent`); who has moved out (`gone` = `yes`) is forgotten.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use jiff::civil::Date;
use serde_json::json;
use wangge_base::{District, Ref, UnitCode};
use wangge_realm::{
    Realm, audit,
    premises::{self, Building},
    resident::{self, NewResident, ResidentRole, flow},
    unit::UnitKind,
};

use super::{Job, Report, Summary, Table, read, units::Cells};
use crate::trouble::{Doing as _, Outcome};

/// Rows written in one transaction: each is sealed by itself.
const PORTION: usize = 50;
/// Longest text of a cell, characters.
const LONGEST: usize = 40;

/// The buildings that a table names, by village and code.
type Buildings = HashMap<(UnitCode, String), Option<Building>>;

async fn buildings(table: &Table, realm: &Realm) -> Outcome<Buildings> {
    let units = realm.units();
    let mut wanted: Vec<(District, UnitCode, String)> = Vec::new();
    let mut seen = HashSet::new();
    for row in &table.rows {
        let Ok(village) = table.get(row, "village").parse::<UnitCode>() else { continue };
        let code = table.get(row, "building").to_owned();
        if let Some(district) = units.shard(&village)
            && seen.insert((village.clone(), code.clone()))
        {
            wanted.push((district, village, code));
        }
    }
    let found = realm.app.db().read(move |r| {
        let look = |(district, village, code): &(District, UnitCode, String)| {
            let building = premises::verbs::by_code(r, district, code)?;
            Ok(((village.clone(), code.clone()), building.filter(|one| one.site.village == *village)))
        };
        wanted.iter().map(look).collect::<wangge_store::Result<Buildings>>()
    });
    found.await.doing("looking for the buildings")
}

/// Reads every row as a resident.
fn residents(
    table: &Table,
    realm: &Realm,
    known: &Buildings,
    today: Date,
    report: &mut Report,
) -> Vec<NewResident> {
    let (units, mut all, mut seen) = (realm.units(), Vec::new(), HashSet::new());
    for row in &table.rows {
        let mut cells = Cells { table, row, report: &mut *report };
        let village = cells.parsed::<UnitCode>("village");
        let is_village =
            |code: &&UnitCode| units.get(code.as_str()).is_some_and(|unit| unit.kind() == UnitKind::Village);
        if let Some(code) = village.as_ref().filter(|code| !is_village(code)) {
            cells.wrong("village", format!("没有村社区{code}"), format!("there is no village {code}"));
            continue;
        }
        let code = cells.text("code").to_owned();
        if code.is_empty() || code.len() > 64 {
            cells.wrong("code", "编码不能为空,不超过64字节", "a code of 1 to 64 bytes is wanted");
        } else if !seen.insert((village.as_ref().and_then(|v| units.shard(v)), code.clone())) {
            cells.wrong("code", "编码重复", "the same code as in a row before");
        }
        let building = village.and_then(|village| {
            let found = known.get(&(village, cells.text("building").to_owned())).cloned().flatten();
            if found.is_none() {
                let (zh, en) = ("该村社区没有这个编码的楼栋", "no building of this code in that village");
                cells.wrong("building", zh, en);
            }
            found
        });
        let said = particulars(&mut cells, today);
        let (Some(building), Some((roles, gone))) = (building, said) else { continue };
        let storey = if cells.text("storey").is_empty() { Some(0) } else { cells.count("storey") };
        let Some(storey) = storey.filter(|storey| *storey <= building.of.storeys) else {
            let most = building.of.storeys;
            cells.wrong("storey", format!("这栋楼共{most}层"), format!("this building has {most} storeys"));
            continue;
        };
        all.push(NewResident {
            code,
            building: Ref::new(building.site.district, building.id),
            storey,
            flat: cells.text("flat").to_owned(),
            name: cells.text("name").to_owned(),
            phone: Some(cells.text("phone").to_owned()).filter(|phone| !phone.is_empty()),
            roles,
            gone,
        });
    }
    all
}

/// Checks name, flat, telephone and what is said of the person; answers the roles, and whether he moved out.
fn particulars(cells: &mut Cells<'_>, today: Date) -> Option<(Vec<ResidentRole>, bool)> {
    let mut good = true;
    let mut no = |cells: &mut Cells<'_>, column: &str, zh: &str, en: &str| {
        cells.wrong(column, zh, en);
        good = false;
    };
    for column in ["name", "flat"] {
        let text = cells.text(column);
        if text.is_empty() || text.chars().count() > LONGEST || text.chars().any(char::is_control) {
            no(cells, column, "不能为空,不超过40字", "1 to 40 characters are wanted");
        }
    }
    if !cells.text("phone").is_empty() && !flow::is_phone(cells.text("phone")) {
        no(cells, "phone", "不是电话号码", "this is no telephone number");
    }
    let mut roles = Vec::new();
    for word in cells.text("roles").split(';').map(str::trim).filter(|word| !word.is_empty()) {
        match ResidentRole::from_word(word) {
            Some(role) if !roles.contains(&role) => roles.push(role),
            Some(_) => {}
            None => {
                no(cells, "roles", "应为 owner、tenant、lone_elder", "owner, tenant or lone_elder is wanted")
            }
        }
    }
    let consent = cells.text("consent");
    let agreed = consent.parse::<Date>().ok().filter(|day| *day <= today);
    if !consent.is_empty() && agreed.is_none() {
        no(
            cells,
            "consent",
            "应为本人同意的日期,如2026-05-01",
            "the day on which the person agreed, 2026-05-01",
        );
    } else if !roles.is_empty() && agreed.is_none() {
        no(
            cells,
            "consent",
            "没有本人同意的日期,不登记身份",
            "without the day on which the person agreed nothing is said of him",
        );
    }
    let gone = match cells.text("gone") {
        "" | "no" | "否" => false,
        "yes" | "是" => true,
        _ => {
            no(cells, "gone", "应为 yes 或 no", "yes or no is wanted");
            false
        }
    };
    good.then_some((roles, gone))
}

impl Job<'_> {
    /// Residents: new codes are added, known ones changed, those who moved out forgotten; what the file does not name
    /// stays until nobody has confirmed it for three years.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn residents(&mut self, file: &Path) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        table.need(&["code", "village", "building", "flat", "name"])?;
        let realm = &self.house.work.realm;
        let days = self.house.work.world().calendars;
        let today = days.get(None).date(self.house.db().clock().now());
        let known = buildings(&table, realm).await?;
        let mut all = residents(&table, realm, &known, today, self.report);
        if !self.report.is_clean() {
            return Ok(None);
        }
        let count = all.len();
        if !self.dry_run {
            all.sort_by(|a, b| a.building.district.cmp(&b.building.district));
            for district in all.chunk_by(|a, b| a.building.district == b.building.district) {
                for portion in district.chunks(PORTION) {
                    let (portion, keys) = (portion.to_vec(), realm.app.keys().clone());
                    let wrote =
                        self.house.db().write(move |tx| resident::verbs::put(tx, &keys, &portion)).await;
                    wrote.doing("writing residents")?;
                }
                let (home, rows) = (district[0].building.district.clone(), district.len());
                let noted = self.house.db().write(move |tx| {
                    let facts = json!({ "kind": "residents", "rows": rows });
                    audit::write(tx, &home, "setup", audit::Kind::Imported, "residents", &facts)
                });
                noted.await.doing("writing the audit trail")?;
            }
        }
        Ok(Some(Summary::new(table.rows.len(), format!("{count}位住户"), format!("{count} residents"))))
    }
}
