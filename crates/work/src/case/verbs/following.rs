//! What a reporter sees by the follow token.

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Actor, Instant, Ref};
use wangge_store::{Read, Result};

use super::{
    Follow, by_token,
    listing::{matter_of, where_zh},
    load,
    reading::STEPS,
    with_view,
};
use crate::{
    World,
    case::{State, flow},
    step::{self, Step},
};

/// A case as its reporter sees it: every step in plain words, no names of colleagues.
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
    /// What was reported.
    pub text: String,
    /// The case it lives on in; its stage is what is shown.
    pub merged: bool,
    /// What the reporter can do now.
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

/// What the reporter reads by the follow token.
pub fn follow_sheet(read: &mut Read, world: &World, token: &Ref<Follow>) -> Result<FollowSheet> {
    let now = read.now();
    let at = by_token(read, world, token)?;
    let file = load(read, &at)?;
    let allowed = with_view(world, &Actor::Citizen, true, &file, (None, None), |view| {
        flow::allowed(view, &Actor::Citizen, now)
    })?;
    let mut steps = step::timeline(read, &at.district, &at.id.to_string(), 0, STEPS)?;
    let mut state = file.case.state;
    if let Some(into) = file.case.merged_into {
        let lead = load(read, &Ref::new(at.district.clone(), into))?;
        state = lead.case.state;
        steps.extend(step::timeline(read, &at.district, &into.to_string(), file.case.version.max(1), STEPS)?);
    }
    let matter = matter_of(world, &file.case);
    Ok(FollowSheet {
        number: file.case.number.clone(),
        version: file.case.version,
        state,
        state_zh: state.zh(),
        matter_zh: matter.as_ref().map(|m| m.name_zh.clone()),
        matter_en: matter.as_ref().map(|m| m.name_en.clone()),
        where_zh: where_zh(world, &file.case),
        text: file.case.text.clone(),
        merged: file.case.merged_into.is_some(),
        allowed,
        steps: steps.iter().filter_map(plain).collect(),
    })
}

/// The steps that concern the reporter, in plain words; the others stay inside.
fn plain(step: &Step) -> Option<FollowStep> {
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
        ("finish", _) => ("已处置,等待核查", "Handled, to be checked", Some("note")),
        ("check", "in_progress") => ("核查未通过,返工", "The check did not pass: done again", None),
        ("check", _) => ("核查通过", "The check passed", None),
        ("close", _) => ("已结案", "Closed", Some("note")),
        ("reopen", _) => ("已重开", "Opened again", None),
        ("rate", "closed") => ("您已评价", "You said what you think of it", Some("note")),
        ("rate", _) => ("您认为未解决,已重开", "You said it is not solved: opened again", Some("note")),
        ("lift", _) => ("已提交上一级办理", "Passed to the next level", None),
        ("merge", _) => ("与同一事项合并办理", "Joined with reports of the same thing", None),
        ("unmerge", _) => ("恢复单独办理", "Handled on its own again", None),
        ("add", _) => ("补充", "Something was added", Some("text")),
        ("correct", _) => ("您已更正", "You corrected it", None),
        ("withdraw", _) => ("您已撤回", "You took it back", None),
        ("message", _) => ("留言", "A message", Some("text")),
        _ => return None,
    };
    // What colleagues add among themselves is not for the reporter.
    if step.action == "add" && step.actor != "citizen" {
        return None;
    }
    let note = field.and_then(|f| payload[f].as_str()).filter(|n| !n.is_empty()).map(str::to_owned);
    Some(FollowStep { at: step.at, zh, en, note })
}
