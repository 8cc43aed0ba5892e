//! The city's calendars: public holidays and make-up workdays, shared by all, and named sets of
//! office hours that units refer to (DESIGN 7). The counting itself is [`wangge_base::calendar`].
//!
//! Hours that carry a unit's code are that unit's own; else the set its geography names counts; else
//! those of the next unit above it; in the end [`USUAL`]. A change counts for clocks armed from then
//! on: a limit that was promised stays what it was.

pub mod http;
pub mod sql;
pub mod verbs;

use std::{collections::BTreeMap, sync::Arc};

use wangge_base::{Holidays, Instant, Office, Refusal, UnitCode, WorkCalendar};

pub use verbs::{Imported, import_days, load, seed, set_office, stamp};

/// Name of the calendar of a unit that names none: Monday to Friday, 09:00–12:00 and 14:00–18:00.
pub const USUAL: &str = "usual";
/// Name of the calendar of a desk that is always staffed.
pub const DUTY: &str = "duty";

/// Name under which a unit keeps hours of its own: its code in lower case.
pub fn own_name(unit: &UnitCode) -> String {
    unit.as_str().to_ascii_lowercase()
}

/// The holidays and make-up workdays that come with the program (data/calendar/README.md).
pub const SHIPPED: &str = include_str!("../../../../data/calendar/cn.csv");

/// Every calendar of the city, ready for look-ups. Share it by `Arc`.
#[derive(Clone, Debug)]
pub struct Calendars {
    holidays: Arc<Holidays>,
    named: BTreeMap<String, Arc<WorkCalendar>>,
    usual: Arc<WorkCalendar>,
    /// What was known of the days since when, the oldest first.
    known: Vec<(Instant, Arc<Holidays>)>,
    /// What it was loaded from: deadlines marked provisional are computed again when this changes.
    pub stamp: i64,
}

impl Calendars {
    /// Calendars over `holidays` in the IANA time zone `zone`, with `offices` by name beside the two
    /// that always exist ([`USUAL`] and [`DUTY`], which may be redefined).
    pub fn new(
        holidays: Holidays,
        offices: impl IntoIterator<Item = (String, Office)>,
        zone: &str,
        stamp: i64,
    ) -> Result<Self, Refusal> {
        let holidays = Arc::new(holidays);
        let mut all = BTreeMap::from([
            (USUAL.to_owned(), Office::usual()),
            (DUTY.to_owned(), Office::round_the_clock()),
        ]);
        all.extend(offices);
        // Units with the same hours share one table of days.
        let mut made = BTreeMap::<String, Arc<WorkCalendar>>::new();
        let mut named = BTreeMap::new();
        for (name, office) in all {
            let text = office.to_string();
            if !made.contains_key(&text) {
                made.insert(text.clone(), Arc::new(WorkCalendar::new(holidays.clone(), office, zone)?));
            }
            named.insert(name, made[&text].clone());
        }
        let usual = named[USUAL].clone();
        Ok(Self { holidays, named, usual, known: Vec::new(), stamp })
    }

    /// The same, remembering what was known of the days since when, the oldest first.
    #[must_use]
    pub fn remembering(mut self, known: Vec<(Instant, Arc<Holidays>)>) -> Self {
        self.known = known;
        self
    }

    /// The holidays as they were known at `at`: the first that were known at all, before that.
    pub fn known_at(&self, at: Instant) -> &Arc<Holidays> {
        let after = self.known.partition_point(|(since, _)| *since <= at);
        let found = self.known.get(after.saturating_sub(1));
        found.map_or(&self.holidays, |(_, days)| days)
    }

    /// The shipped holidays and the usual hours: what a new installation and most tests need.
    pub fn shipped(zone: &str) -> Result<Self, Refusal> {
        Self::new(Holidays::parse(SHIPPED)?, [], zone, 0)
    }

    /// The calendar of that name; the usual one when there is none, or no name.
    pub fn get(&self, name: Option<&str>) -> &Arc<WorkCalendar> {
        name.and_then(|n| self.named.get(n)).unwrap_or(&self.usual)
    }

    /// The calendar of that name.
    pub fn find(&self, name: &str) -> Option<&Arc<WorkCalendar>> {
        self.named.get(name)
    }

    /// Whether a calendar of that name exists.
    pub fn knows(&self, name: &str) -> bool {
        self.named.contains_key(name)
    }

    /// The calendars by name.
    pub fn named(&self) -> impl Iterator<Item = (&str, &Arc<WorkCalendar>)> {
        self.named.iter().map(|(name, calendar)| (name.as_str(), calendar))
    }

    /// The holidays and make-up workdays.
    pub fn holidays(&self) -> &Arc<Holidays> {
        &self.holidays
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_share_calendars_by_name() {
        let offices =
            [("hall", "1-5 09:00-17:00; 6 09:00-12:00"), ("hall2", "1-5 09:00-17:00; 6 09:00-12:00")]
                .map(|(name, office)| (name.to_owned(), office.parse().expect("office")));
        let all = Calendars::new(Holidays::parse(SHIPPED).expect("table"), offices, "Asia/Shanghai", 1)
            .expect("calendars");
        assert!(Arc::ptr_eq(all.get(Some("hall")), all.get(Some("hall2"))));
        assert!(Arc::ptr_eq(all.get(None), all.get(Some("nowhere"))));
        assert!(all.find("nowhere").is_none() && all.find(DUTY).is_some());
        assert!(!Arc::ptr_eq(all.get(None), all.get(Some(DUTY))));
        assert!(all.holidays().knows_year(2026));
        assert!(Calendars::shipped("Asia/Nowhere").is_err());
    }
}
