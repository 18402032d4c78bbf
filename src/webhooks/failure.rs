//! Why an event did not reach its receiver, as its owner reads it.

use crate::platform::{db::text_enum::TextEnum, i18n::Message};

/// Stored in the log of deliveries, and told in the reader's language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Failure {
    NoUrl,
    NotHttps,
    NotPublic,
    NoTls,
    NoKey,
    Unreadable,
    Redirect,
    NoAnswer,
    NoAddress,
    Refused,
    Certificate,
    NoConnection,
    BrokenOff,
}

impl TextEnum for Failure {
    const ALL: &'static [Self] = &[
        Self::NoUrl,
        Self::NotHttps,
        Self::NotPublic,
        Self::NoTls,
        Self::NoKey,
        Self::Unreadable,
        Self::Redirect,
        Self::NoAnswer,
        Self::NoAddress,
        Self::Refused,
        Self::Certificate,
        Self::NoConnection,
        Self::BrokenOff,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::NoUrl => "no_url",
            Self::NotHttps => "not_https",
            Self::NotPublic => "not_public",
            Self::NoTls => "no_tls",
            Self::NoKey => "no_key",
            Self::Unreadable => "unreadable",
            Self::Redirect => "redirect",
            Self::NoAnswer => "no_answer",
            Self::NoAddress => "no_address",
            Self::Refused => "refused",
            Self::Certificate => "certificate",
            Self::NoConnection => "no_connection",
            Self::BrokenOff => "broken_off",
        }
    }

    fn label(self) -> Message {
        match self {
            Self::NoUrl => Message::new("webhooks-failure-no-url"),
            Self::NotHttps => Message::new("webhooks-failure-not-https"),
            Self::NotPublic => Message::new("webhooks-failure-not-public"),
            Self::NoTls => Message::new("webhooks-failure-no-tls"),
            Self::NoKey => Message::new("webhooks-failure-no-key"),
            Self::Unreadable => Message::new("webhooks-failure-unreadable"),
            Self::Redirect => Message::new("webhooks-failure-redirect"),
            Self::NoAnswer => Message::new("webhooks-failure-no-answer"),
            Self::NoAddress => Message::new("webhooks-failure-no-address"),
            Self::Refused => Message::new("webhooks-failure-refused"),
            Self::Certificate => Message::new("webhooks-failure-certificate"),
            Self::NoConnection => Message::new("webhooks-failure-no-connection"),
            Self::BrokenOff => Message::new("webhooks-failure-broken-off"),
        }
    }
}
