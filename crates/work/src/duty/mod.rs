//! Duties (常态任务): what the lists ask of a grid on a day.

pub mod flow;
