//! Tidiness: what the documents promise about the source is checked on the source.

mod features;
mod layers;
mod refusals;
mod schema;
mod text;
mod words;

use std::path::{Path, PathBuf};

use crate::golden::root;

/// Files that git knows or would add, as paths from the root.
fn tracked() -> Vec<PathBuf> {
    let out = std::process::Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git runs");
    let names = String::from_utf8(out.stdout).expect("names are UTF-8");
    names.lines().map(PathBuf::from).filter(|p| root().join(p).is_file()).collect()
}

/// Rust sources below `dir` (from the root) with their text.
pub fn sources(dir: &str) -> Vec<(PathBuf, String)> {
    let wanted = |p: &&PathBuf| p.starts_with(dir) && p.extension().is_some_and(|e| e == "rs");
    tracked().iter().filter(wanted).map(|p| (p.clone(), read(p))).collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Fails with every finding at once.
pub fn none(findings: Vec<String>, law: &str) {
    assert!(findings.is_empty(), "{law}\n  {}", findings.join("\n  "));
}
