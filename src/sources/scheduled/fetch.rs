//! What is fetched, and why it could not be.

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::platform::{db::text_enum::TextEnum, i18n::Message, outbound::Trouble};

/// What the source sent with its last answer, so that it can say that nothing changed since.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Validators {
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// When the whole was read last.
    pub read_at: Option<NaiveDateTime>,
    /// The version of this program that read it: another may read it otherwise.
    pub version: String,
}

impl Validators {
    /// For how long a source is believed that nothing changed.
    const LONGEST: TimeDelta = TimeDelta::hours(24);

    /// Those of the last answer, as far as they count at `now`.
    pub fn usable(json: &str, now: NaiveDateTime) -> Self {
        let kept: Self = serde_json::from_str(json).unwrap_or_default();
        let is_recent = kept.read_at.is_some_and(|at| now - at < Self::LONGEST);
        if is_recent && kept.version == env!("CARGO_PKG_VERSION") {
            kept
        } else {
            Self::default()
        }
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What came of a request.
#[derive(Debug)]
pub enum Answer {
    /// It is as it was.
    Same,
    Body(Vec<u8>, Validators),
}

/// Why a source could not be read.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    NotHttps,
    NotPublic,
    NoTls,
    Redirects,
    NoAnswer,
    NoAddress,
    Refused,
    Certificate,
    NoConnection,
    BrokenOff,
    /// The answer has another status than 200.
    Status,
    /// It asks for patience: 429.
    TooOften,
    /// There is no such board: 404 or 410.
    NoBoard,
    TooLarge,
    TooMany,
    /// There is nothing, and nothing that says so.
    Empty,
    /// Its documents took too long to read.
    TooSlow,
    /// The document ends before its end.
    Cut,
    /// The document is none of the formats.
    Unknown,
    /// No record names its company, and nobody else does.
    NoCompany,
    /// None of the records could be read.
    NoneRead,
}

/// A kind of problem, with what there is to say besides.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{kind:?} {detail}")]
pub struct Problem {
    pub kind: Kind,
    /// The status, or what an unknown document looks like.
    pub detail: String,
    /// How long the source wants to be left alone.
    pub retry_after: Option<TimeDelta>,
}

impl Problem {
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
            retry_after: None,
        }
    }

    /// As a run keeps it.
    pub fn to_text(&self) -> String {
        let kind: &str = self.kind.as_str();
        let detail: String = self.detail.chars().take(300).collect();
        format!("{kind} {detail}").trim_end().to_owned()
    }

    /// What [`Problem::to_text`] kept.
    pub fn from_text(text: &str) -> Option<Self> {
        let (kind, detail) = text.split_once(' ').unwrap_or((text, ""));
        Some(Self::new(Kind::from_text(kind)?, detail))
    }

    /// What it is, for people.
    pub fn message(&self) -> Message {
        match self.kind {
            Kind::Status => {
                Message::new("sources-problem-status").with("status", self.detail.clone())
            }
            Kind::Unknown => {
                Message::new("sources-problem-unknown").with("looks", self.detail.clone())
            }
            Kind::NoneRead => {
                Message::new("sources-problem-none-read").with("reason", self.detail.clone())
            }
            kind => kind.label(),
        }
    }
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self::new(kind, "")
    }
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        Self::from(match trouble {
            Trouble::NotHttps => Kind::NotHttps,
            Trouble::NotPublic => Kind::NotPublic,
            Trouble::NoTls => Kind::NoTls,
            Trouble::Redirects => Kind::Redirects,
            Trouble::NoAnswer => Kind::NoAnswer,
            Trouble::NoAddress => Kind::NoAddress,
            Trouble::Refused => Kind::Refused,
            Trouble::Certificate => Kind::Certificate,
            Trouble::NoConnection => Kind::NoConnection,
            Trouble::BrokenOff => Kind::BrokenOff,
        })
    }
}

impl TextEnum for Kind {
    fn label(self) -> Message {
        match self {
            Self::NotHttps => Message::new("sources-problem-not-https"),
            Self::NotPublic => Message::new("sources-problem-not-public"),
            Self::NoTls => Message::new("sources-problem-no-tls"),
            Self::Redirects => Message::new("sources-problem-redirects"),
            Self::NoAnswer => Message::new("sources-problem-no-answer"),
            Self::NoAddress => Message::new("sources-problem-no-address"),
            Self::Refused => Message::new("sources-problem-refused"),
            Self::Certificate => Message::new("sources-problem-certificate"),
            Self::NoConnection => Message::new("sources-problem-no-connection"),
            Self::BrokenOff => Message::new("sources-problem-broken-off"),
            Self::Status => Message::new("sources-problem-status").with("status", ""),
            Self::TooOften => Message::new("sources-problem-too-often"),
            Self::NoBoard => Message::new("sources-problem-no-board"),
            Self::TooLarge => Message::new("sources-problem-too-large"),
            Self::TooMany => Message::new("sources-problem-too-many"),
            Self::Empty => Message::new("sources-problem-empty"),
            Self::TooSlow => Message::new("sources-problem-too-slow"),
            Self::Cut => Message::new("sources-problem-cut"),
            Self::Unknown => Message::new("sources-problem-unknown").with("looks", ""),
            Self::NoCompany => Message::new("sources-problem-no-company"),
            Self::NoneRead => Message::new("sources-problem-none-read").with("reason", ""),
        }
    }
}
