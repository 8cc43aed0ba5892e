//! What may be published of small groups.

use proptest::prelude::*;

use super::flow::{LEAST, covered};

proptest! {
    #[test]
    fn what_is_covered_cannot_be_worked_out(groups in proptest::collection::vec(0..30i64, 0..12)) {
        let total: i64 = groups.iter().sum();
        let keyed: Vec<(usize, i64)> = groups.iter().copied().enumerate().collect();
        let told = covered(keyed);
        let shown: i64 = told.iter().filter_map(|(_, n)| *n).sum();
        let hidden = told.iter().filter(|(_, n)| n.is_none()).count();
        for (key, n) in &told {
            prop_assert!(n.is_none_or(|n| n == groups[*key] && n >= LEAST));
        }
        // From a published total one may learn no more than "at least two groups, five together"; where there is
        // not as much in all, nothing but covered groups remain and the total is not published.
        if hidden > 0 && hidden < told.len() {
            prop_assert!(hidden >= 2 && total - shown >= LEAST, "{told:?}");
        }
    }
}
