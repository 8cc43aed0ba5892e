//! Posts: the columns of data/city/50/posts.csv; an optional column `kind` names the kind of unit
//! that has the post (a town where it is missing).

use wangge_base::{Board, Role};
use wangge_realm::unit::{Post, UnitKind};

use super::{Report, Table, units::Cells};
use crate::trouble::Outcome;

/// Checks a table of posts. What is wrong stands in `report`; the posts count only when it is clean.
pub fn posts(table: &Table, report: &mut Report) -> Outcome<Vec<Post>> {
    table.need(&["code", "board", "name_zh", "role", "staffed"])?;
    let mut posts = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut cells = Cells { table, row, report: &mut *report };
        if let Some(post) = post(&mut cells) {
            posts.push(post);
        }
    }
    Ok(posts)
}

fn post(cells: &mut Cells<'_>) -> Option<Post> {
    let roles = Role::ALL.iter().map(|r| r.word()).collect::<Vec<_>>().join(" ");
    let code = cells.parsed("code");
    let board = cells.word("board", "CENTRE DJ JJ MS PF", Board::from_word);
    let role = cells.word("role", &roles, Role::from_word);
    let kind = match cells.text("kind") {
        "" => Some(UnitKind::Town),
        _ => cells.word(
            "kind",
            "city district zone town village grid department section team",
            UnitKind::from_word,
        ),
    };
    let staffed = cells
        .word("staffed", "24h day on_call", |c| matches!(c, "24h" | "day" | "on_call").then(|| c.to_owned()));
    let (deputy, apart) = (cells.opt("deputy_post"), cells.opt("must_not_be_same_as"));
    if cells.text("name_zh").is_empty() {
        cells.wrong("name_zh", "名称为空", "the name is empty");
    }
    Some(Post {
        name: cells.text("name_zh").to_owned(),
        name_en: cells.text("name_en").to_owned(),
        formed_from: cells.text("formed_from_zh").to_owned(),
        code: code?,
        kind: kind?,
        board: board?,
        role: role?,
        staffed: staffed?,
        deputy: deputy?,
        must_not_be_same_as: apart?,
    })
}
