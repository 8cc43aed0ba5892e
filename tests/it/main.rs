//! One test binary: journeys, access coverage, statements, OpenAPI and tidiness.

mod golden;
mod statements;
mod tidy;
