//! See Cargo.toml.

pub mod geo;
