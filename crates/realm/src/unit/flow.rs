//! The law of editions: what a tree of units must be like before it may be activated. Pure.

use std::collections::HashMap;

use wangge_base::{Level, UnitCode};

use super::{NewUnit, UnitKind, Units};

/// Something wrong with a row of an edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Row of the source; 0 for what came from elsewhere.
    pub line: i64,
    /// The unit.
    pub code: String,
    /// Column at fault.
    pub field: &'static str,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
    /// Whether it keeps the edition from being activated; otherwise it is a hint.
    pub grave: bool,
}

impl Fault {
    /// A fault that keeps the edition out.
    pub fn new(
        line: i64,
        code: &str,
        field: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self { line, code: code.to_owned(), field, zh: zh.into(), en: en.into(), grave: true }
    }
    /// A hint.
    pub fn hint(
        line: i64,
        code: &str,
        field: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self { grave: false, ..Self::new(line, code, field, zh, en) }
    }
}

/// The span a grid should have; outside of it the check gives a hint, never a refusal: real grids
/// differ (DOMAIN 1.2), and a city sets its own band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Fewest and most households.
    pub households: (i64, i64),
    /// Fewest and most people.
    pub people: (i64, i64),
}

impl Default for Band {
    fn default() -> Self {
        Self { households: (50, 800), people: (100, 3_000) }
    }
}

/// Checks a whole tree, against the one in force. Faults come by row.
pub fn check(rows: &[NewUnit], before: &Units, band: &Band) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut by_code: HashMap<&str, &NewUnit> = HashMap::with_capacity(rows.len());
    let mut aliases: HashMap<(&str, &str), i64> = HashMap::new();
    for row in rows {
        if let Some(first) = by_code.insert(row.code.as_str(), row) {
            faults.push(twice(row.line, row.code.as_str(), first.line));
        }
        for (scheme, alias) in &row.aliases {
            if let Some(first) = aliases.insert((scheme, alias), row.line) {
                faults.push(alias_twice(row.line, row.code.as_str(), alias, first));
            }
        }
    }
    for row in rows {
        alone(row, band, &mut faults);
        in_tree(row, &by_code, &mut faults);
        against(row, before, &mut faults);
    }
    let cities: Vec<&NewUnit> = rows.iter().filter(|row| row.kind == UnitKind::City).collect();
    if cities.len() != 1 {
        let line = cities.get(1).map_or(0, |row| row.line);
        let (zh, en) = (
            format!("应有且只有一个市,现有{}个", cities.len()),
            format!("one city is needed, there are {}", cities.len()),
        );
        faults.push(Fault::new(line, "", "kind", zh, en));
    }
    faults.sort();
    faults
}

/// A code that stands in two rows.
pub fn twice(line: i64, code: &str, first: i64) -> Fault {
    Fault::new(line, code, "code", format!("与第{first}行重复"), format!("the same code as in row {first}"))
}

/// An old grid's name that two rows claim.
pub fn alias_twice(line: i64, code: &str, alias: &str, first: i64) -> Fault {
    let (zh, en) =
        (format!("原网格“{alias}”已在第{first}行并入"), format!("{alias} is already merged in row {first}"));
    Fault::new(line, code, "aliases", zh, en)
}

fn alone(row: &NewUnit, band: &Band, faults: &mut Vec<Fault>) {
    let code = row.code.as_str();
    let mut add = |field, zh: String, en: String| faults.push(Fault::new(row.line, code, field, zh, en));
    if row.name.trim().is_empty() {
        add("name", "名称为空".into(), "the name is empty".into());
    }
    if row.name.chars().count() > 60 || row.name.chars().any(char::is_control) {
        add(
            "name",
            "名称超过60字或含控制字符".into(),
            "the name is longer than 60 characters or has control characters".into(),
        );
    }
    let levels: &[Level] = match row.kind {
        UnitKind::City => &[Level::City],
        UnitKind::District | UnitKind::Zone => &[Level::District],
        UnitKind::Town => &[Level::Town],
        UnitKind::Village => &[Level::Village],
        UnitKind::Grid => &[Level::Grid],
        UnitKind::Department | UnitKind::Section => &[Level::City, Level::District],
        UnitKind::Team => &[Level::City, Level::District, Level::Town],
    };
    if !levels.contains(&row.level) {
        let (kind, level) = (row.kind.word(), row.level as i64);
        add("level", format!("{kind}不能在第{level}级"), format!("a {kind} cannot stand at level {level}"));
    }
    if row.at.is_some_and(|c| wangge_base::Coord::new(c.lon, c.lat).is_err()) {
        add("lon", "坐标无效".into(), "not a position on the earth".into());
    }
    if row.kind == UnitKind::Team && row.valid_to.is_none() {
        add("valid_to", "专班须有结束日期".into(), "a team needs an end".into());
    }
    if let (Some(from), Some(to)) = (row.valid_from, row.valid_to)
        && from >= to
    {
        add("valid_to", "结束不晚于开始".into(), "it ends before it begins".into());
    }
    let spans = [
        ("households", "户数", row.households, band.households),
        ("people", "人数", row.people, band.people),
    ];
    for (field, zh, count, (least, most)) in spans {
        let Some(n) = count else { continue };
        if !(0..=10_000_000).contains(&n) {
            faults.push(Fault::new(row.line, code, field, format!("{zh}{n}无效"), format!("{n} {field}")));
        } else if row.kind == UnitKind::Grid && !(least..=most).contains(&n) {
            let (zh, en) = (
                format!("{zh}{n}不在{least}—{most}之间"),
                format!("{n} {field}, usual are {least} to {most}"),
            );
            faults.push(Fault::hint(row.line, code, field, zh, en));
        }
    }
}

