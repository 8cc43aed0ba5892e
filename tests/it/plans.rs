//! Grids change on the day that was planned for it: told beforehand, taken back until then, done once by whichever
//! node comes first, after downtime too.

use reqwest::Method;
use serde_json::{Value, json};
use wangge_demo::people::PASSWORD;
use wangge_realm::grid;
use wangge_server::first;

use crate::{
    city::{self, City},
    raw::Raw,
};

const VILLAGE: &str = "500107003003";
const GRID: &str = "500107003003001";
const PLANS: &str = "/api/v1/grid-plans";
const LIST: &str = "/api/v1/grid-plans?village=500107003003";

async fn admin(city: &City) -> Raw {
    let made = first::administrators(city.house()).await.expect("administrators");
    let one = made.iter().find(|m| m.name == "admin").expect("the administrator");
    Raw::log_in(&city.base(), &one.name, &one.password).await
}

/// Lets the job of plans run once, as any node would.
async fn due(city: &City) -> u64 {
    let district = "500107".parse().expect("a district");
    grid::jobs::activate(&city.house().work.realm, &district).await.expect("the job runs")
}

fn part(code: &str, (west, east): (f64, f64)) -> Value {
    let ring = json!([[west, 29.5], [east, 29.5], [east, 29.51], [west, 29.51], [west, 29.5]]);
    json!({ "code": code, "name": format!("第{}网格", &code[13..]), "rings": [ring] })
}

/// GRID into a western and an eastern half.
fn halves(effective: Option<&str>) -> Value {
    json!({
        "grids": [GRID], "effective": effective,
        "parts": [part("500107003003011", (106.50, 106.505)), part("500107003003012", (106.505, 106.51))],
    })
}

async fn grid_here(raw: &Raw) -> Value {
    raw.get("/api/v1/places/locate?lon=106.503&lat=29.505").await.json()["grid"]["code"].clone()
}

async fn state(raw: &Raw, at: &str) -> Value {
    let all = raw.get(LIST).await.json();
    let mut rows = all.as_array().expect("a list").iter();
    rows.find(|one| one["ref"] == at).map_or(Value::Null, |one| one["state"].clone())
}

/// What the community's secretary was told.
async fn told(city: &City) -> String {
    Raw::log_in(&city.base(), "500107003003-sq-01", PASSWORD).await.get("/api/v1/notices").await.text
}

#[tokio::test]
async fn a_planned_change_takes_effect_on_its_day_and_not_before() {
    for city in city::each().await {
        let (admin, worker) = (admin(&city).await, city.hand(GRID, "WG-01").await);
        let receipt = worker.report(json!({ "text": "路灯不亮", "grid": GRID })).await;
        let case = receipt["ref"].as_str().expect("ref").to_owned();

        let mut looked = halves(Some("2026-06-15T00:00:00+08:00"));
        looked["dry_run"] = true.into();
        let seen = admin.json(Method::POST, PLANS, &looked).await.json();
        assert_eq!(
            (seen["kind"].as_str(), seen.get("ref").is_none_or(Value::is_null)),
            (Some("split"), true),
            "{seen}"
        );
        assert_eq!(
            seen["moves"],
            json!({ "households": 300, "people": 900, "work": [{ "what": "cases", "n": 1 }] })
        );
        assert_eq!(admin.get(LIST).await.json(), json!([]), "a look changes nothing");

        let planned = admin.json(Method::POST, PLANS, &halves(Some("2026-06-15T00:00:00+08:00"))).await;
        assert_eq!((planned.status, planned.json()["state"].as_str()), (200, Some("upcoming")));
        let at = planned.json()["ref"].as_str().expect("ref").to_owned();
        assert!(told(&city).await.contains("将于2026-06-15 00:00起调整"));
        let again = admin.json(Method::POST, PLANS, &halves(Some("2026-06-20T00:00:00+08:00"))).await;
        assert_eq!(
            (again.status, again.json()["code"].as_str()),
            (409, Some("grid.planned")),
            "{}",
            again.text
        );
        let no = worker.client.post(PLANS, Some(&city::key()), &halves(None)).await;
        assert_eq!(city::told(no.expect_err("refused")).0, 403);

        assert_eq!((due(&city).await, grid_here(&admin).await), (0, json!(GRID)), "two weeks too early");
        // Monday 09:30 and 13 days, 14 hours, 29 minutes: the last minute before.
        city.clock.advance_minutes((13 * 24 + 14) * 60 + 29);
        assert_eq!((due(&city).await, grid_here(&admin).await), (0, json!(GRID)), "a minute too early");
        // The nodes are down at the moment itself and for two days after.
        city.clock.advance_minutes(1 + 48 * 60);
        let city = city.restarted().await;
        let raw = Raw::log_in(&city.base(), "500107003-zh-04", PASSWORD).await;
        assert_eq!((due(&city).await, grid_here(&raw).await), (1, json!("500107003003011")));
        assert_eq!((due(&city).await, state(&raw, &at).await), (0, json!("done")), "once");
        assert!(told(&city).await.contains("已按方案(2026-06-15 00:00起)调整"));

        let desk = city.hand("500107003", "ZH-04").await;
        assert_eq!(desk.sheet(&case).await["grid"], GRID, "what was filed stays where it was filed");
        let citizen = city.citizen();
        let fresh = citizen.report(json!({
            "text": "井盖松动", "point": { "lon": 106.503, "lat": 29.505 },
        }));
        let fresh = fresh.await["ref"].as_str().expect("ref").to_owned();
        assert_eq!(desk.sheet(&fresh).await["grid"], "500107003003011");
        city.end().await;
    }
}

