//! One name for one thing: every word of the domain's enums stands in the glossary.

use std::path::Path;

use super::{none, read, sources};

#[test]
fn every_word_stands_in_the_glossary() {
    let glossary = read(Path::new("docs/GLOSSARY.md"));
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (path, text) in sources("crates") {
        for block in text.split("words!(").skip(1) {
            let block = block.split("\n);").next().unwrap_or("");
            for line in block.lines().map(str::trim).filter(|l| !l.starts_with("//")) {
                let Some((variant, rest)) = line.split_once(" = \"") else { continue };
                let Some(word) = rest.strip_suffix("\",") else { continue };
                if variant.chars().all(char::is_alphanumeric) {
                    seen += 1;
                    if !glossary.contains(&format!("`{word}`")) {
                        wrong.push(format!("{word} ({})", path.display()));
                    }
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    none(wrong, "docs/GLOSSARY.md names every word of a `words!` enum in backticks:");
    assert!(seen > 40, "only {seen} words found: is the test looking in the right place?");
}
