//! Rolling a matter back: an older version of an entry in force counts again. It was admitted once, so it needs no new
//! admission; what it costs today is asked again.

use wangge_base::MatterCode;
use wangge_realm::audit;

use super::*;
use crate::{burden, duty, matter::Entry};

/// Whether version `n` of a matter can be put in force again: it has been in force, its entry is on the list now, it can
/// still be kept, and nobody comes over the ceiling by it. Reads only, on the lane of reports.
///
/// # Errors
/// `NotFound`; `NotAllowed` with the way that is open instead (admission); what the burden meter says.
pub fn restorable(read: &mut Read, world: &World, code: &MatterCode, n: i64) -> Result<()> {
    let entry = version(read, world, code, n)?;
    let Some(rule) = &entry.duty else { return Ok(()) };
    duty::flow::check(rule).map_err(|why| matter::verbs::bad_rule(code, why))?;
    let ask = burden::verbs::Ask { entry, give_up: Vec::new(), merge: false, from: None };
    burden::verbs::price(read, world, &ask)?.price.check().map_err(|no| {
        Refusal::new(
            no.kind,
            no.code,
            format!("旧版同样受负担上限约束。{}", no.zh),
            format!("The ceiling holds for an older version too. {}", no.en),
        )
    })?;
    Ok(())
}

/// The content of version `n`, as far as it may count again.
fn version(read: &mut Read, world: &World, code: &MatterCode, n: i64) -> Result<Entry> {
    let (standing, now) = (matter::load(read)?, read.now());
    let old = standing
        .version(code, n)
        .map_err(|_unknown| Refusal::not_found("没有这个版本", "There is no such version"))?;
    if !standing.was_in_force(&old, now) {
        return Err(Refusal::not_allowed(
            "matter.never_in_force",
            "这一版没有施行过,不能直接启用;请向清单管理岗提出准入申请(调整)",
            "This version was never in force and cannot simply be put there: propose a change with the list officer (admission)",
        )
        .into());
    }
    if standing.effective(code, now).is_err() {
        return Err(Refusal::not_allowed(
            "matter.ended",
            "该事项已不在清单上,不能用退回旧版的办法恢复;请向清单管理岗提出准入申请(新增)",
            "The matter is on no list any more and does not come back by an older version: apply for admission with the list officer",
        )
        .into());
    }
    if old.review.is_some_and(|day| day <= world.calendars.get(None).date(now)) {
        return Err(Refusal::not_allowed(
            "matter.review_over",
            "这一版的结束或复核日期已过,不能再启用;需要延长的,请提出准入申请(调整)",
            "The day on which this version ends or is looked at again has passed; to prolong it, propose a change (admission)",
        )
        .into());
    }
    Ok(old.entry.clone())
}

/// Puts version `n` of a matter in force again, as a new version from now on; answers its number. Who did it and why
/// stands on the audit trail.
///
/// # Errors
/// As [`restorable`], but for the burden, which is asked before; while a version that counts from a later day waits.
pub fn restore(tx: &mut Tx, world: &World, code: &MatterCode, n: i64, by: &str, reason: &str) -> Result<i64> {
    flow::needs(reason, "reason", 500)?;
    let (entry, now) = (version(tx, world, code, n)?, tx.now());
    let done = matter::publish(tx, std::slice::from_ref(&entry), now, world.calendars.get(None))?;
    let version = done.new.first().map_or(n, |(_, version)| *version);
    let facts = serde_json::json!({ "restored": n, "version": version, "reason": reason.trim() });
    audit::write(tx, &District::city(), by, audit::Kind::Activated, code.as_str(), &facts)?;
    Ok(version)
}
