//! The catalogue of matters: columns as in data/city/50/TABLES.md; questions as JSON Schemas in a
//! folder `questions` beside the file. Without such a folder the questions stay as they are.

use std::{collections::HashMap, path::Path};

use wangge_work::matter::{Catalogue, Entry, Questions, verbs};

use super::{Report, Table};
use crate::trouble::Outcome;

/// Checks a table of matters. What is wrong stands in `report`; the entries count only when it is
/// clean. `beside` is the folder of the file, `standing` the catalogue so far.
pub fn matters(
    table: &Table,
    beside: &Path,
    standing: &Catalogue,
    report: &mut Report,
) -> Outcome<Vec<Entry>> {
    table.need(verbs::COLUMNS)?;
    let folder = beside.join("questions");
    let told = folder.is_dir();
    let mut seen = HashMap::new();
    let mut entries = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let code = table.get(row, "code");
        if let Some(first) = seen.insert(code.to_owned(), row.number) {
            report.row(
                row.number,
                "code",
                format!("与第{first}行重复:{code}"),
                format!("the same code as in row {first}: {code}"),
            );
            continue;
        }
        let questions = match questions(&folder, code) {
            Ok(None) if !told => kept(standing, code),
            Ok(questions) => questions,
            Err((zh, en)) => {
                report.row(row.number, "questions", zh, en);
                None
            }
        };
        match verbs::entry(&table.named(row), questions) {
            Ok(entry) => entries.push(entry),
            Err(fields) => fields.into_iter().for_each(|field| report.field(row.number, field)),
        }
    }
    Ok(entries)
}

fn kept(standing: &Catalogue, code: &str) -> Option<Questions> {
    standing.versions(&code.parse().ok()?).last()?.questions.clone()
}

fn questions(folder: &Path, code: &str) -> Result<Option<Questions>, (String, String)> {
    // Only what can be a code becomes part of a path.
    if code.is_empty() || !code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Ok(None);
    }
    let path = folder.join(format!("{code}.json"));
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(e) => {
            return Err((
                format!("读不出 {}:{e}", path.display()),
                format!("cannot read {}: {e}", path.display()),
            ));
        }
    };
    let schema = serde_json::from_str(&text).map_err(|e| {
        (format!("{} 不是JSON:{e}", path.display()), format!("{} is not JSON: {e}", path.display()))
    })?;
    Questions::new(schema).map(Some).map_err(super::report::words)
}
