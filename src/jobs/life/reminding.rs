//! The task that reminds owners of what becomes of their jobs.

use std::{
    collections::{BTreeMap, HashMap, hash_map::Entry},
    sync::Arc,
    time::Duration,
};

use actix_web::web::Data;
use chrono::TimeDelta;
use diesel::prelude::*;

use super::{
    due::{self, Due},
    letters::{self, Reminded},
    reminder::{self, Kind},
};
use crate::{
    companies::naming::Names,
    http::{board::Board, error::Error},
    jobs::job::Job,
    platform::{
        audit::Origin,
        db::Db,
        schema::jobs,
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

    /// Takes a step for all jobs, some in one transaction. They are looked for before it, so that no writer waits
    /// meanwhile; one that changes is left for the next turn.
    async fn take(&self, step: Step) -> Result<(), Error> {
        let now = self.0.clock.moment();
        let due = move |db: &mut Db| Ok(step.due(db, now)?);
        // Nobody waits for it: a day with many reminders may take longer than a page.
        let database = self.0.db.unhurried();
        let due = database.read::<_, Error, _>(due).await?;
        for part in due::in_parts(due, step.at_once()) {
            let (board, origin) = (self.0.clone(), self.0.origin());
            let taken = move |db: &mut Db| step.take(&board, db, &part, &origin);
            database.write::<_, Error, _>(taken).await?;
        }
        Ok(())
    }
}

impl Step {
    /// Jobs in one transaction. What is told or asked in one is one mail for each person.
    fn at_once(self) -> usize {
        match self {
            Self::Hide => 50,
            Self::AskAgain | Self::Ask | Self::Tell(_) => 1_000,
        }
    }

    /// The jobs that are due for it.
    fn due(self, db: &mut Db, now: Moment) -> QueryResult<Vec<Due>> {
        match self {
            Self::Hide => due::unanswered(db, Kind::ConfirmAgain, now),
            Self::AskAgain => due::unanswered(db, Kind::Confirm, now),
            Self::Ask => due::quiet(db, now),
            Self::Tell(kind) => due::ending(db, kind, now.today()),
        }
    }

    /// Takes it for these jobs, except those that are others by now.
    fn take(self, board: &Board, db: &mut Db, due: &[Due], origin: &Origin) -> Result<(), Error> {
        let ids: Vec<i64> = due.iter().map(|due| due.job_id).collect();
        let versions: HashMap<i64, i32> = due.iter().map(|due| (due.job_id, due.version)).collect();
        let mut current: Vec<Job> = jobs::table
            .filter(jobs::id.eq_any(ids))
            .order(jobs::id)
            .select(Job::as_select())
            .load(db)?;
        current.retain(|job| versions.get(&job.id) == Some(&job.version));
        match self {
            Self::Hide => {
                for job in &current {
                    job.leave_unconfirmed(db, origin)?;
                }
                Ok(())
            }
            Self::AskAgain => remind(board, db, current, Kind::ConfirmAgain, origin),
            Self::Ask => remind(board, db, current, Kind::Confirm, origin),
            Self::Tell(kind) => remind(board, db, current, kind, origin),
        }
    }
}

/// Reminds the owners of jobs, unless they were reminded: each person by one mail. Where there is nobody to write to,
/// that is noted, too: the job is not looked at again each hour, and as nobody was asked, it stays on the lists.
fn remind(
    board: &Board,
    db: &mut Db,
    jobs: Vec<Job>,
    kind: Kind,
    origin: &Origin,
) -> Result<(), Error> {
    let names = Names::of_these(db, jobs.iter().map(|job| job.fields.company.as_str()))?;
    let now = origin.moment();
    let mut recipients = HashMap::new();
    let mut by_person: BTreeMap<(i64, String), Vec<Reminded>> = BTreeMap::new();
    for mut job in jobs {
        let day = match kind {
            Kind::Week | Kind::Day => job.fields.valid_through,
            Kind::Confirm | Kind::ConfirmAgain => job.known_open_on(now.zone),
        };
        let Some(day) = day else { continue };
        let people = match recipients.entry((job.company_id, job.owner_id)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(letters::recipients(db, &job)?),
        };
        let sent_at = (!people.is_empty()).then_some(origin.at);
        let Some(reminder_id) = reminder::note(db, job.id, kind, day, sent_at)? else {
            continue;
        };
        job.fields.company = names.of(&job.fields.company).name;
        let reminded = Reminded {
            reminder_id,
            job: Arc::new(job),
        };
        for person in people {
            let theirs = by_person.entry(person.clone()).or_default();
            theirs.push(reminded.clone());
        }
    }
    for (person, reminded) in by_person {
        letters::remind(board, db, person, kind, &reminded, now)?;
    }
    Ok(())
}
