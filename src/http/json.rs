//! JSON that a program sends: read whole, within limits, and refused with the place of what is wrong.

mod bounded;

use std::collections::BTreeSet;

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use self::bounded::parse;
use super::{error::Error, facts::Facts, form, problem::Wrong};
use crate::{http::board::Board, platform::i18n::Message};

/// What a program sent.
#[derive(Clone, Debug)]
pub struct Json(pub Value);

impl Json {
    /// What was sent, as a `T`.
    ///
    /// # Errors
    /// 422, with a pointer to the part that is no part of a `T`.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        serde_path_to_error::deserialize(&self.0).map_err(|error| {
            let pointer: String = error.path().iter().map(segment).collect();
            let message =
                Message::new("http-json-unreadable").with("problem", error.inner().to_string());
            Error::Invalid(vec![Wrong::at(pointer, message)])
        })
    }

    /// Pointers to what was sent and is no part of a `T`.
    pub fn unread<T: DeserializeOwned>(&self) -> BTreeSet<String> {
        let mut unread = BTreeSet::new();
        let note = |path: serde_ignored::Path<'_>| {
            unread.insert(pointer(&path));
        };
        let _: Result<T, _> = serde_ignored::deserialize(&self.0, note);
        unread
    }
}

/// A step of the way to a part that cannot be read, as a pointer has it (RFC 6901).
fn segment(segment: &serde_path_to_error::Segment) -> String {
    match segment {
        serde_path_to_error::Segment::Seq { index } => format!("/{index}"),
        other => format!(
            "/{}",
            other.to_string().replace('~', "~0").replace('/', "~1")
        ),
    }
}

/// The pointer to a part that was passed over.
fn pointer(path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;

    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}/{index}", pointer(parent)),
        Path::Map { parent, key } => {
            let key = key.replace('~', "~0").replace('/', "~1");
            format!("{}/{key}", pointer(parent))
        }
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => pointer(parent),
    }
}

impl FromRequest for Json {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.content_type().to_ascii_lowercase();
        let is_json = kind == "application/json" || kind == "application/ld+json";
        let (board, address) = (Board::of(request), Facts::address_of(request));
        let payload = payload.take();
        Box::pin(async move {
            if !is_json {
                return Err(Error::NotJson);
            }
            let board = board?;
            let body = form::read_body(payload, &board, address).await?;
            let json = parse(&body).map_err(|error| {
                let message =
                    Message::new("http-json-malformed").with("problem", error.to_string());
                Error::Invalid(vec![Wrong::at("", message)])
            })?;
            Ok(Self(json))
        })
    }
}
