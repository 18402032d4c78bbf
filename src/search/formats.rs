//! A list in other formats: its address with `.atom`, `.rss` or `.json` after it.

use serde::Serialize;

use super::query::JobQuery;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// RFC 4287.
    Atom,
    /// RSS 2.0.
    Rss,
    /// JSON Feed 1.1.
    Json,
}

/// The addresses of a list as feeds.
#[derive(Debug, Serialize)]
pub struct Addresses {
    atom_href: String,
    rss_href: String,
    json_href: String,
}

impl Format {
    const ALL: [Self; 3] = [Self::Atom, Self::Rss, Self::Json];

    /// What an address in this format ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Atom => ".atom",
            Self::Rss => ".rss",
            Self::Json => ".json",
        }
    }

    /// The format whose addresses end in `name`.
    pub fn named(name: &str) -> Option<Self> {
        let mut known = Self::ALL.into_iter();
        known.find(|format| format.extension().strip_prefix('.') == Some(name))
    }
}

impl Addresses {
    pub fn of(query: &JobQuery) -> Self {
        let address = |format: Format| query.first_page().address_as(format.extension());
        Self {
            atom_href: address(Format::Atom),
            rss_href: address(Format::Rss),
            json_href: address(Format::Json),
        }
    }
}
