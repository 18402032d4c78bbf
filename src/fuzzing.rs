//! What reads foreign text, for the targets in `fuzz/`. Built for them alone.

use crate::search::JobQuery;
pub use crate::{
    jobs::{
        amount::{LARGEST, Reading, plain as plain_amount, read as read_amount},
        api::input::JobInput,
        editing::form::{Completeness, read as read_form},
    },
    sources::import::location::Location,
    text::words::{plain, slug, stems},
};

/// What `query` asks of the words of a job, as each database is asked for it.
pub fn conditions(query: &JobQuery) -> Option<[String; 2]> {
    let words = query.expression()?;
    Some([words.fts5(), words.tsquery()])
}
