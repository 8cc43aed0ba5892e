use wangge_base::{Clock, District, Instant};
use wangge_store::{Event, Migration, Stmt, testdb};

pub const THING: Migration = Migration {
    id: 1,
    slice: "thing",
    sql: "-- table: thing  class: business  retention: forever  personal: none
          CREATE TABLE thing (district text NOT NULL, id text NOT NULL, n bigint, PRIMARY KEY (district, id));",
};
pub const ADD: Stmt = Stmt::new("thing.add", "INSERT INTO thing (district, id, n) VALUES ($1, $2, $3)");
pub const COUNT: Stmt = Stmt::new("thing.count", "SELECT count(*) FROM thing WHERE district = $1");

#[tokio::test]
async fn a_write_is_read_back() {
    let clock = Clock::manual(Instant::from_micros(1_767_225_600_000_000));
    for test in testdb::each(&[THING], &clock).expect("databases") {
        let d: District = "500107".parse().expect("district");
        let home = d.clone();
        test.db()
            .write(move |tx| {
                let id = tx.new_id::<()>();
                tx.emit(Event {
                    district: home.clone(),
                    kind: "thing.made",
                    subject: "x".into(),
                    scope: vec![],
                    data: serde_json::json!({}),
                });
                tx.exec(&ADD, &[(&home).into(), id.into(), 7.into()])
            })
            .await
            .expect("written");
        let n = test
            .db()
            .read(move |r| r.one(&COUNT, &[(&d).into()], |row| row.int(0)))
            .await
            .expect("read");
        assert_eq!(n, 1);
    }
}
