//! The table that is printed and written to bench/RESULTS.md.

use std::fmt::Write as _;

use crate::{
    duty::{Duties, PEAK},
    http::Op,
    machine,
    measure::{Block, Line},
    tiles::Tiles,
};

/// What the run as a whole knows.
pub struct Head {
    /// When it was made, RFC 3339.
    pub date: String,
    /// Versions of the engines.
    pub versions: String,
    /// Seconds of each measurement, system and raw.
    pub seconds: (f64, f64),
    /// In so many rounds, by turns.
    pub rounds: u32,
}

/// The whole document.
pub fn document(head: &Head, blocks: &[Block], tiles: Option<&Tiles>, duties: &[Duties]) -> String {
    let mut out = String::from("# Results of `make bench`\n\n");
    let _ = writeln!(
        out,
        "Written by `wangge-bench`; do not edit. {}, {}. {}. Server, database and load generator share this machine. \
         Each number is from {:.1} s (raw engine: {:.1} s) in {} rounds by turns, each after a warm-up.\n",
        head.date,
        machine::describe(),
        head.versions,
        head.seconds.0,
        head.seconds.1,
        head.rounds
    );
    out += "## Goals\n\n| goal | measured | reached |\n|---|---|---|\n";
    let mut all = goals(blocks);
    if let Some(tiles) = tiles {
        let (goal, measured) = ("tile p99 < 20 ms with the whole city", format!("{:.1} ms", tiles.p99));
        all.push((goal.to_owned(), measured, tiles.p99 < 20.0));
    }
    for of in duties {
        let measured = format!("{:.2} ms ({})", of.list[1], of.engine);
        all.push((
            "list of a worker's day p99 < 5 ms with the whole city".to_owned(),
            measured,
            of.list[1] < 5.0,
        ));
        let (ticks, lists) = of.rates;
        let measured = format!("{ticks:.0} and {lists:.0} ({}), {} refused", of.engine, of.errors);
        let kept = ticks >= 0.98 * PEAK.0 && lists >= 0.98 * PEAK.1 && of.errors == 0;
        all.push((
            "280 ticks and 560 lists a second, the morning's peak ten times over".to_owned(),
            measured,
            kept,
        ));
    }
    for (goal, measured, good) in all {
        let _ = writeln!(out, "| {goal} | {measured} | {} |", if good { "yes" } else { "**no**" });
    }
    out += NOTES;
    for block in blocks {
        one(&mut out, block);
    }
    if let Some(tiles) = tiles {
        drawn(&mut out, tiles);
    }
    daily(&mut out, duties);
    out
}

/// The tiles alone.
pub fn of_tiles(tiles: &Tiles) -> String {
    let mut out = String::new();
    drawn(&mut out, tiles);
    out
}

/// The part about duties alone.
pub fn of_duties(duties: &[Duties]) -> String {
    let mut out = String::new();
    daily(&mut out, duties);
    out
}

fn daily(out: &mut String, duties: &[Duties]) {
    if duties.is_empty() {
        return;
    }
    out.push_str("\n## Duties of the whole city\n\nThe list of a grid's day, worked out from rules and objects, masked, ordered \
             into a walk and written as JSON, in this process; raw: the same two statements, rows read and dropped. The \
             peak comes through HTTP from 128 communities, every request due at its moment and late from there.\n\n\
             | engine | objects | duties today | list p50 ms | p99 ms | worst ms | raw p50 ms | raw p99 ms | ticks/s | p99 ms \
             | lists/s | p99 ms |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for of in duties {
        let ([p50, p99, worst], [raw, raw_p99]) = (of.list, of.raw);
        let _ = writeln!(
            out,
            "| {} | {} | {:.0} | {p50:.2} | {p99:.2} | {worst:.2} | {raw:.2} | {raw_p99:.2} | {:.0} | {:.1} | {:.0} | {:.1} |",
            of.engine, of.objects, of.today, of.rates.0, of.p99.0, of.rates.1, of.p99.1
        );
    }
}

