//! The house put together: database, keys, files, realm, work, router. `serve`, `demo` and the tests
//! all come through here.

use std::{net::SocketAddr, os::unix::fs::PermissionsExt as _, sync::Arc, time::Duration};

use axum::Router;
use tokio::{net::TcpListener, sync::watch, task::JoinSet};
use wangge_base::Clock;
use wangge_realm::{Realm, grid, session, tile, unit};
use wangge_store::{Db, Migration, seal::Keys};
use wangge_web::App;
use wangge_work::Work;

use crate::{
    chores,
    config::Config,
    first, jobs, router,
    trouble::{Doing, Outcome},
    ui::Ui,
};

/// Every migration of this release, in order.
pub fn migrations() -> Vec<Migration> {
    [wangge_realm::migrations(), wangge_work::migrations()].concat()
}

/// How this configuration opens its database.
pub fn store_settings(config: &Config, clock: Clock) -> wangge_store::Settings {
    let url = if config.on_postgres() {
        config.database.url.clone()
    } else {
        format!("sqlite:{}", config.database_file().display())
    };
    let mut settings = wangge_store::Settings::new(url, clock);
    settings.readers = config.database.readers;
    settings.writers = config.database.writers;
    settings.statement_timeout = Duration::from_millis(config.database.statement_ms);
    settings
}

/// Opens the database of `config` without migrating it.
///
/// # Errors
/// A directory that cannot be made, a database that cannot be opened.
pub fn open_database(config: &Config, clock: Clock) -> Outcome<Db> {
    if !config.dir.exists() {
        std::fs::create_dir_all(&config.dir).doing(format!("making {}", config.dir.display()))?;
        // What lies here is nobody else's business on this machine.
        std::fs::set_permissions(&config.dir, std::fs::Permissions::from_mode(0o700))
            .doing(format!("closing {}", config.dir.display()))?;
    }
    Db::open(&store_settings(config, clock)).doing("opening the database")
}

/// The house: everything a command or a request needs. Cheap to clone.
#[derive(Clone)]
pub struct House {
    /// State of the routers, and through it the realm, the app and the database.
    pub work: Work,
    /// The settings in force.
    pub config: Config,
}

impl House {
    /// Opens database and keys, migrates, loads the world.
    ///
    /// # Errors
    /// Whatever keeps this installation from working, with what was being done.
    pub async fn open(config: Config, clock: Clock) -> Outcome<Self> {
        let db = open_database(&config, clock)?;
        db.migrate(&migrations()).await.doing("migrating the database")?;
        let keys = Keys::load_or_create(&config.key_file()).doing("reading the key file")?;
        Self::with(config, db, keys).await
    }

    /// The same over a database that is open and migrated, and keys at hand: for tests.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub async fn with(config: Config, db: Db, keys: Keys) -> Outcome<Self> {
        let app = App::new(db, keys, config.settings(public_url(&config)));
        let (units, grids) = app
            .db()
            .read(|r| {
                let units = unit::load(r)?;
                let grids = grid::load(r, &units)?;
                Ok((units, grids))
            })
            .await
            .doing("loading units and grids")?;
        let realm = Realm::new(app, Arc::new(units), Arc::new(grids)).doing("opening the files")?;
        tile::jobs::refresh(&realm).await.doing("loading the water")?;
        let work = Work::open(realm, config.defaults()).await.doing("loading matters and calendars")?;
        Ok(Self { work, config })
    }

    /// The database.
    pub fn db(&self) -> &Db {
        self.work.realm.app.db()
    }

    /// The whole HTTP interface.
    pub fn router(&self) -> Router {
        router::router(self, Ui::new(&self.config.server.ui_dir))
    }

    /// Serves on `listener` until [`Running::stop`].
    ///
    /// # Errors
    /// A listener without an address.
    pub async fn serve(self, listener: TcpListener) -> Outcome<Running> {
        let addr = listener.local_addr().doing("asking for the address")?;
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        let router = self.router().into_make_service_with_connect_info::<SocketAddr>();
        let mut end = stopped.clone();
        tasks.spawn(async move {
            let until = async move {
                // The sender gone means the same.
                let _ = end.wait_for(|end| *end).await;
            };
            if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(until).await {
                tracing::error!(%error, "the server ended");
            }
        });
        let app = self.work.realm.app.clone();
        tasks.spawn(async move { app.hub().tail(app.db()).await });
        tasks.spawn(session::jobs::watch(self.work.realm.clone()));
        if self.config.jobs.enabled {
            let node = format!("{addr}-{:x}", self.db().clock().now().micros());
            tasks.spawn(jobs::run(self.db().clone(), node.clone(), chores::jobs(&self, &node), stopped));
        }
        tracing::info!(%addr, version = env!("CARGO_PKG_VERSION"), "serving");
        Ok(Running { addr, url: public_url(&self.config), house: self, stop, tasks })
    }
}

/// The address for people: as configured, else where it listens.
fn public_url(config: &Config) -> String {
    if config.server.public_url.is_empty() {
        return format!("http://{}", config.server.listen);
    }
    config.server.public_url.trim_end_matches('/').to_owned()
}

/// Binds the address of `config` and writes it back, so that port 0 becomes the one given.
///
/// # Errors
/// An address that is taken.
pub async fn bind(config: &mut Config) -> Outcome<TcpListener> {
    let listen = &config.server.listen;
    let listener = TcpListener::bind(listen).await.doing(format!("listening on {listen}"))?;
    config.server.listen = listener.local_addr().doing("asking for the address")?.to_string();
    Ok(listener)
}

/// A server that runs.
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    /// Where people reach it.
    pub url: String,
    /// What it serves.
    pub house: House,
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Running {
    /// Stops: no new connections, streams end, running requests get `server.drain_seconds`.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        self.house.work.realm.app.hub().close();
        let drain = Duration::from_secs(self.house.config.server.drain_seconds);
        let ended = async { while self.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(drain, ended).await.is_err() {
            tracing::warn!(
                "some requests were still running and are dropped; what was acknowledged is committed"
            );
            self.tasks.shutdown().await;
        }
        tracing::info!("stopped");
    }
}

/// Opens the house of `config` and serves it: `wangge serve` without the command line. Answers the
/// log-ins of the administrators if this was the first start.
///
/// # Errors
/// As [`bind`], [`House::open`] and [`House::serve`].
pub async fn start(mut config: Config, clock: Clock) -> Outcome<(Running, Vec<first::Made>)> {
    let listener = bind(&mut config).await?;
    let house = House::open(config, clock).await?;
    let made = first::administrators(&house).await?;
    Ok((house.serve(listener).await?, made))
}
