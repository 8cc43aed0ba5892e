//! What a reporter or a supporter sees by the follow token.

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Actor, Instant, Ref, Refusal};
use wangge_realm::access::Compartment;
use wangge_store::{Error, Read, Result, Row};

use super::{
    Follow,
    listing::{matter_of, where_zh},
    load,
    reading::{STEPS, lives_on},
    reporting::token_hash,
    supporting::one,
    with_view,
};
use crate::{
    World,
    case::{Case, State, flow, sql},
    step::{self, Step},
};

/// A case as its reporter or a supporter sees it: every step in plain words, no names of colleagues.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FollowSheet {
    /// The number.
    pub number: String,
    /// The version, to send along with an action.
    pub version: i64,
    /// The stage.
    pub state: State,
    /// The stage in Chinese.
    pub state_zh: &'static str,
    /// The matter, once it has one.
    pub matter_zh: Option<String>,
    /// The same in English.
    pub matter_en: Option<String>,
    /// Where.
    pub where_zh: String,
    /// What was reported; empty for a supporter.
    pub text: String,
    /// Whether it lives on in another case; the stage shown is that one's.
    pub merged: bool,
    /// Whether the token is a supporter's, who follows the case and can take the "me too" back.
    pub supporter: bool,
    /// How many others said "me too".
    pub supporters: i64,
    /// What the reporter can do now; nothing for a supporter.
    pub allowed: Vec<&'static str>,
    /// Every step.
    pub steps: Vec<FollowStep>,
}

/// A step in plain words.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FollowStep {
    /// When.
    #[schema(value_type = String)]
    pub at: Instant,
    /// What happened.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// The words meant for the reporter: reasons, results, messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Whom a follow token belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The case.
    pub at: Ref<Case>,
    /// Whether it is a supporter's: such a one reads what is public of the case and may go again.
    pub supporter: bool,
}

