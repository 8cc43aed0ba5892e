//! The load generator: people with open connections, HTTP/1.1 written by hand so that the generator costs
//! little of the processors that it shares with what it measures.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
};
use wangge_demo::people::PASSWORD;
use wangge_server::trouble::{Doing, Outcome, Trouble};

use crate::{
    bulk::Random,
    city::{MATTERS, Person, ROWS},
};

/// What is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Op {
    /// Report a case.
    Create,
    /// Urge the holder of a case: read, decide, guarded write, step, notice, two events.
    Act,
    /// The open cases of a town by deadline, 20 of them.
    #[default]
    List,
    /// One case with its timeline and what may be done with it.
    Sheet,
}

impl Op {
    /// In the order of measuring: what writes most comes last.
    pub const ALL: [Self; 4] = [Self::List, Self::Sheet, Self::Act, Self::Create];

    /// As the table names it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Act => "act",
            Self::List => "list of 20",
            Self::Sheet => "case with timeline",
        }
    }
}

/// Cookie and CSRF token of somebody logged in.
pub struct Session {
    cookie: String,
    csrf: String,
}

/// An open connection.
pub struct Line {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// The answer to one request.
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// Where the body begins and ends in the buffer.
    body: std::ops::Range<usize>,
    head: usize,
}

impl Line {
    /// Connects.
    pub async fn to(addr: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(addr).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// The body of an answer, until the next question.
    pub fn body(&self, reply: &Reply) -> &[u8] {
        &self.buffer[reply.body.clone()]
    }

    /// Asks and waits for the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> std::io::Result<Reply> {
        let broken = |what: &'static str| std::io::Error::new(std::io::ErrorKind::InvalidData, what);
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let mut head = None;
        loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(broken("the connection ended"));
            }
            if head.is_none() {
                head = find(&self.buffer, b"\r\n\r\n");
            }
            let Some(end) = head else { continue };
            let text = std::str::from_utf8(&self.buffer[..end]).map_err(|_not_text| broken("headers"))?;
            let length = header(text, "content-length").next().and_then(|v| v.parse::<usize>().ok());
            let all = end + 4 + length.unwrap_or(0);
            if self.buffer.len() >= all {
                let status = text.get(9..12).and_then(|s| s.parse().ok()).ok_or_else(|| broken("status"))?;
                return Ok(Reply { status, body: end + 4..all, head: end });
            }
        }
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|w| w == what)
}

fn header<'a>(head: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    head.split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .filter(move |(k, _)| k.eq_ignore_ascii_case(name))
        .map(|(_, v)| v.trim())
}

/// A POST of JSON.
pub fn post(path: &str, session: Option<(&Session, &str)>, body: &str) -> Vec<u8> {
    let who = session.map_or_else(String::new, |(s, key)| {
        format!("cookie: wangge={}\r\nx-csrf: {}\r\nidempotency-key: {key}\r\n", s.cookie, s.csrf)
    });
    format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\n{who}content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// A GET.
pub fn get(path: &str, session: &Session) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: bench\r\ncookie: wangge={}\r\n\r\n", session.cookie).into_bytes()
}

/// Logs everybody in.
pub fn log_in(addr: SocketAddr, people: &[Person]) -> Outcome<Vec<Session>> {
    log_in_as(addr, &people.iter().map(|person| person.login.as_str()).collect::<Vec<_>>())
}

/// Logs in under these names.
pub fn log_in_as(addr: SocketAddr, logins: &[&str]) -> Outcome<Vec<Session>> {
    runtime()?.block_on(async {
        let mut all = Vec::new();
        for login in logins {
            let mut line = Line::to(addr).await.doing("connecting")?;
            let body = format!("{{\"login\":\"{login}\",\"password\":\"{PASSWORD}\"}}");
            let reply = line.ask(&post("/api/v1/session", None, &body)).await.doing("logging in")?;
            let head = String::from_utf8_lossy(&line.buffer[..reply.head]).into_owned();
            let me: serde_json::Value =
                serde_json::from_slice(&line.buffer[reply.body]).doing("logging in")?;
            let cookie =
                header(&head, "set-cookie").find_map(|v| v.strip_prefix("wangge=")?.split(';').next());
            match (cookie, me["csrf"].as_str()) {
                (Some(cookie), Some(csrf)) => {
                    all.push(Session { cookie: cookie.to_owned(), csrf: csrf.to_owned() });
                }
                _ => return Err(Trouble::new(format!("{login} cannot log in: {me}"))),
            }
        }
        Ok(all)
    })
}

fn runtime() -> Outcome<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().doing("starting the load generator")
}

/// A load on a server.
#[derive(Clone)]
pub struct Load {
    /// The server.
    pub addr: SocketAddr,
    /// The people.
    pub people: Arc<Vec<Person>>,
    /// Their sessions.
    pub sessions: Arc<Vec<Session>>,
    /// Time before anything counts.
    pub warm: Duration,
    /// Time measured.
    pub time: Duration,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// Requests answered well.
    pub ops: u64,
    /// Others.
    pub errors: u64,
    /// The first of them.
    pub wrong: String,
    /// Seconds measured.
    pub seconds: f64,
    /// Microseconds, sorted.
    pub micros: Vec<u32>,
}

