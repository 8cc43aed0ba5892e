//! Values to and from PostgreSQL's binary format.

use std::error::Error as StdError;

use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

use crate::Value;

/// A parameter; the column decides how a whole number is written.
#[derive(Debug)]
pub(crate) struct Param<'a>(pub(crate) &'a Value);

impl ToSql for Param<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match (self.0, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(n), &Type::INT8) => n.to_sql(ty, out),
            (Value::Int(n), &Type::INT4) => i32::try_from(*n)?.to_sql(ty, out),
            (Value::Int(n), &Type::INT2) => i16::try_from(*n)?.to_sql(ty, out),
            #[expect(clippy::cast_precision_loss, reason = "a whole number bound to a double column")]
            (Value::Int(n), &Type::FLOAT8) => (*n as f64).to_sql(ty, out),
            (Value::Int(n), &Type::BOOL) => (*n != 0).to_sql(ty, out),
            (Value::Real(x), &Type::FLOAT8) => x.to_sql(ty, out),
            (Value::Text(t), &(Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN)) => {
                t.to_sql(ty, out)
            }
            (Value::Blob(b), &Type::BYTEA) => b.to_sql(ty, out),
            (value, ty) => Err(format!("cannot bind {value:?} where {ty} is expected").into()),
        }
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    to_sql_checked!();
}

/// Whether [`Param`] can write this value where `ty` is expected.
pub(crate) fn fits(value: &Value, ty: &Type) -> bool {
    match (value, ty) {
        (Value::Null, _) | (Value::Int(_), &(Type::INT8 | Type::FLOAT8 | Type::BOOL)) => true,
        (Value::Int(n), &Type::INT4) => i32::try_from(*n).is_ok(),
        (Value::Int(n), &Type::INT2) => i16::try_from(*n).is_ok(),
        (Value::Real(_), &Type::FLOAT8) | (Value::Blob(_), &Type::BYTEA) => true,
        (Value::Text(_), &(Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN)) => true,
        _ => false,
    }
}

/// A whole number of any of the types that expressions have.
pub(crate) struct AnyInt(pub(crate) i64);

impl<'a> FromSql<'a> for AnyInt {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self(match *ty {
            Type::INT8 => i64::from_sql(ty, raw)?,
            Type::INT4 => i32::from_sql(ty, raw)?.into(),
            Type::INT2 => i16::from_sql(ty, raw)?.into(),
            Type::BOOL => bool::from_sql(ty, raw)?.into(),
            _ => numeric(raw)?,
        }))
    }
    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::INT2 | Type::BOOL | Type::NUMERIC)
    }
}

/// A floating point number of any of the types that expressions have.
pub(crate) struct AnyReal(pub(crate) f64);

impl<'a> FromSql<'a> for AnyReal {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self(match *ty {
            Type::FLOAT8 => f64::from_sql(ty, raw)?,
            Type::FLOAT4 => f32::from_sql(ty, raw)?.into(),
            #[expect(clippy::cast_precision_loss, reason = "a whole number asked for as a real")]
            _ => AnyInt::from_sql(ty, raw)?.0 as f64,
        }))
    }
    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::FLOAT8 | Type::FLOAT4 | Type::INT8 | Type::INT4 | Type::INT2)
    }
}

/// A whole `numeric`, as `sum(bigint)` gives it: digits in base 10000.
fn numeric(raw: &[u8]) -> Result<i64, Box<dyn StdError + Sync + Send>> {
    let word = |i: usize| -> Result<i64, &'static str> {
        let at = raw.get(i * 2..i * 2 + 2).ok_or("short numeric")?;
        Ok(i64::from(i16::from_be_bytes([at[0], at[1]])))
    };
    let (digits, weight, sign) = (word(0)?, word(1)?, word(2)?);
    if sign != 0 && sign != 0x4000 {
        return Err("numeric is not a number".into());
    }
    if digits > weight + 1 {
        return Err("numeric has a fraction; cast it in the statement".into());
    }
    let mut n: i64 = 0;
    for i in 0..=weight {
        let digit = if i < digits { word(usize::try_from(4 + i)?)? } else { 0 };
        n = n.checked_mul(10_000).and_then(|n| n.checked_sub(digit)).ok_or("numeric out of range")?;
    }
    if sign == 0 { n.checked_neg().ok_or_else(|| "numeric out of range".into()) } else { Ok(n) }
}
