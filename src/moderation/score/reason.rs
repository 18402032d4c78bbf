//! A reason for a score: what was found, what it weighs, and a sentence that says it.

use serde::{Deserialize, Serialize};

use super::{phrase::Phrase, surroundings::Copied};
use crate::platform::i18n::Message;

#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Reason {
    /// Below zero where it speaks for the job.
    pub points: i32,
    pub signal: Signal,
}

/// What was found.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// Words of the text, as they stand in it.
    Words {
        phrase: Phrase,
        words: String,
    },
    /// A free mail address for a company that has a website.
    Webmail {
        host: String,
    },
    /// Remote work at a company that states no website, and where people apply instead.
    Nameless {
        host: String,
    },
    /// People apply at a domain that is not the company's.
    OtherHost {
        host: String,
        own: String,
    },
    /// A well-known company's name, with an address that is not its own.
    WellKnownName {
        company: String,
        host: String,
    },
    /// A host that looks like another.
    Lookalike {
        host: String,
        like: String,
    },
    /// A host with letters of several alphabets, or with letters that look like Latin ones.
    Letters {
        host: String,
    },
    /// A host that says nothing of where it leads.
    Shortener {
        host: String,
    },
    /// An address that opens a messenger.
    MessengerLink {
        host: String,
    },
    /// A phone number is the only way to apply.
    PhoneAlone,
    Copied(Copied),
    /// More pay than is usual for the title: both in whole units of the job's currency a year.
    Pay {
        stated: i64,
        usual: i64,
    },
    Capitals,
    Exclamations {
        count: usize,
    },
    Short {
        words: usize,
    },
    NewAccount {
        days: u32,
    },
    Unconfirmed,
    Rejected {
        count: u32,
    },
    Approved {
        count: u32,
    },
    Team,
}

impl Reason {
    pub(super) fn new(points: i32, signal: Signal) -> Self {
        Self { points, signal }
    }

    /// For whoever moderates.
    pub fn message(&self) -> Message {
        match &self.signal {
            Signal::Words { phrase, words } => phrase.message(words),
            Signal::Webmail { host } => {
                Message::new("moderation-reason-webmail").with("host", host)
            }
            Signal::Nameless { host } => {
                Message::new("moderation-reason-nameless").with("host", host)
            }
            Signal::OtherHost { host, own } => Message::new("moderation-reason-other-host")
                .with("host", host)
                .with("own", own),
            Signal::WellKnownName { company, host } => {
                Message::new("moderation-reason-well-known-name")
                    .with("company", company)
                    .with("host", host)
            }
            Signal::Lookalike { host, like } => Message::new("moderation-reason-lookalike")
                .with("host", host)
                .with("like", like),
            Signal::Letters { host } => {
                Message::new("moderation-reason-letters").with("host", host)
            }
            Signal::Shortener { host } => {
                Message::new("moderation-reason-shortener").with("host", host)
            }
            Signal::MessengerLink { host } => {
                Message::new("moderation-reason-messenger-link").with("host", host)
            }
            Signal::PhoneAlone => Message::new("moderation-reason-phone-alone"),
            Signal::Copied(Copied {
                job,
                is_exact: true,
            }) => Message::new("moderation-reason-copied").with("job", job.to_string()),
            Signal::Copied(Copied { job, .. }) => {
                Message::new("moderation-reason-nearly-copied").with("job", job.to_string())
            }
            Signal::Pay { stated, usual } => Message::new("moderation-reason-pay")
                .with("stated", *stated)
                .with("usual", *usual),
            Signal::Capitals => Message::new("moderation-reason-capitals"),
            Signal::Exclamations { count } => {
                Message::new("moderation-reason-exclamations").with("count", *count)
            }
            Signal::Short { words } => {
                Message::new("moderation-reason-short").with("count", *words)
            }
            Signal::NewAccount { days } => {
                Message::new("moderation-reason-new-account").with("days", *days)
            }
            Signal::Unconfirmed => Message::new("moderation-reason-unconfirmed"),
            Signal::Rejected { count } => {
                Message::new("moderation-reason-rejected").with("count", *count)
            }
            Signal::Approved { count } => {
                Message::new("moderation-reason-approved").with("count", *count)
            }
            Signal::Team => Message::new("moderation-reason-team"),
        }
    }

    /// The kind of reason in a word, for tables and counts.
    pub fn kind(&self) -> &'static str {
        match &self.signal {
            Signal::Words { phrase, .. } => (*phrase).into(),
            Signal::Webmail { .. } => "webmail",
            Signal::Nameless { .. } => "nameless",
            Signal::OtherHost { .. } => "other_host",
            Signal::WellKnownName { .. } => "well_known_name",
            Signal::Lookalike { .. } => "lookalike",
            Signal::Letters { .. } => "letters",
            Signal::Shortener { .. } => "shortener",
            Signal::MessengerLink { .. } => "messenger_link",
            Signal::PhoneAlone => "phone_alone",
            Signal::Copied(_) => "copied",
            Signal::Pay { .. } => "pay",
            Signal::Capitals => "capitals",
            Signal::Exclamations { .. } => "exclamations",
            Signal::Short { .. } => "short",
            Signal::NewAccount { .. } => "new_account",
            Signal::Unconfirmed => "unconfirmed",
            Signal::Rejected { .. } => "rejected",
            Signal::Approved { .. } => "approved",
            Signal::Team => "team",
        }
    }
}