#[tokio::test]
async fn a_community_redraws_its_own_grids_and_says_why() {
    for city in city::each().await {
        let own = Raw::log_in(&city.base(), "500107003003-sq-01", PASSWORD).await;
        let other = Raw::log_in(&city.base(), "500107003004-sq-01", PASSWORD).await;
        let mut plan = halves(Some("2026-06-15T00:00:00+08:00"));
        plan["reason"] = json!("  两栋新楼入住  ");
        assert_eq!(other.json(Method::POST, PLANS, &plan).await.status, 403, "not the neighbour's grids");
        let planned = own.json(Method::POST, PLANS, &plan).await;
        assert_eq!(
            (planned.status, planned.json()["reason"].as_str()),
            (200, Some("两栋新楼入住")),
            "{}",
            planned.text
        );
        let at = planned.json()["ref"].as_str().expect("ref").to_owned();
        assert_eq!(own.get(LIST).await.json()[0]["reason"], "两栋新楼入住");
        let town = Raw::log_in(&city.base(), "500107003-zh-04", PASSWORD).await;
        for who in [&own, &town] {
            assert!(
                who.get("/api/v1/notices").await.text.contains("理由:两栋新楼入住。"),
                "the town is told, too"
            );
        }
        let path = format!("{PLANS}/{at}");
        assert_eq!(other.json(Method::DELETE, &path, &json!({})).await.status, 403);
        assert_eq!(own.json(Method::DELETE, &path, &json!({})).await.status, 204);
        plan["reason"] = json!("长".repeat(201));
        let long = own.json(Method::POST, PLANS, &plan).await;
        assert_eq!(
            (long.status, long.json()["code"].as_str()),
            (422, Some("input.invalid")),
            "{}",
            long.text
        );
        city.end().await;
    }
}

#[tokio::test]
async fn a_plan_is_taken_back_until_its_moment() {
    for city in city::each().await {
        let admin = admin(&city).await;
        let planned =
            admin.json(Method::POST, PLANS, &halves(Some("2026-06-15T00:00:00+08:00"))).await.json();
        let at = planned["ref"].as_str().expect("ref").to_owned();
        let path = format!("{PLANS}/{at}");
        let desk = Raw::log_in(&city.base(), "500107003-zh-04", PASSWORD).await;
        assert_eq!(desk.json(Method::DELETE, &path, &json!({})).await.status, 403);
        for _ in 0..2 {
            assert_eq!(admin.json(Method::DELETE, &path, &json!({})).await.status, 204, "twice is once");
        }
        assert!(told(&city).await.contains("原定2026-06-15 00:00的调整已撤销"));
        city.clock.advance_minutes(30 * 24 * 60);
        assert_eq!((due(&city).await, grid_here(&admin).await), (0, json!(GRID)));
        assert_eq!(state(&admin, &at).await, "cancelled");
        // Now, without a day: done at once, and not to be taken back.
        let done = admin.json(Method::POST, PLANS, &halves(None)).await.json();
        assert_eq!((&done["state"], grid_here(&admin).await), (&json!("done"), json!("500107003003011")));
        let path = format!("{PLANS}/{}", done["ref"].as_str().expect("ref"));
        let no = admin.json(Method::DELETE, &path, &json!({})).await;
        assert_eq!((no.status, no.json()["code"].as_str()), (409, Some("plan.over")), "{}", no.text);
        city.end().await;
    }
}

