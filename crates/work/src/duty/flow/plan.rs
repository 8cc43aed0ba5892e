//! The list of a day and its close, worked out. Pure: the rules and the days come in, occurrences come out.
//!
//! The occurrence of a nominal day follows the version of the matter and the holidays *as they were known when that
//! day began*, for ever; where there was no entry yet, it follows the first one that came, from the day it came. What
//! is learned later counts for later days only. So a list, a close and a check years afterwards work out the same, and
//! no change can make an occurrence come twice or vanish.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use sha2::{Digest as _, Sha256};
use wangge_base::{Instant, MatterCode, civil_date};

use super::{
    super::{Day, DutyState, OPEN, Object, Occurrence, Place, Touched, Trigger},
    ceiling::{Stop, WEEK},
    missed,
    recurrence::{Recurrence, Stretch, lot, reaching, stretch},
};
use crate::{
    calendar::Calendars,
    matter::{Catalogue, DutyRule, Matter, ObjectKind, Reach},
};

/// Every rule by which something becomes a duty, laid out. Share it by `Arc`.
#[derive(Clone, Debug)]
pub struct Rules {
    entries: Vec<Ruled>,
    calendars: Arc<Calendars>,
    /// What it was made of: stamps of the catalogue and of the calendars.
    pub stamp: (i64, i64),
    through: Day,
}

#[derive(Clone, Debug)]
struct Ruled {
    code: MatterCode,
    versions: Vec<(Arc<Matter>, Option<Recurrence>)>,
}

impl Ruled {
    /// The version in force at `at`, as it was known then.
    fn at(&self, at: Instant) -> Option<&(Arc<Matter>, Option<Recurrence>)> {
        let known = |m: &Matter| m.effective_from <= at && m.published <= at;
        let standing = self.versions.iter().rev().find(|(m, _)| known(m))?;
        standing.0.effective_to.is_none_or(|end| at < end).then_some(standing)
    }

    /// The version that an occurrence follows whose nominal day begins at `at`: the one in force then, else the first
    /// that comes into force afterwards, with that moment: a new entry joins the windows that are open.
    fn governing(&self, at: Instant) -> Option<(i64, Option<Instant>)> {
        if let Some((matter, _)) = self.at(at) {
            return Some((matter.version, None));
        }
        let comes = |m: &Matter| m.effective_from.max(m.published);
        let later = self
            .versions
            .iter()
            .map(|(m, _)| (comes(m), m))
            .filter(|(when, m)| *when > at && m.effective_to.is_none_or(|end| *when < end));
        later.min_by_key(|(when, m)| (*when, -m.version)).map(|(when, m)| (m.version, Some(when)))
    }

    /// Whether an entry is in force on a day that begins and ends at these moments, be it a part of it.
    fn on(&self, start: Instant, end: Instant) -> bool {
        self.at(start).is_some() || self.at(end.plus_seconds(-1)).is_some()
    }
}

/// An occurrence for whatever object of its kind.
#[derive(Clone, Debug)]
pub struct Due {
    /// The matter, in the version that counts for it.
    pub matter: Arc<Matter>,
    /// From when to when.
    pub stretch: Stretch,
    /// What set it off, by position among the triggers given; none: its rule.
    pub trigger: Option<usize>,
    /// The day on which its entry joined the window, when that was open already.
    pub joined: Option<Day>,
    /// Days since its first opening, through the day asked for, on which the matter is not in force: what is open
    /// then falls away, what would open then never is.
    pub dark: Vec<Day>,
}

/// One occurrence on a list.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    /// At what.
    pub object: &'a Object,
    /// Of which matter, in the version that counts for it.
    pub matter: Arc<Matter>,
    /// Its identity.
    pub of: Occurrence,
    /// The day on which it opened.
    pub opens: Day,
    /// The last day on which it may be done.
    pub last: Day,
    /// Where it stands.
    pub state: DutyState,
    /// Its row, once touched.
    pub row: Option<&'a Touched>,
    /// Whether it was missed and carries over.
    pub carried: bool,
    /// What set it off.
    pub trigger: Option<usize>,
}

