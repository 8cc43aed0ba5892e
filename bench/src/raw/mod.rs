//! The raw engine: the statements of the system with the rows of real cases, prepared once, in process,
//! over the driver alone. Nobody checks a session, decides anything, hashes or reads a body.

pub mod pg;
pub mod sqlite;

use std::{collections::HashMap, sync::Arc};

use wangge_base::{Id, Instant, Ref};
use wangge_server::trouble::{Doing, Outcome, Trouble};
use wangge_store::{Db, Value};
use wangge_work::case::{Case, sql, verbs};

use crate::{
    bulk::{Random, first_step},
    city::Person,
    http::Op,
};

/// What came of a raw measurement.
#[derive(Clone, Copy, Debug, Default)]
pub struct RawSample {
    /// Operations done.
    pub ops: u64,
    /// Seconds.
    pub seconds: f64,
}

impl RawSample {
    /// Per second.
    pub fn rate(&self) -> f64 {
        self.ops as f64 / self.seconds.max(1e-9)
    }
}

/// The texts by their names.
pub struct Texts(HashMap<&'static str, &'static str>);

impl Texts {
    /// All statements of the house.
    pub fn new() -> Self {
        let mut all: HashMap<_, _> =
            wangge_store::statements().into_iter().map(|(s, _)| (s.name, s.sql)).collect();
        all.extend(wangge_realm::statements().into_iter().map(|s| (s.name, s.sql)));
        all.extend(wangge_work::statements().into_iter().map(|s| (s.name, s.sql)));
        Self(all)
    }
    /// One of them.
    pub fn get(&self, name: &str) -> Outcome<&'static str> {
        self.0.get(name).copied().ok_or_else(|| Trouble::new(format!("there is no statement {name}")))
    }
}

/// Names of the statements that an operation may need, to be prepared.
pub const NAMES: &[&str] = &[
    "idem.find",
    "idem.insert",
    "outbox.head",
    "outbox.insert",
    "step.insert",
    "step.timeline",
    "case.insert",
    "case.load",
    "case.calls",
    "case.requests",
    "case.open_parts",
    "case.links",
    "case.parts",
    "case.merged",
    "case.save",
    "notice.add",
];

