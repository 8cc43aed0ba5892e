//! What no tracked file may contain, and how long one may be.

use super::{none, read, sources, tracked};

#[test]
fn no_registry_host_and_no_path_of_a_machine() {
    // Put together here, so that this file does not find itself.
    let hosts = [
        ["registry.", "npmjs.org"],
        ["static.", "crates.io"],
        ["index.", "crates.io"],
        ["files.", "pythonhosted.org"],
        ["py", "pi.org/"],
        ["deb.", "debian.org"],
        ["npm", "mirror.com"],
        ["/work/", "main"],
        ["/work/", "shared"],
        ["/ro", "ot/"],
        ["/ho", "me/"],
        ["/tmp/", "plan"],
    ]
    .map(|parts| parts.concat());
    let mut wrong = Vec::new();
    for path in tracked() {
        let bytes = std::fs::read(super::root().join(&path)).expect("a tracked file can be read");
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for (n, line) in text.lines().enumerate() {
            wrong.extend(
                hosts
                    .iter()
                    .filter(|host| line.contains(host.as_str()))
                    .map(|host| format!("{}:{} {host}", path.display(), n + 1)),
            );
        }
    }
    none(wrong, "tracked files name no package host and no path of somebody's machine:");
}

#[test]
fn a_file_fits_a_reader() {
    let long = |dir: &str, most: usize| {
        let sources = sources(dir).into_iter();
        sources
            .map(|(path, text)| (path, text.lines().count()))
            .filter(move |(_, lines)| *lines > most)
            .map(|(path, lines)| format!("{} has {lines} lines", path.display()))
            .collect::<Vec<_>>()
    };
    none([long("crates", 600), long("tests", 600), long("bench", 600)].concat(), "too long a file:");
}

#[test]
fn nothing_is_left_to_do_in_the_source() {
    let marks = [["TO", "DO"], ["FIX", "ME"], ["X", "XX:"], ["unimpl", "emented!"], ["to", "do!("]]
        .map(|m| m.concat());
    let mut wrong = Vec::new();
    for (path, text) in sources("crates") {
        for (n, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark.as_str())) {
                wrong.push(format!("{}:{} {}", path.display(), n + 1, line.trim()));
            }
        }
    }
    none(wrong, "open points are issues, not comments:");
}

#[test]
fn links_in_documents_lead_somewhere() {
    let mut wrong = Vec::new();
    for path in tracked().iter().filter(|p| p.extension().is_some_and(|e| e == "md")) {
        let folder = path.parent().expect("a file has a folder");
        for part in read(path).split("](").skip(1) {
            let target = part.split([')', '#', ' ']).next().unwrap_or("");
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            if !super::root().join(folder).join(target).exists() {
                wrong.push(format!("{} → {target}", path.display()));
            }
        }
    }
    none(wrong, "links between documents:");
}
