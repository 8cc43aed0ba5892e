//! Tables and statements of files.

use wangge_base::{Id, Ref};
use wangge_store::{Error, Migration, Result, Row, Stmt};

use super::{File, Media};

/// The tables. `object` and `file_key` are NULL once a file was erased.
pub const MIGRATIONS: &[Migration] = &[Migration {
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
}];

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
     ON CONFLICT (district, file, subject) DO NOTHING",
);
pub(super) const COUNT_LINK: Stmt =
    Stmt::new("file.count_link", "UPDATE file SET links = links + 1 WHERE district = $1 AND id = $2");
pub(super) const SUBJECTS: Stmt =
    Stmt::new("file.subjects", "SELECT subject FROM file_link WHERE district = $1 AND file = $2 LIMIT 20");
pub(super) const LINKED: Stmt = Stmt::new(
    "file.linked",
    "SELECT f.district, f.id, f.media, f.size, f.sha256, f.uploader, f.created, f.object, f.file_key, f.links \
     FROM file_link l JOIN file f ON f.district = l.district AND f.id = l.file \
     WHERE l.district = $1 AND l.subject = $2 ORDER BY f.id",
);
pub(super) const ERASE: Stmt = Stmt::new(
    "file.erase",
    "UPDATE file SET object = NULL, file_key = NULL WHERE district = $1 AND id = $2 AND object IS NOT NULL",
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
pub const STATEMENTS: &[&Stmt] =
    &[&ADD, &GET, &LINK, &COUNT_LINK, &SUBJECTS, &LINKED, &ERASE, &UNLINKED, &DROP, &HAS_OBJECT];

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
