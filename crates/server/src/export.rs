//! `wangge export`, and tables as files for whoever needs one: CSV or XLSX, with 演示数据 in every
//! row of a demo. What is exported can be imported again.

pub mod cases;
pub mod lists;

use std::{io::Write as _, path::Path, process::ExitCode};

use wangge_base::{Clock, Limit, UnitCode};
use wangge_realm::{grid, unit};
use wangge_work::matter::Matter;

use crate::{
    cli::{ExportArgs, What},
    config::Config,
    house::House,
    trouble::{Doing as _, Outcome, Trouble},
};

/// A cell of an exported table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text. In CSV one that a spreadsheet would run as a formula gets a quote before it.
    Text(String),
    /// A number to calculate with. Codes are texts.
    Number(f64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}
impl From<i64> for Cell {
    #[expect(clippy::cast_precision_loss, reason = "counts of people and minutes")]
    fn from(n: i64) -> Self {
        Self::Number(n as f64)
    }
}
impl From<f64> for Cell {
    fn from(x: f64) -> Self {
        Self::Number(x)
    }
}
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

/// A table on its way out.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Names of the columns.
    pub columns: Vec<&'static str>,
    /// Rows, as long as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// 演示数据 when everything is invented: it becomes the last column, `notice`.
    pub banner: Option<&'static str>,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// UTF-8 with a byte order mark, so that spreadsheets show Chinese.
    Csv,
    /// A workbook of one sheet.
    Xlsx,
}

impl Format {
    /// By extension.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

impl Sheet {
    /// The file.
    ///
    /// # Errors
    /// A table too large for a workbook (1,048,576 rows; 32,767 characters in a cell).
    pub fn bytes(&self, format: Format) -> Outcome<Vec<u8>> {
        match format {
            Format::Csv => self.csv().doing("writing CSV"),
            Format::Xlsx => self.xlsx().doing("writing XLSX"),
        }
    }

    fn header(&self) -> Vec<&'static str> {
        let notice = self.banner.map(|_| "notice");
        self.columns.iter().copied().chain(notice).collect()
    }

    fn csv(&self) -> Result<Vec<u8>, String> {
        let failed = |e: csv::Error| e.to_string();
        let mut csv = csv::Writer::from_writer(vec![0xEF, 0xBB, 0xBF]);
        csv.write_record(self.header()).map_err(failed)?;
        for row in &self.rows {
            let cells = row.iter().map(|cell| match cell {
                Cell::Empty => String::new(),
                Cell::Text(text) => harmless(text),
                Cell::Number(x) => x.to_string(),
            });
            csv.write_record(cells.chain(self.banner.map(str::to_owned))).map_err(failed)?;
        }
        csv.into_inner().map_err(|e| e.to_string())
    }

    fn xlsx(&self) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
        self.workbook(&[])
    }

    /// A workbook with a second sheet 说明 that tells `about` it, pair by pair; none when there is
    /// nothing to tell.
    ///
    /// # Errors
    /// As [`bytes`](Self::bytes).
    pub fn workbook(&self, about: &[(String, String)]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        if let Some(banner) = self.banner {
            sheet.set_name(banner)?;
        }
        let bold = rust_xlsxwriter::Format::new().set_bold();
        sheet.set_freeze_panes(1, 0)?;
        for (at, name) in (0_u16..).zip(self.header()) {
            sheet.write_with_format(0, at, name, &bold)?;
        }
        for (line, row) in (1_u32..).zip(&self.rows) {
            for (at, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => drop(sheet.write_string(line, at, text)?),
                    Cell::Number(x) => drop(sheet.write_number(line, at, *x)?),
                }
            }
            if let (Some(banner), Ok(at)) = (self.banner, u16::try_from(row.len())) {
                sheet.write_string(line, at, banner)?;
            }
        }
        if !about.is_empty() {
            let sheet = book.add_worksheet();
            sheet.set_name("说明 about")?;
            for (line, (name, text)) in (0_u32..).zip(about) {
                sheet.write_with_format(line, 0, name, &bold)?;
                sheet.write_string(line, 1, text)?;
            }
        }
        book.save_to_buffer()
    }
}

