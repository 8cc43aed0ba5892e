//! The list of any day, worked out from rules, is the one that brute force over the days gives.

use jiff::civil::{Date, Weekday};
use proptest::prelude::*;
use wangge_base::{DayKind, Holidays, civil_date, days_since_epoch};

use super::recurrence::{ANCHOR, Day, FARTHEST, Recurrence, check, lot, standing, stretch};
use crate::matter::{DutyRule, Missed, ObjectKind, OnDayOff};

fn rule(window: u8, on_day_off: OnDayOff, spread: bool) -> DutyRule {
    DutyRule {
        object: ObjectKind::Elder,
        recurrence: None,
        window,
        on_day_off,
        missed: Missed::Lapse,
        spread,
        trigger: None,
    }
}

fn day(text: &str) -> Day {
    days_since_epoch(text.parse().expect("date"))
}

/// A rule, as text for `rrule` and as a plain question about a date that shares nothing with it.
#[derive(Clone, Debug)]
enum Asked {
    Daily(i64),
    Weekly(i64, Vec<usize>),
    Monthly(i64, i8),
    NthWeekday(i8, usize),
    Yearly(i8, i8),
}

impl Asked {
    fn text(&self) -> String {
        match self {
            Self::Daily(n) => format!("FREQ=DAILY;INTERVAL={n}"),
            Self::Weekly(n, on) => {
                let names: Vec<&str> = on.iter().map(|at| WEEK[*at].0).collect();
                format!("FREQ=WEEKLY;INTERVAL={n};BYDAY={}", names.join(","))
            }
            Self::Monthly(n, of_month) => format!("FREQ=MONTHLY;INTERVAL={n};BYMONTHDAY={of_month}"),
            Self::NthWeekday(nth, at) => format!("FREQ=MONTHLY;BYDAY={nth}{}", WEEK[*at].0),
            Self::Yearly(month, of_month) => format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={of_month}"),
        }
    }
    fn names(&self, d: Date) -> bool {
        match self {
            Self::Daily(n) => (days_since_epoch(d) - ANCHOR) % n == 0,
            Self::Weekly(n, on) => {
                weeks_since_anchor(d) % n == 0 && on.iter().any(|at| WEEK[*at].1 == d.weekday())
            }
            Self::Monthly(n, of_month) => months_since_anchor(d) % n == 0 && d.day() == *of_month,
            Self::NthWeekday(nth, at) => d.weekday() == WEEK[*at].1 && (d.day() - 1) / 7 + 1 == *nth,
            Self::Yearly(month, of_month) => d.month() == *month && d.day() == *of_month,
        }
    }
}

fn weeks_since_anchor(date: Date) -> i64 {
    (days_since_epoch(date) - ANCHOR).div_euclid(7)
}
fn months_since_anchor(date: Date) -> i64 {
    i64::from(date.year() - 2024) * 12 + i64::from(date.month()) - 1
}
const WEEK: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

fn asked() -> impl Strategy<Value = Asked> {
    let weekdays = proptest::sample::subsequence((0..7).collect::<Vec<usize>>(), 1..=7);
    prop_oneof![
        (1_i64..9).prop_map(Asked::Daily),
        (1_i64..5, weekdays).prop_map(|(n, on)| Asked::Weekly(n, on)),
        (1_i64..4, 1_i8..=31).prop_map(|(n, of_month)| Asked::Monthly(n, of_month)),
        (1_i8..=4, 0_usize..7).prop_map(|(nth, at)| Asked::NthWeekday(nth, at)),
        (1_i8..=12, 1_i8..=28).prop_map(|(month, of_month)| Asked::Yearly(month, of_month)),
    ]
}

/// Random holidays and make-up workdays of 2025 to 2027, holidays in runs as they come.
fn holidays() -> impl Strategy<Value = Holidays> {
    let runs = proptest::collection::vec((day("2025-01-01")..day("2027-12-20"), 1_i64..10), 0..20);
    let made_up = proptest::collection::vec(day("2025-01-01")..day("2027-12-20"), 0..20);
    (runs, made_up).prop_map(|(runs, made_up)| {
        let off = runs.into_iter().flat_map(|(from, many)| from..from + many);
        let off = off.map(|d| (civil_date(d), DayKind::Holiday, String::new()));
        let on = made_up.into_iter().map(|d| (civil_date(d), DayKind::Workday, String::new()));
        Holidays::new(off.chain(on))
    })
}

