//! `wangge demo`: makes the demo city from public packages, serves it, and lives a day in it through
//! the same HTTP interface as everybody. Everything shown is 演示数据.

use std::{
    path::Path,
    process::ExitCode,
    time::{Duration, Instant as Stopwatch},
};

use tokio::sync::watch;
use wangge_base::{Clock, Instant};
use wangge_demo::{day, lists, people};

use crate::{
    cli::DemoArgs,
    config::Config,
    house::{self, House, Running},
    settle, stop,
    trouble::{Doing, Outcome, Trouble},
    verify,
};

/// The file that remembers the simulated moment between two runs, so that time never goes back.
const MOMENT: &str = "moment";

/// Makes the city if need be, serves it, lives in it until Ctrl-C (or for one case).
///
/// # Errors
/// Whatever keeps the demo from running, with what was being done.
pub async fn run(config: Config, args: DemoArgs) -> Outcome<ExitCode> {
    if args.fresh {
        forget(&args.dir)?;
    }
    let mut config = settings(config, &args);
    let listener = house::bind(&mut config).await?;
    std::fs::create_dir_all(&config.dir).doing(format!("making {}", config.dir.display()))?;
    let clock = Clock::manual(moment(&config)?);
    let house = House::open(config, clock.clone()).await?;
    let folk = settle::settle(&house).await?;
    let ticking = tick(clock.clone(), if args.once { 1 } else { args.speed });
    let running = house.serve(listener).await?;
    let lived = if args.once { once(&running, &folk).await } else { live(&running, &folk, &args).await };
    ticking.abort();
    remember(&running.house, &clock)?;
    let db = running.house.db().clone();
    running.stop().await;
    lived?;
    let found = verify::verify(&db, verify::districts(&db).await.doing("listing the districts")?).await;
    let found = found.doing("reading the chains")?;
    print!("{}", found.words());
    Ok(if found.broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The settings of the demo: embedded engine, loopback, and limits that suit a city whose people all
/// sit behind one address and live sixty times as fast.
fn settings(mut config: Config, args: &DemoArgs) -> Config {
    config.dir.clone_from(&args.dir);
    config.database.url.clear();
    config.demo.on = true;
    config.server.listen = format!("127.0.0.1:{}", args.port);
    config.server.public_url.clear();
    (config.rate.anonymous_writes, config.rate.anonymous_reads, config.rate.logins) = (6_000, 60_000, 6_000);
    (config.session.idle_hours, config.session.days) = (24 * 3650, 3650);
    config
}

/// Removes an old demo city; refuses a directory that is not one.
fn forget(dir: &Path) -> Outcome {
    if !dir.exists() {
        return Ok(());
    }
    if !dir.join(MOMENT).exists() {
        return Err(Trouble::new(format!("{} is not a demo city; it is left alone", dir.display())));
    }
    std::fs::remove_dir_all(dir).doing(format!("removing {}", dir.display()))
}

/// Where simulated time begins: where it stopped, else the present, or the next morning when the
/// offices are closed now.
fn moment(config: &Config) -> Outcome<Instant> {
    let now = Clock::system().now();
    let kept =
        std::fs::read_to_string(config.dir.join(MOMENT)).ok().and_then(|text| text.trim().parse().ok());
    if let Some(kept) = kept {
        return Ok(Instant::from_micros(kept).max(now));
    }
    let zone = jiff::tz::TimeZone::get(&config.city.time_zone).doing("reading city.time_zone")?;
    let local = now.timestamp().to_zoned(zone);
    let days = match local.hour() {
        0..8 => 0,
        8..16 => return Ok(now),
        _ => 1,
    };
    let mut day = local.date();
    for _ in 0..days {
        day = day.tomorrow().doing("finding tomorrow")?;
    }
    while day.weekday().to_monday_zero_offset() >= 5 {
        day = day.tomorrow().doing("finding the next workday")?;
    }
    let morning = day.at(8, 30, 0, 0).to_zoned(local.time_zone().clone()).doing("finding the morning")?;
    Ok(morning.timestamp().into())
}

fn remember(house: &House, clock: &Clock) -> Outcome {
    let file = house.config.dir.join(MOMENT);
    std::fs::write(&file, clock.now().micros().to_string()).doing(format!("writing {}", file.display()))
}

/// Lets the clock run `speed` times as fast as the wall.
fn tick(clock: Clock, speed: u32) -> tokio::task::AbortHandle {
    let (begun, from) = (Stopwatch::now(), clock.now());
    #[expect(clippy::disallowed_methods, reason = "aborted by the caller before it returns")]
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_millis(20)).await;
            let passed = i64::try_from(begun.elapsed().as_micros()).unwrap_or(i64::MAX);
            clock
                .set(Instant::from_micros(from.micros().saturating_add(passed.saturating_mul(speed.into()))));
        }
    })
    .abort_handle()
}

