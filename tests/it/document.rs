//! The OpenAPI document names every operation and every schema once: a generated client stands on it.

use std::collections::BTreeMap;

use crate::tidy::{none, sources};

fn document() -> serde_json::Value {
    serde_json::to_value(wangge_server::router::document()).expect("the document is JSON")
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let document = document();
    let (mut seen, mut wrong) = (BTreeMap::<String, String>::new(), Vec::new());
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let here = format!("{method} {path}");
            // What it is about, then what is done: `case_report`.
            let name = operation["operationId"].as_str().unwrap_or("");
            let telling = name.split('_').count() >= 2
                && name.split('_').all(|w| !w.is_empty() && w.chars().all(|c| c.is_ascii_lowercase()));
            if !telling {
                wrong.push(format!("{here}: \"{name}\" is not subject_verb"));
            }
            if let Some(other) = seen.insert(name.to_owned(), here.clone()) {
                wrong.push(format!("{here} and {other} are both \"{name}\""));
            }
        }
    }
    none(wrong, "operations without a name of their own (operation_id = \"…\" in #[utoipa::path]):");
    assert!(seen.len() > 70, "only {} operations", seen.len());
}

/// Two Rust types under one name: the document would hold only one of the shapes, and the operations of
/// the other would be described by it.
#[test]
fn every_schema_is_one_type() {
    let mut seen = BTreeMap::<String, Vec<String>>::new();
    for (path, text) in sources("crates") {
        for name in schemas(&text) {
            seen.entry(name).or_default().push(path.display().to_string());
        }
    }
    let twice = seen.iter().filter(|(_, places)| places.len() > 1);
    none(
        twice.map(|(name, places)| format!("{name}: {}", places.join(", "))).collect(),
        "types with one schema name (rename one, or give it #[schema(as = …)]):",
    );
    // The reading below finds what the document has, so it has missed nothing that matters.
    let document = document();
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    let missed = schemas.keys().filter(|name| !name.starts_with("Page_") && !seen.contains_key(*name));
    none(missed.cloned().collect(), "schemas of the document that were not found in the sources:");
}

#[test]
fn the_case_and_the_roster_have_their_own_shapes() {
    let document = document();
    let has = |schema: &str, field: &str| {
        let properties = &document["components"]["schemas"][schema]["properties"];
        assert!(properties[field].is_object(), "{schema} has no {field}: {properties}");
    };
    has("Merge", "into");
    has("Split", "text");
    has("Shift", "promises");
    has("DutyShift", "starts");
    has("PlanNew", "grids");
}

/// The names under which the types of a source file enter the document.
fn schemas(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let word =
        |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    for rest in text.split("#[derive(").skip(1) {
        let Some((derived, rest)) = rest.split_once(")]") else { continue };
        if !derived.split(',').any(|one| one.trim().ends_with("ToSchema")) {
            continue;
        }
        let mut alias = None;
        for line in rest.lines().map(str::trim) {
            if let Some(named) = line.strip_prefix("#[schema(as = ") {
                alias = Some(word(named));
            }
            let line = line.strip_prefix("pub ").or(line.strip_prefix("pub(crate) ")).unwrap_or(line);
            if let Some(name) = line.strip_prefix("struct ").or(line.strip_prefix("enum ")) {
                all.push(alias.unwrap_or_else(|| word(name)));
                break;
            }
        }
    }
    for block in text.split("words!(\n").skip(1) {
        let first = block.lines().map(str::trim).find(|l| !l.starts_with("//") && !l.starts_with('#'));
        all.extend(first.and_then(|line| line.strip_suffix(" {")).map(str::to_owned));
    }
    for block in text.split("actions! {\n").skip(1) {
        let names = block.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(" = \""));
        // `Amend(AdmissionAmend)`: the type stands in brackets where it is not called like the action.
        all.extend(names.map(|(name, _)| {
            name.split_once('(').map_or(name, |(_, of)| of).trim_end_matches(')').to_owned()
        }));
    }
    // `$name` of a macro's own text is none.
    all.retain(|name| !name.is_empty());
    all
}
