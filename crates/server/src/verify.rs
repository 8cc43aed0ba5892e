//! `wangge verify`: walks every timeline and audit chain and says in words what is intact and which
//! row is broken. It never re-runs the law, so the law may change.

use wangge_base::District;
use wangge_realm::audit as realm_audit;
use wangge_store::{Db, Error, Read, Result, Stmt, chain};
use wangge_work::{admission, calendar, case, count, drafting, duty, matter, offlist, step};

/// What has timelines: the statement that lists the heads of a page, in the order of their ids.
const TIMELINES: &[&Stmt] =
    &[&case::sql::HEADS, &admission::sql::HEADS, &drafting::sql::HEADS, &offlist::sql::HEADS];

/// Cases looked at in one go; their timelines come in one round trip.
const PAGE: i64 = 100;
/// Most steps of one case. A longer one is reported, never skipped.
const STEPS: i64 = 100_000;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Timelines walked.
    pub timelines: u64,
    /// Steps walked.
    pub steps: u64,
    /// Rows of the audit walked.
    pub audit: u64,
    /// Payloads that were lawfully erased: their digests stand.
    pub erased: u64,
    /// Counters compared with the rows they count.
    pub counters: u64,
    /// Events that the counters have still to read; what lags is not compared.
    pub unread: i64,
    /// Closed days of duties worked out anew.
    pub days: u64,
    /// What is broken, in words.
    pub broken: Vec<String>,
}

impl Findings {
    /// The findings for a person.
    pub fn words(&self) -> String {
        let mut out = String::new();
        for one in &self.broken {
            out += &format!("断裂 broken: {one}\n");
        }
        out += &format!(
            "{} 条时间线、{} 步、{} 条审计记录已核验(其中 {} 步已依法擦除内容):{}\n\
             {} timelines, {} steps, {} audit rows walked ({} steps lawfully erased): {}\n",
            self.timelines,
            self.steps,
            self.audit,
            self.erased,
            if self.broken.is_empty() { "全部完好。" } else { "有断裂,见上。" },
            self.timelines,
            self.steps,
            self.audit,
            self.erased,
            if self.broken.is_empty() { "all intact." } else { "some are broken, see above." },
        );
        let (zh, en) = if self.unread > 0 {
            (
                format!("(另有 {} 个事件尚未计入)", self.unread),
                format!(" ({} events not counted yet)", self.unread),
            )
        } else {
            (String::new(), String::new())
        };
        out += &format!(
            "{} 个计数与案件逐一核对{zh}\n{} counters compared with the cases they count{en}\n",
            self.counters, self.counters,
        );
        out += &format!(
            "{} 个已关账的任务日已按当时的规则重算核对\n{} closed days of duties worked out anew as they were known\n",
            self.days, self.days,
        );
        out
    }
}

/// Works the closed days of duties of `districts` out anew, in the city of the time zone `zone`, and adds what is
/// found to `found`.
///
/// # Errors
/// What keeps it from reading.
pub async fn duties(db: &Db, districts: &[District], zone: &str, found: &mut Findings) -> Result<()> {
    let zone = zone.to_owned();
    let rules = db
        .read(move |r| {
            let (matters, calendars) = (matter::load(r)?, std::sync::Arc::new(calendar::load(r, &zone)?));
            let today = wangge_base::days_since_epoch(calendars.get(None).date(r.now()));
            Ok(std::sync::Arc::new(duty::flow::plan::Rules::of(&matters, calendars, today + 92)))
        })
        .await?;
    for district in districts {
        let mut after = (String::new(), 0);
        loop {
            let (rules, home, from) = (rules.clone(), district.clone(), after.clone());
            let look = move |r: &mut Read| duty::verbs::check(r, &rules, &home, (&from.0, from.1), PAGE);
            let (checked, next) = db.report(look).await?;
            found.days += checked.days;
            found.broken.extend(checked.wrong);
            match next {
                Some(next) => after = next,
                None => break,
            }
        }
    }
    Ok(())
}

