//! What a proposal may say: entries that hold, against the catalogue and the units as they are.

use std::collections::BTreeSet;

use wangge_base::{FieldError, Instant, Level, Refusal, UnitCode, WorkCalendar};
use wangge_realm::unit::{UnitKind, Units};

use super::{ProposalContent, needs};
use crate::{
    admission::{ProposalItem, ProposalSort},
    matter::{Catalogue, Entry, MatterKind, National, department_in},
};

/// What content is checked against.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The catalogue.
    pub matters: &'a Catalogue,
    /// The units.
    pub units: &'a Units,
    /// The calendar that days are read by.
    pub calendar: &'a WorkCalendar,
    /// The governing area of the applicant.
    pub area: &'a UnitCode,
    /// The moment at which it is checked.
    pub now: Instant,
}

impl Known<'_> {
    /// Whether a unit may be asked to review: a department in use.
    pub fn reviews(&self, unit: &UnitCode) -> bool {
        self.units.get(unit.as_str()).is_some_and(|u| u.kind() == UnitKind::Department && u.is_in_use())
    }

    /// The first departments of the area, for samples.
    pub fn reviewers(&self) -> Vec<UnitCode> {
        let area = self.units.get(self.area.as_str());
        let departments = area.into_iter().flat_map(|u| u.children().collect::<Vec<_>>());
        departments.map(|u| u.code()).filter(|u| self.reviews(u)).take(super::REVIEWERS).collect()
    }

    fn has_department(&self, short: &str) -> bool {
        let here = department_in(self.area, short).is_some_and(|unit| self.units.exists(&unit));
        // A proposal of the city names departments that every district has: one of them is enough.
        here || *self.area == *self.units.root()
            && self.units.get(self.area.as_str()).is_some_and(|city| {
                city.children()
                    .any(|d| department_in(&d.code(), short).is_some_and(|u| self.units.exists(&u)))
            })
    }
}

/// Checks what is proposed.
///
/// # Errors
/// Every wrong field at once.
pub fn content(it: &ProposalContent, known: &Known<'_>) -> Result<(), Refusal> {
    let mut wrong: Vec<FieldError> = Vec::new();
    for (text, field, most) in [(&it.title, "content.title", 120), (&it.reason, "content.reason", 2_000)] {
        if let Err(no) = needs(text, field, most) {
            wrong.extend(no.fields);
        }
    }
    let mut add_all = |at: usize, found: Vec<Wrong>| {
        for (field, zh, en) in found {
            wrong.push(FieldError { field: format!("content.items.{at}{field}"), zh, en });
        }
    };
    let mut seen = BTreeSet::new();
    for (at, item) in it.items.iter().enumerate() {
        let mut found = of_item(item, it, known);
        if !seen.insert(&item.code) {
            found.push((".code".into(), "同一事项出现两次".into(), "The same entry twice".into()));
        }
        add_all(at, found);
    }
    let mut add = |field: &str, zh: &str, en: &str| {
        wrong.push(FieldError { field: field.into(), zh: zh.into(), en: en.into() });
    };
    if it.items.is_empty() || it.items.len() > 60 {
        add("content.items", "请列出1至60个事项", "List 1 to 60 entries");
    }
    if it.basis.chars().count() > 500 {
        add("content.basis", "最多500个字", "At most 500 characters");
    }
    if it.from.is_some_and(|from| from <= known.calendar.date(known.now)) {
        add("content.from", "生效日期须晚于今天", "It can count from tomorrow at the earliest");
    }
    let mut wrong = wrong.into_iter();
    let Some(first) = wrong.next() else { return Ok(()) };
    let mut no = Refusal::invalid(&first.field, first.zh, first.en);
    no.fields.extend(wrong);
    Err(no)
}

type Wrong = (String, String, String);

