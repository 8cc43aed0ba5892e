//! The law of photos of places.

use super::flow;

#[test]
fn a_photo_has_a_day_that_has_come() {
    let today = jiff::civil::date(2026, 6, 1);
    assert_eq!(flow::day("2026-06-01", today).expect("today"), "2026-06-01");
    assert_eq!(flow::day("2025-04-09", today).expect("last year"), "2025-04-09");
    for wrong in ["2026-06-02", "", "yesterday", "1999-12-31", "2026-13-01"] {
        assert!(flow::day(wrong, today).is_err(), "{wrong}");
    }
}

#[test]
fn nothing_is_kept_unless_nobody_is_to_be_seen() {
    assert!(flow::nobody(true).is_ok());
    let no = flow::nobody(false).expect_err("refused");
    assert_eq!(no.fields[0].field, "no_people");
}
