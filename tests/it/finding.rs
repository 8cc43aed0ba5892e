//! A case is found by its number, as people quote it: whole, by its end, by its beginning.

use serde_json::json;
use wangge_base::{Clock, Instant};
use wangge_realm::access::Verb;
use wangge_server::house::migrations;
use wangge_store::{Engine, Stmt, Value, testdb};
use wangge_work::{
    case::sql::{self, Sought, Wanted},
    number::{self, Part},
};

use crate::city::{self, Hand};

const GRID: &str = "500107003003001";

async fn found(hand: &Hand, query: &str) -> Vec<String> {
    let page = hand.client.get(&format!("/api/v1/cases?q={query}")).await.expect("a list");
    let rows = page["items"].as_array().expect("rows").iter();
    rows.map(|row| row["number"].as_str().expect("a number").to_owned()).collect()
}

#[tokio::test]
async fn a_case_is_found_by_its_number_or_a_part_of_it() {
    for city in city::each().await {
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand("500107003", "ZH-04").await);
        let mut numbers = Vec::new();
        for text in ["楼道堆放杂物", "井盖松动"] {
            city.clock.advance_minutes(1);
            let receipt = worker.report(json!({ "text": text, "grid": GRID })).await;
            numbers.push(
                desk.sheet(receipt["ref"].as_str().expect("ref")).await["number"]
                    .as_str()
                    .expect("number")
                    .to_owned(),
            );
        }
        let (number, other) = (&numbers[0], &numbers[1]);
        assert!(number.starts_with("20260601-"), "{number}");
        let (low, plain) = (number.to_lowercase(), number.replace('-', ""));
        for part in
            [&number[..], &low, &plain, &number[13..], &number[9..], &low[12..], &number[6..], &number[..16]]
        {
            assert_eq!(found(&desk, part).await, std::slice::from_ref(number), "{:?} {part}", city.engine());
        }
        // A day and a month, newest first.
        for part in ["20260601", "202606", "2026"] {
            assert_eq!(
                found(&desk, part).await,
                [other.clone(), number.clone()],
                "{:?} {part}",
                city.engine()
            );
        }
        for none in ["20260531", "202605", "20260601-ZZZZZZZZ"] {
            assert!(found(&desk, none).await.is_empty(), "{none}");
        }
        // The other filters count beside it, in every order of the list.
        assert!(found(&desk, &format!("{number}&open=false")).await.is_empty());
        assert_eq!(found(&desk, &format!("{}&sort=due", &number[13..])).await, std::slice::from_ref(number));
        // Words are found as before, also where they could be the end of a number.
        let page = desk.client.get(&format!("/api/v1/cases?q={}&limit=1", "2026")).await.expect("a list");
        let next = page["next"].as_str().expect("more of this year");
        assert_eq!(found(&desk, &format!("2026&limit=1&after={next}")).await, std::slice::from_ref(number));
        // A number opens nothing that the post may not see.
        for (unit, post) in [("500105003", "ZH-04"), ("500107-Q-CG", "BM-01"), ("500107003004", "SQ-01")] {
            assert!(found(&city.hand(unit, post).await, number).await.is_empty(), "{unit}");
        }
        // What the index holds is what is looked up: no walk over the whole district.
        if city.engine() == Engine::Sqlite {
            plans(&city, number).await;
        }
        city.end().await;
    }
}

async fn plans(city: &city::City, number: &str) {
    let holder = wangge_base::Holder {
        person: "500107.x".into(),
        called: "某".into(),
        home: "500107".parse().expect("district"),
        holding: "x".into(),
        unit: "500107003".parse().expect("unit"),
        post: "ZH-04".parse().expect("post"),
        role: wangge_base::Role::DutyOfficer,
        board: wangge_base::Board::Centre,
        capacity: wangge_base::Capacity::Holder,
    };
    let right = city.house().work.realm.filter(&holder, Verb::CaseList);
    let wanted = Wanted { limit: 21, ..Wanted::default() };
    let readings = [&number[13..], &number[9..], number, &number[..12]].map(number::parts).concat();
    assert!(readings.iter().any(|part| matches!(part, Part::Begins(..))), "{readings:?}");
    for part in readings {
        let index = if matches!(part, Part::Ends(_)) { "case_tail" } else { "case_number" };
        let text = format!("{part:?}");
        let (sql, mut params) = sql::list(&wanted, Some(&Sought::Number(part)), &right);
        params.insert(0, "500107".into());
        let plan = city.house().db().read(move |r| {
            r.dynamic("plan", &format!("EXPLAIN QUERY PLAN {sql}"), &params, |row| row.text(3))
        });
        let plan = plan.await.expect("a plan").join("\n");
        assert!(plan.contains(index), "{text}: {plan}");
    }
}

/// What the index held as a row for each word, before migration 6 of the slice.
#[tokio::test]
async fn what_was_found_before_the_index_changed_is_found_after() {
    const WORD: Stmt =
        Stmt::new("test.word", "INSERT INTO case_word (district, word, case_id) VALUES ($1, $2, $3)");
    const FOUND: Stmt = Stmt::new(
        "test.found",
        "SELECT case_id FROM case_words WHERE district = $1 AND all_words(words, 'd' || $1 || ' ' || $2)",
    );
    let all = migrations();
    let before: Vec<_> = all.iter().copied().filter(|m| !(m.slice == "case" && m.id >= 6)).collect();
    let clock = Clock::manual(Instant::from_micros(1_767_225_600_000_000));
    let (one, other) = ("0198c5a0-0000-7000-8000-000000000001", "0198c5a0-0000-7000-8000-000000000002");
    for test in testdb::each(&before, &clock).expect("databases") {
        for (word, id) in [("消防", one), ("通道", one), ("消防", other)] {
            let row: Vec<Value> = vec!["500107".into(), word.into(), id.into()];
            test.db().write(move |tx| tx.exec(&WORD, &row)).await.expect("a word");
        }
        assert_eq!(test.db().migrate(&all).await.expect("migrated"), all.len() - before.len());
        let found = async |words: String| {
            let row: Vec<Value> = vec!["500107".into(), words.into()];
            test.db().read(move |r| r.query(&FOUND, &row, |row| row.text(0))).await.expect("found").len()
        };
        assert_eq!(found("消防".into()).await, 2, "{:?}", test.engine());
        assert_eq!(found("消防 通道".into()).await, 1);
        assert_eq!(found(format!("r{}", one.replace('-', ""))).await, 1, "by its own word");
    }
}
