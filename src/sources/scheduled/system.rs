//! The hiring systems whose boards are known, and how their addresses are recognised.

use strum::{EnumString, IntoStaticStr, VariantArray};
use url::Url;

use crate::platform::{db::text_enum::TextEnum, i18n::Message};

/// Longest address of a source, in characters.
pub const LONGEST: usize = 500;

/// Longest name of a board, in characters.
const LONGEST_TOKEN: usize = 63;

/// Where a source's jobs are kept.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum System {
    /// A document at any address, of a format that is recognised by what is in it.
    Feed,
    Ashby,
    Greenhouse,
    Lever,
    LeverEurope,
    Personio,
    PersonioCom,
    Pinpoint,
    Recruitee,
    SmartRecruiters,
    Teamtailor,
    Workable,
}

impl TextEnum for System {
    fn label(self) -> Message {
        match self {
            Self::Feed => Message::new("sources-system-feed"),
            Self::Ashby => Message::new("sources-system-ashby"),
            Self::Greenhouse => Message::new("sources-system-greenhouse"),
            Self::Lever => Message::new("sources-system-lever"),
            Self::LeverEurope => Message::new("sources-system-lever-europe"),
            Self::Personio => Message::new("sources-system-personio"),
            Self::PersonioCom => Message::new("sources-system-personio-com"),
            Self::Pinpoint => Message::new("sources-system-pinpoint"),
            Self::Recruitee => Message::new("sources-system-recruitee"),
            Self::SmartRecruiters => Message::new("sources-system-smart-recruiters"),
            Self::Teamtailor => Message::new("sources-system-teamtailor"),
            Self::Workable => Message::new("sources-system-workable"),
        }
    }
}

/// The hosts on which the first part of the path that is not named here is the board: what stands before it, and
/// the system.
const BY_PATH: [(&str, &[&str], System); 13] = [
    (
        "boards.greenhouse.io",
        &["embed", "job_board"],
        System::Greenhouse,
    ),
    ("job-boards.greenhouse.io", &[], System::Greenhouse),
    (
        "boards-api.greenhouse.io",
        &["v1", "boards"],
        System::Greenhouse,
    ),
    ("jobs.lever.co", &[], System::Lever),
    ("api.lever.co", &["v0", "postings"], System::Lever),
    ("jobs.eu.lever.co", &[], System::LeverEurope),
    ("api.eu.lever.co", &["v0", "postings"], System::LeverEurope),
    ("jobs.ashbyhq.com", &[], System::Ashby),
    (
        "api.ashbyhq.com",
        &["posting-api", "job-board"],
        System::Ashby,
    ),
    (
        "apply.workable.com",
        &["api", "v1", "widget", "accounts"],
        System::Workable,
    ),
    ("jobs.smartrecruiters.com", &[], System::SmartRecruiters),
    ("careers.smartrecruiters.com", &[], System::SmartRecruiters),
    (
        "api.smartrecruiters.com",
        &["v1", "companies"],
        System::SmartRecruiters,
    ),
];

/// The hosts of which the board is the first part.
const BY_HOST: [(&str, System); 6] = [
    (".jobs.personio.de", System::Personio),
    (".jobs.personio.com", System::PersonioCom),
    (".pinpointhq.com", System::Pinpoint),
    (".recruitee.com", System::Recruitee),
    (".teamtailor.com", System::Teamtailor),
    (".workable.com", System::Workable),
];

impl System {
    /// The system and the board that `url` leads to, if it is one of theirs.
    pub fn recognise(url: &Url) -> Option<(Self, String)> {
        let host = url.host_str()?.trim_end_matches('.');
        let by_path = BY_PATH.iter().find(|(known, ..)| *known == host);
        let (system, token) = match by_path {
            Some((_, before, system)) => (*system, token_in_path(url, before)?),
            None => BY_HOST.iter().find_map(|(suffix, system)| {
                let token = host.strip_suffix(suffix)?;
                Some((*system, token.to_owned()))
            })?,
        };
        system.is_token(&token).then_some((system, token))
    }

    /// Whether a board of this system can be called `token`: one part of an address, of which nobody makes
    /// another address.
    pub fn is_token(self, token: &str) -> bool {
        let is_label = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_part = |byte: u8| is_label(byte) || matches!(byte, b'_' | b'.');
        let is_in_host = !BY_PATH.iter().any(|(_, _, system)| *system == self);
        let fits = (1..=LONGEST_TOKEN).contains(&token.len());
        if is_in_host {
            fits && token.bytes().all(is_label) && !token.starts_with('-') && !token.ends_with('-')
        } else {
            fits && token.bytes().all(is_part) && !token.starts_with('.')
        }
    }

    /// Where all jobs of the board `token` are, or the first of them; a feed's own address.
    pub fn address(self, token: &str) -> String {
        match self {
            Self::Feed => token.to_owned(),
            Self::Ashby => format!(
                "https://api.ashbyhq.com/posting-api/job-board/{token}?includeCompensation=true"
            ),
            Self::Greenhouse => {
                format!("https://boards-api.greenhouse.io/v1/boards/{token}/jobs?content=true")
            }
            Self::Lever => format!("https://api.lever.co/v0/postings/{token}"),
            Self::LeverEurope => format!("https://api.eu.lever.co/v0/postings/{token}"),
            Self::Personio => format!("https://{token}.jobs.personio.de/xml?language=en"),
            Self::PersonioCom => format!("https://{token}.jobs.personio.com/xml?language=en"),
            Self::Pinpoint => format!("https://{token}.pinpointhq.com/postings.json"),
            Self::Recruitee => format!("https://{token}.recruitee.com/api/offers/"),
            Self::SmartRecruiters => {
                format!("https://api.smartrecruiters.com/v1/companies/{token}/postings")
            }
            Self::Teamtailor => format!("https://{token}.teamtailor.com/jobs.rss"),
            Self::Workable => {
                format!("https://apply.workable.com/api/v1/widget/accounts/{token}?details=true")
            }
        }
    }

    /// Whether a board that is not there answers like one without jobs.
    pub fn answers_for_unknown_boards(self) -> bool {
        matches!(self, Self::SmartRecruiters | Self::Workable)
    }

    /// Whether all jobs are of one company, whose name the owner of the board gives.
    pub fn is_of_one_company(self) -> bool {
        self != Self::Feed
    }
}

/// The first part of the path after `before`; what `?for=` says, where a page holds the board of another.
fn token_in_path(url: &Url, before: &[&str]) -> Option<String> {
    let embedded = url.query_pairs().find(|(name, _)| name == "for");
    if let Some((_, token)) = embedded {
        return Some(token.into_owned());
    }
    let parts: Vec<&str> = url
        .path_segments()?
        .filter(|part| !part.is_empty())
        .collect();
    let rest = parts.strip_prefix(before).unwrap_or(&parts);
    rest.first().map(|token| (*token).to_owned())
}

#[cfg(test)]
mod tests;
