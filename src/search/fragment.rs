//! What is kept of the lists.

use chrono::NaiveDate;

use crate::{http::fragments::Fragments, platform::i18n::Locale};

/// The most memory that [`ListFragments`] take, in bytes.
const ROOM: u64 = 6 * 1024 * 1024;

/// A part of a list's page.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ListFragment {
    /// A job in a list. Its age is told in days.
    Card {
        locale: Locale,
        position: i64,
        content: u64,
        /// Which of its places is shown.
        place: usize,
        day: NaiveDate,
    },
    /// What the search at this address can be narrowed by.
    Facets {
        locale: Locale,
        address: String,
        edition: i64,
        day: NaiveDate,
    },
    /// How many jobs that search finds, as the pager says it.
    Total {
        locale: Locale,
        address: String,
        edition: i64,
        day: NaiveDate,
    },
    /// The jobs like another, by their ids.
    Similar {
        job_id: i64,
        version: i32,
        hour: i64,
    },
    /// Where to go on from the start page.
    Browse {
        locale: Locale,
        edition: i64,
        day: NaiveDate,
    },
}

pub type ListFragments = Fragments<ListFragment>;

pub fn empty() -> ListFragments {
    Fragments::with_room_for(ROOM)
}
