//! The real server in a process of its own, so that its CPU time and memory can be told apart.

use std::{
    fs::File,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use wangge_base::Clock;
use wangge_server::{
    config::Config,
    house, logging,
    trouble::{Doing, Outcome, Trouble},
};

use crate::cli::ServeArgs;

/// What the storage of the server has done so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Statements executed.
    pub statements: u64,
    /// Commits.
    pub commits: u64,
    /// Writes answered by those commits.
    pub jobs: u64,
    /// Writes run again.
    pub retries: u64,
}

/// A server that runs.
pub struct Server {
    child: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// Where it listens.
    pub addr: SocketAddr,
    /// From the start of the process until `/readyz` said yes.
    pub ready: Duration,
}

impl Server {
    /// Starts one on `dir` and waits until it is ready. `jobs`: with background work.
    pub fn start(dir: &Path, url: &str, jobs: bool) -> Outcome<Self> {
        let addr = free_port()?;
        let log = File::create(dir.join("log")).doing("making the server's log")?;
        let begun = Instant::now();
        let mut child = Command::new(std::env::current_exe().doing("finding this program")?)
            .arg("serve")
            .arg(dir)
            .args(["--listen", &addr.to_string(), "--url", url])
            .args((!jobs).then_some("--no-jobs"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .doing("starting the server")?;
        let (Some(ask), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Trouble::new("the server has no pipes"));
        };
        while !is_ready(addr) {
            if let Some(code) = child.try_wait().doing("waiting for the server")? {
                return Err(Trouble::new(format!(
                    "the server ended ({code}); see {}",
                    dir.join("log").display()
                )));
            }
            if begun.elapsed() > Duration::from_secs(60) {
                return Err(Trouble::new("the server is not ready after a minute"));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(Self { child, ask, answers: BufReader::new(answers), addr, ready: begun.elapsed() })
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// What its storage has done so far.
    pub fn counts(&mut self) -> Outcome<Counts> {
        writeln!(self.ask, "counts").doing("asking the server")?;
        let mut line = String::new();
        self.answers.read_line(&mut line).doing("hearing the server")?;
        let mut n = line.split_whitespace().map(|w| w.parse().unwrap_or(0));
        let mut next = || n.next().unwrap_or(0);
        Ok(Counts { statements: next(), commits: next(), jobs: next(), retries: next() })
    }

    /// Waits until background work has caught up, at most `most`; says how long it took.
    pub fn settle(&mut self, most: Duration) -> Outcome<Duration> {
        let begun = Instant::now();
        loop {
            let before = self.counts()?.statements;
            // Longer than the longest pause of background work that is behind.
            std::thread::sleep(Duration::from_millis(1_200));
            if self.counts()?.statements - before < 300 || begun.elapsed() > most {
                return Ok(begun.elapsed());
            }
        }
    }

    /// Stops it in order.
    pub fn stop(mut self) -> Outcome {
        drop(self.ask);
        self.child.wait().doing("stopping the server").map(drop)
    }
}

fn free_port() -> Outcome<SocketAddr> {
    let probe = TcpListener::bind("127.0.0.1:0").doing("finding a free port")?;
    probe.local_addr().doing("finding a free port")
}

fn is_ready(addr: SocketAddr) -> bool {
    let asked = TcpStream::connect(addr).and_then(|mut stream| {
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: bench\r\nconnection: close\r\n\r\n")?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(start)
    });
    asked.is_ok_and(|start| start.ends_with(b"200"))
}

/// The settings of the measured server: the defaults, but for limits that concern one address.
pub fn settings(dir: &Path, url: &str) -> Config {
    let mut config = Config::local(dir);
    config.database.url = if url.starts_with("sqlite") { String::new() } else { url.to_owned() };
    config.demo.on = true;
    (config.rate.logins, config.rate.anonymous_reads) = (60_000, 60_000);
    config
}

/// `wangge-bench serve`: the server of `wangge serve`, ended by the end of its standard input.
pub async fn serve(args: ServeArgs) -> Outcome {
    let mut config = settings(&args.dir, &args.url);
    config.server.listen = args.listen;
    config.jobs.enabled = !args.no_jobs;
    logging::start(&config.log)?;
    let (running, _) = house::start(config, Clock::system()).await?;
    let db = running.house.db().clone();
    let asked = tokio::task::spawn_blocking(move || {
        for line in std::io::stdin().lines() {
            if line.is_err() {
                break;
            }
            let s = db.stats();
            println!("{} {} {} {}", s.statements, s.commits, s.jobs, s.retries);
        }
    });
    asked.await.doing("listening to the bench")?;
    running.stop().await;
    Ok(())
}
