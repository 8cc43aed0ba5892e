//! The law of duties. Pure.

pub mod recurrence;
