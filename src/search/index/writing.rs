//! Making the index like the lists.
//!
//! What is done here can be done twice: a job is taken out and put in again as it stands. So it does not
//! matter where it was stopped, nor whether another history of the board was in the index before.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use tantivy::Term;
use tokio::sync::Notify;

use super::{
    SearchIndex,
    changes::{self, Change, State},
    document::document,
    places::Locations,
    storage::Stored,
};
use crate::platform::{
    db::{self, Database},
    priority,
};

/// Jobs read at a time.
const BATCH: usize = 500;

/// Jobs after which a long run is committed.
const COMMIT_EVERY: usize = 50_000;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{0}")]
    Database(#[from] db::Error),
    #[error("{0}")]
    Index(#[from] tantivy::TantivyError),
}

impl From<diesel::result::Error> for Failure {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error.into())
    }
}

/// Says that the indexer must stop.
#[derive(Clone, Default)]
pub struct Stop {
    pub is_asked: Arc<AtomicBool>,
    pub bell: Arc<Notify>,
}

impl Stop {
    pub fn is_asked(&self) -> bool {
        self.is_asked.load(Ordering::Acquire)
    }
}

/// Writes the index of one process.
pub struct Indexer<'a> {
    db: &'a Database,
    index: &'a SearchIndex,
    stored: Stored,
    stop: &'a Stop,
    /// Jobs that are not committed yet.
    waiting: usize,
    locations: Locations,
}

impl<'a> Indexer<'a> {
    pub fn new(db: &'a Database, index: &'a SearchIndex, stored: Stored, stop: &'a Stop) -> Self {
        Self {
            db,
            index,
            stored,
            stop,
            waiting: 0,
            locations: Locations::default(),
        }
    }

    pub fn stored(&self) -> &Stored {
        &self.stored
    }

    /// Makes the index like the lists, whatever is in it. Returns what the board was at before.
    pub fn compare(&mut self) -> Result<State, Failure> {
        let started = Instant::now();
        let state = changes::state(&mut *self.db.connection()?)?;
        let mut indexed = self.stored.jobs()?;
        let is_new = indexed.stamps.is_empty();
        let (mut after, mut added) = (0, 0);
        loop {
            let listed = changes::listed_after(&mut *self.db.connection()?, after, BATCH)?;
            let Some(last) = listed.last() else { break };
            after = last.job_id;
            let differ: Vec<Change> = listed
                .into_iter()
                .filter(|change| indexed.stamps.remove(&change.job_id) != Some(Some(change.stamp)))
                .collect();
            added += differ.len();
            self.put(&differ, !is_new)?;
            if self.waiting >= COMMIT_EVERY {
                self.write()?;
            }
            if self.stop.is_asked() {
                return Ok(state);
            }
        }
        let removed = indexed.stamps.len();
        for job_id in indexed.stamps.into_keys() {
            self.take_out(job_id)?;
        }
        if self.waiting > 0 {
            self.write()?;
        }
        if added + removed > 0 {
            let seconds = started.elapsed().as_secs_f32();
            tracing::info!(
                added,
                removed,
                seconds,
                "brought the search index up to date"
            );
        }
        Ok(state)
    }

    /// Takes in the changes above the number `done`, up to `last`.
    pub fn follow(&mut self, mut done: i64, last: i64) -> Result<(), Failure> {
        while done < last && !self.stop.is_asked() {
            let changes = changes::after(&mut *self.db.connection()?, done, BATCH)?;
            let Some(newest) = changes.last() else { break };
            done = newest.number;
            self.put(&changes, true)?;
            if self.waiting >= COMMIT_EVERY {
                self.commit()?;
            }
        }
        self.commit()
    }

    /// Puts these jobs into the index as they stand, and takes out those that are not listed.
    fn put(&mut self, changes: &[Change], may_be_there: bool) -> Result<(), Failure> {
        if changes.is_empty() {
            return Ok(());
        }
        let job_ids: Vec<i64> = changes.iter().map(|change| change.job_id).collect();
        let listed = changes::listed(&mut *self.db.connection()?, &job_ids)?;
        for change in changes {
            if may_be_there {
                self.take_out(change.job_id)?;
            }
            if let Some(job) = listed.get(&change.job_id) {
                let fields = &self.stored.fields;
                let locations = &mut self.locations;
                let document = document(fields, &job.entry, &job.fields, change.stamp, locations);
                self.stored.writer()?.add_document(document)?;
                self.waiting += 1;
            }
        }
        Ok(())
    }

    /// Goes on with a lower priority, which the threads that write the index have from their start.
    pub fn give_way(&mut self) -> Result<(), Failure> {
        priority::lower("the search indexer");
        Ok(self.stored.renew_writer()?)
    }

    fn take_out(&mut self, job_id: i64) -> Result<(), Failure> {
        let term = Term::from_field_u64(self.stored.fields.job, job_id.unsigned_abs());
        self.stored.writer()?.delete_term(term);
        self.waiting += 1;
        Ok(())
    }

    /// Writes down what waits, and lets searches see it.
    fn commit(&mut self) -> Result<(), Failure> {
        self.write()?;
        Ok(self.index.reload()?)
    }

    fn write(&mut self) -> Result<(), Failure> {
        self.stored.writer()?.commit()?;
        self.waiting = 0;
        Ok(())
    }
}
