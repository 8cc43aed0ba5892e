//! WHO, WHERE and MAY: units, grids, buildings, tiles of the map, accounts, sessions, access, files, notices and the audit trail.
//!
//! Start with [`Realm`], which every handler gets, and [`Who`], which says who is asking. Rights are
//! in [`access`]: one table, used as a check and as an SQL filter.

pub mod access;
pub mod account;
pub mod audit;
pub mod cover;
pub mod file;
pub mod grid;
pub mod notice;
pub mod photo;
pub mod premises;
pub mod resident;
pub mod session;
#[cfg(test)]
mod testkit;
pub mod tile;
pub mod unit;

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use arc_swap::ArcSwap;
use axum::extract::FromRef;
use tokio::sync::{Semaphore, SemaphorePermit};
use utoipa_axum::router::OpenApiRouter;
use wangge_base::{Coord, Datum, District, Holder, Refusal, Seat, UnitCode};
use wangge_store::{Error, Migration, Read, Result, Stmt};
use wangge_web::App;

use crate::{
    access::{Filter, Subject, Verb},
    account::Holding,
    file::Files,
    grid::Grids,
    session::Sessions,
    tile::Tiles,
    unit::{UnitKind, Units},
};

pub use session::Who;

/// How much open work of one home shard lies with a post: registered by the crate that knows (an
/// arrow that does not turn: realm never names a case).
pub type OpenWorkHook = Arc<dyn Fn(&mut Read, &District, &Holding) -> Result<i64> + Send + Sync>;

/// Whether a holder may read what a file is linked to: registered by the slice that owns the
/// subject. `None`: not a subject of that slice.
pub type SubjectHook = Arc<dyn Fn(&mut Read, &str) -> Result<Option<Subject>> + Send + Sync>;

/// Open work of one kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct Moved {
    /// What, e.g. `cases`.
    pub what: String,
    /// How much of it.
    pub n: i64,
}

/// How much work is open in a grid of a home shard, by kind: registered by the crate that knows.
pub type MovingHook = Arc<dyn Fn(&mut Read, &District, &UnitCode) -> Result<Vec<Moved>> + Send + Sync>;

/// What realm serves from memory, beside the application. Cheap to clone.
#[derive(Clone)]
pub struct Realm {
    /// The application.
    pub app: App,
    inner: Arc<Inner>,
}

struct Inner {
    units: ArcSwap<Units>,
    grids: ArcSwap<Grids>,
    sessions: Sessions,
    hashing: Semaphore,
    files: Files,
    uploads: Semaphore,
    watching: AtomicBool,
    tiles: Tiles,
    open_work: OnceLock<OpenWorkHook>,
    subject: OnceLock<SubjectHook>,
    moving: OnceLock<MovingHook>,
    errand: OnceLock<resident::ErrandHook>,
}

/// Held by whoever listens to revocations ([`session::jobs::watch`]).
pub(crate) struct Watching(Arc<Inner>);

impl Drop for Watching {
    fn drop(&mut self) {
        self.0.watching.store(false, Ordering::SeqCst);
    }
}

impl Realm {
    /// A realm over `app` that knows these units and grids.
    pub fn new(app: App, units: Arc<Units>, grids: Arc<Grids>) -> Result<Self> {
        let files = Files::open(&app.settings().data_dir.join("files"))?;
        let inner = Inner {
            units: ArcSwap::new(units),
            grids: ArcSwap::new(grids),
            sessions: Sessions::default(),
            hashing: Semaphore::new(2),
            files,
            uploads: Semaphore::new(8),
            watching: AtomicBool::new(false),
            tiles: Tiles::default(),
            open_work: OnceLock::new(),
            subject: OnceLock::new(),
            moving: OnceLock::new(),
            errand: OnceLock::new(),
        };
        Ok(Self { app, inner: Arc::new(inner) })
    }