#[tokio::test]
async fn a_plan_that_has_become_impossible_changes_nothing_and_says_why() {
    for city in city::each().await {
        let admin = admin(&city).await;
        let planned =
            admin.json(Method::POST, PLANS, &halves(Some("2026-06-15T00:00:00+08:00"))).await.json();
        let at = planned["ref"].as_str().expect("ref").to_owned();
        // Meanwhile a code of the plan is used elsewhere, by an import.
        let realm = city.house().work.realm.clone();
        let (units, grids) = (realm.units(), realm.grids());
        let into = grid::verbs::Part {
            code: "500107003003011".parse().expect("a code"),
            name: "别处".into(),
            rings: Vec::new(),
            households: None,
            people: None,
        };
        let codes = ["500107003004001", "500107003004002"].map(|code| code.parse().expect("a code"));
        let other = move |tx: &mut wangge_store::Tx| {
            grid::verbs::change(tx, &units, &grids, &codes, std::slice::from_ref(&into))
        };
        city.house().db().write(other).await.expect("merged");
        city.clock.advance_minutes(20 * 24 * 60);
        assert_eq!((due(&city).await, grid_here(&admin).await), (1, json!(GRID)));
        assert_eq!((due(&city).await, state(&admin, &at).await), (0, json!("blocked")));
        let row = admin.get(LIST).await.json()[0].clone();
        assert!(row["why_zh"].as_str().is_some_and(|why| why.contains("已用过")), "{row}");
        let own = admin.get("/api/v1/notices").await.text;
        assert!(own.contains("网格方案未能生效"), "{own}");
        city.end().await;
    }
}

#[tokio::test]
async fn a_common_border_is_drawn_anew() {
    for city in city::each().await {
        let admin = admin(&city).await;
        let redrawn = json!({
            "grids": [GRID, "500107003003002"],
            "parts": [part("500107003003021", (106.50, 106.504)), part("500107003003022", (106.504, 106.52))],
        });
        let done = admin.json(Method::POST, PLANS, &redrawn).await;
        assert_eq!((done.status, done.json()["kind"].as_str()), (200, Some("redraw")), "{}", done.text);
        assert_eq!(grid_here(&admin).await, "500107003003021");
        let history = admin.get("/api/v1/units/500107003003021/history").await.json();
        assert_eq!(
            history["lineage"].as_array().map(Vec::len),
            Some(1),
            "the east had no part in it: {history}"
        );
        let split = |east: Value| json!({ "grids": ["500107003003022"], "parts": [part("500107003003031", (106.504, 106.51)), east] });
        let mut odd = part("500107003003032", (106.51, 106.52));
        odd["people"] = json!(-1);
        let mut bow = part("500107003003032", (106.51, 106.52));
        bow["rings"] =
            json!([[[106.51, 29.5], [106.52, 29.51], [106.52, 29.5], [106.51, 29.51], [106.51, 29.5]]]);
        let mut off = bow.clone();
        off["rings"][0][1] = json!([206.5, 29.51]);
        for (wrong, field) in [
            (json!({ "grids": [], "parts": [] }), "grids"),
            (split(bow), "/parts/1/rings"),
            (split(off), "/parts/1/rings"),
            (split(part("500107003003032", (106.51, 106.53))), "/parts/1/rings"),
            (split(part("500107003003032", (106.507, 106.52))), "/parts/1/rings"),
            (split(part("500107003003032", (106.51, 106.515))), "parts"),
            (split(part(GRID, (106.51, 106.52))), "/parts/1/code"),
            (split(odd), "/parts/1/people"),
            (
                json!({ "grids": ["500107003003022"], "parts": [part("500107003003031", (106.504, 106.52))] }),
                "parts",
            ),
            (
                json!({ "grids": ["500107003003021", "500107003004001"], "parts": [{ "code": "500107003003032", "name": "x" }] }),
                "grids",
            ),
            (
                json!({ "grids": ["500107003003021", "500107003003022"], "parts": [{ "code": "500107003003032", "name": " " }] }),
                "/parts/0/name",
            ),
            (
                json!({ "grids": ["500107003003021", "500107003003022"], "parts": [{ "code": "500107003003032", "name": "x" }], "effective": "2028-01-01T00:00:00Z" }),
                "effective",
            ),
        ] {
            let no = admin.json(Method::POST, PLANS, &wrong).await;
            assert_eq!(
                (no.status, no.json()["fields"][0]["field"].as_str()),
                (422, Some(field)),
                "{}",
                no.text
            );
        }
        assert_eq!(
            admin.get(&format!("{PLANS}?village={VILLAGE}")).await.json().as_array().map(Vec::len),
            Some(1)
        );
        city.end().await;
    }
}