fn of_item(item: &ProposalItem, all: &ProposalContent, known: &Known<'_>) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = Vec::new();
    let mut add = |field: &str, zh: String, en: String| wrong.push((field.to_owned(), zh, en));
    let standing = known.matters.effective(&item.code, known.now).ok();
    let code = &item.code;
    match (item.sort, standing.is_some()) {
        (ProposalSort::Admit, true) => add(
            ".sort",
            format!("{code}已在清单上,请选“调整”"),
            format!("{code} is on the list already: choose change"),
        ),
        (ProposalSort::Change | ProposalSort::Retire, false) => {
            add(".sort", format!("清单上没有生效的{code}"), format!("No list has {code} in force"))
        }
        _ => {}
    }
    let entry = match (item.sort, &item.entry) {
        (ProposalSort::Retire, None) => return wrong,
        (ProposalSort::Retire, Some(_)) => {
            add(".entry", "退出不需要填写内容".into(), "What is retired says nothing new".into());
            return wrong;
        }
        (_, None) => {
            add(".entry", "请填写事项内容".into(), "Say what the entry is to be".into());
            return wrong;
        }
        (_, Some(entry)) => entry.as_ref(),
    };
    if entry.code != *code {
        add(".entry.code", "与事项编码不一致".into(), "Not the code of the item".into());
    }
    wrong.extend(of_entry(entry, item.campaign, known));
    let twin = known.matters.all(known.now, Some(entry.tier), None).into_iter().find(|m| {
        let goes = all.items.iter().any(|i| i.code == m.code && i.sort == ProposalSort::Retire);
        m.code != *code && m.name_zh.trim() == entry.name_zh.trim() && !goes
    });
    if let Some(twin) = twin {
        wrong.push((
            ".entry.name_zh".into(),
            format!("{}上已有同名事项{}", entry.tier.zh(), twin.code),
            format!("{} on the same list has this name already", twin.code),
        ));
    }
    wrong
}

fn of_entry(entry: &Entry, campaign: bool, known: &Known<'_>) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = Vec::new();
    let mut add = |field: &str, zh: &str, en: &str| {
        wrong.push((format!(".entry.{field}"), zh.to_owned(), en.to_owned()));
    };
    for (field, name) in [("name_zh", &entry.name_zh), ("name_en", &entry.name_en)] {
        if !(1..=120).contains(&name.trim().chars().count()) {
            add(field, "名称应为1至120个字", "A name has 1 to 120 characters");
        }
    }
    if entry.basis.trim().is_empty() {
        add("basis", "请写明依据", "Name what it rests on");
    }
    if known.units.post(&entry.lead_post).is_none() {
        add("lead_post", "没有这个岗位", "There is no such post");
    }
    if entry.assist_posts.iter().any(|post| known.units.post(post).is_none()) {
        add("assist_posts", "有不存在的岗位", "One of these posts does not exist");
    }
    if entry.lead_department.as_ref().is_some_and(|short| !known.has_department(short)) {
        add("lead_department", "没有这个部门,或已撤销", "There is no such department, or it has ended");
    }
    if entry.assist_departments.iter().any(|short| !known.has_department(short)) {
        add(
            "assist_departments",
            "有不存在或已撤销的部门",
            "One of these departments does not exist any more",
        );
    }
    let works = entry.duty.is_some() || entry.kind == MatterKind::Duty || entry.kind == MatterKind::Visit;
    if !(1..=1_440).contains(&entry.minutes) && works {
        add("minutes", "请估算每次用时(1至1440分钟)", "Estimate the minutes each time, 1 to 1,440");
    }
    if entry.national == Some(National::TakenBack) && (entry.level >= Level::Town || entry.duty.is_some()) {
        add(
            "national",
            "上级部门收回的事项不得由镇街及以下办理,请改办理层级",
            "What was taken back is not handled by towns and below: set the level that handles it",
        );
    }
    let today = known.calendar.date(known.now);
    if let Some(rule) = &entry.duty
        && let Err(no) = crate::duty::flow::check(rule)
    {
        wrong.extend(no.fields.into_iter().map(|f| (format!(".entry.{}", f.field), f.zh, f.en)));
    }
    let mut add = |field: &str, zh: &str, en: &str| {
        wrong.push((format!(".entry.{field}"), zh.to_owned(), en.to_owned()));
    };
    match entry.review {
        None if campaign => add(
            "review",
            "专项行动须有结束或复核日期",
            "A campaign needs the day on which it ends or is looked at again",
        ),
        Some(day) if day <= today => add("review", "日期须晚于今天", "The day has to lie ahead"),
        _ => {}
    }
    wrong
}
