//! Every table says what it is: its class, how long rows are kept, what is personal.

use wangge_server::house::migrations;
use wangge_store::{SCHEMA, ddl};

use super::none;

#[test]
fn every_table_declares_class_retention_and_personal_columns() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for migration in std::iter::once(SCHEMA).chain(migrations()) {
        match ddl::tables(migration.sql) {
            Err(error) => wrong.push(format!("{} {}: {error}", migration.slice, migration.id)),
            Ok(tables) => {
                seen += tables.len();
                for table in tables {
                    wrong.extend(sealed(&table, migration.sql));
                }
            }
        }
    }
    none(wrong, "`-- table: name  class: …  retention: …  personal: …` above every CREATE TABLE:");
    assert!(seen > 15, "only {seen} tables: is a slice left out?");
}

/// A column that is said to be sealed is bytea, and exists.
fn sealed(table: &ddl::Table, sql: &str) -> Vec<String> {
    let body = sql.split_once(&format!("CREATE TABLE {} ", table.name)).map_or("", |(_, rest)| rest);
    let body = body.split_once(';').map_or(body, |(one, _)| one);
    let claimed = table.personal.split(',').filter_map(|one| one.trim().strip_suffix("(sealed)"));
    claimed
        .filter(|column| !body.contains(&format!("{column} bytea")))
        .map(|column| format!("{}.{column} is said to be sealed and is not bytea", table.name))
        .collect()
}

#[test]
fn no_table_is_made_outside_a_migration() {
    let mut wrong = Vec::new();
    for (path, text) in super::sources("crates") {
        // The machinery of migrations itself, and tests of it.
        if path.starts_with("crates/store") {
            continue;
        }
        let made = text.matches("CREATE TABLE ").count();
        let noted = text.matches("-- table: ").count();
        if made > noted {
            wrong.push(format!("{}: {made} tables, {noted} notes", path.display()));
        }
    }
    none(wrong, "a table without its note:");
}
