//! Erasing what a step said (DESIGN 5): payload and salt go, the digest stays, and that it was done is
//! a step of its own. Whoever erases never reads: the security administrator acts on somebody's request.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use wangge_base::{Actor, Holder, Ref, Refusal};
use wangge_realm::{
    access::{self, Verb},
    audit, file,
};
use wangge_store::{Error, Result, Tx, words};
use wangge_web::once;

use super::{Receipt, Taken, follow_up, load, next_step, payload, receipt, subject};
use crate::{
    Command, World,
    case::{Case, flow::Move, sql},
    step::{self, Step},
};

/// What stands where a report stood.
const GONE: &str = "(内容已依法擦除)";

/// Which step, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    /// Number of the step.
    pub n: i64,
    /// On whose request and on what grounds, 4 to 200 characters; it is kept.
    pub reason: String,
}

/// Forgets what step `n` said, and the copies of it in the case: the report's words, place, answers
/// and contacts, the notes of calls and requests, and the photos and documents that no other step of
/// the case names. The timeline still verifies. What is stored of the files is removed after the
/// commit by [`file::jobs::forget`]; without their keys it is noise already.
///
/// # Errors
/// `NotFound` and `Forbidden` by right, `Invalid` for a step that is not there, `NotAllowed` when it is
/// erased already, `Stale` when somebody was faster.
pub fn erase(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    at: &Ref<Case>,
    cmd: &Command<Erasure>,
) -> Result<Receipt> {
    once(tx, &at.district, &cmd.key, &cmd.digest, |tx| erase_once(tx, world, holder, at, &cmd.body))
}

fn erase_once(
    tx: &mut Tx,
    world: &World,
    holder: &Holder,
    at: &Ref<Case>,
    what: &Erasure,
) -> Result<Receipt> {
    let file = load(tx, at)?;
    access::may(holder, Verb::CaseErase, &subject(&file))?;
    let reason = what.reason.trim();
    if !(4..=200).contains(&reason.chars().count()) {
        let (zh, en) = (
            "请用4至200个字写明依据;擦除会留痕",
            "Give the grounds in 4 to 200 characters; they are recorded",
        );
        return Err(Refusal::invalid("reason", zh, en).into());
    }
    let step = erasable(tx, at, what.n)?;
    let before = file.case.version;
    let mut case = file.case.clone();
    (case.version, case.updated) = (before + 1, tx.now());
    let report = matches!(step.action.as_str(), "report" | "correct");
    if report {
        case.text = GONE.to_owned();
    }
    let actor = Actor::Holder(Box::new(holder.clone()));
    let kept = payload(&json!({ "action": "erase", "n": what.n, "reason": reason }))?;
    let taken = Taken { word: "erase", payload: kept, actor: &actor, happened: None };
    let row = next_step(tx, &mut case, Some(file.case.head), taken);
    if tx.exec(&sql::SAVE, &sql::save(&case, before)?)? == 0 {
        return Err(Refusal::stale(before).into());
    }
    tx.later(&step::INSERT, row);
    tx.later(&step::ERASE, vec![(&at.district).into(), at.id.to_string().into(), what.n.into()]);
    let said = said(&step)?;
    forget_copies(tx, at, &said, report)?;
    let files = forget_files(tx, at, what.n, &said)?;
    let facts = json!({
        "n": what.n, "action": step.action, "reason": reason, "files": files,
        "called": holder.called, "unit": holder.unit, "post": holder.post,
    });
    audit::write(tx, &at.district, &holder.person, audit::Kind::Erased, &at.to_string(), &facts)?;
    follow_up(tx, world, &case, &Move::of(case.clone()))?;
    Ok(receipt(&case, None))
}

fn erasable(tx: &mut Tx, at: &Ref<Case>, n: i64) -> Result<Step> {
    let found = step::timeline(tx, &at.district, &at.id.to_string(), n.saturating_sub(1), 1)?;
    let Some(step) = found.into_iter().next().filter(|s| s.n == n) else {
        return Err(Refusal::invalid("n", "时间线上没有这一步", "There is no such step").into());
    };
    if step.action == "erase" {
        let (zh, en) = ("擦除本身的记录不能擦除", "That something was erased stays on record");
        return Err(Refusal::not_allowed("case.erasure_stays", zh, en).into());
    }
    if step.salt.is_none() {
        let (zh, en) = ("这一步的内容已经擦除", "What this step said is erased already");
        return Err(Refusal::not_allowed("case.erased", zh, en).into());
    }
    Ok(step)
}

fn said(step: &Step) -> Result<Value> {
    let read = |text: &str| serde_json::from_str(text).map_err(|why| Error::Engine(why.to_string()));
    step.payload.as_deref().map_or(Ok(Value::Null), read)
}

/// The rows of the case that repeat what the step said.
fn forget_copies(tx: &mut Tx, at: &Ref<Case>, said: &Value, report: bool) -> Result<()> {
    let key = || vec![(&at.district).into(), at.id.into()];
    if report {
        tx.later(&sql::FORGET_REPORT, key());
        tx.later(&sql::FORGET_REPORTERS, key());
        let mut found_by = key();
        found_by.push(words::of_row(&at.id).into());
        tx.later(&sql::FORGET_WORDS, found_by);
    }
    for field in ["note", "reason", "text"] {
        let Some(words) = said[field].as_str().filter(|words| !words.is_empty()) else { continue };
        for stmt in [
            &sql::FORGET_CALL,
            &sql::FORGET_OBJECTION,
            &sql::FORGET_REQUEST,
            &sql::FORGET_RULING,
            &sql::FORGET_LINK,
        ] {
            let mut values = key();
            values.push(words.into());
            tx.later(stmt, values);
        }
    }
    Ok(())
}

/// Erases the files that came with the step, but for those that another step of the case names;
/// answers how many went.
fn forget_files(tx: &mut Tx, at: &Ref<Case>, n: i64, said: &Value) -> Result<u64> {
    let subject = Ref::new(at.district.clone(), at.id.cast());
    let mut gone = 0;
    for name in said["files"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let key = [(&at.district).into(), at.id.to_string().into(), n.into(), format!("%{name}%").into()];
        let elsewhere = tx.one(&step::NAMED_ELSEWHERE, &key, |row| row.int(0))?;
        if elsewhere == 0 && file::erase(tx, &name.parse()?, &subject)? {
            gone += 1;
        }
    }
    Ok(gone)
}
