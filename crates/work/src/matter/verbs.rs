//! Loading the catalogue, publishing into it, and reading an entry from a row of a table.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use wangge_base::{FieldError, Instant, Level, Limit, MatterCode, Refusal, WorkCalendar};
use wangge_store::{Error, Read, Result, Tx};

use super::{
    Catalogue, DutyRule, Entry, Evidence, Limits, Matter, MatterKind, Missed, National, ObjectKind, OnDayOff,
    Privacy, Questions, Reach, Tier, Trigger, TriggerKind, Urgency, sql,
};
use crate::duty::flow::check;

/// Reads the whole catalogue.
pub fn load(read: &mut Read) -> Result<Catalogue> {
    let stamp = stamp(read)?;
    Ok(Catalogue::new(read.query(&sql::ALL, &[], sql::matter)?, stamp))
}

/// A number that changes with every publication: compare it with [`Catalogue::stamp`].
pub fn stamp(read: &mut Read) -> Result<i64> {
    read.one(&sql::STAMP, &[], |row| row.int(0))
}

/// What a publication did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Codes that got a new version, with its number.
    pub new: Vec<(MatterCode, i64)>,
    /// How many entries said nothing new.
    pub unchanged: usize,
}

/// What a publication would do, checked but not written.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// What would become of the entries.
    pub done: Published,
    matters: Vec<Matter>,
}

/// Plans the publication of entries that count from `effective_from`. An entry that says what its
/// newest version says is passed over; what was published is never changed. Refuses the same code
/// twice, and an entry that would count from before its newest version does: history is not
/// rewritten.
///
/// A campaign ends by itself: `calendar` gives the moment at which the day of its [`Entry::review`] is over.
pub fn plan(
    read: &mut Read,
    entries: &[Entry],
    effective_from: Instant,
    calendar: &WorkCalendar,
) -> Result<Plan> {
    let standing = load(read)?;
    let published = read.now();
    let mut plan = Plan::default();
    let mut seen = BTreeSet::new();
    for entry in entries {
        let effective_to = ends(entry, calendar);
        if !seen.insert(&entry.code) {
            return Err(no(&entry.code, "在清单中出现两次", "stands twice in the list"));
        }
        if let Some(rule) = &entry.duty {
            check(rule).map_err(|why| bad_rule(&entry.code, why))?;
        }
        let newest = standing.versions(&entry.code).last();
        if newest.is_some_and(|m| m.entry == *entry && m.effective_to == effective_to) {
            plan.done.unchanged += 1;
            continue;
        }
        if newest.is_some_and(|m| m.effective_from > effective_from) {
            return Err(no(
                &entry.code,
                "已有更晚生效的版本,请选择不早于它的生效日期",
                "has a version that counts from a later day: choose that day or a later one",
            ));
        }
        let version = newest.map_or(1, |m| m.version + 1);
        plan.done.new.push((entry.code.clone(), version));
        plan.matters.push(Matter { version, effective_from, effective_to, published, entry: entry.clone() });
    }
    Ok(plan)
}

/// Publishes entries as [`plan`] says.
pub fn publish(
    tx: &mut Tx,
    entries: &[Entry],
    effective_from: Instant,
    calendar: &WorkCalendar,
) -> Result<Published> {
    let plan = plan(tx, entries, effective_from, calendar)?;
    write(tx, &plan.matters)?;
    Ok(plan.done)
}

/// The first moment after a campaign's last day; `None` for what has no end.
pub fn ends(entry: &Entry, calendar: &WorkCalendar) -> Option<Instant> {
    Some(calendar.start_of(entry.review?.tomorrow().ok()?))
}

/// Ends entries at `at`, each by a last version that counts for no time: what was published is never changed.
/// Answers the number of that version. What has ended before is passed over.
///
/// # Errors
/// An unknown code; a version that counts from later than `at`.
pub fn end(tx: &mut Tx, codes: &[MatterCode], at: Instant) -> Result<Vec<(MatterCode, i64)>> {
    let standing = load(tx)?;
    let mut last = Vec::new();
    for code in codes {
        let newest = standing.versions(code).last().ok_or_else(|| no(code, "不存在", "does not exist"))?;
        if newest.effective_from > at {
            return Err(no(code, "已有更晚生效的版本", "has a version that counts from a later day"));
        }
        if newest.effective_to.is_some_and(|to| to <= at) {
            continue;
        }
        let version = newest.version + 1;
        let entry = newest.entry.clone();
        let published = tx.now();
        last.push(Matter { version, effective_from: at, effective_to: Some(at), published, entry });
    }
    write(tx, &last)?;
    Ok(last.into_iter().map(|m| (m.entry.code, m.version)).collect())
}

