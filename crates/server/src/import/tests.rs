use std::path::PathBuf;

use super::*;

/// A file in a folder of its own, gone at the end of the test.
struct Scratch(PathBuf);
impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let folder = std::env::temp_dir().join(format!("wangge-import-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("folder");
        std::fs::write(folder.join(name), bytes).expect("file");
        Self(folder.join(name))
    }
}
impl Drop for Scratch {
    fn drop(&mut self) {
        if let Some(folder) = self.0.parent() {
            std::fs::remove_dir_all(folder).ok();
        }
    }
}

fn read_bytes(name: &str, bytes: &[u8]) -> (Result<Table, String>, Report) {
    let file = Scratch::new(name, bytes);
    let mut report = Report::default();
    let table = read(&file.0, &mut report, &mut Progress::silent()).map_err(|e| e.to_string());
    (table, report)
}

#[test]
fn csv_rows_keep_the_line_they_stand_in() {
    let text = "\u{FEFF}code,name\n1, 一 \n\n2,\"二\n行\"\n3,\"三,\"\"\"\n";
    let (table, mut report) = read_bytes("a.csv", text.as_bytes());
    let table = table.expect("table");
    assert_eq!(report.bad(), []);
    assert_eq!(table.columns(), ["code", "name"]);
    let rows: Vec<_> = table.rows.iter().map(|r| (r.number, table.get(r, "name"))).collect();
    assert_eq!(rows, [(2, "一"), (4, "二\n行"), (6, "三,\"")]);
    assert_eq!(table.get(&table.rows[0], "nothing"), "");
}

#[test]
fn broken_utf8_names_row_and_byte_and_the_likely_encoding() {
    let mut bytes = b"code,name\n1,ok\n2,".to_vec();
    bytes.extend([0xCD, 0xF8, 0xB8, 0xF1]);
    bytes.extend(b"\n3,ok\n4,too,many\n");
    let (table, mut report) = read_bytes("b.csv", &bytes);
    assert_eq!(table.expect("table").rows.len(), 2);
    let bad = report.bad();
    assert_eq!(bad.iter().map(|b| b.row).collect::<Vec<_>>(), [3, 5]);
    assert!(bad[0].zh.contains("第18字节为0xCD") && bad[0].zh.contains("GB18030"), "{}", bad[0].zh);
    assert!(bad[0].en.contains("byte 18"), "{}", bad[0].en);
    // With the mark the offset is still that of the file.
    let marked = [&[0xEF, 0xBB, 0xBF], &bytes[..]].concat();
    assert!(read_bytes("b2.csv", &marked).1.bad()[0].en.contains("byte 21"));
    let utf16: Vec<u8> = "\u{FEFF}code".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(read_bytes("c.csv", &utf16).0.expect_err("refused").contains("UTF-16"));
    assert!(read_bytes("d.csv", b"").0.is_err());
    assert!(read_bytes("e.csv", b"a,a\n1,2\n").0.expect_err("refused").contains("twice"));
    assert!(read_bytes("f.csv", b"a,\n1,2\n").0.is_err());
    assert!(read_bytes("g.txt", b"a\n").0.expect_err("refused").contains(".xlsx"));
}

#[test]
fn xlsx_cells_become_plain_text() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in ["code", "name", "since"].into_iter().enumerate() {
        sheet.write(2, column as u16, name).expect("header");
    }
    sheet.write(3, 0, 500_107_003_003_f64).expect("number");
    sheet.write(3, 1, " 民主村社区 ").expect("text");
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 1, 31).expect("date");
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(3, 2, &date, &format).expect("date");
    sheet.write(5, 0, 5.001_070_030_030_01e18).expect("too long");
    sheet.write(6, 0, "x").expect("text");
    sheet.write(6, 5, "beyond").expect("text");
    let bytes = book.save_to_buffer().expect("workbook");
    let (table, mut report) = read_bytes("a.xlsx", &bytes);
    let table = table.expect("table");
    assert_eq!(table.rows.len(), 1);
    let row = &table.rows[0];
    assert_eq!((row.number, table.get(row, "code")), (4, "500107003003"));
    assert_eq!((table.get(row, "name"), table.get(row, "since")), ("民主村社区", "2026-01-31"));
    assert_eq!(report.bad().iter().map(|b| b.row).collect::<Vec<_>>(), [6, 7]);
    assert!(read_bytes("b.xlsx", b"code,name\n").0.expect_err("lies").contains("XLSX"));
    assert!(read_bytes("c.xlsx", b"PK\x03\x04garbage").0.is_err());
}

