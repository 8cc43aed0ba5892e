//! A department and its sections, on both engines: passed on inside, one list over all towns.

use serde_json::json;
use wangge_base::Role;
use wangge_demo::{client::Client, people::PASSWORD};

use crate::{
    access::add,
    city::{self, Hand},
};

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
const OFFICE: &str = "500107-Q-CG";
const SECTION: &str = "500107-Q-CG-K1";

#[tokio::test]
async fn a_department_passes_on_to_its_section_and_stays_charged() {
    for city in city::each().await {
        let (worker, desk) = (city.hand(GRID, "WG-01").await, city.hand(TOWN, "ZH-04").await);
        let (office, section) = (city.hand(OFFICE, "BM-01").await, city.hand(SECTION, "KS-01").await);
        let other = city.hand("500107-Q-CG-K2", "KS-01").await;
        let receipt = worker.report(json!({ "text": "占道经营", "grid": GRID })).await;
        let at = receipt["ref"].as_str().expect("ref").to_owned();
        // The same department in another town: one list over all of them.
        let next = desk.report(json!({ "text": "占道经营", "grid": "500107004001001" })).await;
        let next = next["ref"].as_str().expect("ref").to_owned();
        let (login, _) =
            add(&city, "neighbour", "500107004", "ZH-04", Role::DutyOfficer).await.expect("login");
        let client = Client::log_in(&city.base(), &login, PASSWORD).await.expect("logs in");
        let neighbour = Hand { client, called: "neighbour".into(), login };
        for (hand, case) in [(&desk, &at), (&neighbour, &next)] {
            hand.does(case, json!({ "action": "file", "matter": "M-MS-06" })).await;
            hand.does(case, json!({ "action": "dispatch", "to": { "unit": OFFICE } })).await;
        }
        let list = async |hand: &Hand, query: &str| {
            let page = hand.client.get(&format!("/api/v1/cases{query}")).await.expect("list");
            page["items"]
                .as_array()
                .expect("items")
                .iter()
                .filter_map(|i| i["ref"].as_str().map(str::to_owned))
                .collect::<Vec<_>>()
        };
        let mut both = list(&office, "?queue=unit").await;
        both.sort();
        let mut wanted = vec![at.clone(), next.clone()];
        wanted.sort();
        assert_eq!(both, wanted, "one list over all towns");
        assert!(list(&section, "").await.is_empty(), "not the section's yet");
        let (_, why) = office
            .cannot(&at, json!({ "action": "transfer", "to": { "unit": "500107-Q-XF" }, "reason": "请处置" }))
            .await;
        assert!(why.contains("same unit"), "{why}");
        office
            .does(&at, json!({ "action": "transfer", "to": { "unit": SECTION }, "reason": "请处置" }))
            .await;
        assert_eq!(
            list(&section, "?queue=unit").await,
            std::slice::from_ref(&at),
            "the queue of the section"
        );
        assert!(list(&other, "").await.is_empty(), "and of no other");
        assert_eq!(list(&office, "?queue=unit").await, std::slice::from_ref(&next));
        assert_eq!(
            list(&office, &format!("?with={SECTION}")).await,
            std::slice::from_ref(&at),
            "its department looks"
        );
        assert!(list(&office, "?with=500107-Q-CG-K2").await.is_empty());
        let sheet = office.sheet(&at).await;
        assert_eq!((&sheet["seat"]["unit"], &sheet["handler"]["unit"]), (&json!(SECTION), &json!(OFFICE)));

        let (_, why) = section.cannot(&at, json!({ "action": "return", "reason": "不归我们" })).await;
        assert!(why.contains("department"), "a section answers to its department: {why}");
        // Taken back, and given to the right one.
        office
            .does(
                &at,
                json!({ "action": "transfer", "to": { "unit": "500107-Q-CG-K2" }, "reason": "应由设施科" }),
            )
            .await;
        assert_eq!(
            section.cannot(&at, json!({ "action": "accept" })).await.0,
            404,
            "no longer the first one's"
        );
        other.does(&at, json!({ "action": "accept" })).await;
        other.does(&at, json!({ "action": "finish", "note": "已整改" })).await;
        let (_, why) = desk.cannot(&at, json!({ "action": "merge", "into": at })).await;
        assert!(!why.is_empty());
        city.end().await;
    }
}
