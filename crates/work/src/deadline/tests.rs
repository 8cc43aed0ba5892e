//! Countdowns run in the time of their limit and in no other.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use wangge_base::{Holidays, Office};

use super::*;

static CALENDARS: LazyLock<Vec<WorkCalendar>> = LazyLock::new(|| {
    let holidays = Arc::new(Holidays::parse(crate::calendar::SHIPPED).expect("table"));
    let of = |office: Office| WorkCalendar::new(holidays.clone(), office, "Asia/Shanghai").expect("calendar");
    let saturdays = "1-5 08:30-17:30; 6 09:00-12:00".parse().expect("office");
    vec![of(Office::usual()), of(saturdays), of(Office::round_the_clock())]
});

/// `2025-09-30 17:00` in Chongqing.
fn at(text: &str) -> Instant {
    format!("{text}:00+08:00").parse::<jiff::Timestamp>().expect("moment").into()
}

fn seat() -> Seat {
    Seat { unit: "500107003".parse().expect("unit"), post: None }
}

fn armed(from: &str, limit: &str) -> Deadline {
    Deadline::arm(Clock::Handle, &seat(), at(from), limit.parse().expect("limit"), &CALENDARS[0])
}

/// `left days late ticks changes` at that moment.
fn told(clock: &Deadline, now: &str) -> (i64, Option<i64>, bool, bool, Option<Instant>) {
    let it = clock.countdown(at(now), None, &CALENDARS[0]);
    (it.left, it.days, it.late, it.ticks, it.changes)
}

#[test]
fn working_hours_stand_still_at_lunch_at_night_and_on_days_off() {
    let clock = armed("2025-09-22 09:30", "4wh");
    assert_eq!(told(&clock, "2025-09-22 09:30"), (240, None, false, true, Some(at("2025-09-22 12:00"))));
    assert_eq!(told(&clock, "2025-09-22 12:30"), (90, None, false, false, Some(at("2025-09-22 14:00"))));
    assert_eq!(told(&clock, "2025-09-22 15:29"), (1, None, false, true, Some(at("2025-09-22 18:00"))));
    assert_eq!(told(&clock, "2025-09-22 15:30"), (0, None, true, true, Some(at("2025-09-22 18:00"))));
    // Late by the two and a half hours that were worked since, however long the night.
    assert_eq!(told(&clock, "2025-09-22 23:00"), (-150, None, true, false, Some(at("2025-09-23 09:00"))));
    // Over National Day: an hour is an hour on 8 October too.
    let clock = armed("2025-09-30 17:00", "2wh");
    for now in ["2025-09-30 18:00", "2025-10-04 10:00", "2025-10-08 23:59"] {
        assert_eq!(told(&clock, now), (60, None, false, false, Some(at("2025-10-09 09:00"))), "{now}");
    }
}

#[test]
fn days_are_told_as_days_and_dates_run_on_the_wall() {
    let clock = armed("2025-09-26 17:00", "3wd");
    // Sunday the 28th is worked: 28, 29, 30.
    assert_eq!(
        told(&clock, "2025-09-26 17:00"),
        (60 + 3 * 420, Some(3), false, true, Some(at("2025-09-26 18:00")))
    );
    assert_eq!(told(&clock, "2025-09-30 16:00"), (120, Some(0), false, true, Some(at("2025-09-30 18:00"))));
    let clock = armed("2025-09-22 17:00", "2cd");
    assert_eq!(told(&clock, "2025-09-23 23:00"), (24 * 60 + 59, Some(1), false, true, None));
    let clock = armed("2025-10-01 02:00", "30min");
    assert_eq!(told(&clock, "2025-10-01 02:10"), (20, None, false, true, None));
    let clock = Deadline::on(
        Clock::Supervise,
        &seat(),
        at("2025-10-01 02:00"),
        at("2025-10-03 02:00"),
        &CALENDARS[0],
    );
    assert_eq!(told(&clock, "2025-10-02 02:00"), (24 * 60, Some(1), false, true, None));
    assert_eq!(clock.countdown(at("2025-10-02 02:00"), None, &CALENDARS[0]).unit, None);
}

#[test]
fn suspended_work_keeps_what_was_left() {
    let mut clock = armed("2025-09-22 09:30", "4wh");
    clock.stage = Stage::Stopped;
    let since = Some(at("2025-09-22 10:30"));
    let then = clock.countdown(at("2025-09-22 10:30"), since, &CALENDARS[0]);
    assert_eq!((then.left, then.late, then.ticks, then.changes), (180, false, false, None));
    assert_eq!(clock.countdown(at("2025-10-22 10:30"), since, &CALENDARS[0]), then);
}

proptest! {
    /// From one look to the next, `left` falls by the minutes of its own time that passed between them,
    /// and a client that only knows the first look and `changes` counts the same until then.
    #[test]
    fn falls_by_exactly_the_time_that_passes(
        from in 1_514_736_000_000_000_i64..1_830_000_000_000_000, amount in 1_u32..60, unit in 0_usize..5,
        minutes in 0_i64..20_000, which in 0_usize..3,
    ) {
        let calendar = &CALENDARS[which];
        let limit = Limit::new(amount, LimitUnit::ALL[unit]);
        let from = Instant::from_micros(from);
        let clock = Deadline::arm(Clock::Handle, &seat(), from, limit, calendar);
        let later = from.plus_minutes(minutes);
        let (first, second) = (clock.countdown(from, None, calendar), clock.countdown(later, None, calendar));
        let working = matches!(limit.unit, LimitUnit::WorkHour | LimitUnit::WorkDay);
        let passed = if working { walked(calendar, from, minutes) } else { minutes };
        // Each is rounded down, at edges of the office that lie on whole minutes.
        prop_assert!((first.left - second.left - passed).abs() <= 1, "{first:?} {second:?} {passed}");
        let whole = Instant::from_micros(from.micros().div_euclid(60_000_000) * 60_000_000);
        let (first, second) = (
            clock.countdown(whole, None, calendar),
            clock.countdown(whole.plus_minutes(minutes), None, calendar),
        );
        let passed = if working { walked(calendar, whole, minutes) } else { minutes };
        prop_assert_eq!(first.left - second.left, passed);
        let until = first.changes.map_or(minutes, |turn| minutes.min(turn.minutes_since(whole)));
        let there = clock.countdown(whole.plus_minutes(until), None, calendar);
        prop_assert_eq!(there.left, first.left - if first.ticks { until } else { 0 });
    }

    #[test]
    fn never_ticks_on_a_day_off(
        now in 1_514_736_000_000_000_i64..1_830_000_000_000_000, amount in 1_u32..60, days in any::<bool>(),
    ) {
        let calendar = &CALENDARS[0];
        let unit = if days { LimitUnit::WorkDay } else { LimitUnit::WorkHour };
        let now = Instant::from_micros(now);
        let clock = Deadline::arm(Clock::Handle, &seat(), now, Limit::new(amount, unit), calendar);
        let told = clock.countdown(now, None, calendar);
        prop_assert!(!told.ticks || calendar.is_workday(calendar.date(now)));
        prop_assert_eq!(told.late, false);
        prop_assert!(told.left > 0);
    }
}

/// Office minutes that begin within `minutes` from here, walked one by one.
fn walked(calendar: &WorkCalendar, from: Instant, minutes: i64) -> i64 {
    (0..minutes).filter(|m| calendar.in_office(from.plus_minutes(*m))).count() as i64
}