/// Walks the chains of `districts`.
///
/// # Errors
/// Only what keeps it from reading; a broken chain is a finding.
pub async fn verify(db: &Db, districts: Vec<District>) -> Result<Findings> {
    let mut all = Findings::default();
    for district in districts {
        let home = district.clone();
        match db.report(move |r| realm_audit::verify(r, &home)).await {
            Ok(Ok(rows)) => all.audit += rows.unsigned_abs(),
            Ok(Err(broken)) => all.broken.push(format!("audit of {district}: {broken}")),
            Err(Error::Inconsistency { column, row, .. }) => {
                all.broken.push(format!("audit of {district}: row {row} cannot be read ({column})"));
            }
            Err(error) => return Err(error),
        }
        let home = district.clone();
        let counts = db.report(move |r| count::jobs::compare(r, &home)).await?;
        all.counters += counts.counters;
        all.unread += counts.unread;
        all.broken.extend(counts.wrong.into_iter().map(|wrong| format!("{district}: {wrong}")));
        for heads in TIMELINES {
            let mut after = String::new();
            loop {
                let (home, from) = (district.clone(), after.clone());
                let (found, next) = db.report(move |r| page(r, heads, &home, &from)).await?;
                all.timelines += found.timelines;
                all.steps += found.steps;
                all.erased += found.erased;
                all.broken.extend(found.broken);
                match next {
                    Some(next) => after = next,
                    None => break,
                }
            }
        }
    }
    Ok(all)
}

/// A case, proposal or report as its row says it stands.
struct Head {
    id: String,
    version: i64,
    state: String,
    hash: Vec<u8>,
}

fn page(r: &mut Read, heads: &Stmt, district: &District, after: &str) -> Result<(Findings, Option<String>)> {
    let heads = r.query(heads, &[district.into(), after.into(), PAGE.into()], |row| {
        Ok(Head { id: row.text(0)?, version: row.int(1)?, state: row.text(2)?, hash: row.blob(3)? })
    })?;
    let asked: Vec<_> = heads
        .iter()
        .map(|h| (&step::TIMELINE, vec![district.into(), h.id.as_str().into(), 0.into(), STEPS.into()]))
        .collect();
    let mut found = Findings::default();
    for (head, rows) in heads.iter().zip(r.many(&asked)?) {
        let steps: Vec<step::Step> = rows.iter().map(step::step).collect::<Result<_>>()?;
        found.timelines += 1;
        found.steps += steps.len() as u64;
        found.erased += steps.iter().filter(|s| s.salt.is_none()).count() as u64;
        if let Err(why) = timeline(district, head, &steps) {
            found.broken.push(format!("{district}.{}: {why}", head.id));
        }
    }
    let next = (heads.len() as i64 == PAGE).then(|| heads.last().map(|h| h.id.clone())).flatten();
    Ok((found, next))
}

fn timeline(district: &District, head: &Head, steps: &[step::Step]) -> std::result::Result<(), String> {
    let subject = head.id.clone();
    let fixed = |bytes: &[u8], what: &str, n: i64| {
        <[u8; 32]>::try_from(bytes).ok().ok_or_else(|| format!("step {n}: {what} is not 32 bytes"))
    };
    let mut stored = Vec::with_capacity(steps.len());
    for s in steps {
        let salt = match &s.salt {
            None => None,
            Some(salt) => Some(
                <[u8; 16]>::try_from(salt.as_slice())
                    .ok()
                    .ok_or_else(|| format!("step {}: salt is not 16 bytes", s.n))?,
            ),
        };
        stored.push(chain::Stored {
            entry: chain::Entry {
                district: district.as_str(),
                subject: &subject,
                n: s.n,
                at: s.at,
                happened: s.happened,
                actor: &s.actor,
                kind: &s.action,
                state: &s.state,
                version: s.n,
                payload: s.payload.as_deref().unwrap_or(""),
            },
            salt,
            digest: fixed(&s.digest, "digest", s.n)?,
            hash: fixed(&s.hash, "hash", s.n)?,
        });
    }
    let last = chain::verify(stored).map_err(|broken| broken.to_string())?;
    let (Some(link), Some(step)) = (last, steps.last()) else {
        return Err("the case has no timeline".to_owned());
    };
    if head.version != link.n {
        return Err(format!(
            "the case says version {}, its timeline ends with step {}",
            head.version, link.n
        ));
    }
    if head.hash != link.hash {
        return Err(format!("the case does not name the hash of its last step {}", link.n));
    }
    if head.state != step.state {
        return Err(format!("the case is {}, its last step led to {}", head.state, step.state));
    }
    Ok(())
}

/// The districts that have ever written anything, and the city's own.
///
/// # Errors
/// What keeps it from reading.
pub async fn districts(db: &Db) -> Result<Vec<District>> {
    let heads = db.read(wangge_store::outbox::heads).await?;
    let mut all: Vec<District> = heads.iter().map(|(d, _)| d.clone()).collect();
    if !all.contains(&District::city()) {
        all.push(District::city());
    }
    Ok(all)
}

/// Reads a district named on the command line.
///
/// # Errors
/// The refusal of a text that is none.
pub fn named(text: &str) -> Result<District> {
    text.parse().map_err(Error::from)
}
