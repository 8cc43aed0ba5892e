//! Taking files in, linking them to work, giving them out, erasing them.

use sha2::{Digest as _, Sha256};
use wangge_base::{District, Holder, Instant, Kind, Ref, Refusal};
use wangge_store::{Error, Read, Result, Tx, Value};
use wangge_web::{IdemKey, once};

use super::{File, Offer, flow, sql};
use crate::{
    Realm,
    access::{self, Verb},
};

/// A file taken in, and what was found in it.
#[derive(Clone, Debug)]
pub struct Put {
    /// The file.
    pub file: File,
    /// Place and time found in the photo.
    pub offer: Offer,
}

/// Takes a file in: examined, cleaned, encrypted, stored; then its row. Whoever repeats `key` gets
/// the same file. `declared` is the content type the client claims.
pub async fn put(
    realm: &Realm,
    district: District,
    declared: Option<String>,
    bytes: Vec<u8>,
    uploader: Option<String>,
    key: IdemKey,
) -> Result<Put> {
    if bytes.is_empty() {
        return Err(Refusal::invalid("file", "文件是空的", "The file is empty").into());
    }
    let body: [u8; 32] = Sha256::digest(&bytes).into();
    let digest = once::digest(uploader.as_deref().unwrap_or(""), "file.put", &body);
    let zone = realm.app.settings().time_zone.clone();
    let cleaned = realm.slowly(move || flow::examine(declared.as_deref(), bytes, &zone)).await??;
    let mut secrets = [0_u8; 44];
    getrandom::fill(&mut secrets).map_err(|e| Error::Engine(format!("no entropy: {e}")))?;
    let (mut file_key, mut nonce) = ([0_u8; 32], [0_u8; 12]);
    file_key.copy_from_slice(&secrets[..32]);
    nonce.copy_from_slice(&secrets[32..]);
    let object = realm.files().store(&district, &file_key, nonce, &cleaned.bytes).await?;
    let sha256 = flow::hex(&Sha256::digest(&cleaned.bytes));
    let size = i64::try_from(cleaned.bytes.len()).unwrap_or(i64::MAX);
    let (media, keys) = (cleaned.media, realm.app.keys().clone());
    let row = realm.app.db().write(move |tx| {
        once::once(tx, &district, &key, &digest, |tx| {
            let at = Ref::new(district.clone(), tx.new_id::<File>());
            let sealed = keys.seal("file", &at.to_string(), "file_key", &file_key)?;
            let now = tx.now();
            let values: [Value; 9] = [
                (&district).into(),
                at.id.into(),
                object.as_str().into(),
                sealed.into(),
                sha256.as_str().into(),
                media.word().into(),
                size.into(),
                uploader.clone().into(),
                now.into(),
            ];
            tx.exec(&sql::ADD, &values)?;
            let (sha256, uploader) = (sha256.clone(), uploader.clone());
            Ok(File { at, media, size, sha256, uploader, created: now })
        })
    });
    Ok(Put { file: row.await?, offer: cleaned.offer })
}

fn erased() -> Refusal {
    Refusal::new(
        Kind::Gone,
        "file.erased",
        "这个文件已依法擦除,内容无法恢复;擦除的时间和依据记在案件的时间线上",
        "This file has been erased by law and cannot be brought back; when and on what grounds is on the case's timeline",
    )
}

fn none() -> Refusal {
    Refusal::not_found("没有这个文件,或您不能查看", "There is no such file for you")
}

fn stored(r: &mut Read, at: &Ref<File>) -> Result<sql::Stored> {
    r.opt(&sql::GET, &[(&at.district).into(), at.id.into()], sql::stored)?.ok_or_else(|| none().into())
}

/// A file's row.
pub fn info(r: &mut Read, at: &Ref<File>) -> Result<File> {
    Ok(stored(r, at)?.file)
}

/// The files of a subject.
pub fn linked(r: &mut Read, district: &District, subject: &str) -> Result<Vec<File>> {
    let rows = r.query(&sql::LINKED, &[district.into(), subject.into()], sql::stored)?;
    Ok(rows.into_iter().map(|one| one.file).collect())
}

/// Links a file to a subject of the same district, in the transaction that refers to it. Only its
/// uploader may (`by`; an anonymous file: whoever knows its reference, once). The answer carries the
/// hash that belongs into the timeline.
pub fn link(tx: &mut Tx, at: &Ref<File>, subject: &Ref<()>, by: Option<&str>) -> Result<File> {
    let one = stored(tx, at)?;
    if at.district != subject.district {
        return Err(Refusal::invalid(
            "files",
            "附件上传到了别的区县,请重新上传",
            "The file was uploaded to another district; upload it again",
        )
        .into());
    }
    let (district, name) = (&at.district, subject.to_string());
    let already = living(tx, at)?;
    if already.contains(&name) {
        return Ok(one.file);
    }
    let entitled = match (&one.file.uploader, by) {
        (Some(uploader), Some(by)) => uploader == by,
        (Some(_), None) => false,
        (None, _) => already.is_empty(),
    };
    if !entitled || one.file_key.is_none() {
        return Err(none().into());
    }
    let now = tx.now();
    tx.exec(&sql::LINK, &[district.into(), at.id.into(), name.into(), now.into()])?;
    if tx.exec(&sql::COUNT_LINK, &[district.into(), at.id.into()])? == 0 {
        // The sweeper was faster.
        return Err(none().into());
    }
    Ok(one.file)
}

