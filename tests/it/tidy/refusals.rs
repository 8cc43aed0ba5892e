//! docs/REFUSALS.md: every code that a program may meet, with its texts, read off the source.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::sources;
use crate::golden::compare;

#[test]
fn golden_refusals() {
    let mut all = BTreeMap::new();
    for (path, text) in sources("crates") {
        if path.ends_with("tests.rs") || path.ends_with("testkit.rs") {
            continue;
        }
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let literals = literals(text);
        for (at, (code, _)) in literals.iter().enumerate() {
            let Some((zh, gap)) = literals.get(at + 1) else { continue };
            // The texts follow the code at once: a comma, perhaps a format!.
            if is_code(code) && gap.len() < 40 && !gap.contains(';') && is_chinese(zh) {
                // Between the two may stand what joins a list.
                let next = literals.iter().skip(at + 2).take(2).map(|(text, _)| text);
                let en = next.filter(|text| text.is_ascii() && text.contains(' ')).map(String::as_str).next();
                all.entry(code.clone()).or_insert_with(|| (zh.clone(), en.unwrap_or("").to_owned()));
            }
        }
    }
    let mut out = String::from(
        "# Refusals\n\nEvery `code` of a problem (docs/API.md) with its texts, read off the source by a test; `make \
         bless` rewrites it. Programs look at the code, people at the texts; `{}` stands for what the case adds.\n\n\
         | code | 中文 | English |\n|---|---|---|\n",
    );
    for (code, (zh, en)) in &all {
        let _ = writeln!(out, "| `{code}` | {} | {} |", zh.replace('|', "\\|"), en.replace('|', "\\|"));
    }
    assert!(all.len() > 40, "only {} codes found", all.len());
    compare("docs/REFUSALS.md", &out);
}

fn is_code(text: &str) -> bool {
    let words = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    text.split_once('.').is_some_and(|(a, b)| words(a) && words(b)) || matches!(text, "stale" | "internal")
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// The string literals of a source, each with what stands between it and the one before.
fn literals(text: &str) -> Vec<(String, String)> {
    let (mut out, mut gap, mut rest) = (Vec::new(), String::new(), text.chars().peekable());
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'/') => {
                for c in rest.by_ref() {
                    if c == '\n' {
                        break;
                    }
                }
            }
            '\'' if rest.peek() == Some(&'"') => {
                rest.next();
                gap.push(c);
            }
            '"' => out.push((literal(&mut rest), std::mem::take(&mut gap))),
            other => gap.push(other),
        }
    }
    out
}

/// The rest of a literal after its opening quote, unescaped.
fn literal(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut out = String::new();
    while let Some(c) = rest.next() {
        match c {
            '"' => break,
            '\\' => match rest.next() {
                Some('\n') => while rest.next_if(|c| c.is_whitespace()).is_some() {},
                Some('n') => out.push(' '),
                Some(other) => out.push(other),
                None => break,
            },
            other => out.push(other),
        }
    }
    out
}
