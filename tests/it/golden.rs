//! Generated files that are committed: compared here, rewritten when `UPDATE` is set (`make bless`).

use std::path::{Path, PathBuf};

/// Root of the work tree.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the root").to_path_buf()
}

/// Compares `made` with the committed file at `path` (from the root), or writes it when blessing.
pub fn compare(path: &str, made: &str) {
    let file = root().join(path);
    if std::env::vars().any(|(name, value)| name == "UPDATE" && value == "1") {
        std::fs::create_dir_all(file.parent().expect("a file has a directory")).expect("make directory");
        std::fs::write(&file, made).expect("write the golden file");
        return;
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    if kept != made {
        let at = kept.lines().zip(made.lines()).position(|(a, b)| a != b);
        let at = at.unwrap_or(kept.lines().count().min(made.lines().count()));
        panic!(
            "{path} is not what the code makes; look, then `make bless`. First difference in line {}:\n  kept: {}\n  made: {}",
            at + 1,
            kept.lines().nth(at).unwrap_or("(end)"),
            made.lines().nth(at).unwrap_or("(end)"),
        );
    }
}

#[test]
fn golden_config_reference() {
    compare("docs/config.md", &wangge_server::config::reference());
}

#[test]
fn golden_openapi() {
    let text = wangge_server::router::document().to_pretty_json().expect("the document is JSON");
    compare("docs/openapi.json", &(text + "\n"));
}

/// What the document calls an action, a state or a board is what goes over the wire: a generated
/// client stands on it.
#[test]
fn the_document_uses_the_words_of_the_wire() {
    let document = serde_json::to_value(wangge_server::router::document()).expect("the document is JSON");
    let schemas = &document["components"]["schemas"];
    let said = |values: &serde_json::Value| -> Vec<String> {
        values.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
    };
    let actions: Vec<String> = schemas["Action"]["oneOf"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|kind| said(&kind["allOf"][1]["properties"]["action"]["enum"]))
        .collect();
    assert_eq!(actions, wangge_work::case::Action::WORDS);
    let states: Vec<&str> = wangge_work::case::State::ALL.iter().map(|s| s.word()).collect();
    assert_eq!(said(&schemas["State"]["enum"]), states);
    let boards: Vec<&str> = wangge_base::Board::ALL.iter().map(|b| b.word()).collect();
    assert_eq!(said(&schemas["Board"]["enum"]), boards);
}