/// What a day brought for one matter in one grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sums {
    /// Came onto the list.
    pub planned: i64,
    /// Was done, late ones and "nothing found" included.
    pub done: i64,
    /// Of these: nothing was found.
    pub nothing_found: i64,
    /// Of these: became a case.
    pub found: i64,
    /// Of these: after its days were over; it was counted as missed before.
    pub late: i64,
    /// Was skipped with a reason, before its days were over.
    pub skipped: i64,
    /// Its last day went by.
    pub missed: i64,
    /// Fell away because the object or the entry ended, or the trigger was called off.
    pub fell: i64,
    /// Minutes of what was done, as estimated.
    pub minutes: i64,
}

impl std::ops::AddAssign for Sums {
    fn add_assign(&mut self, by: Self) {
        self.planned += by.planned;
        self.done += by.done;
        self.nothing_found += by.nothing_found;
        self.found += by.found;
        self.late += by.late;
        self.skipped += by.skipped;
        self.missed += by.missed;
        self.fell += by.fell;
        self.minutes += by.minutes;
    }
}

/// What the close of a grid and day writes.
#[derive(Clone, Debug, Default)]
pub struct Closing {
    /// By matter.
    pub sums: BTreeMap<MatterCode, Sums>,
    /// SHA-256 over the occurrences that came onto the list, in order.
    pub digest: [u8; 32],
    /// What was missed or fell away, with the version of its matter: `missed` ones get a row and carry over, for
    /// `lapsed` ones only a row that is there has to say so.
    pub passed: Vec<(Occurrence, Arc<Matter>, DutyState)>,
    /// Rows that nobody has to mind any more.
    pub lapsed: Vec<wangge_base::Id<super::super::Duty>>,
}

impl Rules {
    /// Lays out every rule of a catalogue through the day `through`. A stored rule that cannot be read is passed
    /// over with a word in the log: the other duties go on.
    pub fn of(catalogue: &Catalogue, calendars: Arc<Calendars>, through: Day) -> Self {
        let mut entries = Vec::new();
        for code in catalogue.codes() {
            let versions = catalogue.versions(code);
            if versions.iter().all(|m| m.duty.is_none()) {
                continue;
            }
            let laid = |m: &Arc<Matter>| {
                let text = m.duty.as_ref()?.recurrence.as_deref()?;
                Recurrence::compile(text, through)
                    .inspect_err(|no| tracing::error!(matter = %m.code, version = m.version, why = %no.en, "a stored rule cannot be read"))
                    .ok()
            };
            let versions = versions.iter().map(|m| (m.clone(), laid(m))).collect();
            entries.push(Ruled { code: code.clone(), versions });
        }
        let stamp = (catalogue.stamp, calendars.stamp);
        Self { entries, calendars, stamp, through }
    }

    /// The last day that is laid out.
    pub const fn through(&self) -> Day {
        self.through
    }

    /// The first moment of a day.
    pub fn start(&self, day: Day) -> Instant {
        self.calendars.get(None).start_of(civil_date(day))
    }

    /// The day at a moment.
    pub fn day(&self, at: Instant) -> Day {
        wangge_base::days_since_epoch(self.calendars.get(None).date(at))
    }

    /// A version of a matter that has ever been a duty.
    pub fn version(&self, code: &MatterCode, version: i64) -> Option<&Arc<Matter>> {
        let versions = &self.entries.iter().find(|e| e.code == *code)?.versions;
        versions.iter().map(|(m, _)| m).find(|m| m.version == version)
    }

    /// Whether a matter is in force on a day, as was known when it began.
    pub fn in_force(&self, code: &MatterCode, day: Day) -> bool {
        let (start, end) = (self.start(day), self.start(day + 1));
        self.entries.iter().any(|e| e.code == *code && e.on(start, end))
    }

