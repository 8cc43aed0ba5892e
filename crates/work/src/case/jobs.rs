//! Background work of the case: the clock, provisional limits, and the index of words. All are called by the server's
//! job loop under a lease and may be repeated without harm.

use wangge_base::{District, Ref};
use wangge_store::{Db, Result, Tx, outbox, words::keys};

use super::{sql, verbs};
use crate::World;

/// Cases that the clock visits in one transaction: small enough for its time budget.
const BATCH: i64 = 16;

/// Lets the clock act on everything that is due in `district`, batch by batch, at most `most`
/// batches; returns the steps taken.
pub async fn tick(db: &Db, world: &World, district: &District, most: usize) -> Result<usize> {
    let mut all = 0;
    for _ in 0..most {
        let (world, district) = (world.clone(), district.clone());
        let steps = db.write(move |tx| verbs::sweep(tx, &world, &district, BATCH)).await?;
        all += steps;
        if steps == 0 {
            break;
        }
    }
    Ok(all)
}

/// Computes the provisional limits of a district again, batch by batch.
pub async fn rearm(db: &Db, world: &World, district: &District) -> Result<()> {
    let mut after = String::new();
    loop {
        let (world, district, from) = (world.clone(), district.clone(), after.clone());
        match db.write(move |tx| verbs::rearm(tx, &world, &district, &from, BATCH)).await? {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}

/// Puts the words of the cases that `events` speak of into the index; runs behind the commit by a
/// moment, so that a report does not wait for it.
pub fn index(tx: &mut Tx, events: &[outbox::Told]) -> Result<()> {
    let first = events.iter().filter(|e| e.kind == verbs::STEP_EVENT && e.data["version"] == 1);
    let at = |event: &outbox::Told| event.subject.parse::<Ref<super::Case>>().ok();
    let asked: Vec<_> =
        first.filter_map(at).map(|at| (&sql::LOAD, vec![(&at.district).into(), at.id.into()])).collect();
    for row in tx.many(&asked)?.into_iter().flatten() {
        let case = sql::case(&row)?;
        let at = case.at.clone();
        let found_by = words(&format!("{} {}", case.text, case.place.words));
        let all: Vec<_> = keys(&at.district, &at.id).into_iter().chain(found_by).collect();
        tx.later(&sql::INSERT_WORDS, vec![(&at.district).into(), at.id.into(), all.join(" ").into()]);
    }
    Ok(())
}

/// Carries links over the borders of districts; see [`verbs::carry_links`].
pub async fn links(db: &Db, world: &World, events: &[outbox::Told]) -> Result<()> {
    verbs::carry_links(db, world, events).await
}

/// Most words kept of one text.
const MOST: usize = 200;

/// What a text is found by: every pair of neighbouring Chinese characters, and every run of letters
/// or digits, in lower case. The same cut serves index and question, so neither needs a dictionary.
pub fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut run = String::new();
    let mut previous: Option<char> = None;
    for letter in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        let ascii = letter.is_ascii_alphanumeric();
        if ascii {
            run.push(letter);
        } else if !run.is_empty() {
            out.push(std::mem::take(&mut run));
        }
        let han = letter.is_alphanumeric() && !ascii;
        if let (Some(before), true) = (previous, han) {
            out.push([before, letter].iter().collect());
        }
        previous = han.then_some(letter);
    }
    out.retain(|w| w.chars().count() >= 2 && w.len() <= 40);
    out.sort_unstable();
    out.dedup();
    out.truncate(MOST);
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_is_cut_into_pairs_and_runs() {
        assert_eq!(super::words("消防通道 3号楼 WC12 堵"), ["wc12", "号楼", "消防", "通道", "防通"]);
        assert!(super::words("堵").is_empty());
    }
}
