//! Takes what is due and has it done, each lane by itself.

use std::{cell::Cell, collections::HashMap, future::pending, time::Duration};

use chrono::TimeDelta;
use futures_util::{
    FutureExt,
    future::LocalBoxFuture,
    stream::{FuturesUnordered, StreamExt},
};
use tokio::{sync::Notify, time::sleep};

use super::{
    Outcome, Verdict, Worker,
    claimed::{Claimed, next_due},
    row::NewTask,
};
use crate::platform::{
    clock::Clock,
    db::{Database, Error},
};

/// How often to look for what this process does not hear of: what others queued, and what is due again.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// How long to wait after something was written: what is written at once is then seen at once.
const GATHER: Duration = Duration::from_millis(5);

/// Added to the time that a task may run, so that it has ended before another worker may take it.
const LEASE_MARGIN: TimeDelta = TimeDelta::minutes(1);

/// Runs tasks in this process.
pub struct Runner {
    db: Database,
    clock: Clock,
    workers: Vec<Worker>,
    /// Whether the tasks that always wait are known to be there.
    has_standing: Cell<bool>,
    is_stopping: Cell<bool>,
    stop: Notify,
}

/// What runs now. Each future says in which lane it was.
#[derive(Default)]
struct Running<'a> {
    tasks: FuturesUnordered<LocalBoxFuture<'a, &'static str>>,
    load: HashMap<&'static str, usize>,
}

impl Runner {
    pub fn new(db: &Database, clock: &Clock, workers: Vec<Worker>) -> Self {
        Self {
            db: db.unhurried(),
            clock: clock.clone(),
            workers,
            has_standing: Cell::default(),
            is_stopping: Cell::default(),
            stop: Notify::new(),
        }
    }

    /// Runs what is due, now and later, until [`Runner::stop`]; then finishes what it has begun.
    pub async fn run(&self) {
        let mut running = Running::default();
        while !self.is_stopping.get() {
            if self.db.is_ready()
                && let Err(error) = self.begin_due(&mut running).await
            {
                tracing::warn!(target: "tasks", %error, "what is due cannot be read");
                sleep(LOOK_EVERY).await;
            }
            tokio::select! {
                () = running.one_ends() => {}
                () = self.something_written() => {}
                () = sleep(LOOK_EVERY) => {}
                () = self.stop.notified() => {}
            }
        }
        while !running.tasks.is_empty() {
            running.one_ends().await;
        }
    }

