//! Where things are: districts, units of the five levels, coordinates and their datums.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::Refusal;

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $field:literal, $max:literal, $zh:literal, $en:literal, $extra:pat) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl FromStr for $name {
            type Err = Refusal;
            fn from_str(text: &str) -> Result<Self, Refusal> {
                let good = (1..=$max).contains(&text.len())
                    && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, $extra));
                if good { Ok(Self(text.into())) } else { Err(Refusal::invalid($field, $zh, $en)) }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(from)?;
                text.parse().map_err(|e: Refusal| serde::de::Error::custom(e))
            }
        }
    };
}

code!(
    /// The home shard of a business row: the six-digit statistical code of a district, `city` for
    /// what belongs to no district, `500107~d7` for a drill. Immutable, never parsed in SQL.
    District, "district", 24, "区县代码无效", "Not a district code", b'~'
);
code!(
    /// Code of a unit: `50` city, `500107` district, `500107003` town, `500107003003` village or
    /// community, 15 digits grid (GB/T 2260 and statistical codes; grids 12+3), `500107-Q-CG` a
    /// department, `50-LJ` a development zone. Never parsed to find a parent: ask the unit tree.
    UnitCode, "unit", 32, "单位代码无效", "Not a unit code", b'-'
);
code!(
    /// Code of a matter in the catalogue, e.g. `M-PF-01`.
    MatterCode, "matter", 32, "事项代码无效", "Not a matter code", b'-'
);
code!(
    /// Code of a post, e.g. `ZH-04` (dispatch).
    PostCode, "post", 16, "岗位代码无效", "Not a post code", b'-'
);

impl District {
    /// The reserved home of what belongs to no district.
    pub fn city() -> Self {
        Self("city".into())
    }
    /// Whether it is the shard of a drill, a training or a dry run (`500107~d7`).
    pub fn is_drill(&self) -> bool {
        self.0.contains('~')
    }
}

/// The five levels of owning a case, and of units: 1 city … 5 grid (DOMAIN 1.2).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[repr(i64)]
pub enum Level {
    /// 市
    City = 1,
    /// 区县
    District = 2,
    /// 镇街
    Town = 3,
    /// 村社区
    Village = 4,
    /// 网格
    Grid = 5,
}

impl Level {
    /// From the number 1 (city) to 5 (grid).
    pub fn from_number(n: i64) -> Option<Self> {
        [Self::City, Self::District, Self::Town, Self::Village, Self::Grid]
            .into_iter()
            .find(|l| *l as i64 == n)
    }
    /// The next level up; the city has none.
    pub fn up(self) -> Option<Self> {
        Self::from_number(self as i64 - 1)
    }
}

/// The datum of a coordinate as a device gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Datum {
    /// WGS-84 (GPS; equal to CGCS2000 within a metre): what is stored.
    #[default]
    Wgs84,
    /// GCJ-02, what Chinese phone maps give.
    Gcj02,
}

/// A point on the earth, WGS-84, degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Coord {
    /// Longitude, degrees east.
    pub lon: f64,
    /// Latitude, degrees north.
    pub lat: f64,
}

impl Coord {
    /// A point; refuses what is not a finite position on the earth.
    pub fn new(lon: f64, lat: f64) -> Result<Self, Refusal> {
        if lon.is_finite() && lat.is_finite() && lon.abs() <= 180.0 && lat.abs() <= 90.0 {
            Ok(Self { lon, lat })
        } else {
            Err(Refusal::invalid(
                "place",
                "经度应在±180、纬度应在±90之间",
                "Longitude lies within ±180, latitude within ±90 degrees",
            ))
        }
    }
}
