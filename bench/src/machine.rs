//! What the machine says: CPU time and memory of processes, load, names. Linux only (`/proc`).

use std::{fs, process};

/// Ticks per second in `/proc/<pid>/stat`: fixed at 100 for programs on Linux.
const TICKS: f64 = 100.0;

/// CPU seconds a process has used so far, its ended threads included; 0 when it is gone.
pub fn cpu_of(pid: u32) -> f64 {
    let (user, system) = stat(pid).map_or((0.0, 0.0), |s| (s.user, s.system));
    user + system
}

/// CPU seconds of this process.
pub fn cpu_self() -> f64 {
    cpu_of(process::id())
}

/// CPU seconds of a process, of all its descendants that live, and of those it has waited for.
pub fn cpu_of_tree(root: u32) -> f64 {
    let all: Vec<Stat> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|e| e.file_name().to_str()?.parse().ok())
        .filter_map(stat)
        .collect();
    let mut tree = vec![root];
    let mut at = 0;
    while let Some(parent) = tree.get(at).copied() {
        tree.extend(all.iter().filter(|s| s.parent == parent).map(|s| s.pid));
        at += 1;
    }
    all.iter().filter(|s| tree.contains(&s.pid)).map(|s| s.user + s.system + s.waited).sum()
}

/// The parent of a process; `None` when it does not run on this machine.
pub fn parent_of(pid: u32) -> Option<u32> {
    stat(pid).map(|s| s.parent)
}

struct Stat {
    pid: u32,
    parent: u32,
    user: f64,
    system: f64,
    waited: f64,
}

fn stat(pid: u32) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in parentheses may hold blanks: the fields begin after it.
    let rest: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |i: usize| rest.get(i).and_then(|t| t.parse::<f64>().ok()).map(|t| t / TICKS);
    Some(Stat {
        pid,
        parent: rest.get(1)?.parse().ok()?,
        user: ticks(11)?,
        system: ticks(12)?,
        waited: ticks(13)? + ticks(14)?,
    })
}

/// Resident memory of a process, MiB: what is its own, and the whole with mapped files.
pub fn memory_of(pid: u32) -> (f64, f64) {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let kib = |name: &str| {
        let line = text.lines().find_map(|l| l.strip_prefix(name));
        line.and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
    };
    (kib("RssAnon:"), kib("VmRSS:"))
}

/// The load average over one minute.
pub fn load() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().and_then(|t| t.parse().ok()).unwrap_or(0.0)
}

/// Cores, processor, memory, kernel in one line.
pub fn describe() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|l| l.starts_with(name)).unwrap_or_default();
        line.split_once(':').map(|(_, v)| v.trim().to_owned()).unwrap_or_default()
    };
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kib: f64 = field(&memory, "MemTotal").split(' ').next().and_then(|t| t.parse().ok()).unwrap_or(0.0);
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!(
        "{cores} cores, {}, {:.0} GiB memory, Linux {}",
        field(&cpus, "model name"),
        kib / 1024.0 / 1024.0,
        kernel.trim()
    )
}
