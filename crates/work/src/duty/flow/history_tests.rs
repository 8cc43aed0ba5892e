//! The proof over months of changing rules, holidays, borders, objects and people, with heat that comes and is called off: no
//! duty comes twice, none is lost, and what was closed is worked out the same for ever.

use std::{collections::HashMap, sync::Arc};

use proptest::prelude::*;
use wangge_base::{DayKind, Holidays, Id, Instant, MatterCode, Ref, UnitCode, civil_date};

use super::{
    super::{
        Day, DutyState, HandOver, Move, OPEN, Object, Occurrence, Place, Plain, Seen, Skip, SkipReason, Tick,
        Touched, Trigger,
    },
    Relation, View, next,
    plan::{self, Rules, Sums},
};
use crate::{
    calendar::{Calendars, SHIPPED},
    matter::{
        self, Catalogue, DutyRule, Evidence, Matter, Missed, ObjectKind, OnDayOff, Reach, TriggerKind,
        flow::tests::example,
    },
};

/// 2026-09-21, a Monday: the National Day holidays lie ahead.
const FIRST: Day = 20_717;
const DAYS: i64 = 45;

fn code(text: &str) -> MatterCode {
    text.parse().expect("matter code")
}

fn unit(text: &str) -> UnitCode {
    text.parse().expect("unit")
}

fn place(n: u8) -> Place {
    Place {
        area: unit("500107"),
        town: unit("500107003"),
        village: unit("500107003003"),
        grid: unit(&format!("50010700300300{n}")),
    }
}

fn object(n: u8, from: Day, grid: u8) -> Object {
    let mut id = [n; 16];
    id[15] = n.wrapping_mul(37);
    Object {
        at: Ref::new("500107".parse().expect("district"), Id::from_bytes(id)),
        kind: ObjectKind::Elder,
        code: String::new(),
        from,
        to: OPEN,
        began: from,
        place: place(grid),
        building: None,
        point: None,
        label: String::new(),
        door: String::new(),
        name: None,
        home: None,
    }
}

/// What happens on a day, before its close.
#[derive(Clone, Debug)]
enum Happening {
    Quiet,
    Rule {
        rrule: usize,
        window: u8,
        spread: bool,
        off: usize,
        carry: bool,
        ends_in: Option<i64>,
        reach: usize,
    },
    Holiday {
        ahead: i64,
        long: i64,
    },
    MadeUp {
        ahead: i64,
    },
    Border {
        object: usize,
    },
    Added,
    Ended {
        object: usize,
    },
    /// Heat, in a grid; how far it reaches the rule says.
    Heat {
        grid: u8,
        long: i64,
    },
    Cooler {
        which: usize,
    },
    /// Somebody comes to a grid, for good or to cover it for some days.
    Comes {
        grid: u8,
        cover: Option<i64>,
    },
    /// Somebody leaves, whatever was handed to him.
    Leaves {
        who: usize,
    },
}

const REACHES: [Option<Reach>; 3] = [None, Some(Reach::Grid), Some(Reach::Village)];

/// Somebody who works a grid, and until when.
struct Worker {
    holding: String,
    grid: u8,
    until: Day,
}

/// The community, which stands in where nobody works.
const SECRETARY: &str = "village";

