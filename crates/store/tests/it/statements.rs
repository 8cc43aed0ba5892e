//! Every statement of store prepares on both engines and touches one partition.

use wangge_store::{Engine, Stmt};

use crate::bed;

/// Partitions of each table that a plan names.
fn partitions(plan: &str) -> std::collections::BTreeMap<String, std::collections::BTreeSet<String>> {
    let mut found = std::collections::BTreeMap::new();
    for word in plan.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')) {
        if let Some((table, part)) = word.split_once("_p")
            && part.starts_with(|c: char| c.is_ascii_digit())
        {
            let set: &mut std::collections::BTreeSet<String> = found.entry(table.to_owned()).or_default();
            set.insert(part.chars().take(1).collect());
        }
    }
    found
}

#[tokio::test]
async fn every_statement_prepares_on_both_engines_and_touches_one_partition() {
    for test in bed::each() {
        for (stmt, sample) in wangge_store::statements() {
            test.db().prepare_check(stmt.sql).await.unwrap_or_else(|e| panic!("{}: {e}", stmt.name));
            let plan =
                test.db().explain(stmt, &sample).await.unwrap_or_else(|e| panic!("{}: {e}", stmt.name));
            // The tailer's look at all heads is the one exception (DESIGN 4, rule 6).
            if test.engine() == Engine::Postgres && stmt.name != "outbox.heads" {
                for (table, parts) in partitions(&plan) {
                    assert_eq!(parts.len(), 1, "{} reads {parts:?} of {table}:\n{plan}", stmt.name);
                }
            }
        }
        assert!(test.db().prepare_check("SELECT nothing FROM nowhere WHERE a = $1").await.is_err());
    }
}

#[tokio::test]
async fn a_statement_without_district_shows_in_its_plan() {
    const LOOSE: Stmt = Stmt::new("thing.loose", "SELECT id FROM thing WHERE n = $1");
    for test in bed::each().into_iter().filter(|t| t.engine() == Engine::Postgres) {
        let plan = test.db().explain(&LOOSE, &[1.into()]).await.expect("plan");
        assert_eq!(partitions(&plan)["thing"].len(), 4, "{plan}");
    }
}
