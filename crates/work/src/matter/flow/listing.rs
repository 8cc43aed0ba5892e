//! A list as people know it: by tier, or one of the national three; in a shape that can be printed and
//! written into a workbook.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;
use wangge_base::Instant;

use super::Catalogue;
use crate::matter::{Matter, National, Tier};

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// One of the three tiers.
    Tier(Tier),
    /// One of the national three.
    National(National),
    /// Everything in force.
    Whole,
}

impl List {
    /// Whether an entry stands on it.
    pub fn holds(self, matter: &Matter) -> bool {
        match self {
            Self::Tier(tier) => matter.tier == tier,
            Self::National(national) => matter.national == Some(national),
            Self::Whole => true,
        }
    }

    /// Its title in both languages.
    pub const fn title(self) -> (&'static str, &'static str) {
        match self {
            Self::Tier(Tier::Town) => ("镇街事项清单", "Matters of the town"),
            Self::Tier(Tier::Village) => ("村(社区)事项清单", "Matters of the village or community"),
            Self::Tier(Tier::Grid) => ("网格事项清单", "Matters of the grid"),
            Self::National(National::Basic) => ("基本履职事项清单", "Basic duties of towns"),
            Self::National(National::Cooperative) => ("配合履职事项清单", "Duties in which towns cooperate"),
            Self::National(National::TakenBack) => {
                ("上级部门收回事项清单", "Matters taken back by higher bodies")
            }
            Self::Whole => ("全部事项清单", "All matters"),
        }
    }
}

/// A column of a printed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ListColumn {
    /// Heading in Chinese.
    pub zh: &'static str,
    /// Heading in English.
    pub en: &'static str,
    /// Both, as a workbook says it.
    #[serde(skip)]
    pub both: &'static str,
}

/// The entries of one board, in the order of their codes.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct BoardLines {
    /// The board.
    pub board: wangge_base::Board,
    /// A cell for each column of the sheet.
    pub rows: Vec<Vec<String>>,
}

/// A list at a moment: headings and cells, ready to be shown, printed or written into a workbook.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ListSheet {
    /// Title in Chinese.
    pub zh: &'static str,
    /// Title in English.
    pub en: &'static str,
    /// The moment at which these entries count.
    #[schema(value_type = String, format = DateTime)]
    pub at: Instant,
    /// How many there are.
    pub count: usize,
    /// The columns; each row has as many cells.
    pub columns: Vec<ListColumn>,
    /// By board.
    pub boards: Vec<BoardLines>,
}

type Cell = fn(&Matter) -> String;

const COLUMNS: &[(&str, &str, &str, Cell)] = &[
    ("编码", "code", "编码 code", |m| m.code.to_string()),
    ("事项", "matter", "事项 matter", |m| m.name_zh.clone()),
    ("英文名称", "in English", "英文名称 in English", |m| m.name_en.clone()),
    ("三张清单", "national list", "三张清单 national list", |m| {
        m.national.map(|n| n.word().to_owned()).unwrap_or_default()
    }),
    ("牵头岗位", "lead post", "牵头岗位 lead post", |m| m.lead_post.to_string()),
    ("配合岗位", "assisting posts", "配合岗位 assisting posts", |m| joined(m.assist_posts.iter())),
    ("牵头部门", "lead department", "牵头部门 lead department", |m| {
        m.lead_department.clone().unwrap_or_default()
    }),
    ("配合部门", "assisting departments", "配合部门 assisting departments", |m| {
        joined(m.assist_departments.iter())
    }),
    ("依据", "basis", "依据 basis", |m| m.basis.clone()),
    ("频次", "frequency", "频次 frequency", frequency),
    ("用时(分钟,估计)", "minutes (estimate)", "用时(分钟,估计) minutes (estimate)", |m| {
        if m.minutes == 0 { String::new() } else { m.minutes.to_string() }
    }),
    ("佐证", "evidence", "佐证 evidence", |m| m.evidence.word().to_owned()),
    ("表单", "form", "表单 form", |m| joined(m.fields.iter())),
    ("办理时限", "limit", "办理时限 limit", |m| {
        m.limits.handle.map(|l| l.to_string()).unwrap_or_default()
    }),
    ("版本", "version", "版本 version", |m| m.version.to_string()),
    ("生效(UTC)", "since (UTC)", "生效(UTC) since (UTC)", |m| {
        m.effective_from.to_string().get(..10).unwrap_or_default().to_owned()
    }),
    ("结束或复核", "end or review", "结束或复核 end or review", |m| {
        m.review.map(|d| d.to_string()).unwrap_or_default()
    }),
    ("备注", "note", "备注 note", |m| m.example.clone()),
];

fn joined(parts: impl Iterator<Item = impl ToString>) -> String {
    parts.map(|p| p.to_string()).collect::<Vec<_>>().join(";")
}

fn frequency(matter: &Matter) -> String {
    let rule = matter.duty.as_ref().and_then(|d| d.recurrence.clone());
    rule.or_else(|| matter.cadence.clone()).unwrap_or_default()
}

/// What stands on `list` at `at`.
pub fn sheet(catalogue: &Catalogue, list: List, at: Instant) -> ListSheet {
    let standing: Vec<Arc<Matter>> =
        catalogue.all(at, None, None).into_iter().filter(|m| list.holds(m)).collect();
    let row = |m: &Arc<Matter>| COLUMNS.iter().map(|(.., cell)| cell(m)).collect();
    let boards = wangge_base::Board::ALL.iter().filter_map(|board| {
        let rows: Vec<_> = standing.iter().filter(|m| m.board == *board).map(row).collect();
        (!rows.is_empty()).then_some(BoardLines { board: *board, rows })
    });
    let (zh, en) = list.title();
    ListSheet {
        zh,
        en,
        at,
        count: standing.len(),
        columns: COLUMNS.iter().map(|(zh, en, both, _)| ListColumn { zh, en, both }).collect(),
        boards: boards.collect(),
    }
}
