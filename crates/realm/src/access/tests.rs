//! The check and the filter are one: for random holders and works, the rows the rendered SQL selects
//! are those on which `may` says yes, on every engine.

use proptest::{prelude::*, test_runner::TestRunner};
use wangge_base::{Board, Capacity, District, Holder, MatterCode, Role, Seat};
use wangge_store::{Db, Migration, Stmt, Value};

use super::{Compartment, Depth, MAY, Scope, Sight, Subject, Verb, may, rules, sight};
use crate::{districts_of, testkit};

const TABLES: &[Migration] = &[Migration {
    id: 1,
    slice: "access_test",
    sql: "
-- table: case_file  class: business  retention: test  personal: none
CREATE TABLE case_file (district text NOT NULL, id text NOT NULL, area text NOT NULL, town text, village text,
  grid text, board text, compartment text NOT NULL, seat_unit text, seat_post text, handler_unit text,
  handler_post text, reporter text,
  PRIMARY KEY (district, id));
-- table: case_call  class: business  retention: test  personal: none
CREATE TABLE case_call (district text NOT NULL, case_id text NOT NULL, n bigint NOT NULL, unit text NOT NULL,
  post text, PRIMARY KEY (district, case_id, n));
",
}];

const CLEAR_CASES: Stmt = Stmt::new("test.clear_cases", "DELETE FROM case_file WHERE district = $1");
const CLEAR_CALLS: Stmt = Stmt::new("test.clear_calls", "DELETE FROM case_call WHERE district = $1");
const ADD_CASE: Stmt = Stmt::new(
    "test.add_case",
    "INSERT INTO case_file (district, id, area, town, village, grid, board, compartment, seat_unit, seat_post, \
     handler_unit, handler_post, reporter) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
const ADD_CALL: Stmt = Stmt::new(
    "test.add_call",
    "INSERT INTO case_call (district, case_id, n, unit, post) VALUES ($1, $2, $3, $4, $5)",
);

const POSTS: [&str; 3] = ["ZH-04", "BM-01", "WG-01"];
const PEOPLE: [&str; 3] = ["500107.a", "500105.b", "city.c"];
const VERBS: [Verb; 8] = [
    Verb::CaseList,
    Verb::CaseRead,
    Verb::CaseReport,
    Verb::CaseAct,
    Verb::CaseReveal,
    Verb::CaseExport,
    Verb::StreamRead,
    Verb::AuditRead,
];

fn seats() -> impl Strategy<Value = Seat> {
    let units: Vec<&str> = testkit::TREE.iter().map(|u| u.0).collect();
    (prop::sample::select(units), prop::option::of(prop::sample::select(&POSTS[..]))).prop_map(
        |(unit, post)| Seat { unit: testkit::code(unit), post: post.map(|p| p.parse().expect("post")) },
    )
}

fn works() -> impl Strategy<Value = Subject> {
    let grids: Vec<&str> = testkit::TREE.iter().map(|u| u.0).filter(|c| c.len() == 15).collect();
    (
        prop::sample::select(grids),
        prop::option::of(prop::sample::select(Board::ALL)),
        prop::sample::select(Compartment::ALL),
        prop::option::of(seats()),
        (prop::option::of(seats()), prop::collection::vec(seats(), 0..3)),
        prop::option::of(prop::sample::select(&PEOPLE[..])),
        0..4_u8,
    )
        .prop_map(|(grid, board, compartment, seat, (handler, called), reporter, known)| {
            let mut it = crate::place_of(&testkit::units(), &testkit::code(grid)).expect("grid");
            // Reports may be placed no finer than a village, a town or a district.
            if known < 3 {
                it.grid = None;
            }
            if known < 2 {
                it.village = None;
            }
            if known < 1 {
                it.town = None;
            }
            it.board = board;
            it.matter = Some("M-PF-01".parse::<MatterCode>().expect("matter"));
            it.compartment = compartment;
            it.seat = seat;
            it.handler = handler;
            it.called = called;
            it.reporter = reporter.map(str::to_owned);
            it
        })
}

fn holders() -> impl Strategy<Value = Holder> {
    (
        seats(),
        prop::sample::select(Role::ALL),
        prop::sample::select(Board::ALL),
        prop::sample::select(&PEOPLE[..]),
    )
        .prop_map(|(seat, role, board, person)| Holder {
            person: person.to_owned(),
            called: "某".to_owned(),
            home: person.split('.').next().expect("home").parse().expect("district"),
            holding: "x".to_owned(),
            unit: seat.unit,
            post: seat.post.unwrap_or_else(|| "ZH-04".parse().expect("post")),
            role,
            board,
            capacity: Capacity::Holder,
        })
}

async fn put(db: &Db, works: Vec<Subject>) {
    db.write(move |tx| {
        for district in ["500105", "500107"] {
            tx.exec(&CLEAR_CASES, &[district.into()])?;
            tx.exec(&CLEAR_CALLS, &[district.into()])?;
        }
        for (i, it) in works.iter().enumerate() {
            let seat = it.seat.as_ref();
            let handler = it.handler.as_ref();
            let row: [Value; 13] = [
                (&it.district).into(),
                i.to_string().into(),
                (&it.area).into(),
                it.town.as_ref().into(),
                it.village.as_ref().into(),
                it.grid.as_ref().into(),
                it.board.map(Board::word).into(),
                it.compartment.word().into(),
                seat.map(|s| &s.unit).into(),
                seat.and_then(|s| s.post.as_ref()).into(),
                handler.map(|s| &s.unit).into(),
                handler.and_then(|s| s.post.as_ref()).into(),
                it.reporter.clone().into(),
            ];
            tx.exec(&ADD_CASE, &row)?;
            for (n, call) in it.called.iter().enumerate() {
                let row: [Value; 5] = [
                    (&it.district).into(),
                    i.to_string().into(),
                    (n as i64).into(),
                    (&call.unit).into(),
                    call.post.as_ref().into(),
                ];
                tx.exec(&ADD_CALL, &row)?;
            }
        }
        Ok(())
    })
    .await
    .expect("works");
}

async fn selected(db: &Db, holder: &Holder, verb: Verb) -> Vec<usize> {
    let filter = super::filter(holder, verb);
    let sql = format!("SELECT c.id FROM case_file c WHERE c.district = $1 AND {}", filter.sql(2));
    let mut found = db
        .read(move |r| {
            let mut all = Vec::new();
            for district in ["500105", "500107"] {
                let mut params = vec![Value::from(district)];
                params.extend(filter.params.clone());
                all.extend(r.dynamic("test.filter", &sql, &params, |row| row.text(0))?);
            }
            Ok(all)
        })
        .await
        .expect("filter")
        .into_iter()
        .map(|id| id.parse::<usize>().expect("number"))
        .collect::<Vec<_>>();
    found.sort_unstable();
    found
}

#[test]
fn check_and_filter_are_one() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("runtime");
    let units = testkit::units();
    for test in wangge_store::testdb::each(TABLES, &testkit::clock()).expect("databases") {
        let db = test.db();
        let mut runner =
            TestRunner::new(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() });
        let several = (prop::collection::vec(works(), 1..12), prop::collection::vec(holders(), 1..6));
        runner
            .run(&several, |(works, holders)| {
                runtime.block_on(put(db, works.clone()));
                for holder in &holders {
                    for verb in VERBS {
                        let checked: Vec<usize> =
                            (0..works.len()).filter(|i| may(holder, verb, &works[*i]).is_ok()).collect();
                        let found = runtime.block_on(selected(db, holder, verb));
                        prop_assert_eq!(&checked, &found, "{:?} {:?}", holder, verb);
                        let districts = districts_of(&units, holder, &super::filter(holder, verb));
                        for i in checked {
                            let mut it = works[i].clone();
                            it.reporter = None;
                            // Nobody is charged with work in a shard that his unit does not reach.
                            let reached = |s: &Seat| crate::shards_of(&units, &s.unit).contains(&it.district);
                            it.seat = it.seat.filter(reached);
                            it.handler = it.handler.filter(reached);
                            it.called.retain(reached);
                            if may(holder, verb, &it).is_ok() {
                                prop_assert!(
                                    districts.contains(&it.district),
                                    "{:?} not asked: {:?}",
                                    it,
                                    districts
                                );
                            }
                        }
                    }
                }
                Ok(())
            })
            .expect("check == filter");
    }
}

