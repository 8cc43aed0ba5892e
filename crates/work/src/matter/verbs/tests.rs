use wangge_base::{Clock, Instant};
use wangge_store::testdb;

use crate::{
    calendar::Calendars,
    matter::{flow::tests::example, load, publish, sql, stamp, verbs::end},
};

fn usual() -> std::sync::Arc<wangge_base::WorkCalendar> {
    Calendars::shipped("Asia/Shanghai").expect("shipped calendar").get(None).clone()
}

#[tokio::test]
async fn publishing_adds_versions_and_never_rewrites_one() {
    let start = Instant::from_micros(1_767_225_600_000_000);
    for test in testdb::each(sql::MIGRATIONS, &Clock::manual(start)).expect("database") {
        let db = test.db();
        let mut entries: Vec<_> =
            example().all(start.plus_minutes(1), None, None).iter().map(|m| m.entry.clone()).collect();
        let first = entries.clone();
        let done = db.write(move |tx| publish(tx, &first, start, &usual())).await.expect("published");
        assert_eq!((done.new.len(), done.unchanged), (48, 0));
        // The same again changes nothing; one changed entry is one new version.
        entries[3].minutes += 5;
        let (code, second) = (entries[3].code.clone(), entries.clone());
        let later = start.plus_minutes(60);
        let done = db.write(move |tx| publish(tx, &second, later, &usual())).await.expect("published");
        assert_eq!((done.new, done.unchanged), (vec![(code.clone(), 2)], 47));
        let catalogue = db.read(load).await.expect("catalogue");
        assert_eq!(catalogue.stamp, db.read(stamp).await.expect("stamp"));
        assert_eq!(catalogue.effective(&code, start.plus_minutes(59)).expect("first").version, 1);
        assert_eq!(catalogue.effective(&code, later).expect("second").version, 2);
        assert_eq!(catalogue.version(&code, 1).expect("kept").minutes + 5, entries[3].minutes);
        // Not into the past of a version, not twice in one list.
        entries[3].minutes += 5;
        let third = entries.clone();
        let no = db.write(move |tx| publish(tx, &third, start, &usual())).await.expect_err("refused");
        assert!(no.refusal().expect("a refusal").fields[0].zh.contains("更晚生效"));
        let twice = vec![entries[0].clone(), entries[0].clone()];
        assert!(db.write(move |tx| publish(tx, &twice, later, &usual())).await.is_err());
        assert_eq!(db.read(load).await.expect("catalogue").stamp, catalogue.stamp);
    }
}

#[tokio::test]
async fn an_entry_ends_by_a_last_version_and_a_campaign_by_itself() {
    let start = Instant::from_micros(1_767_225_600_000_000); // 2026-01-01 08:00 in Chongqing
    for test in testdb::each(sql::MIGRATIONS, &Clock::manual(start)).expect("database") {
        let db = test.db();
        let all = example().all(start.plus_minutes(1), None, None);
        let (mut campaign, kept) = (all[0].entry.clone(), all[1].entry.clone());
        campaign.review = Some(jiff::civil::date(2026, 2, 28));
        let (codes, both) = ((campaign.code.clone(), kept.code.clone()), vec![campaign, kept]);
        let again = both.clone();
        db.write(move |tx| publish(tx, &both, start, &usual())).await.expect("published");
        let same = db.write(move |tx| publish(tx, &again, start, &usual())).await.expect("published");
        assert_eq!((same.new.len(), same.unchanged), (0, 2), "a campaign with the same end says nothing new");
        let catalogue = db.read(load).await.expect("catalogue");
        let (last, after): (Instant, Instant) = (
            serde_json::from_str("\"2026-02-28T15:59:59Z\"").expect("instant"),
            serde_json::from_str("\"2026-02-28T16:00:00Z\"").expect("instant"),
        );
        assert!(catalogue.effective(&codes.0, last).is_ok(), "the whole of its last day");
        let no = catalogue.effective(&codes.0, after).expect_err("over");
        assert!(no.en.contains("has ended"), "{no}");
        // Ended by hand: running cases still find the version they were filed under.
        let (ended, then) = (vec![codes.1.clone()], start.plus_minutes(60));
        let done = db.write(move |tx| end(tx, &ended, then)).await.expect("ends");
        assert_eq!(done, vec![(codes.1.clone(), 2)]);
        let catalogue = db.read(load).await.expect("catalogue");
        assert!(catalogue.effective(&codes.1, then).is_err());
        assert!(catalogue.effective(&codes.1, start.plus_minutes(59)).is_ok(), "until then it counted");
        assert_eq!(catalogue.version(&codes.1, 1).expect("kept").entry, all[1].entry);
        let twice = vec![codes.1.clone()];
        let done = db.write(move |tx| end(tx, &twice, then.plus_minutes(1))).await.expect("passed over");
        assert!(done.is_empty(), "what has ended does not end again");
        let unknown = vec!["M-XX-99".parse().expect("code")];
        assert!(db.write(move |tx| end(tx, &unknown, then)).await.is_err());
    }
}

#[tokio::test]
async fn a_duty_rule_that_cannot_be_kept_is_not_published_whoever_publishes() {
    let start = Instant::from_micros(1_767_225_600_000_000);
    for test in testdb::each(sql::MIGRATIONS, &Clock::manual(start)).expect("database") {
        let db = test.db();
        let code: wangge_base::MatterCode = "M-MS-01".parse().expect("code");
        let mut entry = example().version(&code, 1).expect("an entry").entry.clone();
        entry.duty.as_mut().expect("a rule").recurrence = Some("FREQ=DAILY;UNTIL=20270101".into());
        let no = db.write(move |tx| publish(tx, std::slice::from_ref(&entry), start, &usual())).await;
        let no = no.expect_err("a rule with an end of its own");
        let field = &no.refusal().expect("a refusal").fields[0];
        assert_eq!(field.field, "duty.recurrence");
        assert!(field.zh.contains("M-MS-01") && field.zh.contains("生效日期"), "{}", field.zh);
        assert_eq!(db.read(stamp).await.expect("stamp"), 0);
    }
}