    /// Kinds of objects that any rule in force on `day` is about.
    pub fn kinds(&self, day: Day) -> HashSet<ObjectKind> {
        let at = self.start(day + 1).plus_seconds(-1);
        self.entries.iter().filter_map(|e| Some(e.at(at)?.0.duty.as_ref()?.object)).collect()
    }

    /// Every occurrence that can stand on the list of `day`, whatever the object: from rules, and from `triggers`.
    pub fn dues(&self, day: Day, triggers: &[Trigger]) -> Vec<Due> {
        let mut all = Vec::new();
        for entry in &self.entries {
            let ends = entry.versions.iter().any(|(m, _)| m.effective_to.is_some());
            let due = |matter: &Arc<Matter>, stretch: Stretch, trigger, joined| {
                let from = if ends { stretch.openings.first().copied().unwrap_or(day) } else { day + 1 };
                let dark = (from..=day).filter(|d| !entry.on(self.start(*d), self.start(d + 1))).collect();
                Due { matter: matter.clone(), stretch, trigger, joined, dark }
            };
            for (matter, days) in &entry.versions {
                let (Some(rule), Some(days)) = (&matter.duty, days) else { continue };
                let range = reaching(rule, day);
                for nominal in days.within(*range.start(), *range.end()) {
                    let began = self.start(nominal);
                    let governing = entry.governing(began).filter(|(version, _)| *version == matter.version);
                    let Some((_, joined)) = governing else { continue };
                    let holidays = self.calendars.known_at(began);
                    let workday = |d: Day| holidays.is_workday(civil_date(d));
                    let Some(it) = stretch(rule, days, &workday, nominal) else { continue };
                    if it.last >= day && it.openings.first().is_some_and(|first| *first <= day) {
                        all.push(due(matter, it, None, joined.map(|at| self.day(at))));
                    }
                }
            }
            for (at, trigger) in triggers.iter().enumerate() {
                let Some((matter, _)) = entry.at(trigger.started) else { continue };
                if let Some(it) = set_off(matter, trigger, day) {
                    all.push(due(matter, it, Some(at), None));
                }
            }
        }
        all
    }
}

/// The occurrence of a triggered matter that stands on `day`: one every `window` days, until the trigger ends.
fn set_off(matter: &Matter, trigger: &Trigger, day: Day) -> Option<Stretch> {
    let rule = matter.duty.as_ref()?;
    let by = rule.trigger.filter(|by| by.on == trigger.on)?;
    if by.from.is_some_and(|from| trigger.measure.is_none_or(|measure| measure < from)) {
        return None;
    }
    let end = trigger.to.min(trigger.from + i64::from(by.days.max(1)) - 1);
    if !(trigger.from..=end).contains(&day) {
        return None;
    }
    let window = i64::from(rule.window.max(1));
    let nominal = trigger.from + (day - trigger.from) / window * window;
    Some(Stretch { nominal, openings: vec![nominal], last: (nominal + window - 1).min(end) })
}

/// Whether a trigger reaches an object.
fn reaches(rule: &DutyRule, trigger: &Trigger, object: &Object) -> bool {
    let reach = rule.trigger.map_or(Reach::Grid, |by| by.reach);
    let same = |place: Option<&wangge_base::UnitCode>, here: &wangge_base::UnitCode| place == Some(here);
    match reach {
        Reach::Building => trigger.building.is_some() && trigger.building == object.building,
        Reach::Grid => same(trigger.grid.as_ref(), &object.place.grid),
        Reach::Village => same(trigger.village.as_ref(), &object.place.village),
        Reach::Town => trigger.town == object.place.town,
    }
}

/// Whether it was set off in one grid, and ends where that does.
fn is_of_grid(due: &Due) -> bool {
    let by = due.matter.duty.as_ref().and_then(|rule| rule.trigger);
    due.trigger.is_some() && by.is_none_or(|by| by.reach == Reach::Grid)
}

/// One occurrence for one object.
struct One<'a> {
    due: &'a Due,
    of: Occurrence,
    opens: Day,
    last: Day,
}

