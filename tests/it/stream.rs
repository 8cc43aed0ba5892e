//! Live events through HTTP: soon, only to whom they concern, and nothing missed or repeated by somebody
//! who goes away and comes back.

use std::time::Duration;

use reqwest::{Method, Response};
use serde_json::{Value, json};
use tokio::time::{Instant, timeout, timeout_at};
use wangge_demo::people::PASSWORD;
use wangge_store::outbox;

use crate::{
    city::{self, City},
    raw::Raw,
};

const GRID: &str = "500107003003001";

/// An open stream.
struct Ear {
    answer: Response,
    buffer: String,
    /// The id heard last: where to go on.
    id: String,
}

impl Ear {
    async fn open(raw: &Raw, since: Option<&str>) -> Self {
        let mut request = raw.request(Method::GET, "/api/v1/stream");
        if let Some(since) = since {
            request = request.header("last-event-id", since);
        }
        let answer = request.send().await.expect("the stream opens");
        assert_eq!(answer.status(), 200);
        assert!(answer.headers()["content-type"].to_str().expect("text").starts_with("text/event-stream"));
        let mut ear = Self { answer, buffer: String::new(), id: String::new() };
        let hello = ear.next(Instant::now() + Duration::from_secs(2)).await.expect("a greeting");
        assert_eq!(hello.0, "hello");
        ear
    }

    /// The next event before `end`: its name and data.
    async fn next(&mut self, end: Instant) -> Option<(String, Value)> {
        loop {
            while let Some((frame, rest)) =
                self.buffer.split_once("\n\n").map(|(f, r)| (f.to_owned(), r.to_owned()))
            {
                self.buffer = rest;
                let field = |name: &str| {
                    frame.lines().find_map(|l| l.strip_prefix(name).map(|v| v.trim_start().to_owned()))
                };
                if let Some(id) = field("id:") {
                    self.id = id;
                }
                if let Some(event) = field("event:") {
                    let data = field("data:").unwrap_or_default();
                    return Some((event, serde_json::from_str(&data).unwrap_or_default()));
                }
            }
            let chunk = timeout_at(end, self.answer.chunk()).await.ok()?;
            let chunk = chunk.expect("the stream goes on").expect("the stream has not ended");
            self.buffer += std::str::from_utf8(&chunk).expect("whole events");
        }
    }

    /// Everything until nothing came for a second: district, number, name, subject.
    async fn all(&mut self) -> Vec<(String, i64, String, String)> {
        let mut all = Vec::new();
        while let Some((event, data)) = self.next(Instant::now() + Duration::from_secs(1)).await {
            let text = |name: &str| data[name].as_str().unwrap_or_default().to_owned();
            all.push((text("district"), data["n"].as_i64().unwrap_or(0), event, text("subject")));
        }
        all
    }
}

async fn report(raw: &Raw) -> String {
    let answer =
        raw.json(Method::POST, "/api/v1/cases", &json!({ "text": "楼道堆放杂物", "grid": GRID })).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()["ref"].as_str().expect("a case").to_owned()
}

#[tokio::test]
async fn a_report_is_heard_within_two_seconds_and_only_where_it_concerns() {
    for city in city::each().await {
        let enter = async |login: &str| Raw::log_in(&city.base(), login, PASSWORD).await;
        let (desk, other) = (enter("500107003-zh-04").await, enter("500105003-zh-04").await);
        let dispatcher = enter("500105-qx-01").await;
        let mut ear = Ear::open(&desk, None).await;
        let mut elsewhere = [Ear::open(&other, None).await, Ear::open(&dispatcher, None).await];
        let end = Instant::now() + Duration::from_secs(2);
        let case = report(&Raw::anonymous(&city.base())).await;
        let heard = timeout(Duration::from_secs(3), async {
            loop {
                let (event, data) = ear.next(end).await.expect("heard within two seconds");
                if event.starts_with("case.") {
                    return (event, data);
                }
            }
        });
        let (event, data) = heard.await.expect("in time");
        assert_eq!(data["subject"], case, "{event} {data}");
        assert!(!data.to_string().contains("楼道"), "references only: {data}");
        for ear in &mut elsewhere {
            let heard = ear.all().await;
            assert!(heard.is_empty(), "another district hears nothing of it: {heard:?}");
        }
        city.end().await;
    }
}

