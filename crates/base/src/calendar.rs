//! Being written.

/// A limit as matters state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit;
/// A measured span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span;
/// The work calendar.
#[derive(Clone, Debug)]
pub struct WorkCalendar;