const RRULES: [&str; 4] =
    ["FREQ=WEEKLY;BYDAY=MO", "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYMONTHDAY=1,15"];

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        4 => Just(Happening::Quiet),
        1 => (0..RRULES.len(), 1_u8..20, any::<bool>(), 0_usize..3, any::<bool>(), proptest::option::weighted(0.3, 1_i64..9), 0..REACHES.len())
            .prop_map(|(rrule, window, spread, off, carry, ends_in, reach)| Happening::Rule { rrule, window, spread, off, carry, ends_in, reach }),
        1 => (0_i64..9, 1_i64..8).prop_map(|(ahead, long)| Happening::Holiday { ahead, long }),
        1 => (0_i64..9).prop_map(|ahead| Happening::MadeUp { ahead }),
        2 => (0_usize..8).prop_map(|object| Happening::Border { object }),
        1 => Just(Happening::Added),
        1 => (0_usize..8).prop_map(|object| Happening::Ended { object }),
        2 => (1_u8..3, 0_i64..9).prop_map(|(grid, long)| Happening::Heat { grid, long }),
        1 => (0_usize..4).prop_map(|which| Happening::Cooler { which }),
        1 => (1_u8..3, proptest::option::of(1_i64..6)).prop_map(|(grid, cover)| Happening::Comes { grid, cover }),
        1 => (0_usize..4).prop_map(|who| Happening::Leaves { who }),
    ]
}

struct City {
    versions: Vec<Matter>,
    known: Vec<(Instant, Arc<Holidays>)>,
    objects: Vec<Object>,
    rows: Vec<Touched>,
    closed: Vec<(Day, u8, [u8; 32], i64)>,
    sums: Sums,
    born: u8,
    triggers: Vec<Trigger>,
    workers: Vec<Worker>,
    /// How each occurrence ended, and on which day.
    ends: Vec<(Occurrence, Day, DutyState)>,
}

impl City {
    fn new() -> Self {
        let days = Arc::new(Holidays::parse(SHIPPED).expect("holidays"));
        Self {
            versions: Vec::new(),
            known: vec![(Instant::from_micros(0), days)],
            objects: (1..5).map(|n| object(n, FIRST, n % 2 + 1)).collect(),
            rows: Vec::new(),
            closed: Vec::new(),
            sums: Sums::default(),
            born: 4,
            triggers: Vec::new(),
            ends: Vec::new(),
            workers: (1..3).map(|grid| Worker { holding: format!("w{grid}"), grid, until: OPEN }).collect(),
        }
    }

    /// The rules as they are known now.
    fn rules(&self) -> Rules {
        let calendars =
            Calendars::shipped("Asia/Shanghai").expect("calendars").remembering(self.known.clone());
        Rules::of(&Catalogue::new(self.versions.clone(), 1), Arc::new(calendars), FIRST + 90)
    }

    fn publish(&mut self, at: Instant, rule: DutyRule, ends: Option<Instant>) {
        let mut one = (*example().version(&code("M-MS-01"), 1).expect("an entry")).clone();
        one.version = self.versions.len() as i64 + 1;
        (one.effective_from, one.published, one.effective_to) = (at, at, ends);
        one.entry.evidence = Evidence::None;
        one.entry.duty = Some(rule);
        self.versions.push(one);
    }