/// The list of one object for every day of a span, by walking over its days: each named day in order says on which
/// days it stands.
fn brute_force(
    rule: &DutyRule,
    asked: &Asked,
    holidays: &Holidays,
    lot: u64,
    span: (Day, Day),
) -> Vec<(Day, Day)> {
    let works = |d: Day| holidays.is_workday(civil_date(d));
    let named: Vec<Day> = (span.0 - 140..=span.1 + 400).filter(|d| asked.names(civil_date(*d))).collect();
    let mut stands = Vec::new();
    for (i, nominal) in named.iter().copied().enumerate() {
        let mut candidates = Vec::new();
        for d in nominal..nominal + if rule.spread { i64::from(rule.window) } else { 1 } {
            if rule.on_day_off == OnDayOff::Keep || works(d) {
                candidates.push(d);
            }
        }
        let mut ends = nominal + i64::from(rule.window) - 1;
        if candidates.is_empty() {
            if rule.on_day_off == OnDayOff::Skip {
                continue;
            }
            let mut d = if rule.spread { ends + 1 } else { nominal + 1 };
            let stop = d + FARTHEST;
            while d <= stop && !works(d) {
                d += 1;
            }
            if d > stop || named.get(i + 1).is_some_and(|next| d >= *next) {
                continue;
            }
            ends = if rule.spread { d } else { d + i64::from(rule.window) - 1 };
            candidates.push(d);
        }
        let opens = candidates[(lot % candidates.len() as u64) as usize];
        stands.extend((opens..=ends).filter(|d| (span.0..=span.1).contains(d)).map(|d| (d, nominal)));
    }
    stands.sort_unstable();
    stands
}

