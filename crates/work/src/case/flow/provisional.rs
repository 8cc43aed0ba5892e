//! Limits over the turn of a year.

use super::*;

/// A limit over the turn of a year whose holidays are not published yet is provisional; once they
/// are, the clock computes it again, as one step.
#[test]
fn a_provisional_limit_is_computed_again() {
    let mut scene = Scene::new();
    let mut m = scene.begin(Channel::Citizen, false, Level::Town, Urgency::Ordinary);
    let eve: Instant = serde_json::from_str("\"2026-12-31T09:00:00Z\"").expect("instant"); // 17:00 in Chongqing
    m.now = eve;
    let worker = &everybody()[0];
    let verify = Action::Verify(case::Verify { found: true, note: "属实".into() });
    let mv = scene.with(&m, worker, |view| next(view, &verify, worker, m.now)).expect("verifies");
    apply(&mut m, mv);
    assert!(m.case.clocks[0].provisional, "2027 is not published: {:?}", m.case.clocks);
    let rearm = Action::Rearm(case::Rearm {});
    scene
        .with(&m, &Actor::Clock, |view| next(view, &rearm, &Actor::Clock, m.now))
        .expect_err("nothing new is known");
    let known = format!(
        "{}2027-01-01,holiday,元旦\n2027-01-04,holiday,元旦\n2027-10-01,holiday,国庆节\n",
        crate::calendar::SHIPPED
    );
    let known = wangge_base::Holidays::parse(&known).expect("holidays");
    scene.calendars = Calendars::new(known, [], "Asia/Shanghai", 1).expect("calendars");
    let before = m.case.clocks[0].due;
    let mv =
        scene.with(&m, &Actor::Clock, |view| next(view, &rearm, &Actor::Clock, m.now)).expect("now it is");
    apply(&mut m, mv);
    assert!(!m.case.clocks[0].provisional && m.case.clocks[0].due > before, "{:?}", m.case.clocks);
    sound(&m);
}
