//! Files in a folder, which only their owner may read.

use std::{
    fs::{self, DirBuilder, File},
    io::{Error as IoError, ErrorKind, Write},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use actix_web::web::{Bytes, block};

use super::Error;

/// What a file is called until it is whole. Names of files do not begin so.
const UNFINISHED: &str = ".part";

#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    pub async fn put(&self, name: &str, bytes: Bytes) -> Result<(), Error> {
        self.run(name, move |path| write(path, &bytes)).await
    }

    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, Error> {
        self.run(name, |path| match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes.into())),
            Err(error) if is_missing(&error) => Ok(None),
            Err(error) => Err(error),
        })
        .await
    }

    pub async fn delete(&self, name: &str) -> Result<(), Error> {
        self.run(name, |path| match fs::remove_file(path) {
            Err(error) if !is_missing(&error) => Err(error),
            _ => Ok(()),
        })
        .await
    }

    pub async fn list(&self) -> Result<Vec<String>, Error> {
        self.run("", |folder| {
            let (mut names, mut folders) = (Vec::new(), vec![folder.to_owned()]);
            while let Some(next) = folders.pop() {
                let entries = match fs::read_dir(&next) {
                    Err(error) if is_missing(&error) => continue,
                    entries => entries?,
                };
                for entry in entries {
                    let entry = entry?;
                    if entry.file_type()?.is_dir() {
                        folders.push(entry.path());
                    } else if let Ok(name) = entry.path().strip_prefix(folder) {
                        names.extend(name.to_str().map(ToOwned::to_owned));
                    }
                }
            }
            Ok(names)
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        name: &str,
        work: impl FnOnce(&Path) -> Result<T, IoError> + Send + 'static,
    ) -> Result<T, Error> {
        let path = self.path.join(name);
        block(move || work(&path).map_err(|error| Error::Folder(path.display().to_string(), error)))
            .await?
    }
}

/// Writes under another name first: who reads finds the whole file or none.
fn write(path: &Path, bytes: &[u8]) -> Result<(), IoError> {
    let folder = path.parent().unwrap_or(path);
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    File::open(folder)?.sync_all()
}

fn is_missing(error: &IoError) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory
    )
}
