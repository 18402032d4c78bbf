//! The task that reminds owners of what becomes of their jobs.

use std::time::Duration;

use actix_web::web::Data;
use chrono::{NaiveDate, TimeDelta};

use super::{
    due::{self, BATCH},
    letters,
    reminder::{self, Kind},
};
use crate::{
    http::{board::Board, error::Error},
    jobs::{error::Error as JobError, job::Job},
    platform::{
        audit::{Origin, entry::SCHEDULE},
        db::Db,
        tasks::{Attempt, Lane, Outcome, Retry, Task, UPKEEP},
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

    /// Takes a step for all jobs, some in one transaction.
    async fn take(&self, step: Step) -> Result<(), Error> {
        let mut after = Some(0);
        while let Some(id) = after {
            let (board, origin) = (self.0.clone(), origin(&self.0));
            let batch = move |db: &mut Db| step.take(&board, db, &origin, id);
            after = self.0.write(batch).await?;
        }
        Ok(())
    }
}

/// Whatever the board does with jobs by itself.
pub fn origin(board: &Board) -> Origin {
    Origin {
        address: SCHEDULE.into(),
        at: board.clock.now(),
        zone: board.clock.zone(),
        events: board.events.clone(),
        ..Origin::default()
    }
}

impl Step {
    /// Takes the step for the next jobs after the one with the id `after`. Returns the last of them, if there
    /// may be more.
    fn take(
        self,
        board: &Board,
        db: &mut Db,
        origin: &Origin,
        after: i64,
    ) -> Result<Option<i64>, Error> {
        let now = origin.moment();
        let jobs: Vec<(Job, NaiveDate)> = match self {
            Self::Hide => due::unanswered(db, Kind::ConfirmAgain, now, after)?,
            Self::AskAgain => due::unanswered(db, Kind::Confirm, now, after)?,
            Self::Ask => {
                let quiet = due::quiet(db, now, after)?.into_iter();
                let dated = |job: Job| Some((job.known_open_on(now.zone)?, job));
                quiet
                    .filter_map(dated)
                    .map(|(day, job)| (job, day))
                    .collect()
            }
            Self::Tell(kind) => {
                let ending = due::ending(db, kind, now.today(), after)?.into_iter();
                let dated = |job: Job| Some((job.fields.valid_through?, job));
                ending
                    .filter_map(dated)
                    .map(|(day, job)| (job, day))
                    .collect()
            }
        };
        let is_full = i64::try_from(jobs.len()).is_ok_and(|read| read == BATCH);
        let last = jobs.last().map(|(job, _)| job.id).filter(|_| is_full);
        for (job, day) in jobs {
            match self {
                Self::Hide => hide(db, &job, origin)?,
                Self::AskAgain => remind(board, db, &job, (Kind::ConfirmAgain, day), origin)?,
                Self::Ask => remind(board, db, &job, (Kind::Confirm, day), origin)?,
                Self::Tell(kind) => remind(board, db, &job, (kind, day), origin)?,
            }
        }
        Ok(last)
    }
}

/// Somebody who changes the job meanwhile is heard first.
fn hide(db: &mut Db, job: &Job, origin: &Origin) -> Result<(), Error> {
    match job.leave_unconfirmed(db, origin) {
        Err(JobError::ChangedMeanwhile) => Ok(()),
        hidden => Ok(hidden?),
    }
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
