//! WHERE: the tree of units of the active edition, held in memory.
//!
//! [`Units`] is one compact snapshot of the 75,000 units of a city (about 10 MB): texts in one
//! string, rows of plain numbers sorted by code, no map. A verb sees one and the same throughout.
//! Geography comes in *editions*: [`verbs`] stages rows, [`flow`] checks them, and one small row
//! activates them; older editions stay for what was filed under them.

pub mod flow;
pub mod http;
pub mod jobs;
mod load;
pub mod sql;
pub mod verbs;

#[cfg(test)]
mod tests;

use wangge_base::{Board, Coord, District, Instant, Level, PostCode, Role, UnitCode, words};
use wangge_store::Result;

use load::Builder;
pub use load::{load, stamp};

words!(
    /// What a unit is.
    UnitKind {
        /// 市
        City = "city",
        /// 区县
        District = "district",
        /// 开发区: governs towns, has no statistical code
        Zone = "zone",
        /// 镇街
        Town = "town",
        /// 村社区
        Village = "village",
        /// 网格
        Grid = "grid",
        /// 部门
        Department = "department",
        /// 科室: a part of a department
        Section = "section",
        /// 专班: a joint team, with an end date
        Team = "team",
    }
);

impl UnitKind {
    /// Whether it is a part of the ground, not a body.
    pub const fn is_place(self) -> bool {
        !matches!(self, Self::Department | Self::Section | Self::Team)
    }
}

words!(
    /// Where an edition stands.
    EditionState {
        /// being filled; nobody sees it
        Staged = "staged",
        /// in use
        Active = "active",
        /// was in use; stays for what was filed under it
        Retired = "retired",
    }
);

/// One unit as it is staged: a row of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct NewUnit {
    /// Row of the source, for error reports.
    pub line: i64,
    /// Code, never used for anything else in any edition.
    pub code: UnitCode,
    /// 1 city … 5 grid; a department stands at the level of its district.
    pub level: Level,
    /// What it is.
    pub kind: UnitKind,
    /// Who governs it; only the city has nobody.
    pub parent: Option<UnitCode>,
    /// Whom the statistical code puts it under; decides the home shard. Absent: home is the city.
    pub stat_parent: Option<UnitCode>,
    /// Name.
    pub name: String,
    /// Name in English, may be empty.
    pub name_en: String,
    /// Seat or label point, WGS-84.
    pub at: Option<Coord>,
    /// Name of its office hours; absent: those of the next unit above.
    pub calendar: Option<String>,
    /// Households of a grid.
    pub households: Option<i64>,
    /// People of a grid.
    pub people: Option<i64>,
    /// From when on it exists; absent: always.
    pub valid_from: Option<Instant>,
    /// When it ended.
    pub valid_to: Option<Instant>,
    /// Old line grids merged into this one (多网合一): scheme and name.
    pub aliases: Vec<(String, String)>,
}

/// A kind of post: what one can be at units of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Code, e.g. `ZH-04`.
    pub code: PostCode,
    /// Units that have it.
    pub kind: UnitKind,
    /// Board.
    pub board: Board,
    /// Name.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// What it is for.
    pub role: Role,
    /// `24h`, `day` or `on_call`.
    pub staffed: String,
    /// Office, service station or dispatched body (派驻) that fills it.
    pub formed_from: String,
    /// Who stands in.
    pub deputy: Option<PostCode>,
    /// A post that may not act on the same case.
    pub must_not_be_same_as: Option<PostCode>,
}

/// The units that a grid (or village, or town) lies in, and its home shard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// Home shard: the statistical district, immutable.
    pub district: District,
    /// Governing district or zone today.
    pub area: UnitCode,
    /// Town.
    pub town: UnitCode,
    /// Village or community.
    pub village: UnitCode,
}

const NONE: u32 = u32::MAX;

/// A piece of the text.
#[derive(Clone, Copy, Default)]
struct Span {
    start: u32,
    len: u16,
}

struct Node {
    code: Span,
    name: Span,
    name_en: Span,
    calendar: Span,
    parent: u32,
    stat_parent: u32,
    lon: i32,
    lat: i32,
    households: u32,
    people: u32,
    home: u16,
    level: Level,
    kind: UnitKind,
    valid_from: i64,
    valid_to: i64,
}

/// A period under another governing parent than the one in the edition.
struct Governed {
    unit: u32,
    parent: u32,
    from: i64,
    to: i64,
}

