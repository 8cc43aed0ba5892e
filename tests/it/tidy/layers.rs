//! Arrows never turn: base ← store ← web ← realm ← work ← server; a slice has its six files.

use std::collections::{BTreeMap, BTreeSet};

use super::{none, root, sources};

/// What each package of the house may lean on. Absent from a list: refused.
const MAY: &[(&str, &[&str])] = &[
    ("wangge-base", &[]),
    ("wangge-store", &["base"]),
    ("wangge-web", &["base", "store"]),
    ("wangge-realm", &["base", "store", "web"]),
    ("wangge-work", &["base", "store", "web", "realm"]),
    ("wangge-demo", &["base"]),
    ("wangge-server", &["base", "store", "web", "realm", "work", "demo"]),
    ("wangge-tests", &["base", "store", "web", "realm", "work", "demo", "server"]),
    ("wangge-bench", &["base", "store", "web", "realm", "work", "demo", "server"]),
];

/// Names of the dependencies of every package, from cargo itself.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let out = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let all: serde_json::Value = serde_json::from_slice(&out.stdout).expect("cargo metadata is JSON");
    let text = |v: &serde_json::Value| v["name"].as_str().expect("name").to_owned();
    let packages = all["packages"].as_array().expect("packages");
    packages
        .iter()
        .map(|p| {
            // What only tests lean on makes no arrow.
            let needs = p["dependencies"].as_array().expect("dependencies").iter();
            (text(p), needs.filter(|d| d["kind"] != "dev").map(text).collect())
        })
        .collect()
}

#[test]
fn arrows_never_turn() {
    let mut wrong = Vec::new();
    for (package, needs) in dependencies() {
        let Some((_, may)) = MAY.iter().find(|(name, _)| *name == package) else {
            wrong.push(format!("{package} has no place among the layers: give it one here"));
            continue;
        };
        for need in needs.iter().filter_map(|n| n.strip_prefix("wangge-")) {
            if !may.contains(&need) {
                wrong.push(format!("{package} leans on {need}"));
            }
        }
    }
    none(wrong, "the layers of DESIGN 3:");
}

#[test]
fn only_the_store_names_a_database_driver() {
    let mut wrong = Vec::new();
    for (package, needs) in dependencies() {
        let drivers =
            needs.iter().filter(|n| matches!(n.as_str(), "rusqlite" | "tokio-postgres" | "postgres"));
        if !matches!(package.as_str(), "wangge-store" | "wangge-bench") {
            wrong.extend(drivers.map(|d| format!("{package} names {d}")));
        }
    }
    none(wrong, "the store is the only crate that names a database driver (bench measures beside it):");
}

#[test]
fn a_slice_has_its_six_files() {
    const FILES: &[&str] = &["mod.rs", "flow.rs", "verbs.rs", "sql.rs", "http.rs", "jobs.rs", "tests.rs"];
    // The snapshot of 75,000 units and how it is built are too much for one file.
    const MORE: &[(&str, &str)] = &[("unit", "load.rs")];
    let mut wrong = Vec::new();
    for layer in ["realm", "work"] {
        let base = format!("crates/{layer}/src");
        for (path, _) in sources(&base) {
            let inside: Vec<_> =
                path.strip_prefix(&base).expect("below").iter().map(|p| p.to_string_lossy()).collect();
            // slice/file.rs, or slice/verbs/part.rs when one of the six became too long for one file.
            let good = match inside.as_slice() {
                [_top] => true,
                [slice, file] => FILES.contains(&&**file) || MORE.contains(&(&**slice, &**file)),
                [_slice, folder, _part] => FILES.contains(&format!("{folder}.rs").as_str()),
                _ => false,
            };
            if !good {
                wrong.push(path.display().to_string());
            }
        }
    }
    none(
        wrong,
        "a slice is mod, flow, verbs, sql, http, jobs, and tests (a long one may be a folder of parts):",
    );
}