    /// The unit tree in force.
    pub fn units(&self) -> Arc<Units> {
        self.inner.units.load_full()
    }
    /// Puts a newer unit tree in force on this node.
    pub fn set_units(&self, units: Arc<Units>) {
        self.inner.units.store(units);
    }
    /// The grids of the active edition.
    pub fn grids(&self) -> Arc<Grids> {
        self.inner.grids.load_full()
    }
    /// Puts another edition of the grids in force on this node.
    pub fn set_grids(&self, grids: Arc<Grids>) {
        self.inner.grids.store(grids);
    }
    /// Sessions known to this node.
    pub fn sessions(&self) -> &Sessions {
        &self.inner.sessions
    }
    /// The store of file contents.
    pub fn files(&self) -> &Files {
        &self.inner.files
    }
    /// What is drawn on the map, and the tiles made last.
    pub fn tiles(&self) -> &Tiles {
        &self.inner.tiles
    }
    /// Says, until dropped, that somebody listens to revocations.
    pub(crate) fn watching(&self) -> Watching {
        self.inner.watching.store(true, Ordering::SeqCst);
        Watching(self.inner.clone())
    }
    pub(crate) fn is_watching(&self) -> bool {
        self.inner.watching.load(Ordering::SeqCst)
    }
    pub(crate) fn hashing(&self) -> &Semaphore {
        &self.inner.hashing
    }
    /// Uploads wait here, so that a few at a time hold their bytes in memory.
    pub(crate) async fn upload_turn(&self) -> Result<SemaphorePermit<'_>> {
        self.inner.uploads.acquire().await.map_err(|e| Error::Retry(e.to_string()))
    }

    /// Home shard of a point: of the grid it lies in or near.
    pub fn home_of(&self, datum: Datum, at: Coord) -> std::result::Result<District, Refusal> {
        let located = self.grids().locate(datum.to_wgs84(at))?;
        self.units()
            .shard(&located.grid)
            .ok_or_else(|| Refusal::invalid("lon", "该地点不在本市范围内", "This place is not in the city"))
    }

    /// Registers who knows the open work of a post. Once, at start.
    pub fn on_leaving(&self, hook: OpenWorkHook) {
        drop(self.inner.open_work.set(hook));
    }
    /// Registers who knows the subjects that files are linked to. Once, at start.
    pub fn on_subject(&self, hook: SubjectHook) {
        drop(self.inner.subject.set(hook));
    }
    /// Registers who knows the open work of a grid. Once, at start.
    pub fn on_moving(&self, hook: MovingHook) {
        drop(self.inner.moving.set(hook));
    }
    pub(crate) fn moving(&self, r: &mut Read, district: &District, grid: &UnitCode) -> Result<Vec<Moved>> {
        self.inner.moving.get().map_or(Ok(Vec::new()), |hook| hook(r, district, grid))
    }
    /// Registers who knows the pieces of work that bring somebody to a building. Once, at start.
    pub fn on_errand(&self, hook: resident::ErrandHook) {
        drop(self.inner.errand.set(hook));
    }
    pub(crate) fn errand(&self, r: &mut Read, work: &str) -> Result<Option<resident::Errand>> {
        self.inner.errand.get().map_or(Ok(None), |hook| hook(r, work))
    }
    pub(crate) fn open_work(&self, r: &mut Read, held: &Holding) -> Result<i64> {
        let Some(hook) = self.inner.open_work.get() else { return Ok(0) };
        let shards = shards_of(&self.units(), &held.unit);
        shards.iter().try_fold(0, |sum, district| Ok(sum + hook(r, district, held)?))
    }
    pub(crate) fn subject(&self, r: &mut Read, subject: &str) -> Result<Option<Subject>> {
        self.inner.subject.get().map_or(Ok(None), |hook| hook(r, subject))
    }

    /// The rows on which `holder` may do `verb`, with the home shards to ask.
    pub fn filter(&self, holder: &Holder, verb: Verb) -> Filter {
        let mut filter = access::filter(holder, verb);
        filter.districts = districts_of(&self.units(), holder, &filter);
        filter
    }

    /// A unit as a subject of rights: where it lies in the tree.
    pub fn place_of(&self, unit: &UnitCode) -> std::result::Result<Subject, Refusal> {
        place_of(&self.units(), unit)
    }
}

