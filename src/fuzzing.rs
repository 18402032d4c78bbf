//! What reads foreign text, for the targets in `fuzz/`. Built for them alone.

use crate::search::JobQuery;
pub use crate::{
    jobs::{
        amount::{LARGEST, Reading, plain as plain_amount, read as read_amount},
        api::{input::JobInput, lists::Folded},
        editing::form::{Completeness, read as read_form},
    },
    sources::import::location::Location,
    text::words::{plain, slug, stems},
};

/// How the index is asked for `query`.
pub fn asked(query: &JobQuery) -> String {
    crate::search::index::describe(query)
}
