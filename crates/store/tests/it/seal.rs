//! Sealed columns: round trip, bound to their cell, rotation.

use std::path::PathBuf;

use proptest::prelude::*;
use wangge_store::{Error, seal::Keys};

fn file(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("wangge-keys-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("directory");
    dir.join("keys")
}

proptest! {
    #[test]
    fn what_is_sealed_opens_in_its_cell_only(text in prop::collection::vec(any::<u8>(), 0..200), flip in any::<usize>()) {
        let keys = Keys::for_tests();
        let sealed = keys.seal("case_file", "r1", "phone", &text).expect("sealed");
        prop_assert_eq!(keys.open("case_file", "r1", "phone", &sealed).expect("opens"), text);
        for (table, row, column) in [("step", "r1", "phone"), ("case_file", "r2", "phone"), ("case_file", "r1", "name")] {
            let moved = keys.open(table, row, column, &sealed);
            let named = matches!(moved, Err(Error::Inconsistency { .. }));
            prop_assert!(named);
        }
        let mut bent = sealed.clone();
        let at = flip % bent.len();
        bent[at] ^= 1;
        prop_assert!(keys.open("case_file", "r1", "phone", &bent).is_err());
        prop_assert!(keys.open("case_file", "r1", "phone", &sealed[..at]).is_err());
    }
}

#[test]
fn two_seals_of_one_text_differ_and_blind_indexes_agree() {
    let keys = Keys::for_tests();
    let seal = || keys.seal("t", "r", "c", b"13800000000").expect("sealed");
    assert_ne!(seal(), seal());
    assert_eq!(keys.blind("phone", "138"), keys.blind("phone", "138"));
    assert_ne!(keys.blind("phone", "138"), keys.blind("name", "138"));
    assert_ne!(keys.blind("ab", "c"), keys.blind("a", "bc"));
    assert_ne!(keys.blind("phone", "138"), keys.sign("phone", b"138"));
}

#[test]
fn keys_rotate_lazily_and_the_file_is_for_its_owner_only() {
    let path = file("rotate");
    let first = Keys::load_or_create(&path).expect("made");
    let old = first.seal("t", "r", "c", "李".as_bytes()).expect("sealed");
    let second = Keys::rotate(&path).expect("rotated");
    assert!(second.stale(&old) && !first.stale(&old));
    assert_eq!(second.open_text("t", "r", "c", &old).expect("old opens"), "李");
    let new = second.seal("t", "r", "c", b"x").expect("sealed");
    assert!(!second.stale(&new));
    assert!(matches!(first.open("t", "r", "c", &new), Err(Error::Engine(_))), "the key is not there yet");
    let again = Keys::load_or_create(&path).expect("read");
    assert_eq!(again.open("t", "r", "c", &new).expect("opens"), b"x");
    assert_eq!(again.blind("i", "x"), first.blind("i", "x"), "blind indexes outlive rotation");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let left = std::fs::read_dir(path.parent().expect("dir")).expect("dir").count();
    assert_eq!(left, 1, "no drafts are left");
}

#[test]
fn nodes_starting_at_once_agree_on_one_file() {
    let path = file("race");
    let indexes: Vec<[u8; 32]> = std::thread::scope(|scope| {
        let nodes: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| Keys::load_or_create(&path).expect("keys").blind("i", "x")))
            .collect();
        nodes.into_iter().map(|n| n.join().expect("node")).collect()
    });
    assert!(indexes.iter().all(|i| *i == indexes[0]));
}

#[test]
fn a_broken_key_file_is_refused() {
    for text in ["", "seal 1 AAAA", "seal x y", "blind AAAA\n", "hello"] {
        assert!(Keys::parse(text).is_err(), "{text:?}");
    }
    assert!(format!("{:?}", Keys::for_tests()).contains("Keys"));
}
