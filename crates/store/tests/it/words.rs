//! Full text: one statement on both engines finds rows by all of their words, in one district.

use wangge_base::Id;
use wangge_store::{Migration, Stmt, Value, testdb, words};

use crate::bed::{clock, d};

const NOTES: Migration = Migration {
    id: 1,
    slice: "note",
    sql: "-- table: note  class: words  retention: forever  personal: none
          CREATE TABLE note (district text NOT NULL, id text NOT NULL, words text NOT NULL);",
};
const ADD: Stmt = Stmt::new("note.add", "INSERT INTO note (district, id, words) VALUES ($1, $2, $3)");
const FIND: Stmt = Stmt::new(
    "note.find",
    "SELECT w.id FROM note w WHERE w.district = $1 AND all_words(w.words, 'd' || $1 || ' ' || $2) ORDER BY w.id",
);
const FORGET: Stmt =
    Stmt::new("note.forget", "DELETE FROM note WHERE district = $1 AND id = $2 AND all_words(words, $3)");

#[tokio::test]
async fn all_words_of_one_district_find_a_row_and_its_own_word_deletes_it() {
    for test in testdb::each(&[NOTES], &clock()).expect("databases") {
        let made: Vec<Id<()>> = (0..3).map(|n| Id::new(clock().now(), [n; 10])).collect();
        let texts = ["消防 防通 通道 wc12", "消防 防栓", "消防 防通 通道"];
        for ((id, text), district) in made.iter().zip(texts).zip(["500107", "500107", "500105"]) {
            let home = d(district);
            let all = words::keys(&home, id).join(" ") + " " + text;
            let row: Vec<Value> = vec![(&home).into(), (*id).into(), all.into()];
            test.db().write(move |tx| tx.exec(&ADD, &row)).await.expect("added");
        }
        let found = async |district: &str, sought: &str| {
            let row: Vec<Value> = vec![(&d(district)).into(), sought.into()];
            test.db().read(move |r| r.query(&FIND, &row, |row| row.text(0))).await.expect("found")
        };
        let names: Vec<String> = made.iter().map(ToString::to_string).collect();
        assert_eq!(found("500107", "消防").await, names[..2], "{:?}", test.engine());
        assert_eq!(found("500107", "通道 消防").await, names[..1], "all of them, in any order");
        assert_eq!(found("500105", "消防").await, names[2..], "of its own district");
        for none in ["wc1", "防", "wc12 防栓", "or 消防"] {
            assert!(found("500107", none).await.is_empty(), "{:?} {none}", test.engine());
        }
        let of = made[0];
        let gone = move |id: Id<()>| vec![(&d("500107")).into(), id.into(), words::of_row(&of).into()];
        let count =
            test.db().write(move |tx| Ok((tx.exec(&FORGET, &gone(made[1]))?, tx.exec(&FORGET, &gone(of))?)));
        assert_eq!(count.await.expect("deleted"), (0, 1), "only the row whose word it is");
        assert_eq!(found("500107", "消防").await, names[1..2]);
    }
}
