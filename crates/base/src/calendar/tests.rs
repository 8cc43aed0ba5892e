use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

static CHINA: LazyLock<Arc<Holidays>> = LazyLock::new(|| {
    let csv = include_str!("../../../../data/calendar/cn.csv");
    Arc::new(Holidays::parse(csv).expect("the shipped table"))
});
static USUAL: LazyLock<WorkCalendar> = LazyLock::new(|| calendar(&Office::usual().to_string()));

fn calendar(office: &str) -> WorkCalendar {
    let office = office.parse().expect("office");
    WorkCalendar::new(CHINA.clone(), office, "Asia/Shanghai").expect("calendar")
}

/// `2025-09-30 17:00` in Chongqing.
fn at(text: &str) -> Instant {
    let text = if text.len() == 16 { format!("{text}:00+08:00") } else { format!("{text}+08:00") };
    text.parse::<jiff::Timestamp>().expect("moment").into()
}

fn due(from: &str, limit: &str) -> String {
    let due = USUAL.due(at(from), limit.parse().expect("limit"));
    let wall = jiff::tz::TimeZone::get("Asia/Shanghai").expect("zone").to_datetime(due.at.timestamp());
    format!("{}{}", wall.strftime("%Y-%m-%d %H:%M:%S"), if due.provisional { " provisional" } else { "" })
}

/// Counted from PyPI chinesecalendar 1.11.0, not from the table under test.
#[test]
fn every_year_has_its_workdays() {
    let counted = [
        (2020, 249, "01-19 04-26 05-09 06-28 09-27 10-10"),
        (2021, 250, "02-07 02-20 04-25 05-08 09-18 09-26 10-09"),
        (2022, 249, "01-29 01-30 04-02 04-24 05-07 10-08 10-09"),
        (2023, 249, "01-28 01-29 04-23 05-06 06-25 10-07 10-08"),
        (2024, 251, "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"),
        (2025, 248, "01-26 02-08 04-27 09-28 10-11"),
        (2026, 248, "01-04 02-14 02-28 05-09 09-20 10-10"),
    ];
    for (year, workdays, make_up) in counted {
        let days = || date(year, 1, 1).series(jiff::Span::new().days(1)).take_while(|d| d.year() == year);
        assert_eq!(days().filter(|d| USUAL.is_workday(*d)).count(), workdays, "{year}");
        let weekends = days().filter(|d| d.weekday().to_monday_zero_offset() >= 5 && USUAL.is_workday(*d));
        let listed: Vec<_> = weekends.map(|d| d.strftime("%m-%d").to_string()).collect();
        assert_eq!(listed.join(" "), make_up, "{year}");
    }
    assert_eq!(CHINA.years().collect::<Vec<_>>(), (2004..=2026).collect::<Vec<_>>());
}

