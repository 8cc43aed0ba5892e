//! The clock's rounds: stages that wait are urged, entries that nobody uses are proposed for retirement, campaigns
//! are announced before they end, and proposals end with what they published.

use std::collections::BTreeSet;

use wangge_base::{Id, MatterCode};

use super::*;
use crate::{
    admission::{AdmissionRetire, Door, ProposalItem},
    burden,
    matter::Matter,
};

/// Days without use after which an entry is proposed for retirement.
const UNUSED_DAYS: i64 = 365;
/// Days before its end on which the office is reminded of a campaign.
const REMIND_DAYS: i64 = 30;

/// Lets the clock act on up to `most` proposals whose time has come; answers how many steps it took.
///
/// # Errors
/// What keeps it from reading or writing.
pub fn sweep(tx: &mut Tx, world: &World, most: i64) -> Result<usize> {
    let (home, now) = (District::city(), tx.now());
    let awake: Vec<Id<Proposal>> =
        tx.query(&sql::AWAKE, &[(&home).into(), now.into(), most.into()], |row| row.parse(0))?;
    let mut steps = 0;
    for id in awake {
        let file = load(tx, &Ref::new(home.clone(), id))?;
        if let Some(action) = flow::due(&file.it, now)
            && take(tx, world, &Actor::Clock, file, None, &action)?.is_ok()
        {
            steps += 1;
        }
    }
    Ok(steps)
}

/// Ends proposals of which nothing counts any more, from id `after` on; answers the last id looked at.
///
/// # Errors
/// What keeps it from reading or writing.
pub fn outlive(tx: &mut Tx, world: &World, after: &str, most: i64) -> Result<Option<String>> {
    let (home, now) = (District::city(), tx.now());
    let values = [(&home).into(), AdmissionState::Effective.word().into(), after.into(), most.into()];
    let found = tx.query(&sql::STANDING, &values, sql::proposal)?;
    let full = i64::try_from(found.len()).unwrap_or(0) == most;
    let last = found.last().filter(|_| full).map(|it| it.at.id.to_string());
    for it in found.iter().filter(|it| outlived(world, it, now)) {
        let file = load(tx, &it.at)?;
        // Somebody was faster: the next round looks again.
        drop(take(tx, world, &Actor::Clock, file, None, &Action::Retire(AdmissionRetire {}))?);
    }
    Ok(last)
}

/// Codes in force for a year under which nothing was filed and no stop was done in any of `districts`, as of now: a duty
/// that nobody did in a year is as unused as a matter that nobody reported, and one that was ticked, be it with "nothing
/// found", was used.
///
/// # Errors
/// What keeps it from reading.
pub fn unused(read: &mut Read, world: &World, districts: &[District]) -> Result<Vec<MatterCode>> {
    let since = read.now().plus_minutes(-UNUSED_DAYS * 24 * 60);
    let old = |m: &Matter| {
        let first = world.matters.versions(&m.code).first().map_or(m.effective_from, |v| v.effective_from);
        first <= since
    };
    let day = world.duties.day(since);
    let mut left: Vec<MatterCode> =
        world.matters.all(read.now(), None, None).iter().filter(|m| old(m)).map(|m| m.code.clone()).collect();
    for district in districts.iter().filter(|d| **d != District::city()) {
        let asked: Vec<_> = left
            .iter()
            .flat_map(|code| {
                let key = |from: Value| vec![district.into(), code.into(), from];
                [(&sql::USED, key(since.into())), (&burden::sql::DONE_OF, key(day.into()))]
            })
            .collect();
        if asked.is_empty() {
            break;
        }
        let answers = read.many(&asked)?;
        let mut used = answers.chunks(2).map(|pair| pair.iter().any(|rows| !rows.is_empty()));
        left.retain(|_| !used.next().unwrap_or(false));
    }
    Ok(left)
}

/// Proposes `codes` for retirement in one draft for the city's list office, but for those that stand in a proposal
/// of the last year already: what the office decided to keep is not asked about again so soon.
///
/// # Errors
/// What keeps it from reading or writing.
pub fn retire_unused(tx: &mut Tx, world: &World, codes: &[MatterCode]) -> Result<Option<Ref<Proposal>>> {
    let now = tx.now();
    let since = now.plus_minutes(-UNUSED_DAYS * 24 * 60);
    let recent = tx.query(&sql::SINCE, &[(&District::city()).into(), since.into()], sql::proposal)?;
    let asked: BTreeSet<&MatterCode> =
        recent.iter().flat_map(|it| it.content.items.iter().map(|i| &i.code)).collect();
    let in_force = |code: &&MatterCode| world.matters.effective(code, now).is_ok();
    let items: Vec<ProposalItem> = codes
        .iter()
        .filter(in_force)
        .filter(|code| !asked.contains(code))
        .take(60)
        .map(|code| ProposalItem {
            sort: ProposalSort::Retire,
            code: code.clone(),
            entry: None,
            campaign: false,
            merge: false,
        })
        .collect();
    if items.is_empty() {
        return Ok(None);
    }
    let count = items.len();
    let new = Propose {
        door: Door::Adjust,
        content: ProposalContent {
            title: format!("{count}个事项一年未使用,建议退出"),
            reason: "近一年没有据此立案,也没有办过任务;请清单管理岗核对后提交,或说明理由撤回".into(),
            basis: String::new(),
            items,
            from: None,
        },
    };
    let it = propose_as(tx, world, &Actor::Clock, &new)?;
    let told = Told {
        to: Whom::Seat(seat(world, &it, AdmissionState::Burden)),
        kind: "admission".into(),
        subject: it.at.to_string(),
        zh: it.content.title.clone(),
        en: format!("{count} entries were not used for a year: please look whether they can be retired"),
        due: None,
    };
    tell::tell(tx, world, &it.at.district, &told)?;
    Ok(Some(it.at))
}

/// Reminds the city's list office of campaigns that end soon, once for each version; answers how many.
///
/// # Errors
/// What keeps it from reading or writing.
pub fn remind_of_campaigns(tx: &mut Tx, world: &World) -> Result<usize> {
    let (home, now) = (District::city(), tx.now());
    let soon = now.plus_minutes(REMIND_DAYS * 24 * 60);
    let mut told = 0;
    for m in world.matters.all(now, None, None) {
        let Some(end) = m.effective_to.filter(|end| *end <= soon) else { continue };
        let row = [(&home).into(), (&m.code).into(), m.version.into(), now.into()];
        if tx.exec(&sql::REMINDED, &row)? == 0 {
            continue;
        }
        let day = m.review.map(|d| d.to_string()).unwrap_or_default();
        let new = Told {
            to: Whom::Seat(seat_of(world, world.units.root(), Role::ListOfficer)),
            kind: "admission".into(),
            subject: m.code.to_string(),
            zh: format!("专项行动“{}”({})将于{day}结束;需要延长的,请提出调整申请", m.name_zh, m.code),
            en: format!("“{}” ({}) ends on {day}; to prolong it, propose a change", m.name_en, m.code),
            due: Some(end),
        };
        tell::tell(tx, world, &home, &new)?;
        told += 1;
    }
    Ok(told)
}
