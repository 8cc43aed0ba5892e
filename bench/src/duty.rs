//! Half a million duties a day for the whole city: how long a worker's list takes, and whether the morning's peak, ten
//! times over, is kept through HTTP. Beside it: what merely reading the same rows takes on the raw engine.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant as Moment},
};

use rusqlite::Connection;
use tokio::task::JoinSet;
use wangge_base::{Board, Capacity, Coord, District, Holder, Id, Ref, Role, UnitCode};
use wangge_demo::people::PASSWORD;
use wangge_realm::unit::{UnitKind, Units};
use wangge_server::{
    first,
    trouble::{Doing, Outcome, Trouble},
};
use wangge_store::{Db, Engine};
use wangge_work::{
    duty::{OPEN, Object, Place, sql, verbs},
    matter::ObjectKind,
};

use crate::{
    bulk::Random,
    child::Server,
    city,
    http::{self, Session},
    prepare::Place as Bed,
    raw,
};

/// Objects of each grid: daily lanes and a week's visits, so that the city has about half a million duties a day.
const LANES: usize = 7;
const ELDERS: usize = 7;
/// Rows put in one transaction.
const PORTION: usize = 400;
/// Lists looked at in this process.
const LISTS: usize = 2_000;
/// Communities whose secretaries tick and look.
const DESKS: usize = 128;
/// Seconds of ticks before anything is measured.
const BEFORE: f64 = 2.0;
/// The morning's peak of the city (28 completions and 56 lists a second), ten times over.
pub const PEAK: (f64, f64) = (280.0, 560.0);

/// What was measured.
#[derive(Clone, Debug)]
pub struct Duties {
    /// The engine.
    pub engine: &'static str,
    /// Objects in the city.
    pub objects: usize,
    /// Duties that stand today, worked out from a sample of grids.
    pub today: f64,
    /// One list in this process: median, p99, worst, milliseconds.
    pub list: [f64; 3],
    /// Reading the same rows on the raw engine: median, p99.
    pub raw: [f64; 2],
    /// Ticks and lists answered a second at the peak.
    pub rates: (f64, f64),
    /// Their p99 from the moment they were due, milliseconds.
    pub p99: (f64, f64),
    /// Answers that were no success.
    pub errors: u64,
}

struct Desk {
    login: String,
    grids: Vec<UnitCode>,
}

/// Measures on a prepared database, which is filled with objects first.
pub fn measure(rt: &tokio::runtime::Runtime, bed: &Bed, stage: &str, seconds: f64) -> Outcome<Duties> {
    let (dir, url) = (bed.home(stage), bed.url(stage)?);
    let filled = rt.block_on(fill(&dir, &url))?;
    rt.block_on(analyze(bed, stage))?;
    let own = rt.block_on(lists(&dir, &url))?;
    let raw = match bed.engine {
        Engine::Sqlite => raw_sqlite(&bed.file(stage), &own.grids)?,
        Engine::Postgres => rt.block_on(raw_pg(&url, &own.grids))?,
    };
    let desks = rt.block_on(desks(&dir, &url))?;
    let server = Server::start(&dir, &url, true)?;
    let addr = server.addr;
    let logins: Vec<&str> = desks.iter().map(|desk| desk.login.as_str()).collect();
    let sessions = Arc::new(http::log_in_as(addr, &logins)?);
    let desks = Arc::new(desks);
    // A city at work has ticks of the days before, and its planner knows of them.
    rt.block_on(peak(addr, &desks, &sessions, BEFORE))?;
    rt.block_on(analyze(bed, stage))?;
    let peak = rt.block_on(peak(addr, &desks, &sessions, seconds.max(3.0)))?;
    server.stop()?;
    Ok(Duties {
        engine: bed.word(),
        objects: filled,
        today: own.today,
        list: own.times,
        raw,
        rates: peak.rates,
        p99: peak.p99,
        errors: peak.errors,
    })
}

