//! The clock of the sources: queues those that are due.

use std::collections::HashSet;

use actix_web::web::Data;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::{
    runner::{Reading, Runner},
    source::Source,
};
use crate::{
    http::{board::Board, error::Error},
    platform::{
        db::{self, Db},
        schema::tasks,
        tasks::{Attempt, Lane, NewTask, Outcome, Retry, Task, UPKEEP},
    },
};

/// How often it is looked which sources are due.
const EVERY: TimeDelta = TimeDelta::minutes(1);

/// The queue of a source's runs, of which there is one at a time, is called this and its id.
const QUEUE: &str = "source-";

/// Queues the sources that are due.
pub struct Clockwork(pub Data<Board>);

/// Queues a run of the source, unless one waits.
///
/// # Errors
/// Those of the database.
pub fn queue(db: &mut Db, source_id: i64, now: NaiveDateTime) -> Result<(), db::Error> {
    NewTask::of::<Runner>(&Reading { source_id }, now)?
        .key(format!("source/{source_id}"))
        .queue(format!("{QUEUE}{source_id}"))
        .store(db)?;
    Ok(())
}

/// The sources that are being read, or will be in a moment.
pub fn queued(db: &mut Db, now: NaiveDateTime) -> QueryResult<HashSet<i64>> {
    let queues: Vec<Option<String>> = tasks::table
        .filter(tasks::kind.eq(Runner::KIND))
        .filter(tasks::due_at.le(now))
        .select(tasks::queue)
        .load(db)?;
    let ids = queues.iter().flatten();
    let ids = ids.filter_map(|queue| queue.strip_prefix(QUEUE)?.parse().ok());
    Ok(ids.collect())
}

impl Task for Clockwork {
    const KIND: &'static str = "sources-due";
    const LANE: Lane = UPKEEP;
    const RETRY: Retry = Retry::FOR_EVER;
    type Payload = ();

    fn standing() -> Option<()> {
        Some(())
    }

    async fn run(&self, (): (), _: Attempt) -> Outcome {
        match self.queue_due().await {
            Ok(()) => Outcome::again(EVERY),
            Err(error) => Outcome::failed(error.to_string()),
        }
    }
}

impl Clockwork {
    /// Queues a run of each source that is due, and says when each is due next.
    async fn queue_due(&self) -> Result<(), Error> {
        let now = self.0.clock.now();
        let due = self.0.read(move |db| Ok(Source::due(db, now)?)).await?;
        if due.is_empty() {
            return Ok(());
        }
        self.0
            .write(move |db| {
                for source in due {
                    queue(db, source.id, now)?;
                    source.wait(db, now + TimeDelta::hours(source.hours.into()))?;
                }
                Ok(())
            })
            .await
    }
}