fn drawn(out: &mut String, tiles: &Tiles) {
    let _ = writeln!(
        out,
        "\n## Tiles of the whole city\n\nOne tile at a time that nobody has asked for before: found, simplified, cut, \
         written, packed. Raw: the same shapes with every corner, found and written only. p99 {:.2} ms, raw {:.2} ms. \
         The ground is worked out once per version of the geography: {:.0} ms, {:.1} MiB.\n\n\
         | zoom | p50 ms | p99 ms | worst ms | raw p50 ms | raw p99 ms | KiB packed, p50 |\n|--:|--:|--:|--:|--:|--:|--:|",
        tiles.p99, tiles.raw_p99, tiles.ground, tiles.memory
    );
    for (zoom, [p50, p99, worst], [raw, raw_p99], size) in &tiles.zooms {
        let _ = writeln!(
            out,
            "| {zoom} | {p50:.2} | {p99:.2} | {worst:.2} | {raw:.2} | {raw_p99:.2} | {size:.1} |"
        );
    }
}

const NOTES: &str = "\n## How to read it\n\n\
- **System**: HTTP/1.1 over loopback with the session and CSRF checked, the whole transaction (key, grid look-up, rights, \
deadlines, hash chain, notices, events), the log written, background work (the clock, the index of words) running: the \
server as `wangge serve` starts it. 64 duty officers in as many towns over all districts. Durability is as each engine \
ships it (PostgreSQL: fsync and synchronous_commit on; SQLite: WAL, `synchronous=FULL`).\n\
- **Raw**: the same statements with the rows of real cases, prepared once, in this process over tokio-postgres or \
rusqlite alone, pipelined, on as many connections as clients wait up to the size of the system's pool (8 write, 4 read); \
on SQLite one COMMIT for all who wait. Nothing is decided, hashed, parsed or checked, and there is no background work: \
the goals of writing therefore compare with the lines *no background work*, which do the same statements; what the index \
of words, the counters and the clock cost beside them shows in the lines above.\n\
- **Per CPU second**: operations per second of processor time, database server included, load generator left out.\n\
- Cases are loaded straight into the tables (two years, 10 % open, one step each, every grid alike) and ANALYZEd; their \
words are not in the search index. The creates of the run come on top.\n\
- *create*: a report with a point and a matter. *act*: urge (催办): read case, calls, requests, parts; decide; guarded \
UPDATE; step, notice, key, two numbered events. *list*: the open cases of a town by deadline. *case*: one case with its \
timeline, calls, parts and what may be done now.\n\
- The load average stands beside each block: at 2 or more before it starts, somebody else was using the machine.\n";

fn size(n: usize) -> String {
    if n >= 1_000_000 {
        format!("{} million cases", n / 1_000_000)
    } else {
        format!("{} thousand cases", n / 1_000)
    }
}

fn engine(block: &Block) -> &'static str {
    if block.engine == "sqlite" { "SQLite" } else { "PostgreSQL" }
}

fn one(out: &mut String, block: &Block) {
    let _ = writeln!(
        out,
        "\n## {}, {}\n\nDatabase {:.0} MiB. Ready {:.2} s and {:.2} s after the start of the process. Memory with the whole \
         city: {:.0} MiB resident after the start ({:.0} its own), {:.0} ({:.0}) after all measurements. Load average {:.1} \
         before, {:.1} after.\n",
        engine(block),
        size(block.size),
        block.bytes as f64 / 1048576.0,
        block.ready[0],
        block.ready[1],
        block.memory.1,
        block.memory.0,
        block.memory_after.1,
        block.memory_after.0,
        block.load.0,
        block.load.1
    );
    out.push_str(
        "| what | clients | per second | p50 ms | p99 ms | server CPU ms | database CPU ms | load CPU ms | raw per second | \
         ratio | ratio per CPU s |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for line in &block.lines {
        row(out, line);
    }
    out.push('\n');
    let _ = writeln!(
        out,
        "{:.1} creates of 64 clients share one commit. Background work had caught \
         up {:.1} s after the creates at 64 clients had ended. One request at a time:\n\n\
         | what | statements | round trips | commits |\n|---|--:|--:|--:|",
        block.per_commit, block.behind
    );
    for (op, statements, trips, commits) in &block.counts {
        let _ = writeln!(out, "| {} | {statements:.1} | {trips:.1} | {commits:.1} |", op.word());
    }
    let Some(a) = block.anatomy else { return };
    let _ = writeln!(
        out,
        "\nWhere the time of one create goes, one client, medians in microseconds:\n\n| part | µs | share |\n|---|--:|--:|"
    );
    let all = a.http.max(1.0);
    for (part, us) in [
        ("parse: body to report, digest", a.parse),
        ("law: grid, matter, clocks, rights, hash, rows", a.law),
        ("statements of the engine", a.statements),
        ("BEGIN and COMMIT: the disk", a.commit),
        ("store: queue, thread, savepoint, statement cache", a.store()),
        ("HTTP: connection, session, routing, log, answer, client", a.around()),
        ("**whole request**", a.http),
    ] {
        let _ = writeln!(out, "| {part} | {us:.0} | {:.0} % |", us * 100.0 / all);
    }
}