fn day_off() -> impl Strategy<Value = OnDayOff> {
    proptest::sample::select(OnDayOff::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_virtual_list_of_a_year_is_what_brute_force_gives(
        asked in asked(),
        holidays in holidays(),
        window in 1_u8..=92,
        on_day_off in day_off(),
        spread in any::<bool>(),
        lot in any::<u64>(),
    ) {
        let span = (day("2026-01-01"), day("2026-12-31"));
        let rule = rule(window, on_day_off, spread);
        let days = Recurrence::compile(&asked.text(), day("2028-12-31")).expect("a rule");
        let works = |d: Day| holidays.is_workday(civil_date(d));
        let mut list = Vec::new();
        for d in span.0..=span.1 {
            list.extend(standing(&rule, &days, &works, lot, d).into_iter().map(|it| (d, it.nominal)));
        }
        list.sort_unstable();
        prop_assert_eq!(list, brute_force(&rule, &asked, &holidays, lot, span));
    }

    #[test]
    fn a_spread_rule_deals_every_object_exactly_one_opening(
        window in 1_u8..=31, lots in proptest::collection::vec(any::<[u8; 16]>(), 200),
    ) {
        let rule = rule(window, OnDayOff::Next, true);
        let days = Recurrence::compile("FREQ=MONTHLY", day("2026-12-31")).expect("a rule");
        let works = |d: Day| (d - ANCHOR) % 7 < 5;
        let it = stretch(&rule, &days, &works, day("2026-06-01")).expect("an occurrence");
        for id in lots {
            let opens = it.opens(lot(id));
            prop_assert!(it.openings.contains(&opens) && works(opens) && opens <= it.last);
        }
    }
}

#[test]
fn a_daily_duty_is_done_once_after_a_long_weekend() {
    let rule = rule(1, OnDayOff::Next, false);
    let days = Recurrence::compile("FREQ=DAILY", day("2026-12-31")).expect("a rule");
    let works = |d: Day| (d - ANCHOR) % 7 < 5;
    // Friday to Monday: one each on Friday and Monday, nothing pushed on.
    let list: Vec<usize> =
        (day("2026-06-05")..=day("2026-06-08")).map(|d| standing(&rule, &days, &works, 0, d).len()).collect();
    assert_eq!(list, [1, 0, 0, 1]);
}

#[test]
fn a_weekly_duty_on_a_holiday_moves_and_keeps_its_name() {
    let rule = rule(2, OnDayOff::Next, false);
    let days = Recurrence::compile("FREQ=WEEKLY;BYDAY=TH", day("2026-12-31")).expect("a rule");
    let holiday = day("2026-10-01")..=day("2026-10-07");
    let works = |d: Day| (d - ANCHOR) % 7 < 5 && !holiday.contains(&d);
    let it = stretch(&rule, &days, &works, day("2026-10-01"));
    // The next Thursday would do only if the push reached it; the 8th is that Thursday, so this one falls away.
    assert_eq!(it, None);
    let it = stretch(&rule, &days, &works, day("2026-10-08")).expect("an occurrence");
    assert_eq!((it.nominal, it.opens(9), it.last), (day("2026-10-08"), day("2026-10-08"), day("2026-10-09")));
}

#[test]
fn rules_that_are_no_rule_of_dates_are_refused_with_the_reason() {
    for bad in [
        "",
        "WEEKLY",
        "FREQ=HOURLY",
        "FREQ=DAILY;COUNT=3",
        "FREQ=DAILY;UNTIL=20270101",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY\nRDATE:20260101",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;FREQ=HOURLY;FREQ=",
    ] {
        let refused = Recurrence::compile(bad, day("2027-12-31")).expect_err(bad);
        assert_eq!(refused.fields.first().map(|f| f.field.as_str()), Some("recurrence"), "{bad}");
    }
    assert!(check("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1").is_ok());
}

#[test]
fn a_rule_that_can_never_be_kept_is_refused_by_the_field_that_is_wrong() {
    use crate::matter::{DutyRule, ObjectKind, Reach, Trigger, TriggerKind};
    let weekly = |days: &str, off| DutyRule {
        recurrence: Some(format!("FREQ=WEEKLY;BYDAY={days}")),
        ..rule(1, off, false)
    };
    let heat = |reach, days, from| Some(Trigger { on: TriggerKind::Heat, from, reach, days });
    let fine = weekly("MO", OnDayOff::Next);
    let nothing = DutyRule { recurrence: None, trigger: None, ..fine.clone() };
    for (bad, field) in [
        (nothing, "duty"),
        (DutyRule { window: 0, ..fine.clone() }, "duty.window"),
        (DutyRule { window: 93, ..fine.clone() }, "duty.window"),
        (DutyRule { recurrence: Some("FREQ=DAILY;COUNT=3".into()), ..fine.clone() }, "duty.recurrence"),
        (
            DutyRule { recurrence: Some("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30".into()), ..fine.clone() },
            "duty.recurrence",
        ),
        // Weekends only, and a day off cancels it: the two contradict each other.
        (weekly("SA,SU", OnDayOff::Skip), "duty.recurrence"),
        (DutyRule { trigger: heat(Reach::Grid, 0, None), ..fine.clone() }, "duty.trigger.days"),
        (DutyRule { trigger: heat(Reach::Grid, 3, Some(f64::NAN)), ..fine.clone() }, "duty.trigger.from"),
        (
            DutyRule { object: ObjectKind::River, trigger: heat(Reach::Building, 3, None), ..fine.clone() },
            "duty.trigger.reach",
        ),
    ] {
        let no = super::check(&bad).expect_err(field);
        assert_eq!(no.fields.first().map(|f| f.field.as_str()), Some(field), "{no}");
    }
    for good in [
        fine,
        weekly("SA,SU", OnDayOff::Keep),
        weekly("SA,SU", OnDayOff::Next),
        DutyRule { spread: true, window: 7, ..weekly("SA", OnDayOff::Skip) },
        DutyRule {
            recurrence: None,
            trigger: heat(Reach::Town, 31, Some(37.0)),
            ..rule(2, OnDayOff::Keep, false)
        },
    ] {
        super::check(&good).unwrap_or_else(|no| panic!("{good:?}: {no}"));
    }
}
