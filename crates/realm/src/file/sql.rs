//! Tables and statements of files.

use wangge_base::{Id, Ref};
use wangge_store::{Error, Migration, Result, Row, Stmt};

use super::{File, Media};

/// The tables. `file_key` is NULL once a file was erased, `object` once its ciphertext is gone too.
pub const MIGRATIONS: &[Migration] = &[FIRST, ERASED];

/// A file that two subjects share is erased for one of them and stays for the other.
const ERASED: Migration = Migration {
    id: 2,
    slice: "file",
    sql: "
ALTER TABLE file_link ADD COLUMN erased bigint;
CREATE INDEX file_forgotten ON file (district, id) WHERE file_key IS NULL AND object IS NOT NULL;
",
};

const FIRST: Migration = Migration {
    id: 1,
    slice: "file",
    sql: "
-- table: file  class: business  retention: as its subject  personal: file_key(sealed)
CREATE TABLE file (
  district text NOT NULL, id text NOT NULL, object text, file_key bytea, sha256 text NOT NULL,
  media text NOT NULL, size bigint NOT NULL, uploader text, created bigint NOT NULL, links bigint NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX file_object ON file (district, object);
CREATE INDEX file_unlinked ON file (district, links, created);
-- table: file_link  class: business  retention: as its subject  personal: none
CREATE TABLE file_link (
  district text NOT NULL, file text NOT NULL, subject text NOT NULL, at bigint NOT NULL,
  PRIMARY KEY (district, file, subject)
);
CREATE INDEX file_link_subject ON file_link (district, subject, file);
",
};

pub(super) const ADD: Stmt = Stmt::new(
    "file.add",
    "INSERT INTO file (district, id, object, file_key, sha256, media, size, uploader, created, links) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)",
);
pub(super) const GET: Stmt = Stmt::new(
    "file.get",
    "SELECT district, id, media, size, sha256, uploader, created, object, file_key, links FROM file \
     WHERE district = $1 AND id = $2",
);
pub(super) const LINK: Stmt = Stmt::new(
    "file.link",
    "INSERT INTO file_link (district, file, subject, at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (district, file, subject) DO UPDATE SET at = excluded.at, erased = NULL",
);
pub(super) const COUNT_LINK: Stmt =
    Stmt::new("file.count_link", "UPDATE file SET links = links + 1 WHERE district = $1 AND id = $2");
/// What a file is linked to, and when it was erased for that.
pub(super) const SUBJECTS: Stmt = Stmt::new(
    "file.subjects",
    "SELECT subject, erased FROM file_link WHERE district = $1 AND file = $2 ORDER BY at, subject LIMIT 20",
);
/// A subject lets go of a file.
pub(super) const RELEASE: Stmt = Stmt::new(
    "file.release",
    "UPDATE file_link SET erased = $4 WHERE district = $1 AND file = $2 AND subject = $3 AND erased IS NULL",
);
pub(super) const LINKED: Stmt = Stmt::new(
    "file.linked",
    "SELECT f.district, f.id, f.media, f.size, f.sha256, f.uploader, f.created, f.object, f.file_key, f.links \
     FROM file_link l JOIN file f ON f.district = l.district AND f.id = l.file \
     WHERE l.district = $1 AND l.subject = $2 AND l.erased IS NULL ORDER BY f.id",
);
/// Forgets the key, unless a subject still needs it: what is stored can never be read again.
pub(super) const ERASE: Stmt = Stmt::new(
    "file.erase",
    "UPDATE file SET file_key = NULL WHERE district = $1 AND id = $2 AND file_key IS NOT NULL \
     AND NOT EXISTS (SELECT 1 FROM file_link l WHERE l.district = $1 AND l.file = $2 AND l.erased IS NULL)",
);
/// Objects whose key is forgotten.
pub(super) const FORGOTTEN: Stmt = Stmt::new(
    "file.forgotten",
    "SELECT id, object FROM file WHERE district = $1 AND file_key IS NULL AND object IS NOT NULL \
     ORDER BY id LIMIT $2",
);
/// The object is gone from the store.
pub(super) const GONE: Stmt = Stmt::new(
    "file.gone",
    "UPDATE file SET object = NULL WHERE district = $1 AND id = $2 AND file_key IS NULL",
);
pub(super) const UNLINKED: Stmt = Stmt::new(
    "file.unlinked",
    "SELECT id, object FROM file WHERE district = $1 AND links = 0 AND created < $2 ORDER BY created LIMIT $3",
);
pub(super) const DROP: Stmt =
    Stmt::new("file.drop", "DELETE FROM file WHERE district = $1 AND id = $2 AND links = 0");
pub(super) const HAS_OBJECT: Stmt =
    Stmt::new("file.has_object", "SELECT id FROM file WHERE district = $1 AND object = $2");

/// Every statement of the slice, for the test that prepares and explains them all.
pub const STATEMENTS: &[&Stmt] = &[
    &ADD,
    &GET,
    &LINK,
    &COUNT_LINK,
    &SUBJECTS,
    &RELEASE,
    &LINKED,
    &ERASE,
    &FORGOTTEN,
    &GONE,
    &UNLINKED,
    &DROP,
    &HAS_OBJECT,
];

/// A row with what is needed to open it.
#[derive(Clone)]
pub(super) struct Stored {
    pub file: File,
    pub object: Option<String>,
    pub file_key: Option<Vec<u8>>,
}

pub(super) fn stored(row: &Row) -> Result<Stored> {
    let id: Id<File> = row.parse(1)?;
    let file = File {
        at: Ref::new(row.parse(0)?, id),
        media: Media::from_word(&row.text(2)?).ok_or_else(|| Error::Inconsistency {
            table: "file",
            column: "media",
            row: id.to_string(),
        })?,
        size: row.int(3)?,
        sha256: row.text(4)?,
        uploader: row.opt_text(5)?,
        created: row.at(6)?,
    };
    Ok(Stored { file, object: row.opt_text(7)?, file_key: row.opt_blob(8)? })
}
