//! Files that people sent, in a folder or in a bucket. A file is named by its content, so that it never changes
//! and what is sent twice is kept once.

mod bucket;
pub mod copying;
mod folder;

use actix_web::{error::BlockingError, web::Bytes};
use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::HEXLOWER;

use self::{bucket::Bucket, folder::Folder};
use super::config::{Place, Storage};

/// Longest name, in bytes.
const LONGEST_NAME: usize = 200;

/// Where files are kept. Names have lowercase letters, digits, dots, hyphens and slashes.
#[derive(Debug)]
pub struct Files(Store);

#[derive(Debug)]
enum Store {
    Folder(Folder),
    Bucket(Bucket),
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{0:?} cannot be the name of a file")]
    Name(String),
    #[error("{0}: {1}")]
    Folder(String, std::io::Error),
    #[error("{0}: {1}")]
    Bucket(String, object_store::Error),
    #[error("{0} does not answer")]
    Slow(String),
    #[error("{0} is larger than files are")]
    TooLarge(String),
    #[error("{0}")]
    Cancelled(#[from] BlockingError),
}

impl Files {
    /// The files at this place. Nothing is made or asked before the first file is.
    ///
    /// # Errors
    /// When no requests can be sent to a bucket.
    pub fn of(storage: &Storage) -> Result<Self, Error> {
        Ok(Self(match &storage.place {
            Place::Folder(path) => Store::Folder(Folder::new(path.clone())),
            Place::S3 { bucket, prefix } => {
                Store::Bucket(Bucket::new(bucket, prefix, &storage.access)?)
            }
        }))
    }

    /// SHA-256 of `bytes` in hexadecimal digits, to name a file by its content.
    pub fn hash(bytes: &[u8]) -> String {
        HEXLOWER.encode(digest(&SHA256, bytes).as_ref())
    }

    /// Keeps `bytes` as `name`, in the place of what was there.
    ///
    /// # Errors
    /// When that is no name of a file, or it cannot be kept.
    pub async fn put(&self, name: &str, bytes: Bytes) -> Result<(), Error> {
        check(name)?;
        match &self.0 {
            Store::Folder(folder) => folder.put(name, bytes).await,
            Store::Bucket(bucket) => bucket.put(name, bytes).await,
        }
    }

    /// The file `name`; nothing where there is none.
    ///
    /// # Errors
    /// When that is no name of a file, or nobody can say.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, Error> {
        check(name)?;
        match &self.0 {
            Store::Folder(folder) => folder.get(name).await,
            Store::Bucket(bucket) => bucket.get(name).await,
        }
    }

    /// Removes `name`, if it is there.
    ///
    /// # Errors
    /// When that is no name of a file, or it cannot be removed.
    pub async fn delete(&self, name: &str) -> Result<(), Error> {
        check(name)?;
        match &self.0 {
            Store::Folder(folder) => folder.delete(name).await,
            Store::Bucket(bucket) => bucket.delete(name).await,
        }
    }

    /// The names of all files that begin with `start`, sorted. What has another name than files have is none
    /// of them.
    ///
    /// # Errors
    /// When nobody can say.
    pub async fn list(&self, start: &str) -> Result<Vec<String>, Error> {
        let mut names = match &self.0 {
            Store::Folder(folder) => folder.list().await?,
            Store::Bucket(bucket) => bucket.list().await?,
        };
        names.retain(|name| name.starts_with(start) && is_name(name));
        names.sort_unstable();
        Ok(names)
    }
}

fn check(name: &str) -> Result<(), Error> {
    match is_name(name) {
        true => Ok(()),
        false => Err(Error::Name(name.chars().take(LONGEST_NAME).collect())),
    }
}

/// Whether a file may have this name: it leads to no other folder, and to no hidden file.
fn is_name(name: &str) -> bool {
    let may_have = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/.-".contains(c);
    name.len() <= LONGEST_NAME
        && name.chars().all(may_have)
        && name
            .split('/')
            .all(|part| !part.is_empty() && !part.starts_with('.'))
}
