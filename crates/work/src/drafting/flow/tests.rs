//! The law of the rounds.

use wangge_base::{District, Id, Ref};

use super::*;
use crate::{
    admission::ProposalSort,
    drafting::{DraftCancel, DraftNext, DraftPropose, DraftRemark, DraftReply},
};

const MONDAY: Instant = Instant::from_micros(1_780_277_400_000_000); // 2026-06-01 09:30 in Chongqing

fn items() -> Vec<ProposalItem> {
    let code = "M-PF-01".parse().expect("code");
    vec![ProposalItem { sort: ProposalSort::Retire, code, entry: None, campaign: false, merge: false }]
}

fn draft() -> Draft {
    Draft {
        at: Ref::new(District::city(), Id::new(MONDAY, [1; 10])),
        version: 1,
        state: DraftState::Circulating,
        title: "镇街清单".into(),
        area: "500107".parse().expect("unit"),
        items: items(),
        round: 1,
        due: MONDAY.plus_minutes(60),
        proposal: None,
        created: MONDAY,
        updated: MONDAY,
        head: [0; 32],
    }
}

fn town() -> Relation {
    Relation { office: false, town: "500107003".parse().ok() }
}

fn office() -> Relation {
    Relation { office: true, town: None }
}

fn after(it: &Draft) -> Action {
    Action::Next(DraftNext { items: items(), due: it.due.plus_minutes(120) })
}

#[test]
fn three_rounds_each_answered_and_then_a_proposal() {
    let (mut it, mut remarks) = (draft(), Vec::<Remark>::new());
    let propose =
        Action::Propose(DraftPropose { reason: "三轮已毕".into(), basis: "某办法†".into() });
    for round in 1..=ROUNDS {
        assert_eq!(it.round, round);
        let object =
            Action::Remark(DraftRemark { code: None, stance: Stance::Objects, text: "力量不足".into() });
        let m = next(&it, &remarks, &town(), &object, it.due.plus_minutes(-1)).expect("a town says so");
        remarks.extend(m.remark);
        let late = next(&it, &remarks, &town(), &object, it.due).expect_err("too late");
        assert_eq!(late.code, "drafting.too_late");
        let early = next(&it, &remarks, &office(), &after(&it), it.due.plus_minutes(-1));
        assert_eq!(early.expect_err("not over").code, "drafting.not_over");
        let now = it.due.plus_minutes(1);
        let no = next(&it, &remarks, &office(), &after(&it), now).expect_err("unanswered");
        assert_eq!(no.code, "drafting.unanswered");
        let reply =
            Action::Reply(DraftReply { remark: round, adopted: false, text: "已增配人员".into() });
        assert!(next(&it, &remarks, &town(), &reply, now).is_err(), "the office answers");
        let m = next(&it, &remarks, &office(), &reply, now).expect("answered");
        remarks.retain(|r| r.no != round);
        remarks.extend(m.remark);
        if round < ROUNDS {
            assert_eq!(
                next(&it, &remarks, &office(), &propose, now).expect_err("three").code,
                "drafting.rounds"
            );
            let m = next(&it, &remarks, &office(), &after(&it), now).expect("the next round");
            assert!(m.circulate, "every town is told");
            it = m.it;
        }
    }
    let now = it.due.plus_minutes(1);
    assert_eq!(next(&it, &remarks, &office(), &after(&it), now).expect_err("three").code, "drafting.rounds");
    let m = next(&it, &remarks, &office(), &propose, now).expect("proposed");
    assert!(m.propose && m.it.state == DraftState::Proposed);
    let cancel = Action::Cancel(DraftCancel { reason: "不再需要".into() });
    assert_eq!(next(&m.it, &remarks, &office(), &cancel, now).expect_err("over").code, "drafting.ended");
}

#[test]
fn bad_rounds_and_remarks_are_told() {
    let it = draft();
    assert!(round(&[], it.due, MONDAY).is_err() && round(&items(), MONDAY, MONDAY).is_err());
    assert!(round(&items(), MONDAY.plus_minutes(91 * 24 * 60), MONDAY).is_err());
    let silent = Action::Remark(DraftRemark { code: None, stance: Stance::Objects, text: String::new() });
    assert!(next(&it, &[], &town(), &silent, MONDAY).is_err(), "an objection has a reason");
    let agree = Action::Remark(DraftRemark { code: None, stance: Stance::Agrees, text: String::new() });
    assert!(next(&it, &[], &town(), &agree, MONDAY).is_ok());
    assert!(next(&it, &[], &office(), &agree, MONDAY).is_err(), "the office is no town");
    let stray = Action::Remark(DraftRemark {
        code: "M-XX-01".parse().ok(),
        stance: Stance::Suggests,
        text: "建议删除".into(),
    });
    assert!(next(&it, &[], &town(), &stray, MONDAY).is_err());
}