#[test]
fn limits_run_over_lunch_nights_weekends_and_holidays() {
    // 4 working hours with lunch from 12 to 14.
    assert_eq!(due("2025-09-22 09:30", "4wh"), "2025-09-22 15:30:00");
    // Ends when the period ends, not when the next one opens.
    assert_eq!(due("2025-09-22 09:00", "3wh"), "2025-09-22 12:00:00");
    // Reported at lunch, at night, on a Saturday: counts from the next opening.
    assert_eq!(due("2025-09-22 12:30", "1wh"), "2025-09-22 15:00:00");
    assert_eq!(due("2025-09-22 23:00", "1wh"), "2025-09-23 10:00:00");
    assert_eq!(due("2025-09-20 10:00", "1wh"), "2025-09-22 10:00:00");
    // 2025-09-28 is a Sunday that is worked; 1–8 October are off; Saturday the 11th is worked.
    assert_eq!(due("2025-09-26 17:00", "2wh"), "2025-09-28 10:00:00");
    assert_eq!(due("2025-09-30 17:00", "2wh"), "2025-10-09 10:00:00");
    assert_eq!(due("2025-09-30 17:00", "3wd"), "2025-10-11 18:00:00");
    assert_eq!(due("2025-09-30 17:00", "7wd"), "2025-10-16 18:00:00");
    // Calendar days: 7 days from 24 September end on 1 October, a day off, so on the 9th.
    assert_eq!(due("2025-09-24 17:00", "7cd"), "2025-10-09 23:59:59");
    assert_eq!(due("2025-09-24 17:00", "7cd!"), "2025-10-01 23:59:59");
    assert_eq!(due("2025-09-22 17:00", "2cd"), "2025-09-24 23:59:59");
    // The wall clock knows no rest.
    assert_eq!(due("2025-10-01 02:00", "30min"), "2025-10-01 02:30:00");
    assert_eq!(due("2025-09-30 23:00", "24h"), "2025-10-01 23:00:00");
    // Spring Festival 2024, leap day and turn of the year.
    assert_eq!(due("2024-02-09 10:00", "1wd"), "2024-02-18 18:00:00");
    assert_eq!(due("2024-02-28 10:00", "1cd"), "2024-02-29 23:59:59");
    assert_eq!(due("2022-12-30 10:00", "1wd"), "2023-01-03 18:00:00");
    assert_eq!(due("2018-12-28 10:00", "1wd"), "2018-12-29 18:00:00");
}

#[test]
fn beyond_the_known_table_is_provisional() {
    assert_eq!(due("2026-12-18 10:00", "2wd"), "2026-12-22 18:00:00");
    assert_eq!(due("2026-12-18 10:00", "15wd"), "2027-01-08 18:00:00 provisional");
    assert_eq!(due("2026-12-28 10:00", "1wd"), "2026-12-29 18:00:00 provisional");
    assert_eq!(due("2026-12-28 10:00", "4wh"), "2026-12-28 16:00:00 provisional");
    assert_eq!(due("2026-12-31 23:00", "30cd!"), "2027-01-30 23:59:59");
    assert_eq!(due("2026-12-31 23:00", "30cd"), "2027-02-01 23:59:59 provisional");
    assert_eq!(due("2026-12-31 23:00", "48h"), "2027-01-02 23:00:00");
    assert!(!USUAL.is_known(at("2026-12-01 00:00"), at("2027-01-01 00:00")));
    assert!(USUAL.is_known(at("2026-12-01 00:00"), at("2026-12-24 00:00")));
}

/// Every day of seven years × several limits against a walk day by day.
#[test]
fn working_days_agree_with_a_walk_over_the_days() {
    let mut day = date(2020, 1, 1);
    while day < date(2026, 9, 1) {
        let from = USUAL.start_of(day).plus_minutes(11 * 60 + 7);
        for amount in [1_u32, 2, 3, 5, 7, 10, 15, 20, 60] {
            let (mut last, mut left) = (day, amount);
            while left > 0 {
                last = last.tomorrow().expect("tomorrow");
                left -= u32::from(USUAL.is_workday(last));
            }
            let end = USUAL.start_of(last).plus_minutes(18 * 60);
            let due = USUAL.due(from, Limit::new(amount, LimitUnit::WorkDay));
            assert_eq!(due, Due { at: end, provisional: !CHINA.knows(last) }, "{amount}wd from {day}");
        }
        day = day.tomorrow().expect("tomorrow");
    }
}

/// Every quarter of an hour of five weeks around National Day against a walk minute by minute.
#[test]
fn working_hours_agree_with_a_walk_over_the_minutes() {
    let start = at("2025-09-15 00:00");
    for quarter in 0..(35 * 96) {
        let from = start.plus_minutes(quarter * 15);
        for hours in [1_u32, 4, 9] {
            let (mut now, mut left) = (from, hours * 60);
            while left > 0 {
                left -= u32::from(USUAL.in_office(now));
                now = now.plus_minutes(1);
            }
            assert_eq!(
                USUAL.due(from, Limit::new(hours, LimitUnit::WorkHour)).at,
                now,
                "{hours}wh from {from}"
            );
        }
    }
}