impl Sample {
    /// Per second.
    pub fn rate(&self) -> f64 {
        self.ops as f64 / self.seconds.max(1e-9)
    }
    /// With what came of another round.
    pub fn add(&mut self, other: Self) {
        self.ops += other.ops;
        self.errors += other.errors;
        self.seconds += other.seconds;
        self.micros.extend(other.micros);
        self.micros.sort_unstable();
        if self.wrong.is_empty() {
            self.wrong = other.wrong;
        }
    }
    /// A quantile in milliseconds.
    pub fn quantile(&self, q: f64) -> f64 {
        let at = ((self.micros.len() as f64 * q) as usize).min(self.micros.len().saturating_sub(1));
        self.micros.get(at).map_or(0.0, |us| f64::from(*us) / 1000.0)
    }
}

static KEYS: AtomicU64 = AtomicU64::new(0);

impl Load {
    /// Runs `clients` of them; `edge` is called at the beginning and at the end of the measured time.
    pub fn run(&self, op: Op, clients: usize, mut edge: impl FnMut()) -> Outcome<Sample> {
        runtime()?.block_on(async {
            let stop = Arc::new(AtomicBool::new(false));
            let begin = Instant::now() + self.warm;
            let end = begin + self.time;
            let mut tasks = JoinSet::new();
            for client in 0..clients {
                tasks.spawn(self.clone().client(op, client, clients, (begin, end), stop.clone()));
            }
            tokio::time::sleep_until(begin.into()).await;
            edge();
            let begun = Instant::now();
            tokio::time::sleep_until(end.into()).await;
            edge();
            let seconds = begun.elapsed().as_secs_f64();
            stop.store(true, Relaxed);
            let mut all = Sample { seconds, ..Sample::default() };
            while let Some(one) = tasks.join_next().await {
                let one = one.doing("running a client")??;
                all.ops += one.ops;
                all.errors += one.errors;
                all.micros.extend(one.micros);
                if all.wrong.is_empty() {
                    all.wrong = one.wrong;
                }
            }
            all.micros.sort_unstable();
            Ok(all)
        })
    }

    async fn client(
        self,
        op: Op,
        client: usize,
        clients: usize,
        (begin, end): (Instant, Instant),
        stop: Arc<AtomicBool>,
    ) -> Outcome<Sample> {
        let mut line = Line::to(self.addr).await.doing("connecting")?;
        let mut random = Random::new(client as u64 ^ KEYS.fetch_add(1, Relaxed) << 20);
        let mut sample = Sample::default();
        let mut turn = client;
        while !stop.load(Relaxed) {
            let who = turn % self.people.len();
            turn += clients;
            let request = self.request(op, who, &mut random);
            let sent = Instant::now();
            let reply = line.ask(&request).await.doing("asking the server")?;
            let heard = Instant::now();
            let good = (200..300).contains(&reply.status);
            if good && op == Op::Create {
                self.remember(who, &line.buffer[reply.body.clone()]);
            }
            if sent < begin || heard > end {
                continue;
            }
            if good {
                sample.ops += 1;
                sample.micros.push(u32::try_from((heard - sent).as_micros()).unwrap_or(u32::MAX));
            } else {
                sample.errors += 1;
                if sample.wrong.is_empty() {
                    sample.wrong = String::from_utf8_lossy(&line.buffer[reply.body]).into_owned();
                }
            }
        }
        Ok(sample)
    }

    fn remember(&self, who: usize, body: &[u8]) {
        const MARK: &[u8] = b"\"ref\":\"";
        let Some(at) = find(body, MARK) else { return };
        let rest = &body[at + MARK.len()..];
        let end = rest.iter().position(|b| *b == b'"').unwrap_or(0);
        if let (Ok(at), Ok(mut cases)) = (std::str::from_utf8(&rest[..end]), self.people[who].cases.lock())
            && cases.len() < 600
        {
            cases.push(at.to_owned());
        }
    }

    fn request(&self, op: Op, who: usize, random: &mut Random) -> Vec<u8> {
        let (person, session) = (&self.people[who], &self.sessions[who]);
        let n = KEYS.fetch_add(1, Relaxed);
        let key = format!("bench-{:08x}-{n:08x}", std::process::id());
        let mut some_case = || {
            let cases = person.cases.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            cases.get(random.below(cases.len())).cloned().unwrap_or_default()
        };
        match op {
            Op::List => {
                get(&format!("/api/v1/cases?unit={}&open=true&sort=due&limit={ROWS}", person.town), session)
            }
            Op::Sheet => get(&format!("/api/v1/cases/{}", some_case()), session),
            Op::Act => {
                let path = format!("/api/v1/cases/{}/actions", some_case());
                post(
                    &path,
                    Some((session, &key)),
                    r#"{"action":"urge","note":"居民多次反映,请尽快处理并回复"}"#,
                )
            }
            Op::Create => {
                let at = person.points[random.below(person.points.len())];
                let body = format!(
                    "{{\"text\":\"{n}号路口垃圾桶满溢,垃圾散落人行道,影响通行,请尽快清理\",\"point\":{{\"lon\":{},\"lat\":{}}},\
                     \"place\":\"路口北侧20米,近公交站\",\"matter\":\"{}\"}}",
                    at.lon,
                    at.lat,
                    MATTERS[random.below(MATTERS.len())]
                );
                post("/api/v1/cases", Some((session, &key)), &body)
            }
        }
    }
}
