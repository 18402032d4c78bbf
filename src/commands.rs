//! The command line. Without a command the board is served.

mod admin;
mod backup;
mod copy_database;
mod copy_files;
mod demo;
mod export;
mod health;
mod import;
mod mail;
mod manual;
mod migrate;
mod reindex;
mod routes;
mod serve;
mod settings;

use std::{
    io::{IsTerminal, Write},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use rustix::fs::Mode;
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::{
    app::features,
    http::error::Error,
    platform::{
        config::{Config, ConfigError, Given},
        db::{self, ConnectError, Database, MigrateError},
        files, private_file,
    },
    search::rebuilding,
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
    /// Add or update jobs from a file: JSON, CSV, XML, RSS, or a page with JobPostings
    Import(import::Arguments),
    /// Fill an empty board with invented jobs, to see what it looks like
    Demo,
    /// Write the jobs to a file that `import` reads
    Export(export::Arguments),
    /// Build the search index anew from the jobs
    Reindex,
    /// Make and list administrators, disable and enable accounts
    #[command(subcommand)]
    Admin(admin::Command),
    /// Try whether mail can be sent
    #[command(subcommand)]
    Mail(mail::Command),
    /// Copy an SQLite database and the uploaded pictures while the board runs
    Backup(backup::Arguments),
    /// Fill an empty database with the board in another, SQLite or PostgreSQL
    CopyDatabase(copy_database::Arguments),
    /// Copy uploaded pictures from one place to another, a folder or a bucket of S3
    CopyFiles(copy_files::Arguments),
    /// Show every setting and where it comes from, without secrets
    Config,
    /// Show every URL, its method, and who may call it
    Routes,
    /// Ask the board on this machine whether it is ready
    Health,
    /// Write the completions of a shell to standard output
    Completions(manual::Completions),
    /// Write the manual, for `man -l -`
    Man(manual::Manual),
}

/// What the log holds where `RUST_LOG` does not say.
const DEFAULT_LOG: &str = "info,actix_server=warn";

/// Parsers of HTML, which would write a line for each slip in what they read: megabytes for one
/// description, whatever `RUST_LOG` says.
const SILENT: [&str; 2] = ["html5ever=off", "markup5ever=off"];

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
    Database(#[from] db::Error),
    #[error("{0}")]
    Files(#[from] files::Error),
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
    match command {
        Command::Serve => serve::run(read_settings()?),
        Command::Migrate(arguments) => migrate::run(&read_settings()?, &arguments),
        Command::Import(arguments) => import::run(&read_settings()?, &arguments),
        Command::Demo => demo::run(&read_settings()?),
        Command::Export(arguments) => export::run(&read_settings()?, &arguments),
        Command::Reindex => reindex::run(&read_settings()?),
        Command::Admin(command) => admin::run(&read_settings()?, command),
        Command::Mail(command) => mail::run(&read_settings()?, command),
        Command::Backup(arguments) => backup::run(&read_settings()?, &arguments),
        Command::CopyDatabase(arguments) => copy_database::run(&read_settings()?, &arguments),
        Command::CopyFiles(arguments) => copy_files::run(&read_settings()?, &arguments),
        Command::Config => settings::run(&read_settings()?),
        Command::Routes => Ok(routes::run()),
        Command::Health => health::run(&read_settings()?),
        Command::Completions(arguments) => Ok(manual::completions(&arguments)),
        Command::Man(arguments) => manual::manual(&arguments),
    }
}

/// Prints a list. Whoever reads only its beginning, as `head` does, has what they want.
fn print(lines: &[String]) {
    let mut text = lines.join("\n");
    text.push('\n');
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Reads the settings, starts the log as they say, and sees to it that whatever is written from here
/// on, databases, keys, exports and backups, is its owner's alone.
fn read_settings() -> Result<Config, Failure> {
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
    let given = Given::read(&features::settings())?;
    let config = features::read_settings(|name| given.get(name))?;
    start_log(&config, &given);
    private_file::tighten(&config);
    Ok(config)
}

/// Opens the board there is, and brings it to this version's schema. Where there is none the command
/// fails and makes nothing: an export or a list of an empty board made on the spot would look like
/// success.
fn open_database(config: &Config) -> Result<Database, Failure> {
    let database = Database::open_existing(config)?;
    bring_up_to_date(&database)?;
    Ok(database)
}

/// Opens the board, making one where there is none: for the commands that begin a board (`serve` and
/// `migrate`, which open it themselves, `import`, `demo`, `admin create`, and the target of
/// `copy-database`).
fn open_or_make_database(config: &Config) -> Result<Database, Failure> {
    let database = Database::open(config)?;
    bring_up_to_date(&database)?;
    Ok(database)
}

fn bring_up_to_date(database: &Database) -> Result<(), Failure> {
    let mut connection = database.connection()?;
    db::migrate(&mut connection)?;
    Ok(rebuilding::build_if_outdated(&mut connection)?)
}

/// Starts the log, on standard error, and tells there what is odd about the settings.
fn start_log(config: &Config, given: &Given) {
    let wanted = given
        .get("RUST_LOG")
        .filter(|wanted| !wanted.trim().is_empty());
    let filter = wanted.as_deref().map(EnvFilter::try_new);
    let is_wrong = matches!(filter, Some(Err(_)));
    let filter = filter
        .and_then(Result::ok)
        .unwrap_or_else(|| EnvFilter::new(DEFAULT_LOG));
    let silent = SILENT.iter().filter_map(|directive| directive.parse().ok());
    let filter = silent.fold(filter, EnvFilter::add_directive);
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
    if is_wrong {
        tracing::warn!("RUST_LOG is no filter like info,request=warn, and was not followed");
    }
    for warning in given.warnings(&features::settings()) {
        tracing::warn!("{warning}");
    }
}
