//! `jobboard demo`

mod catalogue;
mod chance;
mod country;
mod description;
mod vacancy;

use std::process::ExitCode;

use diesel::prelude::*;

use self::{catalogue::Catalogue, vacancy::Vacancy};
use super::{Failure, open_or_make_database};
use crate::{
    app,
    http::error::Error,
    platform::audit::{Origin, Subject},
    platform::{clock::Clock, config::Config, db, schema::jobs},
    sources::{
        actions::{self, JOBS_IMPORTED},
        import::{Posting, store},
    },
};

/// Stores the invented jobs in one transaction, if the board has no job of any status.
pub fn run(config: &Config) -> Result<ExitCode, Failure> {
    let now = Clock::of(config.time_zone).moment();
    let catalogue = Catalogue::read()?;
    let postings = Vacancy::all(&catalogue)?
        .iter()
        .map(|vacancy| vacancy.posting(now))
        .collect::<Result<Vec<Posting>, Failure>>()?;
    let database = open_or_make_database(config)?;
    let mut connection = database.connection()?;
    let origin = Origin::command_line(now, app::events()).in_bulk();
    let is_stored = db::transaction(&mut connection, |db| {
        let jobs: i64 = jobs::table.count().get_result(db)?;
        if jobs > 0 {
            return Ok(false);
        }
        store(db, &postings.iter().collect::<Vec<_>>(), None, &origin)?;
        let detail = actions::detail(postings.len(), 0, "");
        origin.record(db, JOBS_IMPORTED, Subject::Board, &detail)?;
        Ok::<_, Error>(true)
    })?;
    if !is_stored {
        return Err(Failure::Other(
            "this board has jobs already; invented ones only go on an empty board".into(),
        ));
    }
    println!(
        "{} invented jobs are on the board. Look at them at {}jobs while it is served.",
        postings.len(),
        config.base_url
    );
    Ok(ExitCode::SUCCESS)
}
