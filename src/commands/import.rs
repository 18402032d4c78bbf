//! `jobboard import FILE`

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead, BufReader, Read},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Failure, open_database};
use crate::{
    accounts::Account,
    clock::Clock,
    config::Config,
    db::{self, Database},
    error::Error,
    jobs::{
        import::{Outcome, Posting, Refusal, from_row, store},
        listed,
    },
};

/// Postings stored in one transaction.
const BATCH: usize = 500;

/// After so many new jobs the index is tidied.
const MANY: usize = 5000;

/// The exit code when some lines were refused and the rest was imported.
const SOME_REFUSED: u8 = 3;

#[derive(Debug, Args)]
#[command(
    after_help = "Exit code: 0 when every line was taken, 3 when some were refused, 1 when nothing could be done."
)]
pub struct Arguments {
    /// NDJSON, one JobPosting a line; or a CSV with named columns, if its name ends in .csv; - is standard input
    file: PathBuf,
    /// The account that will own the jobs, by its email address; nobody owns them otherwise
    #[arg(long, value_name = "EMAIL")]
    owner: Option<String>,
}

pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let failed = |error: std::io::Error| {
        Failure::Other(format!(
            "{} could not be read: {error}",
            arguments.file.display()
        ))
    };
    let is_file = arguments.file.as_os_str() != "-";
    let (file, size): (Box<dyn Read>, u64) = if is_file {
        let file = File::open(&arguments.file).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        (Box::new(file), size)
    } else {
        (Box::new(std::io::stdin().lock()), 0)
    };
    let database = open_database(config)?;
    let bar = progress_bar(size);
    let mut import = Import {
        owner_id: find_owner(&database, arguments.owner.as_deref())?,
        database,
        host: config.host().to_owned(),
        clock: Clock::default(),
        bar: bar.clone(),
        batch: Vec::with_capacity(BATCH),
        summary: Summary::default(),
    };
    let reader = bar.wrap_read(file);
    let is_csv = arguments
        .file
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    if is_csv {
        import.read_csv(reader)?;
    } else {
        import.read_lines(BufReader::new(reader), failed)?;
    }
    import.flush()?;
    if import.summary.added >= MANY {
        listed::tidy(&mut *import.database.connection()?).map_err(Error::from)?;
    }
    bar.finish_and_clear();
    println!("{}", import.summary);
    Ok(if import.summary.refused == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(SOME_REFUSED)
    })
}

struct Import {
    database: Database,
    host: String,
    owner_id: Option<i64>,
    clock: Clock,
    bar: ProgressBar,
    batch: Vec<Posting>,
    summary: Summary,
}

#[derive(Debug, Default)]
struct Summary {
    added: usize,
    updated: usize,
    unchanged: usize,
    refused: usize,
    /// How many lines were refused for each reason.
    reasons: BTreeMap<String, usize>,
    pay_left_out: usize,
}

impl Import {
    fn read_lines(
        &mut self,
        mut reader: impl BufRead,
        failed: impl Fn(std::io::Error) -> Failure,
    ) -> Result<(), Failure> {
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            if reader.read_until(b'\n', &mut line).map_err(&failed)? == 0 {
                break;
            }
            let text = String::from_utf8_lossy(&line);
            if !text.trim().is_empty() {
                self.take(number, Posting::from_json(text.trim()))?;
            }
        }
        Ok(())
    }

    fn read_csv(&mut self, reader: impl Read) -> Result<(), Failure> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(reader);
        let headers = reader
            .headers()
            .map_err(|error| Failure::Other(format!("the CSV has no readable header: {error}")))?
            .clone();
        for row in reader.records() {
            match row {
                Ok(row) => {
                    let number = row.position().map_or(0, csv::Position::line);
                    self.take(number, from_row(&headers, &row))?;
                }
                Err(error) => {
                    let number = error.position().map_or(0, csv::Position::line);
                    self.take(number, Err(Refusal(format!("cannot be read: {error}"))))?;
                }
            }
        }
        Ok(())
    }

    fn take(&mut self, number: u64, posting: Result<Posting, Refusal>) -> Result<(), Failure> {
        match posting {
            Ok(posting) => self.batch.push(posting),
            Err(refusal) => {
                self.summary.refused += 1;
                *self.summary.reasons.entry(refusal.to_string()).or_default() += 1;
                self.bar.suspend(|| eprintln!("line {number} {refusal}"));
            }
        }
        if self.batch.len() == BATCH {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Failure> {
        let (batch, owner_id, now) = (&self.batch, self.owner_id, self.clock.now());
        let mut connection = self.database.connection()?;
        let outcomes = db::transaction(&mut connection, |db| {
            store(db, batch, &self.host, owner_id, now)
        })?;
        for (posting, outcome) in batch.iter().zip(outcomes) {
            match outcome {
                Outcome::Added => self.summary.added += 1,
                Outcome::Updated => self.summary.updated += 1,
                Outcome::Unchanged => self.summary.unchanged += 1,
            }
            self.summary.pay_left_out += usize::from(posting.pay_left_out);
        }
        self.batch.clear();
        Ok(())
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} added, {} updated, {} unchanged, {} refused",
            self.added, self.updated, self.unchanged, self.refused
        )?;
        for (reason, count) in &self.reasons {
            write!(f, "\n  {count} refused: {reason}")?;
        }
        if self.pay_left_out > 0 {
            write!(
                f,
                "\nPay was left out of {} whose figures cannot be meant as stated",
                self.pay_left_out
            )?;
        }
        Ok(())
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