/// What a file is linked to, and when it was erased for that.
fn linked_to(r: &mut Read, at: &Ref<File>) -> Result<Vec<(String, Option<Instant>)>> {
    r.query(&sql::SUBJECTS, &[(&at.district).into(), at.id.into()], |row| Ok((row.text(0)?, row.opt_at(1)?)))
}

/// What a file is linked to and not erased for.
fn living(r: &mut Read, at: &Ref<File>) -> Result<Vec<String>> {
    let all = linked_to(r, at)?.into_iter();
    Ok(all.filter(|(_, erased)| erased.is_none()).map(|(subject, _)| subject).collect())
}

/// Whether `holder` may read the files of one of `subjects`.
fn reads(realm: &Realm, r: &mut Read, holder: Option<&Holder>, subjects: &[String]) -> Result<bool> {
    let Some(holder) = holder else { return Ok(false) };
    for subject in subjects {
        if let Some(it) = realm.subject(r, subject)?
            && access::may(holder, Verb::FileRead, &it).is_ok()
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The row, for whoever may read the file: its uploader, or whoever may read the files of a subject it
/// is linked to. Whoever could before it was erased is told so.
fn readable(
    realm: &Realm,
    r: &mut Read,
    at: &Ref<File>,
    holder: Option<&Holder>,
    person: &str,
) -> Result<sql::Stored> {
    let one = stored(r, at)?;
    let (gone, living): (Vec<_>, Vec<_>) =
        linked_to(r, at)?.into_iter().partition(|(_, erased)| erased.is_some());
    let names = |some: Vec<(String, _)>| some.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    if one.file.uploader.as_deref() == Some(person) || reads(realm, r, holder, &names(living))? {
        return Ok(one);
    }
    Err(if reads(realm, r, holder, &names(gone))? { erased() } else { none() }.into())
}

/// A file with its content, for `holder` or the `person` logged in.
pub async fn get(
    realm: &Realm,
    at: Ref<File>,
    holder: Option<Holder>,
    person: String,
) -> Result<(File, Vec<u8>)> {
    let tree = realm.clone();
    let found = realm.app.db().read(move |r| readable(&tree, r, &at, holder.as_ref(), &person));
    content(realm, found.await?).await
}

/// A file of a subject, for a slice that has checked the right itself (a case's follow token).
pub async fn get_of(realm: &Realm, at: Ref<File>, subject: String) -> Result<(File, Vec<u8>)> {
    let found = realm.app.db().read(move |r| {
        let one = stored(r, &at)?;
        match linked_to(r, &at)?.into_iter().find(|(name, _)| *name == subject) {
            Some((_, None)) => Ok(one),
            Some((_, Some(_))) => Err(erased().into()),
            None => Err(none().into()),
        }
    });
    content(realm, found.await?).await
}

async fn content(realm: &Realm, one: sql::Stored) -> Result<(File, Vec<u8>)> {
    let (Some(object), Some(sealed)) = (&one.object, &one.file_key) else {
        return Err(erased().into());
    };
    let key = realm.app.keys().open("file", &one.file.at.to_string(), "file_key", sealed)?;
    let key = <[u8; 32]>::try_from(key.as_slice()).ok().ok_or_else(|| Error::Inconsistency {
        table: "file",
        column: "file_key",
        row: one.file.at.to_string(),
    })?;
    let bytes = realm.files().fetch(&one.file.at.district, object, &key).await?;
    if flow::hex(&Sha256::digest(&bytes)) != one.file.sha256 {
        return Err(Error::Inconsistency { table: "file", column: "sha256", row: one.file.at.to_string() });
    }
    Ok((one.file, bytes))
}

/// Erases a file for `subject`; when no other subject needs it, its key is forgotten, and with it the
/// content: the row with its hash stays, [`super::jobs::forget`] removes what is stored. Answers
/// whether the key went.
pub fn erase(tx: &mut Tx, at: &Ref<File>, subject: &Ref<()>) -> Result<bool> {
    let now = tx.now();
    let (district, name) = (&at.district, subject.to_string());
    tx.exec(&sql::RELEASE, &[district.into(), at.id.into(), name.into(), now.into()])?;
    Ok(tx.exec(&sql::ERASE, &[district.into(), at.id.into()])? > 0)
}
