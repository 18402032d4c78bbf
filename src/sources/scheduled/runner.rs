//! The task that reads one source.

use std::time::{Duration, Instant};

use actix_web::web::Data;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    desk::Desk,
    fetch::{Kind, Problem, Validators},
    fetcher::Fetcher,
    gather::{Gathered, Reach, gather},
    letters,
    missing::Had,
    read::{About, Contents},
    run::{Outcome as Ending, Run},
    source::{Settled, Source},
};
use crate::{
    http::{board::Board, error::Error},
    platform::{
        audit::{Origin, Subject},
        tasks::{Attempt, Lane, Outcome, Retry, Task},
    },
    sources::actions::{JOBS_CLOSED, JOBS_IMPORTED, detail, detail_of_closed},
};

/// The wait after a first failure, in minutes; four times as long after each further one.
const FIRST_WAIT: i64 = 15;

/// After so many failures in a row administrators are told.
const FAILURES_TOLD: i32 = 4;

/// Reads one source.
pub struct Runner(pub Data<Board>, pub Desk);

/// What the task of a source holds.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Reading {
    pub source_id: i64,
}

impl Task for Runner {
    const KIND: &'static str = "source";
    const LANE: Lane = Lane {
        name: "sources",
        at_once: 4,
    };
    const RETRY: Retry = Retry {
        first: TimeDelta::minutes(1),
        longest: TimeDelta::hours(1),
        tries: 5,
    };
    const PATIENCE: Duration = Duration::from_secs(15 * 60);
    type Payload = Reading;

    async fn run(&self, reading: Reading, _: Attempt) -> Outcome {
        match self.read(reading.source_id).await {
            Ok(()) => Outcome::done(),
            Err(error) => Outcome::failed(error.to_string()),
        }
    }
}

impl Runner {
    async fn read(&self, source_id: i64) -> Result<(), Error> {
        let source = self
            .0
            .read(move |db| Ok(Source::find(db, source_id)?))
            .await?;
        let Some(source) = source.filter(|source| source.paused_at.is_none()) else {
            return Ok(());
        };
        let started = Instant::now();
        let (mut run, held, validators, problem) = match self.fetch(&source).await {
            Ok(Answered::Same) => {
                let had = Had {
                    is_unchanged: true,
                    ..Had::default()
                };
                let run = self.run_of(&source, Ending::Unchanged);
                let (verdict, _) = self.judge(&source, had).await?;
                let (run, held) = self.carry_out(verdict, run).await?;
                (run, held, source.validators.clone(), None)
            }
            Ok(Answered::Contents(contents, _)) if contents.is_empty => {
                let mut run = self.run_of(&source, Ending::Empty);
                run.trouble = Problem::from(Kind::Empty).to_text();
                (run, source.held, String::new(), None)
            }
            Ok(Answered::Contents(contents, validators)) => {
                let (run, held) = self.bring(&source, *contents).await?;
                (run, held, validators.to_json(), None)
            }
            Err(problem) => {
                let mut run = self.run_of(&source, Ending::Failed);
                run.trouble = problem.to_text();
                (run, source.held, source.validators.clone(), Some(problem))
            }
        };
        run.milliseconds = i32::try_from(started.elapsed().as_millis()).unwrap_or(i32::MAX);
        self.settle(source, run, held, validators, problem).await
    }

    pub(super) fn run_of(&self, source: &Source, ending: Ending) -> Run {
        Run::new(source.id, self.0.clock.now(), ending)
    }

    async fn fetch(&self, source: &Source) -> Result<Answered, Problem> {
        let Self(board, _) = self;
        let now = board.clock.moment();
        let before = Validators::usable(&source.validators, now.at);
        let Ok(fetcher) = board.state::<Fetcher>() else {
            return Err(Kind::NoTls.into());
        };
        let gathered = gather(
            fetcher,
            *source.system,
            &source.address,
            &before,
            Reach::All,
        )
        .await?;
        let Gathered::Documents(fetched) = gathered else {
            return Ok(Answered::Same);
        };
        let about = About {
            system: *source.system,
            address: source.address.clone(),
            company: source.company.clone(),
        };
        let contents = self.1.read(fetched.documents, about, now).await?;
        let validators = Validators {
            read_at: Some(now.at),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            ..fetched.validators
        };
        Ok(Answered::Contents(Box::new(contents), validators))
    }

    pub(super) fn origin(&self) -> Origin {
        self.0.origin()
    }

    /// Writes the run down, says when the next is due, and tells administrators what they must see to.
    async fn settle(
        &self,
        source: Source,
        run: Run,
        held: i32,
        validators: String,
        problem: Option<Problem>,
    ) -> Result<(), Error> {
        let failures = if run.outcome.is_success() {
            0
        } else {
            source.failures + 1
        };
        let letter = if held > 0 && source.held == 0 {
            Some(letters::held(&self.0, &source, held))
        } else if failures == FAILURES_TOLD {
            Some(letters::failing(&self.0, &source, &run))
        } else {
            None
        };
        let (board, origin) = (self.0.clone(), self.origin());
        self.0
            .write(move |db| {
                if Source::find(db, source.id)?.is_none() {
                    return Ok(());
                }
                run.record(db)?;
                let settled = Settled {
                    failures,
                    held,
                    validators,
                    read_at: run.outcome.is_success().then_some(run.at),
                    trouble: run.trouble.clone(),
                };
                source.settle(db, &settled)?;
                if failures > 0 {
                    source.wait(db, origin.at + wait(&source, failures, problem.as_ref()))?;
                } else if source.failures > 0 {
                    source.wait(db, origin.at + TimeDelta::hours(source.hours.into()))?;
                }
                if run.added + run.updated + run.reopened > 0 {
                    let changed = detail(
                        usize::try_from(run.added).unwrap_or_default(),
                        usize::try_from(run.updated + run.reopened).unwrap_or_default(),
                        &source.name(),
                    );
                    origin.record(db, JOBS_IMPORTED, Subject::Board, &changed)?;
                }
                if run.closed > 0 {
                    let closed = usize::try_from(run.closed).unwrap_or_default();
                    let closed = detail_of_closed(closed, &source.name());
                    origin.record(db, JOBS_CLOSED, Subject::Board, &closed)?;
                }
                if let Some(letter) = letter {
                    letters::send(&board, db, &letter)?;
                }
                Ok(())
            })
            .await
    }
}

/// What a source answered.
enum Answered {
    Same,
    Contents(Box<Contents>, Validators),
}

/// How long a source is left alone after it failed so often in a row.
fn wait(source: &Source, failures: i32, problem: Option<&Problem>) -> TimeDelta {
    let longest = TimeDelta::hours(i64::from(source.hours).max(24));
    let steps = u32::try_from(failures - 1).unwrap_or_default().min(8);
    let wait = TimeDelta::minutes(FIRST_WAIT * 4_i64.pow(steps)).min(longest);
    let asked = problem.and_then(|problem| problem.retry_after);
    asked.map_or(wait, |asked| asked.max(wait))
}
