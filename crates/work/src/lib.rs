//! WHAT IS DONE: the matter catalogue, the calendars and the case, its law and its loop.

pub mod admission;
pub mod burden;
pub mod calendar;
pub mod case;
pub mod count;
pub mod deadline;
pub mod drafting;
pub mod duty;
pub mod link;
pub mod map;
pub mod matter;
pub mod number;
pub mod offlist;
pub mod routing;
pub mod shift;
pub mod step;
pub mod tell;
pub mod trial;
mod world;

pub use world::{Command, Work, World};

use utoipa_axum::router::OpenApiRouter;
use wangge_store::{Migration, Stmt};

/// Every migration of this crate.
pub fn migrations() -> Vec<Migration> {
    [
        calendar::sql::MIGRATIONS,
        matter::sql::MIGRATIONS,
        step::MIGRATIONS,
        case::sql::MIGRATIONS,
        map::sql::MIGRATIONS,
        count::sql::MIGRATIONS,
        case::sql::round::MIGRATIONS,
        shift::sql::MIGRATIONS,
        link::sql::MIGRATIONS,
        duty::sql::MIGRATIONS,
        burden::sql::MIGRATIONS,
        admission::sql::MIGRATIONS,
        drafting::sql::MIGRATIONS,
        offlist::sql::MIGRATIONS,
        routing::sql::MIGRATIONS,
    ]
    .concat()
}

/// Every statement of the slices of this crate, for the test that prepares and explains them all.
pub fn statements() -> Vec<&'static Stmt> {
    [
        calendar::sql::STATEMENTS,
        matter::sql::STATEMENTS,
        step::STATEMENTS,
        case::sql::STATEMENTS,
        case::sql::FORGETTING,
        case::sql::GUESTING,
        map::sql::STATEMENTS,
        count::sql::STATEMENTS,
        case::sql::round::STATEMENTS,
        shift::sql::STATEMENTS,
        link::sql::STATEMENTS,
        admission::sql::STATEMENTS,
        duty::sql::STATEMENTS,
        drafting::sql::STATEMENTS,
        offlist::sql::STATEMENTS,
        routing::sql::STATEMENTS,
        burden::sql::STATEMENTS,
    ]
    .concat()
}

/// Every route of this crate, under `/api/v1`.
pub fn routes() -> OpenApiRouter<Work> {
    OpenApiRouter::new()
        .merge(matter::http::routes())
        .merge(case::http::routes())
        .merge(map::http::routes())
        .merge(count::http::routes())
        .merge(calendar::http::routes())
        .merge(shift::http::routes())
        .merge(link::http::routes())
        .merge(duty::http::routes())
        .merge(burden::http::routes())
        .merge(trial::http::routes())
        .merge(routing::http::routes())
        .merge(admission::http::routes())
        .merge(drafting::http::routes())
        .merge(offlist::http::routes())
}
