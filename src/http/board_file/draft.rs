//! A file while it is written.

use std::{
    fs::create_dir_all,
    io::{self, BufWriter, Write},
    path::Path,
    sync::Arc,
    time::Instant,
};

use actix_web::http::header::HeaderValue;
use chrono::NaiveDate;
use flate2::{Compression, write::GzEncoder};
use tokio::sync::watch;
use xxhash_rust::xxh3::Xxh3Default;

use super::{
    growing::{Sink, Stage},
    kept::BoardFile,
};

/// Writes text into a compressed file that has no name, and so is gone when nobody has it open.
pub struct Draft {
    gzip: GzEncoder<BufWriter<Sink>>,
    hash: Xxh3Default,
    plain_length: u64,
}

impl Draft {
    /// Begins a file in `folder` that tells how far it is.
    ///
    /// # Errors
    /// When `folder` cannot be written to.
    pub(super) fn begin(folder: &Path, tell: watch::Sender<Stage>) -> io::Result<Self> {
        create_dir_all(folder)?;
        let sink = Sink {
            file: Arc::new(tempfile::tempfile_in(folder)?),
            tell,
            written: 0,
        };
        Ok(Self {
            gzip: GzEncoder::new(BufWriter::new(sink), Compression::default()),
            hash: Xxh3Default::new(),
            plain_length: 0,
        })
    }

    /// Appends `text`. Compressing takes time: call it on a thread that may wait, but for short texts.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        self.hash.update(text.as_bytes());
        self.plain_length += text.len() as u64;
        self.gzip.write_all(text.as_bytes())
    }

    /// Ends the file, which is of `edition` of the board and of `day`.
    ///
    /// # Errors
    /// When the disk is full.
    pub(super) fn finish(self, edition: i64, day: NaiveDate) -> io::Result<BoardFile> {
        let file = self.gzip.finish()?.into_inner()?.file;
        let etag = format!("W/\"{:032x}\"", self.hash.digest128());
        Ok(BoardFile {
            length: file.metadata()?.len(),
            plain_length: self.plain_length,
            etag: HeaderValue::from_str(&etag).map_err(io::Error::other)?,
            made_at: Instant::now(),
            edition,
            day,
            file,
        })
    }
}