/// Gives every grid its objects, unless they are there.
async fn fill(dir: &Path, url: &str) -> Outcome<usize> {
    let house = city::open(dir, url).await?;
    let (units, world) = (house.work.realm.units(), house.work.world());
    let grids: Vec<UnitCode> =
        units.all().filter(|u| u.kind() == UnitKind::Grid && u.is_in_use()).map(|u| u.code()).collect();
    let today = world.duties.day(house.db().clock().now());
    let (mut random, mut portion, mut home) = (Random::new(77), Vec::new(), None::<District>);
    let mut count = 0;
    for grid in &grids {
        let (district, place) = verbs::ground(&world, grid).doing("looking where a grid lies")?;
        let at = units.get(grid.as_str()).and_then(|g| g.at()).unwrap_or(Coord { lon: 106.5, lat: 29.5 });
        if home.as_ref().is_some_and(|d| *d != district) || portion.len() >= PORTION {
            put(house.db(), std::mem::take(&mut portion)).await?;
        }
        home = Some(district.clone());
        for n in 0..LANES + ELDERS {
            let kind = if n < LANES { ObjectKind::FireLane } else { ObjectKind::Elder };
            let one = object(&world, &district, &place, kind, n, at, today, &mut random)?;
            portion.push(one);
            count += 1;
        }
    }
    put(house.db(), portion).await?;
    Ok(count)
}

