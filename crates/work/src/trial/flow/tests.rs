//! Real limits and real endings: what is late here was late there.

use std::process::Command;

use wangge_base::{Instant, Limit, Seat};

use super::*;
use crate::{calendar::Calendars, deadline::Clock};

/// 30,471 cases of Boston's 311 of 2015 with opening, target and end (data of the project, not of the repository).
const BOSTON: &str = "WANGGE_BOSTON";

fn at(text: &str) -> Option<Instant> {
    let wall: jiff::civil::DateTime = text.parse().ok()?;
    Some(jiff::tz::Offset::UTC.to_timestamp(wall).ok()?.into())
}

#[test]
fn a_clock_of_real_cases_is_late_when_they_were() {
    let Some((_, path)) = std::env::vars().find(|(name, _)| name == BOSTON) else {
        eprintln!("*** {BOSTON} does not name boston_311_2015.csv.gz: REAL LIMITS ARE NOT TESTED ***");
        return;
    };
    let raw = Command::new("gzip").args(["-dc", &path]).output().expect("gzip runs");
    assert!(raw.status.success(), "{path} cannot be read");
    let calendars = Calendars::shipped("Asia/Shanghai").expect("calendars");
    let seat = Seat { unit: "500107003".parse().expect("unit"), post: None };
    let (mut seen, mut late) = (0, 0);
    for row in csv::Reader::from_reader(raw.stdout.as_slice()).records() {
        let row = row.expect("a row");
        let (Some(open), Some(target), Some(closed)) = (at(&row[1]), at(&row[2]), at(&row[3])) else {
            continue;
        };
        let minutes = target.minutes_since(open);
        if row[4].is_empty() || minutes < 1 || target.micros() != open.plus_minutes(minutes).micros() {
            continue;
        }
        let Ok(limit) = format!("{minutes}min").parse::<Limit>() else { continue };
        let armed = Deadline::arm(Clock::Handle, &seat, open, limit, calendars.get(None));
        let stay = Stay {
            clock: Clock::Handle,
            seat: seat.clone(),
            from: open,
            ended: Some(closed),
            due: armed.due,
        };
        assert_eq!(stay.due, target, "{}", &row[0]);
        let was_late = &row[4] == "OVERDUE";
        assert_eq!(stay.is_late(closed), was_late, "{}", &row[0]);
        seen += 1;
        late += u32::from(was_late);
    }
    assert!(seen > 1_000 && late > 100, "only {seen} cases, {late} late");
}
