//! Live events over HTTP: what concerns the post somebody is using, and nothing else.

mod why;

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::Response};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Holder, Refusal, UnitCode};
use wangge_store::outbox::Told;
use wangge_web::{
    Problem, Query, ReadProblems,
    live::{self, Predicate, Rights, Subscription},
};

use super::{Compartment, Scope, Verb, flow::resolved, rules};
use crate::{Realm, Who, session::Login};

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct StreamQuery {
    /// Only what concerns this unit and what is below it; absent: all in scope.
    #[param(value_type = Option<String>)]
    pub unit: Option<UnitCode>,
    /// The post to listen as: browsers cannot send `wangge-holding` with an event source.
    pub holding: Option<String>,
    /// Where to go on, when the header `Last-Event-ID` cannot be sent.
    pub since: Option<String>,
}

/// Whether an event concerns a holder: a case event by the rules of [`Verb::StreamRead`], one of duties by those of
/// [`Verb::DutySee`] (its scope names every unit it touches), a trigger by those of [`Verb::DutyTrigger`] too, a notice if
/// it is to him or his post. Other kinds stay inside.
pub fn concerns(holder: &Holder, event: &Told) -> bool {
    let names = |code: &str| event.scope.iter().any(|one| one == code);
    if event.kind.starts_with("notice.") {
        let post = event.data["post"].as_str();
        return names(&holder.person)
            || (names(holder.unit.as_str()) && post.is_none_or(|post| post == holder.post.as_str()));
    }
    let word = event.data["compartment"].as_str();
    let (verbs, compartment): (&[Verb], _) = match event.kind.split_once('.') {
        // What does not say how open it is counts as sealed.
        Some(("case", _)) => {
            (&[Verb::StreamRead], word.and_then(Compartment::from_word).unwrap_or(Compartment::Sealed))
        }
        // That something was set off, for whoever could have done it besides.
        Some(("duty", "triggered" | "called_off")) => {
            (&[Verb::DutySee, Verb::DutyTrigger], Compartment::Open)
        }
        // That something was done at a place, not what.
        Some(("duty", _)) => (&[Verb::DutySee], Compartment::Open),
        _ => return false,
    };
    verbs.iter().flat_map(|verb| rules(holder.role, *verb)).any(|(scope, depth)| {
        depth.reaches(compartment)
            && match resolved(*scope, holder) {
                Scope::City | Scope::Office => true,
                Scope::Own => names(&holder.person),
                _ => names(holder.unit.as_str()),
            }
    })
}

fn predicate(holder: Holder, unit: Option<UnitCode>) -> Predicate {
    Arc::new(move |event| {
        let inside = unit.as_ref().is_none_or(|unit| event.scope.iter().any(|one| one == unit.as_str()));
        inside && concerns(&holder, event)
    })
}

/// Asks again, each minute and after every revocation, whether the session and the post still stand.
fn rights(realm: &Realm, login: &Login, holding: String, unit: Option<UnitCode>) -> Rights {
    let (realm, session) = (realm.clone(), login.session.clone());
    Arc::new(move || {
        let (realm, session, holding, unit) = (realm.clone(), session.clone(), holding.clone(), unit.clone());
        Box::pin(async move {
            let Some(login) = realm.login(&session, None).await? else { return Ok(None) };
            let now = realm.app.clock().now();
            if login.expires <= now {
                return Ok(None);
            }
            let holder = login.holders(now).find(|h| h.holding == holding);
            Ok(holder.map(|holder| predicate(holder, unit)))
        })
    })
}

/// Live events as server-sent events: references only, misses nothing over reconnects. Event names:
/// `hello` (first cursors), the event's kind, `reset` (load the page anew), `bye` (the right ended).
#[utoipa::path(get, path = "/api/v1/stream", operation_id = "stream_follow", tag = "stream", params(StreamQuery),
    responses((status = 200, description = "text/event-stream", content_type = "text/event-stream"), ReadProblems))]
async fn stream(
    State(realm): State<Realm>,
    who: Who,
    headers: HeaderMap,
    Query(query): Query<StreamQuery>,
) -> Result<Response, Problem> {
    let login = who.require_login()?;
    let holder = match &query.holding {
        None => who.require_holder()?.clone(),
        Some(named) => {
            let now = realm.app.clock().now();
            login.holders(now).find(|h| h.holding == *named).ok_or_else(|| {
                Refusal::forbidden(
                    "您没有(或不再)担任所选岗位",
                    "You do not hold, or no longer hold, that post",
                )
            })?
        }
    };
    if rules(holder.role, Verb::StreamRead).is_empty() {
        return Err(super::refuse(Verb::StreamRead).into());
    }
    let mut districts = realm.filter(&holder, Verb::StreamRead).districts;
    let mut unit = query.unit;
    if let Some(code) = &unit {
        realm.place_of(code)?;
        let under = crate::shards_of(&realm.units(), code);
        districts.retain(|district| under.contains(district));
    }
    // The city is above everything; events name nothing higher than a governing district.
    unit = unit.filter(|code| code != realm.units().root());
    let since = live::since(&headers, query.since.as_deref())?;
    let rights = rights(&realm, login, holder.holding, unit);
    realm.app.hub().answer(realm.app.db(), Subscription { districts, since, rights }).await
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new().routes(routes!(stream)).merge(why::routes())
}