fn followed(read: &mut Read, world: &World, token: &Ref<Follow>) -> Result<Followed> {
    let key = || vec![(&token.district).into(), token_hash(world, token).into()];
    let found = read.many(&[(&sql::BY_TOKEN, key()), (&sql::SUPPORTER_BY_TOKEN, key())])?;
    let of = |rows: &[Row<'_>]| rows.first().map(|row| row.parse(0)).transpose();
    let [reporter, supporter] = found.as_slice() else {
        return Err(Error::Engine("two statements, two answers".into()));
    };
    let standing = match supporter.first() {
        Some(row) if row.opt_int(2)?.is_some() => None,
        _ => of(supporter)?,
    };
    let (id, supporter) = match (of(reporter)?, standing) {
        (Some(id), _) => (id, false),
        (None, Some(id)) => (id, true),
        (None, None) => {
            let no =
                Refusal::not_found("查询码无效,请核对", "This follow code is not valid: please check it");
            return Err(no.into());
        }
    };
    Ok(Followed { at: Ref::new(token.district.clone(), id), supporter })
}

/// The case on which the holder of a follow token acts as its reporter.
///
/// # Errors
/// `NotFound` when the token fits none, `NotAllowed` when it is a supporter's.
pub fn by_token(read: &mut Read, world: &World, token: &Ref<Follow>) -> Result<Ref<Case>> {
    let found = followed(read, world, token)?;
    if found.supporter {
        let (zh, en) = (
            "您是附议人,可以查看进展或撤回附议;如有新情况请另行上报",
            "You said \"me too\": you can follow the case or take that back; report anything new by itself",
        );
        return Err(Refusal::not_allowed("case.supporter_follows", zh, en).into());
    }
    Ok(found.at)
}

/// What the holder of a follow token reads.
pub fn follow_sheet(read: &mut Read, world: &World, token: &Ref<Follow>) -> Result<FollowSheet> {
    let now = read.now();
    let Followed { at, supporter } = followed(read, world, token)?;
    let file = load(read, &at)?;
    let case = &file.case;
    let allowed = if supporter {
        Vec::new()
    } else {
        with_view(world, &Actor::Citizen, true, &file, (None, None), |view| {
            flow::allowed(view, &Actor::Citizen, now)
        })?
    };
    let own = step::timeline(read, &at.district, &at.id.to_string(), 0, STEPS)?;
    let mut steps: Vec<FollowStep> = own.iter().filter_map(|s| plain(s, !supporter)).collect();
    let (mut state, mut next, mut since) = (case.state, lives_on(case), merged_at(&own, case));
    // The case it was joined with may itself live on in another; a loop cannot be, and is not followed.
    // Over the border of a district it is read as it stands there now.
    for _ in 0..8 {
        let Some(into) = next else { break };
        let lead = match one(read, &into) {
            Ok(lead) => lead,
            // Just now asked, and not turned down yet.
            Err(Error::Refused(_)) if into.district != at.district => break,
            Err(other) => return Err(other),
        };
        if lead.compartment == Compartment::Sealed && into.district != at.district {
            break;
        }
        let joined = step::timeline(read, &into.district, &into.id.to_string(), 0, STEPS)?;
        // What its own reporter said and was told is not for this one.
        steps.extend(joined.iter().filter(|s| s.at > since).filter_map(|s| plain(s, false)));
        (state, next, since) = (lead.state, lives_on(&lead), merged_at(&joined, &lead));
    }
    let matter = matter_of(world, case);
    Ok(FollowSheet {
        number: case.number.clone(),
        version: case.version,
        state,
        state_zh: state.zh(),
        matter_zh: matter.as_ref().map(|m| m.name_zh.clone()),
        matter_en: matter.as_ref().map(|m| m.name_en.clone()),
        where_zh: where_zh(world, case),
        text: if supporter { String::new() } else { case.text.clone() },
        merged: case.state == State::Merged,
        supporter,
        supporters: case.supporters,
        allowed,
        steps,
    })
}

/// When a case was merged into the one it lives on in.
fn merged_at(steps: &[Step], case: &Case) -> Instant {
    steps.iter().rev().find(|s| s.action == "merge").map_or(case.updated, |s| s.at)
}

/// The steps that concern the public, in plain words; the others stay inside. `reporter`: also what
/// passes between the reporter and those at work.
fn plain(step: &Step, reporter: bool) -> Option<FollowStep> {
    let payload: serde_json::Value =
        step.payload.as_deref().and_then(|p| serde_json::from_str(p).ok()).unwrap_or_default();
    let (zh, en, field) = match (step.action.as_str(), step.state.as_str()) {
        ("report", _) => ("已收到您的报告", "Your report was received", None),
        ("verify", "rejected") => {
            ("现场核实,未发现所反映的情况", "Looked at on site: not found", Some("note"))
        }
        ("verify", _) => ("已到现场核实", "Seen on site", None),
        ("reject", _) => ("未予受理", "Not taken", Some("reason")),
        ("file", _) => ("已立案", "Filed", None),
        ("resolve", _) => ("已当场处理", "Solved on the spot", Some("note")),
        ("dispatch" | "rule", _) => ("已派给责任单位", "Given to the unit responsible", None),
        ("accept", _) => ("责任单位已接单", "Taken by the unit responsible", None),
        ("whistle", _) => ("已请有关部门到场", "Departments were called to the place", None),
        ("decide", "suspended") => ("暂缓办理", "Put off for the time being", None),
        ("resume", _) => ("恢复办理", "Work goes on", None),
        ("refer", _) => ("已请外区县协助", "Another district was asked to help", None),
        ("answered", _) => ("外区县已答复", "The other district has answered", None),
        ("finish", _) => ("已处置,等待核查", "Handled, to be checked", Some("note")),
        ("check", "in_progress") => ("核查未通过,返工", "The check did not pass: done again", None),
        ("check", _) => ("核查通过", "The check passed", None),
        ("close", _) => ("已结案", "Closed", Some("note")),
        ("reopen", _) => ("已重开", "Opened again", None),
        ("rate", "closed") => ("您已评价", "You said what you think of it", Some("note")),
        ("rate", _) => ("您认为未解决,已重开", "You said it is not solved: opened again", Some("note")),
        ("lift", _) => ("已提交上一级办理", "Passed to the next level", None),
        ("merge", _) => ("与同一事项合并办理", "Joined with reports of the same thing", None),
        ("not_joined", _) => (
            "未能与外区县事项合并,单独办理",
            "Could not be joined with the other district's: on its own",
            None,
        ),
        ("joined", _) => ("外区县的同一事项并入办理", "Another district's reports of it were joined", None),
        ("unmerge", _) => ("恢复单独办理", "Handled on its own again", None),
        ("add", _) => ("您的补充", "You added", Some("text")),
        ("correct", _) => ("您已更正", "You corrected it", None),
        ("withdraw", _) => ("您已撤回", "You took it back", None),
        ("message", _) if step.actor == "citizen" => ("您的留言", "Your message", Some("text")),
        ("message", _) => ("承办单位的留言", "A message from the handler", Some("text")),
        _ => return None,
    };
    // What colleagues add among themselves is not for the reporter.
    if step.action == "add" && step.actor != "citizen" {
        return None;
    }
    let between = matches!(step.action.as_str(), "add" | "correct" | "withdraw" | "message" | "rate");
    if between && !reporter {
        return None;
    }
    let note = field.and_then(|f| payload[f].as_str()).filter(|n| !n.is_empty()).map(str::to_owned);
    Some(FollowStep { at: step.at, zh, en, note })
}
