//! `jobboard export FILE`

use std::{
    fs::File,
    io::{BufWriter, ErrorKind, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use diesel::prelude::*;
use indicatif::ProgressBar;
use serde::Serialize;

use super::{Failure, open_database};
use crate::{
    http::error::Error,
    jobs::{ApplyMethod, Job, JobPosting, Status, view::description},
    platform::{
        config::Config,
        db::{Db, board_id},
        schema::{job_sources, jobs},
    },
    sources::import::{Exact, Identity},
    text::markdown::Top,
};

/// Jobs read at a time.
const BATCH: i64 = 500;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write, which must not exist; - is standard output
    file: PathBuf,
    /// Only the jobs that everybody can see, not drafts, closed and removed ones
    #[arg(long)]
    published: bool,
}

pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let failed = |error: std::io::Error| {
        let name = arguments.file.display();
        Failure::Other(format!("{name} could not be written: {error}"))
    };
    let database = open_database(config)?;
    let mut db = database.connection()?;
    let board_id = board_id::read(&mut db)?;
    let is_file = arguments.file.as_os_str() != "-";
    let out: Box<dyn Write> = if is_file {
        Box::new(File::create_new(&arguments.file).map_err(|error| {
            if error.kind() == ErrorKind::AlreadyExists {
                let name = arguments.file.display();
                return Failure::Other(format!(
                    "{name} exists already, and an export overwrites nothing"
                ));
            }
            failed(error)
        })?)
    } else {
        Box::new(std::io::stdout().lock())
    };
    let mut out = BufWriter::new(out);
    let bar = ProgressBar::new_spinner();
    let (mut after, mut written) = (0, 0);
    loop {
        let batch = batch(&mut db, after, arguments.published)?;
        let Some((last, _)) = batch.last() else { break };
        after = last.id;
        for (job, source) in &batch {
            let line = line(config, &board_id, job, source.as_ref())?;
            writeln!(out, "{line}").map_err(failed)?;
        }
        written += batch.len();
        bar.inc(batch.len() as u64);
    }
    out.flush().map_err(failed)?;
    bar.finish_and_clear();
    if is_file {
        println!("{written} jobs are in {}.", arguments.file.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Name, value, identity and digest.
type Source = (String, String, Option<String>, String);

fn batch(db: &mut Db, after: i64, published: bool) -> Result<Vec<(Job, Option<Source>)>, Error> {
    let mut query = jobs::table
        .left_join(job_sources::table)
        .filter(jobs::id.gt(after))
        .order(jobs::id)
        .limit(BATCH)
        .select((
            Job::as_select(),
            (
                job_sources::name,
                job_sources::value,
                job_sources::identity,
                job_sources::digest,
            )
                .nullable(),
        ))
        .into_boxed();
    if published {
        use crate::platform::db::text_enum::TextEnum;
        query = query
            .filter(jobs::status.eq(Status::Published.as_str()))
            .filter(jobs::unconfirmed_at.is_null());
    }
    Ok(query.load(db)?)
}

/// A line of the file.
#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    posting: JobPosting,
    jobboard: Exact,
}

/// A `JobPosting`, with what schema.org has no words for below `jobboard`.
fn line(
    config: &Config,
    board_id: &str,
    job: &Job,
    source: Option<&Source>,
) -> Result<String, Error> {
    let (host, id) = (config.host(), job.id.to_string());
    let (identifier, identity) = match source {
        Some((name, value, identity, _)) => (
            (name.as_str(), value.as_str()),
            identity.as_deref().and_then(Identity::parse),
        ),
        None => ((host, id.as_str()), Some(Identity::of(board_id, job))),
    };
    let url = config.base_url.join(&job.path()).map_err(Error::internal)?;
    let mut posting = JobPosting::of(
        job,
        description(job, Top::H2),
        identifier,
        url.as_str(),
        config.time_zone,
    );
    // Other boards send people on to where they apply.
    if *job.fields.apply_method == ApplyMethod::Url {
        posting.url = Some(job.fields.apply_to.clone());
    }
    let digest = source.map(|(_, _, _, digest)| digest.as_str());
    let jobboard = Exact::of(job, identity.as_ref(), digest);
    serde_json::to_string(&Line { posting, jobboard }).map_err(Error::internal)
}
