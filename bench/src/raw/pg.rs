//! PostgreSQL through tokio-postgres alone: as many connections as clients wait, up to the size of the
//! system's pool, pipelined like the system.

use std::{
    collections::HashMap,
    error::Error as StdError,
    sync::Arc,
    time::{Duration, Instant as Moment},
};

use futures_util::{
    TryStreamExt as _,
    future::{join, join_all},
    pin_mut,
};
use tokio::task::JoinSet;
use tokio_postgres::{
    Client, NoTls, Statement,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};
use wangge_base::Clock;
use wangge_server::trouble::{Doing, Outcome, Trouble};
use wangge_store::Value;

use super::{Call, NAMES, RawSample, Stock, Texts, Worker};
use crate::http::Op;

#[derive(Debug)]
struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self.0 {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(n) if *ty == Type::INT4 => i32::try_from(*n)?.to_sql(ty, out),
            Value::Int(n) => n.to_sql(ty, out),
            Value::Real(x) => x.to_sql(ty, out),
            Value::Text(t) => t.to_sql(ty, out),
            Value::Blob(b) => b.to_sql(ty, out),
        }
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    to_sql_checked!();
}

/// Somebody who speaks to the server; the connection ends with it.
pub struct Speaker {
    client: Client,
    driver: tokio::task::JoinHandle<()>,
    known: HashMap<&'static str, Statement>,
    composed: HashMap<String, Statement>,
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.driver.abort();
    }
}

/// Connects.
pub async fn connect(url: &str) -> Outcome<(Client, tokio::task::JoinHandle<()>)> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.doing("connecting to PostgreSQL")?;
    #[expect(clippy::disallowed_methods, reason = "ends with the client, which its owner drops")]
    let driver = tokio::spawn(async move {
        if let Err(error) = connection.await {
            eprintln!("a raw connection ended: {error}");
        }
    });
    Ok((client, driver))
}

type Reply<T> = Result<T, tokio_postgres::Error>;

impl Speaker {
    async fn new(url: &str, texts: &Texts) -> Outcome<Self> {
        let (client, driver) = connect(url).await?;
        let mut known = HashMap::new();
        for name in NAMES {
            known.insert(*name, client.prepare(texts.get(name)?).await.doing(format!("preparing {name}"))?);
        }
        Ok(Self { client, driver, known, composed: HashMap::new() })
    }

    async fn rows(&self, statement: &Statement, values: &[Value]) -> Reply<usize> {
        let stream = self.client.query_raw(statement, values.iter().map(Bound)).await?;
        pin_mut!(stream);
        let mut rows = Vec::new();
        while let Some(row) = stream.try_next().await? {
            rows.push(row);
        }
        Ok(rows.len())
    }

    async fn read(&self, calls: &[Call]) -> Reply<()> {
        let all = calls.iter().map(|(name, values)| self.rows(&self.known[name], values));
        join_all(all).await.into_iter().collect::<Reply<Vec<_>>>().map(drop)
    }

    async fn begin(&self, reads: &[Call]) -> Reply<()> {
        let (begun, found) = join(self.client.batch_execute("BEGIN"), self.read(reads)).await;
        begun.and(found)
    }

    async fn commit(&self, calls: &[Call]) -> Reply<()> {
        let all = calls
            .iter()
            .map(|(name, values)| self.client.execute_raw(&self.known[name], values.iter().map(Bound)));
        let (done, committed) = join(join_all(all), self.client.batch_execute("COMMIT")).await;
        done.into_iter().collect::<Reply<Vec<_>>>()?;
        committed
    }

    async fn once(&mut self, op: Op, worker: &mut Worker) -> Outcome {
        match op {
            Op::Create => {
                let (find, rest) = worker.create();
                self.begin(&[find]).await.doing("a raw create")?;
                self.commit(rest).await.doing("a raw create")
            }
            Op::Act => {
                let (reads, save, rest) = worker.act(Clock::system().now())?;
                self.begin(&reads).await.doing("a raw act")?;
                let saved = self.client.execute_raw(&self.known[save.0], save.1.iter().map(Bound)).await;
                if saved.doing("a raw act")? != 1 {
                    return Err(Trouble::new("the raw guard did not hold"));
                }
                self.commit(&rest).await.doing("a raw act")
            }
            Op::List => {
                let (text, values) = worker.list();
                let known = self.composed.get(text).cloned();
                let statement = match known {
                    Some(statement) => statement,
                    None => {
                        let new = self.client.prepare(text).await.doing("preparing a list")?;
                        self.composed.insert(text.to_owned(), new.clone());
                        new
                    }
                };
                self.rows(&statement, values).await.map(drop).doing("a raw list")
            }
            Op::Sheet => {
                let calls = worker.sheet();
                self.read(&calls).await.doing("a raw case")
            }
        }
    }
}

/// Runs `op` on `connections` at once; `edge` is called at the beginning and at the end.
pub async fn run(
    url: &str,
    stock: &Arc<Stock>,
    op: Op,
    connections: usize,
    (warm, time): (Duration, Duration),
    mut edge: impl FnMut(),
) -> Outcome<RawSample> {
    let texts = Texts::new();
    let now = Clock::system().now();
    let mut ready = Vec::new();
    for at in 0..connections {
        ready.push((Speaker::new(url, &texts).await?, Worker::new(stock, at, connections, now)?));
    }
    let begin = Moment::now() + warm;
    let end = begin + time;
    let mut tasks = JoinSet::new();
    for (mut speaker, mut worker) in ready {
        tasks.spawn(async move {
            let mut ops = 0;
            loop {
                speaker.once(op, &mut worker).await?;
                let now = Moment::now();
                if now > end {
                    return Ok::<u64, Trouble>(ops);
                }
                ops += u64::from(now > begin);
            }
        });
    }
    tokio::time::sleep_until(begin.into()).await;
    edge();
    tokio::time::sleep_until(end.into()).await;
    edge();
    let mut ops = 0;
    while let Some(one) = tasks.join_next().await {
        ops += one.doing("running the raw engine")??;
    }
    Ok(RawSample { ops, seconds: time.as_secs_f64() })
}
