//! XLSX: the first sheet, its first filled row as header.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::{Report, Table};
use crate::trouble::{Outcome, Trouble};

/// A larger workbook is no table of units.
const MOST_BYTES: usize = 256 << 20;

/// Reads the first sheet. Numbers become plain digits (codes are often typed as numbers), dates
/// become `2026-01-31`.
pub fn read(bytes: Vec<u8>, report: &mut Report) -> Outcome<Table> {
    let wrong =
        |what: String| Trouble::new(format!("不是可读的XLSX文件:{what} · not a readable XLSX file: {what}"));
    if !bytes.starts_with(b"PK") || bytes.len() > MOST_BYTES {
        return Err(wrong("signature or size".into()));
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| wrong(e.to_string()))?;
    let sheet = book
        .worksheet_range_at(0)
        .ok_or_else(|| wrong("no sheet".into()))?
        .map_err(|e| wrong(e.to_string()))?;
    let first = u64::from(sheet.start().map_or(0, |(row, _)| row)) + 1;
    let mut table: Option<Table> = None;
    for (n, row) in sheet.rows().enumerate() {
        let number = first + n as u64;
        let mut cells = Vec::with_capacity(row.len());
        let mut bad = false;
        for (at, cell) in row.iter().enumerate() {
            let text = text(cell).unwrap_or_else(|(zh, en)| {
                let column = table.as_ref().and_then(|t| t.columns().get(at).cloned());
                report.row(number, column.as_deref().unwrap_or(""), zh, en);
                bad = true;
                String::new()
            });
            cells.push(text);
        }
        match &mut table {
            _ if bad || cells.iter().all(String::is_empty) => {}
            None => {
                while cells.last().is_some_and(String::is_empty) {
                    cells.pop();
                }
                table = Some(Table::new(cells)?);
            }
            Some(table) => {
                let spare = cells.get(table.columns().len()..).unwrap_or(&[]);
                if spare.iter().any(|c| !c.is_empty()) {
                    report.row(
                        number,
                        "",
                        "有内容超出表头的列",
                        "there is text beyond the columns of the header",
                    );
                } else {
                    cells.truncate(table.columns().len());
                    table.push(number, cells, None);
                }
            }
        }
    }
    table.ok_or_else(|| Trouble::new("第一个工作表是空的 · the first sheet is empty"))
}

fn text(cell: &Data) -> Result<String, (String, String)> {
    match cell {
        Data::Empty => Ok(String::new()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            Ok(text.replace('\0', "").trim().to_owned())
        }
        Data::Int(n) => Ok(n.to_string()),
        Data::Float(x) if x.fract() == 0.0 && x.abs() >= 9_007_199_254_740_992.0 => Err((
            "数字超过15位,表格已丢失尾数,请把该列设为文本".into(),
            "a number of more than 15 digits has lost its end: format the column as text".into(),
        )),
        // Display of a whole f64 has no decimal point.
        Data::Float(x) => Ok(x.to_string()),
        Data::Bool(yes) => Ok(if *yes { "yes" } else { "no" }.into()),
        Data::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            Ok(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::Error(e) => Err((format!("单元格有公式错误 {e}"), format!("the cell has a formula error {e}"))),
    }
}
