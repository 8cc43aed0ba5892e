//! The price under many hands: additive, nothing for nothing, monotone, and a swap that fits is never refused.

use proptest::prelude::*;

use super::*;
use crate::burden::Verdict;

fn code(n: usize) -> MatterCode {
    format!("M-MS-{:02}", n + 1).parse().expect("code")
}
fn unit(n: usize) -> UnitCode {
    format!("500107003{:03}", n + 1).parse().expect("unit")
}
fn year() -> Year {
    Year::of("2026-01-01".parse().expect("date"))
}

fn line(n: usize, kind: ObjectKind, minutes: u32, first: i64, every: i64, window: i64) -> Line {
    let starts = (0..365 / every).map(|i| 20_454 + first + i * every);
    Line {
        code: code(n),
        name_zh: format!("事项{n}"),
        name_en: format!("entry {n}"),
        tier: Tier::Grid,
        minutes,
        estimate: minutes,
        workers: None,
        object: Some(kind),
        stretches: starts.map(|day| (day, day + window - 1)).collect(),
        trigger: None,
        fields: vec!["resident.phone".into(), "weather.mood".into()],
    }
}

fn ground(objects: &[(u32, u32)]) -> Ground {
    let town: UnitCode = "500107003".parse().expect("town");
    let communities = objects.iter().enumerate().map(|(i, (elders, workers))| {
        let here = Community {
            name: format!("社区{i}"),
            objects: BTreeMap::from([(ObjectKind::Elder, *elders), (ObjectKind::Household, elders * 3)]),
            grids: 2,
            workers: *workers,
            officers: 1,
        };
        (unit(i), (town.clone(), here))
    });
    Ground { communities: communities.collect(), towns: BTreeMap::new() }
}

fn any_line(n: usize) -> impl Strategy<Value = Line> {
    let kind = prop_oneof![Just(ObjectKind::Elder), Just(ObjectKind::Household), Just(ObjectKind::Shop)];
    (kind, 0..90_u32, 0..7_i64, 1..60_i64, 1..8_i64).prop_map(move |(kind, minutes, first, every, window)| {
        line(n, kind, minutes, first, every, window.min(every))
    })
}

fn any_lines() -> impl Strategy<Value = Vec<Line>> {
    (any_line(1), any_line(2), any_line(3), any_line(4)).prop_map(|(a, b, c, d)| vec![a, b, c, d])
}

fn any_ground() -> impl Strategy<Value = Ground> {
    proptest::collection::vec((0..80_u32, 0..4_u32), 1..6).prop_map(|all| ground(&all))
}

fn asked(line: &Line) -> Asked<'_> {
    Asked { line, given_up: &[], merge: false }
}