#[test]
fn an_office_of_its_own_has_its_own_hours() {
    let hall = calendar("1-5 08:30-17:30; 6 09:00-12:00");
    // Saturday counts in hours, but is no working day.
    assert_eq!(hall.due(at("2025-09-19 17:00"), "1wh".parse().expect("limit")).at, at("2025-09-20 09:30"));
    assert_eq!(hall.due(at("2025-09-19 17:00"), "1wd".parse().expect("limit")).at, at("2025-09-22 17:30"));
    // A make-up Sunday without hours of its own has Monday's; a make-up Saturday has Saturday's.
    assert!(hall.in_office(at("2025-09-28 17:00")));
    assert!(!hall.in_office(at("2025-10-11 17:00")));
    assert!(!hall.in_office(at("2025-10-04 10:00")));
    let desk = WorkCalendar::new(CHINA.clone(), Office::round_the_clock(), "Asia/Shanghai").expect("desk");
    assert_eq!(desk.due(at("2025-10-03 22:00"), "4wh".parse().expect("limit")).at, at("2025-10-04 02:00"));
    assert!(desk.in_office(at("2025-10-01 03:00")));
    assert_eq!(desk.due(at("2025-09-29 22:00"), "1wd".parse().expect("limit")).at, at("2025-09-30 23:59:59"));
    let never = "6-7 09:00-12:00".parse().expect("office");
    assert!(WorkCalendar::new(CHINA.clone(), never, "Asia/Shanghai").is_err());
    assert!(WorkCalendar::new(CHINA.clone(), Office::usual(), "Asia/Nowhere").is_err());
}

#[test]
fn another_zone_with_summer_time_works_too() {
    let boston =
        WorkCalendar::new(Arc::default(), "1-5 09:00-17:00".parse().expect("office"), "America/New_York")
            .expect("calendar");
    let from: jiff::Timestamp = "2015-03-06T16:00:00-05:00".parse().expect("moment");
    let end: jiff::Timestamp = "2015-03-09T16:00:00-04:00".parse().expect("moment");
    assert_eq!(boston.due(from.into(), Limit::new(8, LimitUnit::WorkHour)).at, end.into());
}

#[test]
fn texts_read_back() {
    for text in ["30min", "2h", "4wh", "15wd", "7cd", "1cd!"] {
        assert_eq!(text.parse::<Limit>().expect(text).to_string(), text);
    }
    for text in ["", "wh", "0wh", "-1wd", "4", "4 wh", "4x", "4wd!", "99999999999wd", "3651cd", "٤wh"] {
        assert!(text.parse::<Limit>().is_err(), "{text}");
    }
    for text in [
        "1-5 09:00-12:00 14:00-18:00",
        "1-5 08:30-17:30; 6 09:00-12:00",
        "1-7 00:00-24:00; holidays",
        "3 09:00-10:00",
    ] {
        assert_eq!(text.parse::<Office>().expect(text).to_string(), text);
    }
    for text in [
        "",
        "1-5",
        "5-1 09:00-10:00",
        "1 10:00-09:00",
        "1 09:00-11:00 10:00-12:00",
        "1-5 09:00-24:01",
        "0 9:00-10:00",
    ] {
        assert!(text.parse::<Office>().is_err(), "{text}");
    }
    assert_eq!(Office::usual().to_string(), "1-5 09:00-12:00 14:00-18:00");
    assert_eq!(
        (Limit::new(1, LimitUnit::WorkDay).zh(), Limit::new(2, LimitUnit::Hour).en()),
        ("1个工作日".into(), "2 hours".into())
    );
    assert!(Holidays::parse("date,kind,name\n2026-01-01,holiday,元旦\n2026-02-30,holiday,x\n").is_err());
}

