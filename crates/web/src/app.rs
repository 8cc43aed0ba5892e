//! [`App`]: what every handler may lean on: database, clock, keys, settings, limits, live events.

use std::{path::PathBuf, sync::Arc};

use axum::http::HeaderValue;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wangge_base::Clock;
use wangge_store::{Db, seal::Keys};

use crate::{
    limit::{Limits, Rates},
    live::Hub,
    net::Network,
};

/// What the operator decides; `server::config` reads it from file and environment once.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where the public reaches this deployment, e.g. `https://grid.example.cn`; https makes cookies
    /// `Secure` and sends HSTS.
    pub public_url: String,
    /// Code of the city, e.g. `50`.
    pub city_code: String,
    /// Name of the city, Chinese.
    pub city_zh: String,
    /// Name of the city, English.
    pub city_en: String,
    /// IANA name of the city's time zone.
    pub time_zone: String,
    /// Whether everything shown is invented; every screen and export then says 演示数据.
    pub demo: bool,
    /// Directory for files, keys and the embedded database.
    pub data_dir: PathBuf,
    /// Largest JSON body, bytes.
    pub json_limit: usize,
    /// Largest uploaded file, bytes.
    pub file_limit: usize,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// How often things may be asked for.
    pub rates: Rates,
    /// Hours a session lives without being used.
    pub session_idle_hours: i64,
    /// Days a session lives at most.
    pub session_days: i64,
    /// What lies below and beside the map.
    pub map: MapSettings,
}

/// What lies below and beside our own map.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MapSettings {
    /// What must stand beside the outlines, Chinese, e.g. 示意; empty where they are official.
    pub note_zh: String,
    /// The same in English.
    pub note_en: String,
    /// A base map; without one our own tiles suffice.
    pub base: Option<BaseMap>,
    /// Origins that pages may load map tiles from, e.g. `https://t0.tianditu.gov.cn`.
    pub origins: Vec<String>,
}

/// A map below ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BaseMap {
    /// The official map service 天地图: raster tiles, names as a second layer above.
    Tianditu {
        /// Addresses of the tiles.
        tiles: Vec<String>,
        /// Addresses of the tiles with names.
        labels: Vec<String>,
        /// Whom to name.
        attribution: String,
    },
    /// A PMTiles file of our own.
    Pmtiles {
        /// Its address.
        url: String,
        /// Whom to name.
        attribution: String,
    },
    /// Images: raster tiles of a service of the operator's choice.
    Imagery {
        /// Addresses of the tiles.
        tiles: Vec<String>,
        /// Whom to name.
        attribution: String,
    },
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: "http://127.0.0.1:8080".into(),
            city_code: "50".into(),
            city_zh: "示例市".into(),
            city_en: "Example City".into(),
            time_zone: "Asia/Shanghai".into(),
            demo: false,
            data_dir: PathBuf::from("var"),
            json_limit: 256 * 1024,
            file_limit: 20 * 1024 * 1024,
            trusted_proxies: Vec::new(),
            rates: Rates::default(),
            session_idle_hours: 12,
            session_days: 7,
            map: MapSettings::default(),
        }
    }
}

impl Settings {
    /// Whether the public reaches us by https.
    pub fn https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// 演示数据 when everything here is invented.
    pub fn banner(&self) -> Option<&'static str> {
        self.demo.then_some("演示数据")
    }
}

/// The running application. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Clock,
    keys: Keys,
    settings: Settings,
    limits: Limits,
    hub: Hub,
    policy: HeaderValue,
}

impl App {
    /// Puts the parts together. Nothing runs yet: the server starts [`Hub::tail`].
    pub fn new(db: Db, keys: Keys, settings: Settings) -> Self {
        let clock = db.clock().clone();
        let limits = Limits::new(settings.rates);
        let policy = crate::layers::policy(&settings.map.origins);
        Self(Arc::new(Inner { db, clock, keys, settings, limits, hub: Hub::new(), policy }))
    }
    /// The content security policy of every answer.
    pub(crate) fn policy(&self) -> &HeaderValue {
        &self.0.policy
    }
    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }
    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }
    /// Keys of sealed columns and blind indexes.
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }
    /// What the operator decided.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }
    /// Rate limits of this node.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }
    /// Live events of this node.
    pub fn hub(&self) -> &Hub {
        &self.0.hub
    }
}
