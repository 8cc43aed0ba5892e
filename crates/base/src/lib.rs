//! The words of grassroots governance: identifiers, units and seats, places, instants, work
//! calendars, pages and refusals. Nothing here does I/O or waits.
//!
//! Read [`seat`] for who acts, [`place`] for where, [`time`] and [`calendar`] for when, and
//! [`refusal`] for how the system says no.

pub mod calendar;
pub mod datum;
pub mod id;
pub mod page;
pub mod place;
pub mod refusal;
pub mod seat;
pub mod time;

pub use calendar::{
    DayKind, DayOff, Due, Holidays, Limit, LimitUnit, Office, Period, Span, WorkCalendar, civil_date,
    days_since_epoch,
};
pub use id::{Id, Ref};
pub use page::{Cursor, Page};
pub use place::{Coord, Datum, District, Level, MatterCode, PostCode, UnitCode};
pub use refusal::{FieldError, Kind, Refusal};
pub use seat::{Actor, Board, Capacity, Channel, Colour, Holder, Role, Seat};
pub use time::{Clock, Instant};
