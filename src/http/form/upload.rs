//! A form that may bring a file. Memory holds no more of it than a file may have, however much is sent.

use std::net::IpAddr;

use actix_multipart::{Field, Multipart};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    http::header::HeaderMap,
    web::{Bytes, BytesMut},
};
use futures_util::{Stream, StreamExt, future::LocalBoxFuture};

use super::{Form, LARGEST, MOST_FIELDS, budget::Arriving, with_line_feeds};
use crate::{
    http::{board::Board, error::Error, facts::Facts},
    platform::i18n::Message,
};

/// The largest file that is kept, in bytes, where a handler does not say otherwise.
pub const LARGEST_FILE: usize = 256 * 1024;

/// Bytes that are read of a form with a larger one, so that it can be shown again; what is larger still is cut
/// off.
const READ_AT_MOST: usize = 16 * 1024 * 1024;

/// A form, and the file that came with it, of `MOST` bytes at most.
#[derive(Debug)]
pub struct Upload<const MOST: usize = LARGEST_FILE> {
    pub form: Form,
    pub file: File,
}

#[derive(Debug)]
pub enum File {
    /// Nobody chose one.
    None,
    Whole(Bytes),
    /// It has more bytes than the handler takes.
    TooLarge,
}

impl<const MOST: usize> FromRequest for Upload<MOST> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if request.content_type() != "multipart/form-data" {
            let form = Form::from_request(request, payload);
            return Box::pin(async move {
                let (form, file) = (form.await?, File::None);
                Ok(Self { form, file })
            });
        }
        let (board, address) = (Board::of(request), Facts::address_of(request));
        let (headers, payload) = (request.headers().clone(), payload.take());
        Box::pin(async move {
            let board = board?;
            let arrived = arrive(&board, address, &headers, payload);
            tokio::time::timeout(board.config.form_timeout, arrived)
                .await
                .map_err(|_| Error::Timeout)?
        })
    }
}

/// A picture of `MOST` bytes at most that a program sends: the whole body, or the file of a form.
#[derive(Debug)]
pub struct Picture<const MOST: usize>(pub File);

/// What a body may be that is a picture.
const PICTURES: [&str; 3] = ["image/png", "image/jpeg", "image/webp"];

impl<const MOST: usize> FromRequest for Picture<MOST> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.content_type().to_ascii_lowercase();
        if kind == "multipart/form-data" {
            let upload = Upload::<MOST>::from_request(request, payload);
            return Box::pin(async move { Ok(Self(upload.await?.file)) });
        }
        let (board, address) = (Board::of(request), Facts::address_of(request));
        let payload = payload.take();
        Box::pin(async move {
            if !PICTURES.contains(&kind.as_str()) {
                return Err(Error::NotAPicture);
            }
            let board = board?;
            let mut body = Body {
                arriving: board.bodies.body(address),
                bearable: READ_AT_MOST,
            };
            let arrived = body.read(payload, MOST);
            let arrived = tokio::time::timeout(board.config.form_timeout, arrived).await;
            let bytes = arrived.map_err(|_| Error::Timeout)??;
            Ok(Self(as_file(bytes)))
        })
    }
}

async fn arrive<const MOST: usize>(
    board: &Board,
    address: Option<IpAddr>,
    headers: &HeaderMap,
    payload: Payload,
) -> Result<Upload<MOST>, Error> {
    let mut body = Body {
        arriving: board.bodies.body(address),
        bearable: READ_AT_MOST,
    };
    let mut parts = Multipart::new(headers, payload);
    let mut upload = Upload {
        form: Form::default(),
        file: File::None,
    };
    let (mut left, mut count) = (LARGEST, 0);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| broken_off())?;
        count += 1;
        if count > MOST_FIELDS {
            return Err(Error::TooLarge);
        }
        let disposition = part.content_disposition();
        if disposition.is_some_and(|of| of.get_filename().is_some()) {
            upload.file = body.file(&mut part, MOST).await?;
            continue;
        }
        let name = part.name().unwrap_or_default().to_owned();
        let value = body.read(&mut part, left).await?;
        let value = value.ok_or(Error::TooLarge)?;
        left -= value.len();
        let value = with_line_feeds(&String::from_utf8_lossy(&value));
        upload.form.0.push((name, value));
    }
    Ok(upload)
}

/// What is still to come.
struct Body {
    arriving: Arriving,
    /// Bytes of it that may come.
    bearable: usize,
}

impl Body {
    async fn file(&mut self, part: &mut Field, most: usize) -> Result<File, Error> {
        Ok(as_file(self.read(part, most).await?))
    }

    /// What `part` holds; nothing where that is more than `most` bytes, which are dropped.
    ///
    /// # Errors
    /// 413 where more comes than is bearable, 429 when too much arrives at once.
    async fn read<E>(
        &mut self,
        mut part: impl Stream<Item = Result<Bytes, E>> + Unpin,
        most: usize,
    ) -> Result<Option<Bytes>, Error> {
        let (mut kept, mut length) = (BytesMut::new(), 0);
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| broken_off())?;
            let bearable = self.bearable.checked_sub(chunk.len());
            self.bearable = bearable.ok_or(Error::TooLarge)?;
            length += chunk.len();
            if length <= most {
                self.arriving.add(chunk.len())?;
                kept.extend_from_slice(&chunk);
            } else {
                kept = BytesMut::new();
            }
        }
        Ok((length <= most).then(|| kept.freeze()))
    }
}

/// What arrived of a file, or nothing where it was too much.
fn as_file(arrived: Option<Bytes>) -> File {
    match arrived {
        Some(bytes) if bytes.is_empty() => File::None,
        Some(bytes) => File::Whole(bytes),
        None => File::TooLarge,
    }
}

fn broken_off() -> Error {
    Error::BadRequest(Message::new("http-broken-off"))
}