    fn happens(&mut self, what: &Happening, day: Day, at: Instant) {
        let running = |all: &[Object], n: usize| {
            let open: Vec<usize> =
                (0..all.len()).filter(|i| all[*i].to == OPEN && all[*i].from <= day).collect();
            (!open.is_empty()).then(|| open[n % open.len()])
        };
        let learn = |all: &[(Instant, Arc<Holidays>)], new: Vec<(Day, DayKind)>| {
            let before = all.last().map(|(_, days)| days.clone()).expect("days");
            let known = before.days().map(|(date, kind, name)| (date, kind, name.to_owned()));
            let new = new.into_iter().map(|(d, kind)| (civil_date(d), kind, String::new()));
            Arc::new(Holidays::new(known.chain(new)))
        };
        match what {
            Happening::Quiet => {}
            Happening::Rule { rrule, window, spread, off, carry, ends_in, reach } => {
                let heat = |reach| matter::Trigger { on: TriggerKind::Heat, from: None, reach, days: 6 };
                let rule = DutyRule {
                    object: ObjectKind::Elder,
                    recurrence: Some(RRULES[*rrule].to_owned()),
                    window: *window,
                    on_day_off: OnDayOff::ALL[*off],
                    missed: if *carry { Missed::Carry } else { Missed::Lapse },
                    spread: *spread,
                    trigger: REACHES[*reach].map(heat),
                };
                self.publish(at, rule, ends_in.map(|n| at.plus_minutes(n * 24 * 60)));
            }
            Happening::Holiday { ahead, long } => {
                let days = (day + ahead..day + ahead + long).map(|d| (d, DayKind::Holiday)).collect();
                self.known.push((at, learn(&self.known, days)));
            }
            Happening::MadeUp { ahead } => {
                self.known.push((at, learn(&self.known, vec![(day + ahead, DayKind::Workday)])));
            }
            Happening::Border { object } => {
                if let Some(i) = running(&self.objects, *object) {
                    let other = if self.objects[i].place == place(1) { 2 } else { 1 };
                    let next = Object { from: day + 1, place: place(other), ..self.objects[i].clone() };
                    self.objects[i].to = day + 1;
                    self.objects.push(next);
                }
            }
            Happening::Added => {
                self.born += 1;
                self.objects.push(object(self.born, day, self.born % 2 + 1));
            }
            Happening::Ended { object } => {
                if let Some(i) = running(&self.objects, *object) {
                    self.objects[i].to = day;
                }
            }
            Happening::Heat { grid, long } => {
                let mut id = [self.triggers.len() as u8 + 1; 16];
                id[0] = 200;
                let place = place(*grid);
                self.triggers.push(Trigger {
                    at: Ref::new("500107".parse().expect("district"), Id::from_bytes(id)),
                    on: TriggerKind::Heat,
                    measure: None,
                    town: place.town,
                    village: Some(place.village),
                    grid: Some(place.grid),
                    building: None,
                    from: day,
                    to: day + long,
                    called_off: false,
                    note: String::new(),
                    started: at,
                });
            }
            Happening::Cooler { which } => {
                let mut running: Vec<_> =
                    self.triggers.iter_mut().filter(|t| t.to >= day && !t.called_off).collect();
                let n = running.len();
                if let Some(one) = running.get_mut(which % n.max(1)) {
                    (one.to, one.called_off) = (day, true);
                }
            }
            Happening::Comes { grid, cover } => self.workers.push(Worker {
                holding: format!("w{}", self.workers.len() + 1),
                grid: *grid,
                until: cover.map_or(OPEN, |days| day + days),
            }),
            Happening::Leaves { who } => {
                let mut there: Vec<_> = self.workers.iter_mut().filter(|w| w.until > day).collect();
                let n = there.len();
                if let Some(one) = there.get_mut(who % n.max(1)) {
                    one.until = day;
                }
            }
        }
    }

    /// What runs on a day.
    fn heat(&self, day: Day) -> Vec<Trigger> {
        self.triggers.iter().filter(|t| t.from <= day && day <= t.to).cloned().collect()
    }

    /// Who is there on a day, with the grid of each; the community for all of them.
    fn there(&self, day: Day) -> Vec<(String, u8)> {
        let mut all: Vec<_> =
            self.workers.iter().filter(|w| w.until > day).map(|w| (w.holding.clone(), w.grid)).collect();
        all.push((SECRETARY.to_owned(), 0));
        all
    }

