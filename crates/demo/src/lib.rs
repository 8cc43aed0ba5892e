//! The demo city: geography made from public packages, invented people, a living day over HTTP.
//! Everything it makes is 演示数据 (demo data).

pub mod client;
pub mod day;
pub mod geo;
pub mod lists;
pub mod people;
pub mod premises;
pub mod scenes;
