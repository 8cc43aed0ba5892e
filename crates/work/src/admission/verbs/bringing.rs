//! Entries that come by a file. While a city is being set up they are published at once; once lists are in force the
//! file becomes a draft that the list office takes through admission, like any other proposal.

use std::collections::BTreeSet;

use wangge_base::{FieldError, MatterCode};

use super::*;
use crate::{
    admission::{Door, ProposalItem},
    matter::{Catalogue, Entry},
};

/// Entries of one draft.
const MOST: usize = 60;
/// Who is written down as the writer of such a draft, until somebody takes it up.
const FILE: &str = "文件导入";

/// What a file of entries comes to.
#[derive(Clone, Debug, Default)]
pub struct Coming {
    /// Nothing was ever in force: the file sets the lists up and is published at once.
    pub set_up: bool,
    /// Entries that are new or read otherwise.
    pub new: usize,
    /// Entries that say what stands.
    pub unchanged: usize,
    /// Entries that stand in an open proposal already, word for word.
    pub waiting: usize,
    /// What is to be proposed, after the set-up.
    pub proposals: Vec<Propose>,
    /// What admission would not take, by entry.
    pub wrong: Vec<(MatterCode, FieldError)>,
}

/// What entries that count from `effective` come to. Nothing is written.
///
/// # Errors
/// As [`matter::verbs::plan`].
pub fn coming(read: &mut Read, world: &World, entries: &[Entry], effective: Instant) -> Result<Coming> {
    let (now, calendar) = (read.now(), world.calendars.get(None));
    let standing = matter::load(read)?;
    if !standing.has_begun(now) {
        let done = matter::verbs::plan(read, entries, effective, calendar)?.done;
        let (new, unchanged) = (done.new.len(), done.unchanged);
        return Ok(Coming { set_up: true, new, unchanged, ..Coming::default() });
    }
    let open = open(read)?;
    let mut it = Coming::default();
    let mut items = Vec::new();
    for entry in entries {
        let sort = match standing.effective(&entry.code, now) {
            Ok(_) => ProposalSort::Change,
            Err(_) => ProposalSort::Admit,
        };
        let newest = standing.versions(&entry.code).last();
        let ended = sort == ProposalSort::Admit && newest.is_some_and(|m| m.effective_from <= now);
        if newest.is_some_and(|m| m.entry == *entry) && !ended {
            it.unchanged += 1;
        } else if open.iter().any(|item| item.entry.as_deref() == Some(entry)) {
            it.waiting += 1;
        } else {
            it.new += 1;
            items.push(ProposalItem {
                sort,
                code: entry.code.clone(),
                entry: Some(Box::new(entry.clone())),
                campaign: entry.review.is_some(),
                merge: false,
            });
        }
    }
    let from = Some(calendar.date(effective)).filter(|day| *day > calendar.date(now));
    for items in items.chunks(MOST) {
        let count = items.len();
        let content = ProposalContent {
            title: format!("导入的清单:{count}个事项新增或调整"),
            reason: "清单已在施行,由文件导入的变动须经准入;请清单管理岗核对后提交,或说明理由撤回".into(),
            basis: String::new(),
            items: items.to_vec(),
            from,
        };
        it.wrong.extend(wrong(world, &standing, &content, now));
        it.proposals.push(Propose { door: Door::Adjust, content });
    }
    Ok(it)
}

/// What stands in proposals on which nobody has decided yet.
fn open(read: &mut Read) -> Result<Vec<ProposalItem>> {
    let since = read.now().plus_minutes(-365 * 24 * 60);
    let recent = read.query(&sql::SINCE, &[(&District::city()).into(), since.into()], sql::proposal)?;
    let open = recent.into_iter().filter(|it| it.state.is_writing() || it.state.is_under_way());
    Ok(open.flat_map(|it| it.content.items).collect())
}

/// What admission says of the content, by entry.
fn wrong(
    world: &World,
    matters: &Catalogue,
    it: &ProposalContent,
    now: Instant,
) -> Vec<(MatterCode, FieldError)> {
    let (calendar, area) = (world.calendars.get(None), world.units.root());
    let known = Known { matters, units: &world.units, calendar, area, now };
    let Err(no) = flow::content(it, &known) else { return Vec::new() };
    let of = |field: FieldError| {
        let (at, rest) = field.field.strip_prefix("content.items.")?.split_once('.')?;
        let code = it.items.get(at.parse::<usize>().ok()?)?.code.clone();
        let column = rest.strip_prefix("entry.").unwrap_or(rest).to_owned();
        Some((code, FieldError { field: column, ..field }))
    };
    no.fields.into_iter().filter_map(of).collect()
}

/// Publishes the entries of a file while the lists are being set up, or else leaves drafts for the list office of the
/// city; answers what came of it, and the numbers of the drafts.
///
/// # Errors
/// As [`coming`]; `Invalid` for what admission would not take.
pub fn bring(
    tx: &mut Tx,
    world: &World,
    entries: &[Entry],
    effective: Instant,
) -> Result<(Coming, Vec<String>)> {
    let it = coming(tx, world, entries, effective)?;
    if it.set_up {
        matter::publish(tx, entries, effective, world.calendars.get(None))?;
        return Ok((it, Vec::new()));
    }
    let mut numbers = BTreeSet::new();
    for new in &it.proposals {
        let made = propose_as(tx, world, &Actor::Device(FILE.into()), new)?;
        let told = Told {
            to: Whom::Seat(seat(world, &made, AdmissionState::Burden)),
            kind: "admission".into(),
            subject: made.at.to_string(),
            zh: made.content.title.clone(),
            en: format!("{} entries of an imported list wait to be proposed", made.content.items.len()),
            due: None,
        };
        tell::tell(tx, world, &made.at.district, &told)?;
        numbers.insert(made.number);
    }
    Ok((it, numbers.into_iter().collect()))
}
