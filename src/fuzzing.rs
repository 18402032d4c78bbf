//! What reads foreign text, for the targets in `fuzz/`. Built for them alone.

pub use crate::{
    jobs::{
        amount::{LARGEST, Reading, plain as plain_amount, read as read_amount},
        api::{input::JobInput, lists::Folded},
        editing::form::{Completeness, read as read_form},
    },
    sources::import::location::Location,
    text::words::{plain, slug, stems},
};
use crate::{
    platform::i18n::Locale,
    search::{
        JobQuery,
        query::{Active, Spelled},
    },
};

/// The active filters of `query`, as far as it says itself how they read.
pub fn active(query: &JobQuery) -> Vec<Active> {
    query.filters.active(&Spelled::default(), Locale::English)
}

/// How the index is asked for `query`.
pub fn asked(query: &JobQuery) -> String {
    crate::search::index::describe(query)
}