    /// What was set off in a grid and comes onto its list on a day, by counting on from each start.
    fn set_off(&self, rules: &Rules, grid: u8, day: Day) -> Vec<Occurrence> {
        let mut all = Vec::new();
        let code = code("M-MS-01");
        for trigger in self.heat(day) {
            let known = |m: &&Matter| m.effective_from <= trigger.started && m.published <= trigger.started;
            let standing = self.versions.iter().filter(known).max_by_key(|m| m.version);
            let standing = standing.filter(|m| m.effective_to.is_none_or(|end| trigger.started < end));
            let Some(rule) = standing.and_then(|m| m.entry.duty.as_ref()) else { continue };
            let Some(by) = rule.trigger else { continue };
            let reached = by.reach == Reach::Village || trigger.grid == Some(place(grid).grid);
            let end = trigger.to.min(trigger.from + i64::from(by.days) - 1);
            if !reached || day > end || !rules.in_force(&code, day) {
                continue;
            }
            let mut nominal = trigger.from;
            while nominal + i64::from(rule.window) <= day {
                nominal += i64::from(rule.window);
            }
            for object in self.of_grid(grid, day) {
                let came = by.reach == Reach::Grid && object.from > object.began && object.from > nominal;
                if !came && nominal.max(object.began) == day {
                    let trigger = Some(trigger.at.id);
                    all.push(Occurrence { matter: code.clone(), object: object.at.id, nominal, trigger });
                }
            }
        }
        all.sort();
        all
    }

    fn of_grid(&self, grid: u8, day: Day) -> Vec<Object> {
        let here = |o: &&Object| o.place == place(grid) && o.from <= day && day < o.to;
        self.objects.iter().filter(here).cloned().collect()
    }

    fn rows_of(&self, objects: &[Object], day: Day) -> Vec<Touched> {
        let theirs = |row: &&Touched| row.last >= day && objects.iter().any(|o| o.at.id == row.of.object);
        self.rows.iter().filter(theirs).cloned().collect()
    }

    /// Whoever is there goes through what they see and ticks some of it: of their own grid, and what was handed to them.
    fn work(
        &mut self,
        rules: &Rules,
        grid: u8,
        day: Day,
        now: Instant,
        choices: &mut impl Iterator<Item = u8>,
    ) {
        let there = self.there(day);
        let objects = self.of_grid(grid, day);
        let triggers = self.heat(day);
        // Twice: what was handed over in the first round is taken in the second.
        for _ in 0..2 {
            let rows = self.rows_of(&objects, day);
            let dues = rules.dues(day, &triggers);
            let list = plan::list(rules, &dues, &triggers, &objects, &rows, day);
            let mut made = Vec::new();
            for it in &list {
                let (who, hers) = &there[usize::from(choices.next().unwrap_or(0)) % there.len()];
                let by = Relation {
                    of_grid: *hers == grid || who == SECRETARY,
                    helper: false,
                    keeper: it.row.is_some_and(|row| row.keeper.as_deref() == Some(who)),
                    actor: it.row.is_some_and(|row| row.actor == *who),
                };
                let to = &there[usize::from(choices.next().unwrap_or(0)) % there.len()].0;
                let tick = match choices.next().unwrap_or(0) {
                    0..=2 => continue,
                    3 => Tick::HandOver(HandOver { to: to.clone() }),
                    4 if it.state == DutyState::Handed => Tick::Take(Plain {}),
                    4 => Tick::Done(Seen::default()),
                    5 => Tick::Offer(Plain {}),
                    6 => Tick::NothingFound(Seen::default()),
                    7 => Tick::Skip(Skip { reason: SkipReason::NobodyHome, note: String::new() }),
                    8 => Tick::GiveBack(Plain {}),
                    _ if it.state.is_open() => Tick::Move(Move { to: civil_date(day + 1) }),
                    _ => Tick::Undo(Plain {}),
                };
                let view = View {
                    matter: &it.matter,
                    state: it.state,
                    row: it.row,
                    opens: it.opens,
                    last: it.last,
                    carried: it.carried,
                    today: day,
                    closed: day - 1,
                    happened: day,
                    by,
                };
                let Ok(mv) = next(&view, &tick, now) else { continue };
                let kept = it.row.and_then(|row| row.keeper.clone()).filter(|_| !mv.frees);
                made.push(Touched {
                    id: it.row.map_or_else(
                        || Id::new(now, [self.rows.len() as u8 + made.len() as u8; 10]),
                        |row| row.id,
                    ),
                    of: it.of.clone(),
                    version: it.matter.version,
                    last: mv.last,
                    place: place(grid),
                    state: mv.state,
                    before: it.state,
                    day,
                    touched: now,
                    happened: None,
                    minutes: 5,
                    late: mv.late,
                    note: String::new(),
                    reason: None,
                    case: None,
                    actor: who.clone(),
                    keeper: match tick {
                        Tick::HandOver(over) => Some(over.to),
                        _ if mv.keeps => Some(who.clone()),
                        _ => kept,
                    },
                    keeper_unit: None,
                    moved_to: mv.moved_to,
                    revision: 1,
                });
            }
            made.into_iter().for_each(|row| self.put(row));
        }
    }

