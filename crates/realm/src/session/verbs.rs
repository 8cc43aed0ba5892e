//! Logging in and out. Passwords are argon2id (19 MiB, two passes: OWASP's first choice) and are
//! hashed off the async threads, two at a time, so that a storm of log-ins cannot eat the memory.

use std::{sync::Arc, time::Duration};

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::phc::PasswordHash,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use wangge_base::{District, Instant, Kind, Ref, Refusal};
use wangge_store::{Error, Event, Read, Result, Tx, Value, seal::Keys};

use super::{FRESH, Login, Session, TOLD, sql};
use crate::{
    Realm,
    account::{Account, flow},
    audit,
};

fn argon() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}

/// PHC string of a password. Slow on purpose: 20–50 ms and 19 MiB; never on an async thread.
pub fn hash(password: &str) -> Result<String> {
    let hashed = argon().hash_password(password.as_bytes());
    hashed.map(|h| h.to_string()).map_err(|e| Error::Engine(format!("argon2: {e}")))
}

/// Whether the password is the one hashed; a hash that cannot be read is nobody's password.
fn verify(password: &str, phc: &str) -> bool {
    PasswordHash::new(phc).is_ok_and(|hash| argon().verify_password(password.as_bytes(), &hash).is_ok())
}

impl Realm {
    /// [`hash`] on a thread of its own, at most two at a time on this node.
    pub async fn hash_password(&self, password: String) -> Result<String> {
        self.slowly(move || hash(&password)).await?
    }

    pub(crate) async fn slowly<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let permit = self.hashing().acquire().await.map_err(|e| Error::Retry(e.to_string()))?;
        let done = tokio::task::spawn_blocking(work).await;
        drop(permit);
        done.map_err(|e| Error::Engine(e.to_string()))
    }
}

/// A hash that fits no password, so that an unknown name takes as long as a wrong password.
fn nobody() -> &'static str {
    static HASH: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    HASH.get_or_init(|| hash("nobody has this password").unwrap_or_default())
}

fn name_key(name: &str) -> String {
    let digest: [u8; 32] = Sha256::digest(name.as_bytes()).into();
    URL_SAFE_NO_PAD.encode(digest)
}

/// A session just opened: the cookie's value is shown once and never stored.
pub struct Opened {
    /// Value of the cookie `wangge`.
    pub cookie: String,
    /// Who logged in.
    pub login: Arc<Login>,
}

fn wrong_credentials() -> Refusal {
    Refusal::new(
        Kind::Unauthenticated,
        "session.wrong",
        "登录名或密码不对;连续输错五次将锁定15分钟",
        "Wrong login name or password; five wrong tries in a row lock it for 15 minutes",
    )
}

fn locked(until: Instant, now: Instant) -> Refusal {
    let minutes = until.minutes_since(now) + 1;
    Refusal::new(
        Kind::TooMany,
        "session.locked",
        format!("输错次数过多,请{minutes}分钟后再试;忘记密码请联系管理员"),
        format!(
            "Too many wrong tries; try again in {minutes} minutes, or ask the administrator for a new password"
        ),
    )
}

/// Logs in. A wrong name and a wrong password read the same; five failures in a row lock the name
/// for 15 minutes, then longer.
pub async fn log_in(realm: &Realm, name: &str, password: String) -> Result<Opened> {
    let db = realm.app.db();
    let (asked, key) = (name.trim().to_lowercase(), name_key(name.trim().to_lowercase().as_str()));
    let lock_key = key.clone();
    let (found, until, now) = db
        .read(move |r| {
            let found = r.opt(&sql::LOGIN, &[asked.as_str().into()], |row| {
                Ok((row.parse::<Ref<Account>>(0)?, row.text(1)?))
            })?;
            let home = found.as_ref().map_or_else(District::city, |(at, _)| at.district.clone());
            let until = r.opt(&sql::LOCKED, &[(&home).into(), lock_key.as_str().into()], |row| row.at(0))?;
            Ok((found, until, r.now()))
        })
        .await?;
    if let Some(until) = until.filter(|until| *until > now) {
        return Err(locked(until, now).into());
    }
    let phc = found.as_ref().map_or_else(|| nobody().to_owned(), |(_, phc)| phc.clone());
    let right = realm.slowly(move || verify(&password, &phc)).await?;
    let account = found.map(|(at, _)| at);
    match account {
        Some(account) if right => open(realm, account, key).await,
        account => {
            let until = db.write(move |tx| failed(tx, account.as_ref(), &key)).await?;
            let now = realm.app.clock().now();
            Err(until.filter(|u| *u > now).map_or_else(wrong_credentials, |u| locked(u, now)).into())
        }
    }
}