/// Text that no spreadsheet runs as a formula: citizens write into these cells.
fn harmless(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    if risky { format!("'{text}") } else { text.to_owned() }
}

/// `wangge export`.
///
/// # Errors
/// A database that cannot be reached, a file that cannot be written.
pub async fn run(config: Config, args: ExportArgs) -> Outcome<ExitCode> {
    let house = House::open(config, Clock::system()).await?;
    let file = &args.file;
    if args.what == What::Grids {
        let count = grids(&house, file)?;
        println!("{}: {count}个网格 · grids", file.display());
        return Ok(ExitCode::SUCCESS);
    }
    let format = Format::of(file)
        .ok_or_else(|| Trouble::new("输出文件应为 .csv 或 .xlsx · name the output .csv or .xlsx"))?;
    let sheet = match args.what {
        What::Units => units(&house).await?,
        What::Matters => matters(&house),
        What::Calendar => calendar(&house),
        What::Office => office(&house),
        What::Posts => posts(&house),
        What::Water | What::Buildings | What::Points => {
            return Err(Trouble::new(
                "水面、楼栋和点位不导出,请保留原文件 · this is not exported: keep the file it came from",
            ));
        }
        What::Residents => {
            return Err(Trouble::new(
                "住户信息不导出,只能因事逐次查看 · residents are not exported: one looks at them because of a piece of work",
            ));
        }
        What::Grids | What::Accounts | What::Objects => {
            return Err(Trouble::new(
                "账号含个人信息,不成批导出;请在系统中查看 · accounts hold personal data and are not exported",
            ));
        }
    };
    std::fs::write(file, sheet.bytes(format)?).doing(format!("writing {}", file.display()))?;
    println!("{}: {}行 · rows", file.display(), sheet.rows.len());
    Ok(ExitCode::SUCCESS)
}

fn banner(house: &House) -> Option<&'static str> {
    house.work.realm.app.settings().banner()
}

/// The units in force, with the columns of `wangge import units`.
async fn units(house: &House) -> Outcome<Sheet> {
    let columns = vec![
        "code",
        "level",
        "kind",
        "parent",
        "stat_parent",
        "name",
        "name_en",
        "lon",
        "lat",
        "calendar",
        "households",
        "people",
        "valid_from",
        "valid_to",
        "aliases",
    ];
    let units = house.db().report(unit::verbs::in_force).await.doing("reading the units")?;
    let code = |code: &Option<UnitCode>| Cell::from(code.as_ref().map(ToString::to_string));
    let moment = |at: Option<wangge_base::Instant>| Cell::from(at.map(|at| at.to_string()));
    let row = |u: &unit::NewUnit| {
        let old = u.aliases.iter().map(|(scheme, name)| format!("{scheme}:{name}")).collect::<Vec<_>>();
        vec![
            u.code.as_str().into(),
            (u.level as i64).into(),
            u.kind.word().into(),
            code(&u.parent),
            code(&u.stat_parent),
            u.name.as_str().into(),
            u.name_en.as_str().into(),
            u.at.map(|at| at.lon).into(),
            u.at.map(|at| at.lat).into(),
            u.calendar.as_deref().into(),
            u.households.into(),
            u.people.into(),
            moment(u.valid_from),
            moment(u.valid_to),
            old.join(";").into(),
        ]
    };
    Ok(Sheet { columns, rows: units.iter().map(row).collect(), banner: banner(house) })
}

