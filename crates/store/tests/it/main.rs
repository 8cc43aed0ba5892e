//! Tests of the storage layer, on both engines wherever that makes sense.

mod bed;
mod chain;
mod engine;
mod faults;
mod group;
mod idem;
mod lease;
mod migrate;
mod outbox;
mod postgres;
mod seal;
mod statements;
mod words;
