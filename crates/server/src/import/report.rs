//! What is wrong with a file, row by row, and what an import did.

use std::{fmt::Write as _, path::Path};

use wangge_base::{FieldError, Refusal};
use wangge_realm::unit::flow::Fault;

use super::Difference;
use crate::trouble::{Doing as _, Outcome};

/// One bad cell or row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bad {
    /// Row as the author finds it in the file.
    pub row: u64,
    /// Column, empty when the row as a whole is bad.
    pub column: String,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
}

/// Everything that is wrong with a file.
#[derive(Clone, Debug, Default)]
pub struct Report {
    bad: Vec<Bad>,
    hints: Vec<Bad>,
}

impl Report {
    /// Notes a bad cell.
    pub fn row(&mut self, row: u64, column: &str, zh: impl Into<String>, en: impl Into<String>) {
        self.bad.push(Bad { row, column: column.to_owned(), zh: zh.into(), en: en.into() });
    }

    /// Notes a refused field.
    pub fn field(&mut self, row: u64, field: FieldError) {
        self.row(row, &field.field, field.zh, field.en);
    }

    /// Notes a fault of the geography.
    pub fn fault(&mut self, fault: &Fault) {
        let row = u64::try_from(fault.line).unwrap_or(0);
        let of = |text: &str| {
            if fault.code.is_empty() { text.to_owned() } else { format!("{}: {text}", fault.code) }
        };
        self.row(row, fault.field, of(&fault.zh), of(&fault.en));
    }

    /// Notes what is allowed and yet worth a look, e.g. a grid far larger than the city's band.
    pub fn hint(&mut self, fault: &Fault) {
        let before = self.bad.len();
        self.fault(fault);
        self.hints.extend(self.bad.drain(before..));
    }

    /// What is allowed and yet worth a look.
    pub fn seen(&self) -> &[Bad] {
        &self.hints
    }

    /// The hints as a table to print; empty when there are none.
    pub fn hints(&self) -> String {
        let mut out = String::new();
        for hint in &self.hints {
            let column = if hint.column.is_empty() { "-" } else { &hint.column };
            writeln!(out, "{:>8}  {column:<16}  提示 hint: {} · {}", hint.row, hint.zh, hint.en).ok();
        }
        out
    }

    /// Notes a refusal: each of its fields, or itself.
    pub fn refusal(&mut self, row: u64, no: Refusal) {
        if no.fields.is_empty() {
            self.row(row, "", no.zh, no.en);
        }
        for field in no.fields {
            self.field(row, field);
        }
    }

    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.bad.is_empty()
    }

    /// What is wrong, in the order of the file.
    pub fn bad(&mut self) -> &[Bad] {
        self.bad.sort_by_key(|bad| bad.row);
        &self.bad
    }

    /// As a table to print.
    pub fn table(&mut self) -> String {
        let mut out = String::new();
        for bad in self.bad() {
            let column = if bad.column.is_empty() { "-" } else { &bad.column };
            writeln!(out, "{:>8}  {column:<16}  {} · {}", bad.row, bad.zh, bad.en).ok();
        }
        if !out.is_empty() {
            out.insert_str(0, &format!("{:>8}  {:<16}  {}\n", "row", "column", "原因 · reason"));
        }
        out
    }

    /// As a CSV that spreadsheets open in Chinese (with a byte order mark).
    pub fn write(&mut self, path: &Path) -> Outcome {
        let doing = format!("writing the report {}", path.display());
        let mut csv = csv::Writer::from_writer(vec![0xEF, 0xBB, 0xBF]);
        csv.write_record(["row", "column", "reason_zh", "reason_en"]).doing(&doing)?;
        for bad in self.bad() {
            csv.write_record([&bad.row.to_string(), &bad.column, &bad.zh, &bad.en]).doing(&doing)?;
        }
        let bytes = csv.into_inner().doing(&doing)?;
        std::fs::write(path, bytes).doing(&doing)
    }
}

/// What an import did, or would do, as a line for the operator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows of the file.
    pub rows: usize,
    /// What was written, in Chinese.
    pub zh: String,
    /// What was written, in English.
    pub en: String,
    /// What differs from what stood before, the first of it.
    pub differences: Vec<Difference>,
    /// Log-ins made, with their first passwords: told once.
    pub passwords: Vec<(String, String)>,
}

impl Summary {
    /// Says what was done with `rows` rows.
    pub fn new(rows: usize, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { rows, zh: zh.into(), en: en.into(), ..Self::default() }
    }

    /// The same, with what differs.
    #[must_use]
    pub fn with(mut self, differences: Vec<Difference>) -> Self {
        self.differences = differences;
        self
    }
}

/// What a refusal says: of its first field, or as a whole.
pub(super) fn words(no: Refusal) -> (String, String) {
    no.fields.into_iter().next().map_or((no.zh, no.en), |field| (field.zh, field.en))
}
