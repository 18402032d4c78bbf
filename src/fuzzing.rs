//! What reads foreign text, for the targets in `fuzz/`. Built for them alone.

use crate::search::JobQuery;

/// What `query` asks of the words of a job, as each database is asked for it.
pub fn conditions(query: &JobQuery) -> Option<[String; 2]> {
    let words = query.expression()?;
    Some([words.fts5(), words.tsquery()])
}
