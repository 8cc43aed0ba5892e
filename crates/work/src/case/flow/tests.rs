//! The law under every hand: random walks, a walk through all that can be reached, the diagram.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proptest::prelude::*;
use wangge_base::{Board, Capacity, Channel, District, Holder, Id, Level, MatterCode, Ref};

use super::*;
use crate::{
    calendar::Calendars,
    case::{self, Place},
    matter::{Entry, Limits, MatterKind, Tier},
};

const MONDAY: Instant = Instant::from_micros(1_780_277_400_000_000); // 2026-06-01 09:30 in Chongqing

fn unit(code: &str) -> UnitCode {
    code.parse().expect("unit code")
}

fn whole(code: &str) -> Seat {
    Seat { unit: unit(code), post: None }
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

/// Everybody who may ever touch the case, the reporter and the clock among them.
fn everybody() -> Vec<Actor> {
    vec![
        hand("he", "500107003003001", "WG-01", Role::GridWorker),
        hand("xiao", "500107003003001", "WG-02", Role::Volunteer),
        hand("luo", "500107003003", "SQ-01", Role::VillageAdmin),
        hand("feng", "500107003", "ZH-03", Role::DutyOfficer),
        hand("wu", "500107003", "ZH-06", Role::DutyOfficer),
        hand("ma", "500107003", "MS-04", Role::TownPost),
        hand("jiang", "500107-Q-CG", "BM-01", Role::DepartmentHandler),
        hand("qin", "500107-Q-XF", "BM-01", Role::DepartmentHandler),
        hand("xia", "500107", "QX-01", Role::DistrictDispatcher),
        hand("shi", "50", "SZ-01", Role::CityDispatcher),
        hand("zhao", "500107004", "ZH-03", Role::DutyOfficer),
        Actor::Citizen,
        Actor::Clock,
    ]
}

fn centres() -> Centres {
    Centres {
        grid: whole("500107003003001"),
        village: whole("500107003003"),
        town: whole("500107003"),
        area: whole("500107"),
        city: whole("50"),
    }
}

fn matter(level: Level, urgency: Urgency) -> Matter {
    let limit = |text: &str| text.parse().ok();
    Matter {
        version: 1,
        effective_from: Instant::from_micros(0),
        effective_to: None,
        published: Instant::from_micros(0),
        entry: Entry {
            code: "M-PF-01".parse::<MatterCode>().expect("code"),
            tier: Tier::Town,
            board: Board::Safety,
            name_zh: "消防通道堵塞".into(),
            name_en: "Fire lane blocked".into(),
            kind: MatterKind::Event,
            level,
            heading: None,
            lead_post: "MS-04".parse().expect("post"),
            assist_posts: vec![],
            lead_department: Some("Q-CG".into()),
            assist_departments: vec!["Q-XF".into()],
            urgency,
            privacy: Privacy::Open,
            cadence: None,
            limits: Limits {
                verify: limit("4wh"),
                dispatch: limit("2wh"),
                report_in: limit("30min"),
                handle: limit("5wd"),
                check: limit("1wd"),
            },
            filing_zh: String::new(),
            filing_en: String::new(),
            closing_zh: String::new(),
            closing_en: String::new(),
            nothing_found: false,
            evidence: Evidence::Text,
            minutes: 5,
            basis: String::new(),
            source: String::new(),
            example: "示例".into(),
            national: None,
            review: None,
            duty: None,
            fields: Vec::new(),
            questions: None,
        },
    }
}

fn defaults() -> Defaults {
    let limit = |text: &str| text.parse().expect("limit");
    Defaults {
        verify: limit("1wd"),
        dispatch: limit("4wh"),
        report_in: limit("1wd"),
        handle: limit("5wd"),
        check: limit("1wd"),
        close: limit("1wd"),
        climb: limit("1wd"),
        climb_urgent: limit("30min"),
    }
}

/// A case with its children, as storage would keep them.
#[derive(Clone)]
struct Model {
    case: Case,
    calls: Vec<Call>,
    requests: Vec<Request>,
    links: Vec<Link>,
    matter: Matter,
    now: Instant,
    /// How it came here: for the one who reads a failure.
    path: Vec<&'static str>,
}

fn blank(channel: Channel) -> Case {
    let district: District = "500107".parse().expect("district");
    Case {
        at: Ref::new(district, Id::new(MONDAY, [1; 10])),
        number: "20260601-00000000".into(),
        version: 0,
        state: State::Reported,
        before: None,
        level: Level::Town,
        climbed: Level::Town,
        colour: Colour::Blue,
        channel,
        place: Place {
            point: None,
            words: String::new(),
            edition: 1,
            area: unit("500107"),
            town: unit("500107003"),
            village: unit("500107003003"),
            grid: unit("500107003003001"),
        },
        board: Board::Centre,
        matter: None,
        compartment: Compartment::Open,
        text: "消防通道被堵".into(),
        reporter: None,
        named: false,
        seat: whole("500107003"),
        handler: None,
        hands: vec![],
        binding: false,
        returns: 0,
        reworks: 0,
        reopens: 0,
        supervised: false,
        clocks: vec![],
        merged_into: None,
        parent: None,
        open_parts: 0,
        supporters: 0,
        origin: None,
        outcome: None,
        satisfied: None,
        suspended_at: None,
        created: MONDAY,
        updated: MONDAY,
        closed: None,
        head: [0; 32],
    }
}

struct Scene {
    calendars: Calendars,
    centres: Centres,
    defaults: Defaults,
    routes: Vec<Seat>,
    target: Case,
}

impl Scene {
    fn new() -> Self {
        let mut target = blank(Channel::Field);
        target.at.id = Id::new(MONDAY, [2; 10]);
        let mut routes = vec![Seat { post: "MS-04".parse().ok(), ..whole("500107003") }];
        routes.extend(["500107-Q-CG", "500107-Q-XF", "500107003003", "500107003003001"].map(whole));
        Self {
            calendars: Calendars::shipped("Asia/Shanghai").expect("shipped calendar"),
            centres: centres(),
            defaults: defaults(),
            routes,
            target,
        }
    }

    fn with<T>(&self, m: &Model, actor: &Actor, ask: impl FnOnce(&View<'_>) -> T) -> T {
        let relation = Relation::of(&m.case, &m.calls, &self.centres, actor, *actor == Actor::Citizen);
        let usual = self.calendars.get(None);
        let hours = |_: &UnitCode| usual.clone();
        ask(&View {
            case: &m.case,
            matter: m.case.matter.as_ref().map(|_| &m.matter),
            proposed: Some(&m.matter),
            target: Some(&self.target),
            calls: &m.calls,
            requests: &m.requests,
            links: &m.links,
            routes: &self.routes,
            centres: &self.centres,
            hours: &hours,
            defaults: &self.defaults,
            relation: &relation,
        })
    }

    fn begin(&self, channel: Channel, known: bool, level: Level, urgency: Urgency) -> Model {
        let matter = matter(level, urgency);
        let mut m = Model {
            case: blank(channel),
            calls: vec![],
            requests: vec![],
            links: vec![],
            matter,
            now: MONDAY,
            path: vec![],
        };
        let reporter = if channel.is_public() { Actor::Citizen } else { everybody().remove(0) };
        if known {
            m.case.matter = Some((m.matter.code.clone(), 1));
        }
        let mv =
            self.with(&m, &reporter, |view| begin(view, false, &reporter, m.now)).expect("a report begins");
        apply(&mut m, mv);
        m
    }

    fn actions(&self, m: &Model, actor: &Actor) -> Vec<Action> {
        self.with(m, actor, |view| {
            let mut all = samples(view, m.now);
            for seat in &self.routes {
                all.push(Action::Dispatch(case::Dispatch { to: seat.clone(), note: String::new() }));
            }
            all.push(Action::Rate(case::Rate { satisfied: false, note: String::new() }));
            all
        })
    }
}

/// What storage does with a move.
fn apply(m: &mut Model, mv: Move) {
    let version = m.case.version;
    assert_eq!(mv.case.version, version, "the law never touches the version: save counts the step");
    assert_eq!(mv.case.at, m.case.at);
    assert_eq!(mv.case.place, m.case.place, "the units as filed never change");
    m.case = Case { version: version + 1, updated: m.now, ..mv.case };
    for call in mv.calls {
        m.calls.retain(|c| c.no != call.no);
        m.calls.push(call);
    }
    m.calls.sort_by_key(|c| c.no);
    for request in mv.requests {
        m.requests.retain(|r| r.no != request.no);
        m.requests.push(request);
    }
    for link in mv.links {
        m.links.retain(|l| l.no != link.no);
        m.links.push(link);
    }
    m.links.sort_by_key(|l| l.no);
    // Parts are cases of their own; here they close at once.
    m.case.open_parts = 0;
}

/// What must hold of every case at every moment.
fn sound(m: &Model) {
    let case = &m.case;
    if case.state.is_open() {
        let owned = case.clocks.iter().any(|d| d.clock != Clock::Climb && d.stage != Stage::Stopped);
        assert!(owned, "an open case has a deadline: {:?} {:?}", case.state, case.clocks);
    } else {
        assert!(case.clocks.is_empty(), "an ended case has no clock: {:?}", case.state);
        assert!(crate::deadline::wake(&case.clocks).is_none());
    }
    assert!(case.climbed <= case.level, "the clock only carries upwards");
    let of_a_kind = |d: &Deadline| (d.clock, d.of.clone());
    let kinds: BTreeSet<_> = case.clocks.iter().map(|d| format!("{:?}", of_a_kind(d))).collect();
    assert_eq!(kinds.len(), case.clocks.len(), "one clock of a kind: {:?}", case.clocks);
    for request in m.requests.iter().filter(|r| r.state == RequestState::Open) {
        assert!(case.state.is_open(), "a request waits on an ended case: {:?}", request.kind);
        let watched = case
            .clocks
            .iter()
            .any(|d| d.clock == Clock::Decide && d.of.as_deref() == Some(request.kind.word()));
        assert!(watched, "a request waits without a clock");
    }
    for link in m.links.iter().filter(|l| l.is_open()) {
        assert!(case.state.is_open(), "an ended case waits for another district: {:?}", case.state);
        let watched = case
            .clocks
            .iter()
            .any(|d| d.clock == Clock::Answer && d.of.as_deref() == Some(link.no.to_string().as_str()));
        assert!(watched, "a link waits without a clock");
    }
    for call in m.calls.iter().filter(|c| c.state == CallState::Called && case.state.is_open()) {
        let watched = case
            .clocks
            .iter()
            .any(|d| d.clock == Clock::Call && d.of.as_deref() == Some(call.seat.unit.as_str()));
        assert!(watched, "a silent call is watched");
    }
}

fn checked(m: &Model, next: &Move, action: &Action, actor: &Actor) {
    if !m.case.state.is_open() && next.case.state != m.case.state {
        assert!(
            matches!(action, Action::Reopen(_) | Action::Rate(_) | Action::Unmerge(_)),
            "closed is terminal but for reopening: {action:?}"
        );
    }
    if let (Action::Check(_), Some(person)) = (action, actor.person()) {
        assert!(!m.case.hands.iter().any(|h| h == person), "the checker is never the handler");
    }
    if matches!(action, Action::Return(_)) {
        assert!(!m.case.binding, "a binding dispatch cannot be handed back");
    }
    for tell in &next.tell {
        assert!(
            !tell.ring || matches!(next.case.colour, Colour::Red | Colour::Orange),
            "only red and orange ring"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// Any sequence of hands and actions: nothing panics, an accepted action is one step, and what
    /// must hold holds after it.
    #[test]
    fn random_walks_keep_the_law(
        public in any::<bool>(),
        known in any::<bool>(),
        level in 2_i64..=5,
        urgent in 0_usize..3,
        walk in prop::collection::vec((0_usize..64, 0_usize..64, 0_i64..2_000), 1..60),
    ) {
        let scene = Scene::new();
        let channel = if public { Channel::Citizen } else { Channel::Field };
        let urgency = [Urgency::Ordinary, Urgency::Urgent, Urgency::Emergency][urgent];
        let mut m = scene.begin(channel, known, Level::from_number(level).expect("level"), urgency);
        sound(&m);
        let actors = everybody();
        for (who, what, minutes) in walk {
            m.now = m.now.plus_minutes(minutes);
            let actor = &actors[who % actors.len()];
            let actions = scene.actions(&m, actor);
            // Start at a random place and take the first that the law accepts.
            let accepted = (0..actions.len()).map(|i| &actions[(what + i) % actions.len()]).find_map(|action| {
                scene.with(&m, actor, |view| next(view, action, actor, m.now)).ok().map(|mv| (action.clone(), mv))
            });
            if let Some((action, mv)) = accepted {
                checked(&m, &mv, &action, actor);
                m.path.push(action.word());
                apply(&mut m, mv);
                sound(&m);
            }
        }
        // Left alone, the clock comes to rest: it never acts for ever.
        for turn in 0.. {
            prop_assert!(turn < 80, "the clock comes to rest: {:?}", m.case.clocks);
            let Some(wakes) = crate::deadline::wake(&m.case.clocks) else { break };
            m.now = m.now.max(wakes);
            let action = due(&m.case, m.now).expect("what wakes has something to say");
            let mv = scene.with(&m, &Actor::Clock, |view| next(view, &action, &Actor::Clock, m.now)).expect("the clock obeys its own law");
            apply(&mut m, mv);
            sound(&m);
        }
        if m.case.state.is_open() {
            prop_assert_eq!(m.case.climbed, Level::City, "what nobody touches reaches the city");
        }
    }
}

/// What tells two situations apart for the walk through everything.
fn situation(m: &Model) -> String {
    format!(
        "{:?} {:?} {:?} {} {} {} {} {:?} {:?} {:?} {}",
        m.case.state,
        m.case.before,
        m.case.level,
        m.case.returns.min(2),
        m.case.binding,
        m.case.reopens.min(2),
        m.case.matter.is_some(),
        m.calls.first().map(|c| (c.state, c.grade.is_some(), c.objection.is_some())),
        m.requests.iter().map(|r| (r.kind, r.state)).collect::<Vec<_>>().last(),
        m.links.first().map(|l| l.state),
        m.case.origin.is_some(),
    )
}

/// Where the walk turns back: what lies beyond differs in numbers only. Links to other districts are
/// walked apart from calls, requests, returns and reopenings, with which they have nothing to do.
fn is_far_out(m: &Model) -> bool {
    let across = !m.links.is_empty() || m.case.origin.is_some();
    let other = m.calls.len() + m.requests.len() > 0 || m.case.returns + m.case.reopens > 0;
    m.case.version > 60 || m.calls.len() > 1 || m.requests.len() > 2 || m.links.len() > 1 || across && other
}

type Edges = BTreeMap<(State, &'static str), BTreeSet<State>>;

/// What was decided long ago makes no difference; the last answer may.
fn forget_decided(m: &mut Model) {
    let last = m.requests.len();
    let mut at = 0;
    m.requests.retain(|r| {
        at += 1;
        at == last || r.state == RequestState::Open
    });
}

/// Walks through every situation that can be reached from any report; returns the moves between
/// stages, and checks that every situation can still be brought to an end.
fn explore() -> Edges {
    let scene = Scene::new();
    let mut seen: BTreeMap<String, Model> = BTreeMap::new();
    let mut back: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut edges = Edges::new();
    let mut queue = VecDeque::new();
    for (channel, known, level) in [
        (Channel::Citizen, false, Level::Town),
        (Channel::Citizen, true, Level::Grid),
        (Channel::Field, true, Level::Grid),
        (Channel::Field, true, Level::Village),
    ] {
        queue.push_back(scene.begin(channel, known, level, Urgency::Ordinary));
    }
    // One that another district asked for.
    let mut asked = scene.begin(Channel::Desk, true, Level::Town, Urgency::Ordinary);
    asked.case.origin = Some(Ref::new("500105".parse().expect("district"), Id::new(MONDAY, [3; 10])));
    queue.push_back(asked);
    let mut queued: BTreeSet<String> = queue.iter().map(situation).collect();
    while let Some(m) = queue.pop_front() {
        let here = situation(&m);
        let mut moves: Vec<(&'static str, Move, Instant)> = Vec::new();
        for actor in everybody() {
            for action in scene.actions(&m, &actor) {
                if let Ok(mv) = scene.with(&m, &actor, |view| next(view, &action, &actor, m.now)) {
                    moves.push((action.word(), mv, m.now));
                }
            }
        }
        // Time passes until a clock reminds, or until its limit.
        for at in m.case.clocks.iter().flat_map(|d| [d.wake(), d.wake().map(|_| d.due)]).flatten() {
            let now = m.now.max(at);
            if let Some(action) = due(&m.case, now) {
                let mv = scene.with(&m, &Actor::Clock, |view| next(view, &action, &Actor::Clock, now));
                moves.push((action.word(), mv.expect("the clock"), now));
            }
        }
        for (word, mv, now) in moves {
            let mut n = Model { now, ..m.clone() };
            apply(&mut n, mv);
            n.path.push(word);
            edges.entry((m.case.state, word)).or_default().insert(n.case.state);
            let there = situation(&n);
            back.entry(there.clone()).or_default().insert(here.clone());
            forget_decided(&mut n);
            if !is_far_out(&n) && queued.insert(there) {
                queue.push_back(n);
            }
        }
        seen.insert(here, m);
    }
    let mut ends: BTreeSet<String> = BTreeSet::new();
    let mut queue: VecDeque<String> =
        seen.iter().filter(|(_, m)| m.case.state == State::Closed).map(|(name, _)| name.clone()).collect();
    while let Some(name) = queue.pop_front() {
        if ends.insert(name.clone()) {
            queue.extend(back.get(&name).into_iter().flatten().cloned());
        }
    }
    for (name, m) in &seen {
        let over = matches!(m.case.state, State::Withdrawn | State::Rejected);
        assert!(over || ends.contains(name), "no way to closure from {name}, reached by {:?}", m.path);
    }
    edges
}

/// One test for both, as the walk takes a while: what it reaches, and the diagram made from it.
#[test]
fn every_state_is_reached_and_has_a_way_to_closure_as_the_diagram_says() {
    let edges = explore();
    let reached: BTreeSet<State> = edges.values().flatten().copied().chain([State::Reported]).collect();
    assert_eq!(reached.len(), State::ALL.len(), "all states are reached: {reached:?}");
    let kinds: BTreeSet<&str> = edges.keys().map(|(_, word)| *word).collect();
    // A limit is computed again only when the calendar has changed, which no step can do.
    let unused: Vec<_> = Action::WORDS.iter().filter(|w| !kinds.contains(*w) && **w != "rearm").collect();
    assert!(unused.is_empty(), "every action is possible somewhere: {unused:?}");
    the_diagram_is_up_to_date(edges);
}

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

/// The diagram in docs/flows is what the law says. `UPDATE=1` writes it anew.
fn the_diagram_is_up_to_date(edges: Edges) {
    let mut text = String::from(
        "# The flow of a case\n\nGenerated from `crates/work/src/case/flow.rs` by `make bless`; do not edit. Actions that leave the stage as it is are listed below the diagram.\n\n```mermaid\nstateDiagram-v2\n  [*] --> reported: report (public)\n  [*] --> verified: report (staff)\n  [*] --> closed: report, solved on the spot\n",
    );
    let (mut lines, mut stays) =
        (BTreeMap::<(State, State), Vec<&str>>::new(), BTreeMap::<State, Vec<&str>>::new());
    for ((from, word), to) in edges {
        for to in to {
            if from == to {
                stays.entry(from).or_default().push(word)
            } else {
                lines.entry((from, to)).or_default().push(word)
            }
        }
    }
    for ((from, to), words) in lines {
        text += &format!("  {} --> {}: {}\n", from.word(), to.word(), words.join(", "));
    }
    text += "```\n\n| stage | 状态 | actions that keep it |\n|---|---|---|\n";
    for state in State::ALL {
        let words = stays.get(state).map(|w| w.join(", ")).unwrap_or_default();
        text += &format!("| {} | {} | {words} |\n", state.word(), state.zh());
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/flows/case.md");
    if std::env::vars().any(|(name, value)| name == "UPDATE" && value == "1") {
        std::fs::write(path, &text).expect("docs/flows is writable");
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(stored == text, "docs/flows/case.md is out of date: run `make bless`");
}
