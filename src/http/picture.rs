//! `/pictures/{file}`: pictures that the board made of what people sent, each at an address that names its
//! content. Anybody may see them, so that nothing else is kept among them.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, CacheControl, CacheDirective},
    web::{Bytes, Data, Path},
};

use super::{assets::FOR_EVER, board::Board, error::Error};
use crate::platform::files::{self, Files};

/// Keeps a PNG that the board made, and returns its hash, which names it from then on.
///
/// # Errors
/// When it cannot be kept.
pub async fn keep(board: &Board, png: Bytes) -> Result<String, Error> {
    let hash = Files::hash(&png);
    board.uploads.put(&file(&hash), png).await?;
    Ok(hash)
}

/// The address of a picture by its hash.
pub fn path(hash: &str) -> String {
    format!("/pictures/{hash}.png")
}

/// The name of its file.
pub fn file(hash: &str) -> String {
    format!("pictures/{hash}.png")
}

/// `GET /pictures/{hash}.png`
pub async fn show(
    board: Data<Board>,
    request: HttpRequest,
    file: Path<String>,
) -> Result<HttpResponse, Error> {
    let hash = file.strip_suffix(".png").filter(|hash| is_hash(hash));
    let hash = hash.ok_or(Error::NotFound)?;
    let etag = format!("\"{hash}\"");
    let known = request.headers().get(header::IF_NONE_MATCH);
    let known = known.and_then(|known| known.to_str().ok()).unwrap_or("");
    let png = if known.split(',').any(|one| one.trim() == etag) {
        None
    } else {
        let found = board.uploads.get(&self::file(hash)).await?;
        Some(found.ok_or(Error::NotFound)?)
    };
    let mut response = match png {
        Some(_) => HttpResponse::Ok(),
        None => HttpResponse::NotModified(),
    };
    response
        .insert_header((header::ETAG, etag))
        .insert_header(CacheControl(vec![
            CacheDirective::Public,
            CacheDirective::MaxAge(FOR_EVER),
            CacheDirective::Extension("immutable".into(), None),
        ]));
    Ok(match png {
        Some(png) => response.content_type("image/png").body(png),
        None => response.finish(),
    })
}

/// Whether it is a SHA-256 in hexadecimal digits.
pub fn is_hash(text: &str) -> bool {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    text.len() == 64 && text.bytes().all(is_digit)
}

impl From<files::Error> for Error {
    fn from(error: files::Error) -> Self {
        Self::unavailable(error)
    }
}
