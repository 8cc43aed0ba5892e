use wangge_base::{Clock, Instant};
use wangge_store::testdb;

use crate::matter::{flow::tests::example, load, publish, sql, stamp};

#[tokio::test]
async fn publishing_adds_versions_and_never_rewrites_one() {
    let start = Instant::from_micros(1_767_225_600_000_000);
    for test in testdb::each(sql::MIGRATIONS, &Clock::manual(start)).expect("database") {
        let db = test.db();
        let mut entries: Vec<_> =
            example().all(start.plus_minutes(1), None, None).iter().map(|m| m.entry.clone()).collect();
        let first = entries.clone();
        let done = db.write(move |tx| publish(tx, &first, start)).await.expect("published");
        assert_eq!((done.new.len(), done.unchanged), (48, 0));
        // The same again changes nothing; one changed entry is one new version.
        entries[3].minutes += 5;
        let (code, second) = (entries[3].code.clone(), entries.clone());
        let later = start.plus_minutes(60);
        let done = db.write(move |tx| publish(tx, &second, later)).await.expect("published");
        assert_eq!((done.new, done.unchanged), (vec![(code.clone(), 2)], 47));
        let catalogue = db.read(load).await.expect("catalogue");
        assert_eq!(catalogue.stamp, db.read(stamp).await.expect("stamp"));
        assert_eq!(catalogue.effective(&code, start.plus_minutes(59)).expect("first").version, 1);
        assert_eq!(catalogue.effective(&code, later).expect("second").version, 2);
        assert_eq!(catalogue.version(&code, 1).expect("kept").minutes + 5, entries[3].minutes);
        // Not into the past of a version, not twice in one list.
        entries[3].minutes += 5;
        let third = entries.clone();
        let no = db.write(move |tx| publish(tx, &third, start)).await.expect_err("refused");
        assert!(no.refusal().expect("a refusal").fields[0].zh.contains("更晚生效"));
        let twice = vec![entries[0].clone(), entries[0].clone()];
        assert!(db.write(move |tx| publish(tx, &twice, later)).await.is_err());
        assert_eq!(db.read(load).await.expect("catalogue").stamp, catalogue.stamp);
    }
}
