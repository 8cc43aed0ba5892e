//! Files: photos and documents, content-addressed and encrypted at rest.
//!
//! The object comes first, the row second; what no work refers to within a day is removed. The
//! object's key is `district/hash`, the hash being SHA-256 of what is stored; the row keeps SHA-256
//! of the content and the file's own key, sealed: forgetting that key erases the file, at once and for
//! good; what is stored of it is removed behind it. A file that two subjects share is erased for one
//! of them and stays for the other. Photos are
//! decoded and encoded anew, so that nothing hidden survives; place and time found in them are
//! offered to the uploader and kept nowhere.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
#[cfg(test)]
mod tests;
pub mod verbs;

use std::{path::Path, sync::Arc};

use aes_gcm::{
    Aes256Gcm, KeyInit as _, Nonce,
    aead::{Aead as _, Payload},
};
use object_store::{ObjectStore, ObjectStoreExt as _, local::LocalFileSystem};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use wangge_base::{Coord, District, Instant, Ref, words};
use wangge_store::{Error, Result};

pub use verbs::{Put, erase, get, get_of, info, link, linked, put};

words!(
    /// What is taken.
    Media {
        /// JPEG photo
        Jpeg = "image/jpeg",
        /// PNG picture
        Png = "image/png",
        /// WebP picture; stored as JPEG or PNG
        Webp = "image/webp",
        /// PDF document, unmodified
        Pdf = "application/pdf",
    }
);

/// A stored file, without its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its reference.
    pub at: Ref<File>,
    /// What it is.
    pub media: Media,
    /// Bytes of the content.
    pub size: i64,
    /// SHA-256 of the content, hex: stands in the timeline.
    pub sha256: String,
    /// Who uploaded it, if somebody was logged in.
    pub uploader: Option<String>,
    /// When it came.
    pub created: Instant,
}

/// Place and time found in a photo: offered to whoever took it, stored nowhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Offer {
    /// Where it was taken, WGS-84 as the camera wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Coord>,
    /// When it was taken.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<Instant>,
}

/// Where contents lie. Cheap to clone.
#[derive(Clone)]
pub struct Files(Arc<dyn ObjectStore>);

fn trouble(e: &object_store::Error) -> Error {
    Error::Engine(format!("file store: {e}"))
}

impl Files {
    /// Opens a local directory, making it if it is not there. With several nodes it must be shared.
    pub fn open(directory: &Path) -> Result<Self> {
        let broken = |e: &dyn std::fmt::Display| Error::Engine(format!("{}: {e}", directory.display()));
        std::fs::create_dir_all(directory).map_err(|e| broken(&e))?;
        let local = LocalFileSystem::new_with_prefix(directory).map_err(|e| broken(&e))?;
        Ok(Self(Arc::new(local)))
    }

    fn path(district: &District, object: &str) -> object_store::path::Path {
        object_store::path::Path::from_iter([district.as_str(), object.get(..2).unwrap_or("xx"), object])
    }

    /// Encrypts and stores; answers the object's name.
    pub(crate) async fn store(
        &self,
        district: &District,
        key: &[u8; 32],
        nonce: [u8; 12],
        content: &[u8],
    ) -> Result<String> {
        let failed = || Error::Engine("a file cannot be sealed".into());
        let aad = district.as_str().as_bytes();
        let sealed =
            Aes256Gcm::new(&(*key).into()).encrypt(&Nonce::from(nonce), Payload { msg: content, aad });
        let mut bytes = nonce.to_vec();
        bytes.extend(sealed.ok().ok_or_else(failed)?);
        let object = flow::hex(&Sha256::digest(&bytes));
        self.0.put(&Self::path(district, &object), bytes.into()).await.map_err(|e| trouble(&e))?;
        Ok(object)
    }

    /// Reads and decrypts.
    pub(crate) async fn fetch(&self, district: &District, object: &str, key: &[u8; 32]) -> Result<Vec<u8>> {
        let broken = || Error::Inconsistency { table: "file", column: "object", row: object.to_owned() };
        let got = self.0.get(&Self::path(district, object)).await.map_err(|e| trouble(&e))?;
        let bytes = got.bytes().await.map_err(|e| trouble(&e))?;
        let (nonce, sealed) = bytes.split_at_checked(12).ok_or_else(broken)?;
        let nonce = <[u8; 12]>::try_from(nonce).ok().ok_or_else(broken)?;
        let aad = district.as_str().as_bytes();
        let cipher = Aes256Gcm::new(&(*key).into());
        cipher.decrypt(&Nonce::from(nonce), Payload { msg: sealed, aad }).ok().ok_or_else(broken)
    }

    /// Removes an object; one that is not there is fine.
    pub(crate) async fn remove(&self, district: &District, object: &str) -> Result<()> {
        match self.0.delete(&Self::path(district, object)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(e) => Err(trouble(&e)),
        }
    }

    /// Whether an object is there: for `wangge verify`.
    pub async fn holds(&self, district: &District, object: &str) -> Result<bool> {
        match self.0.head(&Self::path(district, object)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(e) => Err(trouble(&e)),
        }
    }

    /// Names of a district's objects written before `before`.
    pub(crate) async fn old(&self, district: &District, before: Instant) -> Result<Vec<String>> {
        use futures_util::TryStreamExt as _;
        let prefix = object_store::path::Path::from_iter([district.as_str()]);
        let all: Vec<_> = self.0.list(Some(&prefix)).try_collect().await.map_err(|e| trouble(&e))?;
        let old = all.into_iter().filter(|one| one.last_modified.timestamp_micros() < before.micros());
        Ok(old.filter_map(|one| one.location.filename().map(str::to_owned)).collect())
    }
}
