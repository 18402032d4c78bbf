//! What was found where a token may be.

use strum::{AsRefStr, EnumString};

use crate::{
    platform::{i18n::Message, outbound::Trouble},
    text::clean,
};

/// Most characters that are shown of what somebody else wrote, and most values.
const LONGEST_SHOWN: usize = 100;
const MOST_SHOWN: usize = 5;

/// Where a token may be.
#[derive(AsRefStr, Clone, Copy, Debug, EnumString, Eq, PartialEq)]
#[strum(serialize_all = "snake_case")]
pub enum Way {
    /// A TXT record of the host itself.
    Record,
    /// A TXT record of a name below it, which is made for nothing else.
    NamedRecord,
    /// A file on the host's web server.
    File,
}

/// What was found in each place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Findings {
    pub record: Found,
    pub named_record: Found,
    pub file: Found,
}

/// What was found in one place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Found {
    /// The name of the record or the address of the file.
    pub at: String,
    pub finding: Finding,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Finding {
    /// The token.
    Proven,
    /// No TXT record.
    NoRecord,
    /// TXT records that say something else, as they may be shown.
    OtherRecords(Vec<String>),
    /// This board cannot ask name servers.
    NoDns,
    /// The servers did not answer in time.
    NoAnswer,
    /// The servers of the zone refuse to answer for it, or say that they do not know for sure.
    NotAuthoritative,
    /// The name servers are not on the public internet.
    PrivateServers,
    /// A file without a first line.
    EmptyFile,
    /// A file whose first line is another, as it may be shown.
    OtherFile(String),
    /// An answer that leads elsewhere, which is not followed.
    Redirect(String),
    /// An answer with another status than 200.
    Status(u16),
    /// The web server could not be asked.
    Unreachable(Trouble),
}

impl Way {
    /// What it is called, with the place where it is.
    pub fn label(self, at: &str) -> Message {
        match self {
            Self::Record | Self::NamedRecord => {
                Message::new("platform-proof-record").with("at", at.to_owned())
            }
            Self::File => Message::new("platform-proof-file").with("at", at.to_owned()),
        }
    }
}

impl Findings {
    /// What was found, place by place.
    pub fn all(&self) -> [(Way, &Found); 3] {
        [
            (Way::Record, &self.record),
            (Way::NamedRecord, &self.named_record),
            (Way::File, &self.file),
        ]
    }

    /// The first place that has the token.
    pub fn proven(&self) -> Option<Way> {
        let mut all = self.all().into_iter();
        let proven = all.find(|(_, found)| found.finding == Finding::Proven);
        proven.map(|(way, _)| way)
    }
}

impl Finding {
    /// A finding among the values of TXT records.
    pub(super) fn of_records(values: &[String], token: &str) -> Self {
        if values.iter().any(|value| is_token(value, token)) {
            return Self::Proven;
        }
        if values.is_empty() {
            return Self::NoRecord;
        }
        let values = values.iter().take(MOST_SHOWN);
        Self::OtherRecords(values.map(|value| shown(value)).collect())
    }

    /// A finding in the first line of a file.
    pub(super) fn of_line(line: &str, token: &str) -> Self {
        if is_token(line, token) {
            return Self::Proven;
        }
        match shown(line) {
            line if line.is_empty() => Self::EmptyFile,
            line => Self::OtherFile(line),
        }
    }

    pub(super) fn of_redirect(to: &str) -> Self {
        Self::Redirect(shown(to))
    }

    pub fn message(&self) -> Message {
        match self {
            Self::Proven => Message::new("platform-proof-proven"),
            Self::NoRecord => Message::new("platform-proof-no-record"),
            Self::OtherRecords(values) => {
                Message::new("platform-proof-other-records").with("values", quoted(values))
            }
            Self::NoDns => Message::new("platform-proof-no-dns"),
            Self::NoAnswer => Message::new("platform-proof-no-answer"),
            Self::NotAuthoritative => Message::new("platform-proof-not-authoritative"),
            Self::PrivateServers => Message::new("platform-proof-private-servers"),
            Self::EmptyFile => Message::new("platform-proof-empty-file"),
            Self::OtherFile(line) => Message::new("platform-proof-other-file").with("line", line),
            Self::Redirect(to) => Message::new("platform-proof-redirect").with("to", to),
            Self::Status(404) => Message::new("platform-proof-no-file"),
            Self::Status(status) => {
                Message::new("platform-proof-status").with("status", status.to_string())
            }
            Self::Unreachable(trouble) => unreachable_message(*trouble),
        }
    }
}

fn unreachable_message(trouble: Trouble) -> Message {
    match trouble {
        Trouble::NoAddress => Message::new("platform-proof-no-address"),
        Trouble::NotPublic => Message::new("platform-proof-not-public"),
        Trouble::NoAnswer => Message::new("platform-proof-no-answer-from-host"),
        Trouble::Certificate => Message::new("platform-proof-certificate"),
        Trouble::NoTls
        | Trouble::NotHttps
        | Trouble::Redirects
        | Trouble::Refused
        | Trouble::NoConnection
        | Trouble::BrokenOff => Message::new("platform-proof-no-connection"),
    }
}

/// People put quotation marks around values, and some forms keep them.
fn is_token(value: &str, token: &str) -> bool {
    value.trim().trim_matches('"') == token && !token.is_empty()
}

/// What somebody else wrote, without what nobody sees and not longer than fits.
fn shown(text: &str) -> String {
    let start: String = text.chars().take(4 * LONGEST_SHOWN).collect();
    let line = clean::line(&start);
    if line.chars().count() <= LONGEST_SHOWN {
        return line;
    }
    let start: String = line.chars().take(LONGEST_SHOWN).collect();
    start + "…"
}

fn quoted(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("“{value}”")).collect();
    values.join(", ")
}
