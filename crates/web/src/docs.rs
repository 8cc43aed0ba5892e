//! OpenAPI glue: the problem answers that every operation can give.

use std::collections::BTreeMap;

use utoipa::{
    IntoResponses, PartialSchema, ToSchema,
    openapi::{
        RefOr,
        content::ContentBuilder,
        response::{Response, ResponseBuilder},
        schema::Schema,
    },
};

use crate::problem::ProblemBody;

fn told(description: &str) -> RefOr<Response> {
    let schema = RefOr::Ref(utoipa::openapi::Ref::from_schema_name(ProblemBody::name()));
    RefOr::T(
        ResponseBuilder::new()
            .description(description)
            .content("application/problem+json", ContentBuilder::new().schema(Some(schema)).build())
            .build(),
    )
}

fn these(list: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    list.iter().map(|(status, text)| ((*status).to_owned(), told(text))).collect()
}

const READ: &[(&str, &str)] = &[
    ("401", "Nobody is logged in"),
    ("403", "The post held may not do this"),
    ("404", "There is no such thing for this asker"),
    ("422", "Wrong input, with the fields"),
    ("429", "Too often"),
    ("503", "Not done, try again"),
];

/// Problems of a read: put `ReadProblems` among the `responses(...)` of `#[utoipa::path]`.
pub struct ReadProblems;
impl IntoResponses for ReadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        these(READ)
    }
}

/// Problems of a write.
pub struct WriteProblems;
impl IntoResponses for WriteProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let mut all = these(READ);
        all.append(&mut these(&[
            ("400", "The body is not well-formed"),
            ("409", "Not possible now: stale version, or the same key with another body"),
            ("413", "The body is too large"),
            ("415", "A type of content that is not taken"),
        ]));
        all
    }
}

/// The schemas the problem answers refer to; merge them into the document's components.
pub fn schemas() -> Vec<(String, RefOr<Schema>)> {
    let mut all = vec![(ProblemBody::name().into_owned(), ProblemBody::schema())];
    ProblemBody::schemas(&mut all);
    all
}