    fn put(&mut self, row: Touched) {
        match self.rows.iter_mut().find(|one| one.of == row.of) {
            Some(there) => *there = row,
            None => self.rows.push(row),
        }
    }

    fn close(&mut self, rules: &Rules, grid: u8, day: Day, now: Instant) {
        let objects = self.of_grid(grid, day);
        let gone = |o: &&Object| {
            o.place == place(grid)
                && o.from < day
                && o.to == day
                && !self.objects.iter().any(|n| n.at == o.at && n.from == day && n.to > day)
        };
        let ended: Vec<Object> = self.objects.iter().filter(gone).cloned().collect();
        let went = |o: &&Object| {
            o.place == place(grid)
                && o.from < day
                && o.to == day
                && self.objects.iter().any(|n| n.at == o.at && n.from == day && n.to > day)
        };
        let left: Vec<Object> = self.objects.iter().filter(went).cloned().collect();
        let both: Vec<Object> = objects.iter().chain(&ended).chain(&left).cloned().collect();
        let rows = self.rows_of(&both, day);
        let here = |row: &&Touched| row.place == place(grid) && row.day == day;
        let counted: Vec<Touched> = self.rows.iter().filter(here).cloned().collect();
        let triggers = self.heat(day);
        let dues = rules.dues(day, &triggers);
        let made = plan::close(rules, &dues, &triggers, &objects, &ended, &left, &rows, &counted, day);
        let planned = made.sums.values().map(|one| one.planned).sum();
        self.closed.push((day, grid, made.digest, planned));
        let ended = |row: &&Touched| !row.late && (row.state.is_seen() || row.state == DutyState::Skipped);
        self.ends.extend(counted.iter().filter(ended).map(|row| (row.of.clone(), day, row.state)));
        self.ends.extend(made.passed.iter().map(|(of, _, state)| (of.clone(), day, *state)));
        made.sums.values().for_each(|one| self.sums += *one);
        for (of, matter, state) in made.passed {
            let last = if state == DutyState::Missed { OPEN } else { day };
            let there = self.rows.iter_mut().find(|row| row.of == of);
            match there {
                Some(row) if row.state.is_open() && row.state != DutyState::Missed => {
                    (row.before, row.state, row.last) = (row.state, state, last);
                }
                Some(_) => {}
                None if state == DutyState::Missed => {
                    let row = Touched {
                        id: Id::new(now, [self.rows.len() as u8; 10]),
                        of,
                        version: matter.version,
                        last,
                        place: place(grid),
                        state,
                        before: DutyState::Planned,
                        day,
                        touched: now,
                        happened: None,
                        minutes: 5,
                        late: false,
                        note: String::new(),
                        reason: None,
                        case: None,
                        actor: "clock".into(),
                        keeper: None,
                        keeper_unit: None,
                        moved_to: None,
                        revision: 1,
                    };
                    self.rows.push(row);
                }
                None => {}
            }
        }
        for row in &mut self.rows {
            if made.lapsed.contains(&row.id) && row.last == OPEN {
                (row.before, row.state, row.last) = (row.state, DutyState::Lapsed, day);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn changing_rules_holidays_borders_objects_people_and_heat_neither_double_nor_lose_a_duty(
        happenings in proptest::collection::vec(happening(), DAYS as usize),
        seed in any::<u64>(),
    ) {
        let mut city = City::new();
        let mut rules = city.rules();
        let begin = rules.start(FIRST).plus_minutes(-600);
        let weekly = DutyRule {
            object: ObjectKind::Elder,
            recurrence: Some("FREQ=WEEKLY;BYDAY=MO".into()),
            window: 5,
            on_day_off: OnDayOff::Next,
            missed: Missed::Carry,
            spread: true,
            trigger: Some(matter::Trigger { on: TriggerKind::Heat, from: None, reach: Reach::Village, days: 6 }),
        };
        city.publish(begin, weekly, None);
        rules = city.rules();
        let mut state = seed;
        let mut choices = std::iter::repeat_with(move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as u8 % 10
        });
        let mut opened: HashMap<Occurrence, usize> = HashMap::new();
        for (n, what) in happenings.iter().enumerate() {
            let day = FIRST + n as i64;
            let at = rules.start(day).plus_minutes(10 * 60);
            city.happens(what, day, at);
            if matches!(what, Happening::Rule { .. } | Happening::Holiday { .. } | Happening::MadeUp { .. }) {
                rules = city.rules();
            }
            for grid in [1, 2] {
                city.work(&rules, grid, day, at.plus_minutes(60), &mut choices);
            }
            for grid in [1, 2] {
                let heat = city.heat(day);
                let dues = rules.dues(day, &heat);
                let mut set_off = Vec::new();
                for (of, _) in plan::opening(&dues, &heat, &city.of_grid(grid, day), day) {
                    set_off.extend(of.trigger.is_some().then(|| of.clone()));
                    *opened.entry(of).or_default() += 1;
                }
                prop_assert_eq!(set_off, city.set_off(&rules, grid, day), "as counting on from each start says");
                city.close(&rules, grid, day, at.plus_minutes(15 * 60));
            }
        }
        // Nothing came twice.
        prop_assert!(opened.values().all(|n| *n == 1), "{:?}", opened.iter().find(|(_, n)| **n > 1));
        // Nothing is lost: what came was done in time, skipped, missed, fell away, or stands on a list still.
        let (last, rules) = (FIRST + DAYS - 1, city.rules());
        let heat = city.heat(last);
        let mut standing = 0;
        for grid in [1, 2] {
            let objects = city.of_grid(grid, last);
            for it in plan::each_standing(&rules.dues(last, &heat), &heat, &objects, last) {
                let row = city.rows.iter().find(|row| row.of == it);
                standing += i64::from(row.is_none_or(|row| row.state.is_open() && row.last != OPEN));
            }
        }
        for of in opened.keys() {
            let ends: Vec<_> = city.ends.iter().filter(|(one, ..)| one == of).collect();
            prop_assert!(ends.len() <= 1, "{:?} ended twice: {:?}", of, ends);
        }
        let it = city.sums;
        let ended = it.done - it.late + it.skipped + it.missed + it.fell;
        let closing = plan::ending_on(&rules.dues(last, &heat), &heat, &[city.of_grid(1, last), city.of_grid(2, last)].concat(), last);
        let still = standing - closing.iter().filter(|of| {
            city.rows.iter().find(|row| row.of == **of).is_none_or(|row| row.state.is_open() && row.last != OPEN)
        }).count() as i64;
        prop_assert_eq!(it.planned, ended + still, "{:?}", it);
        prop_assert_eq!(it.planned, opened.len() as i64);
        // What was closed with what was known then is worked out the same with all that is known now.
        for (day, grid, digest, planned) in &city.closed {
            let heat = city.heat(*day);
            let opening = plan::opening(&rules.dues(*day, &heat), &heat, &city.of_grid(*grid, *day), *day);
            prop_assert_eq!(opening.len() as i64, *planned);
            prop_assert_eq!(plan::digest(&opening), *digest);
        }
    }
}
