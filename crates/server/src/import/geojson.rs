//! GeoJSON (RFC 7946), feature by feature: a city of 62,000 grids is never held as JSON.

use std::{fmt, io::Read};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use wangge_base::Coord;

use super::{Report, Shape, Table};
use crate::trouble::{Outcome, Trouble};

/// Reads a FeatureCollection; properties become columns, the row number is that of the feature.
pub fn read(from: impl Read, report: &mut Report) -> Outcome<Table> {
    let mut sink = Sink { table: Table::default(), report, features: 0 };
    let mut json = serde_json::Deserializer::from_reader(from);
    let wrong = |e: serde_json::Error, features: u64| {
        Trouble::new(format!(
            "第{}个要素之后不是有效的GeoJSON(第{}行第{}列) · not GeoJSON after feature {features}: {e}",
            features,
            e.line(),
            e.column()
        ))
    };
    json.deserialize_map(Collection(&mut sink)).map_err(|e| wrong(e, sink.features))?;
    json.end().map_err(|e| wrong(e, sink.features))?;
    Ok(sink.table)
}

struct Sink<'a> {
    table: Table,
    report: &'a mut Report,
    features: u64,
}

struct Collection<'a, 'b>(&'a mut Sink<'b>);

impl<'de> Visitor<'de> for Collection<'_, '_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a GeoJSON FeatureCollection")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = false;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" => {
                    let kind: String = map.next_value()?;
                    if kind != "FeatureCollection" {
                        return Err(serde::de::Error::custom(format!(
                            "type is {kind}, not FeatureCollection"
                        )));
                    }
                }
                "crs" => {
                    // RFC 7946 knows WGS 84 only; older files may name it.
                    let crs: Value = map.next_value()?;
                    let name = crs.pointer("/properties/name").and_then(Value::as_str).unwrap_or("");
                    if !(crs.is_null()
                        || name.contains("CRS84")
                        || name.ends_with("4326")
                        || name.ends_with("4490"))
                    {
                        return Err(serde::de::Error::custom(format!(
                            "crs {name}: convert it to WGS 84 first"
                        )));
                    }
                }
                "features" => {
                    seen = true;
                    map.next_value_seed(Features(&mut *self.0))?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if seen { Ok(()) } else { Err(serde::de::Error::missing_field("features")) }
    }
}

struct Features<'a, 'b>(&'a mut Sink<'b>);

impl<'de> DeserializeSeed<'de> for Features<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}
impl<'de> Visitor<'de> for Features<'_, '_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of features")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(feature) = seq.next_element::<Value>()? {
            self.0.features += 1;
            self.0.feature(&feature);
        }
        Ok(())
    }
}

impl Sink<'_> {
    fn feature(&mut self, feature: &Value) {
        let number = self.features;
        if feature.get("type").and_then(Value::as_str) != Some("Feature") {
            self.report.row(number, "type", "不是要素(Feature)", "not a Feature");
            return;
        }
        let shape = match feature.get("geometry") {
            None | Some(Value::Null) => None,
            Some(geometry) => match shape(geometry) {
                Ok(shape) => Some(shape),
                Err((zh, en)) => {
                    self.report.row(number, "geometry", zh, en);
                    return;
                }
            },
        };
        let mut cells = Vec::new();
        if let Some(properties) = feature.get("properties").and_then(Value::as_object) {
            for (name, value) in properties {
                let at = self.table.column(name);
                cells.resize(cells.len().max(at + 1), String::new());
                cells[at] = match value {
                    Value::Null => String::new(),
                    Value::String(text) => text.trim().replace('\0', ""),
                    other => other.to_string(),
                };
            }
        }
        self.table.push(number, cells, shape);
    }
}

type Why = (String, String);

fn why(zh: &str, en: &str) -> Why {
    (zh.to_owned(), en.to_owned())
}

fn shape(geometry: &Value) -> Result<Shape, Why> {
    let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
    match geometry.get("type").and_then(Value::as_str) {
        Some("Point") => position(coordinates).map(Shape::Point),
        Some("Polygon") => Ok(Shape::Polygons(vec![polygon(coordinates)?])),
        Some("MultiPolygon") => {
            let parts = list(coordinates)?.iter().map(polygon).collect::<Result<Vec<_>, _>>()?;
            Ok(Shape::Polygons(parts))
        }
        other => Err((
            format!("几何类型 {} 不支持,应为 Point、Polygon 或 MultiPolygon", other.unwrap_or("(无)")),
            format!("geometry {} is not Point, Polygon or MultiPolygon", other.unwrap_or("(none)")),
        )),
    }
}

fn polygon(rings: &Value) -> Result<Vec<Vec<Coord>>, Why> {
    let rings = list(rings)?
        .iter()
        .map(|ring| list(ring)?.iter().map(position).collect::<Result<Vec<_>, _>>())
        .collect::<Result<Vec<_>, _>>()?;
    for ring in &rings {
        if ring.len() < 4 || ring.first() != ring.last() {
            return Err(why(
                "环未闭合或少于四个点",
                "a ring is not closed, or has fewer than four positions",
            ));
        }
    }
    if rings.is_empty() { Err(why("多边形没有环", "a polygon without rings")) } else { Ok(rings) }
}

fn list(value: &Value) -> Result<&Vec<Value>, Why> {
    value.as_array().ok_or_else(|| why("坐标应为数组", "coordinates should be arrays"))
}

fn position(value: &Value) -> Result<Coord, Why> {
    let numbers = list(value)?;
    match (numbers.first().and_then(Value::as_f64), numbers.get(1).and_then(Value::as_f64)) {
        (Some(lon), Some(lat)) => Coord::new(lon, lat).map_err(|_no| {
            (format!("坐标 {lon},{lat} 不在地球上"), format!("{lon},{lat} is not on the earth"))
        }),
        _ => Err(why("位置应为 [经度, 纬度]", "a position should be [longitude, latitude]")),
    }
}