/// The snapshot. Look units up by code; walk by [`Unit`].
pub struct Units {
    edition: i64,
    version: i64,
    text: String,
    nodes: Vec<Node>,
    /// Children of node `i`: `below[first_below[i]..first_below[i + 1]]`, by code.
    first_below: Vec<u32>,
    below: Vec<u32>,
    governed: Vec<Governed>,
    homes: Vec<District>,
    root: UnitCode,
    posts: Vec<Post>,
}

impl std::fmt::Debug for Units {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Units(edition {}, version {}, {} units)", self.edition, self.version, self.nodes.len())
    }
}

/// One unit of a snapshot. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Unit<'a> {
    units: &'a Units,
    at: u32,
}

impl PartialEq for Unit<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && std::ptr::eq(self.units, other.units)
    }
}
impl std::fmt::Debug for Unit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code_str(), self.name())
    }
}

impl Units {
    /// A snapshot of rows that are not in a database: for checks and tests.
    pub fn of(rows: &[NewUnit], posts: Vec<Post>) -> Result<Self> {
        let mut builder = Builder::default();
        let mut order: Vec<&NewUnit> = rows.iter().collect();
        order.sort_by(|a, b| a.code.cmp(&b.code));
        for row in order {
            builder.unit(row);
        }
        builder.build(0, 0, Vec::new(), posts)
    }

    /// No units: before the first edition.
    pub fn empty() -> Self {
        Self {
            edition: 0,
            version: 0,
            text: String::new(),
            nodes: Vec::new(),
            first_below: vec![0],
            below: Vec::new(),
            governed: Vec::new(),
            homes: Vec::new(),
            root: plain("city"),
            posts: Vec::new(),
        }
    }

    /// Number of the edition; 0 before the first.
    pub fn edition(&self) -> i64 {
        self.edition
    }
    /// Moves with every change inside an edition.
    pub fn version(&self) -> i64 {
        self.version
    }
    /// How many units, ended ones included.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }
    /// Whether there is no unit at all.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
    /// Bytes held, about.
    pub fn bytes(&self) -> usize {
        self.text.len() + self.nodes.len() * (size_of::<Node>() + 8)
    }
    /// The city.
    pub fn root(&self) -> &UnitCode {
        &self.root
    }

