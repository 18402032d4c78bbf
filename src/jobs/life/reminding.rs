//! The task that reminds owners of what becomes of their jobs.

use std::time::Duration;

use actix_web::web::Data;
use chrono::{NaiveDate, TimeDelta};
use diesel::QueryResult;

use super::{
    due::{self, BATCH},
    letters,
    reminder::{self, Kind},
};
use crate::{
    http::{board::Board, error::Error},
    jobs::{error::Error as JobError, job::Job},
    platform::{
        audit::Origin,
        db::Db,
        tasks::{Attempt, Lane, Outcome, Retry, Task, UPKEEP},
        zone::Moment,
    },
};

/// How often it is looked who is to be reminded.
const EVERY: TimeDelta = TimeDelta::hours(1);

/// Reminds owners of last days, and asks whether jobs are still open.
pub struct Reminding(pub Data<Board>);

/// What is done in a turn, in this order: nobody is asked and found silent in the same turn.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Takes jobs off the lists whose owners were asked twice.
    Hide,
    AskAgain,
    Ask,
    /// Tells of a last day that is near.
    Tell(Kind),
}

const STEPS: [Step; 5] = [
    Step::Hide,
    Step::AskAgain,
    Step::Ask,
    Step::Tell(Kind::Week),
    Step::Tell(Kind::Day),
];

impl Task for Reminding {
    const KIND: &'static str = "reminders";
    const LANE: Lane = UPKEEP;
    const RETRY: Retry = Retry::FOR_EVER;
    const PATIENCE: Duration = Duration::from_secs(30 * 60);
    type Payload = ();

    fn standing() -> Option<()> {
        Some(())
    }

    async fn run(&self, (): (), _: Attempt) -> Outcome {
        for step in self.steps() {
            if let Err(error) = self.take(step).await {
                return Outcome::failed(error.to_string());
            }
        }
        Outcome::again(EVERY)
    }
}

impl Reminding {
    /// The steps that this board takes. Without a mail server nobody who is asked would hear of it.
    fn steps(&self) -> impl Iterator<Item = Step> {
        let has_server = self.0.config.smtp_url.is_some();
        let tells = |step: &Step| matches!(step, Step::Tell(_));
        STEPS
            .into_iter()
            .filter(move |step| has_server || tells(step))
    }

    /// Takes a step for all jobs, some in one transaction. They are read before it, so that no writer waits while
    /// they are looked for; one that changes meanwhile is left for the next turn.
    async fn take(&self, step: Step) -> Result<(), Error> {
        let mut after = 0;
        loop {
            let now = self.0.clock.moment();
            let due = move |db: &mut Db| Ok(step.due(db, now, after)?);
            let due = self.0.read(due).await?;
            let is_full = i64::try_from(due.len()).is_ok_and(|read| read == BATCH);
            let last = due.last().map(|(job, _)| job.id);
            if !due.is_empty() {
                let (board, origin) = (self.0.clone(), self.0.origin());
                let taken = move |db: &mut Db| {
                    due.iter()
                        .try_for_each(|(job, day)| step.take(&board, db, job, *day, &origin))
                };
                self.0.write(taken).await?;
            }
            match last.filter(|_| is_full) {
                Some(last) => after = last,
                None => return Ok(()),
            }
        }
    }
}

impl Step {
    /// The next jobs after the one with the id `after` that are due for it, each with the day that it is about.
    fn due(self, db: &mut Db, now: Moment, after: i64) -> QueryResult<Vec<(Job, NaiveDate)>> {
        Ok(match self {
            Self::Hide => due::unanswered(db, Kind::ConfirmAgain, now, after)?,
            Self::AskAgain => due::unanswered(db, Kind::Confirm, now, after)?,
            Self::Ask => {
                let quiet = due::quiet(db, now, after)?;
                with_day(quiet, |job| job.known_open_on(now.zone))
            }
            Self::Tell(kind) => {
                let ending = due::ending(db, kind, now.today(), after)?;
                with_day(ending, |job| job.fields.valid_through)
            }
        })
    }

    /// Takes it for a job, unless that is another by now.
    fn take(
        self,
        board: &Board,
        db: &mut Db,
        job: &Job,
        day: NaiveDate,
        origin: &Origin,
    ) -> Result<(), Error> {
        match Job::find(db, job.id) {
            Ok(current) if current.version == job.version => {}
            Ok(_) | Err(JobError::NotFound) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        match self {
            Self::Hide => Ok(job.leave_unconfirmed(db, origin)?),
            Self::AskAgain => remind(board, db, job, (Kind::ConfirmAgain, day), origin),
            Self::Ask => remind(board, db, job, (Kind::Confirm, day), origin),
            Self::Tell(kind) => remind(board, db, job, (kind, day), origin),
        }
    }
}

fn with_day(jobs: Vec<Job>, day: impl Fn(&Job) -> Option<NaiveDate>) -> Vec<(Job, NaiveDate)> {
    let dated = |job: Job| day(&job).map(|day| (job, day));
    jobs.into_iter().filter_map(dated).collect()
}

/// Reminds the owners of a job, unless they were reminded. Where there is nobody to write to, that is noted, too:
/// the job is not looked at again each hour, and as nobody was asked, it stays on the lists.
fn remind(
    board: &Board,
    db: &mut Db,
    job: &Job,
    (kind, day): (Kind, NaiveDate),
    origin: &Origin,
) -> Result<(), Error> {
    let recipients = letters::recipients(db, job)?;
    let sent_at = (!recipients.is_empty()).then_some(origin.at);
    match reminder::note(db, job.id, kind, day, sent_at)? {
        Some(id) => letters::remind(board, db, job, (kind, id), recipients, origin.moment()),
        None => Ok(()),
    }
}