/// The grids in force as GeoJSON, compressed when the name ends in `.zst`.
fn grids(house: &House, file: &Path) -> Outcome<usize> {
    let name = file.to_string_lossy();
    let packed = name.ends_with(".zst");
    if !name.trim_end_matches(".zst").ends_with(".geojson") {
        return Err(Trouble::new(
            "网格导出为 .geojson 或 .geojson.zst · name the output .geojson or .geojson.zst",
        ));
    }
    let grids = house.work.realm.grids();
    let mut out = Vec::new();
    let note = banner(house).unwrap_or("");
    let doing = format!("writing {name}");
    write!(out, "{{\"type\":\"FeatureCollection\",\"notice\":{},\"features\":[", serde_json::json!(note))
        .doing(&doing)?;
    let mut count = 0;
    for code in grids.codes() {
        let Some(rings) = code.parse::<UnitCode>().ok().and_then(|code| grids.rings(&code)) else { continue };
        let rings: Vec<Vec<[f64; 2]>> = rings.iter().map(|ring| closed(ring)).collect();
        let feature = serde_json::json!({
            "type": "Feature", "properties": { "code": code },
            "geometry": { "type": "Polygon", "coordinates": rings },
        });
        write!(out, "{}\n{feature}", if count == 0 { "" } else { "," }).doing(&doing)?;
        count += 1;
    }
    out.extend(b"\n]}\n");
    if packed {
        out = zstd::encode_all(out.as_slice(), 3).doing(&doing)?;
    }
    std::fs::write(file, out).doing(doing)?;
    Ok(count)
}

/// A ring as GeoJSON has it: the first position again at the end.
fn closed(ring: &[grid::Corner]) -> Vec<[f64; 2]> {
    let position = |corner: &grid::Corner| {
        let at = grid::coord(*corner);
        [at.lon, at.lat]
    };
    ring.iter().chain(ring.first()).map(position).collect()
}

/// The matters in force, with the columns of `wangge import matters`. Questions are files of their
/// own and stay where they are.
fn matters(house: &House) -> Sheet {
    let columns = vec![
        "code",
        "board",
        "name_zh",
        "name_en",
        "kind",
        "level",
        "list_tier",
        "heading",
        "lead_post",
        "assist_posts",
        "lead_department",
        "assist_departments",
        "urgency",
        "privacy",
        "cadence",
        "limit_verify",
        "limit_dispatch",
        "limit_report_in",
        "limit_handle",
        "limit_check",
        "filing_zh",
        "filing_en",
        "closing_zh",
        "closing_en",
        "nothing_found",
        "evidence",
        "minutes",
        "basis",
        "source",
        "example",
    ];
    let now = house.db().clock().now();
    let matters = house.work.world().matters.all(now, None, None);
    Sheet { columns, rows: matters.iter().map(|m| matter(m)).collect(), banner: banner(house) }
}

fn matter(m: &Matter) -> Vec<Cell> {
    let limit = |limit: Option<Limit>| Cell::from(limit.map(|l| l.to_string()));
    let posts = m.assist_posts.iter().map(ToString::to_string).collect::<Vec<_>>().join(";");
    vec![
        m.code.as_str().into(),
        m.board.word().into(),
        m.name_zh.as_str().into(),
        m.name_en.as_str().into(),
        m.kind.word().into(),
        (m.level as i64).into(),
        m.tier.word().into(),
        m.heading.as_deref().into(),
        m.lead_post.as_str().into(),
        posts.into(),
        m.lead_department.as_deref().into(),
        m.assist_departments.join(";").into(),
        m.urgency.word().into(),
        m.privacy.word().into(),
        m.cadence.as_deref().into(),
        limit(m.limits.verify),
        limit(m.limits.dispatch),
        limit(m.limits.report_in),
        limit(m.limits.handle),
        limit(m.limits.check),
        m.filing_zh.as_str().into(),
        m.filing_en.as_str().into(),
        m.closing_zh.as_str().into(),
        m.closing_en.as_str().into(),
        if m.nothing_found { "yes" } else { "no" }.into(),
        m.evidence.word().into(),
        i64::from(m.minutes).into(),
        m.basis.as_str().into(),
        m.source.as_str().into(),
        m.example.as_str().into(),
    ]
}

