//! What is left of a limit, through HTTP: in the list, the case and the roll-call, in working time.

use serde_json::{Value, json};

use crate::city;

const GRID: &str = "500107003003001";
const CITY_BODY: &str = "500107-Q-CG";

fn row<'a>(page: &'a Value, at: &str) -> &'a Value {
    page["items"].as_array().expect("rows").iter().find(|row| row["ref"] == at).expect("the case")
}

#[tokio::test]
async fn a_limit_is_counted_in_its_own_time() {
    for city in city::each().await {
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand("500107003", "ZH-04").await);
        let receipt = worker.report(json!({ "text": "楼上油烟扰民", "grid": GRID })).await;
        let at = receipt["ref"].as_str().expect("ref").to_owned();
        desk.does(&at, json!({ "action": "file", "matter": "M-MS-06" })).await;
        desk.does(&at, json!({ "action": "dispatch", "to": { "unit": CITY_BODY } })).await;
        desk.does(&at, json!({ "action": "whistle", "units": [CITY_BODY], "note": "请到场" })).await;

        let sheet = desk.sheet(&at).await;
        let clocks = sheet["clocks"].as_array().expect("clocks").clone();
        for clock in &clocks {
            let (limit, unit) =
                (clock["limit"].as_str().expect("a limit"), clock["countdown"]["unit"].as_str());
            assert_eq!(
                unit,
                Some(limit.trim_start_matches(|c: char| c.is_ascii_digit()).trim_end_matches('!')),
                "{clock}"
            );
            assert!(clock["countdown"]["left"].as_i64() > Some(0), "{clock}");
        }
        // The row tells of the limit it names.
        let listed = row(&desk.client.get("/api/v1/cases").await.expect("a list"), &at).clone();
        let same =
            clocks.iter().find(|c| c["due"] == listed["due"] && c["clock"] != "climb").expect("the limit");
        assert_eq!(listed["countdown"], same["countdown"]);
        assert_eq!(sheet["countdown"], same["countdown"]);
        let call = clocks.iter().find(|c| c["clock"] == "call").expect("the call's limit");
        assert_eq!(sheet["calls"][0]["countdown"], call["countdown"]);

        // Half past nine to half past twelve on Monday: two and a half working hours, then lunch.
        let working: Vec<&Value> =
            clocks.iter().filter(|c| matches!(c["countdown"]["unit"].as_str(), Some("wh" | "wd"))).collect();
        assert!(!working.is_empty(), "{clocks:?}");
        assert!(working.iter().all(|c| c["countdown"]["ticks"] == true));
        assert!(working.iter().all(|c| c["countdown"]["changes"] == "2026-06-01T04:00:00Z"), "{working:?}");
        city.clock.advance_minutes(180);
        let lunch = desk.sheet(&at).await;
        for before in working {
            let same = |c: &&Value| (&c["clock"], &c["of"]) == (&before["clock"], &before["of"]);
            let now = &lunch["clocks"].as_array().expect("clocks").iter().find(same).expect("the clock")["countdown"];
            let left = before["countdown"]["left"].as_i64().expect("minutes") - 150;
            assert_eq!((now["left"].as_i64(), &now["ticks"]), (Some(left), &json!(false)), "{before}");
            assert_eq!(now["changes"], "2026-06-01T06:00:00Z");
        }
        city.end().await;
    }
}
