//! `jobboard import FILE`

mod jobs;
mod preview;
mod report;
mod summary;

use std::{
    fs::File,
    io::{self, Read},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use url::Url;

use self::{jobs::Import, preview::Preview, report::Report};
use super::{Failure, open_or_make_database};
use crate::{
    accounts::Account,
    http::error::Error,
    platform::{
        clock::Clock,
        config::Config,
        db::{self, ConnectError, Database},
    },
    sources::formats::{self, Given, Mapping, Record},
    text::calendar::numbers::Order,
};

/// The exit code when some records were refused and the rest was imported.
const SOME_REFUSED: u8 = 3;

#[derive(Debug, Args)]
#[command(
    after_help = "Exit code: 0 when every job was taken, 3 when some were refused or left open, 1 when nothing could be done."
)]
pub struct Arguments {
    /// Jobs as JSON, NDJSON, CSV, XML, RSS or a page with JobPostings, which may be compressed with gzip; - is
    /// standard input
    file: PathBuf,
    /// The account that will own the jobs, by its email address; nobody owns them otherwise
    #[arg(long, value_name = "EMAIL")]
    owner: Option<String>,
    /// The company of jobs that name none
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// The site of addresses that name none, as those of Personio
    #[arg(long, value_name = "ADDRESS")]
    site: Option<Url>,
    /// A column of a table that has another name than the board knows, as title=job_title; may be repeated
    #[arg(long = "map", value_name = "FIELD=COLUMN")]
    columns: Vec<Mapping>,
    /// Close the jobs that were imported before, under the same identifier names, and that the file lacks; if those are
    /// more than half, none is closed
    #[arg(long)]
    complete: bool,
    /// With --complete, close them even if they are more than half
    #[arg(long, requires = "complete")]
    close_most: bool,
    /// What is first in dates like 01/02/2026: day-first or month-first
    #[arg(long, value_name = "ORDER")]
    dates: Option<Order>,
    /// Say what would become of the jobs, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Write a line of JSON for each job that is refused or passed over, and each value that is left out or assumed
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let (file, size) = open(arguments)?;
    let report = arguments.report.as_deref().map(Report::make).transpose()?;
    let bar = progress_bar(size);
    let mut import = if arguments.dry_run {
        let database = open_if_there(config)?;
        let owner_id = match &database {
            Some(database) => find_owner(database, arguments.owner.as_deref())?,
            None => None,
        };
        Import::previewed(Preview::of(database, owner_id), config)
    } else {
        let database = open_or_make_database(config)?;
        let owner_id = find_owner(&database, arguments.owner.as_deref())?;
        Import::stored(database, owner_id, config)
    };
    import.bar = bar.clone();
    import.report = report;
    let clock = Clock::of(config.time_zone);
    let given = Given {
        company: arguments.company.as_deref(),
        site: arguments.site.as_ref(),
        page: None,
        columns: &arguments.columns,
        dates: arguments.dates,
        now: &|| clock.moment(),
    };
    let mut take = |record: Record| import.take(record);
    let read = formats::read(Box::new(bar.wrap_read(file)), &given, &mut take);
    // What was good before the file broke off is kept.
    let ended = import.end();
    read.map_err(|error| failed(arguments, error))?;
    ended?;
    if arguments.complete {
        import.close_lacking(arguments.close_most)?;
    }
    bar.finish_and_clear();
    println!("{}", import.summary);
    let is_whole = import.summary.refused == 0 && import.summary.left_open.is_none();
    Ok(if is_whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(SOME_REFUSED)
    })
}

fn open(arguments: &Arguments) -> Result<(Box<dyn Read>, u64), Failure> {
    if arguments.file.as_os_str() == "-" {
        return Ok((Box::new(io::stdin().lock()), 0));
    }
    let failed = |error: io::Error| failed(arguments, formats::Error::Unreadable(error));
    let file = File::open(&arguments.file).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    Ok((Box::new(file), size))
}

fn failed(arguments: &Arguments, error: formats::Error<Failure>) -> Failure {
    let is_input = arguments.file.as_os_str() == "-";
    match error {
        formats::Error::Taken(failure) => failure,
        error if is_input => Failure::Other(format!("standard input {error}")),
        error => Failure::Other(format!("{} {error}", arguments.file.display())),
    }
}

/// The board that there is, as it is: a preview brings no schema up to date.
fn open_if_there(config: &Config) -> Result<Option<Database>, Failure> {
    let database = match Database::open_existing(config) {
        Ok(database) => database,
        Err(ConnectError::NoFile(_) | ConnectError::NoBoard(_)) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    if db::pending(&mut *database.connection()?)?.is_empty() {
        Ok(Some(database))
    } else {
        let why = "the board has the schema of an older version, and a dry run changes nothing: run `jobboard \
                   migrate` first, or import without --dry-run";
        Err(Failure::Other(why.into()))
    }
}

fn find_owner(database: &Database, email: Option<&str>) -> Result<Option<i64>, Failure> {
    let Some(email) = email else {
        return Ok(None);
    };
    let found = Account::find_by_email(&mut *database.connection()?, email).map_err(Error::from)?;
    found
        .map(|account| Some(account.id))
        .ok_or_else(|| Failure::Other(format!("there is no account with the address {email}")))
}

/// A bar on a terminal; nothing elsewhere.
fn progress_bar(size: u64) -> ProgressBar {
    let bar = ProgressBar::new(size);
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40} {percent}% {bytes_per_sec}, {eta} left")
    {
        bar.set_style(style);
    }
    bar
}