fn failed(tx: &mut Tx, account: Option<&Ref<Account>>, key: &str) -> Result<Option<Instant>> {
    let home = account.map_or_else(District::city, |at| at.district.clone());
    let now = tx.now();
    let day_ago = now.plus_minutes(-24 * 60);
    let row: [Value; 4] = [(&home).into(), key.into(), now.into(), day_ago.into()];
    let failures = tx.one(&sql::FAILED, &row, |row| row.int(0))?;
    let minutes = flow::lock_minutes(failures);
    let until = now.plus_minutes(minutes);
    if minutes > 0 {
        tx.exec(&sql::LOCK, &[(&home).into(), key.into(), until.into()])?;
    }
    // Unknown names are counted but not written down: they may be passwords typed in the wrong box.
    if let Some(account) = account {
        let facts = json!({"failures": failures, "locked_minutes": minutes});
        audit::write(tx, &home, "", audit::Kind::LoginFailed, &account.to_string(), &facts)?;
    }
    Ok((minutes > 0).then_some(until))
}

async fn open(realm: &Realm, account: Ref<Account>, key: String) -> Result<Opened> {
    let settings = realm.app.settings();
    let (days, idle) = (settings.session_days, settings.session_idle_hours);
    let begun = std::time::Instant::now();
    let (cookie, login) = realm
        .app
        .db()
        .write(move |tx| {
            let now = tx.now();
            let session = Ref::new(account.district.clone(), tx.new_id::<Session>());
            let secret: [u8; 32] = tx.random();
            let csrf = URL_SAFE_NO_PAD.encode(tx.random::<18>());
            let secret_hash: [u8; 32] = Sha256::digest(secret).into();
            let row: [Value; 7] = [
                (&session.district).into(),
                session.id.into(),
                account.id.into(),
                secret_hash.into(),
                csrf.into(),
                now.into(),
                now.plus_minutes(days * 24 * 60).into(),
            ];
            tx.exec(&sql::ADD, &row)?;
            tx.exec(&sql::UNLOCK, &[(&account.district).into(), key.as_str().into()])?;
            let who = account.to_string();
            audit::write(
                tx,
                &account.district,
                &who,
                audit::Kind::LoggedIn,
                &who,
                &json!({"session": session}),
            )?;
            let login = load(tx, &session, idle)?.ok_or_else(wrong_credentials)?;
            Ok((format!("{session}.{}", URL_SAFE_NO_PAD.encode(secret)), login))
        })
        .await?;
    let login = Arc::new(login);
    realm.sessions().put(login.clone(), begun);
    Ok(Opened { cookie, login })
}

/// Reads a session that is in force, with the posts held.
pub fn load(r: &mut Read, session: &Ref<Session>, idle_hours: i64) -> Result<Option<Login>> {
    let now = r.now();
    let key = || -> [Value; 2] { [(&session.district).into(), session.id.into()] };
    let [a, b] = key();
    let idle = now.plus_minutes(-idle_hours * 60);
    let [c, d] = key();
    let rows = r.many(&[
        (&sql::GET, vec![a, b, now.into(), idle.into()]),
        (&sql::HOLDINGS, vec![c, d, now.into()]),
    ])?;
    let [sessions, holdings] = rows.as_slice() else { return Ok(None) };
    let Some(row) = sessions.first() else { return Ok(None) };
    let mut login = sql::login(row, session)?;
    login.holdings = holdings.iter().map(crate::account::sql::holding).collect::<Result<_>>()?;
    Ok(Some(login))
}

impl Realm {
    /// The login behind a cookie, from memory or the row; none if it is not (or no longer) good.
    pub async fn session(&self, cookie: &str) -> Result<Option<Arc<Login>>> {
        let Some((session, secret)) = cookie.rsplit_once('.') else { return Ok(None) };
        let Ok(session) = session.parse::<Ref<Session>>() else { return Ok(None) };
        let Ok(secret) = URL_SAFE_NO_PAD.decode(secret) else { return Ok(None) };
        let given: [u8; 32] = Sha256::digest(&secret).into();
        Ok(self.login(&session, Some(&given)).await?.filter(|login| self.accept(login, &given)))
    }

