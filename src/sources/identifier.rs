//! What employers call their jobs that were imported.

use diesel::prelude::*;

use super::formats;
use crate::platform::{
    db::{self, Db},
    schema::job_sources,
};

/// The name and value of the identifier that the employer gave a job: nothing where it was posted on a board, or has
/// an identifier that was only made of its address.
///
/// # Errors
/// Those of the database.
pub fn of_employer(db: &mut Db, job_id: i64) -> Result<Option<(String, String)>, db::Error> {
    let source: Option<(String, String)> = job_sources::table
        .find(job_id)
        .filter(job_sources::identity.is_null())
        .select((job_sources::name, job_sources::value))
        .first(db)
        .optional()?;
    Ok(source.filter(|(_, value)| !formats::identifier::is_made(value)))
}
