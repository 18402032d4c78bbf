//! Work in the background: mail, deliveries, counting, sweeping. A task is a row, written in the
//! transaction of what causes it, so that it is there if and only if its cause is, and survives whatever
//! happens to the process. A [`Runner`] in each process takes what is due.
//!
//! A task runs at least once. One that was cut off runs again when its lease ends, so whatever it does
//! outside the database must bear a second time.

mod claimed;
mod counts;
mod row;
mod runner;
mod worker;

use std::time::Duration;

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Serialize, de::DeserializeOwned};

pub use self::{
    counts::Counts,
    row::{NewTask, forget_given_up, postpone, replace, waiting},
    runner::Runner,
    worker::Worker,
};
use super::db::{self, Db};

/// A kind of work.
pub trait Task: 'static {
    /// What its rows are called. A process leaves kinds alone that it does not know.
    const KIND: &'static str;
    const LANE: Lane;
    const RETRY: Retry;

    /// How long it may run; its lease is a little longer.
    const PATIENCE: Duration = Duration::from_secs(4 * 60);

    /// What a row holds. A later version must be able to read what this one wrote, and a process that
    /// cannot read a row leaves it for another.
    type Payload: Serialize + DeserializeOwned + Send + 'static;

    /// The first payload of a task that always waits for its next turn, like a clock; `None` for what
    /// others cause.
    fn standing() -> Option<Self::Payload> {
        None
    }

    /// What an operator may still read of a task that was given up; `None` where nothing is kept.
    fn remains(_payload: Self::Payload) -> Option<Self::Payload> {
        None
    }

    /// Does it.
    fn run(&self, payload: Self::Payload, attempt: Attempt) -> impl Future<Output = Outcome>;
}

/// Work that shares its limit. What is slow or stuck in one lane holds up no other.
#[derive(Clone, Copy, Debug)]
pub struct Lane {
    pub name: &'static str,
    /// How many of its tasks a process runs at once.
    pub at_once: usize,
}

/// Work of the board on itself.
pub const UPKEEP: Lane = Lane {
    name: "upkeep",
    at_once: 1,
};

/// When to try again what failed.
#[derive(Clone, Copy, Debug)]
pub struct Retry {
    /// The wait after the first failure; doubled by each further one.
    pub first: TimeDelta,
    /// The longest wait.
    pub longest: TimeDelta,
    /// After so many tries it is given up.
    pub tries: i32,
}

impl Retry {
    /// For what leaves the machine: sixteen tries in two days.
    pub const TWO_DAYS: Self = Self {
        first: TimeDelta::minutes(1),
        longest: TimeDelta::hours(6),
        tries: 16,
    };

    /// For what must go on: at least once an hour, for ever.
    pub const FOR_EVER: Self = Self {
        first: TimeDelta::minutes(1),
        longest: TimeDelta::hours(1),
        tries: i32::MAX,
    };

    /// The wait after `attempt` tries; `None` when that was the last.
    fn wait(self, attempt: i32) -> Option<TimeDelta> {
        let doublings = u32::try_from(attempt - 1).unwrap_or_default().min(20);
        (attempt < self.tries).then(|| (self.first * (1 << doublings)).min(self.longest))
    }
}

/// One try.
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    /// Counted from one.
    pub number: i32,
    /// When the task was queued.
    pub created_at: NaiveDateTime,
}

/// What came of a try, and what is written down in the same transaction.
pub struct Outcome {
    verdict: Verdict,
    record: Option<Box<Record>>,
}

type Record = dyn FnOnce(&mut Db) -> Result<(), db::Error> + Send;

#[derive(Debug)]
enum Verdict {
    Done,
    Again(TimeDelta),
    Failed(String),
    Hopeless(String),
}

impl Outcome {
    const fn of(verdict: Verdict) -> Self {
        Self {
            verdict,
            record: None,
        }
    }

    pub const fn done() -> Self {
        Self::of(Verdict::Done)
    }

    /// Done for now, and due again after `wait`.
    pub const fn again(wait: TimeDelta) -> Self {
        Self::of(Verdict::Again(wait))
    }

    /// Another try may help; `error` is for the operator.
    pub fn failed(error: impl Into<String>) -> Self {
        Self::of(Verdict::Failed(error.into()))
    }

    /// Another try would end the same.
    pub fn hopeless(error: impl Into<String>) -> Self {
        Self::of(Verdict::Hopeless(error.into()))
    }

    /// Calls `record` in the transaction that settles the task.
    pub fn recording(
        mut self,
        record: impl FnOnce(&mut Db) -> Result<(), db::Error> + Send + 'static,
    ) -> Self {
        self.record = Some(Box::new(record));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_the_machine_is_tried_for_two_days_later_and_later() {
        let waits: Vec<_> = (1..)
            .map_while(|attempt| Retry::TWO_DAYS.wait(attempt))
            .collect();
        assert_eq!(waits.len(), 15);
        assert_eq!(waits[..3], [1, 2, 4].map(TimeDelta::minutes));
        assert!(waits.is_sorted());
        let whole: TimeDelta = waits.iter().sum();
        assert!((40..=60).contains(&whole.num_hours()), "{whole}");
    }
}
