//! The law under every hand: random walks, a walk through all that can be reached, the diagram.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proptest::prelude::*;
use wangge_base::{Board, Capacity, District, Holder, Id, Ref};
use wangge_realm::unit::{NewUnit, UnitKind, Units};

use super::*;
use crate::{
    admission::{AdmissionWeigh, ListBurden, ProposalItem, ProposalSort},
    calendar::Calendars,
    matter::{Catalogue, Tier, flow::tests::example},
};

const MONDAY: Instant = Instant::from_micros(1_780_277_400_000_000); // 2026-06-01 09:30 in Chongqing

fn unit(code: &str) -> UnitCode {
    code.parse().expect("unit code")
}

fn hand(person: &str, at: &str, post: &str, role: Role) -> Actor {
    Actor::Holder(Box::new(Holder {
        person: person.into(),
        called: person.into(),
        home: "500107".parse().expect("district"),
        holding: person.into(),
        unit: unit(at),
        post: post.parse().expect("post"),
        role,
        board: Board::Centre,
        capacity: Capacity::Holder,
    }))
}

/// Everybody who may ever touch a proposal. Some hold two posts: hands are persons.
fn everybody() -> Vec<Actor> {
    vec![
        hand("qin", "500107-Q-CG", "BM-01", Role::DepartmentHandler),
        hand("pan", "500107-Q-CG", "BM-02", Role::DepartmentHandler),
        hand("tang", "500107-Q-XF", "BM-01", Role::DepartmentHandler),
        hand("mei", "500107-Q-XF", "BM-02", Role::DepartmentHandler),
        hand("dong", "500107", "QX-02", Role::ListOfficer),
        hand("yu", "500107", "QX-03", Role::Commander),
        // The list officer who leads the government besides.
        hand("dong", "500107", "QX-03", Role::Commander),
        hand("shi", "50", "SZ-02", Role::ListOfficer),
        hand("lian", "50", "SZ-02", Role::ListOfficer),
        hand("cheng", "50", "SZ-03", Role::Commander),
        hand("ma", "500107003", "MS-04", Role::TownPost),
        hand("he", "500107003003001", "WG-01", Role::GridWorker),
        hand("xia", "500107", "QX-01", Role::DistrictDispatcher),
        Actor::Citizen,
        Actor::Clock,
    ]
}

fn units() -> Units {
    let new = |code: &str, level: i64, kind, parent: Option<&str>| NewUnit {
        line: 1,
        code: unit(code),
        level: wangge_base::Level::from_number(level).expect("level"),
        kind,
        parent: parent.map(unit),
        stat_parent: parent.map(unit),
        name: code.into(),
        name_en: String::new(),
        at: None,
        calendar: None,
        households: None,
        people: None,
        valid_from: None,
        valid_to: None,
        aliases: vec![],
    };
    let rows = [
        new("50", 1, UnitKind::City, None),
        new("500107", 2, UnitKind::District, Some("50")),
        new("500107-Q-CG", 2, UnitKind::Department, Some("500107")),
        new("500107-Q-XF", 2, UnitKind::Department, Some("500107")),
        NewUnit { name: "谢家湾街道".into(), ..new("500107003", 3, UnitKind::Town, Some("500107")) },
        NewUnit {
            name: "民主村社区".into(), ..new("500107003003", 4, UnitKind::Village, Some("500107003"))
        },
    ];
    Units::of(&rows, Vec::new()).expect("units")
}

struct Scene {
    calendars: Calendars,
    matters: Catalogue,
    units: Units,
    area: UnitCode,
    price: Burden,
}

#[derive(Clone)]
struct Model {
    it: Proposal,
    opinions: Vec<Opinion>,
    objections: Vec<Objection>,
    now: Instant,
    path: Vec<&'static str>,
}

fn list(over: bool) -> ListBurden {
    ListBurden {
        tier: Tier::Grid,
        ceiling: 1_200,
        worst: Some(unit("500107003003")),
        worst_before: 900.0,
        worst_after: if over { 1_300.0 } else { 950.0 },
        city_before: 800.0,
        city_after: 810.0,
        places_over: u32::from(over),
        estimate: true,
        over,
        swaps: vec!["M-PF-01".parse().expect("code")],
    }
}

