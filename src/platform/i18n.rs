//! Languages. What a person reads is a [`Message`]: a key and its arguments. A [`Locale`] turns it into
//! words where the reader is known: on a page, in a mail, in an answer to a program.
//!
//! The words are in `locales/<language>/<room>.ftl`, in the syntax of [Fluent](https://projectfluent.org).

mod catalogue;
mod formats;
mod locale;
mod markup;
mod message;
mod pseudo;
mod templates;

use std::path::Path;

use rust_embed::RustEmbed;

pub use self::{
    catalogue::reload,
    locale::Locale,
    message::{Argument, Message},
    templates::{Text, TextWithMarkup, localize},
};

/// Embedded in a release binary, read from disk in development.
#[derive(RustEmbed)]
#[folder = "locales"]
struct Files;

/// Where the files are in development.
pub fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/locales"))
}