async fn once(running: &Running, folk: &[people::Person]) -> Outcome {
    let sheet = day::once(&running.url, folk).await.doing("walking one case through the loop")?;
    println!(
        "演示数据 demo data · {} · {}",
        sheet["number"].as_str().unwrap_or(""),
        sheet["ref"].as_str().unwrap_or("")
    );
    for step in sheet["timeline"].as_array().into_iter().flatten() {
        let text = |key: &str| step[key].as_str().unwrap_or("").to_owned();
        let note =
            ["note", "reason", "text"].iter().find_map(|key| step["payload"][key].as_str()).unwrap_or("");
        println!(
            "{:>3}  {}  {:<11} → {:<11}  {:<10} {note}",
            step["n"],
            text("at").get(..19).unwrap_or(""),
            text("action"),
            text("state"),
            text("called"),
        );
    }
    Ok(())
}

async fn live(running: &Running, folk: &[people::Person], args: &DemoArgs) -> Outcome {
    let due = running.house.db().clock().now().plus_minutes(14 * 24 * 60).to_string();
    lists::fill(&running.url, folk, &due).await.doing("filling the desks of the matter lists")?;
    welcome(running, folk, args);
    if args.quiet {
        stop::asked().await;
        return Ok(());
    }
    let (end, ended) = watch::channel(false);
    let clock = running.house.db().clock().clone();
    let mut said = Stopwatch::now();
    let told = move |tally: day::Tally| {
        if said.elapsed() < Duration::from_secs(10) {
            return;
        }
        said = Stopwatch::now();
        println!(
            "{}  上报 reported {}  步骤 steps {}  结案 closed {}",
            clock.now().to_string().get(..16).unwrap_or(""),
            tally.reported,
            tally.steps,
            tally.closed
        );
    };
    let pace = Duration::from_millis((60_000 / u64::from(args.speed)).clamp(250, 5_000));
    let living = day::live(&running.url, folk.to_vec(), args.seed, pace, ended, told);
    tokio::pin!(living);
    tokio::select! {
        lived = &mut living => { lived.doing("living the day")?; }
        () = stop::asked() => {
            end.send_replace(true);
            living.await.doing("ending the day")?;
        }
    }
    Ok(())
}

fn welcome(running: &Running, folk: &[people::Person], args: &DemoArgs) {
    println!("\n网格 wangge · 演示数据 demo data(地名真实,人物与事件虚构 real places, invented people)");
    println!("  市民 citizens   {}/", running.url);
    println!("  工作台 desk     {}/console/", running.url);
    println!("  手机端 phone    {}/field/", running.url);
    println!("  接口 interface  {}/api/v1/docs", running.url);
    println!("  密码 password   {}(演示专用 for the demo only)", people::PASSWORD);
    println!("  登录 log in as");
    let units = running.house.work.realm.units();
    let mut shown = std::collections::BTreeSet::new();
    for person in folk.iter().filter(|p| shown.insert(p.post)) {
        let place = units.get(&person.unit).map(|u| u.title()).unwrap_or_default();
        println!("    {:<24} {}  {place}", person.login, person.called);
    }
    println!("  速度 speed {}×,种子 seed {};Ctrl-C 结束 ends\n", args.speed, args.seed);
}
