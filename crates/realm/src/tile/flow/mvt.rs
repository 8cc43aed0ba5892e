//! The Mapbox Vector Tile format 2.1 (protocol buffers), written by hand: a dozen fields need no generated
//! code. Layers, features with an id, tags and points or polygons.

use std::collections::HashMap;

use super::{EXTENT, Local};

/// A value of a tag.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// Text.
    Text(String),
    /// A number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<i64> for Value {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}
impl From<bool> for Value {
    fn from(is: bool) -> Self {
        Self::Bool(is)
    }
}

/// A layer being written.
pub struct Layer {
    name: &'static str,
    features: Vec<u8>,
    count: usize,
    keys: Vec<&'static str>,
    values: HashMap<Value, u64>,
    order: Vec<u8>,
}

impl Layer {
    /// An empty layer.
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            features: Vec::new(),
            count: 0,
            keys: Vec::new(),
            values: HashMap::new(),
            order: Vec::new(),
        }
    }
    /// How many features it holds.
    pub fn len(&self) -> usize {
        self.count
    }
    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds a point.
    pub fn point(&mut self, id: Option<u64>, tags: Vec<(&'static str, Value)>, at: Local) {
        let geometry = Geometry::default().point(at);
        self.feature(id, tags, 1, geometry);
    }

    /// Adds a polygon: each border followed by its holes, none of them closed by hand; borders enclose a
    /// positive area (see [`super::twice_area`]), holes a negative one. Without a ring nothing is added.
    pub fn polygon(&mut self, id: Option<u64>, tags: Vec<(&'static str, Value)>, rings: &[Vec<Local>]) {
        let mut geometry = Geometry::default();
        for ring in rings {
            geometry = geometry.ring(ring);
        }
        if !geometry.words.is_empty() {
            self.feature(id, tags, 3, geometry);
        }
    }

    fn feature(&mut self, id: Option<u64>, tags: Vec<(&'static str, Value)>, kind: u64, of: Geometry) {
        let mut packed = Vec::new();
        for (key, value) in tags {
            let at = self.keys.iter().position(|known| *known == key).unwrap_or_else(|| {
                self.keys.push(key);
                self.keys.len() - 1
            });
            varint(&mut packed, at as u64);
            let next = self.values.len() as u64;
            let at = *self.values.entry(value).or_insert_with_key(|value| {
                write_value(&mut self.order, value);
                next
            });
            varint(&mut packed, at);
        }
        let mut body = Vec::with_capacity(packed.len() + of.words.len() + 16);
        if let Some(id) = id {
            number(&mut body, 1, id);
        }
        bytes(&mut body, 2, &packed);
        number(&mut body, 3, kind);
        bytes(&mut body, 4, &of.words);
        bytes(&mut self.features, 2, &body);
        self.count += 1;
    }

    /// Appends the layer to a tile; an empty one leaves no trace.
    pub fn write(self, tile: &mut Vec<u8>) {
        if self.is_empty() {
            return;
        }
        let mut body = Vec::with_capacity(self.features.len() + self.order.len() + 64);
        bytes(&mut body, 1, self.name.as_bytes());
        body.extend_from_slice(&self.features);
        for key in self.keys {
            bytes(&mut body, 3, key.as_bytes());
        }
        body.extend_from_slice(&self.order);
        number(&mut body, 5, u64::from(EXTENT.unsigned_abs()));
        number(&mut body, 15, 2);
        bytes(tile, 3, &body);
    }
}

/// The commands of a geometry: steps from place to place, zig-zag.
#[derive(Default)]
struct Geometry {
    words: Vec<u8>,
    at: Local,
}

impl Geometry {
    fn command(&mut self, command: u64, count: usize) {
        varint(&mut self.words, (count as u64) << 3 | command);
    }
    fn step(&mut self, to: Local) {
        for (there, here) in to.into_iter().zip(self.at) {
            let d = i64::from(there) - i64::from(here);
            varint(&mut self.words, ((d << 1) ^ (d >> 63)).cast_unsigned());
        }
        self.at = to;
    }
    fn point(mut self, at: Local) -> Self {
        self.command(1, 1);
        self.step(at);
        self
    }
    fn ring(mut self, ring: &[Local]) -> Self {
        if let Some((first, rest)) = ring.split_first()
            && rest.len() >= 2
        {
            self.command(1, 1);
            self.step(*first);
            self.command(2, rest.len());
            for place in rest {
                self.step(*place);
            }
            self.command(7, 1);
        }
        self
    }
}

fn write_value(into: &mut Vec<u8>, value: &Value) {
    let mut body = Vec::new();
    match value {
        Value::Text(text) => bytes(&mut body, 1, text.as_bytes()),
        Value::Int(n) => number(&mut body, 4, n.cast_unsigned()),
        Value::Bool(is) => number(&mut body, 7, u64::from(*is)),
    }
    bytes(into, 4, &body);
}

fn number(into: &mut Vec<u8>, field: u64, n: u64) {
    varint(into, field << 3);
    varint(into, n);
}

fn bytes(into: &mut Vec<u8>, field: u64, of: &[u8]) {
    varint(into, field << 3 | 2);
    varint(into, of.len() as u64);
    into.extend_from_slice(of);
}

fn varint(into: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        into.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    into.push(n as u8);
}
