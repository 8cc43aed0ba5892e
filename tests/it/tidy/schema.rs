//! Every table says what it is: its class, how long rows are kept, what is personal.

use super::{none, sources, texts};

#[test]
fn every_table_declares_class_retention_and_personal_columns() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (path, text) in sources("crates").into_iter().chain(texts("crates", "sql")) {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for (n, line) in lines.iter().enumerate() {
            let Some(rest) = line.trim_start_matches('"').strip_prefix("CREATE TABLE ") else { continue };
            let rest = rest.trim_start_matches("IF NOT EXISTS ");
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if name.is_empty() {
                continue;
            }
            seen += 1;
            let at = format!("{}:{} {name}", path.display(), n + 1);
            let above = n.checked_sub(1).map_or("", |m| lines[m]);
            match marker(above) {
                None => wrong.push(format!("{at}: no `-- table:` line above it")),
                Some((marked, ..)) if marked != name => {
                    wrong.push(format!("{at}: the line above is of {marked}"))
                }
                Some((_, class, retention, personal)) => {
                    let body: String = lines[n..].iter().take_while(|l| !l.ends_with(';')).copied().collect();
                    if !matches!(class, "business" | "reference" | "local") {
                        wrong.push(format!("{at}: class {class:?}"));
                    }
                    if retention.is_empty() || personal.is_empty() {
                        wrong.push(format!("{at}: retention and personal must be said (`personal: none`)"));
                    }
                    if class == "business" && !body.replace(' ', "").contains("(districttextNOTNULL") {
                        wrong.push(format!("{at}: a business table starts with district text NOT NULL"));
                    }
                }
            }
        }
    }
    none(wrong, "`-- table: name  class: …  retention: …  personal: …` above every CREATE TABLE:");
    assert!(seen > 10, "only {seen} tables found: is the test looking in the right place?");
}

/// Reads `-- table: x  class: c  retention: r  personal: p`.
fn marker(line: &str) -> Option<(&str, &str, &str, &str)> {
    let rest = line.trim_start_matches('"').strip_prefix("-- table:")?;
    let (name, rest) = rest.split_once("class:")?;
    let (class, rest) = rest.split_once("retention:")?;
    let (retention, personal) = rest.split_once("personal:")?;
    Some((name.trim(), class.trim(), retention.trim(), personal.trim()))
}
