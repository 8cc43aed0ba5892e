//! Every statement of the house is prepared on both engines, and on PostgreSQL explained: one
//! partition of each business table only. A text check sees that none is left out.

use wangge_base::{Clock, Instant};
use wangge_server::house::migrations;
use wangge_store::{Db, Engine, Read, Result, Stmt, testdb};

use crate::tidy::{none, sources};

/// Statements that may look at every shard, with the reason.
const EVERYWHERE: &[(&str, &str)] =
    &[("outbox.heads", "the tailer's: the ends of all streams, no decision rests on it")];

fn all() -> Vec<&'static Stmt> {
    let mut all: Vec<&'static Stmt> = wangge_store::statements().into_iter().map(|(stmt, _)| stmt).collect();
    all.extend(wangge_realm::statements());
    all.extend(wangge_work::statements());
    all
}

fn clock() -> Clock {
    Clock::manual(Instant::from_micros(1_767_225_600_000_000))
}

#[tokio::test]
async fn every_statement_prepares_on_both_engines() {
    for test in testdb::each(&migrations(), &clock()).expect("databases") {
        let mut wrong = Vec::new();
        for stmt in all() {
            if let Err(error) = test.db().prepare_check(stmt.sql).await {
                wrong.push(format!("{:?} {}: {error}", test.engine(), stmt.name));
            }
        }
        none(wrong, "statements that do not prepare:");
    }
}

#[tokio::test]
async fn every_statement_stays_in_one_partition() {
    if testdb::server_url().is_none() {
        eprintln!("*** TEST_DATABASE_URL is not set: partitions ARE NOT TESTED ***");
        return;
    }
    let test = testdb::postgres(&migrations(), &clock()).expect("database");
    assert_eq!(test.engine(), Engine::Postgres);
    let mut wrong = Vec::new();
    for stmt in all() {
        if EVERYWHERE.iter().any(|(name, _)| *name == stmt.name) || insert_of_values(stmt.sql) {
            continue;
        }
        match plan(test.db(), stmt).await {
            Err(error) => wrong.push(format!("{}: {error}", stmt.name)),
            Ok(plan) => wrong.extend(spread(&plan).map(|tables| format!("{}: {tables}", stmt.name))),
        }
    }
    none(wrong, "statements on more than one partition of a table (is district = $1 said for each table?):");
}

/// An INSERT of values goes where its district says; there is nothing to prune.
fn insert_of_values(sql: &str) -> bool {
    sql.trim_start().starts_with("INSERT") && !sql.contains("SELECT")
}

/// The plan for exactly these values: PostgreSQL itself says which types `$n` have.
async fn plan(db: &Db, stmt: &'static Stmt) -> Result<String> {
    db.report(move |r: &mut Read| {
        r.dynamic("plan.prepare", &format!("PREPARE probe AS {}", stmt.sql), &[], |_| Ok(()))?;
        let types = r.dynamic(
            "plan.types",
            "SELECT array_to_string(parameter_types::text[], ';') FROM pg_prepared_statements WHERE name = 'probe'",
            &[],
            |row| row.text(0),
        )?;
        let types = types.into_iter().next().unwrap_or_default();
        let values: Vec<&str> = types.split(';').filter(|t| !t.is_empty()).map(sample).collect();
        let list = if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) };
        let plan = r.dynamic("plan.explain", &format!("EXPLAIN EXECUTE probe{list}"), &[], |row| row.text(0));
        r.dynamic("plan.forget", "DEALLOCATE probe", &[], |_| Ok(()))?;
        Ok(plan?.join("\n"))
    })
    .await
}

/// A literal of that type; every text is a district, so that a key without one is seen.
fn sample(kind: &str) -> &'static str {
    match kind {
        "bigint" => "1",
        "double precision" => "1.5",
        "bytea" => "'\\x00'",
        _ => "'500107'",
    }
}

/// Tables of which the plan reads more than one partition.
fn spread(plan: &str) -> Option<String> {
    let mut seen = std::collections::BTreeMap::<&str, std::collections::BTreeSet<&str>>::new();
    for word in plan.split(|c: char| !(c.is_alphanumeric() || c == '_')) {
        if let Some((table, number)) = word.rsplit_once("_p")
            && matches!(number, "0" | "1" | "2" | "3")
        {
            seen.entry(table).or_default().insert(number);
        }
    }
    let wide: Vec<String> = seen
        .iter()
        .filter(|(_, p)| p.len() > 1)
        .map(|(t, p)| format!("{t} in {} partitions", p.len()))
        .collect();
    (!wide.is_empty()).then(|| wide.join(", "))
}

#[test]
fn no_statement_is_left_out() {
    let mut wrong = Vec::new();
    for (path, text) in sources("crates/realm").into_iter().chain(sources("crates/work")) {
        if path.ends_with("tests.rs") {
            continue;
        }
        let lists: String = text
            .split(": &[&Stmt] =")
            .skip(1)
            .filter_map(|rest| rest.split_once("];").map(|(list, _)| list.to_owned() + ",]"))
            .collect();
        let words: Vec<&str> = lists.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        for line in text.lines().map(str::trim) {
            let name = line.split_once("const ").and_then(|(_, rest)| rest.split_once(": Stmt ="));
            if let Some((name, _)) = name
                && !words.contains(&name)
            {
                wrong.push(format!("{}: {name}", path.display()));
            }
        }
    }
    none(
        wrong,
        "statements outside the list of their file (ALL or STATEMENTS), so that nobody prepares them:",
    );
    assert!(all().len() > 50, "only {} statements: is a slice left out?", all().len());
    let names: Vec<&str> = all().iter().map(|s| s.name).collect();
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(names.len(), once.len(), "two statements share a name");
}