proptest! {
    #[test]
    fn the_price_of_entries_together_is_the_sum_of_their_prices(lines in any_lines(), ground in any_ground()) {
        let places = ground.places(Tier::Grid);
        let together = burden(lines.iter(), &places);
        for (code, year) in &together {
            let apart: u64 = lines.iter().map(|l| l.year_at(&places[code])).sum();
            prop_assert_eq!(*year, apart);
        }
        let prices: u64 =
            lines.iter().map(|l| price(asked(l), &[], &ground, &Terms::default(), year()).year).sum();
        prop_assert_eq!(together.values().sum::<u64>(), prices);
    }

    #[test]
    fn what_is_done_at_nothing_costs_nothing(one in any_line(0), standing in any_lines(), workers in 0..3_u32) {
        let empty = ground(&[(0, workers)]);
        let priced = price(asked(&one), &standing, &empty, &Terms::default(), year());
        prop_assert_eq!((priced.year, priced.places, priced.verdict), (0, 0, Verdict::Fits));
        prop_assert_eq!(priced.saved_entries, 0);
        prop_assert!(priced.check().is_ok());
    }

    #[test]
    fn more_minutes_or_more_objects_never_cost_less(
        one in any_line(0), standing in any_lines(), each in proptest::collection::vec((0..60_u32, 0..4_u32), 1..5),
        more in 1..30_u32, merge in any::<bool>(),
    ) {
        let of = |line: &Line, ground: &Ground| {
            price(Asked { line, given_up: &[], merge }, &standing, ground, &Terms::default(), year())
        };
        let base = ground(&each);
        let longer = Line { minutes: one.minutes + more, ..one.clone() };
        let crowd = ground(&each.iter().map(|(n, workers)| (n + more, *workers)).collect::<Vec<_>>());
        let (was, dearer, fuller) = (of(&one, &base), of(&longer, &base), of(&one, &crowd));
        prop_assert!(dearer.year >= was.year && dearer.after >= was.after && dearer.over >= was.over);
        prop_assert!(fuller.year >= was.year && fuller.after >= was.after);
    }

    #[test]
    fn a_swap_that_fits_is_never_refused(one in any_line(0), standing in any_lines(), ground in any_ground(), ceiling in 1..2_400_u32) {
        let terms = Terms { grid: ceiling, ..Terms::default() };
        let codes: Vec<MatterCode> = standing.iter().map(|l| l.code.clone()).collect();
        let places = ground.places(Tier::Grid);
        for many in 0..=codes.len() {
            let given_up = &codes[..many];
            let priced = price(Asked { line: &one, given_up, merge: false }, &standing, &ground, &terms, year());
            // By brute force: one place after the other, whatever stays and the new one.
            let stays = || standing.iter().filter(|l| !given_up.contains(&l.code)).chain([&one]);
            let fits = places.values().all(|place| {
                let after: u64 = stays().map(|l| l.year_at(place)).sum();
                let before: u64 = standing.iter().map(|l| l.year_at(place)).sum();
                after * 7 <= u64::from(ceiling) * 365 * u64::from(place.staff) || after <= before
            });
            prop_assert_eq!(priced.verdict == Verdict::Fits, fits);
            prop_assert_eq!(priced.check().is_ok(), fits);
            if priced.verdict == Verdict::Swap && let Some(best) = priced.swaps.iter().find(|s| s.enough) {
                let mut more = given_up.to_vec();
                more.push(best.code.clone());
                let again = price(Asked { line: &one, given_up: &more, merge: false }, &standing, &ground, &terms, year());
                prop_assert_eq!(again.verdict, Verdict::Fits);
            }
        }
    }

    #[test]
    fn no_occurrence_is_merged_twice_and_no_more_is_saved_than_it_costs(one in any_line(0), standing in any_lines(), ground in any_ground()) {
        let places = ground.places(Tier::Grid);
        let others: Vec<&Line> = standing.iter().collect();
        let all = mergings(&one, &others, &places, 10, 365);
        prop_assert!(all.iter().map(|m| m.overlap.visits).sum::<u32>() <= one.times());
        for (code, place) in &places {
            let saved: u64 = all.iter().map(|m| m.saved[code]).sum();
            prop_assert!(saved <= one.year_at(place));
        }
        for m in &all {
            let other = standing.iter().find(|l| l.code == m.overlap.code).expect("a line");
            let meets = |a: &Stretch| other.stretches.iter().any(|b| a.0 <= b.1 && b.0 <= a.1);
            let most = one.stretches.iter().filter(|a| meets(a)).count();
            prop_assert!(m.overlap.visits as usize <= most.min(other.stretches.len()));
        }
    }

    #[test]
    fn the_median_is_that_of_the_sorted_row_and_of_twenty_at_least(mut each in proptest::collection::vec(1..480_u32, 0..60)) {
        let mut offered = Offered::new();
        for minutes in &each {
            *offered.entry(*minutes).or_default() += 1;
        }
        each.sort_unstable();
        let expected = (each.len() >= 20)
            .then(|| (each[(each.len() - 1) / 2] + each[each.len() / 2]).div_ceil(2));
        prop_assert_eq!(median(&offered).map(|(_, minutes)| minutes), expected);
    }
}