/// A unit as a subject of rights: where it lies in the tree, and itself as the seat. Departments and
/// teams lie where their parent lies.
pub fn place_of(units: &Units, code: &UnitCode) -> std::result::Result<Subject, Refusal> {
    let unknown = || Refusal::invalid("unit", "没有这个单位", "There is no such unit");
    let unit = units.get(code.as_str()).ok_or_else(unknown)?;
    let mut it = Subject::of(unit.district().clone(), code.clone());
    it.seat = Some(Seat { unit: code.clone(), post: None });
    for here in unit.upward() {
        match here.kind() {
            UnitKind::Grid => it.grid = Some(here.code()),
            UnitKind::Village => it.village = Some(here.code()),
            UnitKind::Town => it.town = Some(here.code()),
            UnitKind::District | UnitKind::Zone | UnitKind::City => {
                it.area = here.code();
                break;
            }
            UnitKind::Department | UnitKind::Section | UnitKind::Team => {}
        }
    }
    Ok(it)
}

/// Home shards in which something can lie with or under a unit: one below the districts, several for
/// a zone, all (and `city`) for the city and its departments.
pub fn shards_of(units: &Units, code: &UnitCode) -> Vec<District> {
    let Some(unit) = units.get(code.as_str()) else { return Vec::new() };
    let ground = unit.upward().find(|u| u.kind().is_place());
    let mut shards = ground.map_or_else(Vec::new, |u| units.shards_under(&u.code()));
    if *unit.district() == District::city() {
        shards.push(District::city());
    }
    shards
}

/// A department with its sections, of which `code` is one; of any other unit it alone. The whole comes
/// first.
pub fn house_of(units: &Units, code: &UnitCode) -> Vec<UnitCode> {
    let Some(unit) = units.get(code.as_str()) else { return vec![code.clone()] };
    let whole = if unit.kind() == UnitKind::Section { unit.parent().unwrap_or(unit) } else { unit };
    let parts = whole.children().filter(|u| u.kind() == UnitKind::Section && u.is_in_use());
    std::iter::once(whole.code()).chain(parts.map(|u| u.code())).collect()
}

/// The home shards a filter reaches into.
fn districts_of(units: &Units, holder: &Holder, filter: &Filter) -> Vec<District> {
    let reach = filter.reach();
    let mut districts = if reach.city { shards_of(units, units.root()) } else { Vec::new() };
    if reach.unit {
        districts.extend(shards_of(units, &holder.unit));
    }
    if reach.home {
        districts.push(holder.home.clone());
    }
    let mut seen = std::collections::HashSet::new();
    districts.retain(|district| seen.insert(district.clone()));
    districts
}

impl FromRef<Realm> for App {
    fn from_ref(realm: &Realm) -> Self {
        realm.app.clone()
    }
}

/// Every migration of this crate.
pub fn migrations() -> Vec<Migration> {
    [
        unit::sql::MIGRATIONS,
        grid::sql::MIGRATIONS,
        tile::sql::MIGRATIONS,
        premises::sql::MIGRATIONS,
        account::sql::MIGRATIONS,
        cover::sql::MIGRATIONS,
        session::sql::MIGRATIONS,
        audit::sql::MIGRATIONS,
        notice::sql::MIGRATIONS,
        file::sql::MIGRATIONS,
        photo::sql::MIGRATIONS,
        resident::sql::MIGRATIONS,
    ]
    .concat()
}

/// Every statement of the slices of this crate, for the test that prepares and explains them all.
pub fn statements() -> Vec<&'static Stmt> {
    [
        unit::sql::STATEMENTS,
        grid::sql::STATEMENTS,
        tile::sql::STATEMENTS,
        premises::sql::STATEMENTS,
        account::sql::STATEMENTS,
        cover::sql::STATEMENTS,
        session::sql::STATEMENTS,
        audit::sql::STATEMENTS,
        notice::sql::STATEMENTS,
        file::sql::STATEMENTS,
        photo::sql::STATEMENTS,
        resident::sql::STATEMENTS,
    ]
    .concat()
}

/// Every route of this crate, under `/api/v1`.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new()
        .merge(unit::http::routes())
        .merge(grid::http::routes())
        .merge(tile::http::routes())
        .merge(premises::http::routes())
        .merge(session::http::routes())
        .merge(access::http::routes())
        .merge(account::http::routes())
        .merge(cover::http::routes())
        .merge(audit::http::routes())
        .merge(notice::http::routes())
        .merge(file::http::routes())
        .merge(photo::http::routes())
        .merge(resident::http::routes())
}