#[tokio::test]
async fn who_comes_back_has_missed_nothing_and_hears_nothing_twice() {
    for city in city::each().await {
        let enter = async |login: &str| Raw::log_in(&city.base(), login, PASSWORD).await;
        let (desk, worker) = (enter("500107003-zh-04").await, enter("500107003003001-wg-01").await);
        // One stays, one comes and goes: in the end both have heard the same.
        let mut stays = Ear::open(&desk, None).await;
        let first = Ear::open(&desk, None).await;
        let (mut id, mut heard) = (first.id.clone(), Vec::new());
        drop(first);
        let mut cases = Vec::new();
        for round in 0..3 {
            for _ in 0..=round {
                cases.push(report(&worker).await);
            }
            let mut back = Ear::open(&desk, Some(&id)).await;
            cases.push(report(&worker).await);
            heard.extend(back.all().await);
            id.clone_from(&back.id);
        }
        let mut again = Ear::open(&desk, Some(&id)).await;
        assert_eq!(again.all().await, Vec::new(), "nothing twice");
        let all = stays.all().await;
        assert_eq!(heard, all, "the same, in the same order");
        for case in &cases {
            let told =
                all.iter().filter(|(_, _, event, subject)| event.starts_with("case.") && subject == case);
            assert_eq!(told.count(), 1, "{case} is reported once: {all:?}");
        }
        let wrong = desk.request(Method::GET, "/api/v1/stream").header("last-event-id", "nonsense");
        assert_eq!(crate::raw::answered(wrong).await.status, 422, "a cursor that is none is told");
        city.end().await;
    }
}

#[tokio::test]
async fn what_heat_sets_off_is_heard_where_it_is_done_and_by_whoever_may_set_it_off() {
    for city in city::each().await {
        let enter = async |login: &str| Raw::log_in(&city.base(), login, PASSWORD).await;
        let (desk, secretary) = (enter("500107003-zh-04").await, enter("500107003003-sq-01").await);
        let elder = json!({ "kind": "elder", "name": "曾国安", "door": "3栋2-1", "grid": GRID });
        let kept = secretary.json(Method::POST, "/api/v1/duties/objects", &elder).await;
        assert_eq!(kept.status, 201, "{}", kept.text);
        let hearing =
            ["500107003003001-wg-01", "500107003003002-wg-01", "500107003003-sq-01", "500107003-zh-04"];
        // Colleagues of the next community, other posts of the town, other towns, the district, the city.
        let deaf = [
            "500107003004001-wg-01",
            "500107003-pf-03",
            "500105003-zh-04",
            "500105003004001-wg-01",
            "500107-qx-01",
            "50-sz-01",
        ];
        let mut ears = Vec::new();
        for login in hearing.iter().chain(&deaf) {
            ears.push(Ear::open(&enter(login).await, None).await);
        }
        let heard = async |ears: &mut [Ear]| {
            let mut all = Vec::new();
            for ear in ears {
                let told = ear.all().await.into_iter().filter(|(_, _, event, _)| event.starts_with("duty."));
                all.push(told.map(|(_, _, event, subject)| (event, subject)).collect::<Vec<_>>());
            }
            all
        };
        let set_off = async |unit: &str| {
            let body = json!({ "on": "heat", "measure": 40.0, "unit": unit, "until": "2026-06-03", "note": "高温红色预警" });
            let made = desk.json(Method::POST, "/api/v1/duties/triggers", &body).await;
            assert_eq!(made.status, 201, "{}", made.text);
            made.json()["ref"].as_str().expect("a reference").to_owned()
        };
        let call_off = async |at: &str| {
            let ended =
                desk.json(Method::POST, &format!("/api/v1/duties/triggers/{at}/end"), &json!({})).await;
            assert_eq!(ended.status, 204, "{}", ended.text);
        };
        // In a community: its grids, its secretary, the centre of the town.
        let at = set_off("500107003003").await;
        call_off(&at).await;
        let both = vec![("duty.triggered".to_owned(), at.clone()), ("duty.called_off".to_owned(), at)];
        for (n, told) in heard(&mut ears).await.into_iter().enumerate() {
            let expected = if n < hearing.len() { both.clone() } else { Vec::new() };
            assert_eq!(told, expected, "{}", hearing.iter().chain(&deaf).nth(n).expect("a login"));
        }
        // In one grid: not the next one.
        let at = set_off(GRID).await;
        for (n, told) in heard(&mut ears).await.into_iter().enumerate() {
            let expected = [0, 2, 3].contains(&n).then(|| ("duty.triggered".to_owned(), at.clone()));
            let login = hearing.iter().chain(&deaf).nth(n).expect("a login");
            assert_eq!(told, expected.into_iter().collect::<Vec<_>>(), "{login}");
        }
        city.end().await;
    }
}

