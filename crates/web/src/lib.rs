//! HTTP glue: the application handle, problems, extractors, limits, the outer coat of the router,
//! live events and OpenAPI helpers. Routes live in the slices.

pub mod app;
pub mod docs;
pub mod extract;
pub mod layers;
pub mod limit;
pub mod live;
pub mod net;
pub mod once;
pub mod problem;
#[cfg(test)]
mod tests;

pub use app::{App, Settings};
pub use docs::{ReadProblems, WriteProblems};
pub use extract::{IdemKey, Json, PageQuery, Path, Query};
pub use layers::{RequestId, finish};
pub use live::Hub;
pub use net::{ClientIp, Network};
pub use once::{digest, once, once_with};
pub use problem::{Lang, Problem, ProblemBody};

/// What a handler answers: JSON, or a problem.
pub type Answer<T> = std::result::Result<Json<T>, Problem>;