    /// What is in force of a session, from memory or the row. `given`: the hash of the secret that
    /// came along; a session asked for with the wrong one is not taken into memory.
    pub(crate) async fn login(
        &self,
        session: &Ref<Session>,
        given: Option<&[u8; 32]>,
    ) -> Result<Option<Arc<Login>>> {
        let name = session.to_string();
        // Told of every revocation up to two seconds ago, this node may trust what it knows.
        let told = self.is_watching() && self.app.hub().looked_within(Duration::from_secs(2));
        if let Some(login) = self.sessions().get(&name, if told { TOLD } else { FRESH }) {
            return Ok(Some(login));
        }
        let idle = self.app.settings().session_idle_hours;
        let begun = std::time::Instant::now();
        let asked = session.clone();
        let Some(login) = self.app.db().read(move |r| load(r, &asked, idle)).await? else {
            self.sessions().forget(&name);
            return Ok(None);
        };
        let login = Arc::new(login);
        if given.is_some_and(|given| login.secret_hash != *given) {
            return Ok(None);
        }
        self.sessions().put(login.clone(), begun);
        if self.app.clock().now().minutes_since(login.seen) >= 10 {
            self.note_use(session.clone()).await;
        }
        Ok(Some(login))
    }

    /// Noted every ten minutes only: the row decides when an unused session ends.
    async fn note_use(&self, session: Ref<Session>) {
        let noted = self.app.db().write(move |tx| {
            let now = tx.now();
            tx.exec(&sql::SEEN, &[(&session.district).into(), session.id.into(), now.into()])
        });
        if let Err(error) = noted.await {
            tracing::warn!(%error, "the use of a session could not be noted");
        }
    }

    fn accept(&self, login: &Login, given: &[u8; 32]) -> bool {
        // Hashes of random secrets: comparing them leaks nothing that helps to guess one.
        login.secret_hash == *given && login.expires > self.app.clock().now()
    }
}

/// Ends one session.
pub fn revoke(tx: &mut Tx, session: &Ref<Session>) -> Result<()> {
    let now = tx.now();
    tx.exec(&sql::REVOKE, &[(&session.district).into(), session.id.into(), now.into()])?;
    tell(tx, &session.district, session.to_string());
    Ok(())
}

/// Tells every node at once; those who miss it find out within five seconds.
fn tell(tx: &mut Tx, district: &District, subject: String) {
    tx.emit(Event {
        district: district.clone(),
        kind: "session.revoked",
        subject,
        scope: Vec::new(),
        data: json!({}),
    });
}

/// Ends all sessions of an account but `keep`.
pub fn revoke_all(tx: &mut Tx, account: &Ref<Account>, keep: Option<&Ref<Session>>) -> Result<u64> {
    let now = tx.now();
    let kept = keep.map_or_else(String::new, |s| s.id.to_string());
    tell(tx, &account.district, account.to_string());
    tx.exec(&sql::REVOKE_ALL, &[(&account.district).into(), account.id.into(), now.into(), kept.into()])
}

/// Logs out: this session, or all of the account.
pub async fn log_out(realm: &Realm, login: &Login, everywhere: bool) -> Result<()> {
    let (session, account) = (login.session.clone(), login.account.clone());
    realm
        .app
        .db()
        .write(move |tx| {
            let who = account.to_string();
            if everywhere {
                revoke_all(tx, &account, None)?;
            } else {
                revoke(tx, &session)?;
            }
            let facts = json!({"session": session, "everywhere": everywhere});
            audit::write(tx, &account.district, &who, audit::Kind::LoggedOut, &who, &facts)
        })
        .await?;
    if everywhere {
        realm.sessions().forget_account(&login.account.to_string());
    } else {
        realm.sessions().forget(&login.session.to_string());
    }
    realm.app.hub().recheck();
    Ok(())
}

