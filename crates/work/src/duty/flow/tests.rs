//! The law of a stop, case by case.

use std::sync::Arc;

use wangge_base::{Id, Instant, MatterCode, civil_date};

use super::{
    super::{Day, DutyState, Move, Occurrence, Plain, Seen, Skip, SkipReason, Tick},
    Relation, View, next,
};
use crate::matter::{Evidence, Matter, Missed, flow::tests::example};

fn code(text: &str) -> MatterCode {
    text.parse().expect("matter code")
}

#[test]
fn what_gives_way_is_named_in_order_and_no_more_than_it_takes() {
    use super::ceiling::{GivesWay, Stop, week};
    let stop = |nominal: Day, last: Day, missed: Missed, urgent: bool, trigger: bool| {
        let mut matter = (*example().version(&code("M-MS-01"), 1).expect("an entry")).clone();
        matter.entry.minutes = 20;
        matter.entry.duty.as_mut().expect("a rule").missed = missed;
        if urgent {
            matter.entry.urgency = crate::matter::Urgency::Urgent;
        }
        let of = Occurrence {
            matter: code("M-MS-01"),
            object: Id::from_bytes([1; 16]),
            nominal,
            trigger: trigger.then(|| Id::from_bytes([9; 16])),
        };
        Stop { of, matter: Arc::new(matter), last }
    };
    let all = [
        stop(1, 12, Missed::Lapse, false, true),
        stop(2, 12, Missed::Lapse, false, false),
        stop(3, 13, Missed::Carry, false, false),
        stop(4, 14, Missed::Carry, false, false),
        stop(5, 30, Missed::Lapse, false, false),
        stop(6, 30, Missed::Lapse, true, false),
    ];
    let gives = |ceiling: i64| {
        let it = week(&all, 10, ceiling);
        let days: Vec<(Day, GivesWay)> = it.gives_way.iter().map(|(of, way)| (of.nominal, *way)).collect();
        (it.left, it.over(), days)
    };
    let (later, lapse) = (GivesWay::Later, GivesWay::Lapse);
    assert_eq!(gives(120), (120, false, vec![]), "within the ceiling nothing gives way");
    assert_eq!(gives(119), (100, false, vec![(5, later)]), "its window reaches beyond the week");
    assert_eq!(
        gives(80),
        (80, false, vec![(4, later), (5, later)]),
        "then what carries over, the last day first"
    );
    assert_eq!(gives(40), (40, false, vec![(2, lapse), (3, later), (4, later), (5, later)]));
    assert_eq!(
        gives(39),
        (40, true, vec![(2, lapse), (3, later), (4, later), (5, later)]),
        "what is set off or urgent stays"
    );
    assert_eq!(week(&all, 10, 39).triggered, 20);
}

fn view(matter: &Matter) -> View<'_> {
    View {
        matter,
        state: DutyState::Planned,
        row: None,
        opens: 10,
        last: 12,
        carried: false,
        today: 11,
        closed: 9,
        happened: 11,
        by: Relation { of_grid: true, ..Relation::default() },
    }
}

#[test]
fn nothing_found_is_an_equal_answer_and_no_photo_is_asked_for_in_vain() {
    let matter = example().version(&code("M-MS-01"), 1).expect("an entry");
    let now = Instant::from_micros(0);
    let nothing = next(&view(&matter), &Tick::NothingFound(Seen::default()), now).expect("an answer");
    assert_eq!(nothing.state, DutyState::NothingFound);
    let photo = Tick::Done(Seen { note: String::new(), files: vec!["x".into()] });
    let refused = next(&view(&matter), &photo, now).expect_err("no photo");
    assert_eq!(refused.fields[0].field, "files");
}

#[test]
fn what_was_done_offline_comes_in_late_and_what_was_not_is_not_made_up_for() {
    let matter = example().version(&code("M-MS-01"), 1).expect("an entry");
    let now = Instant::from_micros(0);
    let late = View { today: 14, happened: 12, ..view(&matter) };
    assert!(next(&late, &Tick::Done(Seen::default()), now).expect("taken").late);
    let over = View { today: 14, happened: 14, ..view(&matter) };
    assert_eq!(next(&over, &Tick::Done(Seen::default()), now).expect_err("over").code, "duty.over");
}

