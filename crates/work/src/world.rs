//! What verbs see of the world: one consistent snapshot of units, grids, matters and calendars, and
//! the state that keeps it fresh.

use std::sync::Arc;

use arc_swap::ArcSwap;
use wangge_base::{Instant, UnitCode, WorkCalendar};
use wangge_realm::{
    Realm,
    grid::Grids,
    unit::{Unit, Units},
};
use wangge_store::{Result, seal::Keys};
use wangge_web::IdemKey;

use crate::{
    burden::verbs::Loads, calendar::Calendars, case::flow::Defaults, duty::flow::plan::Rules,
    matter::Catalogue, routing::Routing,
};

/// A snapshot of what hardly changes. Cheap to clone; a verb sees one and the same throughout.
#[derive(Clone)]
pub struct World {
    /// The unit tree.
    pub units: Arc<Units>,
    /// The active grids.
    pub grids: Arc<Grids>,
    /// The matter catalogue.
    pub matters: Arc<Catalogue>,
    /// Office hours and holidays.
    pub calendars: Arc<Calendars>,
    /// The rules of duties, laid out.
    pub duties: Arc<Rules>,
    /// What lists cost in communities, worked out within the hour.
    pub loads: Arc<Loads>,
    /// Who is offered first when a case is dispatched.
    pub routing: Arc<Routing>,
    /// Limits where a matter states none.
    pub defaults: Arc<Defaults>,
    /// Keys of the sealed columns.
    pub keys: Keys,
}

impl World {
    /// Office hours of a unit: its own, else those of the next unit above it that has some.
    pub fn hours(&self, unit: &UnitCode) -> Arc<WorkCalendar> {
        self.office(unit).1
    }

    /// Office hours of a unit, and which unit they come from; `None`: the usual ones.
    pub fn office(&self, unit: &UnitCode) -> (Option<UnitCode>, Arc<WorkCalendar>) {
        for here in self.units.get(unit.as_str()).into_iter().flat_map(Unit::upward) {
            let code = here.code();
            let own = self.calendars.find(&crate::calendar::own_name(&code));
            if let Some(calendar) = own.or_else(|| self.calendars.find(here.calendar()?)) {
                return (Some(code), calendar.clone());
            }
        }
        (None, self.calendars.get(None).clone())
    }
}

/// Something somebody wants done, with the key that makes it happen once.
#[derive(Clone, Debug)]
pub struct Command<T> {
    /// Idempotency key: the same key and body again get the same answer, not a second effect.
    pub key: IdemKey,
    /// Digest of sender and body, to tell a retry from another command under the same key.
    pub digest: [u8; 32],
    /// The version that the sender saw, when it matters.
    pub version: Option<i64>,
    /// When it happened, by the sender's clock: shown, never decisive.
    pub happened: Option<Instant>,
    /// What.
    pub body: T,
}

impl<T: serde::Serialize> Command<T> {
    /// A command of `body` under `key`; `sender` and `subject` keep others from seeing its answer.
    pub fn new(key: IdemKey, sender: &str, subject: &str, body: T) -> Self {
        let digest = wangge_web::digest(sender, subject, &body);
        Self { key, digest, version: None, happened: None, body }
    }
    /// The same, against the version that the sender saw.
    #[must_use]
    pub const fn against(mut self, version: Option<i64>) -> Self {
        self.version = version;
        self
    }
}

/// State of the work crate: the realm, and the snapshots of what is worked by. Cheap to clone.
#[derive(Clone)]
pub struct Work {
    /// Who, where and may.
    pub realm: Realm,
    matters: Arc<ArcSwap<Catalogue>>,
    calendars: Arc<ArcSwap<Calendars>>,
    duties: Arc<ArcSwap<Rules>>,
    loads: Arc<Loads>,
    routing: Arc<ArcSwap<Routing>>,
    defaults: Arc<Defaults>,
}