fn row(out: &mut String, line: &Line) {
    let each = |seconds: f64| seconds * 1000.0 / (line.system.ops.max(1)) as f64;
    let raw = if line.raw.ops == 0 {
        "– | – | –".to_owned()
    } else {
        format!("{:.0} | {:.2} | {:.2}", line.raw.rate(), line.ratio(), line.ratio_per_cpu())
    };
    let _ = writeln!(
        out,
        "| {}{} | {} | {:.0} | {:.2} | {:.2} | {:.3} | {:.3} | {:.3} | {raw} |",
        line.op.word(),
        if line.alone { ", no background work" } else { "" },
        line.clients,
        line.system.rate(),
        line.system.quantile(0.5),
        line.system.quantile(0.99),
        each(line.server_cpu),
        each(line.database_cpu),
        each(line.load_cpu),
    );
}

fn at<'a>(blocks: &'a [Block], engine: &str, op: Op, alone: bool) -> Vec<(&'a Block, &'a Line)> {
    blocks
        .iter()
        .filter(|b| b.engine == engine)
        .filter_map(|b| {
            Some((b, b.lines.iter().find(|l| l.op == op && l.clients == 64 && l.alone == alone)?))
        })
        .collect()
}

/// Goal, what was measured, whether it is reached.
pub fn goals(blocks: &[Block]) -> Vec<(String, String, bool)> {
    let mut out = Vec::new();
    let mut add =
        |goal: &str, found: Vec<(&Block, f64)>, good: fn(f64) -> bool, digits: usize, unit: &str| {
            if found.is_empty() {
                return;
            }
            let text: Vec<String> = found
                .iter()
                .map(|(b, v)| {
                    format!("{v:.digits$}{unit} ({} {})", engine(b), size(b.size).replace(" cases", ""))
                })
                .collect();
            out.push((goal.to_owned(), text.join("; "), found.iter().all(|(_, v)| good(*v))));
        };
    for (op, goal) in [
        (Op::Create, "creates ≥ 0.6 of the raw engine doing the same statements, PostgreSQL, 64 clients"),
        (Op::Act, "acts ≥ 0.6 of the raw engine doing the same statements, PostgreSQL, 64 clients"),
    ] {
        add(
            goal,
            at(blocks, "postgres", op, true).iter().map(|(b, l)| (*b, l.ratio())).collect(),
            |v| v >= 0.6,
            2,
            "",
        );
    }
    for (op, goal) in [
        (Op::Create, "≥ 1,000 creates per second, PostgreSQL, 64 clients"),
        (Op::List, "≥ 1,000 lists per second, PostgreSQL, 64 clients"),
    ] {
        let found = at(blocks, "postgres", op, false).iter().map(|(b, l)| (*b, l.system.rate())).collect();
        add(goal, found, |v| v >= 1000.0, 0, "/s");
    }
    let mut slow = at(blocks, "postgres", Op::List, false);
    slow.extend(at(blocks, "sqlite", Op::List, false));
    let found = slow.iter().map(|(b, l)| (*b, l.system.quantile(0.99))).collect();
    add("list p99 < 50 ms at 64 clients", found, |v| v < 50.0, 1, " ms");
    let all = || blocks.iter();
    add(
        "< 150 MiB resident with the whole city, after the start",
        all().map(|b| (b, b.memory.1)).collect(),
        |v| v < 150.0,
        0,
        " MiB",
    );
    add(
        "< 150 MiB resident with the whole city, after the load",
        all().map(|b| (b, b.memory_after.1)).collect(),
        |v| v < 150.0,
        0,
        " MiB",
    );
    add("ready in < 2 s", all().map(|b| (b, b.ready[0].max(b.ready[1]))).collect(), |v| v < 2.0, 2, " s");
    let trips = blocks
        .iter()
        .filter(|b| b.engine == "postgres")
        .filter_map(|b| Some((b, b.counts.iter().find(|c| c.0 == Op::Create)?.2)))
        .collect();
    add("a create in at most four round trips", trips, |v| v <= 4.05, 1, "");
    out
}
