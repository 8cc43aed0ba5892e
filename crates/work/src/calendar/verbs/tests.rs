use jiff::civil::date;
use wangge_base::{Clock, DayKind, Holidays, Instant};
use wangge_store::testdb;

use crate::calendar::{SHIPPED, import_days, load, seed, set_office, sql, stamp};

#[tokio::test]
async fn a_new_year_is_loaded_and_the_rest_stays() {
    let clock = Clock::manual(Instant::from_micros(1_767_225_600_000_000));
    for test in testdb::each(sql::MIGRATIONS, &clock).expect("database") {
        let db = test.db();
        let zone = "Asia/Shanghai";
        // Before the first start the shipped table stands in; seeding twice is seeding once.
        let before = db.read(move |r| load(r, zone)).await.expect("calendars");
        db.write(seed).await.expect("seeded");
        let seeded = db.read(move |r| load(r, zone)).await.expect("calendars");
        assert_eq!(before.holidays(), seeded.holidays());
        assert_eq!(**seeded.holidays(), Holidays::parse(SHIPPED).expect("table"));
        clock.advance_minutes(1);
        db.write(seed).await.expect("seeded");
        assert_eq!(db.read(stamp).await.expect("stamp"), seeded.stamp);
        // The notice for 2027 (invented here) has a make-up workday in December 2026.
        let next = Holidays::new([
            (date(2026, 12, 27), DayKind::Workday, "元旦".into()),
            (date(2027, 1, 1), DayKind::Holiday, "元旦".into()),
            (date(2027, 10, 1), DayKind::Holiday, "国庆节".into()),
        ]);
        let done = db.write(move |tx| import_days(tx, &next)).await.expect("imported");
        assert_eq!((done.years, done.days), (vec![2027], 3));
        db.write(|tx| set_office(tx, "hall", Some(&"1-6 09:00-17:00".parse().expect("office"))))
            .await
            .expect("office");
        let now = db.read(move |r| load(r, zone)).await.expect("calendars");
        assert!(now.stamp > seeded.stamp && now.knows("hall") && !seeded.knows("hall"));
        assert_eq!(now.holidays().days().count(), seeded.holidays().days().count() + 3);
        clock.advance_minutes(1);
        db.write(|tx| set_office(tx, "hall", None)).await.expect("taken away");
        let without = db.read(move |r| load(r, zone)).await.expect("calendars");
        assert!(!without.knows("hall") && without.stamp > now.stamp, "other nodes find out");
        // A corrected 2026 replaces 2026 alone.
        let corrected = Holidays::new([(date(2026, 10, 1), DayKind::Holiday, "国庆节".into())]);
        db.write(move |tx| import_days(tx, &corrected)).await.expect("imported");
        let after = db.read(move |r| load(r, zone)).await.expect("calendars");
        let of = |year: i16| after.holidays().days().filter(|(d, ..)| d.year() == year).count();
        assert_eq!(
            (of(2025), of(2026), of(2027)),
            (now.holidays().days().filter(|(d, ..)| d.year() == 2025).count(), 2, 2)
        );
        let slip = Holidays::new([(date(2027, 1, 4), DayKind::Workday, "元旦".into())]);
        assert!(db.write(move |tx| import_days(tx, &slip)).await.is_err());
        assert!(db.write(|tx| import_days(tx, &Holidays::default())).await.is_err());
        assert!(db.write(|tx| set_office(tx, "Große", Some(&wangge_base::Office::usual()))).await.is_err());
    }
}
