//! Masks show no more than they should, and only work at a building opens it.

use proptest::prelude::*;
use wangge_base::{Board, Capacity, Coord, Holder, Role};

use super::{Errand, flow};
use crate::access::Subject;

#[test]
fn masks() {
    assert_eq!(flow::masked_name("曾示例"), "曾**");
    assert_eq!(flow::masked_name("欧"), "欧**", "a mask does not tell the length");
    assert_eq!(flow::masked_name(""), "");
    assert_eq!(flow::masked_phone("13800005678"), "138****5678");
    assert_eq!(flow::masked_phone("68001"), "****01");
    assert!(flow::is_phone("023-6800 0000") && !flow::is_phone("五楼找我") && !flow::is_phone("12"));
}

proptest! {
    #[test]
    fn of_a_number_at_least_half_stays_hidden(phone in "[0-9]{5,14}") {
        let shown = flow::masked_phone(&phone).chars().filter(char::is_ascii_digit).count();
        prop_assert!(phone.len() - shown >= 3, "{}", flow::masked_phone(&phone));
    }
}

fn subject(grid: &str) -> Subject {
    let parse = |text: &str| text.parse().expect("a code");
    let mut it = Subject::of("500107".parse().expect("district"), parse("500107"));
    (it.town, it.village, it.grid) = (Some(parse(&grid[..9])), Some(parse(&grid[..12])), Some(parse(grid)));
    it
}

fn holder(role: Role, unit: &str) -> Holder {
    Holder {
        person: "500107.0".into(),
        called: "何网格员".into(),
        home: "500107".parse().expect("district"),
        holding: "500107.1".into(),
        unit: unit.parse().expect("unit"),
        post: "WG-01".parse().expect("post"),
        role,
        board: Board::Centre,
        capacity: Capacity::Holder,
    }
}

#[test]
fn only_open_work_at_the_building_opens_it_for_whoever_reads_that_work() {
    const GRID: &str = "500107003003001";
    let building = Coord { lon: 106.505, lat: 29.505 };
    let at = |lon: f64, open: bool| Errand {
        subject: subject(GRID),
        point: Some(Coord { lon, lat: 29.505 }),
        open,
    };
    let worker = holder(Role::GridWorker, GRID);
    let asked = |who: &Holder, errand: Option<&Errand>| {
        flow::may_look(who, (&subject(GRID), building), errand).map_err(|no| no.code)
    };
    assert_eq!(asked(&worker, Some(&at(106.505_1, true))), Ok(()));
    assert_eq!(asked(&worker, None), Err("not_found"), "no work, no look");
    assert_eq!(asked(&worker, Some(&at(106.505, false))), Err("resident.over"));
    assert_eq!(asked(&worker, Some(&at(106.506, true))), Err("resident.elsewhere"), "97 m away");
    let nowhere = Errand { point: None, ..at(106.505, true) };
    assert_eq!(asked(&worker, Some(&nowhere)), Err("resident.elsewhere"));
    for (role, unit) in [
        (Role::GridWorker, "500107003003002"),
        (Role::Volunteer, GRID),
        (Role::DepartmentHandler, "500107-Q-CG"),
        (Role::SystemAdmin, "500107"),
        (Role::Auditor, "500107"),
    ] {
        assert_eq!(asked(&holder(role, unit), Some(&at(106.505, true))), Err("access.forbidden"), "{role:?}");
    }
    // The place is his, the work is not.
    let mut sealed = at(106.505, true);
    sealed.subject.compartment = crate::access::Compartment::Sealed;
    assert_eq!(asked(&worker, Some(&sealed)), Err("not_found"));
}
