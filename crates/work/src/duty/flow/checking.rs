//! Whether a rule can be kept at all. Pure.

use wangge_base::{Refusal, civil_date};

use super::{
    super::Day,
    recurrence::{ANCHOR, Recurrence, stretch},
};
use crate::matter::{DutyRule, ObjectKind, Reach};

/// A rule that cannot be kept: checked wherever a rule comes in, be it by a proposal, an import, or an older version
/// that is put in force again.
///
/// # Errors
/// `Invalid` by field of the entry (`duty.recurrence`): what is no rule, ends by itself, names no day or only days that
/// its own days off cancel; a trigger that reaches nothing of its kind.
pub fn check(rule: &DutyRule) -> Result<(), Refusal> {
    let wrong = |field: &str, zh: &str, en: &str| Err(Refusal::invalid(field, zh, en));
    if rule.recurrence.is_none() && rule.trigger.is_none() {
        return wrong(
            "duty",
            "常态任务要有周期或触发条件,二者至少其一",
            "A duty has a recurrence or a trigger, at least one of them",
        );
    }
    if !(1..=92).contains(&rule.window) {
        return wrong("duty.window", "窗口应为1至92天", "A window has 1 to 92 days");
    }
    if let Some(text) = &rule.recurrence {
        let days = Recurrence::compile(text, 0).map_err(|mut no| {
            no.fields.iter_mut().for_each(|field| field.field = "duty.recurrence".into());
            no
        })?;
        // Saturdays and Sundays are enough to tell: whatever a holiday does besides, it does to some years only.
        let workday = |day: Day| civil_date(day).weekday().to_monday_one_offset() < 6;
        if days.within(ANCHOR, days.through()).all(|n| stretch(rule, &days, &workday, n).is_none()) {
            return wrong(
                "duty.recurrence",
                "周期与休息日的处理相矛盾:每一次都会落空。请改周期,或改休息日照常、顺延",
                "The days and what a day off does contradict each other: every time falls away. Choose other days, or keep or move what falls on a day off",
            );
        }
    }
    let Some(by) = rule.trigger else { return Ok(()) };
    if !(1..=31).contains(&by.days) {
        return wrong("duty.trigger.days", "触发任务最长31天", "A trigger lasts 1 to 31 days");
    }
    if by.from.is_some_and(|from| !from.is_finite() || from.abs() > 1e6) {
        return wrong("duty.trigger.from", "触发数值超出合理范围", "The measure is beyond what is possible");
    }
    if by.reach == Reach::Building
        && matches!(rule.object, ObjectKind::Grid | ObjectKind::River | ObjectKind::Slope)
    {
        return wrong(
            "duty.trigger.reach",
            "这类对象不在楼栋里,按楼栋触发永远不会触发;请改为网格、村(社区)或镇街",
            "No object of this kind lies in a building, so that nothing would ever be set off: choose grid, village or town",
        );
    }
    Ok(())
}