    /// The unit of that code, ended ones too.
    pub fn get(&self, code: &str) -> Option<Unit<'_>> {
        let at = self.nodes.binary_search_by(|node| self.slice(node.code).cmp(code)).ok()?;
        Some(self.unit(at as u32))
    }
    /// All units by code, ended ones too.
    pub fn all(&self) -> impl Iterator<Item = Unit<'_>> {
        (0..self.nodes.len() as u32).map(|at| self.unit(at))
    }
    /// The title of a unit; with its code where another one in use has the same. The code where there is no such unit.
    pub fn told(&self, code: &UnitCode) -> String {
        let Some(unit) = self.get(code.as_str()) else { return code.to_string() };
        let title = unit.title();
        let twins = self.all().any(|other| {
            other.at != unit.at && other.is_in_use() && other.name() == unit.name() && other.title() == title
        });
        if twins { format!("{title}({code})") } else { title }
    }
    /// Whether there is a unit of that code that has not ended.
    pub fn exists(&self, code: &UnitCode) -> bool {
        self.get(code.as_str()).is_some_and(|unit| unit.is_in_use())
    }
    /// Level of a unit.
    pub fn level(&self, code: &UnitCode) -> Option<Level> {
        self.get(code.as_str()).map(|unit| unit.level())
    }
    /// Home shard of a unit: its statistical district, `city` for the city, zones and their bodies.
    pub fn shard(&self, code: &UnitCode) -> Option<District> {
        self.get(code.as_str()).map(|unit| unit.district().clone())
    }
    /// Where a grid in use lies; `None` for what is not one.
    pub fn home(&self, grid: &UnitCode) -> Option<Home> {
        let grid = self.get(grid.as_str()).filter(|g| g.kind() == UnitKind::Grid && g.is_in_use())?;
        let village = grid.parent()?;
        let town = village.parent()?;
        Some(Home {
            district: grid.district().clone(),
            area: town.parent()?.code(),
            town: town.code(),
            village: village.code(),
        })
    }
    /// The unit that governs a statistical district: the city for `city`. A drill's shard
    /// (`500107~d7`) has the unit of the real one.
    pub fn district_unit(&self, district: &District) -> Option<UnitCode> {
        if *district == District::city() {
            return Some(self.root.clone());
        }
        let code = district.as_str().split('~').next().unwrap_or_default();
        self.get(code).filter(|unit| unit.kind() == UnitKind::District).map(|unit| unit.code())
    }
    /// Home shards in which something lies under a unit: one for a town or district, several for a
    /// zone, all for the city; by code. The city's own shard is the caller's to add.
    pub fn shards_under(&self, code: &UnitCode) -> Vec<District> {
        let Some(unit) = self.get(code.as_str()) else { return Vec::new() };
        let mut seen: Vec<&District> = match unit.kind() {
            UnitKind::City => self.homes.iter().filter(|home| **home != District::city()).collect(),
            UnitKind::Zone => unit.children().map(|town| town.district()).collect(),
            _ => vec![unit.district()],
        };
        seen.retain(|home| **home != District::city());
        seen.sort();
        seen.dedup();
        seen.into_iter().cloned().collect()
    }
    /// Names of the office hours that apply to a unit: its own, then those above it.
    pub fn calendars_of(&self, code: &UnitCode) -> impl Iterator<Item = &str> {
        let unit = self.get(code.as_str());
        unit.into_iter().flat_map(Unit::upward).filter_map(|unit| unit.calendar())
    }
    /// The governing parent at a moment: differs from [`Unit::parent`] only for towns that changed
    /// hands.
    pub fn governor(&self, code: &UnitCode, at: Instant) -> Option<UnitCode> {
        let unit = self.get(code.as_str())?;
        self.governing(unit.at, at.micros()).map(|up| self.unit(up).code())
    }

    /// The posts a unit of this kind has.
    pub fn posts(&self, kind: UnitKind) -> impl Iterator<Item = &Post> {
        self.posts.iter().filter(move |post| post.kind == kind)
    }
    /// A post by code.
    pub fn post(&self, code: &PostCode) -> Option<&Post> {
        self.posts.binary_search_by(|post| post.code.cmp(code)).ok().map(|i| &self.posts[i])
    }

    /// Units in use whose name contains `words`, up to `most`, best first: whole name, then
    /// beginning, then anywhere; upper levels first. Grids are found by code only.
    pub fn search(&self, words: &str, under: Option<&UnitCode>, most: usize) -> Vec<Unit<'_>> {
        let under = match under.map(|code| self.get(code.as_str())) {
            Some(None) => return Vec::new(),
            Some(Some(unit)) => Some(unit),
            None => None,
        };
        let lower = words.trim().to_lowercase();
        if lower.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u8, Level, u32)> = self
            .all()
            .filter(|unit| unit.kind() != UnitKind::Grid && unit.is_in_use())
            .filter_map(|unit| {
                let name = unit.name();
                let rank = if name == lower {
                    0
                } else if name.starts_with(&lower) {
                    1
                } else if name.contains(&lower) || unit.name_en().to_lowercase().contains(&lower) {
                    2
                } else {
                    return None;
                };
                under.is_none_or(|top| unit.is_under(top)).then_some((rank, unit.level(), unit.at))
            })
            .collect();
        if let Some(exact) = self.get(words.trim()).filter(|unit| unit.is_in_use()) {
            found.push((0, Level::City, exact.at));
        }
        found.sort_unstable();
        found.dedup_by_key(|(_, _, at)| *at);
        found.into_iter().take(most).map(|(_, _, at)| self.unit(at)).collect()
    }

    fn unit(&self, at: u32) -> Unit<'_> {
        Unit { units: self, at }
    }
    fn node(&self, at: u32) -> &Node {
        &self.nodes[at as usize]
    }
    fn slice(&self, span: Span) -> &str {
        let start = span.start as usize;
        self.text.get(start..start + usize::from(span.len)).unwrap_or_default()
    }
    fn governing(&self, unit: u32, at: i64) -> Option<u32> {
        let period = self.governed.iter().find(|g| g.unit == unit && g.from <= at && at < g.to);
        let up = period.map_or_else(|| self.node(unit).parent, |g| g.parent);
        (up != NONE).then_some(up)
    }
}

