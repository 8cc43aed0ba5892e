//! Rulings on disputed responsibility, as others look them up.

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::{Cursor, District, Holder, Instant, MatterCode, Page, Ref, Seat};
use wangge_realm::access::{self, Filter, Verb};
use wangge_store::{Read, Result, Row};

use crate::case::{Case, flow, jobs, sql};

/// A ruling as it is looked up.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PrecedentRow {
    /// The ruling.
    #[serde(rename = "ref")]
    #[schema(value_type = String)]
    pub at: Ref<flow::Precedent>,
    /// The case it was made on.
    #[schema(value_type = String)]
    pub case: Ref<Case>,
    /// The matter.
    pub matter: Option<String>,
    /// What was disputed.
    pub question: String,
    /// Who is responsible.
    pub to: Seat,
    /// On what grounds.
    pub reason: String,
    /// When.
    #[schema(value_type = String)]
    pub ruled: Instant,
}

/// What rulings are looked for.
#[derive(Clone, Debug)]
pub struct Found {
    /// Only this matter.
    pub matter: Option<MatterCode>,
    /// Words that occur in question or reason.
    pub words: Option<String>,
    /// Where the page before ended.
    pub after: Option<Cursor>,
    /// Rows wanted.
    pub limit: i64,
}

/// Rulings for `holder`, newest first. Those on open work of the districts that the post works in are
/// precedents for everybody who acts on cases there; the others are for whoever may list the case, and
/// so are all of them for a post that does not act. Words are looked for among the newest thousand of
/// each district: rulings are few.
pub fn precedents(
    read: &mut Read,
    holder: &Holder,
    filter: &Filter,
    found: &Found,
) -> Result<Page<PrecedentRow>> {
    let open = !access::rules(holder.role, Verb::CaseAct).is_empty();
    let most = if found.words.is_some() { 1_000 } else { found.limit + 1 };
    let before = found.after.as_ref().map_or_else(|| "g".to_owned(), |c| c.id.clone()); // after every hex id
    let (text, params) = sql::rulings(filter, open, found.matter.as_ref(), &before, most);
    let mut rows = Vec::new();
    for district in &filter.districts {
        let mut bound = vec![district.into()];
        bound.extend_from_slice(&params);
        rows.extend(read.dynamic("case.rulings", &text, &bound, |row| precedent(district, row))?);
    }
    if let Some(words) = &found.words {
        let words = jobs::words(words);
        rows.retain(|r| {
            let have = jobs::words(&format!("{} {}", r.question, r.reason));
            words.iter().all(|w| have.contains(w))
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.at.id));
    let limit = usize::try_from(found.limit).unwrap_or(0);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|r| Cursor { key: 0, id: r.at.id.to_string() }.to_string());
    Ok(Page { items: rows, next })
}

fn precedent(district: &District, row: &Row<'_>) -> Result<PrecedentRow> {
    Ok(PrecedentRow {
        at: Ref::new(district.clone(), row.parse(0)?),
        case: Ref::new(district.clone(), row.parse(1)?),
        matter: row.opt_text(2)?,
        question: row.text(3)?,
        to: Seat { unit: row.parse(4)?, post: row.opt_parse(5)? },
        reason: row.text(6)?,
        ruled: row.at(7)?,
    })
}
