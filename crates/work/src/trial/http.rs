//! Dry runs over HTTP.

use std::time::{Duration, Instant as Stopwatch};

use axum::extract::State;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_realm::{Who, access::Verb};
use wangge_web::{Answer, Json, ReadProblems};

use super::{
    Counted, TrialNew, TrialSheet,
    verbs::{self, EXAMPLES, MOST},
};
use crate::Work;

/// After how long an answer is given even if there is more to look at.
const PATIENCE: Duration = Duration::from_secs(8);

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new().routes(routes!(trial))
}

/// Try a changed matter on what happened: which cases would have moved, which would have run over a limit, and what it
/// would have cost. Open and restricted cases of the post's area are counted, sealed ones never; examples are only what the
/// post may list. Nothing is written. For centres and list officers. It answers after some seconds at the latest: go on
/// with `next` as `after`, and add the counts up.
#[utoipa::path(post, path = "/api/v1/trials", operation_id = "trial_trial", tag = "trial", request_body = TrialNew,
    responses((status = 200, body = TrialSheet), ReadProblems))]
async fn trial(State(work): State<Work>, who: Who, Json(it): Json<TrialNew>) -> Answer<TrialSheet> {
    let holder = who.require_holder()?.clone();
    who.may(Verb::TrialRun, &work.realm.place_of(&holder.unit)?)?;
    let world = work.world();
    verbs::check(&world, &it)?;
    let filter = work.realm.filter(&holder, Verb::TrialRun);
    let (begun, most) = (Stopwatch::now(), it.most.unwrap_or(MOST));
    let (mut all, mut examples) = (Counted::default(), Vec::new());
    let (mut after, mut as_of, mut complete) = (it.after.clone(), None, false);
    while !complete && all.looked < most && begun.elapsed() < PATIENCE {
        let (world, filter, it, from) = (world.clone(), filter.clone(), it.clone(), after.clone());
        let holder = holder.clone();
        let look =
            move |r: &mut wangge_store::Read| verbs::round(r, &world, &holder, &filter, &it, from.as_ref());
        let found = work.realm.app.db().report(look).await?;
        all += found.counted;
        examples.extend(found.examples);
        examples.truncate(EXAMPLES);
        // The earliest reading is what the whole stands for.
        as_of = as_of.or(found.as_of);
        complete = found.last.is_none();
        after = found.last.or(after);
    }
    let (zh, en) = all.sentence();
    Ok(Json(TrialSheet {
        code: it.entry.code,
        as_of: as_of.unwrap_or_else(|| work.realm.app.clock().now()),
        counted: all,
        examples,
        next: after.filter(|_| !complete),
        complete,
        zh,
        en,
    }))
}