fn someone(role: Role, unit: &str, post: &str) -> Holder {
    Holder {
        person: "500107.a".into(),
        called: "某".into(),
        home: "500107".parse().expect("district"),
        holding: "x".into(),
        unit: testkit::code(unit),
        post: post.parse().expect("post"),
        role,
        board: Board::Safety,
        capacity: Capacity::Holder,
    }
}

fn work(compartment: Compartment) -> Subject {
    let mut it = crate::place_of(&testkit::units(), &testkit::code("500107003003001")).expect("grid");
    it.compartment = compartment;
    it.board = Some(Board::Safety);
    it.seat = None;
    it
}

#[test]
fn sealed_work_shows_only_that_it_exists() {
    let village = someone(Role::VillageAdmin, "500107003003", "SQ-01");
    assert_eq!(sight(&village, &work(Compartment::Open)), Sight::Full);
    assert_eq!(sight(&village, &work(Compartment::Restricted)), Sight::Masked);
    assert_eq!(sight(&village, &work(Compartment::Sealed)), Sight::Exists);
    let centre = someone(Role::DutyOfficer, "500107003", "ZH-03");
    assert_eq!(sight(&centre, &work(Compartment::Sealed)), Sight::Full);
    let elsewhere = someone(Role::DutyOfficer, "500105003", "ZH-03");
    assert_eq!(sight(&elsewhere, &work(Compartment::Open)), Sight::Nothing);
    assert_eq!(
        may(&elsewhere, Verb::CaseRead, &work(Compartment::Open)).expect_err("no").kind,
        wangge_base::Kind::NotFound
    );
    assert_eq!(
        may(&village, Verb::CaseRead, &work(Compartment::Sealed)).expect_err("no").kind,
        wangge_base::Kind::Forbidden
    );
}

