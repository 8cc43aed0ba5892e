//! What every readable file becomes: named columns, numbered rows, and what could not be read.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

use wangge_base::Coord;

use super::{Progress, Report, geojson, sheet, text};
use crate::trouble::{Doing as _, Outcome, Trouble};

/// More than any honest file unpacks to; stops a small archive that unpacks without end.
const MOST_BYTES: u64 = 1 << 30;

/// A shape as a file gives it, WGS-84, every coordinate on the earth; validity is for the geography
/// to judge.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A point.
    Point(Coord),
    /// Polygons, each of rings (the outer one first), each of positions, closed as in the file.
    Polygons(Vec<Vec<Vec<Coord>>>),
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// As the author finds it: line of a CSV, row of a sheet, number of a GeoJSON feature from 1.
    pub number: u64,
    /// Cells by column, trimmed; a missing one is empty.
    cells: Vec<String>,
    /// The shape of a GeoJSON feature.
    pub shape: Option<Shape>,
}

/// A file, read whole.
#[derive(Clone, Debug, Default)]
pub struct Table {
    columns: Vec<String>,
    by_name: HashMap<String, usize>,
    /// The rows that could be read.
    pub rows: Vec<Row>,
}

impl Table {
    /// A table with these columns. Refuses a column without a name and a name that comes twice.
    pub fn new(columns: Vec<String>) -> Outcome<Self> {
        let mut table = Self::default();
        for (n, column) in columns.iter().enumerate() {
            if column.is_empty() {
                return Err(Trouble::new(format!(
                    "表头第{}列没有名称 · column {} of the header has no name",
                    n + 1,
                    n + 1
                )));
            }
            if table.by_name.contains_key(column) {
                return Err(Trouble::new(format!(
                    "表头中“{column}”出现两次 · the header has “{column}” twice"
                )));
            }
            table.column(column);
        }
        Ok(table)
    }

    /// The place of a column, made if it is new (GeoJSON tells its columns as it goes).
    pub fn column(&mut self, name: &str) -> usize {
        if let Some(at) = self.by_name.get(name) {
            return *at;
        }
        self.columns.push(name.to_owned());
        self.by_name.insert(name.to_owned(), self.columns.len() - 1);
        self.columns.len() - 1
    }

    /// Adds a row.
    pub fn push(&mut self, number: u64, cells: Vec<String>, shape: Option<Shape>) {
        self.rows.push(Row { number, cells, shape });
    }

    /// The columns, in the order of the file.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Whether there is a column of that name.
    pub fn has(&self, column: &str) -> bool {
        self.by_name.contains_key(column)
    }

    /// A cell; empty when it or its column is missing.
    pub fn get<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let at = self.by_name.get(column).copied();
        at.and_then(|n| row.cells.get(n)).map_or("", String::as_str)
    }

    /// A row with the names of its columns.
    pub fn named(&self, row: &Row) -> BTreeMap<String, String> {
        self.columns.iter().map(|c| (c.clone(), self.get(row, c).to_owned())).collect()
    }

    /// Refuses a table that lacks one of `columns`, naming all that are missing.
    pub fn need(&self, columns: &[&str]) -> Outcome {
        let missing: Vec<_> = columns.iter().filter(|c| !self.has(c)).copied().collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(Trouble::new(format!(
            "缺少列 · columns are missing: {}; 文件中有 · the file has: {}",
            missing.join(", "),
            self.columns.join(", ")
        )))
    }
}

/// The formats that can be read, by extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Csv,
    Xlsx,
    GeoJson,
}

fn format(name: &str) -> Option<(Format, bool)> {
    let name = name.to_ascii_lowercase();
    let (plain, packed) = name.strip_suffix(".zst").map_or((name.as_str(), false), |plain| (plain, true));
    let format = match plain.rsplit_once('.')?.1 {
        "csv" => Format::Csv,
        "xlsx" => Format::Xlsx,
        "geojson" | "json" => Format::GeoJson,
        _ => return None,
    };
    Some((format, packed))
}

/// Reads a file. What it says wrongly in single rows goes to `report`; what makes the whole file
/// unreadable is the error.
pub fn read(path: &Path, report: &mut Report, progress: &mut Progress) -> Outcome<Table> {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let (format, packed) = format(&name).ok_or_else(|| {
        Trouble::new(format!(
            "不认识的文件类型:{name};请用 .csv、.xlsx、.geojson(可加 .zst) · unknown kind of file: use .csv, \
             .xlsx or .geojson, plain or .zst"
        ))
    })?;
    let shown = path.display();
    let file = File::open(path).doing(format!("opening {shown}"))?;
    let length = file.metadata().map_or(0, |m| m.len());
    progress.begin("读取 · reading", length);
    let counted = progress.reader(file);
    let mut from: Box<dyn Read> = if packed {
        Box::new(zstd::Decoder::new(counted).doing(format!("unpacking {shown}"))?.take(MOST_BYTES))
    } else {
        Box::new(counted.take(MOST_BYTES))
    };
    let table = match format {
        Format::Csv => text::read(&whole(&mut from).doing(format!("reading {shown}"))?, report),
        Format::Xlsx => sheet::read(whole(&mut from).doing(format!("reading {shown}"))?, report),
        Format::GeoJson => geojson::read(BufReader::with_capacity(1 << 16, from), report),
    };
    progress.end();
    table.map_err(|e| Trouble::new(format!("{shown}: {e}")))
}

fn whole(from: &mut dyn Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    Ok(bytes)
}
