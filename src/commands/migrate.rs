//! `jobboard migrate`

use std::process::ExitCode;

use super::Failure;
use crate::{
    config::Config,
    db::{self, Database},
};

pub fn run(config: &Config) -> Result<ExitCode, Failure> {
    let database = Database::open(config)?;
    let applied = db::migrate(&mut *database.connection()?)?;
    match applied.as_slice() {
        [] => println!("Nothing to do: {} is up to date.", config.database_url),
        names => println!("Applied to {}: {}", config.database_url, names.join(", ")),
    }
    Ok(ExitCode::SUCCESS)
}
