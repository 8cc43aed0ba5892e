//! Many cases at once, straight into the tables: what years of work leave behind. Each has one step whose
//! hash is right, so that `wangge verify` finds the chains whole.

use wangge_base::{Actor, Board, Channel, Colour, Coord, District, Id, Instant, Level, Ref, Seat, UnitCode};
use wangge_realm::{access::Compartment, unit::Units};
use wangge_server::trouble::{Doing, Outcome};
use wangge_store::{Value, chain};
use wangge_work::{
    case::{Case, Outcome as Ending, Place, State, sql},
    deadline::{Clock, Deadline, Stage},
    number, step,
};

use crate::city::MATTERS;

/// Share of cases that are open, in percent.
const OPEN: u64 = 10;
/// The time over which they came in, in minutes: two years.
const SPAN: i64 = 2 * 365 * 24 * 60;

struct Grid {
    code: UnitCode,
    village: UnitCode,
    town: UnitCode,
    area: UnitCode,
    at: Option<Coord>,
}

/// Rows of `case_file` and of `step`, district by district in the order of their ids.
pub struct Cases {
    grids: Vec<(District, Vec<Grid>)>,
    counts: Vec<usize>,
    edition: i64,
    now: Instant,
    district: usize,
    done: usize,
    random: Random,
}

/// A small generator with a seed: the same city every time.
pub struct Random(u64);

impl Random {
    /// From a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }
    /// The next number (SplitMix64).
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// One below `n`.
    pub const fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { (self.next() % n as u64) as usize }
    }
    /// Bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut out = [0; N];
        for chunk in out.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes()[..chunk.len()]);
        }
        out
    }
}

impl Cases {
    /// `count` cases spread over the grids of the city, each grid alike.
    pub fn new(units: &Units, count: usize, now: Instant) -> Self {
        let mut grids: Vec<(District, Vec<Grid>)> = Vec::new();
        for unit in units.all().filter(|u| u.level() == Level::Grid) {
            let code = unit.code();
            let Some(home) = units.home(&code) else { continue };
            let grid = Grid { code, village: home.village, town: home.town, area: home.area, at: unit.at() };
            match grids.iter_mut().find(|(d, _)| *d == home.district) {
                Some((_, all)) => all.push(grid),
                None => grids.push((home.district, vec![grid])),
            }
        }
        grids.sort_by(|a, b| a.0.cmp(&b.0));
        let all: usize = grids.iter().map(|(_, g)| g.len()).sum();
        let mut counts: Vec<usize> = grids.iter().map(|(_, g)| count * g.len() / all.max(1)).collect();
        let rest = count - counts.iter().sum::<usize>();
        if let Some(last) = counts.last_mut() {
            *last += rest;
        }
        Self { grids, counts, edition: units.edition(), now, district: 0, done: 0, random: Random::new(7) }
    }

    fn case(&mut self) -> Outcome<Option<Case>> {
        while self.counts.get(self.district).is_some_and(|n| self.done >= *n) {
            self.district += 1;
            self.done = 0;
        }
        let Some((district, grids)) = self.grids.get(self.district) else { return Ok(None) };
        let grid = &grids[self.random.below(grids.len())];
        let share = SPAN * self.done as i64 / self.counts[self.district].max(1) as i64;
        let created = self.now.plus_minutes(share - SPAN - 60);
        self.done += 1;
        let open = self.random.next() % 100 < OPEN;
        let seat = Seat { unit: grid.town.clone(), post: None };
        let due = self.now.plus_minutes(24 * 60 + (self.random.next() % (60 * 24 * 60)) as i64);
        let clock = Deadline {
            clock: Clock::Dispatch,
            of: None,
            seat: seat.clone(),
            from: created,
            due,
            remind: None,
            stage: Stage::Armed,
            provisional: false,
            limit: None,
        };
        let matter = MATTERS[self.random.below(MATTERS.len())];
        let board = if matter.starts_with("M-PF") { Board::Safety } else { Board::Livelihood };
        let matter = matter.parse().doing("reading a matter")?;
        let day = created.timestamp().to_string().get(..10).unwrap_or_default().replace('-', "");
        Ok(Some(Case {
            at: Ref::new(district.clone(), Id::new(created, self.random.bytes())),
            number: number::number(&day, self.random.bytes()),
            version: 1,
            state: if open { State::Verified } else { State::Closed },
            before: None,
            level: Level::Town,
            climbed: Level::Town,
            colour: Colour::Blue,
            channel: Channel::Desk,
            place: Place {
                point: grid.at,
                words: "路口北侧20米,近公交站".to_owned(),
                edition: self.edition,
                area: grid.area.clone(),
                town: grid.town.clone(),
                village: grid.village.clone(),
                grid: grid.code.clone(),
            },
            board,
            matter: Some((matter, 1)),
            compartment: Compartment::Open,
            text: "路边垃圾桶满溢,垃圾散落人行道,影响通行,请尽快清理".to_owned(),
            reporter: None,
            named: false,
            seat,
            handler: None,
            hands: Vec::new(),
            binding: false,
            returns: 0,
            reworks: 0,
            reopens: 0,
            supervised: false,
            clocks: if open { vec![clock] } else { Vec::new() },
            merged_into: None,
            joined_to: None,
            told: 0,
            guests: 0,
            parent: None,
            open_parts: 0,
            supporters: 0,
            origin: None,
            outcome: (!open).then_some(Ending::OnSpot),
            satisfied: None,
            suspended_at: None,
            created,
            updated: created,
            closed: (!open).then_some(created),
            head: [0; 32],
        }))
    }

    /// The next case and its step as rows of their inserts; `None` after the last.
    pub fn next(&mut self) -> Outcome<Option<[Vec<Value>; 2]>> {
        let Some(mut case) = self.case()? else { return Ok(None) };
        let (head, row) = first_step(&case, self.random.bytes());
        case.head = head;
        Ok(Some([sql::insert(&case, None, false).doing("making a row")?, row]))
    }
}

/// The first step of a case: its hash, and its row.
pub fn first_step(case: &Case, salt: [u8; 16]) -> ([u8; 32], Vec<Value>) {
    let subject = case.at.id.to_string();
    let actor = step::actor_word(&Actor::Device("import".to_owned()));
    let payload = format!("{{\"text\":\"{}\",\"number\":\"{}\"}}", case.text, case.number);
    let entry = chain::Entry {
        district: case.at.district.as_str(),
        subject: &subject,
        n: 1,
        at: case.created,
        happened: None,
        actor: &actor,
        kind: "report",
        state: case.state.word(),
        version: 1,
        payload: &payload,
    };
    let link = chain::append(None, &entry, &salt);
    let row = vec![
        (&case.at.district).into(),
        subject.as_str().into(),
        1_i64.into(),
        case.created.into(),
        Value::Null,
        actor.as_str().into(),
        "导入".into(),
        Value::Null,
        "report".into(),
        case.state.word().into(),
        payload.as_str().into(),
        salt.into(),
        link.digest.into(),
        link.hash.into(),
    ];
    (link.hash, row)
}
