//! `jobboard migrate`

use std::process::ExitCode;

use clap::Args;

use super::Failure;
use crate::platform::{
    config::Config,
    db::{self, Database},
};

/// The exit code of `--check` where migrations are missing.
const MISSING: u8 = 3;

#[derive(Debug, Args)]
#[command(
    after_help = "Exit code with --check: 0 when nothing is missing, 3 when something is, 1 when it cannot be told."
)]
pub struct Arguments {
    /// Only say what is missing
    #[arg(long)]
    check: bool,
}

pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    if arguments.check {
        return check(config);
    }
    let database = Database::open(config)?;
    let url = &config.database_url;
    match db::migrate(&mut *database.connection()?)?.as_slice() {
        [] => println!("Nothing to do: {url} is up to date."),
        names => println!("Applied to {url}: {}", names.join(", ")),
    }
    Ok(ExitCode::SUCCESS)
}

fn check(config: &Config) -> Result<ExitCode, Failure> {
    let database = Database::open_existing(config)?;
    let url = &config.database_url;
    let missing = db::pending(&mut *database.connection()?)?;
    if missing.is_empty() {
        println!("{url} is up to date.");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{url} lacks {}", missing.join(", "));
    Ok(ExitCode::from(MISSING))
}