/// A statement by its name, with its values.
pub type Call = (&'static str, Vec<Value>);

/// Cases to work on, and the lists of the people.
pub struct Stock {
    /// Open cases.
    pub cases: Vec<Case>,
    /// Lists: text and values.
    pub lists: Vec<(String, Vec<Value>)>,
}

impl Stock {
    /// Loads open cases of everybody.
    pub async fn load(db: &Db, people: &[Person]) -> Outcome<Arc<Self>> {
        let mut refs: Vec<Ref<Case>> = Vec::new();
        for person in people {
            let cases = person.cases.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            refs.extend(cases.iter().rev().take(16).filter_map(|at| at.parse().ok()));
        }
        let cases = db
            .read(move |r| {
                refs.iter().map(|at| Ok(verbs::load(r, at)?.case)).collect::<wangge_store::Result<Vec<_>>>()
            })
            .await
            .doing("loading cases for the raw engine")?;
        Ok(Arc::new(Self { cases, lists: people.iter().map(Person::list).collect() }))
    }
}

/// What one connection of the raw engine works through.
pub struct Worker {
    stock: Arc<Stock>,
    /// Its own cases, so that no two connections guard the same version.
    own: Vec<Case>,
    turn: usize,
    random: Random,
    /// Rows of creates, made once; only the ids change.
    creates: Vec<Vec<Call>>,
    /// Which value of the row of a case is its number.
    number: usize,
}

fn event(case: &Case, kind: &str, behind: i64, now: Instant) -> Call {
    let place = &case.place;
    let scope = format!("[\"{}\",\"{}\",\"{}\",\"{}\"]", place.area, place.town, place.village, place.grid);
    let data = format!(
        "{{\"version\":{},\"state\":\"{}\",\"compartment\":\"open\"}}",
        case.version,
        case.state.word()
    );
    let values = vec![
        (&case.at.district).into(),
        behind.into(),
        now.into(),
        kind.into(),
        case.at.to_string().into(),
        scope.into(),
        data.into(),
    ];
    ("outbox.insert", values)
}

fn idem(case: &Case, key: &str, now: Instant, random: &mut Random) -> Call {
    let answer = format!(
        "{{\"ref\":\"{}\",\"number\":\"{}\",\"version\":{},\"state\":\"{}\"}}",
        case.at,
        case.number,
        case.version,
        case.state.word()
    );
    let digest: [u8; 32] = random.bytes();
    ("idem.insert", vec![(&case.at.district).into(), key.into(), digest.into(), answer.into(), now.into()])
}

impl Worker {
    /// Worker `at` of `all`.
    pub fn new(stock: &Arc<Stock>, at: usize, all: usize, now: Instant) -> Outcome<Self> {
        let mut random = Random::new(now.micros() as u64 ^ (at as u64) << 48);
        let own: Vec<Case> = stock.cases.iter().skip(at).step_by(all).cloned().collect();
        let creates = own.iter().map(|case| create(case, now, &mut random)).collect::<Outcome<_>>()?;
        let number = column(sql::INSERT.sql, "number")?;
        Ok(Self { stock: stock.clone(), own, turn: at, random, creates, number })
    }

    /// The next create: the first statement, and the rest.
    pub fn create(&mut self) -> (Call, &[Call]) {
        self.turn += 1;
        let at = self.turn % self.creates.len().max(1);
        let calls = &mut self.creates[at];
        let id = hex(self.random.bytes::<16>());
        let number = format!("20261123-{}", &id[..12]);
        let key = format!("raw-{id}");
        let district = match calls.first().and_then(|c| c.1.first()) {
            Some(Value::Text(d)) => d.clone(),
            _ => String::new(),
        };
        for (name, values) in calls.iter_mut() {
            match *name {
                "case.insert" => {
                    values[1] = id.as_str().into();
                    values[self.number] = number.as_str().into();
                }
                "step.insert" => values[1] = id.as_str().into(),
                "idem.insert" => values[1] = key.as_str().into(),
                "outbox.insert" => values[4] = format!("{district}.{id}").into(),
                _ => {}
            }
        }
        (("idem.find", vec![district.into(), key.into()]), calls)
    }

    /// The next act: look for the key and read the case, the guarded write, the rest.
    pub fn act(&mut self, now: Instant) -> Outcome<(Vec<Call>, Call, Vec<Call>)> {
        self.turn += 1;
        let at = self.turn % self.own.len().max(1);
        let key = format!("raw-{}", hex(self.random.bytes::<16>()));
        let salt = self.random.bytes();
        let case = &mut self.own[at];
        let before = case.version;
        case.version += 1;
        case.updated = now;
        let (_, mut row) = first_step(case, salt);
        row[2] = case.version.into();
        row[8] = "urge".into();
        let mut reads = reads(case);
        reads.push(("idem.find", vec![(&case.at.district).into(), key.as_str().into()]));
        let save = ("case.save", sql::save(case, before).doing("making a row")?);
        let id: Id<Case> = Id::new(now, self.random.bytes());
        let notice = vec![
            (&case.at.district).into(),
            id.into(),
            (&case.seat.unit).into(),
            case.seat.post.as_ref().into(),
            Value::Null,
            "case".into(),
            "blue".into(),
            case.at.to_string().into(),
            "催办:请尽快处理".into(),
            "You are urged: please see to it".into(),
            0_i64.into(),
            0_i64.into(),
            now.into(),
            now.into(),
            now.into(),
            Value::Null,
        ];
        let rest = vec![
            ("step.insert", row),
            ("notice.add", notice),
            idem(case, &key, now, &mut self.random),
            ("outbox.head", vec![(&case.at.district).into(), 2_i64.into()]),
            event(case, "notice.sent", 1, now),
            event(case, "case.step", 0, now),
        ];
        Ok((reads, save, rest))
    }

    /// The next list.
    pub fn list(&mut self) -> (&str, &[Value]) {
        self.turn += 1;
        let (text, values) = &self.stock.lists[self.turn % self.stock.lists.len()];
        (text, values)
    }

    /// The next case with its timeline.
    pub fn sheet(&mut self) -> Vec<Call> {
        self.turn += 1;
        let case = &self.stock.cases[self.turn % self.stock.cases.len().max(1)];
        let key = || vec![(&case.at.district).into(), case.at.id.into()];
        let mut timeline = key();
        timeline.extend([0_i64.into(), 400_i64.into()]);
        let mut calls = reads(case);
        calls.extend([("case.parts", key()), ("case.merged", key()), ("step.timeline", timeline)]);
        calls
    }
}

fn create(case: &Case, now: Instant, random: &mut Random) -> Outcome<Vec<Call>> {
    let mut case = case.clone();
    case.version = 1;
    case.created = now;
    case.updated = now;
    let (head, row) = first_step(&case, random.bytes());
    case.head = head;
    Ok(vec![
        ("step.insert", row),
        ("case.insert", sql::insert(&case, None, false).doing("making a row")?),
        idem(&case, "", now, random),
        ("outbox.head", vec![(&case.at.district).into(), 1_i64.into()]),
        event(&case, "case.step", 0, now),
    ])
}

fn reads(case: &Case) -> Vec<Call> {
    ["case.load", "case.calls", "case.requests", "case.open_parts", "case.links"]
        .map(|name| (name, vec![(&case.at.district).into(), case.at.id.into()]))
        .into()
}

/// Where `name` stands among the columns of an INSERT.
fn column(insert: &str, name: &str) -> Outcome<usize> {
    let columns =
        insert.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(columns, _)| columns);
    columns
        .and_then(|columns| columns.split(',').position(|column| column.trim() == name))
        .ok_or_else(|| Trouble::new(format!("no column {name} is inserted")))
}

fn hex(bytes: [u8; 16]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Whether an operation writes.
pub const fn writes(op: Op) -> bool {
    matches!(op, Op::Create | Op::Act)
}