fn write(tx: &mut Tx, matters: &[Matter]) -> Result<()> {
    let now = tx.now();
    let mut rows = Vec::with_capacity(matters.len());
    for matter in matters {
        let body = serde_json::to_string(&matter.entry).map_err(|e| Error::Engine(e.to_string()))?;
        rows.push((&sql::INSERT, sql::values(matter, body, now)));
    }
    tx.batch(rows)?;
    Ok(())
}

/// What is wrong with the rule of an entry, said of the entry and by its field.
pub(crate) fn bad_rule(code: &MatterCode, why: Refusal) -> Error {
    let mut no = Refusal::invalid(
        "duty",
        format!("事项 {code} 的常态任务规则有误,请改正后再报"),
        format!("The duty rule of matter {code} cannot be kept: mend it and send it again"),
    );
    let said =
        |f: FieldError| FieldError { zh: format!("{code}:{}", f.zh), en: format!("{code}: {}", f.en), ..f };
    no.fields = why.fields.into_iter().map(said).collect();
    no.into()
}

fn no(code: &MatterCode, zh: &str, en: &str) -> Error {
    Refusal::invalid("code", format!("事项 {code} {zh}"), format!("Matter {code} {en}")).into()
}

/// Reads an entry from a row of a table with the columns of the example catalogue
/// (data/city/50/TABLES.md). Reports every wrong cell, by column.
pub fn entry(row: &BTreeMap<String, String>, questions: Option<Questions>) -> Result<Entry, Vec<FieldError>> {
    let mut cells = Cells { row, wrong: Vec::new() };
    let entry = cells.entry(questions);
    match entry {
        Some(entry) if cells.wrong.is_empty() => Ok(entry),
        _ => Err(cells.wrong),
    }
}

/// The columns an imported catalogue must have.
pub const COLUMNS: &[&str] = &[
    "code",
    "list_tier",
    "board",
    "name_zh",
    "name_en",
    "kind",
    "level",
    "lead_post",
    "urgency",
    "privacy",
    "evidence",
];

