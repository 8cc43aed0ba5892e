//! WHAT IS DONE: the matter catalogue and the case, its law and its loop.

pub mod calendar;
pub mod case;
pub mod matter;
