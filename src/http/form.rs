//! Forms: read leniently, checked field by field. Whatever is wrong becomes a message at the field
//! where it was typed; what was typed is kept and shown again.

pub mod budget;
mod fields;
pub mod upload;
pub mod values;

use std::net::IpAddr;

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    web::{Bytes, BytesMut},
};
use futures_util::{StreamExt, future::LocalBoxFuture};

use self::budget::Arriving;
pub use self::{
    fields::Fields,
    values::{FormView, Messages},
};
use super::{board::Board, error::Error, facts::Facts};
use crate::platform::i18n::Message;

/// The largest form taken, in bytes: a description of 20,000 four-byte characters, percent-encoded.
const LARGEST: usize = 256 * 1024;

/// Most fields of a form. The longest on the board has about twenty.
const MOST_FIELDS: usize = 200;

/// The fields of a form as they were sent, in order.
#[derive(Clone, Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Makes a form from values that did not come from a browser.
    pub fn from_values<'a>(values: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        Self(
            values
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        )
    }

    /// Reads what a browser encodes as `application/x-www-form-urlencoded`.
    pub fn decode(encoded: &str) -> Self {
        Self::parse(encoded.as_bytes())
    }

    /// The opposite of [`Form::decode`].
    pub fn encode(&self) -> String {
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&self.0)
            .finish()
    }

    /// Every field, in order.
    pub fn fields(&self) -> &[(String, String)] {
        &self.0
    }

    fn parse(body: &[u8]) -> Self {
        Self(
            form_urlencoded::parse(body)
                .take(MOST_FIELDS + 1)
                .map(|(name, value)| (name.into_owned(), with_line_feeds(&value)))
                .collect(),
        )
    }

    /// The first value sent for `name`, or nothing.
    pub fn value<'a>(&'a self, name: &str) -> &'a str {
        self.values(name).next().unwrap_or("")
    }

    /// Whether the form has `name`, if only empty.
    pub fn has(&self, name: &str) -> bool {
        self.values(name).next().is_some()
    }

    /// The ids that `name` holds, as often as it was sent, each once; nothing where they are more than `most`.
    pub fn ids(&self, name: &str, most: usize) -> Option<Vec<i64>> {
        let mut ids: Vec<i64> = self.values(name).filter_map(|id| id.parse().ok()).collect();
        ids.sort_unstable();
        ids.dedup();
        (ids.len() <= most).then_some(ids)
    }

    /// Gives `name` another value.
    pub fn set(&mut self, name: &str, value: String) {
        self.0.retain(|(field, _)| field != name);
        self.0.push((name.to_owned(), value));
    }

    fn values<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Line breaks of every kind as `\n`.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

impl FromRequest for Form {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request.content_type() == "application/x-www-form-urlencoded";
        let (board, address) = (Board::of(request), Facts::address_of(request));
        let payload = payload.take();
        Box::pin(async move {
            if !is_form {
                return Err(Error::NotAForm);
            }
            let board = board?;
            let body = read_body(payload, &board, address).await?;
            let form = Self::parse(&body);
            if form.0.len() > MOST_FIELDS {
                return Err(Error::TooLarge);
            }
            Ok(form)
        })
    }
}

/// A body of the size that forms have, from `address`, if it arrives in time.
///
/// # Errors
/// 408 when it does not, 413 when it is too large, 429 when too much arrives at once.
pub async fn read_body(
    payload: Payload,
    board: &Board,
    address: Option<IpAddr>,
) -> Result<Bytes, Error> {
    let arriving = board.bodies.body(address);
    tokio::time::timeout(board.config.form_timeout, read(payload, arriving))
        .await
        .map_err(|_| Error::Timeout)?
}

async fn read(mut payload: Payload, mut arriving: Arriving) -> Result<Bytes, Error> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Error::BadRequest(Message::new("http-broken-off")))?;
        if body.len() + chunk.len() > LARGEST {
            return Err(Error::TooLarge);
        }
        arriving.add(chunk.len())?;
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}
