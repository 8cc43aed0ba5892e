//! Behind the commit: the consumer that counts, and the work that proves and mends the counters.

use std::collections::{BTreeMap, BTreeSet};

use wangge_base::{District, Ref};
use wangge_store::{Db, Read, Result, Tx, lease, outbox};

use super::{CONSUMER, Cell, Count, sql, verbs};
use crate::case::Case;

/// Cases looked at in one transaction.
const PAGE: i64 = 50;

/// Counts the cases that `events` speak of anew.
pub fn take(tx: &mut Tx, events: &[outbox::Told]) -> Result<()> {
    let mut seen: BTreeMap<District, BTreeSet<String>> = BTreeMap::new();
    for event in events.iter().filter(|e| e.kind.starts_with("case.")) {
        if let Ok(at) = event.subject.parse::<Ref<Case>>() {
            seen.entry(at.district).or_default().insert(at.id.to_string());
        }
    }
    for (district, cases) in seen {
        verbs::apply(tx, &district, &cases.into_iter().collect::<Vec<_>>())?;
    }
    Ok(())
}

/// How the counters of a district and its rows compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Events that the consumer has still to read; while there are any, counters lag behind and are not compared.
    pub unread: i64,
    /// Counters compared.
    pub counters: u64,
    /// Those that are wrong, in words.
    pub wrong: Vec<String>,
}

/// Compares the counters of a district with what its rows say: they agree whenever the consumer has read all events.
///
/// # Errors
/// What keeps it from reading.
pub fn compare(r: &mut Read, district: &District) -> Result<Comparison> {
    let unread = outbox::heads(r)?.get(district) - lease::position(r, district, CONSUMER)?;
    if unread > 0 {
        return Ok(Comparison { unread, ..Comparison::default() });
    }
    let mut kept: BTreeMap<Cell, Count> =
        r.query(&sql::CELLS, &[district.into()], sql::counter)?.into_iter().collect();
    let mut real: BTreeMap<Cell, Count> = BTreeMap::new();
    for one in r.query(&sql::CASES, &[district.into()], sql::of_case)? {
        let count = one.count();
        *real.entry(one.cell).or_default() += count;
    }
    let mut found = Comparison { counters: real.len() as u64, ..Comparison::default() };
    for (cell, count) in &real {
        let told = kept.remove(cell).unwrap_or_default();
        if told != *count {
            found.wrong.push(said(cell, told, *count));
        }
    }
    found.wrong.extend(kept.iter().map(|(cell, told)| said(cell, *told, Count::default())));
    Ok(found)
}

fn said(cell: &Cell, told: Count, real: Count) -> String {
    format!(
        "the counter of grid {} board {} ({}) says {} open, {} overdue; the rows say {}, {}",
        cell.grid,
        cell.board.word(),
        cell.compartment.word(),
        told.open,
        told.overdue,
        real.open,
        real.overdue
    )
}

/// Counts every case of a district anew, page by page, and writes only where something is wrong; answers how many
/// counted otherwise than remembered: all open cases where there were no counters before, else none.
///
/// # Errors
/// What keeps it from reading or writing.
pub async fn mend(db: &Db, district: &District) -> Result<u64> {
    let mut mended = 0;
    for ids in [&sql::OPEN_IDS, &sql::COUNTED_IDS] {
        let mut after = String::new();
        loop {
            let (home, from) = (district.clone(), after.clone());
            let look = move |r: &mut Read| {
                let page =
                    r.query(ids, &[(&home).into(), from.as_str().into(), PAGE.into()], |row| row.text(0))?;
                let wrong = verbs::changed(r, &home, &page)?.into_iter().map(|change| change.case).collect();
                Ok((page.last().cloned(), wrong))
            };
            let (last, wrong): (Option<String>, Vec<String>) = db.report(look).await?;
            if !wrong.is_empty() {
                let home = district.clone();
                mended += db.write(move |tx| verbs::apply(tx, &home, &wrong)).await?;
            }
            match last {
                Some(last) => after = last,
                None => break,
            }
        }
    }
    Ok(mended)
}
