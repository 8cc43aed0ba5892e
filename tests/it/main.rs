//! One test binary: journeys, access coverage, statements, OpenAPI and tidiness.

mod access;
mod administration;
mod city;
mod counts;
mod downtime;
mod golden;
mod hardening;
mod journeys;
mod kill;
mod operations;
mod raw;
mod screens;
mod statements;
mod stream;
mod tidy;
mod tiles;
