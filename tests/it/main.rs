//! One test binary: journeys, access coverage, statements, OpenAPI and tidiness.

mod access;
mod administration;
mod burden;
mod city;
mod compartments;
mod counts;
mod downtime;
mod duties;
mod erasing;
mod golden;
mod hardening;
mod journeys;
mod kill;
mod linked;
mod lists;
mod operations;
mod premises;
mod public;
mod raw;
mod screens;
mod statements;
mod stream;
mod supporters;
mod tidy;
mod tiles;
mod trials;