fn yes_no(cell: &str) -> Option<bool> {
    match cell {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

struct Cells<'a> {
    row: &'a BTreeMap<String, String>,
    wrong: Vec<FieldError>,
}

impl Cells<'_> {
    fn text(&self, column: &str) -> String {
        self.row.get(column).map(|c| c.trim().to_owned()).unwrap_or_default()
    }
    fn opt(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|c| !c.is_empty())
    }
    fn wrong(&mut self, column: &str, zh: impl Into<String>, en: impl Into<String>) {
        self.wrong.push(FieldError { field: column.into(), zh: zh.into(), en: en.into() });
    }
    /// A cell read by `read`; an unreadable or empty one is reported with what is allowed.
    fn word<T>(&mut self, column: &str, allowed: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.text(column);
        let value = read(&cell);
        if value.is_none() {
            self.wrong(
                column,
                format!("“{cell}”无效,应为:{allowed}"),
                format!("“{cell}” is not one of: {allowed}"),
            );
        }
        value
    }
    fn parsed<T: std::str::FromStr<Err = Refusal>>(&mut self, column: &str, cell: &str) -> Option<T> {
        match cell.parse() {
            Ok(value) => Some(value),
            Err(no) => {
                let (zh, en) =
                    no.fields.into_iter().next().map_or((no.zh, no.en), |field| (field.zh, field.en));
                self.wrong(column, zh, en);
                None
            }
        }
    }
    fn list<T: std::str::FromStr<Err = Refusal>>(&mut self, column: &str) -> Vec<T> {
        let cell = self.text(column);
        let codes: Vec<_> = cell.split(';').map(str::trim).filter(|c| !c.is_empty()).collect();
        codes.into_iter().filter_map(|code| self.parsed(column, code)).collect()
    }
    fn limit(&mut self, column: &str) -> Option<Limit> {
        let cell = self.opt(column)?;
        self.parsed(column, &cell)
    }
    /// A cell that may be empty, read by `read`.
    fn optional<T>(&mut self, column: &str, allowed: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.text(column).is_empty() { None } else { self.word(column, allowed, read) }
    }
    /// The columns `duty_…`; an entry without `duty_object` is no duty.
    fn duty(&mut self) -> Option<DutyRule> {
        let objects = ObjectKind::ALL.iter().map(|k| k.word()).collect::<Vec<_>>().join(" ");
        let object = self.optional("duty_object", &objects, ObjectKind::from_word)?;
        let days =
            |range: std::ops::RangeInclusive<u8>| move |c: &str| c.parse().ok().filter(|n| range.contains(n));
        let on = self.optional("duty_trigger", "heat rain river fraud wind", TriggerKind::from_word);
        let rule = DutyRule {
            object,
            recurrence: self.opt("duty_rrule"),
            window: self.optional("duty_window", "1…92", days(1..=92)).unwrap_or(1),
            on_day_off: self
                .optional("duty_day_off", "keep next skip", OnDayOff::from_word)
                .unwrap_or(OnDayOff::Next),
            missed: self.optional("duty_missed", "lapse carry", Missed::from_word).unwrap_or(Missed::Lapse),
            spread: self.optional("duty_spread", "yes no", yes_no).unwrap_or(false),
            trigger: on.map(|on| Trigger {
                on,
                from: self.optional("duty_trigger_from", "0.5", |c| c.parse().ok()),
                reach: self
                    .optional("duty_trigger_reach", "building grid village town", Reach::from_word)
                    .unwrap_or(Reach::Grid),
                days: self.optional("duty_trigger_days", "1…31", days(1..=31)).unwrap_or(3),
            }),
        };
        if let Err(no) = check(&rule) {
            for field in no.fields {
                let column = match field.field.as_str() {
                    "duty.recurrence" => "duty_rrule",
                    "duty.window" => "duty_window",
                    "duty.trigger.days" => "duty_trigger_days",
                    "duty.trigger.from" => "duty_trigger_from",
                    "duty.trigger.reach" => "duty_trigger_reach",
                    _ => "duty_object",
                };
                self.wrong(column, field.zh, field.en);
            }
        }
        Some(rule)
    }
    fn limits(&mut self) -> Limits {
        Limits {
            verify: self.limit("limit_verify"),
            dispatch: self.limit("limit_dispatch"),
            report_in: self.limit("limit_report_in"),
            handle: self.limit("limit_handle"),
            check: self.limit("limit_check"),
        }
    }
    fn name(&mut self, column: &str) -> String {
        let name = self.text(column);
        if name.is_empty() || name.chars().count() > 120 {
            self.wrong(column, "名称应为1至120个字", "A name has 1 to 120 characters");
        }
        name
    }

    fn entry(&mut self, questions: Option<Questions>) -> Option<Entry> {
        let code = self.text("code");
        let code = self.parsed("code", &code);
        let lead_post = self.text("lead_post");
        let lead_post = self.parsed("lead_post", &lead_post);
        let departments: Vec<wangge_base::UnitCode> = self.list("assist_departments");
        let tier = self.word("list_tier", "grid village town", Tier::from_word);
        let board = self.word("board", "DJ JJ MS PF CENTRE", wangge_base::Board::from_word);
        let kinds = "event component duty service visit project dispute alert idea list";
        let kind = self.word("kind", kinds, MatterKind::from_word);
        let level = self.word("level", "1 2 3 4 5", |c| Level::from_number(c.parse().ok()?));
        let urgency = self.word("urgency", "ordinary urgent emergency", Urgency::from_word);
        let privacy = self.word("privacy", "open masked sealed", Privacy::from_word);
        let evidence = self.word("evidence", "none text photo_after document", Evidence::from_word);
        let nothing_found = self.optional("nothing_found", "yes no", yes_no).unwrap_or(false);
        let minutes = self.word("minutes", "0…1440", |c| match c {
            "" => Some(0),
            c => c.parse().ok().filter(|m| *m <= 1440),
        });
        let national = self.optional("national", "basic cooperative taken_back", National::from_word);
        let duty = self.duty();
        let below = level.is_some_and(|level| level >= Level::Town) || duty.is_some();
        if national == Some(National::TakenBack) && below {
            self.wrong(
                "national",
                "上级部门收回的事项不得由镇街及以下办理,也不得列为常态任务",
                "What was taken back is not handled by towns and below, and is nobody's regular duty",
            );
        }
        Some(Entry {
            assist_posts: self.list("assist_posts"),
            limits: self.limits(),
            name_zh: self.name("name_zh"),
            name_en: self.name("name_en"),
            code: code?,
            tier: tier?,
            board: board?,
            kind: kind?,
            level: level?,
            heading: self.opt("heading"),
            lead_post: lead_post?,
            lead_department: self.opt("lead_department"),
            assist_departments: departments.iter().map(ToString::to_string).collect(),
            urgency: urgency?,
            privacy: privacy?,
            cadence: self.opt("cadence"),
            filing_zh: self.text("filing_zh"),
            filing_en: self.text("filing_en"),
            closing_zh: self.text("closing_zh"),
            closing_en: self.text("closing_en"),
            nothing_found,
            evidence: evidence?,
            minutes: minutes?,
            basis: self.text("basis"),
            source: self.text("source"),
            example: self.text("example"),
            national,
            review: self.optional("review", "2026-12-31", |c| c.parse().ok()),
            duty,
            fields: self
                .text("fields")
                .split(';')
                .map(str::trim)
                .filter(|c| !c.is_empty())
                .map(str::to_owned)
                .collect(),
            questions,
        })
    }
}
