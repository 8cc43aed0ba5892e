//! The lists as workbooks: public, as the lists are.

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_store::Error;
use wangge_web::{ClientIp, Problem, Query, ReadProblems};
use wangge_work::matter::{
    flow::{self, ListSheet as Listed},
    http::lists::WhichList,
};

use super::{Cell, Sheet, cases::XLSX};
use crate::house::House;

/// A list as it counts at a moment, as a workbook (XLSX), with what it is and when it counted on a second sheet.
#[utoipa::path(get, path = "/api/v1/lists.xlsx", operation_id = "export_export", tag = "matter", params(WhichList),
    responses((status = 200, description = "The workbook", content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ReadProblems))]
async fn export(
    State(house): State<House>,
    ip: ClientIp,
    Query(query): Query<WhichList>,
) -> Result<Response, Problem> {
    house.work.realm.app.limits().anonymous_read(ip)?;
    let at = query.at.unwrap_or_else(|| house.db().clock().now());
    let listed = flow::sheet(&house.work.world().matters, query.list()?, at);
    let banner = house.work.realm.app.settings().banner();
    let made = tokio::task::spawn_blocking(move || {
        let about = [
            ("清单 list".to_owned(), format!("{} {}", listed.zh, listed.en)),
            ("时点 as of (UTC)".to_owned(), listed.at.to_string()),
            ("事项数 entries".to_owned(), listed.count.to_string()),
        ];
        sheet(&listed, banner).workbook(&about)
    });
    let bytes =
        made.await.map_err(|e| Error::Engine(e.to_string()))?.map_err(|e| Error::Engine(e.to_string()))?;
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(XLSX));
    let name = HeaderValue::from_static("attachment; filename=\"lists.xlsx\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(answer)
}

fn sheet(listed: &Listed, banner: Option<&'static str>) -> Sheet {
    let columns = std::iter::once("板块 board").chain(listed.columns.iter().map(|c| c.both)).collect();
    let line = |board: &wangge_base::Board, row: &Vec<String>| {
        let cells = row.iter().map(|cell| Cell::from(cell.as_str()));
        std::iter::once(Cell::from(board.word())).chain(cells).collect()
    };
    let rows = listed.boards.iter().flat_map(|b| b.rows.iter().map(move |row| line(&b.board, row)));
    Sheet { columns, rows: rows.collect(), banner }
}

/// The route of this file.
pub fn routes() -> OpenApiRouter<House> {
    OpenApiRouter::new().routes(routes!(export))
}
