//! A file that is being made: how far it is, and how it is sent meanwhile.

use std::{
    fs::File,
    io::{self, Write},
    os::unix::fs::FileExt,
    sync::Arc,
};

use actix_web::{
    HttpRequest, HttpResponse,
    body::BodyStream,
    http::{Method, header},
    web::{self, Bytes},
};
use flate2::write::GzDecoder;
use futures_util::stream::{self, BoxStream, StreamExt};
use tokio::sync::watch;

use super::kept::BoardFile;
use crate::http::{encoding::Encoding, error::Error};

/// Bytes read and sent at a time. What they are without compression is some times as long.
const PIECE: u64 = 16 * 1024;

/// How far a file is.
#[derive(Clone, Default)]
pub enum Stage {
    /// Nothing of it can be read yet.
    #[default]
    Waiting,
    /// So many bytes of it can be read.
    Growing {
        file: Arc<File>,
        written: u64,
    },
    Ended(Result<Arc<BoardFile>, Arc<Error>>),
}

/// Tells how far a file is.
pub type Making = watch::Receiver<Stage>;

impl Stage {
    pub fn has_begun(&self) -> bool {
        !matches!(self, Self::Waiting)
    }

    pub fn has_ended(&self) -> bool {
        matches!(self, Self::Ended(_))
    }
}

/// Writes to a file and tells how far it is.
pub struct Sink {
    pub file: Arc<File>,
    pub tell: watch::Sender<Stage>,
    pub written: u64,
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = (&*self.file).write(bytes)?;
        self.written += count as u64;
        self.tell.send_replace(Stage::Growing {
            file: self.file.clone(),
            written: self.written,
        });
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        (&*self.file).flush()
    }
}

/// Sends what there is of the file, and the rest as it is made. Its length and its tag are not known yet.
pub fn response(making: Making, request: &HttpRequest, media_type: &str) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response
        .content_type(media_type)
        .insert_header((header::VARY, "accept-encoding"));
    let pieces = read(making);
    let content = if request.method() == Method::HEAD {
        stream::empty().boxed()
    } else if Encoding::takes_gzip(request.headers()) {
        response.insert_header((header::CONTENT_ENCODING, Encoding::Gzip.name()));
        pieces
    } else {
        plain(pieces)
    };
    response.body(BodyStream::new(content))
}

/// The compressed pieces of the file, each as soon as it is there and the client takes it.
fn read(making: Making) -> BoxStream<'static, Result<Bytes, Error>> {
    let pieces = stream::try_unfold((making, 0), |(mut making, at)| async move {
        loop {
            let stage = making.borrow_and_update().clone();
            let (file, end) = match &stage {
                Stage::Waiting => (None, 0),
                Stage::Growing { file, written } => (Some(file), *written),
                Stage::Ended(Ok(made)) if made.length == at => return Ok(None),
                Stage::Ended(Ok(made)) => (Some(&made.file), made.length),
                Stage::Ended(Err(error)) => return Err(Error::internal(error.to_string())),
            };
            if let Some(file) = file.filter(|_| end > at) {
                let piece = piece(file.clone(), at, end).await?;
                let after = at + piece.len() as u64;
                return Ok(Some((piece, (making, after))));
            }
            making.changed().await.map_err(Error::internal)?;
        }
    });
    pieces.boxed()
}

/// What is in a file from one position to another, or the beginning of that.
async fn piece(file: Arc<File>, at: u64, end: u64) -> Result<Bytes, Error> {
    let read = web::block(move || -> io::Result<Vec<u8>> {
        let mut piece = vec![0; PIECE.min(end - at) as usize];
        file.read_exact_at(&mut piece, at)?;
        Ok(piece)
    });
    let piece = read.await.map_err(Error::internal)?;
    Ok(Bytes::from(piece.map_err(Error::internal)?))
}

/// The same pieces, not compressed.
fn plain(
    pieces: BoxStream<'static, Result<Bytes, Error>>,
) -> BoxStream<'static, Result<Bytes, Error>> {
    let state = (pieces, GzDecoder::new(Vec::new()));
    let plain = stream::try_unfold(state, |(mut pieces, mut decoder)| async move {
        while let Some(piece) = pieces.next().await.transpose()? {
            let decoded = web::block(move || -> io::Result<_> {
                decoder.write_all(&piece)?;
                decoder.flush()?;
                let text = std::mem::take(decoder.get_mut());
                Ok((text, decoder))
            });
            let decoded = decoded.await.map_err(Error::internal)?;
            let (text, decoder_after) = decoded.map_err(Error::internal)?;
            decoder = decoder_after;
            if !text.is_empty() {
                return Ok(Some((Bytes::from(text), (pieces, decoder))));
            }
        }
        Ok::<_, Error>(None)
    });
    plain.boxed()
}
