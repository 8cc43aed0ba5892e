//! No rules change nothing, the most exact one wins, and there is always exactly one that does.

use proptest::prelude::*;
use wangge_base::{Board, PostCode, Seat, UnitCode};

use super::*;
use crate::matter::{Tier, flow::tests::example};

const PLACE: [&str; 5] = ["50", "500107", "500107003", "500107003003", "500107003003001"];

fn unit(text: &str) -> UnitCode {
    text.parse().expect("unit")
}

fn post(text: &str) -> PostCode {
    text.parse().expect("post")
}

/// M-MS-06: MS-04 leads, PF-02 assists; departments Q-CG, then Q-HB and Q-SC.
fn entry() -> Entry {
    example().version(&"M-MS-06".parse().expect("code"), 1).expect("an entry").entry.clone()
}

fn named() -> Vec<Seat> {
    let seat = |unit_of: &str, post_of: Option<&str>| Seat { unit: unit(unit_of), post: post_of.map(post) };
    vec![
        seat("500107003", Some("MS-04")),
        seat("500107003", Some("PF-02")),
        seat("500107-Q-CG", None),
        seat("500107-Q-HB", None),
        seat("500107003003", None),
        seat("500107003003001", None),
    ]
}

fn sits(rule: &RoutingRule) -> Option<Seat> {
    match (&rule.post, &rule.department) {
        (Some(post), _) => Some(Seat { unit: unit("500107003"), post: Some(post.clone()) }),
        (_, Some(short)) => Some(Seat { unit: unit(&format!("500107-{short}")), post: None }),
        _ => None,
    }
}

fn rule(code: &str, to: &str) -> RoutingRule {
    let department = to.starts_with('Q');
    RoutingRule {
        code: code.into(),
        matter: None,
        board: None,
        tier: None,
        unit: None,
        hours: None,
        from: None,
        through: None,
        post: (!department).then(|| post(to)),
        department: department.then(|| to.to_owned()),
        note: String::new(),
    }
}

fn day(text: &str) -> Date {
    text.parse().expect("date")
}

fn who(rules: &[RoutingRule], entry: &Entry, in_office: bool, on: &str) -> Option<Seat> {
    let place: Vec<UnitCode> = PLACE.iter().map(|code| unit(code)).collect();
    first(rules, &Asked { entry, place: &place, day: day(on), in_office }, &named(), sits)
}

#[test]
fn the_most_exact_rule_wins_by_what_then_where_then_when() {
    let it = entry();
    let to = |all: &[RoutingRule], in_office: bool| {
        who(all, &it, in_office, "2026-06-01")
            .map(|seat| seat.post.map_or(seat.unit.to_string(), |p| p.to_string()))
    };
    let mut all = vec![rule("A", "PF-02")];
    assert_eq!(to(&all, true).as_deref(), Some("PF-02"));
    all.push(RoutingRule { board: Some(Board::Livelihood), ..rule("B", "Q-CG") });
    assert_eq!(to(&all, true).as_deref(), Some("500107-Q-CG"));
    all.push(RoutingRule {
        board: Some(Board::Livelihood),
        hours: Some(RoutingHours::Outside),
        ..rule("C", "PF-02")
    });
    assert_eq!(to(&all, false).as_deref(), Some("PF-02"), "outside of office hours");
    assert_eq!(to(&all, true).as_deref(), Some("500107-Q-CG"));
    all.push(RoutingRule { matter: Some(it.code.clone()), ..rule("D", "Q-HB") });
    assert_eq!(to(&all, false).as_deref(), Some("500107-Q-HB"), "what comes before when");
    all.push(RoutingRule {
        matter: Some(it.code.clone()),
        unit: Some(unit("500107003")),
        ..rule("E", "Q-CG")
    });
    assert_eq!(to(&all, true).as_deref(), Some("500107-Q-CG"), "the deeper place");
    all.push(RoutingRule { unit: Some(unit("500107004")), ..all[4].clone() });
    assert_eq!(to(&all, true).as_deref(), Some("500107-Q-CG"), "elsewhere counts elsewhere");
    let mut dated =
        RoutingRule { matter: Some(it.code.clone()), unit: Some(unit("500107003")), ..rule("Z", "PF-02") };
    (dated.from, dated.through) = (Some(day("2026-05-01")), Some(day("2026-05-31")));
    all.push(dated);
    assert_eq!(to(&all, true).as_deref(), Some("500107-Q-CG"), "its days are over");
    // Nobody is charged whom the matter does not name: the next rule decides.
    all.push(RoutingRule {
        matter: Some(it.code.clone()),
        unit: Some(unit("500107003003001")),
        ..rule("F", "DJ-01")
    });
    assert_eq!(to(&all, true).as_deref(), Some("500107-Q-CG"));
}