#[test]
fn a_weekly_visit_of_half_an_hour_to_forty_elders_is_six_hundred_minutes_a_week_for_two() {
    let weekly = line(0, ObjectKind::Elder, 30, 0, 7, 1);
    let priced = price(asked(&weekly), &[], &ground(&[(40, 2)]), &Terms::default(), year());
    assert_eq!((priced.objects, priced.times, priced.year), (40, 52, 62_400));
    // 52 of the 52.14 weeks of a year.
    assert_eq!((priced.week, priced.after, priced.before), (1_196.7, 598.4, 0.0));
    assert_eq!((priced.verdict, priced.measure), (Verdict::Fits, Measure::Estimate));
    // The telephone is known for every visit; the weather of the heart has to be asked.
    assert_eq!(priced.saved_entries, 40 * 52);
    assert!(priced.fields[0].known.is_some() && priced.fields[1].known.is_none());
}

#[test]
fn too_much_is_merged_swapped_or_refused_and_the_refusal_says_how() {
    let (terms, ground) = (Terms { grid: 1_000, ..Terms::default() }, ground(&[(40, 1)]));
    let standing = vec![line(1, ObjectKind::Elder, 20, 0, 7, 1)];
    let of = |minutes, given_up: &[MatterCode], merge| {
        let one = line(0, ObjectKind::Elder, minutes, 0, 7, 1);
        price(Asked { line: &one, given_up, merge }, &standing, &ground, &terms, year())
    };
    // 40 elders × 20 minutes stand already; another 12 are too much by themselves, not in one stop.
    let merge = of(12, &[], false);
    assert_eq!(merge.verdict, Verdict::Merge);
    assert_eq!((merge.overlaps[0].visits, merge.overlaps[0].doors), (52, 40));
    assert_eq!(merge.overlaps[0].fields, ["resident.phone", "weather.mood"]);
    assert_eq!(merge.check().expect_err("too much").code, "burden.merge");
    assert_eq!(of(12, &[], true).verdict, Verdict::Fits);
    let swap = of(20, &[], false);
    assert_eq!(swap.verdict, Verdict::Swap);
    assert!(swap.swaps[0].enough && swap.check().expect_err("too much").en.contains("entry 1"));
    assert_eq!(of(20, &[code(1)], false).verdict, Verdict::Fits);
    let refused = of(60, &[code(1)], false);
    assert_eq!(refused.verdict, Verdict::Refused);
    assert_eq!(refused.check().expect_err("too much").code, "burden.refused");
}

#[test]
fn an_older_version_is_replaced_and_a_place_over_the_ceiling_may_become_better() {
    let terms = Terms { grid: 100, ..Terms::default() };
    let standing = vec![line(0, ObjectKind::Elder, 30, 0, 7, 1)];
    let shorter = line(0, ObjectKind::Elder, 25, 0, 7, 1);
    let priced = price(asked(&shorter), &standing, &ground(&[(40, 1)]), &terms, year());
    assert_eq!(priced.verdict, Verdict::Fits, "still too much, and less than before");
    assert!(priced.after < priced.before);
}

#[test]
fn twenty_measure_and_nineteen_do_not() {
    let of = |n: u32| BTreeMap::from([("2026-05".to_owned(), Offered::from([(12, n)]))]);
    assert_eq!(sample(&code(0), &of(19)), None);
    let found = sample(&code(0), &of(20)).expect("enough");
    assert_eq!((found.minutes, found.workers), (12, 20));
    // Months are not added up: the same worker may be in each.
    let two = BTreeMap::from([
        ("2026-04".to_owned(), Offered::from([(12, 15)])),
        ("2026-05".to_owned(), Offered::from([(12, 15)])),
    ]);
    assert_eq!(sample(&code(0), &two), None);
}

#[test]
fn a_leap_year_has_a_day_more() {
    assert_eq!(Year::of("2027-03-01".parse().expect("date")).days, 366);
    assert_eq!(Year::of("2026-03-01".parse().expect("date")).days, 365);
}