fn in_tree(row: &NewUnit, by_code: &HashMap<&str, &NewUnit>, faults: &mut Vec<Fault>) {
    use UnitKind::{City, Department, District, Grid, Section, Team, Town, Village, Zone};
    let code = row.code.as_str();
    let mut add = |field, zh: String, en: String| faults.push(Fault::new(row.line, code, field, zh, en));
    let (above, stat): (&[UnitKind], &[UnitKind]) = match row.kind {
        City => (&[], &[]),
        District => (&[City], &[City]),
        Zone => (&[City], &[]),
        Town => (&[District, Zone], &[District]),
        Village => (&[Town], &[Town]),
        Grid => (&[Village], &[Village]),
        Department => (&[City, District, Zone], &[City, District]),
        Section => (&[Department], &[Department]),
        Team => (&[City, District, Zone, Town], &[City, District, Town]),
    };
    let needs_stat = matches!(row.kind, District | Town | Village | Grid);
    for (field, up, kinds, needed) in [
        ("parent", &row.parent, above, row.kind != City),
        ("stat_parent", &row.stat_parent, stat, needs_stat),
    ] {
        match up.as_ref().map(|up| (up, by_code.get(up.as_str()))) {
            None if needed => add(field, "缺少上级".into(), "there is no parent".into()),
            None => {}
            Some((up, None)) => add(field, format!("上级{up}不存在"), format!("there is no unit {up}")),
            Some((up, Some(parent))) if !kinds.contains(&parent.kind) => {
                let (own, its) = (row.kind.word(), parent.kind.word());
                add(
                    field,
                    format!("{own}不能归{its}({up})管"),
                    format!("a {own} cannot belong to the {its} {up}"),
                );
            }
            Some(_) => {}
        }
    }
    if matches!(row.kind, Village | Grid) && row.parent != row.stat_parent {
        add(
            "stat_parent",
            "村社区和网格的统计上级应与管理上级一致".into(),
            "a village or grid has one parent only".into(),
        );
    }
    let parent = row.parent.as_ref().and_then(|up| by_code.get(up.as_str()));
    if matches!(row.kind, Department | Section) && parent.is_some_and(|up| up.level != row.level) {
        add(
            "level",
            "部门、科室应与所属区县同级".into(),
            "a department or section stands at the level of its district".into(),
        );
    }
}

fn against(row: &NewUnit, before: &Units, faults: &mut Vec<Fault>) {
    let Some(old) = before.get(row.code.as_str()) else { return };
    let same_line = old.stat_parent().map(|up| up.code()) == row.stat_parent;
    if old.kind() != row.kind || !same_line || (!old.is_in_use() && row.valid_to.is_none()) {
        faults.push(reused(row.line, &row.code, before.edition()));
    }
}

/// A code that meant something else in another edition.
pub fn reused(line: i64, code: &UnitCode, edition: i64) -> Fault {
    Fault::new(
        line,
        code.as_str(),
        "code",
        format!("代码在第{edition}版中另有所指或已停用,请换用新代码"),
        format!("edition {edition} uses this code for something else, or has ended it: choose a new one"),
    )
}

/// Words that begin like "of the district" and are none: 区块链, 市场, 市政工程.
const NO_PLACE: &[&str] = &[
    "区块", "区域", "区间", "区划", "区县", "县域", "县乡", "县级", "市场", "市容", "市民", "市域", "市区",
    "市郊", "市属", "市级",
];

/// The name of a body with the place it belongs to before it. Lists say 区城市管理局 for every district: the
/// district's own name takes the place of that word, in a county (县, 自治县), a new area (新区) or a zone too. A name that
/// already says the place stays as it is.
pub fn titled(place: &str, body: &str) -> String {
    let stem: String = place.chars().take(2).collect();
    if body.contains(place) || (place.chars().count() > 2 && body.starts_with(&stem)) {
        return body.to_owned();
    }
    let ends = |words: &[&str]| words.iter().any(|word| place.ends_with(word));
    let says = |word: &str| {
        let same = match word {
            "区" | "县" => ends(&["区", "县", "旗"]),
            other => ends(&[other]),
        };
        let municipal =
            body.starts_with("市政") && !["市政府", "市政协", "市政法"].iter().any(|w| body.starts_with(w));
        same && !municipal && !NO_PLACE.iter().any(|other| body.starts_with(other))
    };
    let said =
        ["区", "县", "市", "街道", "镇", "乡"].into_iter().find(|word| body.starts_with(word) && says(word));
    format!("{place}{}", &body[said.map_or(0, str::len)..])
}
