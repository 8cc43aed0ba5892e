//! `wangge import units|grids|matters|accounts|calendar|office|posts FILE`: CSV, XLSX and GeoJSON, plain or
//! compressed with zstd.
//!
//! Every import has the same three steps. The file becomes a [`Table`]; every row is checked and every
//! bad cell noted; only when not one is bad, everything is written at once. A file with bad rows
//! changes nothing and ends with a report of all of them and exit code 2.

mod accounts;
mod calendar;
mod differ;
mod geojson;
pub mod http;
mod matters;
mod objects;
mod office;
mod posts;
mod premises;
mod progress;
mod report;
mod residents;
mod run;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod units;
mod water;

pub use self::{
    calendar::calendar,
    differ::Difference,
    matters::matters,
    progress::Progress,
    report::{Bad, Report, Summary},
    run::{Hands, Job, run},
    table::{Row, Shape, Table, read},
};