/// Statistics of a city with few objects would mislead the planner of either engine.
async fn analyze(bed: &Bed, stage: &str) -> Outcome {
    let doing = "analyzing";
    match bed.engine {
        Engine::Sqlite => raw::sqlite::open(&bed.file(stage))?.execute_batch("ANALYZE").doing(doing),
        Engine::Postgres => {
            let (client, driver) = raw::pg::connect(&bed.url(stage)?).await?;
            client.batch_execute("VACUUM ANALYZE duty_object, duty").await.doing(doing)?;
            client.batch_execute("CHECKPOINT").await.doing(doing)?;
            drop(client);
            driver.await.doing("leaving PostgreSQL")
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "what an object is made of")]
fn object(
    world: &wangge_work::World,
    district: &District,
    place: &Place,
    kind: ObjectKind,
    n: usize,
    at: Coord,
    today: i64,
    random: &mut Random,
) -> Outcome<Object> {
    let at_ref = Ref::new(district.clone(), Id::from_bytes(random.bytes()));
    let row = at_ref.to_string();
    let person = kind.is_person();
    let seal = |column: &str, text: &str| {
        person
            .then(|| world.keys.seal("duty_object", &row, column, text.as_bytes()))
            .transpose()
            .doing("sealing")
    };
    let far = |i: usize| (i as f64 - 7.0) * 0.0002;
    Ok(Object {
        kind,
        code: String::new(),
        from: today - 400,
        to: OPEN,
        began: today - 400,
        place: place.clone(),
        building: Some(format!("{}-L{:02}", place.grid, n % 5)),
        point: Some(Coord { lon: at.lon + far(n % 5), lat: at.lat + far(n) }),
        label: if person { String::new() } else { format!("消防通道{n}") },
        door: String::new(),
        name: seal("name", "曾示例")?,
        home: seal("home", &format!("{}栋2-1", n % 5))?,
        at: at_ref,
    })
}

async fn put(db: &Db, objects: Vec<Object>) -> Outcome {
    if objects.is_empty() {
        return Ok(());
    }
    let write = move |tx: &mut wangge_store::Tx| {
        let now = tx.now();
        tx.batch(objects.iter().map(|it| (&sql::PUT_OBJECT, sql::put_object(it, now, "bench"))).collect())
    };
    db.write(write).await.doing("writing objects").map(drop)
}

/// Whoever works in a grid, as the rights see it.
fn worker(units: &Units, grid: &UnitCode) -> Outcome<Holder> {
    let district = units.shard(grid).ok_or_else(|| Trouble::new("a grid has a home"))?;
    Ok(Holder {
        person: format!("{district}.0"),
        called: "网格员".to_owned(),
        home: district,
        holding: "bench".to_owned(),
        unit: grid.clone(),
        post: "WG-01".parse().doing("reading a post")?,
        role: Role::GridWorker,
        board: Board::Centre,
        capacity: Capacity::Holder,
    })
}

struct Own {
    today: f64,
    times: [f64; 3],
    grids: Vec<(District, UnitCode, i64)>,
}

async fn lists(dir: &Path, url: &str) -> Outcome<Own> {
    let house = city::open(dir, url).await?;
    let (units, world) = (house.work.realm.units(), house.work.world());
    let grids: Vec<UnitCode> =
        units.all().filter(|u| u.kind() == UnitKind::Grid && u.is_in_use()).map(|u| u.code()).collect();
    let day = world.duties.day(house.db().clock().now());
    let (mut random, mut times, mut asked, mut duties) = (Random::new(5), Vec::new(), Vec::new(), 0);
    for _ in 0..LISTS {
        let grid = grids[random.below(grids.len())].clone();
        let holder = worker(&units, &grid)?;
        let (w, g) = (world.clone(), grid.clone());
        let begun = Moment::now();
        let list = house
            .db()
            .read(move |r| verbs::day_list(r, &w, &holder, &g, None))
            .await
            .doing("reading a list")?;
        let text = serde_json::to_vec(&list).doing("writing a list")?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
        std::hint::black_box(text);
        duties += list.stops.iter().map(|stop| stop.duties.len()).sum::<usize>();
        let district = units.shard(&grid).ok_or_else(|| Trouble::new("a grid has a home"))?;
        asked.push((district, grid, day));
    }
    times.sort_by(f64::total_cmp);
    let today = duties as f64 / LISTS as f64 * grids.len() as f64;
    Ok(Own { today, times: [at(&times, 0.5), at(&times, 0.99), at(&times, 1.0)], grids: asked })
}

fn at(sorted: &[f64], part: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
    let place = (last as f64 * part).round() as usize;
    sorted.get(place).copied().unwrap_or(0.0)
}

fn raw_sqlite(file: &Path, grids: &[(District, UnitCode, i64)]) -> Outcome<[f64; 2]> {
    let conn: Connection = raw::sqlite::open(file)?;
    let texts = [&sql::IN_GRID, &sql::OF_GRID].map(|stmt| raw::sqlite::by_number(stmt.sql));
    let mut times = Vec::new();
    for (district, grid, day) in grids {
        let begun = Moment::now();
        for text in &texts {
            let mut stmt = conn.prepare_cached(text).doing("preparing")?;
            let mut rows = stmt.query((district.as_str(), grid.as_str(), day)).doing("reading")?;
            while let Some(row) = rows.next().doing("reading")? {
                std::hint::black_box(row.get_ref(0).doing("reading")?);
            }
        }
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    Ok([at(&times, 0.5), at(&times, 0.99)])
}

async fn raw_pg(url: &str, grids: &[(District, UnitCode, i64)]) -> Outcome<[f64; 2]> {
    let (client, driver) = raw::pg::connect(url).await?;
    let objects = client.prepare(sql::IN_GRID.sql).await.doing("preparing")?;
    let rows = client.prepare(sql::OF_GRID.sql).await.doing("preparing")?;
    let mut times = Vec::new();
    for (district, grid, day) in grids {
        let (district, grid) = (district.as_str(), grid.as_str());
        let begun = Moment::now();
        let asked: [&(dyn tokio_postgres::types::ToSql + Sync); 3] = [&district, &grid, day];
        let both =
            futures_util::future::try_join(client.query(&objects, &asked), client.query(&rows, &asked));
        std::hint::black_box(both.await.doing("reading")?);
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    drop(client);
    driver.await.doing("leaving PostgreSQL")?;
    times.sort_by(f64::total_cmp);
    Ok([at(&times, 0.5), at(&times, 0.99)])
}

/// Secretaries of communities all over the city, made unless they are there.
async fn desks(dir: &Path, url: &str) -> Outcome<Vec<Desk>> {
    let house = city::open(dir, url).await?;
    let units = house.work.realm.units();
    let villages: Vec<_> = units.all().filter(|u| u.kind() == UnitKind::Village && u.is_in_use()).collect();
    let hash = house.work.realm.hash_password(PASSWORD.to_owned()).await.doing("hashing a password")?;
    let mut all = Vec::new();
    for village in villages.iter().step_by((villages.len() / DESKS).max(1)).take(DESKS) {
        let grids: Vec<UnitCode> = village.children().filter(|g| g.is_in_use()).map(|g| g.code()).collect();
        if grids.is_empty() {
            continue;
        }
        let login = format!("bench-duty-{}", village.code_str());
        let name = login.clone();
        let there =
            house.db().read(move |r| wangge_realm::account::by_login(r, &name)).await.doing("looking")?;
        if there.is_none() {
            let new = first::Person {
                login: login.clone(),
                called: "书记".to_owned(),
                hash: hash.clone(),
                unit: village.code_str().to_owned(),
                post: "SQ-01".to_owned(),
                role: Role::VillageAdmin,
                board: Board::Centre,
                district: village.district().clone(),
            };
            first::add(&house, new).await?;
        }
        all.push(Desk { login, grids });
    }
    Ok(all)
}

fn list_of(desk: &Desk, n: usize) -> String {
    format!("/api/v1/duties?grid={}", desk.grids[n % desk.grids.len()])
}

/// The duties of a list that may be ticked.
fn open_rows(list: &serde_json::Value) -> Vec<serde_json::Value> {
    let stops = list["stops"].as_array().into_iter().flatten();
    let rows = stops.flat_map(|stop| stop["duties"].as_array().cloned().unwrap_or_default());
    let open = |row: &serde_json::Value| {
        row["may"].as_array().is_some_and(|may| may.contains(&"nothing_found".into()))
    };
    rows.filter(open).collect()
}

struct Peak {
    rates: (f64, f64),
    p99: (f64, f64),
    errors: u64,
}

/// Keeps the peak for a while: every request is due at its moment, and is late from there.
async fn peak(
    addr: std::net::SocketAddr,
    desks: &Arc<Vec<Desk>>,
    sessions: &Arc<Vec<Session>>,
    seconds: f64,
) -> Outcome<Peak> {
    let mut tasks = JoinSet::new();
    let begin = Moment::now() + Duration::from_millis(1_000);
    for who in 0..desks.len() {
        let (desks, sessions) = (desks.clone(), sessions.clone());
        tasks.spawn(async move {
            let mut line = http::Line::to(addr).await.doing("connecting")?;
            let (desk, session) = (&desks[who], &sessions[who]);
            let many = desks.len() as f64;
            // A desk has looked at a list before it ticks.
            let reply = line.ask(&http::get(&list_of(desk, 0), session)).await.doing("asking")?;
            let mut waiting = open_rows(&serde_json::from_slice(line.body(&reply)).unwrap_or_default());
            let (mut ticks, mut lists, mut errors, mut n) = (Vec::new(), Vec::new(), 0_u64, 0_usize);
            let step = many / (PEAK.0 + PEAK.1);
            loop {
                let due = begin + Duration::from_secs_f64(step * (n as f64 + who as f64 / many));
                if due.duration_since(begin).as_secs_f64() > seconds {
                    return Ok::<_, Trouble>((ticks, lists, errors));
                }
                tokio::time::sleep_until(due.into()).await;
                // Two lists to one tick, as in the morning.
                let is_tick = (n + who) % 3 == 2 && !waiting.is_empty();
                let request = if is_tick {
                    let row = waiting.pop().unwrap_or_default();
                    let key = format!("bench-{:x}-{seconds}-{who}-{n}", std::process::id());
                    let tick = serde_json::json!({
                        "key": key, "object": row["object"], "matter": row["matter"], "nominal": row["nominal"],
                        "tick": "nothing_found",
                    });
                    http::post("/api/v1/duties/ticks", Some((session, "")), &serde_json::json!({ "ticks": [tick] }).to_string())
                } else {
                    http::get(&list_of(desk, n), session)
                };
                let reply = line.ask(&request).await.doing("asking")?;
                let took = due.elapsed().as_secs_f64() * 1e3;
                let body: serde_json::Value = serde_json::from_slice(line.body(&reply)).unwrap_or_default();
                let good = reply.status == 200 && (!is_tick || body["items"][0]["state"] == "nothing_found");
                if !good {
                    errors += 1;
                } else if is_tick {
                    ticks.push(took);
                } else {
                    lists.push(took);
                    if waiting.is_empty() {
                        waiting = open_rows(&body);
                    }
                }
                n += 1;
            }
        });
    }
    let (mut ticks, mut lists, mut errors) = (Vec::new(), Vec::new(), 0);
    while let Some(one) = tasks.join_next().await {
        let (t, l, e) = one.doing("running a desk")??;
        ticks.extend(t);
        lists.extend(l);
        errors += e;
    }
    // What is answered after the end counts for less.
    let took = begin.elapsed().as_secs_f64().max(seconds);
    ticks.sort_by(f64::total_cmp);
    lists.sort_by(f64::total_cmp);
    Ok(Peak {
        rates: (ticks.len() as f64 / took, lists.len() as f64 / took),
        p99: (at(&ticks, 0.99), at(&lists, 0.99)),
        errors,
    })
}
