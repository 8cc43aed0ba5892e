//! Full text, the one place where what a statement says differs by engine (DESIGN 4).
//!
//! A table of class `words` has a column `words`: the words something is found by, as the application cut them,
//! separated by one blank each, in lower case, of letters and digits only. A statement asks
//! `all_words(w.words, $3)`: does the row have all words of the parameter, which is written alike? On PostgreSQL that
//! is an array behind a GIN index, on SQLite a table of FTS5. One row of a few hundred bytes for a text instead of one
//! for each of its words is what keeps an index of millions of reports small and cheap to write.
//!
//! FTS5 has no other index, so the words begin with a word that only this row has, by which it is deleted, and with
//! the word of its district, which keeps a search out of the others: [`keys`].

use std::borrow::Cow;

use wangge_base::{District, Id};

use crate::Engine;

const MARK: &str = "all_words(";

/// The words every row begins with: its district's and its own.
pub fn keys<T>(district: &District, id: &Id<T>) -> [String; 2] {
    [of_district(district), of_row(id)]
}

/// The word of all rows of a district.
fn of_district(district: &District) -> String {
    format!("d{district}")
}

/// The word that only the row of `id` has.
pub fn of_row<T>(id: &Id<T>) -> String {
    format!("r{}", id.to_string().replace('-', ""))
}

/// The text as this engine understands it.
pub(crate) fn said(sql: &str, engine: Engine) -> Cow<'_, str> {
    let mut parts = sql.split(MARK);
    let Some(first) = parts.next().filter(|first| first.len() < sql.len()) else { return Cow::Borrowed(sql) };
    let mut out = first.to_owned();
    for part in parts {
        let (asked, rest) = part.split_once(')').unwrap_or((part, ""));
        let (column, sought) = asked.split_once(',').unwrap_or((asked, ""));
        let (column, sought) = (column.trim(), sought.trim());
        out.push_str(&match engine {
            Engine::Postgres => format!("{} @> {}", array(column), array(sought)),
            Engine::Sqlite => format!("{column} MATCH {sought}"),
        });
        out.push_str(rest);
    }
    Cow::Owned(out)
}

/// What makes a table of class `words` searchable on PostgreSQL.
pub(crate) fn index(table: &str) -> String {
    format!("CREATE INDEX {table}_words ON {table} USING gin ({})", array("words"))
}

/// What a table of class `words` is on SQLite.
pub(crate) fn virtual_table(table: &str, id: &str) -> String {
    // What is erased is overwritten here too.
    format!(
        "CREATE VIRTUAL TABLE {table} USING fts5(district UNINDEXED, {id} UNINDEXED, words, columnsize = 0);
         INSERT INTO {table} ({table}, rank) VALUES ('secure-delete', 1)"
    )
}

fn array(text: &str) -> String {
    format!("string_to_array({text}, ' ')")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_says_it_on_both_engines() {
        let sql = "SELECT id FROM t WHERE a = $1 AND all_words(t.words, $2) AND b = $3";
        assert_eq!(
            said(sql, Engine::Sqlite),
            "SELECT id FROM t WHERE a = $1 AND t.words MATCH $2 AND b = $3"
        );
        assert_eq!(
            said(sql, Engine::Postgres),
            "SELECT id FROM t WHERE a = $1 AND string_to_array(t.words, ' ') @> string_to_array($2, ' ') AND b = $3"
        );
        let other = "SELECT 1";
        assert!(matches!(said(other, Engine::Sqlite), Cow::Borrowed(_)));
    }
}