impl<'a> Unit<'a> {
    fn node(self) -> &'a Node {
        self.units.node(self.at)
    }
    /// Code.
    pub fn code(self) -> UnitCode {
        plain(self.code_str())
    }
    /// Code, borrowed.
    pub fn code_str(self) -> &'a str {
        self.units.slice(self.node().code)
    }
    /// Name by itself. Names of villages repeat: for people use [`Unit::title`].
    pub fn name(self) -> &'a str {
        self.units.slice(self.node().name)
    }
    /// Name in English; empty when there is none.
    pub fn name_en(self) -> &'a str {
        self.units.slice(self.node().name_en)
    }
    /// Name that tells it apart: a village with its town, a grid with both, a body with its district.
    pub fn title(self) -> String {
        let mut title = String::new();
        let above: usize = match self.kind() {
            UnitKind::Grid => 2,
            UnitKind::Village => 1,
            UnitKind::Department => {
                let place = self.parent().map_or("", Unit::name);
                return flow::titled(place, self.name());
            }
            _ => 0,
        };
        let mut names: Vec<&str> = self.upward().take(above + 1).map(Unit::name).collect();
        names.reverse();
        for name in names {
            title.push_str(name);
        }
        title
    }
    /// Level.
    pub fn level(self) -> Level {
        self.node().level
    }
    /// Kind.
    pub fn kind(self) -> UnitKind {
        self.node().kind
    }
    /// Home shard.
    pub fn district(self) -> &'a District {
        &self.units.homes[usize::from(self.node().home)]
    }
    /// Governing parent.
    pub fn parent(self) -> Option<Unit<'a>> {
        let up = self.node().parent;
        (up != NONE).then(|| self.units.unit(up))
    }
    /// Parent by the statistical code.
    pub fn stat_parent(self) -> Option<Unit<'a>> {
        let up = self.node().stat_parent;
        (up != NONE).then(|| self.units.unit(up))
    }
    /// The unit itself, then its governing parents up to the city.
    pub fn upward(self) -> impl Iterator<Item = Unit<'a>> {
        // The tree is checked to nest; the bound keeps a broken one from hanging a node.
        std::iter::successors(Some(self), |unit| unit.parent()).take(8)
    }
    /// What it governs, by code; ended ones included.
    pub fn children(self) -> impl Iterator<Item = Unit<'a>> {
        let (units, at) = (self.units, self.at as usize);
        let (first, last) = (units.first_below[at] as usize, units.first_below[at + 1] as usize);
        units.below[first..last].iter().map(move |&below| units.unit(below))
    }
    /// Whether `top` is the unit itself or above it.
    pub fn is_under(self, top: Unit<'_>) -> bool {
        self.upward().any(|unit| unit.at == top.at)
    }
    /// Seat or label point.
    pub fn at(self) -> Option<Coord> {
        let node = self.node();
        let degrees = |steps: i32| f64::from(steps) / 1e7;
        (node.lon != i32::MIN).then(|| Coord { lon: degrees(node.lon), lat: degrees(node.lat) })
    }
    /// Name of its own office hours.
    pub fn calendar(self) -> Option<&'a str> {
        let name = self.units.slice(self.node().calendar);
        (!name.is_empty()).then_some(name)
    }
    /// Households.
    pub fn households(self) -> Option<u32> {
        let n = self.node().households;
        (n != NONE).then_some(n)
    }
    /// People.
    pub fn people(self) -> Option<u32> {
        let n = self.node().people;
        (n != NONE).then_some(n)
    }
    /// From when on it exists, if not always.
    pub fn valid_from(self) -> Option<Instant> {
        let at = self.node().valid_from;
        (at != i64::MIN).then(|| Instant::from_micros(at))
    }
    /// When it ended, or will.
    pub fn valid_to(self) -> Option<Instant> {
        let at = self.node().valid_to;
        (at != i64::MAX).then(|| Instant::from_micros(at))
    }
    /// Whether it has no end. A unit with a future end is treated as in use until [`Unit::is_valid`]
    /// says otherwise; grids end at the moment of their split or merge.
    pub fn is_in_use(self) -> bool {
        self.node().valid_to == i64::MAX || self.kind() == UnitKind::Team
    }
    /// Whether it exists at a moment.
    pub fn is_valid(self, at: Instant) -> bool {
        self.node().valid_from <= at.micros() && at.micros() < self.node().valid_to
    }
}

/// A code that was a code when it was stored.
fn plain(text: &str) -> UnitCode {
    #[expect(clippy::expect_used, reason = "the snapshot takes in nothing but parsed codes")]
    text.parse().expect("a stored unit code")
}
