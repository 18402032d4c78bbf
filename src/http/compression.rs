//! Compresses a body as a whole, so that it leaves with its length and, with the head, in one write.
//! Sent in chunks instead, the end of a page would wait until the client has acknowledged its
//! beginning, which can take forty milliseconds.

use actix_web::{
    HttpRequest, HttpResponse,
    body::{BodySize, BoxBody, MessageBody},
    http::header::{self, HeaderValue},
    web,
};

use super::encoding::Encoding;

/// Bytes from which a body is compressed: a shorter one fits into a packet as it is.
const LEAST: u64 = 1024;

/// Bytes above which a body is compressed on a thread of its own, because the others on this one would
/// wait longer than a few milliseconds.
const MOST_ON_THE_LOOP: u64 = 128 * 1024;

/// Media types, besides `text/…`, whose bodies are not compressed already.
const WORTH_IT: [&str; 4] = ["json", "javascript", "xml", "svg"];

/// Whether bodies of `media_type` get smaller.
pub fn is_worth_it(media_type: &str) -> bool {
    let kind = media_type.split(';').next().unwrap_or_default();
    kind.starts_with("text/") || WORTH_IT.iter().any(|worth| kind.contains(worth))
}

/// `response` as whoever sent `request` likes it best. What is encoded already, has no body, or is
/// written while it is sent, stays as it is.
pub async fn compress(request: &HttpRequest, mut response: HttpResponse) -> HttpResponse {
    if !can_be_compressed(&response) {
        return response;
    }
    let varies = HeaderValue::from_static("accept-encoding");
    response.headers_mut().append(header::VARY, varies);
    let Some(encoding) = Encoding::preferred(request.headers()) else {
        return response;
    };
    let (head, body) = response.into_parts();
    let plain = match body.try_into_bytes() {
        Ok(plain) => plain,
        Err(body) => return head.set_body(body),
    };
    let compressed = if plain.len() as u64 <= MOST_ON_THE_LOOP {
        encoding.encode(&plain)
    } else {
        let large = plain.clone();
        match web::block(move || encoding.encode(&large)).await {
            Ok(compressed) => compressed,
            Err(_) => return head.set_body(BoxBody::new(plain)),
        }
    };
    let mut response = head.set_body(BoxBody::new(compressed));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_ENCODING, encoding.name());
    response
}

fn can_be_compressed(response: &HttpResponse) -> bool {
    let headers = response.headers();
    let media_type = headers.get(header::CONTENT_TYPE);
    let is_worth_it = media_type
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(is_worth_it);
    let is_long = matches!(response.body().size(), BodySize::Sized(size) if size >= LEAST);
    is_worth_it && is_long && !headers.contains_key(header::CONTENT_ENCODING)
}
