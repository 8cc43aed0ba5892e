//! One test binary: journeys, access coverage, statements, OpenAPI and tidiness.

mod access;
mod administration;
mod burden;
mod city;
mod compartments;
mod counts;
mod downtime;
mod erasing;
mod golden;
mod hardening;
mod joined;
mod journeys;
mod kill;
mod linked;
mod operations;
mod premises;
mod raw;
mod screens;
mod sections;
mod statements;
mod stream;
mod supporters;
mod tidy;
mod tiles;
mod trials;
