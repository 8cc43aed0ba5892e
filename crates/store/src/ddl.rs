//! The text of migrations: statements, the notes on tables, and what each engine makes of them.

use crate::{Error, Result};

/// How a table is sharded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Keyed by `district`, its first column: partitioned or distributed by it.
    Business,
    /// Like business, of three columns: `district`, an id, and the `words` it is found by; see [`crate::words`].
    Words,
    /// The same on every shard: units, grids, matters, calendars, log-in names.
    Reference,
    /// On one node only: records of the machinery.
    Local,
}

/// The note every CREATE TABLE carries on the line before it:
/// `-- table: case_file  class: business  retention: case+5y  personal: reporter_name(sealed)`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Name of the table.
    pub name: String,
    /// How it is sharded.
    pub class: Class,
    /// How long its rows are kept.
    pub retention: String,
    /// Its columns with personal data, `none` if there are none.
    pub personal: String,
}

/// The statements of a text, without their comments before them, split at `;` outside of quotes.
pub(crate) fn statements(sql: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quoted = false;
    for line in sql.lines() {
        for (i, c) in line.char_indices() {
            if !quoted && line[i..].starts_with("--") {
                break;
            }
            quoted ^= c == '\'';
            match out.last_mut() {
                Some(last) if c != ';' || quoted => last.push(c),
                _ => out.push(String::new()),
            }
        }
        if let Some(last) = out.last_mut() {
            last.push('\n');
        }
    }
    out.into_iter().map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect()
}

/// The name if the statement creates a table.
pub(crate) fn created_table(statement: &str) -> Option<&str> {
    let words: Vec<&str> = statement.split(|c: char| c.is_whitespace() || c == '(').collect();
    let is = |i: usize, word: &str| words.get(i).is_some_and(|w| w.eq_ignore_ascii_case(word));
    (is(0, "create") && is(1, "table")).then(|| words.get(2).copied()).flatten()
}

/// The notes of a text, in its order. Refuses a CREATE TABLE without one, a note that is not
/// followed by its table, and a business table that does not start with its district.
pub fn tables(sql: &str) -> Result<Vec<Table>> {
    let wrong = |what: &str, name: &str| Error::Engine(format!("migration: table {name} {what}"));
    let mut notes = Vec::new();
    for line in sql.lines() {
        if let Some(note) = line.trim().strip_prefix("-- table:") {
            notes.push(read_note(note)?);
        }
    }
    let statements = statements(sql);
    let created: Vec<(&str, &String)> =
        statements.iter().filter_map(|s| created_table(s).map(|t| (t, s))).collect();
    for (name, statement) in &created {
        let Some(note) = notes.iter().find(|n| n.name == *name) else {
            return Err(wrong("has no note before it: -- table: … class: … retention: … personal: …", name));
        };
        let columns = statement.split_once('(').map_or("", |(_, c)| c.trim_start());
        if matches!(note.class, Class::Business | Class::Words)
            && !columns.starts_with("district text NOT NULL")
        {
            return Err(wrong("is kept by district and must start with `district text NOT NULL`", name));
        }
        if note.class == Class::Words && id_of_words(statement).is_none() {
            return Err(wrong(
                "is of class words: `district`, an id, `words`, all `text NOT NULL`, and no more",
                name,
            ));
        }
    }
    if let Some(note) = notes.iter().find(|n| !created.iter().any(|(t, _)| *t == n.name)) {
        return Err(wrong("has a note but is not created here", &note.name));
    }
    Ok(notes)
}

fn read_note(note: &str) -> Result<Table> {
    let wrong = || Error::Engine(format!("migration: the note `-- table:{note}` is not complete"));
    let mut rest = note;
    let mut part = |mark: &str| -> Result<String> {
        let (value, after) = rest.split_once(mark).ok_or_else(wrong)?;
        rest = after;
        Ok(value.trim().to_owned())
    };
    let (name, class, retention) = (part("class:")?, part("retention:")?, part("personal:")?);
    let class = match class.as_str() {
        "business" => Class::Business,
        "words" => Class::Words,
        "reference" => Class::Reference,
        "local" => Class::Local,
        _ => return Err(wrong()),
    };
    let personal = rest.trim().to_owned();
    if name.is_empty() || retention.is_empty() || personal.is_empty() {
        return Err(wrong());
    }
    Ok(Table { name, class, retention, personal })
}

/// The name of the second column of a table of class `words`, if the table is made as such a table must be.
pub(crate) fn id_of_words(statement: &str) -> Option<&str> {
    let columns = statement.split_once('(')?.1.trim_end().strip_suffix(')')?;
    let mut names = columns.split(',').map(|column| column.trim().strip_suffix(" text NOT NULL"));
    match (names.next()??, names.next()??, names.next()??, names.next()) {
        ("district", id, "words", None) => Some(id),
        _ => None,
    }
}

/// Partitions of a business table in the test database.
pub const PARTITIONS: usize = 4;

/// What to run instead of a CREATE TABLE of a business table where tables are partitioned.
pub(crate) fn partitioned(name: &str, statement: &str) -> Vec<String> {
    let mut out = vec![format!("{statement} PARTITION BY HASH (district)")];
    out.extend((0..PARTITIONS).map(|i| {
        format!(
            "CREATE TABLE {name}_p{i} PARTITION OF {name} \
             FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {i})"
        )
    }));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_split_outside_of_quotes_and_comments() {
        let sql = "-- a; b\nCREATE TABLE t (a text DEFAULT ';'); -- tail\n\nCREATE INDEX i ON t (a);\n";
        assert_eq!(statements(sql), ["CREATE TABLE t (a text DEFAULT ';')", "CREATE INDEX i ON t (a)"]);
    }

    #[test]
    fn a_table_without_a_note_or_a_district_is_refused() {
        assert!(tables("CREATE TABLE t (a text)").is_err());
        let note = "-- table: t  class: business  retention: forever  personal: none\n";
        assert!(tables(&format!("{note}CREATE TABLE t (a text)")).is_err());
        let good = tables(&format!("{note}CREATE TABLE t (\n  district text NOT NULL)")).expect("good");
        assert_eq!((good[0].name.as_str(), good[0].class), ("t", Class::Business));
        assert!(tables(note).is_err());
        let note = note.replace("business", "words");
        let words =
            |columns: &str| tables(&format!("{note}CREATE TABLE t (district text NOT NULL, {columns})"));
        assert!(words("id text NOT NULL, words text NOT NULL").is_ok());
        assert!(words("id text NOT NULL, words text NOT NULL, more bigint").is_err());
        assert!(words("id text NOT NULL").is_err());
        assert!(tables("-- table: t  class: odd  retention: x  personal: none").is_err());
    }
}
