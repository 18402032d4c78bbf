//! The compressed forms of a page, and which of them a client takes.

use std::io::Write;

use actix_web::{
    http::header::{self, HeaderMap},
    web::Bytes,
};

/// How hard brotli tries: at 5 a page takes a tenth of a millisecond, at 11 a hundred times that.
const BROTLI_QUALITY: i32 = 5;

/// Whether `Accept-Encoding` names `encoding`, and not to refuse it.
pub fn accepts(asked: &HeaderMap, encoding: &str) -> bool {
    let accepted = asked
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    accepted.split(',').any(|part| {
        let (name, quality) = part.split_once(';').unwrap_or((part, ""));
        name.trim() == encoding && !matches!(quality.trim(), "q=0" | "q=0.0")
    })
}

pub fn gzip(plain: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    let written = encoder.write_all(plain).and_then(|()| encoder.finish());
    written.unwrap_or_default().into()
}

pub fn brotli(plain: &[u8]) -> Bytes {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: plain.len(),
        ..Default::default()
    };
    let written = brotli::BrotliCompress(&mut &*plain, &mut compressed, &parameters);
    written.map_or_else(|_| Bytes::new(), |_| compressed.into())
}
