//! Pay that a source states in a way that cannot be kept: the employer is told why the job shows none.

use diesel::prelude::*;

use crate::platform::{
    db::{self, Db},
    schema::job_sources,
};

/// The pay that was left out of job `job_id`, in the words of its source.
///
/// # Errors
/// Those of the database.
pub fn of(db: &mut Db, job_id: i64) -> Result<Option<String>, db::Error> {
    let words: Option<String> = job_sources::table
        .find(job_id)
        .select(job_sources::pay_left_out)
        .first(db)
        .optional()?;
    Ok(words.filter(|words| !words.is_empty()))
}

/// Notes what was left out, or with an empty text that nothing was.
pub fn note(db: &mut Db, job_id: i64, words: &str) -> QueryResult<()> {
    diesel::update(job_sources::table.find(job_id))
        .set(job_sources::pay_left_out.eq(words))
        .execute(db)?;
    Ok(())
}