#[test]
fn a_set_that_contradicts_itself_or_charges_somebody_else_is_told_rule_by_rule() {
    let known = |code: &wangge_base::MatterCode| {
        example().version(code, 1).ok().filter(|matter| matter.code.as_str() == "M-MS-06")
    };
    let exists = |one: &UnitCode| PLACE.contains(&one.as_str());
    let of =
        |matter: &str, rule: RoutingRule| RoutingRule { matter: Some(matter.parse().expect("code")), ..rule };
    let all = [
        of("M-MS-06", rule("A", "Q-CG")),
        of("M-MS-06", rule("B", "PF-02")),
        of("M-MS-06", RoutingRule { unit: Some(unit("500107")), ..rule("C", "DJ-01") }),
        of("M-ZZ-99", rule("D", "PF-02")),
        RoutingRule { unit: Some(unit("500199")), ..rule("A", "PF-02") },
        RoutingRule { post: None, ..rule("E 1", "PF-02") },
        RoutingRule { from: Some(day("2026-06-02")), through: Some(day("2026-06-01")), ..rule("F", "PF-02") },
    ];
    let no = check(&all, known, exists).expect_err("wrong");
    let fields: Vec<&str> = no.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "rules.1.code",
            "rules.2.post",
            "rules.3.matter",
            "rules.4.code",
            "rules.4.unit",
            "rules.5.code",
            "rules.5.post",
            "rules.6.through"
        ]
    );
    assert!(no.fields[1].zh.contains("准入申请"), "{}", no.fields[1].zh);
    check(&all[..1], known, exists).expect("good");
    assert_eq!(changes(&all[..1], &all[1..2]).len(), 2);
    assert!(changes(&all, &all).is_empty());
}

fn any_rule() -> impl Strategy<Value = RoutingRule> {
    let maybe = |n: usize| proptest::option::of(0..n);
    (0..40_u8, any::<bool>(), maybe(2), maybe(2), maybe(6), maybe(2), (maybe(3), maybe(3)), 0..5_usize)
        .prop_map(|(code, matter, board, tier, at, hours, (from, through), to)| {
            let days = ["2026-05-31", "2026-06-01", "2026-06-02"];
            let places = [PLACE[0], PLACE[1], PLACE[2], PLACE[3], PLACE[4], "500107004"];
            RoutingRule {
                matter: matter.then(|| "M-MS-06".parse().expect("code")),
                board: board.map(|n| [Board::Livelihood, Board::Economy][n]),
                tier: tier.map(|n| [Tier::Village, Tier::Grid][n]),
                unit: at.map(|n| unit(places[n])),
                hours: hours.map(|n| [RoutingHours::Office, RoutingHours::Outside][n]),
                from: from.map(|n| day(days[n])),
                through: through.map(|n| day(days[n])),
                ..rule(&format!("R{code}"), ["MS-04", "PF-02", "Q-CG", "Q-HB", "DJ-01"][to])
            }
        })
}

proptest! {
    #[test]
    fn order_is_total_and_rules_only_put_in_order(
        rules in proptest::collection::vec(any_rule(), 0..12), seed in any::<u64>(), in_office in any::<bool>(),
    ) {
        let mut rules = rules;
        rules.sort_by(|a, b| a.code.cmp(&b.code));
        rules.dedup_by(|a, b| a.code == b.code);
        let it = entry();
        let found = who(&rules, &it, in_office, "2026-06-01");
        // In whatever order they are written down.
        let mut shuffled = rules.clone();
        let n = shuffled.len().max(1);
        shuffled.rotate_left(seed as usize % n);
        shuffled.reverse();
        prop_assert_eq!(&found, &who(&shuffled, &it, in_office, "2026-06-01"));
        // Nobody is added, nobody is lost, and everybody else stays in order; without a rule nothing moves.
        let (before, mut after) = (named(), named());
        if let Some(first) = &found {
            ahead(&mut after, first);
            prop_assert_eq!(&after[0], first);
        }
        let rest = |all: &[Seat]| all.iter().filter(|seat| Some(*seat) != found.as_ref()).cloned().collect::<Vec<_>>();
        prop_assert_eq!(rest(&before), rest(&after));
        prop_assert_eq!(before.len(), after.len());
        if rules.is_empty() {
            prop_assert_eq!(before, after);
        }
        // What wins is at least as exact as whatever else holds and names somebody.
        let place: Vec<UnitCode> = PLACE.iter().map(|code| unit(code)).collect();
        let asked = Asked { entry: &it, place: &place, day: day("2026-06-01"), in_office };
        let held = order(&rules, &asked);
        for pair in held.windows(2) {
            let (a, b) = (pair[0].exactness(&place), pair[1].exactness(&place));
            prop_assert!(a > b || a == b && pair[0].code < pair[1].code);
        }
    }
}