/// Changes the password of whoever is logged in; all other sessions end.
pub async fn change_password(realm: &Realm, login: &Login, current: String, new: String) -> Result<()> {
    let account = login.account.clone();
    let asked = account.clone();
    let (name, phc) = realm
        .app
        .db()
        .read(move |r| r.one(&sql::LOGIN_OF, &[(&asked).into()], |row| Ok((row.text(0)?, row.text(1)?))))
        .await?;
    if !realm.slowly(move || verify(&current, &phc)).await? {
        return Err(Refusal::invalid("current", "现用密码不对", "This is not the current password").into());
    }
    flow::password(&new, &name)?;
    let fresh = realm.hash_password(new).await?;
    let keep = login.session.clone();
    let who = account.clone();
    realm
        .app
        .db()
        .write(move |tx| {
            let now = tx.now();
            tx.exec(&sql::SET_HASH, &[(&account).into(), fresh.as_str().into(), now.into(), 0.into()])?;
            revoke_all(tx, &account, Some(&keep))?;
            let who = account.to_string();
            audit::write(tx, &account.district, &who, audit::Kind::PasswordChanged, &who, &json!({}))
        })
        .await?;
    realm.sessions().forget_account(&who.to_string());
    realm.app.hub().recheck();
    Ok(())
}

/// Sets a password hash for somebody else and ends all sessions: the operator's way back in, and
/// with a hash that fits no password, the way out. Audited; revocation reaches every node within
/// [`super::FRESH`].
pub fn set_hash(tx: &mut Tx, account: &Ref<Account>, phc: &str, by: &str) -> Result<()> {
    put_hash(tx, account, phc, false, by)
}

/// The same with a password that must be replaced at the next log-in.
pub fn set_one_time(tx: &mut Tx, account: &Ref<Account>, phc: &str, by: &str) -> Result<()> {
    put_hash(tx, account, phc, true, by)
}

fn put_hash(tx: &mut Tx, account: &Ref<Account>, phc: &str, one_time: bool, by: &str) -> Result<()> {
    let now = tx.now();
    tx.exec(&sql::SET_HASH, &[account.into(), phc.into(), now.into(), one_time.into()])?;
    revoke_all(tx, account, None)?;
    audit::write(tx, &account.district, by, audit::Kind::PasswordChanged, &account.to_string(), &json!({}))
}

/// How many sessions of an account are in force, and its latest log-in that is still known.
pub fn of_account(r: &mut Read, at: &Ref<Account>, idle_hours: i64) -> Result<(i64, Option<Instant>)> {
    let now = r.now();
    let idle = now.plus_minutes(-idle_hours * 60);
    let key = [(&at.district).into(), at.id.into(), now.into(), idle.into()];
    r.one(&sql::OF_ACCOUNT, &key, |row| Ok((row.int(0)?, row.opt_at(1)?)))
}

/// A filter that somebody keeps under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its name, 1 to 40 characters.
    pub name: String,
    /// The query string of the list, at most 2,000 characters.
    pub query: String,
}

/// Most filters that one account keeps.
const VIEWS: usize = 30;

/// The filters an account keeps, in its order.
pub fn views(r: &mut Read, keys: &Keys, at: &Ref<Account>) -> Result<Vec<View>> {
    let sealed = r.opt(&sql::VIEWS_OF, &[(&at.district).into(), at.id.into()], |row| row.blob(0))?;
    let Some(sealed) = sealed else { return Ok(Vec::new()) };
    let text = keys.open_text("account_view", &at.id.to_string(), "views", &sealed)?;
    serde_json::from_str(&text).map_err(|why| Error::Inconsistency {
        table: "account_view",
        column: "views",
        row: format!("{at}: {why}"),
    })
}

/// Replaces the filters an account keeps.
pub fn put_views(tx: &mut Tx, keys: &Keys, at: &Ref<Account>, views: &[View]) -> Result<()> {
    let mut names = std::collections::BTreeSet::new();
    if views.len() > VIEWS {
        return Err(Refusal::invalid("", "最多保存30个筛选", "At most 30 filters are kept").into());
    }
    for (i, view) in views.iter().enumerate() {
        let name = view.name.trim();
        if !(1..=40).contains(&name.chars().count()) || !names.insert(name) {
            let (zh, en) = ("名称1至40个字,且不重复", "A name has 1 to 40 characters and comes once");
            return Err(Refusal::invalid(&format!("/{i}/name"), zh, en).into());
        }
        if view.query.chars().count() > 2_000 {
            let (zh, en) = ("筛选条件过长", "At most 2,000 characters");
            return Err(Refusal::invalid(&format!("/{i}/query"), zh, en).into());
        }
    }
    let text = serde_json::to_vec(views).map_err(|e| Error::Engine(e.to_string()))?;
    let sealed = keys.seal("account_view", &at.id.to_string(), "views", &text)?;
    let now = tx.now();
    tx.exec(&sql::PUT_VIEWS, &[(&at.district).into(), at.id.into(), sealed.into(), now.into()])?;
    Ok(())
}
