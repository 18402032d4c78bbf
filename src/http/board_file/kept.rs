//! A file that was made, and how it is sent.

use std::{
    fs::File,
    io::{self, Read},
    os::unix::fs::FileExt,
    sync::Arc,
    time::Instant,
};

use actix_web::{
    HttpRequest, HttpResponse,
    body::SizedStream,
    http::{
        Method,
        header::{self, HeaderValue},
    },
    web::{self, Bytes},
};
use chrono::NaiveDate;
use flate2::read::GzDecoder;
use futures_util::stream::{self, BoxStream, StreamExt};

use crate::http::{encoding::Encoding, error::Error};

/// Bytes read and sent at a time.
const CHUNK: usize = 64 * 1024;

pub struct BoardFile {
    pub file: Arc<File>,
    /// Bytes as it is kept, in gzip.
    pub length: u64,
    pub plain_length: u64,
    pub etag: HeaderValue,
    pub made_at: Instant,
    pub edition: i64,
    pub day: NaiveDate,
}

impl BoardFile {
    /// Whether it is of `edition` of the board, or a later one, and of `day`.
    pub fn is_of(&self, edition: i64, day: NaiveDate) -> bool {
        self.edition >= edition && self.day == day
    }

    /// The file, or 304 where the client has it already.
    pub fn response(self: Arc<Self>, request: &HttpRequest, media_type: &str) -> HttpResponse {
        let known = request.headers().get(header::IF_NONE_MATCH);
        let known = known.and_then(|known| known.to_str().ok());
        let etag = self.etag.to_str().unwrap_or_default();
        let has_it = known.is_some_and(|known| known.split(',').any(|one| one.trim() == etag));
        let mut response = if has_it {
            HttpResponse::NotModified()
        } else {
            HttpResponse::Ok()
        };
        response
            .insert_header((header::ETAG, self.etag.clone()))
            .insert_header((header::VARY, "accept-encoding"));
        if has_it {
            return response.finish();
        }
        response.content_type(media_type);
        let is_compressed = Encoding::takes_gzip(request.headers());
        let length = if is_compressed {
            response.insert_header((header::CONTENT_ENCODING, Encoding::Gzip.name()));
            self.length
        } else {
            self.plain_length
        };
        let content = if request.method() == Method::HEAD {
            stream::empty().boxed()
        } else if is_compressed {
            read(Part { file: self, at: 0 })
        } else {
            read(GzDecoder::new(Part { file: self, at: 0 }))
        };
        response.body(SizedStream::new(length, content))
    }
}

/// What is left of a file from a position on. Several read the same file at once, each from its own.
struct Part {
    file: Arc<BoardFile>,
    at: u64,
}

impl Read for Part {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.file.read_at(buffer, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

/// What `source` holds, piece by piece as the client takes it, read on threads that may wait.
fn read(source: impl Read + Send + 'static) -> BoxStream<'static, Result<Bytes, Error>> {
    let pieces = stream::try_unfold(source, |mut source| async move {
        let read = web::block(move || -> io::Result<_> {
            let mut piece = Vec::with_capacity(CHUNK);
            source.by_ref().take(CHUNK as u64).read_to_end(&mut piece)?;
            Ok((piece, source))
        });
        let (piece, source) = read
            .await
            .map_err(Error::internal)?
            .map_err(Error::internal)?;
        Ok((!piece.is_empty()).then(|| (Bytes::from(piece), source)))
    });
    pieces.boxed()
}