#[test]
fn one_reminder_inside_office_hours() {
    // A quarter of the working time is left: 4wh from 09:30 end at 15:30, told at 14:30.
    assert_eq!(USUAL.remind_at(at("2025-09-22 09:30"), at("2025-09-22 15:30")), Some(at("2025-09-22 14:30")));
    // Half an hour at least: due at 09:20 is told the afternoon before.
    assert_eq!(USUAL.remind_at(at("2025-09-22 17:00"), at("2025-09-23 09:20")), Some(at("2025-09-22 17:50")));
    // Fifteen working days: at most one day ahead.
    let (from, end) = (at("2025-09-01 10:00"), at("2025-09-22 18:00"));
    assert_eq!(USUAL.remind_at(from, end), Some(at("2025-09-22 09:00")));
    // Due at midnight of a calendar day: told in the afternoon before.
    assert_eq!(
        USUAL.remind_at(at("2025-09-22 16:00"), at("2025-09-22 23:59:59")),
        Some(at("2025-09-22 17:30"))
    );
    // Nothing is told at night or in a holiday.
    assert_eq!(USUAL.remind_at(at("2025-10-01 10:00"), at("2025-10-01 12:00")), None);
}

#[test]
fn the_office_turns_at_its_openings_and_closings() {
    let turn = |of: &WorkCalendar, text: &str| of.next_turn(at(text));
    for (now, next) in [
        ("2025-09-22 08:59", "2025-09-22 09:00"),
        ("2025-09-22 09:00", "2025-09-22 12:00"),
        ("2025-09-22 12:00", "2025-09-22 14:00"),
        ("2025-09-22 17:59", "2025-09-22 18:00"),
        ("2025-09-22 18:00", "2025-09-23 09:00"),
        // Friday evening, a worked Sunday; National Day with a worked Saturday after it.
        ("2025-09-26 18:30", "2025-09-28 09:00"),
        ("2025-09-30 20:00", "2025-10-09 09:00"),
        ("2025-10-10 18:00", "2025-10-11 09:00"),
    ] {
        assert_eq!(turn(&USUAL, now), Some(at(next)), "{now}");
    }
    // Midnight is no closing when the next day goes on.
    let week = calendar("1-5 00:00-24:00; 7 00:00-06:00");
    assert_eq!(turn(&week, "2025-09-15 10:00"), Some(at("2025-09-20 00:00")));
    assert_eq!(turn(&week, "2025-09-21 00:00"), Some(at("2025-09-21 06:00")));
    let early = calendar("1 00:00-24:00; 2 00:00-06:00 09:00-10:00");
    assert_eq!(turn(&early, "2025-09-15 10:00"), Some(at("2025-09-16 06:00")));
    let desk = WorkCalendar::new(CHINA.clone(), Office::round_the_clock(), "Asia/Shanghai").expect("desk");
    assert_eq!(turn(&desk, "2025-10-01 03:00"), None);
    assert_eq!(USUAL.next_turn(at("2063-12-31 20:00")), None);
}

const OFFICES: [&str; 4] = [
    "1-5 09:00-12:00 14:00-18:00",
    "1-5 08:30-17:30; 6 09:00-12:00",
    "1-4 09:00-12:00 13:30-18:00; 5 09:00-11:00; 7 10:00-10:30",
    "1-7 08:00-12:00 12:30-20:00; holidays",
];
static CALENDARS: LazyLock<Vec<WorkCalendar>> = LazyLock::new(|| OFFICES.map(calendar).into());

fn moments() -> impl Strategy<Value = Instant> {
    // 2018-01-01 … 2028-12-31, any microsecond.
    (1_514_736_000_000_000_i64..1_861_920_000_000_000).prop_map(Instant::from_micros)
}
fn limits() -> impl Strategy<Value = Limit> {
    (1_u32..200, 0_usize..5).prop_map(|(amount, unit)| Limit::new(amount, LimitUnit::ALL[unit]))
}
fn local_date(of: &WorkCalendar, due: Instant) -> Date {
    of.date(Instant::from_micros(due.micros() - 1))
}