impl One<'_> {
    fn in_force(&self, day: Day) -> bool {
        !self.due.dark.contains(&day)
    }
}

/// Every occurrence for these objects on `day`, each once.
fn each<'a>(dues: &'a [Due], triggers: &[Trigger], objects: &[Object], day: Day) -> Vec<One<'a>> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for object in objects {
        let lot = lot(object.at.id.bytes());
        for due in dues {
            let Some(rule) = due.matter.duty.as_ref().filter(|rule| rule.object == object.kind) else {
                continue;
            };
            let trigger = due.trigger.and_then(|at| triggers.get(at));
            if trigger.is_some_and(|trigger| !reaches(rule, trigger, object)) {
                continue;
            }
            // What was set off in one grid meets what comes into it from elsewhere at its next turn: coming back, nothing
            // comes twice.
            if is_of_grid(due) && object.from > object.began && object.from > due.stretch.nominal {
                continue;
            }
            let opens = due.stretch.opens(lot).max(object.began).max(due.joined.unwrap_or(0));
            let of = Occurrence {
                matter: due.matter.code.clone(),
                object: object.at.id,
                nominal: due.stretch.nominal,
                trigger: trigger.map(|trigger| trigger.at.id),
            };
            let fell = due.dark.iter().any(|d| (opens..day).contains(d));
            if opens <= day && day <= due.stretch.last && !fell && seen.insert(of.clone()) {
                all.push(One { due, of, opens, last: due.stretch.last });
            }
        }
    }
    all
}

/// The list of `day` for these objects: what stands, where it stands, and what carries over. `rows` are the touched
/// occurrences of the objects that still concern a list.
pub fn list<'a>(
    rules: &Rules,
    dues: &[Due],
    triggers: &[Trigger],
    objects: &'a [Object],
    rows: &'a [Touched],
    day: Day,
) -> Vec<Listed<'a>> {
    let mut touched: HashMap<&Occurrence, &Touched> = rows.iter().map(|row| (&row.of, row)).collect();
    let by_id: HashMap<_, &Object> = objects.iter().map(|o| (o.at.id, o)).collect();
    let standing = each(dues, triggers, objects, day);
    let newest: HashMap<_, Day> = standing.iter().fold(HashMap::new(), |mut newest, it| {
        let of = newest.entry((it.of.matter.clone(), it.of.object)).or_insert(it.of.nominal);
        *of = (*of).max(it.of.nominal);
        newest
    });
    let mut all = Vec::new();
    for it in &standing {
        let row = touched.remove(&it.of);
        let state = row.map_or(DutyState::Planned, |row| row.state);
        let shown = match state {
            DutyState::Moved => row.and_then(|row| row.moved_to).is_none_or(|to| to <= day),
            state if state.is_open() => true,
            DutyState::Lapsed => false,
            _ => row.is_some_and(|row| row.day == day),
        };
        if shown && (it.in_force(day) || !state.is_open()) {
            all.push(Listed {
                object: by_id[&it.of.object],
                matter: it.due.matter.clone(),
                of: it.of.clone(),
                opens: it.opens,
                last: it.last,
                state,
                row,
                carried: row.is_some_and(|row| row.last == OPEN),
                trigger: it.due.trigger,
            });
        }
    }
    for row in rows.iter().filter(|row| touched.contains_key(&row.of)) {
        let (Some(object), Some(matter)) =
            (by_id.get(&row.of.object), rules.version(&row.of.matter, row.version))
        else {
            continue;
        };
        let carried = row.last == OPEN && row.state.is_open();
        let superseded =
            newest.get(&(row.of.matter.clone(), row.of.object)).is_some_and(|n| *n > row.of.nominal);
        let settled = !row.state.is_open() && row.state != DutyState::Lapsed && row.day == day;
        if settled || carried && !superseded && rules.in_force(&row.of.matter, day) {
            all.push(Listed {
                object,
                matter: matter.clone(),
                of: row.of.clone(),
                opens: row.of.nominal,
                last: if carried { day - 1 } else { row.last },
                state: row.state,
                row: Some(row),
                carried,
                trigger: None,
            });
        }
    }
    all.sort_by(|a, b| a.of.cmp(&b.of));
    all
}