/// What lies with the whole town is not every post's to read: sealed and restricted work is for those
/// who act for the unit, and for the post that is named.
#[test]
fn a_whole_unit_is_read_below_open_by_those_who_act_for_it() {
    let town = |post: Option<&str>| Seat {
        unit: testkit::code("500107003"),
        post: post.map(|p| p.parse().expect("post")),
    };
    let post = someone(Role::TownPost, "500107003", "PF-03");
    let centre = someone(Role::DutyOfficer, "500107003", "ZH-04");
    for (compartment, whole, named) in [
        (Compartment::Open, Sight::Full, Sight::Full),
        (Compartment::Restricted, Sight::Masked, Sight::Full),
        (Compartment::Sealed, Sight::Exists, Sight::Full),
    ] {
        let mut it = work(compartment);
        for (seat, seen) in [(town(None), whole), (town(Some("PF-03")), named), (town(Some("MS-04")), whole)]
        {
            for role in 0..3 {
                (it.seat, it.handler, it.called) = (None, None, Vec::new());
                match role {
                    0 => it.seat = Some(seat.clone()),
                    1 => it.handler = Some(seat.clone()),
                    _ => it.called = vec![seat.clone()],
                }
                assert_eq!(sight(&post, &it), seen, "{compartment:?} {seat:?} {role}");
                assert_eq!(sight(&centre, &it), Sight::Full, "{compartment:?} {seat:?} {role}");
            }
        }
    }
    // Somebody called from elsewhere: open work for every post of his town, no more.
    let mut it = work(Compartment::Open);
    it.called = vec![Seat { unit: testkit::code("500105003"), post: None }];
    let helper = someone(Role::TownPost, "500105003", "PF-03");
    assert_eq!(sight(&helper, &it), Sight::Full);
    it.compartment = Compartment::Restricted;
    assert_eq!(sight(&helper, &it), Sight::Nothing);
}

#[test]
fn a_handler_never_reveals_the_reporter_and_admins_never_see_cases() {
    let mut it = work(Compartment::Open);
    it.seat = Some(Seat { unit: testkit::code("500107-Q-CG"), post: None });
    let handler = someone(Role::DepartmentHandler, "500107-Q-CG", "BM-01");
    assert!(may(&handler, Verb::CaseAct, &it).is_ok());
    assert!(may(&handler, Verb::CaseReveal, &it).is_err());
    for role in [Role::SystemAdmin, Role::SecurityAdmin, Role::Auditor] {
        for verb in [Verb::CaseList, Verb::CaseRead, Verb::CaseAct, Verb::CaseReveal, Verb::FileRead] {
            assert!(rules(role, verb).is_empty(), "{role:?} {verb:?}");
        }
    }
    // One hand each.
    for (verb, role) in [
        (Verb::AccountAdmin, Role::SystemAdmin),
        (Verb::HoldingGrant, Role::SecurityAdmin),
        (Verb::AuditRead, Role::Auditor),
    ] {
        let who: Vec<Role> = Role::ALL.iter().copied().filter(|r| !rules(*r, verb).is_empty()).collect();
        assert_eq!(who, [role], "{verb:?}");
    }
}

