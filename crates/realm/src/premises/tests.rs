//! What a building can be.

use wangge_base::Coord;

use super::{NewBuilding, flow};

fn building() -> NewBuilding {
    NewBuilding {
        code: "L-1".into(),
        name: "3栋".into(),
        address: "示例路1号".into(),
        at: Coord { lon: 106.5, lat: 29.5 },
        storeys: 18,
        entrances: 2,
        units_per_storey: 4,
        lifts: 4,
        charging_places: 10,
        vacancies: 6,
        people: Some(380),
        hazards: vec!["飞线充电".into()],
    }
}

#[test]
fn impossible_buildings_are_named_by_column() {
    assert!(flow::faults(&building()).is_empty());
    let wrong =
        NewBuilding { storeys: 201, vacancies: 100_000, hazards: vec!["长".repeat(101)], ..building() };
    let columns: Vec<&str> = flow::faults(&wrong).iter().map(|fault| fault.0).collect();
    assert_eq!(columns, ["storeys", "vacancies", "hazards"]);
}

#[test]
fn the_box_around_a_building_is_forty_metres_each_way() {
    let [west, south, east, north] = flow::around(Coord { lon: 106.5, lat: 29.5 });
    let metres = ((north - south) * 110_950.0, (east - west) * 110_950.0 * 29.5_f64.to_radians().cos());
    assert!((metres.0 - 80.0).abs() < 0.5 && (metres.1 - 80.0).abs() < 0.5, "{metres:?}");
}