/// The occurrences that come onto the list on `day` for these objects, in order.
pub fn opening(
    dues: &[Due],
    triggers: &[Trigger],
    objects: &[Object],
    day: Day,
) -> Vec<(Occurrence, Arc<Matter>)> {
    let all = each(dues, triggers, objects, day);
    let mut opening: Vec<_> = all
        .into_iter()
        .filter(|it| it.opens == day && it.in_force(day))
        .map(|it| (it.of, it.due.matter.clone()))
        .collect();
    opening.sort_by(|a, b| a.0.cmp(&b.0));
    opening
}

/// What is open on `day` or comes onto the list in the six days after it for these objects, each stop once: what the
/// ceiling of a week is asked for.
pub fn ahead(
    rules: &Rules,
    triggers: &[Trigger],
    objects: &[Object],
    rows: &[Touched],
    day: Day,
) -> Vec<Stop> {
    let today = list(rules, &rules.dues(day, triggers), triggers, objects, rows, day);
    let stop =
        |of: &Occurrence, matter: &Arc<Matter>, last| Stop { of: of.clone(), matter: matter.clone(), last };
    let open = today.iter().filter(|it| it.state.is_open());
    let mut all: Vec<Stop> = open.map(|it| stop(&it.of, &it.matter, it.last)).collect();
    let week = day + 1..day + WEEK;
    let moved = rows
        .iter()
        .filter(|row| row.state == DutyState::Moved && row.moved_to.is_some_and(|to| week.contains(&to)));
    all.extend(moved.filter_map(|row| {
        let matter = rules.version(&row.of.matter, row.version)?;
        Some(stop(&row.of, matter, row.last))
    }));
    let touched: HashSet<&Occurrence> = rows.iter().map(|row| &row.of).collect();
    for day in week {
        let dues = rules.dues(day, triggers);
        let gone: HashSet<_> = objects.iter().filter(|o| o.to <= day).map(|o| o.at.id).collect();
        let opens = each(&dues, triggers, objects, day).into_iter().filter(|it| {
            it.opens == day && it.in_force(day) && !touched.contains(&it.of) && !gone.contains(&it.of.object)
        });
        all.extend(opens.map(|it| stop(&it.of, &it.due.matter, it.last)));
    }
    all
}

/// SHA-256 over occurrences, in order: what a close keeps of what it counted.
pub fn digest(opening: &[(Occurrence, Arc<Matter>)]) -> [u8; 32] {
    let mut sha = Sha256::new();
    for (of, matter) in opening {
        let by = of.trigger.map(|id| id.to_string()).unwrap_or_default();
        sha.update(format!("{}/{}/{}/{}/{by}\n", of.matter, matter.version, of.object, of.nominal));
    }
    sha.finalize().into()
}

