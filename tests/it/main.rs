//! One test binary: journeys, access coverage, statements, OpenAPI and tidiness.

mod city;
mod golden;
mod journeys;
mod operations;
mod statements;
mod tidy;