    /// Runs what is due, and what becomes due by it, until nothing is.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn run_due(&self) -> Result<(), Error> {
        let mut running = Running::default();
        loop {
            self.begin_due(&mut running).await?;
            if running.tasks.is_empty() {
                return Ok(());
            }
            running.one_ends().await;
        }
    }

    /// Takes nothing new from now on.
    pub fn stop(&self) {
        self.is_stopping.set(true);
        self.stop.notify_one();
    }

    async fn something_written(&self) {
        self.db.written().await;
        sleep(GATHER).await;
    }

    /// Begins all that is due and has room in its lane.
    async fn begin_due<'a>(&'a self, running: &mut Running<'a>) -> Result<(), Error> {
        if !self.has_standing.get() {
            self.queue_standing().await?;
            self.has_standing.set(true);
        }
        while !self.is_stopping.get()
            && let Some((worker, claimed)) = self.claim(running).await?
        {
            running.begin(worker, self.carry_out(worker, claimed).boxed_local());
        }
        Ok(())
    }

    /// Queues the tasks that always wait, where they are not there yet.
    async fn queue_standing(&self) -> Result<(), Error> {
        let now = self.clock.now();
        let all = self.workers.iter().filter_map(|worker| {
            let payload = worker.standing.clone()?;
            Some(NewTask::standing(worker.kind, payload, now))
        });
        let all: Vec<NewTask> = all.collect();
        let queued = self.db.write::<_, Error, _>(move |db| {
            for task in all {
                task.store(db)?;
            }
            Ok(())
        });
        queued.await
    }

    /// Takes the task that is due longest, of those that have room in their lanes.
    async fn claim(&self, running: &Running<'_>) -> Result<Option<(&Worker, Claimed)>, Error> {
        let kinds: Vec<&'static str> = self
            .workers
            .iter()
            .filter(|worker| running.has_room(worker))
            .map(|worker| worker.kind)
            .collect();
        if kinds.is_empty() {
            return Ok(None);
        }
        loop {
            let (now, kinds) = (self.clock.now(), kinds.clone());
            // Most looks find nothing, and a look does not wait for whoever is writing.
            let found = self
                .db
                .read::<_, Error, _>(move |db| Ok(next_due(db, &kinds, now)?));
            let Some(found) = found.await? else {
                return Ok(None);
            };
            let Some(worker) = self.workers.iter().find(|worker| worker.kind == found.kind) else {
                return Ok(None);
            };
            let patience = TimeDelta::from_std(worker.patience).map_err(Error::internal)?;
            let until = now + patience + LEASE_MARGIN;
            let keeps_key = worker.standing.is_some();
            let claimed = self
                .db
                .write::<_, Error, _>(move |db| Ok(found.claim(db, keeps_key, now, until)?));
            if let Some(claimed) = claimed.await? {
                return Ok(Some((worker, claimed)));
            }
        }
    }

    /// Has a task done and writes down what came of it. Where that fails, the task is due again when its
    /// lease ends.
    async fn carry_out(&self, worker: &Worker, claimed: Claimed) -> &'static str {
        let outcome = if claimed.attempts > worker.retry.tries {
            // Every try ended with the process.
            Outcome::hopeless("it was tried often, and never came to an end")
        } else {
            worker.run(&claimed).await
        };
        if let Err(error) = self.settle(worker, claimed, outcome).await {
            tracing::warn!(target: "tasks", kind = worker.kind, %error, "not written down");
        }
        worker.lane.name
    }

    async fn settle(
        &self,
        worker: &Worker,
        claimed: Claimed,
        outcome: Outcome,
    ) -> Result<(), Error> {
        let (kind, retry, remains) = (worker.kind, worker.retry, worker.remains);
        let now = self.clock.now();
        let settled = self.db.write::<_, Error, _>(move |db| {
            if let Some(record) = outcome.record {
                record(db)?;
            }
            let (id, attempt) = (claimed.id, claimed.attempts);
            let give_up = |db: &mut _, error: &str| {
                tracing::error!(target: "tasks", kind, id, attempt, error, "given up");
                claimed.give_up(db, error, remains(&claimed.payload))
            };
            match outcome.verdict {
                Verdict::Done => claimed.finish(db)?,
                Verdict::Again(wait) => claimed.stand(db, now + wait)?,
                Verdict::Hopeless(error) => give_up(db, &error)?,
                Verdict::Failed(error) => match retry.wait(attempt) {
                    None => give_up(db, &error)?,
                    Some(wait) => {
                        let due = now + wait;
                        tracing::warn!(target: "tasks", kind, id, attempt, error, %due, "failed");
                        claimed.put_off(db, &error, due)?;
                    }
                },
            }
            Ok(())
        });
        settled.await
    }
}

impl<'a> Running<'a> {
    fn has_room(&self, worker: &Worker) -> bool {
        let load = self.load.get(worker.lane.name).copied();
        load.unwrap_or_default() < worker.lane.at_once
    }

    fn begin(&mut self, worker: &Worker, task: LocalBoxFuture<'a, &'static str>) {
        *self.load.entry(worker.lane.name).or_default() += 1;
        self.tasks.push(task);
    }

    /// Waits for one to end, for ever where none runs.
    async fn one_ends(&mut self) {
        let Some(lane) = self.tasks.next().await else {
            return pending().await;
        };
        if let Some(load) = self.load.get_mut(lane) {
            *load -= 1;
        }
    }
}