/// Closes `day` for a grid. `objects` lay in it on that day, `ended` were in it until the day before and nowhere
/// since, `left` lie in another grid since; `rows` are the touched occurrences of both; `counted` those that count for the day in this grid.
#[expect(clippy::too_many_arguments, reason = "the facts of a day, each once")]
pub fn close(
    rules: &Rules,
    dues: &[Due],
    triggers: &[Trigger],
    objects: &[Object],
    ended: &[Object],
    left: &[Object],
    rows: &[Touched],
    counted: &[Touched],
    day: Day,
) -> Closing {
    let mut made = Closing::default();
    let touched: HashMap<&Occurrence, &Touched> = rows.iter().map(|row| (&row.of, row)).collect();
    // Settled by the end of the day: what was done later, offline or not, counts for the day it came in.
    let settled = |of: &Occurrence| touched.get(of).is_some_and(|row| !row.state.is_open() && row.day <= day);
    let opening = opening(dues, triggers, objects, day);
    for (of, _) in &opening {
        made.sums.entry(of.matter.clone()).or_default().planned += 1;
    }
    made.digest = digest(&opening);
    for row in counted {
        let sums = made.sums.entry(row.of.matter.clone()).or_default();
        sums.done += i64::from(row.state.is_seen());
        sums.nothing_found += i64::from(row.state == DutyState::NothingFound);
        sums.found += i64::from(row.state == DutyState::Found);
        sums.late += i64::from(row.state.is_seen() && row.late);
        sums.skipped += i64::from(row.state == DutyState::Skipped && !row.late);
        sums.minutes += if row.state.is_seen() { row.minutes } else { 0 };
    }
    let standing = each(dues, triggers, objects, day);
    let mut newest: HashMap<(&MatterCode, _), Day> = HashMap::new();
    for it in &standing {
        let of = newest.entry((&it.of.matter, it.of.object)).or_insert(it.of.nominal);
        *of = (*of).max(it.of.nominal);
        let Some(rule) = &it.due.matter.duty else { continue };
        if settled(&it.of) {
            continue;
        }
        if !it.in_force(day) {
            // It falls away on the first day without its entry; what would only have opened then never is.
            if it.opens < day {
                made.sums.entry(it.of.matter.clone()).or_default().fell += 1;
                made.passed.push((it.of.clone(), it.due.matter.clone(), DutyState::Lapsed));
            }
            continue;
        }
        if it.last == day {
            let off =
                it.due.trigger.and_then(|at| triggers.get(at)).is_some_and(|t| t.called_off && t.to == day);
            let sums = made.sums.entry(it.of.matter.clone()).or_default();
            if off {
                sums.fell += 1;
                made.passed.push((it.of.clone(), it.due.matter.clone(), DutyState::Lapsed));
            } else {
                sums.missed += 1;
                made.passed.push((it.of.clone(), it.due.matter.clone(), missed(rule.missed)));
            }
        }
    }
    // What stood at an object that is gone today, and had opened before; at one that lies elsewhere now what was set
    // off in this grid alone.
    let left = each(dues, triggers, left, day).into_iter().filter(|it| is_of_grid(it.due));
    for it in each(dues, triggers, ended, day).into_iter().chain(left) {
        if it.opens < day && !settled(&it.of) {
            made.sums.entry(it.of.matter.clone()).or_default().fell += 1;
            made.passed.push((it.of.clone(), it.due.matter.clone(), DutyState::Lapsed));
        }
    }
    let gone: HashSet<_> = ended.iter().map(|o| o.at.id).collect();
    for row in rows.iter().filter(|row| row.last == OPEN && row.state.is_open()) {
        let later = newest.get(&(&row.of.matter, row.of.object)).is_some_and(|n| *n > row.of.nominal);
        if later || gone.contains(&row.of.object) || !rules.in_force(&row.of.matter, day) {
            made.lapsed.push(row.id);
        }
    }
    made
}

/// Where the objects of a period lie now, if they have a point and the ground moved: the place it ought to be in.
pub fn moved(object: &Object, found: &Place) -> bool {
    object.place.grid != found.grid
        || object.place.village != found.village
        || object.place.town != found.town
        || object.place.area != found.area
}

/// The occurrences that stand for these objects on `day`, whatever became of them.
#[cfg(test)]
pub(super) fn each_standing(
    dues: &[Due],
    triggers: &[Trigger],
    objects: &[Object],
    day: Day,
) -> Vec<Occurrence> {
    each(dues, triggers, objects, day).into_iter().filter(|it| it.in_force(day)).map(|it| it.of).collect()
}

/// Those of them whose last day it is.
#[cfg(test)]
pub(super) fn ending_on(dues: &[Due], triggers: &[Trigger], objects: &[Object], day: Day) -> Vec<Occurrence> {
    let all = each(dues, triggers, objects, day).into_iter();
    all.filter(|it| it.in_force(day) && it.last == day).map(|it| it.of).collect()
}