/// Holidays and make-up workdays, with the columns of `wangge import calendar`. They are the nation's,
/// not the demo's: no banner.
fn calendar(house: &House) -> Sheet {
    let calendars = house.work.world().calendars;
    let row = |(date, kind, name): (jiff::civil::Date, wangge_base::DayKind, &str)| {
        vec![date.to_string().into(), kind.word().into(), name.into()]
    };
    let rows = calendars.holidays().days().map(row).collect();
    Sheet { columns: vec!["date", "kind", "name"], rows, banner: None }
}

/// Office hours, with the columns of `wangge import office`.
fn office(house: &House) -> Sheet {
    let (calendars, units) = (house.work.world().calendars, house.work.realm.units());
    // A unit's own hours are kept under its code in small letters.
    let code = |name: &str| {
        let upper = name.to_ascii_uppercase();
        units
            .get(name)
            .or_else(|| units.get(&upper))
            .map_or_else(|| name.to_owned(), |u| u.code().to_string())
    };
    let rows = calendars
        .named()
        .map(|(name, hours)| vec![Cell::from(code(name)), hours.office().to_string().into()])
        .collect();
    Sheet { columns: vec!["unit", "hours"], rows, banner: None }
}

/// Posts, with the columns of `wangge import posts`.
fn posts(house: &House) -> Sheet {
    let columns = vec![
        "code",
        "kind",
        "board",
        "name_zh",
        "name_en",
        "role",
        "staffed",
        "formed_from_zh",
        "deputy_post",
        "must_not_be_same_as",
    ];
    let units = house.work.realm.units();
    let row = |p: &unit::Post| {
        vec![
            p.code.as_str().into(),
            p.kind.word().into(),
            p.board.word().into(),
            p.name.as_str().into(),
            p.name_en.as_str().into(),
            p.role.word().into(),
            p.staffed.as_str().into(),
            p.formed_from.as_str().into(),
            p.deputy.as_ref().map(ToString::to_string).into(),
            p.must_not_be_same_as.as_ref().map(ToString::to_string).into(),
        ]
    };
    let rows = unit::UnitKind::ALL.iter().flat_map(|kind| units.posts(*kind)).map(row).collect();
    Sheet { columns, rows, banner: banner(house) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_reads_the_same_from_both_formats() {
        let sheet = Sheet {
            columns: vec!["code", "name", "n"],
            rows: vec![
                vec!["500107003003".into(), "民主村,社区".into(), 3_i64.into()],
                vec!["-1.5".into(), "=HYPERLINK(\"x\")".into(), Cell::Empty],
            ],
            banner: Some("演示数据"),
        };
        let csv = String::from_utf8(sheet.bytes(Format::Csv).expect("csv")).expect("text");
        assert_eq!(
            csv,
            "\u{FEFF}code,name,n,notice\n500107003003,\"民主村,社区\",3,演示数据\n\
             -1.5,\"'=HYPERLINK(\"\"x\"\")\",,演示数据\n"
        );
        let xlsx = sheet.bytes(Format::Xlsx).expect("xlsx");
        let file = std::env::temp_dir().join(format!("wangge-export-{}.xlsx", std::process::id()));
        std::fs::write(&file, xlsx).expect("file");
        let mut report = crate::import::Report::default();
        let table = crate::import::read(&file, &mut report, &mut crate::import::Progress::silent());
        std::fs::remove_file(&file).ok();
        let table = table.expect("table");
        assert_eq!(table.columns(), ["code", "name", "n", "notice"]);
        assert_eq!(table.get(&table.rows[0], "code"), "500107003003");
        assert_eq!(table.get(&table.rows[1], "name"), "=HYPERLINK(\"x\")");
        assert_eq!(table.get(&table.rows[0], "n"), "3");
    }
}
