//! What a file would change: told before anything is applied.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::Holidays;
use wangge_realm::unit::{NewUnit, Unit, UnitKind, Units};
use wangge_work::matter::{Catalogue, Entry};

use super::accounts::Person;

/// Differences told of one file.
const MOST: usize = 200;

/// One difference between the file and what stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Difference {
    /// Code, date or log-in name.
    pub subject: String,
    /// `new`, `changed` or `ended`.
    pub change: &'static str,
    /// In words, Chinese.
    pub zh: String,
    /// In words, English.
    pub en: String,
}

fn one(
    subject: impl ToString,
    change: &'static str,
    zh: impl Into<String>,
    en: impl Into<String>,
) -> Difference {
    Difference { subject: subject.to_string(), change, zh: zh.into(), en: en.into() }
}

/// Matters: new entries, and which fields of known ones would read differently.
pub fn matters(entries: &[Entry], standing: &Catalogue) -> Vec<Difference> {
    let mut all = Vec::new();
    for entry in entries {
        match standing.versions(&entry.code).last() {
            None => all.push(one(&entry.code, "new", &*entry.name_zh, &*entry.name_en)),
            Some(newest) if newest.entry == *entry => {}
            Some(newest) => all.push(changed(entry, &newest.entry)),
        }
    }
    all.truncate(MOST);
    all
}

/// Which fields of an entry differ.
pub fn changed(entry: &Entry, before: &Entry) -> Difference {
    let fields = |entry: &Entry| match serde_json::to_value(entry) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (now, then) = (fields(entry), fields(before));
    let mut names: Vec<&str> =
        now.iter().filter(|(k, v)| then.get(*k) != Some(v)).map(|(k, _)| &**k).collect();
    names.extend(then.keys().filter(|k| !now.contains_key(*k)).map(|k| &**k));
    let (zh, en) = (names.join("、"), names.join(", "));
    one(&entry.code, "changed", format!("{}:{zh}", entry.name_zh), format!("{}: {en}", entry.name_en))
}

/// Units: new ones, those with another name or parent, and those that are no longer there.
pub fn units(rows: &[NewUnit], standing: &Units) -> Vec<Difference> {
    let mut all = Vec::new();
    let mut named = std::collections::HashSet::with_capacity(rows.len());
    for row in rows {
        named.insert(row.code.as_str());
        let Some(known) = standing.get(row.code.as_str()).filter(|u| u.is_in_use()) else {
            all.push(one(&row.code, "new", &*row.name, &*row.name));
            continue;
        };
        let parent = known.parent().map(Unit::code);
        if known.name() != row.name {
            let (old, new) = (known.name(), &row.name);
            all.push(one(
                &row.code,
                "changed",
                format!("名称:{old} → {new}"),
                format!("name: {old} → {new}"),
            ));
        } else if parent != row.parent {
            let shown =
                |code: &Option<wangge_base::UnitCode>| code.as_ref().map_or("-".into(), ToString::to_string);
            let (old, new) = (shown(&parent), shown(&row.parent));
            all.push(one(
                &row.code,
                "changed",
                format!("上级:{old} → {new}"),
                format!("parent: {old} → {new}"),
            ));
        }
    }
    // A file of units without grids leaves the grids as they are.
    let with_grids = rows.iter().any(|row| row.kind == UnitKind::Grid);
    let gone = standing
        .all()
        .filter(|u| u.is_in_use() && !named.contains(u.code_str()))
        .filter(|u| with_grids || u.kind() != UnitKind::Grid);
    all.extend(gone.map(|u| one(u.code_str(), "ended", u.title(), u.title())));
    all.truncate(MOST);
    all
}

/// Days: new ones, those of another kind, and those of the same years that are gone.
pub fn calendar(days: &Holidays, standing: &Holidays) -> Vec<Difference> {
    let known: BTreeMap<_, _> = standing.days().map(|(date, kind, name)| (date, (kind, name))).collect();
    let mut all = Vec::new();
    let mut named = std::collections::HashSet::new();
    for (date, kind, name) in days.days() {
        named.insert(date);
        let (zh, en) = (format!("{name}({})", kind.word()), format!("{name} ({})", kind.word()));
        match known.get(&date) {
            None => all.push(one(date, "new", zh, en)),
            Some(before) if *before != (kind, name) => all.push(one(date, "changed", zh, en)),
            Some(_) => {}
        }
    }
    let years: Vec<i16> = days.years().collect();
    for (date, (kind, name)) in known {
        if years.contains(&date.year()) && !named.contains(&date) {
            all.push(one(
                date,
                "ended",
                format!("{name}({})", kind.word()),
                format!("{name} ({})", kind.word()),
            ));
        }
    }
    all.truncate(MOST);
    all
}

/// People: accounts that are not there yet.
pub fn accounts(persons: &[Person]) -> Vec<Difference> {
    let new = persons.iter().filter(|p| p.is_new);
    new.take(MOST).map(|p| one(&p.login, "new", &*p.called, &*p.called)).collect()
}