impl Work {
    /// Loads matters and calendars from the database.
    pub async fn open(realm: Realm, defaults: Defaults) -> Result<Self> {
        realm.on_leaving(Arc::new(crate::case::verbs::open_work));
        realm.on_subject(Arc::new(|r, subject| match crate::case::verbs::subject_of(r, subject)? {
            Some(found) => Ok(Some(found)),
            None => crate::duty::verbs::subject_of(r, subject),
        }));
        let zone = realm.app.settings().time_zone.clone();
        let (matters, calendars, routing) = realm
            .app
            .db()
            .read(move |r| {
                Ok((
                    crate::matter::load(r)?,
                    crate::calendar::load(r, &zone)?,
                    crate::routing::verbs::load(r)?,
                ))
            })
            .await?;
        let (now, calendars) = (realm.app.db().clock().now(), Arc::new(calendars));
        let duties = Arc::new(ArcSwap::new(lay_out(&matters, &calendars, now)));
        let (laid, rules) = (duties.clone(), duties.clone());
        realm.on_moving(Arc::new(move |r, district, grid| {
            let mut all = crate::map::verbs::open_in(r, district, grid)?;
            all.extend(crate::duty::verbs::open_in(r, &laid.load(), district, grid)?);
            Ok(all)
        }));
        realm.on_errand(Arc::new(move |r, work| match crate::map::verbs::errand(r, work)? {
            Some(found) => Ok(Some(found)),
            None => crate::duty::verbs::errand(r, &rules.load(), work),
        }));
        Ok(Self {
            realm,
            matters: Arc::new(ArcSwap::from_pointee(matters)),
            calendars: Arc::new(ArcSwap::new(calendars)),
            duties,
            loads: Arc::default(),
            routing: Arc::new(ArcSwap::from_pointee(routing)),
            defaults: Arc::new(defaults),
        })
    }

    /// Loads again what has changed since; called by the job loop and after an import.
    pub async fn refresh(&self) -> Result<()> {
        let zone = self.realm.app.settings().time_zone.clone();
        let (seen_matters, seen_calendars) = (self.matters.load().stamp, self.calendars.load().stamp);
        let seen_rules = self.routing.load().stamp();
        let (matters, calendars, routing) = self
            .realm
            .app
            .db()
            .read(move |r| {
                let matters = if crate::matter::stamp(r)? == seen_matters {
                    None
                } else {
                    Some(crate::matter::load(r)?)
                };
                let same = crate::calendar::stamp(r)? == seen_calendars;
                let calendars = if same { None } else { Some(crate::calendar::load(r, &zone)?) };
                let same = crate::routing::verbs::stamp(r)? == seen_rules;
                let routing = if same { None } else { Some(crate::routing::verbs::load(r)?) };
                Ok((matters, calendars, routing))
            })
            .await?;
        if let Some(routing) = routing {
            self.routing.store(Arc::new(routing));
        }
        if let Some(matters) = matters {
            self.matters.store(Arc::new(matters));
        }
        if let Some(calendars) = calendars {
            self.calendars.store(Arc::new(calendars));
        }
        let (matters, calendars) = (self.matters.load_full(), self.calendars.load_full());
        let (now, duties) = (self.realm.app.db().clock().now(), self.duties.load());
        if duties.stamp != (matters.stamp, calendars.stamp) || duties.day(now) + AHEAD / 2 > duties.through()
        {
            self.duties.store(lay_out(&matters, &calendars, now));
        }
        Ok(())
    }

    /// The world as it is known now.
    pub fn world(&self) -> World {
        World {
            units: self.realm.units(),
            grids: self.realm.grids(),
            matters: self.matters.load_full(),
            calendars: self.calendars.load_full(),
            duties: self.duties.load_full(),
            loads: self.loads.clone(),
            routing: self.routing.load_full(),
            defaults: self.defaults.clone(),
            keys: self.realm.app.keys().clone(),
        }
    }
}

/// Days ahead through which the rules of duties are laid out.
const AHEAD: i64 = 2 * 366;

fn lay_out(matters: &Catalogue, calendars: &Arc<Calendars>, now: Instant) -> Arc<Rules> {
    let today = wangge_base::days_since_epoch(calendars.get(None).date(now));
    Arc::new(Rules::of(matters, calendars.clone(), today + AHEAD))
}

impl axum::extract::FromRef<Work> for Realm {
    fn from_ref(work: &Work) -> Self {
        work.realm.clone()
    }
}

impl axum::extract::FromRef<Work> for wangge_web::App {
    fn from_ref(work: &Work) -> Self {
        work.realm.app.clone()
    }
}
