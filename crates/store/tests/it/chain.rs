//! The hash chain by property: an honest chain holds, any change shows.

use proptest::prelude::*;
use wangge_base::Instant;
use wangge_store::chain::{self, Broken, Entry, Link, Stored};

#[derive(Clone, Debug)]
struct Step {
    at: i64,
    happened: Option<i64>,
    texts: [String; 5],
    version: i64,
    payload: String,
    salt: Option<[u8; 16]>,
    link: Link,
    n: i64,
}

fn entry(step: &Step) -> Entry<'_> {
    Entry {
        district: &step.texts[0],
        subject: &step.texts[1],
        n: step.n,
        at: Instant::from_micros(step.at),
        happened: step.happened.map(Instant::from_micros),
        actor: &step.texts[2],
        kind: &step.texts[3],
        state: &step.texts[4],
        version: step.version,
        payload: &step.payload,
    }
}

fn stored(step: &Step) -> Stored<'_> {
    Stored { entry: entry(step), salt: step.salt, digest: step.link.digest, hash: step.link.hash }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let texts = prop::array::uniform5("[a-z甲乙 ]{0,3}");
    let one = (any::<i64>(), any::<Option<i64>>(), texts, any::<i64>(), "\\PC{0,12}", any::<[u8; 16]>());
    prop::collection::vec(one, 1..8).prop_map(|raw| {
        let mut out: Vec<Step> = Vec::new();
        for ((at, happened, texts, version, payload, salt), n) in raw.into_iter().zip(1..) {
            let blank = Link { n, digest: [0; 32], hash: [0; 32] };
            let mut step = Step { at, happened, texts, version, payload, salt: Some(salt), link: blank, n };
            step.link = chain::append(out.last().map(|s: &Step| &s.link.hash), &entry(&step), &salt);
            out.push(step);
        }
        out
    })
}

/// Changes one thing of one step; true if it really is another chain now.
fn tamper(steps: &mut Vec<Step>, at: usize, what: usize) -> bool {
    let at = at % steps.len();
    let last = at + 1 == steps.len();
    match what % 14 {
        0..=4 => steps[at].texts[what % 14].push('x'),
        5 => steps[at].at = steps[at].at.wrapping_add(1),
        6 => steps[at].happened = steps[at].happened.is_none().then_some(0),
        7 => steps[at].version = steps[at].version.wrapping_sub(1),
        8 => steps[at].payload.push('x'),
        9 => steps[at].link.digest[7] ^= 1,
        10 => steps[at].link.hash[0] ^= 128,
        11 => {
            // Taking away the last step leaves an honest shorter chain: the signed heads find that.
            steps.remove(at);
            return !last;
        }
        12 => {
            // A letter moved from one field to the next must not go unseen.
            let Some(letter) = steps[at].texts[2].pop() else { return false };
            steps[at].texts[3].insert(0, letter);
        }
        _ => {
            if let Some(salt) = &mut steps[at].salt {
                salt[3] ^= 1;
            }
        }
    }
    true
}

proptest! {
    #[test]
    fn an_honest_chain_holds_and_any_change_shows(
        honest in steps(), at in any::<usize>(), what in any::<usize>(),
    ) {
        let head = chain::verify(honest.iter().map(stored)).expect("honest");
        prop_assert_eq!(head.as_ref(), honest.last().map(|s| &s.link));
        let mut other = honest.clone();
        if tamper(&mut other, at, what) {
            prop_assert!(chain::verify(other.iter().map(stored)).is_err());
        }
    }

    #[test]
    fn erased_payloads_keep_the_chain(honest in steps(), which in any::<u8>()) {
        let mut erased = honest;
        for (i, step) in erased.iter_mut().enumerate().filter(|(i, _)| which >> i & 1 == 1) {
            step.salt = None;
            step.payload = format!("erased {i}");
        }
        prop_assert!(chain::verify(erased.iter().map(stored)).is_ok());
    }
}

#[test]
fn the_fault_is_named() {
    let blank = Link { n: 1, digest: [0; 32], hash: [0; 32] };
    let mut step = Step {
        at: 1,
        happened: None,
        texts: Default::default(),
        version: 1,
        payload: "{}".into(),
        salt: Some([1; 16]),
        link: blank,
        n: 1,
    };
    step.link = chain::append(None, &entry(&step), &[1; 16]);
    assert_eq!(chain::verify([]), Ok(None));
    let mut payload = step.clone();
    payload.payload = "[]".into();
    assert_eq!(chain::verify([stored(&payload)]), Err(Broken::Payload(1)));
    assert_eq!(chain::verify([stored(&step), stored(&step)]), Err(Broken::Number { expected: 2, found: 1 }));
    step.version = 2;
    assert_eq!(chain::verify([stored(&step)]), Err(Broken::Hash(1)));
}
