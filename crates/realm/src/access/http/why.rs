//! "Why can this person not see that?": the table of rights, told for one account and one piece of
//! work. It says which relation is missing and nothing of what the work is about.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Holder, Ref, Refusal};
use wangge_store::{Result, Tx};
use wangge_web::{Answer, Json, Query, ReadProblems};

use crate::{
    Realm, Who,
    access::{Subject, Verb, explain, may, refuse, rules},
    account::{self, Account, Holding},
    audit,
};

/// Who, with which post, and what.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct WhyQuery {
    /// Reference or log-in name of the account.
    pub account: String,
    /// One of its posts; absent: all it holds now.
    pub holding: Option<String>,
    /// The case; absent: whether the posts carry the right at all.
    pub case: Option<String>,
    /// The right, e.g. `case.act`; `case.read` when absent.
    pub verb: Option<String>,
}

/// One thing looked at.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhyCheck {
    /// The post; absent for what concerns the account as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holding: Option<String>,
    /// The relation asked for: `account`, `post`, `verb`, `compartment`, or a scope of the table of rights.
    pub scope: &'static str,
    /// Whether it holds.
    pub holds: bool,
    /// What was asked and what came out, Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// Why somebody may, or may not.
#[derive(Debug, Serialize, ToSchema)]
pub struct Why {
    /// Whether one of the posts looked at lets the account through.
    pub may: bool,
    /// The right.
    pub verb: Verb,
    /// Everything that was looked at.
    pub checks: Vec<WhyCheck>,
    /// In one sentence, Chinese.
    pub zh: String,
    /// In one sentence, English.
    pub en: String,
}

/// Why an account may, or may not, do something (auditor): relation by relation, from the table of rights
/// itself. Tells nothing of the case's contents, and is written to the audit trail.
#[utoipa::path(get, path = "/api/v1/why", operation_id = "why_read", tag = "audit", params(WhyQuery),
    responses((status = 200, body = Why), ReadProblems))]
async fn why(State(realm): State<Realm>, who: Who, Query(query): Query<WhyQuery>) -> Answer<Why> {
    let holder = who.require_holder()?.clone();
    if rules(holder.role, Verb::AuditRead).is_empty() {
        return Err(refuse(Verb::AuditRead).into());
    }
    let tree = realm.clone();
    Ok(Json(realm.app.db().write(move |tx| told(tx, &tree, &holder, &query)).await?))
}

fn told(tx: &mut Tx, realm: &Realm, auditor: &Holder, query: &WhyQuery) -> Result<Why> {
    let verb = match query.verb.as_deref() {
        None => Verb::CaseRead,
        Some(word) => Verb::from_word(word)
            .ok_or_else(|| Refusal::invalid("verb", "没有这项权限", "There is no such right"))?,
    };
    let at = match account::by_login(tx, &query.account)? {
        Some(at) => at,
        None => query.account.parse::<Ref<Account>>()?,
    };
    let person = account::person(tx, &at)?;
    may(auditor, Verb::AuditRead, &realm.place_of(&person.home_unit)?)?;
    let subject = match query.case.as_deref() {
        None => None,
        Some(case) => {
            let found = realm
                .subject(tx, case)?
                .ok_or_else(|| Refusal::invalid("case", "没有这个案件", "There is no such case"))?;
            may(auditor, Verb::AuditRead, &found)?;
            Some(found)
        }
    };
    let facts = json!({ "verb": verb, "case": query.case, "holding": query.holding });
    let kind = audit::Kind::Explained;
    audit::write(tx, &at.district, &auditor.person, kind, &at.to_string(), &facts)?;
    let now = tx.now();
    let mut held = account::holdings_of(tx, &at)?;
    held.retain(|h| h.holds_at(now) && query.holding.as_ref().is_none_or(|one| h.at.to_string() == *one));
    let mut checks = vec![check("account", person.closed.is_none(), ("账号在用", "the account is open"))];
    checks.push(check("post", !held.is_empty(), ("现任岗位", "holds a post now")));
    let mut passes = false;
    for one in &held {
        let holder = holder(&at, &person, one);
        passes |= post(&mut checks, &holder, verb, subject.as_ref());
    }
    let passes = passes && person.closed.is_none();
    let (zh, en) = sum(passes, subject.is_some());
    Ok(Why { may: passes, verb, checks, zh: zh.into(), en: en.into() })
}

/// What one post amounts to; whether it lets through.
fn post(checks: &mut Vec<WhyCheck>, holder: &Holder, verb: Verb, subject: Option<&Subject>) -> bool {
    let named = |mut one: WhyCheck| {
        one.holding = Some(holder.holding.clone());
        one.zh = format!("{}/{}:{}", holder.unit, holder.post, one.zh);
        one.en = format!("{}/{}: {}", holder.unit, holder.post, one.en);
        one
    };
    let carries = !rules(holder.role, verb).is_empty();
    checks.push(named(check("verb", carries, ("岗位具备此项权限", "the post carries this right"))));
    let Some(subject) = subject else { return carries };
    let lines = explain(holder, verb, subject);
    for line in &lines {
        let (scope, zh, en) = line.scope.words();
        checks.push(named(check(scope, line.related, (zh, en))));
    }
    if lines.iter().any(|line| line.related) {
        let deep = lines.iter().any(|line| line.holds());
        checks.push(named(check("compartment", deep, ("密级在权限之内", "the compartment is within reach"))));
    }
    lines.iter().any(|line| line.holds())
}

fn check(scope: &'static str, holds: bool, (zh, en): (&str, &str)) -> WhyCheck {
    let (yes_zh, yes_en) = if holds { ("是", "yes") } else { ("否", "no") };
    WhyCheck { holding: None, scope, holds, zh: format!("{zh}:{yes_zh}"), en: format!("{en}: {yes_en}") }
}

const fn sum(passes: bool, about_a_case: bool) -> (&'static str, &'static str) {
    match (passes, about_a_case) {
        (true, true) => (
            "可以:至少有一项关系成立,且密级在权限之内",
            "Yes: one relation holds, and the compartment is within reach",
        ),
        (true, false) => (
            "岗位具备此项权限,具体案件另看关系",
            "A post carries this right; for a case the relation counts too",
        ),
        (false, true) => (
            "不可以:没有一项关系成立,或密级超出权限",
            "No: no relation holds, or the compartment is out of reach",
        ),
        (false, false) => ("不可以:现任岗位都不具备此项权限", "No: no post held now carries this right"),
    }
}

fn holder(at: &Ref<Account>, person: &Account, held: &Holding) -> Holder {
    Holder {
        person: at.to_string(),
        called: person.called.clone(),
        home: at.district.clone(),
        holding: held.at.to_string(),
        unit: held.unit.clone(),
        post: held.post.clone(),
        role: held.role,
        board: held.board,
        capacity: held.capacity,
    }
}

/// The route of this file.
pub(super) fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(why))
}