proptest! {
    #[test]
    fn adding_then_measuring_returns_the_span(from in moments(), limit in limits(), which in 0_usize..4) {
        let calendar = &CALENDARS[which];
        let due = calendar.due(from, limit);
        let span = calendar.span(from, due.at, limit.unit).amount;
        match limit.unit {
            LimitUnit::Hour | LimitUnit::WorkHour => prop_assert_eq!(span, i64::from(limit.amount) * 60),
            // The end may have moved over days off.
            LimitUnit::CalendarDay => prop_assert!((0..=10).contains(&(span - i64::from(limit.amount)))),
            _ => prop_assert_eq!(span, i64::from(limit.amount)),
        }
        let stands = Limit { day_off: DayOff::Stands, ..limit };
        if limit.unit == LimitUnit::CalendarDay {
            let span = calendar.span(from, calendar.due(from, stands).at, limit.unit).amount;
            prop_assert_eq!(span, i64::from(limit.amount));
        }
    }

    #[test]
    fn never_ends_on_a_day_off(from in moments(), limit in limits(), which in 0_usize..4) {
        let calendar = &CALENDARS[which];
        let due = calendar.due(from, limit);
        match limit.unit {
            LimitUnit::WorkDay | LimitUnit::CalendarDay => {
                prop_assert!(calendar.is_workday(local_date(calendar, due.at)));
            }
            LimitUnit::WorkHour => {
                prop_assert!(calendar.in_office(Instant::from_micros(due.at.micros() - 1)));
            }
            LimitUnit::Minute | LimitUnit::Hour => {}
        }
    }

    #[test]
    fn monotone_in_start_and_amount(a in moments(), ahead in 0_i64..20_000, limit in limits(), which in 0_usize..4) {
        let calendar = &CALENDARS[which];
        let due = calendar.due(a, limit).at;
        prop_assert!(due > a);
        prop_assert!(calendar.due(a.plus_minutes(ahead), limit).at >= due);
        let more = Limit { amount: limit.amount + 1, ..limit };
        prop_assert!(calendar.due(a, more).at >= due);
        if limit.unit != LimitUnit::CalendarDay {
            prop_assert!(calendar.due(a, more).at > due);
        }
    }

    #[test]
    fn openings_and_reminders_lie_in_office_hours(from in moments(), limit in limits(), which in 0_usize..4) {
        let calendar = &CALENDARS[which];
        let opening = calendar.next_office(from);
        prop_assert!(opening >= from && calendar.in_office(opening));
        let due = calendar.due(from, limit).at;
        if let Some(told) = calendar.remind_at(from, due) {
            prop_assert!(from <= told && told < due);
            prop_assert!(calendar.in_office(told));
        } else {
            prop_assert!(calendar.span(from, due, LimitUnit::WorkHour).amount == 0);
        }
    }

    #[test]
    fn between_two_turns_the_office_stays_as_it_is(from in moments(), part in 0.0_f64..1.0, which in 0_usize..4) {
        let calendar = &CALENDARS[which];
        let turn = calendar.next_turn(from).expect("every one of these closes");
        let open = calendar.in_office(from);
        prop_assert!(turn > from);
        prop_assert_ne!(calendar.in_office(turn), open);
        let between = from.micros() + ((turn.micros() - from.micros()) as f64 * part) as i64;
        prop_assert_eq!(calendar.in_office(Instant::from_micros(between)), open);
        prop_assert_eq!(calendar.in_office(Instant::from_micros(turn.micros() - 1)), open);
    }

    #[test]
    fn nothing_panics_anywhere(micros in -62_000_000_000_000_000_i64..62_000_000_000_000_000, limit in limits()) {
        let from = Instant::from_micros(micros);
        let due = USUAL.due(from, limit);
        prop_assert!(due.at >= from);
        let _ = (USUAL.next_turn(from), USUAL.next_office(from), USUAL.remind_at(from, due.at), USUAL.date(from));
    }
}
