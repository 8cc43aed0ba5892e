//! `make demo` builds the server alone, `make test` the whole workspace: both with the same features of everything, so that
//! what one has built the other need not build again.

use std::{collections::BTreeSet, process::Command};

use super::none;
use crate::golden::root;

/// Every crate with its features, as cargo would build these packages.
fn built(packages: &[&str]) -> BTreeSet<String> {
    let out = Command::new("cargo")
        .args(["tree", "--locked", "--offline", "--edges", "features,normal,build", "--prefix", "none"])
        .args(["--format", "{p} [{f}]"])
        .args(packages)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).expect("names are UTF-8");
    text.lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| line.contains('['))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_server_alone_is_built_with_the_features_of_the_whole_workspace() {
    let (server, all) = (built(&["--package", "wangge-server"]), built(&["--workspace"]));
    assert!(server.len() > 100, "only {} crates", server.len());
    let twice = server.difference(&all).cloned().collect();
    none(twice, "built twice, since tests switch more on (name the feature in Cargo.toml, as for bitflags):");
}
