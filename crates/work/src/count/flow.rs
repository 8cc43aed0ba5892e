//! The arithmetic of counts. Pure.

use crate::deadline::{Clock, Deadline, Stage};

/// Groups smaller than this are not published.
pub const LEAST: i64 = 5;

/// Whether the clock has said that a limit of the holder has passed: what the counters call overdue.
pub fn is_overdue(clocks: &[Deadline]) -> bool {
    clocks.iter().any(|d| d.clock != Clock::Climb && d.stage == Stage::Overdue)
}

/// A number that may be published by itself.
pub fn shown(n: i64) -> Option<i64> {
    (n >= LEAST).then_some(n)
}

/// What may be published of groups that add up to a published total: groups below [`LEAST`] are covered, and
/// further ones, the smallest first, until at least two are covered that make at least [`LEAST`] together: what
/// is covered cannot be worked out from the rest.
pub fn covered<K>(mut groups: Vec<(K, i64)>) -> Vec<(K, Option<i64>)> {
    groups.retain(|(_, n)| *n > 0);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|&i| groups[i].1);
    let mut hidden = vec![false; groups.len()];
    let (mut count, mut sum) = (0, 0);
    for i in order {
        let n = groups[i].1;
        let short = count > 0 && (count < 2 || sum < LEAST);
        if n < LEAST || short {
            hidden[i] = true;
            count += 1;
            sum += n;
        }
    }
    groups.into_iter().zip(hidden).map(|((key, n), hide)| (key, (!hide).then_some(n))).collect()
}
