//! `jobboard reindex`

use std::process::ExitCode;

use indicatif::ProgressBar;

use super::Failure;
use crate::{
    http::error::Error,
    platform::{
        config::Config,
        db::{self, Database},
    },
    search::rebuilding,
};

/// Builds it in one transaction: visitors see the old lists until the new ones are there.
pub fn run(config: &Config) -> Result<ExitCode, Failure> {
    let database = Database::open_existing(config)?;
    let bar = ProgressBar::new_spinner();
    let mut connection = database.connection()?;
    db::migrate(&mut connection)?;
    let listed = db::transaction::<_, Error>(&mut connection, |db| {
        Ok(rebuilding::rebuild(db, |done| bar.inc(done as u64))?)
    })?;
    bar.finish_and_clear();
    println!("{listed} jobs are on the board and in the index.");
    Ok(ExitCode::SUCCESS)
}
