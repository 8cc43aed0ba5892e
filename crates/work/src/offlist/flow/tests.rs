//! The law under every hand.

use proptest::prelude::*;
use wangge_base::{District, Id, Ref};

use super::*;
use crate::{
    calendar::Calendars,
    offlist::{OfflistDrop, OfflistReply, OfflistText},
};

const MONDAY: Instant = Instant::from_micros(1_780_277_400_000_000); // 2026-06-01 09:30 in Chongqing

fn office() -> Seat {
    Seat { unit: "500107".parse().expect("unit"), post: None }
}

fn report(calendars: &Calendars) -> Offlist {
    let home: District = "500107".parse().expect("district");
    Offlist {
        at: Ref::new(home, Id::new(MONDAY, [1; 10])),
        number: "20260601-00000000".into(),
        version: 1,
        state: OfflistState::Open,
        topic: OfflistTopic::Task,
        way: None,
        issuer: "500107003".parse().ok(),
        area: "500107".parse().expect("unit"),
        text: "群里要求每天报表".into(),
        worker: vec![1],
        person: None,
        outcome: None,
        answer: String::new(),
        clocks: vec![clock(OfflistTopic::Task, &office(), MONDAY, calendars.get(None))],
        created: MONDAY,
        updated: MONDAY,
        head: [0; 32],
    }
}

fn samples() -> Vec<Action> {
    let text = || OfflistText { text: "样例".into() };
    let reply = |outcome| {
        Action::Reply(OfflistReply { outcome, text: "已办".into(), notice: "每日报表".into() })
    };
    let mut all: Vec<Action> = OfflistOutcome::ALL.iter().map(|o| reply(*o)).collect();
    all.extend([
        Action::Ask(text()),
        Action::Add(text()),
        Action::Drop(OfflistDrop {}),
        Action::Overdue(OfflistDrop {}),
    ]);
    all
}

proptest! {
    #[test]
    fn random_walks_keep_the_law(walk in prop::collection::vec((0_usize..4, 0_usize..7, 0_i64..9_000), 1..40)) {
        let calendars = Calendars::shipped("Asia/Shanghai").expect("shipped calendar");
        let (mut it, mut now) = (report(&calendars), MONDAY);
        for (who, what, minutes) in walk {
            now = now.plus_minutes(minutes);
            let relation = Relation { worker: who == 0 || who == 3, office: who == 1 || who == 3 };
            let actor = if who == 2 { Actor::Clock } else { Actor::Citizen };
            let relation = if who == 2 { Relation { worker: false, office: false } } else { relation };
            let action = &samples()[what];
            let was = it.state;
            if let Ok(m) = next(&it, relation, action, &actor, (&office(), calendars.get(None)), now) {
                prop_assert!(matches!(was, OfflistState::Open | OfflistState::Asked), "what is over stays over");
                prop_assert!(allowed(&it, relation).contains(&action.word()) || who == 2, "what is taken was offered");
                prop_assert_eq!(m.withdraw.is_some(), m.it.outcome == Some(OfflistOutcome::TaskWithdrawn));
                if let Some((zh, _)) = &m.withdraw {
                    prop_assert!(!zh.contains(&it.text), "the worker's words go nowhere");
                }
                prop_assert_eq!(&m.it.worker, &it.worker);
                it = m.it;
                let waits = matches!(it.state, OfflistState::Open | OfflistState::Asked);
                prop_assert_eq!(waits, !it.clocks.is_empty(), "what waits for an answer has a limit");
            }
        }
    }
}

#[test]
fn nobody_answers_a_report_of_his_own() {
    let calendars = Calendars::shipped("Asia/Shanghai").expect("shipped calendar");
    let it = report(&calendars);
    let both = Relation { worker: true, office: true };
    let no = next(&it, both, &samples()[0], &Actor::Citizen, (&office(), calendars.get(None)), MONDAY);
    assert_eq!(no.expect_err("refused").code, "offlist.not_yours");
    assert_eq!(allowed(&it, both), ["add", "drop"]);
}