/// Reports of the district are forgotten as if they were old.
async fn prune(city: &City) -> u64 {
    let district = "500107".parse().expect("district");
    let later = city.clock.now().plus_minutes(1);
    let pruned = city.house().db().write(move |tx| outbox::prune(tx, &district, later, i64::MAX, 1000)).await;
    pruned.expect("prunes")
}

#[tokio::test]
async fn who_was_away_too_long_is_told_to_begin_anew() {
    for city in city::each().await {
        let enter = async |login: &str| Raw::log_in(&city.base(), login, PASSWORD).await;
        let (desk, worker) = (enter("500107003-zh-04").await, enter("500107003003001-wg-01").await);
        let first = Ear::open(&desk, None).await;
        let old = first.id.clone();
        drop(first);
        report(&worker).await;
        report(&worker).await;
        assert!(prune(&city).await >= 2, "events were forgotten");
        let mut back = Ear::open(&desk, Some(&old)).await;
        let (event, _) = back.next(Instant::now() + Duration::from_secs(2)).await.expect("something");
        assert_eq!(event, "reset", "what was missed is gone, and that is said");
        assert_ne!(back.id, old, "with the place to go on from");
        assert_eq!(back.all().await, Vec::new(), "nothing of what was forgotten");
        let case = report(&worker).await;
        let heard = back.all().await;
        assert!(heard.iter().any(|(_, _, _, subject)| *subject == case), "it goes on from there: {heard:?}");
        let mut again = Ear::open(&desk, Some(&back.id)).await;
        assert_eq!(again.all().await, Vec::new(), "the new place is good");
        city.end().await;
    }
}

#[tokio::test]
async fn a_restart_of_the_server_loses_and_repeats_nothing() {
    for mut city in city::each().await {
        let enter = async |base: String, login: &str| Raw::log_in(&base, login, PASSWORD).await;
        let desk = enter(city.base(), "500107003-zh-04").await;
        let worker = enter(city.base(), "500107003003001-wg-01").await;
        let mut ear = Ear::open(&desk, None).await;
        let before = report(&worker).await;
        let mut heard = ear.all().await;
        let id = ear.id.clone();
        drop(ear);
        // Taken while nobody listens, right before the server goes down.
        let between = report(&worker).await;
        city = city.restarted().await;
        let worker = enter(city.base(), "500107003003001-wg-01").await;
        let after = report(&worker).await;
        let desk = enter(city.base(), "500107003-zh-04").await;
        let mut ear = Ear::open(&desk, Some(&id)).await;
        let last = report(&worker).await;
        heard.extend(ear.all().await);
        let cases: Vec<_> = heard
            .iter()
            .filter(|(_, _, event, _)| event.starts_with("case."))
            .map(|(_, _, _, subject)| subject.clone())
            .collect();
        assert_eq!(cases, [before, between, after, last], "each once, in order");
        city.end().await;
    }
}
