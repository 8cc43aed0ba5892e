//! A row of an answer, the same on both engines. Columns are counted from 0.

use std::str::FromStr;

use rusqlite::types::ValueRef;
use wangge_base::Instant;

use crate::{Error, Result, Value, pg};

/// One row. A column of another type than asked for is [`Error::Engine`]: the statement and the
/// code disagree.
pub struct Row<'a>(pub(crate) Cells<'a>);

pub(crate) enum Cells<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Pg(&'a tokio_postgres::Row),
    PgOwned(tokio_postgres::Row),
    Kept(Vec<Value>),
}

fn wrong(i: usize, wanted: &str, got: impl std::fmt::Display) -> Error {
    Error::Engine(format!("column {i} should be {wanted}: {got}"))
}

fn null(i: usize) -> Error {
    Error::Engine(format!("column {i} is NULL"))
}

impl Row<'_> {
    fn lite<'s>(&'s self, i: usize) -> Result<Option<ValueRef<'s>>> {
        let cell = match &self.0 {
            Cells::Sqlite(row) => row.get_ref(i).map_err(|e| wrong(i, "there", e))?,
            Cells::Kept(values) => match values.get(i).ok_or_else(|| wrong(i, "there", "too few columns"))? {
                Value::Null => ValueRef::Null,
                Value::Int(n) => ValueRef::Integer(*n),
                Value::Real(x) => ValueRef::Real(*x),
                Value::Text(t) => ValueRef::Text(t.as_bytes()),
                Value::Blob(b) => ValueRef::Blob(b),
            },
            Cells::Pg(_) | Cells::PgOwned(_) => return Ok(None),
        };
        Ok(Some(cell))
    }

    fn pg<'s, T: tokio_postgres::types::FromSql<'s>>(&'s self, i: usize) -> Result<Option<T>> {
        match &self.0 {
            Cells::Pg(row) => row.try_get(i),
            Cells::PgOwned(row) => row.try_get(i),
            Cells::Sqlite(_) | Cells::Kept(_) => return Ok(None),
        }
        .map_err(|e| wrong(i, std::any::type_name::<T>(), pg::detail(&e)))
    }

    /// A whole number, or NULL. On SQLite a whole `double` is taken too (`sum`, `round`).
    pub fn opt_int(&self, i: usize) -> Result<Option<i64>> {
        match self.lite(i)? {
            Some(ValueRef::Null) => Ok(None),
            Some(ValueRef::Integer(n)) => Ok(Some(n)),
            Some(other) => Err(wrong(i, "bigint", other.data_type())),
            None => Ok(self.pg::<pg::types::AnyInt>(i)?.map(|n| n.0)),
        }
    }
    /// A floating point number, or NULL.
    pub fn opt_real(&self, i: usize) -> Result<Option<f64>> {
        match self.lite(i)? {
            Some(ValueRef::Null) => Ok(None),
            Some(ValueRef::Real(x)) => Ok(Some(x)),
            #[expect(clippy::cast_precision_loss, reason = "a whole number asked for as a real")]
            Some(ValueRef::Integer(n)) => Ok(Some(n as f64)),
            Some(other) => Err(wrong(i, "double precision", other.data_type())),
            None => Ok(self.pg::<pg::types::AnyReal>(i)?.map(|x| x.0)),
        }
    }
    /// A text without copying it, or NULL.
    pub fn opt_str(&self, i: usize) -> Result<Option<&str>> {
        match self.lite(i)? {
            Some(ValueRef::Null) => Ok(None),
            Some(ValueRef::Text(t)) => std::str::from_utf8(t).map(Some).map_err(|e| wrong(i, "UTF-8", e)),
            Some(other) => Err(wrong(i, "text", other.data_type())),
            None => self.pg::<&str>(i),
        }
    }
    /// Bytes without copying them, or NULL.
    pub fn opt_bytes(&self, i: usize) -> Result<Option<&[u8]>> {
        match self.lite(i)? {
            Some(ValueRef::Null) => Ok(None),
            Some(ValueRef::Blob(b)) => Ok(Some(b)),
            Some(other) => Err(wrong(i, "bytea", other.data_type())),
            None => self.pg::<&[u8]>(i),
        }
    }

    /// A whole number.
    pub fn int(&self, i: usize) -> Result<i64> {
        self.opt_int(i)?.ok_or_else(|| null(i))
    }
    /// A floating point number.
    pub fn real(&self, i: usize) -> Result<f64> {
        self.opt_real(i)?.ok_or_else(|| null(i))
    }
    /// A text.
    pub fn text(&self, i: usize) -> Result<String> {
        self.str(i).map(str::to_owned)
    }
    /// A text, or NULL.
    pub fn opt_text(&self, i: usize) -> Result<Option<String>> {
        Ok(self.opt_str(i)?.map(str::to_owned))
    }
    /// A text without copying it.
    pub fn str(&self, i: usize) -> Result<&str> {
        self.opt_str(i)?.ok_or_else(|| null(i))
    }
    /// Bytes.
    pub fn blob(&self, i: usize) -> Result<Vec<u8>> {
        self.opt_bytes(i)?.map(<[u8]>::to_vec).ok_or_else(|| null(i))
    }
    /// Bytes, or NULL.
    pub fn opt_blob(&self, i: usize) -> Result<Option<Vec<u8>>> {
        Ok(self.opt_bytes(i)?.map(<[u8]>::to_vec))
    }
    /// 0 or 1.
    pub fn bool(&self, i: usize) -> Result<bool> {
        Ok(self.int(i)? != 0)
    }
    /// An instant (bigint, microseconds UTC).
    pub fn at(&self, i: usize) -> Result<Instant> {
        self.int(i).map(Instant::from_micros)
    }
    /// An instant, or NULL.
    pub fn opt_at(&self, i: usize) -> Result<Option<Instant>> {
        Ok(self.opt_int(i)?.map(Instant::from_micros))
    }
    /// A text read as `T`: an id, a code, a district.
    pub fn parse<T: FromStr>(&self, i: usize) -> Result<T> {
        let text = self.str(i)?;
        text.parse().ok().ok_or_else(|| wrong(i, std::any::type_name::<T>(), text))
    }
    /// A text read as `T`, or NULL.
    pub fn opt_parse<T: FromStr>(&self, i: usize) -> Result<Option<T>> {
        match self.opt_str(i)? {
            None => Ok(None),
            Some(text) => {
                text.parse().map(Some).ok().ok_or_else(|| wrong(i, std::any::type_name::<T>(), text))
            }
        }
    }
}
