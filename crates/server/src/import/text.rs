//! CSV: UTF-8 and nothing else. A wrong encoding is named, never guessed at: a guess that succeeds
//! writes wrong names into the city's books.

use super::{Report, Table};
use crate::trouble::{Outcome, Trouble};

/// A longer cell is a quotation mark that was never closed.
const LONGEST: usize = 100_000;

/// Reads comma-separated text with a header. A byte order mark is skipped.
pub fn read(bytes: &[u8], report: &mut Report) -> Outcome<Table> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Trouble::new(
            "文件是UTF-16编码,请另存为“CSV UTF-8” · the file is UTF-16: save it as CSV UTF-8",
        ));
    }
    let mark = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    let body = &bytes[mark..];
    let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(body);
    let mut record = csv::ByteRecord::new();
    let mut table: Option<Table> = None;
    loop {
        // The reader skips empty lines: where it stands before is not always where the record begins.
        let before = csv.position().byte() as usize;
        if !csv.read_byte_record(&mut record).map_err(|e| Trouble::new(e.to_string()))? {
            break;
        }
        let number = record.position().map_or(0, csv::Position::line) + blank_lines(&body[before..]);
        let after = csv.position().byte() as usize;
        let cells = match cells(&record, &body[before..after.min(body.len())], mark + before) {
            Ok(cells) => cells,
            Err((zh, en)) if table.is_some() => {
                report.row(number, "", zh, en);
                continue;
            }
            Err((zh, en)) => return Err(Trouble::new(format!("第{number}行 {zh} · line {number}: {en}"))),
        };
        match &mut table {
            None => table = Some(Table::new(cells)?),
            Some(_) if cells.iter().all(String::is_empty) => {}
            Some(table) if cells.len() != table.columns().len() => {
                let (have, want) = (cells.len(), table.columns().len());
                report.row(
                    number,
                    "",
                    format!("有{have}列,表头有{want}列;含逗号的内容要加引号"),
                    format!("{have} cells where the header has {want}; quote what contains a comma"),
                );
            }
            Some(table) => table.push(number, cells, None),
        }
    }
    table.ok_or_else(|| Trouble::new("文件是空的 · the file is empty"))
}

/// How many empty lines the reader passes over before the record that starts here.
fn blank_lines(from: &[u8]) -> u64 {
    from.iter().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| **b == b'\n').count() as u64
}

/// The cells as text, or why not. `raw` is the record as it stands in the file, from byte `start`.
fn cells(record: &csv::ByteRecord, raw: &[u8], start: usize) -> Result<Vec<String>, (String, String)> {
    if let Err(e) = std::str::from_utf8(raw) {
        let at = start + e.valid_up_to();
        let byte = raw[e.valid_up_to()];
        return Err((
            format!(
                "不是UTF-8编码(文件第{}字节为0x{byte:02X});若由表格软件按GB18030/GBK导出,请另存为“CSV UTF-8”",
                at + 1
            ),
            format!(
                "not UTF-8 (byte {} of the file is 0x{byte:02X}); if a spreadsheet wrote it as GB18030/GBK, save \
                 it as CSV UTF-8",
                at + 1
            ),
        ));
    }
    record
        .iter()
        .map(|cell| {
            let text = String::from_utf8_lossy(cell);
            if text.len() > LONGEST {
                return Err((
                    "单元格过长,可能缺少右引号".to_owned(),
                    "a cell is too long: is a closing quotation mark missing?".to_owned(),
                ));
            }
            if text.contains('\0') {
                return Err(("含有空字符(NUL)".to_owned(), "contains a NUL character".to_owned()));
            }
            Ok(text.trim().to_owned())
        })
        .collect()
}
