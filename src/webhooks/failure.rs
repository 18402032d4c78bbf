//! Why an event did not reach its receiver, as its owner reads it.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::platform::{db::text_enum::TextEnum, i18n::Message, outbound::Trouble};

/// Stored in the log of deliveries, and told in the reader's language.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
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

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::NotHttps => Self::NotHttps,
            Trouble::NotPublic => Self::NotPublic,
            Trouble::NoTls => Self::NoTls,
            Trouble::Redirects => Self::Redirect,
            Trouble::NoAnswer => Self::NoAnswer,
            Trouble::NoAddress => Self::NoAddress,
            Trouble::Refused => Self::Refused,
            Trouble::Certificate => Self::Certificate,
            Trouble::NoConnection => Self::NoConnection,
            Trouble::BrokenOff => Self::BrokenOff,
        }
    }
}
