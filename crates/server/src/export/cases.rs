//! Lists of cases as a workbook: what the list shows, masked as the list masks it, with the name of
//! whoever took it out and when.

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::Instant;
use wangge_realm::{
    Who,
    access::{self, Verb},
    audit,
};
use wangge_store::Error;
use wangge_web::{Problem, Query, ReadProblems};
use wangge_work::{
    World,
    case::{
        http::ListQuery,
        verbs::{self, CaseRow},
    },
};

use super::{Cell, Sheet};
use crate::house::House;

/// Rows in one workbook.
const MOST: i64 = 5_000;
/// The media type of a workbook.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Cases as a workbook (XLSX): the filters of the list (paging aside), at most 5,000 rows, masked as in the list. Who took
/// it out and when stands in it and on the audit trail.
#[utoipa::path(get, path = "/api/v1/cases.xlsx", operation_id = "case_export", tag = "case", params(ListQuery),
    responses((status = 200, description = "The workbook", content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ReadProblems))]
async fn export(
    State(house): State<House>,
    who: Who,
    Query(query): Query<ListQuery>,
) -> Result<Response, Problem> {
    let holder = who.require_holder()?.clone();
    if access::rules(holder.role, Verb::CaseExport).is_empty() {
        return Err(access::refuse(Verb::CaseExport).into());
    }
    let (work, now) = (house.work.clone(), house.db().clock().now());
    let (world, filter) = (work.world(), work.realm.filter(&holder, Verb::CaseExport));
    let paged = ListQuery { after: None, limit: None, ..query.clone() };
    let mut wanted = verbs::wanted(&world, &holder, &paged, now)?;
    wanted.limit = MOST;
    let reader = holder.clone();
    let page = house.db().report(move |r| verbs::list(r, &world, &reader, &filter, &wanted)).await?;
    let about = about(&house, &holder, &page.items, page.next.is_some(), now);
    // Written down before anything leaves: whoever has the file is on the trail.
    let facts =
        json!({ "rows": page.items.len(), "what": "cases.xlsx", "queue": query.queue, "unit": query.unit });
    let noted = house.db().write(move |tx| {
        audit::write(tx, &holder.home, &holder.person, audit::Kind::Exported, holder.unit.as_str(), &facts)
    });
    noted.await?;
    let sheet = sheet(&house, &work.world(), &page.items);
    let made = tokio::task::spawn_blocking(move || sheet.workbook(&about)).await;
    let bytes = made.map_err(|e| Error::Engine(e.to_string()))?.map_err(|e| Error::Engine(e.to_string()))?;
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(XLSX));
    let name = HeaderValue::from_static("attachment; filename=\"cases.xlsx\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(answer)
}

/// What the second sheet says.
fn about(
    house: &House,
    holder: &wangge_base::Holder,
    rows: &[CaseRow],
    cut: bool,
    now: Instant,
) -> Vec<(String, String)> {
    let units = house.work.realm.units();
    let unit = units.get(holder.unit.as_str()).map_or_else(|| holder.unit.to_string(), |u| u.title());
    let rows = if cut {
        format!("{}(已达上限,其余未导出 the limit; more were left out)", rows.len())
    } else {
        rows.len().to_string()
    };
    let mut all = vec![
        ("导出人 exported by".to_owned(), format!("{}({unit})", holder.called)),
        ("导出时间 exported at (UTC)".to_owned(), now.to_string()),
        ("行数 rows".to_owned(), rows),
        (
            "说明 note".to_owned(),
            "导出已记入审计;请勿外传,用后删除 The export is on the audit trail; do not pass it on, delete it after use".to_owned(),
        ),
    ];
    if let Some(banner) = house.work.realm.app.settings().banner() {
        all.push(("演示 demo".to_owned(), banner.to_owned()));
    }
    all
}

fn sheet(house: &House, world: &World, rows: &[CaseRow]) -> Sheet {
    let columns = vec![
        "编号 number",
        "状态 state",
        "颜色 colour",
        "板块 board",
        "事项 matter",
        "地点 place",
        "详细位置 address",
        "内容 text",
        "现办理 with",
        "期限 due (UTC)",
        "超时 overdue",
        "上报 reported (UTC)",
        "最近 updated (UTC)",
        "可见 sight",
        "引用 ref",
    ];
    let moment = |at: Instant| at.to_string().get(..16).unwrap_or_default().replace('T', " ");
    let line = |row: &CaseRow| {
        let with = world.units.get(row.seat.unit.as_str()).map(|u| u.title());
        vec![
            Cell::from(row.number.as_str()),
            row.state.zh().into(),
            row.colour.word().into(),
            row.board.word().into(),
            row.matter_zh.clone().into(),
            row.where_zh.as_str().into(),
            row.place.clone().into(),
            row.text.clone().into(),
            with.into(),
            row.due.map(moment).into(),
            if row.overdue { "是 yes" } else { "" }.into(),
            moment(row.created).into(),
            moment(row.updated).into(),
            row.sight.into(),
            row.at.to_string().into(),
        ]
    };
    Sheet { columns, rows: rows.iter().map(line).collect(), banner: house.work.realm.app.settings().banner() }
}

/// The route of this file.
pub fn routes() -> OpenApiRouter<House> {
    OpenApiRouter::new().routes(routes!(export))
}