#[test]
fn a_stop_moves_within_its_window_only_and_helpers_do_only_what_they_took() {
    let matter = example().version(&code("M-MS-01"), 1).expect("an entry");
    let now = Instant::from_micros(0);
    let to = |day: Day| Tick::Move(Move { to: civil_date(day) });
    assert_eq!(next(&view(&matter), &to(12), now).expect("moves").moved_to, Some(12));
    assert!(next(&view(&matter), &to(13), now).is_err());
    assert!(next(&view(&matter), &to(11), now).is_err());
    let helper = Relation { helper: true, ..Relation::default() };
    let done = Tick::Done(Seen::default());
    assert!(next(&View { by: helper, ..view(&matter) }, &done, now).is_err());
    let offered = View { state: DutyState::Offered, by: helper, ..view(&matter) };
    assert_eq!(next(&offered, &Tick::Take(Plain {}), now).expect("takes").state, DutyState::Taken);
    let taken = View {
        state: DutyState::Taken,
        by: Relation { keeper: true, helper: true, ..helper },
        ..view(&matter)
    };
    assert_eq!(next(&taken, &done, now).expect("done").state, DutyState::Done);
}

/// The diagram in docs/flows is what the law says. `UPDATE=1` writes it anew.
#[test]
fn the_diagram_is_up_to_date() {
    let mut matter = (*example().version(&code("M-MS-01"), 1).expect("an entry")).clone();
    matter.entry.evidence = Evidence::None;
    let ticks = [
        Tick::Done(Seen::default()),
        Tick::NothingFound(Seen::default()),
        Tick::Found(super::super::Found { text: "发现".into(), case_matter: None, files: Vec::new() }),
        Tick::Skip(Skip { reason: SkipReason::NobodyHome, note: String::new() }),
        Tick::Move(Move { to: civil_date(12) }),
        Tick::HandOver(super::super::HandOver { to: String::new() }),
        Tick::Offer(Plain {}),
        Tick::Take(Plain {}),
        Tick::GiveBack(Plain {}),
    ];
    let mut edges: std::collections::BTreeMap<(DutyState, DutyState), Vec<&str>> =
        std::collections::BTreeMap::new();
    for state in DutyState::ALL.iter().copied().filter(|state| state.is_open()) {
        for tick in &ticks {
            let by = Relation { of_grid: true, keeper: true, ..Relation::default() };
            let carried = state == DutyState::Missed;
            let view = View { state, by, carried, ..view(&matter) };
            if let Ok(mv) = next(&view, tick, Instant::from_micros(0)).as_ref()
                && mv.state != state
            {
                edges.entry((state, mv.state)).or_default().push(tick.word());
            }
        }
        if state != DutyState::Missed {
            for rule in [Missed::Carry, Missed::Lapse] {
                edges.entry((state, super::missed(rule))).or_default().push("its days are over");
            }
        }
    }
    edges.entry((DutyState::Missed, DutyState::Lapsed)).or_default().push("the next one opens");
    let mut text = String::from(
        "# The flow of a stop\n\nGenerated from `crates/work/src/duty/flow.rs` by `make bless`; do not edit. What is settled can be undone within ten minutes by whoever ticked it, but for `found`.\n\n```mermaid\nstateDiagram-v2\n  [*] --> planned: rule or trigger\n",
    );
    for ((from, to), words) in edges {
        text += &format!("  {} --> {}: {}\n", from.word(), to.word(), words.join(", "));
    }
    text += "```\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/flows/duty.md");
    if std::env::vars().any(|(name, value)| name == "UPDATE" && value == "1") {
        std::fs::write(path, &text).expect("docs/flows is writable");
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(stored == text, "docs/flows/duty.md is out of date: run `make bless`");
}