#[test]
fn the_table_has_no_pair_twice_and_acts_only_on_what_is_read() {
    for (i, (role, verb, _)) in MAY.iter().enumerate() {
        assert!(!MAY[..i].iter().any(|(r, v, _)| r == role && v == verb), "{role:?} {verb:?} twice");
    }
    let covers = |wide: &[(Scope, Depth)], one: &(Scope, Depth)| {
        let general = |s: Scope| match one.0 {
            Scope::Board => s == Scope::Board || s == Scope::Town || s == Scope::City,
            Scope::Seat => s == Scope::Seat || s == Scope::Unit || s == Scope::City,
            own => s == own || s == Scope::City,
        };
        wide.iter().any(|(s, d)| general(*s) && *d >= one.1)
    };
    for role in Role::ALL {
        for one in rules(*role, Verb::CaseAct) {
            assert!(
                covers(rules(*role, Verb::CaseRead), one),
                "{role:?} acts on what it cannot read: {one:?}"
            );
        }
        for one in rules(*role, Verb::CaseRead) {
            assert!(covers(rules(*role, Verb::CaseList), one), "{role:?} reads what it cannot list: {one:?}");
        }
    }
}

#[test]
fn zones_and_the_city_reach_all_their_home_shards() {
    let units = testkit::units();
    let zone = someone(Role::DistrictDispatcher, "50-GX", "QX-01");
    let asked = districts_of(&units, &zone, &super::filter(&zone, Verb::StatsRead));
    assert!(asked.contains(&testkit::district("500107")), "{asked:?}");
    let city = someone(Role::CityDispatcher, "50", "SZ-01");
    let asked = districts_of(&units, &city, &super::filter(&city, Verb::CaseList));
    assert!(asked.contains(&testkit::district("500105")) && asked.contains(&District::city()), "{asked:?}");
}

#[test]
fn live_events_obey_the_same_rules() {
    let event = |kind: &str, scope: &[&str], data: serde_json::Value| wangge_store::outbox::Told {
        district: testkit::district("500107"),
        n: 1,
        at: testkit::clock().now(),
        kind: kind.into(),
        subject: "500107.x".into(),
        scope: scope.iter().map(|s| (*s).to_owned()).collect(),
        data,
    };
    let place = ["500107", "500107003", "500107003003", "500107003003001"];
    let hears = |holder: &Holder, told: &_| super::http::concerns(holder, told);
    let open = event("case.step", &place, serde_json::json!({"compartment": "open"}));
    let sealed = event("case.step", &place, serde_json::json!({"compartment": "sealed"}));
    let centre = someone(Role::DutyOfficer, "500107003", "ZH-03");
    let volunteer = someone(Role::Volunteer, "500107003003001", "WG-02");
    let elsewhere = someone(Role::DutyOfficer, "500105003", "ZH-03");
    let admin = someone(Role::SystemAdmin, "500107", "GL-01");
    let city = someone(Role::CityDispatcher, "50", "SZ-01");
    for (holder, hears_open, hears_sealed) in [
        (&centre, true, true),
        (&volunteer, true, false),
        (&elsewhere, false, false),
        (&admin, false, false),
        (&city, true, true),
    ] {
        assert_eq!(
            (hears(holder, &open), hears(holder, &sealed)),
            (hears_open, hears_sealed),
            "{:?}",
            holder.role
        );
    }
    let mine = event("notice.sent", &["500107003"], serde_json::json!({"post": "ZH-03"}));
    assert!(hears(&centre, &mine) && !hears(&someone(Role::TownPost, "500107003", "PF-03"), &mine));
    assert!(!hears(&city, &event("session.revoked", &[], serde_json::json!({}))));
    // A stop that was ticked: whoever sees the duties there, and nobody above.
    let tick = event("duty.step", &["500107003003", "500107003003001"], serde_json::json!({"state": "done"}));
    let worker = someone(Role::GridWorker, "500107003003001", "WG-01");
    let colleague = someone(Role::GridWorker, "500107003003002", "WG-01");
    let village = someone(Role::VillageAdmin, "500107003003", "SQ-01");
    assert!(hears(&worker, &tick) && hears(&village, &tick));
    assert!(![&colleague, &volunteer, &centre, &city].into_iter().any(|holder| hears(holder, &tick)));
    // A trigger: the same, and whoever may set one off there.
    let set_off = [
        event("duty.triggered", &place[1..], serde_json::json!({"on": "heat"})),
        event("duty.called_off", &place[1..], serde_json::json!({"on": "heat"})),
    ];
    let commander = someone(Role::Commander, "500107003", "ZH-01");
    let post = someone(Role::TownPost, "500107003", "PF-03");
    for told in &set_off {
        assert!([&worker, &village, &centre, &commander].into_iter().all(|holder| hears(holder, told)));
        let deaf = [&colleague, &volunteer, &post, &elsewhere, &city, &admin];
        assert!(!deaf.into_iter().any(|holder| hears(holder, told)));
    }
}
