//! The encodings that bodies are compressed in, and which of them a client takes (RFC 9110, section
//! 12.5.3).

use std::{io::Write, sync::OnceLock};

use actix_web::{
    http::header::{self, HeaderMap, HeaderValue},
    web::Bytes,
};

/// How hard brotli tries: at 5 a page takes a tenth of a millisecond, at 11 a hundred times that.
const BROTLI_QUALITY: i32 = 5;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// The one that a client prefers: brotli where it likes both as well, nothing where it takes
    /// neither.
    pub fn preferred(asked: &HeaderMap) -> Option<Self> {
        let taken = taken(asked);
        let best = taken.reduce(|best, other| {
            let is_better = other.1 > best.1 || (other.1 == best.1 && other.0 == Self::Brotli);
            if is_better { other } else { best }
        });
        best.map(|(encoding, _)| encoding)
    }

    /// Whether a client takes gzip.
    pub fn takes_gzip(asked: &HeaderMap) -> bool {
        taken(asked).any(|(encoding, _)| encoding == Self::Gzip)
    }

    /// The value of `Content-Encoding`.
    pub fn name(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        })
    }

    pub fn encode(self, plain: &[u8]) -> Bytes {
        match self {
            Self::Brotli => brotli(plain),
            Self::Gzip => gzip(plain),
        }
    }
}

/// A body that is sent many times, kept with the compressed forms that were asked for so far.
pub struct Encoded {
    pub plain: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

impl Encoded {
    pub fn new(plain: Bytes) -> Self {
        Self {
            plain,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// The form that a client prefers, and its encoding, if it has one.
    pub fn preferred(&self, asked: &HeaderMap) -> (Bytes, Option<Encoding>) {
        let encoding = Encoding::preferred(asked);
        let compressed = match encoding {
            Some(Encoding::Brotli) => self.brotli.get_or_init(|| brotli(&self.plain)),
            Some(Encoding::Gzip) => self.gzip.get_or_init(|| gzip(&self.plain)),
            None => &self.plain,
        };
        (compressed.clone(), encoding)
    }
}

/// The encodings that a client takes and this board knows, each with its quality.
fn taken(asked: &HeaderMap) -> impl Iterator<Item = (Encoding, f32)> {
    let values = asked.get_all(header::ACCEPT_ENCODING);
    let texts = values.filter_map(|value| value.to_str().ok());
    let parts = texts.flat_map(|text| text.split(','));
    let known = parts.filter_map(|part| {
        let (name, quality) = part.split_once(';').unwrap_or((part, ""));
        let encoding = match name.trim() {
            name if name.eq_ignore_ascii_case("br") => Encoding::Brotli,
            name if name.eq_ignore_ascii_case("gzip") => Encoding::Gzip,
            _ => return None,
        };
        let quality = quality.trim().strip_prefix("q=");
        Some((
            encoding,
            quality.map_or(1.0, |number| number.parse().unwrap_or(0.0)),
        ))
    });
    known.filter(|(_, quality)| *quality > 0.0)
}

fn gzip(plain: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    let written = encoder.write_all(plain).and_then(|()| encoder.finish());
    written.unwrap_or_default().into()
}

fn brotli(plain: &[u8]) -> Bytes {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: plain.len(),
        ..Default::default()
    };
    let written = brotli::BrotliCompress(&mut &*plain, &mut compressed, &parameters);
    written.map_or_else(|_| Bytes::new(), |_| compressed.into())
}
