//! A page as it is kept: what everybody sees, in the forms that clients take.

use std::ops::Range;

use actix_web::{
    HttpResponse,
    body::BoxBody,
    http::header::{self, HeaderMap, HeaderName, HeaderValue},
    web::Bytes,
};
use chrono::NaiveDate;
use memchr::memmem;
use xxhash_rust::xxh3::xxh3_128;

use super::{super::viewer::contains, Public, Shown};
use crate::http::{encoding::Encoded, endpoint::UNKNOWN};

pub struct CachedPage {
    pub edition: i64,
    pub day: NaiveDate,
    pub subject: Option<Shown>,
    /// The pattern of its address.
    pub route: &'static str,
    is_alike_for_all: bool,
    body: Encoded,
    /// Where in it the layout speaks of the visitor.
    visit: Option<Range<usize>>,
    headers: Vec<(HeaderName, HeaderValue)>,
    etag: HeaderValue,
}

impl CachedPage {
    pub fn new(
        edition: i64,
        day: NaiveDate,
        public: &Public,
        headers: &HeaderMap,
        plain: Bytes,
    ) -> Self {
        let etag = HeaderValue::from_str(&format!("W/\"{:032x}\"", xxh3_128(&plain)));
        Self {
            edition,
            day,
            subject: public.subject.clone(),
            route: UNKNOWN,
            is_alike_for_all: public.visit.is_none(),
            visit: public
                .visit
                .as_ref()
                .and_then(|words| position(&plain, words.as_bytes())),
            headers: headers
                .iter()
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            etag: etag.unwrap_or(HeaderValue::from_static("W/\"\"")),
            body: Encoded::new(plain),
        }
    }

    /// The page in a form that the client takes, or 304 where it has it already.
    pub fn response(&self, asked: &HeaderMap) -> HttpResponse {
        let has_it = asked
            .get(header::IF_NONE_MATCH)
            .is_some_and(|known| contains(known.as_bytes(), self.etag.as_bytes()));
        let mut response = if has_it {
            HttpResponse::NotModified().finish()
        } else {
            HttpResponse::Ok().finish()
        };
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.etag.clone());
        headers.insert(
            header::VARY,
            HeaderValue::from_static("accept-encoding, cookie"),
        );
        if has_it {
            return response;
        }
        for (name, value) in &self.headers {
            headers.append(name.clone(), value.clone());
        }
        let (body, encoding) = self.body.preferred(asked);
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, encoding.name());
        }
        response.set_body(BoxBody::new(body))
    }

    /// Whether it says nothing of the visitor: a feed or another file for programs.
    pub fn is_alike_for_all(&self) -> bool {
        self.is_alike_for_all
    }

    /// The page with `words` where the layout speaks of the visitor: for one person, once.
    pub fn response_to(&self, words: &str) -> Option<HttpResponse> {
        let visit = self.visit.clone()?;
        let plain = &self.body.plain;
        let mut html = Vec::with_capacity(plain.len() + words.len());
        html.extend_from_slice(&plain[..visit.start]);
        html.extend_from_slice(words.as_bytes());
        html.extend_from_slice(&plain[visit.end..]);
        let mut response = HttpResponse::Ok().finish();
        let headers = response.headers_mut();
        for (name, value) in &self.headers {
            headers.append(name.clone(), value.clone());
        }
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        Some(response.set_body(BoxBody::new(html)))
    }

    /// The bytes of the page as it was made.
    pub fn size(&self) -> usize {
        self.body.plain.len()
    }
}

/// Where `wanted` first stands. Before the layout's own words there are only escaped ones.
fn position(text: &[u8], wanted: &[u8]) -> Option<Range<usize>> {
    let start = memmem::find(text, wanted)?;
    Some(start..start + wanted.len())
}
