//! One key, one effect.

use futures_util::future::join_all;
use sha2::{Digest, Sha256};
use wangge_base::Kind;
use wangge_store::{Db, Result, Tx, idem};

use crate::bed::{self, add, d, event, ids};

fn create(tx: &mut Tx, key: &str, body: &str) -> Result<String> {
    let here = d("500107");
    let digest: [u8; 32] = Sha256::digest(body.as_bytes()).into();
    if let Some(answer) = idem::begin(tx, &here, key, &digest)? {
        return Ok(answer);
    }
    let id = tx.new_id::<()>().to_string();
    add(tx, &here, &id, 1)?;
    tx.emit(event(&here, &id));
    idem::done(tx, &here, key, &digest, &id);
    Ok(id)
}

async fn call(db: &Db, key: &'static str, body: &'static str) -> Result<String> {
    db.write(move |tx| create(tx, key, body)).await
}

#[tokio::test]
async fn sixty_four_at_once_with_one_key_make_one_row() {
    for test in bed::each() {
        let db = test.db();
        let answers = join_all((0..64).map(|_| call(db, "key-0001", "body"))).await;
        let first = answers[0].as_ref().expect("done").clone();
        for answer in &answers {
            assert_eq!(answer.as_ref().expect("done"), &first);
        }
        assert_eq!(ids(db, &d("500107")).await, std::slice::from_ref(&first));
        assert_eq!(call(db, "key-0001", "body").await.expect("again"), first);
        assert_ne!(call(db, "key-0002", "body").await.expect("another key"), first);
    }
}

#[tokio::test]
async fn one_key_with_two_bodies_is_a_conflict() {
    for test in bed::each() {
        call(test.db(), "key-0001", "body").await.expect("done");
        let no = call(test.db(), "key-0001", "other").await.expect_err("conflict");
        let no = no.refusal().expect("a refusal");
        assert_eq!((no.kind, no.code), (Kind::Conflict, "idem.conflict"));
    }
}

#[tokio::test]
async fn keys_are_forgotten_after_their_time() {
    for test in bed::each() {
        call(test.db(), "key-0001", "body").await.expect("done");
        let later = test.db().clock().now().plus_minutes(1);
        let gone = test.db().write(move |tx| idem::prune(tx, &d("500107"), later, 10)).await;
        assert_eq!(gone.expect("pruned"), 1);
        call(test.db(), "key-0001", "other").await.expect("free again");
    }
}
