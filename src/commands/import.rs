//! `jobboard import FILE`

mod summary;

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use self::summary::Summary;
use super::{Failure, open_or_make_database};
use crate::{
    accounts::Account,
    app,
    http::error::Error,
    platform::{
        audit::{Origin, Subject},
        events::Events,
    },
    platform::{
        clock::Clock,
        config::Config,
        db::{self, Database},
    },
    sources::{
        actions::{self, JOBS_IMPORTED},
        import::{Line, Lines, Posting, Records, Refusal, from_row, store},
    },
};

/// Postings stored in one transaction.
const BATCH: usize = 500;

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
    let failed = |error: io::Error| {
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
    let database = open_or_make_database(config)?;
    let bar = progress_bar(size);
    let mut import = Import {
        owner_id: find_owner(&database, arguments.owner.as_deref())?,
        database,
        clock: Clock::of(config.time_zone),
        events: app::events(),
        bar: bar.clone(),
        batch: Vec::with_capacity(BATCH),
        summary: Summary::default(),
    };
    let reader = bar.wrap_read(file);
    let is_csv = arguments
        .file
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let reader = BufReader::new(reader);
    let read = if is_csv {
        import.read_csv(reader, failed)
    } else {
        import.read_lines(reader, failed)
    };
    // What was good before the file broke off is kept.
    let flushed = import.flush();
    import.record()?;
    flushed?;
    read?;
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
    owner_id: Option<i64>,
    clock: Clock,
    events: Events,
    bar: ProgressBar,
    /// With the number of its line.
    batch: Vec<(u64, Posting)>,
    summary: Summary,
}

impl Import {
    fn read_lines(
        &mut self,
        reader: impl BufRead,
        failed: impl Fn(io::Error) -> Failure,
    ) -> Result<(), Failure> {
        let mut lines = Lines::new(reader);
        while let Some(Line { number, bytes }) = lines.next_line().map_err(&failed)? {
            let Some(bytes) = bytes else {
                self.take(number, Err(Refusal("has more than a megabyte".into())))?;
                continue;
            };
            let text = String::from_utf8_lossy(&bytes);
            if !text.trim().is_empty() {
                let now = self.clock.moment();
                self.take(number, read(|| Posting::from_json(text.trim(), now)))?;
            }
        }
        Ok(())
    }

    fn read_csv(
        &mut self,
        reader: impl BufRead,
        failed: impl Fn(io::Error) -> Failure,
    ) -> Result<(), Failure> {
        let mut records = Records::new(reader);
        let unreadable =
            |why: String| Failure::Other(format!("the CSV has no readable header: {why}"));
        let (_, headers) = records
            .next_record()
            .map_err(&failed)?
            .ok_or_else(|| unreadable("it is empty".into()))?;
        let headers = headers.map_err(|refusal| unreadable(refusal.to_string()))?;
        while let Some((number, record)) = records.next_record().map_err(&failed)? {
            let now = self.clock.moment();
            let posting = record.and_then(|record| read(|| from_row(&headers, &record, now)));
            self.take(number, posting)?;
        }
        Ok(())
    }

    fn take(&mut self, number: u64, posting: Result<Posting, Refusal>) -> Result<(), Failure> {
        match posting {
            Ok(posting) => self.batch.push((number, posting)),
            Err(refusal) => self.refuse(number, &refusal),
        }
        if self.batch.len() == BATCH {
            self.flush()?;
        }
        Ok(())
    }

    fn refuse(&mut self, number: u64, refusal: &Refusal) {
        let reason = self.summary.refuse(refusal);
        self.bar.suspend(|| eprintln!("line {number} {reason}"));
    }

    fn flush(&mut self) -> Result<(), Failure> {
        let batch = std::mem::take(&mut self.batch);
        if batch.is_empty() {
            return Ok(());
        }
        match self.store(&batch) {
            Ok(()) => Ok(()),
            // One posting that the database does not take must not cost the others.
            Err(Error::Internal(_)) if batch.len() > 1 => self.store_each(&batch),
            Err(error) => Err(error.into()),
        }
    }

    fn store_each(&mut self, batch: &[(u64, Posting)]) -> Result<(), Failure> {
        for line in batch {
            match self.store(std::slice::from_ref(line)) {
                Ok(()) => {}
                Err(Error::Internal(error)) => {
                    self.refuse(line.0, &Refusal(format!("was not stored: {error}")));
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// One entry in the audit log for all jobs that were stored.
    fn record(&self) -> Result<(), Failure> {
        let Summary { added, updated, .. } = self.summary;
        if added + updated == 0 {
            return Ok(());
        }
        let origin = Origin::command_line(self.clock.moment(), self.events.clone());
        let detail = actions::detail(added, updated);
        let mut connection = self.database.connection()?;
        db::transaction(&mut connection, |db| {
            Ok::<_, Error>(origin.record(db, JOBS_IMPORTED, Subject::Board, &detail)?)
        })?;
        Ok(())
    }

    fn store(&mut self, batch: &[(u64, Posting)]) -> Result<(), Error> {
        let postings: Vec<&Posting> = batch.iter().map(|(_, posting)| posting).collect();
        let origin = Origin::command_line(self.clock.moment(), self.events.clone()).in_bulk();
        let owner_id = self.owner_id;
        let mut connection = self.database.connection()?;
        let outcomes = db::transaction(&mut connection, |db| {
            store(db, &postings, owner_id, &origin)
        })?;
        for (posting, outcome) in postings.iter().zip(outcomes) {
            self.summary.count(posting, outcome);
        }
        Ok(())
    }
}

/// What `reader` reads; a fault of its own is told as a refusal, so that it costs one line.
fn read(reader: impl FnOnce() -> Result<Posting, Refusal>) -> Result<Posting, Refusal> {
    catch_unwind(AssertUnwindSafe(reader)).unwrap_or_else(|_| {
        Err(Refusal(
            "could not be read, which is a fault of this program".into(),
        ))
    })
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
