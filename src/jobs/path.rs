//! The `{job}` of an address: `42`, or `42-rust-developer`.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload};

use crate::http::error::Error;

/// A job's id from the address, and what follows it. Anything else is a 404.
#[derive(Clone, Debug)]
pub struct JobPath {
    pub id: i64,
    pub slug: Option<String>,
}

impl JobPath {
    fn parse(text: &str) -> Option<Self> {
        let (id, slug) = match text.split_once('-') {
            Some((id, slug)) => (id, Some(slug.to_owned())),
            None => (text, None),
        };
        let digits = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        let id = digits.then(|| id.parse().ok()).flatten()?;
        Some(Self { id, slug })
    }
}

impl FromRequest for JobPath {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = request.match_info().query("job");
        ready(Self::parse(text).ok_or(Error::NotFound))
    }
}