fn retire(code: &str) -> ProposalItem {
    ProposalItem {
        sort: ProposalSort::Retire,
        code: code.parse().expect("code"),
        entry: None,
        campaign: false,
        merge: false,
    }
}

fn said(items: Vec<ProposalItem>) -> ProposalContent {
    ProposalContent {
        title: "调整清单".into(),
        reason: "减轻负担".into(),
        basis: "某文件†".into(),
        items,
        from: None,
    }
}

impl Scene {
    fn new() -> Self {
        Self {
            calendars: Calendars::shipped("Asia/Shanghai").expect("shipped calendar"),
            matters: example(),
            units: units(),
            area: unit("500107"),
            price: Burden { lists: vec![list(false)], given_up: vec![] },
        }
    }

    fn known<T>(&self, now: Instant, ask: impl FnOnce(&Known<'_>) -> T) -> T {
        let (matters, units) = (&self.matters, &self.units);
        ask(&Known { matters, units, calendar: self.calendars.get(None), area: &self.area, now })
    }

    fn with<T>(&self, m: &Model, actor: &Actor, outlived: bool, ask: impl FnOnce(&View<'_>) -> T) -> T {
        let usual = self.calendars.get(None);
        let hours = |_: &UnitCode| usual.clone();
        let seats = |_: AdmissionState| Seat { unit: unit("500107"), post: None };
        self.known(m.now, |known| {
            ask(&View {
                it: &m.it,
                opinions: &m.opinions,
                objections: &m.objections,
                price: Some(&self.price),
                known,
                relation: Relation::of(&m.it, &m.opinions, actor, &unit("50")),
                seats: &seats,
                hours: &hours,
                outlived,
            })
        })
    }

    fn begin(&self, door: Door, applicant: Option<&Actor>) -> Model {
        let holder = applicant.and_then(Actor::holder);
        let below = holder.is_some_and(|h| h.unit.as_str().len() > 6 && !h.unit.as_str().contains('-'));
        let district: District = District::city();
        let it = Proposal {
            at: Ref::new(district, Id::new(MONDAY, [1; 10])),
            number: "20260601-00000000".into(),
            version: 1,
            state: AdmissionState::Draft,
            door,
            content: said(vec![retire("M-PF-02")]),
            unit: holder.map_or_else(|| unit("50"), |h| h.unit.clone()),
            post: None,
            area: self.area.clone(),
            town: below.then(|| unit("500107003")),
            applicant: holder.map(|h| h.person.clone()),
            called: "申请人".into(),
            pass: 0,
            hands: vec![],
            burden: None,
            clocks: vec![],
            counts_from: None,
            published: vec![],
            created: MONDAY,
            updated: MONDAY,
            head: [0; 32],
        };
        self.known(MONDAY, |known| begin(&it, below, holder.map(|h| h.role), known))
            .expect("a proposal begins");
        Model { it, opinions: vec![], objections: vec![], now: MONDAY, path: vec!["propose"] }
    }

    /// What storage does with a move.
    fn apply(&self, m: &mut Model, mv: Move, word: &'static str) {
        assert_eq!(mv.it.version, m.it.version, "the law never touches the version: save counts the step");
        m.it = Proposal { version: m.it.version + 1, updated: m.now, ..mv.it };
        for one in mv.opinions {
            m.opinions.retain(|o| (o.pass, &o.unit) != (one.pass, &one.unit));
            m.opinions.push(one);
        }
        for one in mv.objections {
            m.objections.retain(|o| o.no != one.no);
            m.objections.push(one);
        }
        m.path.push(word);
    }

    fn does(&self, m: &mut Model, actor: &Actor, action: &Action) -> Result<(), Refusal> {
        let mv = self.with(m, actor, false, |view| next(view, action, actor, m.now))?;
        self.apply(m, mv, action.word());
        Ok(())
    }

    fn starts(&self) -> Vec<Model> {
        let all = everybody();
        vec![
            self.begin(Door::Charge, Some(&all[0])),
            self.begin(Door::Adjust, Some(&all[10])),
            self.begin(Door::Adjust, Some(&all[4])),
            self.begin(Door::Adjust, None),
        ]
    }
}

/// What must hold of every proposal at every moment.
fn sound(m: &Model) {
    let it = &m.it;
    assert_eq!(
        it.state.is_under_way(),
        !it.clocks.is_empty(),
        "what waits for a decision has a clock, and nothing else: {:?}",
        m.path
    );
    let stages: BTreeMap<&str, BTreeSet<AdmissionState>> =
        it.hands.iter().fold(BTreeMap::new(), |mut all, p| {
            all.entry(p.person.as_str()).or_default().insert(p.stage);
            all
        });
    for (person, stages) in stages {
        assert_eq!(stages.len(), 1, "{person} acted in {stages:?}: {:?}", m.path);
    }
    if it.state == AdmissionState::Effective {
        let decided: BTreeSet<AdmissionState> = it.hands.iter().map(|p| p.stage).collect();
        let way = WAY.iter().filter(|(door, ..)| *door == it.door).map(|(_, state, _)| *state);
        for state in way.chain([AdmissionState::Burden, AdmissionState::Joint]) {
            assert!(decided.contains(&state), "nobody decided at {state:?}: {:?}", m.path);
        }
        assert!(m.objections.iter().all(|o| o.accepted.is_some()), "every objection was answered");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// Any sequence of hands and actions: nothing panics, an accepted action is one step, nobody decides in two
    /// stages, and what must hold holds after it.
    #[test]
    fn random_walks_keep_the_law(
        start in 0_usize..4,
        walk in prop::collection::vec((0_usize..64, 0_usize..64, 0_i64..8_000), 1..60),
    ) {
        let scene = Scene::new();
        let mut m = scene.starts().swap_remove(start);
        let actors = everybody();
        for (who, what, minutes) in walk {
            m.now = m.now.plus_minutes(minutes);
            let actor = &actors[who % actors.len()];
            let outlived = what % 2 == 0;
            let actions = scene.with(&m, actor, outlived, samples);
            let accepted = (0..actions.len()).map(|i| &actions[(what + i) % actions.len()]).find_map(|action| {
                scene.with(&m, actor, outlived, |view| next(view, action, actor, m.now)).ok().map(|mv| (mv, action.word()))
            });
            if let Some((mv, word)) = accepted {
                scene.apply(&mut m, mv, word);
                sound(&m);
            }
        }
        // Left alone the clock urges and comes to rest; it never approves.
        let before = m.it.state;
        for turn in 0.. {
            prop_assert!(turn < 20, "the clock comes to rest");
            let Some(wakes) = crate::deadline::wake(&m.it.clocks) else { break };
            m.now = m.now.max(wakes);
            let action = due(&m.it, m.now).expect("what wakes has something to say");
            scene.does(&mut m, &Actor::Clock, &action).expect("the clock obeys its own law");
            sound(&m);
        }
        prop_assert_eq!(m.it.state, before, "silence approves nothing");
    }
}

type Edges = BTreeMap<(AdmissionState, &'static str), BTreeSet<AdmissionState>>;

fn situation(m: &Model) -> String {
    let waiting = m.opinions.iter().filter(|o| o.pass == m.it.pass && o.consent.is_none()).count();
    let hands: BTreeSet<String> = m.it.hands.iter().map(|p| format!("{}{:?}", p.person, p.stage)).collect();
    let stages: Vec<_> = m.it.clocks.iter().map(|d| d.stage).collect();
    let open = m.objections.iter().filter(|o| o.accepted.is_none()).count();
    format!("{:?} {:?} {} {} {hands:?} {stages:?} {}", m.it.door, m.it.state, m.it.pass, waiting, open.min(1))
}

fn explore() -> Edges {
    let scene = Scene::new();
    let (mut edges, mut back) = (Edges::new(), BTreeMap::<String, BTreeSet<String>>::new());
    let mut seen = BTreeMap::<String, Model>::new();
    let mut queue: VecDeque<Model> = scene.starts().into();
    let mut queued: BTreeSet<String> = queue.iter().map(situation).collect();
    while let Some(m) = queue.pop_front() {
        let here = situation(&m);
        let mut moves = Vec::new();
        for actor in everybody() {
            for outlived in [false, true] {
                for action in scene.with(&m, &actor, outlived, samples) {
                    if let Ok(mv) =
                        scene.with(&m, &actor, outlived, |view| next(view, &action, &actor, m.now))
                    {
                        moves.push((mv, action.word(), m.now));
                    }
                }
            }
        }
        if let Some(at) = crate::deadline::wake(&m.it.clocks) {
            let late = Model { now: m.now.max(at), ..m.clone() };
            if let Some(action) = due(&late.it, late.now) {
                let mv =
                    scene.with(&late, &Actor::Clock, false, |v| next(v, &action, &Actor::Clock, late.now));
                moves.push((mv.expect("the clock"), action.word(), late.now));
            }
        }
        for (mv, word, now) in moves {
            let mut n = Model { now, ..m.clone() };
            scene.apply(&mut n, mv, word);
            sound(&n);
            edges.entry((m.it.state, word)).or_default().insert(n.it.state);
            let there = situation(&n);
            back.entry(there.clone()).or_default().insert(here.clone());
            // A second time round and a second objection differ in numbers only.
            if n.it.pass <= 1 && n.objections.len() <= 1 && queued.insert(there) {
                queue.push_back(n);
            }
        }
        seen.insert(here, m);
    }
    let ends = |state: AdmissionState| {
        !state.is_under_way() && !state.is_writing() && state != AdmissionState::Effective
    };
    let mut closed: BTreeSet<String> = BTreeSet::new();
    let mut queue: VecDeque<String> =
        seen.iter().filter(|(_, m)| ends(m.it.state)).map(|(name, _)| name.clone()).collect();
    while let Some(name) = queue.pop_front() {
        if closed.insert(name.clone()) {
            queue.extend(back.get(&name).into_iter().flatten().cloned());
        }
    }
    for (name, m) in &seen {
        assert!(closed.contains(name), "no way to an end from {name}, reached by {:?}", m.path);
    }
    edges
}

/// Every state can be reached and left, every one ends, every action is possible somewhere; and the diagram says so.
#[test]
fn every_state_is_reached_and_ends_as_the_diagram_of_admission_says() {
    let edges = explore();
    let reached: BTreeSet<AdmissionState> =
        edges.values().flatten().copied().chain([AdmissionState::Draft]).collect();
    assert_eq!(reached.len(), AdmissionState::ALL.len(), "all states are reached: {reached:?}");
    let kinds: BTreeSet<&str> = edges.keys().map(|(_, word)| *word).collect();
    let unused: Vec<_> = Action::WORDS.iter().filter(|w| !kinds.contains(*w)).collect();
    assert!(unused.is_empty(), "every action is possible somewhere: {unused:?}");
    let mut text = String::from(
        "# The flow of an admission\n\nGenerated from `crates/work/src/admission/flow.rs` by `make bless`; do not edit. Actions that leave the stage as it is are listed below the diagram.\n\n```mermaid\nstateDiagram-v2\n  [*] --> draft: propose\n",
    );
    let (mut lines, mut stays) = (
        BTreeMap::<(AdmissionState, AdmissionState), Vec<&str>>::new(),
        BTreeMap::<AdmissionState, Vec<&str>>::new(),
    );
    for ((from, word), to) in edges {
        for to in to {
            if from == to {
                stays.entry(from).or_default().push(word);
            } else {
                lines.entry((from, to)).or_default().push(word);
            }
        }
    }
    for ((from, to), words) in lines {
        text += &format!("  {} --> {}: {}\n", from.word(), to.word(), words.join(", "));
    }
    text += "```\n\n| stage | 状态 | actions that keep it |\n|---|---|---|\n";
    for state in AdmissionState::ALL {
        let words = stays.get(state).map(|w| w.join(", ")).unwrap_or_default();
        text += &format!("| {} | {} | {words} |\n", state.word(), state.zh());
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/flows/admission.md");
    if std::env::vars().any(|(name, value)| name == "UPDATE" && value == "1") {
        std::fs::write(path, &text).expect("docs/flows is writable");
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(stored == text, "docs/flows/admission.md is out of date: run `make bless`");
}

#[test]
fn what_is_over_the_ceiling_stays_at_the_burden_check() {
    let mut scene = Scene::new();
    let all = everybody();
    let mut m = scene.begin(Door::Charge, Some(&all[0]));
    scene.does(&mut m, &all[0], &Action::Submit(crate::admission::AdmissionSubmit {})).expect("handed in");
    let weigh = Action::Weigh(AdmissionWeigh {
        reviewers: vec![unit("500107-Q-CG"), unit("500107-Q-XF")],
        note: String::new(),
    });
    scene.price = Burden { lists: vec![list(true)], given_up: vec![] };
    let no = scene.does(&mut m, &all[4], &weigh).expect_err("too much");
    assert_eq!(no.code, "admission.over_ceiling");
    assert!(
        no.zh.contains("谢家湾街道民主村社区将达1300分钟") && no.en.contains("1200"),
        "it says where: {no}"
    );
    assert!(!no.zh.contains("500107003003"), "by name: {no}");
    let room =
        example().version(&"M-PF-01".parse().expect("code"), 1).expect("what makes room").entry.clone();
    assert!(no.zh.contains(&format!("{}(M-PF-01)", room.name_zh)), "it says what would make room: {no}");
    assert!(no.en.contains(&format!("{}(M-PF-01)", room.name_en)), "in English too: {no}");
    scene.price = Burden { lists: vec![list(false)], given_up: vec![] };
    scene.does(&mut m, &all[4], &weigh).expect("within the ceiling");
    assert_eq!(m.it.state, AdmissionState::Joint);
    // The same person under another post is still the same person.
    let review = |text: &str| {
        Action::Review(crate::admission::AdmissionReview { consent: true, opinion: text.into() })
    };
    let no = scene.does(&mut m, &all[0], &review("同意")).expect_err("the applicant never decides");
    assert_eq!(no.code, "admission.same_hands");
}

#[test]
fn content_that_does_not_hold_is_told_field_by_field() {
    let scene = Scene::new();
    let mut entry =
        example().version(&"M-PF-02".parse().expect("code"), 1).expect("street trading").entry.clone();
    entry.name_zh = "占道经营整治".into();
    entry.lead_department = Some("Q-GONE".into());
    entry.national = Some(crate::matter::National::TakenBack);
    let change = |entry: &crate::matter::Entry| ProposalItem {
        sort: ProposalSort::Change,
        code: entry.code.clone(),
        entry: Some(Box::new(entry.clone())),
        campaign: true,
        merge: false,
    };
    let mut visit = example().version(&"M-MS-01".parse().expect("code"), 1).expect("elders").entry.clone();
    visit.duty.as_mut().expect("a rule").recurrence = Some("FREQ=WEEKLY;COUNT=4".into());
    let wrong = said(vec![change(&entry), retire("M-XX-01"), retire("M-PF-02"), change(&visit)]);
    let no = scene.known(MONDAY, |known| content(&wrong, known)).expect_err("wrong");
    let fields: Vec<&str> = no.fields.iter().map(|f| f.field.as_str()).collect();
    for field in [
        "content.items.0.entry.lead_department",
        "content.items.0.entry.national",
        "content.items.0.entry.review",
        "content.items.1.sort",
        "content.items.2.code",
        "content.items.3.entry.duty.recurrence",
    ] {
        assert!(fields.contains(&field), "{field} is not among {fields:?}");
    }
}