#[test]
fn geojson_features_are_rows() {
    let text = r#"{"bbox":[1,2],"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code":"1","n":2},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}},
      {"type":"Feature","properties":{"x":null,"code":"2"},"geometry":{"type":"Point","coordinates":[106.5,29.5,200]}},
      {"type":"Feature","properties":{"code":"3"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2]]]}},
      {"type":"Feature","properties":{"code":"4"},"geometry":{"type":"LineString","coordinates":[[1,1],[2,1]]}},
      {"type":"Feature","properties":{"code":"5"},"geometry":{"type":"Point","coordinates":[200,1]}},
      {"type":"Feature","properties":null,"geometry":null},
      7]}"#;
    let (table, mut report) = read_bytes("a.geojson", text.as_bytes());
    let table = table.expect("table");
    assert_eq!(table.columns(), ["code", "n", "x"]);
    assert_eq!(table.rows.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 2, 6]);
    assert_eq!(table.get(&table.rows[0], "n"), "2");
    assert!(matches!(&table.rows[0].shape, Some(Shape::Polygons(p)) if p.len() == 1 && p[0][0].len() == 4));
    assert!(matches!(table.rows[1].shape, Some(Shape::Point(_))));
    assert_eq!(report.bad().iter().map(|b| b.row).collect::<Vec<_>>(), [3, 4, 5, 7]);
    let packed = zstd::encode_all(text.as_bytes(), 3).expect("packed");
    assert_eq!(read_bytes("a.geojson.zst", &packed).0.expect("table").rows.len(), 3);
    for broken in [
        r#"{"type":"FeatureCollection"}"#,
        r#"{"type":"Feature","features":[]}"#,
        r#"{"type":"FeatureCollection","features":[{]}"#,
        r#"{"type":"FeatureCollection","features":[]} x"#,
        r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2381"}},"features":[]}"#,
        "[]",
    ] {
        assert!(read_bytes("b.geojson", broken.as_bytes()).0.is_err(), "{broken}");
    }
}

#[test]
fn matters_with_bad_rows_are_all_reported() {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/city/50/catalogue.csv");
    let shipped = std::path::Path::new(shipped);
    let mut report = Report::default();
    let table = read(shipped, &mut report, &mut Progress::silent()).expect("table");
    let beside = shipped.parent().expect("folder");
    let none = wangge_work::matter::Catalogue::default();
    let entries = matters(&table, beside, &none, &mut report).expect("columns");
    assert_eq!((entries.len(), report.is_clean()), (48, true), "{}", report.table());
    assert_eq!(entries.iter().filter(|e| e.questions.is_some()).count(), 4);
    let text = std::fs::read_to_string(shipped)
        .expect("text")
        .replace("M-DJ-02,", "M-DJ-01,")
        .replace("4wh,", "4wx,");
    let (table, mut report) = read_bytes("m.csv", text.as_bytes());
    matters(&table.expect("table"), beside, &none, &mut report).expect("columns");
    assert_eq!(report.bad()[0].column, "code");
    assert!(report.bad().iter().any(|b| b.column == "limit_dispatch" && b.zh.contains("4wx")));
    assert!(report.table().contains("与第2行重复"));
    // A duty that could never be done is told by its row and column.
    let text = std::fs::read_to_string(shipped)
        .expect("text")
        .replace("FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=WE;COUNT=9");
    let (table, mut ruled) = read_bytes("m.csv", text.as_bytes());
    matters(&table.expect("table"), beside, &none, &mut ruled).expect("columns");
    let bad: Vec<_> = ruled.bad().iter().map(|b| b.column.clone()).collect();
    assert_eq!(bad, ["duty_rrule"], "{}", ruled.table());
    let out = std::env::temp_dir().join(format!("wangge-report-{}.csv", std::process::id()));
    report.write(&out).expect("report");
    let written = std::fs::read_to_string(&out).expect("report");
    std::fs::remove_file(&out).ok();
    assert_eq!(written.lines().count(), report.bad().len() + 1);
    assert!(
        matters(
            &read_bytes("n.csv", b"code\nM-1\n").0.expect("table"),
            beside,
            &none,
            &mut Report::default()
        )
        .is_err()
    );
}

#[test]
fn calendars_with_bad_rows_are_all_reported() {
    let text = "date,kind,name\n2027-01-01,holiday,元旦\n2027-13-01,holiday,x\n2027-01-04,workday,元旦\n2027-01-01,holiday,元旦\n2027-10-01,party,国庆节\n";
    let (table, mut report) = read_bytes("c.csv", text.as_bytes());
    calendar(&table.expect("table"), &mut report).expect("columns");
    let bad: Vec<_> = report.bad().iter().map(|b| (b.row, b.column.clone())).collect();
    let want =
        [(3, "date"), (4, "date"), (5, "date"), (6, "kind")].map(|(row, column)| (row, column.to_owned()));
    assert_eq!(bad, want);
}
