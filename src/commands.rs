//! The command line. Without a command the board is served.

mod admin;
mod import;
mod migrate;
mod reindex;
mod serve;

use std::{io::IsTerminal, process::ExitCode};

use clap::{Parser, Subcommand};
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::{
    config::{Config, ConfigError},
    db::{self, ConnectError, Database, MigrateError},
    error::Error,
    jobs::listed,
};

/// A job board anyone can host.
///
/// Settings come from the environment or a .env file; the README lists them.
#[derive(Debug, Parser)]
#[command(version)]
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
    /// Build the search index anew from the jobs
    Reindex,
    /// Make and list administrators
    #[command(subcommand)]
    Admin(admin::Command),
}

/// Why a command ended badly, as one sentence.
#[derive(Debug, thiserror::Error)]
enum Failure {
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
    let arguments = Arguments::parse();
    let result = Config::from_env()
        .map_err(Failure::from)
        .and_then(|config| {
            start_log(&config);
            match arguments.command.unwrap_or(Command::Serve) {
                Command::Serve => serve::run(config),
                Command::Migrate(arguments) => migrate::run(&config, &arguments),
                Command::Import(arguments) => import::run(&config, &arguments),
                Command::Reindex => reindex::run(&config),
                Command::Admin(command) => admin::run(&config, command),
            }
        });
    result.unwrap_or_else(|failure| {
        eprintln!("jobboard: {failure}");
        ExitCode::FAILURE
    })
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
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,actix_server=warn"));
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
