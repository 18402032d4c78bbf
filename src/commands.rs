//! The command line. Without a command the board is served.

mod admin;
mod backup;
mod copy_database;
mod export;
mod health;
mod import;
mod manual;
mod migrate;
mod reindex;
mod serve;
mod settings;

use std::{io::IsTerminal, process::ExitCode};

use clap::{Parser, Subcommand};
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::{
    config::{Config, ConfigError, Given},
    db::{self, ConnectError, Database, MigrateError},
    error::Error,
    jobs::listed,
};

/// A job board anyone can host
///
/// Without a command the board is served: on SQLite, in the folder data, at http://127.0.0.1:8080,
/// unless the settings say otherwise. Settings are environment variables or lines of a file called
/// .env; `jobboard config` shows them.
#[derive(Debug, Parser)]
#[command(
    version,
    name = "jobboard",
    after_help = "Examples:\n  jobboard                              serve the board\n  jobboard admin create me@example.org  make the first administrator\n  jobboard import postings.ndjson       fill it\n  jobboard backup board.db              copy it while it runs"
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the board (what happens without a command)
    Serve,
    /// Bring the database to this version's schema
    Migrate(migrate::Arguments),
    /// Add or update jobs from a file of schema.org JobPostings or a CSV
    Import(import::Arguments),
    /// Write the jobs to a file that `import` reads
    Export(export::Arguments),
    /// Build the search index anew from the jobs
    Reindex,
    /// Make and list administrators, disable and enable accounts
    #[command(subcommand)]
    Admin(admin::Command),
    /// Copy an SQLite database while the board runs
    Backup(backup::Arguments),
    /// Fill an empty database with the board in another, SQLite or PostgreSQL
    CopyDatabase(copy_database::Arguments),
    /// Show every setting and where it comes from, without secrets
    Config,
    /// Ask the board on this machine whether it is ready
    Health,
    /// Write the completions of a shell to standard output
    Completions(manual::Completions),
    /// Write the manual, for `man -l -`
    Man(manual::Manual),
}

/// What the log holds where `RUST_LOG` does not say. Parsers of HTML would have a line for each slip in
/// what they read.
const DEFAULT_LOG: &str = "info,actix_server=warn,html5ever=error,markup5ever=error";

/// Why a command ended badly, as one sentence.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Query(#[from] diesel::result::Error),
    #[error("{0}")]
    Config(#[from] ConfigError),
    #[error("DATABASE_URL: {0}")]
    Connect(#[from] ConnectError),
    #[error("{0}")]
    Migrate(#[from] MigrateError),
    #[error("{0}")]
    Start(#[from] crate::app::StartError),
    #[error("{0}")]
    Board(#[from] Error),
    #[error("{0}")]
    Other(String),
}

/// Reads the command and the configuration, and runs it. A failure is one line on standard error
/// and exit code 1; clap's own for wrong arguments is 2.
pub fn run() -> ExitCode {
    let command = Arguments::parse().command.unwrap_or(Command::Serve);
    execute(command).unwrap_or_else(|failure| {
        eprintln!("jobboard: {failure}");
        ExitCode::FAILURE
    })
}

/// What needs no settings works with wrong ones.
fn execute(command: Command) -> Result<ExitCode, Failure> {
    let given = Given::in_environment();
    match command {
        Command::Serve => serve::run(read_settings()?),
        Command::Migrate(arguments) => migrate::run(&read_settings()?, &arguments),
        Command::Import(arguments) => import::run(&read_settings()?, &arguments),
        Command::Export(arguments) => export::run(&read_settings()?, &arguments),
        Command::Reindex => reindex::run(&read_settings()?),
        Command::Admin(command) => admin::run(&read_settings()?, command),
        Command::Backup(arguments) => backup::run(&read_settings()?, &arguments),
        Command::CopyDatabase(arguments) => copy_database::run(&read_settings()?, &arguments),
        Command::Config => settings::run(&read_settings()?, &given),
        Command::Health => health::run(&read_settings()?),
        Command::Completions(arguments) => Ok(manual::completions(&arguments)),
        Command::Man(arguments) => manual::manual(&arguments),
    }
}

/// Reads the settings, and starts the log as they say.
fn read_settings() -> Result<Config, Failure> {
    let config = Config::from_env()?;
    start_log(&config);
    Ok(config)
}

/// Opens the database and brings it to this version's schema.
fn open_database(config: &Config) -> Result<Database, Failure> {
    let database = Database::open(config)?;
    let mut connection = database.connection()?;
    db::migrate(&mut connection)?;
    listed::build_if_missing(&mut connection)?;
    drop(connection);
    Ok(database)
}

fn start_log(config: &Config) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(DEFAULT_LOG));
    let registry = tracing_subscriber::registry().with(filter);
    let lines = fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second start in one process, as in tests, keeps the first log.
    let _ = if config.log_format.is_json() {
        registry.with(lines.json().flatten_event(true)).try_init()
    } else {
        registry.with(lines.compact()).try_init()
    };
}
